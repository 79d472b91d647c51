"""What the list of articles shows: every article, or the best answers to a query and how many there are in all.

Neither is copied for each keystroke: a hundred thousand rows are a view of the library, and of a query's answers only
those are fetched that may be seen soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import overload

from tui_reader.model.article import Article
from tui_reader.model.hit import Hit, Tier


class Listing(Sequence[Hit]):
    """The answers known so far, best first. Changed by the main thread alone."""

    def __init__(self, hits: Iterable[Hit] = (), total: int | None = None) -> None:
        """`total` is how many answers there are; without it these are all."""
        found = list(hits)
        self._hits: list[Hit] | None = found
        self._articles = [hit.article for hit in found]
        self.total = len(found) if total is None else total

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        if self._hits is not None:
            return self._hits[index]
        if isinstance(index, slice):
            return [Hit(article, 0.0, Tier.EXACT) for article in self._articles[index]]
        return Hit(self._articles[index], 0.0, Tier.EXACT)

    def __len__(self) -> int:
        return len(self._articles)

    @property
    def articles(self) -> Sequence[Article]:
        """The articles of the answers known so far."""
        return self._articles

    @property
    def complete(self) -> bool:
        """Whether every answer is known."""
        return len(self._articles) >= self.total

    def extend(self, hits: Sequence[Hit], total: int) -> None:
        """The same answers and more: those known already are passed by."""
        more = hits[len(self) :]
        if self._hits is not None:
            self._hits.extend(more)
        self._articles.extend(hit.article for hit in more)
        # Where no more came there are no more, whatever an index said that is still being made.
        self.total = max(total, len(self)) if more else len(self)

    def replace(self, article: Article) -> int:
        """Show `article` in the place of the one with its id; its index, -1 when there is none."""
        index = next((n for n, other in enumerate(self._articles) if other.id == article.id), -1)
        if index >= 0:
            self._articles[index] = article
            if self._hits is not None:
                self._hits[index] = replace(self._hits[index], article=article)
        return index

    def index_of(self, article: Article | None) -> int:
        """Index of an article, -1 when it is not among the answers known."""
        try:
            return self._articles.index(article)  # type: ignore[arg-type]
        except ValueError:
            return -1


class Everything(Listing):
    """Every article in reading order, as far as they have been read."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        super().__init__()
        self._hits = None
        self.grow(articles)

    def grow(self, articles: Iterable[Article]) -> None:
        """More articles were read."""
        self._articles.extend(articles)
        self.total = len(self._articles)
