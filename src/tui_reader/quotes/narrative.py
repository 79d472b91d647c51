"""Sentences of a stretch of narrative, each read only when somebody looks at it.

Most of what stands between two quotations is never asked for: the first sentence may hold the cue of the quotation
before, the last one that of the quotation after, and those in between matter only to a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from tui_reader.quotes.lexicon import ABBREVIATION

if TYPE_CHECKING:
    from tui_reader.quotes.items import Item, Sentence
    from tui_reader.quotes.reader import SentenceReader

_STOP = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])")


class _Piece:
    """A part of the narrative that begins and ends with a sentence."""

    __slots__ = ("_fresh", "_read", "_reader", "_start", "stop")

    def __init__(self, reader: SentenceReader, start: int, stop: int, fresh: bool) -> None:
        self._reader = reader
        self._start, self.stop, self._fresh = start, stop, fresh
        self._read: list[Sentence] | None = None

    def nameless(self) -> bool:
        """Whether surely no name stands in it, told without reading it."""
        return self._read is None and self._fresh and self._reader.names_nobody(self._start, self.stop)

    def surely_closed(self) -> bool:
        """Whether its last sentence surely has its end, told without reading it."""
        return self._read is None and surely_closed(self._reader.text, self._start, self.stop)

    def sentences(self) -> list[Sentence]:
        if self._read is None:
            self._read = self._reader.sentences(self._start, self.stop, self._fresh)
        return self._read


class Narrative(Sequence["Sentence"]):
    """A sequence of sentences that reads no more of them than it is asked for."""

    __slots__ = ("_cut", "_rest", "_tail")

    def __init__(self, cut: list[_Piece], rest: Iterator[_Piece], tail: list[Sentence]) -> None:
        self._cut = cut
        self._rest = rest
        """Pieces not cut off yet."""
        self._tail = tail
        """Sentences after the pieces, read already."""

    @classmethod
    def of(cls, reader: SentenceReader, text: str, start: int, end: int, fresh: bool) -> Sequence[Sentence]:
        """The narrative text[start:end], cut where a sentence surely ends; `fresh` as for `SentenceReader`."""
        pieces = _cut_up(reader, text, start, end, fresh)
        first = next(pieces)
        return first.sentences() if first.stop == end else cls([first], pieces, [])

    def open_items(self) -> list[Item]:
        """The items of the last sentence when it has no end."""
        if not self._tail and self._pieces()[-1].surely_closed():
            return []
        last = self[-1]
        return [] if last.closed else last.items

    def _pieces(self) -> list[_Piece]:
        self._cut += self._rest
        return self._cut

    def __bool__(self) -> bool:
        return True  # a piece that is cut off has its sentence

    def several(self) -> bool:
        """Whether there is surely more than one sentence, known without reading any."""
        return len(self._pieces()) > 1

    def __len__(self) -> int:
        return sum(len(piece.sentences()) for piece in self._pieces()) + len(self._tail)

    def __iter__(self) -> Iterator[Sentence]:
        for piece in self._pieces():
            yield from piece.sentences()
        yield from self._tail

    def __reversed__(self) -> Iterator[Sentence]:
        yield from reversed(self._tail)
        for piece in reversed(self._pieces()):
            yield from reversed(piece.sentences())

    def backwards_with_names(self) -> Iterator[Sentence]:
        """From the last sentence to the first, without those that surely name nobody."""
        yield from reversed(self._tail)
        for piece in reversed(self._pieces()):
            if not piece.nameless():
                yield from reversed(piece.sentences())

    @overload
    def __getitem__(self, index: int) -> Sentence: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Sentence]: ...

    def __getitem__(self, index: int | slice) -> Sentence | Sequence[Sentence]:
        if index == 0:
            first = self._cut[0].sentences()
            if first:
                return first[0]
        elif index == -1:
            last = self._tail or self._pieces()[-1].sentences()
            if last:
                return last[-1]
        elif index == _ALL_BUT_LAST:
            return self._all_but_last()
        return list(self)[index]

    def _all_but_last(self) -> Sequence[Sentence]:
        pieces = self._pieces()
        if self._tail:
            return Narrative(pieces, iter(()), self._tail[:-1])
        tail = pieces[-1].sentences()[:-1]
        return Narrative(pieces[:-1], iter(()), tail) if len(pieces) > 1 else tail


_ALL_BUT_LAST = slice(None, -1)


def only(sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence of a sequence of one; None for more or none."""
    if not sentences or (type(sentences) is Narrative and sentences.several()):
        return None
    return sentences[0] if len(sentences) == 1 else None


def open_items(sentences: Sequence[Sentence]) -> list[Item]:
    """The items of the last sentence when it has no end; no more is read than that takes."""
    if type(sentences) is Narrative:
        return sentences.open_items()
    return sentences[-1].items if sentences and not sentences[-1].closed else []


def opens_closed(sentences: Sequence[Sentence]) -> bool:
    """Whether the first sentence has its end: one that is followed by others has, and is not read for that."""
    return type(sentences) is Narrative or (bool(sentences) and sentences[0].closed)


def backwards_with_names(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """From the last sentence to the first; those that surely name nobody may be left out."""
    return sentences.backwards_with_names() if type(sentences) is Narrative else reversed(sentences)


def _cut_up(reader: SentenceReader, text: str, start: int, end: int, fresh: bool) -> Iterator[_Piece]:
    for match in _STOP.finditer(text, start, end):
        at = match.start()
        if surely_ends(text, start, at, match.end(), reader.words):
            yield _Piece(reader, start, at + 1, fresh)
            start, fresh = at + 1, True
    yield _Piece(reader, start, end, fresh)


def surely_ends(text: str, start: int, at: int, following: int, words: dict[str, int]) -> bool:
    """Whether the mark text[at] ends a sentence of text[start:] for whoever reads it word by word.

    A full stop does after a plain word that is no abbreviation and before a capital letter: `_ends` of the reader
    would say the same, and no name goes on over it.
    """
    if text[at] != ".":
        return True
    if text[following].islower():
        return False
    word = text[max(start, text.rfind(" ", start, at) + 1) : at]
    if len(word) < 2 or not word.isalpha():
        return False
    return not words.get(word.lower(), 0) & ABBREVIATION


def surely_closed(text: str, start: int, end: int) -> bool:
    """Whether the last sentence of text[start:end] has its end for whoever reads it: a mark that is no initial's."""
    at = end - 1
    while at > start and text[at] in " \u00a0":
        at -= 1
    return text[at] in "!?…" or (text[at] == "." and at > start and not text[at - 1].isupper())
