"""The saved queries: run one, delete one."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from tui_reader.config.queries import QueriesError, SavedQueries
from tui_reader.layout.cells import fitted, width_of
from tui_reader.tui.screens.choice import ChoiceList, ListScreen
from tui_reader.tui.widgets.entries import entry_line


class QueriesList(ChoiceList):
    """A name and its query on each line."""

    def __init__(self, entries: list[tuple[str, str]]) -> None:
        keys = "enter runs it · d deletes it · u brings the last deleted back · esc leaves"
        super().__init__("Saved queries", [], keys)
        self.entries = entries

    def heights(self, width: int) -> list[int]:
        """One line each."""
        return [1] * len(self.entries)

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """Name, then the query in one column."""
        name, query = self.entries[index]
        column = min(width // 2, max(width_of(one) for one, _ in self.entries)) + 2
        shown = fitted(name, column - 2)
        gap = " " * (column - width_of(shown))
        said = query if query != name else ""
        look = self.look("list--title") if current else self.look()
        return entry_line(self, [(shown, look), (gap + said, self.look("list--quiet"))], width, current)


class QueriesScreen(ListScreen[str | None]):
    """Answers with the query to run, or None."""

    CSS_PATH = "queries.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("Q", "leave"), ("d,delete", "delete"), ("u", "undo")]
    _list: QueriesList

    def __init__(self, saved: SavedQueries) -> None:
        super().__init__(QueriesList(list(saved.all().items())))
        self._saved = saved
        self._deleted: list[tuple[str, str]] = []

    def chosen(self, index: int) -> None:
        """Its query is the answer."""
        self.dismiss(self._list.entries[index][1])

    def action_delete(self) -> None:
        """`d`: forget the query under the cursor."""
        if not self._list.count:
            return
        name, query = self._list.entries[self._list.index]
        try:
            self._saved.remove(name)
        except QueriesError as error:
            self._tell(str(error))
            return
        self._deleted.append((name, query))
        self._tell(f"deleted “{name}” · u brings it back")

    def action_undo(self) -> None:
        """`u`: the query deleted last is there again."""
        if not self._deleted:
            return
        name, query = self._deleted[-1]
        try:
            self._saved.save(name, query)
        except QueriesError as error:
            self._tell(str(error))
            return
        self._deleted.pop()
        self._tell(f"“{name}” is there again")

    def _tell(self, news: str) -> None:
        """Show what the file says now, and `news` above it."""
        shown = self._list
        shown.news = news
        try:
            shown.entries = list(self._saved.all().items())
        except QueriesError as error:
            shown.news = str(error)
        shown.empty = ("no saved queries",)
        shown.measure()
