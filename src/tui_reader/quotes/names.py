"""The people of one article: full names, the short forms that mean them, their gender."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from tui_reader.quotes.bodies import is_place
from tui_reader.quotes.inflection import (
    bare_forename,
    forename_stem,
    from_genitive,
    may_be_subject,
    patronymic,
    stem,
)
from tui_reader.quotes.items import upper
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
    WEAK,
    Lexicon,
)

_SMALL = r"(?:(?:de|del|della|di|da|la|le|van|von|der|den|bin|ibn|al|el|ul|dos|du|st|ter|ten|zu)\s){1,2}"


@cache
def capital() -> str:
    """Pattern of one capitalised word or a run of initials."""
    return rf"[{upper()}]{_rest()}"


@cache
def _rest() -> str:
    """What follows the first capital. No part of it is ever given back: a word ends where its letters do."""
    return rf"(?:\.-?(?:[{upper()}]\.-?)*|[^\W_]*+(?:['’ʼ-][^\W_]++)*+)"


@cache
def _full() -> re.Pattern[str]:
    """A run of at least two capitalised words.

    It begins with the class of capitals, which the engine skips to quickly; what stands before is looked at after.
    """
    more = rf"[ \u00a0](?:|{_SMALL}){capital()}"
    return re.compile(rf"[{upper()}](?<![^\W_].){_rest()}{more}(?:{more}){{0,8}}")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])[{upper()}](?:[^\W_]|['’ʼ-](?=[^\W_]))+")


_REMEMBERED, _LONGEST = 20_000, 100
"""How many runs of capitals of a language are remembered with the names in them, and how long one may be."""
_OWNER = ("'s", "’s")
_SPECIAL = str.maketrans("łŁøØđĐßı", "lLoOdDsi")


def fold(name: str) -> str:
    """Lower case without accents: the key under which two spellings meet."""
    if name.isascii():
        return name.lower()
    return _fold(name)


@lru_cache(maxsize=16384)
def _fold(name: str) -> str:
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
    known: bool = False
    """Whether the forename is one the lexicon knows."""


class Named(NamedTuple):
    """A name in a run of capitals."""

    parts: list[str]
    name: str
    offset: int
    """How far into the run it begins."""
    surname: str
    key: tuple[str, str]
    """What the forms of the surname share, and those of the forename."""
    gender: str
    known: bool
    """Whether the forename is one the lexicon knows."""


class Roster:
    """Everyone the article names in full."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.declines = lexicon.cases.declines
        self.people: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_forename: dict[str, list[Person]] = {}
        self._by_key: dict[tuple[str, str], Person] = {}
        self._words: set[str] | None = None
        known: dict[str, list[tuple[Person, int]]] = {}
        for match in _full().finditer(text):
            run = match[0]
            found = known.get(run)
            if found is None:
                found = known[run] = []
                names = lexicon.names.get(run)
                for named in self._named(run) if names is None else names:
                    who = self._add(named)
                    if who is not None:
                        found.append((who, named.offset))
            start = match.start()
            for person, offset in found:
                person.places.append(start + offset)

    def _named(self, run: str) -> tuple[Named, ...]:
        """The names in a run of capitals. The run alone decides, so it is read once a language, not once a text."""
        found: list[Named] = []
        for part, at in _runs(run, 0):
            parts, offset = self.strip(part)
            if 2 <= len(parts) <= 5 and not is_place(" ".join(parts), self.lexicon):
                surname, forename = self._surname(parts), self._forename_key(parts[0])
                gender, known = self._forename(parts[0], forename)
                key = (self.key(surname), forename)
                found.append(Named(parts, " ".join(parts), at + offset, surname, key, gender, known))
        if len(self.lexicon.names) < _REMEMBERED and len(run) < _LONGEST:
            self.lexicon.names[run] = tuple(found)
        return tuple(found)

    def _add(self, named: Named) -> Person | None:
        """The person of a name, new or known; None when it is nobody's."""
        if not self.declines:
            return self.people.get(named.name) or self._new(named)
        parts, _, _, surname, key, _, _ = named
        person = self._by_key.get(key)
        if person is not None and person.forename != parts[0]:
            sure = self._nominative_gender(parts[0])
            if sure and sure == self._other_gender(person, parts[0]):
                person = None  # Виктор and Виктория are two
            elif sure == "m" and person.gender != "m":
                person.name, person.forename, person.surname, person.gender = " ".join(parts), parts[0], surname, "m"
                return person  # `Александра Брода` was a genitive
        if person is None:
            person = self._new(named)
            if person is None:
                return None
            self._by_key.setdefault(key, person)
        elif not may_be_subject(person.name, self.lexicon.cases):
            person.name, person.forename, person.surname = " ".join(parts), parts[0], surname
        return person

    def _new(self, named: Named) -> Person | None:
        parts, name, _, surname, key, gender, known = named
        person = self.people.get(name)
        if person is not None:
            return person
        if self.lexicon.noun_capitals and not known:
            return None
        person = self.people[name] = Person(name, parts[0], surname, [], gender, known)
        self._by_surname.setdefault(key[0], []).append(person)
        self._by_forename.setdefault(key[1], []).append(person)
        return person

    def surnames(self) -> frozenset[str]:
        """Last words of the full names."""
        return frozenset([person.surname for person in self.people.values() if len(person.surname) > 2])

    def key(self, word: str) -> str:
        """What two forms of one surname share."""
        return fold(stem(word, self.lexicon.cases)) if self.declines else fold(word)

    def _forename_key(self, word: str) -> str:
        return forename_stem(word, self.lexicon.cases) if self.declines else word.lower()

    def _nominative_gender(self, word: str) -> str:
        """Gender of a forename that surely stands in the nominative; empty for any other form."""
        low = word.lower()
        if not self.lexicon.flags(low) & FORENAME:
            return ""
        gender = self.lexicon.genders.get(low, "")
        return "" if gender == "f" and self._is_genitive_too(low) else gender

    def _is_genitive_too(self, low: str) -> bool:
        """Whether a woman's forename is a man's in the genitive: `Александра`, `Евгения`."""
        if not self.declines or low[-1] not in "aая":
            return False
        return any(self.lexicon.flags(low[:-1] + end) & FORENAME for end in ("", "й"))

    def _other_gender(self, person: Person, word: str) -> str:
        """The gender of `word` when the person's forename surely is of the other one."""
        own, other = self._nominative_gender(person.forename), self._nominative_gender(word)
        return other if own and other and own != other else ""

    def _forename(self, word: str, key: str = "") -> tuple[str, bool]:
        """Gender of a forename, and whether the lexicon knows it; `key` is its stem where that is known."""
        low = word.lower()
        if self.lexicon.flags(low) & FORENAME:
            return "" if self._is_genitive_too(low) else self.lexicon.genders.get(low, ""), True
        if not self.declines:
            return "", False
        forms = self.lexicon.forename_stems.get(key or self._forename_key(word))
        if not forms:
            return "", False
        return (next(iter(forms)) if len(forms) == 1 else _by_ending(low)), True

    def _genitive_gender(self, word: str) -> str:
        """Gender of a forename in the genitive where its stem is a man's and a woman's: `Jana`, `Александры`."""
        forms = self.lexicon.forename_stems.get(self._forename_key(word), {})
        return "" if len(forms) < 2 else ("m" if word[-1] in "aаяu" else "f")

    def _oblique_forename(self, word: str) -> bool:
        """Whether a forename the lexicon knows stands in a case: `Павла`."""
        low = word.lower()
        if self.lexicon.flags(low) & FORENAME:
            return False
        forms = self.lexicon.forename_stems.get(self._forename_key(word), {})
        return bool(forms) and low not in forms.values()

    def strip(self, run: str) -> tuple[list[str], int]:
        """Words of a run of capitals without titles and function words, and how far into the run they begin."""
        flags_of = self.lexicon.words.get
        parts = run.replace("\u00a0", " ").split(" ")
        begin = 0
        for index, part in enumerate(parts):
            low = part.lower()
            if low[-1:] == ".":
                low = low.rstrip(".")
            flags = flags_of(low, 0)
            if flags & FORENAME:
                continue
            owner = part.endswith(_OWNER) and index < len(parts) - 1
            second = flags & NOT_NAME and not flags & TITLE and index == begin + 1 == len(parts) - 1
            if second and not self.declines and flags_of(parts[begin].lower(), 0) & FORENAME:
                continue  # `Henry White`
            office = self.declines and _is_office(part, parts[index + 1 : index + 2])
            if flags & (TITLE | ROLE | NOT_NAME) or owner or office:
                begin = index + 1
            elif flags & (STOP | CUE | WEAK | PREPOSITION) and not flags & PARTICLE and not part.endswith("."):
                if index - begin >= 2:
                    parts = parts[:index]
                    break
                begin = index + 1
        if len(parts) - begin > 2 and (self.declines or self.lexicon.noun_capitals):
            begin += self._strange(parts[begin:])  # `Архитектор Ираклий Лолашвили`
        while begin < len(parts) - 1 and parts[begin].islower():
            begin += 1  # `Pour la CGT`
        kept = parts[begin:] if begin else parts
        if kept and kept[-1].endswith(_OWNER):
            kept[-1] = kept[-1][:-2]
        return kept, sum(map(len, parts[:begin])) + begin if begin else 0

    def _strange(self, parts: list[str]) -> int:
        """How many words stand before the first known forename: a title no lexicon lists, an office's name."""
        for cut in (1, 2):
            named = len(parts) - cut > 1 and self.key(parts[cut - 1]) in self._by_surname
            if named and not self._forename(parts[0])[1]:
                return cut  # `речниця Коваля Олена Дуб`
        if len(parts) > 3 and self._oblique_forename(parts[0]):  # `двойник Дональда Трампа Джон Рид`
            return next((k for k in range(2, len(parts) - 1) if self._nominative_gender(parts[k])), 0)
        for index, part in enumerate(parts[:-1]):
            if len(part) < 3 or "." in part:
                return 0
            if self._forename(part)[1]:
                return index
        return 0

    def resolve(self, mention: str, at: int, gender: str = "", genitive: bool = False) -> tuple[str, str]:
        """The fullest name for a mention at offset `at`, and the gender known for it.

        `genitive` says the mention stands in the genitive case; otherwise it is taken for a nominative.
        """
        if " " in mention or "\u00a0" in mention or mention.endswith(_OWNER):
            parts, _ = self.strip(mention)
            parts = parts or [mention]
        else:
            parts = [mention]
        if self.declines:
            return self._resolve_inflected(parts, at, gender, genitive)
        if len(parts) > 1 and len(parts[0]) > 2:
            name = " ".join(parts)
            person = self.people.get(name)
            return name, (person.gender if person else "") or self._forename(parts[0])[0]
        best = self._meant(parts[-1], at, gender)
        if best is None:
            return " ".join(parts), gender or self._forename(parts[-1])[0]
        return best.name, best.gender or gender

    def _meant(self, word: str, at: int, gender: str) -> Person | None:
        """The person a single word means: by surname, else by forename."""
        best = self._fitting(self._by_surname.get(self.key(word)), at, gender)
        return best or self._fitting(self._by_forename.get(self._forename_key(word)), at, gender)

    def _fitting(self, people: list[Person] | None, at: int, gender: str) -> Person | None:
        """The one of these people a word means that tells a gender."""
        if not people:
            return None
        fitting = [p for p in people if not gender or not p.gender or p.gender == gender]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        known = [p for p in fitting if p.known]
        return self._choose(known or fitting, at)

    def _choose(self, people: list[Person], at: int) -> Person | None:
        """The person a surname means: the only one, else the one named last before it."""
        if len(people) <= 1:
            return people[0] if people else None
        forenames = {fold(p.forename) for p in people}
        if len(forenames) == 1:
            return max(people, key=lambda p: (len(p.places), -len(p.name)))
        before = [p for p in people if p.places[0] <= at]
        return max(before, key=lambda p: (bisect_left(p.places, at + 1), -p.places[0]), default=None)

    def _resolve_inflected(self, parts: list[str], at: int, gender: str, genitive: bool) -> tuple[str, str]:
        surname = self._surname(parts)
        genitive = genitive or (len(parts) > 1 and self._oblique_forename(parts[0]))
        if genitive and len(parts) > 1:
            gender = self._genitive_gender(parts[0]) or gender
        person: Person | None
        if len(parts) > 1 and len(parts[0]) > 2:
            person = self._by_key.get((self.key(surname), self._forename_key(parts[0])))
            if person is None:
                known_gender = (gender if genitive else "") or self._forename(parts[0])[0]
                if not genitive:
                    return " ".join(parts), known_gender or gender
                last = self._nominative(surname, known_gender or "m", True)
                person = Person(" ".join(parts), parts[0], surname, gender=known_gender)
                first = self._forename_nominative(person, True, known_gender)
                return " ".join((first, *parts[1:-1], last)), known_gender or gender
        else:
            person = self._meant(surname, at, gender)
            if person is None:
                if self._oblique_forename(surname) and not may_be_subject(surname, self.lexicon.cases):
                    alone = Person(surname, surname, surname)
                    return self._forename_nominative(alone, True, gender), gender
                return self._nominative(surname, gender, genitive), gender
            if self._nominative_gender(person.forename) and may_be_subject(person.name, self.lexicon.cases):
                return person.name, person.gender or gender
            if self.key(person.surname) != self.key(surname):
                surname, genitive = person.surname, not may_be_subject(person.name, self.lexicon.cases)
        oblique = not may_be_subject(" ".join((person.forename, person.surname)), self.lexicon.cases) or (
            len(parts) > 1 and genitive
        )
        who = (gender if genitive else "") or person.gender or gender
        forename = self._forename_nominative(person, oblique or genitive or person.surname != surname, who)
        middle = [patronymic(word) for word in person.name.split(" ")[1:-1]]
        last = self._nominative(surname, who or ("f" if forename.endswith(("a", "а", "я")) else "m"), genitive)
        return " ".join((forename, *middle, last)), who

    def _nominative(self, surname: str, gender: str, genitive: bool) -> str:
        cases = self.lexicon.cases
        if genitive or not may_be_subject(surname, cases):
            return from_genitive(surname, gender, cases, self._attested)
        return surname

    def _forename_nominative(self, person: Person, oblique: bool, gender: str) -> str:
        low = person.forename.lower()
        if self.lexicon.flags(low) & FORENAME and self.lexicon.genders.get(low, gender) == (gender or "m"):
            return person.forename
        if low.endswith(("о", "o")):
            return person.forename  # `Нино`: no case of `Нина`
        forms = self.lexicon.forename_stems.get(self._forename_key(person.forename), {})
        found = forms.get(gender) or (next(iter(forms.values())) if len(forms) == 1 else "")
        if found:
            return found[:1].upper() + found[1:]
        known = self.lexicon.flags(low) & FORENAME
        return bare_forename(person.forename, self.lexicon.cases) if oblique and not known else person.forename

    def _attested(self, form: str) -> bool:
        if self._words is None:
            self._words = set(_word().findall(self.text))
        return form in self._words

    def _surname(self, parts: list[str]) -> str:
        for part in reversed(parts):
            if not self.lexicon.flags(part.lower().rstrip(".")) & SUFFIX:
                return part
        return parts[-1]


def _runs(run: str, start: int) -> list[tuple[str, int]]:
    """A run of capitals without a leading institution (`BDU Dieter Hale`), cut where the script changes."""
    words = run.split(" ")
    skipped = 0
    if not run.isupper():
        while len(words[skipped]) > 1 and words[skipped].isupper() and "." not in words[skipped]:
            skipped += 1
    at = sum(len(word) + 1 for word in words[:skipped])
    if run.isascii():
        return [(run[at:], start + at)]
    found: list[tuple[str, int]] = []
    for word in words[skipped:]:
        if found and (word[:1] >= "Ѐ") == (found[-1][0][:1] >= "Ѐ"):
            found[-1] = (found[-1][0] + " " + word, found[-1][1])
        else:
            found.append((word, start + at))
        at += len(word) + 1
    return found


def _is_office(part: str, following: list[str]) -> bool:
    """Whether an abbreviation stands before a name: `МИДа Сэйдзи Маэхара`."""
    caps = len(part) > 2 and part[:2].isalpha() and part[:2].isupper()
    return caps and bool(following) and not following[0].isupper()


def _by_ending(low: str) -> str:
    """Gender of a forename in an oblique case whose stem is a man's and a woman's; empty where the case has both."""
    if low.endswith(("em", "owi", "ом", "ем", "ові", "ам", "a", "а", "я")) or low[-1] not in "aąęyieаояуюыиіе":
        return "m"
    return "f" if low[-1] in "ąęyiоыиі" else ""
