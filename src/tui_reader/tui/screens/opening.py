"""Opening articles, and what follows the place in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.model.article import Article
from tui_reader.model.span import Span
from tui_reader.text.counts import some
from tui_reader.tui.messages import EntryChosen, PlaceChanged, QuotesFound
from tui_reader.tui.screens.desktop import Desktop
from tui_reader.tui.widgets.sidebar import Facts

if TYPE_CHECKING:
    from tui_reader.model.quote import Quote


class Opening(Desktop):
    """What opens an article and keeps up with the place in it."""

    facts = Facts()
    working = False
    """Whether the first frame has been painted, and workers may run."""

    # ------------------------------------------------------------------ opening

    def preview(self, article: Article, at: int | None = None, quotes: tuple[Quote, ...] | None = None) -> None:
        """Show `article`, with its `quotes` if they are known already; the focus stays where it is."""
        if article is not self.article:
            self.keep_place()
            self.article = article
            self.quotes = ()
            place = self.workspace.memory.place(article.path) if at is None else at
            self.pane.show(article, facts_line(article), min(place, len(article.text)))
            self.quote_panel.show(article, (), self.tints)
            self.quote_panel.empty = (
                ("looking for quotations …",) if article.readable else ("this file could not be read",)
            )
            self.show_bookmarks()
            if quotes is not None:
                self.post_message(QuotesFound(article, quotes))
            elif self.working:
                self.look_for_quotes(article)
        self.show_matches(go=at is None)
        self.tell_place()

    def show_bookmarks(self) -> None:
        """Bring the bookmarks of the open article up to date (in `keeping`)."""

    def show_matches(self, words: str = "", go: bool = True) -> None:
        """Highlight what is looked for (in `finding`)."""

    def keep_place(self) -> None:
        """Remember where the open article is being left."""
        if self.article is not None and self.article.readable:
            self.workspace.memory.keep_place(self.article.path, self.pane.place)

    def look_for_quotes(self, article: Article) -> None:
        """Extract the quotations of `article` in a worker."""
        self.run_worker(
            lambda: self._find_quotes(article), thread=True, exclusive=True, group="quotes", exit_on_error=True
        )

    def _find_quotes(self, article: Article) -> None:
        self.post_message(QuotesFound(article, tuple(self.workspace.quotes.of(article))))

    def on_quotes_found(self, message: QuotesFound) -> None:
        """Show them if the article is still the one shown; count them in any case."""
        message.stop()
        counts = {**self.facts.quotes, message.article.id: len(message.quotes)}
        self.facts = Facts(counts, self.facts.marks, self.facts.read)
        self.sidebar.set_facts(self.facts)
        if message.article is self.article:
            self.quotes = message.quotes
            tints = self.tint_speakers(message.quotes)
            self.pane.set_quotes(message.quotes, tints)
            self.quote_panel.show(self.article, message.quotes, tints)
            self.tell_tabs()
            self.light_quote()

    def tell_tabs(self) -> None:
        """The counts on the panel's tabs."""
        for panel in (self.quote_panel, self.bookmark_panel):
            panel.set_tabs(len(self.quotes), len(self.bookmark_panel.everything))

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """Go where the entry points."""
        message.stop()
        if message.source == "sidebar":
            self.preview(self.hits[message.index].article)
            self.focus_on(self.pane)
        elif message.source == "quotes":
            self.pane.go(self.quote_panel.quotes[message.index].span, whole=True)
            self.show_text()
        else:
            self.go_bookmark(message.index)

    def go_bookmark(self, index: int) -> None:
        """Go to a bookmark of the panel (in `keeping`)."""

    def show_text(self) -> None:
        """Show the text when the panel lies over it; beside it, the panel keeps the focus."""
        if not self.desk.fits("panel", self.size.width):
            self.focus_on(self.pane)

    # ------------------------------------------------------------------ the place in the text

    def on_place_changed(self, message: PlaceChanged) -> None:
        """Header, read mark and the quotation at the reading position follow."""
        message.stop()
        self._mark_read()
        self.light_quote()
        self.tell_place()

    def on_descendant_focus(self) -> None:
        """An article that is opened and has its end on the screen is read."""
        self._mark_read()

    def _mark_read(self) -> None:
        """Its end was seen by somebody who opened it; what passes by beside the list, or under it, was not read."""
        article = self.article
        if article is None or self.focused is not self.pane or self.pane.percent != 100:
            return
        if article.id not in self.facts.read and article.readable:
            self.workspace.memory.mark_read(article.path)
            self.facts = Facts(self.facts.quotes, self.facts.marks, {*self.facts.read, article.id})
            self.sidebar.set_facts(self.facts)

    def light_quote(self) -> None:
        """Mark in the panel the quotation that the reading cursor is in, or the first one seen after it."""
        page, cursor = self.pane.page, self.pane.cursor
        if page is None or not self.quote_panel.quotes:
            return
        quotes = self.quote_panel.quotes
        at = cursor if cursor is not None else Span(self.pane.place, self.pane.place)
        index = next((i for i, quote in enumerate(quotes) if quote.span.overlaps(at)), -1)
        if index < 0:
            index = next((i for i, quote in enumerate(quotes) if quote.start >= at.start), -1)
        self.quote_panel.light(index)


def facts_line(article: Article) -> str:
    """What stands under a headline: language, length, date, where it came from."""
    if not article.readable:
        return article.problems[0] if article.problems else "could not be read"
    words = some(article.words, "word")
    date = (
        f"{article.date}{' (inferred)' if article.date_from == 'inferred' else ''}" if article.date else "no date found"
    )
    items = [article.language or "", words, f"{article.minutes} min", date, article.author, article.source]
    return " · ".join(item for item in [*items, *article.problems] if item)
