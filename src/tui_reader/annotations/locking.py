"""The side lock of a journal."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from tui_reader.annotations.appending import make_folder
from tui_reader.annotations.storage import Storage

_DENIED = (PermissionError, NotADirectoryError)


@contextlib.contextmanager
def guard(journal: Path, state_folder: Path, storage: Storage) -> Iterator[None]:
    """Hold the lock beside the file, or in the state folder where the folder of the file may not be written."""
    make_folder(journal.parent, storage)
    real = storage.realpath(journal)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(storage.lock(real.with_name(real.name + ".lock")))
        except _DENIED:
            storage.makedirs(state_folder)
            name = hashlib.sha256(os.fsencode(real)).hexdigest()[:8]
            stack.enter_context(storage.lock(state_folder / f"lock-{name}.lock"))
        yield
