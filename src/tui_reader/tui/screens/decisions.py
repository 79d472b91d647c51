"""Everything that was decided by hand about speakers and persons: go there, take it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.strip import Strip

from tui_reader.model.correction import CorrectionKind, Decision, decided
from tui_reader.text.counts import some
from tui_reader.tui.screens.choice import ChoiceList, ListScreen
from tui_reader.tui.widgets.entries import entry_line, lines_of

if TYPE_CHECKING:
    from tui_reader.tui.screens.deciding import Deciding

_PERSONS = {
    CorrectionKind.MERGE: "two persons are one",
    CorrectionKind.SPLIT: "a spelling split off",
    CorrectionKind.RENAME: "a person renamed",
}


def standing(decision: Decision) -> str:
    """Whether it holds, and where."""
    if decision.replaced:
        return "a later decision about the same quotation holds"
    if decision.applies:
        return decision.title or _PERSONS.get(decision.correction.kind, "")
    gone = "its article is not open" if decision.article is None else "its words are gone"
    return f"no longer applies: {gone} · {decision.title}"


class DecisionsList(ChoiceList):
    """What was decided, and what has become of it under it."""

    def __init__(self) -> None:
        keys = "enter goes there · d takes it back · u undoes that · esc leaves"
        super().__init__("Decided by hand", [], keys)
        self.decisions: Sequence[Decision] = ()
        self.empty = ("nothing has been corrected, merged, split or renamed",)

    def show(self, decisions: Sequence[Decision]) -> None:
        """Show these, the newest first."""
        self.decisions = decisions
        lost = sum(not decision.applies for decision in decisions)
        self._title = f"Decided by hand: {some(len(decisions), 'decision')}"
        self._title += f", {some(lost, 'no longer applies', 'no longer apply')}" if lost else ""
        self.measure()
        if self.count:
            self.reveal_rows(*self.rows_of_entry(self.index))

    def heights(self, width: int) -> Iterable[int]:
        """What was decided, its standing, a blank line."""
        return [3] * len(self.decisions)

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """One line of a decision."""
        decision = self.decisions[index]
        if line == 2:
            return Strip.blank(width, self.look())
        if line == 0:
            return entry_line(self, [(_shortened(decided(decision), width - 4), self.look())], width, current)
        holds = decision.applies and not decision.replaced
        look = self.look("list--quiet" if holds else "list--accent")
        return entry_line(self, [(lines_of(standing(decision), width - 6, 1)[0], look)], width, current)


def _shortened(line: str, width: int) -> str:
    """The middle goes, not the end: the name stands there."""
    if len(line) <= width:
        return line
    tail = line[line.rfind("” was said by ") :] if "” was said by " in line else ""
    return line[: max(8, width - len(tail) - 1)].rstrip() + "…" + tail


class DecisionsScreen(ListScreen[Decision | None]):
    """Answers with the decision whose quotation to go to, or None."""

    CSS_PATH = "queries.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("D", "leave"), ("d,delete", "delete"), ("u", "undo")]
    _list: DecisionsList

    def __init__(self, desk: Deciding) -> None:
        super().__init__(DecisionsList())
        self._desk = desk

    def on_mount(self) -> None:
        """Show what holds now."""
        self.show()

    def show(self) -> None:
        """Show what holds now; called again whenever that changes."""
        self._list.show(self._desk.workspace.corrections.decisions())

    def tell(self, news: str) -> None:
        """Say what has just happened."""
        self._list.news = news
        self._list.refresh()

    def chosen(self, index: int) -> None:
        """Go to the quotation, if there is one."""
        decision = self._list.decisions[index]
        if decision.span is None:
            self.tell("there is no quotation to go to")
        else:
            self.dismiss(decision)

    def action_delete(self) -> None:
        """`d`."""
        if self._list.count:
            self._desk.take_back_decisions((self._list.decisions[self._list.index].correction.id,))

    def action_undo(self) -> None:
        """`u`."""
        self._desk.do_undo()
