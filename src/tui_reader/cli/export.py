"""`reader export`: the bookmarks for other programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from tui_reader.cli.bookmarks import chosen, fields, say_none
from tui_reader.cli.corpus import meet_everybody, open_articles
from tui_reader.cli.output import Output, complain, to_line
from tui_reader.config.settings import Settings
from tui_reader.export.files import must_be_free, write_file
from tui_reader.export.formats import export
from tui_reader.model.annotation import Placed
from tui_reader.model.errors import RepositoryError, UsageError
from tui_reader.text.counts import some
from tui_reader.workspace import Workspace, check_bookmarks, export_rows, keep_off

STDOUT = "-"
JSON_FORMAT = "jsonld"
"""The format that is JSON already: with `--json` its document is one object on one line."""


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Write the bookmarks in the format asked for, to a file or to standard output."""
    if arguments.json and arguments.format not in (None, JSON_FORMAT):
        raise UsageError(f"--json and --format {arguments.format} are two formats; give one of them")
    target = _target(arguments)
    workspace = open_articles(arguments.paths, settings)
    check_bookmarks(workspace)
    if target is not None:
        keep_off(workspace, target)
    found = list(chosen(workspace, arguments))
    if workspace.annotations.unreadable:
        raise RepositoryError(f"{settings.bookmarks} cannot be read: {workspace.annotations.unreadable}")
    if workspace.annotations.problem:
        complain(workspace.annotations.problem)
    text = _text(workspace, found, arguments)
    if target is None:
        output.document(text)
    else:
        write_file(target, text, replace=arguments.force)
        complain(f"{some(len(found), 'bookmark')} written to {arguments.output}")
    return 0 if found else say_none(workspace)


def _target(arguments: argparse.Namespace) -> Path | None:
    """The file to be written, None for standard output. Raises TakenError before anything was read for nothing."""
    if arguments.output in (None, STDOUT):
        return None
    path = Path(arguments.output)
    if not arguments.force:
        must_be_free(path)
    return path


def _text(workspace: Workspace, found: Sequence[Placed], arguments: argparse.Namespace) -> str:
    if arguments.json and arguments.format is None:
        articles = (workspace.library.get(placed.article or "") for placed in found)
        return "".join(to_line(fields(*each)) for each in zip(found, articles, strict=True))
    if found:
        meet_everybody(workspace)
    text = export(export_rows(workspace, found), arguments.format or "markdown")
    return to_line(json.loads(text)) if arguments.json else text
