"""The index of a large corpus: tantivy for what it has taken in, titles in memory for what it has not yet."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from tui_reader.model.hit import Hit, Tier
from tui_reader.search.backend import Found
from tui_reader.search.memory import MemoryBackend
from tui_reader.search.plan import TIERS, Plan
from tui_reader.search.store import Store, article_key
from tui_reader.search.vocabulary import Vocabulary, form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui_reader.model.article import Article


class LargeBackend:
    """Articles are added by one thread and searched by any; an article is found by its title until the next commit."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the index in `folder`, or in memory without one. Raises OSError when the folder cannot be made."""
        self._store = Store(folder)
        self._vocabulary = Vocabulary(self._frequency)
        for form in self._store.words():
            self._vocabulary.learn(form)
        self._titles = MemoryBackend(titles_only=True, vocabulary=self._vocabulary)
        self._waiting: set[int] = set()
        self._changed = False
        self._seen: set[str] = set()
        self._by_key: dict[int, Article] = {}
        self._key_of: dict[str, int] = {}
        self._lock = RLock()

    def __len__(self) -> int:
        return len(self._by_key)

    @property
    def complete(self) -> bool:
        """Whether every text can be searched."""
        return not self._waiting

    def articles(self) -> list[Article]:
        """All articles in reading order."""
        with self._lock:
            return list(self._by_key.values())

    def add(self, article: Article) -> None:
        """Take an article in. One that the kept index knows is found at once."""
        key = article_key(article)
        old = self._key_of.get(article.id)
        if old is not None and old != key:
            self.remove(article.id)
        with self._lock:
            self._by_key[key] = article
            self._key_of[article.id] = key
        if key in self._store or (key in self._waiting and old == key):
            return
        self._waiting.add(key)
        self._titles.add(article)
        if not self._store.read_only:
            self._changed = True
            self._learn(self._store.add(key, article))

    def remove(self, article_id: str) -> None:
        """Forget an article."""
        with self._lock:
            key = self._key_of.pop(article_id, None)
            if key is None:
                return
            del self._by_key[key]
        self._titles.remove(article_id)
        if not self._store.read_only and (key in self._store or key in self._waiting):
            self._changed = True
            self._store.delete(key)
        self._waiting.discard(key)

    def commit(self) -> None:
        """Make the texts added so far findable; forget what is kept of articles that are not there any more."""
        if self._store.read_only:
            return
        gone = [key for key in self._store.keys if key not in self._by_key]
        for key in gone:
            self._store.delete(key)
        if not self._changed and not gone:
            return
        self._store.commit(self._vocabulary.forms())
        self._changed = False
        # Everything that waited is in the store now; a search going on keeps the titles it began with.
        self._waiting = set()
        self._titles = MemoryBackend(titles_only=True, vocabulary=self._vocabulary)
        self._seen.clear()

    def close(self) -> None:
        """Let go of the folder."""
        self._store.close()

    def vocabulary(self) -> Vocabulary:
        """The words of the corpus."""
        return self._vocabulary

    def _frequency(self, name: str) -> int:
        return self._store.frequency(name) + (self._titles.frequency(name) if self._waiting else 0)

    def _learn(self, words: list[str]) -> None:
        new = set(words) - self._seen
        self._seen |= new
        for word in new:
            self._vocabulary.learn(form_of(word))

    # Answering

    def search(self, plan: Plan, limit: int | None, wanted: Callable[[Article], bool] | None = None) -> Found:
        """Articles that answer `plan`; see `SearchBackend.search`."""
        if not plan:
            articles = [a for a in self.articles() if wanted is None or wanted(a)]
            return Found([Hit(a, 0.0, Tier.EXACT) for a in articles[:limit]], len(articles))
        kept = self._kept(plan, limit, wanted)
        if not self._waiting:
            return kept
        titles = self._titles.search(plan, limit, wanted)
        hits = sorted([*kept.hits, *titles.hits], key=lambda hit: (TIERS.index(hit.tier), -hit.score))
        return Found(hits[:limit], kept.total + titles.total)

    def _kept(self, plan: Plan, limit: int | None, wanted: Callable[[Article], bool] | None) -> Found:
        """What tantivy finds, one tier after the other."""
        compiler = self._store.compiler
        everything = compiler.searcher.num_docs
        hits: list[Hit] = []
        total = 0
        for tier, query in compiler.levels(plan):
            room = everything if limit is None else max(0, limit - len(hits))
            if wanted is None and self._all_here():
                rows, count = self._store.search(compiler, query, room)
                found = [Hit(self._by_key[key], score, tier) for key, score in rows if key in self._by_key]
            else:
                rows, _ = self._store.search(compiler, query, everything)
                found = list(self._wanted(rows, tier, wanted))
                count = len(found)
            hits += found[:room]
            total += count
        return Found(hits, total)

    def _all_here(self) -> bool:
        """Whether every kept article is one of those opened (then counting needs no look at each)."""
        return len(self._by_key) - len(self._waiting) == len(self._store.keys)

    def _wanted(
        self, rows: list[tuple[int, float]], tier: Tier, wanted: Callable[[Article], bool] | None
    ) -> Iterator[Hit]:
        for key, score in rows:
            article = self._by_key.get(key)
            if article is not None and key not in self._waiting and (wanted is None or wanted(article)):
                yield Hit(article, score, tier)
