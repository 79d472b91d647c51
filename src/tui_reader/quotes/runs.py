"""Runs of capitalised words, which hold the full names of a text."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.quotes.items import upper

_SMALL = r"(?:(?:de|del|della|di|da|la|le|van|von|der|den|bin|ibn|al|el|ul|dos|du|st|ter|ten|zu)\s){1,2}"


@cache
def capital() -> str:
    """Pattern of one capitalised word or a run of initials."""
    return rf"[{upper()}]{_rest()}"


@cache
def _rest() -> str:
    """What follows the first capital. No part of it is ever given back: a word ends where its letters do."""
    return rf"(?:\.-?(?:[{upper()}]\.-?)*|[^\W_]*+(?:['’ʼ-][^\W_]++)*+)"


@cache
def full_names() -> re.Pattern[str]:
    """A run of at least two capitalised words.

    It begins with the class of capitals, which the engine skips to quickly; what stands before is looked at after.
    """
    more = rf"[ \u00a0](?:|{_SMALL}){capital()}"
    return re.compile(rf"[{upper()}](?<![^\W_].){_rest()}{more}(?:{more}){{0,8}}")


@cache
def capital_words() -> re.Pattern[str]:
    """One capitalised word."""
    return re.compile(rf"(?<![^\W_])[{upper()}](?:[^\W_]|['’ʼ-](?=[^\W_]))+")


def runs_of(run: str, start: int) -> list[tuple[str, int]]:
    """A run of capitals without a leading institution (`BDU Dieter Hale`), cut where the script changes."""
    words = run.split(" ")
    skipped = 0
    if not run.isupper():
        while len(words[skipped]) > 1 and words[skipped].isupper() and "." not in words[skipped]:
            skipped += 1
    at = sum([len(word) + 1 for word in words[:skipped]]) if skipped else 0
    if run.isascii():
        return [(run[at:], start + at)]
    found: list[tuple[str, int]] = []
    for word in words[skipped:]:
        if found and (word[:1] >= "Ѐ") == (found[-1][0][:1] >= "Ѐ"):
            found[-1] = (found[-1][0] + " " + word, found[-1][1])
        else:
            found.append((word, start + at))
        at += len(word) + 1
    return found


def is_office(part: str, following: list[str]) -> bool:
    """Whether an abbreviation stands before a name: `МИДа Сэйдзи Маэхара`."""
    caps = len(part) > 2 and part[:2].isalpha() and part[:2].isupper()
    return caps and bool(following) and not following[0].isupper()
