"""The filter field."""

from __future__ import annotations

from typing import ClassVar

from textual.widgets import Input

from tui_reader.tui.messages import FilterLeft, HistoryWalked, QueryChanged, QueryEntered
from tui_reader.tui.widgets.field import Field


class Query(Field):
    """The field. Keeps readline's keys; up walks to earlier queries, down back and on to the list, escape leaves."""

    BINDINGS: ClassVar = [
        ("up,ctrl+r", "walk(-1)"),
        ("down", "walk(1)"),
        ("escape", "leave(False)"),
        ("tab", "leave(True, True)"),
    ]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every keystroke narrows."""
        event.stop()
        self.post_message(QueryChanged(event.value, self.has_focus and self.cursor_at_end))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter opens the first hit."""
        event.stop()
        self.post_message(QueryEntered())

    def action_walk(self, by: int) -> None:
        """Ask for an earlier or a later query."""
        self.post_message(HistoryWalked(by))

    def action_leave(self, to_list: bool, take: bool = False) -> None:
        """Give the focus away, or take the word offered."""
        self.post_message(FilterLeft(to_list, take))
