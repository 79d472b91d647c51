"""A quotation: what was said, by whom, and how we know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.span import Span


class QuoteKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    MIXED = "mixed"
    """A quoted fragment inside reported speech."""
    SCARE = "scare"
    """A title, a brand, a term: marks, but nobody speaks."""
    INDIRECT = "indirect"


class AttributionKind(StrEnum):
    """How the speaker was found."""

    CUE = "cue"
    LABEL = "label"
    PRONOUN = "pronoun"
    ROLE = "role"
    CARRIED = "carried"
    USER = "user"


GUESSED = frozenset({AttributionKind.PRONOUN, AttributionKind.ROLE, AttributionKind.CARRIED})
"""Attributions that stand on something less than a name beside the words."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted."""

    name: str
    """The fullest name this article gives."""
    text: str = ""
    """The words that name the speaker beside this quotation: `the Belarusian leader`."""
    span: Span | None = None
    """Where those words stand."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation."""

    span: Span
    """The words without the marks."""
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Span | None = None
    """The verb or phrase that introduces it: `said`, `according to`."""
    attribution: AttributionKind | None = None
    rule: str = ""
    """The evidence in a few words, to be shown: `cue after: said`, `by label, one line above`."""
    unclosed: bool = False
    """True when the closing mark is missing; the span then ends at the cue or the paragraph."""

    @property
    def start(self) -> int:
        """First code point of the words."""
        return self.span.start

    @property
    def end(self) -> int:
        """One past the last code point of the words."""
        return self.span.end

    @property
    def inferred(self) -> bool:
        """Whether the speaker was guessed: not named beside the words."""
        return self.speaker is not None and self.attribution in GUESSED
