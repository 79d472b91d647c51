"""The words of a corpus: which of them a mistyped word may have meant, and which are spellings of one name.

It only grows. A word that no article holds any more stays known and is told apart by its frequency, which the index
answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from itertools import islice
from threading import Lock
from typing import NamedTuple

from tui_reader.search.alike import Alike
from tui_reader.search.names import name_key
from tui_reader.search.slips import is_likely
from tui_reader.search.words import spelling, surface, term

_HIGHEST = "\U0010ffff"
_NEAREST_SHARE = 3
"""The nearest word offered may differ in one letter of so many..."""

_NEAREST_MOST = 3
"""...and in no more than so many, whatever its length."""

SHORTEST_NEAR = 4
"""Of fewer letters any word is near some other."""

SHORTEST_ACROSS = 5
"""The same for words of another script."""


class Form(NamedTuple):
    """One way a term is written in the corpus."""

    term: str
    surface: str
    """Without case and accents, in its own script; equal to `term` for Latin words."""
    spelling: str
    """With its accents, for showing."""
    common: bool
    """Written in small letters: then it is no name."""


class Near(NamedTuple):
    """A word of the corpus near a mistyped one."""

    term: str
    distance: int
    """Edits (insertions, deletions, substitutions, swaps of neighbours) between the letters typed and written."""
    likely: bool = True
    """Whether a single edit is one that hands make."""
    surface: str = ""
    """The word in its own script."""


def _nearness(near: Near) -> tuple[int, bool, str]:
    return near.distance, not near.likely, near.term


def form_of(word: str) -> Form:
    """What is remembered of an original word."""
    return Form(term(word), surface(word), spelling(word), word.islower())


def allowed_edits(word: str) -> int:
    """Typing slips forgiven in a word: none under 4 letters, one under 8, two from there; none in a number."""
    letters = len(surface(word))
    if letters < 4 or any(map(str.isdigit, word)):
        return 0
    return 1 if letters < 8 else 2


class Vocabulary:
    """Words, held for three questions: what begins so, what is nearly this, what is another spelling of this name.

    One thread may teach it while others ask: what is asked for is only ever added to.
    """

    def __init__(self, frequency: Callable[[str], int]) -> None:
        """`frequency` tells in how many articles a term occurs now."""
        self.frequency = frequency
        self._alike = Alike()
        self._latin = Alike()
        self._lettered = 0
        """How many words of other scripts are there in Latin letters."""
        self._surfaces: set[str] = set()
        self._foreign: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._common: set[str] = set()
        self._maybe_names: list[str] = []
        self._families: dict[str, set[str]] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._surfaces)

    @property
    def mixed(self) -> bool:
        """Whether there are words of another script than Latin."""
        return bool(self._foreign)

    def learn(self, form: Form) -> None:
        """Add a word; nothing happens for one that is known."""
        name, plain, written, common = form
        # Nobody mistypes a number into another: one digit off is another number.
        if not plain.isalpha():
            return
        with self._lock:
            if common:
                self._common.add(name)
            else:
                self._maybe_names.append(name)
            if plain in self._surfaces:
                return
            self._surfaces.add(plain)
            self._alike.add(plain)
            if name != plain:
                self._foreign[plain] = name
            if written != name:
                self._written.setdefault(name, written)

    def family(self, word: str) -> tuple[str, ...]:
        """The other spellings of the name `word` (as typed); empty when the corpus knows it as no name."""
        own = term(word)
        key = name_key(own)
        if not key:
            return ()
        spellings = self._spellings(key)
        return tuple(sorted(t for t in spellings if t != own and t not in self._common and self.frequency(t)))

    def has(self, word: str, as_written: bool) -> bool:
        """Whether an article may hold `word`; `as_written` in the script it was typed in."""
        plain = surface(word)
        known = not as_written or plain in self._surfaces or not plain.isalpha()
        return known and bool(self.frequency(term(word)))

    def near(self, word: str, edits: int) -> list[Near]:
        """Words at most `edits` typing slips away from `word` (as typed), nearest first."""
        own = term(word)
        typed = surface(word)
        best: dict[str, Near] = {}
        for plain, distance in self._alike.within(typed, edits):
            name = self._foreign.get(plain, plain)
            if name != own and self.frequency(name):
                near = Near(name, distance, distance > 1 or is_likely(typed, plain), plain)
                best[name] = min(near, best.get(name, near), key=_nearness)
        return sorted(best.values(), key=_nearness)

    def near_beginning(self, word: str) -> list[Near]:
        """Words that begin one typing slip away from the unfinished `word`; the first letter must be right."""
        found = self._alike.beginning(surface(word))
        near = (Near(self._foreign.get(plain, plain), 1, surface=plain) for plain in found)
        return sorted(one for one in near if self.frequency(one.term))

    def across(self, word: str, edits: int) -> list[Near]:
        """Words near `word` in Latin letters, whatever the script of both, nearest first.

        That is a coarse measure, one sound may be four letters: two slips are forgiven in names alone.
        """
        own = term(word)
        if len(own) < SHORTEST_ACROSS:
            return []
        best: dict[str, Near] = {}
        for name, distance in self._across(word, own, edits):
            if name != own and self.frequency(name) and (distance < 2 or name not in self._common):
                best[name] = Near(name, distance, distance > 1 or is_likely(own, name))
        return sorted(best.values(), key=_nearness)

    def across_beginning(self, word: str) -> list[Near]:
        """Names of another script that begin, in Latin letters, one typing slip away from the unfinished `word`."""
        own = term(word)
        if len(own) < SHORTEST_ACROSS:
            return []
        found = sorted(self._letters().beginning(own) - self._common)
        return [Near(name, 1) for name in found if self.frequency(name)]

    def _across(self, word: str, own: str, edits: int) -> Iterator[tuple[str, int]]:
        """Words in Latin letters, but for the Latin ones beside a Latin `word`: those `near` compares."""
        if not own:
            return
        yield from self._letters().within(own, edits)
        if own != surface(word):
            yield from ((name, n) for name, n in self._alike.within(own, edits) if name not in self._foreign)

    def _letters(self) -> Alike:
        """The words of other scripts in Latin letters: put in their places when first asked for, most never are."""
        if self._lettered < len(self._foreign):
            with self._lock:
                for name in islice(self._foreign.values(), self._lettered, None):
                    if name.isalpha():
                        self._latin.add(name)
                self._lettered = len(self._foreign)
        return self._latin

    def nearest(self, word: str) -> str:
        """The real word nearest to `word`, as written in the corpus, or an empty string when none is near.

        One in the letters typed, and only without such a one a word of another script.
        """
        typed = surface(word)
        if len(typed) < SHORTEST_NEAR or any(map(str.isdigit, typed)):
            return ""
        edits = min(_NEAREST_MOST, len(typed) // _NEAREST_SHARE)
        if near := self._best(word, typed, self._alike.within(typed, edits)):
            name = self._foreign.get(near, near)
            # A name that stands there in two scripts is offered in the one typed.
            return shown if surface(shown := self.written(name)) == near else near
        own = term(word)
        near = self._best(word, own, self._across(word, own, edits)) if len(own) >= SHORTEST_ACROSS else ""
        return self.written(near)

    def _best(self, word: str, typed: str, near: Iterable[tuple[str, int]]) -> str:
        found = [
            (distance, plain[0] != typed[0], -often, plain)
            for plain, distance in near
            # Further off than a slip, a word must at least begin and end alike: else it is any other word.
            if distance <= allowed_edits(word) or (plain[0], plain[-1]) == (typed[0], typed[-1])
            if len(plain) >= SHORTEST_NEAR and (often := self.frequency(self._foreign.get(plain, plain)))
        ]
        return min(found)[-1] if found else ""

    def written(self, name: str) -> str:
        """A term as the corpus writes it, accents included."""
        return self._written.get(name, name)

    def forms(self) -> Iterator[Form]:
        """All words known, for keeping."""
        with self._lock:
            known = sorted(self._surfaces)
        for plain in known:
            name = self._foreign.get(plain, plain)
            yield Form(name, plain, self.written(name), name in self._common)

    def prepare(self) -> None:
        """Sort the names learnt so far, which the next question would wait for."""
        with self._lock:
            for name in self._maybe_names:
                if own := name_key(name):
                    self._families.setdefault(own, set()).add(name)
            self._maybe_names.clear()

    def _spellings(self, key: str) -> tuple[str, ...]:
        self.prepare()
        with self._lock:
            return tuple(self._families.get(key, ()))


class Asked:
    """The vocabulary for one query, which asks it the same in each step it goes further."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self.mixed = words.mixed
        self.frequency = words.frequency
        self.family = words.family

    @cached_property
    def near(self) -> Callable[[str, int], list[Near]]:
        """See `Vocabulary.near`."""
        return cache(self._words.near)

    @cached_property
    def near_beginning(self) -> Callable[[str], list[Near]]:
        """See `Vocabulary.near_beginning`."""
        return cache(self._words.near_beginning)

    @cached_property
    def across(self) -> Callable[[str, int], list[Near]]:
        """See `Vocabulary.across`."""
        return cache(self._words.across)

    @cached_property
    def across_beginning(self) -> Callable[[str], list[Near]]:
        """See `Vocabulary.across_beginning`."""
        return cache(self._words.across_beginning)


class Ordered:
    """Terms in order, for those that begin alike; put in order when asked after something was added."""

    def __init__(self) -> None:
        self._terms: list[str] = []
        self._in_order = True

    def add(self, name: str) -> None:
        """Add a term not yet here."""
        self._terms.append(name)
        self._in_order = False

    def beginning(self, prefix: str) -> list[str]:
        """The terms that begin with a folded prefix, in order."""
        if not self._in_order:
            self._terms.sort()
            self._in_order = True
        return self._terms[bisect_left(self._terms, prefix) : bisect_left(self._terms, prefix + _HIGHEST)]
