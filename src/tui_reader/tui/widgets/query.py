"""The filter field."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.widgets import Input

from tui_reader.text.gate import harmless_line
from tui_reader.tui.messages import FilterLeft, HistoryWalked, QueryChanged, QueryEntered, QueryReady


class Query(Input):
    """The field. Keeps readline's keys; up walks to earlier queries, down back and on to the list, escape leaves."""

    BINDINGS: ClassVar = [
        ("up,ctrl+r", "walk(-1)"),
        ("down", "walk(1)"),
        ("escape", "leave(False)"),
        ("tab", "leave(True)"),
    ]

    def on_mount(self) -> None:
        """Say that keys can come."""
        self.post_message(QueryReady())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every keystroke narrows."""
        event.stop()
        self.post_message(QueryChanged(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter opens the first hit."""
        event.stop()
        self.post_message(QueryEntered())

    def action_walk(self, by: int) -> None:
        """Ask for an earlier or a later query."""
        self.post_message(HistoryWalked(by))

    def action_leave(self, to_list: bool) -> None:
        """Give the focus away."""
        self.post_message(FilterLeft(to_list))

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is one line of words, never a series of keys."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(harmless_line(" ".join(event.text.split())[:1_000]))
