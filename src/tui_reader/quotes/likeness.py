"""Whether two names are one person's, and names of like sound grouped into people."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_reader.quotes.sounds import (
    first_letter,
    forename_key,
    generation_of,
    initials_of,
    is_latin,
    leading_initial,
    same_forename,
    same_surname,
    sound,
    surname_gender,
    words_of,
)


@dataclass(slots=True)
class Person:
    """One person of a corpus."""

    spellings: dict[str, int] = field(default_factory=dict)
    """Name as written to how often."""

    @property
    def name(self) -> str:
        """The most frequent of the full spellings."""
        return min(self.spellings, key=lambda n: (len(words_of(n)) < 2, -self.spellings[n], not is_latin(n), len(n), n))


def may_mean(query: str, name: str) -> bool:
    """Whether `query`, full or partial, can mean `name`."""
    asked, known = words_of(query), words_of(name)
    if not asked or not known:
        return False
    if len(asked) > 1 and len(known) > 1:
        return _one(query, name)
    one_script = is_latin(query) == is_latin(name)
    if same_surname(asked[-1], known[-1], one_script):
        return True
    return len(asked) == 1 and forename_key(asked[0]) == forename_key(known[0])


def _bears(alone: str, name: str) -> bool:
    """Whether a surname that stands alone surely is that of `name`: same sound, same first letter, no other gender."""
    if not words_of(alone) or not words_of(name):
        return False
    asked, known = words_of(alone)[-1], words_of(name)[-1]
    if not same_surname(asked, known, is_latin(alone) == is_latin(name)) or first_letter(asked) != first_letter(known):
        return False
    genders = {surname_gender(asked), surname_gender(known)}
    initial, forename = leading_initial(alone), words_of(name)[0] if len(words_of(name)) > 1 else ""
    return genders != {"m", "f"} and (not initial or not forename or sound(forename).startswith(initial))


def _one(a: str, b: str) -> bool:
    """Whether two full names are one person's."""
    first, second = words_of(a), words_of(b)
    if generation_of(a) != generation_of(b) or not same_forename(first[0], second[0]):
        return False
    if _apart(a, b):
        return False
    return same_surname(first[-1], second[-1], is_latin(a) == is_latin(b))


def _apart(a: str, b: str) -> bool:
    """Whether middle initials tell two names apart."""
    first, second = initials_of(a), initials_of(b)
    return bool(first) and bool(second) and first != second


def grouped(counts: dict[str, int]) -> dict[str, Person]:
    """Names of like sound grouped into people: full names first, then what a bare surname means without doubt."""
    full: list[Person] = []
    bare: list[Person] = []
    people: dict[str, Person] = {}
    for name in sorted(counts, key=lambda n: (len(words_of(n)) < 2, not initials_of(n), -counts[n], n)):
        words = words_of(name)
        alone = len(words) < 2
        if alone:
            fitting = [p for p in full if any(_bears(name, known) for known in p.spellings)]
            if len(fitting) != 1:
                fitting = [p for p in bare if any(_bears(name, known) for known in p.spellings)][:1]
        else:
            fitting = [
                p
                for p in full
                if any(_one(name, k) for k in p.spellings) and not any(_apart(name, k) for k in p.spellings)
            ]
        if len(fitting) == 1:
            person = fitting[0]
        else:
            person = Person()
            (bare if alone else full).append(person)
        person.spellings[name] = counts[name]
        people[name] = person
    return people
