"""A passage with the paragraph it stands in: under a question about it, or beside a list."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from tui_reader.layout.cells import drawable
from tui_reader.layout.wrap import wrap
from tui_reader.model.article import Article
from tui_reader.model.span import Span
from tui_reader.tui.gathering import Said, evidence, speaker_of
from tui_reader.tui.widgets.entries import lines_of
from tui_reader.tui.widgets.lines import LineView, Part, strip

Line = list[tuple[str, bool]]
"""Stretches of text and whether each belongs to the passage."""


def around(article: Article, span: Span, width: int, most: int) -> list[Line]:
    """The paragraph (or paragraphs) of `span` on at most `most` lines, those around the beginning of the passage."""
    blocks = article.blocks
    first = blocks[max(0, article.paragraph_at(span.start) - 1)].span.start
    last = blocks[max(0, article.paragraph_at(max(span.start, span.end - 1)) - 1)].span.end
    # More than can be shown is not even looked at.
    room = width * most
    first, last = max(first, span.start - room), min(max(last, span.end), span.end + room)
    pieces = [" ".join(part.split()) for part in _parts(article.text, first, span, last)]
    before, words, after = pieces
    before += " " if before and article.text[span.start - 1].isspace() else ""
    after = (" " if article.text[span.end : span.end + 1].isspace() else "") + after
    flat, low, high = before + words + after, len(before), len(before) + len(words)
    ranges = list(wrap(flat, 0, len(flat), max(8, width)))
    at = next((n for n, (_, end) in enumerate(ranges) if end > low), 0)
    top = max(0, min(at - most // 3, len(ranges) - most))
    return [_cut(flat, start, end, low, high) for start, end in ranges[top : top + most]]


def _parts(text: str, first: int, span: Span, last: int) -> tuple[str, str, str]:
    return text[first : span.start], text[span.start : span.end], text[span.end : last]


def _cut(flat: str, start: int, end: int, low: int, high: int) -> Line:
    low, high = max(start, min(low, end)), max(start, min(high, end))
    pieces = [(flat[start:low], False), (flat[low:high], True), (flat[high:end], False)]
    return [(drawable(text), inside) for text, inside in pieces if text]


class PassageView(LineView, can_focus=False):
    """One quotation in its paragraph, and how its speaker is known."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.said: Said | None = None
        self._set_for: tuple[Said, int, int] | None = None
        self._rows: list[tuple[Line, str]] = []

    def show(self, said: Said | None) -> None:
        """Show this quotation."""
        self.said = said
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Title, paragraph, evidence."""
        width, said = self.extent.width, self.said
        if said is None:
            return Strip.blank(width, self.look())
        known = (said, width, self.extent.height)
        if known != self._set_for:
            self._set_for, self._rows = known, self._lay(said, max(10, width - 4))
        if not 1 <= y <= len(self._rows):
            return Strip.blank(width, self.look())
        pieces, look = self._rows[y - 1]
        parts: list[Part] = [(text, self.look("list--match") if inside else self.look(look)) for text, inside in pieces]
        return strip([("  ", self.look()), *parts], width, self.look())

    def _lay(self, said: Said, width: int) -> list[tuple[Line, str]]:
        article, quote = said.article, said.quote
        date = f"{article.date} · " if article.date else ""

        def lines(words: Sequence[str], look: str, most: int) -> list[tuple[Line, str]]:
            return [([(row, False)], look) for line in words for row in lines_of(line, width, most)]

        facts = lines([speaker_of(quote), *evidence(article, quote)], "list--quiet", 3)
        where = lines([f"{date}{article.title} ¶{article.paragraph_at(quote.start)}"], "list--title", 2)
        room = max(3, self.extent.height - len(facts) - len(where) - 4)
        text = [(line, "list--plain") for line in around(article, quote.span, width, room)]
        blank: tuple[Line, str] = ([], "")
        return [*where, blank, *text, blank, *facts]
