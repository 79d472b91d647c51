"""Items of a sentence: names, pronouns, cues, role nouns, other words, punctuation."""

from __future__ import annotations

import re
from functools import cache


@cache
def upper() -> str:
    """Every capital letter of the Latin and Cyrillic scripts, for character classes: runs of them as `A-Z`."""
    capitals = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x400, 0x530)) if chr(c).isupper())
    for first, last in ("AZ", "ÀÖ", "ØÞ", "ЀЯ"):
        low, high = capitals.index(first), capitals.index(last)
        capitals = f"{capitals[:low]}{first}-{last}{capitals[high + 1 :]}"
    return capitals


@cache
def token() -> re.Pattern[str]:
    """A run of initials, a word, or a punctuation mark, as the one group. Compiled at first use.

    Most words are of Latin or Cyrillic letters, before a space or a comma, or two letters or more with no apostrophe,
    hyphen or full stop behind: they stand first and are never given back.
    """
    letters = "A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯ"
    site = r"\.(?:com|ru|org|net|ua|by|pl|uk|info|ру)(?![^\W_])"
    return re.compile(
        rf"([{letters}]++(?=[ ,])|,|[^\W_][^\W_]++(?!['’ʼ‑.-])"
        rf"|[{upper()}]\.-?(?:[{upper()}]\.-?)*(?![^\W_])"
        rf"|[^\W_]+(?:['’ʼ‑-][^\W_]+)*(?:{site})?|\.\.\.|[.!?…,:;()\[\]–—―\n]|-(?=\s))"
    )


Sure = tuple[str, int, str, str]
"""Kind, flags, gender and small letters of a token that is the same everywhere."""

Token = tuple[str, int, str, str, str, int, int, int]
"""What is sure of a token, its word, where that begins and ends in its stretch of text, and how far it is from the
beginning of the stretch to that of the next token's."""

NAME, PRON, CUE_ITEM, ROLE_ITEM, WORD = "N", "P", "C", "R", "W"


class Item:
    """One item of a sentence. `kind` is a letter above or the punctuation mark itself."""

    __slots__ = ("end", "flags", "gender", "kind", "lower", "possessive", "start", "text")

    def __init__(
        self, kind: str, text: str, start: int, end: int, flags: int = 0, lower: str = "", gender: str = ""
    ) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.flags = flags
        self.lower = lower or text
        self.gender = gender
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
