"""Keeping passages as bookmarks, with notes, and going back to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tui_reader.model.article import Article
from tui_reader.model.errors import ReaderError
from tui_reader.model.span import Span
from tui_reader.text.counts import some
from tui_reader.tui.messages import BookmarksPlaced, Stored
from tui_reader.tui.screens.selecting import Selecting
from tui_reader.tui.widgets.sidebar import Facts

if TYPE_CHECKING:
    from tui_reader.model.annotation import Annotation, Placed

_SHORT = 40
"""Characters of a quotation or passage in a piece of news."""


class Keeping(Selecting):
    """What `b` and the bookmark panel do."""

    _undo: tuple[Callable[[], Stored], ...] = ()
    """What takes back the last changes, the newest last."""

    def idle_commands(self) -> set[str]:
        """Nothing to undo yet, or no bookmarks to edit."""
        idle = super().idle_commands()
        if not self._undo:
            idle.add("undo")
        if self.bookmark_panel.current is None:
            idle |= {"edit_note", "delete"}
        return idle

    def do_bookmark(self) -> None:
        """`b`."""
        self._keep("")

    def do_bookmark_note(self) -> None:
        """`B`: ask for a note first."""
        found = self.passage()
        if found is not None:
            article, span, _ = found
            self.ask_note(span.of(article.text), "", self._keep)

    def ask_note(self, words: str, note: str, then: Callable[[str], None]) -> None:
        """Ask for the note on `words`; `then` gets it, unless it was left with escape."""
        from tui_reader.tui.screens.note import NoteScreen  # brings a text editor along, wanted only now

        def done(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(NoteScreen(words, note), done)

    def _keep(self, note: str) -> None:
        found = self.passage()
        if found is None:
            self.tell("there is no passage to keep here")
            return
        article, span, speaker = found
        self.pane.passage = None

        def add() -> Stored:
            annotation = self.workspace.annotations.add(article, span, note=note, speaker=speaker)
            place = f"¶{article.paragraph_at(span.start)}"
            words = some(len(span.of(article.text).split()), "word")
            return self._report(annotation, f"◆ saved: {place}, {words}", partial(self._removed, annotation.id))

        self.store(add)

    def _report(self, annotation: Annotation, news: str, undo: Callable[[], Stored] | None) -> Stored:
        if self.workspace.annotations.is_saved(annotation.id):
            return Stored(f"{news} · u undoes" if undo else news, undo=undo)
        return Stored(f"NOT SAVED to disk, kept in memory: {self.workspace.annotations.problem}", True, undo)

    def store(self, change: Callable[[], Stored]) -> None:
        """Change the bookmarks in a worker, then place them all again."""

        def work() -> None:
            try:
                stored = change()
            except ReaderError as error:
                stored = Stored(str(error), True)
            self.post_message(stored)
            self.place_bookmarks_now()

        self.run_worker(work, thread=True, group="storage")

    def on_stored(self, message: Stored) -> None:
        """Say what happened; only now, because only now it is true."""
        message.stop()
        if message.undo is not None:
            self._undo = (*self._undo, message.undo)
        self.tell(message.news)

    def place_bookmarks(self) -> None:
        """Place every bookmark in a worker."""
        self.run_worker(self.place_bookmarks_now, thread=True, group="storage")

    def place_bookmarks_now(self) -> None:
        """Called in a worker: place every bookmark against the articles now open."""
        from tui_reader.model.annotation import AnchorState, Placed

        annotations = self.workspace.annotations
        placed = annotations.place(self.workspace.library.articles)
        trash = [Placed(a, AnchorState.ABSENT) for a in annotations.all(deleted=True) if a.deleted]
        trash.sort(key=lambda one: one.annotation.modified, reverse=True)
        self.post_message(BookmarksPlaced(placed, annotations.problem, trash))

    def watch_bookmarks(self) -> None:
        """Every few seconds: take in what another reader wrote, and try again what could not be saved."""

        def look() -> None:
            annotations = self.workspace.annotations
            saved = bool(annotations.pending) and annotations.retry()
            if annotations.refresh() or saved:
                self.place_bookmarks_now()

        self.run_worker(look, thread=True, group="storage")

    def on_bookmarks_placed(self, message: BookmarksPlaced) -> None:
        """Show them everywhere they are shown."""
        message.stop()
        self.trouble = message.trouble
        marks: dict[str, int] = {}
        for placed in message.placed:
            if placed.article is not None and placed.span is not None:
                marks[placed.article] = marks.get(placed.article, 0) + 1
        self.facts = Facts(self.facts.quotes, marks, self.facts.read)
        self.sidebar.set_facts(self.facts)
        self.bookmark_panel.everything, self.bookmark_panel.trash = message.placed, message.trash
        self.show_bookmarks()
        self.tell_place()

    def show_bookmarks(self) -> None:
        """The panel's list and the marks in the text."""
        panel = self.bookmark_panel
        everything = panel.everything
        articles = {a.id: a for p in everything if p.article and (a := self.workspace.library.get(p.article))}
        panel.show(everything, articles, self.article)
        if self.article is not None:
            here = [p.span for p in everything if p.article == self.article.id and p.span is not None]
            self.pane.set_marks(sorted(here))
        self.tell_tabs()

    def go_bookmark(self, index: int) -> None:
        """Open the bookmark's article at its passage."""
        placed = self.bookmark_panel.placed[index]
        article = self.workspace.library.get(placed.article or "")
        if article is None or placed.span is None:
            self.tell(_why_not(placed))
            return
        self.reveal(article, placed.span)
        self.show_text()

    def reveal(self, article: Article, span: Span) -> None:
        """Show `span` of `article`."""
        if article is not self.article:
            self.preview(article, span.start)
            if (index := self.hit_index) >= 0:
                self.sidebar.put_index(index, announce=False)
        self.pane.go(span, whole=True)

    def do_bookmarks(self) -> None:
        """`m`: the other tab of the panel."""
        self.show_tab("bookmarks" if self.desk.tab == "quotes" else "quotes")

    def show_tab(self, tab: str) -> None:
        """Show one of the panel's tabs and give it the focus."""
        self.desk.tab = tab
        self.focus_on(self.panel)

    def do_scope(self) -> None:
        """`a` in the bookmarks."""
        self.bookmark_panel.here = not self.bookmark_panel.here
        self.show_bookmarks()

    def do_edit_note(self) -> None:
        """`e` in the bookmarks."""
        placed = self.bookmark_panel.current
        if placed is None:
            return
        annotation = placed.annotation

        def change(note: str) -> None:
            if note != annotation.note:
                self.change_bookmark(annotation.id, "note saved", note=note)

        self.ask_note(annotation.exact, annotation.note, change)

    def do_delete(self) -> None:
        """`d` in the bookmarks."""
        placed = self.bookmark_panel.current
        if placed is not None:
            self.store(partial(self._removed, placed.annotation.id, undoable=True))

    def do_undo(self) -> None:
        """`u`."""
        if not self._undo:
            self.tell("nothing to undo")
            return
        *rest, undo = self._undo
        self._undo = tuple(rest)
        self.store(undo)

    def change_bookmark(self, identity: str, news: str, **fields: Any) -> None:
        """Change what is given of a bookmark (see `AnnotationRepository.change`); `u` brings back all it said."""
        annotations = self.workspace.annotations

        def change() -> Stored:
            before = annotations.members(identity)

            def undo() -> Stored:
                return self._report(annotations.put_back(identity, before), "the bookmark is as it was", None)

            return self._report(annotations.change(identity, **fields), news, undo)

        self.store(change)

    def _removed(self, identity: str, undoable: bool = False) -> Stored:
        """In a worker: into the trash."""
        annotation = self.workspace.annotations.remove(identity)
        undo = partial(self._restored, identity) if undoable else None
        where = "" if undo else " · it is in the trash (T)"
        return self._report(annotation, f"bookmark deleted: {short(annotation.exact)}{where}", undo)

    def _restored(self, identity: str, undoable: bool = False) -> Stored:
        """In a worker: out of the trash."""
        annotation = self.workspace.annotations.restore(identity)
        undo = partial(self._removed, identity) if undoable else None
        return self._report(annotation, f"bookmark restored: {short(annotation.exact)}", undo)


def short(words: str) -> str:
    """The beginning of a quotation or passage, in quotation marks, for a piece of news."""
    flat = " ".join(words.split())
    return f"“{flat}”" if len(flat) <= _SHORT else f"“{flat[:_SHORT].rstrip()}…”"


def _why_not(placed: Placed) -> str:
    if placed.article is None:
        return f"its article is not open: {placed.annotation.source.path}"
    return "these words are no longer in the article; the bookmark is kept"
