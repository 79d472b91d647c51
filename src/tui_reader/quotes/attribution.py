"""Who said it: evidence in order, and honest silence where there is none."""

from __future__ import annotations

from tui_reader.model.quote import Speaker
from tui_reader.model.span import Span
from tui_reader.quotes.bodies import is_place
from tui_reader.quotes.findings import Finding, put
from tui_reader.quotes.items import CUE_ITEM, EPICENE
from tui_reader.quotes.leads import read_according, read_label, read_loose, read_tight
from tui_reader.quotes.lexicon import (
    BODY,
    CITE,
    CUE,
    DETERMINER,
    ROLE,
    TITLE,
    Lexicon,
)
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.names import Roster
from tui_reader.quotes.narrative import open_items
from tui_reader.quotes.phrases import Mention
from tui_reader.quotes.scene import Scene
from tui_reader.quotes.signatures import read_signature, read_thus
from tui_reader.quotes.tails import continues, over_term, quote_follows, read_marked_name, read_tail
from tui_reader.quotes.transcripts import in_full, label_before


def read(scene: Scene, index: int) -> Finding:
    """Everything the sentence around segment `index` says about its speaker."""
    segment = scene.segments[index]
    if segment.mark == "label":
        return _labelled(scene, segment)
    before = scene.before(index)
    after = scene.after(index)
    lead = open_items(before)
    if scene.leads:
        lead = scene.continued(index, before, lead)
    tail = after[0] if after and continues(scene, segment, after[0]) else None
    finding = Finding(segment, lead, tail.items if tail else [], tail=tail)
    finding.earlier = before[:-1] if lead else before
    if tail is not None and not tail.closed:
        beyond = over_term(scene, index, tail.items)
        if beyond is not tail.items and not any(item.kind == CUE_ITEM for item in tail.items):
            finding.after = beyond
    if lead:
        read_tight(finding, scene.lexicon)
    if finding.where == "before" and _answers(finding, scene):
        _prefer_answer(finding, scene)
    if lead and finding.where == "":
        read_according(finding, scene.lexicon)
    if finding.where == "":
        next_quote = (
            quote_follows(scene, index, after) and finding.tail is not None and finding.after is finding.tail.items
        )
        if finding.after:
            read_tail(finding, scene.text, scene.lexicon, next_quote)
            _read_over_term(finding, scene, index)
    if finding.where in ("", "after") and (finding.mention is None or finding.mention.kind in ("zero", "role")):
        read_marked_name(finding, scene, index)
    if finding.where == "" and scene.lexicon.thus and after:
        read_thus(finding, after, scene.lexicon)
    if finding.where == "":
        read_loose(finding, scene.lexicon)
    if finding.where == "":
        read_label(finding, scene, index)
    if finding.where == "" and finding.mention is None:
        read_signature(finding, scene, index)
    if finding.mention is not None and finding.mention.kind == "role":
        finding.mention = _owned(finding.mention, scene.lexicon)
    return finding


def _labelled(scene: Scene, segment: Segment) -> Finding:
    """The answer of a transcript: the words before its colon are who speaks, `BERG:` as well as `Anna Berg:`."""
    start = scene.paragraphs[segment.paragraph][0]
    label = label_before(scene.text, start, segment.start)
    finding = Finding(segment, [], [])
    mention = None
    if not scene.lexicon.flags(label.lower()) & ROLE:
        others = (turn for turn in scene.segments if turn.mark == "label")
        labels = {label_before(scene.text, scene.paragraphs[turn.paragraph][0], turn.start) for turn in others}
        name = in_full(label, labels) if label.isupper() else label
        mention = Mention("name", name.title() if name.isupper() else name, start, start + len(label))
    put(finding, "label", None, mention, True)
    return finding


def _prefer_answer(finding: Finding, scene: Scene) -> None:
    """Takes the clause after the words for the better evidence, unless the one before says who in so many words."""
    lead, cue, cue_text = finding.mention, finding.cue, finding.cue_text
    named = lead is not None and lead.kind == "name"
    cites = bool(scene.lexicon.flags(cue_text.lower()) & CITE)
    if cue is not None and named and not cites:
        return
    read_tail(finding, scene.text, scene.lexicon, False)
    found = finding.mention
    if found is lead or found is None or (found.kind != "name" and named and not cites):
        put(finding, "before", None, lead, True)
        finding.cue, finding.cue_text = cue, cue_text


def _answers(finding: Finding, scene: Scene) -> bool:
    """Whether a short clause of its own closes the sentence after the words: `He cited Berg: “A,” the mayor said.`"""
    items = finding.after
    if finding.tail is None or not finding.tail.closed or len(items) > 8 or finding.after is not finding.tail.items:
        return False
    comma = scene.text[finding.segment.end - 1] == ","
    cue = next((at for at, item in enumerate(items) if item.kind == CUE_ITEM), -1)
    return comma and cue >= 0 and len(items) - cue <= 4


def _read_over_term(finding: Finding, scene: Scene, index: int) -> None:
    """`— сказал в беседе с «Голосом» лидер движения Иван Петров`: the subject stands beyond a name in marks."""
    named = finding.mention is not None and finding.mention.kind in ("name", "pronoun")
    if finding.where != "after" or named or finding.tail is None or finding.tail.closed:
        return
    items = finding.after
    finding.after = over_term(scene, index, items, capital=scene.lexicon.verb_first)
    if len(finding.after) > len(items):
        before = finding.mention
        read_tail(finding, scene.text, scene.lexicon, False)
        beyond = finding.mention
        if beyond is not None and (beyond.kind == "name" or (beyond.kind == "role" and beyond.start > items[-1].end)):
            return
        finding.mention = before
    finding.after = items


def _owned(mention: Mention, lexicon: Lexicon) -> Mention:
    """`His answer`: a thing of somebody's stands for him."""
    first, _, rest = mention.text.partition(" ")
    gender = lexicon.genders.get(first.lower(), "")
    if not gender or any(lexicon.flags(word.lower()) & (ROLE | TITLE) for word in (first, *rest.split())):
        return mention
    return Mention("pronoun", first, mention.start, mention.start + len(first), gender)


def verb_gender(finding: Finding, lexicon: Lexicon) -> str:
    """Gender the cue's past tense gives its subject; empty where it gives none or cites an object."""
    if not lexicon.cases.declines:
        return ""
    low = finding.cue_text.lower()
    if lexicon.flags(low) & CITE or not lexicon.flags(low) & CUE or finding.where not in ("after", "before", "loose"):
        return ""
    gender = lexicon.genders.get(low, "")
    return gender if gender in ("m", "f") else ""


def _cut(mention: Mention, roster: Roster) -> bool:
    """Whether a name is a noun such as `News` that a word with a capital letter before it makes one: `Nine News`."""
    if roster.declines or roster.lexicon.noun_capitals or " " in mention.text:
        return False
    if not roster.lexicon.flags(mention.text.lower()) & BODY:
        return False
    before = roster.text[max(0, mention.start - 30) : mention.start]
    word = before.rsplit(None, 1)[-1] if before[-1:] == " " and before.strip() else ""
    return word[:1].isupper() and word.isalpha() and not roster.lexicon.flags(word.lower()) & DETERMINER


def speaker_of(finding: Finding, roster: Roster) -> None:
    """Turns a named mention into the speaker."""
    mention = finding.mention
    if mention is None or mention.kind not in ("name", "marked"):
        return
    if mention.kind == "marked":
        finding.name = mention.text
        finding.speaker = Speaker(mention.text, mention.text, Span(mention.start, mention.end))
        return
    verb = verb_gender(finding, roster.lexicon)
    told = "" if mention.gender == EPICENE else mention.gender
    name, gender = roster.resolve(mention.text, mention.start, told or verb, mention.genitive)
    if len(name.strip(".")) < 2 or is_place(name, roster.lexicon) or _cut(mention, roster):
        return
    if roster.shouted(name):
        return
    if verb and gender and verb != gender and " " in name:
        finding.mention, finding.beside = None, True  # `Анна знала, сказал`: she is not who said it
        return
    finding.name, finding.gender = name, gender or told
    finding.speaker = Speaker(name, mention.text, Span(mention.start, mention.end))
