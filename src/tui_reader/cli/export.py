"""`reader export`: the bookmarks for other programs."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from tui_reader.cli.bookmarks import chosen
from tui_reader.cli.corpus import NOTHING_FOUND, meet_everybody, open_articles
from tui_reader.cli.output import Output, complain
from tui_reader.config.settings import Settings
from tui_reader.export.formats import export
from tui_reader.export.rows import ExportRow, row
from tui_reader.model.annotation import Placed
from tui_reader.model.errors import ReaderError
from tui_reader.text.gate import harmless_line
from tui_reader.workspace import Workspace


class WriteError(ReaderError):
    """A file that cannot be written."""


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Write the bookmarks in the format asked for, to a file or to standard output."""
    workspace = open_articles(arguments.paths, settings)
    found = list(chosen(workspace, arguments))
    if found:
        meet_everybody(workspace)
    rows = [_row(workspace, placed) for placed in found]
    if workspace.annotations.problem:
        complain(workspace.annotations.problem)
    text = export(rows, arguments.format)
    if arguments.output is None:
        output.text(text)
    else:
        write_file(Path(arguments.output), text)
        complain(f"{len(rows)} bookmarks written to {arguments.output}")
    return 0 if rows else NOTHING_FOUND


def _row(workspace: Workspace, placed: Placed) -> ExportRow:
    article = workspace.library.get(placed.article or "")
    speaker = ""
    if article is not None and placed.span is not None:
        said = (q for q in workspace.quotes.of(article) if q.speaker and q.span.overlaps(placed.span))
        speaker = next((q.speaker.name for q in said if q.speaker), "")
    return row(placed, article, speaker)


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
