"""The filter: articles narrow while words are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.layout.cells import width_of
from tui_reader.text.counts import grouped
from tui_reader.tui.commands import FILTER, footer_keys
from tui_reader.tui.listing import Listing
from tui_reader.tui.messages import EndNear, EnterAnswered, Found, NamesSwitched, QueryChanged
from tui_reader.tui.more_commands import FILTER_COMMANDS
from tui_reader.tui.screens.querying import Querying
from tui_reader.tui.widgets.entries import lines_of

if TYPE_CHECKING:
    from tui_reader.search.plan import Meant
    from tui_reader.search.results import Results

FIRST_HITS = 200
"""Answers fetched at each keystroke: several screenfuls. Making all 100 000 takes half a second (measured)."""

QUICK = 20_000
"""Characters of an article whose quotations are found in the time between two paintings."""

TIMES_MORE = 8
"""How many times as many are fetched when the end of the list comes near."""


_OF_HITS = ("open_first", "open_list")
"""Commands that have nothing to act on where nothing was found."""


class Filtering(Querying):
    """What the filter field does, and what is said about its answers."""

    meant: Meant | None = None
    """What the words of the query were taken for."""
    _then: Callable[[], None] | None = None
    """What waits for more answers."""
    _fetching = 0
    """How many are being fetched; fewer need not be asked for."""
    _indexed = "titles only"
    """How far the texts can be searched, in few cells: it stands in the list's width beside the count."""
    _entered = False
    _hinted = ""
    _nothing: Results | None = None
    """Why nothing was found, when nothing was."""

    def show_matches(self, words: str = "", go: bool = True) -> None:
        """Highlight the matches in the open article (in `finding`)."""

    def mark_again(self) -> None:
        """Other words count as matches now (in `finding`)."""

    # ------------------------------------------------------------------ asking

    def on_query_changed(self, message: QueryChanged) -> None:
        """Search in a worker; an answer to older words is dropped."""
        from tui_reader.search.parser import begun

        message.stop()
        self.find_words = ""
        # The mark before a word is no query yet: what is listed stays until the word comes.
        self.query_text = "" if message.typing and begun(message.query) else message.query.strip()
        if self.query_text:
            # The letter is painted first: a search that runs beside it would take the processor from it.
            self.call_after_refresh(self._ask, message.typing)
        else:
            self.list_everything()

    def _ask(self, typing: bool = False) -> None:
        query = self.query_text
        if not query:
            return
        self.run_worker(lambda: self._search(query, typing=typing), thread=True, exclusive=True, group="search")

    def search_again(self) -> None:
        """More texts are known, or other words count: the same words may have another answer."""
        if self.query_text:
            self._ask(self.filter_has_focus and self.query_field.cursor_at_end)

    def tell_indexed(self, done: int, of: int) -> None:
        """Texts are being indexed: say how far it is beside the count."""
        self._indexed = f"texts {100 * done // of} %"
        if self.query_text and self.answered == self.query_text:
            self._tell_count(False)

    def _search(self, query: str, limit: int = 0, more: bool = False, typing: bool = False) -> None:
        from tui_reader.search.parser import parse

        asked = parse(query, typing=typing)
        results = self.workspace.index.search(asked, limit or FIRST_HITS, cancelled=lambda: self.query_text != query)
        best = results.hits[0].article if results.hits and not more else None
        quick = best is not None and best.readable and len(best.text) <= QUICK
        quotes = tuple(self.workspace.quotes.of(best)) if best is not None and quick else None
        if self.query_text == query:
            self.post_message(Found(query, results, more, quotes))

    def fetch_more(self, everything: bool = False, then: Callable[[], None] | None = None) -> None:
        """Have more answers to the query listed, all of them if need be; `then` is called when they are."""
        self._then = then or self._then
        query, limit = self.query_text, len(self.workspace.library) if everything else len(self.hits) * TIMES_MORE
        if self.answered == query and limit > self._fetching:
            self._fetching = limit
            self.run_worker(lambda: self._search(query, limit, more=True), thread=True, exclusive=True, group="search")

    def on_end_near(self, message: EndNear) -> None:
        """Whoever walks down the list finds it going on."""
        message.stop()
        self.fetch_more(message.everything)

    # ------------------------------------------------------------------ answers

    def on_found(self, message: Found) -> None:
        """Show the hits, best first, and preview the best."""
        message.stop()
        if message.query != self.query_text:
            return
        if message.more:
            self._take_more(message)
            return
        # Asked again because more texts are known: whoever reads or walks the list by now is left in peace.
        again = bool(self.hits) and self.answered == message.query and self.context != FILTER
        self._take(message)
        if again and self.hit_index >= 0:
            self.sidebar.show(self.hits, True, self.hit_index)
            self.mark_again()
        else:
            self.sidebar.show(self.hits, True, 0)
            if self.hits:
                self.hold_place()
                self.preview(self.hits[0].article, quotes=message.quotes)
            elif not self.find_words:
                self.pane.set_matches(())
        self.tell_place()
        if self._entered:
            self.on_query_entered()

    def _take(self, message: Found) -> None:
        results = message.results
        self.hits, self.answered, self._then = Listing(results.hits, results.total), message.query, None
        self._fetching = 0
        if self.meant != results.meant:
            self.meant = results.meant
            self.forget_matches()
        self._nothing = None if results.hits else results
        changed = [f"{typed} → {meant}" for typed, meant in results.corrections.items()]
        self._tell_count(results.complete)
        self._tell_hint(", ".join(changed) or results.hint)

    def _take_more(self, message: Found) -> None:
        self._fetching = 0
        self.hits.extend(message.results.hits, message.results.total)
        self.sidebar.show(self.hits, True, self.sidebar.index)
        self.tell_place()
        then, self._then = self._then, None
        if then is not None:
            then()

    def forget_matches(self) -> None:
        """What is marked may be something else (in `finding`)."""

    def list_everything(self) -> None:
        """No filter: every article in reading order, the cursor on the one shown."""
        self.hits, self._then = self.everything, None
        self.answered, self._entered = "", False
        self._nothing = None
        self.sidebar.show(self.hits, False, max(0, self.hit_index))
        self._tell_count(True)
        self._tell_hint("")
        self.pane.set_matches(())
        self.tell_place()

    # ------------------------------------------------------------------ enter

    @property
    def answer_awaited(self) -> bool:
        """Whether Enter was pressed and what it is to open has still to be found."""
        return self._entered

    def on_query_entered(self) -> None:
        """Enter: the first hit at its first match, and the text has the focus; once the answer is there.

        Where nothing was found it takes the word offered, or says why there is nothing.
        """
        typed = self.query_field.value.strip()
        if typed != self.query_text:
            # Only a mark was typed: now it is a query like any other, and gets its answer.
            self.query_text = typed
            self._ask()
        self._entered = self.answered != self.query_text
        if self._entered:
            return
        if not self.hits:
            if not self.take_nearest():
                self._tell_nothing()
        else:
            self.keep_query()
            self.preview(self.hits[0].article)
            self.sidebar.put_index(0, announce=False)
            self.show_matches()
            self.focus_on(self.pane)
            if self.query_text:
                self._tell_mistake()
        self.post_message(EnterAnswered())

    def take_nearest(self) -> bool:
        """Look for the nearest real word instead of the one no article has; says whether one was offered."""
        if self._nothing is None or not self._nothing.better:
            return False
        field = self.query_field
        field.value = self._nothing.better
        field.cursor_position = len(field.value)
        return True

    def _tell_mistake(self) -> None:
        """What was held back while it was being typed."""
        from tui_reader.search.parser import parse

        if hint := parse(self.query_text).hint:
            self.tell(hint)

    def _tell_nothing(self) -> None:
        from tui_reader.search.parser import parse

        reading = "" if self._nothing is None or self._nothing.complete else "not in the titles; texts are being read"
        why = self._nothing.hint if self._nothing is not None else ""
        self.tell(parse(self.query_text).hint or why or reading or "nothing found")

    # ------------------------------------------------------------------ what is said

    def filter_keys(self) -> tuple[tuple[str, str, str], ...]:
        """The footer while filtering: what Enter does where nothing was found."""
        keys = footer_keys(FILTER_COMMANDS, FILTER, narrow=False, idle=() if self.hits else _OF_HITS)
        if self._nothing is not None and self._nothing.better:
            return ("enter", f"look for {self._nothing.nearest}", "open_first"), *keys
        return keys

    def _tell_hint(self, hint: str) -> None:
        """What is wrong with the query stands beside the count; what is too long for that, in the footer.

        Where nothing was found there is room for it in the list.
        """
        self.filter_bar.hint = hint if self.hits else ""
        if self.hits and width_of(hint) > self.filter_bar.hint_room:
            self.tell(hint)
        elif self._hinted and self.footer.news == self._hinted:
            self.hush()
        self._hinted = hint

    def _tell_count(self, complete: bool) -> None:
        # Titles are found before the texts are read: until then the count is not the last word.
        reading = "" if complete else f" · {self._indexed}"
        total = grouped(len(self.workspace.library))
        self.filter_bar.count = f"{grouped(self.hits.total)} of {total}{reading}" if self.query_text else ""
        self.sidebar.empty = ()
        if self._nothing is not None and not complete:
            self.sidebar.empty = ("not in the titles", "the texts are being read …")
        elif self._nothing is not None:
            offer = f"enter: {self._nothing.nearest}" if self._nothing.better else self._nothing.hint
            width = max(10, self.sidebar.extent.width - 4)
            self.sidebar.empty = ("nothing found", *(lines_of(offer, width, 6) if offer else ()), "", "esc clears")

    # ------------------------------------------------------------------ other spellings of names

    def do_names(self) -> None:
        """`V`: look for other spellings of names, or no more, as long as the reader runs."""
        self.run_worker(self._switch_names, thread=True, group="names")

    def _switch_names(self) -> None:
        # In a worker: whoever asks for the index first waits until the titles are in it.
        index = self.workspace.index
        index.names = not index.names
        self.post_message(NamesSwitched(index.names))

    def on_names_switched(self, message: NamesSwitched) -> None:
        """Ask again what was asked."""
        message.stop()
        self.forget_passages()
        self.mark_again()
        self.search_again()
        found = "other spellings of names are found" if message.on else "names are found as they are written only"
        self.tell(f"{found}, until the reader ends; [search] names in config.toml for good")
