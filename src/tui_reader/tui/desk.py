"""Where the panes lie: one flat arrangement, computed from the terminal's size and what is folded away.

Nested containers cost a fifth of the start-up time of a Textual program (measured), and overlays need places of
their own anyway; so the main screen has this one layout instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement

if TYPE_CHECKING:
    from textual.widget import Widget

SIDEBAR_FITS = 84
"""Columns from which the sidebar can stand beside the text."""
PANEL_FITS = 112
"""Columns from which the panel can stand there too."""


@dataclass(slots=True)
class Desk:
    """Which panes are wanted, and where that puts them."""

    sidebar: bool = True
    panel: bool = True
    tab: str = "quotes"
    """Which of the panel's two lists is shown: `quotes` or `bookmarks`."""
    over: str = ""
    """`sidebar` or `panel` while it lies over the text because there is no room beside it."""
    prompt: bool = False
    """Whether the line above the footer asks for something."""
    full_list: bool = False
    """The list takes the whole width while a filter is typed into a narrow terminal."""

    def beside(self, pane: str, width: int) -> bool:
        """Whether `pane` stands beside the text at this width."""
        fits = SIDEBAR_FITS if pane == "sidebar" else PANEL_FITS
        return width >= fits and bool(getattr(self, pane))

    def shows(self, pane: str, width: int) -> bool:
        """Whether `pane` can be seen at all."""
        return self.beside(pane, width) or (self.over == pane and not self.fits(pane, width))

    @staticmethod
    def fits(pane: str, width: int) -> bool:
        """Whether there is room for `pane` beside the text at this width."""
        return width >= (SIDEBAR_FITS if pane == "sidebar" else PANEL_FITS)

    def regions(self, size: Size) -> dict[str, Region]:
        """The region of every pane, by widget id; a pane without a region is not shown."""
        width, height = size
        body = max(1, height - 2 - self.prompt)
        side = min(60, max(28, width * 3 // 10)) if self.beside("sidebar", width) else 0
        panel = min(48, max(28, width * 26 // 100)) if self.beside("panel", width) else 0
        regions = {
            "header": Region(0, 0, width, 1),
            "pane": Region(side, 1, width - side - panel, body),
            "footer": Region(0, height - 1, width, 1),
        }
        if self.prompt:
            regions["prompt"] = Region(0, height - 2, width, 1)
        if not side and self.over == "sidebar":
            side = width if self.full_list else min(width, max(28, width // 2))
        if side:
            # A low terminal has no row to spare between the count and the list.
            bar = 4 if height >= 30 else 3
            regions["filter"] = Region(0, 1, side, bar)
            regions["query"] = Region(3, 2, max(1, side - 5), 1)
            regions["sidebar"] = Region(0, 1 + bar, side, max(1, body - bar))
        if not panel and self.over == "panel":
            panel = min(width, max(36, width // 2))
        if panel:
            regions[self.tab] = Region(width - panel, 1, panel, body)
        return regions


class DeskLayout(Layout):
    """Places the children of the main screen by their ids."""

    name = "desk"

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.regions: dict[str, Region] = {}
        """Where everything was put last."""

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Place every child that has a region; what lies over another comes later in the order."""
        regions = self.regions = self.desk.regions(size)
        return [
            WidgetPlacement(regions[child.id], NULL_OFFSET, NULL_SPACING, child, _ORDER.get(child.id, 1))
            for child in children
            if child.id in regions
        ]


_ORDER = {"pane": 0, "query": 2, "prompt": 2}
