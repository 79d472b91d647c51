"""From segments to quotations: each is read, told from what nobody says, and given its speaker."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span
from tui_reader.quotes.attribution import read
from tui_reader.quotes.discourse import Discourse
from tui_reader.quotes.findings import Finding
from tui_reader.quotes.items import CUE_ITEM
from tui_reader.quotes.kinds import kind_of
from tui_reader.quotes.lexicon import Lexicon
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.names import Roster
from tui_reader.quotes.narrative import only
from tui_reader.quotes.scene import Scene
from tui_reader.quotes.scripts import caseless


def quotations(
    text: str, parts: list[tuple[int, int]], segments: list[Segment], words: Lexicon, indirect: bool
) -> tuple[Quote, ...]:
    """The quotations that the segments of a text are, in text order; with `indirect` the reported clauses too."""
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
    inside = scene.text[segment.start : segment.end]
    words = inside.strip()
    if not words:
        return None
    start = segment.start if words[0] == inside[0] else segment.end - len(inside.lstrip())
    span = Span(start, start + len(words))
    finding = read(scene, index)
    previous = discourse.done[-1] if discourse.done else None
    joined = previous is not None and previous.fragment and _joined(scene, index, previous.segment)
    kind = _kind(words, finding, previous, scene.lexicon, joined)
    if kind is QuoteKind.SCARE:
        scene.leads[index] = finding.before[-40:]
        return Quote(span, kind, unclosed=segment.unclosed)
    if not finding.beside and not words.isascii() and caseless(words):
        return Quote(span, kind, unclosed=segment.unclosed)  # a name in Latin letters nearby says nothing
    finding.fragment = kind is QuoteKind.MIXED
    discourse.resolve(finding)
    one_word = finding.fragment and finding.speaker is None and " " not in words
    said = bool(finding.before) and finding.before[-1].kind in (":", CUE_ITEM) and not _denied(finding)
    if one_word and not said:
        # One word that nobody is known to have said is a term: `which was seen as a “gift”`.
        return Quote(span, QuoteKind.SCARE, unclosed=segment.unclosed)
    cue = Span(*finding.cue) if finding.cue else None
    return Quote(span, kind, finding.speaker, cue, finding.kind, finding.rule, segment.unclosed)


def _denied(finding: Finding) -> bool:
    """Whether nobody says the words: `Hale did not say “sorry”`."""
    return finding.mention is not None and finding.mention.kind == "nobody"


def _joined(scene: Scene, index: int, earlier: Segment) -> bool:
    """Whether at most a few words of one sentence part a segment from the one before it: `“weak” and “slow”`."""
    if scene.segments[index - 1] is not earlier or scene.text[earlier.end - 1] in ".!?…":
        return False
    between = scene.text[earlier.outer_end : scene.segments[index].outer_start]
    return len(between) < 40 and between.count(" ") <= 4 and not any(mark in between for mark in ".!?;:\n")


def _kind(words: str, finding: Finding, previous: Finding | None, lexicon: Lexicon, joined: bool) -> QuoteKind:
    set_apart = finding.segment.mark in ("dash", "label") or finding.segment.chained
    if set_apart or (lexicon.incise and finding.segment.cue):
        return QuoteKind.DIRECT
    tail = previous.tail if previous is not None and previous.beside else None
    follows = tail is not None and tail is only(finding.earlier or ())
    return kind_of(words, finding.before, finding.after, finding.beside, lexicon, follows, joined)
