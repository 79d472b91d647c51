"""Tending what was kept: tags, kinds, searching, sorting, the trash, new bounds, lost passages, handing it all over."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.model.errors import ReaderError
from tui_reader.model.span import Span
from tui_reader.text.counts import some
from tui_reader.text.gate import harmless_line
from tui_reader.tui.messages import Answered, Stored
from tui_reader.tui.screens.keeping import Keeping
from tui_reader.tui.widgets.bookmark_panel import KINDS, ORDERS

if TYPE_CHECKING:
    from tui_reader.model.annotation import Annotation, Placed

_KIND_NAMES = {"bookmarking": "bookmark", "highlighting": "highlight", "commenting": "comment"}


class Tending(Keeping):
    """What the keys of the bookmark panel do beyond jumping, noting and deleting."""

    _reshaped: str = ""
    """Id of the bookmark whose passage is being chosen anew; empty when a new one would be made."""
    _export_format = ""

    def take_answer(self, message: Answered) -> None:
        """Words to search the bookmarks for, tags, a file name; anything else is asked elsewhere."""
        purposes = {"marks": self._search_marks, "tags": self._set_tags, "export": self._export_to}
        answer = purposes.get(message.purpose)
        if answer is None:
            super().take_answer(message)
            return
        if message.final:
            self.close_prompt(self.bookmark_panel)
        if message.purpose == "marks" or (message.final and message.value is not None):
            answer(message.value or "")

    def _current(self) -> Annotation | None:
        placed = self.bookmark_panel.current
        if placed is None:
            self.tell("there is no bookmark here")
            return None
        return placed.annotation

    # ------------------------------------------------------------------ the list

    def do_search_marks(self) -> None:
        """`f` in the bookmarks."""
        self.ask("marks", "words or #tag", self.bookmark_panel.words)

    def _search_marks(self, words: str) -> None:
        self.bookmark_panel.words = " ".join(words.split())
        self.show_bookmarks()

    def do_order(self) -> None:
        """`o` in the bookmarks."""
        panel = self.bookmark_panel
        panel.order = (panel.order + 1) % len(ORDERS)
        self.show_bookmarks()
        self.tell(f"bookmarks {ORDERS[panel.order]}")

    def do_trash(self) -> None:
        """`T`: what was deleted, or what was not."""
        panel = self.bookmark_panel
        panel.in_trash = not panel.in_trash
        panel.index = 0
        self.show_tab("bookmarks")
        self.place_bookmarks()

    def do_delete(self) -> None:
        """`d`: into the trash; in the trash, back out of it."""
        placed = self.bookmark_panel.current
        if placed is not None and self.bookmark_panel.in_trash:
            self.store(partial(self._restored, placed.annotation.id, undoable=True))
        else:
            super().do_delete()

    def footer_word(self, command: str, word: str) -> str:
        """`d` does the opposite in the trash."""
        return "restore" if command == "delete" and self.bookmark_panel.in_trash else word

    # ------------------------------------------------------------------ one bookmark

    def do_tags(self) -> None:
        """`#`."""
        if (annotation := self._current()) is not None:
            self.ask("tags", "tags, separated by spaces", " ".join(annotation.tags))

    def _set_tags(self, words: str) -> None:
        annotation = self._current()
        if annotation is None:
            return
        tags = [harmless_line(word).lstrip("#") for word in words.replace(",", " ").split()]
        self.change_bookmark(annotation.id, "tags saved", tags=tags)

    def do_kind(self) -> None:
        """`c`: bookmark, highlight, comment."""
        annotation = self._current()
        if annotation is None:
            return
        kinds = list(KINDS)
        kind = kinds[(kinds.index(str(annotation.motivation)) + 1) % len(kinds)]
        self.change_bookmark(annotation.id, f"kind: {_KIND_NAMES[kind]}", motivation=kind)

    def do_reshape(self) -> None:
        """`v` in the bookmarks: choose the bounds of its passage anew; note, tags and date stay."""
        placed = self.bookmark_panel.current
        article = self.workspace.library.get(placed.article or "") if placed is not None else None
        if placed is None or article is None or placed.span is None:
            self.tell("its passage is not in an open article")
            return
        self.reveal(article, placed.span)
        self.focus_on(self.pane)
        self.set_passage(placed.span)
        self._reshaped = placed.annotation.id
        self.tell("+ - and arrows change the passage, enter keeps it, esc leaves it as it was")

    def do_keep(self) -> None:
        """Enter while selecting: the new bounds of the bookmark being reshaped, or a new bookmark."""
        passage, article, identity = self.pane.passage, self.article, self._reshaped
        self._reshaped = ""
        if not identity or passage is None or article is None:
            self.do_bookmark()
            return
        self.pane.passage = None
        self.change_bookmark(identity, "passage changed", article=article, span=passage)

    def drop_passage(self) -> None:
        """Give up selecting, and reshaping with it."""
        self._reshaped = ""
        self.pane.passage = None
        self.pane.refresh()

    def leave_marks(self) -> bool:
        """Take the words off the bookmark list, or close the trash; says whether there was anything to leave."""
        panel = self.bookmark_panel
        if self.focused is not panel or not (panel.words or panel.in_trash):
            return False
        panel.words, panel.in_trash = "", False
        self.show_bookmarks()
        return True

    # ------------------------------------------------------------------ lost passages

    def go_bookmark(self, index: int) -> None:
        """An orphan has no place to go to: offer the likeliest ones."""
        placed = self.bookmark_panel.placed[index]
        if placed.state == "orphan" and not self.bookmark_panel.in_trash:
            self._offer_places(placed)
        else:
            super().go_bookmark(index)

    def _offer_places(self, placed: Placed) -> None:
        """Let the user say where a lost passage is now; nothing is ever attached without being asked for."""
        from tui_reader.annotations.anchoring import candidates
        from tui_reader.tui.screens.choice import ChoiceScreen

        article = self.workspace.library.get(placed.article or "") or self.article
        if article is None:
            self.tell("its article is not open; the bookmark is kept")
            return
        spans = [Span(start, end) for start, end, _ in candidates(placed.annotation.selectors, article.text, 5)]
        if not spans:
            self.tell("these words are no longer in the article, nor any like them; the bookmark is kept")
            return
        lines = [f"¶{article.paragraph_at(s.start)}  {' '.join(s.of(article.text).split())}" for s in spans]

        def attach(index: int | None) -> None:
            if index is None:
                self.tell("left as it is; the bookmark is kept")
                return
            self.change_bookmark(placed.annotation.id, "attached", article=article, span=spans[index])

        words = " ".join(placed.annotation.exact.split())
        self.app.push_screen(ChoiceScreen(f"Where is “{words}” now?  enter attaches it", lines), attach)

    # ------------------------------------------------------------------ handing over

    def do_export(self) -> None:
        """`x`: the bookmarks listed now, as a file."""
        from tui_reader.export.formats import FORMATS, SUFFIXES
        from tui_reader.tui.screens.choice import ChoiceScreen

        count = len(self.bookmark_panel.placed)
        if not count:
            self.tell("there are no bookmarks to write out")
            return
        names = list(FORMATS)
        lines = [f"{name:<10} {SUFFIXES[name]}" for name in names]

        def chosen(index: int | None) -> None:
            if index is not None:
                self._export_format = names[index]
                self.ask("export", "file name", f"bookmarks{SUFFIXES[names[index]]}")

        self.app.push_screen(ChoiceScreen(f"Write {some(count, 'bookmark')} as", lines), chosen)

    def _export_to(self, name: str) -> None:
        from tui_reader.export.files import write_file
        from tui_reader.export.formats import export
        from tui_reader.workspace import export_rows, keep_off

        path = Path(name.strip()).expanduser()
        if not name.strip():
            return
        if path.exists():
            self.tell(f"{harmless_line(str(path))} is there already; nothing was written: choose another name")
            return
        chosen, form = list(self.bookmark_panel.placed), self._export_format

        def work() -> None:
            try:
                keep_off(self.workspace, path)
                write_file(path, export(export_rows(self.workspace, chosen), form))
                news = f"{some(len(chosen), 'bookmark')} written to {harmless_line(str(path.absolute()))}"
            except ReaderError as error:
                news = str(error)
            self.post_message(Stored(news))

        self.run_worker(work, thread=True, group="export")
