"""How the corpus arrives on the main screen: what is read before the first frame, the rest, the index, the counts."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import monotonic

from textual.worker import get_current_worker

from tui_reader.model.article import Article
from tui_reader.tui.courtesy import stand_aside
from tui_reader.tui.messages import ArticlesLoaded, IndexGrown, IndexReady
from tui_reader.tui.screens.correcting import Correcting
from tui_reader.tui.widgets.sidebar import Facts

AT_ONCE = 0.05
"""Seconds spent reading files before the first frame: painting once is faster than painting twice (measured)."""
FIRST_REST = 0.3
"""Seconds after the first frame in which nothing else runs: the frame reaches the terminal first."""
SECOND_REST = 0.4
"""Seconds more before the articles are indexed, which is wanted only when something is typed into the filter."""
BATCH_SECONDS = 0.25
"""How often a long load reports what it has."""
REFRESH_SECONDS = 3.0
"""How often the bookmarks are looked at for another reader's changes."""
FEW_ARTICLES = 1_000
"""With so few articles the index is made when all are here, in a moment."""
COUNTED = 1_000
"""Articles whose quotations are counted in the background; beyond that only those that are opened."""
WELCOME = "/ filters · b bookmarks the sentence you are reading · ? shows every key"


class Loading(Correcting):
    """Reads, indexes and counts without keeping anybody waiting."""

    _indexing = False
    _filter_wanted = False
    _rest: Iterator[Article] | None = None

    def load_first(self) -> None:
        """Read what can be read in a blink, before the first frame."""
        articles = self.workspace.loader.load_all(self.workspace.sources)
        until = monotonic() + AT_ONCE
        for article in articles:
            self.workspace.library.add(article)
            self.everything.grow((article,))
            if monotonic() > until:
                self._rest = articles
                return
        self.arriving = False

    def on_mount(self) -> None:
        """Show what is there; read the rest in a worker."""
        self.relay()
        settings, memory = self.workspace.settings, self.workspace.memory
        width = settings.reading.width
        self.pane.column = width if width is not None else memory.recall("column", 80)
        numbers = settings.reading.numbers
        self.pane.numbers = numbers if numbers is not None else memory.recall("numbers", True)
        self.sidebar.snippet, self.sidebar.title_matches = self.snippet_of, self.title_matches
        self.facts = Facts(read={a.id for a in self.workspace.library if memory.is_read(a.path)})
        self.sidebar.set_facts(self.facts)
        self.list_everything()
        self._open_something()
        self.set_timer(FIRST_REST, self.begin_work)
        listed = self.desk.beside("sidebar", self.app.size.width) and len(self.workspace.library) != 1
        self.focus_on(self.sidebar if listed else self.pane)
        # What is wrong with the settings is told at every start, the welcome once: it can wait.
        if not self.footer.news and not memory.recall("welcomed", False):
            memory.remember("welcomed", True)
            self.footer.news = WELCOME

    def begin_work(self) -> None:
        """After the first frame and a breath: a thread started before would take its time away."""
        if self.working:
            return
        self.working = True
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        if self._rest is not None:
            self.run_worker(self._load_rest, thread=True, group="load")
        else:
            self._settle()
        if self.article is not None:
            self.look_for_quotes(self.article)
        self.set_interval(REFRESH_SECONDS, self.watch_bookmarks)

    def _load_rest(self) -> None:
        """In a worker: read on, reporting batches; stops when the app does."""
        worker = get_current_worker()
        batch: list[Article] = []
        since = monotonic()
        for article in self._rest or ():
            stand_aside()
            if worker.is_cancelled:
                return
            batch.append(article)
            if monotonic() - since > BATCH_SECONDS:
                self.post_message(ArticlesLoaded(batch, False))
                if self._filter_wanted or len(self.workspace.library) > FEW_ARTICLES:
                    # Titles answer while the rest is still being read; the texts come last.
                    self.workspace.index.add(batch)
                batch, since = [], monotonic()
        self.post_message(ArticlesLoaded(batch, True))

    def on_articles_loaded(self, message: ArticlesLoaded) -> None:
        """Take a batch in; the list is usable all the while."""
        message.stop()
        library, memory = self.workspace.library, self.workspace.memory
        library.extend(message.articles)
        self.everything.grow(message.articles)
        read = {a.id for a in message.articles if memory.is_read(a.path)}
        if read:
            self.facts = Facts(self.facts.quotes, self.facts.marks, {*self.facts.read, *read})
        if message.finished:
            self.arriving = False
            self._settle()
        if self.query_text:
            self.search_again()
        else:
            self.list_everything()
        self._open_something()
        self.tell_place()

    def _settle(self) -> None:
        """All articles are here: place the bookmarks now; index and count when nobody is waiting for anything."""
        self.place_bookmarks()
        self.set_timer(SECOND_REST, self.index_articles)

    def index_articles(self) -> None:
        """Index every article in a worker, once; at the latest when the filter is first used."""
        self._filter_wanted = True
        if not (self._indexing or self.arriving):
            self._indexing = True
            self.run_worker(self._index_all, thread=True, group="index")

    def _index_all(self) -> None:
        index = self.workspace.index
        index.add(self.workspace.library.articles)
        worker = get_current_worker()
        told = monotonic()

        def tell(done: int, of: int) -> None:
            nonlocal told
            if monotonic() - told > BATCH_SECONDS:
                told = monotonic()
                self.post_message(IndexGrown())

        def stopped() -> bool:
            stand_aside()
            return worker.is_cancelled

        index.commit(tell, stopped)
        # What is here stays: looking through it for garbage again and again takes 0.1 s at 100 000 articles.
        gc.freeze()
        self.post_message(IndexReady())

    def on_index_ready(self, message: IndexReady) -> None:
        """Ask again what was asked before every text was known, then count quotations."""
        message.stop()
        if trouble := self.workspace.index.trouble:
            self.tell(trouble)
        self.search_again()
        if len(self.workspace.library) <= COUNTED:
            self.run_worker(self._count_quotes, thread=True, group="count")

    def on_index_grown(self, message: IndexGrown) -> None:
        """Ask again what they may answer."""
        message.stop()
        if self.workspace.index.unread < self.unread:
            self.search_again()

    def _count_quotes(self) -> None:
        """In a worker: the quotations of every article, for the counts in the list."""
        from tui_reader.tui.messages import QuotesFound

        worker = get_current_worker()
        for article in self.workspace.library.articles:
            stand_aside()
            if worker.is_cancelled:
                return
            if article.readable and article is not self.article:
                self.post_message(QuotesFound(article, tuple(self.workspace.quotes.of(article))))

    def _open_something(self) -> None:
        """Show the first article, or why there is none."""
        if self.article is not None:
            return
        if self.hits:
            self.preview(self.hits[0].article)
        elif not self.arriving:
            self.pane.notice = (
                "",
                f"No articles in {self.workspace.name}.",
                "",
                "The reader looks for .txt and .md files, in subfolders too;",
                "hidden and binary files are passed over.",
                "",
                "Put articles there and start again, or name another folder:",
                "reader FOLDER",
            )
            self.pane.refresh()
