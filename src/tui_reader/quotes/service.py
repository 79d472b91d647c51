"""Quotations of articles and the people behind them: what the two faces ask."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from tui_reader.model.quote import AttributionKind, Quote, QuoteKind, Speaker

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.quotes.cache import QuoteCache
    from tui_reader.quotes.persons import Persons

SPEECH = frozenset((QuoteKind.DIRECT, QuoteKind.MIXED))
"""What is shown as speech unless more is asked for."""
_KEPT = 2000
"""Articles whose quotations stay in memory; about 2 kB each."""


@dataclass(slots=True)
class SpeakerCount:
    """One person across articles."""

    name: str
    quotes: int = 0
    articles: dict[str, int] = field(default_factory=dict)
    """Article id to the number of quotations there."""
    first: str | None = None
    """Earliest date of an article that quotes the person, ISO 8601; None when no article is dated."""
    last: str | None = None


class QuoteService:
    """Extracts on demand, remembers by content, and names people as the whole corpus knows them.

    Safe to call from several threads.
    """

    def __init__(self, cache_folder: Path | None = None) -> None:
        from tui_reader.quotes.persons import Persons

        self._lock = RLock()
        self._memory: OrderedDict[tuple[str, str, bool], tuple[Quote, ...]] = OrderedDict()
        self._counted: set[tuple[str, str, bool]] = set()
        self._folder = cache_folder
        self._disk: QuoteCache | None = None
        self.persons: Persons = Persons()

    def of(self, article: Article, kinds: Iterable[QuoteKind | str] | None = None) -> tuple[Quote, ...]:
        """Quotations of `article` in text order, speakers under their corpus names, the user's corrections applied.

        `kinds` picks what is answered; without it speech only (direct and mixed).
        """
        wanted = SPEECH if kinds is None else frozenset(QuoteKind(kind) for kind in kinds)
        quotes = self.raw(article, indirect=QuoteKind.INDIRECT in wanted)
        return tuple(self._named(article, quote) for quote in quotes if quote.kind in wanted)

    def raw(self, article: Article, *, indirect: bool = False) -> tuple[Quote, ...]:
        """What the extractor found, all kinds, under the names of this article alone."""
        key = (article.sha256 or f"id:{article.id}:{len(article.text)}", article.language or "", indirect)
        with self._lock:
            known = self._memory.get(key)
            if known is not None:
                self._memory.move_to_end(key)
                return known
        quotes = self._from_disk(key, article) or self._extract(key, article)
        with self._lock:
            if key not in self._counted:
                self._counted.add(key)
                self.persons.add(quotes)
            self._memory[key] = quotes
            while len(self._memory) > _KEPT:
                self._memory.popitem(last=False)
        return quotes

    def _from_disk(self, key: tuple[str, str, bool], article: Article) -> tuple[Quote, ...] | None:
        if self._folder is None or not article.sha256:
            return None
        return self._cache().get(_name(key, article), len(article.text))

    def _extract(self, key: tuple[str, str, bool], article: Article) -> tuple[Quote, ...]:
        from tui_reader.quotes.extractor import extract

        quotes = extract(article.text, article.language, indirect=key[2])
        if self._folder is not None and article.sha256:
            self._cache().put(_name(key, article), quotes)
        return quotes

    def _cache(self) -> QuoteCache:
        from tui_reader.quotes.cache import QuoteCache

        if self._disk is None:
            assert self._folder is not None
            self._disk = QuoteCache(self._folder)
        return self._disk

    def _named(self, article: Article, quote: Quote) -> Quote:
        from tui_reader.quotes.persons import quote_key

        corrected = self.persons.corrected(quote_key(article.sha256, quote.start, quote.end))
        if corrected is not None:
            words = quote.speaker.text if quote.speaker else ""
            speaker = Speaker(self.persons.canonical(corrected), words) if corrected else None
            return replace(quote, speaker=speaker, attribution=AttributionKind.USER, rule="corrected by you")
        if quote.speaker is None:
            return quote
        name = self.persons.canonical(quote.speaker.name)
        return quote if name == quote.speaker.name else replace(quote, speaker=replace(quote.speaker, name=name))

    def person(self, name: str) -> str:
        """The corpus name of the person `name` means; `name` itself when nobody is known by it."""
        return self.persons.find(name) or name

    def speakers(self, articles: Iterable[Article]) -> tuple[SpeakerCount, ...]:
        """Everyone quoted in `articles`, most quoted first, then by name."""
        articles = list(articles)
        for article in articles:
            self.raw(article)
        counts: dict[str, SpeakerCount] = {}
        for article in articles:
            for quote in self.of(article):
                if quote.speaker is not None:
                    entry = counts.setdefault(quote.speaker.name, SpeakerCount(quote.speaker.name))
                    _count(entry, article)
        return tuple(sorted(counts.values(), key=lambda entry: (-entry.quotes, entry.name)))


def _count(entry: SpeakerCount, article: Article) -> None:
    entry.quotes += 1
    entry.articles[article.id] = entry.articles.get(article.id, 0) + 1
    if article.date:
        entry.first = min(entry.first, article.date) if entry.first else article.date
        entry.last = max(entry.last, article.date) if entry.last else article.date


def _name(key: tuple[str, str, bool], article: Article) -> str:
    # The digest is of the file's bytes; the same bytes read in another encoding or format are another text.
    return f"{key[0]}:{key[1]}:{int(key[2])}:{len(article.text)}"
