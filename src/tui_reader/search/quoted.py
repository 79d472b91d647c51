"""Clauses about quotations: one and the same quotation must answer all of them, and how well says the tier.

What is left out is a matter of the whole article, as with words: `-speaker:lis` holds where Lis says nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui_reader.search.facts import IN_QUOTES, holds, is_speaker
from tui_reader.search.plan import TIERS
from tui_reader.search.query import Query, Term
from tui_reader.search.words import in_script, term, words_of, written

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.model.quote import Quote
    from tui_reader.search.facts import Facts
    from tui_reader.search.plan import Group, Meant, Pattern

Clauses = tuple[tuple[Term, ...], ...]

Rank = Callable[[Term, "Quote"], int | None]
"""How good the tier is in which a quotation answers a term; None when it does not."""


def quote_clauses(query: Query) -> Clauses:
    """The clauses one quotation must answer: all of their terms are about quotations, and one at least is wanted."""
    about = (clause for clause in query.clauses if all(t.field in IN_QUOTES for t in clause))
    return tuple(clause for clause in about if not all(t.negated for t in clause))


def left_open(clauses: Clauses, article: Article, facts: Facts) -> Clauses:
    """What a quotation of `article` has to answer: the wanted terms of each clause that nothing left out answers."""
    left = (clause for clause in clauses if not any(t.negated and not holds(t, article, facts) for t in clause))
    return tuple(tuple(t for t in clause if not t.negated) for clause in left)


def answering(clauses: Clauses, quotes: Sequence[Quote], rank: Rank) -> Iterator[tuple[Quote, int]]:
    """Those of `quotes` that answer every clause, each with its rank: that of the clause it answers worst."""
    for quote in quotes:
        worst = 0
        for clause in clauses:
            ranks = [one for wanted in clause if (one := rank(wanted, quote)) is not None]
            if not ranks:
                break
            worst = max(worst, min(ranks))
        else:
            yield quote, worst


class Speakers:
    """Who is meant by the `speaker:` terms of a query, asked of many quotations and answered once for each name."""

    def __init__(self, facts: Facts, meant: Meant) -> None:
        """`meant` has for mistyped names those they were taken for."""
        self._facts = facts
        self._meant = meant
        self._known: dict[tuple[Term, str, str], int | None] = {}

    def rank(self, wanted: Term, quote: Quote) -> int | None:
        """How good the tier is in which `wanted` means the speaker of a quotation."""
        if quote.speaker is None:
            return None
        key = (wanted, quote.speaker.name, quote.speaker.text)
        if key not in self._known:
            self._known[key] = self._rank(wanted, quote)
        return self._known[key]

    def _rank(self, wanted: Term, quote: Quote) -> int | None:
        if is_speaker(wanted, quote.speaker, self._facts):
            return 0
        taken = self._meant.get(wanted, {})
        ranks = [TIERS.index(t) for name, t in taken.items() if is_speaker(Term(name), quote.speaker, self._facts)]
        return min(ranks, default=None)


class Said:
    """The `said:` terms of a query as a plan resolved them, asked of the words of many quotations."""

    def __init__(self, patterns: Mapping[Term, Pattern]) -> None:
        self._standing = {wanted: _Standing(pattern.groups) for wanted, pattern in patterns.items()}

    def rank(self, wanted: Term, words: str) -> int | None:
        """How good the tier is in which `wanted` stands in the words of a quotation."""
        return self._standing[wanted].rank(words_of(words))


class _Standing:
    """Groups of a plan, best tier first, put so that many words are soon compared with them."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._rank_of: dict[str, int] = {}
        self._others: list[tuple[int, Group]] = []
        for group in groups:
            rank = TIERS.index(group.tier)
            if group.phrase or group.prefix or group.written:
                self._others.append((rank, group))
            else:
                for name in group.terms:
                    self._rank_of.setdefault(name, rank)

    def rank(self, words: list[str]) -> int | None:
        have = list(map(term, words))
        ranks = [self._rank_of[name] for name in have if name in self._rank_of]
        best = min(ranks, default=len(TIERS))
        for rank, group in self._others:
            if rank < best and _stands(group, words, have):
                best = rank
        return best if best < len(TIERS) else None


def _stands(group: Group, words: list[str], have: list[str]) -> bool:
    """Whether original `words`, whose terms are `have`, hold what a group asks for."""
    if group.phrase:
        size = len(group.terms)
        return any(
            all(_is(group, at, words[first + at], have[first + at]) for at in range(size))
            for first in range(len(words) - size + 1)
        )
    if group.prefix and not group.written:
        return any(name.startswith(group.terms[0]) for name in have)
    return any(_is(group, at, *word) for word in zip(words, have, strict=True) for at in range(len(group.terms)))


def _is(group: Group, at: int, word: str, name: str) -> bool:
    begun = group.prefix and at == len(group.terms) - 1
    fits = str.startswith if begun else str.__eq__
    if not fits(name, group.terms[at]):
        return False
    return not group.written or any(fits(form, group.written[at]) for form in (written(word), in_script(word)))
