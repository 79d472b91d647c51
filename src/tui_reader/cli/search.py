"""`reader search`: the articles that match, best first, with the passages that do."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterable, Iterator, Sequence

from tui_reader.cli.corpus import NOTHING_FOUND, meet_everybody, open_articles, verdict
from tui_reader.cli.output import Output, Painted, complain
from tui_reader.config.settings import Settings
from tui_reader.library.source import STDIN
from tui_reader.model.errors import UsageError
from tui_reader.model.hit import Hit, Match, Tier
from tui_reader.search.highlight import matches, snippet
from tui_reader.search.parser import parse
from tui_reader.search.results import Results
from tui_reader.workspace import Workspace

SNIPPET = 160
"""Characters of the passage shown with a hit."""

SHOWN = 60
"""Characters of a query that a message repeats."""

NO_QUERY = "an empty line is no query"


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Answer one query, or one a line from standard input with the corpus loaded once."""
    batch = arguments.query == STDIN
    if batch and (STDIN in arguments.paths or sys.stdin is None):
        raise UsageError("standard input holds either the queries or the article, not both")
    workspace = open_articles(arguments.paths, settings, indexed=True)
    workspace.index.commit()
    # The articles stay to the end: looking through them for garbage costs a twelfth of each search among 100 000.
    gc.freeze()
    if workspace.index.trouble:
        complain(workspace.index.trouble)
    code = verdict(workspace)
    found = met = False
    for query in _lines() if batch else [arguments.query]:
        if not met and any(term.field == "speaker" for term in parse(query).terms):
            meet_everybody(workspace)  # an answer must not depend on the queries before it
            met = True
        found |= _answer(workspace, query, arguments.limit, output, batch)
    return code or (0 if found else NOTHING_FOUND)


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def _answer(workspace: Workspace, query: str, limit: int | None, output: Output, batch: bool) -> bool:
    # In a batch an empty line is a query forgotten, and has its answer like any other: nothing.
    results = Results(hint=NO_QUERY) if batch and not query.strip() else workspace.index.search(query, limit)
    if not output.as_json and batch:
        output.line(Painted(query, "dim"), f"  {results.total}")
    for rank, hit in enumerate(results.hits, 1):
        places = _places(workspace, hit, query, results)
        if output.as_json:
            output.row({"query": query, "rank": rank, **_fields(hit, places)})
        else:
            _print(hit, places, output)
    if output.as_json:
        output.row(
            {
                "query": query,
                "total": results.total,
                "ms": round(results.ms, 3),
                "hint": results.hint,
                "nearest": results.nearest,
                "corrections": dict(results.corrections),
            }
        )
    if len(workspace.index):  # that there are no articles was said already
        _explain(query, results)
    return bool(results.total)


def _places(workspace: Workspace, hit: Hit, query: str, results: Results) -> Sequence[Match]:
    index = workspace.index
    return matches(hit.article, query, facts=index.facts, names=index.names, meant=results.meant)


def _explain(query: str, results: Results) -> None:
    """One line on standard error: why nothing was found, or what is wrong with a query that found something."""
    if results.total:
        if results.hint:
            complain(results.hint)
        return
    # A field that finds the word is part of the hint.
    told = not results.nearest or results.nearest in results.hint
    nearest = "" if told else f"the nearest word is {results.nearest!r}"
    why = "; ".join(filter(None, (results.hint, nearest)))
    typed = query if len(query) <= SHOWN else query[: SHOWN - 1] + "…"
    complain(f"nothing matches {typed!r}" + (f": {why}" if why else ""))


def _fields(hit: Hit, places: Sequence[Match]) -> dict[str, object]:
    article = hit.article
    passage = snippet(article, places, SNIPPET).span
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "score": round(hit.score, 4),
        "tier": str(hit.tier),
        "matches": [
            {
                "field": match.field,
                "start": match.start,
                "end": match.end,
                "paragraph": article.paragraph_at(match.start) if match.field == "text" else None,
            }
            for match in places
        ],
        "snippet": _flat(passage.of(article.text)),
    }


def _print(hit: Hit, places: Sequence[Match], output: Output) -> None:
    article = hit.article
    titles = [(match.start, match.end) for match in places if match.field == "title"]
    found = () if hit.tier in (Tier.EXACT, Tier.PREFIX) else (Painted(f"  {hit.tier}", "dim"),)
    output.line(Painted(article.id, "dim"), "  ", *_marked(article.title, 0, titles, "bold"), *found)
    span, inside = snippet(article, places, SNIPPET)
    if len(span):
        number = f"{article.paragraph_at(span.start):>5}  "
        words = _flat(span.of(article.text))
        output.line(Painted(number, "dim"), *_marked(words, span.start, [(m.start, m.end) for m in inside], ""))


def _marked(words: str, shift: int, places: Iterable[tuple[int, int]], look: str) -> Iterator[str | Painted]:
    """`words` in pieces, the matched ones painted; `shift` is where they stand in what the places count."""
    at = 0
    for start, end in places:
        yield Painted(words[at : start - shift], look) if look else words[at : start - shift]
        yield Painted(words[start - shift : end - shift], "match")
        at = end - shift
    yield Painted(words[at:], look) if look else words[at:]


def _flat(text: str) -> str:
    """A passage on one line, every character in its place."""
    return text.replace("\n", " ").replace("\t", " ")
