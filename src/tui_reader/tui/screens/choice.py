"""One of several lines, and what all lists that lie over a screen share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen, ScreenResultType
from textual.strip import Strip

from tui_reader.layout.cells import told
from tui_reader.tui.messages import EntryChosen
from tui_reader.tui.widgets.entries import EntryList, entry_line
from tui_reader.tui.widgets.lines import strip


class ChoiceList(EntryList):
    """Lines under a heading, and under the heading perhaps the keys, or what has just happened."""

    def __init__(self, title: str, lines: Sequence[str], keys: str = "") -> None:
        super().__init__(id="choice")
        self.head = 4 if keys else 3
        self.news = ""
        self._title = title
        self._lines = lines
        self._keys = keys

    def heights(self, width: int) -> Iterable[int]:
        """One line each."""
        return [1] * len(self._lines)

    def draw_head(self, row: int, width: int) -> Strip:
        """The heading, then the keys or the news."""
        if row == 2 and self._keys:
            look = self.look("list--accent" if self.news else "list--quiet")
            words = told(self.news, width - 2) if self.news else self._keys
            return strip([(f"  {words}", look)], width, self.look())
        return strip([(f"  {self._title}" if row == 1 else "", self.look("list--title"))], width, self.look())

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """One line."""
        return entry_line(self, [(self._lines[index], self.look())], width, current)


class ListScreen(ModalScreen[ScreenResultType]):
    """A list over the screen: moves in it; a subclass answers when a line is chosen (`chosen`)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,ctrl+c", "leave"),
        ("enter", "choose"),
        ("j,down", "move(1)"),
        ("k,up", "move(-1)"),
        ("space,pagedown", "move(10)"),
        ("pageup", "move(-10)"),
        ("g,home", "move(-100000)"),
        ("G,end", "move(100000)"),
    ]

    def __init__(self, view: ChoiceList) -> None:
        super().__init__()
        self._list = view

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self._list

    def action_move(self, by: int) -> None:
        """Up and down."""
        self._list.move_line(by)

    def action_choose(self) -> None:
        """Enter."""
        self._list.choose()

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """This one."""
        message.stop()
        self.chosen(message.index)

    def chosen(self, index: int) -> None:
        """Answer with line `index`."""

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)


class ChoiceScreen(ListScreen[int | None]):
    """Asks for one of `lines`; answers with its index, or None."""

    CSS_PATH = "modal.tcss"

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(ChoiceList(title, lines))

    def chosen(self, index: int) -> None:
        """Its index is the answer."""
        self.dismiss(index)
