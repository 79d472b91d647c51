"""What the index in memory does with lists of articles and of words."""

from __future__ import annotations

from array import array
from collections.abc import Container

Scores = dict[int, tuple[int, float]]
"""Article number to rank of its tier and score."""


def merge(into: Scores, found: Scores) -> None:
    """Any of two: the better tier, and what both count."""
    for number, (rank, score) in found.items():
        if number in into:
            old_rank, old_score = into[number]
            into[number] = (min(rank, old_rank), score + old_score)
        else:
            into[number] = (rank, score)


def both(one: Scores, other: Scores) -> Scores:
    """Both of two: the worse tier, and what both count."""
    if len(other) < len(one):
        one, other = other, one
    return {
        number: (max(rank, other[number][0]), score + other[number][1])
        for number, (rank, score) in one.items()
        if number in other
    }


def count(words: array[int], needle: array[int], lasts: Container[int | None]) -> int:
    """How often `needle` stands in `words` with any of `lasts` behind it.

    Bytes are searched, and a find off the grid of the items is no find.
    """
    size = words.itemsize
    haystack, pattern = words.tobytes(), needle.tobytes()
    times = 0
    at = haystack.find(pattern)
    while at >= 0:
        if at % size == 0:
            behind = at // size + len(needle)
            times += behind < len(words) and words[behind] in lasts
        at = haystack.find(pattern, at + 1)
    return times
