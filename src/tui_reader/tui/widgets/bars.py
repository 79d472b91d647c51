"""The line on top that says where you are, and the line below that says which keys work now."""

from __future__ import annotations

from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui_reader.layout.cells import told, width_of
from tui_reader.tui.messages import CommandPressed
from tui_reader.tui.widgets.lines import LineView, Part, strip


@dataclass(frozen=True)
class Where:
    """What the header says."""

    corpus: str = ""
    count: str = ""
    title: str = ""
    """Shown only where the sidebar is not."""
    bookmarks: int = 0
    percent: int | None = None
    theme: str = ""
    trouble: str = ""
    """Storage trouble: stays until it is solved."""


class Header(LineView, can_focus=False):
    """One line: corpus, count, bookmarks, position, theme, help."""

    where: reactive[Where] = reactive(Where())

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        where = self.where
        base, quiet = self.look(), self.look("bar--quiet")
        left: list[Part] = [(" reader", self.look("bar--name"))]
        if where.trouble:
            left.append(("   " + where.trouble, self.look("bar--trouble")))
        left += [("   " + text, quiet) for text in (where.corpus, where.title) if text]
        return strip(left, self.extent.width, base, [(text, style) for text, style, _ in self._right()])

    def _right(self) -> list[tuple[str, Style, str]]:
        where, quiet = self.where, self.look("bar--quiet")
        items: list[tuple[str, Style, str]] = [(where.count, self.look(), "")]
        if where.bookmarks:
            items.append((f"◆ {where.bookmarks}", self.look("bar--accent"), "bookmarks"))
        if where.percent is not None:
            items.append((f"{where.percent:>3} %", quiet, ""))
        if self.extent.width >= 100:
            items += [(where.theme.capitalize(), quiet, "theme"), ("? help", quiet, "help")]
        parts: list[tuple[str, Style, str]] = []
        for text, style, command in items:
            if text:
                parts += [("   ", quiet, ""), (text, style, command)]
        return [*parts, (" ", quiet, "")]

    def on_click(self, event: events.Click) -> None:
        """What is clicked does what its key does."""
        right = self._right()
        x = self.extent.width - sum(width_of(text) for text, _, _ in right)
        for text, _, command in right:
            if x <= event.x < x + width_of(text) and command:
                self.post_message(CommandPressed(command))
            x += width_of(text)


class Footer(LineView, can_focus=False):
    """One line: the keys that work in the pane that has the focus, most useful first; or, for a moment, news."""

    keys: reactive[tuple[tuple[str, str, str], ...]] = reactive(())
    """Key, word and command id of each."""
    news: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        if self.news:
            news = " " + told(self.news, self.extent.width - 1)
            return strip([(news, self.look("bar--news"))], self.extent.width, self.look())
        parts: list[Part] = []
        for key, word, _ in self._shown():
            parts += [(" ", self.look()), (key, self.look("bar--key")), (f" {word}  ", self.look("bar--quiet"))]
        return strip(parts, self.extent.width, self.look())

    def _shown(self) -> list[tuple[str, str, str]]:
        """As many as fit, whole."""
        shown, used = [], 0
        for key, word, command in self.keys:
            used += width_of(key) + width_of(word) + 4
            if used > self.extent.width:
                break
            shown.append((key, word, command))
        return shown

    def on_click(self, event: events.Click) -> None:
        """What is clicked does what its key does."""
        x = 0
        for key, word, command in self._shown():
            end = x + width_of(key) + width_of(word) + 4
            if not self.news and x <= event.x < end:
                self.post_message(CommandPressed(command))
            x = end
