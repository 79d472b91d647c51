"""One line above the footer that asks for a word or a number."""

from __future__ import annotations

from typing import ClassVar

from textual.widgets import Input

from tui_reader.tui.messages import Answered
from tui_reader.tui.widgets.field import Field


class Prompt(Field):
    """Reports every keystroke, the answer, and that it was left."""

    BINDINGS: ClassVar = [("escape", "leave")]

    def __init__(self) -> None:
        super().__init__(id="prompt", select_on_focus=True)
        self.purpose = ""

    def ask(self, purpose: str, words: str, value: str) -> None:
        """Ask for something else; `words` are shown while nothing is written."""
        self.purpose, self.placeholder, self.value = purpose, words, value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every keystroke."""
        event.stop()
        if self.has_focus:
            self.post_message(Answered(self.purpose, event.value, False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.answer()

    def answer(self) -> None:
        """What is written is the answer."""
        self.post_message(Answered(self.purpose, self.value, True))

    def action_leave(self) -> None:
        """Escape."""
        self.post_message(Answered(self.purpose, None, True))
