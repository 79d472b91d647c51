"""Where a saved passage stands in a text that may have changed.

`describe` makes the selectors that are saved, `anchor` finds the passage again or says that it is gone. The method:
the very words first, told apart by their surroundings; then places with many of the words, aligned word by word. A
place counts only when enough of the words or of the surroundings is left, and when it is no look-alike that was there
on the day the passage was saved. docs/anchoring.md has the reasons and the figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tui_reader.annotations.alignment import Fit, Passage
from tui_reader.annotations.candidates import exact_fits, fuzzy_fits, occurrences
from tui_reader.annotations.excerpt import LARGE, Excerpt, excerpt
from tui_reader.annotations.judging import choose, find_rivals
from tui_reader.annotations.normalise import Folded, fold
from tui_reader.model.annotation import Selector

CONTEXT = 96
"""Code points of text kept on each side (the W3C model asks for enough to tell copies apart; 32 are too few)."""

OWN = "x-tui-reader"
"""Type of the selector that holds what the W3C ones have no room for; other programs pass it by."""


def describe(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """W3C selectors for `text[start:end]`, as plain JSON. Offsets are code points.

    Raises ValueError for a span that is empty or outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage: {start}..{end} of {len(text)}")
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
    kept = _Kept(quote["exact"], quote["prefix"], quote["suffix"])
    part = Excerpt(text, [(0, len(text))]) if len(text) <= LARGE else excerpt(kept.raw, text, [start])
    folded = Folded(part.text)
    at = folded.folded(part.excerpted(start)) + kept.lead
    passage = kept.passage
    hits = occurrences(folded.lower, passage.quote) if passage.quote else []
    rivals = find_rivals(passage, folded.lower, at) if passage.quote else []
    own = {
        "type": OWN,
        "length": len(text),
        "copy": [sum(hit < at for hit in hits), len(hits)],
        "rivals": [[rival.prefix, rival.quote, rival.suffix] for rival in rivals],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}, own]


def anchor(selectors: Iterable[Selector], text: str) -> tuple[int, int, str] | None:
    """Where the passage stands in `text`: start, end, and what became of it; None when it is gone.

    `exact`: the same words at the same place. `moved`: the same words elsewhere (white space and kinds of quotation
    marks do not count). `changed`: other words. Selectors of unknown kinds are passed by, malformed ones too.
    """
    kept = _read(selectors)
    if kept is None:
        return None
    if kept.untouched(text):
        return kept.start, kept.start + len(kept.exact), "exact"
    if not kept.passage.quote:
        return None  # Nothing but white space: there is nothing to recognise it by.
    found = _search(kept, text, whole=False) or (_search(kept, text, whole=True) if len(text) > LARGE else None)
    if found is None:
        return None
    start, end = found
    if text.startswith(kept.exact, start - kept.raw_lead):
        start -= kept.raw_lead
        end = start + len(kept.exact)
    if text[start:end] == kept.exact and start == kept.start:
        return start, end, "exact"
    same = fold(text[start:end]).strip() == fold(kept.exact).strip()
    return start, end, "moved" if same else "changed"


def candidates(selectors: Iterable[Selector], text: str, limit: int = 3) -> list[tuple[int, int, float]]:
    """For an orphan: the places that fit best, however badly, each with a score from 0 to 1; the best first."""
    kept = _read(selectors)
    if kept is None or not kept.passage.quote:
        return []
    part, folded, fits, _ = _fits(kept, text, whole=len(text) <= LARGE)
    chosen: list[Fit] = []
    for fit in sorted(fits, key=lambda fit: -fit.score):
        if len(chosen) < limit and all(fit.end <= other.start or fit.start >= other.end for other in chosen):
            chosen.append(fit)
    return [(*_original(part, folded, fit), round(fit.score, 3)) for fit in chosen]


@dataclass(slots=True)
class _Kept:
    """What the selectors of a bookmark say."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    length: int = 0
    copy: tuple[int, int] = (0, 1)
    rivals: list[Passage] = field(default_factory=list)
    passage: Passage = field(init=False)
    lead: int = field(init=False)
    """Folded code points of white space at the start of the passage."""

    def __post_init__(self) -> None:
        quote = fold(self.exact).lower()
        core = quote.strip()
        self.lead = len(quote) - len(quote.lstrip())
        before, after = fold(self.prefix).lower(), fold(self.suffix).lower()
        self.passage = Passage(before + quote[: self.lead], core, quote[self.lead + len(core) :] + after)

    def untouched(self, text: str) -> bool:
        """Whether a text of the same length has the very passage and its surroundings at the very place."""
        before = self.start - len(self.prefix)
        whole = self.prefix + self.exact + self.suffix
        return self.length == len(text) and before >= 0 and text.startswith(whole, before)

    @property
    def raw(self) -> Passage:
        """The passage unfolded."""
        return Passage(self.prefix, self.exact.strip(), self.suffix)

    @property
    def raw_lead(self) -> int:
        """Code points of white space at the start of the passage."""
        return len(self.exact) - len(self.exact.lstrip())


def _read(selectors: Iterable[Selector]) -> _Kept | None:
    """What is usable among selectors; None when no words were kept."""
    first: dict[str, Selector] = {}
    for selector in selectors:
        first.setdefault(str(selector.get("type")), selector)
    quote, position, own = (first.get(t, {}) for t in ("TextQuoteSelector", "TextPositionSelector", OWN))
    exact = _text(quote.get("exact"))
    if not exact:
        return None
    rivals = own.get("rivals")
    return _Kept(
        exact,
        _text(quote.get("prefix"))[-4 * CONTEXT :],
        _text(quote.get("suffix"))[: 4 * CONTEXT],
        _count(position.get("start")),
        _count(own.get("length")),
        _copy(own.get("copy")),
        [Passage(*map(_text, rival)) for rival in rivals if isinstance(rival, list) and len(rival) == 3]
        if isinstance(rivals, list)
        else [],
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _count(value: object) -> int:
    return value if type(value) is int and value >= 0 else 0


def _copy(value: object) -> tuple[int, int]:
    if isinstance(value, list) and len(value) == 2:
        index, count = _count(value[0]), _count(value[1])
        if index < count:
            return index, count
    return 0, 1


def _search(kept: _Kept, text: str, *, whole: bool) -> tuple[int, int] | None:
    part, folded, fits, hits = _fits(kept, text, whole=whole or len(text) <= LARGE)
    index, count = kept.copy
    if len(hits) == count:
        expected = hits[index]
    else:
        stretched = kept.start * len(text) // kept.length if kept.length else kept.start
        expected = folded.folded(part.excerpted(stretched))
    best = choose(kept.passage, folded.lower, fits, kept.rivals, expected, vanished=len(hits) < count)
    return None if best is None else _original(part, folded, best)


def _fits(kept: _Kept, text: str, *, whole: bool) -> tuple[Excerpt, Folded, list[Fit], list[int]]:
    around = [min(kept.start, len(text))]
    part = Excerpt(text, [(0, len(text))]) if whole else excerpt(kept.raw, text, around)
    folded = Folded(part.text)
    hits = occurrences(folded.lower, kept.passage.quote)
    fits = exact_fits(kept.passage, folded.lower, hits, folded.folded(part.excerpted(around[0])))
    for fit in fuzzy_fits(kept.passage, folded.lower):
        if all(fit.end <= other.start or fit.start >= other.end for other in fits if other.exact):
            fits.append(fit)
    return part, folded, fits, hits


def _original(part: Excerpt, folded: Folded, fit: Fit) -> tuple[int, int]:
    start, end = folded.original(fit.start, fit.end)
    first = part.original(start)
    return first, first + end - start
