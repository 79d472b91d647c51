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


STORY = "The ferry question was put off again, said nobody in particular, and the ferry went on sailing as it had."


@pytest.mark.parametrize(
    "line",
    [
        "The ferry question",
        "https://news.example/ferry/the-ferry-question",
        "Source: https://news.example/ferry.",
        "www.news.example/ferry",
        "By Ada Ferry, The Northmere Herald",
        "By Ada Ferry.",
        "Ferry Desk | 12 May 2023",
        "Sign up for our free newsletter about the ferry",
    ],
)
def test_lines_that_are_no_part_of_the_story_are_the_last_choice(line: str) -> None:
    found = article(
        "a", "The ferry question", f"{line}\n\n{STORY}\n", title_span=Span(0, 18) if line[0] == "T" else None
    )
    assert snippet(found, matches(found, "ferry question"), 60).span.start >= found.text.index(STORY)
    assert snippet(found, (), 60).span.start == found.text.index(STORY)
    only = article("a", "The ferry question", line)
    assert "erry" in passage(only, "ferry", 60)  # better than nothing


def test_a_sentence_that_begins_like_a_byline_is_one_of_the_story() -> None:
    found = article("a", "–", f"By Tuesday the ferry lay in the old harbour.\n\n{STORY}")
    assert passage(found, "ferry harbour", 60).startswith("By Tuesday")


@pytest.mark.parametrize("word", sorted(set(SECOND.replace(".", "").replace(",", "").split())))
@pytest.mark.parametrize("width", [30, 45, 60])
def test_the_width_is_filled_with_words_on_both_sides(word: str, width: int) -> None:
    span, inside = snippet(NEWS, matches(NEWS, f"'{word}")[-1:], width)
    low = NEWS.text.index(SECOND)
    assert len(span) >= width - 9  # no word is longer
    assert inside[0].start > span.start or span.start == low
    assert inside[0].end < span.end or span.end == low + len(SECOND)
