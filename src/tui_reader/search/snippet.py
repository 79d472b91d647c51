"""The passage of an article that shows best why it was found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.model.blocks import Block, BlockKind
from tui_reader.model.cutting import SENTENCE_END
from tui_reader.model.hit import Match, Tier
from tui_reader.model.span import Span

if TYPE_CHECKING:
    from tui_reader.model.article import Article

_BEFORE = 3
"""One part in so many of the room left stands before the first match: what follows says more."""

_ONE_WORD = 12
"""But room for one word stands there if need be: alone at the edge, a match is hard to make sense of."""

_TIERS = tuple(Tier)
_MOST_BLOCKS = 20
"""Among so many blocks the beginning of the story is looked for."""

_MOST_PLACES = 1000
"""So many matches are weighed: where a word stands more often, the best of them is no better than many."""

_STORY = (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.LIST_ITEM, BlockKind.CODE)
_LONGEST_LINE = 160
"""Characters from which a line is a paragraph, however it ends."""

_ADDRESS = re.compile(r"(?:[^\s:]{1,20}:\s*)?<?(?:https?://|www\.)\S+\s*$")
_BYLINE = re.compile(r"[*_]*(?:by|autor|author|автор|von|par|por)\b:?\s+[^\W\d_]", re.IGNORECASE)


class Snippet(NamedTuple):
    """A passage on one line's width."""

    span: Span
    """Where it stands in the text. It may hold single line breaks, to be shown as spaces."""
    matches: tuple[Match, ...]
    """The matches inside, in offsets of the text."""


def snippet(article: Article, matches: Sequence[Match], width: int) -> Snippet:
    """The best passage of at most `width` characters (not cells: the caller crops wide ones), inside one paragraph.

    A passage of the story wins over headlines, addresses, bylines and what came along; then the one with most different
    matched words, the better tier, the earlier. Without a match in the text it is the beginning of the story.
    """
    places = [m for m in matches if m.field == "text"][:_MOST_PLACES]
    if not places:
        return Snippet(_beginning(article, width), ())
    first, last = _densest(article, places, width)
    span = _around(article, places[first].start, places[last].end, width)
    inside = tuple(m for m in places if span.start <= m.start and m.end <= span.end)
    return Snippet(span, inside)


def _densest(article: Article, places: Sequence[Match], width: int) -> tuple[int, int]:
    """Indexes of the first and last match of the window that shows most."""
    text, blocks = article.text, article.blocks
    starts = [place.start for place in places]
    words = [text[place.start : place.end].casefold() for place in places]
    best, chosen, before, tells = (False, -1, 0), (0, 0), -1, True
    for first, place in enumerate(places):
        number = article.paragraph_at(place.start)
        block = blocks[number - 1] if number else None
        if number != before:
            before, tells = number, block is None or _tells(article, block)
        stop = min(place.start + width, block.span.end if block else len(text))
        last = max(first, bisect_left(starts, stop) - 1)
        while last > first and places[last].end > stop:
            last -= 1
        tier = min(_TIERS.index(places[n].tier) for n in range(first, last + 1))
        value = (tells, len(set(words[first : last + 1])), -tier)
        if value > best:
            best, chosen = value, (first, last)
    return chosen


def _tells(article: Article, block: Block) -> bool:
    """Whether a block is part of the story: no headline, address, byline, date line, and nothing that came along."""
    if block.kind not in _STORY or block.span == article.title_span:
        return False
    words = block.span.of(article.text)[block.marker : _LONGEST_LINE]
    if _ADDRESS.match(words):
        return False
    # A line of the story ends like a sentence, or goes on for long; a poem is as good as any other line of it.
    finished = len(block.span) >= _LONGEST_LINE or words[-1:] in SENTENCE_END
    return block.kind is BlockKind.LIST_ITEM or (finished and not _is_byline(words))


def _is_byline(words: str) -> bool:
    """`By Ada Winterbourne, The Herald.`, but not `By Tuesday the river rose.`"""
    named = words.split()[1:]
    return len(words) < 80 and bool(_BYLINE.match(words)) and all(w[0].isupper() or len(w) < 4 for w in named)


def _around(article: Article, start: int, end: int, width: int) -> Span:
    """`start:end` with as many whole words of its paragraph on both sides as there is room for."""
    block = article.paragraph_at(start)
    low, high = 0, len(article.text)
    if block:
        low, high = article.paragraph(block).span.start, article.paragraph(block).span.end
    end = min(end, start + width)
    room = width - (end - start)
    left = _word_start(article.text, max(low, start - max(room // _BEFORE, min(_ONE_WORD, room // 2))), low, start)
    right = _word_end(article.text, min(high, left + width), high, end)
    # What the words on the right left over is used on the left.
    left = _word_start(article.text, max(low, right - width), low, left)
    return Span(left, right)


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
    blocks = [
        b for b in article.blocks[:_MOST_BLOCKS] if b.kind is BlockKind.PARAGRAPH and b.span != article.title_span
    ]
    for block in sorted(blocks, key=lambda b: not _tells(article, b)):
        if len(block.span) > block.marker:
            start = block.span.start + block.marker
            end = min(block.span.end, start + width)
            return Span(start, _word_end(article.text, end, block.span.end, start))
    return Span(article.body, article.body)
