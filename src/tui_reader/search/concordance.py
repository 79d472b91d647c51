"""Every matched passage on a line of its own, with what stands before and after it (keyword in context)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.search.words import WORD, term

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.model.hit import Match

_LOOK = 80
"""Characters beside a passage in which its neighbouring words are looked for."""
_LOOK_FURTHER = 400
"""The same where those hold no word: a row of dots, a very long word."""
_WORDS = 4
"""Neighbouring words that decide the order; lines alike in all of them stay in the order of the texts."""


class Order(StrEnum):
    """What the lines are sorted by."""

    POSITION = "position"
    RIGHT = "right"
    """The words after the passage, from the first on."""
    RIGHT2 = "right2"
    """The words after the passage, from the second on."""
    LEFT = "left"
    """The words before the passage, the nearest first: `the old harbour` under `harbour`."""
    KEYWORD = "keyword"
    """The passage itself."""


class Line(NamedTuple):
    """One passage. The words are taken from the article when they are shown: 100 000 lines hold numbers alone."""

    article: Article
    start: int
    end: int
    """Half-open range of code points in `article.text`."""
    paragraph: int
    low: int
    high: int
    """Bounds of its paragraph: context does not go beyond them."""

    @property
    def keyword(self) -> str:
        """The passage on one line."""
        return " ".join(self.article.text[self.start : self.end].split())

    def left(self, most: int) -> str:
        """What stands before it in its paragraph: at most `most` characters, the blank before the passage included."""
        text = self.article.text[max(self.low, self.start - most) : self.start]
        return " ".join(text.split()) + (" " if text[-1:].isspace() else "")

    def right(self, most: int) -> str:
        """What stands after it in its paragraph: at most `most` characters, the blank after the passage included."""
        text = self.article.text[self.end : min(self.high, self.end + most)]
        return (" " if text[:1].isspace() else "") + " ".join(text.split())


def lines_of(article: Article, matches: Iterable[Match]) -> Iterator[Line]:
    """The lines of one article, in the order of its text.

    A match in a title that is no part of the text (front matter, a file name) has no place to go to, and no line.
    """
    blocks = article.blocks
    for match in matches:
        if match.field == "text":
            number = article.paragraph_at(match.start)
            block = blocks[number - 1].span if number else None
            low, high = (block.start, block.end) if block is not None else (0, len(article.text))
            yield Line(article, match.start, match.end, number, min(low, match.start), max(high, match.end))


def sort_key(line: Line, order: Order) -> tuple[str, ...]:
    """What `line` is sorted by: folded words, so that case, accents and scripts do not part the same word."""
    if order is Order.KEYWORD:
        return (*_terms(line.keyword), *_after(line, 1))
    if order is Order.LEFT:
        return _before(line)
    if order is Order.RIGHT:
        return _after(line, 0)
    if order is Order.RIGHT2:
        return _after(line, 1)
    return ()


def sorted_indexes(lines: Sequence[Line], order: Order, reverse: bool = False) -> list[int]:
    """Indexes of `lines` in `order`; lines alike stay in the order of the texts, reversed or not."""
    if order is Order.POSITION:
        indexes = range(len(lines))
        return list(reversed(indexes)) if reverse else list(indexes)
    keys = [sort_key(line, order) for line in lines]
    return sorted(range(len(lines)), key=keys.__getitem__, reverse=reverse)


def _terms(text: str) -> list[str]:
    return [plain for word in WORD.findall(text) if (plain := term(word))]


def _after(line: Line, skipped: int) -> tuple[str, ...]:
    """The words after the passage, the first `skipped` of them left out."""
    for look in (_LOOK, _LOOK_FURTHER):
        stop = min(line.high, line.end + look)
        words = _whole(line.article.text, line.end, stop, line.high)
        if len(words) > skipped or stop == line.high:
            break
    return tuple(islice(words, skipped, skipped + _WORDS))


def _before(line: Line) -> tuple[str, ...]:
    """The words before the passage, the nearest first."""
    for look in (_LOOK, _LOOK_FURTHER):
        start = max(line.low, line.start - look)
        words = _terms(line.article.text[start : line.start])
        # A word that was cut is none, unless nothing better is there.
        if start > line.low and line.article.text[start - 1].isalnum() and len(words) > 1:
            words = words[1:]
        if words or start == line.low:
            break
    return tuple(words[: -_WORDS - 1 : -1])


def _whole(text: str, start: int, stop: int, high: int) -> list[str]:
    words = _terms(text[start:stop])
    cut = stop < high and text[stop].isalnum() and len(words) > 1
    return words[:-1] if cut else words
