"""One key for the spellings of a name: Łukaszenka, Łukaszence, Lukashenko and Лукашенко are one family.

The key is made of the folded letters: spellings of one sound in the Latin orthographies of the languages we read
(English, Polish, German, French transcription) become one letter, vowels become one vowel, and what declension hangs
on the end of a Slavic name is cut off.
"""

from __future__ import annotations

import re
from functools import lru_cache

MIN_KEY = 5
"""Letters a key needs to say anything: shorter ones bring together words that have nothing to do with one another."""

# Longest first. The right side is a class of sounds, not a letter: what c, ch, cz, k and kh stand for changes from
# language to language (Gorbaczow, Gorbachev; Chodorkowski, Khodorkovsky) and within one name (Łukaszenka, Łukaszence).
_SOUNDS = (
    ("shch", "sk"), ("szcz", "sk"), ("tsch", "k"), ("sch", "s"), ("dzh", "z"), ("tch", "k"), ("ts", "k"), ("tz", "k"),
    ("sh", "s"), ("sz", "s"), ("zh", "z"), ("rz", "z"), ("ch", "k"), ("cz", "k"), ("kh", "k"), ("ck", "k"), ("ph", "f"),
    ("th", "t"), ("ks", "x"), ("w", "v"), ("c", "k"), ("q", "k"),
)  # fmt: skip
_SOUND = re.compile("|".join(spelled for spelled, _ in _SOUNDS))
_SOUND_OF = dict(_SOUNDS)

# Endings of declined Slavic names and of the English genitive, cut once, the longest first: Polish -iego, -iemu, -owi,
# -em, -im, -ą, -ę; Russian (transliterated) -ogo, -omu, -ym, -oi, -om. Final vowels go anyway.
_ENDING = re.compile(r"(?:iego|iemu|ogo|omu|ego|emu|owie|owi|iem|ovi|ami|ach|em|im|ym|om|am|ej|oi|oy|ei|ey)$")
_VOWELS = re.compile(r"[aeiouyj]+")
_DOUBLE = re.compile(r"(.)\1+")
_SHORTEST_STEM = 4


@lru_cache(maxsize=1 << 14)
def name_key(term: str) -> str:
    """Key of the family a folded word belongs to, or an empty string when the word is too short to have one."""
    if len(term) < MIN_KEY or not term.isascii() or not term.isalpha():
        return ""
    stem = _ENDING.sub("", term)
    if len(stem) < _SHORTEST_STEM:
        stem = term
    sounds = _SOUND.sub(lambda found: _SOUND_OF[found[0]], stem)
    key = _DOUBLE.sub(r"\1", _VOWELS.sub("a", sounds)).rstrip("a")
    return key if len(key) >= MIN_KEY else ""


def same_name(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name."""
    return one == other or (bool(key := name_key(one)) and key == name_key(other))
