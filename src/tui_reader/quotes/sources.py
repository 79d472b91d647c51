"""Whom a verb names that cites, or one without a subject: `quotes Ann Hale`, `сообщили в BDI`."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.quotes.bodies import is_body, is_place
from tui_reader.quotes.items import NAME, ROLE_ITEM, WORD, Item, place
from tui_reader.quotes.lexicon import (
    BODY,
    CITE,
    COMMON,
    FORENAME,
    IMPERSONAL,
    NOT_NAME,
    PLACE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    TITLE,
    Lexicon,
)
from tui_reader.quotes.phrases import Mention, name_of, phrase_of

_NOUN = COMMON | ROLE | TITLE
"""Flags that leave a word a noun, of a thing or of somebody."""
_PASSIVE = frozenset(("was", "were", "is", "are", "been", "being"))
"""Before a verb that cites they say that its subject is cited."""
_AGENTS = frozenset(("by", "par", "por", "von", "przez"))
"""After a passive verb they say who cites."""
_OBJECTS = frozenset(("его", "её", "ее", "його", "її", "яго", "яе", "go", "ją"))
"""Pronouns that stand for the one who is cited."""

_HIM = {"him": "m", "her": "f"}
"""The same in English, where no verb tells a gender."""


def person_like(item: Item) -> bool:
    """Whether a name is more than the name of a thing: several words, or a known forename."""
    return " " in item.text or bool(item.flags & FORENAME)


def cited(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """Whom a verb such as `quotes` names: its object, not its subject; None for other verbs."""
    if not items[cue].flags & CITE or (cue and items[cue - 1].lower in _PASSIVE):
        return None
    if cue + 1 < len(items) and items[cue + 1].lower in _AGENTS:
        return None  # `he was quoted by the agency`
    if cue > 1 and items[cue - 1].flags & RELATIVE and items[cue - 2].kind == ",":
        before = next((item for item in reversed(items[: cue - 1]) if item.kind == NAME), None)
        return name_of(before, lexicon.cases.declines) if before is not None else None  # `Hale, whom the paper quotes`
    found: Item | None = None
    for at, item in enumerate(items[cue + 1 : cue + 24], cue + 1):
        owner = item.lower == "her" and at + 1 < len(items) and items[at + 1].kind in (NAME, ROLE_ITEM, WORD)
        if found is None and item.lower in _HIM and not (owner and not items[at + 1].flags & PREPOSITION):
            return Mention("pronoun", item.text, item.start, item.end, _HIM[item.lower])  # `quoted him as saying`
        if item.kind == WORD and item.lower == "as":
            break
        if item.kind in (".", ":", "(", ";") or (item.kind == "," and found is not None):
            break
        sure = found is not None and person_like(found)
        if item.kind == WORD and item.flags & (PREPOSITION | SUBORDINATOR) and sure:
            break
        if item.kind == NAME and not sure and (found is None or not is_body(item.text, lexicon)):
            found = item
        if item.kind == WORD and lexicon.genders.get(item.lower) and found is None and item.lower in _OBJECTS:
            return Mention("pronoun", item.text, item.start, item.end, lexicon.genders[item.lower])
    if found is None:
        return None
    if lexicon.cases.declines and is_body(found.text, lexicon):
        return _cited_role(items, found) or Mention("zero", "", items[cue].start, items[cue].end)  # `цитирует РБК`
    return name_of(found, lexicon.verb_first and not lexicon.noun_capitals)


def _cited_role(items: list[Item], body: Item) -> Mention | None:
    """`цитирует РБК известного режиссера`: whom a paper quotes when it names no name."""
    at = begin = next(k for k, item in enumerate(items) if item is body) + 1
    if at < len(items) and items[at].kind == WORD and items[at].lower.endswith(("ого", "его", "ой", "ей", "ego", "ej")):
        at += 1
    if at < len(items) and items[at].kind == ROLE_ITEM:
        return phrase_of(items, begin, at + 1, items[at].gender)
    return None


def source_after(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """Whom words without a subject come from: `сообщили в BDI`, `czytamy w oświadczeniu Jana Nowaka`."""
    if not lexicon.cases.declines:
        return None
    return _source_at(items, cue + 1, cue, lexicon)


def source_before(items: list[Item], cue: int, low: int, lexicon: Lexicon) -> Mention | None:
    """`В пресс-службе министерства сообщили`: the office stands before a plural verb without a subject."""
    if not lexicon.cases.declines or items[cue].gender != "p":
        return None
    return _source_at(items[:cue], low, -1, lexicon)


def _is_acronym(item: Item) -> bool:
    """Whether a word is the short name of an office, not of a country."""
    return 1 < len(item.text) < 7 and item.text.isupper() and bool(item.flags & NOT_NAME) and not item.flags & PLACE


def _source_at(items: list[Item], at: int, cue: int, lexicon: Lexicon) -> Mention | None:
    impersonal = cue >= 0 and items[cue].flags & IMPERSONAL
    if cue >= 0 and not (impersonal or items[cue].gender == "p"):
        return None
    if at + 1 >= len(items) or items[at].lower not in lexicon.inside:
        return None
    for item in items[at + 1 : at + 6]:
        if item.kind == NAME and impersonal and (person_like(item) or item is not items[at + 1]):
            following = items[items.index(item) + 1 :]
            if following and following[0].kind in (WORD, ROLE_ITEM) and not following[0].flags & ~_NOUN:
                return None  # `Следственного комитета`
            if is_place(item.text, lexicon) or (is_body(item.text, lexicon) and not item.text.isupper()):
                return None
            return name_of(item, not item.text.isupper())  # `czytamy w liście Nowaka`, `говорится в сообщении МВД`
        if item.kind == WORD and _is_acronym(item):
            return Mention("marked", item.text, *place(items, items.index(item)))  # `сообщили в МВД`
        if impersonal and item.lower in lexicon.owners:
            return Mention("pronoun", item.text, *place(items, items.index(item)), lexicon.genders[item.lower])
        if item.kind == NAME and not impersonal and is_body(item.text, lexicon):
            return name_of(item)
        if item.kind == ROLE_ITEM and not impersonal and item.flags & BODY:
            stop = next((k for k in range(at + 1, len(items)) if items[k] is item), at + 1)
            beyond = items[stop + 1] if stop + 1 < len(items) else None
            follows = beyond is not None and beyond.kind in (WORD, ROLE_ITEM, NAME) and not beyond.flags & PREPOSITION
            return replace(phrase_of(items, at + 1, stop + (2 if follows else 1), item.gender), genitive=True)
        if item.kind != WORD or item.flags & (PREPOSITION | SUBORDINATOR):
            return None
    return None
