"""Where the blocks of a text begin and end: a function of the text alone, so that no opinion ever renumbers them.

A line break ends a block. Only in hard-wrapped text (blank lines between paragraphs, lines of similar length that end
in mid-sentence) do the lines of a paragraph flow together. Everything here takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 40, 140
"""A hard-wrapped text has its longest lines between these lengths (mail is cut at 72, old printouts at 132)."""

SLACK = 0.15
"""How far from full a line may be, as a share of the width, before its break counts as meant."""

FULL_SHARE = 0.75
"""Share of the lines of a paragraph that must be full for the paragraph to be hard-wrapped."""

FINISHED_SHARE = 0.5
"""Above this share of lines that end a sentence each line is a paragraph of its own: wrapping cuts anywhere."""

SENTENCE_END = frozenset('.!?…:;。！？：؟।"”»’)）」』')

_LIST_ITEM = re.compile(r"[-*+•][ \t]|\d{1,3}[.)][ \t]")
_STARTS_BLOCK = re.compile(r"#{1,6}[ \t]|>|\||```|~~~|([-=*_])\1\1+[ \t]*$")
_CLOSED_LINE = re.compile(r"#{1,6}[ \t]|([-=*_])\1\1+[ \t]*$|\||```|~~~")
_KEY = re.compile(r"[^\W\d_][\w -]{0,30}:[ \t]")
_FENCE = ("```", "~~~")
_FIRST_WIDE = "\u2e80"
"""From here on scripts are written without spaces, so a line may be broken after any character."""


class Line(NamedTuple):
    """A non-empty line without the spaces around it, and whether a blank line stands before it."""

    start: int
    end: int
    words: str
    after_blank: bool


def lines_of(text: str) -> Iterator[Line]:
    """The non-empty lines of `text`."""
    offset, blank = 0, True
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = offset + len(line) - len(line.lstrip())
            yield Line(start, start + len(words), words, blank)
            blank = False
        else:
            blank = True
        offset += len(line) + 1


def cut(text: str) -> list[tuple[int, int]]:
    """Start and end of every block of `text`, in order."""
    lines = list(lines_of(text))
    head = _head_lines(lines)
    width = _wrap_width(lines[head:])
    if not width:
        return [(line.start, line.end) for line in lines]
    cuts = [(line.start, line.end) for line in lines[:head]]
    for chunk in _chunks(lines[head:]):
        if _is_wrapped(chunk, width):
            cuts.extend(_flow(chunk, width))
        else:
            cuts.extend((line.start, line.end) for line in chunk)
    return cuts


def _head_lines(lines: Sequence[Line]) -> int:
    """How many lines at the top are shaped like front matter: those never flow together, however long they are."""
    if not lines:
        return 0
    if lines[0].words == "---":
        return next((index + 1 for index, line in enumerate(lines) if index and line.words in ("---", "...")), 0)
    count = next((index for index, line in enumerate(lines) if index and line.after_blank), len(lines))
    return count if all(_KEY.match(line.words) for line in lines[:count]) else 0


def _chunks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Runs of lines with no blank line between them; fenced code is no run of prose and comes line by line."""
    start, fenced = 0, False
    for index, line in enumerate(lines):
        fence = line.words.startswith(_FENCE)
        if index > start and (line.after_blank or fence or fenced):
            yield lines[start:index]
            start = index
        fenced ^= fence
    if lines:
        yield lines[start:]


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width the text was wrapped at, or 0 when its line breaks are meant."""
    chunks = [chunk for chunk in _chunks(lines) if len(chunk) > 1]
    lengths = sorted(len(line.words) for chunk in chunks for line in chunk[:-1])
    if len(lengths) < 2 or len(lines) == len(lengths) + 1:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    if not NARROWEST <= width <= WIDEST:
        return 0
    wrapped = [chunk for chunk in chunks if _is_wrapped(chunk, width)]
    inner = sum(len(chunk) - 1 for chunk in wrapped)
    finished = sum(line.words[-1] in SENTENCE_END for chunk in wrapped for line in chunk[:-1])
    return width if inner * 2 > len(lengths) and finished <= inner * FINISHED_SHARE else 0


def _is_wrapped(chunk: Sequence[Line], width: int) -> bool:
    """Whether the lines of a chunk break where the next word would not fit."""
    full = sum(_is_full(line, following, width) for line, following in pairwise(chunk))
    return len(chunk) > 1 and full >= (len(chunk) - 1) * FULL_SHARE


def _is_full(line: Line, following: Line, width: int) -> bool:
    first = 1 if following.words[0] >= _FIRST_WIDE else len(following.words[:200].split(None, 1)[0])
    return len(line.words) + 1 + first > width * (1 - SLACK)


def _flow(chunk: Sequence[Line], width: int) -> Iterator[tuple[int, int]]:
    """Blocks of a hard-wrapped chunk: marks of structure and clearly short lines still end a block."""
    start = chunk[0].start
    # In prose a number or a dash may come to stand at the start of a line by chance.
    is_list = _LIST_ITEM.match(chunk[0].words) is not None
    for line, following in pairwise(chunk):
        short = len(line.words) < width * 0.5 and not _is_full(line, following, width)
        item = _LIST_ITEM.match(following.words) and (is_list or line.words[-1] in SENTENCE_END)
        if short or item or _CLOSED_LINE.match(line.words) or _STARTS_BLOCK.match(following.words):
            yield start, line.end
            start = following.start
    yield start, chunk[-1].end
