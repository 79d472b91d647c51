"""Rewriting a journal that is mostly overtaken lines. Rare, and refused at the least doubt."""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path

from tui_reader.annotations.heads import Heads
from tui_reader.annotations.reading import Reading
from tui_reader.annotations.record import Clock, entry, header, parse
from tui_reader.annotations.storage import Storage

SMALLEST = 1_000_000
"""A file below this many bytes is never rewritten."""

DEAD_SHARE = 0.5
"""The share of overtaken lines above which it is."""

TOMBSTONE_SECONDS = 90 * 86_400
"""How long a deleted bookmark can be restored, and how long a device that was away may bring old lines back."""

_TEMPORARY = re.compile(r"\.\d+\.new$")


def worthwhile(reading: Reading) -> bool:
    """Whether a journal is large, mostly dead, and whole."""
    size = reading.offset + len(reading.tail)
    whole = not reading.faults and not reading.tail and not reading.markers
    return size > SMALLEST and reading.heads.dead > size * DEAD_SHARE and whole


def compact(path: Path, clock: Clock, storage: Storage) -> bool:
    """Rewrite the journal with its current lines, each byte for byte; call it under the lock with the real path.

    Returns False, with the file untouched, when anything in it could not be read. Raises OSError.
    """
    data, facts = storage.read_file(path)
    reading = Reading()
    reading.feed(data)
    if not worthwhile(reading) or not facts.writable:
        return False
    kept = _current(data, reading.heads, clock.seconds())
    check = Reading()
    check.feed(kept)
    if check.faults or not _same(reading.heads, check.heads, clock.seconds()):
        return False
    storage.write_file(path, kept, facts.mode)
    _sweep(path, storage)
    return True


def _current(data: bytes, heads: Heads, now: float) -> bytes:
    lines = []
    current = {head.raw for head in heads.all()}
    seen: set[bytes] = set()
    for raw in data.split(b"\n"):
        stripped = raw.strip()
        fields = parse(stripped) if stripped else None
        if fields is None or stripped in seen:
            continue
        seen.add(stripped)
        record = entry(stripped, fields)
        if record is None:
            lines.append(raw)  # A header, or a kind of line of a later version.
        elif stripped in current and not (record.deleted and _old(record.fields.get("t"), now)):
            lines.append(raw)
    if not data.startswith(b'{"format"'):
        lines.insert(0, header().rstrip(b"\n"))
    return b"\n".join(lines) + b"\n"


def _same(before: Heads, after: Heads, now: float) -> bool:
    mine = {e.raw for e in before.all() if not (e.deleted and _old(e.fields.get("t"), now))}
    return mine == {e.raw for e in after.all()}


def _old(stamp: object, now: float) -> bool:
    """Whether a tombstone has stood long enough; a time that cannot be read is not old."""
    import calendar  # Late: compaction is rare, and this takes longer to import than all of this package.

    with contextlib.suppress(ValueError):
        then = calendar.timegm(time.strptime(str(stamp)[:19], "%Y-%m-%dT%H:%M:%S"))
        return now - then > TOMBSTONE_SECONDS
    return False


def _sweep(path: Path, storage: Storage) -> None:
    """Remove what writers that were killed left behind; called under the lock, so no writer is alive."""
    for name in storage.listdir(path.parent):
        if name.startswith(f".{path.name}.") and _TEMPORARY.search(name):
            with contextlib.suppress(OSError):
                storage.unlink(path.parent / name)
