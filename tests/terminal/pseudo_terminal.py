"""A program in a pseudo-terminal: keys go in, every byte that comes out is kept, and pyte draws the picture."""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType

import pyte

READER = (sys.executable, "-m", "tui_reader")
DEADLINE = 60.0
"""Seconds after which something that was waited for is given up: far more than it ever takes."""
KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "space": " ",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "right": "\x1b[C",
    "pagedown": "\x1b[6~",
    "backspace": "\x7f",
    "ctrl+c": "\x03",
    "ctrl+u": "\x15",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}
# pyte knows no private CSI sequences but `?`, draws what follows them, and knows no DCS at all.
_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]|\x1b\[\?[0-9;]*[uc]|\x1bP[^\x1b]*\x1b\\"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P][^\x07\x1b]*)?$")


class PseudoTerminal:
    """Runs `argv` as the leader of its own session, with the pseudo-terminal as controlling terminal.

    `stdin` makes standard input a pipe that holds these bytes; keys then reach the program through `/dev/tty` alone.
    `stderr` is a file for standard error.
    """

    def __init__(
        self,
        argv: Sequence[str | os.PathLike[str]],
        env: Mapping[str, str],
        size: tuple[int, int] = (120, 34),
        stdin: bytes | None = None,
        stderr: Path | None = None,
    ) -> None:
        self.stream = bytearray()
        """Every byte the program wrote."""
        self._screen = pyte.Screen(*size)
        self._pyte = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._fd, program = os.openpty()
        self._set_size(size)
        self.process = subprocess.Popen(
            argv,
            stdin=program if stdin is None else subprocess.PIPE,
            stdout=program,
            stderr=program if stderr is None else stderr.open("wb"),
            env={**os.environ, **env},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )
        os.close(program)
        if stdin is not None:
            assert self.process.stdin is not None
            self.process.stdin.write(stdin)
            self.process.stdin.close()

    def __enter__(self) -> PseudoTerminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._fd >= 0:
            os.close(self._fd)

    # ------------------------------------------------------------------ in

    def close_window(self) -> int:
        """Take the terminal away, as closing its window does; returns the program's exit code."""
        os.close(self._fd)
        self._fd = -1
        return self.process.wait(DEADLINE)

    def type(self, text: str) -> None:
        """Type the characters of `text`."""
        data = text.encode()
        while data:
            data = data[os.write(self._fd, data) :]

    def press(self, keys: str) -> None:
        """Press the keys of a space-separated list: names in `KEYS`, or the character itself."""
        for key in keys.split():
            self.type(KEYS.get(key, key))

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size; the kernel tells the program with SIGWINCH."""
        self._screen.resize(lines, columns)
        self._set_size((columns, lines))

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, lines = size
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    # ------------------------------------------------------------------ out

    @property
    def lines(self) -> list[str]:
        """The picture as it stands now, line by line."""
        # pyte's own `display` trips over a wide character half of which was painted over.
        width, buffer = self._screen.columns, self._screen.buffer
        return ["".join(buffer[y][x].data for x in range(width)).rstrip() for y in range(self._screen.lines)]

    @property
    def bold(self) -> set[tuple[int, int]]:
        """Line and column of every cell that is drawn bold."""
        rows = self._screen.buffer.items()
        return {(y, x) for y, row in rows for x, cell in row.items() if cell.bold}

    @property
    def text(self) -> str:
        """The picture as one string."""
        return "\n".join(self.lines)

    def read(self, timeout: float) -> bool:
        """Take in what the program wrote; False when nothing came in time or it has gone."""
        if not select.select([self._fd], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux says EIO once the last program has closed its side
            return False
        self.stream += data
        text = self._rest + self._decoder.decode(data)
        cut = _UNFINISHED.search(text)
        self._rest = cut[0] if cut else ""
        self._pyte.feed(_UNKNOWN_TO_PYTE.sub("", text[: len(text) - len(self._rest)]))
        return bool(data)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Read on until `condition` holds; fails with the picture when it does not come true."""
        end = monotonic() + DEADLINE
        while not condition():
            if monotonic() > end or (not self.read(0.5) and self.process.poll() is not None):
                self._drain()
                assert condition(), f"never came: {what}; the terminal shows:\n{self.text}"
                return

    def take_in(self, seconds: float) -> None:
        """Read on for so long, whatever comes."""
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0:
            self.read(left)

    def shows(self, *words: str) -> None:
        """Wait until the picture holds each of `words`."""
        self.until(lambda: all(word in self.text for word in words), f"{words!r} on the screen")

    def shows_no(self, word: str) -> None:
        """Wait until the picture holds `word` no more."""
        self.until(lambda: word not in self.text, f"no {word!r} on the screen")

    def wait(self) -> int:
        """Wait for the program's end, its last byte included; returns its exit code, minus the number of a signal."""
        self.until(lambda: self.process.poll() is not None, "the end of the program")
        self._drain()
        return self.process.wait()

    def _drain(self) -> None:
        while self.read(0.0):
            pass
