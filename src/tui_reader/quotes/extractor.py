"""The door of this package: `extract(text, language)`."""

from __future__ import annotations

from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span
from tui_reader.quotes.attribution import Finding, Scene, read
from tui_reader.quotes.dialogue import dialogue, inline, interview, rejoined
from tui_reader.quotes.discourse import Discourse
from tui_reader.quotes.guess import language_of
from tui_reader.quotes.kinds import kind_of
from tui_reader.quotes.lexicon import Lexicon, lexicon
from tui_reader.quotes.marks import Segment, marked
from tui_reader.quotes.names import Roster
from tui_reader.quotes.paragraphs import paragraphs

_TRIM = " \t\n\u00a0\u202f"


def extract(text: str, language: str | None = None, *, indirect: bool = False) -> tuple[Quote, ...]:
    """Quotations of `text` in text order; outermost only.

    `language` is an ISO 639-1 code; None means: guess from the text. Words in marks that nobody says (titles, brands,
    terms) come with kind `scare`; indirect speech comes only with `indirect`. Pure: no file but the language's own
    words is read, no clock. Never raises on any text.
    """
    words = lexicon(language or language_of(text))
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
    segments = marked(text, parts)
    if not words.dialogue:
        return segments
    if words.dash_inside:
        segments = [part for segment in segments for part in inline(text, segment, words)]
    spoken: list[Segment] = []
    for index, (start, end) in enumerate(parts):
        spoken += dialogue(text, start, end, index, words)
    if not spoken:
        return segments
    spoken += interview(text, parts, spoken, words)
    turns = [turn for turn in spoken if not any(s.start < turn.start and turn.end < s.end for s in segments)]
    kept = [s for s in segments if not any(s.start < t.end and t.start < s.end for t in turns)]
    return sorted(kept + turns, key=lambda segment: segment.start)


def _quote(scene: Scene, index: int, discourse: Discourse) -> Quote | None:
    segment = scene.segments[index]
    span = _trimmed(scene.text, segment)
    if span is None:
        return None
    finding = read(scene, index)
    kind = _kind(scene.text[span.start : span.end], finding, scene.lexicon)
    if kind is QuoteKind.SCARE:
        scene.leads[index] = finding.before
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
