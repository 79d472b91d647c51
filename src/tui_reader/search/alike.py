"""Words put where a mistyped one can be looked for among few: by their length and first letter, and their last."""

from __future__ import annotations

from collections.abc import Iterator


class Alike:
    """Words in buckets. One thread may add to it while others ask: what is asked for is only ever added to."""

    def __init__(self) -> None:
        self._by_first: dict[tuple[int, str], list[str]] = {}
        self._by_last: dict[tuple[int, str], list[str]] = {}
        self._longest = 0

    def add(self, word: str) -> None:
        """Add a word not yet here."""
        self._by_first.setdefault((len(word), word[0]), []).append(word)
        self._by_last.setdefault((len(word), word[-1]), []).append(word)
        self._longest = max(self._longest, len(word))

    def within(self, typed: str, edits: int) -> Iterator[tuple[str, int]]:
        """Words and their distances. The first or the last letter must be right: one slip leaves one of them alone."""
        from rapidfuzz import process  # 6 ms, needed by the first slip only
        from rapidfuzz.distance import OSA

        for length in range(max(1, len(typed) - edits), len(typed) + edits + 1):
            same_first = self._by_first.get((length, typed[0]), [])
            same_last = self._by_last.get((length, typed[-1]), [])
            for bucket in (same_first, same_last):
                for plain, distance, _ in process.extract(
                    typed, bucket, scorer=OSA.distance, score_cutoff=edits, limit=None
                ):
                    if bucket is same_first or plain[0] != typed[0]:
                        yield plain, int(distance)

    def beginning(self, typed: str) -> set[str]:
        """Words that begin one typing slip away from the unfinished `typed`; the first letter must be right."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        lengths = range(len(typed), self._longest + 1)
        longer = [plain for length in lengths for plain in self._by_first.get((length, typed[0]), ())]
        sizes = range(len(typed) - 1, len(typed) + 2)
        beginnings = list({plain[:size] for plain in longer for size in sizes if len(plain) > size})
        hits = process.extract(typed, beginnings, scorer=OSA.distance, score_cutoff=1, limit=None)
        starts = tuple(start for start, _, _ in hits)
        return {plain for plain in longer if plain.startswith(starts)} if starts else set()
