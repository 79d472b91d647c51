"""Conflict copies that file synchronisers leave beside a journal; their records are merged in, the files are left."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from tui_reader.annotations.reading import entries
from tui_reader.annotations.record import Entry
from tui_reader.annotations.storage import Storage

_CONFLICT = re.compile(
    r"[. _-](?:sync-conflict-"  # Syncthing
    r"|\(?[^/]*(?:conflicted copy|conflict|case conflict|Konflikt|kopia|конфликт)"  # Dropbox, Nextcloud, Drive
    r"|\(\d+\))",  # Google Drive, browsers
    re.IGNORECASE,
)


def conflict_copies(journal: Path, storage: Storage) -> list[Path]:
    """Files beside `journal` whose name says that they are another device's version of it."""
    try:
        names = storage.listdir(journal.parent)
    except OSError:
        return []
    stem, suffix = journal.stem, journal.suffix
    return [
        journal.parent / name
        for name in sorted(names)
        if name.startswith(stem) and name.endswith(suffix) and name != journal.name
        if _CONFLICT.match(name[len(stem) :])
    ]


def records(paths: list[Path], storage: Storage) -> list[Entry]:
    """The sound records of those files."""
    found: list[Entry] = []
    for path in paths:
        with contextlib.suppress(OSError):
            found.extend(entries(storage.read_file(path)[0]))
    return found
