from __future__ import annotations

import pytest

from tui_reader.search.names import name_key, same_name
from tui_reader.search.words import term


@pytest.mark.parametrize(
    "family",
    [
        "Łukaszenka Łukaszence Łukaszenką Łukaszenki Lukashenko Лукашенко Лукашенка Lukaschenko",
        "Zelensky Zelenskyy Зеленский Зеленского Зеленським Zełenski Zełenskiego",
        "Gorbachev Gorbaczow Горбачёв Gorbatschow Gorbaczowa",
        "Putin Putina Putinem Putinowi Путину Poutine",
        "Khodorkovsky Chodorkowski Ходорковский Chodorkowskiego",
    ],
)
def test_spellings_of_one_name_have_one_key(family: str) -> None:
    keys = {name_key(term(word)) for word in family.split()}
    assert len(keys) == 1
    assert keys != {""}


@pytest.mark.parametrize(
    ("one", "other"),
    [("lukashenko", "lukoil"), ("putin", "pushkin"), ("zelensky", "zaluzhny"), ("gorbachev", "gorky")],
)
def test_different_names_are_kept_apart(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize("word", ["", "plan", "kiev", "2023", "zq991", "выборы"])
def test_what_has_no_key(word: str) -> None:
    assert name_key(word) == ""


def test_a_word_is_the_same_name_as_itself_however_short() -> None:
    assert same_name("wu", "wu")
    assert not same_name("wu", "li")
