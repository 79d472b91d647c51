"""Who is the subject in a language with cases: not whoever is told, called, or only owns the office."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said

CASES = [
    # Whoever is told or addressed stands in a case; the forename shows it where the surname does not.
    ("uk", "«Сядьте», — сказала Степанові Калині лікарка Олена Гак.", [("Сядьте", "Олена Гак")]),
    ("uk", "«Досить», — перебив Олексія Гайду ведучий Остап Крук.", [("Досить", "Остап Крук")]),
    ("ru", "«Садитесь», — сказала Павлу Дубу врач Олеся Крюк.", [("Садитесь", "Олеся Крюк")]),
    # The office is somebody else's: the genitive belongs to it, and the next forename begins another name.
    ("be", "Адвакат Міколы Рудога Павел Свіст заявіў: «Мы чакаем».", [("Мы чакаем", "Павел Свіст")]),
    (
        "pl",
        "Adwokat Marka Zycha, mecenas Ewa Kot, napisała: „Będzie apelacja”.",
        [("Będzie apelacja", "Ewa Kot")],
    ),
    # A body after a preposition, whatever its name, is where it was said.
    (
        "pl",
        "– Wniosek złożono – poinformował podsekretarz stanu w Ministerstwie Dróg i Mostów Lądowych Adam Kot.",
        [("Wniosek złożono", "Adam Kot")],
    ),
    ("pl", "– Ceny spadną – powiedział w Radiu Fala Jan Kot z rady banku.", [("Ceny spadną", "Jan Kot")]),
    (
        "pl",
        "– Stan jest dobry – powiedział dyrektor szpitala im. św. Łukasza prof. Jan Kot.",
        [("Stan jest dobry", "Jan Kot")],
    ),
    # A man's office may be a woman's, also where nobody knows the forename.
    (
        "pl",
        "Do sali weszła premier Xenthia Haldor. – Nie damy się – zapewniła.",
        [("Nie damy się", "Xenthia Haldor")],
    ),
    ("ru", "«Дело закрыто», — сказала судья Ринальда Мох.", [("Дело закрыто", "Ринальда Мох")]),
    # A woman's name all the same.
    ("pl", "– Wracam – mówi Alberta Kot. – Jutro – dodaje.", [("Wracam", "Alberta Kot"), ("Jutro", "Alberta Kot")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_subject(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected


NOT_THE_LAST = [
    # A plural verb is never one person's.
    ("pl", "– Zamykamy – powiedział Jan Kot. Położne płaczą. – Dokąd mamy iść? – pytają.", "Dokąd mamy iść", None),
    ("ru", "«Закрываем», — сказал Иван Дуб. Рабочие молчат. «Нам не платят», — говорят они.", "Нам не платят", None),
    # A colon after a sentence about others: not the last speaker.
    ("pl", "„Pociąg ruszy” – mówi Ewa Kot. Podróżni mają inne zdanie: „Nic tu nie jeździ”.", "Nic tu nie jeździ", None),
    # She, where the sentence before begins with him.
    (
        "ru",
        "Следователь Павел Дуб настаивал на аресте, адвокат Елена Крюк просила о залоге. «Он болен», — говорила она.",
        "Он болен",
        "Елена Крюк",
    ),
    # A word that tells of somebody, then the name.
    ("ru", "Триумфатор, бразилец Иван Феррас, заявил: «Это легенда».", "Это легенда", "Иван Феррас"),
    ("uk", "Господиня кота, пенсіонерка Явдоха Гак, заплакала: «Він живий».", "Він живий", "Явдоха Гак"),
    ("pl", "Senator Adam Holl był zły. „Tak się nie robi” – napisał Republikanin.", "Tak się nie robi", "Adam Holl"),
]


@pytest.mark.parametrize(("language", "text", "words", "speaker"), NOT_THE_LAST)
def test_not_who_spoke_last(language: str, text: str, words: str, speaker: str | None) -> None:
    assert dict(said(text, language))[words] == speaker
