from __future__ import annotations

import pytest

from tui_reader.layout.cells import MOST_MARKS, clusters, drawable, fitted, is_even, told, width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("ferry", 5),
        ("Żółć", 4),
        ("Вода", 4),
        ("漢字", 4),
        ("e\u0301", 1),
        ("👩‍👩‍👧‍👦", 2),
        ("🇵🇱", 2),
        ("so\u00adft", 4),
        ("a\u200bb", 2),
        ("a\tb", 3),
        ("\ufeff", 0),
    ],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


def test_breaks_are_drawn_as_spaces_and_the_invisible_not_at_all() -> None:
    assert drawable("a\nb\tc\u2028d") == "a b c d"
    assert drawable("so\u00adft ze\u200bro \U000e0041tag") == "soft zero tag"


def test_marks_piled_up_are_cut() -> None:
    assert drawable("e" + "\u0301" * 500) == "e" + "\u0301" * MOST_MARKS


def test_a_joiner_alone_draws_nothing() -> None:
    assert drawable("\u200d").strip() == ""
    assert "\u00ad" not in drawable("\u00ad\u200d")


def test_clusters_hold_their_marks() -> None:
    assert [(c.start, c.end, c.width) for c in clusters("e\u0301漢a")] == [(0, 2, 1), (2, 3, 2), (3, 4, 1)]


def test_even() -> None:
    assert is_even("Plain “words” – Łódź, Вода.")
    assert not is_even("漢")
    assert not is_even("e\u0301")


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("ferry", 5, "ferry"),
        ("ferry", 4, "fer…"),
        ("漢字", 3, "漢…"),
        ("漢字", 2, "…"),
        ("ferry", 0, ""),
        ("a b", 3, "a b"),
    ],
)
def test_fitted(text: str, width: int, expected: str) -> None:
    assert fitted(text, width) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (80, "not written: /home/ann/notes/a.txt is one of the articles"),
        (44, "not written: …/a.txt is one of the articles"),
        (20, "not written: …/a.tx…"),
    ],
)
def test_a_path_gives_way_before_what_is_said_of_it(width: int, expected: str) -> None:
    assert told("not written: /home/ann/notes/a.txt is one of the articles", width) == expected


def test_the_longest_path_gives_way_first_and_its_colon_stays() -> None:
    news = "/very/long/folder/one.csv: there is /tmp/a/two.csv already, at 24/7"
    assert told(news, 55) == "…/one.csv: there is /tmp/a/two.csv already, at 24/7"
