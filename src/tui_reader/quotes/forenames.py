"""Forenames in the genitive: every form the lexicon's forenames have there, and what a strange one most likely is."""

from __future__ import annotations

import re

from tui_reader.quotes.inflection import VOWELS, Cases

_FOREIGN = re.compile(r"[qvx]|th|tt|ck(?!i)|ss|ey|berg|sch", re.IGNORECASE)
"""What no Slavic surname in Latin letters has: `Zuckerberga`."""
_OWN = re.compile(r"[aiou]k$")
"""Before a Polish ending they belong to the forename: `Erika`; another `k` may have lost a vowel: `Jurka`."""
_SOFT = {"е": "й", "л": "ь"}
"""Before the ending of a soft noun they say how the nominative ends: `Хорхея`, `Жоэля`; an `ия` may be a woman's."""


def genitives(genders: dict[str, str], cases: Cases) -> dict[str, tuple[tuple[str, str], ...]]:
    """Forms of forenames in the genitive to gender and nominative, those first whose stem changes: `Marka`, Marek.

    `genders` says of each forename whether it is a man's or a woman's.
    """
    found: dict[str, list[tuple[int, str, str]]] = {}
    for name, gender in genders.items():
        rules = cases.forename_genitive[1 if gender == "f" else 0]
        fitting = [(ending, new) for ending, new in rules if name.endswith(ending)]
        longest = max((len(ending) for ending, _ in fitting), default=-1)
        if not longest and name[-1] in VOWELS:
            continue
        for ending, new in fitting:
            if len(ending) == longest:
                form = name[: len(name) - longest] + new
                found.setdefault(form, []).append((-longest, gender, name))
    return {form: tuple((gender, name) for _, gender, name in sorted(rows)) for form, rows in found.items()}


def likeliest(names: list[str], surname: str) -> str:
    """Which of several nominatives goes with a surname: `Marek Belka`, but `Mark Zuckerberg`."""
    foreign = len(names) > 1 and _FOREIGN.search(surname) is not None
    return names[-1 if foreign else 0]


def bare_forename(word: str, cases: Cases) -> str:
    """A man's forename without its case ending, for forenames no lexicon knows; as it is where two would fit."""
    for ending in cases.forename:
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        bare = word[: len(word) - len(ending)]
        if ending in "яю":
            return bare + _SOFT[bare[-1]] if bare[-1] in _SOFT else word
        if bare[-1] in VOWELS or (bare[-1] == "k" and _OWN.search(bare) is None and not bare.endswith("ck")):
            return word
        return bare
    return word
