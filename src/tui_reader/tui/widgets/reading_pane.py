"""The text: a page with a reading cursor of one sentence, moved by keys and by the mouse."""

from __future__ import annotations

from textual import events

from tui_reader.layout.page import Page, RowKind
from tui_reader.layout.steps import Steps
from tui_reader.model.article import Article
from tui_reader.model.span import Span
from tui_reader.tui.messages import PageSet, PassageSelected, PlaceChanged
from tui_reader.tui.widgets.page_view import PageView

LONG = 200_000
"""Characters from which an article is broken into rows by a worker."""


class ReadingPane(PageView):
    """One article. Values are set by the screen; wishes leave as messages."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.steps: Steps | None = None
        self.unfolded = False
        self.facts = ""
        self._drag: int | None = None
        self._wanted: Span | None = None

    # ------------------------------------------------------------------ what is shown

    def show(self, article: Article | None, facts: str, at: int = 0) -> None:
        """Show `article` from the place `at`, or the notice when it is None."""
        self.article, self.facts = article, facts
        self.page = self.steps = self.cursor = self.passage = self._wanted = None
        self.quotes, self.marks, self.matches, self.match_now = (), (), (), -1
        self.unfolded = False
        self.top = 0
        self._lay(at)

    def set_facts(self, facts: str) -> None:
        """Change the line under the headline; the place stays."""
        if facts != self.facts and self.article is not None:
            self.facts = facts
            self._lay(self.place)

    def set_column(self, column: int) -> None:
        """Change the width of the column, in cells; the place stays."""
        self.column = column
        self._lay(self.place)

    def set_unfolded(self, unfolded: bool) -> None:
        """Show junk and front matter as text, or fold them; the place stays."""
        self.unfolded = unfolded
        self._lay(self.place)

    def set_numbers(self, numbers: bool) -> None:
        """Show paragraph numbers or not; the place stays."""
        self.numbers = numbers
        self._lay(self.place)

    @property
    def place(self) -> int:
        """Offset of the first character seen, or to be seen once a long article is set; 0 at the very top."""
        if self.page is None:
            return self._wanted.start if self._wanted is not None else 0
        return self.page.first_offset(self.top) if self.top else 0

    @property
    def percent(self) -> int | None:
        """How much of the article has come into view, 0 to 100."""
        if self.page is None:
            return None
        return min(100, round(100 * (self.top + self.page_rows) / max(1, self.row_count)))

    def _lay(self, at: int) -> None:
        """Break the article into rows for the present width and go to the place `at`."""
        if self.article is None or not self.extent.width:
            self.refresh()
            return
        if len(self.article.text) < LONG:
            self._set_page(self._page(self.article, self._column_now()), at)
            return
        article, column = self.article, self._column_now()
        self._wanted = Span(at, at)
        self.run_worker(
            lambda: self.post_message(PageSet(self._page(article, column))) and None,
            thread=True,
            exclusive=True,
            group="page",
        )

    def _page(self, article: Article, column: int) -> Page:
        return Page(article, column, facts=self.facts, unfolded=self.unfolded)

    def on_page_set(self, message: PageSet) -> None:
        """Take over the rows of a long article, unless another one is shown by now."""
        message.stop()
        if message.page.article is self.article:
            wanted, self._wanted = self._wanted, None
            self._set_page(message.page, wanted.start if wanted else self.place)
            if wanted and wanted.end > wanted.start:
                self.go(wanted)

    def _set_page(self, page: Page, at: int) -> None:
        self.page = page
        self.steps = Steps(page.article, page.order())
        self.top = min(page.row_of(at), self.last_top) if at else 0
        self._keep_cursor(at)
        self.refresh()
        self.post_message(PlaceChanged())

    def on_resize(self) -> None:
        """Set the text anew for the new width; the first character seen stays the first."""
        if self.page is None or self.page.width != self._column_now():
            self._lay(self.place)
        else:
            self.scroll_top(self.top)

    # ------------------------------------------------------------------ moving

    def scrolled(self) -> None:
        """Keep the reading cursor on the screen and report the place."""
        self._keep_cursor()
        self.post_message(PlaceChanged())

    def _keep_cursor(self, at: int | None = None) -> None:
        """Move the reading cursor into view when it is not, or to `at`."""
        if self.page is None or self.steps is None:
            return
        if at is not None and (self.cursor is None or at):
            self.cursor = self.steps.sentence_at(at) if at or self.top else self._first_sentence()
        if self.cursor is not None:
            first, end = self.page.rows_of(self.cursor.start, self.cursor.end)
            if end <= self.top:
                self.cursor = self._sentence_on(self.top)
            elif first >= self.top + self.page_rows:
                self.cursor = self._sentence_on(self.top + self.page_rows - 1, backwards=True)

    def _first_sentence(self) -> Span | None:
        """The first sentence after the headline; the headline itself when there is nothing else."""
        if self.page is None or self.steps is None:
            return None
        order = self.page.order()
        titled = self.article is not None and self.article.title_span is not None and len(order) > 1
        return self.steps.sentences(order[1 if titled else 0])[0] if order else None

    def _sentence_on(self, row: int, backwards: bool = False) -> Span | None:
        """A sentence with words on `row` or on the nearest row with words after it (before it when `backwards`)."""
        assert self.page is not None
        assert self.steps is not None
        rows = range(row, -1, -1) if backwards else range(row, len(self.page))
        for number in rows:
            if self.page.rows[number].kind is RowKind.TEXT:
                return self.steps.sentence_at(self.page.rows[number].start)
        return self.cursor

    def move_line(self, by: int) -> None:
        """Scroll by a row; at the end of the article, move the cursor instead."""
        if not self.scroll_rows(by):
            self.move_sentence(1 if by > 0 else -1)

    def move_sentence(self, by: int) -> None:
        """The next or previous sentence becomes the reading cursor."""
        if self.steps is not None and self.cursor is not None:
            self.put_cursor(self.steps.next_sentence(self.cursor, by) or self.cursor)

    def move_paragraph(self, by: int) -> None:
        """The next or previous paragraph's first sentence becomes the reading cursor."""
        if self.steps is not None and self.cursor is not None:
            self.put_cursor(self.steps.next_paragraph(self.cursor, by) or self.cursor)

    def move_page(self, by: float) -> None:
        """Scroll by so many screenfuls, two rows kept for the eye."""
        rows = max(1, int((self.page_rows - 2) * abs(by)))
        if not self.scroll_rows(rows if by > 0 else -rows):
            self.move_edge(by > 0)

    def move_edge(self, bottom: bool) -> None:
        """Go to the very end or the very beginning."""
        if self.page is None or self.steps is None:
            return
        self.scroll_top(self.last_top if bottom else 0)
        self.cursor = self._sentence_on(len(self.page) - 1, backwards=True) if bottom else self._first_sentence()
        self.refresh()
        self.post_message(PlaceChanged())

    def put_cursor(self, span: Span) -> None:
        """Make `span` the reading cursor and bring it into view."""
        if self.page is None:
            return
        self.cursor = span
        if not self.reveal_rows(*self.page.rows_of(span.start, span.end), margin=1):
            self.post_message(PlaceChanged())
        self.refresh()

    def go(self, span: Span, whole: bool = False) -> None:
        """Bring `span` into view, a third down the pane if it was not seen, and put the reading cursor there.

        The cursor is the sentence `span` begins in, or all of `span` when it is meant as a `whole`: a quotation, a
        bookmark.
        """
        if self.page is None:
            self._wanted = span
            return
        if self.page.is_folded(span.start):
            self.set_unfolded(True)
        first, end = self.page.rows_of(span.start, span.end)
        if first < self.top or end > self.top + self.page_rows:
            self.scroll_top(first - self.page_rows // 3)
        if self.steps is not None:
            self.cursor = span if whole else self.steps.sentence_at(span.start)
        self.refresh()
        self.post_message(PlaceChanged())

    # ------------------------------------------------------------------ mouse

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        if self.page is None or event.y < self.head:
            return None
        row = self.top + event.y - self.head
        if not 0 <= row < len(self.page):
            return None
        return self.page.offset_at(row, max(0, event.x - self._left() - self._gutter()))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection."""
        if event.button == 1 and (at := self._offset_under(event)) is not None:
            self._drag = at
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Widen the selection; past an edge the text scrolls."""
        if self._drag is None:
            return
        if event.y < self.head:
            self.scroll_rows(-1)
        elif event.y >= self.extent.height:
            self.scroll_rows(1)
        at = self._offset_under(event)
        if at is not None and self.article is not None and (self.passage is not None or at != self._drag):
            start, end = sorted((self._drag, at))
            self.passage = Span(start, min(len(self.article.text), end + 1))
            self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection, or put the reading cursor where was clicked."""
        self.release_mouse()
        drag, self._drag = self._drag, None
        if drag is None or self.page is None or self.steps is None:
            return
        if self.passage is not None:
            self.post_message(PassageSelected(self.passage))
            return
        row = self.top + event.y - self.head
        if 0 <= row < len(self.page) and self.page.rows[row].kind is RowKind.FOLD:
            self.set_unfolded(True)
        else:
            self.put_cursor(self.steps.sentence_at(drag) or Span(drag, drag))

    def on_click(self, event: events.Click) -> None:
        """A double click selects the sentence."""
        if event.chain == 2 and self.cursor is not None:
            self.passage = self.cursor
            self.refresh()
            self.post_message(PassageSelected(self.cursor))
