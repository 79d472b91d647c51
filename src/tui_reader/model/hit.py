"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.article import Article


class Tier(StrEnum):
    """How a hit was found, best first; a lower tier never outranks a higher one."""

    EXACT = "exact"
    PREFIX = "prefix"
    TYPO = "typo"
    NAME = "name"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Match:
    """One matched word or phrase in the original characters of a title or a text."""

    field: str
    """`title` or `text`; offsets count in `Article.title` or `Article.text`."""
    start: int
    end: int
    tier: Tier = Tier.EXACT


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that answers a query. Its matches are found when they are shown (`search.highlight`)."""

    article: Article
    score: float
    tier: Tier
