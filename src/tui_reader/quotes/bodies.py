"""Names that are no person's: places, which never speak, and bodies, which no `he` or `she` means."""

from __future__ import annotations

from functools import lru_cache

from tui_reader.quotes.lexicon import BODY, FORENAME, NOT_NAME, PLACE, Lexicon

_LONGEST = 100
"""Characters of the longest name that is remembered."""


def is_place(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a place's by its last word: `Kirov Region`, `Trump Tower`."""
    words = name.lower().split(" ")
    if not lexicon.words.get(words[-1], 0) & PLACE:
        return False
    if lexicon.whole(name) or (len(words) > 2 and _of_something(words, lexicon)):
        return False
    return len(words) == 1 or not lexicon.words.get(words[0], 0) & FORENAME or len(words) > 2


def _of_something(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a name begins as an institution's does that goes on: `Bank of England`, `Commission européenne`."""
    if lexicon.verb_first and not lexicon.noun_capitals:
        return bool(lexicon.words.get(words[0], 0) & BODY)
    at = next((at for at, word in enumerate(words) if word in ("of", "for")), 0)
    return at > 0 and bool(lexicon.words.get(words[at - 1], 0) & BODY)


def is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a company's or an office's: `BDI`, `Associated Press`, Latin letters in a Cyrillic text."""
    return _known_body(name, lexicon) if len(name) < _LONGEST else _is_body(name, lexicon)


@lru_cache(maxsize=16384)
def _known_body(name: str, lexicon: Lexicon) -> bool:
    """The same names are asked for again and again."""
    return _is_body(name, lexicon)


def _is_body(name: str, lexicon: Lexicon) -> bool:
    words = name.split(" ")
    if lexicon.whole(name) or (
        len(words) > 1 and not lexicon.cases.declines and _of_something(name.lower().split(" "), lexicon)
    ):
        return True
    flags = lexicon.words.get(words[-1].lower(), 0)
    named = len(words) > 1 and lexicon.words.get(words[0].lower(), 0) & FORENAME
    if flags & (BODY if named else BODY | NOT_NAME) and not flags & FORENAME:
        return True
    person = any(lexicon.words.get(word.lower(), 0) & FORENAME for word in words[1:])
    if lexicon.cases.declines and lexicon.words.get(words[0].lower(), 0) & BODY and not person:
        return True  # `Радіо Свобода`, or an office that goes by a common noun
    if len(words) == 1 and len(name) > 1 and (name.isupper() or "." in name[2:-1]):
        return True
    return lexicon.cyrillic and "" < name[:1] < "Ѐ" and "" < words[-1][:1] < "Ѐ"
