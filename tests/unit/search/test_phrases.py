"""Words one after the other: to the letter behind `'`, with a last word that may go on behind `^`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.search.writing import article
from tui_reader.model.hit import Tier
from tui_reader.search.facts import words_match
from tui_reader.search.highlight import matches
from tui_reader.search.index import TextIndex
from tui_reader.search.parser import parse

Make = Callable[..., TextIndex]

ARTICLES = [
    article("met", "On Sunday", "The mayor met Putnam. Putnam met the mayor."),
    article("later", "On Monday", "Who met Putnams? The mayor met nobody."),
    article("kyiv", "Шевченко сказал", "Шевченко сказал это."),
    article("latin", "Shevchenko skazal", "Shevchenko skazal eto."),
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"met putn"', {}),
        ('^"met putn"', {"met": (Tier.PREFIX, ["met Putn"]), "later": (Tier.PREFIX, ["met Putn"])}),
        ('^"met putnam"', {"met": (Tier.EXACT, ["met Putnam"]), "later": (Tier.PREFIX, ["met Putnam"])}),
        ('^"me putnam"', {}),
        ('^"putn"', {"met": (Tier.PREFIX, ["Putn", "Putn"]), "later": (Tier.PREFIX, ["Putn"])}),
        ('\'"met putnam"', {"met": (Tier.EXACT, ["met Putnam"])}),
        ('\'"met putnma"', {}),
        (
            '"шевченко сказал"',
            {"kyiv": (Tier.EXACT, ["Шевченко сказал"]), "latin": (Tier.EXACT, ["Shevchenko skazal"])},
        ),
        ('\'"шевченко сказал"', {"kyiv": (Tier.EXACT, ["Шевченко сказал"])}),
        ('mayor -\'"met putnam"', {"later": (Tier.EXACT, ["mayor"])}),
        ('lang:xx OR \'"met putnam"', {"met": (Tier.EXACT, ["met Putnam"])}),
        ('lang:xx OR ^"met putn"', {"met": (Tier.EXACT, ["met Putn"]), "later": (Tier.EXACT, ["met Putn"])}),
        (
            "'\"met putn",
            {"met": (Tier.PREFIX, ["met", "Putn", "Putn", "met"]), "later": (Tier.PREFIX, ["met", "Putn", "met"])},
        ),
    ],
)
def test_a_mark_before_a_phrase(make: Make, query: str, expected: dict[str, tuple[Tier, list[str]]]) -> None:
    found = make(ARTICLES).search(query)
    shown = {
        hit.article.id: (hit.tier, [hit.article.text[m.start : m.end] for m in matches(hit.article, query)
                                    if m.field == "text"])
        for hit in found.hits
    }  # fmt: skip
    assert shown == expected


@pytest.mark.parametrize(
    ("query", "text", "there"),
    [
        ("'15-year-old", "a 15-year-old", True),
        ("'15-year-old", "old: 15, a year", False),
        ('\'"ab cd"', "xx ab cd", True),
        ('\'"ab cd"', "cd ab", False),
        ('^"ab cd"', "ab cde", True),
        ('^"ab cd"', "abe cd", False),
        ('^"ab cd"', "ab", False),
    ],
)
def test_a_row_of_words_in_a_text(query: str, text: str, there: bool) -> None:
    [wanted] = parse(query).terms
    assert words_match(wanted, text) is there
