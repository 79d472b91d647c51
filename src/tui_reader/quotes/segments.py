"""All segments of a text: in double marks, in single marks beside a cue, in dialogue."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from tui_reader.quotes.lexicon import CUE, Lexicon
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.pairs import marked
from tui_reader.quotes.singles import single_openings, singles


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


def segments_of(text: str, parts: list[tuple[int, int]], words: Lexicon, marks: str) -> list[Segment]:
    """Segments in `marks`, in dialogue and in transcripts, whose turns win over the marks inside them."""
    segments = _in_marks_or_dialogue(text, parts, words, marks)
    if "?\n" not in text:
        return segments  # nobody asks anything
    from tui_reader.quotes.transcripts import transcript

    answers = transcript(text, parts, segments, words)
    if not answers:
        return segments
    return sorted([*_outside(segments, answers, whole=False), *answers], key=lambda segment: segment.start)


def _in_marks_or_dialogue(text: str, parts: list[tuple[int, int]], words: Lexicon, marks: str) -> list[Segment]:
    """Segments in `marks` and in dialogue; dialogue wins over the marks inside it, marks over dashes inside them."""
    segments = marked(text, parts, marks)
    openings = single_openings(text, marks, segments)
    if openings:
        segments = with_singles(text, parts, segments, openings, words)
    if not words.dialogue:
        return segments
    from tui_reader.quotes.dashes import Dashes
    from tui_reader.quotes.dialogue import dialogue, inline
    from tui_reader.quotes.turns import interview

    dashes = Dashes(text)
    if words.incise:
        from tui_reader.quotes.incises import raya, with_incises

        segments = with_incises(text, segments, words)
    if words.dash_inside:
        segments = [part for s in segments for part in inline(text, s, dashes.within(s.start, s.end), words)]
    spoken: list[Segment] = []
    for index, (start, end) in enumerate(parts):
        inside = dashes.within(start, end)
        turns = dialogue(text, start, end, index, inside, words) if inside else []
        spoken += turns or (raya(text, start, end, index, words) if words.incise else [])
    spoken += interview(text, parts, spoken, words)
    if not spoken:
        return segments
    spoken.sort(key=lambda segment: segment.start)
    turns = _outside(spoken, segments, whole=True)
    return sorted([*_outside(segments, turns, whole=False), *turns], key=lambda segment: segment.start)


def with_singles(
    text: str, parts: list[tuple[int, int]], segments: list[Segment], openings: list[int], words: Lexicon
) -> list[Segment]:
    """The segments and those in single marks beside a cue, where no double marks stand around them."""
    found: list[Segment] = []
    at = 0
    nearest = 0
    for index, (start, end) in enumerate(parts):
        nearest = bisect_left(openings, start, nearest)
        if nearest == len(openings):
            break
        if openings[nearest] >= end:
            continue
        position = start
        while at < len(segments) and segments[at].outer_start < start:
            at += 1
        while at < len(segments) and segments[at].outer_start < end:
            found += _spoken_singles(text, position, segments[at].outer_start, index, openings, words)
            position = max(position, segments[at].outer_end)
            at += 1
        found += _spoken_singles(text, position, end, index, openings, words)
    return sorted([*segments, *found], key=lambda segment: segment.start) if found else segments


def _spoken_singles(text: str, start: int, end: int, index: int, openings: list[int], words: Lexicon) -> list[Segment]:
    if end - start < 3:
        return []
    first = bisect_left(openings, start)
    if first == len(openings) or openings[first] >= end:
        return []
    found: list[Segment] = []
    for segment in singles(text, start, end, index):
        follows = bool(found) and found[-1].mark == segment.mark and _is_sentence(text, segment)
        if follows or _cue_beside(text, segment, start, end, words):
            found.append(segment)
    return found


def _is_sentence(text: str, segment: Segment) -> bool:
    """Whether words in single marks are a sentence: after `‘A,’ said Hale.` they go on with what she said."""
    return text[segment.start].isupper() and text[segment.end - 1] in ".!?…"


def _cue_beside(text: str, segment: Segment, start: int, end: int, words: Lexicon) -> bool:
    """Whether a cue stands within a few words of a segment in single marks, set off by punctuation."""
    if text[segment.end - 1] in ",.!?…" or text[segment.outer_end : segment.outer_end + 1] == ",":
        after = _letters().findall(text, segment.outer_end, min(end, segment.outer_end + 60))[:6]
        if any(words.flags(word.lower()) & CUE for word in after):
            return True
    before = text[max(start, segment.outer_start - 60) : segment.outer_start].rstrip()
    return before.endswith((":", ",")) and any(words.flags(w.lower()) & CUE for w in _letters().findall(before)[-5:])


def _outside(segments: list[Segment], others: list[Segment], *, whole: bool) -> list[Segment]:
    """Segments that no other one overlaps (`whole`: that none holds entirely). Both lists are in text order."""
    kept: list[Segment] = []
    at = 0
    for segment in segments:
        while at < len(others) and others[at].end <= segment.start:
            at += 1
        other = others[at] if at < len(others) else None
        if (
            other is None
            or other.start >= segment.end
            or (whole and not (other.start < segment.start and segment.end < other.end))
        ):
            kept.append(segment)
    return kept
