from __future__ import annotations

import pytest

from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.model.span import Span
from tui_reader.search.highlight import matches, snippet

FIRST = "The council met on Monday and talked about nothing in particular for several hours without a break."
SECOND = "On Tuesday the council of the town voted for the harbour plan, and the harbour workers cheered in the street."
NEWS = article("a", "Harbour plan", f"Harbour plan\n\n{FIRST}\n\n{SECOND}\n", title_span=Span(0, 12))


def passage(found: Article, query: str, width: int) -> str:
    return snippet(found, matches(found, query), width).span.of(found.text)


def test_the_passage_with_most_different_words_wins() -> None:
    assert "council of the town voted for the harbour plan" in passage(NEWS, "council harbour", 60)
    assert "Monday" in passage(NEWS, "council monday", 60)


@pytest.mark.parametrize("width", [10, 20, 40, 80, 500])
@pytest.mark.parametrize("query", ["council", "harbour", "cheered", "council harbour", "nothing", "zzz"])
def test_it_fits_and_holds_its_matches(width: int, query: str) -> None:
    span, inside = snippet(NEWS, matches(NEWS, query), width)
    assert len(span) <= width
    assert all(span.start <= m.start and m.end <= span.end and m.field == "text" for m in inside)
    assert bool(inside) is (query != "zzz")
    assert "\n" not in span.of(NEWS.text)


def test_it_is_cut_between_words() -> None:
    words = passage(NEWS, "voted", 40).split()
    assert "voted" in words
    assert set(words) <= set(SECOND.split())


def test_the_headline_is_the_last_choice() -> None:
    span, inside = snippet(NEWS, matches(NEWS, "harbour plan"), 60)
    assert span.start > NEWS.text.index(SECOND)
    assert [NEWS.text[m.start : m.end] for m in inside] == ["harbour", "plan", "harbour"]


def test_without_a_match_in_the_text_it_is_the_beginning() -> None:
    assert passage(NEWS, "zzz", 40) == "The council met on Monday and talked"
    assert snippet(NEWS, (), 40).matches == ()


def test_a_word_longer_than_the_width() -> None:
    found = article("a", "–", "x" * 100)
    assert len(snippet(found, matches(found, "x" * 100), 30).span) == 30


def test_an_empty_article() -> None:
    found = article("a", "–", "")
    assert snippet(found, matches(found, "x"), 30).span in (Span(0, 0), Span(0, 1))
