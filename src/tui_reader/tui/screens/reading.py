"""Moving through articles: by lines, sentences, paragraphs, quotations and bookmarks, and from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.config.settings import NARROWEST
from tui_reader.model.span import Span
from tui_reader.tui.screens.opening import Opening
from tui_reader.tui.widgets.entries import EntryList
from tui_reader.tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from tui_reader.model.quote import Quote

COLUMNS = (80, 100, 120, 60)
"""Widths of the text column that `w` goes through; 80 first, because that is what a page is."""


class Reading(Opening):
    """Every key that moves, and those that change how the text looks."""

    # ------------------------------------------------------------------ moving

    @property
    def mover(self) -> EntryList | ReadingPane:
        """What the movement keys move."""
        return self.focused if isinstance(self.focused, EntryList) else self.pane

    def do_open(self) -> None:
        """Enter."""
        if isinstance(self.focused, EntryList):
            self.focused.choose()

    def do_down(self) -> None:
        """A line, or an entry; while selecting, a sentence more."""
        if self.pane.passage is not None and self.mover is self.pane:
            self.extend_sentence(1)
        else:
            self.mover.move_line(1)

    def do_up(self) -> None:
        """A line, or an entry; while selecting, a sentence less."""
        if self.pane.passage is not None and self.mover is self.pane:
            self.extend_sentence(-1)
        else:
            self.mover.move_line(-1)

    def extend_sentence(self, by: int) -> None:
        """Move the selection's end by a sentence (in `selecting`)."""

    def extend_word(self, by: int) -> None:
        """Move the selection's end by a word (in `selecting`)."""

    def _sideways(self, by: int) -> None:
        if isinstance(self.focused, EntryList):
            if self.focused is self.panel:
                self.run_command("bookmarks")
        elif self.pane.passage is not None:
            self.extend_word(by)
        else:
            self.pane.move_sentence(by)

    def do_next_sentence(self) -> None:
        """Right: a sentence; a word while selecting; the other tab in the panel."""
        self._sideways(1)

    def do_previous_sentence(self) -> None:
        """Left."""
        self._sideways(-1)

    def do_next_paragraph(self) -> None:
        """`}`."""
        self.pane.move_paragraph(1)

    def do_previous_paragraph(self) -> None:
        """`{`."""
        self.pane.move_paragraph(-1)

    def do_page_down(self) -> None:
        """A screenful."""
        self.mover.move_page(1)

    def do_page_up(self) -> None:
        """A screenful back."""
        self.mover.move_page(-1)

    def do_half_down(self) -> None:
        """Half a screenful."""
        self.mover.move_page(0.5)

    def do_half_up(self) -> None:
        """Half a screenful back."""
        self.mover.move_page(-0.5)

    def do_top(self) -> None:
        """The beginning."""
        self.mover.move_edge(False)

    def do_bottom(self) -> None:
        """The end."""
        self.mover.move_edge(True)

    def fetch_more(self, everything: bool = False, then: Callable[[], None] | None = None) -> None:
        """Have more answers to the query listed (in `searching`)."""

    def _next_article(self, by: int) -> None:
        index = self.hit_index + by
        if 0 <= index < len(self.hits):
            self.sidebar.put_index(index, announce=False)
            self.preview(self.hits[index].article)
        elif by > 0 and not self.hits.complete:
            self.fetch_more(then=lambda: self._next_article(by))
        else:
            self.tell("this is the last article" if by > 0 else "this is the first article")

    def do_next_article(self) -> None:
        """`]`."""
        self._next_article(1)

    def do_previous_article(self) -> None:
        """`[`."""
        self._next_article(-1)

    def go_next(self, spans: Sequence[Span], by: int, what: str) -> None:
        """Go to the next (`by` = 1) or previous (-1) of `spans` from the reading cursor."""
        cursor = self.pane.cursor
        at = cursor.start if cursor is not None else 0
        if by > 0:
            end = cursor.end if cursor is not None else 0
            target = next((span for span in spans if span.start >= end), None)
        else:
            target = next((span for span in reversed(spans) if span.end <= at), None)
        if target is not None:
            self.pane.go(target, whole=True)
        else:
            self.tell(f"no {what} {'further down' if by > 0 else 'further up'}")

    def do_next_quote(self) -> None:
        """`.`."""
        self.go_next([quote.span for quote in self._walked()], 1, "quotation")

    def do_previous_quote(self) -> None:
        """`,`."""
        self.go_next([quote.span for quote in self._walked()], -1, "quotation")

    def _walked(self) -> Sequence[Quote]:
        """The quotations `.` and `,` walk through: those the panel lists, in the order of the text."""
        return sorted(self.quote_panel.quotes, key=lambda quote: quote.start)

    def do_next_bookmark(self) -> None:
        """`>`."""
        self.go_next(self.pane.marks, 1, "bookmark")

    def do_previous_bookmark(self) -> None:
        """`<`."""
        self.go_next(self.pane.marks, -1, "bookmark")

    # ------------------------------------------------------------------ looks of the text

    def do_numbers(self) -> None:
        """`p`."""
        self.pane.set_numbers(not self.pane.numbers)
        self.workspace.memory.remember("numbers", self.pane.numbers)

    def do_folds(self) -> None:
        """`z`."""
        self.pane.set_unfolded(not self.pane.unfolded)

    def do_width(self) -> None:
        """`w`: the next width of the column."""
        wider = [column for column in sorted(COLUMNS) if column > self.pane.column]
        column = wider[0] if wider else min(COLUMNS)
        self.pane.set_column(max(NARROWEST, column))
        self.workspace.memory.remember("column", column)
        self.tell(f"column of {column} cells")
