"""Letters in order on titles: `ltwo` finds `Lukashenko tells Warsaw off`, `prgzhn` finds Prigozhin.

A letter counts when it begins a later word, follows the letter before it, or is parted from it by vowels only, as
people abbreviate. Letters picked from anywhere would find something for every nonsense.
"""

from __future__ import annotations

from tui_reader.search.words import WORD, surface
from tui_reader.text.folding import folded

SHORTEST = 3
"""Fewer letters mean nothing."""

LOWEST = 0.6
"""A score below this is a chance: the letters are scattered over the title."""

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
    """The letters of a query made ready for `letters_score`; empty when they are too few or a number."""
    letters = surface(text)
    return letters if len(letters) >= SHORTEST and letters.isalnum() and not letters.isdigit() else ""


def letters_score(letters: str, line: str) -> float:
    """How well `letters` stand in order in a title line, 0 to about 1; 0 when they do not."""
    best = {at + 1: gain for at, gain in _starts(letters[0], line)}
    for letter in letters[1:]:
        best = _step(letter, line, best)
        if not best:
            return 0.0
    return max(best.values()) / (_NEXT_WORD * (len(letters) - 1) + _FIRST_WORD)


def letters_places(letters: str, title: str) -> list[int]:
    """Offsets in `title` of the letters that `letters_score` counts, in order; empty when they do not stand there."""
    line, origin = "", []
    for found in WORD.finditer(title):
        plain = folded(found[0], transliterate=False)
        line += f" {plain.text}"
        origin += [found.start(), *(found.start() + at for at in plain.offsets[:-1])]
    paths = {at + 1: (gain, [at + 1]) for at, gain in _starts(letters[0], line)}
    for letter in letters[1:]:
        after: dict[int, tuple[float, list[int]]] = {}
        for at, (score, path) in paths.items():
            for place, gain in _places(letter, line, at):
                if after.get(place, (0.0, []))[0] < score + gain:
                    after[place] = (score + gain, [*path, place])
        paths = after
    best = max(paths.values(), default=(0.0, []), key=lambda found: found[0])
    return [origin[at] for at in best[1]]


def _starts(letter: str, line: str) -> list[tuple[int, float]]:
    """The spaces before words that begin with `letter`, each with what it is worth."""
    return [
        (at, _FIRST_WORD if at == 0 else 1.0)
        for at, character in enumerate(line)
        if character == " " and line.startswith(letter, at + 1)
    ]


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
