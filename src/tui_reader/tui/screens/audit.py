"""Attributions that deserve a look: nobody found, guessed or carried ones, marks that are never closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from tui_reader.text.counts import grouped, some
from tui_reader.tui.corpus_reading import Stay
from tui_reader.tui.gathering import KIND_CHOICES, doubtful
from tui_reader.tui.messages import EntryHighlighted
from tui_reader.tui.people_commands import AUDIT
from tui_reader.tui.screens.people import PeopleScreen
from tui_reader.tui.widgets.passage import PassageView

if TYPE_CHECKING:
    from tui_reader.tui.screens.correcting import Correcting

BOTH_FIT = 150
"""Columns from which the paragraph stands beside the list."""


class AuditScreen(PeopleScreen):
    """One list, grouped by the reason."""

    NAME = "Audit"

    def __init__(self, desk: Correcting, stay: Stay) -> None:
        super().__init__(desk, stay)
        self.said_list.named = True
        self.said_list.head = 4
        self.passage_view = PassageView(id="passage")

    def compose(self) -> ComposeResult:
        """The list and, where there is room, the paragraph of the quotation under its cursor."""
        yield self.header
        yield Container(self.said_list, self.passage_view, id="lists")
        self.prompt.display = False
        yield self.prompt
        yield self.footer

    @property
    def kind(self) -> int:
        """Its own: what the speakers screen is narrowed to would hide quotations here unseen."""
        return self.stay.doubtful_kinds

    @kind.setter
    def kind(self, kind: int) -> None:
        self.stay.doubtful_kinds = kind

    def on_resize(self, event: events.Resize) -> None:
        """The paragraph is shown where two columns have room."""
        self.passage_view.display = event.size.width >= BOTH_FIT

    @property
    def context(self) -> str:
        """Always the list."""
        return AUDIT

    def on_mount(self) -> None:
        """The list has the focus."""
        self.set_focus(self.said_list, scroll_visible=False)

    def idle_commands(self) -> set[str]:
        """Nothing to open in an empty list."""
        return set() if self.said_list.count else {"open", "bookmark", "copy", "correct", "evidence"}

    def show_gathered(self) -> None:
        """Group by group, the cursor where it was."""
        found = doubtful(self.gathered.said)
        self.said_list.empty = (
            ("every quotation has a speaker who is named beside it",) if self.gathered.complete else ()
        )
        named = sum(one.quote.speaker is not None for one in self.gathered.said)
        # Copies of an article share their quotations; each is one to look at.
        count = len({(one.article.id, one.quote.start, one.quote.end) for _, one in found})
        of = grouped(len(self.gathered.said))
        self.said_list.title = (
            (some(count, "quotation"), "list--title"),
            (f" of {of} {'deserves' if count == 1 else 'deserve'} a look", "list--quiet"),
            (f"   {grouped(named)} with a speaker", "list--quiet"),
            (f"   {KIND_CHOICES[self.kind][0]}" if self.kind else "", "list--accent"),
        )
        self.said_list.show([one for _, one in found], self.stay.doubtful, [reason for reason, _ in found])
        self.passage_view.show(self.passage())

    def on_entry_highlighted(self, message: EntryHighlighted) -> None:
        """The cursor is remembered."""
        message.stop()
        self.stay.doubtful = message.index
        self.passage_view.show(self.passage())

    def keep_stay(self) -> None:
        """The entry the cursor is on."""
        self.stay.doubtful = self.said_list.index

    def do_audit(self) -> None:
        """It is open already."""
