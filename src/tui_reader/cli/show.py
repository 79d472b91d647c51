"""`reader show`: one article as plain text, each paragraph with its number."""

from __future__ import annotations

import argparse
import shutil

from tui_reader.cli.corpus import NOT_READ, open_for, reason
from tui_reader.cli.listing import facts, proof
from tui_reader.cli.output import Output, Painted, complain
from tui_reader.config.settings import Settings
from tui_reader.model.article import Article
from tui_reader.model.blocks import Block, BlockKind

NARROWEST = 20
"""Cells of text beside the numbers; a narrower terminal gets longer lines rather than torn words."""


def run(arguments: argparse.Namespace, settings: Settings, output: Output) -> int:
    """Print the article, or the one paragraph that the address names."""
    _, (article, number) = open_for(arguments.article, arguments.paths, settings)
    if not article.readable:
        complain(f"{article.path}: {reason(article)}")
        return NOT_READ
    numbered = [(n, block) for n, block in enumerate(article.blocks, 1) if number is None or n == number]
    if output.as_json:
        blocks = [_fields(n, block) for n, block in numbered]
        output.row({**facts(article), **proof(article), "blocks": blocks, "text": article.text})
        return 0
    if number is None:
        _head(article, output)
    width = _text_width(arguments, output, len(str(len(article.blocks))))
    gutter = len(str(numbered[-1][0])) if numbered else 1
    for n, block in numbered:
        _paragraph(article, n, block, output, gutter, width)
    return 0


def _head(article: Article, output: Output) -> None:
    if article.title_span is None:
        output.line(Painted(article.title, "bold"))
    known = (article.author, article.source, article.date, article.language, f"{article.minutes} min")
    output.line(Painted(" · ".join(part for part in known if part), "dim"))
    for problem in article.problems:
        output.line(Painted(f"! {problem}", "dim"))
    output.line()


def _text_width(arguments: argparse.Namespace, output: Output, digits: int) -> int:
    """Cells for the text, 0 for no wrapping: what another program reads is not wrapped unless asked."""
    if arguments.no_wrap or (arguments.width is None and not output.is_terminal):
        return 0
    width: int = arguments.width or shutil.get_terminal_size((80, 24)).columns
    return max(NARROWEST, width - digits - 2)


def _paragraph(article: Article, n: int, block: Block, output: Output, gutter: int, width: int) -> None:
    look = "bold" if block.kind is BlockKind.HEADING else "dim" if block.kind is BlockKind.JUNK else ""
    for index, words in enumerate(_lines(article.text, block, width)):
        label = str(n).rjust(gutter) if index == 0 else " " * gutter
        output.line(Painted(label, "dim"), "  ", Painted(words, look) if look else words)


def _lines(text: str, block: Block, width: int) -> list[str]:
    """A block as lines. Those that were wrapped by hand flow together: a break or a tab inside is a space."""
    if not width:
        return [block.span.of(text).replace("\n", " ").replace("\t", " ")]
    from tui_reader.layout.cells import drawable
    from tui_reader.layout.wrap import wrap

    return [drawable(text[first:last]).rstrip() for first, last in wrap(text, block.span.start, block.span.end, width)]


def _fields(n: int, block: Block) -> dict[str, object]:
    fields: dict[str, object] = {"n": n, "kind": str(block.kind), "start": block.span.start, "end": block.span.end}
    if block.level:
        fields["level"] = block.level
    if block.reason:
        fields["reason"] = block.reason
    return fields
