"""Line breaking in terminal cells. Every character of a text lands on exactly one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.layout.cells import clusters, is_even

Line = tuple[int, int]
"""Half-open range of characters; the space at which a line was broken ends it and hangs over the edge."""

# After these a line may end; the character after a dash must be a word's, so that “so—” keeps its mark.
_BREAK = re.compile(r"[ \n\t\u2028\u2029]+|[—–](?=\w)|(?<=\w)-(?=\w)|/(?=\w)")
_DASH = re.compile(r"(?<=[—–])(?=\w)|(?<=\w-)(?=\w)|(?<=/)(?=\w)")
# Kinsoku: what must not begin, and what must not end, a line of Chinese or Japanese (JIS X 4051, the common part).
_NOT_FIRST = frozenset("、。，．・：；？！）〕］｝〉》」』】’”…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.!?:;)]}»")
_NOT_LAST = frozenset("（〔［｛〈《「『【‘“([{«")


def wrap(text: str, start: int, end: int, width: int) -> Iterator[Line]:
    """Break `text[start:end]` into lines of at most `width` cells, trailing spaces not counted.

    Breaks at spaces, after dashes and hyphens inside words, between wide characters, and inside a word only when it
    alone is wider than the line. The ranges yielded join up to `start..end`.
    """
    width = max(1, width)
    piece = text[start:end]
    flat = piece.replace("\n", " ").replace("\t", " ")
    if is_even(flat):
        yield from _wrap_narrow(flat, start, width)
    else:
        yield from _wrap_any(piece, start, width)


def _wrap_narrow(piece: str, shift: int, width: int) -> Iterator[Line]:
    """One cell a character and no breaks but spaces: look back from the edge for the last place to break."""
    at, end = 0, len(piece)
    while end - at > width:
        edge = at + width
        # A space just over the edge may hang there; a dash must fit.
        space = piece.rfind(" ", at + 1, edge + 1)
        cut = space + 1 if space > at else 0
        # From the second character on: a line that begins after a dash would else end there again, for ever.
        for dash in _DASH.finditer(piece, max(cut, at + 1), edge + 1):
            cut = dash.end()
        if not cut:
            cut = edge
        elif cut == space + 1:
            while cut < end and piece[cut] == " ":
                cut += 1
        yield shift + at, shift + cut
        at = cut
    if at < end:
        yield shift + at, shift + end


def _wrap_any(piece: str, shift: int, width: int) -> Iterator[Line]:
    """Clusters of any width; one pass, remembering the last place where the line may end."""
    marks = {m.end() for m in _BREAK.finditer(piece)}
    spaces = {i for m in _BREAK.finditer(piece) if m[0].isspace() for i in range(m.start(), m.end())}
    line, used, cut, used_at_cut = 0, 0, 0, 0
    before = ""
    wide_before = False
    for cluster in clusters(piece):
        first = piece[cluster.start]
        if cluster.start in marks or (
            (wide_before or cluster.width == 2)
            and cluster.start > line
            and first not in _NOT_FIRST
            and before not in _NOT_LAST
            and (wide_before or before.isspace() or not before)
        ):
            cut, used_at_cut = cluster.start, used
        hangs = cluster.start in spaces and cluster.end - cluster.start == 1
        # Twice when the word carried over leaves no room for this cluster either.
        while used + cluster.width > width and not hangs and cluster.start > line:
            if cut <= line:
                cut, used_at_cut = cluster.start, used
            yield shift + line, shift + cut
            line, used = cut, used - used_at_cut
        used += cluster.width
        before, wide_before = first, cluster.width == 2
    if line < len(piece):
        yield shift + line, shift + len(piece)
