"""Blocks of a text: what a paragraph number counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.cutting import SENTENCE_END, cut
from tui_reader.model.junk import junk_reason
from tui_reader.model.span import Span


class BlockKind(StrEnum):
    """What a block is. A better guess changes the kind, never the number."""

    FRONT_MATTER = "front-matter"
    JUNK = "junk"
    HEADING = "heading"
    LABEL = "label"
    PARAGRAPH = "paragraph"
    BLOCKQUOTE = "blockquote"
    LIST_ITEM = "list-item"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One non-empty block of an article's text."""

    span: Span
    """Without the line break that ends it and without spaces around it."""
    kind: BlockKind
    level: int = 0
    """Depth of a heading, 1 to 6; 0 for everything else."""
    marker: int = 0
    """How many characters at the start are markup (`# `, `> `), not words."""
    reason: str = ""
    """Why a block is junk: `prices`, `newsletter` ..."""


_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_ARROWS = re.compile(r"(?:>[ \t]?)+")
_ITEM = re.compile(r"(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)")
_PLAIN_ITEM = re.compile(r"(?:[*•][ \t]+|\d{1,2}[.)][ \t]+)(?=\S)")
_RULE = re.compile(r"(?:=+|-+|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$")
_FENCE = re.compile(r"```|~~~")
_LONGEST_HEADING = 110
_MOST_HEADING_WORDS = 16
_LONGEST_LABEL = 140

QUOTE_OPENERS = frozenset("\"“„«‹‘‚'「『–—")
"""What a line of speech begins with."""

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "du",
        "el",
        "la",
        "le",
        "of",
        "ter",
        "van",
        "von",
        "y",
    ]
)
_SAYING_WORDS = """
    said says say stated states added adds noted notes replied responded answered asked told warned stressed
    explained concluded declared announced emphasized emphasised insisted wrote continued recalled remarked
    powiedział powiedziała mówi dodał dodała stwierdził stwierdziła odpowiedział odpowiedziała zapytał ostrzegł
    podkreślił podkreśliła zaznaczył zaznaczyła сказал сказала заявил заявила ответил ответила добавил добавила
    спросил отметил отметила подчеркнул сказав заявив sagte sagt erklärte antwortete fragte dit déclaré répondu
    ajouté demandé dijo afirmó respondió añadió preguntó disse dichiarato řekl řekla
"""
_SAYING = frozenset(_SAYING_WORDS.split())
"""Verbs that end a cue, not a label: `Anna Keller, mayor of the town, responded:`."""


def segment(text: str, *, body: int = 0, markdown: bool = False, title: Span | None = None) -> tuple[Block, ...]:
    """Cut `text` into its non-empty blocks, in order.

    The cuts depend on `text` alone; `body` (where front matter ends), `markdown` and `title` only decide what each
    block is called. Linear in the length of the text.
    """
    return tuple(_Classifier(text, body, markdown, title).blocks())


class _Classifier:
    """Names the blocks of one text, looking at most one block ahead and one behind."""

    def __init__(self, text: str, body: int, markdown: bool, title: Span | None) -> None:
        self.text, self.body, self.markdown, self.title = text, body, markdown, title
        self.cuts = cut(text)
        self.fence = ""

    def blocks(self) -> list[Block]:
        return [self._block(index, start, end) for index, (start, end) in enumerate(self.cuts)]

    def _block(self, index: int, start: int, end: int) -> Block:
        span = Span(start, end)
        if start < self.body:
            return Block(span, BlockKind.FRONT_MATTER)
        if self.title is not None and start <= self.title.start and self.title.end <= end:
            return Block(span, BlockKind.HEADING, level=1, marker=self.title.start - start)
        words = self.text[start : min(end, start + 400)]
        return self._fenced(span, words) or self._marked(span, words) or self._plain(index, span, words)

    def _fenced(self, span: Span, words: str) -> Block | None:
        if not self.markdown:
            return None
        fence = _FENCE.match(words)
        if self.fence:
            if fence and fence[0] == self.fence:
                self.fence = ""
            return Block(span, BlockKind.CODE)
        if fence:
            self.fence = fence[0]
            return Block(span, BlockKind.CODE)
        return None

    def _marked(self, span: Span, words: str) -> Block | None:
        """A block that begins with a mark of structure."""
        if match := _HASHES.match(words):
            return Block(span, BlockKind.HEADING, level=len(match[1]), marker=match.end())
        if match := _ARROWS.match(words):
            return Block(span, BlockKind.BLOCKQUOTE, marker=_length(_ARROWS, self.text, span))
        if match := (_ITEM if self.markdown else _PLAIN_ITEM).match(words):
            return Block(span, BlockKind.LIST_ITEM, marker=match.end())
        return None

    def _plain(self, index: int, span: Span, words: str) -> Block:
        short = len(span) <= 400
        if short and (reason := junk_reason(words)):
            return Block(span, BlockKind.JUNK, reason=reason)
        if self.markdown and short and _RULE.match(words):
            # A thematic break or the line under a heading: nothing of it is words.
            return Block(span, BlockKind.PARAGRAPH, marker=len(span))
        if self.markdown and (level := self._underlined(index, span)):
            return Block(span, BlockKind.HEADING, level=level)
        following = self._peek(index + 1)
        if len(span) <= _LONGEST_LABEL and is_label(words, following):
            return Block(span, BlockKind.LABEL)
        if self._is_heading(index, words, len(span), following):
            return Block(span, BlockKind.HEADING, level=2)
        return Block(span, BlockKind.PARAGRAPH)

    def _peek(self, index: int) -> str:
        """The first words of block `index`, empty at the end of the text."""
        if not 0 <= index < len(self.cuts):
            return ""
        start, end = self.cuts[index]
        return self.text[start : min(end, start + 400)]

    def _underlined(self, index: int, span: Span) -> int:
        """Level of a heading that is marked by the line under it; 0 when this is none."""
        rule = self._peek(index + 1)
        if not rule or (rule.strip("=") and rule.strip("-")) or len(rule) < 3 or len(span) > _LONGEST_HEADING:
            return 0
        between = self.text[span.end : self.cuts[index + 1][0]]
        return (1 if rule[0] == "=" else 2) if between.count("\n") == 1 else 0

    def _is_heading(self, index: int, words: str, length: int, following: str) -> bool:
        """A short line without final punctuation above a paragraph of prose, in a text of prose."""
        if length > _LONGEST_HEADING or not following or words[-1] in SENTENCE_END or words[-1] in ",-–—":
            return False
        first = words[0]
        if first in QUOTE_OPENERS or not first.isalpha() or first.islower():
            return False
        if words.count(" ") >= _MOST_HEADING_WORDS:
            return False
        before = self._peek(index - 1)
        return _is_prose(following) and (not before or before[-1:] in SENTENCE_END or len(before) >= 400)


def _is_prose(words: str) -> bool:
    """Whether a block reads like a paragraph: long, or a finished sentence of some length."""
    return len(words) >= 160 or (len(words) >= 30 and words[-1] in SENTENCE_END)


def _length(pattern: re.Pattern[str], text: str, span: Span) -> int:
    match = pattern.match(text, span.start, span.end)
    return match.end() - span.start if match else 0


def is_label(words: str, following: str) -> bool:
    """Whether a line names who speaks next: `Name, title:` above a line that opens a quotation.

    A sentence that leads up to a quotation (`She then told reporters:`) is none: a label names, it tells nothing.
    """
    if not words.endswith(":") or not following or following[0] not in QUOTE_OPENERS:
        return False
    name, comma, office = words[:-1].strip().partition(",")
    parts = _WORD.findall(name)
    if not parts or len(parts) > 5 or len(parts) != len(name.split()):
        return False
    if any(part[0].islower() and part not in _PARTICLES for part in parts):
        return False
    told = _WORD.findall(office)
    if comma and (len(parts) < 2 or not told):
        return False
    return not any(word.lower() in _SAYING for word in (told[-1:] or parts[-1:]))
