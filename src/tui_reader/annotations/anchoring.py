"""Where a saved passage stands in a text that may have changed.

`describe` makes the selectors that are saved, `anchor` finds the passage again or says that it is gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui_reader.model.annotation import Selector

CONTEXT = 96
"""Code points of text kept on each side (the W3C model asks for enough to tell copies apart; 32 are too few)."""


def describe(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """W3C selectors for `text[start:end]`, as plain JSON. Offsets are code points."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def anchor(selectors: Iterable[Selector], text: str) -> tuple[int, int, str] | None:
    """Where the passage stands in `text`: start, end and `exact`, `moved` or `changed`; None when it is gone."""
    known = {selector.get("type"): selector for selector in selectors}
    quote, position = known.get("TextQuoteSelector", {}), known.get("TextPositionSelector", {})
    exact, start = quote.get("exact"), position.get("start")
    if not isinstance(exact, str) or not exact:
        return None
    if isinstance(start, int) and text.startswith(exact, start):
        return start, start + len(exact), "exact"
    found = text.find(exact)
    return (found, found + len(exact), "moved") if found >= 0 else None
