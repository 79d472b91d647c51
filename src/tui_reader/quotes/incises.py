"""French speech with its cue between commas or after a mark: « A, dit-il, B », — A ? demanda Claire."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui_reader.quotes.dialogue import new_turn, spoken_until
from tui_reader.quotes.lexicon import ADVERB, CUE, DETERMINER, PRONOUN, ROLE, TITLE, Lexicon
from tui_reader.quotes.marks import Segment

_START = re.compile(r"[,?!…]\s+(?=[^\W\d_A-ZÀ-Þ])")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_END = re.compile(r"[,.;:!?…]")
_DASHES = "–—―"
_TURN = re.compile(rf"(?<=\s)[{_DASHES}]")
_AUXILIARIES = frozenset(("a", "ont", "avait", "avaient", "aurait", "est", "sont", "était", "étaient"))
_MINE = frozenset(("mon", "ma", "notre", "votre"))
"""What the speaker calls his own speaks inside his words: « J'ai peur, a dit ma mère, et je la crois »."""
_LONGEST = 90
"""Characters of the longest clause that names who speaks."""


def with_incises(text: str, segments: list[Segment], lexicon: Lexicon) -> list[Segment]:
    """The segments with the narrator's clauses inside them cut out; each piece keeps the clause as its cue."""
    return [piece for segment in segments for piece in _pieces(text, segment, lexicon)]


def raya(text: str, start: int, end: int, index: int, lexicon: Lexicon) -> list[Segment]:
    """Speech in a paragraph that a dash opens, turn by turn, where a clause with a cue stands in the turn."""
    if text[start] not in _DASHES or end - start < 4:
        return []
    inside = (match.start() for match in _TURN.finditer(text, start + 1, end))
    starts = [start, *(at for at in inside if new_turn(text, at, end, lexicon))]
    found: list[Segment] = []
    for at, stop in zip(starts, [*starts[1:], end], strict=True):
        begin = at + 1
        while begin < stop and text[begin] in " \t\u00a0\u202f":
            begin += 1
        pieces = _pieces(text, Segment(begin, stop, at, stop, index, index, "dash"), lexicon)
        if pieces[0].cue is None:
            continue
        if stop < end and pieces[-1].cue is None:
            pieces[-1].end = pieces[-1].outer_end = spoken_until(text, pieces[-1].start, stop, lexicon)
        found += pieces
    return found


def _pieces(text: str, segment: Segment, lexicon: Lexicon) -> list[Segment]:
    found: list[Segment] = []
    rest = segment
    for match in _START.finditer(text, segment.start, segment.end):
        if match.start() < rest.start:
            continue
        stop = _clause(text, match.end(), segment.end, lexicon)
        if stop is None:
            continue
        at = match.start() + (0 if text[match.start()] == "," else 1)
        piece, rest = rest.copy(), rest.copy()
        piece.end, piece.outer_end, piece.cue = at, match.end() - 1, (match.end(), stop)
        found.append(piece)
        follows = stop
        while follows < segment.end and (text[follows] in ",.;:!?…" or text[follows].isspace()):
            follows += 1
        rest.start, rest.outer_start, rest.chained = follows, stop, True
    return [*found, rest] if rest.end - rest.start > 1 or not found else found


def _clause(text: str, at: int, end: int, lexicon: Lexicon) -> int | None:
    """Where a cue clause that begins at `at` ends; None when none begins there."""
    closing = _END.search(text, at, end)
    while (
        closing is not None and closing.group() == "." and text[closing.start() - 2 : closing.start()] in (" M", " R")
    ):
        closing = _END.search(text, closing.end(), end)
    stop = closing.start() if closing is not None else end
    words = [m.group() for m in _WORD.finditer(text, at, min(stop, at + 60))][:6]
    if not words or stop - at > _LONGEST:
        return None
    flags_of = lexicon.words.get
    head, _, tail = words[0].partition("-")
    if tail and flags_of(tail.rsplit("-", 1)[-1], 0) & PRONOUN:
        said = flags_of(head, 0) & CUE or (len(words) > 1 and flags_of(words[1], 0) & CUE)
        return stop if said else None
    words = _without_auxiliary(words, flags_of)
    if len(words) < 2 or not flags_of(words[0], 0) & CUE:
        return None
    following = flags_of(words[1].lower(), 0)
    named = words[1][0].isupper() or following & (ROLE | TITLE) or words[1][:2].lower() in ("l'", "l’")
    if not named and following & DETERMINER and words[1] not in _MINE:
        named = any(word[0].isupper() or _speaks(word, lexicon) for word in words[2:4])  # `cette ancienne institutrice`
    return _over_apposition(text, stop, end, lexicon) if named else None


def _over_apposition(text: str, stop: int, end: int, lexicon: Lexicon) -> int:
    """The end of a clause with who the speaker is behind a comma: `dit Claire Petit, maire de Valbrune`."""
    while stop < end and text[stop] == ",":
        closing = _END.search(text, stop + 1, end)
        until = closing.start() if closing is not None else end
        words = [match.group() for match in _WORD.finditer(text, stop, until)][:4]
        if not words or until - stop > _LONGEST:
            break
        told = words[1:] if lexicon.words.get(words[0].lower(), 0) & DETERMINER and len(words) > 1 else words
        named = len(words) > 1 and all(word[0].isupper() for word in words[:2])
        age = bool(re.match(r",\s\d+ ans\b", text[stop:until]))
        if not (named or age or _speaks(told[0].split("’")[-1].split("'")[-1], lexicon)):
            break
        stop = until
    return stop


def _without_auxiliary(words: list[str], flags_of: Callable[[str, int], int]) -> list[str]:
    """The words from the verb that says: « A, a ainsi déclaré Claire Petit », « A, s'est souvenu le maire »."""
    first = words[0].replace("’", "'")
    at = 0
    if first in ("se", "s"):
        at = 1
    elif first.startswith("s'") and len(first) > 2:
        words = [first[2:], *words[1:]]
    if words[at : at + 1] and words[at] in _AUXILIARIES:
        at += 1
        while at < len(words) and flags_of(words[at], 0) & ADVERB and not flags_of(words[at], 0) & CUE:
            at += 1
    return words[at:]


def _speaks(word: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.words.get(word.lower(), 0) & (ROLE | TITLE))
