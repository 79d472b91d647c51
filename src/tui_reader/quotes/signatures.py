"""Evidence that stands apart from the words: a name after a dash below them, the same words again further down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_reader.quotes.findings import Finding, put
from tui_reader.quotes.items import NAME, ROLE_ITEM, Item, Sentence, settled
from tui_reader.quotes.lexicon import FORENAME, WEAK, Lexicon
from tui_reader.quotes.phrases import has_report, name_of
from tui_reader.quotes.scene import Scene
from tui_reader.quotes.subjects import main_subject

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 200
"""Characters of the longest line that is still a signature."""
_FEWEST, _SHARE = 4, 0.7
"""How many words a headline's quotation must have, and what share of them the text must repeat in one quotation."""


def read_signature(finding: Finding, scene: Scene, index: int) -> None:
    """`“A” — Anna Berg, mayor`: a full name after a dash, in the same line or in the next."""
    if finding.segment.mark == "dash" or finding.before:
        return
    items = finding.tail.items if finding.tail is not None else []
    if not items:
        items = _next_line(scene, index)
    at = next((k for k, item in enumerate(items) if item.kind != "-"), 0)
    if not at:
        return
    while at < len(items) and items[at].kind == ROLE_ITEM:
        at += 1
    if at >= len(items) or items[at].kind != NAME or not (items[at].flags & FORENAME and " " in items[at].text):
        return
    if at + 1 == len(items) or items[at + 1].kind in (",", ".", "("):
        put(finding, "signed", None, name_of(items[at]), True)


def _next_line(scene: Scene, index: int) -> list[Item]:
    """The items of the paragraph below, when it is a short line that a dash opens and no quotation stands in it."""
    segment = scene.segments[index]
    below = segment.last_paragraph + 1
    if below >= len(scene.paragraphs) or scene.text[segment.outer_end : scene.paragraphs[below - 1][1]].strip(" ."):
        return []
    start, end = scene.paragraphs[below]
    taken = index + 1 < len(scene.segments) and scene.segments[index + 1].outer_start < end
    if taken or scene.text[start] not in "–—―-" or end - start > _LONGEST:
        return []
    found = scene.gap(start, end, True)
    return found[0].items if found else []


def read_thus(finding: Finding, after: Sequence[Sentence], lexicon: Lexicon) -> None:
    """`“A”. Tak Anna Berg opisuje noc`: the sentence after the words says whose they were."""
    for sentence in after[:2]:
        items = sentence.items
        at = next((k for k, item in enumerate(items) if item.text[:1].isalpha()), -1)
        if at < 0:
            continue
        if items[at].lower in lexicon.thus and has_report(items):
            rest = items[at + 1 :]
            subject = main_subject(rest[1:] if rest and rest[0].flags & WEAK else rest, lexicon)
            if subject is not None and subject.kind in ("name", "role"):
                put(finding, "after", settled(items, at), subject, True)
        return


def echoes(text: str, headline: Finding, later: list[Finding]) -> Finding | None:
    """The quotation further down that repeats the words of a headline's; None when none does or two people's do."""
    words = _words(text, headline)
    if len(words) < _FEWEST:
        return None
    found: Finding | None = None
    for finding in later:
        if finding.speaker is None or len(words & _words(text, finding)) < _SHARE * len(words):
            continue
        if found is not None and found.name != finding.name:
            return None
        found = found or finding
    return found


def _words(text: str, finding: Finding) -> set[str]:
    return {word.lower() for word in _WORD.findall(text, finding.segment.start, finding.segment.end)}
