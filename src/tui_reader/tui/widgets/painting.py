"""Laying looks over characters: matches over bookmarks over the reading cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment

from tui_reader.layout.cells import clusters, drawable, is_even

if TYPE_CHECKING:
    from tui_reader.tui.widgets.lines import LineView

Layer = tuple[int, int, str]
"""First character, one past the last, and the component class that shows it."""


def paint(view: LineView, text: str, start: int, end: int, base: str, layers: Sequence[Layer]) -> list[Segment]:
    """`text[start:end]` as segments, each layer's look laid over the ones before it.

    A layer that begins or ends inside a grapheme takes all of it: half a character cannot be drawn.
    """
    piece = text[start:end]
    touching = [
        (max(first, start), min(last, end), name) for first, last, name in layers if first < end and start < last
    ]
    cuts = {start, end}
    for first, last, _ in touching:
        cuts.update((first, last))
    places = sorted(cuts) if is_even(piece) else _snapped(piece, start, sorted(cuts))
    segments = []
    for first, last in pairwise(places):
        names = [base] if base else []
        names += [name for s, e, name in touching if s < last and first < e]
        segments.append(Segment(drawable(text[first:last]), view.look(*dict.fromkeys(names))))
    return segments


def _snapped(piece: str, shift: int, cuts: Iterable[int]) -> list[int]:
    """`cuts` moved back to the starts of the graphemes they fall into."""
    starts = {shift + cluster.start for cluster in clusters(piece)} | {shift + len(piece)}
    snapped = set()
    for cut in cuts:
        while cut not in starts:
            cut -= 1
        snapped.add(cut)
    return sorted(snapped)
