"""`reader quotes`: who said what, in the order of the articles."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence

from tui_reader.cli.corpus import NOTHING_FOUND, meet_everybody, open_articles, verdict
from tui_reader.cli.output import Output, Painted, complain
from tui_reader.config.settings import Settings
from tui_reader.model.article import Article
from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.search.topic import Topic
from tui_reader.text.folding import fold
from tui_reader.workspace import KnownFacts, Workspace

Kinds = tuple[QuoteKind, ...] | None
INFERRED = " ⌁"
"""Stands behind a speaker who was guessed or carried, as in the app."""


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Print one row a quotation."""
    workspace = open_articles(arguments.paths, settings)
    code = verdict(workspace)
    count = 0
    for article, quote in _chosen(workspace, arguments):
        count += 1
        if output.as_json:
            output.row(_fields(article, quote))
        else:
            _print(article, quote, output)
    if not count and not code:
        complain("no quotation was found")
    return code or (0 if count else NOTHING_FOUND)


def _chosen(workspace: Workspace, arguments: argparse.Namespace) -> Iterator[tuple[Article, Quote]]:
    articles = list(workspace.library)
    paragraph = None
    if arguments.article is not None:
        article, paragraph = workspace.library.find(arguments.article)
        articles = [article]
    kinds = None if arguments.kind is None else (QuoteKind(arguments.kind),)
    meet_everybody(workspace)
    for article, quotes in _about(arguments.about, workspace, articles, kinds):
        for quote in quotes:
            if (paragraph is None or article.paragraph_at(quote.start) == paragraph) and (
                arguments.speaker is None or _is_said_by(workspace, quote, arguments.speaker)
            ):
                yield article, quote


def _about(
    query: str | None, workspace: Workspace, articles: Iterable[Article], kinds: Kinds
) -> Iterator[tuple[Article, Sequence[Quote]]]:
    """The quotations of each article, of these kinds, about `query` if there is one."""
    quotes = ((article, workspace.quotes.of(article, kinds)) for article in articles)
    if query is None:
        yield from quotes
        return
    topic = Topic(query, KnownFacts(workspace))
    for article, quote, _ in topic.everything(quotes):
        yield article, (quote,)
    if topic.nearest:
        complain(f"{query!r} stands nowhere; taken for it: {', '.join(topic.nearest)}")


def _is_said_by(workspace: Workspace, quote: Quote, name: str) -> bool:
    """Whether the speaker is the person asked for, or has every word of what was asked in the name."""
    if quote.speaker is None:
        return False
    if quote.speaker.name == workspace.quotes.person(name):
        return True
    wanted = set(fold(name).split())
    return bool(wanted) and wanted <= set(fold(quote.speaker.name).split())


def _fields(article: Article, quote: Quote) -> dict[str, object]:
    return {
        "id": f"{article.id}:{quote.start}-{quote.end}",
        "article": article.id,
        "path": article.path,
        "start": quote.start,
        "end": quote.end,
        "text": quote.span.of(article.text),
        "paragraph": article.paragraph_at(quote.start),
        "kind": str(quote.kind),
        "speaker": quote.speaker.name if quote.speaker else None,
        "speaker_text": (quote.speaker.text or None) if quote.speaker else None,
        "cue": quote.cue.of(article.text) if quote.cue else None,
        "attribution": str(quote.attribution) if quote.attribution else None,
        "rule": quote.rule or None,
        "unclosed": quote.unclosed,
    }


def _print(article: Article, quote: Quote, output: Output) -> None:
    speaker = quote.speaker.name if quote.speaker else "?"
    words = " ".join(quote.span.of(article.text).split())
    output.line(
        Painted(f"{article.id}:{article.paragraph_at(quote.start)}", "dim"),
        "  ",
        Painted(speaker, "bold"),
        f"{INFERRED if quote.inferred else ''}: {words}",
    )
