"""The forms of a name: what its cases share, which gender they show, what the nominative is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from tui_reader.quotes.forenames import bare_forename, likeliest
from tui_reader.quotes.inflection import forename_stem, from_genitive, may_be_subject, stem
from tui_reader.quotes.lexicon import FORENAME, SUFFIX, Lexicon
from tui_reader.quotes.runs import capital_words

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


class NameForms:
    """Reads the forms of names in one text, whose own words decide between two nominatives."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.declines = lexicon.cases.declines
        self._words: set[str] | None = None

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

    def _forename(self, word: str, key: str = "") -> tuple[str, bool]:
        """Gender of a forename, and whether the lexicon knows it; `key` is its stem where that is known."""
        low = word.lower()
        if self.lexicon.flags(low) & FORENAME:
            return "" if self._is_genitive_too(low) else self.lexicon.genders.get(low, ""), True
        if not self.declines:
            first, hyphen, _ = low.partition("-")
            known = bool(hyphen) and bool(self.lexicon.flags(first) & FORENAME)  # `Marie-Ange`
            return self.lexicon.genders.get(first, "") if known else "", known
        forms = self.lexicon.forename_stems.get(key or self._forename_key(word))
        if not forms:
            return "", False
        return (next(iter(forms)) if len(forms) == 1 else _by_ending(low)), True

    def _genitive_gender(self, word: str) -> str:
        """Gender of a forename in the genitive where its stem is a man's and a woman's: `Jana`, `Александры`."""
        low = word.lower()
        genders = {gender for gender, _ in self.lexicon.genitives.get(low, ())}
        if len(genders) == 1:
            return genders.pop()
        if self.lexicon.flags(low) & FORENAME:
            return self.lexicon.genders.get(low, "")
        forms = self.lexicon.forename_stems.get(self._forename_key(word), {})
        return "" if len(forms) < 2 else ("m" if word[-1] in "aаяu" else "f")

    def _oblique_forename(self, word: str) -> bool:
        """Whether a forename the lexicon knows stands in a case: `Павла`."""
        low = word.lower()
        if self.lexicon.flags(low) & FORENAME:
            return False
        forms = self.lexicon.forename_stems.get(self._forename_key(word), {})
        return bool(forms) and low not in forms.values()

    def _of_another(self, parts: list[str]) -> bool:
        """Whether the last of three words begins another name: `żona Adama Kota Ewa`."""
        last = self.lexicon.flags(parts[2].lower()) & FORENAME
        return bool(last) and not may_be_subject(parts[0], self.lexicon.cases)

    def _womans(self, parts: list[str]) -> bool:
        """Whether what looks like a man's forename in the genitive is a woman's: `Alberta Kot`, not `Alberta Kota`."""
        oblique = parts[0][-1:] in "aая" and not self.lexicon.flags(parts[0].lower()) & FORENAME
        return oblique and may_be_subject(" ".join(parts), self.lexicon.cases)

    def _nominative(self, surname: str, gender: str, genitive: bool) -> str:
        cases = self.lexicon.cases
        if genitive or not may_be_subject(surname, cases):
            return from_genitive(surname, gender, cases, self._attested)
        return surname

    def _forename_nominative(self, person: Person, oblique: bool, gender: str) -> str:
        low = person.forename.lower()
        if self.lexicon.flags(low) & FORENAME and self.lexicon.genders.get(low, gender) == (gender or "m"):
            return person.forename
        exact = self._exact(person, gender)
        if exact:
            return exact
        if low.endswith(("о", "o")) or (gender == "f" and self._womans([person.forename, person.surname])):
            return person.forename  # `Нино`: no case of `Нина`
        forms = self.lexicon.forename_stems.get(self._forename_key(person.forename), {})
        found = forms.get(gender) or (next(iter(forms.values())) if len(forms) == 1 else "")
        if found:
            return _capitals(found)
        known = self.lexicon.flags(low) & FORENAME
        return bare_forename(person.forename, self.lexicon.cases) if oblique and not known else person.forename

    def _exact(self, person: Person, gender: str) -> str:
        """The forename the lexicon knows whose genitive a person's is; empty where it may be a man's or a woman's."""
        low = person.forename.lower()
        if not gender and self.lexicon.flags(low) & FORENAME and may_be_subject(person.surname, self.lexicon.cases):
            return ""  # `Юлия Тимошенко`
        forms = self.lexicon.genitives.get(low, ())
        fitting = [row for row in forms if not gender or row[0] == gender]
        if not fitting or len({found for found, _ in fitting}) > 1:
            return ""
        names = [_capitals(name) for _, name in fitting]
        return next((name for name in names if self._attested(name)), likeliest(names, person.surname))

    def _attested(self, form: str) -> bool:
        if self._words is None:
            self._words = set(capital_words().findall(self.text))
        return form in self._words

    def _surname(self, parts: list[str]) -> str:
        for part in reversed(parts):
            if not self.lexicon.flags(part.lower().rstrip(".")) & SUFFIX:
                return part
        return parts[-1]


def _capitals(forename: str) -> str:
    """A forename of the lexicon as it is written: `Anna-Lena`."""
    return "-".join([part[:1].upper() + part[1:] for part in forename.split("-")])


def _by_ending(low: str) -> str:
    """Gender of a forename in an oblique case whose stem is a man's and a woman's; empty where the case has both."""
    if low.endswith(("em", "owi", "ом", "ем", "ові", "ам", "a", "а", "я")) or low[-1] not in "aąęyieаояуюыиіе":
        return "m"
    return "f" if low[-1] in "ąęyiоыиі" else ""
