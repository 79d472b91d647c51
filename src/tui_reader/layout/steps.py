"""Steps through an article: sentences, paragraphs and words, for the reading cursor and for selecting a passage."""

from __future__ import annotations

from bisect import bisect_right

from tui_reader.model.article import Article
from tui_reader.model.span import Span
from tui_reader.text.sentences import sentences, words


class Steps:
    """The sentences of an article in the order its blocks are shown, cut when first stepped on."""

    def __init__(self, article: Article, order: list[int]) -> None:
        """`order`: indexes of the blocks to step through."""
        self.article = article
        self._order = order
        self._place = {block: place for place, block in enumerate(order)}
        self._cut: dict[int, list[Span]] = {}

    def sentences(self, block: int) -> list[Span]:
        """The sentences of block `block`; never empty for a block that is shown."""
        cut = self._cut.get(block)
        if cut is None:
            it = self.article.blocks[block]
            start = min(it.span.start + it.marker, it.span.end)
            ranges = sentences(self.article.text, start, it.span.end, self.article.language)
            cut = [Span(*r) for r in ranges] or [it.span]
            self._cut[block] = cut
        return cut

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds `offset`, or the nearest one shown before it, else the first one."""
        if not self._order:
            return None
        block = max(0, self.article.paragraph_at(offset) - 1)
        if block not in self._place:
            earlier = [b for b in self._order if b <= block]
            block = max(earlier) if earlier else self._order[0]
            return self.sentences(block)[-1 if earlier else 0]
        cut = self.sentences(block)
        return cut[max(0, bisect_right(cut, offset, key=lambda s: s.start) - 1)]

    def next_sentence(self, current: Span, by: int = 1) -> Span | None:
        """The sentence after (`by` = 1) or before (-1) `current`; None at the end."""
        block = self.article.paragraph_at(current.start) - 1
        cut = self.sentences(block)
        index = max(0, bisect_right(cut, current.start, key=lambda s: s.start) - 1) + by
        if 0 <= index < len(cut):
            return cut[index]
        place = self._place.get(block, 0) + by
        if not 0 <= place < len(self._order):
            return None
        return self.sentences(self._order[place])[0 if by > 0 else -1]

    def next_paragraph(self, current: Span, by: int = 1) -> Span | None:
        """The first sentence of the paragraph after or before; going back stops first at the paragraph's own start."""
        block = self.article.paragraph_at(current.start) - 1
        first = self.sentences(block)[0]
        if by < 0 and current.start > first.start:
            return first
        place = self._place.get(block, 0) + by
        return self.sentences(self._order[place])[0] if 0 <= place < len(self._order) else None

    # ------------------------------------------------------------------ a passage grows and shrinks

    def paragraph_of(self, span: Span) -> Span:
        """The block `span` begins in, widened to hold all of `span`."""
        index = max(0, self.article.paragraph_at(span.start) - 1)
        block = self.article.blocks[index].span
        return Span(block.start, max(block.end, span.end))

    def widened(self, span: Span) -> Span:
        """The next larger unit around `span`: word, sentence, paragraph; `span` itself when there is none."""
        for unit in (self._words_of(span), self._sentences_of(span), self.paragraph_of(span)):
            if unit.contains(span) and unit != span:
                return unit
        return span

    def narrowed(self, span: Span) -> Span:
        """The next smaller unit at the start of `span`: sentence, then word; `span` itself when it is a word."""
        for unit in (self._sentence_from(span.start), self._word_from(span.start, span.end)):
            if unit is not None and span.contains(unit) and unit != span:
                return unit
        return span

    def end_moved(self, span: Span, by: int) -> Span:
        """`span` with its end moved to the end of the next word (`by` = 1) or of the one before (-1)."""
        text = self.article.text
        if by > 0:
            following = words(text, span.end, min(len(text), span.end + 2_000))
            return Span(span.start, following[0][1]) if following else span
        inside = words(text, span.start, span.end)
        return Span(span.start, inside[-2][1]) if len(inside) > 1 else span

    def start_moved(self, span: Span, by: int) -> Span:
        """`span` with its start moved to the next word (`by` = 1) or to the one before (-1)."""
        text = self.article.text
        if by > 0:
            inside = words(text, span.start, span.end)
            return Span(inside[1][0], span.end) if len(inside) > 1 else span
        before = words(text, max(0, span.start - 2_000), span.start)
        return Span(before[-1][0], span.end) if before else span

    def end_sentence(self, span: Span, by: int) -> Span:
        """`span` with its end moved on by a sentence, or back by one while more than one is inside."""
        last = self._sentence_from(max(span.start, span.end - 1))
        if last is None:
            return span
        if by > 0 and span.end < last.end:
            return Span(span.start, last.end)
        other = self.next_sentence(last, by)
        return Span(span.start, other.end) if other is not None and other.end > span.start else span

    def _sentence_from(self, offset: int) -> Span | None:
        return self.sentence_at(offset)

    def _word_from(self, start: int, end: int) -> Span | None:
        found = words(self.article.text, start, max(end, start))
        return Span(*found[0]) if found else None

    def _words_of(self, span: Span) -> Span:
        """The whole words `span` cuts into."""
        block = self.paragraph_of(span)
        touched = [w for w in words(self.article.text, block.start, block.end) if w[0] < span.end and span.start < w[1]]
        return Span(min(span.start, touched[0][0]), max(span.end, touched[-1][1])) if touched else span

    def _sentences_of(self, span: Span) -> Span:
        first = self.sentence_at(span.start)
        last = self.sentence_at(max(span.start, span.end - 1))
        if first is None or last is None:
            return span
        return Span(min(span.start, first.start), max(span.end, last.end))
