"""What two spellings of one name sound like: folded over script, language and case ending."""

from __future__ import annotations

import re
from functools import lru_cache

from tui_reader.quotes.names import fold

_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior"))
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "z", "з": "z", "и": "i",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia",
}  # fmt: skip
_SOUNDS = (
    ("szcz", "s"), ("shch", "s"), ("sch", "s"), ("sz", "s"), ("sh", "s"), ("tsch", "c"), ("tch", "c"), ("cz", "c"), ("ch", "h"),
    ("kh", "h"), ("zh", "z"), ("rz", "z"), ("dż", "z"), ("dz", "z"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("tz", "c"),
    ("ts", "c"), ("x", "ks"), ("qu", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("ou", "u"),
)  # fmt: skip
_ENDINGS = (
    "skiego", "skiemu", "skoi", "skogo", "skomu", "skaia", "skii", "skim", "skiei", "ski", "ska", "iego", "iemu", "ovi", "evi",
    "ego", "emu", "ogo", "omu", "oi", "ei", "om", "em", "im", "iu", "ia", "a", "e", "o", "u", "i",
)  # fmt: skip


def words_of(name: str) -> list[str]:
    """The words of a name without initials and generation suffixes, as written."""
    words = _WORD.findall(name)
    kept = [w for w in words if len(w) > 1 and w.lower() not in _GENERATIONS]
    return kept or words


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """One spelling for all scripts: `Lukashenko`, `Łukaszenka` and `Лукашенко` differ in the ending only."""
    low = word.lower()
    plain = "".join(_CYRILLIC.get(c, c) for c in low) if any("а" <= c <= "ӿ" for c in low) else low
    plain = fold(plain).replace("'", "").replace("’", "").replace("ʼ", "")
    for old, new in _SOUNDS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=8192)
def surname_key(word: str) -> str:
    """The part of a surname no case and no transliteration changes."""
    plain = sound(word)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            return plain[: len(plain) - len(ending)].replace("h", "c")
    return plain.replace("h", "c")


def same_surname(a: str, b: str) -> bool:
    """Whether two surnames are forms of one."""
    return surname_key(a) == surname_key(b)


@lru_cache(maxsize=8192)
def forename_key(word: str) -> str:
    """The part of a forename that its national forms share: `Alexander`, `Aleksandr`, `Аляксандр`."""
    plain = surname_key(word)
    return plain.replace("ia", "a").replace("ie", "e").replace("der", "dr").replace("v", "u")


def same_forename(a: str, b: str) -> bool:
    """Whether two forenames are forms of one; an initial fits what it begins."""
    first, second = forename_key(a), forename_key(b)
    if first == second:
        return True
    if min(len(first), len(second)) < 4 or first[0] != second[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(first, second) <= 1 and len(first) >= 5
