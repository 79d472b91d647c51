"""Which bookmark an id means when only a part of it was typed."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.model.annotation import Annotation
from tui_reader.model.errors import AmbiguousBookmarkError, UnknownBookmarkError

_SHORTEST_END = 4
"""Digits at the end of an id that may stand for it: ids made within a minute begin alike."""


def meant(identity: str, annotations: Sequence[Annotation]) -> Annotation:
    """The one whose id begins so, or failing that ends so. Raises UnknownBookmarkError, AmbiguousBookmarkError."""
    wanted = identity.casefold()
    found, part = [a for a in annotations if wanted and a.id.casefold().startswith(wanted)], "begin"
    if not found and len(wanted) >= _SHORTEST_END:
        found, part = [a for a in annotations if a.id.casefold().endswith(wanted)], "end"
    if not found:
        raise UnknownBookmarkError(f"no bookmark {identity!r}; `reader bookmarks list` shows them")
    if len(found) > 1:
        raise AmbiguousBookmarkError(f"{len(found)} bookmarks {part} with {identity!r}; give more of the id")
    return found[0]
