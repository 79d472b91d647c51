"""A note on a passage."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui_reader.layout.cells import drawable
from tui_reader.text.gate import harmless


class NoteArea(TextArea):
    """Enter keeps the note; a new line takes `ctrl+j` or alt and enter."""

    takes_letters = True
    """See `Field`."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.screen.dismiss(harmless(self.text).strip())
        elif event.key == "ctrl+e":
            event.stop()
            event.prevent_default()
            self.text = self.app.edit_text(self.text)  # type: ignore[attr-defined]
            self.move_cursor(self.document.end)
        elif event.key in ("ctrl+j", "alt+enter", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        # What is pasted was written by others: it passes the gate before it is drawn.
        event.text = harmless(event.text)
        await super()._on_paste(event)


class NoteScreen(ModalScreen[str | None]):
    """Asks for a note; None when it was left with escape."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar = [("escape", "leave"), ("ctrl+c", "leave")]

    def __init__(self, words: str, note: str) -> None:
        super().__init__()
        self._words = words
        self._note = note

    def compose(self) -> ComposeResult:
        """The words, the field, the keys."""
        flat = drawable(" ".join(self._words.split()))
        yield Static(Content(flat if len(flat) < 300 else flat[:299] + "…"), id="note-words")
        yield NoteArea(self._note)
        yield Static(Content("enter keeps the note · ctrl+j new line · ctrl+e $EDITOR · esc leaves it"), id="note-keys")

    def on_mount(self) -> None:
        """Write at once, at the end of what is there."""
        area = self.query_one(NoteArea)
        area.focus()
        area.move_cursor(area.document.end)

    def action_leave(self) -> None:
        """Escape."""
        self.dismiss(None)
