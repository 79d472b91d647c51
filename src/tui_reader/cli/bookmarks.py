"""`reader bookmarks`: the passages kept, and what may be done with them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator

from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.cli.corpus import NOTHING_FOUND, open_articles, open_for
from tui_reader.cli.output import Output, Painted, complain, explain
from tui_reader.config.settings import Settings
from tui_reader.library.store import UnknownAddressError
from tui_reader.model.annotation import AnchorState, Annotation, Placed, spelled_out
from tui_reader.model.article import Article
from tui_reader.model.errors import ReaderError, RepositoryError, UsageError
from tui_reader.model.span import Span
from tui_reader.workspace import Workspace, check_bookmarks, open_bookmarks


class PassageNotFoundError(ReaderError):
    """Words that do not stand in the article, or stand there more than once."""

    exit_code = 1


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Do what the second word says."""
    doing = {
        "bookmarks list": _list,
        "bookmarks add": _add,
        "bookmarks remove": _remove,
        "bookmarks restore": _restore,
        "bookmarks edit": _edit,
        "bookmarks check": _check,
    }
    return doing[arguments.command](arguments, settings, output)


def chosen(workspace: Workspace, arguments: argparse.Namespace) -> Iterator[Placed]:
    """The bookmarks that `--tag` and `--article` leave, each against the articles now open."""
    tag = arguments.tag.casefold().lstrip("#") if arguments.tag is not None else None
    wanted = _wanted_article(workspace, arguments.article)
    for placed in workspace.annotations.place(workspace.library.readable):
        source = placed.annotation.source
        if wanted is not None and wanted not in (placed.article, source.article, source.path):
            continue
        if tag is None or tag in (known.casefold() for known in placed.annotation.tags):
            yield placed


def _wanted_article(workspace: Workspace, address: str | None) -> str | None:
    """The id that an address means; an address of no open article may be one that bookmarks were made in."""
    if address is None:
        return None
    try:
        return workspace.library.find(address).article.id
    except UnknownAddressError:
        if any(address in (a.source.article, a.source.path) for a in workspace.annotations.all()):
            return address
        raise


def _list(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    if arguments.deleted:
        trash = [a for a in open_bookmarks(settings).all(deleted=True) if a.deleted]
        _rows((Placed(annotation, AnchorState.ABSENT) for annotation in trash), None, output)
        return 0 if trash else NOTHING_FOUND
    workspace = open_articles(arguments.paths, settings)
    check_bookmarks(workspace)
    if workspace.annotations.problem:
        complain(workspace.annotations.problem)
    count = _rows(chosen(workspace, arguments), workspace, output)
    if workspace.annotations.unreadable:
        raise RepositoryError(f"{settings.bookmarks}: {workspace.annotations.unreadable}")
    return 0 if count else say_none(workspace)


def say_none(workspace: Workspace) -> int:
    """Say why no bookmark was found; returns the exit code."""
    complain("no bookmark is like that" if workspace.annotations.all() else "no bookmarks yet")
    return NOTHING_FOUND


def _rows(found: Iterable[Placed], workspace: Workspace | None, output: Output) -> int:
    count = 0
    for placed in found:
        count += 1
        article = workspace.library.get(placed.article or "") if workspace else None
        if output.as_json:
            output.row(fields(placed, article))
        else:
            _print(placed, article, output)
    return count


def fields(placed: Placed, article: Article | None) -> dict[str, object]:
    """A bookmark as `--json` gives it; the article is the one it was found in, None when that is not open."""
    annotation, span = placed.annotation, placed.span
    quote = next((s for s in annotation.selectors if s.get("type") == "TextQuoteSelector"), {})
    return {
        "id": annotation.id,
        "article": article.id if article else annotation.source.article or None,
        "path": article.path if article else annotation.source.path,
        "title": article.title if article else annotation.source.title,
        "state": str(placed.state),
        "start": span.start if span else None,
        "end": span.end if span else None,
        "paragraph": article.paragraph_at(span.start) if article and span else None,
        "exact": annotation.exact,
        "prefix": quote.get("prefix", ""),
        "suffix": quote.get("suffix", ""),
        "note": annotation.note,
        "tags": list(annotation.tags),
        "speaker": annotation.speaker or None,
        "created": annotation.created,
        "modified": annotation.modified,
        "deleted": annotation.deleted,
    }


def _print(placed: Placed, article: Article | None, output: Output) -> None:
    annotation, span = placed.annotation, placed.span
    where = annotation.source.article or annotation.source.path
    if article:
        where = f"{article.id}:{article.paragraph_at(span.start)}" if span else article.id
    state = "" if placed.state is AnchorState.EXACT else f"  ({placed.state})"
    tags = "".join(f"  #{tag}" for tag in annotation.tags)
    output.line(Painted(annotation.id, "dim"), "  ", Painted(where, "bold"), state, Painted(tags, "dim"))
    output.line("    ", " ".join(annotation.exact.split()))
    if annotation.note:
        output.line("    ", Painted(f"note: {' '.join(annotation.note.split())}", "dim"))


def _add(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    workspace, (article, paragraph) = open_for(arguments.article, arguments.paths, settings)
    check_bookmarks(workspace)
    if not article.readable:
        raise ReaderError(f"{article.path}: {article.problems[-1]}")
    if arguments.quote is not None:
        within = article.paragraph(paragraph).span if paragraph else Span(0, len(article.text))
        span = _passage(article, arguments.quote, within)
    else:
        span = _span(article, arguments.start, arguments.end)
    speaker = next((q.speaker for q in workspace.quotes.of(article) if q.speaker and q.span.overlaps(span)), None)
    annotation = workspace.annotations.add(
        article, span, note=arguments.note, tags=arguments.tag, speaker=speaker.name if speaker else ""
    )
    return _tell(
        workspace.annotations, annotation, output, Placed(annotation, AnchorState.EXACT, article.id, span), article
    )


def _span(article: Article, start: str, end: str) -> Span:
    if not all(word.isascii() and word.isdigit() and len(word) < 12 for word in (start, end)):
        raise UsageError(f"START and END are positions in the text, not {start!r} and {end!r}")
    first, last = int(start), int(end)
    if not first < last <= len(article.text):
        raise UsageError(
            f"{first} to {last} is no passage of {article.id}, whose text has {len(article.text)} characters"
        )
    return Span(first, last)


def _passage(article: Article, words: str, within: Span) -> Span:
    """Where `words` stand, however lines are broken there. Raises PassageNotFoundError."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        raise UsageError("--quote needs some words")
    found = [m.span() for m in re.compile(r"\s+".join(parts)).finditer(article.text, within.start, within.end)]
    if not found:
        raise PassageNotFoundError(f"{article.id} does not hold these words: {words!r}")
    if len(found) > 1:
        numbers = ", ".join(str(article.paragraph_at(start)) for start, _ in found[:5])
        raise PassageNotFoundError(
            f"{article.id} holds these words {len(found)} times (paragraphs {numbers}); give more"
        )
    return Span(*found[0])


def _remove(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    repository = open_bookmarks(settings)
    return _tell(repository, repository.remove(arguments.id), output)


def _restore(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    repository = open_bookmarks(settings)
    return _tell(repository, repository.restore(arguments.id), output)


def _edit(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    tags = [] if arguments.no_tags else arguments.tag
    if arguments.note is None and tags is None:
        raise UsageError("nothing to change: give --note, --tag or --no-tags")
    repository = open_bookmarks(settings)
    return _tell(repository, repository.change(arguments.id, note=arguments.note, tags=tags), output)


def _tell(
    repository: AnnotationRepository,
    annotation: Annotation,
    output: Output,
    placed: Placed | None = None,
    article: Article | None = None,
) -> int:
    """Print what was saved; of what was not, nothing on standard output, where a script would take it for kept."""
    if not repository.is_saved(annotation.id):
        return _not_saved(repository, annotation)
    if output.as_json:
        output.row(fields(placed or Placed(annotation, AnchorState.ABSENT), article))
    else:
        output.line(annotation.id)
    return 0


def _not_saved(repository: AnnotationRepository, annotation: Annotation) -> int:
    """Say where it waits; where it can only be lost with this process, what it was, so that it can be made again."""
    journal = repository.journal
    waits = f"it waits in {journal.pending_path} for the next save" if journal.pending_path else "it is kept NOWHERE"
    complain(f"{repository.path}: not saved ({journal.trouble}); {waits}")
    explain(f"reader: not saved: {spelled_out(annotation)}\n")
    return RepositoryError.exit_code


def _check(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    report = open_bookmarks(settings).check()
    if output.as_json:
        output.row(
            {
                "path": str(report.path),
                "ok": report.ok,
                "records": report.records,
                "bookmarks": report.bookmarks,
                "deleted": report.deleted,
                "broken": [{"line": number, "reason": reason} for number, reason in report.broken],
                "altered": list(report.altered),
                "conflicts": report.conflicts,
                "copies": [str(path) for path in report.copies],
                "backups": [str(path) for path in report.backups],
                "problems": list(report.problems),
            }
        )
    else:
        output.line(f"{report.path}: {report.bookmarks} bookmarks, {report.deleted} in the trash")
        for number, reason in report.broken:
            output.line(f"  line {number}: {reason}")
    for problem in report.problems:
        complain(problem)
    return 0 if report.ok else NOTHING_FOUND
