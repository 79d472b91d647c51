"""One line above the footer that asks for a word or a number."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message
from textual.widgets import Input


class Prompt(Input):
    """Reports every keystroke, the answer, and that it was left."""

    BINDINGS: ClassVar = [("escape", "leave")]

    class Answered(Message):
        """`value` is None when the line was left without an answer; `final` when it closes."""

        def __init__(self, purpose: str, value: str | None, final: bool) -> None:
            super().__init__()
            self.purpose = purpose
            self.value = value
            self.final = final

    def __init__(self, value: str, *, purpose: str, placeholder: str) -> None:
        super().__init__(value, placeholder=placeholder, id="prompt")
        self.purpose = purpose

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every keystroke."""
        event.stop()
        if self.has_focus:
            self.post_message(self.Answered(self.purpose, event.value, False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.post_message(self.Answered(self.purpose, event.value, True))

    def action_leave(self) -> None:
        """Escape."""
        self.post_message(self.Answered(self.purpose, None, True))
