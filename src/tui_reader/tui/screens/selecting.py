"""Selecting a passage, and copying it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui_reader.model.article import Article
from tui_reader.model.span import Span
from tui_reader.text.counts import some
from tui_reader.tui.clipboard import osc52
from tui_reader.tui.messages import PassageSelected
from tui_reader.tui.screens.finding import Finding

if TYPE_CHECKING:
    from tui_reader.model.quote import Quote


class Selecting(Finding):
    """What `v` and the keys after it do, and `y`."""

    _other_end = False
    """Whether the arrows move the start of the selection."""

    # ------------------------------------------------------------------ selecting

    def do_select(self) -> None:
        """`v`: select the sentence under the reading cursor."""
        self._other_end = False
        self.focus_on(self.pane)
        self.set_passage(self.pane.cursor)

    def set_passage(self, passage: Span | None) -> None:
        """Select `passage` and keep its moving end in view."""
        pane = self.pane
        pane.passage = passage
        if passage is not None and pane.page is not None:
            edge = passage.start if self._other_end else max(passage.start, passage.end - 1)
            row = pane.page.row_of(edge)
            pane.reveal_rows(row, row + 1, margin=1)
        pane.refresh()

    def _reshape(self, shape: Callable[[Span], Span]) -> None:
        passage = self.pane.passage or self.pane.cursor
        if passage is not None:
            self.set_passage(shape(passage))

    def do_widen(self) -> None:
        """`+`."""
        if self.pane.steps is not None:
            self._reshape(self.pane.steps.widened)

    def do_narrow(self) -> None:
        """`-`."""
        if self.pane.steps is not None:
            self._reshape(self.pane.steps.narrowed)

    def do_other_end(self) -> None:
        """`x`."""
        self._other_end = not self._other_end
        self.tell("arrows move the start" if self._other_end else "arrows move the end")

    def extend_word(self, by: int) -> None:
        """A word more or less at the moving end."""
        steps = self.pane.steps
        if steps is not None:
            move = steps.start_moved if self._other_end else steps.end_moved
            self._reshape(lambda passage: move(passage, by))

    def extend_sentence(self, by: int) -> None:
        """A sentence more or less at the end."""
        steps = self.pane.steps
        if steps is not None:
            self._reshape(lambda passage: steps.end_sentence(passage, by))

    def on_passage_selected(self, message: PassageSelected) -> None:
        """A passage was selected with the mouse."""
        message.stop()
        self.focus_on(self.pane)

    def passage(self) -> tuple[Article, Span, str] | None:
        """What `b` and `y` mean now: article, passage and its speaker's name.

        Always what is seen to be marked: the quotation under the panel's cursor, the selection, or the reading cursor,
        which is a sentence, or the quotation or bookmark that was gone to.
        """
        if self.article is None:
            return None
        if self.focused is self.quote_panel and self.quote_panel.count:
            listed = self.quote_panel.quotes[self.quote_panel.index]
            return self.article, listed.span, listed.speaker.name if listed.speaker else ""
        chosen = self.pane.passage or self.pane.cursor
        if chosen is None:
            return None
        quote = next((q for q in self.quotes if q.span.overlaps(chosen)), None)
        return self.article, chosen, quote.speaker.name if quote is not None and quote.speaker else ""

    # ------------------------------------------------------------------ copying

    def do_copy(self) -> None:
        """`y`: the passage and where it stands."""
        self._copy(whole=True)

    def do_cite(self) -> None:
        """`Y`: where it stands."""
        self._copy(whole=False)

    def _copy(self, whole: bool) -> None:
        found = self._under_bookmark() if self.focused is self.bookmark_panel else self.passage()
        if found is None:
            self.tell("there is nothing to copy here")
            return
        from tui_reader.export.citing import citation, passage

        article, span, speaker = found
        quote = self.quote_of(article, span)
        text = passage(article, span, speaker, quote) if whole else citation(article, span, speaker, quote)
        try:
            sequence = osc52(text)
        except ValueError as error:
            self.tell(f"not copied: {error}")
            return
        self.app.write_to_terminal(sequence)  # type: ignore[attr-defined]
        what = f"{some(len(span.of(article.text).split()), 'word')} with their source" if whole else "the citation"
        self.tell(f"copied {what}: ¶{article.paragraph_at(span.start)}")
        self.pane.passage = None
        self.pane.refresh()

    def quote_of(self, article: Article, span: Span) -> Quote | None:
        """The quotation that a passage to be copied is or shares words with."""
        from tui_reader.export.citing import quote_at

        if article is self.article and self.focused is not self.bookmark_panel:
            return quote_at((*self.quote_panel.quotes, *self.quotes), span)
        return quote_at(self.workspace.quotes.of(article, ("direct", "mixed", "indirect")), span)

    def _under_bookmark(self) -> tuple[Article, Span, str] | None:
        placed = self.bookmark_panel.current
        article = self.workspace.library.get(placed.article or "") if placed is not None else None
        if placed is None or article is None or placed.span is None:
            return None
        return article, placed.span, placed.annotation.speaker
