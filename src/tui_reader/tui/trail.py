"""Places the user was at before a jump, to go back to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui_reader.model.span import Span

MOST = 50
"""Places kept; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was reading."""

    article: str
    """Id of the article."""
    top: int
    """Offset of the first character seen."""
    cursor: Span | None
    """The reading cursor."""


@dataclass(slots=True)
class Trail:
    """A stack of places, the latest on top; two equal ones never lie on each other."""

    places: list[Place] = field(default_factory=list)

    def push(self, place: Place | None) -> None:
        """Put `place` on top; None is no place."""
        if place is not None and self.places[-1:] != [place]:
            self.places.append(place)
            del self.places[:-MOST]

    def pop(self) -> Place | None:
        """Take the latest place away; None when there is none."""
        return self.places.pop() if self.places else None

    def loosen(self, article: str) -> None:
        """The text of an article is another one: of the places in it, what is seen is kept and no cursor."""
        self.places = [replace(place, cursor=None) if place.article == article else place for place in self.places]

    def __len__(self) -> int:
        return len(self.places)
