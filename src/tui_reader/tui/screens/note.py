"""A note on a passage."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui_reader.layout.cells import drawable
from tui_reader.text.gate import harmless, line_feeds
from tui_reader.tui.screens.barred import NEWS_SECONDS

KEYS = "enter keeps the note · ctrl+j new line · ctrl+e $EDITOR · esc leaves it"


class NoteArea(TextArea):
    """Enter keeps the note; a new line takes `ctrl+j` or alt and enter."""

    takes_letters = True
    """See `Field`."""

    async def _on_key(self, event: events.Key) -> None:
        # What is not prevented goes on to the handler of the base class by itself.
        if event.key == "enter":
            self.screen.dismiss(harmless(self.text).strip())
        elif event.key == "ctrl+e":
            self._write_elsewhere()
        elif event.key in ("ctrl+j", "alt+enter", "shift+enter"):
            self.insert("\n")
        else:
            return
        event.stop()
        event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        """What is pasted was written by others: it passes the gate before the base class, called next, takes it."""
        # Terminals send a line break as a carriage return.
        event.text = harmless(line_feeds(event.text))

    def _write_elsewhere(self) -> None:
        """Hand the note over to the user's editor; what comes back can be undone like anything typed."""
        text, trouble = self.app.editor.write_on(self.text)  # type: ignore[attr-defined]
        if text != self.text:
            self.replace(text, self.document.start, self.document.end)
            self.move_cursor(self.document.end)
        if trouble and isinstance(self.screen, NoteScreen):
            self.screen.tell(trouble)


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
        yield Static(Content(KEYS), id="note-keys")

    def on_mount(self) -> None:
        """Write at once, at the end of what is there."""
        area = self.query_one(NoteArea)
        area.focus()
        area.move_cursor(area.document.end)

    def tell(self, news: str) -> None:
        """Say something below the note for a moment."""
        below = self.query_one("#note-keys", Static)
        below.update(Content(drawable(news)))
        self.set_timer(NEWS_SECONDS, lambda: below.update(Content(KEYS)))

    def action_leave(self) -> None:
        """Escape."""
        self.dismiss(None)
