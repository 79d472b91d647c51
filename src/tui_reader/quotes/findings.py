"""What is known about one quotation while its speaker is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui_reader.model.quote import AttributionKind, Speaker
from tui_reader.quotes.inflection import forename_stem
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item, Sentence
from tui_reader.quotes.lexicon import INDEFINITE, KIN, Lexicon
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.phrases import Mention, name_of, noun_phrase, phrase_of


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
    """`after`, `before`, `loose`, `label`, `signed`, or empty when no cue was found."""
    beside: bool = False
    """Whether the cue stands right beside the quotation."""
    name: str = ""
    gender: str = ""
    kind: AttributionKind | None = None
    rule: str = ""
    speaker: Speaker | None = None
    fragment: bool = False
    """Whether the words turned out to be a fragment of reported speech."""
    tail: Sentence | None = None
    earlier: Sequence[Sentence] | None = None
    """Closed sentences between the segment before and this one, in the same paragraph."""


def put(finding: Finding, where: str, cue: Item | None, mention: Mention | None, beside: bool) -> None:
    """Writes down where a cue was found, whom it names, and whether it stands right beside the quotation."""
    finding.where = where
    finding.mention = mention
    finding.beside = beside
    if cue is not None:
        finding.cue = (cue.start, cue.end)
        finding.cue_text = cue.text


def according_at(items: list[Item], lexicon: Lexicon) -> tuple[int, int] | None:
    """Indices of the first phrase such as `according to`."""
    begins = lexicon.according_words
    for at, item in enumerate(items):
        low = item.lower
        if low not in begins or item.kind == NAME:
            continue
        if at <= 1 and low in lexicon.according_after:
            return at, at + 1
        for phrase in lexicon.according.get(low, ()):
            end = at + len(phrase)
            if len(items) < end or items[end - 1].lower != phrase[-1]:
                continue
            if all(items[at + k].lower == word for k, word in enumerate(phrase)):
                return at, end
    return None


def according_name(items: list[Item], according: tuple[int, int], lexicon: Lexicon) -> Mention | None:
    """Whom `according to` names: the next name, or the pronoun inside the phrase itself (`по его словам`)."""
    for item in items[according[0] : according[1]]:
        if lexicon.genders.get(item.lower) and item.kind == WORD:
            return Mention("pronoun", item.text, item.start, item.end, lexicon.genders[item.lower])
    following = items[according[1] : according[1] + 9]
    for at, item in enumerate(following):
        if item.kind == NAME:
            if item.possessive:
                continue
            if at and " " not in item.text and following[at - 1].flags & KIN:
                return phrase_of(following, at - 1, at + 1, following[at - 1].gender)  # `по словам супруга Петровой`
            if at + 1 < len(following) and following[at + 1].kind == "," and at and not is_forename(item, lexicon):
                beyond = _next_in_full(following, at + 2, lexicon)
                if beyond is not None:
                    return beyond  # `zdaniem ekonomisty Banku Wiślanego, dr. Jana Kota`
            if at + 1 < len(following) and following[at + 1].kind == ROLE_ITEM:
                inner = noun_phrase(following, at)  # `in the words of the Crown prosecutor, Ann Hale`
                return inner if inner is None or inner.kind != "name" else replace(inner, genitive=True)
            return name_of(item, True)
        if (
            item.kind == ROLE_ITEM
            and (lexicon.cases.declines or lexicon.noun_capitals)
            and not _named_soon(following, at)
        ):
            end = at + 2 if at + 1 < len(following) and following[at + 1].kind == WORD else at + 1
            begin = next((k for k in range(at) if following[k].flags & INDEFINITE), at)  # `so eine Kundin`
            return phrase_of(following, begin, end, item.gender)
        if item.kind == PRON and item.gender:
            return Mention("pronoun", item.text, item.start, item.end, item.gender)
        if item.kind in (",", ".", CUE_ITEM) and at:
            return None
    return None


def is_forename(item: Item, lexicon: Lexicon) -> bool:
    """Whether a name begins with a forename the lexicon knows, in whatever case."""
    low = item.lower.partition(" ")[0]
    return low in lexicon.cases.forenames or forename_stem(low, lexicon.cases) in lexicon.cases.forename_stems


def _next_in_full(items: list[Item], at: int, lexicon: Lexicon) -> Mention | None:
    """The full name at `at`, titles before it or none; else nothing."""
    while at < len(items) and items[at].kind == ROLE_ITEM:
        at += 1
    if at < len(items) and items[at].kind == NAME and " " in items[at].text and is_forename(items[at], lexicon):
        return name_of(items[at], True)
    return None


def _named_soon(items: list[Item], at: int) -> bool:
    """Whether a name follows the role in the same phrase: `главы союза Павла Орлова`."""
    for item in items[at + 1 :]:
        if item.kind == NAME:
            return True
        if item.kind in (",", ".", ":", CUE_ITEM):
            return False
    return False
