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

VERSION = 6
"""Raised whenever the rules or the lexicons change what `extract` answers, or a file looks otherwise."""

_KINDS = {kind.value: kind for kind in QuoteKind}
_ATTRIBUTIONS: dict[str | None, AttributionKind | None] = {None: None, **{kind.value: kind for kind in AttributionKind}}


def encode(quotes: tuple[Quote, ...]) -> list[list[Any]]:
    """Quotes as plain JSON values: a flat row each, with None for both ends of a place that is not there."""
    return [
        [
            q.start, q.end, q.kind.value, q.attribution.value if q.attribution else None, q.rule, q.unclosed,
            *((q.cue.start, q.cue.end) if q.cue else (None, None)),
            *_speaker(q.speaker),
        ]
        for q in quotes
    ]  # fmt: skip


def _speaker(speaker: Speaker | None) -> tuple[Any, ...]:
    if speaker is None:
        return None, None, None, None
    return speaker.name, speaker.text, *((speaker.span.start, speaker.span.end) if speaker.span else (None, None))


def decode(rows: Any, size: int) -> tuple[Quote, ...]:
    """Quotes from plain values. Raises ValueError when they are not what `encode` wrote for a text of `size`."""
    if not isinstance(rows, list):
        raise ValueError("quotes are not a list")
    try:
        return tuple(_quote(row, size) for row in rows)
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not a quote: {error}") from error


def _quote(row: Any, size: int) -> Quote:
    start, end, kind, attribution, rule, unclosed, cue, cue_end, name, words, place, place_end = row
    if not (type(start) is type(end) is int and end <= size and type(rule) is str and type(unclosed) is bool):
        raise ValueError("not a place in the text")
    who = None
    if name is not None:
        if type(name) is not str or type(words) is not str:
            raise ValueError("not a name")
        who = Speaker(name, words, None if place is None else _span(place, place_end, size))
    return Quote(
        Span(start, end),
        _KINDS[kind],
        who,
        None if cue is None else _span(cue, cue_end, size),
        _ATTRIBUTIONS[attribution],
        rule,
        unclosed,
    )


def _span(start: Any, end: Any, size: int) -> Span:
    if not (type(start) is type(end) is int and end <= size):
        raise ValueError("not a place in the text")
    return Span(start, end)


def names_in(rows: Any, start: int = 0) -> list[str]:
    """The speakers of plain values, one a quotation from `start` on. Raises ValueError for anything else."""
    try:
        names = [row[8] for row in rows if row[8] is not None and row[0] >= start]
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not quotes: {error}") from error
    if not all(type(name) is str for name in names):
        raise ValueError("not a name")
    return names


class QuoteCache:
    """One small file an article under a folder; losable at any time, believed only when whole.

    The first line of a file is a digest of the version, the key and the other line: what is damaged, foreign or older
    is a miss.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.join(folder, f"v{VERSION}")

    def get(self, key: str, size: int) -> tuple[Quote, ...] | None:
        """The quotes kept under `key` for a text of `size` characters; None when there are none to trust."""
        try:
            return decode(self._body(key), size)
        except (OSError, ValueError, RecursionError):
            return None

    def names(self, key: str, start: int = 0) -> list[str] | None:
        """Only the speakers of the quotes kept under `key`, from `start` on; None when there are none to trust."""
        try:
            return names_in(self._body(key), start)
        except (OSError, ValueError, RecursionError):
            return None

    def _body(self, key: str) -> Any:
        with open(self._path(key), "rb") as file:
            digest, _, body = file.read().partition(b"\n")
        if digest != _digest(key, body):
            raise ValueError("not what was written")
        return json.loads(body)

    def put(self, key: str, quotes: tuple[Quote, ...]) -> None:
        """Keeps `quotes`; a folder that cannot be written costs nothing but the time of the next start."""
        body = json.dumps(encode(quotes), ensure_ascii=True, separators=(",", ":")).encode()
        path = self._path(key)
        with suppress(OSError, ValueError):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            handle, name = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".quotes-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_digest(key, body) + b"\n" + body)
                os.replace(name, path)
            except OSError:
                with suppress(OSError):
                    os.unlink(name)
                raise

    def _path(self, key: str) -> str:
        safe = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return os.path.join(self._folder, safe[:2], f"{safe[2:]}.json")


def _digest(key: str, body: bytes) -> bytes:
    whole = b"\n".join((str(VERSION).encode(), key.encode("utf-8", "surrogatepass"), body))
    return hashlib.sha256(whole).hexdigest().encode()
