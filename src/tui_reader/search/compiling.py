"""From a plan to tantivy's queries: one for each tier, best first, each leaving out what the ones before it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

# 10 ms: this module is itself imported by the large index only.
from tantivy import Occur, Query

from tui_reader.model.hit import Tier
from tui_reader.search.plan import TIERS, Group, Pattern, Plan
from tui_reader.search.ranking import TITLE_WEIGHT, rarity

if TYPE_CHECKING:
    from tantivy import Schema, Searcher

KEY = "key"
TITLE, TEXT = "title", "text"
"""Fields of the index: terms of title and text..."""

WRITTEN_OF = {TITLE: "title_written", TEXT: "written"}
"""...their words with the accents they have; all words where some are of another script than Latin..."""

STARTS_OF = {TITLE: "title_starts", TEXT: "starts"}
"""...and the beginnings of terms up to START_LETTERS."""

FOREIGN = "*"
"""Stands among the written words where some are of another script: where it does not, every word is Latin."""

START_LETTERS = 2
"""A prefix this short stands for thousands of words and is kept as a term of its own; longer ones are looked up."""

_WEIGHTS = {TITLE: TITLE_WEIGHT, TEXT: 1.0}
_FEW = 8
"""So many terms are scored one by one; more are scored as one word."""

_COUNTED = 200
"""So many words with a prefix are counted to tell how rare it is."""


@dataclass(frozen=True, slots=True)
class Level:
    """What a plan finds in one tier."""

    tier: Tier
    query: Query
    """The articles of this tier alone."""
    so_far: Query
    """Those of this tier and all better ones."""


@dataclass(frozen=True, slots=True)
class Compiler:
    """Turns plans into queries for one state of the index."""

    schema: Schema
    searcher: Searcher
    begun: dict[tuple[str, str], tuple[int, bool]] = field(default_factory=dict)
    """Prefixes looked up so far: the tiers of one query, and the next keystrokes, ask for the same ones again."""

    def levels(self, plan: Plan) -> list[Level]:
        """A query for every tier the plan can reach, best first; no article answers two of them."""
        positive = tuple(tuple(map(self._shortened, c)) for c in plan if not _is_negative(c))
        negative = [self._pattern(c[0], len(TIERS)) for c in plan if _is_negative(c)]
        reached = sorted({TIERS.index(g.tier) for c in positive for p in c for g in p.groups})
        levels: list[Level] = []
        before: list[Query] = []
        for rank in reached or [0]:
            if _possible(positive, rank):
                query = self._conjunction(positive, rank)
                levels.append(
                    Level(TIERS[rank], self._without(query, negative + before), self._without(query, negative))
                )
                before = [query]
        return levels

    def _shortened(self, pattern: Pattern) -> Pattern:
        """Without the group of words that go on from the typed one, when there is none: it would double the work."""
        exact = {group.terms for group in pattern.groups if group.tier is Tier.EXACT}
        idle = [
            g for g in pattern.groups if g.prefix and g.terms in exact and not g.phrase and self._is_whole(g.terms[0])
        ]
        return replace(pattern, groups=tuple(g for g in pattern.groups if g not in idle)) if idle else pattern

    def _is_whole(self, word: str) -> bool:
        """Whether no other word begins with this one."""
        if len(word) <= START_LETTERS:
            holding = [
                (self.searcher.doc_freq(STARTS_OF[f], word), self.searcher.doc_freq(f, word)) for f in (TITLE, TEXT)
            ]
            return all(begun == whole for begun, whole in holding)
        return not any(self._begun(field, word)[1] for field in (TITLE, TEXT))

    def _begun(self, field: str, prefix: str) -> tuple[int, bool]:
        """In about how many articles a word with this prefix stands, and whether any is longer than the prefix."""
        key = (field, prefix)
        if key not in self.begun:
            found = self.searcher.terms_with_prefix(field, prefix, limit=_COUNTED)
            holding = min(sum(often for _, often in found), self.searcher.num_docs)
            self.begun[key] = holding, any(name != prefix for name, _ in found)
        return self.begun[key]

    def _without(self, query: Query, unwanted: Sequence[Query]) -> Query:
        if not unwanted:
            return query
        return Query.boolean_query([(Occur.Must, query), *((Occur.MustNot, q) for q in unwanted)])

    def _conjunction(self, clauses: Plan, rank: int) -> Query:
        if not clauses:
            return Query.all_query()
        return Query.boolean_query([(Occur.Must, self._clause(clause, rank)) for clause in clauses])

    def _clause(self, clause: tuple[Pattern, ...], rank: int) -> Query:
        parts = []
        for pattern in clause:
            query = self._pattern(pattern, len(TIERS) if pattern.negated else rank)
            if pattern.negated:
                query = Query.const_score_query(self._without(Query.all_query(), [query]), 0.0)
            parts.append(query)
        return _any(parts)

    def _pattern(self, pattern: Pattern, rank: int) -> Query:
        """What matches a pattern with a tier at least as good as `rank`."""
        fields = (pattern.field,) if pattern.field else (TITLE, TEXT)
        groups = [g for g in pattern.groups if TIERS.index(g.tier) <= rank]
        return _any([self._group(group, field) for group in groups for field in fields])

    def _group(self, group: Group, field: str) -> Query:
        query = self._words(group, field)
        conditions = list(filter(None, self._conditions(group, WRITTEN_OF[field])))
        if conditions:
            query = Query.boolean_query(
                [(Occur.Must, query), *((Occur.Must, Query.const_score_query(c, 0.0)) for c in conditions)]
            )
        return Query.boost_query(query, group.weight * _WEIGHTS[field])

    def _conditions(self, group: Group, field: str) -> list[Query | None]:
        """What must be true of the words as they are written; None for what always is."""
        last = len(group.written) - 1
        each = [
            self._written(field, form, form == name, group.prefix and at == last)
            for at, (name, form) in enumerate(zip(group.terms, group.written, strict=False))
        ]
        # Of several words that stand for one any must be written so, of a phrase all.
        return each if group.phrase or len(each) < 2 else [None if None in each else _any([c for c in each if c])]

    def _written(self, field: str, form: str, latin: bool, prefix: bool) -> Query | None:
        query = (self._prefix if prefix else self._term)(field, form)
        if not latin:
            return query
        if not self.searcher.doc_freq(field, FOREIGN):
            return None
        return _any([query, self._without(Query.all_query(), [self._term(field, FOREIGN)])])

    def _words(self, group: Group, field: str) -> Query:
        if group.phrase and len(group.terms) > 1:
            words: list[Any] = list(group.terms)
            make: Callable[..., Query] = Query.phrase_prefix_query if group.prefix else Query.phrase_query
            return make(self.schema, field, words)
        if group.prefix:
            return self._start(field, group.terms[0])
        if len(group.terms) > _FEW:
            terms = Query.term_set_query(self.schema, field, list(group.terms))
        else:
            terms = _any([self._term(field, word) for word in group.terms])
            if group.brief or field != TITLE:
                return terms
        holding = sum(self.searcher.doc_freq(field, word) for word in group.terms)
        return Query.const_score_query(terms, rarity(holding, self.searcher.num_docs))

    def _start(self, field: str, prefix: str) -> Query:
        if len(prefix) <= START_LETTERS:
            field = STARTS_OF[field]
            query, holding = self._term(field, prefix), self.searcher.doc_freq(field, prefix)
        else:
            query, (holding, _) = self._prefix(field, prefix), self._begun(field, prefix)
        return Query.const_score_query(query, rarity(holding, self.searcher.num_docs))

    def _term(self, field: str, word: str) -> Query:
        option = "position" if field in (TITLE, TEXT) else "basic"
        return Query.term_query(self.schema, field, word, option)

    def _prefix(self, field: str, prefix: str) -> Query:
        return Query.fuzzy_term_query(self.schema, field, prefix, distance=0, prefix=True)


def _is_negative(clause: tuple[Pattern, ...]) -> bool:
    return len(clause) == 1 and clause[0].negated


def _possible(clauses: Plan, rank: int) -> bool:
    """Whether each clause has something to offer at this tier or a better one."""
    return all(any(p.negated or any(TIERS.index(g.tier) <= rank for g in p.groups) for p in c) for c in clauses)


def _any(queries: Sequence[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, q) for q in queries])
