"""Case endings of names: enough to tell a subject and to undo a case. The endings are the lexicons' data."""

from __future__ import annotations

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

VOWELS = "aeiouyąęóаеёиіїоуыэюяєў"
_CYRILLIC = "Ѐ"
"""The first Cyrillic letter: an apostrophe among them stands inside a name, `Мар'яна`."""
_INDECLINABLE = ("o", "о", "э", "é", "их", "ых", "ау", "оу")
ADJECTIVES = (
    "ий", "ый", "ой", "ая", "яя", "ое", "ее", "і", "ае",
    "ski", "cki", "ska", "cka", "skie", "ny", "na", "ne", "wy", "wa", "ły",
)  # fmt: skip
"""Nominative ends of Slavic adjectives, which may say which office or role is meant: `holenderski sąd`."""
_PATRONYMICS = (("ича", "ич"), ("ичем", "ич"), ("ичу", "ич"), ("вны", "вна"), ("вне", "вна"), ("вной", "вна"))
_AFTER_GENITIVE = "aoyiuęаяоыиіую"
"""Letters a surname ends with behind a man's forename in the genitive or the accusative."""
_SHORT = "aąęyаяыуюиіїi"
"""Last letters of forenames so short that no ending was taken off."""
_WOMANS = ("ska", "cka", "dzka", "ская", "цкая", "ська", "цька")
"""Ends of women's surnames no man's genitive has."""
_OF_TWO = ("skiej", "ckiej", "skiego", "ckiego", "ской", "ского", "ської", "ського", "скай", "скага")
"""Genitives of the first of two surnames: `Lisowskiej-Kot`."""
_ADJECTIVAL = ("ego", "ого", "его", "ага")
"""Genitives of adjectives among the endings above."""


class Cases:
    """How one language declines names, from the `[cases]` table of its lexicon; all empty where it does not."""

    def __init__(self, data: dict[str, Any]) -> None:
        def words(key: str) -> tuple[str, ...]:
            return tuple(data.get(key, "").split())

        def pairs(key: str) -> tuple[tuple[str, str], ...]:
            rows = (row.partition(">") for row in words(key))
            return tuple((ending, nominative) for ending, _, nominative in rows)

        self.sure = words("sure")
        """Endings no nominative of a surname has."""
        self.dative = tuple(end for end in self.sure if end[-1] in "уu" or end[-2:] in ("ві", "wi"))
        """Those of them whom something is told to."""
        self.oblique = self.sure + words("likely")
        """These, and those a nominative has now and then: believed when the forename shows a case too."""
        self.stems = words("stems")
        """Endings taken off to find what the cases of one name share, longest first."""
        self.stems_by_letter = {
            end: tuple(s for s in self.stems if s[-1] == end) for end in {s[-1] for s in self.stems}
        }
        """The same by their last letter: a word is held against few of them."""
        self.genitive = (pairs("genitive_m"), pairs("genitive_f"))
        """Genitive ending to nominative ending: masculine, feminine."""
        self.forename_genitive = (pairs("forename_genitive_m"), pairs("forename_genitive_f"))
        """Nominative ending to genitive ending of forenames; the longest that fit."""
        self.own = pairs("forename_stems")
        """Ends of forenames in the nominative that only look like a case's, and what their cases share."""
        self.forename = words("forename_m")
        """Case endings of masculine forenames."""
        self.owner = words("owner")
        """Endings that make a name behind a role the office's: `голова Євроради`."""
        self.feminine = words("feminine")
        """Ends of women's surnames, which look like such genitives."""
        self.fleeting = pairs("fleeting")
        """Ends of forename stems whose vowel comes and goes: `er` to `r`."""
        self.first = words("forename_cases")
        """Endings that put a forename the lexicon knows into a case: `Adama`, `Петру`."""
        self.forenames: frozenset[str] = frozenset()
        self.forename_stems: frozenset[str] = frozenset()
        """The forenames of the lexicon and their stems; written there, for they are cut with these endings."""
        self.declines = bool(self.stems)
        """Whether names have cases."""


def may_be_subject(name: str, cases: Cases) -> bool:
    """Whether a name can stand in the nominative."""
    if not cases.declines:
        return True
    return _nominative(name, cases) if len(name) < 100 else _nominative.__wrapped__(name, cases)


@lru_cache(maxsize=16384)
def _nominative(name: str, cases: Cases) -> bool:
    words = name.split(" ")
    last, first = words[-1].lower(), words[0].lower()
    if _ends(last, cases.sure) or _oblique_first(first, last, cases):
        return False
    return len(words) == 1 or not (_ends(last, cases.oblique) and _ends(first, cases.oblique))


def _oblique_first(first: str, last: str, cases: Cases) -> bool:
    """Whether a name begins with a known forename in a case: `Adama Wilka`, but not `Daniela Wilk`."""
    if first in cases.forenames or not first.endswith(cases.first):
        return False
    if first[-1] in "aая" and (last[-1] not in _AFTER_GENITIVE or last.endswith(_WOMANS)):
        return False
    return forename_stem(first, cases) in cases.forename_stems


def hears(name: str, cases: Cases) -> bool:
    """Whether a name surely stands in the dative: `Зеленскому`."""
    return len(name) > 4 and name.endswith(cases.dative)


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return len(word) > 4 and word.endswith(endings)


@lru_cache(maxsize=16384)
def stem(word: str, cases: Cases) -> str:
    """A crude stem: the same for the cases of one name, in lower case."""
    low = word.lower()
    if not cases.declines:
        return low
    for mark in ("'", "’"):
        if mark in low[-4:] and low.rindex(mark) > 2 and low[0] < _CYRILLIC:
            low = low[: low.rindex(mark)]  # Renaud'a
    for ending in cases.stems_by_letter.get(low[-1:], ()):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: len(low) - len(ending)]
    return low


def patronymic(word: str) -> str:
    """A patronymic in the nominative: `Ивановича` is `Иванович`."""
    for ending, nominative in _PATRONYMICS:
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + nominative
    return word


def role_stem(word: str, cases: Cases) -> str:
    """What the cases of one role noun share and no other role noun does: `председатель` is no `представитель`."""
    return stem(word, cases)[:9] if cases.declines else word[:7]


def from_genitive(word: str, gender: str, cases: Cases, attested: Callable[[str], bool]) -> str:
    """Nominative of a surname that stands in the genitive; the word itself when no rule fits.

    `attested` says whether a form occurs in the text; an attested nominative is preferred to the first rule that fits.
    """
    mark = max(word.rfind("'"), word.rfind("’"))
    if mark > 2 and mark >= len(word) - 3 and word[0] < _CYRILLIC:
        return word[:mark]
    head, _, tail = word.rpartition("-")
    if head.endswith(_OF_TWO):
        return "-".join(from_genitive(part, gender, cases, attested) for part in (head, tail))
    low = word.lower()
    if low.endswith(_INDECLINABLE) and not low.endswith(_ADJECTIVAL):
        return word
    first = ""
    for ending, nominative in cases.genitive[1 if gender == "f" else 0]:
        rest = len(word) - len(ending)
        if low.endswith(ending) and (rest >= 2 or not rest):
            form = word[:rest] + nominative if rest else nominative.capitalize()
            if attested(form):
                return form
            first = first or form
    return first or word


@lru_cache(maxsize=16384)
def forename_stem(word: str, cases: Cases) -> str:
    """What the cases of one forename share: `Marek`, `Marka`; `Aleksander`, `Aleksandrem`; `Павел`, `Павла`."""
    low = word.lower()
    known = low in cases.forenames
    if known:
        for own, short in cases.own:
            if low.endswith(own):
                return low[: len(low) - len(own)] + short  # `Сергей`: no `ей` of a case
    if not known or low[-1] in VOWELS or low[-1] in "йь":
        low = stem(word, cases)  # `Максим` is whole: no `им` of a case
    if len(low) == 3 and low[-1] in _SHORT:
        return low[:2]  # `Ewa`, `Ewy`
    for long, short in cases.fleeting:
        if low.endswith(long) and len(low) > len(long) + 1:
            return low[: len(low) - len(long)] + short
    return low.rstrip("iіи") if cases.declines and len(low) > 3 else low
