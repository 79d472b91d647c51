"""Whether two texts are versions of one article: a sketch of a hundred bytes kept with every bookmark."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib

SKETCH = 24
"""Hashes kept. Of 24, a third in common means that about a third of the wording is (Broder 1997, bottom-k)."""

SAMPLE = 40_000
"""Code points that are looked at: the beginning tells one article from another, and a long one costs no more."""

RUN = 3
"""Words in a row that are hashed together."""

ALIKE = 0.3
"""Resemblance from which on two texts are taken for versions of one; two articles on one event share 0.05 or less."""

_WORD = re.compile(r"\w+")


def sketch(text: str) -> str:
    """The smallest hashes of all runs of three words, as base64; empty for a text of fewer words."""
    words = _WORD.findall(text[:SAMPLE].casefold())
    runs = {zlib.crc32(" ".join(words[k : k + RUN]).encode("utf-8", "replace")) for k in range(len(words) - RUN + 1)}
    smallest = sorted(runs)[:SKETCH]
    return base64.b64encode(struct.pack(f">{len(smallest)}I", *smallest)).decode()


def likeness(one: str, other: str) -> float:
    """Estimated share of wording two texts have in common, from their sketches; 0 for what is no sketch."""
    first, second = _hashes(one), _hashes(other)
    if not first or not second:
        return 0.0
    smallest = sorted(first | second)[:SKETCH]
    return sum(value in first and value in second for value in smallest) / len(smallest)


def _hashes(value: str) -> set[int]:
    try:
        data = base64.b64decode(value, validate=True)
        return set(struct.unpack(f">{len(data) // 4}I", data))
    except (binascii.Error, struct.error, ValueError):
        return set()
