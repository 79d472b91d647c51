"""How well a passage with its surroundings fits a place, and where exactly it begins and ends there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

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
    from rapidfuzz.distance import Levenshtein  # Late: most starts anchor nothing that changed.

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
    became = _matched([whole[a:b] for a, b in own], [text[a:b] for a, b in new])
    held = _held(became, inside[0], -1), _held(became, inside[-1], 1)
    pairs = [(k, *became[k]) for k in inside if k in became]
    same = [new[word] for _, word, unchanged in pairs if unchanged]
    if not same:
        return None
    start, end = _densest(same, *held)
    there = sum(own[k][1] - own[k][0] for k, w, unchanged in pairs if unchanged and start <= new[w][0] < end)
    kept = there / sum(own[k][1] - own[k][0] for k in inside)
    start, end = _with_edges(pairs, new, start, end)
    return replace(fit_at(passage, text, start, end), kept=kept, held=held)


def _matched(own: list[str], new: list[str]) -> dict[int, tuple[int, bool]]:
    """The new word each own word became, and whether it is the same."""
    from rapidfuzz.distance import Levenshtein

    became: dict[int, tuple[int, bool]] = {}
    for operation in Levenshtein.opcodes(own, new):
        if operation.tag in ("equal", "replace"):
            shift, same = operation.dest_start - operation.src_start, operation.tag == "equal"
            became.update((k, (k + shift, same)) for k in range(operation.src_start, operation.src_end))
    return became


def _held(became: dict[int, tuple[int, bool]], edge: int, step: int) -> bool:
    """Whether the words right outside an edge of the passage are still there, beside each other."""
    outside = [became.get(edge + step * k, (-1, False)) for k in range(1, HOLD + 1)]
    same = [word for word, unchanged in outside if unchanged]
    beside = outside[0][1] or outside[1][1]
    return beside and len(same) >= HOLD_LEAST and abs(same[0] - same[-1]) <= HOLD


def _densest(same: list[tuple[int, int]], left_held: bool, right_held: bool) -> tuple[int, int]:
    """Start and end of the passage, from the spans of its words that are still there.

    Where the words outside an edge held, the passage reaches to its outermost word, whatever was put in between.
    Where they did not, it ends where its words stop lying close together: each word counts its length, every foreign
    stretch between two a part of its own, and the best sum wins.
    """
    level, at = 0.0, same[0][0]
    lowest, first = 0.0, 0
    best, chosen = 0.0, (0, len(same) - 1)
    for k, (start, end) in enumerate(same):
        level -= GAP_COST * (start - at)
        if level < lowest and not left_held:
            lowest, first = level, k
        level, at = level + end - start, end
        if level - lowest > best and (k == len(same) - 1 or not right_held):
            best, chosen = level - lowest, (first, k)
    return same[chosen[0]][0], same[chosen[1]][1]


def _with_edges(
    pairs: list[tuple[int, int, bool]], new: list[tuple[int, int]], start: int, end: int
) -> tuple[int, int]:
    """Take in words replaced at the edges, when their neighbours inside are taken."""
    words = [(word, unchanged) for _, word, unchanged in pairs]
    first = next(k for k, (word, _) in enumerate(words) if new[word][0] >= start)
    last = next(k for k in range(len(words) - 1, -1, -1) if new[words[k][0]][1] <= end)
    while first > 0 and not words[first - 1][1] and words[first - 1][0] == words[first][0] - 1:
        first -= 1
    while last + 1 < len(words) and not words[last + 1][1] and words[last + 1][0] == words[last][0] + 1:
        last += 1
    return new[words[first][0]][0], new[words[last][0]][1]
