"""Who said it: evidence in order, and honest silence where there is none."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.model.quote import AttributionKind, Speaker
from tui_reader.model.span import Span
from tui_reader.quotes.clauses import Mention, main_subject, name_of, subject_after, subject_before
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, WORD, Item, Sentence, sentences
from tui_reader.quotes.lexicon import CONJUNCTION, CUE, SUBORDINATOR, Lexicon
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.names import Roster

_FINAL = ".!?…"


@dataclass(slots=True)
class Finding:
    """What is known about one segment before and after its speaker is resolved."""

    segment: Segment
    before: list[Item]
    after: list[Item]
    mention: Mention | None = None
    cue: tuple[int, int] | None = None
    cue_text: str = ""
    where: str = ""
    """`after`, `before`, `label`, `according`, or empty when no cue was found."""
    beside: bool = False
    """Whether the cue stands right beside the quotation."""
    name: str = ""
    gender: str = ""
    kind: AttributionKind | None = None
    rule: str = ""
    speaker: Speaker | None = None
    tail: Sentence | None = None
    earlier: list[Sentence] | None = None
    """Closed sentences between the segment before and this one, in the same paragraph."""


class Scene:
    """The text around the segments, cut into sentences when asked for."""

    def __init__(self, text: str, paragraphs: list[tuple[int, int]], segments: list[Segment], lexicon: Lexicon) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.segments = segments
        self.lexicon = lexicon
        self._gaps: dict[tuple[int, int], list[Sentence]] = {}

    def gap(self, start: int, end: int, fresh: bool) -> list[Sentence]:
        """Sentences of the narrative text[start:end]."""
        key = (start, end)
        found = self._gaps.get(key)
        if found is None:
            found = self._gaps[key] = sentences(self.text, start, end, self.lexicon, fresh) if end > start else []
        return found

    def before(self, index: int) -> list[Sentence]:
        """Sentences between the segment before (or the paragraph's start) and segment `index`."""
        segment = self.segments[index]
        start = self.paragraphs[segment.paragraph][0]
        fresh = True
        if index:
            previous = self.segments[index - 1]
            if previous.last_paragraph == segment.paragraph and previous.outer_end > start:
                start = previous.outer_end
                fresh = ended(self.text, previous)
        return self.gap(start, segment.outer_start, fresh)

    def after(self, index: int) -> list[Sentence]:
        """Sentences between segment `index` and the next one (or the paragraph's end)."""
        segment = self.segments[index]
        end = self.paragraphs[segment.last_paragraph][1]
        if index + 1 < len(self.segments):
            following = self.segments[index + 1]
            if following.paragraph == segment.last_paragraph:
                end = following.outer_start
        return self.gap(segment.outer_end, end, ended(self.text, segment))


def ended(text: str, segment: Segment) -> bool:
    """Whether the words of a segment end a sentence."""
    at = segment.end - 1
    while at > segment.start and text[at] in " \"'”’»“":
        at -= 1
    return text[at] in _FINAL


def read(scene: Scene, index: int) -> Finding:
    """Everything the sentence around segment `index` says about its speaker."""
    segment = scene.segments[index]
    before = scene.before(index)
    after = scene.after(index)
    lead = before[-1].items if before and not before[-1].closed else []
    tail = after[0] if after and _continues(scene, segment, after[0]) else None
    finding = Finding(segment, lead, tail.items if tail else [], tail=tail)
    finding.earlier = before[:-1] if lead else before
    _read_lead_tight(finding, scene.lexicon)
    if finding.where == "":
        next_quote = _quote_follows(scene, index, after)
        _read_tail(finding, scene.lexicon, next_quote)
    if finding.where == "":
        _read_lead_loose(finding, scene.lexicon)
    if finding.where == "":
        _read_label(finding, scene, index)
    return finding


def _quote_follows(scene: Scene, index: int, after: list[Sentence]) -> bool:
    """Whether the text after the segment runs on, unfinished, into the next one."""
    if index + 1 >= len(scene.segments) or scene.segments[index + 1].paragraph != scene.segments[index].last_paragraph:
        return False
    return len(after) == 1 and not after[0].closed


def _continues(scene: Scene, segment: Segment, sentence: Sentence) -> bool:
    """Whether the narrative after a segment belongs to its sentence."""
    items = sentence.items
    if not items:
        return False
    if not ended(scene.text, segment):
        return True
    first = items[0]
    if first.kind in (",", "-"):
        return True
    if first.text[:1].islower():
        return True
    last = scene.text[segment.end - 1]
    if last == "," or last in "\"'”’":
        return True
    # “What?” Smith said. — the subject and its cue and not much else
    for at, item in enumerate(items[:6]):
        if item.kind == CUE_ITEM:
            if last == ".":
                return at + 1 >= len(items) or items[at + 1].kind == "."
            rest = len(items) - at
            return rest <= 2 or items[at + 1].kind in (".", ",") or rest <= 8
        if item.kind in (",", ":"):
            break
    return False


def _according(items: list[Item], lexicon: Lexicon) -> tuple[int, int] | None:
    """Indices of the first phrase such as `according to`."""
    first = lexicon.according_first
    for at, item in enumerate(items):
        if item.lower in first and item.kind != NAME:
            for phrase in lexicon.according:
                if (
                    phrase[0] == item.lower
                    and len(items) >= at + len(phrase)
                    and all(items[at + k].lower == word for k, word in enumerate(phrase))
                ):
                    return at, at + len(phrase)
    return None


def _set(finding: Finding, where: str, cue: Item | None, mention: Mention | None, beside: bool) -> None:
    finding.where = where
    finding.mention = mention
    finding.beside = beside
    if cue is not None:
        finding.cue = (cue.start, cue.end)
        finding.cue_text = cue.text


def _read_lead_tight(finding: Finding, lexicon: Lexicon) -> None:
    """A cue before the quotation with a colon, or with nothing but a comma in between."""
    items = finding.before
    if not items:
        return
    last = items[-1]
    colon = last.kind == ":"
    stop = len(items)
    while stop and items[stop - 1].kind in (",", ":", "-", "("):
        stop -= 1
    if stop and items[stop - 1].flags & SUBORDINATOR and items[stop - 1].kind == WORD:
        return
    cue = -1
    reach = 12 if colon else (9 if last.kind in (",", "-") else 4)
    for at in range(stop - 1, max(-1, stop - 1 - reach), -1):
        if items[at].kind == CUE_ITEM:
            cue = at
            break
        if items[at].kind == "," and not colon and last.kind != ",":
            break
    if cue < 0:
        if colon and stop:
            _colon_without_cue(finding, items, stop, lexicon)
        return
    mention = _subject(items, cue, lexicon)
    _set(finding, "before", items[cue], mention, True)


def _colon_without_cue(finding: Finding, items: list[Item], stop: int, lexicon: Lexicon) -> None:
    according = _according(items, lexicon)
    if according:
        name = next((i for i in items[according[1] :] if i.kind == NAME), None)
        _set(finding, "before", items[according[0]], name_of(name, True) if name else None, True)
        return
    subject = main_subject(items[:stop], lexicon)
    _set(finding, "before", None, subject, True)


def _clause_start(items: list[Item], cue: int) -> int:
    """Where the clause of the cue begins: after a colon, a semicolon, a bracket or a conjunction with its own subject."""
    for at in range(cue - 1, -1, -1):
        if items[at].kind in (":", ";"):
            return at + 1
    return 0


def _subject(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """Subject of the cue at `cue` in a sentence that leads to a quotation."""
    low = _clause_start(items, cue)
    subject = subject_before(items, cue, low, lexicon)
    if subject is None and lexicon.verb_first:
        subject = subject_after(items, cue, lexicon)
    if subject is None:
        subject = main_subject(items[low:cue], lexicon)
    if subject is None and not lexicon.verb_first:
        subject = subject_after(items, cue, lexicon)
    if subject is None:
        subject = Mention("zero", "", items[cue].start, items[cue].end, items[cue].gender)
    return subject


def _read_tail(finding: Finding, lexicon: Lexicon, next_quote: bool) -> None:
    """A cue after the quotation."""
    items = finding.after
    low = 0
    while low < len(items) and items[low].kind in (",", "-", ")"):
        low += 1
    if low >= len(items):
        return
    according = _according(items[:8], lexicon)
    if according and not any(i.kind == CUE_ITEM for i in items[low : according[0]]):
        subject = next((i for i in items[according[1] : according[1] + 6] if i.kind in (NAME, PRON)), None)
        mention = None
        if subject is not None and subject.kind == NAME:
            mention = name_of(subject, True)
        elif subject is not None:
            mention = Mention("pronoun", subject.text, subject.start, subject.end, subject.gender)
        _set(finding, "after", items[according[0]], mention, True)
        return
    cue = -1
    for at in range(low, min(len(items), low + 24)):
        item = items[at]
        if item.kind == CUE_ITEM:
            cue = at
            break
        if item.kind in (";", ":") or (item.kind == "-" and at > low and lexicon.dialogue):
            break
        if at == low and item.flags & SUBORDINATOR and item.kind == WORD:
            return
    if cue < 0:
        return
    if next_quote and cue > low and _belongs_to_next(items, cue, low):
        return
    if items[low].flags & CONJUNCTION and items[low].kind == WORD:
        if finding.before:
            return
        low += 1
    if cue == low:
        mention = subject_after(items, cue, lexicon)
        if mention is None:
            mention = Mention("zero", "", items[cue].start, items[cue].end, items[cue].gender)
    else:
        mention = subject_before(items, cue, low, lexicon)
        if mention is None and lexicon.verb_first:
            mention = subject_after(items, cue, lexicon)
        if mention is None:
            return
    beside = cue == low or cue - low <= 14
    _set(finding, "after", items[cue], mention, beside)


def _belongs_to_next(items: list[Item], cue: int, low: int) -> bool:
    """Whether the cue after this quotation introduces the next: `“A,” to which Putin interjected, “B.”`."""
    last = len(items) - 1
    while last > cue and items[last].kind in (",", ":", "-"):
        last -= 1
    first = items[low]
    joined: bool = (first.kind == WORD and bool(first.flags & (CONJUNCTION | SUBORDINATOR))) or first.lower in (
        "to",
        "na",
        "auf",
    )
    return last - cue <= 3 and (joined or items[-1].kind == ":")


def _read_lead_loose(finding: Finding, lexicon: Lexicon) -> None:
    """A cue anywhere before the quotation in its sentence: reported speech."""
    items = finding.before
    if not items:
        return
    according = _according(items, lexicon)
    if according:
        name = next((i for i in items[according[1] : according[1] + 6] if i.kind in (NAME, PRON)), None)
        mention = None
        if name is not None:
            mention = (
                name_of(name, True)
                if name.kind == NAME
                else Mention("pronoun", name.text, name.start, name.end, name.gender)
            )
        _set(finding, "loose", items[according[0]], mention, False)
        return
    for at in range(len(items) - 1, -1, -1):
        if items[at].kind == CUE_ITEM or (items[at].flags & CUE and items[at].kind == WORD):
            mention = _subject(items, at, lexicon)
            if mention is not None and mention.kind != "zero":
                _set(finding, "loose", items[at], mention, False)
                return
    subject = main_subject(items, lexicon)
    if subject is not None and subject.kind in ("name", "pronoun"):
        finding.mention = subject


def _read_label(finding: Finding, scene: Scene, index: int) -> None:
    """A line above that ends with a colon: `Name, title:` or `He then said:`."""
    segment = scene.segments[index]
    start = scene.paragraphs[segment.paragraph][0]
    if segment.outer_start - start > 3 or not segment.paragraph or finding.before:
        return
    above = scene.paragraphs[segment.paragraph - 1]
    if scene.text[above[1] - 1] != ":":
        return
    found = scene.gap(*_last_gap(scene, index, above), True)
    if not found:
        return
    items = found[-1].items
    cue = next((i for i in range(len(items) - 1, -1, -1) if items[i].kind == CUE_ITEM), -1)
    if cue >= 0:
        _set(finding, "label", items[cue], _subject(items, cue, scene.lexicon), True)
        return
    subject = main_subject(items, scene.lexicon)
    if subject is not None:
        _set(finding, "label", None, subject, True)


def _last_gap(scene: Scene, index: int, above: tuple[int, int]) -> tuple[int, int]:
    if index:
        return max(above[0], min(scene.segments[index - 1].outer_end, above[1])), above[1]
    return above


def speaker_of(finding: Finding, roster: Roster) -> None:
    """Turns a named mention into the speaker."""
    mention = finding.mention
    if mention is None or mention.kind != "name":
        return
    name, gender = roster.resolve(mention.text, mention.start, mention.gender)
    if not name:
        return
    finding.name, finding.gender = name, gender or mention.gender
    finding.speaker = Speaker(name, mention.text, Span(mention.start, mention.end))
