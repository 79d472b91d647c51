"""Reads one sentence around a quotation: where its cue is and which noun phrase is the subject."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item
from tui_reader.quotes.lexicon import (
    ADVERB,
    CITE,
    CONJUNCTION,
    CUE,
    DETERMINER,
    FORENAME,
    NOT_NAME,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    TITLE,
    WEAK,
    Lexicon,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker. `kind`: `name`, `pronoun`, `role`, `zero`."""

    kind: str
    text: str
    start: int
    end: int
    gender: str = ""
    genitive: bool = False
    """Whether the phrase stands in the genitive (after `according to` in Slavic languages)."""


@dataclass(frozen=True, slots=True)
class Clue:
    """A cue and its subject, read off one sentence."""

    cue: Item
    last: int
    """Index of the item after the clause part that was used."""
    subject: Mention | None
    tight: bool
    """Whether cue and quotation stand side by side."""
    according: bool = False


def name_of(item: Item, genitive: bool = False) -> Mention:
    return Mention("name", item.text, item.start, item.end, item.gender, genitive)


def phrase_of(items: list[Item], low: int, high: int, gender: str = "") -> Mention:
    """Role phrase from items[low:high]."""
    words = items[low:high]
    return Mention("role", " ".join(w.text for w in words), words[0].start, words[-1].end, gender)


def subject_before(items: list[Item], cue: int, low: int, lexicon: Lexicon) -> Mention | None:
    """Subject that stands before the cue at index `cue`, not before index `low`."""
    at = cue - 1
    skipped = 0
    while at >= low and ((items[at].kind == WORD and items[at].flags & ADVERB) or items[at].kind == "-"):
        at -= 1
    while (
        at >= low
        and items[at].kind == WORD
        and skipped < 2
        and not items[at].flags & (PREPOSITION | DETERMINER | CONJUNCTION | SUBORDINATOR | RELATIVE)
    ):
        # an adverb or an age between the subject and the verb: `Smith angrily said`
        before = items[at - 1] if at > low else None
        if before is None or before.kind not in (NAME, PRON, ROLE_ITEM, ",", WORD):
            break
        at -= 1
        skipped += 1
    if at >= low and items[at].kind == ")":
        while at > low and items[at].kind != "(":
            at -= 1
        at -= 1
    if at >= low and items[at].lower == "to" and items[at].kind == WORD:
        return _infinitive(items, at, low)
    if at < low:
        return None
    item = items[at]
    if item.kind == NAME and not item.possessive:
        return _governed(items, at, low, lexicon)
    if item.kind == PRON:
        return (
            None
            if skipped and item.flags & RELATIVE
            else Mention("pronoun", item.text, item.start, item.end, item.gender)
        )
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
    start = at
    while (start > low and items[start - 1].kind in (ROLE_ITEM, NAME)) or (
        start > low and items[start - 1].kind == WORD and items[start - 1].flags & (NOT_NAME | DETERMINER)
    ):
        start -= 1
    if start > low and items[start - 1].flags & PREPOSITION and items[start - 1].kind == WORD:
        head = start - 2
        if head >= low:
            if items[head].kind == NAME:
                return name_of(items[head])
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
            and first.end < items[start].start
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


def _apposition(items: list[Item], comma: int, low: int, lexicon: Lexicon | None) -> Mention | None:
    """`Hugh Stone, a professor of law, said`; `the head of the office, Anna Berg, said`."""
    first = main_subject(items[low:comma], lexicon)
    if first is not None and first.kind in ("name", "pronoun"):
        return first
    if comma - 2 >= low and items[comma - 1].kind == NAME and not items[comma - 1].possessive:
        before = items[comma - 2]
        if before.kind == "," or before.kind == ROLE_ITEM:
            return name_of(items[comma - 1])
    return first


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
            while at < total and items[at].kind != ")":
                at += 1
            continue
        if item.lower in ("as", "like", "jak", "как", "як", "wie", "comme", "como") and item.kind == WORD:
            at += 1
            continue
        if item.kind == WORD and item.flags & (PREPOSITION | SUBORDINATOR) and not item.flags & DETERMINER:
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
    from tui_reader.quotes.inflection import may_be_subject

    found = noun_phrase(items, at) if at < len(items) else None
    if found is not None and (found.kind != "name" or may_be_subject(found.text, lexicon.language)):
        return found
    governed = False
    for index, item in enumerate(items):
        if item.kind == WORD and item.flags & PREPOSITION:
            governed = True
        elif item.kind == NAME:
            before = items[index - 1] if index else None
            free = before is None or before.kind in (",", ROLE_ITEM, ")", "-", CUE_ITEM) or bool(before.flags & ADVERB)
            if free and not governed and not item.possessive and may_be_subject(item.text, lexicon.language):
                return name_of(item)
            governed = False
        elif item.kind == PRON and item.gender in ("m", "f"):
            return Mention("pronoun", item.text, item.start, item.end, item.gender)
        elif item.kind in (",", "-", CUE_ITEM) or item.flags & ADVERB:
            governed = False
    return None


def _skip_phrase(items: list[Item], at: int) -> int:
    """Index after a phrase that begins with a preposition or a conjunction: after its comma."""
    for index in range(at + 1, min(len(items), at + 25)):
        if items[index].kind in (",", "-"):
            return index + 1
        if items[index].kind == PRON and items[at].flags & PREPOSITION and not items[at].flags & SUBORDINATOR:
            return index  # `On Friday he said`
    for index in range(at + 1, min(len(items), at + 8)):
        if items[index].kind in (NAME, ROLE_ITEM) and index + 1 < len(items) and items[index + 1].kind == CUE_ITEM:
            return index
    return len(items)


def noun_phrase(items: list[Item], at: int) -> Mention | None:
    """The noun phrase that begins at `at`: its name, else its role noun, else nothing."""
    total = len(items)
    start = at
    role = -1
    owner = False
    words = 0
    while at < total:
        item = items[at]
        if item.kind == PRON:
            return (
                Mention("pronoun", item.text, item.start, item.end, item.gender)
                if at == start
                else _role(items, start, role)
            )
        if item.kind == NAME:
            if item.possessive:
                owner = True
                at += 1
                continue
            following = items[at + 1] if at + 1 < total else None
            if following is not None and following.kind == ROLE_ITEM:
                inner = noun_phrase(items, at + 1)
                if inner is not None and inner.kind == "name":
                    return inner
                if following.flags & ROLE and not following.text[0].isupper():
                    return phrase_of(items, start, at + 2, following.gender)
            if following is not None and following.kind == WORD and not following.flags and at + 2 < total:
                if items[at + 2].kind == ROLE_ITEM:
                    # `Idaho nutritional-supplement executive Frank Hale`
                    inner = noun_phrase(items, at + 2)
                    if inner is not None and inner.kind == "name":
                        return inner
            if following is not None and following.kind == WORD and not following.flags and at + 3 < total:
                # `Supreme Court advocate, Andrew J. Pincus`
                if items[at + 2].kind == "," and items[at + 3].kind == NAME and not items[at + 3].possessive:
                    return name_of(items[at + 3])
            return name_of(item)
        if item.kind == ROLE_ITEM:
            role = at
            at += 1
            continue
        if item.kind == WORD and not item.flags & (PREPOSITION | SUBORDINATOR | CONJUNCTION | RELATIVE) and role < 0:
            words += 1
            if words > 5:
                break
            at += 1
            continue
        if item.kind == "," and role >= 0 and at + 1 < total and items[at + 1].kind == NAME:
            return name_of(items[at + 1])
        if item.kind == "," and at > start:
            named = _next_name(items, at + 1)
            if named is not None:
                return named
        if role >= 0 and item.flags & PREPOSITION:
            named = _after_comma(items, at)
            if named is not None:
                return named
        break
    return _role(items, start, role)


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
            if index + 1 < len(items) and items[index + 1].kind == NAME and not items[index + 1].possessive:
                after = items[index + 2].kind if index + 2 < len(items) else "."
                if after in (",", ".", "(") or (after == CUE_ITEM):
                    return name_of(items[index + 1])
            return None
        if item.kind in (CUE_ITEM, PRON, "."):
            return None
    return None


def _role(items: list[Item], start: int, role: int) -> Mention | None:
    return phrase_of(items, start, role + 1, items[role].gender) if role >= 0 else None


def cited(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """Whom a verb such as `quotes` names: its object, not its subject. None when the verb is another or has no object."""
    if not items[cue].flags & CITE:
        return None
    found: Item | None = None
    for item in items[cue + 1 : cue + 16]:
        if item.kind in (".", ":", "(", ";") or (item.kind == "," and found is not None):
            break
        if item.kind == WORD and item.flags & (PREPOSITION | SUBORDINATOR) and found is not None:
            break
        if item.kind == NAME and (found is None or _person(item)):
            found = item
    if found is None:
        return None
    return name_of(found, lexicon.verb_first and not lexicon.noun_capitals)


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
    from tui_reader.quotes.inflection import may_be_subject

    total = len(items)
    role: Mention | None = None
    pronoun: Mention | None = None
    governed = listed = False
    first = at
    while at < min(total, first + 24):
        item = items[at]
        if item.kind in (".", ";", ":", "-") or (item.kind == WORD and item.flags & (SUBORDINATOR | RELATIVE)):
            break
        if item.kind == ",":
            if role is None:
                break
            listed = True
            governed = False
        if item.kind == WORD and item.flags & PREPOSITION:
            governed = True
        elif item.kind == NAME:
            fits = not governed and may_be_subject(item.text, lexicon.language)
            before = items[at - 1]
            if listed and not (item.flags & FORENAME or before.kind == ","):
                fits = False  # beyond a comma only what is surely a person
            if fits and not (role is not None and before.kind == WORD and not before.flags and not _person(item)):
                return name_of(item)
            tail = None if fits else _subject_tail(item, lexicon)
            if tail is not None:
                return tail
            governed = False
        elif item.kind == PRON and at == first and item.gender:
            pronoun = Mention("pronoun", item.text, item.start, item.end, item.gender)
            return pronoun
        elif item.kind == ROLE_ITEM and not governed and role is None:
            role = phrase_of(items, first, at + 1, item.gender)
        elif item.kind == CUE_ITEM:
            break
        elif item.kind in (WORD, ROLE_ITEM) and governed and not item.flags & (DETERMINER | PREPOSITION):
            governed = item.kind == WORD and _agrees_on(item)
        at += 1
    return role


def _person(item: Item) -> bool:
    """Whether a name is more than the name of a thing: several words, or a known forename."""
    return " " in item.text or bool(item.flags & FORENAME)


def _agrees_on(item: Item) -> bool:
    """Whether a word after a preposition is still an adjective of its phrase."""
    return item.lower.endswith(
        ("ym", "im", "ej", "ich", "ych", "ом", "ем", "ой", "ей", "их", "ых", "ому", "ій", "этом", "цьому")
    )


def _subject_tail(item: Item, lexicon: Lexicon) -> Mention | None:
    """`w Wirtualnej Polsce Jan Nowak`: the nominative end of a run of capitals."""
    from tui_reader.quotes.inflection import may_be_subject

    parts = item.text.split(" ")
    if len(parts) < 3:
        return None
    tail = " ".join(parts[-2:])
    if may_be_subject(tail, lexicon.language) and not may_be_subject(parts[0], lexicon.language):
        return Mention("name", tail, item.end - len(tail), item.end, item.gender)
    return None


def find_cue(items: list[Item], low: int, high: int, flag: int = CUE) -> int:
    """Index of the first cue in items[low:high], -1 for none."""
    for index in range(low, high):
        item = items[index]
        if item.kind == CUE_ITEM and item.flags & flag:
            return index
    return -1


def has_report(items: list[Item]) -> bool:
    """Whether any word of the items reports speech."""
    return any(item.flags & (CUE | WEAK) for item in items)


__all__ = [
    "ROLE", "TITLE", "Clue", "Mention", "find_cue", "has_report", "main_subject", "name_of",
    "noun_phrase", "phrase_of", "subject_after", "subject_before",
]  # fmt: skip
