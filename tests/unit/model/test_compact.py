"""A text is held in as little room as it can be had from again."""

from __future__ import annotations

from sys import getsizeof

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model.article import Article
from tui_reader.model.compact import LONGEST, packed


def article(text: str) -> Article:
    return Article("a.txt", "/a.txt", text, "0" * 64, "A", "first-line")


@given(st.text(min_size=0, max_size=400))
def test_what_goes_in_comes_out(text: str) -> None:
    assert article(text).text == text


def test_one_dash_does_not_double_an_english_text() -> None:
    text = "The ferry leaves at noon – or later. " * 100
    kept = packed(text)
    assert isinstance(kept, bytes)
    assert getsizeof(kept) < 0.6 * getsizeof(text)


def test_what_would_not_be_smaller_stays_a_string() -> None:
    for text in ("plain words " * 100, "Паром идёт в полдень. " * 100, "é" * 500, "–" + "a" * LONGEST):
        assert packed(text) is text
