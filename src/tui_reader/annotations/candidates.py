"""Places in a text where a passage may stand: those with the very words, and those with many of them."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from tui_reader.annotations.alignment import Fit, Passage, align, fit_at

MOST_HITS = 40
"""Places with the very words that are compared closely."""

MOST_WINDOWS = 6
"""Places with many of the words that are compared closely."""

SEED_HITS = 60
"""A pair of words that stands more often than this says little."""

MARGIN = 400
"""Code points beyond the expected place that are looked at: what may have been put into the passage."""

SCAN = 4000
"""Occurrences of the very words that are looked at."""

_WORD = re.compile(r"\w+")


def occurrences(text: str, words: str) -> list[int]:
    """Where `words` stands in `text`; overlapping ones too, at most SCAN."""
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and len(found) < SCAN:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def exact_fits(passage: Passage, text: str, hits: list[int], expected: int) -> list[Fit]:
    """The fits at `hits`, compared closely where they are many only for the likeliest."""
    size = len(passage.quote)
    if len(hits) > MOST_HITS:
        hits = sorted(hits, key=lambda at: (-_same_around(passage, text, at), abs(at - expected)))[:MOST_HITS]
    return [fit_at(passage, text, at, at + size, exact=True) for at in sorted(hits)]


def _same_around(passage: Passage, text: str, at: int) -> int:
    """How many code points right beside the passage are the same."""
    end = at + len(passage.quote)
    before, after = text[max(0, at - 32) : at][::-1], text[end : end + 32]
    return _common(passage.prefix[-32:][::-1], before) + _common(passage.suffix[:32], after)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def seeds(passage: Passage) -> list[tuple[str, int]]:
    """Pairs of neighbouring words (as they stand, with what is between) and their distance from the passage's start."""
    whole = passage.prefix + passage.quote + passage.suffix
    words = [(m.start(), m.end()) for m in _WORD.finditer(whole)]
    # A word cut by the edge of the saved context is no word.
    if passage.prefix:
        words = words[1:]
    if passage.suffix:
        words = words[:-1]
    zero = len(passage.prefix)
    pairs = [(whole[a:d], a - zero) for (a, _), (_, d) in pairwise(words)]
    long = [(whole[a:b], a - zero) for a, b in words if b - a >= 8]
    return [seed for seed in dict.fromkeys(pairs + long) if len(seed[0]) >= 5]


def windows(passage: Passage, text: str) -> list[tuple[int, float]]:
    """Where the passage may begin, by votes of its seeds: estimated start and weight, the heaviest first."""
    votes: dict[int, float] = defaultdict(float)
    starts: dict[int, list[int]] = defaultdict(list)
    bucket = max(48, len(passage.quote) // 3)
    for words, distance in seeds(passage):
        hits: list[int] = []
        at = text.find(words)
        while at >= 0 and len(hits) <= SEED_HITS:
            hits.append(at)
            at = text.find(words, at + 1)
        if len(hits) > SEED_HITS:
            continue
        weight = len(words) / (1 + len(hits))
        for hit in hits:
            start = hit - distance
            votes[start // bucket] += weight
            starts[start // bucket].append(start)
    joined = {k: votes[k] + votes.get(k + 1, 0.0) * 0.999 for k in votes}
    chosen: list[tuple[int, float]] = []
    taken: set[int] = set()
    for key in sorted(joined, key=lambda k: -joined[k]):
        if key in taken:
            continue
        both = sorted(starts[key] + starts.get(key + 1, []))
        chosen.append((both[len(both) // 2], joined[key]))
        taken |= {key - 1, key, key + 1}
        if len(chosen) == MOST_WINDOWS:
            break
    return chosen


def fuzzy_fits(passage: Passage, text: str) -> list[Fit]:
    """The fits of the likeliest windows, the best first."""
    found: dict[tuple[int, int], Fit] = {}
    margin = MARGIN + len(passage.quote) // 2
    for start, _ in windows(passage, text):
        low = max(0, start - len(passage.prefix) - margin)
        high = min(len(text), start + len(passage.quote) + len(passage.suffix) + margin)
        fit = align(passage, text, low, high)
        if fit is not None:
            found[fit.start, fit.end] = fit
    return sorted(found.values(), key=lambda fit: -fit.score)
