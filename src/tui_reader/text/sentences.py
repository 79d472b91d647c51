"""Sentences and words of a stretch of text: the steps of the reading cursor and of a selection."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 20_000
"""Characters handed to the sentence splitter at once; a longer stretch is cut at full stops alone."""

# The splitter keeps a whole quotation together, however many sentences it holds. Here each of them is one step, so
# the marks are hidden from it; one character each, so offsets stay.
_MARKS = dict.fromkeys(map(ord, '“”„‟«»‹›‘’"「」『』'), " ") | dict.fromkeys(map(ord, "\n\t"), " ")
_STOP = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")


def sentences(text: str, start: int, end: int, language: str | None = None) -> list[tuple[int, int]]:
    """Ranges of the sentences in `text[start:end]`, in order, without the spaces between them.

    Never empty unless the stretch holds nothing but spaces.
    """
    ranges = []
    for first, last in _cuts(text[start:end], language or "en"):
        piece = text[start + first : start + last]
        body = piece.strip()
        if body:
            left = start + first + len(piece) - len(piece.lstrip())
            ranges.append((left, left + len(body)))
    return _joined(text, ranges)


def _cuts(piece: str, language: str) -> Iterator[tuple[int, int]]:
    if len(piece) > LONGEST:
        at = 0
        for stop in _STOP.finditer(piece):
            yield at, stop.end()
            at = stop.end()
        yield at, len(piece)
        return
    from sentencex import get_sentence_boundaries  # 5 MB of rules, wanted only once an article is open

    for sentence in get_sentence_boundaries(language, piece.translate(_MARKS)):
        yield sentence["start_index"], sentence["end_index"]


def _joined(text: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put marks where they belong, and cues with what they introduce.

    An opening mark at the end of a sentence opens the next one. Closing marks and cues belong to the sentence before:
    `”`, `– dodał.` and `he said.` are no sentences.
    """
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined:
            before = text[slice(*joined[-1])]
            kept = before.rstrip('“„«‹‘"「『(')
            if len(kept) < len(before) and kept[-1:].isspace():
                start = joined[-1][0] + len(kept)
                joined[-1] = (joined[-1][0], joined[-1][0] + len(kept.rstrip()))
        head = text[start:end].lstrip('”“"»«’‘–—- ')
        if joined and (not head or (head[0].islower() and text[joined[-1][1] - 1] in '”“"»«’?!–—')):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of the words in `text[start:end]`, in order; a hyphen or an apostrophe inside does not cut."""
    return [match.span() for match in _WORD.finditer(text, start, end)]
