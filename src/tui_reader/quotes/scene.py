"""The text around the quotations, cut into sentences when asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.quotes.items import WORD, Item, Sentence
from tui_reader.quotes.lexicon import Lexicon
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.narrative import Narrative, opens_closed
from tui_reader.quotes.reader import SentenceReader

_FINAL = ".!?…"
_BOUNDARY = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zа-яё])")
_LONG, _NEAR = 500, 420
"""Narrative longer than the first (characters) is read only within the second of the quotation."""
_SHORT = 120
"""Narrative of so few characters is read at once: to leave sentences out would cost as much."""


class Scene:
    """The text around the segments, cut into sentences when asked for."""

    def __init__(
        self,
        text: str,
        paragraphs: list[tuple[int, int]],
        segments: list[Segment],
        lexicon: Lexicon,
        surnames: frozenset[str] = frozenset(),
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.segments = segments
        self.lexicon = lexicon
        self._reader = SentenceReader(text, lexicon, surnames)
        self.leads: dict[int, list[Item]] = {}
        self._gaps: dict[tuple[int, int], Sequence[Sentence]] = {}

    def gap(self, start: int, end: int, fresh: bool) -> Sequence[Sentence]:
        """Sentences of the narrative text[start:end]."""
        key = (start, end)
        found = self._gaps.get(key)
        if found is None:
            if end - start < _SHORT:
                found = self._reader.sentences(start, end, fresh) if end > start else ()
            else:
                found = Narrative.of(self._reader, self.text, start, end, fresh)
            self._gaps[key] = found
        return found

    def end_of(self, start: int, end: int, fresh: bool) -> Sequence[Sentence]:
        """The last sentences of text[start:end]: what stands far from a quotation says nothing about it."""
        if end - start > _LONG:
            cut = _BOUNDARY.search(self.text, end - _NEAR, end - 2)
            if cut is not None:
                start, fresh = cut.end(), True
        return self.gap(start, end, fresh)

    def start_of(self, start: int, end: int, fresh: bool) -> Sequence[Sentence]:
        """The first sentences of text[start:end]."""
        if end - start > _LONG:
            cut = _BOUNDARY.search(self.text, start + _NEAR // 2, end - 2)
            if cut is not None:
                end = cut.start() + 1
        return self.gap(start, end, fresh)

    def continued(self, index: int, before: Sequence[Sentence], lead: list[Item]) -> list[Item]:
        """The lead with what stands before a title or a term in marks in the same sentence."""
        carried = self.leads.get(index - 1)
        if carried is None or opens_closed(before):
            return lead  # an open sentence is the last one, so there is none beside it
        previous, segment = self.segments[index - 1], self.segments[index]
        if previous.last_paragraph != segment.paragraph or ended(self.text, previous):
            return lead
        thing = Item(WORD, self.text[previous.start : previous.end], previous.start, previous.end, self.text)
        return [*carried, thing, *lead]

    def heading(self, paragraph: int) -> bool:
        """Whether a paragraph is a short line without an end: a headline, a label, a caption."""
        start, end = self.paragraphs[paragraph]
        return end - start < 120 and self.text[end - 1] not in ".!?…:,;\"'”’»“)"

    def before(self, index: int) -> Sequence[Sentence]:
        """Sentences between the segment before (or the paragraph's start) and segment `index`."""
        segment = self.segments[index]
        start, end = self.paragraphs[segment.paragraph][0], segment.outer_start
        previous = None
        if index:
            previous = self.segments[index - 1]
            if previous.last_paragraph == segment.paragraph and previous.outer_end > start:
                start = previous.outer_end
            else:
                previous = None
        if start >= end:
            return ()
        known = self._gaps.get((start, end)) if end - start <= _LONG else None
        if known is not None:
            return known
        return self.end_of(start, end, previous is None or ended(self.text, previous))

    def after(self, index: int) -> Sequence[Sentence]:
        """Sentences between segment `index` and the next one (or the paragraph's end)."""
        segment = self.segments[index]
        end = self.paragraphs[segment.last_paragraph][1]
        if index + 1 < len(self.segments):
            following = self.segments[index + 1]
            if following.paragraph == segment.last_paragraph:
                end = following.outer_start
        return self.start_of(segment.outer_end, end, ended(self.text, segment))


def ended(text: str, segment: Segment) -> bool:
    """Whether the words of a segment end a sentence."""
    at = segment.end - 1
    if text[at] in _FINAL:
        return True
    while at > segment.start and text[at] in " \"'”’»“":
        at -= 1
    return text[at] in _FINAL
