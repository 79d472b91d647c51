"""An institution speaks under its whole name, or nobody does: never one word of it."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The White House said: “We act today.”", "White House"),
        ("en", "“We act today,” said the White House. “Or tomorrow.”", "White House"),
        ("en", "“We act today,” the Bank of England said.", "Bank of England"),
        ("en", "“We act today,” the High Court of Tasmania said.", "High Court of Tasmania"),
        ("en", "Human Rights Watch said: “We act today.”", "Human Rights Watch"),
        ("en", "The European Commission said: “We act today.”", "European Commission"),
        ("en", "“We act today,” said the Department of Fisheries.", "Department of Fisheries"),
        ("de", "Das Weiße Haus erklärte: „Wir handeln heute.“", "Weißes Haus"),
        ("de", "„Wir handeln heute“, teilte das Auswärtige Amt mit.", "Auswärtiges Amt"),
        ("de", "Die Europäische Kommission erklärte: „Wir handeln heute.“", "Europäische Kommission"),
        ("fr", "« On agit », a indiqué la Commission européenne.", "Commission européenne"),
        ("fr", "« On agit », a indiqué la Banque d’Angleterre.", "Banque d’Angleterre"),
        ("es", "El Banco de España dijo: “Actuamos hoy”.", "Banco de España"),
        ("ru", "«Мы действуем», — сообщили в Белом доме.", "Белый дом"),
        ("pl", "Biały Dom oświadczył: „Działamy dziś”.", "Biały Dom"),
    ],
)
def test_the_whole_name_speaks(language: str, text: str, who: str) -> None:
    assert {name for _, name in said(text, language)} == {who}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "White House press secretary Paul Ness said: “We act today.”", "Paul Ness"),
        ("en", "“We act today,” said Paul Ness of the Bank of England.", "Paul Ness"),
        ("en", "European Commission President Rita Moss said: “We act today.”", "Rita Moss"),
        ("en", "The University of Tasmania’s Paul Ness said: “We act today.”", "Paul Ness"),
        ("en", "House Republican Paul Ness now said: “We act today.”", "Paul Ness"),
        ("en", "Paul Ness, Fox News: “We act today.”", "Paul Ness"),
        ("en", "Republican Emily Church said: “We act today.”", "Emily Church"),
        ("de", "„Wir handeln heute“, sagte der Deutsche Karl Weber.", "Karl Weber"),
        ("ru", "«Мы действуем», — сказал представитель Белого дома Иван Петров.", "Иван Петров"),
    ],
)
def test_its_people_speak_for_themselves(language: str, text: str, who: str) -> None:
    assert [name for _, name in said(text, language)] == [who]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We act today,” read Hobart’s Nine News."),
        ("de", "„Wir handeln heute“, sagte ein Sprecher des Weißen Hauses."),
        ("pl", "„Działamy dziś” – powiedział rzecznik Białego Domu."),
    ],
)
def test_a_part_of_a_name_is_nobody(language: str, text: str) -> None:
    assert [name for _, name in said(text, language)] == [None]


def test_a_surname_that_opens_such_names_stays_one() -> None:
    assert [name for _, name in said("“It holds,” Henry White said. “It does.”")] == ["Henry White"] * 2
