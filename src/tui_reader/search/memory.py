"""An index in plain Python dictionaries: ready at once, and fast as long as the articles are few.

It imports nothing: five articles are searchable 10 ms before tantivy would have been imported.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from threading import RLock
from typing import TYPE_CHECKING

from tui_reader.model.hit import Hit
from tui_reader.search.backend import Found
from tui_reader.search.plan import TIERS, Group, Pattern, Plan
from tui_reader.search.postings import Scores, both, count, merge
from tui_reader.search.ranking import TITLE_WEIGHT, rarity, saturated
from tui_reader.search.vocabulary import Ordered, Vocabulary, form_of
from tui_reader.search.words import term, words_of
from tui_reader.search.written import Marked, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui_reader.model.article import Article
    from tui_reader.search.backend import Progress


class MemoryBackend:
    """Postings in dictionaries. One lock guards everything; it is held for one article or one search at a time."""

    trouble = ""

    def __init__(self) -> None:
        """Empty."""
        self._vocabulary = Vocabulary(self.frequency)
        self._lock = RLock()
        self._place: dict[str, int] = {}
        self._clear()

    def _clear(self) -> None:
        self._articles: list[Article | None] = []
        self._number: dict[str, int] = {}
        self._ids: dict[str, int] = {}
        self._id_of_term: dict[str, int] = {}
        self._ordered = Ordered()
        self._unlearnt: list[str] = []
        self._titles: list[array[int]] = []
        self._texts: list[array[int]] = []
        self._in_title: dict[int, list[int]] = defaultdict(list)
        self._in_text: dict[int, list[int]] = defaultdict(list)
        self._counts: dict[int, list[int]] = defaultdict(list)
        self._marked = Marked()
        self._title_written, self._text_written = Written(self._marked), Written(self._marked)
        self._title_words = self._text_words = 0

    # Taking in and letting go

    def add(self, articles: Iterable[Article]) -> None:
        """Index articles, replacing those with the same id."""
        for article in articles:
            self._add(article)

    def _add(self, article: Article) -> None:
        title = words_of(article.title)
        text = words_of(article.text, article.body)
        with self._lock:
            self._forget(article.id)
            number = len(self._articles)
            self._articles.append(article)
            self._number[article.id] = number
            self._place.setdefault(article.id, len(self._place))
            self._titles.append(self._numbers(title, number, self._title_written))
            self._texts.append(self._numbers(text, number, self._text_written))
            for word in set(self._titles[number]):
                self._in_title[word].append(number)
            for word, times in Counter(self._texts[number]).items():
                self._in_text[word].append(number)
                self._counts[word].append(times)
            self._title_words += len(title)
            self._text_words += len(text)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget articles."""
        with self._lock:
            for article_id in ids:
                self._forget(article_id)
                self._place.pop(article_id, None)
            if len(self._articles) > 2 * len(self._number) + 100:
                self._rebuild()

    def __len__(self) -> int:
        return len(self._number)

    @property
    def unread(self) -> int:
        """None: what is added is findable."""
        return 0

    def articles(self) -> list[Article]:
        """All articles in reading order."""
        with self._lock:
            found = [article for article in self._articles if article]
            return sorted(found, key=lambda article: self._place[article.id])

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        number = self._number.get(article_id)
        return None if number is None else self._articles[number]

    def commit(self, tell: Progress | None = None, stopped: Callable[[], bool] | None = None) -> None:
        """Nothing to do: what is added is findable."""

    def close(self) -> None:
        """Nothing to let go of."""

    def _forget(self, article_id: str) -> None:
        number = self._number.pop(article_id, None)
        if number is not None:
            self._title_words -= len(self._titles[number])
            self._text_words -= len(self._texts[number])
            self._articles[number] = None
            self._titles[number] = self._texts[number] = array("I")

    def _rebuild(self) -> None:
        living = [article for article in self._articles if article]
        self._clear()
        self.add(living)

    def _numbers(self, words: list[str], number: int, noted: Written) -> array[int]:
        """The numbers of the terms of `words`; new terms are learnt, and how they are written is noted."""
        ids = self._ids
        distinct = set(words)
        for word in distinct:
            if word not in ids:
                self._learn(word)
        noted.add(distinct, number)
        return array("I", map(ids.__getitem__, words))

    def _learn(self, word: str) -> None:
        name = term(word)
        if name not in self._id_of_term:
            self._id_of_term[name] = len(self._id_of_term)
            self._ordered.add(name)
        self._ids[word] = self._id_of_term[name]
        self._unlearnt.append(word)
        self._marked.learn(word)

    # Answering

    def vocabulary(self) -> Vocabulary:
        """The words of all articles that were ever here."""
        # Learnt when first asked for: half of the work, and none of it before somebody searches.
        with self._lock:
            for word in self._unlearnt:
                self._vocabulary.learn(form_of(word))
            self._unlearnt.clear()
        return self._vocabulary

    def frequency(self, name: str) -> int:
        """In how many articles a term occurs."""
        word = self._id_of_term.get(name)
        if word is None:
            return 0
        with self._lock:
            numbers = {*self._in_title.get(word, ()), *self._in_text.get(word, ())}
            return sum(self._articles[number] is not None for number in numbers)

    def search(self, plan: Plan, limit: int | None, wanted: Callable[[Article], bool] | None = None) -> Found:
        """Articles that answer `plan`; see `SearchBackend.search`."""
        with self._lock:
            rows = [
                (rank, -score, self._place[article.id], article)
                for number, (rank, score) in self._answer(plan).items()
                if (article := self._articles[number]) is not None
            ]
        # `wanted` may ask other services: never while the lock is held.
        if wanted is not None:
            rows = [row for row in rows if wanted(row[3])]
        rows.sort(key=lambda row: row[:3])
        hits = [Hit(article, -negative, TIERS[rank]) for rank, negative, _, article in rows[:limit]]
        return Found(hits, len(rows))

    def _answer(self, plan: Plan) -> Scores:
        result: Scores | None = None
        unwanted: set[int] = set()
        for clause in plan:
            if len(clause) == 1 and clause[0].negated:
                unwanted |= self._pattern(clause[0]).keys()
                continue
            found = self._clause(clause)
            result = found if result is None else both(result, found)
        if result is None:
            result = dict.fromkeys(range(len(self._articles)), (0, 0.0))
        return {number: scored for number, scored in result.items() if number not in unwanted}

    def _clause(self, clause: tuple[Pattern, ...]) -> Scores:
        result: Scores = {}
        for pattern in clause:
            found = self._pattern(pattern)
            if pattern.negated:
                found = {n: (0, 0.0) for n in range(len(self._articles)) if n not in found}
            merge(result, found)
        return result

    def _pattern(self, pattern: Pattern) -> Scores:
        result: Scores = {}
        for group in pattern.groups:
            merge(result, self._group(group, pattern.field))
        return result

    def _group(self, group: Group, field: str) -> Scores:
        """Articles that hold a word of the group, scored with BM25 as if the group were one word."""
        title: set[int] = set()
        text: dict[int, int] = {}
        if group.phrase:
            title, text = self._phrase(group)
        else:
            for word in self._words_of(group):
                title.update(self._in_title.get(word, ()))
                for number, times in zip(self._in_text.get(word, ()), self._counts.get(word, ()), strict=True):
                    text[number] = text.get(number, 0) + times
        if field == "title":
            text = {}
        elif field == "text":
            title = set()
        if group.written:
            title = self._title_written.narrowed(group, title)
            text = {number: text[number] for number in self._text_written.narrowed(group, text.keys())}
        return self._score(group, title | text.keys(), title, text)

    def _score(self, group: Group, numbers: set[int], title: set[int], text: dict[int, int]) -> Scores:
        """BM25 in each field, as if the group were one word; a word rare in titles says more there than in texts."""
        articles = max(1, len(self._number))
        in_title = TITLE_WEIGHT * group.weight * rarity(len(title), articles)
        in_text = group.weight * rarity(len(text), articles)
        usual_title = max(1.0, self._title_words / articles)
        usual_text = max(1.0, self._text_words / articles)
        rank = TIERS.index(group.tier)
        scores: Scores = {}
        for number in numbers:
            score = 0.0
            if number in title:
                length = len(self._titles[number]) / usual_title if group.brief else 1.0
                score = in_title * saturated(1, length)
            if number in text:
                score += in_text * saturated(text[number], len(self._texts[number]) / usual_text)
            scores[number] = (rank, score)
        return scores

    def _words_of(self, group: Group) -> Iterable[int]:
        if not group.prefix:
            return (self._id_of_term[t] for t in group.terms if t in self._id_of_term)
        return (self._id_of_term[t] for t in self._ordered.beginning(group.terms[0]))

    def _phrase(self, group: Group) -> tuple[set[int], dict[int, int]]:
        ids = [self._id_of_term.get(t) for t in group.terms]
        begun = self._ordered.beginning(group.terms[-1]) if group.prefix else ()
        # All endings at once: thousands of words may go on from one digit, and each would read every text anew.
        lasts = {self._id_of_term[t] for t in begun} if group.prefix else {ids[-1]}
        first = array("I", [word for word in ids[:-1] if word is not None])
        if len(first) < len(ids) - 1:
            return set(), {}
        held = first if group.prefix else first + array("I", [word for word in ids[-1:] if word is not None])
        title = {n for n in self._holding(held, self._in_title) if count(self._titles[n], first, lasts)}
        found = {n: count(self._texts[n], first, lasts) for n in self._holding(held, self._in_text)}
        return title, {number: times for number, times in found.items() if times}

    def _holding(self, words: array[int], postings: dict[int, list[int]]) -> set[int]:
        rows = sorted((postings.get(word, []) for word in set(words)), key=len)
        return set(rows[0]).intersection(*rows[1:]) if rows else set()
