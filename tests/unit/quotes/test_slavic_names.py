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
    # The end of the forename looks like a case's, or its stem changes.
    ("ru", "Сергея Лугового", "Сергей Луговой"),
    ("ru", "Сергея Лаврова", "Сергей Лавров"),
    ("ru", "Сергея Собянина", "Сергей Собянин"),
    ("ru", "Собянина", "Собянин"),
    ("ru", "Андрея Ермака", "Андрей Ермак"),
    ("ru", "Алексея Навального", "Алексей Навальный"),
    ("ru", "Льва Толстого", "Лев Толстой"),
    ("ru", "адвоката Алексея Навального Ольги Михайловой", "Ольга Михайлова"),
    ("uk", "Андрія Єрмака", "Андрій Єрмак"),
    ("uk", "Єрмака", "Єрмак"),
    ("uk", "Малюка", "Малюк"),
    ("uk", "Луки Гайового", "Лука Гайовий"),
    ("uk", "Федора Дуба", "Федір Дуб"),
    ("uk", "Льва Ландау", "Лев Ландау"),
    ("uk", "Мар'яна Солов'я", "Мар'ян Соловей"),
    ("be", "Паўла Латушкі", "Павел Латушка"),
    ("pl", "Marka Belki", "Marek Belka"),
    ("pl", "Marka Zuckerberga", "Mark Zuckerberg"),
    ("pl", "Macieja Gduli", "Maciej Gdula"),
    ("pl", "Szymona Hołowni", "Szymon Hołownia"),
    ("pl", "Zbigniewa Ziobry", "Zbigniew Ziobro"),
    ("pl", "Jacka Sasina", "Jacek Sasin"),
    ("pl", "Jerzego Owsiaka", "Jerzy Owsiak"),
    ("pl", "Donalda Tuska", "Donald Tusk"),
    # A forename no lexicon knows: only what can be nothing else is said.
    ("ru", "Хорхея Дуба", "Хорхей Дуб"),
    ("ru", "Андре Дуба", "Андре Дуб"),
    ("pl", "Rodericka Mooda", "Roderick Mood"),
    ("pl", "Tymka Nowaka", "Tymka Nowaka"),
    # A surname that may have no case.
    ("pl", "Anny Meloni", "Anna Meloni"),
    ("ru", "Анны Мелони", "Анна Мелони"),
    ("uk", "Анни Мелоні", "Анна Мелоні"),
    ("uk", "Анни Зозулі", "Анна Зозуля"),
]
TALKED_OF = [
    ("uk", "Зоя Дуб мовчить. Чекали на Зою Дуб. «Це неправда», — сказала Дуб.", "Зоя Дуб"),
    ("ru", "Ждут Вадима Деньгина. «Это неправда», — ответил Деньгин.", "Вадим Деньгин"),
    ("ru", "Молчит Юлия Тимошенко. «Это неправда», — ответила Тимошенко.", "Юлия Тимошенко"),
    ("ru", "Журналисты ждали Сергея Дуба. «Это неправда», — ответил Дуб.", "Сергей Дуб"),
    ("ru", "Говорили с Сергеем Дубом. «Это неправда», — ответил Дуб.", "Сергей Дуб"),
    ("pl", "Czekali na Jacka Dudę. – To nieprawda – mówi Duda.", "Jacek Duda"),
    ("pl", "Padły słowa Donalda Tuska. – To nieprawda – mówi Tusk.", "Donald Tusk"),
    ("pl", "Alberta Wilska milczy. – To nieprawda – mówi Wilska.", "Alberta Wilska"),
    ("pl", "Mark Kot przyjechał. Czekali na Marka Kota. – To nieprawda – mówi Kot.", "Mark Kot"),
]
ACCORDING = {"pl": "Zdaniem", "ru": "По словам", "uk": "За словами", "be": "Паводле слоў"}


@pytest.mark.parametrize(("language", "genitive", "nominative"), FORMS)
def test_the_nominative(language: str, genitive: str, nominative: str) -> None:
    text = f"{ACCORDING[language]} {genitive}, „aaa bbb ccc ddd eee fff”."
    assert said(text, language) == [("aaa bbb ccc ddd eee fff", nominative)]


@pytest.mark.parametrize(("language", "text", "nominative"), TALKED_OF)
def test_the_nominative_of_whoever_is_named_in_another_case(language: str, text: str, nominative: str) -> None:
    assert [name for _, name in said(text, language)] == [nominative]
