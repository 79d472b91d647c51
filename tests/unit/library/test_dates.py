"""Dates of articles: a wrong one is worse than none."""

from __future__ import annotations

import pytest

from tui_reader.library.dates import date_in_lines, iso_date

LONG = "and talked about the harbour and the price of sand until the lamps were lit in the street below the hall."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023", "2023"),
        ("2023-07", "2023-07"),
        ("2023-07-23", "2023-07-23"),
        ("2023-07-23T10:00:00Z", "2023-07-23"),
        ("July 23, 2023", "2023-07-23"),
        ("23rd of July 2023", "2023-07-23"),
        ("23 lipca 2023 r.", "2023-07-23"),
        ("23 июля 2023 г.", "2023-07-23"),
        ("23. Juli 2023", "2023-07-23"),
        ("1er août 2023", "2023-08-01"),
        ("23 de julio de 2023", "2023-07-23"),
        ("23.07.2023", "2023-07-23"),
        ("03/04/2023", None),
        ("9999999-99-99", None),
        ("2023-13-01", None),
        ("31 lutego 2024", None),
        ("yesterday", None),
        ("23 July", None),
    ],
)
def test_dates_as_front_matter_writes_them(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: 12 May 2024", "2024-05-12"),
        ("*By Ada Winterbourne, 2024-05-12*", "2024-05-12"),
        ("Warszawa, 12 maja 2024 r.", "2024-05-12"),
        ("NORTHMERE, May 12, 2024 — The council met " + LONG, "2024-05-12"),
        ("On 24 February 2022 the council met " + LONG, None),
        ("The council met on May 12, 2024 and decided nothing.", None),
        ("From 1 May 2024 to 3 May 2024", None),
        ("May 12", None),
    ],
)
def test_only_lines_that_date_articles_date_them(line: str, expected: str | None) -> None:
    assert date_in_lines([line], []) == expected


def test_the_last_lines_may_hold_it() -> None:
    assert date_in_lines(["The council met."], ["Northmere Courier, 12 May 2024"]) == "2024-05-12"
