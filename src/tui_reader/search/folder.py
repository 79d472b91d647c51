"""Where the index of a large corpus is kept, and what can be known of it without opening it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import crc32

VERSION = 4
"""Raised when fields, folding or the cutting of words change: an older index is then made anew."""

INFO = "reader.json"
"""The file in the folder that says what the folder is."""


def index_folder(cache: Path, roots: Iterable[Path]) -> Path:
    """The folder below `cache` for the corpus made of these paths: the same paths, the same folder."""
    names = "\0".join(sorted(str(root.absolute()) for root in roots)).encode("utf-8", "surrogatepass")
    return cache / "index" / blake2b(names, digest_size=12).hexdigest()


def kept_articles(folder: Path | None) -> int:
    """How many articles the index in `folder` holds, as it says itself; 0 when there is none to be used."""
    return int(info_of(folder).get("articles", 0)) if folder else 0


def info_of(folder: Path) -> dict[str, Any]:
    """What the folder says of itself: `version`, `articles`, `files`; empty when it is of another version or none."""
    try:
        info = json.loads((folder / INFO).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return info if isinstance(info, dict) and info.get("version") == VERSION else {}


_AT_ONCE = 1 << 20


def checksums(folder: Path) -> dict[str, list[int]]:
    """Size and CRC-32 of every file of the index, as they are now. Raises OSError.

    A byte that flipped on the disk makes tantivy stop the whole program, so every byte is looked at before it is used:
    0.1 s for the index of 100 000 articles, in a worker.
    """
    files = (path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix not in (".lock", ".new"))
    return {path.name: _checksum(path) for path in files if path.name != INFO}


def is_whole(folder: Path, info: dict[str, Any]) -> bool:
    """Whether every file that was written is there, byte for byte."""
    files = info.get("files")
    if not isinstance(files, dict) or not files:
        return False
    try:
        return all(_checksum(folder / name) == kept for name, kept in files.items())
    except OSError:
        return False


def _checksum(path: Path) -> list[int]:
    size = checked = 0
    with path.open("rb", buffering=0) as file:
        while block := file.read(_AT_ONCE):
            size, checked = size + len(block), crc32(block, checked)
    return [size, checked]
