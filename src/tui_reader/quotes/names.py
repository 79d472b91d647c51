"""The people of one article: full names, the short forms that mean them, their gender."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from tui_reader.quotes.bodies import is_body, is_place
from tui_reader.quotes.forms import NameForms, Person, fold
from tui_reader.quotes.inflection import may_be_subject, patronymic
from tui_reader.quotes.items import EPICENE
from tui_reader.quotes.lexicon import (
    BODY,
    CUE,
    FORENAME,
    NOT_NAME,
    PARTICLE,
    PLACE,
    PREPOSITION,
    ROLE,
    STOP,
    TITLE,
    WEAK,
    Lexicon,
)
from tui_reader.quotes.runs import full_names, is_office, runs_of

_REMEMBERED, _LONGEST = 20_000, 100
"""How many runs of capitals of a language are remembered with the names in them, and how long one may be."""
_OWNER = ("'s", "’s")


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


class Roster(NameForms):
    """Everyone the article names in full."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        super().__init__(text, lexicon)
        self.people: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_forename: dict[str, list[Person]] = {}
        self._by_key: dict[tuple[str, str], Person] = {}
        self._doubts: list[str] = []
        """Surnames that would make the names of a run others, were they known."""
        known: dict[str, list[tuple[list[int], int]]] = {}
        remembered = lexicon.names.get
        for match in full_names().finditer(text):
            run = match[0]
            found = known.get(run)
            if found is None:
                named, doubts = remembered(run) or ((), (run,))
                if doubts:
                    named = self._named(run)
                found = known[run] = [
                    (who.places, each.offset) for each in named if (who := self._add(each)) is not None
                ]
            for places, offset in found:
                places.append(match.start() + offset)

    def _named(self, run: str) -> tuple[Named, ...]:
        """The names in a run of capitals. Where the run alone decides, it is read once a language, not once a text."""
        remembered = self.lexicon.names.get(run)
        if remembered is not None and not any(key in self._by_surname for key in remembered[1]):
            return remembered[0]
        found: list[Named] = []
        self._doubts = []
        for part, at in runs_of(run, 0):
            parts, offset = self.strip(part)
            if len(parts) == 3 and self._of_another(parts):
                parts = parts[:2]
            if 2 <= len(parts) <= 5 and not is_place(" ".join(parts), self.lexicon):
                surname, forename = self._surname(parts), self._forename_key(parts[0])
                gender, known = self._forename(parts[0], forename)
                if gender == "m" and self._womans(parts):
                    gender = "f"
                key = (self.key(surname), forename)
                found.append(Named(parts, " ".join(parts), at + offset, surname, key, gender, known))
        names = tuple(found)
        room = len(self.lexicon.names) < _REMEMBERED and len(run) < _LONGEST
        if room and not any(key in self._by_surname for key in self._doubts):
            self.lexicon.names[run] = names, tuple(self._doubts)
        return names

    def _add(self, named: Named) -> Person | None:
        """The person of a name, new or known; None when it is nobody's."""
        if not self.declines:
            return self.people.get(named[1]) or self._new(named)
        parts, name, _, surname, key, _, _ = named
        person = self._by_key.get(key)
        if person is not None and person.forename != parts[0]:
            sure = self._nominative_gender(parts[0])
            if sure and sure == self._other_gender(person, parts[0]):
                person = None  # Виктор and Виктория are two
            elif sure == "m" and person.gender != "m":
                person.name, person.forename, person.surname, person.gender = " ".join(parts), parts[0], surname, "m"
                return person  # `Александра Брода` was a genitive
        if person is None:
            person = self.people.get(name) or self._new(named)
            if person is None:
                return None
            self._by_key.setdefault(key, person)
        elif not may_be_subject(person.name, self.lexicon.cases):
            person.name, person.forename, person.surname = " ".join(parts), parts[0], surname
        return person

    def _new(self, named: Named) -> Person | None:
        parts, name, _, surname, (last, first), gender, known = named
        if (self.lexicon.noun_capitals and not known) or (name.isupper() and not known and self.shouted(name)):
            return None
        person = self.people[name] = Person(name, parts[0], surname, [], gender, known)
        self._by_surname.setdefault(last, []).append(person)
        self._by_forename.setdefault(first, []).append(person)
        return person

    def surnames(self) -> frozenset[str]:
        """Last words of the full names."""
        return frozenset([person.surname for person in self.people.values() if len(person.surname) > 2])

    def _other_gender(self, person: Person, word: str) -> str:
        """The gender of `word` when the person's forename surely is of the other one."""
        own, other = self._nominative_gender(person.forename), self._nominative_gender(word)
        return other if own and other and own != other else ""

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
            if flags & FORENAME or not (flags or part[-1:] == "s" or part[:2].isupper()):
                continue
            owner = part.endswith(_OWNER) and index < len(parts) - 1
            second = begin < index == len(parts) - 1 and flags & (NOT_NAME | TITLE | ROLE)
            named = not self.declines or (flags & NOT_NAME and not flags & (PLACE | TITLE) and not part.isupper())
            if second and named and flags_of(parts[index - 1].lower(), 0) & FORENAME:
                continue  # `Henry White`, `John Bishop`
            office = self.declines and is_office(part, parts[index + 1 : index + 2])
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
        if not self._forename(parts[0])[1]:
            for cut in range(1, min(len(parts) - 1, 3)):
                key = self.key(parts[cut - 1])
                self._doubts.append(key)
                if key in self._by_surname:
                    return cut  # `речниця Коваля Олена Дуб`
        if len(parts) > 3 and self._oblique_forename(parts[0]):  # `двойник Дональда Трампа Джон Рид`
            later = range(2, len(parts) - 1)
            named = next((k for k in later if self._nominative_gender(parts[k])), 0)
            return named or next((k for k in later if self._oblique_forename(parts[k])), 0)
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
        if gender == EPICENE:
            gender = ""
        if " " in mention or "\u00a0" in mention or mention.endswith(_OWNER):
            body = self.institution(mention)
            if body:
                return body, ""
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

    def shouted(self, name: str) -> bool:
        """Whether a run of capitals throughout is a heading: no institution, and nowhere written as names are."""
        if " " not in name or not name.isupper():
            return False
        words = name.split(" ")
        if max(map(len, words)) < 4 or is_body(name, self.lexicon):
            return False
        return not self._forename(words[0])[1] and words[-1].capitalize() not in self.text

    def institution(self, mention: str) -> str:
        """The institution a mention names in several words, none of which may go: `European Commission`."""
        known = self.lexicon.whole(mention)
        if known or self.declines or not is_body(mention, self.lexicon):
            return known
        opens = self.lexicon.flags(mention.split(" ", 1)[0].lower()) & (BODY | NOT_NAME)
        return mention if opens or " of " in mention else ""

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
        genitive = genitive or (len(parts) > 1 and self._oblique_forename(parts[0]) and not self._womans(parts))
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
        if who == "f" and person.surname in (f"{surname}a", f"{surname}а"):
            who = self._genitive_gender(person.forename) or who  # `Słowa Donalda Tuska`, and then `mówi Tusk`
        forename = self._forename_nominative(person, oblique or genitive or person.surname != surname, who)
        middle = [patronymic(word) for word in person.name.split(" ")[1:-1]]
        last = self._nominative(surname, who or ("f" if forename.endswith(("a", "а", "я")) else "m"), genitive)
        return " ".join((forename, *middle, last)), who
