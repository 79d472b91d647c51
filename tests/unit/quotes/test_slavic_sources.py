"""Slavic press: documents, groups, offices by their people, and roles told in one case and meant in another."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import kinds, said

CASES = [
    # `as X says` after the words.
    (
        "pl",
        "– Las – jak podkreśla leśniczka Ewa Kot – musi odpocząć i nikt go nie zastąpi.",
        [("Las", "Ewa Kot"), ("musi odpocząć i nikt go nie zastąpi", "Ewa Kot")],
    ),
    # A second sentence inside the same marks is speech however short.
    (
        "ru",
        "«Завод не закроют, — заверил директор Савелий Дуб. — Мы нашли выход».",
        [("Завод не закроют", "Савелий Дуб"), ("Мы нашли выход", "Савелий Дуб")],
    ),
    # Whose document it is: by a possessive, by a surname alone.
    (
        "pl",
        "Głos zabrała posłanka Iga Kot. „To hańba dla izby. Wstyd” – czytamy w jej wpisie.",
        [("To hańba dla izby. Wstyd", "Iga Kot")],
    ),
    (
        "ru",
        "Депутат Иван Сомов молчал. «Я не отступлю», — говорится в письме Сомова.",
        [("Я не отступлю", "Иван Сомов")],
    ),
    ("ru", "«Дело возбуждено», — говорится в сообщении МВД.", [("Дело возбуждено", "МВД")]),
    # The people of a place are nobody in particular, and the place is not who speaks.
    ("uk", "«Води немає», — скаржаться мешканці Заріччя.", [("Води немає", None)]),
    # A long office with a dash in it.
    (
        "ru",
        "«Спрос упал», — рассказал заместитель председателя правительства края — министр лесов Вадим Дуб.",
        [("Спрос упал", "Вадим Дуб")],
    ),
    # Introduced in one case, meant in another.
    (
        "pl",
        "Rozmawialiśmy z Anną Kot, dyrektorką szkoły. – Klasy ruszą w maju – zapewniła dyrektorka.",
        [("Klasy ruszą w maju", "Anna Kot")],
    ),
    ("be", "Мы пагутарылі з Аленай Кулік. «Пішу ноччу», — кажа яна.", [("Пішу ноччу", "Алена Кулік")]),
    # The man, the woman: whoever the paragraph above is about.
    (
        "uk",
        "Ганна Гак повернулася в село.\n\n— Стою і не плачу, — згадує жінка.",
        [("Стою і не плачу", "Ганна Гак")],
    ),
    (
        "ru",
        "Мать погибшего, Клавдия Дуб, молчит. «Мне не звонили», — сказала женщина.",
        [("Мне не звонили", "Клавдия Дуб")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_source(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected


def test_according_to_makes_a_fragment_of_what_is_quoted() -> None:
    assert kinds("Według Anny Kot susza to „dopiero przedsmak tego, co nas czeka”.", "pl") == [
        ("dopiero przedsmak tego, co nas czeka", "mixed")
    ]
    assert kinds("Zdaniem Anny Kot ustawa jest „niechlujna i pełna luk”.", "pl") == [
        ("niechlujna i pełna luk", "mixed")
    ]


THUS = [
    ("ru", "«Свободу не дарят». Так философ Юлий Дуб ответил на вопрос.", [("Свободу не дарят", "Юлий Дуб")]),
    ("pl", "„Trzeba nam lekarzy”. Tymi słowami minister Ewa Kot zamknęła debatę.", [("Trzeba nam lekarzy", "Ewa Kot")]),
    ("uk", "«Земля гула». Так Василь Гак описує ту ніч.", [("Земля гула", "Василь Гак")]),
    ("pl", "– Bałem się gór – tak Eryk Kot opisuje tę noc.", [("Bałem się gór", "Eryk Kot")]),
    # Whose words are commented upon is not who comments.
    (
        "pl",
        "Jan Zych milczy. Słowa Zycha skomentował minister Adam Kot: „Szkoda czasu”.",
        [("Szkoda czasu", "Adam Kot")],
    ),
    # One trade under two names.
    (
        "ru",
        "Врач Игнат Дуб приехал первым. «Пульса не было», — вспоминает медик.",
        [("Пульса не было", "Игнат Дуб")],
    ),
    # One pair of marks around two paragraphs.
    (
        "ru",
        "Илья Дуб прочёл: «Нам тяжело. Денег нет.\n\nДальше остановка».\n\nВсе молчали.",
        [("Нам тяжело. Денег нет.\n\nДальше остановка", "Илья Дуб")],
    ),
    ("ru", "Илья Дуб сказал: «Нам тяжело.\n\nОткрыли завод «Луч».", [("Нам тяжело", "Илья Дуб")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), THUS)
def test_the_words_around(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected


WORDS = [
    # A verb nobody has listed, with somebody right behind it.
    ("ru", "— Садись, — привечает Иван Дуб.", [("Садись", "Иван Дуб")]),
    ("ru", "«Лёд стоял до мая», — шамкает Мефодий Дуб.", [("Лёд стоял до мая", "Мефодий Дуб")]),
    ("pl", "– Co pan tu robi? – zdumiewa się Anna Kot.", [("Co pan tu robi", "Anna Kot")]),
    # An abbreviated rank of two words.
    (
        "pl",
        "– Nic się nie stało – mówi Jan Rak.\n\n„Będzie zarzut” – przekazała sierż. szt. Ewa Kot.",
        [("Nic się nie stało", "Jan Rak"), ("Będzie zarzut", "Ewa Kot")],
    ),
    # The office's name between the office and its holder.
    (
        "pl",
        "Zdaniem ekonomisty Banku Wiślanego, dr. Adama Kota, rynek „dopiero zaczyna to odczuwać”.",
        [("dopiero zaczyna to odczuwać", "Adam Kot")],
    ),
    # Somebody's neighbour is named, so it is not he.
    (
        "be",
        "Адам Шпак маўчыць. Яго суседка Яніна Грыб згодная: «Дапамогі мы не бачылі».",
        [("Дапамогі мы не бачылі", "Яніна Грыб")],
    ),
    # Told in the dative of a man whose forename ends like a woman's.
    ("uk", "«Не бійтеся», — сказала Миколі Савчуку лікарка Олена Гак.", [("Не бійтеся", "Олена Гак")]),
    # Initials without full stops.
    (
        "pl",
        "Nina Kot: Dlaczego teraz?\n\nJerzy Rak: Bo tak.\n\nNK: Żartuje pan.\n\nJR: Trochę.",
        [("Dlaczego teraz", "Nina Kot"), ("Bo tak", "Jerzy Rak"), ("Żartuje pan", "Nina Kot"), ("Trochę", "Jerzy Rak")],
    ),
    # The end of a sentence that a name in marks cuts in two is a sentence still.
    (
        "ru",
        "Рубль слабеет, считает аналитик «Норд-банка» Игнатий Дуб. «Мы ждём роста», — говорит эксперт.",
        [("Мы ждём роста", "Игнатий Дуб")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), WORDS)
def test_the_words_beside(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected


ASIDES = [
    ("pl", "– Nie jestem bohaterką – zarzeka Ewa Kot, kasjerka.", [("Nie jestem bohaterką", "Ewa Kot")]),
    ("ru", "— Тесто отдыхает, — гудит пекарь Захар Дуб.", [("Тесто отдыхает", "Захар Дуб")]),
    ("ru", "«Мама рядом», — млеет зоолог Снежана Дуб.", [("Мама рядом", "Снежана Дуб")]),
    ("be", "— Тут стаяла царква, — тыцкае рукой Марыя Гак.", [("Тут стаяла царква", "Марыя Гак")]),
    (
        "uk",
        "Переселенець із Рубіжного Віталій Гак живе тут. «Нарешті сплю», — каже чоловік.",
        [("Нарешті сплю", "Віталій Гак")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ASIDES)
def test_the_narrators_clause(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected
