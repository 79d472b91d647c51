"""Names in the genitive, which stand behind `according to`, and the nominative the panel shows."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said

FORMS = [
    ("pl", "Piotra Krawca", "Piotr Krawiec"),
    ("pl", "Piotra Wróbla", "Piotr Wróbel"),
    ("pl", "Piotra Dudka", "Piotr Dudek"),
    ("pl", "Piotra Dudy", "Piotr Duda"),
    ("pl", "Piotra Wilka", "Piotr Wilk"),
    ("pl", "Piotra Cichonia", "Piotr Cichoń"),
    ("pl", "Ewy Kowalik", "Ewa Kowalik"),
    ("pl", "Idy Kuny", "Ida Kuna"),
    ("pl", "Ewy Lisowskiej-Kot", "Ewa Lisowska-Kot"),
    ("ru", "Инны Рогачёвой", "Инна Рогачёва"),
    ("ru", "Ивана Кравца", "Иван Кравец"),
    ("ru", "Ивана Дикого", "Иван Дикий"),
    ("ru", "Ивана Соловья", "Иван Соловей"),
    ("ru", "Евы Мельник", "Ева Мельник"),
    ("uk", "Івана Ковальчука", "Іван Ковальчук"),
    ("uk", "Івана Мельника", "Іван Мельник"),
    ("uk", "Івана Кравця", "Іван Кравець"),
    ("uk", "Івана Коломійця", "Іван Коломієць"),
    ("uk", "Івана Кличка", "Іван Кличко"),
    ("be", "Ганны Лясной", "Ганна Лясная"),
    ("be", "Сяргея Крыўца", "Сяргей Крывец"),
]
ACCORDING = {"pl": "Zdaniem", "ru": "По словам", "uk": "За словами", "be": "Паводле слоў"}


@pytest.mark.parametrize(("language", "genitive", "nominative"), FORMS)
def test_the_nominative(language: str, genitive: str, nominative: str) -> None:
    text = f"{ACCORDING[language]} {genitive}, „aaa bbb ccc ddd eee fff”."
    assert said(text, language) == [("aaa bbb ccc ddd eee fff", nominative)]
