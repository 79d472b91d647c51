"""Paragraphs as quotations see them: a broken line inside a sentence is no new paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FINAL = ".!?…:;\"”“»«’'"
_WRAPPED = (45, 110)
"""Shortest and longest line of a text broken by hand, in characters."""
_HARD = re.compile(r"^(?:[-–—―*•]\s|\d+[.)]\s)")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs in order, without the line breaks between them."""
    lines = [_trimmed(text, *m.span()) for m in _LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and _continues(text, joined[-1], start, wrapped):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _continues(text: str, before: tuple[int, int], start: int, wrapped: bool) -> bool:
    gap = text[before[1] : start]
    if gap.count("\n") != 1:
        return False
    if wrapped:
        return not _HARD.match(text[start : start + 4])
    return text[start].islower() and text[before[1] - 1] not in _FINAL


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines were broken by hand at a common width, with blank lines between paragraphs."""
    if len(lines) < 4 or "\n\n" not in text:
        return False
    inner = [end - start for (start, end), (following, _) in pairwise(lines) if text.count("\n", end, following) == 1]
    if len(inner) < len(lines) // 2:
        return False
    low, high = _WRAPPED
    fitting = sum(low <= size <= high for size in inner)
    return fitting >= 0.9 * len(inner)
