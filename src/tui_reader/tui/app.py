"""The app: themes, keymap, signals, the first screen; nothing else."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from tui_reader.config.settings import Settings, no_theme
from tui_reader.model.annotation import spelled_out
from tui_reader.model.errors import RepositoryError
from tui_reader.tui.commands import with_keymap
from tui_reader.tui.courtesy import key_pressed, mind_the_keys
from tui_reader.tui.messages import EnterAnswered
from tui_reader.tui.screens.barred import BarredScreen
from tui_reader.tui.screens.main import MainScreen
from tui_reader.tui.terminal import screen_on_terminal
from tui_reader.tui.themes import THEME_NAMES, THEMES
from tui_reader.tui.type_ahead import TypeAhead
from tui_reader.workspace import Workspace, close_workspace

if TYPE_CHECKING:
    from tui_reader.tui.editor import Editor

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


class ReaderApp(App[None]):
    """A terminal reader for folders of articles."""

    TITLE = "reader"
    CSS_PATH = "reader.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [("ctrl+c", "interrupt"), Binding("ctrl+z", "suspend_process", priority=True)]

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        # With NO_COLOR Textual would still draw greys that cannot be read; the terminal's own two colours can.
        self.colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if self.colourless else None)
        self.workspace = workspace
        self.animation_level = "none"
        commands, problems = with_keymap(settings.keymap)
        self.problems = [*settings.problems, *problems]
        for theme in THEMES:
            self.register_theme(theme)
        wanted = "mono" if self.colourless else settings.theme or self._usual_theme()
        if wanted not in THEME_NAMES:
            self.problems.append(no_theme(wanted))
            wanted = "ink"
        self._begin_with(wanted)
        self.main = MainScreen(workspace, commands)
        self._typed = TypeAhead(self, super().on_event, lambda: self.main.answer_awaited)

    def _usual_theme(self) -> str:
        """The one chosen last; in sixteen colours the terminal's own, as the others' greys all become black there."""
        few = self.console.color_system == "standard"
        return "terminal" if few else self.workspace.memory.recall("theme", "ink")

    def _begin_with(self, theme: str) -> None:
        """Set the first theme before anything is drawn in another one.

        Setting `theme` the usual way has every style worked out a second time, 8 ms of a start of 250 (measured). A
        theme in the terminal's own colours needs that way, because it also changes how colours are written.
        """
        if next(t for t in THEMES if t.name == theme).ansi:
            self.theme = theme
        else:
            self.set_reactive(App.theme, theme)
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The one screen everything happens on."""
        return self.main

    def on_mount(self) -> None:
        """Leave the terminal clean whatever ends the program (Textual does so for its own keys only)."""
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            with suppress(NotImplementedError, ValueError, RuntimeError):
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))
        self.app_resume_signal.subscribe(self, self._paint_again, immediate=True)
        # What was typed before there was a screen waits until it is set up and has given the focus to a pane.
        self._typed.follow(self.main)
        if self.problems:
            self.main.tell(self.problems[0])

    def _paint_again(self, _: App[None]) -> None:
        """The terminal shows what a shell left of it: Textual itself only learns that its size is the same."""
        self.refresh(layout=True)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command of the screen it was called from, with its key, and nothing of the framework's."""
        place = screen if isinstance(screen, BarredScreen) else self.main
        for command in place.commands:
            key = f"{command.label}  " if command.keys else ""
            yield SystemCommand(command.title, f"{key}{command.group}", partial(place.run_command, command.id))

    async def on_event(self, event: events.Event) -> None:
        """Keys and what is pasted act one after the other; a key comes by twice, the second time for its bindings."""
        if isinstance(event, events.Key | events.MouseScrollDown | events.MouseScrollUp):
            key_pressed()
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self.main.is_attached:
            # Until the reader takes the terminal over, that turns Enter into a new line.
            early = not self.main.is_mounted and isinstance(event, events.Key) and event.key == "ctrl+j"
            await self._typed.take(events.Key("enter", "\r") if early else event)

    @property
    def keys_waiting(self) -> bool:
        """Whether keys were typed that have not been acted on."""
        return self._typed.holds

    async def on_enter_answered(self, message: EnterAnswered) -> None:
        """What Enter in the filter asked for is open: go on with what was typed meanwhile."""
        await self._typed.answered()

    def action_interrupt(self) -> None:
        """`ctrl+c` on the main screen."""
        if self.screen is self.main:
            self.main.action_interrupt()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`ctrl+z` on every screen, also those over others; only in a note it takes back what was typed."""
        if action == "suspend_process":
            from tui_reader.tui.screens.note import NoteScreen  # brings a text editor along, wanted only now

            return not isinstance(self.screen, NoteScreen)
        return super().check_action(action, parameters)

    def write_to_terminal(self, sequence: str) -> None:
        """Hand an escape sequence of our own making to the terminal."""
        # The driver has no public name, but no other way leads past the compositor.
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    @cached_property
    def editor(self) -> Editor:
        """The user's editor."""
        from tui_reader.tui.editor import Editor  # starts programs, which is wanted now and then

        # Textual takes NO_COLOR out of the environment; the editor should know it too.
        return Editor(self.suspend, {**os.environ, "NO_COLOR": "1"} if self.colourless else None)


HANGUP = 129
"""What a shell gives for a program that ended with its terminal."""


def run_app(workspace: Workspace, settings: Settings) -> int:
    """Run the app until it is left; returns the exit code. What could not be saved is printed to stderr."""
    mind_the_keys()
    with screen_on_terminal() as terminal:
        app = ReaderApp(workspace, settings)
        app.main.load_first()
        app.run(mouse=settings.mouse)
    app.main.keep_place()
    close_workspace(workspace)
    trouble = workspace.memory.save()
    with suppress(OSError):  # whoever would read it may have gone
        if trouble:
            print(f"reader: {trouble}", file=sys.stderr)
        for annotation in workspace.annotations.pending:
            print(f"reader: not saved: {spelled_out(annotation)}", file=sys.stderr)
        for decision in workspace.corrections.pending:
            print(f"reader: not saved: {decision}", file=sys.stderr)
    if terminal.gone:
        return HANGUP
    return app.return_code or (RepositoryError.exit_code if workspace.annotations.lost else 0)
