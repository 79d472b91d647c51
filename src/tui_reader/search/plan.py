"""What is looked up for a query: each word with the words it may stand for, in tiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from tui_reader.model.hit import Tier
from tui_reader.search.query import Kind, Term
from tui_reader.search.vocabulary import allowed_edits
from tui_reader.search.words import WORD, accented, in_script, surface, term, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui_reader.search.vocabulary import Asked, Near

TIERS = tuple(Tier)
"""Best first; a tier's place in this row is its rank."""

PREFIX_WEIGHT = 0.6
NAME_WEIGHT = 0.5
SLIP_WEIGHT = 0.5
"""Each edit halves what a word counts for."""

UNLIKELY_WEIGHT = 0.5
"""What a slip counts for that hands do not make, beside one that they do."""

FEW_SLIPS = 8
"""So many words may each be what was meant; more are a crowd."""

RARE = 2
"""A word in so few articles may be a misspelling..."""

FAR_MORE = 4
"""...of a word in so many times as many."""

SHORTEST_MISSPELT = 6
SHORTEST_UNFINISHED_MISSPELT = 7

SHORTEST_UNFINISHED_SLIP = 6
"""An unfinished word must have so many letters before a slip in it is forgiven..."""

SHORTEST_UNFINISHED_SLIP_BESIDE = 4
"""...but only so many beside other words, which narrow down what it may mean."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one tier that may stand for a word of the query."""

    tier: Tier
    weight: float
    terms: tuple[str, ...]
    """Any of these; with `phrase` all of them one after the other; with `prefix` the beginning of a word."""
    phrase: bool = False
    prefix: bool = False
    """The word (of a phrase: its last word) may go on."""
    written: tuple[str, ...] = ()
    """When set, only what is written so counts, one for each term: in this script and, if need be, with these accents.
    """
    brief: bool = True
    """Whether a short title counts for more than a long one. It does where several words are asked for, as they are
    more of it; of one that was mistyped, how much of the text is about it tells more."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One term of the query, resolved."""

    groups: tuple[Group, ...]
    """Best tier first."""
    field: str = ""
    """`title`, `text` or empty for both."""
    negated: bool = False


Plan = tuple[tuple[Pattern, ...], ...]
"""All clauses must hold, in each any pattern."""

Meant = Mapping[Term, Mapping[str, Tier]]
"""For words of the query the terms they were taken for: typing slips and other spellings of a name."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from the typed letters to look."""

    edits: int = 0
    """Typing slips a word, at most as many as its length allows."""
    names: bool = True
    unfinished: bool = False
    """Forgive a slip in the unfinished last word too."""
    misspelt: bool = False
    """Forgive slips only in rare words that are near to far more frequent ones: what is in the corpus may be wrong."""
    across: bool = False
    """Forgive a slip in a word whose letters are of another script than the corpus's."""
    alone: bool = True
    """No other word of the query narrows down what this one may mean."""


def make_plan(clauses: tuple[tuple[Term, ...], ...], unfinished: tuple[Term, ...], words: Asked, reach: Reach) -> Plan:
    """Resolve text terms against the words of the corpus; those in `unfinished` may go on."""
    looked_for = sum(not any(term.negated for term in clause) for clause in clauses)
    reach = replace(reach, alone=looked_for < 2)
    return tuple(tuple(_pattern(t, t in unfinished, words, reach) for t in clause) for clause in clauses)


def taken_for(clauses: tuple[tuple[Term, ...], ...], plan: Plan) -> Meant:
    """What a plan looked up for each word beside the word itself: an article may hold nothing else of it.

    Terms; where only one script counts, words as they are written in it.
    """
    meant: dict[Term, dict[str, Tier]] = {}
    for clause, patterns in zip(clauses, plan, strict=True):
        for wanted, pattern in zip(clause, patterns, strict=True):
            loose = [g for g in reversed(pattern.groups) if g.tier in (Tier.TYPO, Tier.NAME)]
            if loose:
                meant[wanted] = {name: group.tier for group in loose for name in group.written or group.terms}
    return meant


def _pattern(wanted: Term, typed: bool, words: Asked, reach: Reach) -> Pattern:
    return Pattern(tuple(_groups(wanted, typed, words, reach)), wanted.field, wanted.negated)


def _groups(wanted: Term, typed: bool, words: Asked, reach: Reach) -> Iterator[Group]:
    parts = [word for word in WORD.findall(wanted.text) if term(word)]
    if not parts:
        return
    names = tuple(map(term, parts))
    # Without other spellings of names a word is looked for in the script it was typed in.
    as_written = wanted.to_the_letter or not reach.names
    if len(parts) > 1:
        forms = tuple(map(written if wanted.to_the_letter else in_script, parts)) if as_written else ()
        # `15-year-old` is a phrase without quotation marks; only a typed one may be unfinished, or one said to be.
        yield Group(Tier.EXACT, 1.0, names, phrase=True, written=forms)
        if typed or wanted.kind is Kind.PREFIX:
            yield Group(Tier.PREFIX, PREFIX_WEIGHT, names, phrase=True, prefix=True, written=forms)
        return
    word = parts[0]
    forms = (written(word),) if as_written or accented(word) else ()
    if wanted.kind is not Kind.PREFIX:
        yield Group(Tier.EXACT, 1.0, names, written=forms)
    if wanted.kind is Kind.PREFIX or typed:
        yield Group(Tier.PREFIX, PREFIX_WEIGHT, names, prefix=True, written=forms)
    # What must not be there is meant to the letter, and so is what is marked as exact.
    if wanted.kind is Kind.WORD and not wanted.negated:
        yield from _looser(word, typed, words, reach)


def _looser(word: str, typed: bool, words: Asked, reach: Reach) -> Iterator[Group]:
    own = term(word)
    known: set[str] = {own}
    edits = min(reach.edits, allowed_edits(word))
    if reach.edits and accented(word) and not reach.misspelt:
        yield Group(Tier.TYPO, SLIP_WEIGHT, (own,), written=() if reach.names else (in_script(word),))
    if edits:
        near = _misspelt(word, typed, words) if reach.misspelt else words.near(word, edits)
        known.update(n.term for n in near)
        for distance, likely in product(range(1, edits + 1), (True, False)):
            slips = [n for n in near if n.distance == distance and n.likely is likely]
            weight = SLIP_WEIGHT**distance * (1 if likely else UNLIKELY_WEIGHT)
            yield from _slipped(slips, weight, reach)
    shortest = SHORTEST_UNFINISHED_SLIP if reach.alone else SHORTEST_UNFINISHED_SLIP_BESIDE
    if reach.unfinished and typed and len(surface(word)) >= shortest:
        slips = [near for near in words.near_beginning(word) if near.term not in known]
        known.update(n.term for n in slips)
        yield from _slipped(slips, SLIP_WEIGHT**2, reach)
    if reach.across and reach.names:
        across = [near for near in words.across(word, allowed_edits(word)) if near.distance <= edits]
        if reach.unfinished and typed and len(surface(word)) >= shortest:
            across = [*across, *(near for near in words.across_beginning(word) if near not in across)]
        known.update(n.term for n in across)
        for distance in range(1, edits + 1):
            if meant := tuple(n.term for n in across if n.distance == distance):
                yield Group(Tier.NAME, NAME_WEIGHT * SLIP_WEIGHT**distance, meant, brief=not reach.alone)
    if reach.names:
        # A mistyped name leads to its other spellings too.
        spelled = {t for w in (word, *known) for t in words.family(w)} - known
        if spelled:
            yield Group(Tier.NAME, NAME_WEIGHT, tuple(sorted(spelled)))


def _slipped(near: list[Near], weight: float, reach: Reach) -> Iterator[Group]:
    """Words a mistyped one may have meant; slips were counted in its script, so without names only that one counts.

    A few are weighed each by its own rarity: whoever looks for one article types what sets it apart. Of many next to
    none is meant, and they count as one word.
    """
    rows = [[n] for n in near] if len(near) <= FEW_SLIPS else [near]
    for row in rows:
        forms = () if reach.names else tuple(n.surface for n in row)
        yield Group(Tier.TYPO, weight, tuple(n.term for n in row), brief=not reach.alone, written=forms)


def _misspelt(word: str, typed: bool, words: Asked) -> list[Near]:
    """The far more frequent words that a rare one may be a misspelling of."""
    often = words.frequency(term(word))
    if often > RARE or len(surface(word)) < (SHORTEST_UNFINISHED_MISSPELT if typed else SHORTEST_MISSPELT):
        return []
    return [near for near in words.near(word, 1) if words.frequency(near.term) >= FAR_MORE * max(1, often)]
