"""Speech set off by dashes: Polish, Russian, Ukrainian, Belarusian, Spanish, French."""

from __future__ import annotations

import re

from tui_reader.quotes.asides import aside_end, is_aside
from tui_reader.quotes.lexicon import ABBREVIATION, CUE, FORENAME, PRONOUN, ROLE, TITLE, WEAK, Lexicon
from tui_reader.quotes.marks import Segment

_OPENING = re.compile(r"[–—―‒-]{1,2}[ \t\u00a0\u202f]?(?=[^\W_]|[\"„“«¿¡…'(\[])")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_END = re.compile(r"[.!?…]+(?=\s|$)")
_FINAL = ".!?…"
_LEAD = 200
"""How many characters before a colon are looked at."""
_SPEAKS = CUE | WEAK | ROLE | TITLE | FORENAME
"""Words without one of these before a colon announce no speech."""


def dialogue(text: str, start: int, end: int, index: int, dashes: list[int], lexicon: Lexicon) -> list[Segment]:
    """Speech in the paragraph text[start:end] with its dashes; empty when no clause after one has a cue verb."""
    found: list[Segment] = []
    position = 0
    while position < len(dashes):
        at = dashes[position]
        if not _opens(text, at, start, end, lexicon):
            position += 1
            continue
        segments, following = _turn(text, dashes, position, start, end, index, lexicon)
        if not segments and announced(text, start, at, lexicon):
            segments, following = _to_the_end(text, dashes, position, end, index, lexicon)
        found += segments
        position = following
    return found


def announced(text: str, start: int, end: int, lexicon: Lexicon, flags: int = _SPEAKS) -> bool:
    """Whether text[start:end] ends with a colon that leads to speech: `Adam Kot nie kryje złości: – Dość tego.`"""
    colon = _last(text, start, end)
    if colon < start or text[colon] != ":":
        return False
    words = _WORD.findall(_END.split(text[max(start, colon - _LEAD) : colon])[-1])
    return len(words) > 1 and any(lexicon.words.get(word.lower(), 0) & flags for word in words)


def _to_the_end(
    text: str, dashes: list[int], position: int, end: int, index: int, lexicon: Lexicon
) -> tuple[list[Segment], int]:
    """The words after a dash that nothing but the paragraph or the next turn ends, and the next position."""
    reach = range(position + 1, min(len(dashes), position + 40))
    later = next((k for k in reach if new_turn(text, dashes[k], end, lexicon)), len(dashes))
    stop = dashes[later] if later < len(dashes) else end
    segment = segment_between(text, dashes[position], stop, index)
    if text[segment.end - 1] not in _FINAL:
        return [], position + 1
    return [segment], later


def rejoined(text: str, paragraphs: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Paragraphs with those put together that a line break tore between the words and their cue: `- said Anna Berg.`"""
    if not lexicon.dialogue:
        return paragraphs
    joined: list[tuple[int, int]] = []
    for start, end in paragraphs:
        torn = joined and text[start] in "–—―-" and text[start + 1 : start + 2].isspace()
        if torn and text[joined[-1][1] - 1] not in ".:;" and is_aside(text, start, end, lexicon, reach=1):
            joined[-1] = (joined[-1][0], end)
            continue
        joined.append((start, end))
    return joined


def inline(text: str, segment: Segment, dashes: list[int], lexicon: Lexicon) -> list[Segment]:
    """The words of one marked segment without a cue set off by the dashes inside it: «A, — said B, — C»."""
    found: list[Segment] = []
    rest = segment
    for position, at in enumerate(dashes):
        if at < rest.start:
            continue
        limit = dashes[position + 1] if position + 1 < len(dashes) else rest.end
        stop = _inner_cue(text, rest, at, limit, position + 1 == len(dashes), lexicon)
        if stop is None:
            continue
        part, rest = _apart(text, rest, at, stop)
        found.append(part)
        if segment.unclosed and position + 1 == len(dashes):
            return found  # nothing says the words go on behind a cue that no dash ends
    return [*found, rest] if rest.end - rest.start > 1 or not found else found


def _apart(text: str, segment: Segment, at: int, stop: int) -> tuple[Segment, Segment]:
    """What stands before and after the cue clause text[at:stop] inside a segment."""
    first, second = segment.copy(), segment.copy()
    first.end, first.outer_end, first.cue = _last(text, segment.start, at) + 1, at, (at, stop)
    second.start, second.outer_start, second.chained = _after_dash(text, stop, segment.end), stop, True
    return first, second


def _inner_cue(text: str, segment: Segment, at: int, limit: int, last: bool, lexicon: Lexicon) -> int | None:
    """Where the cue clause that begins with the dash at `at` ends; None when it is no cue clause."""
    before = _last(text, segment.start, at)
    if before < segment.start or not (segment.unclosed or text[before] in ",.!?…"):
        return None
    if not is_aside(text, at, limit, lexicon, reach=2):
        return None
    stop = limit
    if last:
        sentence = _END.search(text, at, segment.end)
        stop = sentence.end() if sentence else segment.end
    return stop if stop - at <= 160 else None


def _after_dash(text: str, at: int, end: int) -> int:
    while at < end and text[at] in "–—―‒- \t\u00a0\u202f":
        at += 1
    return at


def _opens(text: str, at: int, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a dash at `at` can begin speech: at the paragraph's start or after a finished sentence."""
    if at > start and _OPENING.match(text, at, end) is None:
        return False
    if at == start:
        return _OPENING.match(text, at, end) is not None and not is_aside(text, at, end, lexicon, reach=1)
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
    initial = dashes[0] == start
    closing = _closing(text, dashes, position, end, lexicon)
    if closing < 0:
        return [], position + 1
    segments = [segment_between(text, opening, dashes[closing], index)]
    position = closing
    while True:
        clause_start = dashes[position]
        stop = aside_end(text, clause_start, dashes, position, end, lexicon)
        segments[-1].cue = (clause_start, stop)
        position += 1
        if position >= len(dashes) or dashes[position] > stop + 2:
            return segments, position
        resume = dashes[position]
        finished = text[_last(text, start, resume)] in _FINAL
        following = _closing(text, dashes, position, end, lexicon)
        if following >= 0:
            new = segment_between(text, resume, dashes[following], index)
            new.chained = not finished
            segments.append(new)
            position = following
            continue
        reach = range(position + 1, min(len(dashes), position + 9))
        later = next((k for k in reach if new_turn(text, dashes[k], end, lexicon)), -1)
        if later < 0 and not initial and finished:
            return segments, position
        last = segment_between(text, resume, end if later < 0 else dashes[later], index)
        if later >= 0:
            last.end = last.outer_end = spoken_until(text, last.start, last.end, lexicon)
        last.chained = True
        if last.end > last.start:
            segments.append(last)
        return segments, len(dashes) if later < 0 else later


def _last(text: str, start: int, end: int) -> int:
    """Index of the last character of text[start:end] that is no space; `start - 1` when there is none."""
    at = end - 1
    while at >= start and text[at].isspace():
        at -= 1
    return at


def segment_between(text: str, opening: int, closing: int, index: int) -> Segment:
    """The words from the dash at `opening` to `closing`, without dashes and spaces around them."""
    begin = opening
    while begin < closing and text[begin] in "–—―‒- \t\u00a0\u202f":
        begin += 1
    if begin > opening and text[begin : begin + 1] in (".", ",", ";", ":") and text[begin + 1 : begin + 2] == " ":
        begin += 2  # —A —said B—. C
    stop = closing
    while stop > begin and text[stop - 1] in " \t\u00a0\u202f":
        stop -= 1
    return Segment(begin, stop, opening, closing, index, index, "dash")


def _closing(text: str, dashes: list[int], position: int, end: int, lexicon: Lexicon) -> int:
    """Position of the dash whose clause holds the cue; -1 when a new turn or nothing comes before one."""
    for candidate in range(position + 1, min(len(dashes), position + 9)):
        clause = dashes[candidate]
        limit = dashes[candidate + 1] if candidate + 1 < len(dashes) else end
        if is_aside(text, clause, limit, lexicon):
            return candidate
        stopped = candidate > position + 2 and text[_last(text, 0, clause)] in _FINAL
        if stopped or new_turn(text, clause, end, lexicon):
            return -1
    return -1


def new_turn(text: str, dash: int, end: int, lexicon: Lexicon) -> bool:
    """Whether somebody else begins to speak at a dash: after a finished sentence, with a capital letter."""
    last = _last(text, max(0, dash - 40), dash)
    if last > 0 and text[last] in '"”»':
        last -= 1
    if last < 0 or text[last] not in _FINAL or _OPENING.match(text, dash, end) is None:
        return False
    word = _WORD.search(text, dash, end)
    if word is None or not word.group()[0].isupper():
        return False
    return text[last] != "." or not _abbreviated(text, last, lexicon)


def _abbreviated(text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether the full stop text[stop] only ends an abbreviation or an initial."""
    word = text[max(0, stop - 12) : stop].split()[-1:]
    return bool(word) and (len(word[0]) == 1 or bool(lexicon.words.get(word[0].lower(), 0) & ABBREVIATION))


def spoken_until(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the words of a turn without a cue end: the narrator speaks before the next turn.

    The first sentence is the speaker's, and those right after it that ask, exclaim, or say `I` or `you`.
    """
    stop = start
    for match in _END.finditer(text, start, end):
        if match.group() == "." and _abbreviated(text, match.start(), lexicon):
            continue
        words = [word.lower() for word in _WORD.findall(text, stop, match.start())]
        first_or_second = any(lexicon.words.get(w, 0) & PRONOUN and w not in lexicon.genders for w in words)
        if stop > start and match.group() == "." and not first_or_second:
            return stop
        stop = match.end()
    return stop if stop > start else end
