"""One of several lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip

from tui_reader.tui.messages import EntryChosen
from tui_reader.tui.widgets.entries import EntryList, entry_line
from tui_reader.tui.widgets.lines import strip


class ChoiceList(EntryList):
    """Lines under a heading."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(id="choice")
        self.head = 3
        self._title = title
        self._lines = lines

    def heights(self, width: int) -> Iterable[int]:
        """One line each."""
        return [1] * len(self._lines)

    def draw_head(self, row: int, width: int) -> Strip:
        """The heading."""
        return strip([(f"  {self._title}" if row == 1 else "", self.look("list--title"))], width, self.look())

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """One line."""
        return entry_line(self, [(self._lines[index], self.look())], width, current)


class ChoiceScreen(ModalScreen[int | None]):
    """Asks for one of `lines`; answers with its index, or None."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar = [
        ("escape,q,ctrl+c", "leave"),
        ("enter", "choose"),
        ("j,down", "move(1)"),
        ("k,up", "move(-1)"),
        ("space,pagedown", "move(10)"),
        ("pageup", "move(-10)"),
        ("g,home", "move(-100000)"),
        ("G,end", "move(100000)"),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._list = ChoiceList(title, lines)

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
        self.dismiss(message.index)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)
