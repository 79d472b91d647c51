"""The text: a centred column of rows over a `Page`, with a reading cursor of one sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from tui_reader.layout.cells import width_of
from tui_reader.layout.page import Page, Row, RowKind
from tui_reader.layout.steps import Steps
from tui_reader.model.article import Article
from tui_reader.model.blocks import BlockKind
from tui_reader.model.hit import Match
from tui_reader.model.span import Span
from tui_reader.text.counts import grouped
from tui_reader.tui.messages import PageSet, PassageSelected, PlaceChanged
from tui_reader.tui.widgets.lines import LineView, strip
from tui_reader.tui.widgets.painting import paint

if TYPE_CHECKING:
    from tui_reader.model.quote import Quote

NUMBERED_FROM = 46
"""Columns from which the margin has room for paragraph numbers."""
LONG = 200_000
"""Characters from which an article is broken into rows by a worker."""

_BLOCK_LOOK = {
    BlockKind.HEADING: "page--heading",
    BlockKind.LABEL: "page--label",
    BlockKind.BLOCKQUOTE: "page--blockquote",
    BlockKind.CODE: "page--code",
    BlockKind.JUNK: "page--quiet",
    BlockKind.FRONT_MATTER: "page--quiet",
}


class ReadingPane(LineView):
    """One article. Values are set by the screen; wishes leave as messages."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.head = 1
        self.article: Article | None = None
        self.page: Page | None = None
        self.steps: Steps | None = None
        self.column = 80
        self.numbers = True
        self.unfolded = False
        self.facts = ""
        self.notice: tuple[str, ...] = ()
        """Lines shown while there is no article."""
        self.cursor: Span | None = None
        self.passage: Span | None = None
        """The selection, while there is one."""
        self.matches: Sequence[Match] = ()
        self.match_now = -1
        self.quotes: Sequence[Quote] = ()
        self.tints: Mapping[str, int] = {}
        self.marks: Sequence[Span] = ()
        self._drag: int | None = None
        self._wanted: Span | None = None
        self._match_starts: list[int] = []

    # ------------------------------------------------------------------ what is shown

    def show(self, article: Article | None, facts: str, at: int = 0) -> None:
        """Show `article` from the place `at`, or the notice when it is None."""
        self.article, self.facts = article, facts
        self.page = self.steps = self.cursor = self.passage = None
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

    def set_matches(self, matches: Sequence[Match], now: int = -1) -> None:
        """Highlight `matches`, sorted by start; `now` is the index of the current one."""
        self.matches, self.match_now = matches, now
        self._match_starts = [m.start for m in matches]
        self.refresh()

    def set_quotes(self, quotes: Sequence[Quote], tints: Mapping[str, int]) -> None:
        """Bars in the margin, in the speakers' tints."""
        self.quotes, self.tints = quotes, tints
        self.refresh()

    def set_marks(self, marks: Sequence[Span]) -> None:
        """Bookmarked passages, sorted by start."""
        self.marks = marks
        self.refresh()

    @property
    def place(self) -> int:
        """Offset of the first character seen; 0 at the very top."""
        return self.page.first_offset(self.top) if self.page is not None and self.top else 0

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
            self._lay(self.place if self.page is not None else (self._wanted or Span(0, 0)).start)
        else:
            self.scroll_top(self.top)

    # ------------------------------------------------------------------ geometry

    def _gutter(self) -> int:
        return 9 if self.numbers and self.extent.width >= NUMBERED_FROM else 4

    def _column_now(self) -> int:
        return max(1, min(self.column, self.extent.width - self._gutter() - 2))

    def _left(self) -> int:
        return max(0, (self.extent.width - self._column_now() - self._gutter()) // 2)

    @property
    def row_count(self) -> int:
        """Rows of the page, or lines of the notice."""
        return len(self.page) if self.page is not None else len(self.notice)

    # ------------------------------------------------------------------ drawing

    def draw_head(self, row: int, width: int) -> Strip:
        """The quiet line above the text: which match, how much is selected."""
        quiet = self.look("page--quiet")
        text = ""
        if self.passage is not None and self.article is not None:
            count = len(self.passage.of(self.article.text).split())
            text = f"{count} word{'s' * (count != 1)} selected  "
        elif self.match_now >= 0:
            text = f"match {grouped(self.match_now + 1)} of {grouped(len(self.matches))}  "
        return strip([], width, self.look(), [(text, quiet)])

    def draw_row(self, row: int, width: int) -> Strip:
        """One row of the page, with its margin."""
        if self.page is None:
            return strip([("  " + self.notice[row], self.look("page--quiet"))], width, self.look())
        line = self.page.rows[row]
        base = self.look()
        left = self._left()
        segments = [Segment(" " * left, base), *self._margin(line)]
        if line.kind is RowKind.TEXT:
            segments += self._text(line)
        elif line.kind is not RowKind.BLANK:
            look = self.look("page--title" if line.kind is RowKind.TITLE else "page--quiet")
            segments.append(Segment(line.words, look))
        used = sum(width_of(s.text) for s in segments)
        segments.append(Segment(" " * max(0, width - used), base))
        return Strip(segments).adjust_cell_length(width, base)

    def _margin(self, line: Row) -> list[Segment]:
        """Bookmark, paragraph number and the speaker's bar."""
        base = self.look()
        wide = self._gutter() == 9
        text = line.kind is RowKind.TEXT
        marked = text and any(line.start <= m.start < line.end for m in self._marks_near(line))
        number = str(line.block + 1) if wide and text and line.first else ""
        quote = self._quote_at(line) if text else None
        bar = Segment("▎", self._tint(quote)) if quote is not None else Segment(" ", base)
        return [
            Segment("◆" if marked else " ", self.look("page--accent")),
            Segment(f"{number:>5} " if wide else " ", self.look("page--number")),
            bar,
            Segment(" ", base),
        ]

    def _marks_near(self, line: Row) -> Sequence[Span]:
        return self.marks[: bisect_left(self.marks, line.end, key=lambda span: span.start)]

    def _quote_at(self, line: Row) -> Quote | None:
        """The first quotation with a word on this row."""
        first = bisect_right(self.quotes, line.start, key=lambda quote: quote.end)
        for quote in self.quotes[first : first + 1]:
            if quote.start < line.end and line.start < quote.end:
                return quote
        return None

    def _tint(self, quote: Quote) -> Style:
        name = quote.speaker.name if quote.speaker is not None else ""
        return self.look(f"speaker--{self.tints.get(name, 0)}")

    def _text(self, line: Row) -> list[Segment]:
        assert self.page is not None
        assert self.article is not None
        block = self.page.blocks[line.block]
        title = self.article.title_span is not None and block.span.overlaps(self.article.title_span)
        name = "page--title" if title else _BLOCK_LOOK.get(block.kind, "")
        layers: list[tuple[int, int, str]] = []
        if self.cursor is not None:
            layers.append((self.cursor.start, self.cursor.end, "page--cursor"))
        layers += [(m.start, m.end, "page--marked") for m in self._marks_near(line) if m.end > line.start]
        first = max(0, bisect_left(self._match_starts, line.start) - 2)
        for index in range(first, bisect_left(self._match_starts, line.end)):
            match = self.matches[index]
            layers.append((match.start, match.end, "page--match-now" if index == self.match_now else "page--match"))
        if self.passage is not None:
            layers.append((self.passage.start, self.passage.end, "page--chosen"))
        base = self.look(name) if name else self.look()
        # The space at which a line was broken is not drawn: a highlight would hang over the edge by it.
        text = self.article.text
        end = line.start + len(text[line.start : line.end].rstrip())
        return [Segment(" " * line.indent, base), *paint(self, text, line.start, end, name, layers)]

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
