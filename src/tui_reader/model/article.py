"""An article and its parts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tui_reader.model.blocks import Block, segment
from tui_reader.model.compact import CompactText
from tui_reader.model.span import Span

WORDS_A_MINUTE = 200
"""Reading speed of non-fiction prose, rounded down (Brysbaert 2019 gives 238 for English; Slavic words are longer)."""


class Markup(StrEnum):
    """How line starts such as `# ` are understood."""

    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Article:
    """One article in memory. Compared by identity: two files with the same words are two articles."""

    id: str
    """Address of the article in this corpus: its path relative to the folder opened, made harmless."""
    path: str
    """Absolute path as shown and written to JSON; `-` for standard input. Made harmless."""
    text: str
    """The decoded text, character for character; every position in the program counts its code points."""
    sha256: str
    """Hexadecimal digest of the file's bytes."""
    title: str
    """What the list shows: one line, never empty."""
    title_from: str
    """`front-matter`, `heading`, `first-line`, `first-sentence` or `file-name`."""
    title_span: Span | None = None
    """Where the title stands in the text, when it is a block of its own there."""
    markup: Markup = Markup.PLAIN
    body: int = 0
    """Offset where front matter ends and the article begins."""
    language: str | None = None
    """ISO 639-1 code."""
    language_from: str | None = None
    date: str | None = None
    """ISO 8601, as exact as known: `2023`, `2023-07` or `2023-07-23`."""
    date_from: str | None = None
    author: str = ""
    source: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    words: int = 0
    problems: tuple[str, ...] = ()
    """What was wrong with the file, one line each; an unreadable file has an empty text and says why here."""
    readable: bool = True
    """False when the file could not be read at all."""
    file: str | None = None
    """The path of the file itself, surrogate escapes and all, to be opened again; None for standard input."""

    @property
    def minutes(self) -> int:
        """Reading time, at least one minute for a text with any words."""
        return max(1, round(self.words / WORDS_A_MINUTE)) if self.words else 0

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The non-empty blocks in text order; block `n - 1` is paragraph n."""
        return _blocks(self)

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that holds `offset`, or of the last one before it; 0 when there is none."""
        return bisect_right(self.blocks, offset, key=lambda block: block.span.start)

    def paragraph(self, number: int) -> Block:
        """Paragraph `number`, counted from 1. Raises IndexError when there is no such paragraph."""
        if number < 1:
            raise IndexError(number)
        return self.blocks[number - 1]


# The class has a slot for each field by now; the one of the text is covered by what packs and unpacks it.
setattr(Article, "text", CompactText(Article.__dict__["text"]))  # noqa: B010


@lru_cache(maxsize=64)
def _blocks(article: Article) -> tuple[Block, ...]:
    # Blocks are cut when asked for: 100 000 articles in memory need their titles, and the blocks of the few being read.
    return segment(
        article.text,
        body=article.body,
        markdown=article.markup is Markup.MARKDOWN,
        title=article.title_span,
    )
