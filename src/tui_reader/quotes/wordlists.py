"""The files of words as they are written: lists, and the forms a list stands for."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def expand(words: str, rules: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    """Every form of the listed words with its gender, by the first rule whose ending fits."""
    found: list[tuple[str, str]] = []
    for word in words.split():
        for ending, sets in rules.items():
            if word.endswith(ending):
                stem = word[: len(word) - len(ending)]
                found += [(stem + new, g) for g, endings in sets.items() for new in endings.split()]
                break
        else:
            found.append((word, ""))
    return found


def listed(data: dict[str, Any], key: str) -> list[str]:
    """The words under a key."""
    value = data.get(key, "")
    return value.split() if isinstance(value, str) else []


def table(name: str) -> dict[str, Any]:
    """What a file of `lexicons/` holds."""
    import tomllib

    with open(os.path.join(os.path.dirname(__file__), "lexicons", f"{name}.toml"), "rb") as file:
        return tomllib.load(file)
