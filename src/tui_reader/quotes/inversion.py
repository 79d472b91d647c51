"""The subject that follows its cue: `said Anna Berg`, in free word order anywhere behind it."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.quotes.bodies import is_body
from tui_reader.quotes.inflection import ADJECTIVES, may_be_subject
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item
from tui_reader.quotes.lexicon import (
    ADVERB,
    BODY,
    COMMON,
    CONJUNCTION,
    DETERMINER,
    FORENAME,
    INDEFINITE,
    KIN,
    MEDIA,
    NOT_NAME,
    PLACE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    TITLE,
    Lexicon,
)
from tui_reader.quotes.phrases import Mention, name_of, noun_phrase, phrase_of
from tui_reader.quotes.sources import person_like

_DATIVES = frozenset(("der", "dem", "den"))
"""Articles of whom something is told: `sagte der Tellmann AG`."""


def subject_after(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """Subject that follows the cue: `said Anna Berg`."""
    at = cue + 1
    total = len(items)
    while at < total and items[at].kind == WORD and items[at].flags & ADVERB and not items[at].flags & DETERMINER:
        at += 1
    if at >= total:
        return None
    if not lexicon.verb_first:
        if (items[at].flags & PREPOSITION and items[at].kind == WORD) or items[at].kind in (
            ",",
            ".",
            ":",
            "-",
            CUE_ITEM,
        ):
            return None
        found = noun_phrase(items, at)
        if found is not None and found.kind == "pronoun" and found.gender == "":
            return None
        return found
    return _subject_anywhere(items, at, lexicon)


def _subject_anywhere(items: list[Item], at: int, lexicon: Lexicon) -> Mention | None:
    total = len(items)
    role: Mention | None = None
    body: Item | None = None
    governed = listed = False
    first = at
    while at < min(total, first + 24):
        item = items[at]
        if item.kind == "-" and role is not None and at + 1 < total and items[at + 1].kind == ROLE_ITEM:
            at += 1
            continue  # `заместитель председателя — министр Иван Петров`
        if item.kind in (".", ";", ":", "-") or (item.kind == WORD and item.flags & (SUBORDINATOR | RELATIVE)):
            break
        if item.kind == ",":
            if role is None:
                break
            listed = True
            governed = False
        if item.kind == WORD and item.flags & PREPOSITION:
            governed = True
        elif item.kind == NAME and item.possessive and lexicon.cases.declines:
            governed = False
        elif item.kind == NAME:
            if item.lower in lexicon.origins and items[at - 1].flags & DETERMINER:
                gender = "f" if items[at - 1].lower == "la" else "m" if items[at - 1].lower == "le" else ""
                return Mention("pronoun" if gender else "zero", item.text, item.start, item.end, gender)
            fits = not governed and may_be_subject(item.text, lexicon.cases)
            before = items[at - 1]
            opens = all(
                between.flags & (NOT_NAME | DETERMINER) and between.lower not in _DATIVES for between in items[first:at]
            )
            if body is None and role is None and opens and is_body(item.text, lexicon):
                body = item  # `сообщил РИА Новости источник`: the agency unless somebody follows
                at += 1
                continue
            named = _adjective_of(items, at) if not governed else None
            if named is not None:
                return named
            object_ = before.kind == WORD and not opens and is_body(item.text, lexicon)
            if lexicon.cases.declines and not person_like(item) and _names_no_subject(before, opens):
                at += 1
                continue
            if object_ or belongs(item, before, lexicon) or (before.kind == ROLE_ITEM and _person_beyond(items, at)):
                at += 1
                continue
            if listed and not (item.flags & FORENAME or before.kind == ","):
                fits = False  # beyond a comma only what is surely a person
            office = before.kind == ROLE_ITEM and before.flags & BODY and before.text[0].isupper()
            if office and not governed and not item.flags & FORENAME:
                return Mention("marked", f"{before.text} {item.text}", before.start, item.end)  # `Ministerstwo Zdrowia`
            if fits and not (
                role is not None and before.kind == WORD and not before.flags & ~COMMON and not person_like(item)
            ):
                return name_of(item)
            tail = None if fits else _subject_tail(item, lexicon)
            if tail is not None:
                return tail
            governed = False
        elif item.kind == PRON and at == first and item.gender:
            return Mention("pronoun", item.text, item.start, item.end, item.gender)
        elif item.kind == ROLE_ITEM and not governed and role is None:
            begin = at - 1 if at > first and items[at - 1].lower.endswith(ADJECTIVES) else at
            new = next((k for k in range(first, at) if items[k].flags & INDEFINITE), -1)
            begin = new if new >= 0 and not lexicon.cases.declines else begin  # `sagte ein junger Mann`
            role = phrase_of(items, begin, _attributes_end(items, at), item.gender)
        elif item.kind == CUE_ITEM:
            break
        elif item.kind in (WORD, ROLE_ITEM) and governed and not item.flags & (DETERMINER | PREPOSITION):
            governed = item.flags & BODY != 0 if item.kind == ROLE_ITEM else _agrees_on(item, lexicon)
        at += 1
    return role if role is not None or body is None else name_of(body)


def _attributes_end(items: list[Item], at: int) -> int:
    """Index after an office and the words that say which: `ministerstwo obrony`."""
    end = at + 1
    while end < len(items) and end < at + 3 and _attribute(items[end], bool(items[at].flags & BODY)):
        end += 1
    return end


def _adjective_of(items: list[Item], at: int) -> Mention | None:
    """`Канадская служба переливания крови`: a capitalised adjective and the body it belongs to."""
    item, following = items[at], items[at + 1] if at + 1 < len(items) else None
    if following is None or following.kind not in (WORD, ROLE_ITEM) or not following.flags & BODY:
        return None
    if " " in item.text or not item.lower.endswith(ADJECTIVES) or item.lower.endswith("ой"):
        return None
    end = _attributes_end(items, at + 1)
    words = phrase_of(items, at, end)
    return replace(words, kind="marked")


def _attribute(item: Item, body: bool) -> bool:
    """Whether a word after an office or a role may say which: a noun or a place; after offices a name or a role too."""
    if item.kind in (ROLE_ITEM, NAME):
        return body and not item.gender
    return item.kind == WORD and (not item.flags & ~COMMON or bool(item.flags & PLACE))


def belongs(item: Item, before: Item, lexicon: Lexicon) -> bool:
    """Whether a name only says whose the role is: `представитель Microsoft`, but `агентство Reuters`."""
    if before.kind != ROLE_ITEM or before.flags & BODY:
        return False
    return is_body(item.text, lexicon) or bool(before.flags & KIN and not person_like(item) and _oblique(item, lexicon))


def _names_no_subject(before: Item, opens: bool) -> bool:
    """Whether a bare name says which thing or whose people: `na platformie Świergot`, `mieszkańcy Zaborza`."""
    if before.kind == ROLE_ITEM:
        return bool(before.flags & ROLE) and not before.flags & (TITLE | BODY) and not before.gender
    return not opens and before.kind == WORD and bool(before.flags & MEDIA) and not before.flags & (PREPOSITION | BODY)


def _oblique(item: Item, lexicon: Lexicon) -> bool:
    """Whether a bare name looks like a genitive: `супруга Петрова` is Petrov's wife."""
    return item.text.endswith(lexicon.cases.owner) and not item.text.endswith(lexicon.cases.feminine)


def _person_beyond(items: list[Item], at: int) -> bool:
    """Whether a bare name after a role is an office's because its holder follows: `глава Минздрава Анна Берг`."""
    if person_like(items[at]) or items[at - 1].flags & BODY:
        return False
    for item in items[at + 1 : at + 9]:
        if item.kind == NAME and person_like(item):
            return True
        if item.kind not in (WORD, NAME) or item.flags & (PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE):
            return False
    return False


def _agrees_on(item: Item, lexicon: Lexicon) -> bool:
    """Whether a word after a preposition is still an adjective of its phrase."""
    return bool(lexicon.adjective_endings) and item.lower.endswith(lexicon.adjective_endings)


def _subject_tail(item: Item, lexicon: Lexicon) -> Mention | None:
    """`w Wirtualnej Polsce Jan Nowak`: the nominative end of a run of capitals."""
    parts = item.text.split(" ")
    if len(parts) < 3:
        return None
    for at in range(1, len(parts) - 1):
        if lexicon.flags(parts[at].lower()) & FORENAME:  # `w Radiu Fala Jan Nowak`
            tail = " ".join(parts[at:])
            return (
                Mention("name", tail, item.end - len(tail), item.end) if may_be_subject(tail, lexicon.cases) else None
            )
    tail = " ".join(parts[-2:])
    if may_be_subject(tail, lexicon.cases) and not may_be_subject(parts[0], lexicon.cases):
        return Mention("name", tail, item.end - len(tail), item.end, item.gender)
    return None
