"""Names that were mistyped: whom among those quoted, or which source, a word was probably meant for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from tui_reader.model.hit import Tier
from tui_reader.model.quote import Speaker
from tui_reader.search.facts import is_speaker
from tui_reader.search.plan import FEW_SLIPS, SHORTEST_UNFINISHED_SLIP, TIERS
from tui_reader.search.query import Kind, Term
from tui_reader.search.quoted import quote_clauses
from tui_reader.search.vocabulary import Vocabulary, allowed_edits, form_of
from tui_reader.search.words import surface, term, words_of

if TYPE_CHECKING:
    from tui_reader.search.facts import Facts
    from tui_reader.search.plan import Meant
    from tui_reader.search.query import Query
    from tui_reader.search.vocabulary import Near


def mistyped_speakers(query: Query, facts: Facts) -> Meant:
    """For `speaker:` words that mean nobody quoted: the names within a typing slip, each with its tier."""
    wanted = [t for clause in quote_clauses(query) for t in clause if t.field == "speaker" and not t.negated]
    meant = {}
    for one in dict.fromkeys(t for t in wanted if t.kind is Kind.WORD):
        if not is_known(one, facts) and (names := _meant_by(one, words_of_names(every_name(facts)))):
            meant[one] = names
    return meant


def names_meant(meant: Meant) -> dict[str, str]:
    """For mistyped speakers the name each was taken for."""
    return {wanted.text: next(iter(names)) for wanted, names in meant.items() if wanted.field == "speaker"}


def is_known(wanted: Term, facts: Facts) -> bool:
    """Whether a `speaker:` term means anybody quoted."""
    return any(is_speaker(wanted, Speaker(name), facts) for name in facts.people())


def every_name(facts: Facts) -> tuple[str, ...]:
    """Everyone quoted, under every name the articles give them."""
    return tuple(dict.fromkeys(name for person in facts.people() for name in (person, *facts.spellings(person))))


@lru_cache(maxsize=2)
def words_of_names(names: tuple[str, ...]) -> Vocabulary:
    """The words of many names, to look for what is near a mistyped one."""
    there: set[str] = set()
    vocabulary = Vocabulary(lambda name: name in there)
    for word in {word for name in names for word in words_of(name)}:
        there.add(term(word))
        vocabulary.learn(form_of(word))
    return vocabulary


def _meant_by(wanted: Term, names: Vocabulary) -> dict[str, Tier]:
    each = [_near(word, names) for word in words_of(wanted.text)]
    meant = islice(product(*each), FEW_SLIPS)
    return {" ".join(name for name, _ in row): max((tier for _, tier in row), key=TIERS.index) for row in meant}


def _near(word: str, names: Vocabulary) -> list[tuple[str, Tier]]:
    """The words of names that are nearest to one, which may be unfinished; in its script before any other."""
    if names.has(word, False):
        return [(word, Tier.EXACT)]
    edits, long = allowed_edits(word), len(surface(word)) >= SHORTEST_UNFINISHED_SLIP
    near = names.near(word, edits) or (names.near_beginning(word) if long else [])
    if near:
        return [(name, Tier.TYPO) for name in _nearest(near)]
    near = [one for one in names.across(word, edits) if one.distance <= edits]
    return [(name, Tier.NAME) for name in _nearest(near or (names.across_beginning(word) if long else []))]


def _nearest(near: Iterable[Near]) -> list[str]:
    rows = list(near)
    return [one.term for one in rows if one.distance == rows[0].distance][:FEW_SLIPS]
