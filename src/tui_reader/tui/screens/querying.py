"""Queries asked before, queries kept by name, and all passages of a query."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.widget import Widget

from tui_reader.config.locations import queries_file
from tui_reader.model.article import Article
from tui_reader.model.errors import ReaderError
from tui_reader.model.hit import Match
from tui_reader.model.span import Span
from tui_reader.tui.history import History
from tui_reader.tui.messages import Answered, EntryChosen, FilterLeft, HistoryWalked, QueryChanged
from tui_reader.tui.screens.returning import Returning
from tui_reader.workspace import keep_off

if TYPE_CHECKING:
    from tui_reader.config.queries import SavedQueries
    from tui_reader.search.concordance import Line
    from tui_reader.tui.passages import Passages


class Querying(Returning):
    """What `up` in the filter field, `S`, `Q` and `C` do."""

    find_words = ""
    """What is looked for in the open article alone; the filter's words otherwise."""
    answered = ""
    """The query `hits` answer."""
    _replacing = ""
    """Name of a saved query that Enter would replace."""
    _asked_from: Widget | None = None
    """What had the focus before a name was asked for."""
    _passages: Passages | None = None

    def ask(self, purpose: str, words: str, value: str) -> None:
        """Open the line above the footer (in `finding`)."""

    def close_prompt(self, then: Widget) -> None:
        """Close that line (in `finding`)."""

    def look_for(self, article: Article, words: str) -> Sequence[Match]:
        """Where `words` stand in title and text (in `finding`)."""
        return ()

    def index_articles(self) -> None:
        """See to it that all texts can be searched (in `loading`)."""

    def idle_commands(self) -> set[str]:
        """Nothing is asked."""
        return super().idle_commands() | (set() if self.query_text else {"save_query", "concordance"})

    # ------------------------------------------------------------------ history

    @cached_property
    def history(self) -> History:
        """The queries asked before."""
        return History(self.workspace.memory)

    def keep_query(self) -> None:
        """The query led somewhere: it can be asked again."""
        if self.query_text:
            self.history.keep(self.query_text)

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """A hit was opened."""
        if message.source == "sidebar":
            self.keep_query()

    def on_history_walked(self, message: HistoryWalked) -> None:
        """Up or down in the filter field; below the newest query lies the list."""
        message.stop()
        field = self.query_field
        query = self.history.older(field.value) if message.by < 0 else self.history.newer(field.value)
        if query is None and message.by > 0:
            self.post_message(FilterLeft(True))
            return
        if query is not None:
            field.value = query
            field.cursor_position = len(query)
        else:
            self.tell("no earlier query" if self.history.queries else "no query was asked before")

    def do_older_query(self) -> None:
        """The footer's `↑` while filtering."""
        self.post_message(HistoryWalked(-1))

    # ------------------------------------------------------------------ saved queries

    @cached_property
    def saved_queries(self) -> SavedQueries:
        """The queries kept by name."""
        from tui_reader.config.queries import SavedQueries  # reads TOML, which the first frame does not need

        return SavedQueries(queries_file())

    def _saved(self) -> dict[str, str] | None:
        try:
            return self.saved_queries.all()
        except ReaderError as error:
            self.tell(str(error))
            return None

    def do_save_query(self) -> None:
        """`S`: keep the filter's query under a name."""
        if not self.query_text:
            self.tell("there is no query to save: / filters")
        elif (saved := self._saved()) is not None:
            from tui_reader.config.queries import clean_name

            self._replacing, self._asked_from = "", self.focused or self.pane
            name = next((name for name, query in saved.items() if query == self.query_text), self.query_text)
            self.ask("query", "name of this query", clean_name(name))

    def take_answer(self, message: Answered) -> None:
        """The name of a query."""
        if message.purpose != "query" or not message.final:
            return
        from tui_reader.config.queries import clean_name

        self.close_prompt(self._asked_from or self.pane)
        name, replacing = clean_name(message.value or ""), self._replacing
        self._replacing = ""
        saved = self._saved() if name else None
        if saved is None:
            return
        if saved.get(name, self.query_text) != self.query_text and name != replacing:
            self._replacing = name
            self.ask("query", "name of this query", name)
            self.tell(f"“{name}” is {saved[name]}: enter replaces it, another name keeps both, esc leaves")
            return
        try:
            self.saved_queries.save(name, self.query_text)
        except ReaderError as error:
            self.tell(str(error))
            return
        self.keep_query()
        self.tell(f"query saved as “{name}” · Q lists the saved ones")

    def do_queries(self) -> None:
        """`Q`: run a saved query."""
        saved = self._saved()
        if saved is None:
            return
        if not saved:
            self.tell("no saved queries yet: S saves the one in the filter")
            return
        from tui_reader.tui.screens.queries import QueriesScreen

        self.app.push_screen(QueriesScreen(self.saved_queries), self._run_query)

    def _run_query(self, query: str | None) -> None:
        if query is None:
            return
        from textual.widgets import Input

        self.index_articles()
        field = self.query_field
        with field.prevent(Input.Changed):
            field.value = query
            field.cursor_position = len(query)
        self.history.keep(query)
        self.post_message(QueryChanged(query))
        self.focus_on(self.sidebar)

    # ------------------------------------------------------------------ all passages

    def do_concordance(self) -> None:
        """`C`: every passage of the query, or of what is looked for in this article."""
        from tui_reader.search.parser import parse
        from tui_reader.tui.commands import remapped
        from tui_reader.tui.more_commands import PASSAGES_COMMANDS
        from tui_reader.tui.passages import Passages
        from tui_reader.tui.screens.concordance import ConcordanceScreen

        words = self.find_words or self.query_text
        if not words or (self.find_words and self.article is None):
            self.tell("nothing is being looked for: / filters, f finds in this article")
            return
        if not self.find_words and (self.answered != self.query_text or not self.hits):
            self.tell("nothing was found" if self.answered == self.query_text else "still searching")
            return
        if not self.find_words and not self.hits.complete:
            self.fetch_more(everything=True, then=self.do_concordance)
            return
        if not self.find_words and not parse(words).has_words:
            self.tell("the filter has no words whose passages could be listed")
            return
        here = self.article if self.find_words else None
        asked = tuple(self.hits.articles) if here is None else (here,)
        if self._passages is None or self._passages.words != words or self._passages.asked != asked:
            self._passages = Passages(words, asked, lambda article: self._in_text(article, words))
        self.keep_query()
        commands = remapped(PASSAGES_COMMANDS, self.workspace.settings.keymap)
        guard = partial(keep_off, self.workspace)
        self.app.push_screen(ConcordanceScreen(self._passages, commands, guard), self._go_passage)

    def forget_passages(self) -> None:
        """The same words may have other passages now."""
        self._passages = None

    def _in_text(self, article: Article, words: str) -> Sequence[Match]:
        return [match for match in self.look_for(article, words) if match.field == "text"]

    def _go_passage(self, line: Line | None) -> None:
        if line is None:
            return
        self.remember_place()
        pane = self.pane
        self.preview(line.article, line.start)
        if (index := self.hit_index) >= 0:
            self.sidebar.put_index(index, announce=False)
        now = next((n for n, match in enumerate(pane.matches) if match.start == line.start), -1)
        pane.set_matches(pane.matches, now)
        pane.go(Span(line.start, line.end))
        self.focus_on(pane)
