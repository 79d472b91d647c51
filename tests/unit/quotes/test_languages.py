"""The eight languages: cues on both sides, cases of names, zero subjects, free word order."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said
from tui_reader.quotes.guess import language_of
from tui_reader.quotes.lexicon import CUE, LANGUAGES, lexicon

CASES = [
    ("pl", "„To początek końca”, ocenił Adam Wilk.", [("To początek końca", "Adam Wilk")]),
    ("pl", "Minister Adam Wilk powiedział: „Budżet jest gotowy”.", [("Budżet jest gotowy", "Adam Wilk")]),
    ("pl", "Adam Wilk dodał, że „nie ma powodów do paniki”.", [("nie ma powodów do paniki", "Adam Wilk")]),
    (
        "pl",
        "Rozmowa z Martą Zielińską trwała godzinę. Marta Zielińska nie ukrywała zmęczenia.\n– Mam dość – powiedziała.",
        [("Mam dość", "Marta Zielińska")],
    ),
    (
        "pl",
        "Zdaniem Elmara Broka „most jest źle zbudowany i trzeba go zamknąć”.",
        [("most jest źle zbudowany i trzeba go zamknąć", "Elmar Brok")],
    ),
    ("pl", "„Wystarczy”, powiedział w niedawnym wywiadzie Wilk.", [("Wystarczy", "Wilk")]),
    ("pl", "– Most stoi – podkreśla szef biura Joe Sternberg.", [("Most stoi", "Joe Sternberg")]),
    ("ru", "«Мы готовы к переговорам», — заявил Иван Петров.", [("Мы готовы к переговорам", "Иван Петров")]),
    ("ru", "Иван Петров сказал: «Мы готовы к переговорам».", [("Мы готовы к переговорам", "Иван Петров")]),
    (
        "ru",
        "Газета цитирует главу союза Павла Орлова. По его словам, «из-за вопроса надежности нужен второй мост».",
        [("из-за вопроса надежности нужен второй мост", "Павел Орлов")],
    ),
    ("uk", "«Міст відкрито», — повідомив міністр оборони Андрій Коваль.", [("Міст відкрито", "Андрій Коваль")]),
    (
        "uk",
        "За словами Андрія Коваля, «міст відкрили надто рано для такої погоди».",
        [("міст відкрили надто рано для такої погоди", "Андрій Коваль")],
    ),
    ("be", "«Мост адкрыты», — сказала Ганна Дуб.", [("Мост адкрыты", "Ганна Дуб")]),
    (
        "de",
        "„Das ist ein guter Tag für die Stadt“, sagte Bürgermeister Karl Weber.",
        [("Das ist ein guter Tag für die Stadt", "Karl Weber")],
    ),
    ("de", "»Das ist ein guter Tag«, sagte Karl Weber.", [("Das ist ein guter Tag", "Karl Weber")]),
    ("de", "Karl Weber kam spät. „Der Zug stand lange“, so Weber.", [("Der Zug stand lange", "Karl Weber")]),
    ("de", "Zum Neubau sagte die Ministerin Anna Vogt: „Wir bauen im Herbst.“", [("Wir bauen im Herbst", "Anna Vogt")]),
    ("de", "Abschließend erklärte Anna Vogt: „Wir bauen im Herbst.“", [("Wir bauen im Herbst", "Anna Vogt")]),
    (
        "de",
        "Gefragt, ob er antrete, antwortete Weber: „Das entscheidet die Partei.“",
        [("Das entscheidet die Partei", "Weber")],
    ),
    ("fr", "« La route est fermée », a déclaré Anne Moreau.", [("La route est fermée", "Anne Moreau")]),
    ("fr", "Anne Moreau est arrivée. « La route est fermée », dit-elle.", [("La route est fermée", "Anne Moreau")]),
    ("es", "«No habrá elecciones», dijo Rosa Marín.", [("No habrá elecciones", "Rosa Marín")]),
    (
        "es",
        'La señora Marín añadió: "El riesgo no debe pasar desapercibido".',
        [("El riesgo no debe pasar desapercibido", "Marín")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_language(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), [case for case in CASES if len(case[1]) > 60])
def test_the_language_may_be_unknown(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, None) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that the bridge was late.", "en"),
        ("Burmistrz powiedział, że most się spóźnia.", "pl"),
        ("Мэр сказал, что мост опаздывает.", "ru"),
        ("Мер сказав, що міст запізнюється, їй це не подобається.", "uk"),
        ("Мэр сказаў, што мост спазняецца.", "be"),
        ("Der Bürgermeister sagte, dass die Brücke nicht fertig ist.", "de"),
        ("Le maire a dit que le pont est en retard et que la route est fermée.", "fr"),
        ("El alcalde dijo que el puente no está listo y que la ruta se cierra.", "es"),
        ("漢字だけの文章", "en"),
        ("", "en"),
    ],
)
def test_the_guess(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_is_whole(language: str) -> None:
    words = lexicon(language)
    assert words.language == language
    assert sum(bool(flags & CUE) for flags in words.words.values()) > 100
    assert words.according
    assert words.role_stems
    assert words.genders
    assert lexicon(language) is words
    assert all(word == word.lower() for word in words.words)


def test_a_regional_code_and_a_foreign_language() -> None:
    assert lexicon("pl-PL").language == "pl"
    assert lexicon("ja").language == "en"
