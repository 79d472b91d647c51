"""Where a saved passage stands in a text that may have changed.

`describe` makes the selectors that are saved, `anchor` finds the passage again or says that it is gone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from tui_reader.annotations.alignment import Passage
from tui_reader.annotations.candidates import exact_fits, fuzzy_fits, occurrences
from tui_reader.annotations.judging import choose, find_rivals
from tui_reader.annotations.normalise import Folded, fold
from tui_reader.model.annotation import Selector

CONTEXT = 96
"""Code points of text kept on each side (the W3C model asks for enough to tell copies apart; 32 are too few)."""

OWN = "x-reader"
"""Type of the selector that holds what the W3C ones have no room for."""

RIVALS = 8


def describe(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """W3C selectors for `text[start:end]`, as plain JSON. Offsets are code points."""
    folded = Folded(text)
    passage = _passage(text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT])
    at = folded.folded(start) + _lead(text[start:end])
    low = folded.lower
    hits = occurrences(low, passage.quote) if passage.quote else []
    rivals = find_rivals(passage, low, at)
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": OWN,
            "length": len(text),
            "digest": _digest(text),
            "occurrence": [sum(h < at for h in hits), len(hits)],
            "rivals": [[r.prefix, r.quote, r.suffix] for r in rivals],
        },
    ]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _passage(prefix: str, exact: str, suffix: str) -> Passage:
    quote = fold(exact).lower()
    stripped = quote.strip()
    lead = quote[: len(quote) - len(quote.lstrip())]
    return Passage(fold(prefix).lower() + lead, stripped, quote[len(lead) + len(stripped):] + fold(suffix).lower())


def _lead(exact: str) -> int:
    quote = fold(exact)
    return len(quote) - len(quote.lstrip())


def anchor(selectors: Iterable[Selector], text: str) -> tuple[int, int, str] | None:
    """Where the passage stands in `text`: start, end and `exact`, `moved` or `changed`; None when it is gone."""
    known = {selector.get("type"): selector for selector in selectors}
    quote, position, own = (known.get(n, {}) for n in ("TextQuoteSelector", "TextPositionSelector", OWN))
    exact, start = quote.get("exact"), position.get("start")
    if own.get("length") == len(text) and text.startswith(exact, start) and own.get("digest") == _digest(text):
        return start, start + len(exact), "exact"
    passage = _passage(quote.get("prefix", ""), exact, quote.get("suffix", ""))
    folded = Folded(text)
    low = folded.lower
    hits = occurrences(low, passage.quote) if passage.quote else []
    length = own.get("length") or len(text)
    index, count = own.get("occurrence", [0, 1])
    expected = hits[index] if len(hits) == count else int(start * len(low) / length)
    fits = exact_fits(passage, low, hits, expected)
    fits += [f for f in fuzzy_fits(passage, low) if not any(f.start < g.end and f.end > g.start for g in fits)]
    best = choose(passage, low, fits, [Passage(*r) for r in own.get("rivals", [])], expected, len(hits) < own.get("occurrence", [0, 1])[1])
    if best is None:
        return None
    a, b = folded.original(best.start, best.end)
    state = "changed" if not best.exact else "exact" if a == start else "moved"
    return a, b, state


