"""Dates in queries: a year, a month, a day, or a range of them, open at either end."""

from __future__ import annotations

import re
from calendar import monthrange

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_SINGLE = re.compile(_DATE)
_RANGE = re.compile(rf"({_DATE})?\.\.({_DATE})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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
    length = min(len(first), len(last))
    return f"{last}..{first}" if last[:length] < first[:length] else ""
