"""`reader export`: the bookmarks for other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui_reader.cli.bookmarks import chosen
from tui_reader.cli.corpus import NOTHING_FOUND, meet_everybody, open_articles
from tui_reader.cli.output import Output, complain
from tui_reader.config.settings import Settings
from tui_reader.export.files import write_file
from tui_reader.export.formats import export
from tui_reader.workspace import export_rows


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Write the bookmarks in the format asked for, to a file or to standard output."""
    workspace = open_articles(arguments.paths, settings)
    found = list(chosen(workspace, arguments))
    if found:
        meet_everybody(workspace)
    rows = export_rows(workspace, found)
    if workspace.annotations.problem:
        complain(workspace.annotations.problem)
    text = export(rows, arguments.format)
    if arguments.output is None:
        output.text(text)
    else:
        write_file(Path(arguments.output), text)
        complain(f"{len(rows)} bookmarks written to {arguments.output}")
    return 0 if rows else NOTHING_FOUND
