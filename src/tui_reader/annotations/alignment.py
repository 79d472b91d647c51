"""How well a passage with its surroundings fits a place, and where exactly it begins and ends there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

_TOKEN = re.compile(r"\w+|[^\w\s]")

NEAR = 24
"""Code points right beside a passage that tell most about a place."""

FLOOR = 0.3
"""Similarity of two unrelated stretches of one language; counted as nothing."""

GAP_COST = 0.4
"""What a foreign code point inside a passage costs, against one for every code point that fits."""


def similarity(one: str, other: str) -> float:
    """Of two strings, from 0 to 1."""
    if not one and not other:
        return 1.0
    return float(Levenshtein.normalized_similarity(one, other))


def context_similarity(kept: str, found: str, *, before: bool) -> float:
    """Of the text before (or after) a passage, then and now; what is near counts most. 1 where nothing was kept."""
    if not kept:
        return 1.0
    near_kept, near_found = (kept[-NEAR:], found[-NEAR:]) if before else (kept[:NEAR], found[:NEAR])
    near = similarity(near_kept, near_found)
    far = similarity(kept, found[-len(kept) :] if before else found[: len(kept)])
    return (_above(max(near, far)) * 0.7) + (_above(min(near, far)) * 0.3)


def _above(value: float) -> float:
    return max(0.0, (value - FLOOR) / (1 - FLOOR))

HOLD, HOLD_LEAST = 6, 4
"""So many words right outside an edge are looked at, and so many must be the same, to trust the edge."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and its surroundings, folded and in lower case."""

    prefix: str
    quote: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Fit:
    """A place where a passage may stand, in offsets of the folded text, and how well it fits."""

    start: int
    end: int
    quote: float
    """Similarity of the words, 0 to 1."""
    before: float
    after: float
    exact: bool = False
    """The folded words are the very same."""
    kept: float = 1.0
    """Share of the passage (in code points of its words) that is still there, in its order."""
    held: tuple[bool, bool] = (True, True)
    """Whether the words right outside its two edges are still there."""

    @property
    def context(self) -> float:
        """How well the surroundings fit: a good side counts more than a bad one, since one side is often edited."""
        return 0.65 * max(self.before, self.after) + 0.35 * min(self.before, self.after)

    @property
    def score(self) -> float:
        """All in one number, to compare places."""
        return 0.55 * self.quote + 0.45 * self.context


def fit_at(passage: Passage, text: str, start: int, end: int, *, exact: bool = False) -> Fit:
    """How well `text[start:end]` fits."""
    width = len(passage.prefix) + NEAR, len(passage.suffix) + NEAR
    return Fit(
        start,
        end,
        1.0 if exact else similarity(passage.quote, text[start:end]),
        context_similarity(passage.prefix.rstrip(), text[max(0, start - width[0]) : start].rstrip(), before=True),
        context_similarity(passage.suffix.lstrip(), text[end : end + width[1]].lstrip(), before=False),
        exact,
    )


def align(passage: Passage, text: str, low: int, high: int) -> Fit | None:
    """The best place inside `text[low:high]`, by aligning words; None when no word of the passage is there."""
    whole = passage.prefix + passage.quote + passage.suffix
    own = [(m.start(), m.end()) for m in _TOKEN.finditer(whole)]
    new = [(low + m.start(), low + m.end()) for m in _TOKEN.finditer(text[low:high])]
    first, last = len(passage.prefix), len(passage.prefix) + len(passage.quote)
    inside = [k for k, (a, b) in enumerate(own) if a < last and b > first]
    if not inside or not new:
        return None
    own_words, new_words = [whole[a:b] for a, b in own], [text[a:b] for a, b in new]
    # The new word each own word became, and whether it is the same.
    became: dict[int, tuple[int, bool]] = {}
    for tag, a, b, c, _ in Levenshtein.opcodes(own_words, new_words):
        if tag in ("equal", "replace"):
            became.update((k, (c + k - a, tag == "equal")) for k in range(a, b))
    pairs = [(*became[k], k) for k in inside if k in became]
    held = _held(became, inside[0], -1), _held(became, inside[-1], 1)
    span = _extent(pairs, new, *held)
    if span is None:
        return None
    there = sum(own[k][1] - own[k][0] for word, same, k in pairs if same and span[0] <= word <= span[1])
    kept = there / sum(own[k][1] - own[k][0] for k in inside)
    return replace(fit_at(passage, text, new[span[0]][0], new[span[1]][1]), kept=kept, held=held)


def _held(became: dict[int, tuple[int, bool]], edge: int, step: int) -> bool:
    """Whether the words right outside an edge of the passage are still there, beside each other."""
    outside = [became.get(edge + step * k, (-1, False)) for k in range(1, HOLD + 1)]
    same = [word for word, same in outside if same]
    return len(same) >= HOLD_LEAST and abs(same[0] - same[-1]) <= HOLD and outside[0][1] | outside[1][1]


def _extent(
    pairs: list[tuple[int, bool, int]], new: list[tuple[int, int]], left_held: bool, right_held: bool
) -> tuple[int, int] | None:
    """First and last new word of the passage.

    Where the words outside an edge held, the passage reaches to its outermost word, whatever was put in between.
    Where they did not, it ends where its words stop lying close together: each word that fits counts its length, every
    foreign stretch a part of its own, and the best sum wins. Words replaced at an edge belong to the passage when their
    neighbours inside do.
    """
    same = [k for k, pair in enumerate(pairs) if pair[1]]
    if not same:
        return None
    gains, total = [], 0.0
    for k, (word, fits, _) in enumerate(pairs):
        start, end = new[word]
        gap = start - new[pairs[k - 1][0]][1] if k else 0
        total -= GAP_COST * gap
        gains.append(total)
        total += (end - start) if fits else -GAP_COST * (end - start)
    sums = [gain + ((new[w][1] - new[w][0]) if fits else -GAP_COST * (new[w][1] - new[w][0])) for gain, (w, fits, _) in zip(gains, pairs, strict=True)]
    best, first, last = 0.0, same[0], same[-1]
    starts = [same[0]] if left_held else same
    ends = [same[-1]] if right_held else same
    lowest, lowest_at = float("inf"), same[0]
    remaining = iter(starts)
    upcoming = next(remaining, None)
    for end in ends:
        while upcoming is not None and upcoming <= end:
            if gains[upcoming] < lowest:
                lowest, lowest_at = gains[upcoming], upcoming
            upcoming = next(remaining, None)
        if sums[end] - lowest > best:
            best, first, last = sums[end] - lowest, lowest_at, end
    while first > 0 and not pairs[first - 1][1] and pairs[first - 1][0] == pairs[first][0] - 1:
        first -= 1
    while last + 1 < len(pairs) and not pairs[last + 1][1] and pairs[last + 1][0] == pairs[last][0] + 1:
        last += 1
    return pairs[first][0], pairs[last][0]
