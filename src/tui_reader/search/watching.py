"""What is said of a search that has to look at articles one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.model.article import Article

Looked = Callable[[int, int, Sequence["Article"]], None]
"""Called after every article with how many were looked at, of how many, and which of them answer the query so far.

Of how many is 0 where nobody knows. What answers is told where it is the beginning of the whole answer: in reading
order, for a query of conditions alone.
"""


def watched(wanted: Callable[[Article], bool], looked: Looked, of: int) -> Callable[[Article], bool]:
    """`wanted`, telling `looked` how far it is."""
    done = 0
    found: list[Article] = []

    def look(article: Article) -> bool:
        nonlocal done
        true = wanted(article)
        done += 1
        if true and of:
            found.append(article)
        looked(done, of, found)
        return true

    return look
