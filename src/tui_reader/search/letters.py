"""Letters in order on titles: `ltwo` finds `Lukashenko tells Warsaw off`, `prgzhn` finds Prigozhin.

A letter counts when it begins a later word, follows the letter before it, or is parted from it by vowels only, as
people abbreviate. Letters picked from anywhere would find something for every nonsense.
"""

from __future__ import annotations

from tui_reader.search.words import WORD, surface

SHORTEST = 3
"""Fewer letters mean nothing."""

_VOWELS = frozenset("aeiouyаеёиоуыэюяіїєў")
_NEXT_WORD = 3.0
_LATER_WORD = 1.5
_FOLLOWING = 2.0
_OVER_VOWELS = 1.0
_FIRST_WORD = 2.0


def titles_line(title: str) -> str:
    """A title made ready for `letters_score`: its words without case and accents, one space before each."""
    return "".join(f" {surface(word)}" for word in WORD.findall(title))


def typed_letters(text: str) -> str:
    """The letters of a query made ready for `letters_score`; empty when they are too few or no letters."""
    letters = surface(text)
    return letters if len(letters) >= SHORTEST and letters.isalpha() else ""


def letters_score(letters: str, line: str) -> float:
    """How well `letters` stand in order in a title line, 0 to about 1; 0 when they do not."""
    best = {
        at + 1: _FIRST_WORD if at == 0 else 1.0
        for at, character in enumerate(line)
        if character == " " and line.startswith(letters[0], at + 1)
    }
    for letter in letters[1:]:
        best = _step(letter, line, best)
        if not best:
            return 0.0
    return max(best.values()) / (_NEXT_WORD * (len(letters) - 1) + _FIRST_WORD)


def _step(letter: str, line: str, best: dict[int, float]) -> dict[int, float]:
    """Best score for each place of the next letter, from the best score for each place of the one before."""
    after: dict[int, float] = {}
    for at, score in best.items():
        for place, gain in _places(letter, line, at):
            if after.get(place, 0.0) < score + gain:
                after[place] = score + gain
    return after


def _places(letter: str, line: str, at: int) -> list[tuple[int, float]]:
    places: list[tuple[int, float]] = []
    inside = at + 1
    while inside < len(line) and line[inside] != " ":
        if line[inside] == letter:
            places.append((inside, _FOLLOWING if inside == at + 1 else _OVER_VOWELS))
        if line[inside] not in _VOWELS:
            break
        inside += 1
    space = line.find(" ", at)
    gain = _NEXT_WORD
    while space >= 0:
        if line.startswith(letter, space + 1):
            places.append((space + 1, gain))
        gain = _LATER_WORD
        space = line.find(" ", space + 1)
    return places
