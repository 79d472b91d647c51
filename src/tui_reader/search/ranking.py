"""How hits are weighed, the same in every backend: BM25 in the title and in the text, and the title counts more."""

from __future__ import annotations

from math import log

TITLE_WEIGHT = 4.0
"""How much more a word of the title counts than one of the text."""

# Okapi BM25 with the constants everybody uses (Robertson and Zaragoza 2009, section 3.3), tantivy too.
_K1 = 1.2
_B = 0.75


def rarity(holding: int, articles: int) -> float:
    """What finding a word says when `holding` of `articles` have it: near 0 when all do."""
    return log(1 + max(0.0, articles - holding + 0.5) / (holding + 0.5))


def saturated(count: int, length: float) -> float:
    """What `count` occurrences are worth in a field `length` times as long as usual; at most about 2."""
    return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length))
