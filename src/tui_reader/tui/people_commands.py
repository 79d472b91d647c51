"""The commands of the screens over the whole corpus: speakers, and the audit of attributions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui_reader.tui.commands import Command, remapped

PEOPLE, SAID, AUDIT = "people", "said", "audit"
"""Where the focus is: everyone quoted, what one of them said, the list of doubtful attributions."""

_BOTH, _QUOTES, _ALL = {PEOPLE, SAID}, {SAID, AUDIT}, {PEOPLE, SAID, AUDIT}


def _c(id: str, keys: str, title: str, footer: str, where: set[str]) -> Command:  # noqa: A002
    return Command(id, tuple(keys.split()), title, "On the speakers screen", footer, frozenset(where))


PEOPLE_COMMANDS: tuple[Command, ...] = (
    _c("open", "enter", "To the place in the text; on a person, to what they said", "to the text", _QUOTES),
    _c("said", "enter", "To what the person said", "what they said", {PEOPLE}),
    _c("topic", "slash", "Who said anything about a topic, and what", "topic", _BOTH),
    _c("find_person", "f", "Narrow the people by name", "find", {PEOPLE}),
    _c("correct", "c", "Correct the speaker of the quotation", "correct", _QUOTES),
    _c("bookmark", "b", "Bookmark the quotation", "bookmark", _QUOTES),
    _c("copy", "y", "Copy the quotation with its source", "copy", _QUOTES),
    _c("merge", "M", "Merge the person with another", "merge", _BOTH),
    _c("rename", "R", "Show the person under another name", "rename", _BOTH),
    _c("split", "S", "Split a spelling off the person", "split", _BOTH),
    _c("evidence", "i", "Show how the speaker is known", "evidence", _QUOTES),
    _c("counts", "d", "Counts of the person by article and date", "counts", _BOTH),
    _c("kinds", "K", "Quotations: direct, fragments, reported, all", "kinds", _ALL),
    _c("audit", "A", "Attributions that deserve a look", "audit", _BOTH),
    _c("speakers", "s", "Everyone quoted, and what they said", "speakers", {AUDIT}),
    _c("decisions", "D", "Everything decided by hand: look, take back", "decisions", _ALL),
    _c("undo", "u", "Take the last change back", "", _ALL),
    _c("cite", "Y", "Copy the citation alone", "", _QUOTES),
    _c("back", "escape q ctrl+c", "Back: drop the topic or the name, then leave", "back", _ALL),
    _c("other_list", "tab shift+tab left right h l", "The other list", "", _BOTH),
    _c("down", "j down", "Next entry", "", _ALL),
    _c("up", "k up", "Previous entry", "", _ALL),
    _c("page_down", "space pagedown ctrl+f", "Page down", "", _ALL),
    _c("page_up", "pageup ctrl+b", "Page up", "", _ALL),
    _c("top", "g home", "First entry", "", _ALL),
    _c("bottom", "G end", "Last entry", "", _ALL),
    _c("theme", "t", "Next theme", "", _ALL),
    _c("help", "question_mark f1", "These keys", "help", _ALL),
    _c("palette", "ctrl+p", "These commands", "", _ALL),
)
"""`do_<id>` of `PeopleScreen` and its subclasses does it."""


def with_own_keys(commands: Sequence[Command], keymap: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands of these screens with the user's keys; those of the main screen that are here too keep its keys."""
    keys = {command.id: command.keys for command in commands if command.id in _SHARED}
    return remapped((replace(command, keys=keys.get(command.id, command.keys)) for command in PEOPLE_COMMANDS), keymap)


_SHARED = frozenset(
    {"correct", "bookmark", "copy", "cite", "undo", "evidence", "audit", "speakers", "theme", "help", "palette"}
)
