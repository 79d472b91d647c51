"""Quotations of articles and the people behind them: what the two faces ask."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from tui_reader.model.quote import AttributionKind, Quote, QuoteKind, Speaker
from tui_reader.quotes.counts import SpeakerCount, counted

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.model.correction import Correction
    from tui_reader.model.span import Span
    from tui_reader.quotes.cache import QuoteCache
    from tui_reader.quotes.persons import Persons

SPEECH = frozenset((QuoteKind.DIRECT, QuoteKind.MIXED))
"""What is shown as speech unless more is asked for."""
FEW = 2000
"""Articles whose quotations stay in memory; about 2 kB each."""


class Decisions(Protocol):
    """What the user decided, wherever it is kept."""

    def version(self) -> int:
        """A number that changes with every decision."""

    def persons(self) -> Iterable[Correction]:
        """Merges, splits and renamings, in order."""

    def speakers(self, article: Article) -> Iterable[tuple[Span, str]]:
        """Corrected passages of the article and who said them, "" for nobody; later ones win."""


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
        self.decisions: Decisions | None = None
        """What the user decided; wins over the rules. None for a service without a user."""
        self._obeyed = -1

    def of(self, article: Article, kinds: Iterable[QuoteKind | str] | None = None) -> tuple[Quote, ...]:
        """Quotations of `article` in text order, speakers under their corpus names, the user's corrections applied.

        `kinds` picks what is answered; without it speech only (direct and mixed).
        """
        wanted = SPEECH if kinds is None else frozenset(QuoteKind(kind) for kind in kinds)
        quotes = self.raw(article, indirect=QuoteKind.INDIRECT in wanted)
        return self.named(article, (quote for quote in quotes if quote.kind in wanted))

    def raw(self, article: Article, *, indirect: bool = False) -> tuple[Quote, ...]:
        """What the extractor found, all kinds, under the names of this article alone."""
        key = _key(article, indirect)
        with self._lock:
            known = self._memory.get(key)
            if known is not None:
                self._memory.move_to_end(key)
                return _in_body(known, article)
        stored = self._from_disk(key, article)
        quotes = self._extract(key, article) if stored is None else stored
        with self._lock:
            if key not in self._counted:
                self._counted.add(key)
                self.persons.add(_in_body(quotes, article))
            self._memory[key] = quotes
            while len(self._memory) > FEW:
                self._memory.popitem(last=False)
        return _in_body(quotes, article)

    def meet(
        self,
        articles: Sequence[Article],
        cancelled: Callable[[], bool] = lambda: False,
        tell: Callable[[int, int], None] = lambda done, of: None,
    ) -> None:
        """Counts everybody quoted in `articles`: only then it is known whom a surname means among them."""
        few = len(articles) <= FEW
        for done, article in enumerate(articles, 1):
            if cancelled():
                return
            if few or not self._met(article):
                self.raw(article)
            tell(done, len(articles))

    def forget(self, article: Article) -> None:
        """This text is no longer in the corpus: nobody is counted, or known by a name, for standing in it."""
        with self._lock:
            for key in (_key(article, False), _key(article, True)):
                known = self._memory.pop(key, None)
                if key in self._counted:
                    self._counted.discard(key)
                    quotes = known or self._from_disk(key, article) or self._extract(key, article)
                    self.persons.remove(_in_body(quotes, article))

    def _met(self, article: Article) -> bool:
        """Counts the speakers of an article from the disk without its quotations; False when they are not there."""
        key = _key(article, False)
        if key in self._counted:
            return True
        if self._folder is None or not article.sha256:
            return False
        names = self._cache().names(_name(key, article), article.body)
        if names is None:
            return False
        with self._lock:
            if key not in self._counted:
                self._counted.add(key)
                for name in names:
                    self.persons.add_name(name)
        return True

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

    def named(self, article: Article, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Quotations as `raw` gives them, with the names of the corpus, the user's corrections applied."""
        with self._lock:
            self._obey()
            named = [self._named(article, quote) for quote in quotes]
            for span, name in self.decisions.speakers(article) if self.decisions is not None else ():
                said = max(range(len(named)), key=lambda i: named[i].span.likeness(span), default=-1)
                if said >= 0 and named[said].span.alike(span):
                    named[said] = self._corrected(named[said], name)
            return tuple(named)

    def _obey(self) -> None:
        """Take in what the user decided since the last time."""
        if self.decisions is not None and (version := self.decisions.version()) != self._obeyed:
            self._obeyed = version
            self.persons.decide(self.decisions.persons())

    def _corrected(self, quote: Quote, name: str) -> Quote:
        words = quote.speaker.text if quote.speaker else ""
        speaker = Speaker(self.persons.canonical(name), words) if name else None
        return replace(quote, speaker=speaker, attribution=AttributionKind.USER, rule="corrected by you")

    def _named(self, article: Article, quote: Quote) -> Quote:
        from tui_reader.quotes.persons import quote_key

        if self.persons.corrections:
            corrected = self.persons.corrected(quote_key(article.sha256, quote.start, quote.end))
            if corrected is not None:
                return self._corrected(quote, corrected)
        if quote.speaker is None:
            return quote
        name = self.persons.canonical(quote.speaker.name)
        return quote if name == quote.speaker.name else replace(quote, speaker=replace(quote.speaker, name=name))

    def person(self, name: str) -> str:
        """The corpus name of the person `name` means; `name` itself when nobody is known by it."""
        with self._lock:
            self._obey()
            return self.persons.find(name) or name

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every name by which the articles met so far call the person shown as `name`, most frequent first."""
        with self._lock:
            self._obey()
            return self.persons.aliases(name)

    def names(self) -> tuple[str, ...]:
        """Everyone met so far, under their corpus names, in alphabetical order."""
        with self._lock:
            self._obey()
            return self.persons.names()

    def own_name(self, name: str) -> str:
        """The spelling by which a decision about the person shown as `name` is kept."""
        with self._lock:
            self._obey()
            return self.persons.own_name(name)

    def kept_name(self, name: str, other: str) -> str:
        """Of two persons that become one, the name that stays: the fuller, then the more frequent, then the first."""
        with self._lock:
            self._obey()
            return self.persons.kept(name, other)

    def is_renamed(self, name: str) -> bool:
        """Whether the person shown as `name` is shown so because the user said so."""
        with self._lock:
            self._obey()
            return self.persons.is_renamed(name)

    def suspects(self, article: Article, quote: Quote) -> list[str]:
        """Who may have said it, likeliest first: everyone quoted in the article, then those named near the words."""
        from tui_reader.quotes.evidence import named_near

        said = Counter(q.speaker.name for q in self.of(article) if q.speaker is not None)
        near = map(self.person, named_near(article, quote))
        return list(dict.fromkeys([*(name for name, _ in said.most_common()), *near]))

    def speakers(self, articles: Iterable[Article]) -> tuple[SpeakerCount, ...]:
        """Everyone quoted in `articles`, most quoted first, then by name."""
        articles = list(articles)
        self.meet(articles)
        said: dict[str, list[Article]] = {}
        for article in articles:
            for quote in self.of(article):
                if quote.speaker is not None:
                    said.setdefault(quote.speaker.name, []).append(article)
        counts = [counted(name, where) for name, where in said.items()]
        return tuple(sorted(counts, key=lambda entry: (-entry.quotes, entry.name)))


def _in_body(quotes: tuple[Quote, ...], article: Article) -> tuple[Quote, ...]:
    """Without what only looks like speech in the front matter: `title: "…"`.

    Left out here and not when it is remembered: the extractor and its cache know texts, not what a file is.
    """
    if not article.body or not quotes or quotes[0].start >= article.body:
        return quotes
    return tuple(quote for quote in quotes if quote.start >= article.body)


def _key(article: Article, indirect: bool) -> tuple[str, str, bool]:
    return article.sha256 or f"id:{article.id}:{len(article.text)}", article.language or "", indirect


def _name(key: tuple[str, str, bool], article: Article) -> str:
    # The digest is of the file's bytes; the same bytes read in another encoding or format are another text.
    return f"{key[0]}:{key[1]}:{int(key[2])}:{len(article.text)}"
