"""The narrator's clause between the words: `– said Anna Berg –`."""

from __future__ import annotations

import re

from tui_reader.quotes.lexicon import ABBREVIATION, ADVERB, CUE, FORENAME, PRONOUN, ROLE, TITLE, WEAK, Lexicon

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_END = re.compile(r"[.!?…]+(?=\s|$)")
_REACH = 4
"""A cue verb stands among this many first words of the clause after the dash."""


def is_aside(text: str, clause: int, limit: int, lexicon: Lexicon, reach: int = _REACH) -> bool:
    """Whether the words after a dash are the narrator's: a cue verb among the first of them, written small."""
    words: list[str] = []
    at = clause
    for _ in range(reach):
        match = _WORD.search(text, at, limit)
        if match is None:
            break
        if words and any(c in ".!?;:" for c in text[at : match.start()]):
            break
        words.append(match.group())
        at = match.end()
    if not words or not words[0][0].islower():
        return False
    if _names_somebody(text, clause, words, lexicon):
        return True
    wanted = CUE | WEAK if words[0] in lexicon.thus else CUE  # `– tak Jan Kot opisuje noc`
    for number, word in enumerate(words):
        flags = lexicon.words.get(word, 0)
        if flags & wanted:
            return True
        if (
            number == 0
            and not flags & ADVERB
            and len(word) > 4
            and lexicon.cue_endings
            and word.endswith(lexicon.cue_endings)
        ):
            return True
        head, _, tail = word.partition("-")
        if (tail and lexicon.words.get(head, 0) & CUE) or (
            tail and lexicon.words.get(tail.rsplit("-", 1)[-1], 0) & PRONOUN
        ):
            return True
    return False


def _names_somebody(text: str, dash: int, words: list[str], lexicon: Lexicon) -> bool:
    """Whether an unknown word with a name or `she` behind it can only be a verb: `— Садитесь, — кряхтит Иван.`

    A comma, or the end of a question, stands before the dash where the words of a speaker end; where none is written,
    as in Polish, only a forename that is known will do.
    """
    flags_of = lexicon.words.get
    if not lexicon.verb_first or len(words) < 2 or len(words[0]) < 4 or flags_of(words[0], 0):
        return False
    at = dash - 1
    while at > 0 and text[at].isspace():
        at -= 1
    who = words[2] if len(words) > 2 and words[1] == "się" else words[1]
    if text[at] not in ",?!…":
        return bool(flags_of(who.lower(), 0) & FORENAME) and who[0].isupper()
    if who[0].isupper() or flags_of(who, 0) & (ROLE | TITLE):
        return True
    if flags_of(who, 0) & PRONOUN and lexicon.genders.get(who) in ("m", "f"):
        return True
    return any(word[0].isupper() and flags_of(word.lower(), 0) & FORENAME for word in words[2:])


def _shortens(word: str, lexicon: Lexicon) -> bool:
    """Whether a full stop after a word only ends an abbreviation: `mł. asp. Jan Nowak`."""
    return word in ("dr", "prof", "gen") or (len(word) > 1 and bool(lexicon.words.get(word, 0) & ABBREVIATION))


def aside_end(text: str, clause: int, dashes: list[int], position: int, end: int, lexicon: Lexicon) -> int:
    """Where the narrator's clause ends: the end of its sentence or the next dash."""
    stop = dashes[position + 1] if position + 1 < len(dashes) else end
    at = clause
    while (match := _END.search(text, at, stop)) is not None:
        word = re.search(r"[^\W_]+$", text[max(clause, match.start() - 12) : match.start()])
        after = text[match.end() : match.end() + 2].strip()
        abbreviated = match.group() == "." and word is not None and len(word.group()) <= 3 and after[:1].islower()
        initial = match.group() == "." and word is not None and len(word.group()) == 1
        title = match.group() == "." and word is not None and _shortens(word.group(), lexicon)
        if not (abbreviated or initial or title):
            return match.end()
        at = match.end()
    return stop
