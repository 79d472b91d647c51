"""Queries the user saved by name: a plain TOML file, one query a line, that may be edited by hand.

A change reads the file again and rewrites the lines it concerns, so that what another reader saved meanwhile, comments
and whatever this version does not know all stay.
"""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui_reader.model.errors import ReaderError
from tui_reader.text.gate import harmless_line

_HEAD = '# Saved queries of the reader: "name" = "query", one a line.\n'
LONGEST_NAME = 80


class QueriesError(ReaderError):
    """Saved queries that could not be read or written."""


class SavedQueries:
    """The queries in one file. Nothing is remembered between calls: the file is what counts."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def all(self) -> dict[str, str]:
        """Name to query, in the order of the file. Raises QueriesError when the file cannot be understood."""
        return _entries(self._read())

    def save(self, name: str, query: str) -> None:
        """Keep `query` under `name`, in the place of one that had the name. Raises QueriesError."""
        name, query = clean_name(name), harmless_line(query)
        if not name:
            raise QueriesError("a query needs a name")
        self._write({**self.all(), name: query}, name)

    def remove(self, name: str) -> None:
        """Forget the query called `name`, if there is one. Raises QueriesError."""
        entries = self.all()
        if entries.pop(name, None) is not None:
            self._write(entries, name)

    def _read(self) -> str:
        try:
            return self.file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise QueriesError(f"{self.file}: {_reason(error)}") from error

    def _write(self, wanted: Mapping[str, str], changed: str) -> None:
        """Make the file say `wanted`, which differs from what it says in the entry `changed` alone."""
        text = self._read()
        # Not `splitlines`: it would also break a query at a Unicode line separator.
        lines = [f"{line}\n" for line in (text or _HEAD).removesuffix("\n").split("\n")]
        lines = [line for line in lines if changed not in _line_entry(line)]
        if changed in wanted:
            # Before the first table, where names of the top level end.
            place = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
            lines.insert(place, f"{_quoted(changed)} = {_quoted(wanted[changed])}\n")
        new = "".join(lines)
        try:
            same = _entries(new) == dict(wanted)
        except QueriesError:
            same = False
        try:
            if not same:
                # An entry written over several lines: all of them are written anew, and the old file is kept.
                self.file.with_suffix(".toml.before").write_text(text, encoding="utf-8")
                new = _HEAD + "".join(f"{_quoted(name)} = {_quoted(query)}\n" for name, query in wanted.items())
            _replace(self.file, new)
        except OSError as error:
            raise QueriesError(f"query not saved: {self.file}: {_reason(error)}") from error


def clean_name(name: str) -> str:
    """A name on one line, without control characters and of a length that can be shown."""
    return harmless_line(" ".join(name.split()))[:LONGEST_NAME].rstrip()


def _entries(text: str) -> dict[str, str]:
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise QueriesError(f"saved queries cannot be understood: {error}; nothing was changed") from error
    return {harmless_line(name): harmless_line(query) for name, query in document.items() if isinstance(query, str)}


def _line_entry(line: str) -> dict[str, str]:
    """The entry that stands on this line, if it is one."""
    try:
        return _entries(line)
    except QueriesError:
        return {}


def _quoted(text: str) -> str:
    # A JSON string is a TOML string; both gates leave no DEL and no lone surrogate, the two exceptions.
    return json.dumps(text, ensure_ascii=False)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else "is not UTF-8"


def _replace(file: Path, text: str) -> None:
    """Write `text` beside `file` and move it over in one step; a link stays a link."""
    file.parent.mkdir(parents=True, exist_ok=True)
    target = file.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, target)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
