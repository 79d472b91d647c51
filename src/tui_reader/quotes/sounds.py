"""What two spellings of one name sound like: folded over script, language and case ending."""

from __future__ import annotations

import re
from functools import lru_cache

from tui_reader.quotes.forms import fold

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior", "мл", "ст", "st", "mł"))
"""What tells a son from his father."""
_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_LETTERS = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя"
_LATIN = [
    "a",
    "b",
    "v",
    "g",
    "g",
    "d",
    "e",
    "e",
    "e",
    "z",
    "z",
    "i",
    "i",
    "i",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "r",
    "s",
    "t",
    "u",
    "u",
    "f",
    "h",
    "c",
    "c",
    "s",
    "s",
    "",
    "i",
    "",
    "e",
    "iu",
    "ia",
]
_CYRILLIC = dict(zip(_LETTERS, _LATIN, strict=True))
_SOUNDS = tuple(
    pair.partition(">")[::2]
    for pair in [
        "szcz>s",
        "shch>s",
        "sch>s",
        "sz>s",
        "sh>s",
        "tsch>c",
        "tch>c",
        "cz>c",
        "ch>h",
        "kh>h",
        "zh>z",
        "rz>z",
        "dz>z",
        "ck>k",
        "ph>f",
        "th>t",
        "tz>c",
        "ts>c",
        "x>ks",
        "qu>k",
        "q>k",
        "w>v",
        "y>i",
        "j>i",
        "ou>u",
    ]
)
_SURNAME_ENDINGS = [
    "aia",
    "iei",
    "ii",
    "iego",
    "iemu",
    "ovi",
    "evi",
    "ego",
    "emu",
    "ogo",
    "omu",
    "oi",
    "ei",
    "om",
    "em",
    "im",
    "iu",
    "ia",
    "a",
    "e",
    "o",
    "u",
    "i",
]
_FORENAME_ENDINGS = ("iem", "em", "ovi", "om", "evi")
_FEMININE = ("skaia", "ska", "ckaia", "cka", "ova", "eva", "ina", "aia")
_MASCULINE = ("skii", "ski", "ckii", "cki", "ov", "ev", "in", "ii")
_SHORT = 4
"""Letters of a forename in which an I and a J at the beginning are two."""
_VOWELS = str.maketrans("", "", "aeiou")


def words_of(name: str) -> list[str]:
    """The words of a name without initials and generation suffixes, as written."""
    words = _WORD.findall(name)
    kept = [w for w in words if len(w) > 1 and w.lower() not in GENERATIONS]
    return kept or words


def generation_of(name: str) -> str:
    """`jr`, `ii` ... at the end of a name; empty for most."""
    words = _WORD.findall(name)
    last = words[-1].lower() if len(words) > 1 else ""
    return {"junior": "jr", "senior": "sr", "мл": "jr"}.get(last, last) if last in GENERATIONS else ""


def initials_of(name: str) -> str:
    """Middle initials: `w` of George W. Bush."""
    return "".join(w.lower() for w in _WORD.findall(name)[1:-1] if len(w) == 1)


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return not any("Ѐ" <= c <= "ӿ" for c in name)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """One spelling for all scripts: `Lukashenko`, `Łukaszenka` and `Лукашенко` differ in the ending only."""
    low = word.lower()
    plain = low if is_latin(low) else "".join(_CYRILLIC.get(c, c) for c in low)
    plain = fold(plain).replace("'", "").replace("’", "").replace("ʼ", "")
    for old, new in _SOUNDS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=16384)
def surname_key(word: str) -> str:
    """The part of a surname no case and no transliteration changes."""
    plain = sound(word).replace("ue", "u").replace("oe", "o").replace("ae", "a")  # Müller, Mueller
    for ending in _SURNAME_ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            return plain[: len(plain) - len(ending)]
    return plain


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a surname: `Hamp` and `Хэмп` share them."""
    key = surname_key(word)
    return key.translate(_VOWELS).replace("h", "") or key


def surname_gender(word: str) -> str:
    """`f` for `Tikhanovskaya`, `m` for `Tikhanovsky`; empty for a surname both may bear."""
    plain = sound(word)
    if plain.endswith(_FEMININE):
        return "f"
    return "m" if plain.endswith(_MASCULINE) else ""


def first_letter(word: str) -> str:
    """The letter a surname begins with, the same for the spellings of one sound."""
    plain = fold(word)[:1] if is_latin(word) else sound(word)[:1]
    return {"w": "v", "y": "j", "x": "k", "q": "k", "c": "k", "h": "g"}.get(plain, plain)


def leading_initial(name: str) -> str:
    """`j` of J. M. Berger."""
    words = _WORD.findall(name)
    return sound(words[0])[:1] if len(words) > 1 and len(words[0]) == 1 else ""


def same_surname(a: str, b: str, latin: bool = True) -> bool:
    """Whether two surnames are forms of one. `latin`: both stand in one script, so vowels must agree too."""
    first, second = surname_key(a), surname_key(b)
    if first == second:
        return True
    if latin or min(len(first), len(second)) < 4:
        return False
    from rapidfuzz.distance import Levenshtein

    return bool(Levenshtein.distance(first, second) <= (1 if len(first) < 7 else 2))


@lru_cache(maxsize=16384)
def forename_key(word: str) -> str:
    """The part of a forename that its national forms share: `Alexander`, `Aleksandr`, `Аляксандр`."""
    plain = sound(word)
    for ending in _FORENAME_ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            plain = plain[: len(plain) - len(ending)]
            break
    plain = plain.replace("ue", "u").replace("oe", "o")  # Jürgen, Juergen
    return plain.replace("ia", "a").replace("ie", "e").replace("der", "dr")


def same_forename(a: str, b: str) -> bool:
    """Whether two forenames are forms of one. A final vowel counts: Paul is not Paula, and Ian is not Jan."""
    if max(len(a), len(b)) <= _SHORT and {a[:1].lower(), b[:1].lower()} == {"i", "j"}:
        return False
    first, second = forename_key(a), forename_key(b)
    if first == second:
        return True
    if min(len(first), len(second)) < 5 or first[0] != second[0] or first[-1] != second[-1]:
        return False
    from rapidfuzz.distance import Levenshtein

    return bool(Levenshtein.distance(first, second) <= 1)
