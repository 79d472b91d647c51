"""What is current: the newest records of every identity, whatever order the lines came in.

The result depends on the set of lines alone, so two devices that exchanged their lines agree without talking.
Two changes made without knowledge of each other are both heads; the reader of the heads joins them (`join`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui_reader.annotations.record import Entry

OTHER = "— also written on another device:"


class Heads:
    """The current records by kind and identity."""

    def __init__(self) -> None:
        self._heads: dict[tuple[str, str], list[Entry]] = {}
        self.dead = 0
        """Bytes of lines that another line has overtaken."""

    def add(self, new: Entry) -> bool:
        """Take one record in; whether it changed what is current."""
        heads = self._heads.setdefault((new.kind, new.id), [])
        if any(old.raw == new.raw for old in heads):
            return False
        if not new.sound:
            # A line that fails its checksum stands only where no sound one would be hidden by it.
            if not all(new.covers(old) and not old.covers(new) for old in heads):
                return False
            self._drop(heads, lambda old: True)
        else:
            self._drop(heads, lambda old: not old.sound)
            if any(old.covers(new) and not new.covers(old) for old in heads):
                self.dead += len(new.raw)
                return False
            self._drop(heads, lambda old: new.covers(old) and not old.covers(new))
        heads.append(new)
        return True

    def _drop(self, heads: list[Entry], overtaken: Any) -> None:
        gone = [old for old in heads if overtaken(old)]
        self.dead += sum(len(old.raw) for old in gone)
        heads[:] = [old for old in heads if not overtaken(old)]

    def of(self, kind: str, identity: str) -> tuple[Entry, ...]:
        """The heads of one identity; more than one after changes on two devices."""
        return tuple(self._heads.get((kind, identity), ()))

    def has(self, line: Entry) -> bool:
        """Whether nothing would be gained by adding `line`."""
        heads = self._heads.get((line.kind, line.id), [])
        return any(old.raw == line.raw or (old.covers(line) and not line.covers(old)) for old in heads)

    def kind(self, kind: str) -> Iterator[tuple[Entry, ...]]:
        """The heads of every identity of a kind."""
        return (tuple(heads) for (name, _), heads in self._heads.items() if name == kind)

    def all(self) -> Iterator[Entry]:
        """Every current record."""
        return (head for heads in self._heads.values() for head in heads)

    def __len__(self) -> int:
        return len(self._heads)


def winner(heads: tuple[Entry, ...]) -> Entry:
    """The head that gives the fields: a kept one before a deleted one, then the newest; the same on every device."""
    return max(heads, key=lambda e: (not e.deleted, str(e.fields.get("t", "")), e.revision, e.raw))


def join(heads: tuple[Entry, ...]) -> dict[str, Any]:
    """The fields of a record after changes on several devices: no note and no tag is lost.

    A deletion counts only when every head agrees.
    """
    best = winner(heads)
    fields = dict(best.fields)
    fields["rev"] = max(head.revision for head in heads)
    others = sorted(
        (h for h in heads if h is not best and h.deleted <= best.deleted), key=lambda e: (str(e.fields.get("t")), e.raw)
    )
    for other in others:
        note, mine = other.fields.get("note"), fields.get("note")
        if isinstance(note, str) and note and note not in str(mine or ""):
            fields["note"] = f"{mine}\n\n{OTHER}\n{note}" if mine else note
        tags, own = other.fields.get("tags"), fields.get("tags")
        if isinstance(tags, list):
            own = own if isinstance(own, list) else []
            fields["tags"] = own + [tag for tag in tags if tag not in own]
    return fields


def vector(heads: tuple[Entry, ...]) -> dict[str, int]:
    """Everything the heads know together."""
    merged: dict[str, int] = {}
    for head in heads:
        for device, count in head.seen.items():
            merged[device] = max(count, merged.get(device, 0))
    return merged
