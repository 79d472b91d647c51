"""Turns of a talk that no cue stands beside: labels, dashes after a colon, a dash alone."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said

CASES = [
    # A name and a colon before each turn.
    (
        "pl",
        "Marek Duda: Skąd pomysł?\n\nAnna Kot, autorka: Z albumu. Był na strychu.\n\nM.D.: I co dalej?\n\nA.K.: Nic.",
        [
            ("Skąd pomysł", "Marek Duda"),
            ("Z albumu. Był na strychu", "Anna Kot"),
            ("I co dalej", "Marek Duda"),
            ("Nic", "Anna Kot"),
        ],
    ),
    (
        "ru",
        "Корреспондент: Кем вы хотели быть?\n\nНина Дуб: Лётчицей.",
        [("Кем вы хотели быть", None), ("Лётчицей", "Нина Дуб")],
    ),
    ("uk", "Оксана Гак: Чому?\n\nБогдан Крук: Бо так.", [("Чому", "Оксана Гак"), ("Бо так", "Богдан Крук")]),
    # Who somebody is may stand between the name and the colon, and initials mean the name in full.
    (
        "pl",
        "Nina Zych: Dlaczego teraz?\n\nJerzy Kot, kompozytor: Bo tak.\n\nNZ: Żartuje pan.\n\nJK: Trochę.",
        [
            ("Dlaczego teraz", "Nina Zych"),
            ("Bo tak", "Jerzy Kot"),
            ("Żartuje pan", "Nina Zych"),
            ("Trochę", "Jerzy Kot"),
        ],
    ),
    (
        "en",
        "Who pays?\n\nAnn Hale, the mayor: Nobody.\n\nWhen?\n\nA.H.: In May.",
        [("Nobody", "Ann Hale"), ("In May", "Ann Hale")],
    ),
    # Nobody knows who a lone pair of initials is.
    ("en", "Who pays?\n\nA.H.: Nobody.\n\nWhen?\n\nA.H.: In May.", []),
    # The lines of a list have labels too, and nobody says them.
    ("pl", "Miejsce: Kraków\n\nCzas: wieczór\n\nBilety: brak\n\nAnna Kot nie przyjdzie.", []),
    ("ru", "Дата: май\n\nМесто: Тверь\n\nЧто делать?", []),
    # A colon and a dash, with nothing after the words.
    ("pl", "Jan Kot wzrusza ramionami: – Nie wiem. Nikt nie wie.", [("Nie wiem. Nikt nie wie", "Jan Kot")]),
    ("ru", "Мэр Иван Дуб отвечает: — Нет. Это конец.", [("Нет. Это конец", "Иван Дуб")]),
    (
        "pl",
        "Minister Jan Kot podkreślił:\n\n– Nie ma zgody na drogi.\n\nWyszedł.",
        [("Nie ma zgody na drogi", "Jan Kot")],
    ),
    # A dash alone, where people speak so around it.
    (
        "pl",
        "Wieś pustoszeje. Zofia Kot pokazuje domy.\n\n– Tu mieszkali Rakowie.\n\nPrzystaje.\n\n– Żal – wzdycha.",
        [("Tu mieszkali Rakowie", "Zofia Kot"), ("Żal", "Zofia Kot")],
    ),
    (
        "pl",
        "Zasady:\n\n– Nie biegamy.\n\n– Nie krzyczymy.\n\nZofia Kot uczy. – Cicho – mówi.",
        [("Cicho", "Zofia Kot")],
    ),
    # A verb that only says so with a negation is not denied by it.
    (
        "uk",
        "— Де гроші? — запитала суддя Ніна Кобзар.\n\n— Нема.\n\n— Чому? — не вгавала суддя.",
        [("Де гроші", "Ніна Кобзар"), ("Нема", None), ("Чому", "Ніна Кобзар")],
    ),
    # Who asks does not answer.
    (
        "pl",
        "– Gdzie był nóż? – pytał Jan Kot.\n\n– W szufladzie.\n\n– W której? – pytał dalej Kot.",
        [("Gdzie był nóż", "Jan Kot"), ("W szufladzie", None), ("W której", "Jan Kot")],
    ),
    # An abbreviated rank ends no clause.
    (
        "pl",
        "– Kierowca był trzeźwy – przekazał asp. Jan Kot. – Odpowie przed sądem.",
        [("Kierowca był trzeźwy", "Jan Kot"), ("Odpowie przed sądem", "Jan Kot")],
    ),
    # A sentence that begins with a preposition and its noun has its subject all the same.
    ("pl", "Po meczu Julia Kot nie kryła łez.\n\n– Czuję pustkę – przyznała.", [("Czuję pustkę", "Julia Kot")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_turns(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected
