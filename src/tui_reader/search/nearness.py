"""Of titles that hold the same words those go first that hold them side by side, as they were typed.

Whoever types several words of a headline types them as they stand there, often neighbours (`crane collapse`).
BM25 knows nothing of places; a little for nearness beside it is after Rasolofo and Savoy (2003).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.model.hit import Hit
from tui_reader.search.plan import TIERS
from tui_reader.search.query import Kind
from tui_reader.search.words import in_script, term, terms, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui_reader.search.plan import Meant
    from tui_reader.search.query import Query, Term

WINDOW = 20
"""So many of the best hits are looked at, however many are asked for: the ten best are the first of the hundred best.
"""

IN_ORDER = 0.02
"""By how much of its score a title gains whose words stand in the order typed..."""

SIDE_BY_SIDE = 0.15
"""By how much of its score a title gains in which all neighbours of the query are neighbours in that order.

Words in the order typed but apart gain nothing: they say as little as those the other way round (measured)."""


def wants_order(query: Query) -> bool:
    """Whether a query has several words whose places in a title can be compared."""
    return len(_words(query)) > 1


def in_order(hits: Sequence[Hit], query: Query, meant: Meant) -> list[Hit]:
    """The hits, the first WINDOW of them in a new order; none leaves its tier."""
    begun = query.unfinished
    wanted = [(term(t.text), t.kind is Kind.PREFIX or t in begun, meant.get(t, {})) for t in _words(query)]
    near = list(hits[:WINDOW])
    for at, hit in enumerate(near):
        if gain := _gain(wanted, hit.article.title):
            near[at] = Hit(hit.article, hit.score * (1 + gain), hit.tier)
    near.sort(key=lambda hit: (TIERS.index(hit.tier), -hit.score))
    return [*near, *hits[WINDOW:]]


def _words(query: Query) -> list[Term]:
    return [
        t
        for t in query.terms
        if t.field in ("", "title") and not t.negated and t.kind is not Kind.PHRASE and len(terms(t.text)) == 1
    ]


def _gain(wanted: Sequence[tuple[str, bool, Collection[str]]], title: str) -> float:
    """By what share a score grows: that of the neighbours in the query that follow each other in the title, too."""
    words = words_of(title)
    names = list(map(term, words))
    beside = 0
    before: list[int] = []
    for own, begun, taken in wanted:
        after = [at for at, name in enumerate(names) if name == own or (begun and name.startswith(own))]
        if taken:
            after += [at for at, name in enumerate(names) if name in taken or in_script(words[at]) in taken]
        beside += any(at + 1 in after for at in before)
        before = after
    return SIDE_BY_SIDE * beside / (len(wanted) - 1)
