"""How much one person is quoted: by article, by year, from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_reader.model.article import Article


@dataclass(slots=True)
class SpeakerCount:
    """One person across articles."""

    name: str
    quotes: int = 0
    articles: dict[str, int] = field(default_factory=dict)
    """Article id to the number of quotations there."""
    first: str | None = None
    """Earliest date of an article that quotes the person, ISO 8601; None when no article is dated."""
    last: str | None = None
    years: dict[str, int] = field(default_factory=dict)
    """Year to the number of quotations, in order; undated ones are left out."""

    def add(self, article: Article) -> None:
        """One more quotation, in `article`."""
        self.quotes += 1
        self.articles[article.id] = self.articles.get(article.id, 0) + 1
        if article.date:
            self.first = min(self.first, article.date) if self.first else article.date
            self.last = max(self.last, article.date) if self.last else article.date
            self.years[article.date[:4]] = self.years.get(article.date[:4], 0) + 1

    @property
    def dates(self) -> str:
        """`2021-03-01 – 2024`, one date, or `no dates`."""
        if not self.first or not self.last:
            return "no dates"
        return self.first if self.first == self.last else f"{self.first} – {self.last}"

    @property
    def when(self) -> str:
        """The same in years where it is more than one: `2021–2024`."""
        if not self.first or not self.last or self.first[:4] == self.last[:4]:
            return self.dates if self.first == self.last else (self.first or "")[:4]
        return f"{self.first[:4]}–{self.last[:4]}"


def counted(name: str, articles: Iterable[Article]) -> SpeakerCount:
    """What a person said, from the article of each quotation; the years in order."""
    count = SpeakerCount(name)
    for article in articles:
        count.add(article)
    count.years = dict(sorted(count.years.items()))
    return count
