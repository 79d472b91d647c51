"""All bookmarks of the corpus, or of this article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.strip import Strip

from tui_reader.model.article import Article
from tui_reader.tui.widgets.entries import entry_line, lines_of
from tui_reader.tui.widgets.lines import Part, strip
from tui_reader.tui.widgets.panels import Panel

if TYPE_CHECKING:
    from tui_reader.model.annotation import Placed

_STATE_WORDS = {
    "exact": "",
    "moved": "moved",
    "changed": "≠ wording changed",
    "orphan": "✗ no longer in the text",
    "absent": "article not open",
}


class BookmarkPanel(Panel):
    """Bookmarks with their words, notes and states."""

    TAB: ClassVar[str] = "bookmarks"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.head = 5
        self.everything: Sequence[Placed] = ()
        self.placed: Sequence[Placed] = ()
        """Those listed now."""
        self.titles: Mapping[str, Article] = {}
        self.article: Article | None = None
        self.here = False
        """Whether only this article's bookmarks are listed."""

    def show(self, everything: Sequence[Placed], articles: Mapping[str, Article], article: Article | None) -> None:
        """Show `everything`, or what of it lies in `article`; the cursor stays on its bookmark."""
        under = self.placed[self.index].annotation.id if self.index < len(self.placed) else ""
        self.everything, self.titles, self.article = everything, articles, article
        ident = article.id if article is not None else None
        self.placed = [p for p in everything if not self.here or p.article == ident]
        self.index = next((i for i, p in enumerate(self.placed) if p.annotation.id == under), self.index)
        where = "in this article" if self.here else "yet"
        self.empty = (f"no bookmarks {where}", "", "b in the text keeps the", "sentence or quotation")
        self.measure()

    @property
    def current(self) -> Placed | None:
        """The bookmark under the cursor."""
        return self.placed[self.index] if self.index < len(self.placed) else None

    def extra_head(self, row: int, width: int) -> Strip:
        """Whose bookmarks these are."""
        text = "in this article" if self.here else "in all articles"
        parts: list[Part] = [(f" {text}", self.look("list--quiet"))] if row == 0 else []
        return strip(parts, width, self.look())

    def heights(self, width: int) -> Iterable[int]:
        """Where, the words, the note, a blank line."""
        return [2 + len(self._words(p, width)) + len(self._note(p, width)) + bool(self._state(p)) for p in self.placed]

    def _words(self, placed: Placed, width: int) -> Sequence[str]:
        return lines_of(placed.annotation.exact, width - 5, 6 if width >= 48 else 3)

    def _note(self, placed: Placed, width: int) -> Sequence[str]:
        tags = " ".join(f"#{tag}" for tag in placed.annotation.tags)
        note = " ".join(part for part in (placed.annotation.note, tags) if part)
        return lines_of(note, width - 7, 4) if note else []

    def _state(self, placed: Placed) -> str:
        return _STATE_WORDS[placed.state]

    def _title(self, placed: Placed) -> str:
        article = self.titles.get(placed.article or "")
        return article.title if article is not None else placed.annotation.source.title

    def _number(self, placed: Placed) -> str:
        article = self.titles.get(placed.article or "")
        number = placed.annotation.paragraph
        if article is not None and placed.span is not None:
            number = article.paragraph_at(placed.span.start)
        return f"¶{number}" if number else ""

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """Article and paragraph, the words kept, what was noted, what became of them."""
        placed = self.placed[index]
        quiet = self.look("list--quiet")
        words, note = self._words(placed, width), self._note(placed, width)
        if line == 0:
            who = placed.annotation.speaker or self._title(placed)
            parts: list[Part] = [("◆ ", self.look("list--accent")), (who, self.look("list--title"))]
            return entry_line(self, parts, width, current, [(self._number(placed), quiet)])
        if line <= len(words):
            return entry_line(self, [("  " + words[line - 1], self.look())], width, current)
        line -= len(words) + 1
        if line < len(note):
            return entry_line(self, [("  ✎ " if not line else "    ", quiet), (note[line], quiet)], width, current)
        if line == len(note) and self._state(placed):
            return entry_line(self, [("  " + self._state(placed), self.look("list--accent"))], width, current)
        return Strip.blank(width, self.look())
