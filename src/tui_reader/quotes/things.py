"""Words in marks that are the name of something: a title, a brand, a term, who speaks."""

from __future__ import annotations

from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item
from tui_reader.quotes.lexicon import CUE, DETERMINER, MEDIA, PREPOSITION, STOP, SUBORDINATOR, WEAK, Lexicon

_FINAL = ".!?…"
_CLOSING = _FINAL + ","
_GOES_ON = (WORD, ROLE_ITEM, NAME, CUE_ITEM)
"""After words that close with no mark of their own, these go on with the same sentence."""


def is_thing(words: str, before: list[Item], after: list[Item], cued: bool, lexicon: Lexicon) -> bool:
    """Whether short words in marks are a title, a brand or the name of who speaks."""
    count = words.count(" ") + 1
    ends = words[-1] in _FINAL
    apart = bool(before) and before[-1].kind in (":", ",", "-")
    introduced = bool(before) and before[-1].kind == ":"
    sentence = ends and count > 3
    spoken = sentence and (apart or not before or before[-1].kind == CUE_ITEM)
    titled = not spoken and _title_case(words, lexicon)
    # `Berg said of the film, “I did not like it,” and left`
    told = cued and apart and words[-1] == "," and count >= 3 and begins_large(words)
    told = told and not _title_case(words, lexicon)
    if introduced:
        bare = not ends or (words[-1] == "." and count <= 4 and not begins_large(words))
        if bare and count <= 8 and _captioned(words, before, after, lexicon):
            return True
    elif (
        not told
        and _may_be_named(words, count, before)
        and _names_a_thing(before, after, titled or count == 1, lexicon)
    ):
        return True
    if titled:
        if sentence:
            return words[-1] == "."  # `on “A B at C.”`: of the sentence around it
        if not cued or not _spoken_title(words, before, after, apart, lexicon):
            return True
    if (
        not before
        and count <= 3
        and words[-1] not in _CLOSING
        and after
        and after[0].kind == WORD
        and not after[0].flags
    ):
        return True  # `“North Sea” signed a treaty`
    if count <= 5 and _subject_of_report(after) and (not cued if before else True):
        return True
    if count > 4 or not before or introduced or ends or (cued and apart):
        return False
    return begins_large(words) and not words.startswith("I")


def _may_be_named(words: str, count: int, before: list[Item]) -> bool:
    """Whether words are short enough for the title of a thing and end like one: not like a sentence, or they ask."""
    if words[-1] not in _FINAL or count <= 3:
        return count <= 14 or begins_large(words)
    asked = bool(before) and before[-1].kind not in (",", "-") and not _reports_or_acts(before[-1])
    return words[-1] == "?" and count <= 10 and asked  # `the article “Who pays for the bridge?”`


def _spoken_title(words: str, before: list[Item], after: list[Item], apart: bool, lexicon: Lexicon) -> bool:
    """Whether words written like a title are speech all the same: set off from the cue as speech is."""
    if not before:
        if words[-1] in ",!?—-" or (_set_off(after) and not _called(after, lexicon)):
            return True
        return _by_somebody(after) and not (lexicon.noun_capitals and " " in words)
    if not apart:
        return before[-1].kind == CUE_ITEM and words[-1] in "!?"  # `they chanted “Hale! Hale!”`
    listed = before[-1].kind != "," or len(before) < 2 or before[-2].kind != CUE_ITEM
    return words[-1] in _CLOSING or not (listed and after and after[0].kind in _GOES_ON)  # `Hale, “X” and Reed`


def _captioned(words: str, before: list[Item], after: list[Item], lexicon: Lexicon) -> bool:
    """Whether the words after a colon are a name and nobody's: `her new title: “song writer”`."""
    if words[-1] == "," or _set_off(after) or any(item.kind == CUE_ITEM for item in before[-12:]):
        return False
    speaker = before[-2] if len(before) > 1 else None
    if speaker is None or speaker.kind in (NAME, ROLE_ITEM, PRON):
        return False
    near = before[-8:-1]
    if any(_is_medium_noun(item, lexicon) for item in near):
        return True
    if any(item.flags & WEAK for item in near):
        return False  # `her answer: “no”`
    return lexicon.noun_capitals or not begins_large(words)


def _subject_of_report(after: list[Item]) -> bool:
    """Whether the words in marks are themselves who speaks: `“The Herald” writes that`."""
    if not after or after[0].kind != CUE_ITEM:
        return False
    return any(item.kind == WORD and item.flags & SUBORDINATOR for item in after[1:3])


def _set_off(after: list[Item]) -> bool:
    """Whether the narrative goes on with a comma or a dash."""
    return bool(after) and after[0].kind in (",", "-")


def _by_somebody(after: list[Item]) -> bool:
    """Whether a cue follows at once with who speaks: `“Never” said Hale`, unlike `“Morning Post” reports`."""
    return len(after) > 1 and after[0].kind == CUE_ITEM and after[1].kind in (NAME, PRON, ROLE_ITEM)


def _called(after: list[Item], lexicon: Lexicon) -> bool:
    """`“X”, so lautet der Titel`: what follows says of what the words are the name."""
    return lexicon.noun_capitals and any(_is_medium_noun(item, lexicon) for item in after[2:6])


def begins_large(words: str) -> bool:
    """Whether the first letter of the words is a capital; a number is one, too."""
    for char in words:
        if char.isalpha():
            return char.isupper()
        if char.isdigit():
            return True
    return False


def _title_case(words: str, lexicon: Lexicon) -> bool:
    """Whether every word that counts has a capital: a title or a brand."""
    bare = words.strip(".,!?…")
    if bare[:1].islower() and len(bare.split(None, 2)) != 2:
        return False  # most fragments are told so
    parts = bare.split()
    if len(parts) == 1:
        return parts[0][:1].isupper()
    if len(parts) > 2 and not parts[0][:1].isupper():
        return False
    content = 0
    for part in parts:
        if lexicon.words.get(part.lower(), 0) & (STOP | PREPOSITION | DETERMINER):
            continue
        if not (part[0].isupper() or part[0].isdigit()):
            return False
        content += 1
    return (content >= 2 and parts[0][0].isupper()) or (content == 1 and len(parts) <= 2)


def _title_of(before: list[Item]) -> bool:
    """`в статье Частного корреспондента «X»`: a medium whose genitive stands before the title."""
    for item in reversed(before[-4:]):
        if item.flags & MEDIA and not item.flags & PREPOSITION and len(item.text) > 3:
            return True
        if item.kind not in (NAME, WORD, ROLE_ITEM) or item.flags & (PREPOSITION | CUE | WEAK | SUBORDINATOR):
            return False
    return False


def _names_a_thing(before: list[Item], after: list[Item], named: bool, lexicon: Lexicon) -> bool:
    """`the novel “X”`, `the so-called “X”`, `topics such as “X”`, `“X” magazine`."""
    if before:
        last = before[-1]
        if named and last.kind == WORD and (last.lower,) in lexicon.according.get(last.lower, ()):
            return True  # `laut „X“`
        if len(before) > 1 and (last.kind in (",", "(", "-") or (lexicon.noun_capitals and last.flags & SUBORDINATOR)):
            last = before[-2]
        if _is_medium(last, lexicon):
            return named or _passive(before) or not _reports_or_acts(last)
        if lexicon.cases.declines and _title_of(before):
            return True
    return bool(after) and bool(after[0].flags & MEDIA) and not after[0].flags & (CUE | PREPOSITION | DETERMINER)


def _is_medium(item: Item, lexicon: Lexicon) -> bool:
    """Whether a noun says that the words beside it are a title or a term, by itself or by the end of its compound."""
    if item.flags or not lexicon.noun_capitals or not item.text[0].isupper():
        return bool(item.flags & MEDIA)
    stem = item.lower.removesuffix("s")
    return any(lexicon.words.get(stem[at:], 0) & MEDIA for at in range(1, len(stem) - 3))


def _passive(before: list[Item]) -> bool:
    """Whether a thing, not a person, is `called` what follows: `the plan, dubbed “two for one”`."""
    return len(before) > 2 and before[-2].kind == "," and before[-3].kind == WORD


def _reports_or_acts(item: Item) -> bool:
    """Whether a word that names a thing may as well report (`called`, `the words`) or be who acts: `the group`."""
    return bool(item.flags & (CUE | WEAK)) or item.kind == ROLE_ITEM


def _is_medium_noun(item: Item, lexicon: Lexicon) -> bool:
    return item.kind == WORD and not item.flags & (DETERMINER | PREPOSITION) and _is_medium(item, lexicon)
