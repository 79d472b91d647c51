"""Direct speech, a fragment of reported speech, or no speech at all."""

from __future__ import annotations

from tui_reader.model.quote import QuoteKind
from tui_reader.quotes.items import CUE_ITEM, NAME, ROLE_ITEM, WORD, Item
from tui_reader.quotes.lexicon import (
    COMMON,
    CUE,
    DETERMINER,
    MEDIA,
    PREPOSITION,
    STOP,
    SUBORDINATOR,
    WEAK,
    Lexicon,
)

_FINAL = ".!?…"


def kind_of(
    words: str, before: list[Item], after: list[Item], cued: bool, lexicon: Lexicon, follows: bool = False
) -> QuoteKind:
    """Kind of a segment in marks.

    `words` stand between the marks, `before` and `after` are the items of the same sentence around it, `cued` says
    whether a cue stands right beside it, `follows` that it comes right after the cue of a quotation before it.
    """
    words = words.strip()
    if not words[:1].isalpha() and not any(c.isalpha() for c in words):
        return QuoteKind.SCARE
    capital, ends = _capital(words), words[-1] in _FINAL
    if follows and capital and ends and not before:
        return QuoteKind.DIRECT  # “A,” she said. “B.”
    count = words.count(" ") + 1
    if count <= 14 and _is_thing(words, before, after, cued, lexicon):
        return QuoteKind.SCARE
    if cued:
        return QuoteKind.DIRECT if capital or count >= 8 or not before else QuoteKind.MIXED
    if capital and (ends or words[-1] == ",") and count >= 3:
        return QuoteKind.DIRECT
    return _uncued(count, capital, before, after, lexicon)


def _is_thing(words: str, before: list[Item], after: list[Item], cued: bool, lexicon: Lexicon) -> bool:
    """Whether short words in marks are a title, a brand or the name of who speaks."""
    count = words.count(" ") + 1
    ends = words[-1] in _FINAL
    apart = bool(before) and before[-1].kind in (":", ",", "-")
    introduced = bool(before) and before[-1].kind == ":"
    sentence = ends and count > 3
    if not introduced and not sentence and _names_a_thing(before, after, lexicon.cases.declines):
        return True
    if not sentence and _title_case(words, lexicon):
        spoken = cued and (apart or (not before and (words[-1] in ",!?—-" or _starts_cue(after))))
        if not spoken:
            return True
    if count <= 5 and _subject_of_report(after) and (not cued if before else True):
        return True
    if count > 4 or not before or introduced or ends or (cued and apart):
        return False
    return _capital(words) and not words.startswith("I")


def _uncued(count: int, capital: bool, before: list[Item], after: list[Item], lexicon: Lexicon) -> QuoteKind:
    """Kind of words no cue stands beside: reported somewhere in their sentence, or only set apart."""
    reported = any(item.flags & (CUE | WEAK) and item.kind != NAME for item in before) or any(
        item.kind == CUE_ITEM for item in after[:6]
    )
    if not reported and before and before[-1].kind == WORD and before[-1].flags & (DETERMINER | PREPOSITION):
        return QuoteKind.MIXED if count >= 9 and not capital else QuoteKind.SCARE
    if count >= 8:
        return QuoteKind.DIRECT if capital and not before else QuoteKind.MIXED
    if count <= 4 and before and _qualifies(before[-1], after):
        return QuoteKind.SCARE
    if reported and (count >= 4 or _close_report(before)):
        return QuoteKind.MIXED
    return QuoteKind.MIXED if count >= 5 and (reported or not lexicon.noun_capitals) else QuoteKind.SCARE


def _qualifies(last: Item, after: list[Item]) -> bool:
    """Whether the words in marks only qualify a noun: `a “stand down” order`."""
    inside = last.kind == WORD and bool(last.flags & (DETERMINER | PREPOSITION))
    return inside and bool(after) and after[0].kind == WORD and not after[0].flags & ~COMMON


def _subject_of_report(after: list[Item]) -> bool:
    """Whether the words in marks are themselves who speaks: `“The Herald” writes that`."""
    if not after or after[0].kind != CUE_ITEM:
        return False
    return any(item.kind == WORD and item.flags & SUBORDINATOR for item in after[1:3])


def _starts_cue(after: list[Item]) -> bool:
    """Whether the narrative goes on with a comma or a dash, or at once with the cue."""
    return bool(after) and (after[0].kind in (",", "-") or after[0].kind == CUE_ITEM)


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
    if len(parts) > 2 and not parts[0][:1].isupper():
        return False
    content = 0
    for part in parts:
        if lexicon.words.get(part.lower(), 0) & (STOP | PREPOSITION | DETERMINER):
            continue
        if not (part[0].isupper() or part[0].isdigit()):
            return False
        content += 1
    return (content >= 2 and parts[0][0].isupper()) or (content == 1 and len(parts) <= 2)


def _title_of(before: list[Item]) -> bool:
    """`в статье Частного корреспондента «X»`: a medium whose genitive stands before the title."""
    for item in reversed(before[-4:]):
        if item.flags & MEDIA and not item.flags & PREPOSITION and len(item.text) > 3:
            return True
        if item.kind not in (NAME, WORD, ROLE_ITEM) or item.flags & (PREPOSITION | CUE | WEAK | SUBORDINATOR):
            return False
    return False


def _names_a_thing(before: list[Item], after: list[Item], declines: bool) -> bool:
    """`the novel “X”`, `the so-called “X”`, `“X” magazine`."""
    if before:
        last = before[-1]
        if last.kind in (",", "(", "-") and len(before) > 1:
            last = before[-2]
        if last.flags & MEDIA or (declines and _title_of(before)):
            return True
    return bool(after) and bool(after[0].flags & MEDIA) and not after[0].flags & (CUE | PREPOSITION | DETERMINER)


def _close_report(before: list[Item]) -> bool:
    return any(item.flags & (CUE | WEAK) and item.kind != NAME for item in before[-6:])
