"""A passage the user kept, in the words of the W3C Web Annotation model."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tui_reader.model.span import Span

Selector = dict[str, Any]
"""A W3C selector as plain JSON; unknown kinds are kept as they came."""


class Motivation(StrEnum):
    """Why an annotation was made (W3C Web Annotation, section 3.3.5)."""

    BOOKMARKING = "bookmarking"
    HIGHLIGHTING = "highlighting"
    COMMENTING = "commenting"


class AnchorState(StrEnum):
    """What became of a passage in the article as it is now."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    ORPHAN = "orphan"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class SourceRef:
    """The article a passage was taken from, as it was then."""

    path: str
    title: str
    sha256: str
    length: int
    """Code points of the text."""
    article: str = ""
    """The article's id in the corpus it was opened with."""
    likeness: str = ""
    """A sketch of its wording, to know it again after it was renamed and edited."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One bookmark, with whatever the user added to it."""

    id: str
    source: SourceRef
    selectors: tuple[Selector, ...]
    created: str
    """ISO 8601 in UTC."""
    modified: str
    note: str = ""
    tags: tuple[str, ...] = ()
    speaker: str = ""
    paragraph: int = 0
    motivation: Motivation = Motivation.BOOKMARKING
    revision: int = 1
    deleted: bool = False
    extra: dict[str, Any] = field(default_factory=dict)
    """Fields this version does not know; written back as they came."""

    @property
    def exact(self) -> str:
        """The words that were kept."""
        return next((str(s.get("exact", "")) for s in self.selectors if s.get("type") == "TextQuoteSelector"), "")


def spelled_out(annotation: Annotation) -> str:
    """Everything the user would have to type again, for where nothing could be saved: words, and below them the rest.

    The lines of a note stay lines.
    """
    lines = [f"{annotation.source.path}: {' '.join(annotation.exact.split())}"]
    if annotation.deleted:
        lines[0] = f"deleted: {lines[0]}"
    if annotation.note:
        lines += [f"  note: {line}".rstrip() for line in annotation.note.split("\n")]
    if annotation.tags:
        lines.append(f"  tags: {' '.join('#' + tag for tag in annotation.tags)}")
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation against the articles now open."""

    annotation: Annotation
    state: AnchorState
    article: str | None = None
    """Id of the article it was found in."""
    span: Span | None = None
    """Where the passage stands now; None for an orphan or an absent article."""
