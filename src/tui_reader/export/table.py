"""Bookmarks as CSV: RFC 4180, UTF-8, and no cell a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tui_reader.export.links import address, link
from tui_reader.export.rows import ExportRow

COLUMNS = (
    "id",
    "article",
    "title",
    "author",
    "date",
    "paragraph",
    "speaker",
    "quotation",
    "note",
    "tags",
    "state",
    "kind",
    "created",
    "modified",
    "context_before",
    "context_after",
    "language",
    "url",
    "path",
    "address",
    "link",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes Excel, LibreOffice or Sheets compute a cell (OWASP, CSV injection), their full-width twins included."""


def safe_cell(text: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would take it for a formula."""
    return "'" + text if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def render(rows: Sequence[ExportRow], made: str = "") -> str:
    """The table with a header line; lines end in CR LF as RFC 4180 asks. `made` is not used."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in _cells(row)])
    return out.getvalue()


def _cells(row: ExportRow) -> tuple[str, ...]:
    annotation = row.annotation
    quote = next((s for s in annotation.selectors if s.get("type") == "TextQuoteSelector"), {})
    return (
        annotation.id,
        row.article,
        row.title,
        row.author,
        row.date,
        str(row.paragraph or ""),
        row.speaker,
        annotation.exact,
        annotation.note,
        "; ".join(annotation.tags),
        str(row.placed.state),
        str(annotation.motivation),
        annotation.created,
        annotation.modified,
        " ".join(str(quote.get("prefix", "")).split()),
        " ".join(str(quote.get("suffix", "")).split()),
        row.language,
        row.url,
        row.path,
        address(row),
        link(row),
    )
