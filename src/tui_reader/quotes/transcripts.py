"""Interviews and transcripts: `Anna Berg: We open in June.`, speech that only the name before it sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui_reader.quotes.bodies import is_body, is_place
from tui_reader.quotes.items import upper
from tui_reader.quotes.lexicon import FORENAME, NOT_NAME, ROLE, TITLE, Lexicon
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.runs import capital

_LONGEST = 110
"""Characters of the longest name, title and apposition before a colon."""
_FEWEST = 2
"""How often somebody must answer."""
_APART = 3
"""How many paragraphs from one label to the next belong to one talk."""


class _Turn(NamedTuple):
    paragraph: int
    label: str
    begin: int
    asks: bool


@cache
def _label() -> re.Pattern[str]:
    """One to four words with capitals, or initials, perhaps an apposition, and a colon."""
    who = rf"(?:{capital()}[ \u00a0]){{0,3}}{capital()}|(?:[{upper()}]\.){{2,3}}"
    return re.compile(rf"({who})(?:, [^.:!?\n]{{3,60}})?[ \u00a0\u202f]?:\s+(?=[^\s–—―])")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(rf"(?:[{upper()}]\.?){{2,3}}")


def transcript(
    text: str, paragraphs: list[tuple[int, int]], segments: list[Segment], lexicon: Lexicon
) -> list[Segment]:
    """The turns of those whose name opens paragraphs, where somebody is asked something.

    Who answers must do so twice, once after a question; in languages with dialogue after dashes, whose papers print
    talks so, everybody speaks in a talk of several labels. A list (`Berg: 3 points`) asks nobody anything. Who asks in
    the name of a paper is not reported.
    """
    turns = _turns(text, paragraphs)
    talking = _talking(turns) if lexicon.dialogue else set()
    asked = {turn.label for turn in turns if turn.paragraph and text[paragraphs[turn.paragraph - 1][1] - 1] == "?"}
    often = {label for label in asked if sum(turn.label == label for turn in turns) >= _FEWEST}
    marked = {segment.outer_start for segment in segments}
    speaks = {
        label
        for label in {turn.label for turn in turns}
        if (label in often or label in talking) and _is_person(text, label, lexicon)
    }
    if speaks:  # `Reporter: Why?`
        speaks.update(label for label in talking if lexicon.flags(label.lower()) & ROLE)
    return [
        Segment(turn.begin, stop, turn.begin, stop, turn.paragraph, turn.paragraph, "label")
        for turn in turns
        if turn.label in speaks and turn.begin not in marked
        for stop in (paragraphs[turn.paragraph][1],)
    ]


def _turns(text: str, paragraphs: list[tuple[int, int]]) -> list[_Turn]:
    """The paragraphs with a label before them, initials as the name they stand for."""
    found: list[_Turn] = []
    for index, (start, end) in enumerate(paragraphs):
        if text.find(":", start, min(end, start + _LONGEST)) < 0:
            continue
        match = _label().match(text, start, end)
        if match is not None:
            found.append(_Turn(index, match[1], match.end(), text[end - 1] == "?"))
    labels = {turn.label for turn in found}
    return [turn._replace(label=in_full(turn.label, labels)) for turn in found]


def _talking(turns: list[_Turn]) -> set[str]:
    """The labels of talks: two or more of them by turns, of which one asks."""
    talking: set[str] = set()
    at = 0
    while at < len(turns):
        stop = at + 1
        while stop < len(turns) and turns[stop].paragraph - turns[stop - 1].paragraph <= _APART:
            stop += 1
        labels = {turn.label for turn in turns[at:stop]}
        if len(labels) > 1 and any(turn.asks for turn in turns[at:stop]):
            talking |= labels
        at = stop
    return talking


def in_full(label: str, labels: Iterable[str]) -> str:
    """The name among `labels` that initials stand for: `A.B.` for `Anna Berg`; any other label as it is."""
    if not label.isupper() or _initials().fullmatch(label) is None:
        return label
    wanted = label.replace(".", "")
    full = {other for other in labels if " " in other and "".join(word[0] for word in other.split()) == wanted}
    return full.pop() if len(full) == 1 else label


def label_before(text: str, start: int, stop: int) -> str:
    """The label of a turn whose paragraph begins at `start` and whose words begin at `stop`."""
    return text[start:stop].rstrip(": \u00a0\u202f").partition(",")[0]


def _is_person(text: str, label: str, lexicon: Lexicon) -> bool:
    """Whether a label is a full name, or a surname that the text gives a forename to."""
    words = [word for word in label.lower().split() if not lexicon.flags(word.rstrip(".")) & (TITLE | ROLE)]
    if not words or lexicon.flags(words[-1]) & NOT_NAME:
        return False
    if len(words) > 1:
        first = lexicon.flags(words[0])
        return bool(first & FORENAME) or (not first and not is_body(label, lexicon) and not is_place(label, lexicon))
    surname = label.split()[-1]
    surname = surname.title() if surname.isupper() else surname
    before = re.findall(rf"({capital()})[ \u00a0]{re.escape(surname)}\b", text)
    told = (lexicon.flags(word.lower()) for word in before)
    return not is_body(surname, lexicon) and any(not flags or flags & (FORENAME | TITLE) for flags in told)
