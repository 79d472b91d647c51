"""Which articles hold a word written just so: what the terms of the index in memory do not tell."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui_reader.search.words import accented, in_script, is_foreign, written

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui_reader.search.plan import Group


class Written:
    """Words with the accents they have; all words of an article where some are of another script than Latin."""

    def __init__(self) -> None:
        self._accents: dict[str, str] = {}
        self._foreign: set[str] = set()
        self._holding: dict[str, set[int]] = defaultdict(set)
        self._with_foreign: set[int] = set()

    def learn(self, word: str) -> None:
        """Called once for every original word."""
        if accented(word):
            self._accents[word] = written(word)
        elif is_foreign(word):
            self._foreign.add(word)

    def add(self, words: set[str], number: int) -> None:
        """Note the words, all of them learnt, of an article."""
        for word in words & self._accents.keys():
            self._holding[self._accents[word]].add(number)
        if not words.isdisjoint(self._foreign):
            self._with_foreign.add(number)
            for word in words:
                self._holding[in_script(word)].add(number)

    def narrowed(self, group: Group, numbers: Collection[int]) -> set[int]:
        """Of articles that hold the terms of a group those that hold them written as they must be."""
        last = len(group.written) - 1
        each = [
            self._writing(form, form == name, group.prefix and at == last, numbers)
            for at, (name, form) in enumerate(zip(group.terms, group.written, strict=False))
        ]
        return set.intersection(*each) if group.phrase else set().union(*each)

    def _writing(self, form: str, latin: bool, prefix: bool, numbers: Collection[int]) -> set[int]:
        there = self._holding.get(form, set())
        if prefix:
            there = set().union(*(n for word, n in self._holding.items() if word.startswith(form)))
        # Where nothing is of another script, every word is Latin.
        return {n for n in numbers if n in there or (latin and n not in self._with_foreign)}
