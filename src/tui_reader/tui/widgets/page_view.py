"""What a page looks like: rows in a centred column, with what is marked on them and in their margin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.layout.cells import width_of
from tui_reader.layout.page import Page, Row, RowKind
from tui_reader.model.article import Article
from tui_reader.model.blocks import BlockKind
from tui_reader.model.hit import Match
from tui_reader.model.span import Span
from tui_reader.text.counts import grouped
from tui_reader.tui.widgets.lines import LineView, strip
from tui_reader.tui.widgets.painting import paint

if TYPE_CHECKING:
    from tui_reader.model.quote import Quote

NUMBERED_FROM = 46
"""Columns from which the margin has room for paragraph numbers."""

_BLOCK_LOOK = {
    BlockKind.HEADING: "page--heading",
    BlockKind.LABEL: "page--label",
    BlockKind.BLOCKQUOTE: "page--blockquote",
    BlockKind.CODE: "page--code",
    BlockKind.JUNK: "page--quiet",
    BlockKind.FRONT_MATTER: "page--quiet",
}


class PageView(LineView):
    """Draws the page of one article. What is on it is set from outside; where the reader is, by `ReadingPane`."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.head = 1
        self.article: Article | None = None
        self.page: Page | None = None
        self.column = 80
        self.numbers = True
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
        self._match_starts: list[int] = []

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
