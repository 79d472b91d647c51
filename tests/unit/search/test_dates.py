from __future__ import annotations

import pytest

from tui_reader.search.dates import begun_range, date_range, missing_day, within


@pytest.mark.parametrize(
    ("date", "asked", "inside"),
    [
        ("2023-07-23", "2023", True),
        ("2023-07-23", "2023-07", True),
        ("2023-07-23", "2023-07-23", True),
        ("2023-07-23", "2023-08", False),
        ("2023-07-23", "2022..2023-07", True),
        ("2023-07-23", "2023-07-24..", False),
        ("2023-07-23", "..2023-07-22", False),
        ("2024-12-31", "2023-07..2024", True),
        ("2025-01-01", "2023-07..2024", False),
        ("2023", "2023-07", True),  # as exact as known: it may be
        ("2023", "2024-01..", False),
        ("2023-07", "2023-07-30..2023-08-02", True),
        (None, "2023", False),
    ],
)
def test_within(date: str | None, asked: str, inside: bool) -> None:
    bounds = date_range(asked)
    assert bounds is not None
    assert within(date, bounds) is inside


@pytest.mark.parametrize("text", ["", "..", "23", "2023-13", "2023-00", "2023-01-32", "2023-7", "2023..x", "x2023"])
def test_what_is_no_date(text: str) -> None:
    assert date_range(text) is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("2023-02-31", "2023-02-31"),
        ("2023-02-29", "2023-02-29"),
        ("2023-04-01..2023-04-31", "2023-04-31"),
        ("2023-06-31..", "2023-06-31"),
        ("0000-01-01", "0000-01-01"),
        ("2024-02-29", ""),
        ("2023-12-31..2024-01-31", ""),
        ("2023-02-31x", ""),  # no date at all
    ],
)
def test_days_no_calendar_has(text: str, missing: str) -> None:
    assert missing_day(text) == missing
    if missing:
        assert date_range(text) is None


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2", ("2", "2")),
        ("202", ("202", "202")),
        ("2023-", ("2023-", "2023-")),
        ("2023-0", ("2023-0", "2023-0")),
        ("2023-07-", ("2023-07-", "2023-07-")),
        ("2023-07-2", ("2023-07-2", "2023-07-2")),
        ("2023.", ("2023", "")),
        ("2023..2", ("2023", "")),
        ("2023-07..202", ("2023-07", "")),
        ("2023..2024-", ("2023", "2024-")),
        ("2024..2023-1", ("2023-1", "2024")),  # it will end before it begins
        (".", ("", "")),
        ("..", ("", "")),
        ("..20", ("", "")),
        ("..2024-0", ("", "2024-0")),
    ],
)
def test_a_date_being_typed_is_what_it_can_become(text: str, bounds: tuple[str, str]) -> None:
    assert begun_range(text) == bounds


@pytest.mark.parametrize(
    "text",
    ["", "2023", "2023-07", "2023..", "..2024", "2023-13", "2023-2", "2023-02-3", "2023-07-4", "20x", "abc", "2023..x",
     "2023-02-31.", "2023..2024.", "2023...", "12345"],
)  # fmt: skip
def test_what_is_whole_or_can_become_no_date(text: str) -> None:
    assert begun_range(text) is None
