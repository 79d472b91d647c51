"""Articles made of a text alone."""

from __future__ import annotations

from tui_reader.model.article import Article, Markup
from tui_reader.model.blocks import segment
from tui_reader.model.span import Span


def article(
    text: str,
    *,
    markdown: bool = False,
    titled: bool = False,
    title: str = "The headline",
    body: int = 0,
    language: str | None = "en",
) -> Article:
    """An article of these words; `titled` makes its first block the headline."""
    blocks = segment(text)
    return Article(
        id="a.txt",
        path="/a.txt",
        text=text,
        sha256="",
        title=title,
        title_from="first-line" if titled else "file-name",
        title_span=Span(*(blocks[0].span.start, blocks[0].span.end)) if titled and blocks else None,
        markup=Markup.MARKDOWN if markdown else Markup.PLAIN,
        body=body,
        language=language,
    )
