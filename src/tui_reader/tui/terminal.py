"""The terminal as a file: drawn on wherever standard error goes, and allowed to go away."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, TextIO


class Terminal:
    """Passes everything on to the terminal's file until the terminal has gone (its window closed, tmux killed)."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.gone = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, text: str) -> int:
        """Write, or drop what nobody can see any more."""
        with self._until_gone():
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Send what was written."""
        with self._until_gone():
            self._file.flush()

    @contextmanager
    def _until_gone(self) -> Iterator[None]:
        # Textual writes in a thread of its own: an error there would end the thread with a traceback.
        try:
            yield
        except OSError as error:
            if error.errno not in (errno.EIO, errno.EBADF, errno.ENXIO):
                raise
            self.gone = True


@contextmanager
def screen_on_terminal() -> Iterator[Terminal]:
    """Textual draws on standard error; when that goes to a file (`reader 2>log`), draw on the terminal all the same."""
    before = sys.__stderr__
    with ExitStack() as stack:
        file: TextIO | None = before
        if file is None or not file.isatty():
            file = stack.enter_context(_closing(open("/dev/tty", "w", encoding="utf-8")))  # noqa: SIM115
        terminal = Terminal(file)
        sys.__stderr__ = terminal  # type: ignore[misc, assignment]
        try:
            yield terminal
        finally:
            sys.__stderr__ = before  # type: ignore[misc]


@contextmanager
def _closing(file: TextIO) -> Iterator[TextIO]:
    try:
        yield file
    finally:
        with suppress(OSError):  # what is still to be written is for a terminal that may have gone
            file.close()
