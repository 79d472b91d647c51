"""The door to whatever holds the words: a dictionary in memory for a few articles, tantivy for many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui_reader.model.article import Article
    from tui_reader.model.hit import Hit
    from tui_reader.search.plan import Plan
    from tui_reader.search.vocabulary import Vocabulary


Progress = Callable[[int, int], None]
"""Called with how much is done, of how much."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a backend answers."""

    hits: Sequence[Hit] = ()
    """Best first: by tier, then by score, then in reading order. At most as many as asked for."""
    total: int = 0
    """How many there are."""


class SearchBackend(Protocol):
    """Holds articles and answers plans. Every method may be called from any thread, at any time.

    Articles become findable at the latest with `commit`. Scores of two backends may differ, their tiers may not.
    """

    trouble: str
    """One line when the index could not be kept where it was to be; empty when all is well."""

    @property
    def unread(self) -> int:
        """How many articles can be found by their titles only, because their texts are not searchable yet."""

    def __len__(self) -> int:
        """How many articles there are."""

    def articles(self) -> list[Article]:
        """All articles in reading order: in the order they were first added."""

    def article(self, article_id: str) -> Article | None:
        """The article with this id, in the state it was last added."""

    def add(self, articles: Iterable[Article]) -> None:
        """Take articles in, replacing those with the same id."""

    def remove(self, ids: Iterable[str]) -> None:
        """Forget articles; no error for one that is not there."""

    def commit(self, tell: Progress | None = None, stopped: Callable[[], bool] | None = None) -> None:
        """Make everything added so far findable, and safe if the backend keeps files.

        `tell` hears how many articles of how many are done; once `stopped` says so, the rest stays to be done.
        """

    def vocabulary(self) -> Vocabulary:
        """The words of what is findable now."""

    def search(self, plan: Plan, limit: int | None, wanted: Callable[[Article], bool] | None = None) -> Found:
        """Articles that answer `plan` and are `wanted`. A plan without clauses is answered by every article."""

    def close(self) -> None:
        """Let go of files and locks."""
