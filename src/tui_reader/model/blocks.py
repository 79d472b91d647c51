"""Blocks of a text: what a paragraph number counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.span import Span


class BlockKind(StrEnum):
    """What a block is. A better guess changes the kind, never the number."""

    FRONT_MATTER = "front-matter"
    JUNK = "junk"
    HEADING = "heading"
    LABEL = "label"
    PARAGRAPH = "paragraph"
    BLOCKQUOTE = "blockquote"
    LIST_ITEM = "list-item"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One non-empty block of an article's text."""

    span: Span
    """Without the line break that ends it and without spaces around it."""
    kind: BlockKind
    level: int = 0
    """Depth of a heading, 1 to 6; 0 for everything else."""
    marker: int = 0
    """How many characters at the start are markup (`# `, `> `), not words."""
    reason: str = ""
    """Why a block is junk: `prices`, `newsletter` ..."""


_LINE = re.compile(r"[^\n]*\S[^\n]*")


def segment(text: str, *, body: int = 0, markdown: bool = False, title: Span | None = None) -> tuple[Block, ...]:
    """Cut `text` into its non-empty blocks, in order. (Being deepened with the library.)"""
    return tuple(Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in _LINE.finditer(text))
