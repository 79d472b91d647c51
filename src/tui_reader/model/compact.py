"""How the text of an article is held in memory: as few bytes as it can be had from again at once.

Python gives every character of a string the room of its widest one, so one dash or curly mark makes an English
text twice as large. As UTF-8 it takes half of that again, and five microseconds to be made a string.
"""

from __future__ import annotations

from functools import lru_cache
from sys import getsizeof
from typing import Any, Protocol

LONGEST = 100_000
"""Characters up to which a text is packed; a longer one is rare, and unpacking it would be felt."""

WORTH = 0.75
"""A packed text takes at most this share of what the string takes; else it stays a string."""

_AT_HAND = 64
"""Texts unpacked last that stay strings: those on the screen and a few more."""


class _Slot(Protocol):
    def __get__(self, owner: Any, kind: type | None = None, /) -> Any: ...
    def __set__(self, owner: Any, value: Any, /) -> None: ...


class CompactText:
    """A field that is set and read as a string, laid over the slot that keeps it."""

    def __init__(self, slot: _Slot) -> None:
        self._slot = slot

    def __get__(self, owner: Any, kind: type | None = None) -> Any:
        if owner is None:
            return self
        kept = self._slot.__get__(owner, kind)
        return kept if isinstance(kept, str) else _unpacked(kept)

    def __set__(self, owner: Any, text: str) -> None:
        self._slot.__set__(owner, packed(text))


def packed(text: str) -> str | bytes:
    """`text` itself, or its UTF-8 bytes where they take much less room."""
    if text.isascii() or len(text) > LONGEST:
        return text
    # What passed the gate has no lone surrogates; a text made by a test may have some.
    data = text.encode("utf-8", "surrogatepass")
    return data if getsizeof(data) <= WORTH * getsizeof(text) else text


@lru_cache(maxsize=_AT_HAND)
def _unpacked(data: bytes) -> str:
    # The digest that the dictionary asks for is worked out once and kept by the bytes themselves.
    return data.decode("utf-8", "surrogatepass")
