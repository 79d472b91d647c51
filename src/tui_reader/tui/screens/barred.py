"""What every whole screen has: the line on top, the line below with news for a moment, keys from a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen, ScreenResultType
from textual.timer import Timer

from tui_reader.tui.commands import Command
from tui_reader.tui.widgets.bars import Footer, Header

if TYPE_CHECKING:
    from tui_reader.tui.widgets.prompt import Prompt

NEWS_SECONDS = 4.0
"""How long a piece of news stands in the footer: long enough to read fifteen words."""

PROMPT_KEYS = (("enter", "done", "accept"), ("esc", "drop it", "cancel"))
"""What the footer shows while something is written into the line above it."""


class BarredScreen(Screen[ScreenResultType], inherit_bindings=False):
    """A screen with a header and a footer; subclasses say what its commands do (`action_do`)."""

    commands: Sequence[Command] = ()
    """What can be done here; the palette offers these."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.commands = commands
        self.header = Header(id="header")
        self.footer = Footer(id="footer")
        self._news_timer: Timer | None = None
        for command in commands:
            for key in command.keys:
                self._bindings.bind(key, f"do('{command.id}')", show=False)

    def run_command(self, command_id: str) -> None:
        """Do one command, whatever called for it: a key, a click, the palette."""
        self.hush()
        getattr(self, f"do_{command_id}")()

    @property
    def prompt_line(self) -> Prompt | None:
        """The line above the footer, while something is written into it."""
        from tui_reader.tui.widgets.prompt import Prompt

        return self.focused if isinstance(self.focused, Prompt) else None

    def do_accept(self) -> None:
        """The footer's `enter` while something is asked for."""
        if (prompt := self.prompt_line) is not None:
            prompt.answer()

    def do_cancel(self) -> None:
        """The footer's `esc` while something is asked for."""
        if (prompt := self.prompt_line) is not None:
            prompt.action_leave()

    def do_palette(self) -> None:
        """`ctrl+p`."""
        self.app.action_command_palette()

    def tell(self, news: str) -> None:
        """Say something in the footer for a moment."""
        self.footer.news = news
        if self._news_timer is not None:
            self._news_timer.stop()
        self._news_timer = self.set_timer(NEWS_SECONDS, self.hush)

    def hush(self) -> None:
        """The footer shows its keys again."""
        self.footer.news = ""
