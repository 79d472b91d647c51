"""A copy of a damaged journal, made once for each damage, before anything else happens to the file."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from tui_reader.annotations.reading import Fault
from tui_reader.annotations.record import Clock
from tui_reader.annotations.storage import Storage


def set_aside(
    path: Path, state_folder: Path, data: bytes, broken: list[Fault], clock: Clock, storage: Storage
) -> Path | None:
    """Copy `data` beside `path` (or into the state folder), unless these broken lines were copied before.

    Returns the copy, or None when no place could be written.
    """
    digest = hashlib.sha256(b"\n".join(fault.raw for fault in broken)).hexdigest()[:8]
    stamp = clock.now().replace("-", "").replace(":", "").partition(".")[0]
    for folder in (path.parent, state_folder):
        with contextlib.suppress(OSError):
            storage.makedirs(folder)
            names = storage.listdir(folder)
            for name in names:
                if name.startswith(f"{path.stem}.broken-") and name.endswith(f"-{digest}{path.suffix}"):
                    return folder / name
            copy = folder / f"{path.stem}.broken-{stamp}Z-{digest}{path.suffix}"
            storage.write_file(copy, data)
            return copy
    return None
