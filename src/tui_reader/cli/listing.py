"""`reader list`: the articles, in reading order."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from tui_reader.cli.corpus import open_articles, verdict
from tui_reader.cli.output import Output, Painted
from tui_reader.config.settings import Settings
from tui_reader.model.article import Article

MOST_COUNTED = 1_000
"""Above this many articles quotations are not extracted just to be counted."""


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Print one row an article; those that cannot be read say why."""
    workspace = open_articles(arguments.paths, settings)
    counted = len(workspace.library) <= MOST_COUNTED
    width = min(48, max((len(article.id) for article in workspace.library), default=0))
    for article in workspace.library:
        if output.as_json:
            quotes = len(workspace.quotes.of(article)) if counted else None
            output.row({**facts(article), "quotes": quotes, **proof(article)})
        else:
            output.line(
                article.id.ljust(width), "  ", Painted(article.title, "bold"), Painted(_summary(article), "dim")
            )
    return verdict(workspace)


def facts(article: Article) -> Mapping[str, Any]:
    """What is known of an article, as `--json` gives it."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "title_from": article.title_from,
        "language": article.language,
        "language_from": article.language_from,
        "date": article.date,
        "date_from": article.date_from,
        "author": article.author or None,
        "words": article.words,
        "minutes": article.minutes,
        "paragraphs": len(article.blocks),
    }


def proof(article: Article) -> Mapping[str, Any]:
    """Digest and problems; the digest of a file that could not be read is null."""
    return {"sha256": article.sha256 or None, "problems": list(article.problems)}


def _summary(article: Article) -> str:
    known = (article.date, article.language, f"{article.minutes} min" if article.minutes else None)
    parts = [part for part in known if part] + [f"! {problem}" for problem in article.problems]
    return "  " + " · ".join(parts) if parts else ""
