"""What the journal keeps in the state folder: the name of this device, and bookmarks that could not be saved yet."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from pathlib import Path

from tui_reader.annotations.record import FORMAT, VERSION, encode
from tui_reader.annotations.storage import Storage

_DEVICE = re.compile(r"[0-9a-f]{8}")


def device_name(folder: Path, storage: Storage) -> str:
    """Eight hexadecimal digits that stay the same on this device; other ones each time if they cannot be kept."""
    path = folder / "device"
    try:
        data, _ = storage.read_file(path)
        kept = data.decode("ascii", "replace").strip()
        if _DEVICE.fullmatch(kept):
            return kept
    except OSError:
        pass  # Not there yet, or not readable: a new name is as good, it only makes histories longer.
    name = os.urandom(4).hex()
    with contextlib.suppress(OSError):
        storage.makedirs(folder)
        storage.write_file(path, name.encode() + b"\n")
    return name


class PendingFile:
    """Lines that wait for the journal, in a file of their own for each process."""

    def __init__(self, journal: Path, folder: Path, storage: Storage) -> None:
        self._journal = journal
        self._folder = folder
        self._storage = storage
        self._stem = "pending-" + hashlib.sha256(os.fsencode(journal)).hexdigest()[:8]
        self._own = folder / f"{self._stem}-{os.getpid()}-{os.urandom(3).hex()}.jsonl"
        self.on_disk = True
        """False when not even the pending file could be written."""

    @property
    def path(self) -> Path:
        """Where the lines of this process wait."""
        return self._own

    def keep(self, lines: list[bytes]) -> None:
        """Write all lines that wait; remembers in `on_disk` whether that worked."""
        header = encode({"format": FORMAT, "v": VERSION, "min_reader": VERSION, "pending_for": str(self._journal)})
        try:
            self._storage.makedirs(self._folder)
            self._storage.write_file(self._own, header + b"".join(lines))
            self.on_disk = True
        except (OSError, UnicodeError):
            self.on_disk = False

    def found(self) -> list[tuple[Path, bytes]]:
        """Pending files of other processes for this journal, with their bytes."""
        files = []
        try:
            names = sorted(self._storage.listdir(self._folder))
        except OSError:
            return []
        for name in names:
            path = self._folder / name
            if name.startswith(self._stem) and name.endswith(".jsonl") and path != self._own:
                with contextlib.suppress(OSError):
                    files.append((path, self._storage.read_file(path)[0]))
        return files

    def clear(self, adopted: list[Path]) -> None:
        """Remove the own file and those of other processes after their lines reached the journal."""
        for path in [self._own, *adopted]:
            with contextlib.suppress(OSError):
                self._storage.unlink(path)
