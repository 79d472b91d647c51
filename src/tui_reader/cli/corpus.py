"""The articles a command works on, and what to say when there are none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence

from tui_reader.cli.output import complain
from tui_reader.config.settings import Settings
from tui_reader.library.source import STDIN, DirectorySource, FileSource
from tui_reader.library.store import Place
from tui_reader.model.article import Article
from tui_reader.model.errors import UsageError
from tui_reader.workspace import Workspace, open_workspace

NOTHING_FOUND, NOT_READ = 1, 3

_NUMBER = re.compile(r"[:¶]\s*\d+$")


def open_articles(paths: Sequence[str], settings: Settings, *, indexed: bool = False) -> Workspace:
    """A workspace with every article loaded; the search index is filled only when asked for. Raises UsageError."""
    if list(paths).count(STDIN) > 1:
        raise UsageError("standard input can be read once only")
    stdin = None if sys.stdin is None else sys.stdin.buffer
    workspace = open_workspace(paths, settings, load=indexed, stdin=stdin)
    if not indexed:
        workspace.library.extend(workspace.loader.load_all(workspace.sources))
    return workspace


def open_for(address: str, paths: Sequence[str], settings: Settings) -> tuple[Workspace, Place]:
    """A workspace and the article that `address` means in it.

    Without paths an address that is a file opens that file; else it is looked for in the usual articles.
    Raises UsageError, UnknownAddressError, and SourceError-like errors of the store.
    """
    if not paths:
        for path in (address, _NUMBER.sub("", address)):
            if path == STDIN or ("\0" not in path and os.path.isfile(path)):
                workspace = open_articles([path], settings)
                article = next(iter(workspace.library))
                return workspace, workspace.library.find(article.id + address[len(path) :])
    workspace = open_articles(paths, settings)
    return workspace, workspace.library.find(address)


def verdict(workspace: Workspace) -> int:
    """The exit code that what was read deserves: 0, 1 for no articles at all, 3 for named or only bad files.

    Says so in one line where it is not 0.
    """
    named = {source.path for source in workspace.sources if isinstance(source, FileSource)}
    failed = [a for a in workspace.library if not a.readable and (a.file is None or a.file in named)]
    for article in failed:
        complain(f"{article.path}: {reason(article)}")
    if failed:
        return NOT_READ
    if not len(workspace.library):
        folders = [source.root for source in workspace.sources if isinstance(source, DirectorySource)]
        complain(f"no articles in {', '.join(folders)}: looked for .txt, .md and .html files")
        return NOTHING_FOUND
    if not workspace.library.readable:
        complain(f"none of the {len(workspace.library)} files could be read; `reader list` gives the reasons")
        return NOT_READ
    return 0


def meet_everybody(workspace: Workspace) -> None:
    """Read the quotations of every article: only then it is known whom a surname means in this corpus."""
    workspace.quotes.meet(workspace.library.readable)


def reason(article: Article) -> str:
    """Why an article could not be read."""
    return article.problems[-1] if article.problems else "could not be read"
