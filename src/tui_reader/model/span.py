"""A position in a text."""

from __future__ import annotations

from dataclasses import dataclass

SAME_WORDS = 0.5
"""Share that two passages must have in common to be the same words, differently cut."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in `Article.text`, as the W3C Web Annotation model counts them."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        """Whether the code point at `offset` is inside."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether at least one code point is in both."""
        return self.start < other.end and other.start < self.end

    def likeness(self, other: Span) -> float:
        """What both have in common, as a share of what they cover together."""
        common = min(self.end, other.end) - max(self.start, other.start)
        return common / (max(self.end, other.end) - min(self.start, other.start)) if common > 0 else 0.0

    def alike(self, other: Span) -> bool:
        """Whether both are the same words, differently cut."""
        return self.likeness(other) > SAME_WORDS

    def shift(self, by: int) -> Span:
        """The same length, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The slice of `text`."""
        return text[self.start : self.end]
