"""Passages one under the other, the words looked for in one column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.strip import Strip

from tui_reader.layout.cells import clusters, drawable, fitted, width_of
from tui_reader.search.concordance import Line, Order
from tui_reader.tui.passages import Passages
from tui_reader.tui.widgets.entries import EntryList, entry_line
from tui_reader.tui.widgets.lines import Part, strip


class Columns(NamedTuple):
    """Cells of each column."""

    left: int
    right: int
    """The passage and what follows it."""
    where: int
    """Title and paragraph."""


def columns(width: int) -> Columns:
    """The columns at this width: the passage stands a little before the middle, its place takes a quarter."""
    where = min(44, max(6, width // 4)) if width >= 60 else 6
    room = max(2, width - 2 - where - 4)
    left = room * 9 // 20
    return Columns(left, room - left, where)


class ConcordanceList(EntryList):
    """One row a passage."""

    def __init__(self, passages: Passages) -> None:
        super().__init__(id="passages")
        self.head = 3
        self.passages = passages
        self.index = passages.index

    def heights(self, width: int) -> Iterable[int]:
        """One row each."""
        return [1] * len(self.passages.shown)

    def draw_head(self, row: int, width: int) -> Strip:
        """What each column is, and by which the rows are sorted."""
        if row != 1:
            return Strip.blank(width, self.look())
        sorted_by = self.passages.order
        arrow = "↑" if self.passages.reverse else "↓"
        quiet, accent = self.look("list--quiet"), self.look("list--accent")

        def caption(words: str, *orders: Order) -> Part:
            return (f"{words} {arrow}", accent) if sorted_by in orders else (words, quiet)

        cells = columns(width)
        left = caption("before", Order.LEFT)
        middle = caption("passage", Order.KEYWORD)
        after = "second word after" if sorted_by is Order.RIGHT2 else "after"
        right = caption(after, Order.RIGHT, Order.RIGHT2)
        where, style = caption("as found", Order.POSITION) if sorted_by is Order.POSITION else ("where", quiet)
        pad = " " * max(0, cells.left - width_of(left[0]) - 1)
        parts: list[Part] = [(f"  {pad}", quiet), left, (" ", quiet), middle, ("   ", quiet), right]
        where = fitted(where, cells.where)
        return strip(parts, width, self.look(), [(where.rjust(cells.where), style), (" ", quiet)])

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """Before, the passage, after; where it stands."""
        found = self.passages.line(index)
        cells = columns(width)
        plain, quiet = self.look(), self.look("list--quiet")
        left = last_cells(found.left(cells.left + 40), cells.left)
        keyword = fitted(found.keyword, cells.right)
        right = first_cells(found.right(cells.right + 40), cells.right - width_of(keyword))
        parts: list[Part] = [(left, plain), (keyword, self.look("list--match")), (right, plain)]
        return entry_line(self, parts, width, current, [(_where(found, cells.where), quiet)])


def _where(line: Line, room: int) -> str:
    """Title and paragraph in exactly `room` cells."""
    number = f"¶{line.paragraph}"
    title = fitted(line.article.title, room - len(number) - 1) if room > 10 else ""
    return title + " " * max(0, room - width_of(title) - len(number)) + number


def last_cells(text: str, room: int) -> str:
    """The end of `text` in exactly `room` cells, at the right edge; cut before a word."""
    drawn = drawable(text)
    if width_of(drawn) > room:
        used, start = 0, len(drawn)
        for cluster in reversed(clusters(drawn)):
            if used + cluster.width > room:
                break
            used, start = used + cluster.width, cluster.start
        blank = drawn.find(" ", max(0, start - 1), len(drawn) - 1)
        # Languages without blanks, and words longer than the column, are cut where the room ends.
        drawn = drawn[blank + 1 :] if 0 <= blank < start + room // 2 else drawn[start:]
    return " " * (room - width_of(drawn)) + drawn


def first_cells(text: str, room: int) -> str:
    """The beginning of `text` in at most `room` cells; cut after a word."""
    drawn = drawable(text)
    if width_of(drawn) <= room:
        return drawn
    used, end = 0, 0
    for cluster in clusters(drawn):
        if used + cluster.width > room:
            break
        used, end = used + cluster.width, cluster.end
    blank = drawn.rfind(" ", 1, end + 1)
    # As before a passage: a word is left out whole, unless that would leave nearly nothing.
    return drawn[:blank] if blank > end // 3 else drawn[:end]
