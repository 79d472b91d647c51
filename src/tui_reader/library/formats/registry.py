"""Formats that are not the text itself: by suffix, each read by a function that is imported when it is needed."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui_reader.library.frontmatter import Value


class Extracted(NamedTuple):
    """The article in a document: its text in Markdown, and what the document says about it."""

    text: str
    fields: Mapping[str, Value]
    """The same keys as front matter has: `title`, `author`, `date` ..."""


class Format(NamedTuple):
    """How documents of one kind are read."""

    extract: Callable[[str], Extracted]
    """From the decoded document to its article. Never raises for any text."""
    declared: Callable[[bytes], str | None]
    """The encoding that the document says it is written in."""


_MODULES = {".html": "html", ".htm": "html", ".xhtml": "html"}

SUFFIXES = frozenset(_MODULES)


def format_of(name: str) -> Format | None:
    """The format of a file of this name; None for plain text and Markdown."""
    module = _MODULES.get(os.path.splitext(name)[1].lower())
    if module is None:
        return None
    loaded = importlib.import_module(f"tui_reader.library.formats.{module}")
    return Format(loaded.extract, loaded.declared)
