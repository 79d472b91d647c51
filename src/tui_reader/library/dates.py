"""The date of an article. A wrong date is worse than none: only a full date that stands where dates of articles stand.

Month names in nine languages, inflected where the language inflects them; ISO dates; no relative dates, no dates
with two-digit years, no all-number dates whose order is open.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

EARLIEST, LATEST = 1500, 2200
LONGEST_LINE = 120
"""A date line holds a date, a place, a name; a longer line is prose, and its dates are about something else."""

_MONTHS = (
    "january jan stycznia styczeń января январь січня студзеня januar jänner janvier enero gennaio janeiro "
    "ledna januari",
    "february feb lutego luty февраля февраль лютого лютага februar février febrero febbraio fevereiro února februari",
    "march mar marca marzec марта март березня сакавіка märz mars marzo março března maart",
    "april apr kwietnia kwiecień апреля апрель квітня красавіка avril abril aprile dubna",
    "may maja maj мая май травня траўня mai mayo maggio maio května mei",
    "june jun czerwca czerwiec июня июнь червня чэрвеня juni juin junio giugno junho června",
    "july jul lipca lipiec июля июль липня ліпеня juli juillet julio luglio julho července",
    "august aug sierpnia sierpień августа август серпня жніўня août agosto srpna augustus",
    "september sep sept września wrzesień сентября сентябрь вересня верасня septembre septiembre settembre "
    "setembro září",
    "october oct października październik октября октябрь жовтня кастрычніка oktober octobre octubre ottobre "
    "outubro října",
    "november nov listopada listopad ноября ноябрь листопада лістапада novembre noviembre novembro listopadu",
    "december dec grudnia grudzień декабря декабрь грудня снежня dezember décembre diciembre dicembre dezembro "
    "prosince",
)


@cache
def _month_numbers() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


_ISO = re.compile(r"(?<![\d.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_DAY_FIRST = re.compile(
    r"(?<![\w.,/-])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\w)"
)
_MONTH_FIRST = re.compile(r"(?<!\w)([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\w)")
_DOTTED = re.compile(r"(?<![\w.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\w])")
_DATELINE = re.compile(r"[^a-zа-яё\n]{3,40}?[,(]?\s*(.{6,30}?)\)?\s*[—–-]{1,2}\s")
_YEAR = re.compile(r"\d{4}")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?$")


def iso_date(written: str) -> str | None:
    """The date that a field of front matter means, as ISO 8601 as exact as it was written; None when it is none."""
    written = written.strip()
    if partial := _PARTIAL.match(written):
        year, month = int(partial[1]), int(partial[2] or 1)
        return written if EARLIEST <= year <= LATEST and 1 <= month <= 12 else None
    return only_date(written[:80])


def only_date(text: str) -> str | None:
    """The one full date in `text`; None when there is none, or more than one."""
    found = set(full_dates(text)) if _YEAR.search(text) else ()
    return found.pop() if len(found) == 1 else None


def full_dates(text: str) -> list[str]:
    """Every full and possible date in `text`, as ISO 8601, in order of the patterns."""
    found = [_checked(m[1], m[2], m[3]) for m in _ISO.finditer(text)]
    found += [_checked(m[3], m[2], m[1]) for m in _DAY_FIRST.finditer(text)]
    found += [_checked(m[3], m[1], m[2]) for m in _MONTH_FIRST.finditer(text)]
    # Dots are written day first wherever they are written; slashes are not, so those say nothing.
    found += [_checked(m[3], m[2], m[1]) for m in _DOTTED.finditer(text)]
    return [day for day in found if day is not None]


def _checked(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _month_numbers().get(month.lower(), 0)
    if not EARLIEST <= int(year) <= LATEST:
        return None
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def date_in_lines(first: list[str], last: list[str]) -> str | None:
    """The date of an article from its first and last lines: the only one in a short line, or one in a dateline."""
    first, last = [line for line in first if _YEAR.search(line)], [line for line in last if _YEAR.search(line)]
    for line in [*first, *last]:
        prose = len(line) > LONGEST_LINE or (len(line) > 40 and line.endswith((".", "!", "?", "…")))
        if not prose and (day := only_date(line)):
            return day
    for line in first:
        if len(line) > 40 and (dateline := _DATELINE.match(line[:90])) and (day := only_date(dateline[1])):
            return day
    return None
