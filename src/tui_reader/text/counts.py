"""Numbers as they are shown everywhere: `21 373`, `1 article`, `1 200 articles`."""

from __future__ import annotations


def grouped(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", " ")


def some(count: int, what: str, several: str = "") -> str:
    """`1 article`, `1 200 articles`; `several` is the word for many where it is not made with an s."""
    return f"{grouped(count)} {what if count == 1 else several or what + 's'}"
