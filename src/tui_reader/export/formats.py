"""The formats of an export by name; each is a pure function from rows to text."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence

from tui_reader.export.rows import ExportRow, stamp
from tui_reader.model.errors import UsageError

FORMATS = {"markdown": "markdown", "jsonld": "jsonld", "csv": "table"}
"""Name of a format, and the module of this package that renders it."""

SUFFIXES = {"markdown": ".md", "jsonld": ".jsonld", "csv": ".csv"}


def renderer(name: str) -> Callable[[Sequence[ExportRow], str], str]:
    """The function of a format. Raises UsageError for a name that is none."""
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}; known are {', '.join(FORMATS)}")
    module = importlib.import_module(f"tui_reader.export.{FORMATS[name]}")
    render: Callable[[Sequence[ExportRow], str], str] = module.render
    return render


def export(rows: Sequence[ExportRow], name: str, made: str | None = None) -> str:
    """`rows` in the format `name`; `made` is the time written into it, now by default (SOURCE_DATE_EPOCH counts)."""
    return renderer(name)(rows, stamp() if made is None else made)
