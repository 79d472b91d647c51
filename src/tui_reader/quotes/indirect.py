"""Reported speech without marks: `Hale said that ...`. Weaker than quotations, found only when asked for."""

from __future__ import annotations

from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span
from tui_reader.quotes.discourse import Discourse
from tui_reader.quotes.findings import Finding
from tui_reader.quotes.items import CUE_ITEM, WORD, Item, Sentence, place
from tui_reader.quotes.leads import read_subject
from tui_reader.quotes.lexicon import SUBORDINATOR
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.names import Roster
from tui_reader.quotes.scene import Scene

_SHORTEST = 12
"""Characters below which a reported clause says nothing."""


def indirect_speech(scene: Scene, roster: Roster) -> list[Quote]:
    """Reported clauses of the narrative, each with the speaker its own sentence names (or its pronoun means)."""
    discourse = Discourse(scene, roster)
    found: list[Quote] = []
    at = 0
    for index, (start, end) in enumerate(scene.paragraphs):
        position = start
        earlier: list[Sentence] = []
        while at < len(scene.segments) and scene.segments[at].outer_start < end:
            segment = scene.segments[at]
            _read(scene, discourse, index, (position, segment.outer_start), earlier, found)
            position = max(position, segment.outer_end)
            at += 1
        _read(scene, discourse, index, (position, end), earlier, found)
    return found


def _read(
    scene: Scene,
    discourse: Discourse,
    paragraph: int,
    gap: tuple[int, int],
    earlier: list[Sentence],
    found: list[Quote],
) -> None:
    start, end = gap
    for sentence in scene.gap(start, end, True) if end > start else []:
        quote = _reported(scene, discourse, paragraph, sentence, earlier) if sentence.closed else None
        if quote is not None:
            found.append(quote)
        earlier.append(sentence)


def _reported(
    scene: Scene, discourse: Discourse, paragraph: int, sentence: Sentence, earlier: list[Sentence]
) -> Quote | None:
    items = sentence.items
    cue = next((at for at in range(len(items) - 2) if items[at].kind == CUE_ITEM and _opens_clause(items, at + 1)), -1)
    if cue < 0:
        return None
    begin = cue + 2 if items[cue + 1].kind == "," else cue + 1
    start, end = place(items, begin)[0], items[-1].start
    while end > start and scene.text[end - 1].isspace():
        end -= 1
    mention = read_subject(items, cue, scene.lexicon)
    if end - start < _SHORTEST or mention is None or mention.kind not in ("name", "pronoun"):
        return None
    segment = Segment(start, end, start, end, paragraph, paragraph, "")
    finding = Finding(segment, items[:begin], [], mention, earlier=list(earlier[-3:]))
    finding.cue, finding.cue_text, finding.where = (items[cue].start, items[cue].end), items[cue].text, "before"
    discourse.resolve(finding)
    if finding.speaker is None:
        return None
    return Quote(Span(start, end), QuoteKind.INDIRECT, finding.speaker, Span(*finding.cue), finding.kind, finding.rule)


def _opens_clause(items: list[Item], at: int) -> bool:
    """Whether a conjunction such as `that` stands at `at`, after a comma or not."""
    if items[at].kind == "," and at + 1 < len(items):
        at += 1
    return items[at].kind == WORD and bool(items[at].flags & SUBORDINATOR)
