"""Where the index of a large corpus is kept, and what can be known of it without opening it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

VERSION = 1
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


def info_of(folder: Path) -> dict[str, int]:
    """What the folder says of itself: `version`, `articles`; empty when it is of another version or no index."""
    try:
        info = json.loads((folder / INFO).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return info if isinstance(info, dict) and info.get("version") == VERSION else {}
