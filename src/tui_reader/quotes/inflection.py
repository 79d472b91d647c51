"""Case endings of names in Polish, Russian, Ukrainian and Belarusian: enough to tell a subject and to undo a case."""

from __future__ import annotations

from collections.abc import Callable

SLAVIC = frozenset(("pl", "ru", "uk", "be"))

_SURE = {
    "pl": ("ego", "emu", "owi", "ą", "ę", "iem"),
    "ru": ("ого", "ому", "ову", "еву", "овым", "евым", "ину", "ами", "ым"),
    "uk": ("ого", "ому", "ові", "еві", "ою", "єю", "ії"),
    "be": ("ага", "ому", "аму", "ым", "ою"),
}
"""Endings no nominative of a surname has (short words aside)."""
_LIKELY = {
    "pl": ("em", "ami", "ach", "om", "ów", "iej", "mu"),
    "ru": ("ему", "им", "ом", "ем", "ой", "ую", "ах", "ям", "ями", "ях", "у", "ю", "е", "ы"),
    "uk": ("ему", "ем", "єм", "им", "ом", "ею", "ами", "ах", "ям", "у", "ю"),
    "be": ("ім", "ам", "ем", "ой", "ую", "амі", "ах", "у", "ю", "ы"),
}
"""Endings that a nominative has now and then: believed when the forename shows a case too."""


def may_be_subject(name: str, language: str) -> bool:
    """Whether a name can stand in the nominative."""
    if language not in SLAVIC:
        return True
    words = name.split(" ")
    last, first = words[-1].lower(), words[0].lower()
    if _ends(last, _SURE[language]):
        return False
    if len(words) == 1:
        return True
    both = _SURE[language] + _LIKELY[language]
    return not (_ends(last, both) and _ends(first, both))


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return len(word) > 4 and word.endswith(endings)


_STEM_ENDINGS = {
    "pl": (
        "iego", "iemu", "owie", "ego", "emu", "owi", "iej", "iem", "ami", "ach", "ich", "ych", "ów", "om",
        "ej", "ek", "ie", "ia", "em", "ym", "im", "ą", "ę", "a", "u", "y", "i", "o", "e",
    ),
    "ru": (
        "ого", "его", "ому", "ему", "ами", "ями", "ыми", "ым", "им", "ой", "ей", "ую", "юю", "ая", "яя", "ый", "ий", "ом",
        "ем", "ах", "ою", "а", "у", "ы", "и", "е", "о", "ю", "я", "ь", "й",
    ),
    "uk": (
        "ого", "ому", "ему", "ові", "еві", "ами", "ями", "ими", "ий", "ій", "им", "ім", "ої", "ою", "ею", "єю", "ом", "ем",
        "єм", "ах", "ії", "а", "у", "и", "і", "е", "о", "ю", "я", "ь", "й", "ї",
    ),
    "be": (
        "ага", "яга", "аму", "яму", "амі", "ымі", "ым", "ім", "ай", "ой", "ою", "ам", "ем", "ах", "ая", "а", "у", "ы", "і",
        "е", "о", "ю", "я", "ь", "й",
    ),
}  # fmt: skip


def stem(word: str, language: str) -> str:
    """A crude stem: the same for the cases of one name, in lower case."""
    low = word.lower()
    for mark in ("'", "’"):
        if mark in low[-4:] and language == "pl":
            low = low[: low.rindex(mark)]  # Farage'a
    for ending in _STEM_ENDINGS.get(language, ()):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: len(low) - len(ending)]
    return low


_GENITIVE_MASCULINE: dict[str, tuple[tuple[str, str], ...]] = {
    "pl": (
        ("skiego", "ski"), ("ckiego", "cki"), ("dzkiego", "dzki"), ("iego", "i"), ("ego", "y"), ("ńca", "niec"), ("rka", "rek"),
        ("nka", "nek"), ("czka", "czek"), ("łka", "łek"), ("szka", "szek"), ("dła", "dło"), ("y", "a"), ("ki", "ka"), ("gi", "ga"),
        ("ii", "ia"), ("a", ""),
    ),
    "ru": (("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"), ("его", "ий"), ("ы", "а"), ("ки", "ка"), ("ги", "га"), ("ея", "ей"), ("ия", "ий"), ("ая", "ай"), ("я", "ь"), ("а", "")),
    "uk": (("ського", "ський"), ("цького", "цький"), ("ого", "ий"), ("ка", "ко"), ("и", "а"), ("ея", "ей"), ("ія", "ій"), ("ая", "ай"), ("я", "ь"), ("а", "")),
    "be": (("скага", "скі"), ("цкага", "цкі"), ("ага", "ы"), ("ы", "а"), ("кі", "ка"), ("я", "ь"), ("а", "")),
}  # fmt: skip
_GENITIVE_FEMININE: dict[str, tuple[tuple[str, str], ...]] = {
    "pl": (("skiej", "ska"), ("ckiej", "cka"), ("iej", "a"), ("ej", "a"), ("ki", "ka"), ("gi", "ga"), ("ii", "ia"), ("y", "a"), ("i", "a")),
    "ru": (("ской", "ская"), ("цкой", "цкая"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ой", "ая"), ("ы", "а"), ("ии", "ия"), ("ки", "ка"), ("ги", "га"), ("и", "я")),
    "uk": (("ської", "ська"), ("цької", "цька"), ("ової", "ова"), ("евої", "ева"), ("ої", "а"), ("ії", "ія"), ("и", "а"), ("і", "я")),
    "be": (("скай", "ская"), ("цкай", "цкая"), ("авай", "ава"), ("овай", "ова"), ("ай", "ая"), ("ы", "а"), ("іі", "ія"), ("кі", "ка"), ("і", "я")),
}  # fmt: skip
_INDECLINABLE = ("o", "о", "э", "é", "их", "ых", "ко")


def from_genitive(word: str, gender: str, language: str, attested: Callable[[str], bool]) -> str:
    """Nominative of a surname that stands in the genitive; the word itself when no rule fits.

    `attested` says whether a form occurs in the text; an attested nominative is preferred to the first rule that fits.
    """
    if "'" in word[-4:] or "’" in word[-4:]:
        return word[: max(word.rfind("'"), word.rfind("’"))]
    if word.endswith(_INDECLINABLE):
        return word
    tables = _GENITIVE_FEMININE if gender == "f" else _GENITIVE_MASCULINE
    low = word.lower()
    first = ""
    for ending, nominative in tables.get(language, ()):
        if low.endswith(ending) and len(word) - len(ending) >= 2:
            form = word[: len(word) - len(ending)] + nominative
            if attested(form):
                return form
            first = first or form
    return first or word


_MASCULINE_CASES = {
    "pl": ("owi", "em", "iem", "a", "u", "ie"),
    "ru": ("ом", "ем", "а", "у", "е", "я", "ю", "ею"),
    "uk": ("ові", "ом", "ем", "єм", "а", "у", "я", "ю", "еві"),
    "be": ("ам", "ом", "ем", "а", "у", "е", "я", "ю"),
}


def forename_stem(word: str, language: str) -> str:
    """What the cases of one forename share: `Marek`, `Marka`; `Aleksander`, `Aleksandrem`; `Павел`, `Павла`."""
    low = stem(word, language) if language in SLAVIC else word.lower()
    if language not in SLAVIC:
        return low
    for long, short in (
        ("iel", "l"),
        ("ieł", "ł"),
        ("eł", "ł"),
        ("er", "r"),
        ("ec", "c"),
        ("ok", "k"),
        ("ел", "л"),
        ("ёл", "л"),
    ):
        if low.endswith(long) and len(low) > len(long) + 1:
            return low[: len(low) - len(long)] + short
    return low.removesuffix("i") if language == "pl" else low


def bare_forename(word: str, language: str) -> str:
    """A masculine forename without its case ending, for forenames no lexicon knows."""
    for ending in _MASCULINE_CASES.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: len(word) - len(ending)]
    return word
