"""The subject of a whole sentence, over what stands before it: adverbs, clauses, phrases with a preposition."""

from __future__ import annotations

from tui_reader.quotes.inflection import may_be_subject
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item
from tui_reader.quotes.lexicon import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    Lexicon,
)
from tui_reader.quotes.phrases import AS, BREAKS, FUNCTION, Mention, in_full, name_of, noun_phrase

_QUESTIONED = frozenset(
    ("asked", "pressed", "questioned", "quizzed", "interrogé", "interrogée", "gefragt", "befragt", "consultado")
)
"""Before a preposition they begin a clause about somebody whose name follows: `Asked by Hale whether he knew, Reed`."""


def main_subject(items: list[Item], lexicon: Lexicon | None) -> Mention | None:
    """Subject of a whole sentence: the first noun phrase no preposition governs."""
    at = 0
    total = len(items)
    while at < total:
        item = items[at]
        if item.kind in (",", "-", ":", ";", ")"):
            at += 1
            continue
        if item.kind == "(":
            closing = next((k for k in range(at, total) if items[k].kind == ")"), at)
            at = closing + 1
            continue
        if item.kind == WORD and item.lower in AS:
            at += 1
            continue
        if item.kind == WORD and item.flags & (PREPOSITION | SUBORDINATOR) and not item.flags & DETERMINER:
            at = _skip_phrase(items, at)
            continue
        if (
            not at
            and item.lower in _QUESTIONED
            and at + 1 < total
            and items[at + 1].flags & (PREPOSITION | SUBORDINATOR)
        ):
            at = _skip_phrase(items, at)
            continue
        gerunds = lexicon.gerund_endings if lexicon is not None else ()
        if gerunds and item.kind in (WORD, CUE_ITEM) and at + 1 < total and item.lower.endswith(gerunds):
            at = _skip_phrase(items, at)
            continue
        if item.kind == WORD and item.flags & (ADVERB | CONJUNCTION) and not item.flags & DETERMINER:
            at += 1
            continue
        break
    if lexicon is not None and lexicon.verb_first:
        return _free_subject(items, at, lexicon)
    return noun_phrase(items, at) if at < total else None


def _free_subject(items: list[Item], at: int, lexicon: Lexicon) -> Mention | None:
    """Subject where the order of words is free: the phrase at `at`, else the first nominative name nothing governs."""
    found = noun_phrase(items, at) if at < len(items) else None
    if found is not None and (found.kind != "name" or may_be_subject(found.text, lexicon.cases)):
        return found
    governed = False
    for index, item in enumerate(items):
        if item.kind == WORD and item.flags & PREPOSITION:
            governed = True
        elif item.kind == NAME:
            before = items[index - 1] if index else None
            if before is not None and before.kind == WORD and not before.flags & (PREPOSITION | FUNCTION):
                governed = False if in_full(item) else governed  # `Po meczu Anna Kot nie kryła łez`
            free = (
                before is None
                or (in_full(item) and before.kind == WORD)
                or before.kind in (",", ROLE_ITEM, ")", "-", CUE_ITEM)
                or bool(before.flags & ADVERB)
            )
            if free and not governed and not item.possessive and may_be_subject(item.text, lexicon.cases):
                return name_of(item)
            governed = False
        elif item.kind == PRON and (item.gender in ("m", "f") or (not item.gender and not item.flags & RELATIVE)):
            return Mention("pronoun", item.text, item.start, item.end, item.gender)
        elif item.kind in (",", "-", CUE_ITEM) or item.flags & ADVERB:
            governed = False
    return None


def _skip_phrase(items: list[Item], at: int) -> int:
    """Index after a phrase that begins with a preposition or a conjunction: after its comma."""
    for index in range(at + 1, min(len(items), at + 25)):
        if items[index].kind in (",", "-"):
            apposed = [item.kind for item in items[index + 1 : index + 3]] == [NAME, ","]
            if apposed and items[index - 1].kind == ROLE_ITEM and _named_subject(items, index + 3):
                return index + 3  # `Beside the minister, Ann Hale, the envoy Bo Reed smiled`
            return index + 1
        if items[index].kind == PRON and items[at].flags & PREPOSITION and not items[at].flags & SUBORDINATOR:
            return index  # `On Friday he said`
    for index in range(at + 1, min(len(items), at + 8)):
        if items[index].kind in (NAME, ROLE_ITEM) and index + 1 < len(items) and items[index + 1].kind == CUE_ITEM:
            return index
    return len(items)


def _named_subject(items: list[Item], at: int) -> bool:
    """Whether a noun phrase with a name, and no more, stands at `at` before a verb."""
    for index in range(at, min(len(items) - 1, at + 6)):
        item = items[index]
        if item.kind == NAME:
            return not item.possessive and items[index + 1].kind in (WORD, CUE_ITEM)
        if item.kind not in (WORD, ROLE_ITEM) or item.flags & BREAKS:
            return False
    return False
