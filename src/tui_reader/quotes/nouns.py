"""Which capitalised words begin a name in a language where every noun has a capital letter."""

from __future__ import annotations

from tui_reader.quotes.items import CUE_ITEM, ROLE_ITEM, Item, Token
from tui_reader.quotes.lexicon import BODY, CUE, DETERMINER, FORENAME, PREPOSITION, ROLE, STOP, Lexicon


def begins_name(
    tokens: list[Token],
    index: int,
    items: list[Item],
    bare: str,
    flags: int,
    initial: bool,
    surnames: frozenset[str],
    lexicon: Lexicon,
) -> bool:
    """Whether tokens[index], `bare` in small letters with these `flags`, begins a name; `items` stand before it."""
    if flags & FORENAME:
        return True
    word = tokens[index][5]
    known = word in surnames
    if flags & ROLE or (bare.endswith(lexicon.role_endings) and not known):
        return False
    if known or (len(word) > 1 and word.isupper()):
        return True
    if bare.endswith(lexicon.noun_endings):
        return False
    previous = items[-1] if items else None
    following = tokens[index + 1][5] if index + 1 < len(tokens) else ""
    following_flags = lexicon.flags(following.lower())
    if previous is not None and (previous.kind == ROLE_ITEM or previous.lower == "so"):
        return True
    if previous is not None and previous.kind == CUE_ITEM:
        return not previous.lower.endswith("ten")  # `sagten Experten`: a plural
    if previous is not None and previous.flags & (DETERMINER | PREPOSITION) and not following[:1].isupper():
        return False
    if previous is not None and previous.flags & DETERMINER:
        return following.isupper() and bool(following_flags & BODY)  # `die Tellmann AG`
    if following[:1].isupper() and not following_flags & (ROLE | STOP):
        return not following.lower().endswith(lexicon.noun_endings)
    if initial and following in (":", "wörtlich"):
        return True
    if not following_flags & CUE or following.endswith("ten"):
        return False
    after = tokens[index + 2][5] if index + 2 < len(tokens) else ""
    return not (lexicon.flags(after.lower()) & FORENAME or after in surnames)
