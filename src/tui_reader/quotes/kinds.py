"""Direct speech, a fragment of reported speech, or no speech at all."""

from __future__ import annotations

from tui_reader.model.quote import QuoteKind
from tui_reader.quotes.items import CUE_ITEM, NAME, Item
from tui_reader.quotes.lexicon import (
    CUE,
    DETERMINER,
    MEDIA,
    PREPOSITION,
    STOP,
    WEAK,
    Lexicon,
)

_FINAL = ".!?…"


def kind_of(words: str, before: list[Item], after: list[Item], cued: bool, lexicon: Lexicon) -> QuoteKind:
    """Kind of a segment in marks.

    `words` stand between the marks, `before` and `after` are the items of the same sentence around it, `cued` says
    whether a cue stands right beside it.
    """
    stripped = words.strip()
    count = stripped.count(" ") + 1
    if not any(c.isalpha() for c in stripped):
        return QuoteKind.SCARE
    ends = stripped[-1] in _FINAL or (bool(after) and after[0].kind == "." and False)
    capital = _capital(stripped)
    if cued:
        return _cued(stripped, count, capital, before)
    media = _names_a_thing(before, after)
    if count <= 6 and media:
        return QuoteKind.SCARE
    title_case = count <= 10 and _title_case(stripped, lexicon)
    if title_case and not (ends and count > 3):
        return QuoteKind.SCARE
    if capital and (stripped[-1] in _FINAL or stripped[-1] == ",") and count >= 3:
        return QuoteKind.DIRECT
    reported = any(item.flags & (CUE | WEAK) and item.kind != NAME for item in before) or any(
        item.kind == CUE_ITEM for item in after[:6]
    )
    if count >= 8:
        return QuoteKind.DIRECT if capital and count > 8 and not before else QuoteKind.MIXED
    if reported and (count >= 2 or _close_report(before)):
        return QuoteKind.MIXED
    if count >= 5:
        return QuoteKind.MIXED
    return QuoteKind.SCARE


def _cued(words: str, count: int, capital: bool, before: list[Item]) -> QuoteKind:
    if capital or count >= 8 or not before:
        return QuoteKind.DIRECT
    return QuoteKind.MIXED


def _capital(words: str) -> bool:
    for char in words:
        if char.isalpha():
            return char.isupper()
        if char.isdigit():
            return True
    return False


def _title_case(words: str, lexicon: Lexicon) -> bool:
    """Whether every word that counts has a capital: a title or a brand."""
    parts = words.strip(".,!?…").split()
    if len(parts) == 1:
        return parts[0][:1].isupper()
    content = [p for p in parts if not lexicon.flags(p.lower()) & (STOP | PREPOSITION | DETERMINER)]
    if not content:
        return False
    capitals = sum(p[:1].isupper() or p[:1].isdigit() for p in content)
    return (capitals == len(content) and parts[0][:1].isupper() and capitals >= 2) or (
        capitals == len(content) == 1 and len(parts) <= 2
    )


def _names_a_thing(before: list[Item], after: list[Item]) -> bool:
    near = before[-2:]
    return any(item.flags & MEDIA for item in near) or (
        bool(after) and after[0].flags & MEDIA != 0 and not after[0].flags & CUE
    )


def _close_report(before: list[Item]) -> bool:
    return any(item.flags & (CUE | WEAK) and item.kind != NAME for item in before[-6:])
