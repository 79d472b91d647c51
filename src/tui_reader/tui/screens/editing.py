"""The article in the user's editor, and read again when its file is another one than was read."""

from __future__ import annotations

from dataclasses import replace

from textual.worker import get_current_worker

from tui_reader.model.article import Article
from tui_reader.model.errors import ReaderError
from tui_reader.model.span import Span
from tui_reader.tui.messages import IndexedAgain, ReadAgain
from tui_reader.tui.screens.loading import Loading
from tui_reader.tui.trail import Place

TOP_LINE = 80
"""Characters by which the first line seen is found again in an edited text."""


class Editing(Loading):
    """What `E` and `ctrl+r` do."""

    def do_edit(self) -> None:
        """`E`: open the file in the user's editor."""
        article = self.article
        if article is None or article.file is None:
            self.tell("there is no file to edit")
            return
        try:
            self.workspace.loader.locate(article, self.workspace.sources)
        except ReaderError as error:
            self.tell(f"{article.id}: {error}")
            return
        trouble = self.app.editor.open(article.file).trouble  # type: ignore[attr-defined]
        if trouble:
            self.tell(trouble)
        self._look_again(article, trouble)

    def do_read_again(self) -> None:
        """`ctrl+r`: for an editor that runs beside the reader, and whatever else changes files."""
        if self.article is None or self.article.file is None:
            self.tell("there is no file to read again")
        else:
            self._look_again(self.article, "the file is as it was when it was read")

    def _look_again(self, article: Article, otherwise: str) -> None:
        """Read the file of `article` in a worker; what to say if it is the same is said `otherwise`."""
        here = self.here
        self.run_worker(lambda: self._read_again(article, otherwise, here), thread=True, group="again")

    def _read_again(self, article: Article, otherwise: str, here: Place | None) -> None:
        try:
            now = self.workspace.loader.again(article, self.workspace.sources)
        except ReaderError as error:
            self.post_message(ReadAgain(article, None, f"{article.id}: {error}; shown as it was read"))
            return
        if now.sha256 == article.sha256:
            self.post_message(ReadAgain(article, None, otherwise))
            return
        self.workspace.quotes.forget(article)
        place = _moved(here, article, now) if here is not None else None
        self.post_message(ReadAgain(article, now, "the file was changed: read again", place))

    def on_read_again(self, message: ReadAgain) -> None:
        """Put the article as it is now in the place of the one that was read before, wherever that is known."""
        message.stop()
        now = message.now
        if now is not None:
            self.workspace.library.add(now)
            if self.hits is not self.everything:
                self.everything.replace(now)
            self.sidebar.changed(self.hits.replace(now))
            self.forget_passages()
            self.trail.loosen(now.id)
            if self.article is not None and self.article.id == now.id:
                self._show_again(now, message.place)
            else:
                self.look_for_quotes(now)
            self.place_bookmarks()
            if self._over is not None:
                self._over.gather()
            if self._indexing:
                self.run_worker(lambda: self._index_again(now), thread=True, group="index")
        if message.news:
            self.tell(message.news)

    def _show_again(self, article: Article, place: Place | None) -> None:
        unfolded = self.pane.unfolded
        self.drop_passage()
        self.preview(article, place.top if place is not None else 0)
        self.pane.set_unfolded(unfolded)
        if place is not None:
            cursor, steps = place.cursor, self.pane.steps
            if cursor is not None and not cursor and steps is not None:
                cursor = steps.sentence_at(cursor.start)
            self._put_place(replace(place, cursor=cursor))

    def _index_again(self, article: Article) -> None:
        """In a worker: find the article by the words it has now."""
        worker = get_current_worker()
        self.workspace.index.add((article,))
        self.workspace.index.commit(stopped=lambda: worker.is_cancelled)
        self.post_message(IndexedAgain())

    def on_indexed_again(self, message: IndexedAgain) -> None:
        """What is listed may be found no more, or something else beside it."""
        message.stop()
        self.search_again()


def _moved(here: Place, article: Article, now: Article) -> Place:
    """The place in the text as it is now; an empty cursor where its words are other ones."""
    from tui_reader.annotations.following import follow

    before, cursor = article.text, here.cursor
    top = follow(before, Span(here.top, min(here.top + TOP_LINE, len(before))), now.text).start if here.top else 0
    if cursor is not None:
        found = follow(before, cursor, now.text)
        cursor = found if found.of(now.text) == cursor.of(before) else Span(found.start, found.start)
    return replace(here, top=top, cursor=cursor)
