"""What the program remembers by itself: reading positions, read marks, the look last used. Losable by design.

One small JSON file in the state folder, replaced as a whole. A damaged file is set aside and forgotten: nothing the
user made is in it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MOST_PLACES = 5_000
"""Articles whose place is kept; the ones opened longest ago go first."""


@dataclass(slots=True)
class Memory:
    """Values by name, and a place per article. Changed by the main thread, saved by whoever calls `save`."""

    file: Path | None = None
    """None remembers nothing beyond this run."""
    values: dict[str, Any] = field(default_factory=dict)
    """`theme`, `column`, `sidebar`, `panel`, `numbers`, `welcomed`, `queries`: plain JSON values."""
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Path of the article to `{"at": offset, "read": bool}`, the most recently opened last."""
    _changed: dict[str, None] = field(default_factory=dict)
    """In the order of the last change: what is written last is forgotten last."""
    _dirty: bool = False

    def recall(self, name: str, default: Any = None) -> Any:
        """The value last remembered under `name`, if it has the type of `default`."""
        value = self.values.get(name, default)
        return value if default is None or type(value) is type(default) else default

    def remember(self, name: str, value: Any) -> None:
        """Keep `value`, a plain JSON value, under `name`."""
        if self.values.get(name) != value:
            self.values[name] = value
            self._dirty = True

    def place(self, path: str) -> int:
        """Offset where the article at `path` was left; 0 when it never was open."""
        at = self.places.get(path, {}).get("at")
        return at if isinstance(at, int) and at >= 0 else 0

    def is_read(self, path: str) -> bool:
        """Whether the last line of the article at `path` has been shown."""
        return bool(self.places.get(path, {}).get("read"))

    def keep_place(self, path: str, at: int) -> None:
        """Remember that the article at `path` was left at offset `at`."""
        if path == "-":
            return
        entry = self.places.pop(path, {})
        self.places[path] = {**entry, "at": at}
        self._touch(path)

    def mark_read(self, path: str, read: bool = True) -> None:
        """Set or take away the read mark of the article at `path`."""
        if path != "-" and self.is_read(path) != read:
            self.places[path] = {**self.places.get(path, {}), "read": read}
            self._touch(path)

    def _touch(self, path: str) -> None:
        self._changed.pop(path, None)
        self._changed[path] = None
        self._dirty = True

    def save(self) -> str:
        """Write what changed; returns one line saying why it could not be written, or an empty string."""
        if not self._dirty or self.file is None:
            return ""
        # Another reader may have saved meanwhile: its places are kept, ours win where both changed one.
        places = read_memory(self.file).places
        for path in self._changed:
            places.pop(path, None)
            places[path] = self.places[path]
        document = {"schema": 1, "values": self.values, "places": dict(list(places.items())[-MOST_PLACES:])}
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            _replace(self.file, json.dumps(document, ensure_ascii=False, indent=0))
        except OSError as error:
            return f"reading positions not saved: {error.strerror or error}"
        self._dirty = False
        self._changed.clear()
        return ""


def read_memory(file: Path) -> Memory:
    """Memory as saved in `file`; empty when there is none, or when it is damaged (it is then set aside)."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Memory(file)
    except (OSError, ValueError, RecursionError):
        with suppress(OSError):
            file.replace(file.with_suffix(".broken"))
        return Memory(file)
    if not isinstance(document, dict):
        return Memory(file)
    values, places = document.get("values"), document.get("places")
    return Memory(
        file,
        values if isinstance(values, dict) else {},
        {k: v for k, v in places.items() if isinstance(v, dict)} if isinstance(places, dict) else {},
    )


def _replace(file: Path, text: str) -> None:
    """Write `text` beside `file` and move it over in one step, so that no reader sees half a file."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
        os.replace(name, file)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
