"""Cuts narrative into sentences of items: names, pronouns, cues, role nouns, other words, punctuation."""

from __future__ import annotations

import re

from tui_reader.quotes.lexicon import (
    ABBREVIATION,
    ADVERB,
    CUE,
    DETERMINER,
    FORENAME,
    NOT_NAME,
    PARTICLE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    STOP,
    SUFFIX,
    TITLE,
    Lexicon,
)

UPPER = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x400, 0x530)) if chr(c).isupper())
TOKEN = re.compile(rf"(?:[{UPPER}]\.-?)+(?![^\W_])|[^\W_]+(?:['’ʼ‑-][^\W_]+)*|\.\.\.|[.!?…,:;()\[\]]|[–—―]|-(?=\s)|\n")
"""A run of initials, a word, or a punctuation mark."""
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")

Token = tuple[str, int, int]
"""A token and where it stands."""

NAME, PRON, CUE_ITEM, ROLE_ITEM, WORD = "N", "P", "C", "R", "W"


class Item:
    """One item of a sentence. `kind` is a letter above or the punctuation mark itself."""

    __slots__ = ("end", "flags", "gender", "kind", "lower", "possessive", "start", "text", "title")

    def __init__(self, kind: str, text: str, start: int, end: int, flags: int = 0, lower: str = "") -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end
        self.flags = flags
        self.lower = lower or text
        self.gender = ""
        self.possessive = False
        self.title = ""

    def __repr__(self) -> str:
        return f"{self.kind}:{self.text}"


class Sentence:
    """Items of one sentence or of what a quotation leaves of it."""

    __slots__ = ("closed", "end", "items", "start")

    def __init__(self, items: list[Item], start: int, end: int, closed: bool) -> None:
        self.items = items
        self.start = start
        self.end = end
        self.closed = closed
        """Whether a full stop, question or exclamation mark ends it."""


def sentences(text: str, start: int, end: int, lexicon: Lexicon, fresh: bool = True) -> list[Sentence]:
    """Sentences of text[start:end]. `fresh` says whether the first word begins a sentence."""
    found: list[Sentence] = []
    items: list[Item] = []
    begin = start
    initial = fresh
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
    total = len(tokens)
    index = 0
    while index < total:
        token, at, stop = tokens[index]
        char = token[0]
        if char.isalnum():
            index = _word(text, tokens, index, items, lexicon, initial)
            initial = False
            continue
        index += 1
        if token == "\n":
            continue
        if char in ".!?…":
            if token in (".", "...", "…") and not _ends(tokens, index, items, lexicon.words):
                continue
            items.append(Item(".", token, at, stop))
            found.append(Sentence(items, begin, stop, True))
            items, begin, initial = [], stop, True
            continue
        kind = "-" if char in "–—―-" else ("(" if char in "([" else ")" if char in ")]" else char)
        items.append(Item(kind, token, at, stop))
        if kind == ":":
            initial = True
    if items:
        found.append(Sentence(items, begin, end, False))
    return found


def _ends(tokens: list[Token], index: int, items: list[Item], words: dict[str, int]) -> bool:
    """Whether the full stop before tokens[index] ends the sentence."""
    if index >= len(tokens):
        return True
    token, stop_at, stop_end = tokens[index - 1]
    last = items[-1] if items else None
    if last is not None and token == "." and last.end == stop_at:
        word = last.text.rsplit(" ", 1)[-1].lower()
        if words.get(word, 0) & ABBREVIATION or (len(word) == 1 and last.text[-1:].isupper()):
            return False
    following, at, _ = tokens[index]
    return not (following[0].islower() or following[0] in "),;:" or (following[0].isdigit() and at == stop_end))


def _word(text: str, tokens: list[Token], index: int, items: list[Item], lexicon: Lexicon, initial: bool) -> int:
    token, at, stop = tokens[index]
    lower = token.lower()
    flags = lexicon.words.get(lower, 0)
    if token[0].isupper() and not (flags & PRONOUN):
        taken = _name(text, tokens, index, items, lexicon, initial)
        if taken:
            return taken
    kind = WORD
    if flags & PRONOUN:
        kind = PRON
    elif flags & CUE and not (flags & ROLE and _noun_position(items)):
        kind = CUE_ITEM
    elif flags & (ROLE | TITLE):
        kind = ROLE_ITEM
    elif not flags:
        bare = _POSSESSIVE.sub("", lower)
        if bare != lower and lexicon.words.get(bare, 0) & (ROLE | TITLE):
            kind, flags = ROLE_ITEM, lexicon.words[bare]
        elif "-" in lower:
            head, _, tail = lower.partition("-")
            if lexicon.words.get(head, 0) & CUE:
                return _inverted(items, token, at, stop, head, tail, lexicon, index)
            last = lower.rsplit("-", 1)[1]
            flags = lexicon.words.get(last, 0) & ROLE
            kind = ROLE_ITEM if flags else WORD
        elif lexicon.role_endings and lower.endswith(lexicon.role_endings):
            kind, flags = ROLE_ITEM, ROLE
    item = Item(kind, token, at, stop, flags, lower)
    if kind in "PCR":
        item.gender = lexicon.genders.get(lower, "")
    item.possessive = token.endswith(("'s", "’s"))
    items.append(item)
    return index + 1


def _noun_position(items: list[Item]) -> bool:
    return bool(items) and bool(items[-1].flags & (DETERMINER | PREPOSITION))


def _inverted(
    items: list[Item], token: str, at: int, stop: int, head: str, tail: str, lexicon: Lexicon, index: int
) -> int:
    """`dit-il`: a cue and its pronoun in one word."""
    cue = Item(CUE_ITEM, head, at, at + len(head), CUE, head)
    items.append(cue)
    pronoun = tail.rsplit("-", 1)[-1]
    if lexicon.words.get(pronoun, 0) & PRONOUN:
        item = Item(PRON, pronoun, stop - len(pronoun), stop, PRONOUN, pronoun)
        item.gender = lexicon.genders.get(pronoun, "")
        items.append(item)
    return index + 1


_NO_PART = STOP | PREPOSITION | DETERMINER


def _name(text: str, tokens: list[Token], index: int, items: list[Item], lexicon: Lexicon, initial: bool) -> int:
    """Reads a name from `index` on; the index after it, or 0 when this is no name."""
    flags_of = lexicon.words.get
    first, start, stop = tokens[index]
    bare = _POSSESSIVE.sub("", first).lower()
    flags = flags_of(first.lower(), 0) or flags_of(bare, 0)
    if flags & TITLE and items and items[-1].kind == ROLE_ITEM and items[-1].gender and not flags & ROLE:
        flags = 0  # `Mr. King`
    if flags & TITLE or (flags & ROLE and not flags & FORENAME):
        item = Item(ROLE_ITEM, first, start, stop, flags | TITLE, first.lower())
        item.gender = lexicon.genders.get(bare, "")
        item.possessive = bare != first.lower()
        items.append(item)
        return index + 1
    if flags & NOT_NAME and not flags & FORENAME:
        items.append(Item(WORD, first, start, stop, flags, first.lower()))
        return index + 1
    if (
        flags & (_NO_PART | CUE | ADVERB)
        and not flags & FORENAME
        and not (len(first) > 1 and first.isupper() and not initial)
    ):
        return 0
    if lexicon.noun_capitals and not _german_name(tokens, index, items, lexicon, initial):
        return 0
    parts = [first]
    index += 1
    total = len(tokens)
    while index < total and not first.endswith(("'s", "’s", "s'", "s’")):
        token, at, end = tokens[index]
        if at - stop > 1 and text[stop:at].strip(" \u00a0"):
            break
        low = token.lower()
        word_flags = flags_of(low, 0)
        if token == "." and len(parts[-1]) <= 1:
            index += 1
            stop = end
            continue
        if not token[0].isalpha():
            break
        if token[0].isupper():
            if word_flags & (TITLE | NOT_NAME) and not word_flags & FORENAME:
                break
            if word_flags & _NO_PART and not word_flags & (PARTICLE | FORENAME):
                break
            if word_flags & ROLE and not word_flags & FORENAME and lexicon.noun_capitals:
                break
            if lexicon.role_endings and low.endswith(lexicon.role_endings) and lexicon.noun_capitals:
                break
        elif not (
            word_flags & PARTICLE
            and index + 1 < total
            and (tokens[index + 1][0][0].isupper() or flags_of(tokens[index + 1][0], 0) & PARTICLE)
        ):
            break
        parts.append(token)
        stop = end
        index += 1
        if token.endswith(("'s", "’s")):
            break
    if initial and len(parts) == 1 and not flags & FORENAME and _common(text, first):
        return 0
    last = parts[-1]
    owner = last.endswith(("'s", "’s", "s’", "s'"))
    if owner:
        parts[-1] = _POSSESSIVE.sub("", last)
    if len(parts) > 1 and flags_of(parts[-1].lower(), 0) & SUFFIX and len(parts) == 2:
        return 0
    item = Item(NAME, " ".join(parts), start, stop, flags)
    item.lower = item.text.lower()
    item.possessive = owner
    previous = items[-1] if items else None
    if previous is not None and previous.kind == ROLE_ITEM:
        item.title = previous.lower
        item.gender = previous.gender
    if not item.gender:
        item.gender = lexicon.genders.get(parts[0].lower(), "") if flags & FORENAME else ""
    items.append(item)
    return index


def _common(text: str, word: str) -> bool:
    """Whether a word that only begins a sentence here is written small elsewhere in the text."""
    return f" {word.lower()} " in text or f" {word.lower()}," in text


def _german_name(tokens: list[Token], index: int, items: list[Item], lexicon: Lexicon, initial: bool) -> bool:
    """Whether a capitalised word begins a name where every noun has a capital."""
    word = tokens[index][0]
    low = word.lower()
    flags = lexicon.words.get(low, 0)
    if flags & FORENAME:
        return True
    if low.endswith(lexicon.role_endings) or flags & ROLE:
        return False
    if len(word) > 1 and word.isupper():
        return True
    previous = items[-1] if items else None
    following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    after_role = previous is not None and (previous.kind == ROLE_ITEM or previous.flags & TITLE)
    if after_role or (previous is not None and previous.kind == CUE_ITEM and not low.endswith(_NOUN_ENDINGS)):
        return True
    if previous is not None and previous.flags & DETERMINER:
        return False
    if following[:1].isupper() and not lexicon.words.get(following.lower(), 0) & (ROLE | STOP):
        return not low.endswith(_NOUN_ENDINGS) and not following.lower().endswith(_NOUN_ENDINGS)
    return (
        index + 1 < len(tokens)
        and bool(lexicon.words.get(following.lower(), 0) & CUE)
        and not low.endswith(_NOUN_ENDINGS)
    )


_NOUN_ENDINGS = (
    "ung",
    "ungen",
    "heit",
    "keit",
    "schaft",
    "tion",
    "ion",
    "tät",
    "ismus",
    "nis",
    "ment",
    "chen",
    "zeit",
    "tag",
    "jahr",
    "land",
)
