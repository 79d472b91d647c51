"""A line to write in whose keys act in the order they were typed."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tui_reader.text.gate import harmless_line

LONGEST_PASTE = 1_000
"""Characters of a pasted text that are taken."""


class Field(Input):
    """Textual's field, whose editing keys act at once.

    There a letter is written when the field sees the key, but backspace is a binding: it acts when the key has bubbled
    up to the app, behind the letters that were typed after it and waited in the field's queue.
    """

    takes_letters = True
    """What is typed or pasted here is written and moves the focus nowhere."""

    async def on_key(self, event: events.Key) -> None:
        """Do what the key is bound to here; letters and keys of other places go their usual way."""
        if event.is_printable:
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            event.stop()
            await self.app.run_action(binding.action, self)
            return

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text was written by others: it is one line of harmless words, never a series of keys."""
        # Without this the base class would paste it a second time.
        event.prevent_default()
        event.stop()
        self._put(event.text)

    def action_paste(self) -> None:
        """What was copied or cut in another field, which may have had several lines."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        self.replace(harmless_line(" ".join(text.split())[:LONGEST_PASTE]), *self.selection)
