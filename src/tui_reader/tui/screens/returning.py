"""Back to where you were: the places left by a jump."""

from __future__ import annotations

from tui_reader.tui.messages import EntryChosen, EntryHighlighted
from tui_reader.tui.screens.reading import Reading
from tui_reader.tui.trail import Place, Trail

MOMENT = 0.02
"""Seconds after which it is looked whether somebody still walks on."""

WALKING = ("down", "up", "page_down", "page_up", "half_down", "half_up", "top", "bottom")


class Returning(Reading):
    """Remembers places and goes back to them.

    Handlers of messages here come beside those of `opening`: Textual calls the handler of every class in turn.
    """

    _behind = False
    """Whether the article under the list's cursor has still to be shown."""
    _held: Place | None = None
    """Where somebody was reading before the list began to show other articles beside it."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.trail = Trail()

    @property
    def here(self) -> Place | None:
        """The place on the screen."""
        article = self.article
        return Place(article.id, self.pane.place, self.pane.cursor) if article is not None else None

    def hold_place(self) -> None:
        """Call before an article is shown that nobody has opened yet: what is being read now is come back to."""
        if self._held is None:
            self._held = self.here

    def remember_place(self) -> None:
        """Call before a jump: `ctrl+o` comes back to what is being read now."""
        self.trail.push(self._held or self.here)
        self._held = None

    def on_entry_highlighted(self, message: EntryHighlighted) -> None:
        """The preview follows the list's cursor, but does not hold up whoever walks on: an article takes longer."""
        message.stop()
        if message.source == "sidebar":
            self.hold_place()
            self._behind = True
            self.call_after_refresh(self._catch_up_in_peace)

    def _catch_up_in_peace(self) -> None:
        if self.app.keys_waiting:  # type: ignore[attr-defined]
            self.set_timer(MOMENT, self._catch_up_in_peace)
        else:
            self.catch_up()

    def catch_up(self) -> None:
        """Show the article under the list's cursor, if that has moved since the last time."""
        behind, self._behind = self._behind, False
        if behind and self.hits:
            self.preview(self.hits[self.sidebar.index].article)

    def run_command(self, command_id: str) -> None:
        """A command that is no step in a list is meant for the article under the cursor."""
        if command_id not in WALKING:
            self.catch_up()
        super().run_command(command_id)

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """A jump from a panel; one from the list is complete when the text gets the focus."""
        if message.source != "sidebar":
            self.remember_place()

    def on_descendant_focus(self) -> None:
        """Whoever arrives in the text has left the place held for good."""
        if self.focused is self.pane and self._held is not None:
            held, self._held = self._held, None
            if held != self.here:
                self.trail.push(held)
                self.tell_place()

    def idle_commands(self) -> set[str]:
        """There may be nowhere to return to."""
        return super().idle_commands() | (set() if self.trail else {"return"})

    def do_return(self) -> None:
        """`ctrl+o`: the place before the last jump."""
        here, self._held = self.here, None
        while (place := self.trail.pop()) is not None:
            article = self.workspace.library.get(place.article)
            if article is None or place == here:
                continue
            self.preview(article, place.top)
            if (index := self.hit_index) >= 0:
                self.sidebar.put_index(index, announce=False)
            self._put_place(place)
            self.focus_on(self.pane)
            return
        self.tell("there is no place to return to")

    def _put_place(self, place: Place) -> None:
        pane = self.pane
        if pane.page is not None:
            if place.cursor is not None:
                pane.put_cursor(place.cursor)
            # Last, because putting the cursor scrolls when it stands at an edge.
            pane.scroll_top(pane.page.row_of(place.top) if place.top else 0)
        elif place.cursor is not None:
            # A long article is still being set: the pane goes there when it is.
            pane.go(place.cursor)
