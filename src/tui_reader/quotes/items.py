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


NOWHERE = -1
NAME, PRON, CUE_ITEM, ROLE_ITEM, WORD = "N", "P", "C", "R", "W"
EPICENE = "e"
"""Gender of a name that has no more than an office a man's by its form: somebody's, and a woman may hold it."""


class Item:
    """One item of a sentence. `kind` is a letter above or the punctuation mark itself.

    A plain word or a comma is one item wherever it stands, never changed and without a place: `start` and `end` are
    `NOWHERE`, and `place` finds it from its neighbours. Every other has its place in the text `source`.
    """

    __slots__ = ("end", "flags", "gender", "kind", "lower", "possessive", "source", "start", "text")

    def __init__(
        self,
        kind: str,
        text: str,
        start: int,
        end: int,
        source: str,
        flags: int = 0,
        lower: str = "",
        gender: str = "",
    ) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.source = source
        self.flags = flags
        self.lower = lower or text
        self.gender = gender
        self.possessive = False

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


Kind = tuple[str, int, str, str]
"""Kind, flags, gender and small letters of a token that is the same everywhere."""

Sure = tuple[Item | None, str, int, str, str]
"""The item of a plain word, else none, and its `Kind`."""

Token = tuple[Item | None, str, int, str, str, str, int, int, int]
"""What is `Sure` of a token, its word, where that begins and ends in its stretch of text, and how far it is from the
beginning of the stretch to that of the next token's."""


def place(items: list[Item], at: int) -> tuple[int, int]:
    """Where items[at] begins and ends in the text."""
    item = items[at]
    if item.start != NOWHERE:
        return item.start, item.end
    beyond = at + 1
    while beyond < len(items) and items[beyond].start == NOWHERE:
        beyond += 1
    if beyond < len(items):
        start = items[beyond].start
        for index in range(beyond - 1, at - 1, -1):
            start = items[beyond].source.rfind(items[index].text, 0, start)
        return start, start + len(item.text)
    before = at - 1
    while before >= 0 and items[before].start == NOWHERE:
        before -= 1
    if before < 0:
        return 0, 0  # no list of items is without one that has a place
    end = items[before].end
    for index in range(before + 1, at + 1):
        end = items[before].source.find(items[index].text, end) + len(items[index].text)
    return end - len(item.text), end


def settled(items: list[Item], at: int) -> Item:
    """items[at] with its place; one that has none is replaced in the list."""
    item = items[at]
    if item.start == NOWHERE:
        start, end = place(items, at)
        source = next((other.source for other in items if other.source), "")
        item = items[at] = Item(item.kind, item.text, start, end, source, item.flags, item.lower, item.gender)
    return item


class Sentence:
    """Items of one sentence or of what a quotation leaves of it."""

    __slots__ = ("closed", "end", "items", "start")

    def __init__(self, items: list[Item], start: int, end: int, closed: bool) -> None:
        self.items = items
        self.start = start
        self.end = end
        self.closed = closed
        """Whether a full stop, question or exclamation mark ends it."""
