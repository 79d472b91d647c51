"""What is said about a topic: one definition for the speakers screen and for `reader quotes --about`.

A quotation is about a topic when the query holds of its own words, or else of the paragraph it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui_reader.search.facts import holds, is_speaker, words_match
from tui_reader.search.parser import parse
from tui_reader.search.query import Kind, Term
from tui_reader.search.variants import in_words
from tui_reader.search.words import words_of

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.model.quote import Quote
    from tui_reader.search.facts import Facts

_IN_WORDS = ("", "text", "said")
"""Fields that ask for words of the quotation or its paragraph; `said:` for those of the quotation alone."""


class Topic:
    """A query, asked of quotations."""

    def __init__(self, query: str, facts: Facts) -> None:
        self._facts = facts
        self._clauses = parse(query).clauses
        self._terms = [term for clause in self._clauses for term in clause if not term.negated]
        self._needed = [
            clause for clause in self._clauses if all(t.field in _IN_WORDS and not t.negated for t in clause)
        ]
        self._lit: dict[Term, dict[str, bool]] = {}
        self._slips: dict[str, frozenset[str]] = {}
        """Words of the articles that stand for a word of the query which stands nowhere."""

    @property
    def nearest(self) -> tuple[str, ...]:
        """The words that were taken instead of those asked for, after `forgive`."""
        return tuple(sorted(set().union(*self._slips.values())))

    def everything(
        self, quotes: Iterable[tuple[Article, Sequence[Quote]]], cancelled: Callable[[], bool] = lambda: False
    ) -> list[tuple[Article, Quote, bool]]:
        """What is about the topic in a whole corpus; when that is nothing, words with a typing slip are forgiven."""
        pairs = list(quotes)
        found = self._all(pairs, cancelled)
        if not found and not cancelled() and self.forgive((article for article, _ in pairs), cancelled):
            found = self._all(pairs, cancelled)
        return found

    def _all(
        self, pairs: Iterable[tuple[Article, Sequence[Quote]]], cancelled: Callable[[], bool]
    ) -> list[tuple[Article, Quote, bool]]:
        found: list[tuple[Article, Quote, bool]] = []
        for article, quotes in pairs:
            if cancelled():
                break
            found += [(article, quote, own) for quote, own in self.about(article, quotes)]
        return found

    def forgive(self, articles: Iterable[Article], cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Let words of the query that stand nowhere mean the nearest that do, as in the filter; whether any does."""
        bare = {t for t in self._terms if t.field in _IN_WORDS and t.kind is Kind.WORD and len(words_of(t.text)) == 1}
        words: set[str] = set()
        for article in articles if bare else ():
            if cancelled():
                return False
            words.update(words_of(article.text, article.body))
        pool = frozenset(words)
        # Words that stand somewhere to the letter hide those with a slip; they match already.
        found = {term: frozenset(in_words(term, True, pool, False)) for term in bare}
        near = {term.text: frozenset(w for w in words if not self._is(term, w)) for term, words in found.items()}
        self._slips = {text: words for text, words in near.items() if words}
        self._lit.clear()
        return bool(self._slips)

    def about(self, article: Article, quotes: Iterable[Quote]) -> list[tuple[Quote, bool]]:
        """Those of the article's `quotes` that are about the topic, and whether their own words say so."""
        if not self._possible(article):
            return []
        found = []
        for quote in quotes:
            words = quote.span.of(article.text)
            own = self._answers(words, article, quote)
            if own or self._answers(_paragraph(article, quote), article, quote):
                found.append((quote, own))
        return found

    def _possible(self, article: Article) -> bool:
        """Whether every word asked for stands somewhere: most articles are done with by this."""
        if not self._needed:
            return True
        words = set(words_of(article.text, article.body))
        return all(
            any(all(any(self._is(each, word) for word in words) for each in _single(term)) for term in clause)
            for clause in self._needed
        )

    def _is(self, term: Term, word: str) -> bool:
        known = self._lit.setdefault(term, {})
        answer = known.get(word)
        if answer is None:
            answer = known[word] = words_match(term, word) or word in self._slips.get(term.text, ())
        return answer

    def _stands(self, term: Term, text: str) -> bool:
        near = self._slips.get(term.text)
        return words_match(term, text) or (near is not None and not near.isdisjoint(words_of(text)))

    def _answers(self, text: str, article: Article, quote: Quote) -> bool:
        return all(any(self._true(term, text, article, quote) for term in clause) for clause in self._clauses)

    def _true(self, term: Term, text: str, article: Article, quote: Quote) -> bool:
        if term.field in _IN_WORDS:
            there = self._stands(term, quote.span.of(article.text) if term.field == "said" else text)
        elif term.field == "title":
            there = words_match(term, article.title)
        elif term.field == "speaker":
            there = is_speaker(term, quote.speaker, self._facts)
        else:
            there = holds(term, article, self._facts)
        return there is not term.negated


def _single(term: Term) -> list[Term]:
    """A term word by word."""
    return [replace(term, text=word) for word in words_of(term.text)]


def _paragraph(article: Article, quote: Quote) -> str:
    first = article.paragraph_at(quote.start)
    last = article.paragraph_at(max(quote.start, quote.end - 1))
    return article.text[article.blocks[max(0, first - 1)].span.start : article.blocks[max(0, last - 1)].span.end]


@lru_cache(maxsize=8)
def lights(topic: str) -> Callable[[str], bool]:
    """Says of a word whether the topic is why a quotation is shown."""
    wanted = [
        each for term in parse(topic).terms if term.field in _IN_WORDS and not term.negated for each in _single(term)
    ]

    @lru_cache(maxsize=10_000)
    def lit(word: str) -> bool:
        return any(words_match(term, word) for term in wanted)

    return lit
