"""Writing an export to a file: as a whole, or not at all, and never over another file by surprise."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tui_reader.model.errors import ReaderError, UsageError
from tui_reader.text.gate import harmless_line

_STREAM = re.compile(r"/dev/std(out|err)|(?:/dev|/proc/self)/fd/(\d+)")
"""Names of streams that are open already. What is behind one may be a regular file that the shell opened."""


class WriteError(ReaderError):
    """A file that cannot be written."""


class TakenError(UsageError):
    """A file that is there already and was not to be replaced."""


def is_taken(path: Path) -> bool:
    """Whether what is written there would take the place of a file; a device, a pipe or a stream only hands it on."""
    return os.path.isfile(path) and _stream(path) is None


def must_be_free(path: Path) -> None:
    """Raises TakenError where something would be replaced."""
    if is_taken(path):
        raise TakenError(f"{harmless_line(str(path))} is there already; nothing was written: choose another name")


def is_one_of(path: Path, files: Iterable[str | Path]) -> bool:
    """Whether `path` is one of `files`, however it is spelled or linked; also where no file is there yet."""
    try:
        facts = os.stat(path)
    except OSError:
        real = os.path.realpath(path)
        return any(os.path.realpath(file) == real for file in files)
    return any(_is(file, facts) for file in files)


def _is(file: str | Path, facts: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(file), facts)
    except (OSError, ValueError):
        return False


def write_file(path: Path, text: str, *, replace: bool = False) -> None:
    """Write a file as a whole: whoever looks sees the old one or the new one.

    Raises TakenError where a file is there and `replace` is not given, WriteError where it cannot be written, and
    BrokenPipeError when whoever read from a pipe went away.
    """
    if not replace:
        must_be_free(path)
    try:
        if os.path.exists(path) and not is_taken(path):
            _hand_on(path, text)
        else:
            _put(path, text)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        raise WriteError(f"{harmless_line(str(path))}: {reason}") from error


def _stream(path: Path) -> int | None:
    """The descriptor of an open stream, None for any other path."""
    if (found := _STREAM.fullmatch(os.path.abspath(path))) is None:
        return None
    return int(found[2]) if found[2] else {"out": 1, "err": 2}[found[1]]


def _hand_on(path: Path, text: str) -> None:
    """Write to what cannot be replaced: a device, a pipe, an open stream."""
    stream = _stream(path)
    # Opened by its name, a stream would begin anew: what is in the file behind it would be cut off.
    with open(path if stream is None else os.dup(stream), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def _put(path: Path, text: str) -> None:
    # A link stays a link: what it leads to is replaced.
    target = path.resolve()
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError:
        os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
