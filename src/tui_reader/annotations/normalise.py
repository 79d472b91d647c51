"""A text without the differences that do not matter: white space, kinds of quotation marks and dashes, Unicode form,
invisible characters. Every position can be carried back to the original.

Ten megabytes take a fraction of a second: what keeps its length is replaced at once, and only the rest is walked.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_ONE_FOR_ONE = {
    " ": "\n\t\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000",
    "'": "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u00b4\u0060",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
}
"""Kept character, and those read as it."""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
"""Soft hyphen, zero-width space, joiners and no-break space, byte-order mark, direction marks."""

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u0655\u093c\u0e38-\u0e3a\u3099\u309a\u1160-\u11ff"
"""Combining marks that join the letter before them (the common blocks), and Hangul vowels and final consonants."""

_COMBINED = re.compile(f"[^{_MARKS} ][{_MARKS}]+")
_SPACES = re.compile("  +")
_INVISIBLES = re.compile(f"[{_INVISIBLE}]+")
_DOTS = re.compile(r"\.\.\.")


def _uneven(raw: str) -> list[tuple[int, int]]:
    """What does not keep its length, in order. One pattern a pass: alternatives would be tried at every character."""
    found = [match.span() for match in _SPACES.finditer(raw)]
    if "..." in raw:
        found += [match.span() for match in _DOTS.finditer(raw)]
    if any(char in raw for char in _INVISIBLE):
        found += [match.span() for match in _INVISIBLES.finditer(raw)]
    if _COMBINED.search(raw):
        found += [match.span() for match in _COMBINED.finditer(raw)]
    return sorted(found)


class Folded:
    """A folded text and the way back."""

    __slots__ = ("_lower", "_regular", "_starts", "_targets", "raw_length", "text")

    def __init__(self, raw: str) -> None:
        self.raw_length = len(raw)
        self._lower: str | None = None
        for kept, others in _ONE_FOR_ONE.items():
            for other in others:
                if other in raw:
                    raw = raw.replace(other, kept)
        # From folded offset _starts[k] on, original offset = _targets[k] + distance; _regular[k] is False for a
        # piece whose one folded character stands for several.
        self._starts, self._targets, self._regular = [0], [0], [True]
        pieces, at, folded = [], 0, 0
        for start, end in _uneven(raw):
            if start < at:
                continue
            pieces.append(raw[at:start])
            folded += start - at
            piece = _fold_piece(raw[start:end])
            if piece:
                self._point(folded, start, False)
                pieces.append(piece)
                folded += len(piece)
            self._point(folded, end, True)
            at = end
        pieces.append(raw[at:])
        self.text = "".join(pieces) if at else raw

    def _point(self, folded: int, original: int, regular: bool) -> None:
        if self._starts[-1] == folded:
            self._targets[-1], self._regular[-1] = original, regular
        else:
            self._starts.append(folded)
            self._targets.append(original)
            self._regular.append(regular)

    @property
    def lower(self) -> str:
        """The folded text in lower case, of the same length."""
        if self._lower is None:
            lower = self.text.lower()
            if len(lower) != len(self.text):
                lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in self.text)
            self._lower = lower
        return self._lower

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that `text[start:end]` stands for."""
        first = bisect_right(self._starts, start) - 1
        raw_start = self._targets[first] + start - self._starts[first]
        if end <= start:
            return raw_start, raw_start
        last = bisect_right(self._starts, end - 1) - 1
        if not self._regular[last] and last + 1 < len(self._starts) and self._starts[last + 1] == end:
            return raw_start, self._targets[last + 1]
        return raw_start, self._targets[last] + end - self._starts[last]

    def folded(self, offset: int) -> int:
        """The folded offset of an original one (of the piece it is in, where several fell together)."""
        piece = bisect_right(self._targets, offset) - 1
        return min(self._starts[piece] + offset - self._targets[piece], self._end(piece))

    def _end(self, piece: int) -> int:
        return self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)


def _fold_piece(piece: str) -> str:
    if piece[0] == " ":
        return " "
    if piece == "...":
        return "\u2026"
    return "" if piece[0] in _INVISIBLE else unicodedata.normalize("NFC", piece)


def fold(text: str) -> str:
    """The folded text alone."""
    return Folded(text).text
