"""Rows to export."""

from tests.proofs.articles import article
from tui_reader.annotations.anchoring import describe
from tui_reader.export.rows import ExportRow, row
from tui_reader.model.annotation import AnchorState, Annotation, Motivation, Placed, SourceRef
from tui_reader.model.article import Article
from tui_reader.model.span import Span

FERRY = article()
ID = "019a0000-0000-7000-8000-000000000001"


def made(passage: str = "The pier is ready.", source: Article = FERRY, state: str = "exact", **more) -> ExportRow:
    start = source.text.index(passage)
    annotation = Annotation(
        id=more.pop("id", ID),
        source=SourceRef(source.path, source.title, source.sha256, len(source.text), source.id),
        selectors=tuple(describe(source.text, start, start + len(passage))),
        created="2026-11-01T10:00:00.000Z",
        modified="2026-11-02T10:00:00.000Z",
        paragraph=source.paragraph_at(start),
        motivation=more.pop("motivation", Motivation.BOOKMARKING),
        **more,
    )
    here = state not in ("orphan", "absent")
    span = Span(start, start + len(passage)) if here else None
    placed = Placed(annotation, AnchorState(state), source.id if state != "absent" else None, span)
    return row(placed, source if state != "absent" else None)
