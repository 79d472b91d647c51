"""Where a place in a text is after the text was edited: the reader's own place, which nobody kept as a bookmark."""

from __future__ import annotations

from tui_reader.annotations.anchoring import anchor, describe
from tui_reader.model.span import Span


def follow(before: str, span: Span, now: str) -> Span:
    """Where the words at `span` of `before` stand in `now`.

    Where they are gone, an empty span at the place they had: as far from the beginning, if all before it is the same,
    else as far from the end.
    """
    found = anchor(describe(before, span.start, span.end), now) if len(span) and span.end <= len(before) else None
    if found is not None:
        return Span(found[0], found[1])
    same = now.startswith(before[: span.start])
    at = min(len(now), max(0, span.start if same else len(now) - (len(before) - span.end)))
    return Span(at, at)
