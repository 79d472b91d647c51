"""Every command once: id, keys, words, where it works. Footer, help, palette and keymap are derived from here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from tui_reader.tui.keynames import key_name

LIST, TEXT, PANEL, MARKS, SELECT, FILTER = "list", "text", "quotes", "bookmarks", "select", "filter"
"""Where the focus is: the sidebar, the text, the panel's two tabs, the text while selecting, the filter field."""
ANYWHERE = frozenset({LIST, TEXT, PANEL, MARKS, SELECT})
READING = frozenset({TEXT, SELECT})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader does. `do_<id>` of the main screen does it."""

    id: str
    keys: tuple[str, ...]
    """Textual key names, the one shown first."""
    title: str
    """In the help and the palette; begins with a verb."""
    group: str
    footer: str = ""
    """The word in the footer; empty keeps it out."""
    where: frozenset[str] = ANYWHERE
    """Contexts in which the key works."""
    shown: frozenset[str] = frozenset()
    """Contexts whose footer shows it; empty means all of `where`."""

    @property
    def label(self) -> str:
        """The first key as people write it."""
        return key_label(self.keys[0]) if self.keys else ""


_LABELS = {
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "number_sign": "#",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "colon": ":",
    "escape": "esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}


def key_label(key: str) -> str:
    """A key as people write it: `slash` is `/`, `upper_b` or `B` is `B`."""
    return _LABELS.get(key, key.removeprefix("upper_") if key.startswith("upper_") else key)


def _c(
    id: str,  # noqa: A002
    keys: str,
    title: str,
    group: str,
    footer: str = "",
    where: Iterable[str] = ANYWHERE,
    shown: Iterable[str] = (),
) -> Command:
    return Command(id, tuple(keys.split()), title, group, footer, frozenset(where), frozenset(shown))


_IN_TEXT = {TEXT}
_LISTS = {LIST, PANEL, MARKS}
_PASSAGES = {LIST, TEXT, PANEL, SELECT}

COMMANDS: tuple[Command, ...] = (
    # The order here is the order in the footer: most useful first.
    _c("open", "enter", "Open, go there", "Moving", "open", _LISTS),
    _c("correct", "c", "Correct the speaker of a quotation", "Quotations", "correct", _PASSAGES, {PANEL}),
    _c("keep", "enter", "Bookmark the selection", "Bookmarks", "bookmark", {SELECT}),
    _c("filter", "slash", "Filter the articles", "Finding", "filter", ANYWHERE, {LIST, TEXT}),
    _c("next_match", "n", "Next match, on into the next article", "Finding", "next match", ANYWHERE, _IN_TEXT | {LIST}),
    _c("concordance", "C", "All passages of the query, one a line", "Finding", "all passages", ANYWHERE, {LIST}),
    _c("save_query", "S", "Save the query under a name", "Finding", "save the query", ANYWHERE, {LIST}),
    _c("queries", "Q", "Saved queries: run one, d deletes it", "Finding"),
    _c("names", "V", "Find names in other spellings too, or as they are written only", "Finding"),
    _c("return", "ctrl+o", "Return to the place before the last jump", "Moving", "return", ANYWHERE, {TEXT}),
    _c("next_quote", "full_stop", "Next quotation", "Moving", "next quote", ANYWHERE, {TEXT}),
    _c(
        "bookmark",
        "b",
        "Bookmark the selection, or the sentence or quotation under the cursor",
        "Bookmarks",
        "bookmark",
        _PASSAGES,
        {TEXT, PANEL, SELECT},
    ),
    _c(
        "bookmark_note",
        "B",
        "Bookmark it with a note",
        "Bookmarks",
        "with a note",
        _PASSAGES,
        {SELECT},
    ),
    _c("edit_note", "e", "Edit the note of a bookmark", "Bookmarks", "edit note", {MARKS}),
    _c("delete", "d delete", "Delete a bookmark", "Bookmarks", "delete", {MARKS}),
    _c("undo", "u", "Undo the last change to a bookmark, speaker or person", "Bookmarks", "undo", ANYWHERE, {MARKS}),
    _c("reshape", "v", "Change the bounds of a bookmark's passage; its note and date stay", "Bookmarks", "", {MARKS}),
    _c("search_marks", "f", "Search the bookmarks: words, #tag", "Bookmarks", "search", {MARKS}),
    _c("tags", "number_sign", "Tags of a bookmark", "Bookmarks", "tags", {MARKS}),
    _c("kind", "c", "Kind of a bookmark: bookmark, highlight, comment", "Bookmarks", "kind", {MARKS}),
    _c("export", "x", "Write the bookmarks listed to a file", "Bookmarks", "export", {MARKS}),
    _c("order", "o", "Order of the bookmarks: by article, newest, by speaker", "Bookmarks", "", {MARKS}),
    _c("trash", "T", "Trash: deleted bookmarks, d brings one back", "Bookmarks", "", ANYWHERE),
    _c("scope", "a", "Bookmarks of this article only, or of all", "Bookmarks", "this article / all", {MARKS}),
    _c(
        "only_speaker",
        "r",
        "Quotations of this speaker only, or of everybody",
        "Quotations",
        "only this speaker",
        {PANEL},
    ),
    _c("group", "a", "Quotations by speaker, or in order", "Quotations", "by speaker", {PANEL}),
    _c("evidence", "i", "Show how the speaker of a quotation is known", "Quotations", "evidence", _PASSAGES, {PANEL}),
    _c("find_quote", "f", "Find in the quotations", "Quotations", "find", {PANEL}),
    _c("quote_kinds", "K", "Quotations: direct, fragments, reported, all", "Quotations", "kinds", _PASSAGES, {PANEL}),
    _c("speakers", "s", "Speakers: everyone quoted, and what they said", "Quotations", "speakers", ANYWHERE, {PANEL}),
    _c("audit", "A", "Audit: attributions that deserve a look", "Quotations"),
    _c("select", "v", "Select from the sentence under the cursor", "Selecting", "select", {LIST, TEXT}, {TEXT}),
    _c(
        "widen",
        "plus equals_sign",
        "Widen the selection: word, sentence, paragraph",
        "Selecting",
        "widen",
        READING,
        {SELECT},
    ),
    _c("narrow", "minus", "Narrow the selection", "Selecting", "narrow", READING, {SELECT}),
    _c("other_end", "x", "Move the other end of the selection", "Selecting", "other end", {SELECT}),
    _c("copy", "y", "Copy the passage with its source", "Copying", "copy", ANYWHERE, {TEXT, PANEL, MARKS, SELECT}),
    _c("cite", "Y", "Copy the citation alone", "Copying"),
    _c(
        "bookmarks",
        "m",
        "Show the bookmarks, or the quotations again",
        "Bookmarks",
        "bookmarks",
        ANYWHERE,
        {TEXT, PANEL},
    ),
    _c("next_pane", "tab", "Next pane", "Moving", "pane", ANYWHERE, {LIST, TEXT, PANEL, MARKS}),
    _c("previous_pane", "shift+tab", "Previous pane", "Moving"),
    _c("back", "escape", "Back one level", "Moving", "back", ANYWHERE, {SELECT}),
    _c("down", "j down", "Line down; in a list the next entry", "Moving"),
    _c("up", "k up", "Line up; in a list the previous entry", "Moving"),
    _c("next_sentence", "right l", "Next sentence", "Moving", "", ANYWHERE),
    _c("previous_sentence", "left h", "Previous sentence", "Moving", "", ANYWHERE),
    _c("next_paragraph", "right_curly_bracket", "Next paragraph", "Moving", "", ANYWHERE),
    _c("previous_paragraph", "left_curly_bracket", "Previous paragraph", "Moving", "", ANYWHERE),
    _c("page_down", "space pagedown ctrl+f", "Page down", "Moving"),
    _c("page_up", "pageup ctrl+b", "Page up", "Moving"),
    _c("half_down", "ctrl+d", "Half a page down", "Moving"),
    _c("half_up", "ctrl+u", "Half a page up", "Moving"),
    _c("top", "g home", "To the top", "Moving"),
    _c("bottom", "G end", "To the bottom", "Moving"),
    _c("next_article", "right_square_bracket", "Next article", "Moving"),
    _c("previous_article", "left_square_bracket", "Previous article", "Moving"),
    _c("previous_quote", "comma", "Previous quotation", "Moving", "", ANYWHERE),
    _c("next_bookmark", "greater_than_sign", "Next bookmark in the text", "Moving", "", ANYWHERE),
    _c("previous_bookmark", "less_than_sign", "Previous bookmark in the text", "Moving", "", ANYWHERE),
    _c("previous_match", "N", "Previous match", "Finding"),
    _c("find", "f", "Find in this article", "Finding"),
    _c("paragraph", "colon", "Go to a paragraph by its number", "Finding"),
    _c("outline", "o", "Outline: the headings of this article", "Finding", "", {TEXT, LIST}),
    _c("sidebar", "1", "Show or hide the articles", "Looks", "articles", ANYWHERE, frozenset({"narrow"})),
    _c("alone", "2", "The text alone", "Looks"),
    _c("panel", "3", "Show or hide the panel", "Looks", "quotes", ANYWHERE, frozenset({"narrow"})),
    _c("numbers", "p", "Paragraph numbers", "Looks"),
    _c("folds", "z", "Open or fold the lines that are not part of the article", "Looks"),
    _c("width", "w", "Width of the column", "Looks"),
    _c("theme", "t", "Next theme", "Looks"),
    _c("edit", "E", "Open the article in $EDITOR", "Other", "", {TEXT, LIST, PANEL}),
    _c("read_again", "ctrl+r", "Read the article again, after its file was changed elsewhere", "Other"),
    _c("help", "question_mark f1", "Help: all keys", "Other", "help", ANYWHERE, ANYWHERE),
    _c("palette", "ctrl+p", "All commands", "Other", "all commands", ANYWHERE, ANYWHERE),
    _c("quit", "q", "Close what is open, then quit", "Other"),
)


def remapped(table: Iterable[Command], keymap: Mapping[str, str]) -> tuple[Command, ...]:
    """The commands of a table with the user's keys; one for which no key was named that there is keeps its own."""
    return tuple(
        replace(command, keys=_keys(keymap[command.id], command.keys)) if command.id in keymap else command
        for command in table
    )


def _written(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]


def _keys(written: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """Nothing written takes the keys away."""
    names = [key_name(key) for key in _written(written)]
    return tuple(name for name in names if name is not None) or (own if names else ())


def with_keymap(keymap: Mapping[str, str]) -> tuple[tuple[Command, ...], list[str]]:
    """The commands with the user's keys, and one line for each entry of `keymap` that cannot be obeyed.

    An id that stands in several tables (`down`) is changed in all of them; the filter field is a line like any other
    and keeps its keys.
    """
    if not keymap:
        return COMMANDS, []
    from tui_reader.tui.more_commands import PASSAGES_COMMANDS  # these tables are wanted later, or never
    from tui_reader.tui.people_commands import with_own_keys

    commands = remapped(COMMANDS, keymap)
    tables = (commands, remapped(PASSAGES_COMMANDS, keymap), with_own_keys(commands, keymap))
    known = {command.id: command for table in reversed(tables) for command in table}
    problems = [
        f"keymap: no command is called {name!r}; the ids stand in docs/keys.md" for name in keymap if name not in known
    ]
    for name in (name for name in keymap if name in known):
        kept = " ".join(map(key_label, known[name].keys))
        problems += [
            f"keymap: {key!r} is no key; {name!r} has {kept}" for key in _written(keymap[name]) if key_name(key) is None
        ]
    for table in tables:
        problems += _clashes(table, keymap)
    return commands, list(dict.fromkeys(problems))


def _clashes(table: Iterable[Command], keymap: Mapping[str, str]) -> list[str]:
    problems = []
    taken: dict[tuple[str, str], str] = {}
    for command in table:
        for key in command.keys:
            for place in sorted(command.where):
                other = taken.setdefault((place, key), command.id)
                if other != command.id and (other in keymap or command.id in keymap):
                    problems.append(f"keymap: {key_label(key)!r} is wanted by both {other!r} and {command.id!r}")
    return problems


def footer_keys(
    commands: Iterable[Command], place: str, narrow: bool, idle: Collection[str] = ()
) -> tuple[tuple[str, str, str], ...]:
    """Key, word and id of what the footer shows where the focus is, in order; in a narrow terminal the panes first.

    Commands that are `idle` are left out.
    """
    shown = [
        (command.label, command.footer, command.id)
        for command in commands
        if command.footer
        and command.keys
        and command.id not in idle
        and place in command.where
        and place in (command.shown or command.where)
    ]
    if narrow and place != SELECT:
        panes = [(c.label, c.footer, c.id) for c in commands if "narrow" in c.shown and c.keys]
        return (*panes, *shown)
    return tuple(shown)
