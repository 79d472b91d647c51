"""Which article a bookmark belongs to, and where in it the passage stands now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tui_reader.annotations.anchoring import anchor
from tui_reader.annotations.likeness import ALIKE, likeness, sketch
from tui_reader.model.annotation import AnchorState, Annotation, Placed
from tui_reader.model.article import Article
from tui_reader.model.span import Span

SHORTEST = 24
"""A passage shorter than this is no evidence that an article of another name is the same."""

SCAN = 300_000_000
"""Code points looked through for renamed articles in one go: a fraction of a second."""


@dataclass(frozen=True, slots=True)
class Key:
    """What an article is recognised by, without its text."""

    id: str
    path: str
    sha256: str
    title: str


def key_of(article: Article) -> Key:
    """The key of an article."""
    return Key(article.id, article.path, article.sha256, article.title)


@dataclass(slots=True)
class Catalogue:
    """The articles now open, by everything they are recognised by, in reading order."""

    keys: dict[str, Key] = field(default_factory=dict)
    by_sha: dict[str, list[str]] = field(default_factory=dict)
    by_path: dict[str, str] = field(default_factory=dict)
    by_title: dict[str, list[str]] = field(default_factory=dict)

    def add(self, key: Key) -> None:
        """Take in one article; a later one of the same id replaces it."""
        old = self.keys.get(key.id)
        if old == key:
            return
        if old is not None:
            self._forget(old)
        self.keys[key.id] = key
        self.by_sha.setdefault(key.sha256, []).append(key.id)
        self.by_path[key.path] = key.id
        self.by_title.setdefault(key.title.casefold(), []).append(key.id)

    def _forget(self, key: Key) -> None:
        self.by_sha[key.sha256].remove(key.id)
        self.by_path.pop(key.path, None)
        self.by_title[key.title.casefold()].remove(key.id)

    def at_home(self, annotation: Annotation) -> str | None:
        """The article at the place the passage was taken from: same path, or same id and title in a moved folder."""
        source = annotation.source
        found = self.by_path.get(source.path)
        if found is None:
            key = self.keys.get(source.article)
            if key is not None and (key.sha256 == source.sha256 or key.title == source.title):
                found = key.id
        return found

    def twin(self, annotation: Annotation) -> str | None:
        """An article of the very same content: the one in its old place, else one of the same file name."""
        twins = self.by_sha.get(annotation.source.sha256, [])
        home = self.at_home(annotation)
        if home in twins:
            return home
        name = os.path.basename(annotation.source.path)
        return next((t for t in twins if os.path.basename(self.keys[t].path) == name), twins[0] if twins else None)

    def likely(self, annotation: Annotation) -> list[str]:
        """Articles of the same title, in reading order."""
        title = annotation.source.title.casefold()
        return self.by_title.get(title, []) if title else []


def catalogue_for(annotations: Iterable[Annotation], articles: Iterable[Article]) -> Catalogue:
    """Those of `articles` that an annotation may name: of a hundred thousand articles a handful."""
    sources = [annotation.source for annotation in annotations]
    catalogue = Catalogue()
    if not sources:
        return catalogue
    paths, ids = {s.path for s in sources}, {s.article for s in sources}
    digests, titles = {s.sha256 for s in sources}, {s.title.casefold() for s in sources if s.title}
    for article in articles:
        if (
            article.path in paths
            or article.sha256 in digests
            or article.id in ids
            or article.title.casefold() in titles
        ):
            catalogue.add(key_of(article))
    return catalogue


def locate(annotation: Annotation, article: Article) -> Placed:
    """Where the passage stands in `article`."""
    kept = _kept_span(annotation) if annotation.source.sha256 == article.sha256 else None
    # The same bytes; the words are compared all the same, since another decoding shifts them.
    if kept is not None and kept.of(article.text) == annotation.exact:
        return Placed(annotation, AnchorState.EXACT, article.id, kept)
    place = anchor(annotation.selectors, article.text)
    if place is None:
        return Placed(annotation, AnchorState.ORPHAN, article.id)
    return Placed(annotation, AnchorState(place[2]), article.id, Span(place[0], place[1]))


def _kept_span(annotation: Annotation) -> Span | None:
    for selector in annotation.selectors:
        start, end = selector.get("start"), selector.get("end")
        if selector.get("type") == "TextPositionSelector" and type(start) is int and type(end) is int:
            return Span(start, end) if 0 <= start < end else None
    return None


Find = Callable[[Annotation, Article], Placed]


@dataclass(slots=True)
class Placing:
    """Finds every annotation its article among those open, and its place there."""

    catalogue: Catalogue
    articles: dict[str, Article]
    find: Find = locate
    _scanned: int = 0

    def place(self, annotation: Annotation) -> Placed:
        """The article the annotation belongs to, and the place in it.

        The article in the old place is asked first, so that a copy of an older version does not take its bookmarks;
        then one of the same content, wherever it lies; then those of the same title; then those of like wording. When
        the passage is in none of them it is an orphan of the first; when there is no such article it is absent.
        """
        home, twin = self.catalogue.at_home(annotation), self.catalogue.twin(annotation)
        orphan: Placed | None = None
        for identity in dict.fromkeys([home, twin, *self.catalogue.likely(annotation)]):
            article = self.articles.get(identity) if identity is not None else None
            if article is None:
                continue
            placed = self.find(annotation, article)
            if placed.span is not None:
                return placed
            if orphan is None and (identity in (home, twin) or self._alike(annotation, article)):
                orphan = placed
        return orphan or self._renamed(annotation) or Placed(annotation, AnchorState.ABSENT)

    def _renamed(self, annotation: Annotation) -> Placed | None:
        """An article that was renamed, got another title and was edited, but still has the very words."""
        words = annotation.exact
        if len(words) < SHORTEST or not annotation.source.likeness:
            return None
        for article in self.articles.values():
            if self._scanned > SCAN:
                return None
            self._scanned += len(article.text)
            if words in article.text and self._alike(annotation, article):
                placed = self.find(annotation, article)
                if placed.span is not None:
                    return placed
        return None

    @staticmethod
    def _alike(annotation: Annotation, article: Article) -> bool:
        return likeness(annotation.source.likeness, sketch(article.text)) >= ALIKE


def in_order(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Sorted by place in the article; orphans last."""
    far = float("inf")
    return tuple(sorted(placed, key=lambda p: (p.span.start if p.span else far, p.span.end if p.span else far)))
