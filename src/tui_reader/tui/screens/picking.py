"""One of several people, in two keys: a digit takes one at once, letters narrow the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip

from tui_reader.model.article import Article
from tui_reader.model.span import Span
from tui_reader.text.folding import fold
from tui_reader.tui.messages import EntryChosen
from tui_reader.tui.widgets.entries import EntryList, entry_line
from tui_reader.tui.widgets.lines import Part, strip
from tui_reader.tui.widgets.passage import Line, around

WIDTH = 78
"""Columns of the list, as in the style sheet."""
NUMBERED = 9
"""Names that have a digit."""


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked."""

    name: str = ""
    """Empty for nobody, and while `ask` is true."""
    ask: bool = False
    """Somebody who is not listed, whose name is still to be asked for."""
    restore: bool = False
    """Whoever the text says: what was decided by hand is taken back."""


class NameList(EntryList):
    """Names under a question; the first nine with their digits."""

    def __init__(
        self,
        question: str,
        names: Sequence[str],
        extras: Sequence[tuple[str, str]],
        passage: tuple[Article, Span] | None = None,
    ) -> None:
        super().__init__(id="names")
        self.head = 4
        self._passage = passage
        self._paragraph: list[Line] = []
        self.typed = ""
        self._question = question
        self._names = list(names)
        self._extras = extras
        """Key and words of what may be picked beside a name."""

    def extend(self, names: Iterable[str]) -> None:
        """More names at the end."""
        known = set(self._names)
        self._names += [name for name in names if name not in known]
        self.fit()
        self.measure()

    def fit(self) -> None:
        """As high as all lines need, as far as the screen allows."""
        if self._passage is not None:
            width = min(WIDTH, self.app.size.width * 24 // 25) - 4
            self._paragraph = around(*self._passage, width, 6 if self.app.size.height >= 30 else 3)
            self.head = 5 + len(self._paragraph)
        self.styles.height = self.head + len(self._names) + len(self._extras) + 1

    def on_mount(self) -> None:
        """No higher than it needs to be."""
        self.fit()

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Key and words of every line now: the names that answer what was typed, then the rest."""
        typed = fold(self.typed).split()
        names = [name for name in self._names if _answers(typed, name)]
        numbered = [(str(n) if n <= NUMBERED else "", name) for n, name in enumerate(names, 1)]
        return [*numbered, *self._extras]

    def heights(self, width: int) -> Iterable[int]:
        """One line each."""
        return [1] * len(self.rows)

    def draw_head(self, row: int, width: int) -> Strip:
        """The question, the paragraph it is about, and what was typed."""
        if row == 1:
            return strip([(f"  {self._question}", self.look("list--title"))], width, self.look())
        if 2 <= row < self.head - 3:
            looks = (self.look("list--quiet"), self.look("list--match"))
            parts = [(text, looks[inside]) for text, inside in self._paragraph[row - 2]]
            return strip([("  ", self.look()), *parts], width, self.look())
        if row == self.head - 2:
            words = self.typed or "a digit takes one, letters narrow the list"
            look = self.look() if self.typed else self.look("list--quiet")
            return strip([("  ", look), (words, look)], width, self.look())
        return Strip.blank(width, self.look())

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """A digit and a name."""
        key, words = self.rows[index]
        named = index < len(self.rows) - len(self._extras)
        parts: list[Part] = [(f"{key:>1}  ", self.look("list--accent"))]
        return entry_line(self, [*parts, (words, self.look("list--plain" if named else "list--quiet"))], width, current)


class PickScreen(ModalScreen[Picked | None]):
    """Asks for a person; answers with the choice, or None when it was left."""

    CSS_PATH = "modal.tcss"
    BINDINGS: ClassVar = [("down", "move(1)"), ("up", "move(-1)"), ("pagedown", "move(10)"), ("pageup", "move(-10)")]

    def __init__(
        self,
        question: str,
        names: Sequence[str],
        *,
        others: bool = False,
        restorable: bool = False,
        passage: tuple[Article, Span] | None = None,
    ) -> None:
        """With `others`, nobody and somebody who is not listed may be picked too; the paragraph of `passage` is shown.

        With `restorable`, what was decided before may be taken back.
        """
        super().__init__()
        extras = [("+", "somebody else …"), ("0", "nobody")] if others else []
        if restorable:
            extras.append(("=", "as the text says: takes your correction back"))
        self._extras = {key for key, _ in extras}
        self.names = NameList(question, names, extras, passage)

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self.names

    def action_move(self, by: int) -> None:
        """Up and down."""
        self.names.move_line(by)

    def on_key(self, event: events.Key) -> None:
        """Digits pick, letters narrow, backspace widens."""
        if event.key in ("down", "up", "pagedown", "pageup"):
            return
        event.stop()
        if event.key in ("escape", "ctrl+c"):
            self.dismiss(None)
        elif event.key == "enter":
            self.names.choose()
        elif event.key == "backspace":
            self._type(self.names.typed[:-1])
        elif event.character and event.character.isprintable():
            self._press(event.character)

    def _press(self, character: str) -> None:
        rows = self.names.rows
        index = next((i for i, (key, _) in enumerate(rows) if key == character), -1)
        if index >= 0:
            self._pick(index)
        elif not character.isdigit():
            self._type(self.names.typed + character)

    def _type(self, typed: str) -> None:
        self.names.typed, self.names.index = typed.lstrip(), 0
        self.names.measure()

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """This one."""
        message.stop()
        self._pick(message.index)

    def _pick(self, index: int) -> None:
        key, words = self.names.rows[index]
        key = key if key in self._extras else ""
        if key == "0":
            self.dismiss(Picked())
        elif key == "=":
            self.dismiss(Picked(restore=True))
        elif key == "+":
            typed = self.names.typed.strip()
            self.dismiss(Picked(typed, ask=not typed))
        else:
            self.dismiss(Picked(words))


def _answers(typed: Sequence[str], name: str) -> bool:
    words = fold(name).split()
    return all(any(word.startswith(letters) for word in words) for letters in typed)
