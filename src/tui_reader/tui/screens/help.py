"""All keys, derived from the commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip

from tui_reader.tui.commands import Command, key_label
from tui_reader.tui.widgets.entries import lines_of
from tui_reader.tui.widgets.lines import LineView, strip

QUERIES = "In a query"


class HelpList(LineView):
    """One line a command, under its group; then what can be written in a query."""

    def __init__(
        self, commands: Sequence[Command], footnotes: Sequence[str], language: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(id="help")
        self.head = 1
        self._rows: list[tuple[str, str]] = []
        for group in dict.fromkeys(command.group for command in commands):
            self._rows += [("", ""), ("", group)]
            self._rows += [
                ("  ".join(key_label(key) for key in command.keys), command.title)
                for command in commands
                if command.group == group and command.keys
            ]
        if language:
            self._rows += [("", ""), ("", QUERIES), *language]
        self._rows += [("", ""), *(("", line) for note in footnotes for line in lines_of(note, 72, 6)), ("", "")]
        self._groups = {command.group for command in commands} | {QUERIES}

    @property
    def row_count(self) -> int:
        """Lines of help."""
        return len(self._rows)

    def draw_row(self, row: int, width: int) -> Strip:
        """Keys, then what they do."""
        keys, title = self._rows[row]
        if not keys:
            look = self.look("list--title" if title in self._groups else "list--quiet")
            return strip([(f"  {title}", look)], width, self.look())
        return strip([(f"  {keys:<22}", self.look("list--accent")), (title, self.look())], width, self.look())


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
