"""The only writer to standard output and standard error: text or JSON Lines, always UTF-8, never a raw control byte."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NamedTuple

from tui_reader.model.errors import ReaderError
from tui_reader.text.gate import harmless, harmless_line

SCHEMA = 1
"""Version of the JSON objects; fields are added, never taken away."""


class Painted(NamedTuple):
    """Words with a look: `bold`, `dim` or `match`. Shown plain where colour is off."""

    words: str
    look: str


_LOOKS = {"bold": "1", "dim": "2", "match": "1;4"}

# json.dumps escapes C0 itself; these are what a terminal would still obey.
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class OutputError(ReaderError):
    """Standard output cannot be written."""


class Output:
    """Standard output of one run."""

    def __init__(self, *, as_json: bool = False, color: str = "auto", stream: BinaryIO | None = None) -> None:
        """`stream` replaces standard output. `color` is `auto`, `always` or `never`."""
        self.as_json = as_json
        self.stream = stream if stream is not None else _standard_output()
        self.is_terminal = _is_terminal(self.stream)
        self.color = color == "always" or (color == "auto" and _wants_color(self.is_terminal))

    def line(self, *parts: str | Painted) -> None:
        """One line of text; each part passes the gate and is painted if colour is on."""
        self._write("".join(self._part(part) for part in parts) + "\n")

    def text(self, text: str) -> None:
        """Several lines as they are, made harmless; a missing last line break is added."""
        self._write(harmless(text) + ("" if text.endswith("\n") else "\n"))

    def document(self, text: str) -> None:
        """What was made for other programs: made harmless like `text`, and lines that end in CR LF (CSV) still do."""
        self._write("\r\n".join(map(harmless, text.split("\r\n"))))

    def row(self, fields: Mapping[str, Any]) -> None:
        """One JSON object on a line of its own, with the version of the schema first."""
        self._write(to_line(fields))

    def close(self) -> None:
        """Everything written reaches its reader now. Raises OutputError, BrokenPipeError."""
        with _told():
            self.stream.flush()

    def _part(self, part: str | Painted) -> str:
        if isinstance(part, str):
            return harmless_line(part)
        words = harmless_line(part.words)
        return f"\x1b[{_LOOKS[part.look]}m{words}\x1b[0m" if self.color and words else words

    def _write(self, text: str) -> None:
        with _told():
            self.stream.write(text.encode("utf-8", "replace"))
            if self.is_terminal:
                self.stream.flush()


def to_line(fields: Mapping[str, Any]) -> str:
    """A line of JSON Lines: the object with the version of the schema first."""
    return to_json({"schema": SCHEMA, **fields}) + "\n"


def to_json(fields: Mapping[str, Any]) -> str:
    """A JSON object on one line that is safe to show: what a terminal could obey is escaped."""
    text = json.dumps(fields, ensure_ascii=False)
    text = _SURROGATES.sub("\ufffd", text)
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def complain(message: str) -> None:
    """One line on standard error. Nothing is said when nobody listens."""
    _to_stderr("reader: " + harmless_line(" ".join(message.split())) + "\n")


def explain(text: str) -> None:
    """Several lines on standard error: where in the program an error came from."""
    _to_stderr(harmless(text))


def _to_stderr(text: str) -> None:
    if sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        sys.stderr.buffer.write(text.encode("utf-8", "replace"))
        sys.stderr.buffer.flush()


def silence() -> None:
    """Nothing more is written to standard output, and Python's own flush at exit fails no more."""
    if sys.stdout is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def _told() -> Iterator[None]:
    """A write that fails is an error with one line; a reader that went away is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: {os.strerror(error.errno or 0).lower()}") from error


def _standard_output() -> BinaryIO:
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    return sys.stdout.buffer


def _is_terminal(stream: BinaryIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def _wants_color(is_terminal: bool) -> bool:
    # An empty NO_COLOR counts as unset (no-color.org).
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0") or os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return is_terminal and os.environ.get("TERM", "dumb") != "dumb"
