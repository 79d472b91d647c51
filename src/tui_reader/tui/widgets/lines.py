"""The base of every pane: rows drawn one by one, only those that are seen."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.layout.cells import fitted, width_of
from tui_reader.tui.looks import style_of

WHEEL_ROWS = 3

Part = tuple[str, Style]
"""A stretch of text and its look. The text is drawn as it stands: never as markup."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A widget of rows that scrolls by itself: no scroll bars, no animation, no child widgets.

    A subclass says how many rows there are (`row_count`) and draws one (`draw_row`); rows above `head` stay put.
    Of `ScrollView` only this is used: it takes a new size without asking for a second layout and a second painting.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.top = 0
        self.head = 0
        self.planned = Size(0, 0)
        self._outer = self._extent = Size(0, 0)
        self._looks: dict[str, Style] = {}

    @property
    def extent(self) -> Size:
        """The size in cells; before the first layout, the size planned, so that the first painting is the right one."""
        # `size` is worked out from borders and gutters at every call, and every row drawn asks for it.
        outer = self.outer_size
        if outer != self._outer:
            self._outer, self._extent = outer, self.size
        return self._extent or self.planned

    # ------------------------------------------------------------------ for subclasses

    @property
    def row_count(self) -> int:
        """Rows that scroll."""
        return 0

    def draw_row(self, row: int, width: int) -> Strip:
        """The scrolling row `row`, exactly `width` cells wide."""
        return Strip.blank(width, self.look())

    def draw_head(self, row: int, width: int) -> Strip:
        """The fixed row `row` above the scrolling ones."""
        return Strip.blank(width, self.look())

    def look(self, *names: str) -> Style:
        """The widget's style with the looks `names` (see `looks.py`) laid over it in order."""
        key = " ".join(names)
        style = self._looks.get(key)
        if style is None:
            style = self.rich_style
            for name in names:
                style += style_of(name, self.app.current_theme.variables)
            self._looks[key] = style
        return style

    # ------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget."""
        width = self.extent.width
        if y < self.head:
            return self.draw_head(y, width)
        row = self.top + y - self.head
        if 0 <= row < self.row_count:
            return self.draw_row(row, width)
        return Strip.blank(width, self.look())

    def notify_style_update(self) -> None:
        """Forget the looks of the theme before."""
        self._looks.clear()
        super().notify_style_update()

    def refresh_rows(self, first: int, end: int) -> None:
        """Draw the scrolling rows `first` to `end` again, if they are seen."""
        y = max(self.head, first - self.top + self.head)
        bottom = min(self.extent.height, end - self.top + self.head)
        if bottom > y:
            self.refresh(Region(0, y, self.extent.width, bottom - y))

    # ------------------------------------------------------------------ scrolling

    @property
    def page_rows(self) -> int:
        """Scrolling rows that are seen at once."""
        return max(1, self.extent.height - self.head)

    @property
    def last_top(self) -> int:
        """The furthest `top` may go."""
        return max(0, self.row_count - self.page_rows)

    def scroll_rows(self, by: int) -> bool:
        """Scroll down by so many rows, up when negative; says whether anything moved."""
        return self.scroll_top(self.top + by)

    def scroll_top(self, top: int) -> bool:
        """Make `top` the first row seen, as far as there are rows; says whether anything moved."""
        top = max(0, min(top, self.last_top))
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        self.scrolled()
        return True

    def reveal_rows(self, first: int, end: int, margin: int = 0) -> bool:
        """Scroll as little as possible so that rows `first` to `end` are seen, the first of them at any rate."""
        top = self.top
        if end + margin > top + self.page_rows:
            top = end + margin - self.page_rows
        if first - margin < top:
            top = first - margin
        return self.scroll_top(top)

    def scrolled(self) -> None:
        """Called after the rows seen have changed by scrolling."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll what is under the pointer."""
        event.stop()
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll what is under the pointer."""
        event.stop()
        self.scroll_rows(-WHEEL_ROWS)


def strip(parts: list[Part], width: int, fill: Style, right: list[Part] | None = None) -> Strip:
    """One line of exactly `width` cells: `parts` from the left, `right` at the right edge, `fill` between them.

    What does not fit is cut with one `…`; the right side wins over the left.
    """
    right = right or []
    tail = sum(width_of(text) for text, _ in right)
    if tail > width:
        right, tail = [], 0
    segments: list[Segment] = []
    used = 0
    for text, style in parts:
        drawn = fitted(text, width - tail - used)
        if drawn:
            segments.append(Segment(drawn, style))
            used += width_of(drawn)
        if width_of(text) > width_of(drawn):
            break
    if used < width - tail:
        segments.append(Segment(" " * (width - tail - used), fill))
    segments.extend(Segment(text, style) for text, style in right)
    return Strip(segments, width)
