"""What a query asks of an article: what the index looks up for it, and what is asked of each article found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from tui_reader.model.hit import Hit
from tui_reader.search.backend import Found
from tui_reader.search.facts import holds, words_match
from tui_reader.search.plan import TIERS
from tui_reader.search.query import Kind, Query, Term
from tui_reader.search.quoted import Clauses, Said, Speakers, answering, left_open, quote_clauses

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.model.quote import Quote
    from tui_reader.search.backend import SearchBackend
    from tui_reader.search.facts import Facts
    from tui_reader.search.plan import Meant, Pattern, Plan

Wanted = Callable[["Article"], bool] | None


class Conditions:
    """A query taken apart: words of the text, words of quotations, and the rest.

    What was said stands in the text: quotations are looked for only where the words are.
    """

    def __init__(
        self, query: Query, facts: Facts, cancelled: Callable[[], bool], speakers: Meant | None = None
    ) -> None:
        """`speakers` has for mistyped names those they were taken for."""
        self._facts = facts
        self._cancelled = cancelled
        self.speakers = speakers or {}
        self._quoted = quote_clauses(query)
        text = tuple(clause for clause in query.clauses if all(t.in_text for t in clause))
        self._others = [c for c in query.clauses if c not in text and c not in self._quoted]
        said = [tuple(t for t in clause if t.field == "said" and not t.negated) for clause in self._quoted]
        # What a speaker may answer instead needs no words; they are resolved all the same.
        must = [words for words, clause in zip(said, self._quoted, strict=True) if words == clause]
        may = [words for words in said if words and words not in must]
        self._looked_up = len(text) + len(must)
        self.asked: Clauses = (*text, *must, *may)
        """The terms to be resolved, as typed..."""
        self.clauses: Clauses = tuple(tuple(map(_in_text, clause)) for clause in self.asked)
        """...and as they are looked up."""
        words = chain.from_iterable((*must, *may))
        self.unfinished = (*(_in_text(t) for t in words if t.kind is Kind.WORD), *query.unfinished)

    def __bool__(self) -> bool:
        return bool(self._quoted or self._others)

    def look(self, backend: SearchBackend, plan: Plan, limit: int | None, watch: Callable[[Wanted], Wanted]) -> Found:
        """What answers, best first. A word that a quotation must hold counts as it stands there, not in the text.

        `watch` may look on while articles are judged one by one.
        """
        plain = plan[: self._looked_up]
        if not self._quoted:
            return backend.search(plain, limit, watch(self.wanted(plan)))
        rank_of = self._quotations(plan)
        ranks: dict[str, int] = {}

        def wanted(article: Article) -> bool:
            rank = rank_of(article) if self._hold(article) else None
            if rank is not None:
                ranks[article.id] = rank
            return rank is not None

        found = backend.search(plain, None, watch(wanted))
        hits = [Hit(h.article, h.score, TIERS[max(TIERS.index(h.tier), ranks[h.article.id])]) for h in found.hits]
        hits.sort(key=lambda hit: TIERS.index(hit.tier))
        return Found(hits[:limit], found.total)

    def wanted(self, plan: Plan) -> Wanted:
        """Whether what is no word of the text is true of an article; None when there is no such thing."""
        if not self:
            return None
        rank_of = self._quotations(plan)
        return lambda article: self._hold(article) and rank_of(article) is not None

    def _hold(self, article: Article) -> bool:
        return not self._cancelled() and all(any(self._true(t, article) for t in c) for c in self._others)

    def _true(self, wanted: Term, article: Article) -> bool:
        if not wanted.in_text:
            return holds(wanted, article, self._facts) is not wanted.negated
        # A word beside a property in one OR clause: rare, so it is looked for in the article itself.
        there = article.title if wanted.field == "title" else f"{article.title}\n{article.text}"
        return words_match(wanted, there) is not wanted.negated

    def _quotations(self, plan: Plan) -> Callable[[Article], int | None]:
        """Says how good the best quotation of an article is, with the words that `plan` takes those said for."""
        said, speakers = Said(self._patterns(plan)), Speakers(self._facts, self.speakers)

        def rank_of(article: Article) -> int | None:
            clauses = left_open(self._quoted, article, self._facts)
            if not clauses:
                return 0
            text = article.text

            def rank(wanted: Term, quote: Quote) -> int | None:
                if wanted.field == "said":
                    return said.rank(wanted, quote.span.of(text))
                return speakers.rank(wanted, quote)

            ranks = (rank for _, rank in answering(clauses, self._facts.quotes_of(article), rank))
            best = next(ranks, None)
            while best and (other := next(ranks, None)) is not None:
                best = min(best, other)
            return best

        return rank_of

    def _patterns(self, plan: Plan) -> Mapping[Term, Pattern]:
        terms, patterns = chain.from_iterable(self.asked), chain.from_iterable(plan)
        return {wanted: pattern for wanted, pattern in zip(terms, patterns, strict=True) if wanted.field == "said"}


def as_text(query: Query) -> Query:
    """The query with the words of quotations as words of the text they stand in."""
    return Query(tuple(tuple(map(_in_text, clause)) for clause in query.clauses))


def _in_text(wanted: Term) -> Term:
    return replace(wanted, field="text") if wanted.field == "said" else wanted
