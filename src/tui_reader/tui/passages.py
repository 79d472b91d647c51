"""All passages of one query: what the list of passages shows, kept so that it can be come back to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from textual.message import Message

from tui_reader.model.article import Article
from tui_reader.model.hit import Match
from tui_reader.search.concordance import Line, Order


@dataclass(slots=True)
class Passages:
    """The lines gathered so far, and how they are shown. Changed by the main thread alone."""

    words: str
    """The query as typed."""
    asked: tuple[Article, ...]
    """The articles whose passages are listed, in order."""
    matches: Callable[[Article], Sequence[Match]]
    lines: list[Line] = field(default_factory=list)
    """In the order found."""
    shown: list[int] = field(default_factory=list)
    """Indexes of `lines` in the order shown."""
    order: Order = Order.POSITION
    reverse: bool = False
    articles: int = 0
    """Articles with a line."""
    looked: int = 0
    """Articles looked through; gathering goes on here after it was left."""
    finished: bool = False
    index: int = 0
    """The line the cursor was on."""

    def line(self, index: int) -> Line:
        """The line shown at `index`."""
        return self.lines[self.shown[index]]

    def take(self, lines: Sequence[Line], looked: int, finished: bool) -> None:
        """More lines: they are shown last until all are sorted again."""
        first = len(self.lines)
        self.lines.extend(lines)
        self.shown.extend(range(first, len(self.lines)))
        # The lines of one article always come together.
        self.articles += len({line.article for line in lines})
        self.looked, self.finished = looked, finished

    def put(self, order: Sequence[int]) -> None:
        """Show the lines in `order`; lines that came since stay behind."""
        self.shown = [*order, *range(len(order), len(self.lines))]


class LinesGathered(Message):
    """A batch of lines from a worker."""

    def __init__(self, lines: Sequence[Line], looked: int, finished: bool) -> None:
        super().__init__()
        self.lines = lines
        self.looked = looked
        self.finished = finished


class LinesSorted(Message):
    """The order of the first lines, worked out by a worker."""

    def __init__(self, shown: Sequence[int], order: Order, reverse: bool) -> None:
        super().__init__()
        self.shown = shown
        self.order = order
        self.reverse = reverse


class LinesWritten(Message):
    """An export is on the disk, or is not; `news` says which."""

    def __init__(self, news: str) -> None:
        super().__init__()
        self.news = news
