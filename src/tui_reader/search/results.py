"""The answer to a query, and what its words were taken for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui_reader.model.hit import Hit, Tier
from tui_reader.search.names import same_name
from tui_reader.search.plan import Meant
from tui_reader.search.query import Kind, Query
from tui_reader.search.words import spelling, term, words_of

if TYPE_CHECKING:
    from tui_reader.search.vocabulary import Vocabulary

_LOOKED_THROUGH = 100_000
"""Characters of the best article in which the words meant are looked for."""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query."""

    hits: tuple[Hit, ...] = ()
    """Best first, at most as many as asked for."""
    total: int = 0
    """How many articles there are in all."""
    hint: str = ""
    """What was wrong with the query, or why nothing was found; one line or empty."""
    nearest: str = ""
    """When nothing was found: the word of the corpus nearest to the one that stood in the way, or the field that finds
    what this is (`source:herald`)."""
    better: str = ""
    """The query with that word in its place; something answers it."""
    meant: Meant = field(default_factory=dict)
    """What the words of the query were taken for; `highlight.matches` wants it to mark the same words."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """Typed word to the word it was taken for."""
    complete: bool = True
    """False while articles may still come or texts have still to be indexed."""
    read: int = 0
    """Articles that were searched to the last word."""
    unread: int = 0
    """Articles that were searched by their titles only, because their texts are not indexed yet."""
    ms: float = 0.0
    """Time inside the search."""


def corrections_of(query: Query, hits: Iterable[Hit], words: Vocabulary) -> dict[str, str]:
    """For each word of the query that the best hit does not hold as typed: the word it was taken for."""
    best = next(iter(hits), None)
    if best is None or best.tier not in (Tier.TYPO, Tier.NAME):
        return {}
    # As they stand there: one word may be written in several scripts, and the reader sees this one.
    there: dict[str, str] = {}
    for word in (*words_of(best.article.title), *words_of(best.article.text[:_LOOKED_THROUGH])):
        there.setdefault(term(word), spelling(word))
    corrections: dict[str, str] = {}
    for wanted in query.terms:
        if wanted.kind is not Kind.WORD or not wanted.in_text or wanted.negated:
            continue
        own = term(wanted.text)
        unfinished = wanted in query.unfinished
        if own in there or (unfinished and any(t.startswith(own) for t in there)):
            continue
        # Two letters off in the same name is another spelling of it, and no mistake; nor is one in another script.
        near = [n.term for n in words.near(wanted.text, 2) if n.distance == 1 or not same_name(own, n.term)]
        if best.tier is Tier.NAME:
            near = [n.term for n in words.across(wanted.text, 2) if not same_name(own, n.term)]
        if meant := next((t for t in near if t in there), ""):
            corrections[wanted.text] = there[meant]
    return corrections
