"""Where the name of an institution ends: `European Commission`, `Bank of England`, never a word of it alone."""

from __future__ import annotations

from tui_reader.quotes.items import Token
from tui_reader.quotes.lexicon import BODY, CUE, DETERMINER, FORENAME, NOT_NAME, PREPOSITION, ROLE, STOP, TITLE, Lexicon

_LONGEST = 6
"""Words of the longest name that a noun such as `Committee` closes."""
_SMALL = STOP | PREPOSITION | DETERMINER | CUE
OF = ("of", "for", "de", "du", "del")
"""What may stand between the noun of an institution and the rest of its name."""
_THE = ("the", "la", "las", "los")


def institution(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """The index after the institution whose name begins with the capitalised word tokens[index]; 0 for none."""
    end = _listed(tokens, index, lexicon)
    if end or lexicon.cases.declines:
        return end + 1 if end and end < len(tokens) and _abbreviated(tokens, end, lexicon) else end
    if lexicon.noun_capitals:
        return _after_adjective(tokens, index, lexicon)
    end = _closed(tokens, index, lexicon)
    return lengthened(tokens, end, lexicon) if end else 0


def lengthened(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """The index after what says which institution ends before tokens[end]: `of the West`, `européenne`."""
    if end >= len(tokens) or not _beside(tokens, end):
        return end
    begin = end
    while lexicon.body_endings and end < len(tokens) and _beside(tokens, end):
        told = tokens[end][5]
        if not told.islower() or not told.endswith(lexicon.body_endings) or lexicon.flags(told):
            break
        end += 1  # `Banque centrale européenne`
    if end > begin:
        return end
    if tokens[end][5][:2] in ("d'", "d’") and tokens[end][5][2:3].isupper():
        return end + 1
    if tokens[end][5] not in OF:
        return end
    at = end + 1
    while at < len(tokens) and tokens[at][5] in _THE and _beside(tokens, at):
        at += 1
    begin = at
    while at < len(tokens) and _beside(tokens, at) and _capital(tokens, at, lexicon):
        at += 1
        if tokens[at - 1][5].endswith(("'s", "’s")):
            break
    return at if at > begin else end


def _listed(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """The index after a name the lexicon lists."""
    for size in lexicon.whole_sizes:
        words = [token[5] for token in tokens[index : index + size]]
        if len(words) == size and lexicon.whole(" ".join(words)):
            return index + size
    return 0


def _abbreviated(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether letters follow that say which office of the institution it is: `State Department IG`."""
    word = tokens[at][5].removesuffix("'s").removesuffix("’s")
    return 1 < len(word) < 5 and word.isupper() and _beside(tokens, at) and not lexicon.flags(word.lower())


def _closed(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """The index after the last noun such as `Bank` in a run of capitals in which no forename stands."""
    end = 0
    for at in range(index, min(len(tokens), index + _LONGEST)):
        if at > index and not (_beside(tokens, at) and _capital(tokens, at, lexicon)):
            break
        word = tokens[at][5]
        flags = lexicon.flags(word.lower())
        if flags & FORENAME and not flags & (NOT_NAME | BODY):
            break
        if flags & BODY:
            end = at + 1 if at > index or lengthened(tokens, at + 1, lexicon) > at + 1 else end
        elif flags & (TITLE | ROLE) and not flags & NOT_NAME:
            break
    return end


def _after_adjective(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """`die Europäische Kommission`: an adjective with a capital letter, not in a case, and what it belongs to."""
    word = tokens[index][5].lower()
    if index + 1 >= len(tokens) or not word.endswith("e") or lexicon.flags(word) & (FORENAME | STOP):
        return 0
    following = tokens[index + 1][5]
    closes = following[:1].isupper() and lexicon.flags(following.lower()) & BODY
    return index + 2 if closes and _beside(tokens, index + 1) else 0


def _capital(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    word = tokens[at][5]
    return word[0].isupper() and word[0].isalpha() and not lexicon.flags(word.lower()) & _SMALL


def _beside(tokens: list[Token], at: int) -> bool:
    """Whether nothing but a space parts tokens[at] from the token before it."""
    before, token = tokens[at - 1], tokens[at]
    return before[8] - before[7] + token[6] == 1 if before[8] else token[6] - before[7] == 1
