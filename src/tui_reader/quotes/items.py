"""Items of a sentence: names, pronouns, cues, role nouns, other words, punctuation."""

from __future__ import annotations

import re
from functools import cache


@cache
def upper() -> str:
    """Every capital letter of the Latin and Cyrillic scripts, for character classes."""
    return "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x400, 0x530)) if chr(c).isupper())


@cache
def token() -> re.Pattern[str]:
    """A run of initials, a word, or a punctuation mark. Compiled at first use: importing does no work."""
    return re.compile(
        rf"(?:[{upper()}]\.-?)+(?![^\W_])|[^\W_]+(?:['’ʼ‑-][^\W_]+)*"
        r"(?:\.(?:com|ru|org|net|ua|by|pl|uk|info|ру)(?![^\W_]))?|\.\.\.|[.!?…,:;()\[\]]|[–—―]|-(?=\s)|\n"
    )


Token = tuple[str, int, int]
"""A token and where it stands."""

NAME, PRON, CUE_ITEM, ROLE_ITEM, WORD = "N", "P", "C", "R", "W"


class Item:
    """One item of a sentence. `kind` is a letter above or the punctuation mark itself."""

    __slots__ = ("end", "flags", "gender", "kind", "lower", "possessive", "start", "text")

    def __init__(self, kind: str, text: str, start: int, end: int, flags: int = 0, lower: str = "") -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.flags = flags
        self.lower = lower or text
        self.gender = ""
        self.possessive = False

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


class Sentence:
    """Items of one sentence or of what a quotation leaves of it."""

    __slots__ = ("closed", "end", "items", "start")

    def __init__(self, items: list[Item], start: int, end: int, closed: bool) -> None:
        self.items = items
        self.start = start
        self.end = end
        self.closed = closed
        """Whether a full stop, question or exclamation mark ends it."""
