"""The subject that stands before its cue: `Anna Berg said`, and over a relative clause, an apposition, a bracket."""

from __future__ import annotations

from tui_reader.quotes.inflection import may_be_subject
from tui_reader.quotes.inversion import belongs
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item, place
from tui_reader.quotes.lexicon import (
    ADVERB,
    BODY,
    CONJUNCTION,
    DETERMINER,
    FORENAME,
    NOT_NAME,
    PLACE,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    Lexicon,
)
from tui_reader.quotes.phrases import Mention, name_of, phrase_of
from tui_reader.quotes.subjects import main_subject


def subject_before(items: list[Item], cue: int, low: int, lexicon: Lexicon) -> Mention | None:
    """Subject that stands before the cue at index `cue`, not before index `low`."""
    at, skipped = _skip_back(items, cue - 1, low)
    if at < low:
        return None
    item = items[at]
    if items[cue - 1].kind == "-":
        opening = next((k for k in range(cue - 2, low, -1) if items[k].kind == "-"), low)
        if opening > low and items[opening - 1].kind == NAME and not items[opening - 1].possessive:
            first = main_subject(items[low:opening], lexicon)  # `Ann Hale — the mayor — said`
            return first if first is not None and first.kind == "name" else _governed(items, opening - 1, low, lexicon)
    if item.lower == "to" and item.kind == WORD:
        return _infinitive(items, at, low)
    if item.kind == NAME and not item.possessive:
        return _governed(items, at, low, lexicon)
    if item.kind == PRON:
        if item.flags & RELATIVE and not item.gender:
            if skipped:
                return None
            if items[-1].kind in (":", ",", "-"):
                return main_subject(items[low:at], lexicon)  # `Ann Hale, who said: “A”`
        return Mention("pronoun", item.text, item.start, item.end, item.gender)
    if item.kind == ROLE_ITEM:
        return _role_back(items, at, low)
    if item.kind == ",":
        return _apposition(items, at, low, lexicon)
    if item.kind == WORD and (item.flags & RELATIVE):
        return main_subject(items[low:at], lexicon)
    if item.kind == WORD and not item.flags & (PREPOSITION | CONJUNCTION | SUBORDINATOR):
        return _noun_back(items, at, low)
    if item.flags & CONJUNCTION and at > low:
        return main_subject(items[low:at], lexicon)
    return None


def _skip_back(items: list[Item], at: int, low: int) -> tuple[int, int]:
    """Index of what may be the subject, over adverbs, an age, a bracket; and how many unknown words were skipped."""
    while at >= low and ((items[at].kind == WORD and items[at].flags & ADVERB) or items[at].kind == "-"):
        at -= 1
    skipped = 0
    stops = PREPOSITION | DETERMINER | CONJUNCTION | SUBORDINATOR | RELATIVE | PLACE
    while at >= low and items[at].kind == WORD and skipped < 2 and not items[at].flags & stops:
        before = items[at - 1] if at > low else None
        if before is None or before.kind not in (NAME, PRON, ROLE_ITEM, ",", WORD):
            break
        at -= 1
        skipped += 1
    if at >= low and items[at].kind == ")":
        while at > low and items[at].kind != "(":
            at -= 1
        at -= 1
    return at, skipped


def _infinitive(items: list[Item], at: int, low: int) -> Mention | None:
    """`Hale was asked to say`: the phrase before the verb that governs the infinitive."""
    for index in range(at - 1, max(low - 1, at - 5), -1):
        item = items[index]
        if item.kind == NAME and not item.possessive:
            return name_of(item)
        if item.kind == PRON:
            return Mention("pronoun", item.text, item.start, item.end, item.gender)
        if item.kind not in (WORD, CUE_ITEM):
            break
    return None


def _governed(items: list[Item], at: int, low: int, lexicon: Lexicon) -> Mention | None:
    """The name at `at`, or the head noun when the name depends on a preposition."""
    joined = at - 1 > low and items[at - 1].kind == WORD and items[at - 1].flags & CONJUNCTION
    governed = any(i.flags & PREPOSITION and i.kind == WORD for i in items[low : at - 1])
    if joined and not governed and items[at - 2].kind == NAME and not items[at - 2].possessive:
        return _governed(items, at - 2, low, lexicon)  # `Hale and Reed said`
    following = items[at + 1] if at + 1 < len(items) else None
    if lexicon.cases.declines and following is not None and following.kind != CUE_ITEM and following.flags & BODY:
        return None  # `кандидат от Республиканской партии`
    if lexicon.verb_first and at > low and belongs(items[at], items[at - 1], lexicon):
        return _role_back(items, at - 1, low)
    if at > low and items[at - 1].kind == ROLE_ITEM and not may_be_subject(items[at].text, lexicon.cases):
        return _role_back(items, at - 1, low)  # `kandydat Republikanów`
    start = at
    while (start > low and items[start - 1].kind in (ROLE_ITEM, NAME)) or (
        start > low
        and items[start - 1].kind == WORD
        and (
            items[start - 1].flags & (NOT_NAME | DETERMINER)
            or (
                lexicon.noun_capitals
                and items[start - 1].text[0].isupper()
                and not items[start - 1].flags & PREPOSITION
            )
        )
    ):
        start -= 1
    if start > low and items[start - 1].flags & PREPOSITION and items[start - 1].kind == WORD:
        if items[start - 1].lower == "with" and items[at + 1 : at + 2] and items[at + 1].lower.endswith("ing"):
            return name_of(items[at])  # `with Hale calling it`
        head = start - 2
        if head >= low:
            if items[head].kind == NAME:
                part = head > low and items[head - 1].flags & CONJUNCTION and not items[head].flags & FORENAME
                return None if part else name_of(items[head])  # `the Science and Sport Board of the West`
            if items[head].kind == ROLE_ITEM:
                return _role_back(items, head, low, at + 1)
            if items[head].kind in (WORD, CUE_ITEM) and not items[head].flags & (PREPOSITION | ADVERB):
                return None
        if lexicon.verb_first:
            return None
    elif not lexicon.verb_first and any(i.flags & PREPOSITION and i.kind == WORD for i in items[low:start]):
        # `experts Ann Hale and Bo Reed of the Institute for Peace and Security said`
        first = main_subject(items[low : at + 1], lexicon)
        if (
            first is not None
            and first.kind == "name"
            and first.end < place(items, start)[0]
            and items[start - 1].kind != ","
        ):
            return first
    return name_of(items[at])


def _role_back(items: list[Item], at: int, low: int, stop: int = 0) -> Mention | None:
    start = at
    gender = items[at].gender
    while start > low:
        item = items[start - 1]
        if item.kind in (NAME, ROLE_ITEM) or (
            item.kind == WORD and not item.flags & (PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE)
        ):
            start -= 1
            if item.flags & DETERMINER:
                break
            continue
        break
    if start > low + 1 and items[start - 1].flags & PREPOSITION and items[start - 2].kind == ROLE_ITEM and not stop:
        return _role_back(items, start - 2, low, at + 1)
    return phrase_of(items, start, stop or at + 1, gender)


def _noun_back(items: list[Item], at: int, low: int) -> Mention | None:
    start = at
    while (
        start > low
        and items[start - 1].kind in (WORD, NAME, ROLE_ITEM)
        and not items[start - 1].flags & (PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE)
    ):
        start -= 1
        if items[start].flags & DETERMINER:
            break
        if at - start > 5:
            break
    if start > low and items[start - 1].flags & PREPOSITION:
        return main_subject(items[low:start], lexicon=None)
    return phrase_of(items, start, at + 1)


def _held_by(first: Mention, last: Item, lexicon: Lexicon | None) -> Mention | None:
    """`Zwycięzca, Brazylijczyk João Kot, powiedział`: the full name of whoever one word begins to tell of."""
    if lexicon is None or not lexicon.cases.declines or " " in first.text or first.kind != "name":
        return None
    full = last.kind == NAME and " " in last.text and bool(last.flags & FORENAME)
    known = lexicon.flags(first.text.lower()) & FORENAME or last.text.endswith(f" {first.text}")
    return name_of(last) if full and not known and may_be_subject(last.text, lexicon.cases) else None


def _apposition(items: list[Item], comma: int, low: int, lexicon: Lexicon | None) -> Mention | None:
    """`Hugh Stone, a professor of law, said`; `the head of the office, Anna Berg, said`."""
    first = main_subject(items[low:comma], lexicon)
    if first is not None and first.kind in ("name", "pronoun"):
        return _held_by(first, items[comma - 1], lexicon) or first
    for at in range(comma - 1, low + 1, -1):
        if items[at].flags & RELATIVE and items[at - 1].kind == "," and items[at - 2].kind == NAME:
            return name_of(items[at - 2])  # `Asked again, Hale, who is 45, said`
    if comma - 2 >= low and items[comma - 1].kind == NAME and not items[comma - 1].possessive:
        before = items[comma - 2]
        if before.kind == "," or before.kind == ROLE_ITEM:
            return name_of(items[comma - 1])
    return first
