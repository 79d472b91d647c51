"""Dashes that may set off speech, told from hyphens."""

from __future__ import annotations

import re
from bisect import bisect_left

from tui_reader.quotes.marks import every

_DASH = re.compile(r"(?<![^\s,.!?…”“»\"')\]—–-])[–—―‒-]{1,2}(?![\d–—-])|—(?=[.,;:])")
"""A dash with a space (or closing punctuation) before it, or punctuation after it: never the hyphen inside a word."""


class Dashes:
    """Where a text has dashes that may set off speech."""

    def __init__(self, text: str) -> None:
        self._text = text
        places = [at for dash in "–—―‒-" if dash in text for at in every(text, dash)]
        self._places: list[int] = []
        end = 0
        for at in sorted(places):
            if at < end or (at and text[at] != "—" and text[at - 1].isalnum()):
                continue  # most hyphens are spared the pattern
            dash = _DASH.match(text, at)
            if dash is not None:
                self._places.append(at)
                end = dash.end()

    def within(self, start: int, end: int) -> list[int]:
        """Those in text[start:end]."""
        places = self._places
        first = bisect_left(places, start)
        found = places[first : bisect_left(places, end, first)]
        if found and end - found[-1] <= 2 and _DASH.match(self._text, found[-1], end) is None:
            found.pop()  # a dash only by what stands behind `end`
        return found
