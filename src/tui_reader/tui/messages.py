"""What panes and workers report to the screen. A message is a value and does no work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui_reader.layout.page import Page
    from tui_reader.model.annotation import Placed
    from tui_reader.model.article import Article
    from tui_reader.model.quote import Quote
    from tui_reader.model.span import Span
    from tui_reader.search.results import Results
    from tui_reader.tui.trail import Place


class ArticlesLoaded(Message):
    """A batch of articles came from disk; `total` is None until the last file is known."""

    def __init__(self, articles: Sequence[Article], finished: bool) -> None:
        super().__init__()
        self.articles = articles
        self.finished = finished


class ReadAgain(Message):
    """The file of an article was read again; `now` is None when there is nothing new, and `news` may say why."""

    def __init__(self, article: Article, now: Article | None, news: str, place: Place | None = None) -> None:
        super().__init__()
        self.article = article
        self.now = now
        self.news = news
        self.place = place
        """Where in the text as it is now was being read."""


class IndexedAgain(Message):
    """The words of an article that was read again can be searched."""


class IndexReady(Message):
    """Everything loaded so far can be searched in full."""


class Found(Message):
    """A search is done; or more answers to the same query are here.

    `quotes` are those of the best article: shown with it, they cost no second painting.
    """

    def __init__(
        self, query: str, results: Results, more: bool = False, quotes: tuple[Quote, ...] | None = None
    ) -> None:
        super().__init__()
        self.query = query
        self.results = results
        self.more = more
        self.quotes = quotes


class StillLooking(Message):
    """A search takes long: `done` articles of `of` were looked at (of 0 where nobody knows), `total` answer so far.

    `found` are the first of those, where it is known that they are the first of the whole answer.
    """

    def __init__(self, query: str, done: int = 0, of: int = 0, found: Sequence[Article] = (), total: int = 0) -> None:
        super().__init__()
        self.query = query
        self.done = done
        self.of = of
        self.found = found
        self.total = total


class IndexGrown(Message):
    """More texts are indexed; they may be searchable by now."""


class EndNear(Message):
    """The list is about to show its last known entry; `everything` when the very last one is wanted."""

    def __init__(self, everything: bool = False) -> None:
        super().__init__()
        self.everything = everything


class QuotesFound(Message):
    """The quotations of one article."""

    def __init__(self, article: Article, quotes: tuple[Quote, ...]) -> None:
        super().__init__()
        self.article = article
        self.quotes = quotes


class BookmarksPlaced(Message):
    """Every bookmark against the articles now open."""

    def __init__(self, placed: Sequence[Placed], trouble: str, trash: Sequence[Placed] = ()) -> None:
        super().__init__()
        self.placed = placed
        self.trash = trash
        """What was deleted, the newest first."""
        self.trouble = trouble


class Stored(Message):
    """A change of the bookmarks reached the disk, or did not; `news` says which, in one line."""

    def __init__(self, news: str, failed: bool = False, undo: Callable[[], Stored] | None = None) -> None:
        super().__init__()
        self.news = news
        self.failed = failed
        self.undo = undo
        """What takes it back, in a worker."""


class QueryChanged(Message):
    """The words in the filter field changed."""

    def __init__(self, query: str, typing: bool = False) -> None:
        super().__init__()
        self.query = query
        self.typing = typing
        """Whether they are being written on at their end."""


class NamesSwitched(Message):
    """Other spellings of names are looked for, or no more."""

    def __init__(self, on: bool) -> None:
        super().__init__()
        self.on = on


class EnterAnswered(Message):
    """Enter in the filter field has been answered."""


class QueryEntered(Message):
    """Enter was pressed in the filter field."""


class HistoryWalked(Message):
    """Up (-1) or down (1) was pressed in the filter field."""

    def __init__(self, by: int) -> None:
        super().__init__()
        self.by = by


class FilterLeft(Message):
    """Escape, down or tab was pressed in the filter field."""

    def __init__(self, to_list: bool, take: bool = False) -> None:
        super().__init__()
        self.to_list = to_list
        self.take = take
        """Whether the word offered is taken first, if there is one."""


class EntryHighlighted(Message):
    """The cursor of a list moved to another entry."""

    def __init__(self, source: str, index: int) -> None:
        super().__init__()
        self.source = source
        self.index = index


class EntryChosen(Message):
    """Enter or a click on an entry of a list."""

    def __init__(self, source: str, index: int) -> None:
        super().__init__()
        self.source = source
        self.index = index


class TabChosen(Message):
    """A tab of the panel was clicked."""

    def __init__(self, tab: str) -> None:
        super().__init__()
        self.tab = tab


class SpeakerChosen(Message):
    """A speaker's bar was clicked: show only this speaker, or everybody again."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class PageSet(Message):
    """A long article has been broken into rows by a worker."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page


class PlaceChanged(Message):
    """The text scrolled, or the reading cursor moved."""


class PassageSelected(Message):
    """A passage was selected with the mouse."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


class CommandPressed(Message):
    """Something was clicked that stands for a command."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self.command = command


class Answered(Message):
    """The line above the footer was written in: `value` is None when it was left, `final` when it closes."""

    def __init__(self, purpose: str, value: str | None, final: bool) -> None:
        super().__init__()
        self.purpose = purpose
        self.value = value
        self.final = final
