"""Which files belong to a journal, so that nothing else is written over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui_reader.annotations.backups import Backups
from tui_reader.annotations.conflicts import conflict_copies
from tui_reader.annotations.storage import Storage


def belongings(journal: Path, state_folder: Path) -> Iterator[Path]:
    """The journal, its lock, its backups, copies of a damaged one, conflict copies, and what waits to be saved."""
    storage = Storage()
    real = storage.realpath(journal)
    yield journal
    yield real.with_name(real.name + ".lock")
    yield from (backup.path for backup in Backups(journal, storage).all())
    yield from conflict_copies(real, storage)
    for folder in (journal.parent, state_folder):
        yield from folder.glob("*.broken-*")
    yield from state_folder.glob("pending-*")
