"""Turns of a talk that no cue stands beside: a dash alone, or the speaker's name and a colon before each."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.quotes.dialogue import announced, segment_between
from tui_reader.quotes.items import upper
from tui_reader.quotes.lexicon import CUE, Lexicon
from tui_reader.quotes.marks import Segment

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FINAL = ".!?…"
_NEAR = 4
"""How many paragraphs may part a turn without a cue from one that has one."""
_LONGEST = 90
"""Characters of the longest label."""
_APART = 3
"""How many paragraphs from one label to the next belong to one talk."""


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


@cache
def _label() -> re.Pattern[str]:
    """One to four words with capitals, or initials, perhaps an apposition, a colon, and then words without marks."""
    word = rf"[{upper()}](?:[^\W\d_]|['’ʼ.-](?=[^\W\d_]))*+\.?"
    return re.compile(rf"({word}(?: {word}){{0,3}})(?:, [^.:!?\n]{{3,60}})?: +(?=[^\W_]|[¿¡(…])")


def labelled(text: str, paragraphs: list[tuple[int, int]]) -> list[Segment]:
    """Turns with the speaker's name before them: `Anna Berg: Kiedy?`, in a talk of two or more in which one asks."""
    talk: list[tuple[int, str, int]] = []
    found: list[Segment] = []
    for index, (start, end) in enumerate(paragraphs):
        if text.find(":", start, min(end, start + _LONGEST)) < 0:
            continue
        match = _label().match(text, start, end)
        if match is None:
            continue
        if talk and index - talk[-1][0] > _APART:
            found += _turns(text, paragraphs, talk)
            talk = []
        talk.append((index, match[1], match.end()))
    return found + _turns(text, paragraphs, talk)


def _turns(text: str, paragraphs: list[tuple[int, int]], talk: list[tuple[int, str, int]]) -> list[Segment]:
    """The turns of a talk; none where labels only head the lines of a list."""
    labels = [label for _, label, _ in talk]
    asks = any(text[paragraphs[index][1] - 1] == "?" for index, _, _ in talk)
    again = len(labels) > 3 and len(set(labels)) <= len(labels) // 2
    if len(set(labels)) < 2 or not (asks or again):
        return []
    return [Segment(at, paragraphs[index][1], at, paragraphs[index][1], index, index, "label") for index, _, at in talk]
