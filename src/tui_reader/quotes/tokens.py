"""Tokens, and what they are wherever they stand."""

from __future__ import annotations

from itertools import accumulate

from tui_reader.quotes.items import CUE_ITEM, PRON, ROLE_ITEM, WORD, Sure, Tokens, token
from tui_reader.quotes.lexicon import (
    ADVERB,
    CUE,
    DETERMINER,
    FORENAME,
    NOT_NAME,
    PREPOSITION,
    PRONOUN,
    ROLE,
    STOP,
    TITLE,
    Lexicon,
)

_SPECIAL = PRONOUN | CUE | ROLE | TITLE
"""Flags that make a word more than a word."""
_REMEMBERED, _LONGEST = 20_000, 40
"""How many tokens of a language are remembered with what they are, and how long one may be."""
_OFFICE = ROLE | TITLE
_AMBIGUOUS = CUE | PREPOSITION
"""Flags that make a word another part of speech than the role it can be."""
_NO_NAME = STOP | PREPOSITION | DETERMINER | CUE | ADVERB
"""Flags of words that are no name even with a capital letter."""
_PUNCTUATION = {"–": "-", "—": "-", "―": "-", "-": "-", "[": "(", "]": ")"}


def cut(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end] with their places."""
    parts = token().split(text[start:end])  # what lies between tokens, and the tokens, in turn
    places = list(accumulate(map(len, parts), initial=start))
    return parts[1::2], places[1::2], places[2::2]


def sure_of(token: str, lexicon: Lexicon) -> Sure:
    """Kind, flags, gender and small letters of a token whose kind depends on nothing around it; else no kind.

    Most tokens are such: words in small letters, commas, `The` and `He`.
    """
    sure = _plain(token, lexicon) if token[0].islower() else None
    if token[0].isupper() and token.isalpha():
        sure = _plain_capital(token, token.lower(), lexicon)
    elif not token[0].isalnum() and token[0] not in ".!?…:\n":
        sure = (_PUNCTUATION.get(token, token), 0, "", token)
    sure = sure or ("", 0, "", "")
    if len(lexicon.sure) < _REMEMBERED and len(token) < _LONGEST:
        lexicon.sure[token] = sure
    return sure


def _plain(token: str, lexicon: Lexicon) -> Sure | None:
    flags, endings = lexicon.words.get(token), lexicon.role_endings
    if flags is None:
        known = endings and (token.endswith(endings) or not token.islower())
        return (WORD, 0, "", token) if token.isalpha() and not known else None
    if not flags & _SPECIAL:
        return WORD, flags, "", token
    if (flags & _OFFICE and flags & _AMBIGUOUS) or "'" in token or "’" in token:
        return None
    kind = PRON if flags & PRONOUN else CUE_ITEM if flags & CUE else ROLE_ITEM
    return kind, flags, lexicon.genders.get(token, ""), token


def _plain_capital(token: str, low: str, lexicon: Lexicon) -> Sure:
    """The same for a word with a capital letter; what may be a name has no kind, but flags and small letters."""
    flags = lexicon.words.get(low, 0)
    gender = lexicon.genders.get(low, "")
    may_be_name = ("", flags, "", low)
    if flags & PRONOUN:
        return PRON, flags, gender, low
    if flags & (FORENAME | TITLE):
        return may_be_name
    if flags & ROLE:
        return ROLE_ITEM, flags | TITLE, gender, low
    if flags & NOT_NAME:
        return WORD, flags, "", low
    if not flags & _NO_NAME or token.isupper():
        return may_be_name
    return (CUE_ITEM, flags, gender, low) if flags & CUE else (WORD, flags, "", low)


def known_capital(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is no name though it has a capital letter."""
    return word.isalpha() and bool((lexicon.sure.get(word) or sure_of(word, lexicon))[0])
