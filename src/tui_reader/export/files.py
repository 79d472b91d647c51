"""Writing an export to a file: as a whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tui_reader.model.errors import ReaderError
from tui_reader.text.gate import harmless_line


class WriteError(ReaderError):
    """A file that cannot be written."""


def write_file(path: Path, text: str) -> None:
    """Write a file as a whole: whoever looks sees the old one or the new one. Raises WriteError."""
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")  # a device or a pipe cannot be replaced
            return
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
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        raise WriteError(f"{harmless_line(str(path))}: {reason}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
