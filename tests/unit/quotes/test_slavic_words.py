"""Polish, Russian, Ukrainian and Belarusian press: the verbs, offices, trades and forenames newspapers use."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said

CASES = [
    # Women's forenames that look like a man's in the genitive.
    ("pl", "– Nie wrócę tam – odpowiada Bogusława Noga.", [("Nie wrócę tam", "Bogusława Noga")]),
    # What people do while they speak.
    (
        "pl",
        "Na ganku siedzi Rozalia Kot. – Dach przecieka od wojny – uśmiecha się.",
        [("Dach przecieka od wojny", "Rozalia Kot")],
    ),
    (
        "ru",
        "— Да ну, пустяки, — отмахивается Прохор Лыков, сторож.",
        [("Да ну, пустяки", "Прохор Лыков")],
    ),
    # The reporter asks: nobody who has a name.
    (
        "pl",
        "– Długo to potrwa? – pytam.\n\n– Do zimy – odpowiada Ilona Rak.",
        [("Długo to potrwa", None), ("Do zimy", "Ilona Rak")],
    ),
    (
        "uk",
        "— Довго чекали? — питаю.\n\n— До ночі, — відповідає Соломія Гак.",
        [("Довго чекали", None), ("До ночі", "Соломія Гак")],
    ),
    (
        "be",
        "— Доўга чакалі? — пытаюся.\n\n— Да ночы, — адказвае Зося Крук.",
        [("Доўга чакалі", None), ("Да ночы", "Зося Крук")],
    ),
    # A man nobody introduces is somebody by his forename.
    (
        "ru",
        "Министр Ефим Дуб выступил утром. «Бюджет готов», — отметил он.",
        [("Бюджет готов", "Ефим Дуб")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_speaker(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected
