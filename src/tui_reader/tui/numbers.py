"""Numbers as every bar and list writes them."""

from __future__ import annotations


def thousands(number: int) -> str:
    """`10 096`."""
    return f"{number:,}".replace(",", " ")


def counted(number: int, what: str) -> str:
    """`1 article`, `10 096 articles`."""
    return f"{thousands(number)} {what}{'s' * (number != 1)}"
