"""Asking: words go to the index in a worker, and answers that take long are waited for without pretending."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui_reader.tui.courtesy import stand_aside
from tui_reader.tui.messages import EndNear, Found, QueryChanged, StillLooking
from tui_reader.tui.screens.querying import Querying

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui_reader.model.article import Article

FIRST_HITS = 200
"""Answers fetched at each keystroke: several screenfuls. Making all 100 000 takes half a second (measured)."""

QUICK = 20_000
"""Characters of an article whose quotations are found in the time between two paintings."""

TIMES_MORE = 8
"""How many times as many are fetched when the end of the list comes near."""

LONG = 0.3
"""Seconds after which what is listed no longer looks like an answer, and it is said that the search goes on."""

TELL_SECONDS = 0.25
"""How often a long search says how far it is."""


class Searching(Querying):
    """What the filter field sets off."""

    unread = 0
    """Articles whose texts were not searched for the answer shown: they are not indexed yet."""
    entered = False
    """Whether Enter was pressed and waits for the answer."""
    _then: Callable[[], None] | None = None
    """What waits for more answers."""
    _fetching = 0
    """How many are being fetched; fewer need not be asked for."""
    _asked = ""
    """The query that is being answered."""
    _again = False
    """Whether it is to be asked once more, because more is known than when the search began."""
    _slow: Timer | None = None

    def list_everything(self) -> None:
        """No filter (in `filtering`)."""

    def on_query_changed(self, message: QueryChanged) -> None:
        """Search in a worker; an answer to older words is dropped."""
        from tui_reader.search.parser import begun

        message.stop()
        self.find_words = ""
        # The mark before a word is no query yet: what is listed stays until the word comes.
        self.query_text = "" if message.typing and begun(message.query) else message.query.strip()
        # Who types on does not want the first answer to the words before.
        self.entered = False
        if self.query_text:
            # The letter is painted first: a search that runs beside it would take the processor from it.
            self.call_after_refresh(self.ask_index, message.typing)
        else:
            self.list_everything()

    def ask_index(self, typing: bool = False) -> None:
        """Look for the words of the filter."""
        query = self.query_text
        if not query:
            return
        self._asked, self._again = query, False
        self._stop_clock()
        if self.answered != query:
            self._slow = self.set_timer(LONG, lambda: self._take_long(query))
        self.run_worker(lambda: self._search(query, typing=typing), thread=True, exclusive=True, group="search")

    def search_again(self) -> None:
        """More texts are known, or other words count: the same words may have another answer."""
        if self.query_text and self._asked == self.query_text:
            self._again = True
        elif self.query_text:
            self.ask_index(self.filter_has_focus and self.query_field.cursor_at_end)

    @property
    def searching(self) -> bool:
        """Whether another answer to the filter's words is on its way."""
        return self._again or bool(self._asked)

    def search_waiting(self) -> None:
        """An answer is here: ask once more if that was wanted meanwhile."""
        if self._again:
            self._again = False
            self.search_again()

    def search_ended(self) -> Callable[[], None] | None:
        """Nothing is being looked for any more; returns what was waiting for more answers."""
        self.looking = self._asked = ""
        self._fetching = 0
        self._stop_clock()
        then, self._then = self._then, None
        return then

    def _stop_clock(self) -> None:
        if self._slow is not None:
            self._slow.stop()
            self._slow = None

    def _take_long(self, query: str) -> None:
        if self.looking != query:
            self.post_message(StillLooking(query))

    def _search(self, query: str, limit: int = 0, more: bool = False, typing: bool = False) -> None:
        from tui_reader.search.parser import parse

        worker = get_current_worker()
        began = told = monotonic()

        def cancelled() -> bool:
            # Reading quotations may take a minute, and meanwhile somebody types.
            if monotonic() - began > LONG:
                stand_aside()
            return worker.is_cancelled or self.query_text != query

        def looked(done: int, of: int, found: Sequence[Article]) -> None:
            nonlocal told
            now = monotonic()
            if now - began > LONG and now - told > TELL_SECONDS and not more:
                told = now
                self.post_message(StillLooking(query, done, of, tuple(found[:FIRST_HITS]), len(found)))

        asked = parse(query, typing=typing)
        results = self.workspace.index.search(asked, limit or FIRST_HITS, cancelled=cancelled, looked=looked)
        best = results.hits[0].article if results.hits and not more else None
        quick = best is not None and best.readable and len(best.text) <= QUICK
        quotes = tuple(self.workspace.quotes.of(best)) if best is not None and quick else None
        if not worker.is_cancelled and self.query_text == query:
            self.post_message(Found(query, results, more, quotes))

    def fetch_more(self, everything: bool = False, then: Callable[[], None] | None = None) -> None:
        """Have more answers to the query listed, all of them if need be; `then` is called when they are."""
        self._then = then or self._then
        query, limit = self.query_text, len(self.workspace.library) if everything else len(self.hits) * TIMES_MORE
        if self.answered == query and limit > self._fetching:
            self._fetching = limit
            # It takes the place of a search for the same words that is going on: that one comes after it.
            self._again = self._again or self._asked == query
            self._asked = ""
            self.run_worker(lambda: self._search(query, limit, more=True), thread=True, exclusive=True, group="search")

    def on_end_near(self, message: EndNear) -> None:
        """Whoever walks down the list finds it going on."""
        message.stop()
        self.fetch_more(message.everything)
