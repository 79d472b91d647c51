"""Who said it: evidence in order, and honest silence where there is none."""

from __future__ import annotations

from dataclasses import dataclass

from tui_reader.model.quote import AttributionKind, Speaker
from tui_reader.model.span import Span
from tui_reader.quotes.clauses import Mention, cited, main_subject, name_of, subject_after, subject_before
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item, Sentence
from tui_reader.quotes.lexicon import (
    CONJUNCTION,
    CUE,
    DETERMINER,
    IMPERSONAL,
    MEDIA,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    TITLE,
    Lexicon,
)
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.names import Roster
from tui_reader.quotes.reader import SentenceReader

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
        self._gaps: dict[tuple[int, int], list[Sentence]] = {}

    def gap(self, start: int, end: int, fresh: bool) -> list[Sentence]:
        """Sentences of the narrative text[start:end]."""
        key = (start, end)
        found = self._gaps.get(key)
        if found is None:
            found = self._gaps[key] = self._reader.sentences(start, end, fresh) if end > start else []
        return found

    def continued(self, index: int, before: list[Sentence], lead: list[Item]) -> list[Item]:
        """The lead with what stands before a title or a term in marks in the same sentence."""
        carried = self.leads.get(index - 1)
        if carried is None or len(before) > 1 or (before and before[0].closed):
            return lead
        previous, segment = self.segments[index - 1], self.segments[index]
        if previous.last_paragraph != segment.paragraph or ended(self.text, previous):
            return lead
        thing = Item(WORD, self.text[previous.start : previous.end], previous.start, previous.end)
        return [*carried, thing, *lead]

    def heading(self, paragraph: int) -> bool:
        """Whether a paragraph is a short line without an end: a headline, a label, a caption."""
        start, end = self.paragraphs[paragraph]
        return end - start < 120 and self.text[end - 1] not in ".!?…:,;\"'”’»“)"

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
    lead = scene.continued(index, before, lead)
    tail = after[0] if after and _continues(scene, segment, after[0]) else None
    finding = Finding(segment, lead, tail.items if tail else [], tail=tail)
    finding.earlier = before[:-1] if lead else before
    if tail is not None and not tail.closed and not any(item.kind == CUE_ITEM for item in tail.items):
        finding.after = _over_term(scene, index, tail.items)
    _read_lead_tight(finding, scene.lexicon)
    if finding.where == "" and finding.before:
        _read_lead_according(finding, scene.lexicon)
    if finding.where == "":
        next_quote = (
            _quote_follows(scene, index, after) and finding.tail is not None and finding.after is finding.tail.items
        )
        _read_tail(finding, scene.text, scene.lexicon, next_quote)
    if finding.where in ("", "after") and (finding.mention is None or finding.mention.kind in ("zero", "role")):
        _read_marked_name(finding, scene, index)
    if finding.where == "":
        _read_lead_loose(finding, scene.lexicon)
    if finding.where == "":
        _read_label(finding, scene, index)
    finding.mention = _owned(finding.mention, scene.lexicon)
    return finding


def _over_term(scene: Scene, index: int, items: list[Item]) -> list[Item]:
    """The tail with what stands after a short title or term in marks: `“A,” Ann Hale, in a “B” cap, said`."""
    if index + 1 >= len(scene.segments) or not items:
        return items
    following = scene.segments[index + 1]
    words = scene.text[following.start : following.end].strip()
    if following.outer_start - items[-1].end > 2 or words.count(" ") > 4 or not words or words[-1] in ",.!?…":
        return items
    if items[-1].kind in (":", ","):
        return items
    beyond = scene.after(index + 1)
    if not beyond or beyond[0].items[0].text[:1].isupper():
        return items
    thing = Item(WORD, words, following.start, following.end)
    return [*items, thing, *beyond[0].items]


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
    return _short_cue(items, last)


def _short_cue(items: list[Item], last: str) -> bool:
    """“What?” Smith said. — the subject and its cue, and no sentence of their own."""
    for at, item in enumerate(items[:14]):
        if item.kind == CUE_ITEM:
            following = items[at + 1] if at + 1 < len(items) else None
            if last == "." or following is None:
                return following is None or following.kind == "."
            own = following.kind in (PRON, NAME, ROLE_ITEM) or bool(following.flags & (SUBORDINATOR | DETERMINER))
            return len(items) - at <= 3 or not own or following.lower in ("of", "in", "on", "at")
        if item.kind == ":" or (item.kind == "," and items[0].kind not in (NAME, ROLE_ITEM)):
            break
    return False


def _according(items: list[Item], lexicon: Lexicon) -> tuple[int, int] | None:
    """Indices of the first phrase such as `according to`."""
    first = lexicon.according_first
    for at, item in enumerate(items):
        if item.lower in lexicon.according_after and at <= 1 and item.kind != NAME:
            return at, at + 1
        if item.lower in first and item.kind != NAME:
            for phrase in lexicon.according:
                if (
                    phrase[0] == item.lower
                    and len(items) >= at + len(phrase)
                    and all(items[at + k].lower == word for k, word in enumerate(phrase))
                ):
                    return at, at + len(phrase)
    return None


def _owned(mention: Mention | None, lexicon: Lexicon) -> Mention | None:
    """`His answer`: a thing of somebody's stands for him."""
    if mention is None or mention.kind != "role":
        return mention
    first, _, rest = mention.text.partition(" ")
    gender = lexicon.genders.get(first.lower(), "")
    if not gender or any(lexicon.flags(word.lower()) & (ROLE | TITLE) for word in (first, *rest.split())):
        return mention
    return Mention("pronoun", first, mention.start, mention.start + len(first), gender)


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
    apart = last.kind in (",", "-")
    if stop and items[stop - 1].kind == WORD and items[stop - 1].flags & SUBORDINATOR:
        return
    if not colon and not apart and items[-1].kind == WORD and items[-1].flags & (PREPOSITION | MEDIA):
        return
    cue = -1
    reach = 12 if colon else (9 if apart else 3)
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
        _set(finding, "before", items[according[0]], _according_name(items, according, lexicon), True)
        return
    last = items[stop - 1]
    if last.kind == NAME and (stop == 1 or items[stop - 2].kind in (",", "-", ".", "R")):
        _set(finding, "before", None, name_of(last), True)
        return
    subject = main_subject(items[:stop], lexicon)
    _set(finding, "before", None, subject, True)


def _clause_start(items: list[Item], cue: int) -> int:
    """Where the clause of the cue begins: after a colon, a semicolon, a bracket or a conjunction with its own subject."""
    for at in range(cue - 1, -1, -1):
        item = items[at]
        if item.kind in (":", ";"):
            return at + 1
        if item.kind == WORD and item.flags & (CONJUNCTION | SUBORDINATOR) and at and items[at - 1].kind == ",":
            following = items[at + 1] if at + 1 < cue else None
            if following is not None and following.kind in (NAME, PRON, ROLE_ITEM):
                return at + 1
    return 0


def _subject(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """Subject of the cue at `cue` in a sentence that leads to a quotation."""
    low = _clause_start(items, cue)
    subject = cited(items, cue, lexicon)
    if subject is not None:
        return subject
    subject = subject_before(items, cue, low, lexicon)
    if lexicon.verb_first:
        subject = _better(subject, items, cue, low, lexicon)
    if subject is None:
        subject = main_subject(items[low:cue], lexicon)
    if subject is None and not lexicon.verb_first:
        subject = subject_after(items, cue, lexicon)
    if subject is None:
        subject = Mention("zero", "", items[cue].start, items[cue].end, items[cue].gender)
    return subject


def _better(subject: Mention | None, items: list[Item], cue: int, low: int, lexicon: Lexicon) -> Mention | None:
    """Where the order of words is free: a name after the verb, or the name the sentence opens with, before a bare noun."""
    if subject is not None and subject.kind in ("name", "pronoun"):
        return subject
    after = subject_after(items, cue, lexicon)
    if after is not None and (subject is None or after.kind == "name"):
        return after
    if subject is None or not any(item.kind == ROLE_ITEM and item.start >= subject.start for item in items[low:cue]):
        main = main_subject(items[low:cue], lexicon)
        if main is not None and main.kind == "name":
            return main
    return subject


def _read_tail(finding: Finding, text: str, lexicon: Lexicon, next_quote: bool) -> None:
    """A cue after the quotation."""
    items = finding.after
    low = 0
    while low < len(items) and items[low].kind in (",", "-", ")"):
        low += 1
    if low >= len(items):
        return
    if (
        items[low].flags & PREPOSITION
        and low + 1 < len(items)
        and items[low + 1].flags & RELATIVE
        and items[low + 1].kind in "WP"
    ):
        return  # `to which Berg replied`: the cue of another quotation
    according = _according(items[:8], lexicon)
    if according and not any(i.kind == CUE_ITEM for i in items[low : according[0]]):
        _set(finding, "after", items[according[0]], _according_name(items, according, lexicon), True)
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
    mention = cited(items, cue, lexicon)
    if mention is not None:
        pass
    elif cue == low:
        mention = subject_after(items, cue, lexicon)
        if mention is None and not items[cue].flags & IMPERSONAL:
            mention = Mention("zero", "", items[cue].start, items[cue].end, items[cue].gender)
    else:
        mention = subject_before(items, cue, low, lexicon)
        if lexicon.verb_first:
            mention = _better(mention, items, cue, low, lexicon)
        elif items[cue - 1].kind == "," and (mention is None or mention.kind == "role"):
            mention = subject_after(items, cue, lexicon) or mention
        if mention is None:
            return
    words_end = finding.segment.end - 1
    apart = low > 0 or text[words_end] in ",.!?…-–—" or text[words_end] in "\"'”’»“"
    beside = cue == low or (apart and cue - low <= 14)
    _set(finding, "after", items[cue], mention, beside)


def _read_marked_name(finding: Finding, scene: Scene, index: int) -> None:
    """A paper whose name stands in marks after the cue: “A”, writes “Guardian”."""
    items = finding.after
    if not items or index + 1 >= len(scene.segments) or (finding.tail is not None and finding.tail.closed):
        return
    following = scene.segments[index + 1]
    words = scene.text[following.start : following.end].strip()
    if following.outer_start - items[-1].end > 2 or not words[:1].isupper() or len(words) > 40 or words[-1] in ",.!?":
        return
    last = len(items) - 1
    if last and items[last].kind in (ROLE_ITEM, WORD) and items[last].flags & (MEDIA | ROLE):
        last -= 1
    if items[last].kind == CUE_ITEM:
        _set(finding, "after", items[last], Mention("marked", words, following.start, following.end), True)


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


def _read_lead_according(finding: Finding, lexicon: Lexicon) -> None:
    """`According to Anna Berg, “A”`."""
    items = finding.before
    according = _according(items, lexicon)
    if (
        according is None
        or items[according[0]].lower in lexicon.according_after
        or any(item.kind == CUE_ITEM for item in items[according[1] + 1 :])
    ):
        return
    mention = _according_name(items, according, lexicon)
    if mention is not None:
        near = len(items) - according[1] <= 8
        _set(finding, "loose", items[according[0]], mention, near and items[-1].kind in (",", ":"))


def _according_name(items: list[Item], according: tuple[int, int], lexicon: Lexicon) -> Mention | None:
    """Whom `according to` names: the next name, or the pronoun inside the phrase itself (`по его словам`)."""
    for item in items[according[0] : according[1]]:
        if lexicon.genders.get(item.lower) and item.kind == WORD:
            return Mention("pronoun", item.text, item.start, item.end, lexicon.genders[item.lower])
    following = items[according[1] : according[1] + 9]
    for at, item in enumerate(following):
        if item.kind == NAME:
            if item.possessive:
                continue
            return name_of(item, True)
        if item.kind == PRON and item.gender:
            return Mention("pronoun", item.text, item.start, item.end, item.gender)
        if item.kind in (",", ".", CUE_ITEM) and at:
            return None
    return None


def _read_lead_loose(finding: Finding, lexicon: Lexicon) -> None:
    """A cue anywhere before the quotation in its sentence: reported speech."""
    items = finding.before
    if not items:
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
    if mention is None or mention.kind not in ("name", "marked"):
        return
    if mention.kind == "marked":
        finding.name = mention.text
        finding.speaker = Speaker(mention.text, mention.text, Span(mention.start, mention.end))
        return
    name, gender = roster.resolve(mention.text, mention.start, mention.gender, mention.genitive)
    if not name:
        return
    finding.name, finding.gender = name, gender or mention.gender
    finding.speaker = Speaker(name, mention.text, Span(mention.start, mention.end))
