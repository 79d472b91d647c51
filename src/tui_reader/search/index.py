"""The one door to finding: articles go in, queries are answered, best article first."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from time import perf_counter
from typing import TYPE_CHECKING

from tui_reader.model.hit import Hit, Tier
from tui_reader.search.backend import Found, SearchBackend
from tui_reader.search.conditions import Conditions, Wanted, as_text
from tui_reader.search.facts import Facts, NoFacts, holds
from tui_reader.search.letters import SHORTEST_INITIALS, Titles, typed_letters
from tui_reader.search.memory import MemoryBackend
from tui_reader.search.nearness import WINDOW, in_order, wants_order
from tui_reader.search.nothing import Values, why_nothing
from tui_reader.search.parser import parse
from tui_reader.search.people import mistyped_speakers, names_meant
from tui_reader.search.plan import taken_for
from tui_reader.search.query import Kind, Query
from tui_reader.search.reaching import reach_out
from tui_reader.search.results import Results, corrections_of
from tui_reader.search.watching import watched

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.search.backend import Progress
    from tui_reader.search.plan import Meant, Plan
    from tui_reader.search.vocabulary import Vocabulary
    from tui_reader.search.watching import Looked

FEW_ARTICLES = 1000
"""Up to here plain dictionaries are ready sooner and search fast enough."""

FEW_CHARACTERS = 20_000_000
"""The same for a few very long articles."""


class TextIndex:
    """Holds what is searchable. Filled by one thread at a time, searched from any, also while it fills.

    A few articles are held in plain dictionaries and findable at once; more go into a tantivy index, whose titles are
    findable at once and whose texts are with `commit`.
    """

    def __init__(
        self, folder: Path | None = None, *, facts: Facts | None = None, names: bool = True, few: int = FEW_ARTICLES
    ) -> None:
        """Nothing is read or made yet.

        `folder` is where the index of a large corpus is kept (`folder.index_folder` names one), None for memory.
        `facts` answers `speaker: said: is: has: tag:`; `names` looks for other spellings of a name; up to `few`
        articles are a small corpus.
        """
        self.facts: Facts = facts or NoFacts()
        self.names = names
        self._folder = folder
        self._few = few
        self._characters = 0
        self._backend: SearchBackend = MemoryBackend()
        self._titles = Titles(lambda article_id: self._backend.article(article_id))
        self._values = Values()
        self._committed = True
        self._filling = RLock()

    def __len__(self) -> int:
        return len(self._backend)

    @property
    def complete(self) -> bool:
        """Whether everything added is searchable to the last word."""
        return self._committed and not self.unread

    @property
    def unread(self) -> int:
        """How many articles are found by their titles only so far."""
        return self._backend.unread

    def add(self, articles: Iterable[Article]) -> None:
        """Take articles in, in reading order; one with the id of an earlier one replaces it.

        The very same article is not read again. In a large corpus titles are findable at once, texts with `commit`.
        """
        with self._filling:
            new = [article for article in articles if self._backend.article(article.id) is not article]
            self._committed = self._committed and not new
            if isinstance(small := self._backend, MemoryBackend):
                self._characters += sum(len(article.text) for article in new)
                if self._is_large(len(new)):
                    self._grow(small)
            self._backend.add(new)
            for article in new:
                self._titles.add(article)
                self._values.add(article)

    def _is_large(self, new: int) -> bool:
        if self._characters > FEW_CHARACTERS or len(self._backend) + new > self._few:
            return True
        if len(self._backend) or self._folder is None:
            return False
        from tui_reader.search.folder import kept_articles

        return kept_articles(self._folder) > self._few

    def _grow(self, small: MemoryBackend) -> None:
        """Go over to tantivy. The small index goes on answering for its texts until the large one has them."""
        from tui_reader.search.large import LargeBackend

        try:
            large = LargeBackend(self._folder)
        except OSError as error:
            # A cache that cannot be written is no reason not to search: the index is made in memory, each time anew.
            large = LargeBackend()
            reason = os.strerror(error.errno).lower() if error.errno else str(error)
            large.trouble = f"the search index is made in memory this time: {self._folder}: {reason}"
        large.take_over(small)
        self._backend = large

    def remove(self, ids: Iterable[str]) -> None:
        """Forget articles; unknown ids are ignored."""
        with self._filling:
            self._backend.remove(ids)

    def commit(self, tell: Progress | None = None, stopped: Callable[[], bool] | None = None) -> None:
        """All articles are here: make everything searchable, and drop what is kept of articles that are not.

        This may take a minute: `tell` hears how many texts of how many are done; once `stopped` says so, what is done
        is kept for the next start and the index stays incomplete.
        """
        with self._filling:
            self._backend.commit(tell, stopped)
            self._committed = True

    @property
    def trouble(self) -> str:
        """One line when the index could not be kept in its folder, and why; empty when all is well."""
        return self._backend.trouble

    def close(self) -> None:
        """Let go of files and locks; whoever is filling the index comes to a stop first, and what is done is kept."""
        with self._filling:
            self._backend.close()

    def search(
        self,
        query: str | Query,
        limit: int | None = None,
        *,
        cancelled: Callable[[], bool] | None = None,
        looked: Looked | None = None,
    ) -> Results:
        """Answer a query. An empty one is answered by every article in reading order.

        `cancelled` is asked between steps; when it says so, the answer is empty and not complete. `looked` hears how
        far a search is that looks at articles one by one, which takes long where their quotations have to be read.
        """
        started = perf_counter()
        asked = parse(query) if isinstance(query, str) else query
        complete, unread, articles = self.complete, self.unread, len(self)
        results = Results()
        if asked:
            results = self._search(asked, limit, cancelled or _never, looked or _silent)
        elif not asked.junk:
            results = self._everything(limit)
        took = (perf_counter() - started) * 1e3
        # What was wrong with the query explains more than that its words were not found.
        hint = asked.hint or results.hint
        complete = complete and results.complete
        return replace(results, hint=hint, complete=complete, read=articles - unread, unread=unread, ms=took)

    def _everything(self, limit: int | None) -> Results:
        articles = self._backend.articles()
        return Results(tuple(Hit(a, 0.0, Tier.EXACT) for a in articles[:limit]), len(articles))

    def _search(self, query: Query, limit: int | None, cancelled: Callable[[], bool], looked: Looked) -> Results:
        words = self._backend.vocabulary()
        ordered = wants_order(query)
        enough = max(limit, WINDOW) if ordered and limit is not None else limit
        best, meant, wanted = self._find(query, words, enough, cancelled, looked)
        if ordered:
            best = Found(in_order(best.hits, query, meant)[:limit], best.total)
        if best.hits:
            corrections = corrections_of(as_text(query), best.hits, words) | names_meant(meant)
            best = self._with_initials(query, best, limit, wanted)
            return Results(tuple(best.hits), best.total, corrections=corrections, meant=meant)
        if cancelled():
            return Results(complete=False)
        letters = self._letters(query, limit, wanted)
        if letters.total:
            return Results(tuple(letters.hits), letters.total)
        if not self.complete:
            # What is not read yet may hold every word.
            return Results()

        def answered(other: Query) -> bool:
            return bool(self._find(other, words, 1, cancelled, _silent)[0].hits)

        why = why_nothing(query, words, answered, self._backend.articles, self.facts, self._values, self.names)
        return Results(hint=why.hint, nearest=why.nearest, better=why.better)

    def _find(
        self, query: Query, words: Vocabulary, limit: int | None, cancelled: Callable[[], bool], looked: Looked
    ) -> tuple[Found, Meant, Wanted]:
        """What answers `query`, letters in order aside; what its words were taken for; what else must be true."""
        if any(term.field == "speaker" for term in query.terms):
            self.facts.meet(cancelled, lambda done, of: looked(done, of, ()))
        query = self._begun(query)
        # Without words every article is looked at, in reading order.
        of = 0 if any(t.in_text or t.field == "said" for t in query.terms) else len(self)

        def watch(wanted: Wanted) -> Wanted:
            return None if wanted is None else watched(wanted, looked, of)

        conditions = Conditions(query, self.facts, cancelled)
        found = self._reach(conditions, words, limit, cancelled, watch)
        # Who may have been meant by a mistyped name is worked out only where nobody goes by it.
        if not found[0].hits and not cancelled() and (speakers := mistyped_speakers(query, self.facts)):
            conditions = Conditions(query, self.facts, cancelled, speakers)
            found = self._reach(conditions, words, limit, cancelled, watch)
        best, plan = found
        if cancelled():
            return Found(), {}, None
        meant = {**taken_for(conditions.asked, plan), **conditions.speakers} if best.hits else {}
        return best, meant, conditions.wanted(plan)

    def _begun(self, query: Query) -> Query:
        """The query with the language or tag being typed as the beginning of one, where no article has just that."""
        begun = query.begun
        if begun is None or any(holds(begun, article, self.facts) for article in self._backend.articles()):
            return query
        last = (*query.clauses[-1][:-1], replace(begun, kind=Kind.PREFIX))
        return Query((*query.clauses[:-1], last))

    def _reach(
        self,
        conditions: Conditions,
        words: Vocabulary,
        limit: int | None,
        cancelled: Callable[[], bool],
        watch: Callable[[Wanted], Wanted],
    ) -> tuple[Found, Plan]:
        def look(plan: Plan) -> Found:
            return conditions.look(self._backend, plan, limit, watch)

        return reach_out(conditions.clauses, conditions.unfinished, words, look, self.names, cancelled)

    def _with_initials(self, query: Query, found: Found, limit: int | None, wanted: Wanted) -> Found:
        """Below what was found: titles whose words begin with the letters typed, one after the other.

        A slip or a name that happens to be near must not hide them; a real word hides all but those whose first
        words do so.
        """
        letters = _only_letters(query)
        if len(letters) < SHORTEST_INITIALS or (limit is not None and found.total >= limit):
            return found
        real = found.hits[0].tier in (Tier.EXACT, Tier.PREFIX)
        known = {hit.article.id for hit in found.hits}
        rows = [
            Hit(article, score, Tier.LETTERS)
            for score, article in self._titles.initials(letters, from_first=real)
            if article.id not in known and (wanted is None or wanted(article))
        ]
        return Found([*found.hits, *rows][:limit], found.total + len(rows)) if rows else found

    def _letters(self, query: Query, limit: int | None, wanted: Wanted) -> Found:
        letters = _only_letters(query)
        if not letters:
            return Found()
        rows = [row for row in self._titles.search(letters) if wanted is None or wanted(row[1])]
        return Found([Hit(a, score, Tier.LETTERS) for score, a in rows[:limit]], len(rows))


def _only_letters(query: Query) -> str:
    """The letters of a query that is one word and may be meant as letters of a title; else empty."""
    bare = [t for t in query.terms if t.in_text]
    if len(bare) != 1 or bare[0].kind is not Kind.WORD or bare[0].negated or bare[0].field == "text":
        return ""
    return typed_letters(bare[0].text)


def _never() -> bool:
    return False


def _silent(done: int, of: int, found: Sequence[Article]) -> None:
    """Nobody wants to know how far it is."""
