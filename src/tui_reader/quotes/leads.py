"""Evidence before a quotation: a cue, `according to`, a colon, a label line above."""

from __future__ import annotations

from tui_reader.quotes.bodies import is_body
from tui_reader.quotes.clauses import subject_before
from tui_reader.quotes.findings import Finding, according_at, according_name, put
from tui_reader.quotes.inflection import hears
from tui_reader.quotes.inversion import subject_after
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item
from tui_reader.quotes.lexicon import (
    ADVERB,
    CITE,
    COMMON,
    CONJUNCTION,
    CUE,
    IMPERSONAL,
    MEDIA,
    PREPOSITION,
    SUBORDINATOR,
    WEAK,
    Lexicon,
)
from tui_reader.quotes.phrases import Mention, name_of
from tui_reader.quotes.scene import Scene
from tui_reader.quotes.sources import cited, source_before
from tui_reader.quotes.subjects import main_subject
from tui_reader.quotes.voices import last_voice, nobody, other_voice

_INFINITIVE = frozenset(("d'", "de"))
"""Before a cue they make it the narrator's infinitive: « Et d'ajouter : “A” »."""


def read_tight(finding: Finding, lexicon: Lexicon) -> None:
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
    mention = read_subject(items, cue, lexicon)
    if colon and mention is not None and mention.kind == "nobody" and _answered(finding, items, cue, lexicon):
        mention = subject_before(items, cue, 0, lexicon)
    if lexicon.verb_first and (mention is None or mention.kind == "zero"):
        mention = _of_earlier_cue(items, cue, lexicon) or mention
    put(finding, "before", items[cue], mention, True)


def _answered(finding: Finding, items: list[Item], cue: int, lexicon: Lexicon) -> bool:
    """`Reed was asked about the bridge: “It stands.”`: words that are no question are the answer."""
    subject = items[cue + 1].flags & (PREPOSITION | SUBORDINATOR) and items[cue - 1].lower in lexicon.passives
    return bool(subject) and items[-1].source[finding.segment.end - 1 : finding.segment.end] != "?"


def _of_earlier_cue(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """`This said Jan Nowak in Brussels, reports: “A”`: the name beside a cue before the last one."""
    for at in range(cue - 1, -1, -1):
        if items[at].kind == CUE_ITEM:
            mention = read_subject(items, at, lexicon)
            return mention if mention is not None and mention.kind == "name" else None
    return None


def _colon_without_cue(finding: Finding, items: list[Item], stop: int, lexicon: Lexicon) -> None:
    according = according_at(items, lexicon)
    source = according_name(items, according, lexicon) if according else None
    if according and source is not None:
        put(finding, "before", items[according[0]], source, True)
        return
    first = items[0]
    gender = lexicon.genders.get(first.lower, "")
    somebody = any(item.kind in (NAME, ROLE_ITEM) for item in items[1:3])  # `His colleague was happier: “A”`
    somebody = somebody or any(item.kind == NAME for item in items)
    owner = gender in ("m", "f") and first.kind == WORD and first.lower in lexicon.owners
    if owner and stop <= 8 and not somebody:
        put(finding, "before", None, Mention("pronoun", first.text, first.start, first.end, gender), True)
        return  # `His advice was: “A”`
    other = last_voice(items[:stop], lexicon)
    if other is not None:
        put(finding, "before", None, other, True)
        return
    last = items[stop - 1]
    titled = stop > 2 and items[stop - 2].kind == "," and items[stop - 3].kind == NAME and is_body(last.text, lexicon)
    if last.kind == NAME and not titled and (stop == 1 or items[stop - 2].kind in (",", "-", ".", "R")):
        put(finding, "before", None, name_of(last), True)
        return
    subject = main_subject(items[:stop], lexicon)
    put(finding, "before", None, subject, True)


def _clause_start(items: list[Item], cue: int) -> int:
    """Where the clause of the cue begins: after a colon, a semicolon or a conjunction with its own subject."""
    for at in range(cue - 1, -1, -1):
        item = items[at]
        if item.kind in (":", ";"):
            return at + 1
        if item.kind == WORD and item.flags & (CONJUNCTION | SUBORDINATOR) and at and items[at - 1].kind == ",":
            following = items[at + 1] if at + 1 < cue else None
            if following is not None and following.kind in (NAME, PRON, ROLE_ITEM):
                return at + 1
    return 0


def read_subject(items: list[Item], cue: int, lexicon: Lexicon) -> Mention | None:
    """Subject of the cue at `cue` in a sentence that leads to a quotation."""
    if items[cue].flags & IMPERSONAL:
        return None
    low = _clause_start(items, cue)
    other = other_voice(items, cue, low, lexicon)
    if other is not None:
        return other
    subject = cited(items, cue, lexicon) or source_before(items, cue, low, lexicon)
    if subject is not None:
        return subject
    if cue and items[cue - 1].lower == "as":  # `quoted Hale as saying`
        verb = next((at for at in range(cue - 2, low - 1, -1) if items[at].flags & CITE), -1)
        if verb >= 0:
            return cited(items, verb, lexicon) or subject_before(items, verb, low, lexicon)
    subject = subject_before(items, cue, low, lexicon)
    if subject is not None and subject.kind == "pronoun" and cue - 2 > low and items[cue - 2].kind == CUE_ITEM:
        teller = subject_before(items, cue - 2, low, lexicon)  # `Hale said he replied: “A”`
        if teller is not None and teller.kind == "name" and teller.gender in ("", subject.gender):
            return teller
    hearer = subject is not None and subject.kind == "name" and hears(subject.text, lexicon.cases)
    if hearer:
        subject = None  # `Зеленскому ответили`
    if lexicon.verb_first:
        subject = better_subject(subject, items, cue, low, lexicon)
    if subject is None and hearer and items[cue].gender == "p":
        return nobody(items, cue)
    if subject is None:
        subject = main_subject(items[low:cue], lexicon)
    if subject is None and not lexicon.verb_first:
        subject = subject_after(items, cue, lexicon)
    if subject is None and may_lack_subject(items, cue, low, lexicon):
        subject = Mention("zero", "", items[cue].start, items[cue].end, items[cue].gender)
    return subject


def may_lack_subject(items: list[Item], cue: int, low: int, lexicon: Lexicon) -> bool:
    """Whether a cue without a subject we know has none: always so in some languages, else after `and` or a comma."""
    if lexicon.zero_subject:
        return True
    at = cue - 1
    while at >= low and items[at].kind == WORD and (items[at].flags & ADVERB or items[at].lower in _INFINITIVE):
        at -= 1
    return at < low or items[at].kind in (",", ":", ";", "-") or bool(items[at].flags & (CONJUNCTION | SUBORDINATOR))


def better_subject(subject: Mention | None, items: list[Item], cue: int, low: int, lexicon: Lexicon) -> Mention | None:
    """Where word order is free: a name after the verb, or the one the sentence opens with, before a bare noun."""
    after: Mention | None = None
    if subject is not None and subject.kind == "pronoun" and items[cue - 1].kind == ",":
        after = subject_after(items, cue, lexicon)  # `Gefragt, ob er antrete, sagte Weber`
        return after if after is not None and after.kind == "name" else subject
    if subject is not None and subject.kind in ("name", "pronoun"):
        return _commented(subject, items, cue, low, lexicon) or subject
    after = subject_after(items, cue, lexicon)
    told = after is not None and subject is not None and is_body(after.text, lexicon)  # `rzecznik przekazał agencji`
    if after is not None and not told and (subject is None or after.kind == "name"):
        return after
    if subject is None or not any(item.kind == ROLE_ITEM and item.start >= subject.start for item in items[low:cue]):
        main = main_subject(items[low:cue], lexicon)
        if main is not None and main.kind == "name":
            return main
    return subject


def _commented(subject: Mention, items: list[Item], cue: int, low: int, lexicon: Lexicon) -> Mention | None:
    """`Słowa Nowaka skomentował minister Adam Kot`: a full name behind the verb, where the other owns a noun."""
    if not lexicon.cases.declines or " " in subject.text:
        return None
    at = next((k for k in range(low + 1, cue) if items[k].start == subject.start), 0)
    if not at or items[at - 1].kind != WORD or items[at - 1].flags & ~(COMMON | WEAK):
        return None
    after = subject_after(items, cue, lexicon)
    return after if after is not None and after.kind == "name" and " " in after.text else None


def read_according(finding: Finding, lexicon: Lexicon) -> None:
    """`According to Anna Berg, “A”`."""
    items = finding.before
    according = according_at(items, lexicon)
    if (
        according is None
        or items[according[0]].lower in lexicon.according_after
        or any(item.kind == CUE_ITEM for item in items[according[1] + 1 :])
    ):
        return
    mention = according_name(items, according, lexicon)
    if mention is not None:
        near = len(items) - according[1] <= 8
        put(finding, "loose", items[according[0]], mention, near and items[-1].kind in (",", ":"))


def read_loose(finding: Finding, lexicon: Lexicon) -> None:
    """A cue anywhere before the quotation in its sentence: reported speech."""
    items = finding.before
    if not items:
        return
    for at in range(len(items) - 1, -1, -1):
        if items[at].kind == CUE_ITEM or (items[at].flags & CUE and items[at].kind == WORD):
            mention = read_subject(items, at, lexicon)
            if mention is not None and mention.kind != "zero":
                put(finding, "loose", items[at], mention, False)
                return
    subject = last_voice(items, lexicon) or main_subject(items, lexicon)
    if subject is not None and subject.kind in ("name", "pronoun", "nobody"):
        finding.mention = subject


def read_label(finding: Finding, scene: Scene, index: int) -> None:
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
        put(finding, "label", items[cue], read_subject(items, cue, scene.lexicon), True)
        return
    subject = main_subject(items, scene.lexicon)
    if subject is not None:
        put(finding, "label", None, subject, True)


def _last_gap(scene: Scene, index: int, above: tuple[int, int]) -> tuple[int, int]:
    if index:
        return max(above[0], min(scene.segments[index - 1].outer_end, above[1])), above[1]
    return above
