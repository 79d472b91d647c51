"""Of titles with the same words those with the words side by side are first, in every kind of index."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.unit.search.writing import article
from tui_reader.search.index import TextIndex
from tui_reader.search.nearness import WINDOW

Make = Callable[..., TextIndex]

APART = article("apart", "The bridge whose iron was rolled in an old town", "Nothing.")
BESIDE = article("beside", "A word of a miller on the iron bridge he had not built", "Nothing.")


def found(index: TextIndex, query: str, limit: int | None = None) -> list[str]:
    return [hit.article.id for hit in index.search(query, limit).hits]


@pytest.mark.parametrize(
    "query", ["iron bridge", "iron brid", "irom bridge", "title:iron title:bridge", "iron ^brid", "iron -train bridge"]
)
def test_neighbours_go_first(make: Make, query: str) -> None:
    assert found(make([APART, BESIDE]), query) == ["beside", "apart"]


@pytest.mark.parametrize("query", ["bridge iron", "bridge", "iron", "iron nothing", "text:iron bridge"])
def test_other_words_and_another_order_change_nothing(make: Make, query: str) -> None:
    apart = article("apart", APART.title, "Nothing but iron.")
    beside = article("beside", BESIDE.title, "Nothing but iron.")
    assert found(make([apart, beside]), query) == ["apart", "beside"]


def test_neighbours_stay_in_their_tier(make: Make) -> None:
    index = make([article("unfinished", "An iron bridgehead"), APART])
    assert found(index, "iron bridge") == ["apart", "unfinished"]


@pytest.mark.parametrize("names", [True, False])
def test_slips_in_another_script(make: Make, names: bool) -> None:
    apart = article("apart", "Мост, чей металл из города", "Ничего.")
    beside = article("beside", "Неясный заголовок про металл мост", "Ничего.")
    for query in ("металл мост", "металл мсот"):
        assert found(make([apart, beside], names=names), query) == ["beside", "apart"]


def test_the_best_are_the_first_of_more(make: Make) -> None:
    many = [article(f"n{n}", f"Iron number {n} of the bridge", "x " * n) for n in range(2 * WINDOW)]
    index = make([*many[:70], BESIDE, *many[70:]])
    answers = [found(index, "iron bridge", limit) for limit in (1, 5, WINDOW, WINDOW + 7, None)]
    assert [len(answer) for answer in answers] == [1, 5, WINDOW, WINDOW + 7, 2 * WINDOW + 1]
    for fewer, more in pairwise(answers):
        assert more[: len(fewer)] == fewer


def test_scores_fall(make: Make) -> None:
    scores = [hit.score for hit in make([APART, BESIDE]).search("iron bridge").hits]
    assert scores == sorted(scores, reverse=True)
