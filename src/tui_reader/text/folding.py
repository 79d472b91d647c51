"""One folding for texts, names and queries: what two spellings must share to count as the same word.

Folding removes case, accents, characters nobody sees (soft hyphen, zero-width characters) and compatibility forms
(full width, ligatures), reads the Latin letters Unicode does not decompose (Polish l with stroke) as what people type
for them, and transliterates other scripts into Latin. A map leads back to the original characters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Latin letters without a canonical decomposition, as they are typed on a keyboard that lacks them.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe",
    "ŋ": "ng", "ĸ": "k", "ƶ": "z", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɛ": "e", "ɔ": "o", "ə": "e",
}  # fmt: skip

_OWN_LETTERS = frozenset("йїў")
"""Unicode takes them apart, but nobody who writes in Cyrillic leaves these marks out, as they do with `ё`."""
_OWN_MARKS = ("\u0306", "\u0308")

# Punctuation with an ASCII look-alike; typographic marks are a matter of the printer, not of the word.
_MARKS = {
    **dict.fromkeys("‘’‚‛′ʼʹ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}

_LAST_CYRILLIC = 0x052F
_EXTENDED_LATIN_GREEK = range(0x1E00, 0x2000)

# Nothing of these is seen or typed: combining marks of Latin, Cyrillic, Hebrew and Arabic, variation selectors,
# soft hyphen, zero-width characters, word joiner, byte-order mark and direction marks.
_IGNORED_RANGES = (
    (0x00AD, 0x00AD), (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2),
    (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A), (0x061C, 0x061C), (0x0640, 0x0640), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x200B, 0x200F), (0x2060, 0x2064), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF),
)  # fmt: skip

IGNORED = "".join(f"{chr(first)}-{chr(last)}" for first, last in _IGNORED_RANGES)
"""The ignored characters as the inside of a regular expression's character class."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back."""

    text: str
    """The folded characters."""
    offsets: Sequence[int]
    """For each folded character the code point it came from; one more entry holds the length of the original."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open range in the original for the folded range `start:end`, marks that ride on its end included."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], max(self.offsets[end], self.offsets[end - 1] + 1)


def fold(text: str) -> str:
    """`text` as it is compared: `Łukaszenka` and `lukaszenka` are one, `Лукашенко` is `lukashenko`."""
    return text.lower() if text.isascii() else text.translate(_table(True))


def fold_script(text: str) -> str:
    """Like `fold`, but letters of other scripts stay what they are: typing slips are counted in the letters typed."""
    if text.isascii():
        return text.lower()
    # Of a letter that came in two pieces the mark would be lost.
    return unicodedata.normalize("NFC", text).translate(_table(False))


def folded(text: str, *, transliterate: bool = True) -> Folded:
    """`fold(text)` (or `fold_script(text)`) with the map back to the original code points."""
    if text.isascii():
        return Folded(text.lower(), range(len(text) + 1))
    table = _table(transliterate)
    pieces: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        piece = table[ord(character)]
        if not transliterate and text[offset + 1 : offset + 2] in _OWN_MARKS:
            whole = table[ord(unicodedata.normalize("NFC", text[offset : offset + 2])[0])]
            piece = whole if whole in _OWN_LETTERS else piece
        pieces.append(piece)
        offsets.extend([offset] * len(piece))
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


class _Table(dict[int, str]):
    """A translation table that works out each character when it is first met."""

    def __init__(self, compute: Callable[[str], str]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, code: int) -> str:
        value = self[code] = self._compute(chr(code))
        return value


@cache
def _table(transliterate: bool) -> _Table:
    return _Table(_fold_to_latin if transliterate else _fold_in_script)


@cache
def _ignored() -> frozenset[int]:
    return frozenset(code for first, last in _IGNORED_RANGES for code in range(first, last + 1))


def _fold_in_script(character: str) -> str:
    return "".join(letter if letter in _OWN_LETTERS else _simplify(letter) for letter in _compatible(character))


def _fold_to_latin(character: str) -> str:
    plain = "".join(map(_simplify, _compatible(character)))
    return "".join(map(_transliterate, plain))


def _compatible(character: str) -> str:
    return unicodedata.normalize("NFKC", character).casefold()


def _simplify(letter: str) -> str:
    """One case-folded letter without its accent, or nothing at all."""
    code = ord(letter)
    if code < 0x80:
        return letter
    if code in _ignored():
        return ""
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter in _MARKS:
        return _MARKS[letter]
    # Accents are taken off where people leave them out. Elsewhere (kana, Hangul, Indic) they are half of the letter.
    if code <= _LAST_CYRILLIC or code in _EXTENDED_LATIN_GREEK:
        base = unicodedata.normalize("NFD", letter)[0]
        if base != letter:
            return _simplify(base)
    return letter


def _transliterate(letter: str) -> str:
    if ord(letter) < 0x80 or unicodedata.category(letter)[0] not in "LNM":
        return letter
    from anyascii import anyascii  # 11 ms, and most corpora never need it

    return str(anyascii(letter)).lower() or letter
