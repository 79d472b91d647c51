"""The door of this package: `extract(text, language)`."""

from __future__ import annotations

import re

from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span
from tui_reader.quotes.attribution import Finding, Scene, read
from tui_reader.quotes.dialogue import dialogue, inline, interview, rejoined
from tui_reader.quotes.discourse import Discourse
from tui_reader.quotes.guess import language_of
from tui_reader.quotes.kinds import kind_of
from tui_reader.quotes.lexicon import CUE, Lexicon, lexicon
from tui_reader.quotes.marks import Segment, is_noise, marked, singles
from tui_reader.quotes.names import Roster
from tui_reader.quotes.paragraphs import paragraphs

_FEW = re.compile(r"[^\W\d_]+")
_TRIM = " \t\n\u00a0\u202f"


def extract(text: str, language: str | None = None, *, indirect: bool = False) -> tuple[Quote, ...]:
    """Quotations of `text` in text order; outermost only.

    `language` is an ISO 639-1 code; None means: guess from the text. Words in marks that nobody says (titles, brands,
    terms) come with kind `scare`; indirect speech comes only with `indirect`. Pure: no file but the language's own
    words is read, no clock. Never raises on any text.
    """
    words = lexicon(language or language_of(text))
    if is_noise(text):
        return ()
    parts = rejoined(text, paragraphs(text), words)
    segments = segments_of(text, parts, words)
    quotes: list[Quote] = []
    if segments:
        roster = Roster(text, words)
        scene = Scene(text, parts, segments, words, roster.surnames())
        discourse = Discourse(scene, roster)
        for index in range(len(segments)):
            quote = _quote(scene, index, discourse)
            if quote is not None:
                quotes.append(quote)
    return tuple(quotes)


def segments_of(text: str, parts: list[tuple[int, int]], words: Lexicon) -> list[Segment]:
    """Segments in marks and in dialogue; dialogue wins over the marks inside it, marks over the dashes inside them."""
    segments = with_singles(text, parts, marked(text, parts), words)
    if not words.dialogue:
        return segments
    if words.dash_inside:
        segments = [part for segment in segments for part in inline(text, segment, words)]
    spoken: list[Segment] = []
    for index, (start, end) in enumerate(parts):
        spoken += dialogue(text, start, end, index, words)
    if not spoken:
        return segments
    spoken = sorted([*spoken, *interview(text, parts, spoken, words)], key=lambda segment: segment.start)
    turns = _outside(spoken, segments, whole=True)
    return sorted([*_outside(segments, turns, whole=False), *turns], key=lambda segment: segment.start)


def with_singles(text: str, parts: list[tuple[int, int]], segments: list[Segment], words: Lexicon) -> list[Segment]:
    """The segments and those in single marks beside a cue, where no double marks stand around them."""
    if not any(mark in text for mark in "‘‚'‹"):
        return segments
    found: list[Segment] = []
    at = 0
    for index, (start, end) in enumerate(parts):
        position = start
        while at < len(segments) and segments[at].outer_start < end:
            found += _spoken_singles(text, position, segments[at].outer_start, index, words)
            position = max(position, segments[at].outer_end)
            at += 1
        found += _spoken_singles(text, position, end, index, words)
    return sorted([*segments, *found], key=lambda segment: segment.start) if found else segments


def _spoken_singles(text: str, start: int, end: int, index: int, words: Lexicon) -> list[Segment]:
    if end - start < 3:
        return []
    return [s for s in singles(text, start, end, index) if _cue_beside(text, s, start, end, words)]


def _cue_beside(text: str, segment: Segment, start: int, end: int, words: Lexicon) -> bool:
    """Whether a cue stands within a few words of a segment in single marks, set off by punctuation."""
    if text[segment.end - 1] in ",.!?…" or text[segment.outer_end : segment.outer_end + 1] == ",":
        after = _FEW.findall(text, segment.outer_end, min(end, segment.outer_end + 60))[:6]
        if any(words.flags(word.lower()) & CUE for word in after):
            return True
    before = text[max(start, segment.outer_start - 60) : segment.outer_start].rstrip()
    return before.endswith((":", ",")) and any(words.flags(w.lower()) & CUE for w in _FEW.findall(before)[-5:])


def _outside(segments: list[Segment], others: list[Segment], *, whole: bool) -> list[Segment]:
    """Segments that no other one overlaps (`whole`: that none holds entirely). Both lists are in text order."""
    kept: list[Segment] = []
    at = 0
    for segment in segments:
        while at < len(others) and others[at].end <= segment.start:
            at += 1
        other = others[at] if at < len(others) else None
        if other is None or other.start >= segment.end:
            kept.append(segment)
        elif whole and not (other.start < segment.start and segment.end < other.end):
            kept.append(segment)
    return kept


def _quote(scene: Scene, index: int, discourse: Discourse) -> Quote | None:
    segment = scene.segments[index]
    span = _trimmed(scene.text, segment)
    if span is None:
        return None
    finding = read(scene, index)
    kind = _kind(scene.text[span.start : span.end], finding, scene.lexicon)
    if kind is QuoteKind.SCARE:
        scene.leads[index] = finding.before[-40:]
        return Quote(span, kind, unclosed=segment.unclosed)
    discourse.resolve(finding)
    cue = Span(*finding.cue) if finding.cue else None
    return Quote(span, kind, finding.speaker, cue, finding.kind, finding.rule, segment.unclosed)


def _kind(words: str, finding: Finding, lexicon: Lexicon) -> QuoteKind:
    return kind_of(words, finding.before, finding.after, finding.beside, lexicon)


def _trimmed(text: str, segment: Segment) -> Span | None:
    start, end = segment.start, segment.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end) if start < end else None
