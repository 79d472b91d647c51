"""Direct speech, a fragment of reported speech, or no speech at all."""

from __future__ import annotations

from tui_reader.model.quote import QuoteKind
from tui_reader.quotes.findings import according_at
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, WORD, Item
from tui_reader.quotes.lexicon import (
    ADVERB,
    COMMON,
    CUE,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    WEAK,
    Lexicon,
)
from tui_reader.quotes.scripts import caseless, spoken
from tui_reader.quotes.titles import FINAL, capital_first, is_thing

_NOBODY = ("es", "man", "it", "who", "which")
"""Pronouns that titles have, too."""
_AROUND = ("over", "into", "onto", "behind", "inside")
"""Before words in marks they say that these are a thing: `he said he would take over “Hale”`."""


def kind_of(
    words: str,
    before: list[Item],
    after: list[Item],
    cued: bool,
    lexicon: Lexicon,
    follows: bool = False,
    joined: bool = False,
) -> QuoteKind:
    """Kind of a segment in marks.

    `words` stand between the marks, without spaces around them; `before` and `after` are the items of the same
    sentence around it, `cued` says whether a cue stands right beside it, `follows` that it comes right after the cue
    of a quotation before it, `joined` that only a few words part it from a fragment before it.
    """
    if not words[:1].isalpha() and not any(c.isalpha() for c in words):
        return QuoteKind.SCARE
    if not words.isascii() and caseless(words) and spoken(words, before, after):
        return QuoteKind.DIRECT
    capital, ends = capital_first(words), words[-1] in FINAL
    stops = not before and bool(after) and after[0].kind == "."  # a sentence whose full stop stands outside
    if follows and capital and (ends or stops) and not before:
        return QuoteKind.DIRECT  # “A,” she said. “B.”
    count = words.count(" ") + 1
    if not before and count >= 3 and after and after[0].kind == ":" and _of_us(words, lexicon):
        return QuoteKind.DIRECT  # a headline: “We cannot go on”: nurses give up
    if count <= 20 and is_thing(words, before, after, cued, lexicon):
        return QuoteKind.SCARE
    if cued and before and not capital and count < 5 and _of_the_next(before, after):
        cued, after = False, []
    if cued:
        return QuoteKind.DIRECT if capital or count >= 8 or not before else QuoteKind.MIXED
    if capital and (ends or stops or words[-1] == ",") and count >= 3:
        return QuoteKind.DIRECT
    if joined and not capital:
        return QuoteKind.MIXED  # `“weak” and “slow”`
    return _uncued(count, capital, before, after, lexicon)


def _of_us(words: str, lexicon: Lexicon) -> bool:
    """Whether the words say `I`, `we` or `you`."""
    low = [word.strip(".,!?…'’").replace("’", "'") for word in words.lower().split()]
    return any(lexicon.flags(w) & PRONOUN and w not in lexicon.genders and w not in _NOBODY for w in low)


def _uncued(count: int, capital: bool, before: list[Item], after: list[Item], lexicon: Lexicon) -> QuoteKind:
    """Kind of words no cue stands beside: reported somewhere in their sentence, or only set apart."""
    reported = (
        bool(according_at(before, lexicon))
        or any(item.flags & (CUE | WEAK) and item.kind != NAME for item in before)
        or any(item.kind == CUE_ITEM for item in after[:6])
    )
    if not reported and before and before[-1].kind == WORD and before[-1].flags & (DETERMINER | PREPOSITION):
        return QuoteKind.MIXED if count >= 9 and not capital else QuoteKind.SCARE
    if count >= 8:
        return QuoteKind.DIRECT if capital and not before else QuoteKind.MIXED
    if count <= 4 and before and _qualifies(before[-1], after):
        return QuoteKind.SCARE
    if reported and (count >= 4 or _close_report(before) or _predicated(count, capital, before, after, lexicon)):
        return QuoteKind.MIXED
    return QuoteKind.MIXED if count >= 5 and (reported or not lexicon.noun_capitals) else QuoteKind.SCARE


def _predicated(count: int, capital: bool, before: list[Item], after: list[Item], lexicon: Lexicon) -> bool:
    """Whether the words end what a sentence says of somebody: `said the plan was “too risky”`, `as “risky”`."""
    if not before or (after and after[0].kind == WORD and not after[0].flags):
        return False
    last = before[-1]
    if last.flags & SUBORDINATOR:
        return True
    if lexicon.cases.declines and (not _ends_clause(after) or (count == 1 and not last.flags & ADVERB)):
        return False  # `большая семёрка` and its like
    if lexicon.noun_capitals and count == 1:
        return False
    articles = not (lexicon.cases.declines or lexicon.noun_capitals)
    if capital or (articles and not last.flags & (DETERMINER | ADVERB)):
        return False
    return any(item.kind == CUE_ITEM for item in before) or (lexicon.cases.declines and bool(last.flags & ADVERB))


def _ends_clause(after: list[Item]) -> bool:
    return not after or after[0].kind in (".", ",")


def _of_the_next(before: list[Item], after: list[Item]) -> bool:
    """Whether a cue behind the words reports something else: `is Iowa's “standard”, says she`, `X – “y” – is`."""
    if after and after[0].kind == "-" == before[-1].kind:
        return True
    if len(after) < 2 or after[0].kind != CUE_ITEM:
        return False
    return after[1].kind == PRON or bool(after[1].flags & SUBORDINATOR)


def _qualifies(last: Item, after: list[Item]) -> bool:
    """Whether the words in marks only qualify a noun, or are what is done something to: `a “stand down” order`."""
    if last.lower in _AROUND:
        return True
    inside = last.kind == WORD and bool(last.flags & (DETERMINER | PREPOSITION))
    return inside and bool(after) and after[0].kind == WORD and not after[0].flags & ~COMMON


def _close_report(before: list[Item]) -> bool:
    return any(item.flags & (CUE | WEAK) and item.kind != NAME for item in before[-6:])
