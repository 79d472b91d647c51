"""One line of the journal: JSON with a checksum, an identity and a history.

A line is `{"kind":...,"id":...,"rev":n,"op":"put"|"del","t":...,"dev":...,"seen":{...}, ... ,"crc":"8 hex digits"}`.
The checksum is the CRC-32 of the bytes before `,"crc"`. docs/bookmarks-format.md describes the file for people.
"""

from __future__ import annotations

import json
import os
import re
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

VERSION = 1
"""The version of the format this program writes, and the newest it may append to."""

FORMAT = "reader-bookmarks"

MAX_REVISION = 2**53
"""Larger numbers do not survive other JSON readers; a revision beyond it is damage."""

_CRC = b',"crc":"'
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r]*")


class Raw(str):
    """JSON text to be written as it stands."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One readable record."""

    kind: str
    id: str
    revision: int
    deleted: bool
    seen: Mapping[str, int]
    """Version vector: how many changes of each device this record knows."""
    fields: dict[str, Any]
    raw: bytes
    """The line without its end."""
    sound: bool = True
    """False when the checksum does not fit: edited by hand, or damaged."""

    def covers(self, other: Entry) -> bool:
        """Whether this record was written knowing everything `other` knew."""
        return all(count <= self.seen.get(device, 0) for device, count in other.seen.items())


def dumps(value: Any) -> str:
    """Compact JSON on one line; characters that could harm a terminal or an editor are escaped."""
    if isinstance(value, Raw):
        return value
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def encode(members: Mapping[str, Any]) -> bytes:
    """The line of a record, checksum and line feed included. Values may be `Raw`."""
    inner = ",".join(f"{dumps(key)}:{dumps(value)}" for key, value in members.items() if key != "crc")
    body = ("{" + inner).encode()
    return body + _CRC + f'{zlib.crc32(body):08x}"}}\n'.encode()


def header() -> bytes:
    """The first line of a new journal."""
    return encode({"format": FORMAT, "v": VERSION, "min_reader": VERSION})


def checksum_fits(raw: bytes, crc: object) -> bool:
    """Whether the checksum at the end of a line is that of the line."""
    body, found, end = raw.rpartition(_CRC)
    return bool(found) and end == f'{crc}"}}'.encode() and crc == f"{zlib.crc32(body):08x}"


def parse(raw: bytes) -> dict[str, Any] | None:
    """The JSON object on a line, or None when the line holds none."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def entry(raw: bytes, fields: dict[str, Any]) -> Entry | None:
    """Understand a parsed line as a record; None when it has no identity."""
    kind, identity, revision = fields.get("kind", "annotation"), fields.get("id"), fields.get("rev", 1)
    if not (isinstance(kind, str) and isinstance(identity, str) and identity and identity.isprintable()):
        return None
    if isinstance(revision, bool) or not isinstance(revision, int) or not 0 < revision < MAX_REVISION:
        return None
    seen = fields.get("seen")
    sound = "crc" not in fields or checksum_fits(raw, fields["crc"])
    return Entry(kind, identity, revision, fields.get("op") == "del", _vector(seen, revision), fields, raw, sound)


def _vector(seen: object, revision: int) -> dict[str, int]:
    if isinstance(seen, dict):
        counts = {str(k): v for k, v in seen.items() if type(v) is int and 0 < v < MAX_REVISION}
        if counts:
            return counts
    # Written by hand or by another program: a device without a name.
    return {"": revision}


def members(raw: bytes) -> dict[str, Raw]:
    """The members of the object on a line, each value as the very text that stands there.

    A record that is changed keeps what this version does not know byte for byte. Raises ValueError for no object.
    """
    text = raw.decode().strip()
    decoder = json.JSONDecoder()
    found: dict[str, Raw] = {}
    at = _skip(text, 1)
    while text[at : at + 1] == '"':
        key, at = scanstring(text, at + 1)
        at = _skip(text, _skip(text, at) + 1)
        _, end = decoder.raw_decode(text, at)
        found[key] = Raw(text[at:end])
        at = _skip(text, _skip(text, end) + 1)
    return found


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


class Clock:
    """Time and identities; tests put another clock in its place."""

    def __init__(self) -> None:
        self._last = 0

    def seconds(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def now(self) -> str:
        """The time in UTC, ISO 8601, to the millisecond."""
        seconds = self.seconds()
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
        return f"{stamp}.{int(seconds * 1000) % 1000:03d}Z"

    def identity(self) -> str:
        """A UUID of version 7 (RFC 9562): time-ordered, the ones of one process strictly."""
        # 48 bits of milliseconds and 12 bits of a counter, one number that never goes back.
        self._last = max(int(self.seconds() * 1000) << 12, self._last + 1)
        high, low = self._last >> 12, self._last & 0xFFF
        random = int.from_bytes(os.urandom(8)) & (2**62 - 1)
        number = (high & (2**48 - 1)) << 80 | 0x7 << 76 | low << 64 | 0b10 << 62 | random
        digits = f"{number:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
