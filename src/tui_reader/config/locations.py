"""Where files live: the only importer of platformdirs. Nothing is created here."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_state_path

APPLICATION = "tui_reader"
"""Folder name below the user's folders; a Python package called `reader` exists already."""


def _folder(variable: str, default: Path) -> Path:
    override = os.environ.get(variable)
    return Path(override).expanduser().absolute() if override else default


def config_folder() -> Path:
    """What the user wrote: settings and bookmarks. `READER_CONFIG_DIR` replaces it."""
    return _folder("READER_CONFIG_DIR", user_config_path(APPLICATION, appauthor=False))


def state_folder() -> Path:
    """What the program remembers by itself: reading positions, unsaved bookmarks. `READER_STATE_DIR` replaces it."""
    return _folder("READER_STATE_DIR", user_state_path(APPLICATION, appauthor=False))


def cache_folder() -> Path:
    """What can be made again: indexes. `READER_CACHE_DIR` replaces it."""
    return _folder("READER_CACHE_DIR", user_cache_path(APPLICATION, appauthor=False))


def config_file() -> Path:
    """The settings file read when `--config` names no other."""
    return config_folder() / "config.toml"


def bookmarks_file() -> Path:
    """The bookmarks, unless `--bookmarks` or `READER_BOOKMARKS` names another file."""
    override = os.environ.get("READER_BOOKMARKS")
    return Path(override).expanduser().absolute() if override else config_folder() / "bookmarks.jsonl"


def queries_file() -> Path:
    """The queries saved by name."""
    return config_folder() / "queries.toml"


def memory_file() -> Path:
    """Reading positions, read marks and the look last used."""
    return state_folder() / "memory.json"
