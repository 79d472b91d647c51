"""Paragraphs as quotations see them: a broken line inside a sentence is no new paragraph."""

from __future__ import annotations

import re

_FINAL = ".!?…:;\"”“»«’'"
_WRAPPED = (45, 110)
"""Shortest and longest line of a text broken by hand, in characters."""
_HARD = r"(?:[-–—―*•]\s|\d+[.)]\s)"


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs in order, without the line breaks between them."""
    lines, apart = _lines(text)
    if 1 not in apart[1:]:
        return lines  # a blank line stands before every other
    wrapped = _is_wrapped(text, lines, apart)
    joined: list[tuple[int, int]] = []
    for (start, end), breaks in zip(lines, apart, strict=True):
        if breaks == 1 and joined and _continues(text, joined[-1], start, wrapped):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _lines(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Spans of the lines that hold something, and how many line breaks stand before each."""
    lines: list[tuple[int, int]] = []
    apart: list[int] = []
    at = breaks = 0
    for line in text.split("\n"):
        bare = line.strip() if line else line
        if bare:
            start = at if line[0] == bare[0] else at + len(line) - len(line.lstrip())
            lines.append((start, start + len(bare)))
            apart.append(breaks)
            breaks = 0
        breaks += 1
        at += len(line) + 1
    return lines, apart


def _continues(text: str, before: tuple[int, int], start: int, wrapped: bool) -> bool:
    """Whether the line at `start`, one line break after the text `before`, goes on with it."""
    if wrapped:
        return not re.match(_HARD, text[start : start + 4])
    return text[start].islower() and text[before[1] - 1] not in _FINAL


def _is_wrapped(text: str, lines: list[tuple[int, int]], apart: list[int]) -> bool:
    """Whether lines were broken by hand at a common width, with blank lines between paragraphs."""
    if len(lines) < 4 or "\n\n" not in text:
        return False
    if apart.count(1) < len(lines) // 2:
        return False  # most lines stand alone
    inner = [end - start for (start, end), breaks in zip(lines, apart[1:], strict=False) if breaks == 1]
    if len(inner) < len(lines) // 2:
        return False
    low, high = _WRAPPED
    fitting = sum(low <= size <= high for size in inner)
    return fitting >= 0.9 * len(inner)
