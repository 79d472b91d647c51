"""One person, one entry, across the corpus: over inflection, transliteration and partial names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui_reader.model.correction import Correction, CorrectionKind
from tui_reader.model.quote import Quote
from tui_reader.quotes.likeness import Person, grouped, may_mean
from tui_reader.quotes.sounds import (
    skeleton,
    words_of,
)


def quote_key(sha256: str, start: int, end: int) -> str:
    """Address of a quotation for a correction: the content it stands in and where."""
    return f"{sha256}:{start}:{end}"


class Persons:
    """The people of a corpus. Names are added in any order; merging never depends on it.

    The user's own words win over the rules and are the only state worth keeping: `state()` and `restore()`.
    """

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._buckets: dict[str, dict[str, int]] = {}
        self._grouped: dict[str, dict[str, Person]] = {}
        self._merged: dict[str, str] = {}
        self._split: set[str] = set()
        self._renamed: dict[str, str] = {}
        self._corrected: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._canonical: dict[str, str] = {}
        """What was asked since anything changed."""

    def add(self, quotes: Iterable[Quote]) -> None:
        """Counts the speakers of one article."""
        for quote in quotes:
            if quote.speaker is not None:
                self.add_name(quote.speaker.name)

    def add_name(self, name: str) -> None:
        """Counts one mention of `name`."""
        self._counts[name] = self._counts.get(name, 0) + 1
        key = self._key(name)
        self._buckets.setdefault(key, {})[name] = self._counts[name]
        self._grouped.pop(key, None)
        self._canonical.clear()

    def remove(self, quotes: Iterable[Quote]) -> None:
        """Takes the speakers of one article back."""
        for quote in quotes:
            if quote.speaker is not None:
                self._remove_name(quote.speaker.name)

    def _remove_name(self, name: str) -> None:
        key, left = self._key(name), self._counts.pop(name, 0) - 1
        self._buckets[key].pop(name, None)
        if left > 0:
            self._counts[name] = self._buckets[key][name] = left
        self._grouped.pop(key, None)
        self._canonical.clear()

    def _key(self, name: str) -> str:
        """What names of like sound share."""
        key = self._keys.get(name)
        if key is None:
            words = words_of(name)
            key = self._keys[name] = skeleton(words[-1]) if words else ""
        return key

    def canonical(self, name: str) -> str:
        """The one name of the person that `name` means, in any spelling or script; `name` itself for a stranger."""
        found = self._canonical.get(name)
        if found is None:
            found = self._canonical[name] = self._meant(name)
        return found

    def _meant(self, name: str) -> str:
        own = self._followed(name)
        if own in self._counts:
            return self._shown(own, self._person(own).spellings)
        shown = self._shown(own, (own,))
        return shown if shown != own or own in self._split else self._stranger(own) or own

    def own_name(self, name: str) -> str:
        """The spelling that stands for the person shown as `name` in what the user decides."""
        if name in self._counts or name in self._merged or name in self._split:
            return self._followed(name)
        renamed = next((own for own, shown in self._renamed.items() if shown == name), None)
        return self._followed(renamed) if renamed is not None else name

    def _shown(self, own: str, spellings: Iterable[str]) -> str:
        if not self._renamed:
            return own
        # The most frequent spelling may change as more is read; a renaming belongs to the person, not to it.
        return next((self._renamed[s] for s in reversed(self._renamed) if s in spellings), own)

    def _followed(self, name: str) -> str:
        """The most frequent spelling of the person `name` was merged into, or of its own."""
        seen = set()
        while True:
            spellings: Iterable[str] = (name,)
            if name in self._counts:
                person = self._person(name)
                name, spellings = person.name, person.spellings
            if name in seen:
                return name
            seen.add(name)
            into = next((self._merged[s] for s in spellings if s in self._merged), None) if self._merged else None
            if into is None:
                return name
            name = into

    def aliases(self, name: str) -> tuple[str, ...]:
        """Every spelling counted for the person `name` means, most frequent first."""
        own = self.own_name(name)
        joined = {own, *(other for other in self._merged if self._followed(other) == own)}
        found = {s for one in joined if one in self._counts for s in self._person(one).spellings}
        return tuple(sorted(found, key=lambda other: (-self._counts[other], other)))

    def kept(self, name: str, other: str) -> str:
        """Of two persons that become one, the name that stays: the fuller, then the more frequent, then the first."""
        full = {each: len(words_of(each)) > 1 for each in (name, other)}
        counts = {each: sum(self._counts[spelling] for spelling in self.aliases(each)) for each in (name, other)}
        return max((name, other), key=lambda each: (full[each], counts[each]))

    def is_renamed(self, name: str) -> bool:
        """Whether the person shown as `name` is shown so because the user said so."""
        return name in self._renamed.values()

    def names(self) -> tuple[str, ...]:
        """Every person's one name, in alphabetical order."""
        return tuple(sorted({self.canonical(name) for name in self._counts}))

    def find(self, query: str) -> str | None:
        """The person a user means by `query`: any spelling, script or case ending; None when nobody or several fit."""
        if query in self._counts or query in self._merged or query in self._renamed:
            return self.canonical(query)
        for shown in self._renamed.values():
            if shown.casefold() == query.casefold():
                return shown
        return self._stranger(query)

    def _stranger(self, query: str) -> str | None:
        """The one person that a name nobody was counted under can mean."""
        words = words_of(query)
        names = self._buckets.get(skeleton(words[-1]), {}) if words else {}
        hits = {self.canonical(name) for name in names if may_mean(query, name)}
        if not hits and len(words) == 1:
            hits = {self.canonical(name) for name in self._counts if may_mean(query, name)}
        return hits.pop() if len(hits) == 1 else None

    def merge(self, a: str, b: str) -> None:
        """The user says: `b` is the same person as `a`; both go by the name of `a`."""
        a, b = self._followed(a), self._followed(b)
        if a != b:
            self._merged[b] = a
            self._canonical.clear()

    def split(self, name: str) -> None:
        """The user says: `name` is a person of its own, whatever the rules or an earlier merge say."""
        self._merged.pop(name, None)
        self._split.add(name)
        self._grouped.clear()
        self._canonical.clear()

    def rename(self, old: str, new: str) -> None:
        """The user says: show this person as `new`. An empty `new` takes the renaming back."""
        own = self.own_name(old)
        self._canonical.clear()
        for spelling in self._person(own).spellings if own in self._counts else (own,):
            self._renamed.pop(spelling, None)
        if new and new != own:
            self._renamed[own] = new

    def decide(self, corrections: Iterable[Correction]) -> None:
        """Obey these merges, splits and renamings and no others, in the order given."""
        self._merged, self._renamed = {}, {}
        self._split = set()
        self._grouped.clear()
        self._canonical.clear()
        for correction in corrections:
            name, other = correction.name, correction.other
            match correction.kind:
                case CorrectionKind.MERGE:
                    self.merge(name, other)
                case CorrectionKind.SPLIT:
                    self.split(name)
                case CorrectionKind.RENAME:
                    self.rename(name, other)
                case CorrectionKind.SPEAKER:
                    continue

    def correct(self, key: str, name: str | None) -> None:
        """The user says who spoke quotation `key`: a name, "" for nobody known, None to take it back."""
        if name is None:
            self._corrected.pop(key, None)
        else:
            self._corrected[key] = name
            if name and name not in self._counts:
                self.add_name(name)

    @property
    def corrections(self) -> int:
        """How many quotations have a speaker the user gave."""
        return len(self._corrected)

    def corrected(self, key: str) -> str | None:
        """The user's speaker for a quotation; None when the rules decide."""
        return self._corrected.get(key)

    def state(self) -> list[dict[str, Any]]:
        """The user's corrections as JSON-able records, one an operation."""
        records: list[dict[str, Any]] = [{"op": "split", "name": name} for name in sorted(self._split)]
        records += [{"op": "merge", "into": into, "name": name} for name, into in sorted(self._merged.items())]
        records += [{"op": "rename", "name": name, "to": to} for name, to in sorted(self._renamed.items())]
        records += [{"op": "correct", "quote": key, "name": name} for key, name in sorted(self._corrected.items())]
        return records

    def restore(self, records: Iterable[dict[str, Any]]) -> None:
        """Applies records that `state()` made; records this version does not know are left alone."""
        for record in records:
            match record:
                case {"op": "split", "name": str(name)}:
                    self.split(name)
                case {"op": "merge", "into": str(into), "name": str(name)}:
                    self.merge(into, name)
                case {"op": "rename", "name": str(name), "to": str(to)}:
                    self._renamed[name] = to
                    self._canonical.clear()
                case {"op": "correct", "quote": str(key), "name": str(name)}:
                    self.correct(key, name)
                case _:
                    continue

    def _person(self, name: str) -> Person:
        if name in self._split:
            return Person({name: self._counts[name]})
        key = self._key(name)
        found = self._grouped.get(key)
        if found is None:
            # Only names of like sound can be one person's, so a new name regroups only those.
            found = self._grouped[key] = grouped(
                {n: count for n, count in self._buckets[key].items() if n not in self._split}
            )
        return found[name]
