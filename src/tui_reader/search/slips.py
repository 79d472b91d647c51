"""Which slips hands make: of two words equally near to what was typed, the likelier one was meant.

After the noisy channel of Kernighan, Church and Gale (1990). A swap, a letter left out or typed twice can happen in a
few ways in a word, another letter in its place in as many ways as there are letters: that one is a chance unless the
two keys lie side by side.
"""

from __future__ import annotations

from functools import cache

_LAYOUTS = (("qwertyuiop", "asdfghjkl", "zxcvbnm"), ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"))
"""Rows of keys, the upper one first. Letters that other layouts move have the same neighbours
nearly everywhere."""

_SHIFTS = (0.0, 0.25, 0.75)
"""How far to the right, in keys."""


def is_likely(typed: str, meant: str) -> bool:
    """Whether `typed`, one edit away from `meant`, is a slip of hands; both without case and accents."""
    start = 0
    while typed[start : start + 1] == meant[start : start + 1] and start < len(typed):
        start += 1
    if len(typed) < len(meant):
        return True
    here = typed[start : start + 1]
    if len(typed) > len(meant):
        # A letter too many was typed twice, or its key touched beside that of a neighbour.
        return any(_beside(here, other) for other in (typed[start - 1 : start], typed[start + 1 : start + 2]))
    if typed[start + 1 : start + 2] == meant[start : start + 1] and here == meant[start + 1 : start + 2]:
        return True
    return _beside(here, meant[start : start + 1])


def _beside(one: str, other: str) -> bool:
    return bool(other) and (one == other or other in _neighbours().get(one, ""))


@cache
def _neighbours() -> dict[str, str]:
    places = {
        letter: (column + shift, row, layout)
        for layout, rows in enumerate(_LAYOUTS)
        for row, (keys, shift) in enumerate(zip(rows, _SHIFTS, strict=True))
        for column, letter in enumerate(keys)
    }
    return {
        one: "".join(
            other
            for other, (x, y, there) in places.items()
            if other != one and there == layout and abs(x - column) <= 1 and abs(y - row) <= 1
        )
        for one, (column, row, layout) in places.items()
    }
