"""Which words of one article a word of the query stands for: the tiers of the index, without an index."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui_reader.model.hit import Tier
from tui_reader.search.names import name_key
from tui_reader.search.plan import SHORTEST_UNFINISHED_SLIP
from tui_reader.search.query import Kind, Term
from tui_reader.search.vocabulary import allowed_edits
from tui_reader.search.words import WORD, accented, compared_by, surface, term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def in_words(wanted: Term, typed: bool, words: Iterable[str], names: bool) -> dict[str, Tier]:
    """Of the original `words` those that a one-word `wanted` matches, each with its tier.

    Without other spellings of `names` they are in the script that was typed.

    Words matched to the letter hide those with a typing slip, as in the index; spellings of a name are always shown.
    """
    word = WORD.findall(wanted.text)[0]
    pool = words if isinstance(words, frozenset) else frozenset(words)
    chosen = _to_the_letter(
        compared_by(word, wanted.to_the_letter or not names),
        word,
        pool,
        exact=wanted.kind is not Kind.PREFIX,
        prefix=typed or wanted.kind is Kind.PREFIX,
    )
    if wanted.kind is not Kind.WORD or wanted.negated:
        return chosen
    if not chosen:
        chosen = _slips(word, typed, pool, surface if not names else term)
    if names:
        for spelled in _family(word, pool):
            chosen.setdefault(spelled, Tier.NAME)
    return chosen


def _to_the_letter(
    comparable: Callable[[str], str], word: str, words: frozenset[str], *, exact: bool, prefix: bool
) -> dict[str, Tier]:
    wanted = comparable(word)
    chosen: dict[str, Tier] = {}
    for there in words:
        have = comparable(there)
        if exact and have == wanted:
            chosen[there] = Tier.EXACT
        elif prefix and have.startswith(wanted):
            chosen[there] = Tier.PREFIX
    return chosen


def _slips(word: str, typed: bool, words: frozenset[str], without_accents: Callable[[str], str]) -> dict[str, Tier]:
    if accented(word):
        chosen = {there: Tier.TYPO for there in words if without_accents(there) == without_accents(word)}
        if chosen:
            return chosen
    edits = allowed_edits(word)
    if not edits:
        return {}
    from rapidfuzz.distance import OSA

    wanted = surface(word)
    near = {w: d for w in words if abs(len(w) - len(wanted)) <= edits and w.isalpha()
            and (d := OSA.distance(wanted, surface(w), score_cutoff=edits)) <= edits}  # fmt: skip
    if near:
        # The index stops at the fewest slips that find something.
        fewest = min(near.values())
        return {w: Tier.TYPO for w, d in near.items() if d == fewest}
    if typed and len(wanted) >= SHORTEST_UNFINISHED_SLIP:
        return {w: Tier.TYPO for w in words if _begins_like(wanted, surface(w))}
    return {}


def _begins_like(wanted: str, there: str) -> bool:
    from rapidfuzz.distance import OSA

    if there[:1] != wanted[:1]:
        return False
    lengths = range(len(wanted) - 1, len(wanted) + 2)
    return any(len(there) > n and OSA.distance(wanted, there[:n], score_cutoff=1) <= 1 for n in lengths)


def _family(word: str, words: frozenset[str]) -> list[str]:
    key = name_key(term(word))
    if not key:
        return []
    return [there for there in _named(words) if name_key(term(there)) == key]


@lru_cache(maxsize=128)
def _named(words: frozenset[str]) -> tuple[str, ...]:
    """The words that may be names: written with a capital, and never without."""
    small = {w for w in words if w.islower()}
    return tuple(w for w in words if not w.islower() and w.lower() not in small)
