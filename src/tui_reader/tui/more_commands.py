"""The commands of places that have keys of their own: the filter field and the list of passages."""

from __future__ import annotations

from tui_reader.tui.commands import FILTER, Command

PASSAGES = "passages"
"""Where the focus is in the list of all passages of a query."""


def _c(place: str, id: str, keys: str, title: str, footer: str = "") -> Command:  # noqa: A002
    group = "In the filter field" if place == FILTER else "In the list of passages"
    return Command(id, tuple(keys.split()), title, group, footer, frozenset({place}))


FILTER_COMMANDS: tuple[Command, ...] = (
    _c(
        FILTER,
        "open_first",
        "enter",
        "Open the first article found; with none, take the word offered",
        "open the first",
    ),
    _c(FILTER, "open_list", "down tab", "To the list; down in earlier queries, the next one", "list"),
    _c(FILTER, "older_query", "up ctrl+r", "The query asked before", "earlier queries"),
    _c(FILTER, "back", "escape", "Leave the field; a second time clears it", "leave"),
)
"""`do_<id>` of the main screen does it; the keys are those of the field (`widgets/query.py`)."""

PASSAGES_COMMANDS: tuple[Command, ...] = (
    _c(PASSAGES, "go", "enter", "Go to the passage in its article", "go there"),
    _c(PASSAGES, "left", "l", "Sort by the words before it, the nearest first; again reverses", "by word left"),
    _c(PASSAGES, "right", "r", "Sort by the words after it; again reverses", "by word right"),
    _c(PASSAGES, "export", "x", "Write the passages to a file as CSV, in the order shown", "export"),
    _c(PASSAGES, "back", "escape q ctrl+c", "Back to where you were", "back"),
    _c(PASSAGES, "right2", "R", "Sort by the second word after it; again reverses", "by second right"),
    _c(PASSAGES, "keyword", "w", "Sort by the passage itself; again reverses", "by passage"),
    _c(PASSAGES, "position", "p", "In the order found; again reverses", "as found"),
    _c(PASSAGES, "down", "j down", "Next passage"),
    _c(PASSAGES, "up", "k up", "Previous passage"),
    _c(PASSAGES, "page_down", "space pagedown ctrl+f", "Page down"),
    _c(PASSAGES, "page_up", "pageup ctrl+b", "Page up"),
    _c(PASSAGES, "top", "g home", "First passage"),
    _c(PASSAGES, "bottom", "G end", "Last passage"),
    _c(PASSAGES, "help", "question_mark f1", "These keys", "help"),
    _c(PASSAGES, "palette", "ctrl+p", "These commands"),
)
"""`do_<id>` of `ConcordanceScreen` does it."""
