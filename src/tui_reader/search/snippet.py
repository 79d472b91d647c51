"""The passage of an article that shows best why it was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model.blocks import BlockKind
from tui_reader.model.hit import Match, Tier
from tui_reader.model.span import Span

if TYPE_CHECKING:
    from tui_reader.model.article import Article

_BEFORE = 3
"""One part in so many of the room left stands before the first match: what follows says more."""

_TIERS = tuple(Tier)


class Snippet(NamedTuple):
    """A passage on one line's width."""

    span: Span
    """Where it stands in the text. It may hold single line breaks, to be shown as spaces."""
    matches: tuple[Match, ...]
    """The matches inside, in offsets of the text."""


def snippet(article: Article, matches: Sequence[Match], width: int) -> Snippet:
    """The best passage of at most `width` characters (not cells: the caller crops wide ones), inside one paragraph.

    The passage with most different matched words wins, then the better tier, then the earlier. Without a match in the
    text it is the beginning of the first paragraph.
    """
    places = [m for m in matches if m.field == "text"]
    if not places:
        return Snippet(_beginning(article, width), ())
    first, last = _densest(article, places, width)
    span = _around(article, places[first].start, places[last].end, width)
    inside = tuple(m for m in places if span.start <= m.start and m.end <= span.end)
    return Snippet(span, inside)


def _densest(article: Article, places: Sequence[Match], width: int) -> tuple[int, int]:
    """Indexes of the first and last match of the window that shows most."""
    text = article.text
    starts = [place.start for place in places]
    words = [text[place.start : place.end].casefold() for place in places]
    best, chosen = (-1, 0, 0), (0, 0)
    for first, place in enumerate(places):
        block = article.paragraph_at(place.start)
        stop = min(place.start + width, article.paragraph(block).span.end if block else len(text))
        last = max(first, bisect_left(starts, stop) - 1)
        while last > first and places[last].end > stop:
            last -= 1
        tier = min(_TIERS.index(places[n].tier) for n in range(first, last + 1))
        value = (len(set(words[first : last + 1])), -tier, -_is_heading(article, place.start))
        if value > best:
            best, chosen = value, (first, last)
    return chosen


def _is_heading(article: Article, offset: int) -> bool:
    """Whether a match stands in the headline, which is shown anyway."""
    return article.title_span is not None and article.title_span.holds(offset)


def _around(article: Article, start: int, end: int, width: int) -> Span:
    """`start:end` with as much of its paragraph around it as there is room for, cut between words."""
    block = article.paragraph_at(start)
    low, high = 0, len(article.text)
    if block:
        low, high = article.paragraph(block).span.start, article.paragraph(block).span.end
    end = min(end, start + width)
    room = max(0, width - (end - start))
    left = max(low, start - room // _BEFORE)
    right = min(high, left + width)
    left = max(low, min(left, right - width))
    return Span(_word_start(article.text, left, low, start), _word_end(article.text, right, high, end))


def _word_start(text: str, at: int, low: int, limit: int) -> int:
    if at <= low or text[at - 1].isspace():
        return max(at, low)
    space = next((n for n in range(at, limit) if text[n].isspace()), None)
    return at if space is None else space + 1


def _word_end(text: str, at: int, high: int, limit: int) -> int:
    if at >= high or text[at].isspace():
        return min(at, high)
    space = next((n for n in range(at - 1, limit, -1) if text[n].isspace()), None)
    return at if space is None else space


def _beginning(article: Article, width: int) -> Span:
    for block in article.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.span != article.title_span:
            start = block.span.start + block.marker
            end = min(block.span.end, start + width)
            return Span(start, _word_end(article.text, end, block.span.end, start))
    return Span(article.body, article.body)
