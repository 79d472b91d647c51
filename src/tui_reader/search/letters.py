"""Letters in order on titles: `ltwo` finds `Lukashenko tells Warsaw off`, `prgzhn` finds Prigozhin.

A letter counts when it begins a later word, follows the letter before it, or is parted from it by vowels only, as
people abbreviate. Letters picked from anywhere would find something for every nonsense.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from threading import Lock
from typing import TYPE_CHECKING

from tui_reader.search.words import WORD, surface, words_of
from tui_reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui_reader.model.article import Article

SHORTEST = 3
"""Fewer letters mean nothing."""

LONGEST = 40
"""Nobody abbreviates a title with more."""

SHORTEST_INITIALS = 5
"""So many first letters of words in a row are no chance, whatever else they spell."""

GOOD = 0.75
"""Of the titles found those are kept that score so much of the best one's score."""

LOWEST = 0.6
"""A score below this is a chance: the letters are scattered over the title."""

_MOST_WORDS = 16
"""What stands further on in a title is no headline any more: every letter begins some word of a long sentence."""

_MOST_TITLES = 25_000
"""In more titles than these only first letters of words are looked for: the rest would take too long."""

_LINE_AFTER = 2000
"""Where the article begins with more than this (addresses, bylines), no line is taken for that of the title."""

_MOST_OF_LINE = 300
"""More of a line than its first words is not looked at."""

_JOINED_AT_ONCE = 1000

_MOST_SCORED = 300
"""Scattered letters that stand in more titles than these name none of them."""

_VOWELS = "aeiouyаеёиоуыэюяіїєў"
_NEXT_WORD = 3.0
_LATER_WORD = 1.5
_FOLLOWING = 2.0
_OVER_VOWELS = 1.0
_FIRST_WORD = 2.0


class Lines:
    """Short strings, one of each article, joined so that one regular expression goes through all of them."""

    def __init__(self) -> None:
        self._text = ""
        self._starts = array("L")
        self._waiting: list[str] = []
        self._length = 0

    def add(self, line: str) -> None:
        """Add the line of the next article."""
        self._starts.append(self._length)
        self._waiting.append(line)
        self._length += len(line) + 1
        if len(self._waiting) >= _JOINED_AT_ONCE:
            self._join()

    def _join(self) -> None:
        if self._waiting:
            self._text += "\n".join(self._waiting) + "\n"
            self._waiting.clear()

    def search(self, pattern: re.Pattern[str]) -> list[int]:
        """Numbers of the lines in which `pattern` is found (it must not go over the end of a line)."""
        self._join()
        numbers = (bisect_right(self._starts, found.start()) - 1 for found in pattern.finditer(self._text))
        return list(dict.fromkeys(numbers))

    def holding(self, letters: str, at_start: bool) -> list[int]:
        """Numbers of the lines that hold `letters`, or begin with them: many times as fast as an expression."""
        self._join()
        numbers: dict[int, None] = {}
        if at_start and self._text.startswith(letters):
            numbers[0] = None
        wanted = f"\n{letters}" if at_start else letters
        at = self._text.find(wanted)
        while at >= 0:
            numbers[bisect_right(self._starts, at + at_start) - 1] = None
            at = self._text.find(wanted, at + 1)
        return list(numbers)


class Titles:
    """The titles of a corpus, for letters in order. It only grows: titles that went are sorted out when found."""

    def __init__(self, living: Callable[[str], Article | None]) -> None:
        """`living` gives the article that now has an id."""
        self._living = living
        self._articles: list[Article] = []
        self._initials = Lines()
        self._lines = Lines()
        self._lock = Lock()

    def add(self, article: Article) -> None:
        """Take a title in."""
        initials = _initials_of(_first_words(article))
        with self._lock:
            self._articles.append(article)
            self._initials.add(initials)
            if len(self._articles) <= _MOST_TITLES:
                self._lines.add(title_line(article.title))

    def search(self, letters: str) -> list[tuple[float, Article]]:
        """Articles with `letters` in order in their titles, best first; those much worse than the best are left out.

        First words in a row that begin with the letters are looked for, then with other words between, then the rest.
        """
        typed = [re.escape(letter) for letter in letters]
        rows = [(_row_score(letters, a), a) for a in self._beginning(letters, from_first=False)]
        rows = rows or self._scored(letters, self._matching(self._initials, "[^\n]*".join(typed)))
        if not rows and len(self._articles) <= _MOST_TITLES:
            later = (f"(?:[{_VOWELS}]*{letter}|[^\n]* {letter})" for letter in typed[1:])
            rows = self._scored(letters, self._matching(self._lines, f" {typed[0]}{''.join(later)}"))
        lowest = max(LOWEST, GOOD * max((score for score, _ in rows), default=0.0))
        return sorted((row for row in rows if row[0] >= lowest), key=lambda row: -row[0])

    def initials(self, letters: str, from_first: bool) -> list[tuple[float, Article]]:
        """Articles whose title has words in a row that begin with `letters`, best first; see `search` for the scores.

        With `from_first` only those in which these are the first words.
        """
        found = self._beginning(letters, from_first)[:_MOST_SCORED]
        return sorted(((_row_score(letters, a), a) for a in found), key=lambda row: -row[0])

    def _beginning(self, letters: str, from_first: bool) -> list[Article]:
        with self._lock:
            return self._living_of(self._initials.holding(letters, from_first))

    def _scored(self, letters: str, found: list[Article]) -> list[tuple[float, Article]]:
        scored = ((letters_score(letters, title_line(a.title)), a) for a in found[:_MOST_SCORED])
        return [row for row in scored if row[0] >= LOWEST]

    def _matching(self, lines: Lines, pattern: str) -> list[Article]:
        with self._lock:
            return self._living_of(lines.search(re.compile(pattern)))

    def _living_of(self, numbers: list[int]) -> list[Article]:
        found = (self._articles[number] for number in numbers)
        return [article for article in found if self._living(article.id) is article]


def _row_score(letters: str, article: Article) -> float:
    """What `letters_score` gives for words in a row, without looking for other ways."""
    first = _FIRST_WORD if _initials_of(_first_words(article)).startswith(letters) else 1.0
    return (first + _NEXT_WORD * (len(letters) - 1)) / (_FIRST_WORD + _NEXT_WORD * (len(letters) - 1))


def headline(article: Article) -> tuple[str, int]:
    """What stands at the top of an article as one line, and where in the text it begins; -1 when that is the title.

    A title that is only the first sentence, or its beginning, goes on in the text: who remembers the top of an article
    types the letters that stand there, wherever we cut.
    """
    if article.title_from == "first-sentence":
        text, title = article.text, article.title.rstrip("…")
        start = text.find(title, article.body, article.body + _LINE_AFTER)
        if start >= 0:
            end = text.find("\n", start + len(title), start + _MOST_OF_LINE)
            return text[start : end if end >= 0 else start + _MOST_OF_LINE], start
    return article.title, -1


def _first_words(article: Article) -> list[str]:
    return words_of(headline(article)[0])[:_MOST_WORDS]


def _initials_of(words: list[str]) -> str:
    return "".join(surface(word[0]) for word in words)


def title_line(title: str) -> str:
    """A title made ready for `letters_score`: its first words without case and accents, one space before each."""
    return _line_of(words_of(title)[:_MOST_WORDS])


def _line_of(words: list[str]) -> str:
    return "".join(f" {surface(word)}" for word in words)


def typed_letters(text: str) -> str:
    """The letters of a query made ready for `letters_score`; empty when they are too few or a number."""
    letters = surface(text)
    return letters if SHORTEST <= len(letters) <= LONGEST and letters.isalnum() and not letters.isdigit() else ""


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
