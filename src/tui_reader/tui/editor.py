"""The user's editor: run while the reader stands aside, and listened to when it does not start or ends badly."""

from __future__ import annotations

import os
import shlex
import signal
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import NamedTuple

from textual.app import SuspendNotSupported

from tui_reader.model.errors import ReaderError
from tui_reader.text.gate import harmless, harmless_line

_LAST_RESORT = "vi"

_MEANT_FOR_THE_EDITOR = tuple(getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name))
"""Signals that a key sends to every program of the terminal."""


class EditorError(ReaderError):
    """The user's settings name no editor that could be run."""


class Ending(NamedTuple):
    """How the editor ended."""

    trouble: str = ""
    """One line; empty when all is well."""
    killed: bool = False


class Editor:
    """`$VISUAL` or `$EDITOR`, which may carry arguments."""

    def __init__(
        self, suspend: Callable[[], AbstractContextManager[None]], environment: Mapping[str, str] | None = None
    ) -> None:
        """`suspend` hands the terminal over; `environment` is the editor's, None for the reader's own."""
        self._suspend = suspend
        self._environment = environment

    def open(self, file: str) -> Ending:
        """Let the user edit `file`, the reader standing aside meanwhile."""
        try:
            words, named = _command()
            with self._suspend():
                # Nothing may be raised in here: Textual takes the terminal back at the end of the block alone.
                ending = self._run([*words, file])
        except SuspendNotSupported:
            return Ending("an editor cannot be run in this terminal")
        except EditorError as error:
            return Ending(str(error))
        if not ending.trouble:
            return ending
        advice = "" if named else ": $VISUAL and $EDITOR are not set"
        # The line may be too short for a path, and how it ended stands last.
        program = harmless_line(os.path.basename(words[0]) or words[0])
        return ending._replace(trouble=f"{program}: {ending.trouble}{advice}")

    def _run(self, command: list[str]) -> Ending:
        try:
            with _deaf():
                code = subprocess.Popen(command, env=self._environment).wait()
        except FileNotFoundError:
            return Ending("not found")
        except PermissionError:
            return Ending("not executable")
        except OSError as error:
            return Ending(_reason(error))
        if code < 0:
            name = next((one.name for one in signal.Signals if one == -code), f"signal {-code}")
            return Ending(f"killed by {name}", killed=True)
        return Ending(f"exit code {code}" if code else "")

    def write_on(self, text: str) -> tuple[str, str]:
        """Let the user write `text` on; returns what it is now, made harmless, and what went wrong in one line.

        An editor that ends with an exit code of its own was left without keeping anything. One that was killed was
        not: what had been saved by then is taken.
        """
        try:
            handle, name = tempfile.mkstemp(suffix=".txt", prefix="note-")
        except OSError as error:
            return text, f"no file for the note: {_reason(error)}"
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            ending = self.open(name)
            if ending.trouble and not ending.killed:
                return text, ending.trouble
            with open(name, encoding="utf-8", errors="replace") as file:
                written = harmless(file.read().rstrip("\n"))
        except OSError as error:
            return text, f"the note could not be handed over: {_reason(error)}"
        finally:
            with suppress(OSError):
                os.unlink(name)
        return (written or text if ending.killed else written), ending.trouble


def _command() -> tuple[list[str], bool]:
    """The words of the editor's command, and whether the user named it. Raises EditorError."""
    for name in ("VISUAL", "EDITOR"):
        value = os.environ.get(name, "")
        try:
            words = shlex.split(value)
        except ValueError as error:
            raise EditorError(f"${name}: {str(error).lower()} in {harmless_line(value)}") from error
        if words and words[0]:
            return words, True
    return [_LAST_RESORT], False


@contextmanager
def _deaf() -> Iterator[None]:
    """Keys that interrupt or end the editor do not end the reader; other signals are heard when the editor is done."""
    # Handlers that do nothing: the editor would inherit SIG_IGN, but gets the default for whatever is handled. So this
    # can begin before the editor does, and leaves no moment in which the key would end the reader. The event loop is
    # told of every signal that is handled by any means, so what it is told is kept back and sifted.
    heard, telling = socket.socketpair()
    with heard, telling:
        heard.setblocking(False)
        telling.setblocking(False)
        event_loop = signal.set_wakeup_fd(telling.fileno(), warn_on_full_buffer=False)
        before = [
            (number, signal.signal(number, lambda *_: None))
            for number in _MEANT_FOR_THE_EDITOR
            if signal.getsignal(number) != signal.SIG_IGN
        ]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)
            signal.set_wakeup_fd(event_loop)
            with suppress(BlockingIOError):
                others = bytes(number for number in heard.recv(4096) if number not in _MEANT_FOR_THE_EDITOR)
                if others and event_loop >= 0:
                    os.write(event_loop, others)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
