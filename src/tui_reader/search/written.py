"""Which articles hold a word written just so: what the terms of the index in memory do not tell."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui_reader.search.words import accented, in_script, is_foreign, written

if TYPE_CHECKING:
    from collections.abc import Set

    from tui_reader.search.plan import Group


class Marked:
    """Original words that their terms do not tell apart: those with accents, those of another script than Latin."""

    def __init__(self) -> None:
        self.accents: dict[str, str] = {}
        self.accented: set[str] = set()
        self.foreign: set[str] = set()

    def learn(self, word: str) -> None:
        """Called once for every original word."""
        if word.isascii():
            return
        if accented(word):
            self.accents[word] = written(word)
            self.accented.add(word)
        elif is_foreign(word):
            self.foreign.add(word)


class Written:
    """For titles or for texts: words with the accents they have, and all words where some are of another script."""

    def __init__(self, marked: Marked) -> None:
        self._marked = marked
        self._holding: dict[str, set[int]] = defaultdict(set)
        self._with_foreign: set[int] = set()

    def add(self, words: set[str], number: int) -> None:
        """Note the words, all of them learnt, of an article."""
        marked, holding = self._marked, self._holding
        for word in marked.accented.intersection(words):
            holding[marked.accents[word]].add(number)
        if not words.isdisjoint(marked.foreign):
            self._with_foreign.add(number)
            for word in words:
                holding[in_script(word)].add(number)

    def narrowed(self, group: Group, numbers: Set[int]) -> set[int]:
        """Of articles that hold the terms of a group those that hold them written as they must be."""
        if not numbers:
            return set()
        last = len(group.written) - 1
        each = [
            self._writing(form, form == name, group.prefix and at == last, numbers)
            for at, (name, form) in enumerate(zip(group.terms, group.written, strict=False))
        ]
        return set.intersection(*each) if group.phrase else set().union(*each)

    def _writing(self, form: str, latin: bool, prefix: bool, numbers: Set[int]) -> set[int]:
        there = self._holding.get(form, set())
        if prefix:
            there = set().union(*(n for word, n in self._holding.items() if word.startswith(form)))
        there = there.intersection(numbers)
        # Where nothing is of another script, every word is Latin.
        return there.union(numbers - self._with_foreign) if latin else there
