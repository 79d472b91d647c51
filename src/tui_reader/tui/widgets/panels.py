"""The panel beside the text: what it shares between quotations and bookmarks."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.strip import Strip

from tui_reader.layout.cells import width_of
from tui_reader.text.counts import grouped
from tui_reader.tui.messages import TabChosen
from tui_reader.tui.widgets.entries import EntryList
from tui_reader.tui.widgets.lines import Part, strip


class Panel(EntryList):
    """A list under two tabs. Subclasses put more rows under the tabs (`extra_head`)."""

    TAB: ClassVar[str] = ""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tabs: tuple[tuple[str, str], ...] = (("quotes", "Quotes"), ("bookmarks", "Bookmarks"))
        self.head = 3

    def set_tabs(self, quotes: int, bookmarks: int) -> None:
        """The counts beside the tabs' names."""
        tabs = (("quotes", f"Quotes {grouped(quotes)}"), ("bookmarks", f"Bookmarks {grouped(bookmarks)}"))
        if tabs != self.tabs:
            self.tabs = tabs
            self.refresh()

    def draw_head(self, row: int, width: int) -> Strip:
        """The tabs on the second row; the rest is the subclass's."""
        if row == 1:
            parts: list[Part] = [(" ", self.look())]
            for tab, words in self.tabs:
                here = tab == self.TAB
                look = self.look(
                    "list--accent" if here and self.has_focus else "list--title" if here else "list--quiet"
                )
                parts += [(words, look), ("    ", self.look())]
            return strip(parts, width, self.look())
        if row > 2:
            return self.extra_head(row - 3, width)
        return Strip.blank(width, self.look())

    def extra_head(self, row: int, width: int) -> Strip:
        """Row `row` of what stands between the tabs and the entries."""
        return Strip.blank(width, self.look())

    def clicked(self, event: events.Click) -> None:
        """A click on a tab opens it; anything else is an entry's."""
        if event.y != 1:
            super().clicked(event)
            return
        x = 1
        for tab, words in self.tabs:
            if x <= event.x < x + width_of(words):
                self.post_message(TabChosen(tab))
            x += width_of(words) + 4
