"""Between the records of the journal and `Annotation`. Whatever a file holds, this is where it becomes harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tui_reader.annotations.anchoring import describe
from tui_reader.annotations.heads import join
from tui_reader.annotations.likeness import sketch
from tui_reader.annotations.record import Entry
from tui_reader.model.annotation import Annotation, Motivation, Selector, SourceRef
from tui_reader.model.article import Article
from tui_reader.model.errors import RepositoryError
from tui_reader.model.span import Span
from tui_reader.text.gate import harmless, harmless_line

KIND = "annotation"
CORRECTION = "correction"
"""What the user decided about speakers and persons (`corrections.py`)."""

_DOUBTFUL = re.compile(
    rb"\\[urbf]|\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]"  # UTF-8 of what the gate changes
)
"""A line without any of these holds nothing the gate would change; most lines do not, and are loaded twice as fast."""

_HISTORY = frozenset({"kind", "id", "rev", "op", "t", "dev", "seen", "crc"})
_KNOWN = _HISTORY | {
    "source",
    "selector",
    "note",
    "tags",
    "speaker",
    "paragraph",
    "motivation",
    "created",
}


def annotation(heads: tuple[Entry, ...]) -> Annotation:
    """The annotation a record's heads describe; wrong types become empty values, never an error."""
    fields = join(heads)
    source = fields.get("source")
    source = source if isinstance(source, dict) else {}
    stamps = sorted(str(h.fields["created"]) for h in heads if isinstance(h.fields.get("created"), str))
    modified = _line(fields.get("t"))
    return Annotation(
        id=harmless_line(heads[0].id),
        source=SourceRef(
            path=_line(source.get("path")),
            title=_line(source.get("title")),
            sha256=_line(source.get("sha256")),
            length=_number(source.get("length")),
            article=_line(source.get("article")),
            likeness=_line(source.get("likeness")),
        ),
        selectors=selectors(fields.get("selector"), gate=any(_DOUBTFUL.search(head.raw) for head in heads)),
        created=_line(stamps[0]) if stamps else modified,
        modified=modified,
        note=harmless(_text(fields.get("note"))),
        tags=clean_tags(fields.get("tags")),
        speaker=_line(fields.get("speaker")),
        paragraph=_number(fields.get("paragraph")),
        motivation=_motivation(fields.get("motivation")),
        revision=max(head.revision for head in heads),
        deleted=all(head.deleted for head in heads),
        extra={name: value for name, value in fields.items() if name not in _KNOWN},
    )


def selectors(value: object, *, gate: bool = True) -> tuple[Selector, ...]:
    """The selectors among whatever stands in a record, unknown kinds included; made harmless if `gate` says so."""
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return ()
    return tuple(_gated(each) if gate else each for each in value if isinstance(each, dict))


def _gated(value: Any) -> Any:
    # Article texts passed the same gate, so gated words still match them.
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, dict):
        return {key: _gated(each) for key, each in value.items()}
    return [_gated(each) for each in value] if isinstance(value, list) else value


def clean_tags(value: object) -> tuple[str, ...]:
    """Tags without spaces around them, without doubles, in their order."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        return ()
    tags = (harmless_line(tag).strip() for tag in value if isinstance(tag, str))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def passage_fields(article: Article, span: Span) -> dict[str, Any]:
    """The members of a record that say where a passage stands. Raises RepositoryError when it stands nowhere."""
    if not len(span) or span.end > len(article.text):
        raise RepositoryError(f"{span.start}..{span.end} is no passage of {article.id}")
    source = SourceRef(article.path, article.title, article.sha256, len(article.text), article.id, sketch(article.text))
    return {
        "source": source_fields(source),
        "selector": describe(article.text, span.start, span.end),
        "paragraph": article.paragraph_at(span.start),
    }


def source_fields(source: SourceRef) -> dict[str, Any]:
    """The members of `source` as they are written."""
    return {
        "path": source.path,
        "title": source.title,
        "sha256": source.sha256,
        "length": source.length,
        "article": source.article,
        "likeness": source.likeness,
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _line(value: object) -> str:
    return harmless_line(_text(value))


def _number(value: object) -> int:
    return value if type(value) is int and value >= 0 else 0


def _motivation(value: object) -> Motivation:
    known = {motivation.value: motivation for motivation in Motivation}
    return known.get(_text(value), Motivation.BOOKMARKING)
