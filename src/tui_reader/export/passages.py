"""Passages of a query as CSV: one line each, with what stands before and after."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from tui_reader.export.table import safe_cell

COLUMNS = ("left", "keyword", "right", "title", "article", "paragraph", "start", "end", "date", "author", "source")


def render_passages(rows: Iterable[Sequence[str]]) -> str:
    """The table with a header line; every row holds a cell for each of COLUMNS. Lines end in CR LF (RFC 4180).

    No cell is one that a spreadsheet would run as a formula.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])
    return out.getvalue()
