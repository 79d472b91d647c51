"""The bookmarks, as the rest of the program knows them."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tui_reader.annotations import convert
from tui_reader.annotations.checking import CheckReport, check, problem
from tui_reader.annotations.heads import winner
from tui_reader.annotations.journal import Journal
from tui_reader.annotations.lookup import meant
from tui_reader.annotations.places import Places
from tui_reader.annotations.record import Clock, Entry, entry, members, parse
from tui_reader.annotations.storage import Storage
from tui_reader.model.annotation import Annotation, Motivation, Placed
from tui_reader.model.article import Article
from tui_reader.model.errors import RepositoryError, UnknownBookmarkError
from tui_reader.model.span import Span


class AnnotationRepository:
    """Bookmarks over one journal. Methods may be called from any thread; reading never waits for a save."""

    def __init__(
        self, path: Path, state_folder: Path, *, storage: Storage | None = None, clock: Clock | None = None
    ) -> None:
        self.path = path
        self.journal = Journal(path, state_folder, storage=storage, clock=clock)
        self.unreadable = ""
        """Why the file could not be read; empty when it was, or when there is none yet."""
        # A save may wait for another process; what is shown must not wait with it.
        self._writing = threading.RLock()
        self._lock = threading.RLock()
        self._loaded = False
        self._corrections: tuple[tuple[Entry, ...], ...] = ()
        self._known: dict[str, tuple[Any, Annotation]] = {}
        self._annotations: tuple[Annotation, ...] = ()
        self._places = Places()

    # Reading

    def refresh(self) -> bool:
        """Take in what another process wrote; whether anything changed. Cheap when nothing did."""
        if not self._writing.acquire(blocking=not self._loaded):
            return False  # A save is under way, and it refreshes by itself.
        try:
            changed = self.journal.refresh() or not self._loaded
            self.unreadable = ""
            if self.journal.unmerged:
                # Soon the user may clear a conflict copy away; what it holds belongs into the file.
                self.journal.save(lambda: None)
        except OSError as error:
            self.unreadable = error.strerror or str(error)
            changed = not self._loaded
        finally:
            self._writing.release()
        self._loaded = True
        if changed:
            self._take()
        return changed

    def _take(self) -> None:
        with self._lock:
            self._build()

    def _build(self) -> None:
        known: dict[str, tuple[Any, Annotation]] = {}
        for heads in self.journal.heads.kind(convert.KIND):
            identity = heads[0].id
            old = self._known.get(identity)
            known[identity] = old if old is not None and old[0] == heads else (heads, convert.annotation(heads))
        self._known = known
        self._corrections = tuple(self.journal.heads.kind(convert.CORRECTION))
        found = (annotation for _, annotation in known.values())
        self._annotations = tuple(sorted(found, key=lambda a: (a.created, a.id)))
        self._places.take(self._annotations)

    def _ready(self) -> None:
        if not self._loaded:
            self.refresh()

    def all(self, deleted: bool = False) -> tuple[Annotation, ...]:
        """Every annotation in the order of creation; with `deleted`, those in the trash as well."""
        self._ready()
        return tuple(a for a in self._annotations if deleted or not a.deleted)

    def get(self, identity: str) -> Annotation:
        """One annotation, deleted ones too, by its id, an unambiguous start of it, or its last digits.

        Raises UnknownBookmarkError when there is none, AmbiguousBookmarkError when several begin or end so, and
        RepositoryError where the file that may hold it cannot be read.
        """
        self._ready()
        known = self._known.get(identity)
        if known is not None:
            return known[1]
        try:
            return meant(identity, self._annotations)
        except UnknownBookmarkError:
            if self.unreadable:
                raise RepositoryError(f"{self.path} cannot be read: {self.unreadable}") from None
            raise

    def corrections(self) -> tuple[tuple[Entry, ...], ...]:
        """The heads of every correction kept in the same file (`corrections.py` reads them). Never waits."""
        self._ready()
        return self._corrections

    # Writing

    def write(self, kind: str, identity: str, fields: Mapping[str, Any], deleted: bool = False) -> bool:
        """Save the next revision of a record of another kind under the same discipline; whether it is on the disk."""
        self._ready()
        with self._writing:
            saved = self.journal.save(lambda: self.journal.line(fields, kind=kind, identity=identity, deleted=deleted))
            self._take()
            return saved

    def waits(self, kind: str, identity: str) -> bool:
        """Whether a revision of a record could not be saved yet."""
        return any(record.id == identity for record in self.waiting(kind))

    def waiting(self, kind: str) -> tuple[Entry, ...]:
        """The newest revisions of the records of a kind that could not be saved yet."""
        lines = (line.rstrip(b"\n") for line in self.journal.pending)
        read = (entry(line, fields) for line in lines if (fields := parse(line)) is not None)
        return tuple({record.id: record for record in read if record is not None and record.kind == kind}.values())

    def add(
        self,
        article: Article,
        span: Span,
        *,
        note: str = "",
        tags: Iterable[str] = (),
        speaker: str = "",
        motivation: Motivation | str = Motivation.BOOKMARKING,
    ) -> Annotation:
        """Keep `span` of `article`. It is on the disk when this returns, unless `pending` says otherwise.

        Raises RepositoryError for an empty span or one outside the text.
        """
        fields = self.passage(article, span) | {
            "note": note,
            "tags": list(convert.clean_tags(tags)),
            "speaker": speaker,
            "motivation": str(motivation),
        }
        identity = self.journal.clock.identity()

        def build() -> bytes:
            fields.setdefault("created", self.journal.clock.now())
            return self.journal.line(fields, kind=convert.KIND, identity=identity)

        return self._save(identity, build)

    def passage(self, article: Article, span: Span) -> dict[str, Any]:
        """The members of a record that say where a passage stands. Raises RepositoryError when it stands nowhere."""
        return convert.passage_fields(article, span)

    def change(
        self,
        identity: str,
        *,
        note: str | None = None,
        tags: Iterable[str] | None = None,
        speaker: str | None = None,
        motivation: Motivation | str | None = None,
        article: Article | None = None,
        span: Span | None = None,
    ) -> Annotation:
        """A new revision; what is not given stays, and so does everything this version does not know.

        With `article` and `span` the passage is taken anew (extended, trimmed, or attached again by the user); the
        selectors it had are kept in the lines before. Raises UnknownBookmarkError, RepositoryError.
        """
        fields: dict[str, Any] = {}
        if note is not None:
            fields["note"] = note
        if tags is not None:
            fields["tags"] = list(convert.clean_tags(tags))
        if speaker is not None:
            fields["speaker"] = speaker
        if motivation is not None:
            fields["motivation"] = str(motivation)
        if article is not None and span is not None:
            fields |= self.passage(article, span)
        return self._revise(identity, fields)

    def remove(self, identity: str) -> Annotation:
        """Put an annotation into the trash. Raises UnknownBookmarkError, RepositoryError."""
        return self._revise(identity, {}, deleted=True)

    def restore(self, identity: str) -> Annotation:
        """Take an annotation out of the trash. Raises UnknownBookmarkError, RepositoryError."""
        return self._revise(identity, {}, deleted=False)

    def members(self, identity: str) -> dict[str, Any]:
        """What an annotation says now, for `put_back`. Raises UnknownBookmarkError, RepositoryError."""
        return dict(members(winner(self.journal.heads.of(convert.KIND, self.get(identity).id)).raw))

    def put_back(self, identity: str, fields: Mapping[str, Any]) -> Annotation:
        """Say again what `members` told before it was changed. Raises UnknownBookmarkError, RepositoryError."""
        now = self.get(identity)
        return self._save(
            now.id, lambda: self.journal.line(fields, kind=convert.KIND, identity=now.id, deleted=now.deleted)
        )

    def _revise(self, identity: str, fields: dict[str, Any], deleted: bool | None = None) -> Annotation:
        identity = self.get(identity).id

        def build() -> bytes:
            heads = self.journal.heads.of(convert.KIND, identity)
            before = convert.annotation(heads)
            kept: dict[str, Any] = dict(members(winner(heads).raw))
            if len(heads) > 1:
                kept |= {"note": before.note, "tags": list(before.tags)}
            gone = before.deleted if deleted is None else deleted
            kept.setdefault("created", before.created)
            return self.journal.line(kept | fields, kind=convert.KIND, identity=identity, deleted=gone)

        return self._save(identity, build)

    def _save(self, identity: str, build: Any) -> Annotation:
        self._ready()
        with self._writing:
            if self.journal.save(build):
                self.unreadable = ""  # Saving reads first.
            self._take()
            return self._known[identity][1]

    def retry(self) -> bool:
        """Try again to save what could not be saved; whether everything is on the disk."""
        with self._writing:
            done = self.journal.retry()
            self.refresh()
            self._take()
            return done and not self.unreadable

    def is_saved(self, identity: str) -> bool:
        """Whether the newest revision of an annotation is on the disk."""
        return all(annotation.id != identity for annotation in self.pending)

    @property
    def pending(self) -> tuple[Annotation, ...]:
        """What could not be saved yet, to be shown, and printed at exit."""
        return tuple(convert.annotation((record,)) for record in self.waiting(convert.KIND))

    @property
    def lost(self) -> bool:
        """Whether something that was kept or decided is nowhere but in memory."""
        return bool(self.journal.pending) and self.journal.pending_path is None

    # Places

    def place(self, articles: Iterable[Article]) -> list[Placed]:
        """Every annotation that is not deleted, against the articles now open, in the order of creation."""
        self._ready()
        with self._lock:
            return self._places.place(articles)

    def of(self, article: Article) -> tuple[Placed, ...]:
        """The annotations of one article in the order of the text, orphans last. Fast when asked again.

        Which annotations are its own was decided by the last `place`, to be called whenever the articles change.
        """
        self._ready()
        with self._lock:
            return self._places.of(article)

    # Care

    @property
    def problem(self) -> str:
        """One line for the screen while storage is in trouble; empty when all is well."""
        self._ready()
        return problem(self.journal, self.unreadable)

    def check(self) -> CheckReport:
        """Read the file afresh and report everything that is wrong with it."""
        with self._writing:
            self.refresh()
            return check(self.journal, self.unreadable)

    def restore_backup(self, name: str = "") -> int:
        """Bring the records of a backup (the newest with records, or the one named) into the file.

        Nothing is taken away: records that are there stay, newer ones win. Returns how many bookmarks were brought
        back. Raises RepositoryError when there is no such backup or the file could not be written.
        """
        with self._writing:
            self._ready()
            before = {a.id for a in self.all()}
            if not self.journal.restore_backup(name):
                raise RepositoryError(f"{self.path}: {self.journal.trouble or 'there is no such backup'}")
            self._take()
            return len({a.id for a in self.all()} - before)
