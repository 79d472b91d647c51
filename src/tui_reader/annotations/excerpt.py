"""Of a very long text, the parts where a passage may stand: folding all of it would take longer than finding them."""

from __future__ import annotations

from bisect import bisect_right

from tui_reader.annotations.alignment import Passage
from tui_reader.annotations.candidates import MOST_HITS, exact_fits, occurrences, windows

LARGE = 500_000
"""Texts of at most so many code points are searched as a whole."""

AROUND = 3000
"""Code points kept on each side of a likely place."""

_SEPARATOR = "\n\0\n"


class Excerpt:
    """Stretches of a text, in their order, and the way back to the whole."""

    def __init__(self, text: str, stretches: list[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._targets: list[int] = []
        pieces, at = [], 0
        for low, high in stretches:
            self._starts.append(at)
            self._targets.append(low)
            pieces.append(text[low:high])
            at += high - low + len(_SEPARATOR)
        self.text = _SEPARATOR.join(pieces)

    def original(self, offset: int) -> int:
        """The offset in the whole text."""
        piece = max(0, bisect_right(self._starts, offset) - 1)
        return self._targets[piece] + offset - self._starts[piece]

    def excerpted(self, offset: int) -> int:
        """The offset in the excerpt of an offset of the whole text (the nearest that is in it)."""
        piece = max(0, bisect_right(self._targets, offset) - 1)
        end = self._starts[piece + 1] - len(_SEPARATOR) if piece + 1 < len(self._starts) else len(self.text)
        return min(max(0, self._starts[piece] + offset - self._targets[piece]), end)


def excerpt(raw: Passage, text: str, around: list[int]) -> Excerpt:
    """The stretches of a long `text` where the passage (as it was, unfolded) may stand, and those at `around`."""
    size = len(raw.quote)
    hits = occurrences(text, raw.quote) if raw.quote else []
    places = [fit.start for fit in exact_fits(raw, text, hits, around[0] if around else 0)][:MOST_HITS]
    places += [start for start, _ in windows(raw, text)] + around
    stretches: list[tuple[int, int]] = []
    for place in sorted(places):
        low, high = max(0, place - AROUND), min(len(text), max(0, place) + size + AROUND)
        if stretches and low <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(high, stretches[-1][1]))
        elif high > low:
            stretches.append((low, high))
    return Excerpt(text, stretches or [(0, min(len(text), AROUND))])
