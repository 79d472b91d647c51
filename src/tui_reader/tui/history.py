"""Queries asked before: the latest first, walked through like the history of a shell, kept across starts."""

from __future__ import annotations

from tui_reader.config.memory import Memory

MOST = 100
"""Queries kept; the oldest go first."""
_NAME = "queries"


class History:
    """The queries in `memory`, and where a walk through them stands."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._at = -1
        self._draft = ""
        self._shown = ""

    @property
    def queries(self) -> list[str]:
        """All of them, the latest first."""
        kept = self._memory.recall(_NAME, [])
        return [query for query in kept if isinstance(query, str) and query][:MOST]

    def keep(self, query: str) -> None:
        """Put `query` before all others; one that was there before moves up."""
        query = " ".join(query.split())
        if query:
            self._memory.remember(_NAME, [query, *(other for other in self.queries if other != query)][:MOST])
        self._at = -1

    def older(self, typed: str) -> str | None:
        """The query before the one shown; None at the oldest. `typed` is what stands in the field now."""
        self._begin(typed)
        queries = self.queries
        while self._at + 1 < len(queries):
            self._at += 1
            # A walk that begins at a query kept does not show the same one again.
            if queries[self._at] != typed.strip():
                self._shown = queries[self._at]
                return self._shown
        return None

    def newer(self, typed: str) -> str | None:
        """The query after the one shown, at last what was being typed; None when that is what is shown."""
        self._begin(typed)
        if self._at < 0:
            return None
        self._at -= 1
        self._shown = self._draft if self._at < 0 else self.queries[self._at]
        return self._shown

    def _begin(self, typed: str) -> None:
        """A walk goes on only while nobody types into what it shows."""
        if self._at < 0 or typed != self._shown:
            self._at, self._draft = -1, typed
