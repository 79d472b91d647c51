"""The main screen: routes what is left, quits."""

from __future__ import annotations

from time import monotonic

from tui_reader.model.blocks import BlockKind
from tui_reader.tui.messages import (
    CommandPressed,
    FilterLeft,
    SpeakerChosen,
    TabChosen,
)
from tui_reader.tui.screens.editing import Editing
from tui_reader.tui.themes import THEME_NAMES
from tui_reader.tui.widgets.reading_pane import ReadingPane


class MainScreen(Editing):
    """The reader."""

    _cancelled_at = 0.0

    # ------------------------------------------------------------------ focus

    def do_filter(self) -> None:
        """`/`."""
        self.index_articles()
        self.focus_on(self.query_field)

    def on_filter_left(self, message: FilterLeft) -> None:
        """Down goes to the list; tab may take a word; escape leaves the field, and clears it the second time.

        A search that takes long it ends at once.
        """
        message.stop()
        if not (message.take and self.take_nearest()):
            if self.looking and not message.to_list:
                self.query_field.value = ""
            listed = message.to_list or self.query_field.value or self.desk.beside("sidebar", self.size.width)
            self.focus_on(self.sidebar if listed else self.pane)
            self.desk.full_list = False
            self.relay()

    def do_open_first(self) -> None:
        """The footer's `enter` while filtering."""
        self.on_query_entered()

    def do_open_list(self) -> None:
        """The footer's `↓` while filtering."""
        self.focus_on(self.sidebar)

    def do_next_pane(self) -> None:
        """`tab`."""
        self._walk_panes(1)

    def do_previous_pane(self) -> None:
        """`shift+tab`."""
        self._walk_panes(-1)

    def _walk_panes(self, by: int) -> None:
        panes = [self.sidebar, self.pane, self.panel]
        here = next((i for i, pane in enumerate(panes) if pane is self.focused), 0)
        self.focus_on(panes[(here + by) % len(panes)])

    def do_back(self) -> None:
        """`esc`: one level."""
        pane, width = self.pane, self.size.width
        if pane.passage is not None:
            self.drop_passage()
        elif self.leave_marks():
            pass
        elif self.desk.over:
            self.focus_on(pane)
        elif self.find_words:
            self.find_words = ""
            self.show_matches(go=False)
        elif self.leave_quotes():
            pass
        elif self.query_text:
            self.query_field.value = ""
        elif self.focused is not self.sidebar and self.desk.beside("sidebar", width):
            self.focus_on(self.sidebar)

    def do_sidebar(self) -> None:
        """`1`."""
        self._toggle("sidebar")

    def do_panel(self) -> None:
        """`3`."""
        self._toggle("panel")

    def _toggle(self, pane: str) -> None:
        desk, width = self.desk, self.size.width
        if desk.shows(pane, width):
            if desk.over == pane:
                desk.over = ""
            else:
                setattr(desk, pane, False)
            self.focus_on(self.pane)
        else:
            self.focus_on(self.sidebar if pane == "sidebar" else self.panel)

    def do_alone(self) -> None:
        """`2`: fold both panes away, or bring both back."""
        width = self.size.width
        alone = not (self.desk.shows("sidebar", width) or self.desk.shows("panel", width))
        self.desk.sidebar = self.desk.panel = alone
        self.focus_on(self.pane)

    def on_tab_chosen(self, message: TabChosen) -> None:
        """A click on a tab."""
        message.stop()
        self.show_tab(message.tab)

    def on_speaker_chosen(self, message: SpeakerChosen) -> None:
        """Only this speaker, or everybody again."""
        message.stop()
        panel = self.quote_panel
        quote, panel.only = panel.current, "" if panel.only == message.name else message.name
        panel.keep(quote)
        self.light_quote()

    def do_only_speaker(self) -> None:
        """`r` in the quotations."""
        from tui_reader.tui.gathering import speaker_of

        panel = self.quote_panel
        if panel.count:
            self.on_speaker_chosen(SpeakerChosen(panel.only or speaker_of(panel.quotes[panel.index])))

    def do_group(self) -> None:
        """`a` in the quotations."""
        quote, self.quote_panel.grouped = self.quote_panel.current, not self.quote_panel.grouped
        self.quote_panel.keep(quote)
        self.tell("quotations by speaker" if self.quote_panel.grouped else "quotations in order")

    # ------------------------------------------------------------------ everything else

    def on_command_pressed(self, message: CommandPressed) -> None:
        """What is clicked does what its key does."""
        message.stop()
        self.run_command(message.command)

    def do_outline(self) -> None:
        """`o`: the headings, to go to one."""
        article = self.article
        headings = [b for b in article.blocks if b.kind is BlockKind.HEADING] if article is not None else []
        if article is None or not headings:
            self.tell("this article has no headings")
            return
        from tui_reader.tui.screens.choice import ChoiceScreen

        lines = [b.span.of(article.text)[b.marker :].strip() for b in headings]

        def go(index: int | None) -> None:
            if index is not None:
                self.remember_place()
                self.pane.go(headings[index].span)
                self.focus_on(self.pane)

        self.app.push_screen(ChoiceScreen("Outline", lines), go)

    def do_theme(self) -> None:
        """`t`: the next theme."""
        index = (THEME_NAMES.index(self.app.theme) + 1) % len(THEME_NAMES)
        self.app.theme = THEME_NAMES[index]
        self.workspace.memory.remember("theme", self.app.theme)
        self.tell(f"theme: {self.app.theme.capitalize()}")

    def do_help(self) -> None:
        """`?`."""
        from tui_reader.search.query import LANGUAGE
        from tui_reader.tui.commands import remapped
        from tui_reader.tui.more_commands import FILTER_COMMANDS, PASSAGES_COMMANDS
        from tui_reader.tui.people_commands import with_own_keys
        from tui_reader.tui.screens.help import HelpScreen

        keymap = self.workspace.settings.keymap
        passages, people = remapped(PASSAGES_COMMANDS, keymap), with_own_keys(self.commands, keymap)
        notes = [
            f"bookmarks: {self.workspace.annotations.path}",
            f"settings: {self.workspace.settings.file}",
        ]
        self.app.push_screen(HelpScreen((*self.commands, *FILTER_COMMANDS, *passages, *people), notes, LANGUAGE))

    def do_quit(self) -> None:
        """`q`: close what is open, then quit."""
        if self.desk.over or self.pane.passage is not None:
            self.do_back()
        else:
            self.app.exit()

    def action_interrupt(self) -> None:
        """`ctrl+c`: cancel; twice within two seconds quits."""
        if monotonic() - self._cancelled_at < 2:
            self.app.exit()
            return
        self._cancelled_at = monotonic()
        self.do_back()
        self.tell("ctrl+c again quits; q quits too")


__all__ = ["MainScreen", "ReadingPane"]
