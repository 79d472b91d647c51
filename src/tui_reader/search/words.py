"""What a word is: the same cut for texts, titles and queries.

A word is a run of letters and digits; an apostrophe, a hyphen or a stop ends it. Scripts that put no space between
words are cut into single characters, so that a word of theirs is a phrase of characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tui_reader.text.folding import IGNORED, fold, fold_script, folded

if TYPE_CHECKING:
    from collections.abc import Callable

# Thai, Lao, Burmese, Khmer, kana (without the middle dot) and Han.
_SOLO = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_SOLO += "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
# Vowel signs of Indic scripts are marks to Unicode and no word characters to `re`, but they stand inside words.
_INSIDE = IGNORED + "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03"
_INSIDE += "\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0d3e-\u0d4d"

WORD = re.compile(rf"[^\W_{_SOLO}]+(?:[{_INSIDE}]+[^\W_{_SOLO}]*)*|[{_SOLO}]")
"""Finds the words of an original text, with their original offsets."""

_PLAIN_WORD = re.compile(r"[^\W_]+")
_UNUSUAL = re.compile(f"[{_SOLO}{_INSIDE}]")
_LONGEST = 100
"""Letters of a word that count; what is longer is no word, and tantivy leaves out what is far too long."""

_IS_SOLO = re.compile(f"[{_SOLO}]")


def is_plain(text: str) -> bool:
    """Whether the words of `text` are just its runs of letters and digits: nearly everywhere they are."""
    return text.isascii() or _UNUSUAL.search(text) is None


def words_of(text: str, start: int = 0) -> list[str]:
    """The original words of `text` from `start` on, in order."""
    # Twice as fast where nothing unusual stands between the letters.
    return (_PLAIN_WORD if is_plain(text) else WORD).findall(text, start)


@lru_cache(maxsize=1 << 15)
def term(word: str) -> str:
    """The term that stands for an original word in the index. Empty for a word of invisible characters alone."""
    if word.isascii():
        return word[:_LONGEST].lower()
    if len(word) == 1 and _IS_SOLO.match(word):
        return unicodedata.normalize("NFKC", word)
    # Transliteration may bring spaces or signs with it (`ъ` becomes `"`); a term holds none.
    plain = fold(word)
    return (plain if plain.isalnum() else "".join(filter(str.isalnum, plain)))[:_LONGEST]


def terms(text: str) -> list[str]:
    """The terms of a text, in order."""
    return list(filter(None, map(term, words_of(text))))


@lru_cache(maxsize=1 << 14)
def surface(word: str) -> str:
    """A word without case and accents in its own script: the letters a typing slip happens in."""
    return fold_script(word)


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> str:
    """A word without case, accents kept, however they are encoded."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())


@lru_cache(maxsize=1 << 15)
def accented(word: str) -> bool:
    """Whether a Latin word was typed with accents: then the user means them."""
    return not word.isascii() and term(word) == surface(word) != spelling(word)


def in_script(word: str) -> str:
    """The surface of a word as the index holds it: the term where all of it is Latin."""
    if word.isascii():
        return word[:_LONGEST].lower()
    # A compatibility form may bring spaces with it.
    return "".join(surface(word).split())[:_LONGEST]


@lru_cache(maxsize=1 << 14)
def written(word: str) -> str:
    """How a word is written as the index holds it: in its script, and a Latin one with its accents."""
    return spelling(word)[:_LONGEST] if accented(word) else in_script(word)


@lru_cache(maxsize=1 << 15)
def is_foreign(word: str) -> bool:
    """Whether a word holds letters of another script than Latin, which its term does not show."""
    return not word.isascii() and term(word) != surface(word)


def compared_by(word: str, as_written: bool) -> Callable[[str], str]:
    """What of a word of a text must be what it is of `word`: the accents if they were typed, the script if asked."""
    if accented(word):
        return spelling
    return surface if as_written else term


def prefix_end(word: str, letters: int) -> int:
    """How many characters of an original word its first `letters` folded letters take, riding marks included."""
    if word.isascii():
        return letters
    plain = folded(word)
    kept = [at for at, letter in enumerate(plain.text) if letter.isalnum()]
    return len(word) if letters >= len(kept) else plain.span(0, kept[letters - 1] + 1)[1]
