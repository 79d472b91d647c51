"""The reader gives the terminal to a shell or to an editor, and takes it back with everything on it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.pseudo_terminal import READER, PseudoTerminal
from tests.terminal.test_flow import SHELL, assert_clean, saved

INTERRUPT, QUIT = "\x03", "\x1c"


def on_screen(terminal: PseudoTerminal) -> bool:
    """Whether the reader has the alternate screen."""
    return terminal.stream.rfind(b"\x1b[?1049h") > terminal.stream.rfind(b"\x1b[?1049l")


def all_counted(terminal: PseudoTerminal) -> None:
    """Wait until nothing will change on the screen by itself any more: quotations are counted last."""
    terminal.until(lambda: terminal.text.count(" min · “") == 5, "the counts of all five articles")


def picture(terminal: PseudoTerminal) -> list[str]:
    """What is shown, but for the last line, where news come and go."""
    return terminal.lines[:-1]


def settled(terminal: PseudoTerminal) -> list[str]:
    """The picture once nothing more is painted."""
    while terminal.read(1.0):
        pass
    return picture(terminal)


def wiped(terminal: PseudoTerminal) -> None:
    """A real terminal shows an empty alternate screen to whoever comes back to it; pyte has only one screen."""
    terminal.until(lambda: not on_screen(terminal), "the main screen")
    terminal._pyte.feed("\x1b[2J")


def test_a_suspended_reader_is_painted_whole_when_it_comes_back(environment: Mapping[str, str], tmp_path: Path) -> None:
    stopped = tmp_path / "stopped"
    with PseudoTerminal([sys.executable, "-c", SHELL, str(stopped), *READER], environment) as terminal:
        all_counted(terminal)
        terminal.press("enter ?")
        terminal.shows("Moving")
        before = settled(terminal)
        terminal.press("ctrl+z")
        terminal.until(lambda: stopped.exists() and stopped.read_text().isdecimal(), "the job's stop")
        wiped(terminal)
        os.kill(int(stopped.read_text()), signal.SIGCONT)
        terminal.until(lambda: picture(terminal) == before, "the same picture as before")
        terminal.press("esc")
        terminal.shows_no("Moving")
        terminal.press("q")
        assert terminal.wait() == 0
        assert_clean(terminal)


def test_an_editor_that_is_not_there_costs_nothing(reader: Start, folders: Path) -> None:
    terminal = reader(EDITOR="notthere", VISUAL="")
    terminal.shows("5 articles")
    terminal.press("enter E")
    terminal.shows("notthere: not found")
    assert on_screen(terminal)
    terminal.press("B")
    terminal.shows("keeps the note")
    terminal.type("kept all the same")
    terminal.shows("kept all the same")
    terminal.type("\x05")
    terminal.until(lambda: terminal.text.count("notthere: not found") == 1, "why there is no editor")
    terminal.shows("kept all the same")
    terminal.press("enter")
    terminal.shows("saved")
    assert [record.get("note") for record in saved(folders)][-1] == "kept all the same"
    terminal.press("q")
    assert terminal.wait() == 0
    assert_clean(terminal)


def test_keys_that_end_the_editor_do_not_end_the_reader(reader: Start) -> None:
    terminal = reader(EDITOR="sh -c 'echo the editor; exec sleep 300'", VISUAL="")
    all_counted(terminal)
    for key, name in ((INTERRUPT, "SIGINT"), (QUIT, "SIGQUIT")):
        before = settled(terminal)
        terminal.press("E")
        terminal.shows("the editor")
        wiped(terminal)
        terminal.type(key)
        terminal.shows(f"sh: killed by {name}")
        terminal.until(lambda before=before: picture(terminal) == before, "the picture as before")  # type: ignore[misc]
    terminal.press("q")
    assert terminal.wait() == 0
    assert_clean(terminal)


def test_a_key_that_comes_as_the_editor_starts_does_not_end_the_reader() -> None:
    # The interpreter announces a program just before it starts it: the signals come at that very moment.
    program = """
import os, signal, sys
from contextlib import nullcontext
from tui_reader.tui.editor import Editor

def early(event, _):
    if event == "subprocess.Popen":
        for number in (signal.SIGINT, signal.SIGQUIT):
            os.kill(os.getpid(), number)

sys.addaudithook(early)
print(Editor(nullcontext).open("a file"))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGQUIT) == signal.SIG_DFL)
"""
    editor = {"EDITOR": "sh -c 'kill -QUIT $$'", "VISUAL": ""}
    done = subprocess.run([sys.executable, "-c", program], env={**os.environ, **editor}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Ending(trouble='sh: killed by SIGQUIT', killed=True)\nTrue True\n"


def test_a_reader_told_to_end_while_the_editor_runs_ends_after_it(reader: Start, folders: Path) -> None:
    terminal = reader(EDITOR=f"sh -c 'echo the editor; until test -e {folders}-done; do sleep 0.05; done'", VISUAL="")
    all_counted(terminal)
    terminal.press("E")
    terminal.shows("the editor")
    terminal.send(signal.SIGTERM)
    terminal.take_in(0.3)
    assert terminal.process.poll() is None
    Path(f"{folders}-done").touch()
    assert terminal.wait() == 128 + signal.SIGTERM
    assert_clean(terminal)


def test_lines_that_are_pasted_stay_lines(reader: Start, folders: Path) -> None:
    terminal = reader()
    terminal.shows("5 articles")
    terminal.press("enter B")
    terminal.shows("keeps the note")
    terminal.type("\x1b[200~First line\rSecond line\x1b[201~")
    terminal.shows("First line", "Second line")
    terminal.press("enter")
    terminal.shows("saved")
    assert [record.get("note") for record in saved(folders)][-1] == "First line\nSecond line"
