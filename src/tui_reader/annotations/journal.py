"""The bookmark file: append-only, one JSON object a line, shared by any number of readers.

A save takes the side lock, reads what others wrote, appends in one write, waits for the disk, and only then counts.
When that fails the file is rolled back and the line waits in memory and in the state folder; every later save and
`retry` try again. Lines that cannot be read are never rewritten or dropped.
"""

from __future__ import annotations

import contextlib
import threading
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tui_reader.annotations.appending import ForeignFileError, RefusedError, append
from tui_reader.annotations.backups import Backups
from tui_reader.annotations.compaction import compact, worthwhile
from tui_reader.annotations.conflicts import conflict_copies, records
from tui_reader.annotations.heads import Heads, vector
from tui_reader.annotations.locking import guard
from tui_reader.annotations.reading import Reading, entries, is_foreign
from tui_reader.annotations.record import VERSION, Clock, encode, entry, parse
from tui_reader.annotations.setaside import set_aside
from tui_reader.annotations.statefiles import PendingFile, device_name
from tui_reader.annotations.storage import FileFacts, Storage


class Journal:
    """One bookmark file. All methods may be called from any thread."""

    def __init__(
        self, path: Path, state_folder: Path, *, storage: Storage | None = None, clock: Clock | None = None
    ) -> None:
        self.path = path
        self.storage = storage or Storage()
        self.clock = clock or Clock()
        self.backups = Backups(path, self.storage)
        self.pending: list[bytes] = []
        self.trouble = ""
        """Why the last save failed; empty when it worked."""
        self.copies: list[Path] = []
        self.unmerged = False
        """Whether conflict copies, or pending files of other processes, hold records the file does not."""
        self.rescued: Path | None = None
        """The backup whose records are shown because the file shrank to nothing."""
        self.foreign = False
        """Whether the file holds something else: it is neither read nor written then."""
        self.reading = Reading()
        self.set_aside: Path | None = None
        self._lock = threading.RLock()
        self._state = state_folder
        self._waiting = PendingFile(path, state_folder, self.storage)
        self._facts: FileFacts | None = None
        self._folder_facts: FileFacts | None = None
        self._crc = 0
        """Of the bytes read so far: a file that only grew still has it."""
        self._device = ""
        self._loaded = False

    # Reading

    @property
    def heads(self) -> Heads:
        """What is current, by kind and identity, as of the last `refresh`."""
        return self.reading.heads

    def refresh(self) -> bool:
        """Take in what others wrote; whether anything changed. Two `stat` calls when nothing did.

        Raises OSError when the file is there and cannot be read, ForeignFileError when it plainly is another's; what
        was read before stays.
        """
        with self._lock:
            facts, folder = self._stat(self.path), self._stat(self.path.parent)
            if self._loaded and facts == self._facts and folder == self._folder_facts:
                return False
            same = self._loaded and facts == self._facts
            if not same and not (self._loaded and self._grew(facts)):
                self._reload()
            merged = self._merge_others()
            self._folder_facts = folder
            self._loaded = True
            return merged or not same

    def _stat(self, path: Path) -> FileFacts | None:
        try:
            return self.storage.stat(path)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _grew(self, facts: FileFacts | None) -> bool:
        """Read on from the last line, if the file only grew; False when it has to be read anew."""
        known, reading = self._facts, self.reading
        if facts is None or known is None or facts.inode != known.inode or facts.size < reading.offset:
            return False
        if reading.faults or not reading.records:
            return False
        # Reading and checking a megabyte takes a millisecond; parsing it takes thirty.
        data, facts = self.storage.read_file(self.path)
        if zlib.crc32(data[: reading.offset]) != self._crc:
            return False
        before = reading.offset
        reading.feed(data[before:])
        self._facts, self._crc = facts, zlib.crc32(data[before : reading.offset], self._crc)
        return not reading.faults

    def _reload(self) -> None:
        reading = Reading()
        facts: FileFacts | None = None
        data = b""
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            data, facts = self.storage.read_file(self.path)
        reading.feed(data)
        self.rescued, self.unmerged = None, False
        if not reading.records:
            self._rescue(reading)
        self.foreign = self.rescued is None and is_foreign(data, reading)
        if self.foreign:
            raise ForeignFileError("it is no file of bookmarks")
        if reading.broken:
            self.set_aside = set_aside(self.path, self._state, data, reading.broken, self.clock, self.storage)
        self.reading, self._facts = reading, facts
        self._crc = zlib.crc32(data[: reading.offset])

    def _rescue(self, reading: Reading) -> None:
        """A file without a single record is not taken for "no bookmarks" when a backup has some."""
        newest = self.backups.newest()
        if newest is not None:
            self.rescued = newest[0].path
            for record in entries(newest[1]):
                reading.heads.add(record)

    def _merge_others(self) -> bool:
        """Take in conflict copies and what waits; whether that was anything new."""
        self.copies = conflict_copies(self.storage.realpath(self.path), self.storage)
        theirs = records(self.copies, self.storage)
        theirs += [record for _, data in self._waiting.found() for record in entries(data)]
        new = [record for record in theirs if self.reading.heads.add(record)]
        self.unmerged = self.unmerged or bool(new)
        for line in self.pending:
            self._feed(line)
        return bool(new)

    def _feed(self, line: bytes) -> None:
        raw = line.rstrip(b"\n")
        fields = parse(raw)
        found = entry(raw, fields) if fields is not None else None
        if found is not None:
            self.reading.heads.add(found)

    # Writing

    def device(self) -> str:
        """The name of this device in version vectors."""
        self._device = self._device or device_name(self._state, self.storage)
        return self._device

    def line(self, members: Mapping[str, Any], *, kind: str, identity: str, deleted: bool = False) -> bytes:
        """The line of the next revision of a record. `members` may hold anything; identity and history come first."""
        heads = self.heads.of(kind, identity)
        seen = vector(heads)
        device = self.device()
        seen[device] = seen.get(device, 0) + 1
        history: dict[str, Any] = {
            "kind": kind,
            "id": identity,
            "rev": max((head.revision for head in heads), default=0) + 1,
            "op": "del" if deleted else "put",
            "t": self.clock.now(),
            "dev": device,
            "seen": seen,
        }
        return encode({**history, **{name: value for name, value in members.items() if name not in history}})

    def save(self, build: Callable[[], bytes | None]) -> bool:
        """Append the line `build` makes (after what others wrote was read); whether it is on the disk.

        False means that the line waits in `pending` and, if possible, in the state folder; `trouble` says why.
        Whatever `build` raises goes through, and nothing is written then.
        """
        with self._lock:
            built: list[bytes] = []
            try:
                self.refresh()  # Beside a file that is another's not even a lock is made.
                with guard(self.path, self._state, self.storage):
                    self.refresh()
                    built = [line for line in [build()] if line is not None]
                    self._commit(built)
            except OSError as error:
                self._wait(built or [line for line in [build()] if line is not None], error)
                return False
            self.trouble = ""
            self._tidy()
            return True

    def retry(self) -> bool:
        """Try to save what waits; whether nothing waits any more."""
        with self._lock:
            if not self.pending and not self._waiting.found():
                return True
            return self.save(lambda: None)

    def _commit(self, built: list[bytes]) -> None:
        """Append what waits and what is new, under the lock."""
        adopted = self._waiting.found()
        lines = [*self.pending, *(e.raw + b"\n" for _, data in adopted for e in entries(data)), *built]
        lines += self._missing()
        if self.reading.min_reader > VERSION:
            raise RefusedError(f"{self.path} was written by a newer version of the program")
        if not lines:
            return
        self._back_up()
        append(self.path, b"".join(dict.fromkeys(lines)), self.storage, careful=bool(self.pending or adopted))
        self.pending = []
        self._waiting.clear([path for path, _ in adopted])
        for line in lines:
            self._feed(line)
        self.rescued, self.unmerged = None, False
        # The lines are on the disk; what was read beside them is only an optimisation.
        with contextlib.suppress(OSError):
            self.refresh()

    def _missing(self) -> list[bytes]:
        """Records shown that the file itself does not hold: from conflict copies, or from a backup."""
        if not self.copies and self.rescued is None:
            return []
        own = Heads()
        if self.rescued is None:
            for record in entries(self.storage.read_file(self.path)[0] if self._facts else b""):
                own.add(record)
        return [head.raw + b"\n" for head in self.reading.heads.all() if head.sound and not own.has(head)]

    def _wait(self, built: list[bytes], error: OSError) -> None:
        self.trouble = (
            f"{error.strerror or error}" if not isinstance(error, RefusedError | TimeoutError) else str(error)
        )
        self.pending += built
        for line in built:
            self._feed(line)
        if self.pending:
            self._waiting.keep(self.pending)

    # Care

    def restore_backup(self, name: str = "") -> bool:
        """Append the records of a backup that the file does not hold; False when that failed (see `trouble`)."""
        with self._lock:
            if name:
                chosen = [b.path for b in self.backups.all() if name in (b.path.name, str(b.path), b.stamp)]
            else:
                newest = self.backups.newest()
                chosen = [newest[0].path] if newest else []
            if not chosen:
                self.trouble = "there is no such backup"
                return False
            try:
                found = entries(self.storage.read_file(chosen[0])[0])
            except OSError as error:
                self.trouble = error.strerror or str(error)
                return False
            missing = [record.raw + b"\n" for record in found if not self.reading.heads.has(record)]
            return self.save(lambda: b"".join(missing))

    def _back_up(self) -> None:
        """Copies are a second net: when one fails the save goes on."""
        with contextlib.suppress(OSError):
            if self._facts is not None and self.reading.records:
                self.backups.before_write(self.storage.read_file(self.path)[0], self.clock.seconds())

    def _tidy(self) -> None:
        now = self.clock.seconds()
        if not self.backups.due(now) and not worthwhile(self.reading):
            return
        with contextlib.suppress(OSError), guard(self.path, self._state, self.storage):
            if self.backups.due(now):
                self.backups.after_write(self.storage.read_file(self.path)[0], now)
            if worthwhile(self.reading):
                # Rare enough for a copy of its own: the last state before a rewrite.
                self.backups.before_compaction(self.storage.read_file(self.path)[0], now)
                if compact(self.storage.realpath(self.path), self.clock, self.storage):
                    self.refresh()

    @property
    def pending_path(self) -> Path | None:
        """Where unsaved lines wait; None when that file could not be written either."""
        return self._waiting.path if self._waiting.on_disk else None
