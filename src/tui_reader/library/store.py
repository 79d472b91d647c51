"""The articles in memory: by id, in reading order, and by whatever part of a name the user remembers."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tui_reader.model.article import Article
from tui_reader.model.errors import ReaderError, UsageError
from tui_reader.text.gate import harmless_line


class UnknownAddressError(ReaderError):
    """An address that no article has."""

    exit_code = 1


class AmbiguousAddressError(UsageError):
    """A part of a name that several articles share; the message names them."""


class Place(NamedTuple):
    """An article, and a paragraph of it when the address named one."""

    article: Article
    paragraph: int | None = None


_PARAGRAPH = re.compile(r"(.*?\S)\s*[:¶]\s*(?:¶|p|par\.?)?\s*(\d{1,9})$", re.DOTALL)
_NAMED = 5


class Library:
    """Articles by id and in reading order. Changed by one thread only."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._by_id: dict[str, Article] = {}
        self.extend(articles)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Article]:
        return iter(self._by_id.values())

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._by_id

    def add(self, article: Article) -> None:
        """Take an article in at the end; one with the same id is replaced where it stands."""
        self._by_id[article.id] = article

    def extend(self, articles: Iterable[Article]) -> None:
        """Take several articles in, in their order."""
        for article in articles:
            self.add(article)

    def get(self, article_id: str) -> Article | None:
        """The article of this id, or None."""
        return self._by_id.get(article_id)

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles in reading order."""
        return tuple(self._by_id.values())

    @property
    def readable(self) -> tuple[Article, ...]:
        """The articles that could be read, in reading order."""
        return tuple(article for article in self if article.readable)

    def find(self, address: str) -> Place:
        """The article that `address` means, and the paragraph if it names one (`ARTICLE:12`, `ARTICLE¶12`).

        An address is an id, a path, a path relative to the corpus, or a part of one that no other article has.
        Raises UnknownAddressError, or AmbiguousAddressError naming the candidates.
        """
        if (article := self._find(address)) is not None:
            return Place(article)
        if (match := _PARAGRAPH.match(address)) and (article := self._find(match[1])) is not None:
            number = int(match[2])
            if not 1 <= number <= len(article.blocks):
                raise UnknownAddressError(f"{article.id} has paragraphs 1 to {len(article.blocks)}, not {number}")
            return Place(article, number)
        raise UnknownAddressError(f"no article is called {harmless_line(address)!r}; `reader list` shows them")

    def _find(self, address: str) -> Article | None:
        shown = harmless_line(address)
        if exact := self._by_id.get(address) or self._by_id.get(shown):
            return exact
        path = harmless_line(os.path.abspath(address)) if "\0" not in address else ""
        wanted = shown.removeprefix("./").casefold()
        if not wanted:
            return None
        tests: tuple[Callable[[Article], bool], ...] = (
            lambda article: article.path == path,
            lambda article: article.id.casefold() == wanted,
            lambda article: article.id.casefold().endswith("/" + wanted),
            lambda article: _stem(article.id) == wanted,
            lambda article: wanted in article.id.casefold(),
            lambda article: wanted in article.path.casefold(),
        )
        for test in tests:
            found = [article for article in self if test(article)]
            if len(found) == 1:
                return found[0]
            if found:
                raise _ambiguous(shown, found)
        return None


def _stem(article_id: str) -> str:
    return os.path.splitext(article_id.rsplit("/", 1)[-1])[0].casefold()


def _ambiguous(address: str, found: list[Article]) -> AmbiguousAddressError:
    names = ", ".join(article.id for article in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return AmbiguousAddressError(f"{address!r} may be {names}{more}; write more of the name")
