"""The one write of a save: appended, waited for, or rolled back."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from tui_reader.annotations.record import header
from tui_reader.annotations.storage import Storage


class RefusedError(OSError):
    """A write this program must not do: the file is read-only, or of a newer format."""


class ForeignFileError(RefusedError):
    """A file that plainly holds something else than bookmarks."""


def make_folder(folder: Path, storage: Storage) -> None:
    """Make a folder and those above it, and make their names durable. Raises OSError."""
    missing = []
    while folder != folder.parent and not _there(folder, storage):
        missing.append(folder)
        folder = folder.parent
    if missing:
        storage.makedirs(missing[0])
        for made in missing:
            storage.fsync_folder(made.parent)


def _there(folder: Path, storage: Storage) -> bool:
    try:
        storage.stat(folder)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def append(path: Path, data: bytes, storage: Storage, *, careful: bool = False) -> None:
    """Append whole lines to the journal, under its lock; when this returns they are on the disk.

    `careful` waits for the name of the file too, as for a new one. Raises OSError, with the file as it was as far as
    the disk allows, and RefusedError for a file without write permission.
    """
    handle = storage.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        facts = storage.fstat(handle)
        if not facts.writable:
            raise RefusedError(f"{path} is read-only")
        if facts.size == 0:
            data = header() + data
        elif storage.read(handle, 1, facts.size - 1) != b"\n":
            data = b"\n" + data  # A torn line keeps its place and gets its end; it is never overwritten.
        try:
            storage.write_all(handle, data)
            storage.fsync(handle)
            if facts.size == 0 or careful:
                storage.fsync_folder(storage.realpath(path).parent)
        except OSError:
            with contextlib.suppress(OSError):
                storage.ftruncate(handle, facts.size)
                storage.fsync(handle)
            raise
    finally:
        # After fsync the bytes are safe, whatever close says.
        with contextlib.suppress(OSError):
            storage.close(handle)
