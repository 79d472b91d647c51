"""Terminal cells: how wide a text is, where its clusters begin, and what of it may be drawn.

The only module below the interface that knows rich: widths must be the ones Textual draws with.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size, split_graphemes

MOST_MARKS = 8
"""Combining marks drawn on one base character; more are kept in the text but not drawn."""

# Characters that would break a line on the screen are drawn as the space they stand for.
_AS_SPACE = dict.fromkeys(map(ord, "\n\t\u2028\u2029"), " ")
# Invisible formatting: soft hyphen, zero-width space, word joiner, byte-order mark, direction marks, tag characters.
# The zero-width joiner and the variation selectors stay: they shape the cluster they stand in.
_UNDRAWN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_MARKS}{{{MOST_MARKS}}}){_MARKS}+")
# One cell a character and one character a cluster, and drawn as it stands: European letters and punctuation. Most
# articles hold nothing else, and measuring them costs one search instead of one look-up a character.
_UNEVEN = re.compile(
    r"[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20ac\u2116\u2122]"
)
_PATH = re.compile(r"\S*/[^\s/]+/[^\s/]+(?<![:;,])")


class Cluster(NamedTuple):
    """One grapheme: offsets into the text it was cut from, and its width in cells."""

    start: int
    end: int
    width: int


def is_even(text: str) -> bool:
    """Whether every character of `text` is a cluster of its own, one cell wide, drawn as it stands."""
    return not _UNEVEN.search(text)


def drawable(text: str) -> str:
    """What of a slice of text is drawn: breaks and tabs as spaces, invisible characters and piled-up marks left out.

    The result has the same width in cells as the slice, but not always the same length.
    """
    if is_even(text):
        return text
    if "\u200d" not in text:
        return _cleaned(text)
    # A joiner swallows whatever follows it: taking out a character in between would change what is joined, and the
    # width with it. Such a cluster is drawn as it stands, or as its first character.
    drawn = []
    for start, end, width in clusters(text):
        piece = _cleaned(text[start:end]).strip("\u200d")
        first = "" if _UNDRAWN.match(text[start]) else text[start]
        drawn.append(piece if cell_len(piece) == width else set_cell_size(first, width))
    return "".join(drawn)


def _cleaned(text: str) -> str:
    return _PILE.sub(r"\1", _UNDRAWN.sub("", text.translate(_AS_SPACE)))


def width_of(text: str) -> int:
    """Width of `text` in cells, as it is drawn."""
    return len(text) if is_even(text) else cell_len(drawable(text))


def clusters(text: str) -> list[Cluster]:
    """The graphemes of `text` in order; together they cover every character."""
    plain = text.translate(_AS_SPACE)
    if is_even(plain):
        return [Cluster(i, i + 1, 1) for i in range(len(text))]
    # An invisible character is given no width whatever the tables say, so that what is drawn fits what was measured.
    return [
        Cluster(start, end, width if end - start > 1 or not _UNDRAWN.match(plain[start]) else 0)
        for start, end, width in split_graphemes(plain)[0]
    ]


@lru_cache(maxsize=4096)
def fitted(text: str, width: int) -> str:
    """`text` drawn in at most `width` cells, with `…` where it had to be cut."""
    drawn = drawable(text)
    if width_of(drawn) <= width:
        return drawn
    used, end = 0, 0
    for cluster in clusters(drawn):
        if used + cluster.width > width - 1:
            break
        used, end = used + cluster.width, cluster.end
    return drawn[:end].rstrip() + "…" if width > 0 else ""


def told(news: str, width: int) -> str:
    """One line of news in `width` cells: when it is too long, paths give way first, down to the name of the file.

    What went wrong and what to do stand behind the path, and are what the line is there for.
    """
    paths = sorted(_PATH.finditer(news), key=lambda path: len(path[0]))
    kept: dict[int, str] = {}
    while width_of(line := _replaced(news, kept)) > width and paths:
        path = paths.pop()
        kept[path.start()] = "…/" + path[0].rsplit("/", 1)[1]
    return fitted(line, width)


def _replaced(news: str, kept: dict[int, str]) -> str:
    return _PATH.sub(lambda path: kept.get(path.start(), path[0]), news)
