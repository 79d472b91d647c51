"""An article set as rows of a given width, and the way between characters and cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from tui_reader.layout.cells import clusters
from tui_reader.layout.wrap import wrap
from tui_reader.model.article import Article
from tui_reader.model.blocks import Block, BlockKind


class RowKind(IntEnum):
    """What a row holds."""

    TEXT = 0
    BLANK = 1
    TITLE = 2
    """A line of a headline that is not in the text: the row's own words are drawn."""
    FACTS = 3
    FOLD = 4
    """Stands for folded blocks; opens them."""


class Row(NamedTuple):
    """One row of the page."""

    kind: RowKind
    start: int
    """First character of the text on this row; for a row without text, where it stands in the text."""
    end: int
    block: int
    """Index into the article's blocks; -1 for rows that belong to none."""
    first: bool = False
    """Whether the block begins here (the paragraph number stands beside it)."""
    words: str = ""
    """What is drawn on a row that has no characters of the text."""
    indent: int = 0


_FOLDED = frozenset({BlockKind.JUNK, BlockKind.FRONT_MATTER})
_TIGHT = frozenset({BlockKind.LIST_ITEM, BlockKind.CODE, BlockKind.FRONT_MATTER, BlockKind.JUNK, BlockKind.BLOCKQUOTE})
_INDENT = {BlockKind.BLOCKQUOTE: 2, BlockKind.CODE: 2}


class Page:
    """`article` broken into rows of at most `width` cells. Immutable once built; cheap to throw away."""

    def __init__(self, article: Article, width: int, *, facts: str = "", unfolded: bool = False) -> None:
        """Set the whole article.

        Args:
            article: What to set.
            width: Cells a row may take, at least 1.
            facts: One line drawn under the headline.
            unfolded: Show junk and front matter as text instead of one line that stands for them.
        """
        self.article = article
        self.width = max(1, width)
        self.unfolded = unfolded
        self.blocks = article.blocks
        self.rows: list[Row] = []
        self._block_rows: list[tuple[int, int]] = [(0, 0)] * len(self.blocks)
        self._title = self._title_block()
        self._head(facts)
        self._body()

    # ------------------------------------------------------------------ building

    def _title_block(self) -> int:
        span = self.article.title_span
        if span is None:
            return -1
        index = self.article.paragraph_at(span.start) - 1
        return index if index >= 0 and self.blocks[index].span.overlaps(span) else -1

    def _head(self, facts: str) -> None:
        if self._title >= 0:
            self._set(self._title)
        else:
            title = self.article.title
            self.rows.extend(
                Row(RowKind.TITLE, 0, 0, -1, words=title[start:end])
                for start, end in wrap(title, 0, len(title), self.width)
            )
        if facts:
            self.rows.extend(
                Row(RowKind.FACTS, 0, 0, -1, words=facts[s:e]) for s, e in wrap(facts, 0, len(facts), self.width)
            )

    def _body(self) -> None:
        last: BlockKind | None = None
        for first, end, folded in self._runs():
            kind = self.blocks[first].kind
            if not (last is kind and kind in _TIGHT):
                self._blank(self.blocks[first].span.start)
            if folded:
                self._fold(first, end)
            else:
                self._set(first)
            last = kind
        # One blank row closes the page, so that the last words are never glued to the edge.
        self._blank(len(self.article.text))

    def _runs(self) -> Iterator[tuple[int, int, bool]]:
        """Blocks to set one by one, and runs of blocks that fold into a single row."""
        index = 0
        while index < len(self.blocks):
            end = index + 1
            folded = self._folds(index)
            while folded and end < len(self.blocks) and (self._folds(end) or end == self._title):
                end += 1
            if index != self._title:
                yield index, end, folded
            index = end

    def _folds(self, index: int) -> bool:
        return not self.unfolded and index != self._title and self.blocks[index].kind in _FOLDED

    def _blank(self, at: int) -> None:
        if self.rows:
            self.rows.append(Row(RowKind.BLANK, at, at, -1))

    def _fold(self, first: int, end: int) -> None:
        folded = [i for i in range(first, end) if i != self._title]
        reasons = dict.fromkeys(self.blocks[i].reason or self.blocks[i].kind.replace("-", " ") for i in folded)
        lines = "1 line" if len(folded) == 1 else f"{len(folded)} lines"
        row = len(self.rows)
        start, stop = self.blocks[first].span.start, self.blocks[folded[-1]].span.end
        self.rows.append(Row(RowKind.FOLD, start, stop, first, words=f"┄ {lines} folded: {', '.join(reasons)} ┄"))
        for index in folded:
            self._block_rows[index] = (row, row + 1)

    def _set(self, index: int) -> None:
        block = self.blocks[index]
        first = len(self.rows)
        indent = min(_INDENT.get(block.kind, 0), self.width - 1)
        lines = wrap(self.article.text, block.span.start + _hidden(block), block.span.end, self.width - indent)
        for number, (start, end) in enumerate(lines):
            self.rows.append(Row(RowKind.TEXT, start, end, index, number == 0, indent=indent))
        self._block_rows[index] = (first, len(self.rows))

    # ------------------------------------------------------------------ the way between characters and cells

    def __len__(self) -> int:
        return len(self.rows)

    def row_of(self, offset: int) -> int:
        """The row that holds the character at `offset`, or the nearest row before it."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if index < 0:
            return 0
        first, end = self._block_rows[index]
        if end - first <= 1:
            return min(first, max(0, len(self.rows) - 1))
        return max(first, bisect_right(self.rows, offset, first, end, key=lambda row: row.start) - 1)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Row and cell of the character at `offset`; cells count from the left edge of the column."""
        number = self.row_of(offset)
        row = self.rows[number]
        if row.kind is not RowKind.TEXT:
            return number, 0
        piece = self.article.text[row.start : row.end]
        cells = row.indent
        for cluster in clusters(piece):
            if row.start + cluster.end > offset:
                break
            cells += cluster.width
        return number, cells

    def offset_at(self, row: int, cell: int) -> int:
        """The character drawn at `cell` of `row`, or the nearest one on that row.

        Rows without text answer with the place in the text where they stand.
        """
        line = self.rows[max(0, min(row, len(self.rows) - 1))] if self.rows else None
        if line is None:
            return 0
        if line.kind is not RowKind.TEXT:
            return line.start
        at, cells = line.start, line.indent
        for cluster in clusters(self.article.text[line.start : line.end]):
            at = line.start + cluster.start
            cells += cluster.width
            if cells > cell:
                break
        return at

    def first_offset(self, row: int) -> int:
        """The first character at or below `row`, for keeping the place across a new width."""
        for line in self.rows[max(0, row) :]:
            if line.kind is RowKind.TEXT:
                return line.start
        return self.rows[-1].start if self.rows else 0

    def order(self) -> list[int]:
        """Indexes of the blocks shown, in the order they are shown: headline first, folded ones left out."""
        shown = [i for i in range(len(self.blocks)) if i != self._title and not self._folds(i)]
        return [self._title, *shown] if self._title >= 0 else shown

    def rows_of(self, start: int, end: int) -> tuple[int, int]:
        """The rows, half open, that `start..end` of the text is spread over."""
        return self.row_of(start), self.row_of(max(start, end - 1)) + 1

    def is_folded(self, offset: int) -> bool:
        """Whether the character at `offset` is hidden behind a fold."""
        return bool(self.rows) and self.rows[self.row_of(offset)].kind is RowKind.FOLD


def _hidden(block: Block) -> int:
    """Markup at the start of a block that the page shows by its look instead."""
    return block.marker if block.kind in (BlockKind.HEADING, BlockKind.BLOCKQUOTE) else 0
