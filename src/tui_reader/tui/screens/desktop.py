"""The main screen's furniture: panes, focus, header, footer. What it does is in the modules built on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.layout import Layout
from textual.widget import Widget

from tui_reader.model.article import Article
from tui_reader.text.counts import grouped, some
from tui_reader.tui.commands import FILTER, LIST, MARKS, PANEL, SELECT, TEXT, Command, footer_keys
from tui_reader.tui.desk import Desk, DeskLayout
from tui_reader.tui.gathering import speaker_of
from tui_reader.tui.listing import Everything, Listing
from tui_reader.tui.more_commands import FILTER_COMMANDS
from tui_reader.tui.screens.barred import PROMPT_KEYS, BarredScreen
from tui_reader.tui.widgets.bars import Where
from tui_reader.tui.widgets.bookmark_panel import BookmarkPanel
from tui_reader.tui.widgets.lines import LineView
from tui_reader.tui.widgets.quote_panel import QuotePanel
from tui_reader.tui.widgets.reading_pane import ReadingPane
from tui_reader.tui.widgets.sidebar import FilterBar, Sidebar
from tui_reader.workspace import Workspace

if TYPE_CHECKING:
    from tui_reader.model.quote import Quote
    from tui_reader.tui.widgets.query import Query

_PANE_OF = {"sidebar": "sidebar", "query": "sidebar", "quotes": "panel", "bookmarks": "panel"}
"""Which foldable pane a widget is part of."""


class Desktop(BarredScreen[None]):
    """The panes and what the screen knows; subclasses add what it does."""

    def __init__(self, workspace: Workspace, commands: Sequence[Command]) -> None:
        super().__init__(commands)
        self.workspace = workspace
        self.filter_bar = FilterBar(id="filter")
        self.sidebar = Sidebar(id="sidebar")
        self.pane = ReadingPane(id="pane")
        self.quote_panel = QuotePanel(id="quotes")
        self.bookmark_panel = BookmarkPanel(id="bookmarks")
        memory = workspace.memory
        self.desk = Desk(sidebar=memory.recall("sidebar", True), panel=memory.recall("panel", True))
        self._desk_layout = DeskLayout(self.desk)
        self.everything = Everything()
        self.hits: Listing = self.everything
        """What the list shows: every article, or the answers to the query."""
        self.article: Article | None = None
        self.quotes: tuple[Quote, ...] = ()
        self.tints: dict[str, int] = {}
        """Speaker to tint, in the order they were first met."""
        self.query_text = ""
        self.looking = ""
        """The query that is still being answered, where that takes long: `hits` are those found so far."""
        self._query_field: Query | None = None
        self.arriving = True
        self.trouble = ""

    @property
    def query_field(self) -> Query:
        """The filter field; made when it is first wanted, because it is the dearest of all widgets to start with."""
        if self._query_field is None:
            from tui_reader.tui.widgets.query import Query

            self._query_field = Query(id="query", select_on_focus=False)
            self.mount(self._query_field)
        return self._query_field

    @property
    def filter_has_focus(self) -> bool:
        """Whether what is typed goes into the filter field."""
        return self._query_field is not None and self.focused is self._query_field

    @property
    def layout(self) -> Layout:
        """The one flat arrangement of `desk`."""
        return self._desk_layout

    def compose(self) -> ComposeResult:
        """Every pane, seen or not."""
        yield self.header
        yield self.filter_bar
        yield self.sidebar
        yield self.pane
        yield self.quote_panel
        yield self.bookmark_panel
        yield self.footer

    # ------------------------------------------------------------------ commands

    @property
    def context(self) -> str:
        """Where the focus is, in the words of `commands`."""
        focused = self.focused
        if focused is self.sidebar:
            return LIST
        if focused is self.quote_panel:
            return PANEL
        if focused is self.bookmark_panel:
            return MARKS
        if isinstance(focused, LineView) or focused is None:
            return SELECT if self.pane.passage is not None else TEXT
        return FILTER

    def action_do(self, command_id: str) -> None:
        """Do what the key pressed stands for where the focus is.

        One key may stand for several commands in different places (`a` groups quotations and narrows bookmarks).
        """
        keys = next(command.keys for command in self.commands if command.id == command_id)
        place = self.context
        for command in self.commands:
            if place in command.where and (command.id == command_id or set(command.keys) & set(keys)):
                self.run_command(command.id)
                return

    def run_command(self, command_id: str) -> None:
        """Do one command, whatever called for it: a key, a click, the palette."""
        super().run_command(command_id)
        self.tell_place()

    # ------------------------------------------------------------------ what the bars say

    def tell_place(self) -> None:
        """Bring header and footer up to date."""
        width = self.size.width
        place = self.context
        narrow = not (self.desk.beside("sidebar", width) and self.desk.beside("panel", width))
        keys = footer_keys(self.commands, place, narrow, self.idle_commands())
        if place == FILTER:
            keys = self.filter_keys() if self.filter_has_focus else PROMPT_KEYS
        self.footer.keys = tuple((key, self.footer_word(command, word), command) for key, word, command in keys)
        alone = self.article is not None and not self.desk.shows("sidebar", width)
        self.header.where = Where(
            corpus="" if alone else self.workspace.name,
            count=self._count(),
            title=self.article.title if self.article is not None and alone else "",
            bookmarks=len(self.bookmark_panel.everything),
            percent=self.pane.percent if self.article is not None else None,
            theme=self.app.theme,
            trouble=self.trouble,
        )

    def footer_word(self, command: str, word: str) -> str:
        """What the footer calls a command now; `word` is what it does as a rule."""
        return word

    def filter_keys(self) -> tuple[tuple[str, str, str], ...]:
        """What the footer shows in the filter field."""
        return footer_keys(FILTER_COMMANDS, FILTER, narrow=False)

    def idle_commands(self) -> set[str]:
        """Commands that would do nothing now, and have no place in the footer."""
        idle = set() if self.pane.matches else {"next_match"}
        if not self.quotes:
            idle.add("next_quote")
        return idle

    def _count(self) -> str:
        total = len(self.workspace.library)
        if self.arriving:
            return f"reading {grouped(total)} …"
        if self.looking:
            return "searching …"
        if self.query_text:
            return f"{grouped(self.hits.total)} of {grouped(total)}"
        if not self.desk.shows("sidebar", self.size.width) and self.article is not None:
            return f"{grouped(self.hit_index + 1)} of {grouped(total)}"
        return some(total, "article")

    @property
    def hit_index(self) -> int:
        """Index of the article shown among the hits; -1 when it is not one of them."""
        return self.hits.index_of(self.article)

    # ------------------------------------------------------------------ panes and focus

    def relay(self) -> None:
        """Lay the panes out again after `desk` changed, and remember what is folded."""
        memory = self.workspace.memory
        memory.remember("sidebar", self.desk.sidebar)
        memory.remember("panel", self.desk.panel)
        regions = self.desk.regions(self.app.size)
        if not self._desk_layout.regions:
            # Before the first layout: tell every pane what it will get.
            for pane in self.query(LineView):
                if pane.id in regions:
                    pane.planned = regions[pane.id].size - pane.styles.gutter.totals
            self.tell_place()
        elif regions != self._desk_layout.regions:
            # A widget that asks for a new layout makes its parents forget the old one; the screen itself would not.
            self.pane.refresh(layout=True)
            self.call_after_refresh(self.tell_place)
        else:
            self.tell_place()

    @property
    def panel(self) -> QuotePanel | BookmarkPanel:
        """The list the panel shows."""
        return self.bookmark_panel if self.desk.tab == "bookmarks" else self.quote_panel

    def focus_on(self, widget: Widget) -> None:
        """Give `widget` the focus, uncovering it if it has no place beside the text."""
        pane = {
            "sidebar": "sidebar",
            "query": "sidebar",
            "filter": "sidebar",
            "quotes": "panel",
            "bookmarks": "panel",
        }.get(widget.id or "", "")
        width = self.size.width
        desk = self.desk
        desk.full_list = widget is self._query_field and not desk.fits("sidebar", width)
        if pane and not desk.fits(pane, width):
            desk.over = pane
        else:
            desk.over = ""
            if pane:
                setattr(desk, pane, True)
        # At once and before the new layout: what a layout hides while it has the focus hands it to any neighbour.
        self.set_focus(widget, scroll_visible=False)
        self.relay()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self.tell_place()

    def on_resize(self) -> None:
        """What lay over the text may now have room beside it."""
        width = self.size.width
        if self.desk.over and self.desk.fits(self.desk.over, width):
            setattr(self.desk, self.desk.over, True)
            self.desk.over = ""
        self.call_after_refresh(self.tell_place)

    # ------------------------------------------------------------------ speakers

    def tint_speakers(self, quotes: Sequence[Quote]) -> Mapping[str, int]:
        """A tint for every speaker met so far; the first seven differ."""
        for quote in quotes:
            if quote.speaker is not None:
                self.tints.setdefault(speaker_of(quote), len(self.tints) % 7 + 1)
        return self.tints
