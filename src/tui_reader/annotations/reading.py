"""Reading a journal: bytes in, records and everything that is wrong with the file out. Nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui_reader.annotations.heads import Heads
from tui_reader.annotations.record import FORMAT, VERSION, Entry, checksum_fits, entry, header, parse

_MARKER = re.compile(rb"(?:<{7}|>{7}|\|{7}) |={7}$|<{7}$|>{7}$|\|{7}$")
"""Lines git leaves in a file it could not merge; both sides are read."""

BOM = b"\xef\xbb\xbf"

_TRACES = (f'"{FORMAT}"'.encode(), b'"kind":"', b'"seen":{', b'"TextQuoteSelector","exact":"', b'"crc":"')
"""Pieces of lines as this program writes them: any of them tells a damaged journal from another file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One line that is not as it was written."""

    line: int
    """Number of the line, from 1."""
    reason: str
    raw: bytes = field(repr=False, default=b"")
    read: bool = False
    """True when its record was loaded all the same (only the checksum does not fit)."""


@dataclass(slots=True)
class Reading:
    """The state of one journal file, fed piece by piece."""

    heads: Heads = field(default_factory=Heads)
    faults: list[Fault] = field(default_factory=list)
    lines: int = 0
    records: int = 0
    markers: int = 0
    version: int = VERSION
    min_reader: int = VERSION
    offset: int = 0
    """Bytes read that end in a line feed; reading goes on from here."""
    tail: bytes = b""
    """What follows the last line feed: nothing, a line about to be written, or a torn one."""
    tail_read: bool = False
    unknown: int = 0
    """Lines of kinds this version does not know, kept as they are."""
    headers: int = 0

    def feed(self, data: bytes) -> None:
        """Take in the bytes from `offset` on."""
        *lines, tail = data.split(b"\n")
        for raw in lines:
            self.lines += 1
            self.offset += len(raw) + 1
            self._line(raw, self.lines)
        # A last line without its end counts if it is whole (an editor left the line feed out); it is read again
        # when more comes.
        self.tail = tail
        whole = parse(tail.strip()) if tail.strip() else None
        found = entry(tail.strip(), whole) if whole is not None else None
        self.tail_read = not tail.strip() or whole is not None
        if found is not None:
            self.heads.add(found)
            self.records += 1

    def _line(self, raw: bytes, number: int) -> None:
        raw = raw.removeprefix(BOM) if number == 1 else raw
        raw = raw.strip(b" \t\r")
        if not raw:
            return
        if _MARKER.match(raw):
            self.markers += 1
            return
        fields = parse(raw)
        if fields is None:
            self.faults.append(Fault(number, "not a JSON object", raw))
        elif "format" in fields and "id" not in fields:
            self._header(fields)
        else:
            self._record(raw, fields, number)

    def _header(self, fields: dict[str, object]) -> None:
        if fields.get("format") != FORMAT:
            self.unknown += 1
            return
        self.headers += 1
        for name in ("v", "min_reader"):
            value = fields.get(name)
            if type(value) is int:
                current = self.version if name == "v" else self.min_reader
                setattr(self, "version" if name == "v" else name, max(current, value))

    def _record(self, raw: bytes, fields: dict[str, object], number: int) -> None:
        found = entry(raw, fields)
        if found is not None:
            self.records += 1
            self.heads.add(found)
            if not found.sound:
                self.faults.append(Fault(number, "the checksum does not fit the line", raw, read=True))
        elif "crc" in fields and not checksum_fits(raw, fields["crc"]):
            self.faults.append(Fault(number, "damaged", raw))
        elif "id" in fields or fields.get("kind", "annotation") == "annotation":
            self.faults.append(Fault(number, "not a record: its id or its revision is missing or wrong", raw))
        else:
            self.unknown += 1

    @property
    def broken(self) -> list[Fault]:
        """Lines whose record could not be loaded."""
        return [fault for fault in self.faults if not fault.read]


def entries(data: bytes) -> Iterator[Entry]:
    """The sound records among the lines of `data`, for files that are only merged in."""
    for raw in data.removeprefix(BOM).split(b"\n"):
        fields = parse(raw.strip())
        record = entry(raw.strip(), fields) if fields is not None else None
        if record is not None and record.sound:
            yield record


def is_foreign(data: bytes, reading: Reading) -> bool:
    """Whether the file that was read is plainly another's: not one line of it is, or ever was, one of a journal.

    Nothing at all, zeros, and what a cut left of the first line are a damaged journal, to which may be written.
    """
    text = data.removeprefix(BOM).replace(b"\0", b"").strip()
    known = reading.headers or reading.records or reading.unknown
    return not known and not header().startswith(text) and not any(trace in text for trace in _TRACES)
