"""Case endings of names in Polish, Russian, Ukrainian and Belarusian: enough to tell a subject and to undo a case."""

from __future__ import annotations

SLAVIC = frozenset(("pl", "ru", "uk", "be"))

_OBLIQUE = {
    "pl": ("ego", "emu", "owi", "ą", "ę", "iem", "em", "ami", "ach", "om", "ów", "iej", "owie", "mu"),
    "ru": (
        "ого",
        "его",
        "ому",
        "ему",
        "ым",
        "им",
        "ом",
        "ем",
        "ой",
        "ою",
        "ую",
        "ами",
        "ах",
        "ов ",
        "ям",
        "ями",
        "ях",
        "у",
        "ю",
        "е",
        "ы",
    ),
    "uk": ("ого", "ому", "ему", "ові", "еві", "ем", "єм", "им", "ою", "ею", "єю", "ами", "ах", "ям", "у", "ю", "ії"),
    "be": ("ага", "ому", "аму", "ым", "ім", "ам", "ем", "ой", "ою", "ую", "амі", "ах", "у", "ю", "ы"),
}
_KEPT = {
    "pl": ("adem", "salem", "betlejem", "nahum", "schem", "ach"),
    "ru": ("ой", "им", "ем", "ом", "е", "ы", "у", "ю", "ым"),
    "uk": (),
    "be": (),
}


def may_be_subject(name: str, language: str) -> bool:
    """Whether the last word of a name can stand in the nominative."""
    endings = _OBLIQUE.get(language)
    if endings is None:
        return True
    words = name.split(" ")
    last = words[-1].lower()
    first = words[0].lower()
    if len(words) > 1:
        return not (_oblique(last, endings, language) and (_oblique(first, endings, language) or _sure(last, language)))
    return not _sure(last, language)


_SURE = {
    "pl": ("ego", "emu", "owi", "ą", "ę", "iem"),
    "ru": ("ого", "ому", "ову", "еву", "овым", "евым", "ину", "ами", "ым"),
    "uk": ("ого", "ому", "ові", "еві", "ою", "єю", "ії"),
    "be": ("ага", "ому", "аму", "ым", "ою"),
}


def _sure(word: str, language: str) -> bool:
    return len(word) > 4 and word.endswith(_SURE[language])


def _oblique(word: str, endings: tuple[str, ...], language: str) -> bool:
    return len(word) > 3 and word.endswith(endings)


_STEM_ENDINGS = {
    "pl": (
        "iego", "iemu", "owie", "owska", "ego", "emu", "owi", "iej", "iem", "ami", "ach", "ich", "ych", "ów", "om",
        "ej", "ek", "ie", "ia", "em", "ym", "im", "ą", "ę", "a", "u", "y", "i", "o", "e",
    ),
    "ru": ("ого", "его", "ому", "ему", "ами", "ями", "ыми", "ым", "им", "ой", "ей", "ую", "юю", "ая", "яя", "ый", "ий", "ом", "ем", "ах", "ою", "а", "у", "ы", "и", "е", "о", "ю", "я", "ь", "й"),
    "uk": ("ого", "ому", "ему", "ові", "еві", "ами", "ями", "ими", "ий", "ій", "им", "ім", "ої", "ою", "ею", "єю", "ом", "ем", "єм", "ах", "ії", "а", "у", "и", "і", "е", "о", "ю", "я", "ь", "й", "ї"),
    "be": ("ага", "яга", "аму", "яму", "амі", "ымі", "ым", "ім", "ай", "ой", "ою", "ам", "ем", "ах", "а", "у", "ы", "і", "е", "о", "ю", "я", "ь", "й"),
}  # fmt: skip


def stem(word: str, language: str) -> str:
    """A crude stem: the same for the cases of one name, in lower case."""
    low = word.lower()
    for ending in _STEM_ENDINGS.get(language, ()):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: len(low) - len(ending)]
            break
    return low
