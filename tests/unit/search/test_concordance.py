"""Keyword in context: lines, contexts and the four orders."""

from __future__ import annotations

from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.search.concordance import Line, Order, lines_of, sorted_indexes
from tui_reader.search.highlight import matches

TEXT = """The old harbour sleeps.

A new harbour opens in May. The Old Harbour closes, and the harbour fees rise.

Harbour, again."""


def lines(query: str, *articles: Article) -> list[Line]:
    return [line for one in articles for line in lines_of(one, matches(one, query))]


def shown(found: list[Line], order: Order, reverse: bool = False) -> list[str]:
    return [found[n].left(12) + "|" + found[n].right(12) for n in sorted_indexes(found, order, reverse)]


def test_a_line_for_every_match_in_the_order_of_the_text() -> None:
    found = lines("harbour", article("a", "Ports", TEXT))
    assert [line.keyword for line in found] == ["harbour", "harbour", "Harbour", "harbour", "Harbour"]
    assert [line.paragraph for line in found] == [1, 2, 2, 2, 3]


def test_context_ends_with_the_paragraph() -> None:
    first, *_, last = lines("harbour", article("a", "Ports", TEXT))
    assert first.left(100) == "The old "
    assert first.right(100) == " sleeps."
    assert last.left(100) == ""
    assert last.right(100) == ", again."


def test_line_breaks_inside_a_passage_and_its_context_are_blanks() -> None:
    text = "the council\nof the\nharbour town\nvoted\n\nmore words here"
    (line,) = lines('"harbour town"', article("a", "Ports", text))
    assert line.keyword == "harbour town"
    assert "\n" not in line.left(40) + line.right(40)


def test_titles_that_are_no_part_of_the_text_have_no_line() -> None:
    assert not lines("ports", article("a", "Ports", TEXT))


def test_sorted_by_what_stands_right() -> None:
    found = lines("harbour", article("a", "Ports", TEXT))
    assert [row.split("|")[1].split()[0] for row in shown(found, Order.RIGHT)] == [
        ",", "closes,", "fees", "opens", "sleeps.",
    ]  # fmt: skip


def test_sorted_by_the_second_word_right() -> None:
    one = article("a", "Ports", "harbour x beta. harbour y alpha. harbour z gamma.")
    found = lines("harbour", one)
    assert [line.right(3).strip() for line in (found[n] for n in sorted_indexes(found, Order.RIGHT2))] == [
        "y", "x", "z",
    ]  # fmt: skip


def test_sorted_by_the_last_word_left_whatever_its_case() -> None:
    found = lines("harbour", article("a", "Ports", TEXT))
    words = [row.split("|")[0].split()[-1:] for row in shown(found, Order.LEFT)]
    assert words == [[], ["new"], ["old"], ["Old"], ["the"]]


def test_the_nearest_word_left_decides_before_the_one_further_away() -> None:
    one = article("a", "T", "zebra old port. apple new port. apple old port.")
    found = lines("port", one)
    assert [found[n].left(10).strip() for n in sorted_indexes(found, Order.LEFT)] == [
        "apple new",
        "apple old",
        "zebra old",
    ]


def test_accents_case_and_scripts_do_not_part_a_word() -> None:
    one = article("a", "T", "port Żuk.\n\nport lis.\n\nport żuk.\n\nport Zuk.")
    found = lines("port", one)
    assert [found[n].right(5).strip(" .") for n in sorted_indexes(found, Order.RIGHT)] == ["lis", "Żuk", "żuk", "Zuk"]


def test_reversed_keeps_lines_that_are_alike_in_the_order_of_the_text() -> None:
    one = article("a", "T", "port b.\n\nport a.\n\nport b.")
    found = lines("port", one)
    assert sorted_indexes(found, Order.RIGHT, reverse=True) == [0, 2, 1]
    assert sorted_indexes(found, Order.POSITION, reverse=True) == [2, 1, 0]


def test_a_neighbour_behind_a_long_row_of_dots_is_found() -> None:
    one = article("a", "T", "port " + "." * 200 + " beta. \n\nport alpha.")
    found = lines("port", one)
    assert sorted_indexes(found, Order.RIGHT) == [1, 0]


def test_articles_come_one_after_the_other() -> None:
    found = lines("ferry", article("a", "T", "a ferry"), article("b", "T", "ferry b"))
    assert [line.article.id for line in found] == ["a", "b"]
