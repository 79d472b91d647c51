"""The words of a corpus: which of them a mistyped word may have meant, and which are spellings of one name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from tui_reader.search.names import name_key
from tui_reader.search.words import surface, term

_HIGHEST = "\U0010ffff"
_NEAREST_SHARE = 3
"""The nearest word offered may differ in one letter of so many."""


class Form(NamedTuple):
    """One way a term is written in the corpus."""

    term: str
    surface: str
    """Without case and accents, in its own script; equal to `term` for Latin words."""
    spelling: str
    """With its accents, for showing."""
    common: bool
    """Seen in small letters: then it is no name."""


class Near(NamedTuple):
    """A word of the corpus near a mistyped one."""

    term: str
    distance: int
    """Edits (insertions, deletions, substitutions, swaps of neighbours) between the letters typed and written."""


def allowed_edits(word: str) -> int:
    """Typing slips forgiven in a word: none under 4 letters, one under 8, two from there; none in a number."""
    letters = len(surface(word))
    if letters < 4 or any(map(str.isdigit, word)):
        return 0
    return 1 if letters < 8 else 2


class Vocabulary:
    """A fixed set of words. Cheap to make; each question builds what it needs when it is first asked."""

    def __init__(self, forms: Sequence[Form], frequency: Callable[[str], int]) -> None:
        """`frequency` tells in how many articles a term occurs (0 when it is gone)."""
        self._forms = forms
        self.frequency = frequency

    def __len__(self) -> int:
        return len(self._forms)

    def beginning(self, prefix: str) -> list[str]:
        """The terms that begin with a folded prefix, in order."""
        ordered = self._sorted
        return ordered[bisect_left(ordered, prefix) : bisect_left(ordered, prefix + _HIGHEST)]

    def family(self, word: str) -> tuple[str, ...]:
        """The other spellings of the name `word` (as typed); empty when the corpus knows it as no name."""
        own = term(word)
        key = name_key(own)
        return tuple(t for t in self._families.get(key, ()) if t != own) if key else ()

    def near(self, word: str, edits: int) -> list[Near]:
        """Words at most `edits` typing slips away from `word` (as typed), nearest first."""
        found = self._within(surface(word), edits)
        best: dict[str, int] = {}
        for form, distance in found:
            name = form.term
            if self.frequency(name):
                best[name] = min(distance, best.get(name, distance))
        own = term(word)
        return sorted((Near(t, d) for t, d in best.items() if t != own), key=lambda n: (n.distance, n.term))

    def near_beginning(self, word: str) -> list[Near]:
        """Words whose beginning is one typing slip away from the unfinished `word`; the first letter must be right."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        typed = surface(word)
        beginnings = {
            form.surface[:length]: None
            for form in self._by_initial.get(typed[:1], ())
            for length in range(len(typed) - 1, len(typed) + 2)
            if len(form.surface) > length
        }
        hits = process.extract(typed, list(beginnings), scorer=OSA.distance, score_cutoff=1, limit=None)
        starts = tuple(start for start, _, _ in hits)
        if not starts:
            return []
        return sorted(
            {
                Near(f.term, 1)
                for f in self._by_initial[typed[:1]]
                if f.surface.startswith(starts) and self.frequency(f.term)
            }
        )

    def nearest(self, word: str) -> str:
        """The real word nearest to `word`, as written in the corpus, or an empty string when none is near."""
        typed = surface(word)
        found = self._within(typed, max(1, len(typed) // _NEAREST_SHARE))
        living = [
            (d, f.surface[:1] != typed[:1], -self.frequency(f.term), f.spelling)
            for f, d in found
            if self.frequency(f.term)
        ]
        return min(living)[-1] if living else ""

    def written(self, name: str) -> str:
        """A term as the corpus writes it, accents included."""
        return self._written.get(name, name)

    def _within(self, typed: str, edits: int) -> Iterable[tuple[Form, int]]:
        from rapidfuzz import process  # 6 ms, needed by the first slip only
        from rapidfuzz.distance import OSA

        for length in range(max(1, len(typed) - edits), len(typed) + edits + 1):
            surfaces, forms = self._by_length.get(length, ((), ()))
            for _, distance, index in process.extract_iter(typed, surfaces, scorer=OSA.distance, score_cutoff=edits):
                yield forms[index], distance

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted({form.term for form in self._forms})

    @cached_property
    def _by_length(self) -> dict[int, tuple[list[str], list[Form]]]:
        buckets: dict[int, tuple[list[str], list[Form]]] = {}
        for form in self._forms:
            # Nobody mistypes a number into another: one digit off is another number.
            if form.surface.isalpha():
                surfaces, forms = buckets.setdefault(len(form.surface), ([], []))
                surfaces.append(form.surface)
                forms.append(form)
        return buckets

    @cached_property
    def _by_initial(self) -> dict[str, list[Form]]:
        initials: dict[str, list[Form]] = defaultdict(list)
        for form in self._forms:
            if form.surface.isalpha():
                initials[form.surface[0]].append(form)
        return dict(initials)

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        common = {form.term for form in self._forms if form.common}
        families: dict[str, list[str]] = defaultdict(list)
        for name in self._sorted:
            if name not in common and (key := name_key(name)):
                families[key].append(name)
        return dict(families)

    @cached_property
    def _written(self) -> dict[str, str]:
        return {form.term: form.spelling for form in self._forms if form.spelling != form.term}
