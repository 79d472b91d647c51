"""Noun phrases: the head that can speak, out of titles, appositions and attributes."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item, place
from tui_reader.quotes.lexicon import (
    COMMON,
    CONJUNCTION,
    CUE,
    DETERMINER,
    FORENAME,
    INDEFINITE,
    MEDIA,
    NOT_NAME,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    WEAK,
)

FUNCTION = ~(COMMON | NOT_NAME | MEDIA | WEAK)
"""Flags that make a word more than a noun, an adjective or the name of a place."""
_OF = frozenset(("of", "de", "d'", "du", "des", "del", "von", "vom"))
AS = frozenset(("as", "like", "jak", "как", "як", "wie", "comme", "como"))
BREAKS = PREPOSITION | SUBORDINATOR | CONJUNCTION | RELATIVE


@dataclass(slots=True, eq=False)
class Mention:
    """The words that name a speaker, never changed. `kind`: `name`, `pronoun`, `role`, `zero`, `nobody`."""

    kind: str
    text: str
    start: int
    end: int
    gender: str = ""
    genitive: bool = False
    """Whether the phrase stands in the genitive (after `according to` in Slavic languages)."""


def name_of(item: Item, genitive: bool = False) -> Mention:
    """The mention that is the name `item`."""
    return Mention("name", item.text, item.start, item.end, item.gender, genitive)


def phrase_of(items: list[Item], low: int, high: int, gender: str = "") -> Mention:
    """Role phrase from items[low:high]."""
    words = " ".join([item.text for item in items[low:high]])
    return Mention("role", words, place(items, low)[0], place(items, min(high, len(items)) - 1)[1], gender)


def noun_phrase(items: list[Item], at: int) -> Mention | None:
    """The noun phrase that begins at `at`: its name, else its role noun, else nothing."""
    start, role, words = at, -1, 0
    while at < len(items):
        item = items[at]
        counted = item.kind == PRON and bool(item.flags & INDEFINITE) and at + 1 < len(items)
        if counted and items[at + 1].kind in (WORD, ROLE_ITEM):
            at += 1  # `one shareholder, Ann Hale, said`
            continue
        if item.kind == PRON:
            pronoun = Mention("pronoun", item.text, item.start, item.end, item.gender)
            return pronoun if at == start else _role(items, start, role)
        if item.kind == NAME and not item.possessive:
            return _name_or_more(items, at, start)
        if item.kind in (NAME, ROLE_ITEM):
            role = at if item.kind == ROLE_ITEM and not item.possessive else role  # `the president's secretary`
            at += 1
            continue
        if item.kind == WORD and role < 0 and words < 5 and not item.flags & BREAKS:
            words += 1
            at += 1
            continue
        if item.kind == WORD and role >= 0 and not item.flags & FUNCTION:
            named = _holder(items, at - 1)  # `глава МИД России Сергей Лугов`
            if named is None and at + 1 < len(items) and items[at + 1].kind == ",":
                named = _next_name(items, at + 2)  # `buteur malheureux, Luc Petit a souri`
            if named is None:
                named = _after_comma(items, at)  # `Matka ofiary, Anna Kot, milczy`
            if named is not None:
                return named
        if item.kind == "," and at > start:
            named = _next_name(items, at + 1)
            if named is not None:
                return named
        if role >= 0 and item.flags & PREPOSITION:
            named = _after_comma(items, at) or _holder(items, at) or _beyond(items, at)
            if named is not None:
                return named
        break
    return _role(items, start, role)


def _name_or_more(items: list[Item], at: int, start: int) -> Mention:
    """The name at `at`, unless it only belongs to what follows: `Hale spokeswoman Rosa Reed`."""
    following = items[at + 1] if at + 1 < len(items) else None
    if following is not None and following.kind == ROLE_ITEM:
        inner = noun_phrase(items, at + 1)
        if inner is not None and inner.kind == "name":
            return inner
        if following.flags & ROLE and not following.text[0].isupper():
            return phrase_of(items, start, at + 2, following.gender)
    beyond = items[at + 2] if at + 2 < len(items) else None
    origin = following is not None and following.kind == WORD and following.flags & NOT_NAME
    if origin and beyond is not None and beyond.kind == NAME and beyond.flags & FORENAME and not beyond.possessive:
        return name_of(beyond)  # `House Republican Frank Hale`
    plain = at + 1
    while plain < len(items) and plain < at + 4 and items[plain].kind == WORD and not items[plain].flags & ~COMMON:
        plain += 1
    if plain > at + 2 and plain < len(items) and items[plain].kind == ROLE_ITEM:
        inner = noun_phrase(items, plain)  # `Acme unlimited data customer Ann Hale`
        if inner is not None and inner.kind == "name":
            return inner
    if following is not None and following.kind == WORD and not following.flags & ~COMMON and at + 2 < len(items):
        after = items[at + 2]
        if after.kind == ROLE_ITEM:  # `Ohio nutritional-supplement executive Frank Hale`
            inner = noun_phrase(items, at + 2)
            if inner is not None and inner.kind == "name":
                return inner
        beyond = items[at + 3] if at + 3 < len(items) else None
        if after.kind == "," and beyond is not None and beyond.kind == NAME and not beyond.possessive:
            return name_of(beyond)  # `High Court advocate, Frank Hale`
    return name_of(items[at])


def _next_name(items: list[Item], at: int) -> Mention | None:
    """A name right after a comma, with no more than its titles before it: `her host, actress Ann Hale`."""
    while at < len(items) and items[at].kind == ROLE_ITEM:
        at += 1
    if at < len(items) and items[at].kind == NAME and not items[at].possessive:
        after = items[at + 1].kind if at + 1 < len(items) else "."
        if after in (",", ".", "(", CUE_ITEM, WORD):
            return name_of(items[at])
    return None


def _after_comma(items: list[Item], at: int) -> Mention | None:
    """`a spokesman for the ministry, Jan Nowak, said`: the name between the commas."""
    for index in range(at, min(len(items), at + 9)):
        item = items[index]
        if item.kind == ",":
            name = index + 1
            while name < len(items) and items[name].kind == ROLE_ITEM:
                name += 1  # `a lawyer for the family, Dr. Ann Hale, said`
            if name < len(items) and items[name].kind == NAME and not items[name].possessive:
                after = items[name + 1].kind if name + 1 < len(items) else "."
                if after in (",", ".", "(") or (after == CUE_ITEM):
                    return name_of(items[name])
            return None
        if item.kind in (CUE_ITEM, PRON, "."):
            return None
    return None


def _beyond(items: list[Item], at: int) -> Mention | None:
    """`uchodźca z Mariupola Adam Kot`: a full name behind the place it comes from."""
    names = items[at + 1 : at + 3]
    if len(names) == 2 and all(item.kind == NAME and not item.possessive for item in names) and in_full(names[1]):
        return name_of(names[1])
    return None


def _holder(items: list[Item], at: int) -> Mention | None:
    """`secretary of state Hillary Clinton`: a full name behind the common nouns of its title."""
    end = at + 1
    while end < len(items) and end < at + 5 and items[end].kind == WORD and not items[end].flags & FUNCTION:
        end += 1
    if end == at + 1 or end >= len(items) or items[end].kind != NAME or items[end].possessive:
        return None
    if " " not in items[end].text:
        return None
    after_role = items[at].kind == ROLE_ITEM and not items[end - 1].flags & COMMON
    sure = items[end].flags & FORENAME or after_role
    return name_of(items[end]) if sure else None


def _role(items: list[Item], start: int, role: int) -> Mention | None:
    if role < 0:
        return None
    end = role + 1
    if end + 1 < len(items) and items[end].lower in _OF:
        end += 1
        while end < len(items) and items[end].kind in (WORD, ROLE_ITEM, NAME):
            end += 1
            if not items[end - 1].flags & (DETERMINER | PREPOSITION):
                break
        return phrase_of(items, start, end, items[role].gender)  # `the leader of the opposition`
    return phrase_of(items, start, end, items[role].gender)


def in_full(item: Item) -> bool:
    """Whether a name is a full one that begins with a forename in the nominative: no genitive of a noun before it."""
    return bool(item.flags & FORENAME) and " " in item.text


def has_report(items: list[Item]) -> bool:
    """Whether any word of the items reports speech."""
    return any(item.flags & (CUE | WEAK) for item in items)
