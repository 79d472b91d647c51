"""Speech set off by dashes, and the lists it must not be mistaken for."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said
from tui_reader.quotes.extractor import extract


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "– Nie będzie podwyżek – powiedział Jan Nowak, prezes spółki.", [("Nie będzie podwyżek", "Jan Nowak")]),
        (
            "pl",
            "- Trudno - rzekł Zenek Wrona - chodzić samopas.",
            [("Trudno", "Zenek Wrona"), ("chodzić samopas", "Zenek Wrona")],
        ),
        (
            "pl",
            "– Mamy trzy cele – tani prąd, czyste powietrze i pracę – wyliczał Piotr Zych.",
            [("Mamy trzy cele – tani prąd, czyste powietrze i pracę", "Piotr Zych")],
        ),
        ("ru", "— Дорога закрыта, — сказала Анна Орлова.", [("Дорога закрыта", "Анна Орлова")]),
        (
            "uk",
            "— Дорогу закрито, — сказала Олена Коваль. — Об'їзду немає.",
            [("Дорогу закрито", "Олена Коваль"), ("Об'їзду немає", "Олена Коваль")],
        ),
        ("be", "— Дарога закрыта, — сказаў Янка Дуб.", [("Дарога закрыта", "Янка Дуб")]),
        ("es", "—No habrá elecciones —dijo Rosa Marín.", [("No habrá elecciones", "Rosa Marín")]),
        ("fr", "— La route est fermée, a déclaré Anne Moreau.", [("La route est fermée", "Anne Moreau")]),
        ("fr", "— La route est fermée — a dit Anne Moreau.", [("La route est fermée", "Anne Moreau")]),
    ],
)
def test_a_turn_with_a_cue(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, language) == expected


def test_turns_inside_one_paragraph() -> None:
    text = (
        "Rada zebrała się wieczorem. - Most stoi - powiedział Jan Nowak. - Otworzymy go w maju - dodał. Sala milczała."
    )
    assert said(text, "pl") == [("Most stoi", "Jan Nowak"), ("Otworzymy go w maju", "Jan Nowak")]


def test_an_unknown_verb_right_after_the_dash_is_a_cue() -> None:
    assert said("– Ja? – zdumiał się Jan Nowak.", "pl") == [("Ja", "Jan Nowak")]


@pytest.mark.parametrize("language", ["pl", "ru", "es", "fr", "en", "de"])
def test_lists_stay_lists(language: str) -> None:
    text = "Plan:\n– nowy most\n– Stary dworzec – do remontu\n– droga do portu\n- 12 mieszkań\n— 3 szkoły"
    assert extract(text, language) == ()


def test_a_line_break_between_words_and_cue() -> None:
    text = "– Most jest bezpieczny\n\n– powiedział Jan Nowak."
    assert said(text, "pl") == [("Most jest bezpieczny", "Jan Nowak")]


def test_a_cue_inside_the_marks() -> None:
    text = "«Дорога закрыта, — сообщила Анна Орлова, — и объезда нет»."
    assert said(text, "ru") == [("Дорога закрыта", "Анна Орлова"), ("и объезда нет", "Анна Орлова")]


def test_marks_inside_a_turn_are_nested() -> None:
    text = '- Strona "Za" przejęła inicjatywę i ma większość - powiedział Jan Nowak.'
    assert said(text, "pl") == [('Strona "Za" przejęła inicjatywę i ma większość', "Jan Nowak")]


def test_an_interview_without_cues_hangs_on_one_turn_with_a_cue() -> None:
    text = (
        "— Ми не чекали такого, — каже Павло Гай.\n\n— Чому ж так сталося?\n\n— Бо ніхто не питав. Тепер питають.\n\n"
        "— І що далі?\n\n— Далі буде міст."
    )
    words = [w for w, _ in said(text, "uk")]
    assert words == [
        "Ми не чекали такого",
        "Чому ж так сталося",
        "Бо ніхто не питав. Тепер питають",
        "І що далі",
        "Далі буде міст",
    ]


def test_dashes_in_english_prose_are_no_dialogue() -> None:
    assert extract("— The mayor – as she said – was late. - It rained - said nobody.", "en") == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "pl",
            "– Nie wiem – mówi Jan Nowak. – Może jutro. Anna Berg wzrusza ramionami. – To za późno – rzuca Piotr Zych.",
            [("Nie wiem", "Jan Nowak"), ("Może jutro", "Jan Nowak"), ("To za późno", "Piotr Zych")],
        ),
        (
            "pl",
            "Noc. – Nie wiem – mówi Jan Nowak. – Może jutro. Sala milczy. – To za późno – rzuca Piotr Zych. Koniec.",
            [("Nie wiem", "Jan Nowak"), ("Może jutro", "Jan Nowak"), ("To za późno", "Piotr Zych")],
        ),
        (
            "ru",
            "— Не знаю, — говорит Иван Орлов. — Может, завтра. Анна Берг молчит. — Это поздно, — отвечает Пётр Зимин.",
            [("Не знаю", "Иван Орлов"), ("Может, завтра", "Иван Орлов"), ("Это поздно", "Пётр Зимин")],
        ),
        (
            "uk",
            "— Не знаю, — каже Павло Лис. — Може, завтра. Олена Коваль мовчить. — Це пізно, — відповідає Петро Гай.",
            [("Не знаю", "Павло Лис"), ("Може, завтра", "Павло Лис"), ("Це пізно", "Петро Гай")],
        ),
        (
            "es",
            "—No lo sé —dice Juan Gil—. Quizá mañana. Ana Ruiz calla. —Será tarde —grita Pedro Sanz.",
            [("No lo sé", "Juan Gil"), ("Quizá mañana", "Juan Gil"), ("Será tarde", "Pedro Sanz")],
        ),
        (
            "fr",
            "— Je ne sais pas — dit Jean Morel. — Peut-être demain. Anne Petit se tait. — C'est tard — crie Luc Roux.",
            [("Je ne sais pas", "Jean Morel"), ("Peut-être demain", "Jean Morel"), ("C'est tard", "Luc Roux")],
        ),
        (
            "fr",
            "— Je ne sais pas, dit Jean Morel. Peut-être demain. Anne Petit se tait. — C'est tard, crie Luc Roux.",
            [("Je ne sais pas", "Jean Morel"), ("Peut-être demain", "Jean Morel"), ("C'est tard", "Luc Roux")],
        ),
    ],
)
def test_the_narrator_between_two_turns_of_a_paragraph(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text, language) == expected


def test_who_asks_or_says_you_still_speaks_before_the_next_turn() -> None:
    text = "– Nie wiem – mówi Jan Nowak. – Może jutro. A ty wiesz? Bo ja nie. Sala milczy. – Późno – rzuca Piotr Zych."
    assert [words for words, _ in said(text, "pl")] == ["Nie wiem", "Może jutro. A ty wiesz? Bo ja nie", "Późno"]


def test_an_abbreviation_before_a_dash_begins_no_turn() -> None:
    text = "– Mamy rok 2000 r. – Polska jest duża – mówi Jan Nowak."
    assert said(text, "pl") == [("Mamy rok 2000 r. – Polska jest duża", "Jan Nowak")]


def test_dashes_of_a_list_in_running_text_begin_no_turns() -> None:
    assert extract("Plan: – Most stoi. – Droga czeka. – Dworzec – do remontu.", "pl") == ()
