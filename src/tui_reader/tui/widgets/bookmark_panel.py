"""Bookmarks of the corpus or of this article: searched, sorted, with notes, tags, kinds and states; and the trash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    "changed": "≠ wording changed:",
    "orphan": "✗ no longer in the text · enter looks for it",
    "absent": "article not open",
}
KINDS = {"bookmarking": "◆", "highlighting": "▬", "commenting": "✎"}
"""Motivation to the sign it is shown by, so that kinds differ without colour."""
ORDERS = ("by article", "newest first", "by speaker")


class BookmarkPanel(Panel):
    """Bookmarks with their words, notes and states."""

    TAB: ClassVar[str] = "bookmarks"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.head = 5
        self.everything: Sequence[Placed] = ()
        self.trash: Sequence[Placed] = ()
        """What was deleted, the newest first."""
        self.placed: Sequence[Placed] = ()
        """Those listed now."""
        self.titles: Mapping[str, Article] = {}
        self.article: Article | None = None
        self.here = False
        """Whether only this article's bookmarks are listed."""
        self.in_trash = False
        self.words = ""
        """Only bookmarks with these words, or `#tag`, anywhere in them."""
        self.order = 0

    def show(self, everything: Sequence[Placed], articles: Mapping[str, Article], article: Article | None) -> None:
        """Show what of `everything` is wished for; the cursor stays on its bookmark."""
        under = self.placed[self.index].annotation.id if self.index < len(self.placed) else ""
        self.everything, self.titles, self.article = everything, articles, article
        self.placed = self._chosen()
        self.index = next((i for i, p in enumerate(self.placed) if p.annotation.id == under), self.index)
        where = "in the trash" if self.in_trash else "with these words" if self.words else ""
        where = where or ("in this article" if self.here else "yet")
        advice = () if self.in_trash or self.words else ("", "b in the text keeps the", "sentence or quotation")
        self.empty = (f"no bookmarks {where}", *advice)
        self.measure()

    def _chosen(self) -> list[Placed]:
        ident = self.article.id if self.article is not None else None
        wanted = self.words.split()
        pool = self.trash if self.in_trash else self.everything
        found = [p for p in pool if (not self.here or p.article == ident) and self._has(p, wanted)]
        if not self.in_trash:
            found.sort(key=self._sort_key())
        return found

    def _sort_key(self) -> Callable[[Placed], tuple[object, ...]]:
        rank = {article: number for number, article in enumerate(self.titles)}
        if self.order == 1:
            # ISO times sort as text; what is newest comes first by turning every digit round.
            return lambda p: (p.annotation.created.translate(_TURNED), p.annotation.id)
        place: Callable[[Placed], tuple[object, ...]] = lambda p: (  # noqa: E731
            rank.get(p.article or "", len(rank)),
            p.span.start if p.span is not None else 1 << 62,
            p.annotation.id,
        )
        return place if self.order == 0 else lambda p: (p.annotation.speaker or "\uffff", *place(p))

    @staticmethod
    def _has(placed: Placed, wanted: Sequence[str]) -> bool:
        if not wanted:
            return True
        from tui_reader.text.folding import fold

        annotation = placed.annotation
        tags = " ".join(f"#{tag}" for tag in annotation.tags)
        there = fold(f"{annotation.exact} {annotation.note} {tags} {annotation.speaker} {annotation.source.title}")
        return all(fold(word) in there for word in wanted)

    @property
    def current(self) -> Placed | None:
        """The bookmark under the cursor."""
        return self.placed[self.index] if self.index < len(self.placed) else None

    def extra_head(self, row: int, width: int) -> Strip:
        """Whose bookmarks these are, and how they are ordered."""
        if row != 0:
            return Strip.blank(width, self.look())
        scope = "trash" if self.in_trash else "in this article" if self.here else "in all articles"
        parts: list[Part] = [(f" {scope}", self.look("list--quiet"))]
        if self.words:
            parts += [(" · ", self.look("list--quiet")), (self.words, self.look("list--match"))]
        elif not self.in_trash:
            parts.append((f" · {ORDERS[self.order]}", self.look("list--quiet")))
        return strip(parts, width, self.look())

    # ------------------------------------------------------------------ drawing

    def heights(self, width: int) -> Iterable[int]:
        """Where, the words, what was noted and what became of them, a blank line."""
        return [2 + len(self._words(p, width)) + len(self._more(p, width)) for p in self.placed]

    def _words(self, placed: Placed, width: int) -> Sequence[str]:
        return lines_of(placed.annotation.exact, width - 5, 6 if width >= 48 else 3)

    def _more(self, placed: Placed, width: int) -> list[Part]:
        """Note, tags and state, a line each part."""
        quiet, accent = self.look("list--quiet"), self.look("list--accent")
        annotation = placed.annotation
        rows: list[Part] = []
        if annotation.note:
            notes = lines_of(annotation.note, width - 7, 4)
            rows += [(f"  {'✎' if not n else ' '} {line}", quiet) for n, line in enumerate(notes)]
        if annotation.tags:
            tags = lines_of(" ".join(f"#{tag}" for tag in annotation.tags), width - 5, 2)
            rows += [(f"  {line}", accent) for line in tags]
        if not self.in_trash and (state := _STATE_WORDS[placed.state]):
            rows.append((f"  {state}", accent))
        if placed.state == "changed":
            rows += [(f"  {line}", quiet) for line in lines_of(self._difference(placed), width - 5, 6)]
        return rows

    def _difference(self, placed: Placed) -> str:
        """The wording now against the wording kept: `[gone] {new}`."""
        from tui_reader.annotations.difference import Part as Piece
        from tui_reader.annotations.difference import difference

        article = self.titles.get(placed.article or "")
        if article is None or placed.span is None:
            return ""
        signs = {Piece.SAME: "{}", Piece.GONE: "[{}]", Piece.NEW: "{{{}}}"}
        pieces = difference(placed.annotation.exact, placed.span.of(article.text))
        return "".join(signs[part].format(text) for part, text in pieces)

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
        words, more = self._words(placed, width), self._more(placed, width)
        if line == 0:
            who = placed.annotation.speaker or self._title(placed)
            sign = KINDS.get(str(placed.annotation.motivation), "◆")
            parts: list[Part] = [(f"{sign} ", self.look("list--accent")), (who, self.look("list--title"))]
            return entry_line(self, parts, width, current, [(self._number(placed), self.look("list--quiet"))])
        if line <= len(words):
            return entry_line(self, [("  " + words[line - 1], self.look())], width, current)
        line -= len(words) + 1
        if line < len(more):
            return entry_line(self, [more[line]], width, current)
        return Strip.blank(width, self.look())


_TURNED = str.maketrans("0123456789", "9876543210")
