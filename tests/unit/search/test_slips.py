"""Slips that hands make, and how they order what a mistyped word may have meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.search.writing import article
from tui_reader.model.hit import Tier
from tui_reader.search.index import TextIndex
from tui_reader.search.results import Results
from tui_reader.search.slips import is_likely

Make = Callable[..., TextIndex]


def found(results: Results) -> list[tuple[str, Tier]]:
    return [(hit.article.id, hit.tier) for hit in results.hits]


@pytest.mark.parametrize(
    ("typed", "meant", "likely"),
    [
        ("habrour", "harbour", True),  # swapped
        ("habour", "harbour", True),  # left out
        ("harbou", "harbour", True),  # the last one left out
        ("harbbour", "harbour", True),  # twice
        ("harbourr", "harbour", True),
        ("harvbour", "harbour", True),  # v is beside b
        ("hatbour", "harbour", True),  # t is beside r
        ("harbojr", "harbour", True),  # j is under u
        ("harxbour", "harbour", False),
        ("xharbour", "harbour", False),
        ("hapbour", "harbour", False),
        ("raboj", "rabot", False),
        ("гаваэь", "гавань", False),
        ("гавпнь", "гавань", True),  # п is beside а
        ("гавfнь", "гавань", False),  # another keyboard
        ("ħarbour", "harbour", False),  # on neither keyboard
    ],
)
def test_slips_of_hands(typed: str, meant: str, likely: bool) -> None:
    assert is_likely(typed, meant) is likely


def test_of_two_words_equally_near_the_likelier_one_is_first(make: Make) -> None:
    index = make([article("band", "Band night"), article("bank", "Bank night")])
    assert found(index.search("banl")) == [("bank", Tier.TYPO), ("band", Tier.TYPO)]


def test_of_a_few_words_equally_near_the_rarer_one_is_first(make: Make) -> None:
    often = [article(f"address{n}", "Address of a mayor", "An address, and one more address.") for n in range(3)]
    index = make([*often, article("adress", "Adress of a clerk", "A letter.")])
    assert found(index.search("aedress"))[0] == ("adress", Tier.TYPO)


def test_an_unlikely_slip_in_a_title_counts_more_than_a_likely_one_in_a_text(make: Make) -> None:
    index = make([article("text", "Money", "A bank closed."), article("title", "Band night")])
    assert [name for name, _ in found(index.search("banl"))] == ["title", "text"]


def test_beside_other_words_a_slip_in_a_short_beginning_is_forgiven(make: Make) -> None:
    index = make([article("harbour", "Council sells the harbour"), article("museum", "Council sells the museum")])
    assert found(index.search("council hrab")) == [("harbour", Tier.TYPO)]
    assert found(index.search("council mude")) == [("museum", Tier.TYPO)]
    assert index.search("council hrb").total == 0  # three letters are near anything
    assert index.search("council rarb").total == 0  # the first letter must be right
    assert index.search("hrab").total == 0  # alone it may be the beginning of anything
    assert index.search("hrab -museum").total == 0


def test_below_few_words_that_begin_as_typed_stand_the_slips(make: Make) -> None:
    articles = [
        article("title", "Plan of the year", "The plan of a town."),
        article("begun", "Nothing new", "A plakat was hung."),
        article("both", "Plan of a town", "Somebody hung a plakat there, in the town, among others, long ago."),
    ]
    index = make(articles)
    results = index.search("plak")
    assert found(results) == [("begun", Tier.PREFIX), ("both", Tier.PREFIX), ("title", Tier.TYPO)]
    assert (results.total, dict(results.corrections)) == (3, {})
    assert found(index.search("plak", limit=1)) == [("begun", Tier.PREFIX)]
    assert found(index.search("town plak")) == [("both", Tier.PREFIX)]  # other words tell enough
    assert found(index.search("plakat")) == [("begun", Tier.EXACT), ("both", Tier.EXACT)]
    many = [article(f"begun{n}", "Nothing new", "A plakat was hung.") for n in range(4)]
    assert {tier for _, tier in found(make([*articles, *many]).search("plak"))} == {Tier.PREFIX}


def test_the_length_of_a_title_says_nothing_of_one_mistyped_word(make: Make) -> None:
    index = make(
        [
            article("short", "Lighthouse of a town", "Once a lighthouse shone for the ships of the town."),
            article(
                "long",
                "What a town on the coast did when its old lighthouse was to be closed",
                "A lighthouse is a lighthouse, says the town.",
            ),
            article("other", "Weather", "Rain in the north, rain in the south, and some more rain between them."),
        ]
    )
    assert [name for name, _ in found(index.search("lighthuose"))] == ["long", "short"]
    assert [name for name, _ in found(index.search("lighthuose town"))] == ["short", "long"]
