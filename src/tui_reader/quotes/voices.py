"""What a verb does to its subject: in the passive somebody else speaks, with a negation nobody does."""

from __future__ import annotations

from operator import attrgetter

from tui_reader.quotes.items import CUE_ITEM, NAME, ROLE_ITEM, WORD, Item, place
from tui_reader.quotes.lexicon import ADVERB, CITE, CONJUNCTION, CUE, WEAK, Lexicon
from tui_reader.quotes.phrases import Mention, noun_phrase

_ENDS = (".", ",", ":", ";", "-", "(")
_LOWER = attrgetter("lower")
_REACH = 10
"""Items after a passive among which it says by whom."""


def other_voice(items: list[Item], verb: int, low: int, lexicon: Lexicon) -> Mention | None:
    """Who speaks where the subject of the verb at `verb` does not; None where it does.

    `Reed was asked by Hale` makes it Hale, `Reed was asked` and `Reed never said` nobody.
    """
    if verb == low and not lexicon.negates_after:
        return None
    beside = items[verb].kind == CUE_ITEM and items[verb - 1].kind != WORD and not lexicon.negates_after
    if beside:  # `Reed said`, as most are
        return nobody(items, verb) if _of_nobody(items, verb, low, lexicon) else None
    if _negated(items, verb, low, lexicon) or _of_nobody(items, verb, low, lexicon):
        return nobody(items, verb)
    if items[verb].flags & CITE or not _passive(items, verb, low, lexicon):
        return None
    return _agent(items, verb, low, lexicon) or nobody(items, verb)


def last_voice(items: list[Item], lexicon: Lexicon) -> Mention | None:
    """The same of the last word that reports, for words that no cue stands beside: `Reed was accused of “theft”`."""
    for verb in range(len(items) - 1, 0, -1):
        item = items[verb]
        reports = item.flags & (CUE | WEAK) and not item.flags & ADVERB
        if item.kind != NAME and (reports or item.lower in lexicon.told):
            return other_voice(items, verb, 0, lexicon)
    return None


def nobody(items: list[Item], verb: int) -> Mention:
    """That the subject of a verb is nobody the text names."""
    start, end = place(items, verb)
    return Mention("nobody", items[verb].text, start, end)


def _passive(items: list[Item], verb: int, low: int, lexicon: Lexicon) -> bool:
    """Whether an auxiliary before the verb makes its subject the one who hears."""
    if verb == low or not lexicon.passives:
        return False
    if items[verb].lower.endswith(lexicon.active):
        return False
    far = lexicon.noun_capitals and items[verb].lower in lexicon.told  # `wurde von Anna Berg gefragt`
    for at in range(verb - 1, max(low, verb - _REACH if far else verb - 4) - 1, -1):
        item = items[at]
        if item.kind in _ENDS or not (far or item.kind == WORD):
            return False
        if item.lower in lexicon.passives:
            return True
        if not (far or item.flags & ADVERB):
            return False
    return False


def _agent(items: list[Item], verb: int, low: int, lexicon: Lexicon) -> Mention | None:
    """By whom something was told: `by Ann Hale`, `przez Annę Hale`."""
    begin = max(low, verb - _REACH) if lexicon.noun_capitals else verb + 1
    for at in range(begin, min(len(items) - 1, verb + _REACH)):
        if items[at].kind in _ENDS and at > verb:
            return None
        if items[at].kind == WORD and items[at].lower in lexicon.agents:
            found = noun_phrase(items, at + 1)
            if found is None or found.kind != "name":
                return found
            return Mention("name", found.text, found.start, found.end, found.gender, lexicon.cases.declines)
    return None


def _negated(items: list[Item], verb: int, low: int, lexicon: Lexicon) -> bool:
    """Whether the verb is denied: `never said`, `did not say`, `nie powiedział`; `not only said` is not."""
    for at in range(verb - 1, max(low, verb - 5) - 1, -1):
        item = items[at]
        if item.kind != WORD:
            break
        word = item.lower.replace("’", "'") if "’" in item.lower else item.lower
        if word in lexicon.negations:
            return items[at + 1].lower not in lexicon.limits
        if not item.flags & ADVERB:
            break
    if not lexicon.negates_after:
        return False
    end = next((at for at in range(verb + 1, len(items)) if items[at].kind in _ENDS), len(items)) - 1
    return verb < end < verb + 4 and items[end].lower in lexicon.negations  # `sagte Weber nie: „A“`


def _of_nobody(items: list[Item], verb: int, low: int, lexicon: Lexicon) -> bool:
    """Whether the clause says that nobody does it: `Neither Reed nor Hale said`, `No minister said`."""
    if lexicon.nobody.isdisjoint(map(_LOWER, items[low:verb])):
        return False
    at = verb - 1
    while at >= low and items[at].kind not in (*_ENDS, CUE_ITEM):
        if items[at].lower in lexicon.nobody:
            opens = at == low or items[at - 1].kind in _ENDS or bool(items[at - 1].flags & CONJUNCTION)
            if opens and items[at + 1].kind in (WORD, NAME, ROLE_ITEM, CUE_ITEM):
                return True
        at -= 1
    return False
