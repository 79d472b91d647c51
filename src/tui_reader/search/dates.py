"""Dates in queries: a year, a month, a day, or a range of them, open at either end."""

from __future__ import annotations

import re
from calendar import monthrange

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_SINGLE = re.compile(_DATE)
_RANGE = re.compile(rf"({_DATE})?\.\.({_DATE})?")
_BEGUN = re.compile(r"\d{1,3}|\d{4}-[01]?|\d{4}-(?:0[1-9]|1[0-2])-[0-3]?")
_BEGUN_RANGE = re.compile(rf"({_DATE})?\.(?:\.(.*))?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = len("2023")


def date_range(text: str) -> tuple[str, str] | None:
    """First and last ISO date (inclusive, as prefixes: `2023` covers the year) of `text`; None when it is no date.

    `2023`, `2023-07`, `2023-07-01..2023-07-15`, `2023..`, `..2024-02`. An open end is an empty string.
    """
    if missing_day(text):
        return None
    if _SINGLE.fullmatch(text):
        return text, text
    found = _RANGE.fullmatch(text)
    if found is None or not (found[1] or found[2]):
        return None
    return found[1] or "", found[2] or ""


def begun_range(text: str) -> tuple[str, str] | None:
    """Bounds of what a date that is still being typed can become; None when it is whole, or can become no date.

    `202` and `2023-0` stand for every date that begins so, `2023.` and `2023..2` for 2023 and later. Both bounds are
    empty where nothing is settled yet: `..`, `..20`.
    """
    if date_range(text) is not None:
        return None
    if _begins(text):
        return text, text
    found = _BEGUN_RANGE.fullmatch(text)
    if found is None or missing_day(found[1] or "") or not (not found[2] or _begins(found[2])):
        return None
    first, last = found[1] or "", found[2] or ""
    last = last if len(last) > _YEAR else ""
    return (last, first) if _before(last, first) else (first, last)


def _begins(text: str) -> bool:
    """Whether `text` is no date but the beginning of one."""
    if _BEGUN.fullmatch(text) is None:
        return False
    return len(text) + 1 < len("2023-07-01") or any(_exists(f"{text}{digit}") for digit in "0123456789")


def missing_day(text: str) -> str:
    """The first day in `text`, written like a date or a range, that no calendar has; empty when all are right."""
    if not (_SINGLE.fullmatch(text) or _RANGE.fullmatch(text)):
        return ""
    return next((day for day in _DAY.findall(text) if not _exists(day)), "")


def _exists(day: str) -> bool:
    year, month, number = map(int, day.split("-"))
    return year > 0 and number <= monthrange(year, month)[1]


def within(date: str | None, bounds: tuple[str, str]) -> bool:
    """Whether a date, as exact as known, may lie inside: `2023` may lie in `2023-07`, and is counted."""
    if not date:
        return False
    first, last = bounds
    # ISO dates sort as text; comparing at the precision both have lets a year stand for each of its days.
    return date[: len(first)] >= first[: len(date)] and (not last or date[: len(last)] <= last[: len(date)])


def turned(text: str) -> str:
    """The range `text` the right way round when it ends before it begins; empty when there is nothing to turn."""
    first, last = date_range(text) or ("", "")
    return f"{last}..{first}" if _before(last, first) else ""


def _before(one: str, other: str) -> bool:
    """Whether a date lies before another, as far as both are known."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
