"""A virtual list of entries of several lines each: drawn when seen, measured when set."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, islice

from rich.style import Style
from textual import events
from textual.strip import Strip

from tui_reader.layout.cells import drawable, width_of
from tui_reader.layout.wrap import wrap
from tui_reader.tui.messages import EntryChosen, EntryHighlighted
from tui_reader.tui.widgets.lines import LineView, Part, strip


class EntryList(LineView):
    """Entries one under the other, one of them under the cursor.

    A subclass gives the heights (`heights`) and draws one line of one entry (`draw_entry`).
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.index = 0
        self.empty: tuple[str, ...] = ()
        """Said when there are no entries."""
        self._ends: list[int] = []
        self._measured = 0

    # ------------------------------------------------------------------ for subclasses

    def heights(self, width: int) -> Iterable[int]:
        """Lines of each entry, the blank one after it included."""
        return ()

    def heights_from(self, first: int, width: int) -> Iterable[int]:
        """The same from entry `first` on; for lists that grow, where measuring all of them again would be felt."""
        return islice(self.heights(width), first, None)

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """Line `line` of entry `index`."""
        return Strip.blank(width, self.look())

    # ------------------------------------------------------------------ entries

    def measure(self, keep_top: bool = True, known: int = 0) -> None:
        """Measure the entries again after they changed, but for the first `known`; the cursor stays on its index."""
        width = self.extent.width
        known = min(known, len(self._ends)) if width == self._measured else 0
        self._measured = width
        ends = accumulate(self.heights_from(known, max(1, width)), initial=self._ends[known - 1] if known else 0)
        self._ends[known:] = islice(ends, 1, None)
        self.index = max(0, min(self.index, len(self._ends) - 1))
        self.top = min(self.top, self.last_top) if keep_top else 0
        self.refresh()

    @property
    def count(self) -> int:
        """Number of entries."""
        return len(self._ends)

    @property
    def row_count(self) -> int:
        """Lines of all entries together."""
        return self._ends[-1] if self._ends else 0

    def rows_of_entry(self, index: int) -> tuple[int, int]:
        """The rows, half open, of entry `index`."""
        return (self._ends[index - 1] if index else 0), self._ends[index]

    def put_index(self, index: int, announce: bool = True) -> None:
        """Move the cursor to entry `index` and bring it into view."""
        if not self.count:
            return
        index = max(0, min(index, self.count - 1))
        before, self.index = self.index, index
        self.reveal_rows(*self.rows_of_entry(index))
        if before != index:
            for entry in (min(before, self.count - 1), index):
                self.refresh_rows(*self.rows_of_entry(entry))
            if announce:
                self.post_message(EntryHighlighted(self.id or "", index))

    def move_line(self, by: int) -> None:
        """The next or previous entry."""
        self.put_index(self.index + by)

    def move_page(self, by: float) -> None:
        """An entry about so many screenfuls away."""
        if self.count:
            row = self.rows_of_entry(self.index)[0] + int(self.page_rows * by)
            step = bisect_right(self._ends, max(0, row))
            self.put_index(step if step != self.index else self.index + (1 if by > 0 else -1))

    def move_edge(self, bottom: bool) -> None:
        """The last or first entry."""
        self.put_index(self.count - 1 if bottom else 0)

    def choose(self) -> None:
        """Open the entry under the cursor."""
        if self.count:
            self.post_message(EntryChosen(self.id or "", self.index))

    # ------------------------------------------------------------------ drawing and mouse

    def render_line(self, y: int) -> Strip:
        """Entries, or why there are none."""
        row = y - self.head - 1
        if not self.count and 0 <= row < len(self.empty):
            return strip([("   " + self.empty[row], self.look("list--quiet"))], self.extent.width, self.look())
        return super().render_line(y)

    def draw_row(self, row: int, width: int) -> Strip:
        """One line of the entry it belongs to."""
        index = bisect_right(self._ends, row)
        return self.draw_entry(index, row - self.rows_of_entry(index)[0], width, index == self.index)

    def on_resize(self) -> None:
        """Textual calls the handler of every class of a widget; this one calls the method that may be overridden."""
        self.resized()

    def resized(self) -> None:
        """Entries have other heights at another width; the cursor stays in view."""
        if self.extent.width != self._measured:
            self.measure()
        if self.count:
            self.reveal_rows(*self.rows_of_entry(self.index))

    def on_click(self, event: events.Click) -> None:
        """See `on_resize`."""
        self.clicked(event)

    def clicked(self, event: events.Click) -> None:
        """A click does what Enter does."""
        row = self.top + event.y - self.head
        if event.y >= self.head and 0 <= row < self.row_count:
            self.put_index(bisect_right(self._ends, row))
            self.choose()

    def on_focus(self) -> None:
        """The cursor shows the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor shows the focus."""
        self.refresh()


@lru_cache(maxsize=2_000)
def lines_of(text: str, width: int, most: int) -> Sequence[str]:
    """`text` on one line each of at most `width` cells, at most `most` of them, the last one cut with `…`."""
    flat = " ".join(text[: width * (most + 1) * 2].split())
    ranges = []
    for start, end in wrap(flat, 0, len(flat), width):
        ranges.append((start, end))
        if len(ranges) > most:
            break
    lines = [drawable(flat[start:end]).rstrip() for start, end in ranges]
    if len(lines) > most:
        last = lines[most - 1]
        while last and width_of(last) > width - 1:
            last = last[:-1]
        lines = [*lines[: most - 1], last.rstrip(" ,.;:–—-") + "…"]
    return lines or [""]


def entry_line(
    view: EntryList,
    parts: list[Part],
    width: int,
    raised: bool,
    right: list[Part] | None = None,
    *,
    bar: bool = True,
) -> Strip:
    """A line of an entry: the cursor's bar, a blank, `parts`; on the raised ground when it is `raised`."""
    base = view.look("list--raised") if raised else view.look()
    ground = Style(bgcolor=base.bgcolor) if raised else Style()
    mark = raised and bar
    lead: Part = ("▌ " if mark else "  ", view.look("list--bar" if view.has_focus else "list--bar-far") + ground)
    laid = [(text, style + ground) for text, style in parts]
    ends = [(text, style + ground) for text, style in ([(" ", base), *right] if right else [])]
    return strip([lead, *laid], width, base, [*ends, (" ", base)])
