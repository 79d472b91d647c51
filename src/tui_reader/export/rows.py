"""What an export is made from: bookmarks with what is known of their articles."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass

from tui_reader.model.annotation import Annotation, Placed
from tui_reader.model.article import Article


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One bookmark, with the facts of its article that an export may name."""

    placed: Placed
    article: str
    """Id of the article; empty when it is not known any more."""
    title: str
    path: str
    """Absolute path as shown, or `-` for standard input."""
    file: str = ""
    """Path of the file itself, surrogate escapes and all; empty when the article is not open or no file."""
    sha256: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    source: str = ""
    url: str = ""
    paragraph: int = 0
    """Number of the paragraph it stands in now, or stood in then; 0 when unknown."""
    speaker: str = ""

    @property
    def annotation(self) -> Annotation:
        """The bookmark itself."""
        return self.placed.annotation


def row(placed: Placed, article: Article | None, speaker: str = "") -> ExportRow:
    """The row of a placed bookmark; `article` is the one it was found in, None when that is not open.

    `speaker` is who says the passage now; the speaker saved with the bookmark is used where none is given.
    """
    annotation = placed.annotation
    source = annotation.source
    speaker = speaker or annotation.speaker
    if article is None:
        return ExportRow(
            placed,
            article=source.article,
            title=source.title,
            path=source.path,
            sha256=source.sha256,
            paragraph=annotation.paragraph,
            speaker=speaker,
        )
    return ExportRow(
        placed,
        article=article.id,
        title=article.title,
        path=article.path,
        file=article.file or "",
        sha256=article.sha256,
        author=article.author,
        date=article.date or "",
        language=article.language or "",
        source=article.source,
        url=article.url,
        paragraph=article.paragraph_at(placed.span.start) if placed.span else annotation.paragraph,
        speaker=speaker,
    )


def stamp(environment: Mapping[str, str] | None = None) -> str:
    """The time of an export in UTC, ISO 8601; SOURCE_DATE_EPOCH makes it reproducible."""
    given = (os.environ if environment is None else environment).get("SOURCE_DATE_EPOCH", "")
    seconds = int(given) if given.isascii() and given.isdigit() and len(given) < 12 else time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
