"""Interviews and transcripts: `Anna Berg: We open in June.`, speech that only the name before it sets apart."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.quotes.bodies import is_body, is_place
from tui_reader.quotes.lexicon import FORENAME, NOT_NAME, ROLE, TITLE, Lexicon
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.runs import capital

_LONGEST = 48
"""Characters of the longest name and title before a colon."""
_FEWEST = 2
"""How often somebody must answer."""


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"((?:{capital()}[ \u00a0]){{0,3}}{capital()})[ \u00a0\u202f]?:\s+(?=\S)")


def transcript(
    text: str, paragraphs: list[tuple[int, int]], segments: list[Segment], lexicon: Lexicon
) -> list[Segment]:
    """The answers of those whose name opens at least two paragraphs, where one of them follows a question.

    A list (`Berg: 3 points`) asks nobody anything. Who asks in the name of a paper is not reported.
    """
    answers: dict[str, list[tuple[int, int]]] = {}
    asked: set[str] = set()
    for index, (start, end) in enumerate(paragraphs):
        if text.find(":", start, min(end, start + _LONGEST)) < 0:
            continue
        match = _label().match(text, start, end)
        if match is None:
            continue
        answers.setdefault(match[1], []).append((index, match.end()))
        if index and text[paragraphs[index - 1][1] - 1] == "?":
            asked.add(match[1])
    marked = {segment.outer_start for segment in segments}
    found = [
        Segment(begin, paragraphs[index][1], begin, paragraphs[index][1], index, index, "label")
        for label, places in answers.items()
        if len(places) >= _FEWEST and label in asked and _is_person(text, label, lexicon)
        for index, begin in places
        if begin not in marked
    ]
    return sorted(found, key=lambda segment: segment.start)


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
