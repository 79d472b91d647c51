"""The main screen: loads the corpus, routes what is left, quits."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import monotonic

from textual.worker import get_current_worker

from tui_reader.model.article import Article
from tui_reader.model.blocks import BlockKind
from tui_reader.tui.courtesy import stand_aside
from tui_reader.tui.messages import (
    ArticlesLoaded,
    CommandPressed,
    FilterLeft,
    IndexGrown,
    IndexReady,
    QueryReady,
    SpeakerChosen,
    TabChosen,
)
from tui_reader.tui.screens.correcting import Correcting
from tui_reader.tui.themes import THEME_NAMES
from tui_reader.tui.widgets.reading_pane import ReadingPane
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


class MainScreen(Correcting):
    """The reader."""

    _indexing = False
    _filter_wanted = False
    _rest: Iterator[Article] | None = None
    _cancelled_at = 0.0

    # ------------------------------------------------------------------ loading

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
        if not memory.recall("welcomed", False):
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
                self.post_message(IndexGrown(done, of))

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
        """Say how far the texts are read, where somebody waits for it."""
        message.stop()
        self.tell_indexed(message.done, message.of)

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

    # ------------------------------------------------------------------ focus

    def do_filter(self) -> None:
        """`/`."""
        self.index_articles()
        self.focus_on(self.query_field)

    def on_filter_left(self, message: FilterLeft) -> None:
        """Down goes to the list; escape leaves the field, and clears it the second time; tab may take a word."""
        message.stop()
        if not (message.take and self.take_nearest()):
            listed = message.to_list or self.query_field.value or self.desk.beside("sidebar", self.size.width)
            self.focus_on(self.sidebar if listed else self.pane)
            self.desk.full_list = False
            self.relay()
        self.post_message(QueryReady())

    def do_open_first(self) -> None:
        """The footer's `enter` while filtering."""
        self.on_query_entered()

    def do_open_list(self) -> None:
        """The footer's `↓` while filtering."""
        self.focus_on(self.sidebar)

    def do_next_pane(self) -> None:
        """`tab`."""
        self._walk_panes(1)

    def do_previous_pane(self) -> None:
        """`shift+tab`."""
        self._walk_panes(-1)

    def _walk_panes(self, by: int) -> None:
        panes = [self.sidebar, self.pane, self.panel]
        here = next((i for i, pane in enumerate(panes) if pane is self.focused), 0)
        self.focus_on(panes[(here + by) % len(panes)])

    def do_back(self) -> None:
        """`esc`: one level."""
        pane, width = self.pane, self.size.width
        if pane.passage is not None:
            self.drop_passage()
        elif self.leave_marks():
            pass
        elif self.desk.over:
            self.focus_on(pane)
        elif self.find_words:
            self.find_words = ""
            self.show_matches(go=False)
        elif self.leave_quotes():
            pass
        elif self.query_text:
            self.query_field.value = ""
        elif self.focused is not self.sidebar and self.desk.beside("sidebar", width):
            self.focus_on(self.sidebar)

    def do_sidebar(self) -> None:
        """`1`."""
        self._toggle("sidebar")

    def do_panel(self) -> None:
        """`3`."""
        self._toggle("panel")

    def _toggle(self, pane: str) -> None:
        desk, width = self.desk, self.size.width
        if desk.shows(pane, width):
            if desk.over == pane:
                desk.over = ""
            else:
                setattr(desk, pane, False)
            self.focus_on(self.pane)
        else:
            self.focus_on(self.sidebar if pane == "sidebar" else self.panel)

    def do_alone(self) -> None:
        """`2`: fold both panes away, or bring both back."""
        width = self.size.width
        alone = not (self.desk.shows("sidebar", width) or self.desk.shows("panel", width))
        self.desk.sidebar = self.desk.panel = alone
        self.focus_on(self.pane)

    def on_tab_chosen(self, message: TabChosen) -> None:
        """A click on a tab."""
        message.stop()
        self.show_tab(message.tab)

    def on_speaker_chosen(self, message: SpeakerChosen) -> None:
        """Only this speaker, or everybody again."""
        message.stop()
        panel = self.quote_panel
        quote, panel.only = panel.current, "" if panel.only == message.name else message.name
        panel.keep(quote)
        self.light_quote()

    def do_only_speaker(self) -> None:
        """`r` in the quotations."""
        from tui_reader.tui.gathering import speaker_of

        panel = self.quote_panel
        if panel.count:
            self.on_speaker_chosen(SpeakerChosen(panel.only or speaker_of(panel.quotes[panel.index])))

    def do_group(self) -> None:
        """`a` in the quotations."""
        quote, self.quote_panel.grouped = self.quote_panel.current, not self.quote_panel.grouped
        self.quote_panel.keep(quote)
        self.tell("quotations by speaker" if self.quote_panel.grouped else "quotations in order")

    # ------------------------------------------------------------------ everything else

    def on_command_pressed(self, message: CommandPressed) -> None:
        """What is clicked does what its key does."""
        message.stop()
        self.run_command(message.command)

    def do_outline(self) -> None:
        """`o`: the headings, to go to one."""
        article = self.article
        headings = [b for b in article.blocks if b.kind is BlockKind.HEADING] if article is not None else []
        if article is None or not headings:
            self.tell("this article has no headings")
            return
        from tui_reader.tui.screens.choice import ChoiceScreen

        lines = [b.span.of(article.text)[b.marker :].strip() for b in headings]

        def go(index: int | None) -> None:
            if index is not None:
                self.remember_place()
                self.pane.go(headings[index].span)
                self.focus_on(self.pane)

        self.app.push_screen(ChoiceScreen("Outline", lines), go)

    def do_theme(self) -> None:
        """`t`: the next theme."""
        index = (THEME_NAMES.index(self.app.theme) + 1) % len(THEME_NAMES)
        self.app.theme = THEME_NAMES[index]
        self.workspace.memory.remember("theme", self.app.theme)
        self.tell(f"theme: {self.app.theme.capitalize()}")

    def do_help(self) -> None:
        """`?`."""
        from tui_reader.search.query import LANGUAGE
        from tui_reader.tui.commands import remapped
        from tui_reader.tui.more_commands import FILTER_COMMANDS, PASSAGES_COMMANDS
        from tui_reader.tui.people_commands import with_own_keys
        from tui_reader.tui.screens.help import HelpScreen

        keymap = self.workspace.settings.keymap
        passages, people = remapped(PASSAGES_COMMANDS, keymap), with_own_keys(self.commands, keymap)
        notes = [
            f"bookmarks: {self.workspace.annotations.path}",
            f"settings: {self.workspace.settings.file}",
        ]
        self.app.push_screen(HelpScreen((*self.commands, *FILTER_COMMANDS, *passages, *people), notes, LANGUAGE))

    def do_edit(self) -> None:
        """`E`: open the file in the user's editor."""
        self.app.edit(self.article)  # type: ignore[attr-defined]

    def do_quit(self) -> None:
        """`q`: close what is open, then quit."""
        if self.desk.over or self.pane.passage is not None:
            self.do_back()
        else:
            self.app.exit()

    def action_interrupt(self) -> None:
        """`ctrl+c`: cancel; twice within two seconds quits."""
        if monotonic() - self._cancelled_at < 2:
            self.app.exit()
            return
        self._cancelled_at = monotonic()
        self.do_back()
        self.tell("ctrl+c again quits; q quits too")


__all__ = ["MainScreen", "ReadingPane"]
