"""Results kept on disk by content, so that a second start extracts nothing."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui_reader.model.quote import AttributionKind, Quote, QuoteKind, Speaker
from tui_reader.model.span import Span

VERSION = 4
"""Raised whenever the rules or the lexicons change what `extract` answers."""


def encode(quotes: tuple[Quote, ...]) -> list[list[Any]]:
    """Quotes as plain JSON values."""
    return [
        [
            q.start, q.end, q.kind.value,
            _speaker(q.speaker), [q.cue.start, q.cue.end] if q.cue else None,
            q.attribution.value if q.attribution else None, q.rule, q.unclosed,
        ]
        for q in quotes
    ]  # fmt: skip


def _speaker(speaker: Speaker | None) -> list[Any] | None:
    if speaker is None:
        return None
    return [speaker.name, speaker.text, [speaker.span.start, speaker.span.end] if speaker.span else None]


def decode(rows: Any, size: int) -> tuple[Quote, ...]:
    """Quotes from plain values. Raises ValueError when they are not what `encode` wrote for a text of `size`."""
    if not isinstance(rows, list):
        raise ValueError("quotes are not a list")
    try:
        return tuple(_quote(row, size) for row in rows)
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not a quote: {error}") from error


def _quote(row: Any, size: int) -> Quote:
    start, end, kind, speaker, cue, attribution, rule, unclosed = row
    who = None
    if speaker is not None:
        name, words, span = speaker
        who = Speaker(_text(name), _text(words), _span(span, size) if span else None)
    return Quote(
        _span([start, end], size),
        QuoteKind(kind),
        who,
        _span(cue, size) if cue else None,
        AttributionKind(attribution) if attribution else None,
        _text(rule),
        bool(unclosed),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _span(value: Any, size: int) -> Span:
    start, end = value
    if not isinstance(start, int) or not isinstance(end, int) or end > size:
        raise ValueError("not a place in the text")
    return Span(start, end)


class QuoteCache:
    """One small file an article under a folder; losable at any time, believed only when whole.

    A file holds the version, the key and a digest of its own contents: a damaged, foreign or older one is a miss.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str, size: int) -> tuple[Quote, ...] | None:
        """The quotes kept under `key` for a text of `size` characters; None when there are none to trust."""
        try:
            record = json.loads(self._path(key).read_text("utf-8"))
            body = record["quotes"]
            if record["version"] != VERSION or record["key"] != key or record["digest"] != _digest(body):
                return None
            return decode(body, size)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, key: str, quotes: tuple[Quote, ...]) -> None:
        """Keeps `quotes`; a folder that cannot be written costs nothing but the time of the next start."""
        body = encode(quotes)
        record = {"version": VERSION, "key": key, "digest": _digest(body), "quotes": body}
        path = self._path(key)
        with suppress(OSError, ValueError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".quotes-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(record, file, ensure_ascii=True, separators=(",", ":"))
                os.replace(name, path)
            except OSError:
                with suppress(OSError):
                    os.unlink(name)
                raise

    def _path(self, key: str) -> Path:
        safe = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"v{VERSION}" / safe[:2] / f"{safe[2:]}.json"


def _digest(body: Any) -> str:
    return hashlib.sha256(json.dumps(body, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
