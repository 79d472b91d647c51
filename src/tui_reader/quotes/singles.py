"""Quoted segments between single marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from tui_reader.quotes.marks import BEFORE, Segment, every


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"[‘‚'‹](?=[^\W_]|[„“\"«¿¡…(\[])")


@cache
def _elision() -> re.Pattern[str]:
    return re.compile(r"(?:\d0s|em|tis|twas|n|til|cause|round|bout)\b", re.IGNORECASE)


@cache
def _single_ends() -> re.Pattern[str]:
    return re.compile(r"[’'‘›](?![^\W_])")


_SINGLE_LONGEST = 1500
_SINGLE_CLOSERS = {"‘": "’", "‚": "‘’'", "'": "'", "‹": "›"}


def single_openings(text: str, present: str, segments: list[Segment]) -> list[int]:
    """Where a single mark stands that may open: apart from the letters before it, or right after a segment."""
    places = [at for mark in present if mark in _SINGLE_CLOSERS for at in every(text, mark)]
    if not places:
        return places
    after = {segment.outer_end for segment in segments}
    return sorted([at for at in places if not text[at - 1].isalnum() or at == 0 or at in after])


def singles(text: str, start: int, end: int, paragraph: int) -> list[Segment]:
    """Segments in single marks within text[start:end]; the caller decides whether a cue makes one speech."""
    found: list[Segment] = []
    opening = _single().search(text, start, end)
    if opening is None:
        return found
    ends = [m.start() for m in _single_ends().finditer(text, opening.end(), end) if not text[m.start() - 1].isspace()]
    at = start
    while opening is not None:
        at = opening.end()
        mark = opening.group()
        opens = opening.start() == start or text[opening.start() - 1] in BEFORE
        if opens and not (mark == "'" and _elision().match(text, at, end)):
            closing = _single_end(text, at, ends, mark)
            if closing is not None:
                found.append(Segment(at, closing, opening.start(), closing + 1, paragraph, paragraph, mark))
                at = closing + 1
        opening = _single().search(text, at, end)
    return found


def _single_end(text: str, start: int, ends: list[int], mark: str) -> int | None:
    first = bisect_left(ends, start + 1)
    fallback = None
    for at in ends[first : first + 8]:
        if at - start > _SINGLE_LONGEST:
            break
        if text[at] not in _SINGLE_CLOSERS[mark]:
            continue
        if text[at - 1] != "s":
            return at if fallback is None or text[at - 1] in ".,!?…" else fallback
        if fallback is None:
            fallback = at  # `the fans’ fault’`: a plural possessive, unless nothing better follows
    return fallback
