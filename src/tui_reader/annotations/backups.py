"""Copies of the journal: daily, weekly, monthly, each verified; the last one with records is never deleted."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from pathlib import Path

from tui_reader.annotations.reading import entries
from tui_reader.annotations.storage import Storage

KEEP = {"daily": 7, "weekly": 4, "monthly": 12}
"""How many copies of each kind stay."""

_NAMES = {"daily": "%Y-%m-%d", "weekly": "%G-W%V", "monthly": "%Y-%m"}

REFRESH_SECONDS = 300.0
"""Within a running program, how often the copy of the day is brought up to date."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy."""

    path: Path
    kind: str
    stamp: str
    """`2026-11-23`, `2026-W48` or `2026-11`."""


class Backups:
    """The copies of one journal, in the folder `backups` beside it."""

    def __init__(self, journal: Path, storage: Storage) -> None:
        self._storage = storage
        self._stem = journal.stem
        self.folder = journal.parent / "backups"
        self._refreshed = 0.0

    def all(self) -> list[Backup]:
        """Every copy, the newest of each kind first."""
        try:
            names = self._storage.listdir(self.folder)
        except OSError:
            return []
        found = []
        for name in sorted(names, reverse=True):
            for kind in KEEP:
                start = f"{self._stem}-{kind}-"
                if name.startswith(start) and name.endswith(".jsonl"):
                    found.append(Backup(self.folder / name, kind, name[len(start) : -len(".jsonl")]))
        return found

    def newest(self) -> tuple[Backup, bytes] | None:
        """The newest copy that holds records, with its bytes."""
        candidates = []
        for backup in self.all():
            with contextlib.suppress(OSError):
                facts = self._storage.stat(backup.path)
                candidates.append((facts.modified_ns, backup.stamp, backup))
        for _, _, backup in sorted(candidates, key=lambda c: c[:2], reverse=True):
            with contextlib.suppress(OSError):
                data, _ = self._storage.read_file(backup.path)
                if next(entries(data), None) is not None:
                    return backup, data
        return None

    def before_write(self, data: bytes, seconds: float) -> None:
        """Copy the journal as it stands before the first write of a day, a week, a month. Raises OSError."""
        if not data.strip():
            return
        have = {(backup.kind, backup.stamp) for backup in self.all()}
        for kind, pattern in _NAMES.items():
            stamp = time.strftime(pattern, time.gmtime(seconds))
            if (kind, stamp) not in have:
                self._copy(kind, stamp, data)
                self._prune(kind)

    def before_compaction(self, data: bytes, seconds: float) -> None:
        """Copy the journal as it stands before it is rewritten; the copy counts as one of a day. Raises OSError."""
        self._copy("daily", time.strftime("%Y-%m-%d-%H%M%S", time.gmtime(seconds)), data)

    def due(self, seconds: float) -> bool:
        """Whether the copy of the day should be brought up to date."""
        return not 0 <= seconds - self._refreshed < REFRESH_SECONDS

    def after_write(self, data: bytes, seconds: float) -> None:
        """Bring the copy of the day up to date, if the journal only grew since. Raises OSError."""
        self._refreshed = seconds
        path = self._path("daily", time.strftime(_NAMES["daily"], time.gmtime(seconds)))
        try:
            before, _ = self._storage.read_file(path)
        except FileNotFoundError:
            before = b""
        # A journal that was rewritten or damaged meanwhile must not overwrite the copy of what it was.
        if data.startswith(before) and data != before:
            self._copy("daily", time.strftime(_NAMES["daily"], time.gmtime(seconds)), data)

    def _path(self, kind: str, stamp: str) -> Path:
        return self.folder / f"{self._stem}-{kind}-{stamp}.jsonl"

    def _copy(self, kind: str, stamp: str, data: bytes) -> None:
        self._storage.makedirs(self.folder)
        path = self._path(kind, stamp)
        self._storage.write_file(path, data)
        written, _ = self._storage.read_file(path)
        if written != data:
            raise OSError(f"the backup {path} does not read back as it was written")

    def _prune(self, kind: str) -> None:
        newest = self.newest()
        mine = [backup for backup in self.all() if backup.kind == kind]
        for backup in mine[KEEP[kind] :]:
            if newest is None or backup.path != newest[0].path:
                with contextlib.suppress(OSError):
                    self._storage.unlink(backup.path)
