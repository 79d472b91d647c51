"""All keys, derived from the commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip

from tui_reader.layout.cells import width_of
from tui_reader.tui.commands import Command, key_label
from tui_reader.tui.widgets.entries import lines_of
from tui_reader.tui.widgets.lines import LineView, strip

QUERIES = "In a query"
NARROWEST = 22
"""Cells of the column of keys at least."""


class HelpList(LineView):
    """One line a command, under its group; then what can be written in a query."""

    def __init__(
        self, commands: Sequence[Command], footnotes: Sequence[str], language: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(id="help")
        self.head = 1
        self._rows: list[tuple[str, str]] = []
        self._titles = {QUERIES}
        self._columns: list[int] = []
        """Of each row: cells of the column of keys, the longest label of its group and a space."""
        for group in dict.fromkeys(command.group for command in commands):
            keyed = [command for command in commands if command.group == group and command.keys]
            self._add(group, [("  ".join(key_label(key) for key in one.keys), one.title) for one in keyed])
        if language:
            self._add(QUERIES, language)
        self._rows += [("", ""), *(("", line) for note in footnotes for line in lines_of(note, 72, 6)), ("", "")]

    def _add(self, group: str, lines: Sequence[tuple[str, str]]) -> None:
        self._titles.add(group)
        self._rows += [("", ""), ("", group), *lines]
        column = max(NARROWEST, *(width_of(keys) + 2 for keys, _ in lines)) if lines else NARROWEST
        self._columns += [column] * (len(self._rows) - len(self._columns))

    @property
    def row_count(self) -> int:
        """Lines of help."""
        return len(self._rows)

    def draw_row(self, row: int, width: int) -> Strip:
        """Keys, then what they do."""
        keys, title = self._rows[row]
        if not keys:
            look = self.look("list--title" if title in self._titles else "list--quiet")
            return strip([(f"  {title}", look)], width, self.look())
        keys = f"  {keys}{' ' * (self._columns[row] - width_of(keys))}"
        return strip([(keys, self.look("list--accent")), (title, self.look())], width, self.look())


class HelpScreen(ModalScreen[None]):
    """Every key as it is bound now."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar = [
        ("escape,q,question_mark,f1,ctrl+c", "leave"),
        ("j,down", "scroll(1)"),
        ("k,up", "scroll(-1)"),
        ("space,pagedown", "scroll(10)"),
        ("pageup", "scroll(-10)"),
        ("g,home", "scroll(-10000)"),
        ("G,end", "scroll(10000)"),
    ]

    def __init__(
        self, commands: Sequence[Command], footnotes: Sequence[str], language: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        self._list = HelpList(commands, footnotes, language)

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self._list

    def action_scroll(self, rows: int) -> None:
        """Move through the help."""
        self._list.scroll_rows(rows)

    def action_leave(self) -> None:
        """Back to where you were."""
        self.dismiss(None)
