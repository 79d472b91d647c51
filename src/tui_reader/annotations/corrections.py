"""Corrections of speakers and persons: records beside the bookmarks, in the same file and under the same discipline.

Each decision is a record of its own and is taken back by putting it into the trash; what holds is what all records
say together, the later ones over the earlier. A corrected quotation is kept like a bookmark, by its words and their
surroundings, so the correction survives edits of the article.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any

from tui_reader.annotations import convert
from tui_reader.annotations.heads import winner
from tui_reader.annotations.places import Places
from tui_reader.annotations.placing import Catalogue, key_of, locate
from tui_reader.annotations.record import Entry, members
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.annotation import Annotation, Placed
from tui_reader.model.article import Article
from tui_reader.model.correction import Correction, CorrectionKind, Decision, decided
from tui_reader.model.errors import RepositoryError
from tui_reader.model.span import Span
from tui_reader.text.gate import harmless_line

_CACHE = 20_000
"""Articles whose corrected places are remembered."""


class Corrections:
    """What the user decided. Methods may be called from any thread."""

    def __init__(
        self, annotations: AnnotationRepository, articles: Callable[[], Iterable[Article]] | None = None
    ) -> None:
        """`articles` tells which are open; without it an article is known by its path, id and content alone."""
        self._annotations = annotations
        self._articles = articles
        self._lock = threading.RLock()
        self._version = 0
        self._heads: tuple[tuple[Entry, ...], ...] = ()
        self._persons: tuple[Correction, ...] = ()
        self._speakers: dict[str, list[tuple[Correction, Annotation]]] = {}
        """Corrected quotations by everything their article may be known by: content, path, id."""
        self._decided: list[tuple[Correction, Annotation]] = []
        self._among = Places()
        self._placed: dict[str, Placed] = {}
        """Where each corrected quotation is among the articles open, by the id of the correction."""
        self._seen, self._reads = 0, 0
        """What the places were found among: the articles, and the state of the corrections."""
        self._places: dict[tuple[str, str, int], tuple[tuple[Span, str, str], ...]] = {}

    # Reading

    def version(self) -> int:
        """A number that grows whenever something was decided or taken back."""
        with self._lock:
            self._load()
            return self._version

    def persons(self) -> tuple[Correction, ...]:
        """Merges, splits and renamings, in the order they were decided."""
        with self._lock:
            self._load()
            return self._persons

    def speakers(self, article: Article) -> tuple[tuple[Span, str], ...]:
        """Corrected passages of `article` as it is now, with the speaker's name ("" for nobody); later ones win.

        A passage that cannot be found again is left out (`decisions` lists it).
        """
        return tuple((span, name) for span, name, _ in self._of(article))

    def _of(self, article: Article) -> tuple[tuple[Span, str, str], ...]:
        with self._lock:
            self._load()
            if not self._speakers:
                return ()
            known = (article.id, article.sha256, len(article.text))
            places = self._places.get(known)
            if places is None:
                if len(self._places) >= _CACHE:
                    self._places.clear()
                places = self._places[known] = tuple(self._located(article))
            return places

    def _located(self, article: Article) -> list[tuple[Span, str, str]]:
        names = (f"sha {article.sha256}", f"path {article.path}", f"id {article.id}")
        found = {c.id: (c, kept) for name in names for c, kept in self._speakers.get(name, ())}
        catalogue = Catalogue()
        catalogue.add(key_of(article))
        found = {i: (c, kept) for i, (c, kept) in found.items() if catalogue.twin(kept) or catalogue.at_home(kept)}
        # Renamed and edited since: found among all articles by title or likeness, as a bookmark is.
        mine = {i for i, placed in self._placed.items() if placed.article == article.id}
        found |= {c.id: (c, kept) for c, kept in self._decided if c.id in mine}
        places = []
        for correction, kept in sorted(found.values(), key=_when):
            span = locate(kept, article).span
            if span is not None:
                places.append((span, correction.name, correction.id))
        return places

    def at(self, article: Article, span: Span) -> tuple[str, ...]:
        """Ids of the corrections of the quotation at `span`, oldest first."""
        return tuple(identity for there, _, identity in self._of(article) if there.alike(span))

    def place(self, articles: Iterable[Article]) -> None:
        """Find the corrected quotations among `articles`; to be called when other articles are open."""
        with self._lock:
            self._load()
            self._place(articles)

    def _place(self, articles: Iterable[Article]) -> None:
        if not self._speakers:
            self._placed = {}
            return
        articles = tuple(articles)
        seen = hash((self._reads, *((article.id, article.sha256) for article in articles)))
        if seen == self._seen:
            return
        before = {i: (placed.article, placed.span) for i, placed in self._placed.items()}
        self._placed = {placed.annotation.id: placed for placed in self._among.place(articles)}
        self._seen = seen
        if before != {i: (placed.article, placed.span) for i, placed in self._placed.items()}:
            self._version += 1
            self._places.clear()

    def decisions(self) -> tuple[Decision, ...]:
        """Everything that was decided and not taken back, the newest first, whether or not it still applies."""
        with self._lock:
            self._load()
            found: list[Decision] = []
            for correction, kept in reversed(self._decided):
                if correction.kind is not CorrectionKind.SPEAKER:
                    found.append(Decision(correction))
                    continue
                placed = self._placed.get(correction.id)
                article, span = (placed.article, placed.span) if placed is not None else (None, None)
                replaced = span is not None and any(
                    d.article == article and d.span is not None and d.span.alike(span) for d in found
                )
                found.append(Decision(correction, kept.exact, kept.source.title, article, span, replaced))
            return tuple(found)

    def _load(self) -> None:
        heads = self._annotations.corrections()
        if heads is self._heads or heads == self._heads:
            return
        self._heads = heads
        self._reads += 1
        self._version += 1
        everything = [_read(convert.annotation(record)) for record in heads]
        decided = sorted(((c, kept) for c, kept in everything if c is not None and not kept.deleted), key=_when)
        self._decided = decided
        self._persons = tuple(c for c, _ in decided if c.kind is not CorrectionKind.SPEAKER)
        self._speakers, self._places = {}, {}
        for correction, kept in decided:
            if correction.kind is CorrectionKind.SPEAKER:
                source = kept.source
                for name in (f"sha {source.sha256}", f"path {source.path}", f"id {source.article}"):
                    self._speakers.setdefault(name, []).append((correction, kept))
        self._among.take(kept for correction, kept in decided if correction.kind is CorrectionKind.SPEAKER)
        if self._articles is not None:
            self._place(self._articles())

    # Writing

    def speaker(self, article: Article, span: Span, name: str) -> str:
        """`name` said the words at `span`, "" for nobody known. Returns the id, which takes it back."""
        passage = self._annotations.passage(article, span)
        return self._decide(CorrectionKind.SPEAKER, name, "", passage)

    def merge(self, name: str, other: str) -> str:
        """`other` is the same person as `name`; both go by `name`. Returns the id."""
        return self._decide(CorrectionKind.MERGE, name, other)

    def split(self, name: str) -> str:
        """`name` is a person of its own, whatever the rules or an earlier merge say. Returns the id."""
        return self._decide(CorrectionKind.SPLIT, name)

    def rename(self, name: str, shown: str) -> str:
        """The person called `name` is shown as `shown`. Returns the id."""
        return self._decide(CorrectionKind.RENAME, name, shown)

    def _decide(self, kind: CorrectionKind, name: str, other: str = "", passage: dict[str, Any] | None = None) -> str:
        clock = self._annotations.journal.clock
        identity = clock.identity()
        fields = {**(passage or {}), "corrects": str(kind), "name": harmless_line(name).strip()}
        if other:
            fields["other"] = harmless_line(other).strip()
        self._annotations.write(convert.CORRECTION, identity, {**fields, "created": clock.now()})
        return identity

    def remove(self, identity: str) -> None:
        """Take a decision back. Raises RepositoryError when there is none of this id."""
        self._revise(identity, deleted=True)

    def restore(self, identity: str) -> None:
        """Let a decision that was taken back hold again. Raises RepositoryError when there is none of this id."""
        self._revise(identity, deleted=False)

    def _revise(self, identity: str, deleted: bool) -> None:
        heads = next((h for h in self._annotations.corrections() if h[0].id == identity), None)
        if heads is None:
            raise RepositoryError(f"there is no correction {identity!r}")
        self._annotations.write(convert.CORRECTION, identity, members(winner(heads).raw), deleted)

    def is_saved(self, identity: str) -> bool:
        """Whether the newest revision of a decision is on the disk."""
        return not self._annotations.waits(convert.CORRECTION, identity)

    @property
    def pending(self) -> tuple[str, ...]:
        """What was decided or taken back and could not be saved yet, each in one line, to be printed at exit."""
        found = []
        for record in self._annotations.waiting(convert.CORRECTION):
            correction, kept = _read(convert.annotation((record,)))
            if correction is not None:
                words = decided(Decision(correction, kept.exact, kept.source.title))
                found.append(f"taken back: {words}" if record.deleted else words)
        return tuple(found)


def _when(decided: tuple[Correction, Annotation]) -> tuple[str, str]:
    return decided[0].created, decided[0].id


def _read(kept: Annotation) -> tuple[Correction | None, Annotation]:
    """A record as a correction; None for one that says nothing this version understands."""
    kinds = {str(kind): kind for kind in CorrectionKind}
    kind, name, other = (kept.extra.get(key, "") for key in ("corrects", "name", "other"))
    found = kinds.get(kind) if isinstance(kind, str) else None
    if found is None or not isinstance(name, str) or not isinstance(other, str):
        return None, kept
    name, other = harmless_line(name).strip(), harmless_line(other).strip()
    needs_name = found is not CorrectionKind.SPEAKER
    if (needs_name and not name) or (found is CorrectionKind.MERGE and (not other or other == name)):
        return None, kept
    return Correction(kept.id, found, name, other, kept.created), kept
