"""The door of this package: `extract(text, language)`."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span
from tui_reader.quotes.attribution import read
from tui_reader.quotes.dialogue import rejoined
from tui_reader.quotes.discourse import Discourse
from tui_reader.quotes.findings import Finding
from tui_reader.quotes.guess import language_of
from tui_reader.quotes.kinds import kind_of
from tui_reader.quotes.lexicon import Lexicon, lexicon
from tui_reader.quotes.marks import Segment, is_noise
from tui_reader.quotes.names import Roster
from tui_reader.quotes.paragraphs import paragraphs
from tui_reader.quotes.scene import Scene
from tui_reader.quotes.segments import segments_of

_SPLINTERS = 2000
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
    if len(parts) > _SPLINTERS and len(text) < 8 * len(parts):
        return ()  # lines of a few characters each are no prose
    segments = segments_of(text, parts, words)
    if not segments and not indirect:
        return ()
    roster = Roster(text, words)
    scene = Scene(text, parts, segments, words, roster.surnames())
    discourse = Discourse(scene, roster)
    quotes = [quote for index in range(len(segments)) if (quote := _quote(scene, index, discourse)) is not None]
    for finding in discourse.echoed(text):
        at = next(k for k, quote in enumerate(quotes) if quote.start >= finding.segment.start)
        quotes[at] = replace(quotes[at], speaker=finding.speaker, attribution=finding.kind, rule=finding.rule)
    if indirect:
        from tui_reader.quotes.indirect import indirect_speech

        quotes = sorted([*quotes, *indirect_speech(scene, roster)], key=lambda quote: quote.span)
    return tuple(quotes)


def _quote(scene: Scene, index: int, discourse: Discourse) -> Quote | None:
    segment = scene.segments[index]
    span = _trimmed(scene.text, segment)
    if span is None:
        return None
    finding = read(scene, index)
    previous = discourse.done[-1] if discourse.done else None
    kind = _kind(scene.text[span.start : span.end], finding, previous, scene.lexicon)
    if kind is QuoteKind.SCARE:
        scene.leads[index] = finding.before[-40:]
        return Quote(span, kind, unclosed=segment.unclosed)
    discourse.resolve(finding)
    cue = Span(*finding.cue) if finding.cue else None
    return Quote(span, kind, finding.speaker, cue, finding.kind, finding.rule, segment.unclosed)


def _kind(words: str, finding: Finding, previous: Finding | None, lexicon: Lexicon) -> QuoteKind:
    if finding.segment.mark == "dash":
        return QuoteKind.DIRECT
    earlier = finding.earlier or []
    follows = previous is not None and previous.beside and len(earlier) == 1 and previous.tail is earlier[0]
    return kind_of(words, finding.before, finding.after, finding.beside, lexicon, follows)


def _trimmed(text: str, segment: Segment) -> Span | None:
    start, end = segment.start, segment.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end) if start < end else None
