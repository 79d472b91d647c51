"""Speech set off by dashes: Polish, Russian, Ukrainian, Belarusian, Spanish, French."""

from __future__ import annotations

import re

from tui_reader.quotes.lexicon import ADVERB, CUE, PRONOUN, Lexicon
from tui_reader.quotes.marks import Segment

_DASH = re.compile(r"(?<![^\s,.!?…”“»\"')\]—–-])[–—―‒-]{1,2}(?![\d–—-])")
"""A dash with a space (or closing punctuation) before it: never the hyphen inside a word."""
_OPENING = re.compile(r"[–—―‒-]{1,2}[ \t\u00a0\u202f]?(?=[^\W_]|[\"„“«¿¡…'(\[])")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_END = re.compile(r"[.!?…]+(?=\s|$)")
_FINAL = ".!?…"
_REACH = 4
"""A cue verb stands among this many first words of the clause after the dash."""


def dialogue(text: str, start: int, end: int, index: int, lexicon: Lexicon) -> list[Segment]:
    """Speech in the paragraph text[start:end]; empty when no clause after a dash has a cue verb."""
    dashes = [m.start() for m in _DASH.finditer(text, start, end)]
    if not dashes:
        return []
    found: list[Segment] = []
    position = 0
    while position < len(dashes):
        at = dashes[position]
        if not _opens(text, at, start, end):
            position += 1
            continue
        segments, position = _turn(text, dashes, position, start, end, index, lexicon)
        found += segments
    return found


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether a dash at `at` can begin speech: at the paragraph's start or after a finished sentence."""
    if at > start and _OPENING.match(text, at, end) is None:
        return False
    if at == start:
        return _OPENING.match(text, at, end) is not None
    before = text[start:at].rstrip()
    if not before:
        return True
    if before[-1] not in _FINAL + ":" and not (before[-1] in '"”»' and before[-2:-1] in _FINAL):
        return False
    word = _WORD.search(text, at, end)
    return word is not None and (word.group()[0].isupper() or word.group()[0].isdigit())


def _turn(
    text: str, dashes: list[int], position: int, start: int, end: int, index: int, lexicon: Lexicon
) -> tuple[list[Segment], int]:
    """One speaker's turn that opens at dashes[position]: its segments and the next position to look at."""
    opening = dashes[position]
    initial = opening == start
    closing = _closing(text, dashes, position, end, lexicon, initial)
    if closing < 0:
        return [], position + 1
    segments = [_segment(text, opening, dashes[closing], index)]
    position = closing
    while True:
        clause_start = dashes[position]
        stop = _clause_end(text, clause_start, dashes, position, end)
        segments[-1].cue = (clause_start, stop)
        position += 1
        if position >= len(dashes) or dashes[position] > stop + 2:
            return segments, position
        resume = dashes[position]
        finished = text[start:resume].rstrip()[-1:] in _FINAL
        following = _closing(text, dashes, position, end, lexicon, True)
        if following >= 0:
            new = _segment(text, resume, dashes[following], index)
            new.chained = not finished
            segments.append(new)
            position = following
            continue
        if not initial and finished:
            return segments, position
        last = _segment(text, resume, end, index)
        last.chained = True
        if last.end > last.start:
            segments.append(last)
        return segments, len(dashes)


def _segment(text: str, opening: int, closing: int, index: int) -> Segment:
    begin = opening
    while begin < closing and text[begin] in "–—―‒- \t\u00a0\u202f":
        begin += 1
    stop = closing
    while stop > begin and text[stop - 1] in " \t\u00a0\u202f":
        stop -= 1
    return Segment(begin, stop, opening, closing, index, index, "dash")


def _closing(text: str, dashes: list[int], position: int, end: int, lexicon: Lexicon, initial: bool) -> int:
    """Position of the dash whose clause holds the cue; -1 when the words after `position` have none."""
    for candidate in range(position + 1, min(len(dashes), position + 9)):
        clause = dashes[candidate]
        limit = dashes[candidate + 1] if candidate + 1 < len(dashes) else end
        if _is_cue_clause(text, clause, limit, lexicon):
            return _last_of_sentence(text, dashes, candidate, end, lexicon)
        if (
            not initial
            and _OPENING.match(text, clause)
            and text[:clause].rstrip()[-1:] in _FINAL
            and candidate > position + 2
        ):
            return -1
    return -1


def _last_of_sentence(text: str, dashes: list[int], candidate: int, end: int, lexicon: Lexicon) -> int:
    return candidate


def _is_cue_clause(text: str, clause: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether the words after a dash are the narrator's: a cue verb among the first of them, written small."""
    words: list[str] = []
    at = clause
    for _ in range(_REACH):
        match = _WORD.search(text, at, limit)
        if match is None:
            break
        if words and any(c in ".!?;:" for c in text[at : match.start()]):
            break
        words.append(match.group())
        at = match.end()
    if not words or not words[0][0].islower():
        return False
    for number, word in enumerate(words):
        flags = lexicon.words.get(word, 0)
        if flags & CUE:
            return True
        if (
            number == 0
            and word.endswith(tuple(e for e, _ in lexicon.cue_endings))
            and len(word) > 4
            and lexicon.cue_endings
            and not flags & ADVERB
        ):
            return True
        head, _, tail = word.partition("-")
        if (tail and lexicon.words.get(head, 0) & CUE) or (
            tail and lexicon.words.get(tail.rsplit("-", 1)[-1], 0) & PRONOUN
        ):
            return True
    return False


def _clause_end(text: str, clause: int, dashes: list[int], position: int, end: int) -> int:
    """Where the narrator's clause ends: the end of its sentence or the next dash."""
    stop = dashes[position + 1] if position + 1 < len(dashes) else end
    at = clause
    while (match := _END.search(text, at, stop)) is not None:
        word = re.search(r"[^\W_]+$", text[max(clause, match.start() - 12) : match.start()])
        after = text[match.end() : match.end() + 2].strip()
        abbreviated = match.group() == "." and word is not None and len(word.group()) <= 3 and after[:1].islower()
        initial = match.group() == "." and word is not None and len(word.group()) == 1
        title = match.group() == "." and word is not None and word.group() in ("dr", "prof", "gen", "ks", "mec", "kard")
        if not (abbreviated or initial or title):
            return match.end()
        at = match.end()
    return stop
