"""The articles that answer the filter, and the field where it is typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui_reader.layout.cells import width_of
from tui_reader.model.article import Article
from tui_reader.model.hit import Hit, Match, Tier
from tui_reader.tui.listing import Listing
from tui_reader.tui.messages import CommandPressed, EndNear
from tui_reader.tui.widgets.entries import EntryList, entry_line, lines_of
from tui_reader.tui.widgets.lines import LineView, Part, strip
from tui_reader.tui.widgets.painting import paint

if TYPE_CHECKING:
    from tui_reader.search.snippet import Snippet

WIDE = 56
"""Cells from which titles get one line each: most fit, and the list shows twice as many."""

_GOES_ON = "… "
"""Before a passage whose paragraph began earlier."""

_AS_TYPED = (Tier.EXACT, Tier.PREFIX)
"""Whoever sees the words typed need not be told how they were found."""


@dataclass(frozen=True)
class Facts:
    """What the list says about articles beyond their own values."""

    quotes: Mapping[str, int] = field(default_factory=dict)
    """Number of quotations by article id; an id that is missing has not been looked at yet."""
    marks: Mapping[str, int] = field(default_factory=dict)
    read: Collection[str] = ()
    """Ids of the articles whose last line was shown."""


class Sidebar(EntryList):
    """One entry an article: title, facts and, while filtering, the best passage."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.hits = Listing()
        self.filtering = False
        self._to_end = False
        """Whether the cursor is to stay on the last entry while more of them come."""
        self._unfiltered: tuple[Listing, int, list[int]] = (self.hits, 0, [])
        self.facts = Facts()
        self.snippet: Callable[[Article, int], Snippet | None] = lambda article, width: None
        self.title_matches: Callable[[Article], Sequence[Match]] = lambda article: ()

    def show(self, hits: Listing, filtering: bool, index: int) -> None:
        """Show `hits` with the cursor on entry `index`; a list that is shown already may have grown."""
        known = len(self._ends) if hits is self.hits and filtering is self.filtering else 0
        self._keep_ends(hits)
        self.hits, self.filtering, self.index = hits, filtering, index
        to_end = self._to_end and bool(known)
        self.measure(known=known or len(self._ends))
        if to_end:
            self.put_index(self.count - 1)
        elif self.count:
            self.reveal_rows(*self.rows_of_entry(self.index))
        self._to_end = to_end and not hits.complete

    def changed(self, index: int) -> None:
        """Another article stands at `index`, which may need more lines or fewer."""
        self._unfiltered = (self._unfiltered[0], 0, [])
        self.measure(known=max(0, index))

    def _keep_ends(self, coming: Listing) -> None:
        """The whole corpus is measured once: its lines are kept while a filter shows something else."""
        if coming is self.hits:
            return
        if not self.filtering:
            self._unfiltered = (self.hits, self._measured, self._ends)
        known, width, ends = self._unfiltered
        self._ends = ends if known is coming and width == self.extent.width else []

    def move_edge(self, bottom: bool) -> None:
        """The last entry may still have to be fetched: the cursor goes there when it comes."""
        super().move_edge(bottom)
        self._to_end = bottom and not self.hits.complete
        if bottom:
            self.scrolled()

    def put_index(self, index: int, announce: bool = True) -> None:
        """Whoever moves on does not wait for the end any more."""
        self._to_end = False
        super().put_index(index, announce)

    def scrolled(self) -> None:
        """Ask for more before the end is seen."""
        if not self.hits.complete and self.top + 4 * self.page_rows >= self.last_top:
            self.post_message(EndNear(everything=self._to_end))

    def set_facts(self, facts: Facts) -> None:
        """Counts and read marks changed."""
        self.facts = facts
        self.refresh()

    @property
    def _title_lines(self) -> int:
        return 1 if self.extent.width >= WIDE else 2

    def heights(self, width: int) -> Iterable[int]:
        """Title on one or two lines, facts, the passage while filtering, a blank line."""
        return self.heights_from(0, width)

    def heights_from(self, first: int, width: int) -> Iterable[int]:
        """See `heights`."""
        room, most = width - 3, self._title_lines
        rest = 2 + (1 if self.filtering else 0)
        # A title's length decides in nearly all cases and costs nothing; only what is close to the edge is set.
        height = self._title_height
        return [height(article.title, room, most) + rest for article in self.hits.articles[first:]]

    @staticmethod
    def _title_height(title: str, room: int, most: int) -> int:
        if len(title) * 2 <= room or most == 1:
            return 1
        return 2 if len(title) > room else len(lines_of(title, room, most))

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """Title, facts, passage."""
        hit = self.hits[index]
        article = hit.article
        titles = self._title(article, width - 3)
        height = self._title_height(article.title, width - 3, self._title_lines)
        if line < height:
            text = titles[line] if line < len(titles) else ""
            return entry_line(self, self._title_parts(article, text, current), width, current)
        if line == height:
            return entry_line(self, self._facts(hit), width, current)
        if line == height + 1 and self.filtering:
            return entry_line(self, self._passage(article, width - 3), width, current)
        return Strip.blank(width, self.look())

    def _title(self, article: Article, room: int) -> Sequence[str]:
        return lines_of(article.title, room, self._title_lines)

    def _title_parts(self, article: Article, text: str, current: bool) -> list[Part]:
        dim = article.id in self.facts.read or not article.readable
        name = "list--title" if current else "list--read" if dim else "list--plain"
        if not self.filtering:
            return [(text, self.look(name))]
        words = {article.title[m.start : m.end] for m in self.title_matches(article)}
        plain, lit = self.look(name), self.look(name, "list--match")
        return [(piece, lit if piece in words else plain) for piece in _split(text, words)]

    def _facts(self, hit: Hit) -> list[Part]:
        article = hit.article
        quiet = self.look("list--quiet")
        if not article.readable:
            return [(article.problems[0] if article.problems else "could not be read", quiet)]
        items = [article.language or "", article.date or "", f"{article.minutes} min"]
        if quotes := self.facts.quotes.get(article.id):
            items.append(f"“{quotes}")
        if hit.tier not in _AS_TYPED:
            # First, because in a narrow list the end of the line is cut.
            items.insert(0, str(hit.tier))
        parts: list[Part] = [(" · ".join(item for item in items if item), quiet)]
        if marks := self.facts.marks.get(article.id):
            parts += [(f" ◆{marks}", self.look("list--accent"))]
        if article.id in self.facts.read:
            parts.append((" · read", quiet))
        if article.problems:
            parts.append((" · !", self.look("list--accent")))
        return parts

    def _passage(self, article: Article, room: int) -> list[Part]:
        quiet = self.look("list--quiet")
        room -= len(_GOES_ON)
        found = self.snippet(article, room)
        if found is not None and (cells := width_of(words := found.span.of(article.text))) > room:
            # Wide characters: as many fewer as they are wide, or the match itself would be cut off.
            found = self.snippet(article, max(1, room * len(words) // cells))
        if found is None:
            return [("in the title", quiet)]
        begins = not article.text[max(0, found.span.start - 1) : found.span.start].strip("\n")
        lead: list[Part] = [] if begins else [(_GOES_ON, quiet)]
        layers = [(match.start, match.end, "list--match") for match in found.matches]
        pieces = paint(self, article.text, found.span.start, found.span.end, "list--quiet", layers)
        return [*lead, *((segment.text, segment.style or quiet) for segment in pieces)]


def _split(text: str, words: Collection[str]) -> list[str]:
    """`text` cut before and after each of `words`."""
    pieces, at = [], 0
    while at < len(text):
        found = [(text.find(word, at), -len(word), word) for word in words if word]
        found = [f for f in found if f[0] >= 0]
        if not found:
            break
        place, _, word = min(found)
        pieces += [text[at:place], word] if place > at else [word]
        at = place + len(word)
    return [*pieces, text[at:]] if at < len(text) else pieces


class FilterBar(LineView, can_focus=False):
    """The mark before the filter field, and the count below it."""

    count: reactive[str] = reactive("")
    hint: reactive[str] = reactive("")

    @property
    def hint_room(self) -> int:
        """Cells left for the hint beside the count."""
        return max(0, self.extent.width - width_of(self.count) - 6)

    def render_line(self, y: int) -> Strip:
        """Three lines: nothing, the mark, the count."""
        width = self.extent.width
        if y == 1:
            # The field lies over the word once it has been used.
            return strip([(" / ", self.look("list--accent")), ("filter", self.look("list--quiet"))], width, self.look())
        if y == 2:
            parts: list[Part] = [("   " + self.count, self.look("list--quiet"))]
            if self.hint and self.hint_room > 4:
                parts += [(" · ", self.look("list--quiet")), (self.hint, self.look("list--match"))]
            return strip(parts, width, self.look())
        return Strip.blank(width, self.look())

    def on_click(self, event: events.Click) -> None:
        """A click does what `/` does."""
        self.post_message(CommandPressed("filter"))
