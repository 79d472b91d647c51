"""Turns of a talk that no cue stands beside: a dash alone."""

from __future__ import annotations

import re

from tui_reader.quotes.dialogue import announced, segment_between
from tui_reader.quotes.lexicon import CUE, Lexicon
from tui_reader.quotes.marks import Segment

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FINAL = ".!?…"
_NEAR = 4
"""How many paragraphs may part a turn without a cue from one that has one."""


def interview(text: str, paragraphs: list[tuple[int, int]], spoken: list[Segment], lexicon: Lexicon) -> list[Segment]:
    """Turns set off by dashes without a cue, near a turn that has one.

    A run of dash paragraphs is an interview, not a list, when a cue stands in it and one of its turns asks. One or two
    alone, each a whole sentence, are no list either where people speak so just before or after.
    """
    cued = {segment.paragraph for segment in spoken}
    found: list[Segment] = []
    index = 0
    while index < len(paragraphs):
        stop = index
        while stop < len(paragraphs) and _turn_start(text, paragraphs[stop]):
            stop += 1
        run = range(index, stop)
        asks = any(text[paragraphs[i][1] - 1] == "?" for i in run)
        if (len(run) >= 3 and asks and any(i in cued for i in run)) or _few(text, paragraphs, run, cued, lexicon):
            found += [segment_between(text, *paragraphs[i], i) for i in run if i not in cued]
        index = max(stop, index + 1)
    return found


def _few(text: str, paragraphs: list[tuple[int, int]], run: range, cued: set[int], lexicon: Lexicon) -> bool:
    """Whether one or two whole sentences after dashes stand near words somebody surely says after the same dash.

    A line above with a colon heads a list, unless it has a cue: then what follows is said.
    """
    bare = [i for i in run if i not in cued]
    if not 0 < len(bare) <= 2 or any(text[paragraphs[i][1] - 1] not in _FINAL for i in bare):
        return False
    above = paragraphs[run[0] - 1] if run[0] else (0, 0)
    if above[1] and text[above[1] - 1] == ":":
        return len(run) == 1 and announced(text, *above, lexicon, CUE)
    dash = text[paragraphs[run[0]][0]]
    near = range(max(0, run[0] - _NEAR), min(len(paragraphs), run[-1] + _NEAR + 1))
    return any(i in cued and text[paragraphs[i][0]] == dash for i in near)


def _turn_start(text: str, paragraph: tuple[int, int]) -> bool:
    start, end = paragraph
    if text[start] not in "–—―":
        return False
    word = _WORD.search(text, start, end)
    return word is not None and word.start() - start <= 3 and not word.group()[0].islower()
