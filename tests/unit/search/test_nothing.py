"""What is offered for a word that no article has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.search.index import TextIndex

Make = Callable[..., TextIndex]


def sourced() -> list[Article]:
    return [
        article("a", "Rain", "Rain again.", source="The Fenwick Herald", author="Ada Holt", language="en"),
        article("b", "Wind", "Wind and rain.", source="Fenwick Post", tags=("coastline",), language="en"),
        article("c", "Дождь", "Дождь.", source="Вестник Заречья", language="be"),
    ]


@pytest.mark.parametrize(
    ("query", "hint", "better"),
    [
        ("fenwick", "no article has a word like fenwick, but it is a source: source:fenwick", "source:fenwick"),
        ("FENWICK", "no article has a word like FENWICK, but it is a source: source:FENWICK", "source:FENWICK"),
        ("rain herald", "no article has a word like herald, but it is a source: source:herald", "rain source:herald"),
        ("herald rain", "no article has a word like herald, but it is a source: source:herald", "source:herald rain"),
        ("holt", "no article has a word like holt, but it is a source: source:holt", "source:holt"),
        ("coastline", "no article has a word like coastline, but it is a tag: tag:coastline", "tag:coastline"),
        ("be", "no article has a word that begins with be, but it is a language: lang:be", "lang:be"),
        ("вестник", "no article has a word like вестник, but it is a source: source:вестник", "source:вестник"),
        ("wind herald", "no article has a word like herald", ""),  # of that source none has wind
        ("'fenwick", "no article has the word fenwick, but it is a source: source:fenwick", "source:fenwick"),
        ("title:fenwick", "no title has a word like fenwick", ""),  # it was asked for in a title
        ('"fenwick herald"', "no article has the word fenwick", ""),
        ("qxzvkj", "no article has a word like qxzvkj", ""),
    ],
)
def test_a_word_no_article_has_may_be_a_source_a_tag_or_a_language(
    make: Make, query: str, hint: str, better: str
) -> None:
    index = make(sourced())
    found = index.search(query)
    assert (found.total, found.hint, found.better) == (0, hint, better)
    assert found.nearest == (better and next(part for part in better.split() if ":" in part))
    assert not better or index.search(better).total


def test_a_source_that_is_gone_is_not_offered(make: Make) -> None:
    index = make(sourced())
    index.remove(["c"])
    assert (index.search("вестник").hint, index.search("вестник").better) == ("no article has a word like вестник", "")


def test_a_source_is_offered_before_the_nearest_word(make: Make) -> None:
    index = make([*sourced(), article("d", "Fenxxck", "Fenxxck.")])
    assert index.search("'fenwick").better == "source:fenwick"
    assert index.search("'fenwixk").better == ""
