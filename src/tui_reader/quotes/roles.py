"""Role nouns: who `the Belarusian leader` is in this article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from tui_reader.quotes.bodies import is_body
from tui_reader.quotes.forms import Person
from tui_reader.quotes.inflection import ADJECTIVES, may_be_subject, role_stem
from tui_reader.quotes.lexicon import (
    BODY,
    CUE,
    DETERMINER,
    GENERIC,
    INDEFINITE,
    MEDIA,
    PLACE,
    PREPOSITION,
    ROLE,
    STOP,
    TITLE,
    Lexicon,
)
from tui_reader.quotes.names import Roster
from tui_reader.quotes.runs import capital

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?;:\"”“„»«()\[\]\n,—–]")
_BEFORE, _AFTER = 70, 100
"""How far around a name the words that introduce it are looked for, in characters."""
_STEM = 5
"""Letters of a qualifier that count: `Belarus` and `Belarusian`."""
_MENTIONS = 12
"""How many mentions of one person are read."""

_MYSELF = (
    "name is ", "i am ", "i'm ", "i’m ", "i, ", "ich bin ", "heiße ", "je suis ", "m'appelle ", "m’appelle ", "soy ",
    "llamo ", "jestem ", "я, ", "я - ", "я — ", "я – ", "зовут ",
)  # fmt: skip
"""Before a name inside the marks they make it the speaker's own."""

_COURTESY = frozenset(("dr", "prof", "mr", "mrs", "ms", "herr", "frau", "mme", "señor", "señora", "don", "doña"))
"""What stands before anybody's name."""


@cache
def _name_after() -> re.Pattern[str]:
    return re.compile(rf"\w*\s+({capital()}(?:[ ]{capital()})*)")


def _names_after(text: str, head: str) -> Iterator[str]:
    """The names right after the words that begin with `head`."""
    at = text.find(head)
    while at >= 0:
        inside = at > 0 and (text[at - 1].isalnum() or text[at - 1] in "_-")
        match = None if inside else _name_after().match(text, at + len(head))
        if match is not None:
            yield match.group(1)
        at = text.find(head, at + 1 if match is None else match.end())


class Roles:
    """What the article calls its people, and whom a role phrase means."""

    def __init__(self, roster: Roster, lexicon: Lexicon) -> None:
        self._roster = roster
        self._lexicon = lexicon
        self._epithets: dict[str, set[str]] = {}
        self._ends: list[int] | None = None

    def talked_about(self, start: int, end: int) -> set[str]:
        """Whom the words text[start:end] name, and so are hardly theirs: “I met Ann Hale,” unless “I am Ann Hale.”"""
        text = self._roster.text
        return {
            person.name
            for person in self._roster.people.values()
            for at in person.places[bisect_left(person.places, start) : bisect_left(person.places, end)]
            if not text[max(start, at - 16) : at].lower().endswith(_MYSELF)
        }

    def meant(
        self, phrase: str, at: int, gender: str, spoke: set[str], barred: set[str], anywhere: bool = False
    ) -> Person | None:
        """The one person named before `at` (or anywhere) whose introduction fits the phrase; none of `barred`."""
        heads, qualifiers = self._parse(phrase)
        if not heads:
            return None
        best: Person | None = None
        top, tied = (0 if self._lexicon.cases.declines and not qualifiers else 1), False
        for person in self._roster.people.values():
            if (not anywhere and person.places[0] > at) or is_body(person.name, self._lexicon):
                continue
            if person.name in barred:
                continue
            if (gender and person.gender and person.gender != gender) or not (
                person.known or person.name in spoke or (heads | self._related(heads)) & self.epithets(person)
            ):
                continue
            score = self._score(person, heads, qualifiers)
            if score > top:
                best, top, tied = person, score, False
            elif score == top and best is not None and person.surname != best.surname:
                tied = True
        return None if tied else best

    def named_beside(self, phrase: str, barred: set[str] | None = None) -> str:
        """The one name the text puts right after the role noun: `attorney Rosa Hale`; else empty, and for `barred`."""
        heads, qualifiers = self._parse(phrase)
        if len(heads) != 1 or qualifiers:
            return ""
        head = next(iter(heads))
        found = {name for name in _names_after(self._roster.text, head) if not name.isupper()}
        longest = max(found, key=len, default="")
        if is_body(longest, self._lexicon) and not any(
            self._lexicon.flags(word.lower()) & BODY for word in phrase.split()
        ):
            return ""  # `a spokesman for BDI`
        if not may_be_subject(longest, self._lexicon.cases):
            return ""  # `kandydat Republikanów`
        return longest if all(name in longest for name in found) and longest not in (barred or ()) else ""

    def is_body(self, phrase: str) -> bool:
        """Whether the phrase is an institution's: its first role noun is one's."""
        return bool(self._office_head(phrase.split())[1] & BODY)

    def is_medium(self, phrase: str) -> bool:
        """Whether the phrase names a kind of body that goes by a name of its own: a newspaper, a company."""
        return bool(self._office_head(phrase.split())[1] & MEDIA)

    def _office_head(self, words: list[str]) -> tuple[int, int]:
        """Index and flags of the first role noun; its flags are 0 when there is none."""
        flags = (self._lexicon.flags(word.lower()) for word in words)
        return next(((at, known) for at, known in enumerate(flags) if known & (ROLE | TITLE | BODY)), (-1, 0))

    def office(self, phrase: str, oblique: bool) -> str:
        """The phrase as a name in the nominative, when it says which office; empty for `the company` alone."""
        words = phrase.split()
        head, _ = self._office_head(words)
        low = words[head].lower()
        if not self._lexicon.cases.declines or any(self._lexicon.flags(w.lower()) & PREPOSITION for w in words):
            return ""
        forms = (w for w in self._lexicon.bodies if w[:-2] == low[: len(w) - 2])
        nominative = next((w for w in forms if len(w) > 4 and abs(len(w) - len(low)) < 3), low)
        after = words[head + 1 :]
        if after and after[0][0].isupper() and self._lexicon.flags(low) & MEDIA:
            return " ".join(after)  # `газета Труд`
        before = [w for w in words[:head] if not self._lexicon.flags(w.lower()) & (DETERMINER | STOP)]
        before = before[-1:]
        if any(not w.endswith(ADJECTIVES) for w in before):
            return ""
        if (oblique and nominative == low) or (before and low != nominative) or not (before or words[head + 1 :]):
            return ""
        return " ".join((*before, words[head] if nominative == low else nominative, *words[head + 1 :]))

    def _score(self, person: Person, heads: set[str], qualifiers: set[str]) -> int:
        epithets = self.epithets(person)
        if heads & epithets:
            score = 2
        elif self._related(heads) & epithets:
            score = 1
        else:
            return 0
        return score + sum(2 if qualifier in epithets else -1 for qualifier in qualifiers)

    def contradicts(self, person: Person, phrase: str) -> bool:
        """Whether what the article calls `person` speaks against the phrase."""
        heads, qualifiers = self._parse(phrase)
        if self._lexicon.cases.declines and qualifiers:  # what follows the role says whose it is, and may be new
            words = phrase.split()
            head = self._office_head(words)[0] + 1
            places = " ".join(w for w in words[head:] if self._lexicon.flags(w.lower()) & PLACE)
            qualifiers = self._parse(" ".join((*words[:head], places)))[1]
        epithets = self.epithets(person)
        if qualifiers and not qualifiers & epithets:
            return True
        titles = (epithets & self._lexicon.role_stems) - _COURTESY
        if not titles or titles & (heads | self._related(heads)):
            return False
        return not any(self._lexicon.flags(word.lower()) & GENERIC for word in _WORD.findall(phrase))

    def introduced(self, person: Person) -> bool:
        """Whether the article says what somebody is, who is thereby somebody: `the apprentice, Zeno Vale`."""
        return bool(self.epithets(person) & self._lexicon.person_stems)

    def _related(self, heads: set[str]) -> set[str]:
        related: set[str] = set()
        for group in self._lexicon.same_roles:
            if heads & group:
                related |= group
        return related

    def is_head(self, phrase: str) -> bool:
        """Whether the phrase is one word for whoever leads: the lexicon's first group of equal roles."""
        heads, qualifiers = self._parse(phrase)
        groups = self._lexicon.same_roles
        return len(heads) == 1 and not qualifiers and bool(groups) and heads <= groups[0]

    def is_group(self, phrase: str) -> bool:
        """Whether the phrase begins with a plural: every other role noun has a gender or is a title."""
        head, flags = self._office_head(phrase.split())
        if head or not self._lexicon.cases.declines or not flags & ROLE or flags & (TITLE | BODY):
            return False
        return not self._lexicon.genders.get(phrase.split()[0].lower())

    def is_generic(self, phrase: str) -> bool:
        """Whether the phrase is one word that fits almost anybody: `the man`."""
        return bool(self._lexicon.flags(phrase.lower()) & GENERIC)

    def indefinite(self, phrase: str) -> bool:
        """Whether the phrase introduces somebody new: `a lawyer`."""
        first = phrase.split(" ", 1)[0].lower()
        return bool(self._lexicon.flags(first) & INDEFINITE)

    def _parse(self, phrase: str) -> tuple[set[str], set[str]]:
        heads: set[str] = set()
        qualifiers: set[str] = set()
        for word in _WORD.findall(phrase):
            low = word.lower()
            flags = self._lexicon.flags(low)
            if flags & (ROLE | TITLE):
                heads.add(role_stem(low, self._lexicon.cases))
            elif len(low) > 3 and not flags & (STOP | PREPOSITION | DETERMINER):
                qualifiers.add(low[:_STEM])
        return heads, qualifiers

    def epithets(self, person: Person) -> set[str]:
        """Stems of the words beside the person's mentions: the title before, the apposition after."""
        found = self._epithets.get(person.name)
        if found is None:
            found = self._epithets[person.name] = set()
            for place in person.places[:_MENTIONS]:
                self._introduce(place, person, found)
        return found

    def _introduce(self, place: int, person: Person, found: set[str]) -> None:
        text = self._roster.text
        if self._ends is None:
            people = self._roster.people.values()
            self._ends = sorted(place + len(p.name) for p in people for place in p.places)
        other = bisect_left(self._ends, place) - 1
        before = text[max(0, place - _BEFORE, self._ends[other] if other >= 0 else 0) : place]
        self._keep(self._phrase(_BREAK.split(before)[-1]), found)
        end = place + len(person.name)
        after = text[end : end + _AFTER]
        apposition = re.match(r"\w{0,4}(?:, | \()([^,.;:()—–\n\"“”«»]+)", after)
        if apposition is not None:
            self._keep(apposition.group(1), found)
        stripped = before.rstrip()
        if stripped.endswith(","):
            self._keep(self._phrase(_BREAK.split(stripped[:-1])[-1]), found)

    def _phrase(self, words: str) -> str:
        """The end of `words` that belongs to one noun phrase: after the last preposition or function word."""
        kept: list[str] = []
        for word in reversed(words.split()):
            flags = self._lexicon.flags(word.lower())
            if flags & (PREPOSITION | STOP | CUE) and not flags & (ROLE | TITLE) and word.lower() != "of":
                break
            kept.append(word)
        return " ".join(kept)

    def _keep(self, words: str, found: set[str]) -> None:
        first = True
        for word in _WORD.findall(words):
            low = word.lower()
            flags = self._lexicon.flags(low)
            inflected = not flags and role_stem(low, self._lexicon.cases) in self._lexicon.role_stems
            if flags & (ROLE | TITLE) or (inflected and self._lexicon.cases.declines):
                if not first and not inflected and self._lexicon.cases.declines and low not in self._lexicon.genders:
                    continue  # `глава администрации президента Иван Петров` is no president
                first = False
                found.add(role_stem(low, self._lexicon.cases))
            elif len(low) > 3 and not flags & (STOP | PREPOSITION):
                found.add(low[:_STEM])
