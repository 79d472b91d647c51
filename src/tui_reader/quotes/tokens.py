"""Tokens, and what they are wherever they stand."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, chain

from tui_reader.quotes.items import CUE_ITEM, NOWHERE, PRON, ROLE_ITEM, WORD, Item, Kind, Sure, Token, token
from tui_reader.quotes.lexicon import (
    ADVERB,
    CITE,
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
_COMMA = Item(",", ",", NOWHERE, NOWHERE, "")
_UNSURE: Sure = None, "", 0, "", ""
_OFFICE = ROLE | TITLE
_NO_PERSON, _MAY_BE_NAME = ROLE | NOT_NAME, FORENAME | TITLE
_AMBIGUOUS = CUE | PREPOSITION
"""Flags that make a word another part of speech than the role it can be."""
_NO_NAME = STOP | PREPOSITION | DETERMINER | CUE | ADVERB
"""Flags of words that are no name even with a capital letter."""
POSSESSIVE = ("'s", "’s", "'S", "’S")
_PUNCTUATION = {"–": "-", "—": "-", "―": "-", "-": "-", "[": "(", "]": ")"}


class Stretches(dict[str, tuple[Token, ...]]):
    """What stands between two spaces, with its tokens; filled while texts in one language are read.

    Most of a text is words read a hundred times, so to look one up is much less than to cut it.
    """

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, stretch: str) -> tuple[Token, ...]:
        found = self._plain(stretch) or self.tokens(stretch, " ")
        if not found:
            raise KeyError(stretch)
        if len(self) < _REMEMBERED and len(stretch) < _LONGEST:
            self[stretch] = found
        return found

    def _plain(self, stretch: str) -> tuple[Token, ...]:
        """The tokens of a stretch that is a word of letters, with a comma or a full stop or without."""
        lexicon = self._lexicon
        if stretch.isalpha():
            size = len(stretch)
            return ((*_told(stretch, lexicon), stretch, 0, size, size + 1),)
        word, mark = stretch[:-1], stretch[-1:]
        if mark not in (",", ".") or len(word) < 2 or not word.isalpha():
            return ()
        size = len(word)
        alone = self.get(word)
        sure = alone[0][:5] if alone is not None else _told(word, lexicon)
        behind = lexicon.sure.get(mark) or sure_of(mark, lexicon)
        return (*sure, word, 0, size, 0), (*behind, mark, size, size + 1, size + 2)

    def tokens(self, stretch: str, behind: str = "") -> tuple[Token, ...]:
        """The tokens of a stretch of text; `behind` is what stands between it and the next."""
        parts = token().split(stretch + behind)  # what lies between tokens, and the tokens, in turn
        places = list(accumulate(map(len, parts)))
        lexicon = self._lexicon
        known = lexicon.sure.get
        last = len(parts) - 2
        return tuple(
            (
                *(known(parts[at]) or sure_of(parts[at], lexicon)),
                parts[at],
                places[at - 1],
                places[at],
                places[-1] if at == last else 0,
            )
            for at in range(1, len(parts), 2)
        )


@lru_cache(maxsize=16)
def stretches(lexicon: Lexicon) -> Stretches:
    """Those of a language."""
    return Stretches(lexicon)


def cut(text: str, start: int, end: int, known: Stretches) -> tuple[list[Token], int]:
    """The tokens of text[start:end], and where the first of their stretches begins."""
    words = text[start:end]
    if words[-1:] != "-":  # what a hyphen is depends on what stands behind it
        bare = words.lstrip(" ")
        try:
            return list(chain.from_iterable(map(known.__getitem__, bare.rstrip(" ").split(" ")))), end - len(bare)
        except KeyError:
            pass  # two spaces, or a sign that is no token
    return list(known.tokens(words)), start


def _item(word: str, kind: Kind, lexicon: Lexicon) -> Item | None:
    """The item of a word that can be one for all places: no cue, no pronoun, no role, nothing that says who."""
    letter, flags, gender, low = kind
    if letter == ",":
        return _COMMA
    if letter != WORD or flags & (CUE | CITE) or low in lexicon.genders or low in lexicon.according_words:
        return None
    return Item(WORD, word, NOWHERE, NOWHERE, "", flags, low, gender)


def sure_of(token: str, lexicon: Lexicon) -> Sure:
    """What is sure of a token, from now on remembered."""
    sure = _told(token, lexicon)
    if len(lexicon.sure) < _REMEMBERED and len(token) < _LONGEST:
        lexicon.sure[token] = sure
    return sure


def _told(token: str, lexicon: Lexicon) -> Sure:
    """The item, kind, flags, gender and small letters of a token whose kind depends on nothing around it.

    Most tokens are such: words in small letters, commas, `The` and `He`. Others have no kind.
    """
    kind: Kind | None = None
    if token[0].islower():
        kind = _plain(token, lexicon) or _compound(token, lexicon)
        return (_item(token, kind, lexicon), *kind) if kind else _UNSURE
    if token.isdigit() and token not in lexicon.words:
        kind = WORD, 0, "", token
    elif token[0].isupper() and token.isalpha():
        kind = _plain_capital(token, token.lower(), lexicon)
    elif not token[0].isalnum() and token[0] not in ".!?…:\n":
        kind = (_PUNCTUATION.get(token, token), 0, "", token)
    return (_item(token, kind, lexicon), *kind) if kind else _UNSURE


def _plain(token: str, lexicon: Lexicon) -> Kind | None:
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


def _compound(token: str, lexicon: Lexicon) -> Kind | None:
    """The same for a word with a hyphen or an apostrophe inside that no lexicon lists: `pro-choice`, `doesn't`."""
    low = token.lower()
    owned = low.endswith(POSSESSIVE) or (lexicon.elides and ("'" in low or "’" in low))
    if token.isalpha() or owned or low in lexicon.words:
        return None
    role = 0
    if "-" in low:
        head, _, tail = low.partition("-")
        last = lexicon.words.get(tail.rsplit("-", 1)[-1], 0)
        if lexicon.words.get(head, 0) & CUE or last & PRONOUN:
            return None  # `dit-il`
        role = last & ROLE
    elif lexicon.role_endings and low.endswith(lexicon.role_endings):
        role = ROLE
    return (ROLE_ITEM, role, lexicon.genders.get(low, ""), low) if role else (WORD, 0, "", low)


def _plain_capital(token: str, low: str, lexicon: Lexicon) -> Kind:
    """The same for a word with a capital letter; what may be a name has no kind, but flags and small letters."""
    flags = lexicon.words.get(low, 0)
    gender = lexicon.genders.get(low, "")
    may_be_name = ("", flags, "", low)
    if flags & PRONOUN:
        return PRON, flags, gender, low
    if flags & (FORENAME | TITLE) or low in lexicon.openers:
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
    if not word.isalpha():
        return False
    sure = lexicon.sure.get(word) or sure_of(word, lexicon)
    if sure[1] or lexicon.cases.declines or lexicon.body_endings:
        return bool(sure[1])  # there a word in small letters may go on with the name: `Белый дом`
    return bool(sure[2] & _NO_PERSON and not sure[2] & _MAY_BE_NAME)
