"""Attributions that deserve a look: nobody found, guessed or carried ones, marks that are never closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.text.counts import grouped, some
from tui_reader.tui.corpus_reading import Stay
from tui_reader.tui.gathering import doubtful
from tui_reader.tui.messages import EntryHighlighted
from tui_reader.tui.people_commands import AUDIT
from tui_reader.tui.screens.people import PeopleScreen

if TYPE_CHECKING:
    from tui_reader.tui.screens.correcting import Correcting


class AuditScreen(PeopleScreen):
    """One list, grouped by the reason."""

    NAME = "Audit"

    def __init__(self, desk: Correcting, stay: Stay) -> None:
        super().__init__(desk, stay)
        self.said_list.named = True

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
        self.said_list.title = (
            (some(len({id(one.quote) for _, one in found}), "quotation"), "list--title"),
            (f" of {len(self.gathered.said)} deserve a look", "list--quiet"),
            (f"   {named} have a speaker", "list--quiet"),
        )
        self.said_list.show([one for _, one in found], self.stay.doubtful, [reason for reason, _ in found])

    def on_entry_highlighted(self, message: EntryHighlighted) -> None:
        """The cursor is remembered."""
        message.stop()
        self.stay.doubtful = message.index

    def keep_stay(self) -> None:
        """The entry the cursor is on."""
        self.stay.doubtful = self.said_list.index

    def do_audit(self) -> None:
        """It is open already."""
