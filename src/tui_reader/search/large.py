"""The index of a large corpus: tantivy for what it has taken in, titles in memory for what it has not yet."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from tui_reader.model.hit import Hit, Tier
from tui_reader.search.backend import Found
from tui_reader.search.plan import TIERS, Plan
from tui_reader.search.store import Store, StoreError, article_key
from tui_reader.search.vocabulary import Vocabulary, form_of
from tui_reader.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tui_reader.model.article import Article
    from tui_reader.search.backend import Progress
    from tui_reader.search.memory import MemoryBackend

_FEW_TITLES = 500
"""So many new titles may wait, or a tenth of all, before they are made findable: each time costs some milliseconds."""

_FIRST_STEP = 2_500
_STEP = 20_000
"""After so many texts those indexed so far are made findable, and safe: whoever stops here goes on from here. The first
steps are smaller, because somebody may be waiting; each is twice the one before."""

_TELL = 250


class LargeBackend:
    """Articles are added by one thread and searched by any; an article is found by its title until the next commit."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the index in `folder`, or in memory without one. Raises OSError when the folder cannot be made."""
        self._folder = folder
        self._store = Store(folder)
        self._beside = Store()
        """What the store lacks: titles until the texts are indexed; titles and texts where the store is another's."""
        self._vocabulary = Vocabulary(self._frequency)
        for form in self._store.words():
            self._vocabulary.learn(form)
        self._waiting: set[int] = set()
        self._whole: frozenset[int] | set[int] = frozenset()
        """Those waiting that are beside with their texts."""
        self._small: MemoryBackend | None = None
        """Held the articles while they were few; answers for their texts until the store has them."""
        self._in_small: frozenset[int] = frozenset()
        self._hidden_titles = 0
        self._changed = False
        self._seen: set[str] = set()
        self._by_key: dict[int, Article] = {}
        self._key_of: dict[str, int] = {}
        self._lock = RLock()
        self.trouble = ""

    def __len__(self) -> int:
        return len(self._by_key)

    @property
    def unread(self) -> int:
        """How many articles are found by their titles only."""
        waiting, whole = self._waiting, self._whole
        known = sum(key in waiting for key in self._in_small)
        return (len(waiting - whole) if whole else len(waiting)) - known

    def articles(self) -> list[Article]:
        """All articles in reading order."""
        with self._lock:
            return list(self._by_key.values())

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        with self._lock:
            key = self._key_of.get(article_id)
            return None if key is None else self._by_key.get(key)

    def add(self, articles: Iterable[Article]) -> None:
        """Take articles in. Those the kept index knows are found at once, of the others the titles."""
        new = [(key, article) for article in articles if (key := self._place(article)) is not None]
        for key, article in new:
            self._beside.add(key, article, title_only=True)
            self._learn(words_of(article.title))
        self._changed = self._changed or bool(new)
        self._hidden_titles += len(new)
        if self._hidden_titles >= max(_FEW_TITLES, len(self._by_key) // 10):
            self._show_titles()

    def take_over(self, small: MemoryBackend) -> None:
        """Take in what was held while it was little. That goes on answering for its texts until they are indexed."""
        articles = small.articles()
        self.add(articles)
        for form in small.vocabulary().forms():
            self._vocabulary.learn(form)
        self._in_small = frozenset(map(article_key, articles)) & self._waiting
        self._small = small

    def _forget_small(self) -> None:
        self._small, self._in_small = None, frozenset()

    def _place(self, article: Article) -> int | None:
        """Remember an article; its key when it has still to be indexed."""
        key = article_key(article)
        old = self._key_of.get(article.id)
        if old is not None and old != key:
            self._drop(article.id)
        with self._lock:
            self._by_key[key] = article
            self._key_of[article.id] = key
        if key in self._store or key in self._waiting:
            return None
        self._waiting.add(key)
        return key

    def _show_titles(self) -> None:
        if self._hidden_titles:
            self._beside.commit()
            self._hidden_titles = 0

    def remove(self, ids: Iterable[str]) -> None:
        """Forget articles."""
        for article_id in ids:
            self._drop(article_id)

    def _drop(self, article_id: str) -> None:
        with self._lock:
            key = self._key_of.pop(article_id, None)
            if key is None:
                return
            del self._by_key[key]
        self._changed = self._changed or (key in self._store and not self._store.read_only)
        self._waiting.discard(key)

    def commit(self, tell: Progress | None = None, stopped: Callable[[], bool] | None = None) -> None:
        """Make every text findable; forget what is kept of articles that are not there any more.

        `tell` hears how many texts of how many are done; when `stopped` says so, what is done is kept and the rest
        stays to be done. A store that cannot be written is given up for one in memory, and `trouble` says why.
        """
        self._vocabulary.prepare()
        self._show_titles()
        try:
            self._commit(tell or _silent, stopped or _never)
        except StoreError as error:
            self.trouble = f"the search index is made in memory this time: {self._folder}: {error}"
            self._store.discard()
            self._store = Store()
            self._waiting = set(self._by_key)
            self._commit(tell or _silent, stopped or _never)

    def _commit(self, tell: Progress, stopped: Callable[[], bool]) -> None:
        if self._store.read_only:
            self._complete_beside(tell, stopped)
            return
        gone = [key for key in self._store.keys if key not in self._by_key]
        for key in gone:
            self._store.delete(key)
        if not (self._changed or gone or self._waiting):
            return
        waiting = [key for key in self._by_key if key in self._waiting]
        first, step = 0, _FIRST_STEP
        while first < len(waiting):
            end = min(first + step, len(waiting))
            done = self._index(self._store, waiting, range(first, end), tell, stopped)
            self._store.commit(self._vocabulary.forms())
            # A search going on keeps the set it began with: that of the state of the store it searches.
            self._waiting = self._waiting - set(done)
            if self._waiting.isdisjoint(self._in_small):
                self._forget_small()
            if stopped():
                return
            first, step = end, min(2 * step, _STEP)
        if not waiting:
            self._store.commit(self._vocabulary.forms())
        self._changed = False
        self._beside = Store()
        self._seen.clear()

    def _complete_beside(self, tell: Progress, stopped: Callable[[], bool]) -> None:
        """Another reader writes the store: what it lacks is held in memory, texts and all."""
        if self._waiting <= self._whole:
            return
        waiting = [key for key in self._by_key if key in self._waiting]
        beside = Store()
        done = self._index(beside, waiting, range(len(waiting)), tell, stopped)
        beside.commit()
        if not stopped():
            self._beside, self._whole = beside, set(done)
            self._forget_small()

    def _index(
        self, store: Store, keys: list[int], which: range, tell: Progress, stopped: Callable[[], bool]
    ) -> list[int]:
        """Add the texts of some of `keys` to a store; those that were added."""
        done: list[int] = []
        for at in which:
            if stopped():
                break
            if at % _TELL == 0:
                tell(at, len(keys))
            article = self._by_key.get(keys[at])
            if article is not None:
                self._learn(store.add(keys[at], article))
            done.append(keys[at])
        return done

    def close(self) -> None:
        """Let go of the folder."""
        self._store.close()

    def vocabulary(self) -> Vocabulary:
        """The words of the corpus."""
        return self._vocabulary

    def _frequency(self, name: str) -> int:
        if not self._waiting:
            return self._store.frequency(name)
        small = self._small
        beside = self._beside.frequency(name) + (small.frequency(name) if small is not None else 0)
        return self._store.frequency(name) + beside

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
        # In this order: an article that goes over from one to the other meanwhile is found at least once.
        waiting, beside, small, in_small = self._waiting, self._beside, self._small, self._in_small
        kept = self._found(self._store, plan, limit, wanted)
        if not waiting:
            return kept

        def held(article: Article, by_small: bool) -> bool:
            key = article_key(article)
            return key in waiting and (key in in_small) is by_small and (not wanted or wanted(article))

        others = [self._found(beside, plan, limit, lambda a: held(a, False))]
        if small is not None:
            others.append(small.search(plan, limit, lambda a: held(a, True)))
        known = {hit.article.id for hit in kept.hits}
        more = [hit for found in others for hit in found.hits if hit.article.id not in known]
        hits = sorted([*kept.hits, *more], key=lambda hit: (TIERS.index(hit.tier), -hit.score))
        return Found(hits[:limit], kept.total + sum(found.total for found in others))

    def _found(self, store: Store, plan: Plan, limit: int | None, wanted: Callable[[Article], bool] | None) -> Found:
        """What one store finds, one tier after the other."""
        compiler = store.compiler
        everything = max(1, compiler.searcher.num_docs)
        levels = compiler.levels(plan)
        hits: list[Hit] = []
        if wanted is not None or not self._all_here():
            for level in levels:
                rows, _ = store.search(compiler, level.query, everything)
                hits += self._wanted(rows, level.tier, wanted)
            return Found(hits[:limit], len(hits))
        total = 0
        for level in levels:
            room = everything if limit is None else limit - len(hits)
            if room <= 0:
                return Found(hits, store.count(compiler, levels[-1].so_far))
            rows, count = store.search(compiler, level.query, room)
            hits += [Hit(self._by_key[key], score, level.tier) for key, score in rows if key in self._by_key]
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
            if article is not None and (wanted is None or wanted(article)):
                yield Hit(article, score, tier)


def _silent(done: int, of: int) -> None:
    """Nobody wants to know how far it is."""


def _never() -> bool:
    return False
