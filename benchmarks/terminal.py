"""A program in a pseudo-terminal, watched from outside: when it draws, what it costs, how much memory it holds."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()#%].|\x1b.")


class Program:
    """One run of `argv` on a terminal of 120 x 40 cells. A context manager: it is ended on leaving."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self.seen = b""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvpe(argv[0], list(argv), dict(environment))
        ioctl(self._terminal, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGTERM)
        while self._read(0.5):
            pass
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        self.seen = (self.seen + data)[-400_000:]
        return bool(data)

    def wait(self, words: str, seconds: float = 300, rest: float = 0.05) -> float:
        """Seconds from the start until `words` (a regular expression) were drawn; then it waits for a rest."""
        drawn = 0.0
        while time.perf_counter() - self.started < seconds:
            if self._read(rest):
                if not drawn and re.search(words.encode(), _ESCAPES.sub(b"", self.seen)):
                    drawn = time.perf_counter() - self.started
            elif drawn:
                return drawn
        raise TimeoutError(f"{words!r} was not drawn in {seconds} s")

    def press(self, key: str, rest: float = 0.3) -> tuple[float, float]:
        """Seconds from a key to the first and to the last thing drawn before a rest."""
        self.seen = b""
        pressed = time.perf_counter()
        os.write(self._terminal, key.encode())
        first = last = 0.0
        while self._read(rest):
            last = time.perf_counter() - pressed
            first = first or last
        return first, last

    @property
    def processor(self) -> float:
        """Processor seconds used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self, kind: str) -> float:
        """Megabytes by one of the kernel's names: `VmHWM` (the peak), `RssAnon` (without mapped files)."""
        found = re.search(rf"{kind}:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0
