"""The people of one article: full names, the short forms that mean them, their gender."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

from tui_reader.quotes.inflection import SLAVIC, stem
from tui_reader.quotes.items import _UPPER
from tui_reader.quotes.lexicon import (
    CUE,
    FORENAME,
    NOT_NAME,
    PARTICLE,
    PREPOSITION,
    ROLE,
    STOP,
    SUFFIX,
    TITLE,
    Lexicon,
)

_SMALL = r"(?:(?:de|del|della|di|da|la|le|van|von|der|den|bin|ibn|al|el|ul|dos|du|st|ter|ten|zu|di)\s){0,2}"
_CAPITAL = rf"[{_UPPER}](?:[^\W_]|['’ʼ](?=[^\W_])|-(?=[^\W_]))*\.?"
FULL = re.compile(rf"{_CAPITAL}(?:[ \u00a0]{_SMALL}{_CAPITAL})+")
"""A run of at least two capitalised words."""
_ABBREVIATED = re.compile(r"^.{1,3}\.$")
_SPECIAL = str.maketrans("łŁøØđĐßıъь", "lLoOdDsi''")


def fold(name: str) -> str:
    """Lower case without accents: the key under which two spellings meet."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.translate(_SPECIAL))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@dataclass(slots=True)
class Person:
    """A full name as this article gives it."""

    name: str
    forename: str
    surname: str
    places: list[int] = field(default_factory=list)
    gender: str = ""
    epithets: set[str] = field(default_factory=set)
    """Stems of the words that introduce the person: `belarus`, `president`."""
    known: bool = False
    """Whether the forename is one the lexicon knows."""


class Roster:
    """Everyone the article names in full."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.slavic = lexicon.language in SLAVIC
        self.people: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_forename: dict[str, list[Person]] = {}
        for match in FULL.finditer(text):
            self._add(match.group(), match.start())

    def _add(self, run: str, start: int) -> None:
        parts, offset = self.strip(run)
        if len(parts) < 2 or len(parts) > 5:
            return
        known = bool(self.lexicon.flags(parts[0].lower()) & FORENAME)
        if self.lexicon.noun_capitals and not known:
            return
        name = " ".join(parts)
        person = self.people.get(name)
        if person is None:
            surname = _surname(parts, self.lexicon)
            gender = self.lexicon.genders.get(parts[0].lower(), "") if known else ""
            person = self.people[name] = Person(name, parts[0], surname, gender=gender, known=known)
            self._by_surname.setdefault(self.key(surname), []).append(person)
            self._by_forename.setdefault(fold(parts[0]), []).append(person)
        person.places.append(start + offset)

    def key(self, word: str) -> str:
        """What two forms of one surname share."""
        return fold(stem(word, self.lexicon.language)) if self.slavic else fold(word)

    def strip(self, run: str) -> tuple[list[str], int]:
        """Words of a run of capitals without titles and function words, and how far into the run they begin."""
        flags_of = self.lexicon.words.get
        parts = run.replace("\u00a0", " ").split(" ")
        begin = 0
        for index, part in enumerate(parts):
            low = part.lower().rstrip(".")
            flags = flags_of(low, 0)
            if flags & FORENAME:
                continue
            if flags & (TITLE | ROLE | NOT_NAME) or (part.endswith(("'s", "’s")) and index < len(parts) - 1):
                begin = index + 1
            elif flags & (STOP | CUE | PREPOSITION) and not flags & PARTICLE and len(low) > 1:
                if index - begin >= 2:
                    parts = parts[:index]
                    break
                begin = index + 1
        kept = parts[begin:]
        if kept:
            kept[-1] = re.sub(r"['’]s$", "", kept[-1])
            if kept[-1].endswith(".") and not _ABBREVIATED.match(kept[-1]):
                kept[-1] = kept[-1][:-1]
        return kept, len(" ".join(parts[:begin])) + (1 if begin else 0)

    def resolve(self, mention: str, at: int, gender: str = "") -> tuple[str, str]:
        """The fullest name for a mention at offset `at`, and the gender known for it."""
        parts, _ = self.strip(mention)
        if not parts:
            return "", ""
        if len(parts) > 1 and len(parts[0]) > 2:
            name = " ".join(parts)
            person = self.people.get(name)
            return name, (person.gender if person else "") or self._forename_gender(parts[0])
        surname = parts[-1]
        candidates = self._fitting(self._by_surname.get(self.key(surname), ()), surname, gender)
        if not candidates:
            candidates = self._fitting(self._by_forename.get(fold(surname), ()), surname, gender)
        best = self._choose(candidates, at)
        if best is None:
            own = self._forename_gender(surname)
            return " ".join(parts), gender or own
        return best.name, best.gender or gender

    def _forename_gender(self, word: str) -> str:
        low = word.lower()
        return self.lexicon.genders.get(low, "") if self.lexicon.flags(low) & FORENAME else ""

    def _fitting(self, people: list[Person] | tuple[Person, ...], surname: str, gender: str) -> list[Person]:
        fitting = [p for p in people if not gender or not p.gender or p.gender == gender]
        known = [p for p in fitting if p.known]
        return known or fitting

    def _choose(self, people: list[Person], at: int) -> Person | None:
        """The person a surname means: the only one, else the one named last before it."""
        if len(people) <= 1:
            return people[0] if people else None
        forenames = {fold(p.forename) for p in people}
        if len(forenames) == 1:
            return max(people, key=lambda p: (len(p.places), -len(p.name)))
        best, where = None, -1
        for person in people:
            index = bisect_left(person.places, at + 1) - 1
            if index >= 0 and person.places[index] > where:
                best, where = person, person.places[index]
        return best


def _surname(parts: list[str], lexicon: Lexicon) -> str:
    for part in reversed(parts):
        if not lexicon.flags(part.lower().rstrip(".")) & SUFFIX:
            return part
    return parts[-1]
