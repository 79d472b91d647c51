"""The places of all bookmarks among the articles now open, remembered as long as nothing changes them."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.annotations.placing import Catalogue, Placing, catalogue_for, in_order, key_of, locate
from tui_reader.model.annotation import AnchorState, Annotation, Placed
from tui_reader.model.article import Article
from tui_reader.model.span import Span

CACHE = 20_000
"""Places remembered; more bookmarks than anybody keeps in the articles of one sitting."""


class Places:
    """Which article each annotation belongs to, and where in it. Keeps no article's text. The caller locks."""

    def __init__(self) -> None:
        self._annotations: tuple[Annotation, ...] = ()
        self._catalogue = Catalogue()
        self._owners: dict[tuple[str, str, str], str | None] = {}
        self._shelves: dict[str, list[Annotation]] = {}
        """The annotations of each article, as the last `place` found."""
        self._loose: list[Annotation] = []
        """Those that were added since."""
        self._found: dict[tuple[str, int, str, str, int], tuple[AnchorState, Span | None]] = {}

    def take(self, annotations: Iterable[Annotation]) -> None:
        """These are the annotations from now on; deleted ones are passed by."""
        self._annotations = tuple(annotation for annotation in annotations if not annotation.deleted)
        self._shelves, self._loose = {}, []
        for annotation in self._annotations:
            if _origin(annotation) not in self._owners:
                self._loose.append(annotation)
            elif owner := self._owners[_origin(annotation)]:
                self._shelves.setdefault(owner, []).append(annotation)

    def place(self, articles: Iterable[Article]) -> list[Placed]:
        """Every annotation against `articles`, in the order of the annotations."""
        open_now = {article.id: article for article in articles}
        self._catalogue = catalogue_for(self._annotations, open_now.values())
        placing = Placing(self._catalogue, open_now, self._locate)
        placed = [placing.place(annotation) for annotation in self._annotations]
        self._owners = {_origin(each.annotation): each.article for each in placed}
        self.take(self._annotations)
        return placed

    def of(self, article: Article) -> tuple[Placed, ...]:
        """The annotations of one article in the order of its text, orphans last."""
        self._catalogue.add(key_of(article))
        mine = self._shelves.get(article.id, []) + [a for a in self._loose if self._belongs(a, article)]
        return in_order(self._locate(annotation, article) for annotation in mine)

    def _belongs(self, annotation: Annotation, article: Article) -> bool:
        owner = self._catalogue.at_home(annotation) or self._catalogue.twin(annotation)
        return owner == article.id

    def _locate(self, annotation: Annotation, article: Article) -> Placed:
        known = (*_version(annotation), article.sha256, len(article.text))
        place = self._found.get(known)
        if place is None:
            placed = locate(annotation, article)
            if len(self._found) >= CACHE:
                self._found.clear()
            place = self._found[known] = (placed.state, placed.span)
        return Placed(annotation, place[0], article.id, place[1])


def _version(annotation: Annotation) -> tuple[str, int, str]:
    """What tells one version of an annotation from the next, on several devices too."""
    return annotation.id, annotation.revision, annotation.modified


def _origin(annotation: Annotation) -> tuple[str, str, str]:
    """What decides which article an annotation belongs to; a new revision with a new note does not."""
    return annotation.id, annotation.source.path, annotation.source.sha256
