"""Who stands beside the words and does not say them: who is asked, who never said it, who is only talked about."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Paul Ness was told by Rita Moss: “Mend the roof, please.”", "Rita Moss"),
        ("en", "Paul Ness has been asked repeatedly by Rita Moss: “Is it mended?”", "Rita Moss"),
        ("en", "“Mend the roof,” Paul Ness was told by Rita Moss.", "Rita Moss"),
        ("en", "Paul Ness was accused by Rita Moss of “hiding the bills.”", "Rita Moss"),
        ("en", "Paul Ness was asked: “Is it mended?”", None),
        ("en", "“Mend the roof,” Paul Ness was told.", None),
        ("en", "Paul Ness was accused of “hiding the bills.”", None),
        ("fr", "Paul Girard a été accusé par Claire Petit de « négligence grave ».", "Claire Petit"),
        ("fr", "Paul Girard a été interrogé : « Où sont les clés ? »", None),
        ("pl", "Jan Nowak został zapytany przez Annę Kowalską: „Gdzie są klucze?”", "Anna Kowalska"),
        ("pl", "Jan Nowak został zapytany: „Gdzie są klucze?”", None),
        ("de", "Karl Weber wurde von Irma Plath gefragt: „Wo sind die Schlüssel?“", "Irma Plath"),
        ("de", "Karl Weber wurde gefragt: „Wo sind die Schlüssel?“", None),
        ("es", "Juan Abad fue preguntado por Rosa Marín: “¿Dónde están las llaves?”", "Rosa Marín"),
    ],
)
def test_in_the_passive_somebody_else_speaks(language: str, text: str, who: str | None) -> None:
    assert [name for _, name in said(text, language)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Paul Ness was asked about the roof: “It holds, and it will hold.”",
        "Paul Ness was quoted as saying: “It holds.”",
        "Paul Ness was saying, “It holds.”",
        "Paul Ness defended the roof as a “very good roof” on Monday, hours after he was charged with fraud.",
    ],
)
def test_who_answers_or_is_quoted_speaks_all_the_same(text: str) -> None:
    assert [name for _, name in said(text)] == ["Paul Ness"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Paul Ness never said: “I will mend it.”"),
        ("en", "Paul Ness didn’t say: “I will mend it.”"),
        ("en", "Paul Ness has never publicly said: “I will mend it.”"),
        ("en", "“I will mend it,” Paul Ness did not say."),
        ("en", "Neither Ness nor Moss said: “We will mend it.”"),
        ("en", "The mayor, Paul Ness, came. No mayor said: “We will mend it.”"),
        ("de", "Karl Weber hat nie gesagt: „Ich repariere es.“"),
        ("de", "„Ich repariere es“, sagte Karl Weber nicht."),
        ("fr", "Claire Petit n’a jamais dit : « Je réparerai. »"),
        ("es", "Rosa Marín nunca dijo: “Voy a repararlo”."),
        ("pl", "Jan Nowak nie powiedział: „Naprawię to jutro”."),
        ("ru", "Иван Петров не говорил: «Я починю крышу»."),
    ],
)
def test_what_somebody_did_not_say_is_not_his(language: str, text: str) -> None:
    assert [name for _, name in said(text, language)] == [None]


def test_one_word_nobody_said_is_no_speech() -> None:
    assert said("Paul Ness did not say “sorry.”") == []


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "“Why did she not say so?” Paul Ness asked.", "Paul Ness"),
        ("en", "“I couldn’t say,” Paul Ness said.", "Paul Ness"),
        ("en", "Paul Ness, who would not say when, told us: “We mend it.”", "Paul Ness"),
        ("en", "“We mend it,” said Paul Ness, who couldn’t say when.", "Paul Ness"),
        ("en", "Paul Ness not only said: “We mend it.” He did.", "Paul Ness"),
        ("ru", "Иван Петров не раз говорил: «Я починю крышу».", "Иван Петров"),
        ("fr", "Claire Petit ne dit pas autre chose : « Il faut réparer. »", "Claire Petit"),
    ],
)
def test_a_negation_beside_a_true_cue_takes_nothing_away(language: str, text: str, who: str) -> None:
    assert [name for _, name in said(text, language)] == [who]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Петровскому ответили: «Нет».", [None]),
        ("ru", "Иван Петровский пришёл. Петровскому ответили: «Нет».", [None]),
        ("ru", "Петровскому ответил Павел Орлов: «Нет».", ["Павел Орлов"]),
        ("uk", "Петровському відповіли: «Ні».", [None]),
        ("pl", "Nowakowi odpowiedział Jan Lis: „Nie”.", ["Jan Lis"]),
    ],
)
def test_who_is_answered_does_not_answer(language: str, text: str, expected: list[str | None]) -> None:
    assert [name for _, name in said(text, language)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "“I saw Paul Ness yesterday,” said the minister. “He was ill.”",
        "“Minister Paul Ness is ill,” said the minister. “Very ill.”",
        "Rita Moss came. “I saw the minister, Paul Ness, yesterday,” said the minister.",
        "“I saw Paul Ness yesterday.” The next day it rained. “He was ill,” the minister said.",
    ],
)
def test_whom_only_the_words_name_did_not_say_them(text: str) -> None:
    assert {name for _, name in said(text)} == {None}


def test_somebody_else_may_have_introduced_who_speaks() -> None:
    text = "“Paul Ness, a farmer, is ill,” Rita Moss said. “I am well,” said the farmer."
    assert [name for _, name in said(text)] == ["Rita Moss", "Paul Ness"]
