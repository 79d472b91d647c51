"""Marks that are none, quotations that never close, nested ones, lists."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said, speech

CASES = [
    ("en", "Ann Hale said she was 5'11\" tall. “I am the tallest,” she said.", [("I am the tallest", "Ann Hale")]),
    ("en", 'The TV is 27" wide and 15" high. "It is big," Ann Hale said.', [("It is big", "Ann Hale")]),
    (
        "en",
        '"The screen is 27" wide," Ann Hale said. "It fits."',
        [('The screen is 27" wide', "Ann Hale"), ("It fits", "Ann Hale")],
    ),
    (
        "en",
        "'Tis the season, and rock 'n' roll is back in the '80s bar. Ann Hale said: 'It was the dogs' fault.'",
        [("It was the dogs' fault", "Ann Hale")],
    ),
    (
        "en",
        "‘I can’t,’ said Ann Hale. ‘The dogs’ owner won’t.’",
        [("I can’t", "Ann Hale"), ("The dogs’ owner won’t", "Ann Hale")],
    ),
    ("en", "“He told me ‘go home’ and I went,” Ann Hale said.", [("He told me ‘go home’ and I went", "Ann Hale")]),
    ("en", "Ann Hale: The bridge is shut.\nBo Reed: The pier is weak.", []),
    ("en", 'Shopping:\n- milk\n- bread, said to be good\n- "Brand X" soap', []),
    ("en", "He loves the film “The Long Night” and the band “Blue Door”.", []),
    ("en", "“If,” Ann Hale said, “we leave now, we win.”", [("If", "Ann Hale"), ("we leave now, we win", "Ann Hale")]),
    ("en", "``We won,'' Ann Hale said.", [("We won", "Ann Hale")]),
    ("en", "「The bridge is shut」 Ann Hale said. 『Quiet Water』 is a book.", [("The bridge is shut", "Ann Hale")]),
    ("pl", "Lista:\n- mleko\n- chleb\n- ser, mówi się, że dobry", []),
    (
        "pl",
        "„Mówił »idź do domu« i poszłam” – powiedziała Anna Berg.",
        [("Mówił »idź do domu« i poszłam", "Anna Berg")],
    ),
    (
        "ru",
        "«Он сказал „иди домой“, и я пошла», — рассказала Анна Берг.",
        [("Он сказал „иди домой“, и я пошла", "Анна Берг")],
    ),
    ("de", "»Wir haben „Brücke“ gesagt«, erklärte Karl Weber.", [("Wir haben „Brücke“ gesagt", "Karl Weber")]),
    ("es", "«Me dijo “vete a casa” y me fui», contó Rosa Gil.", [("Me dijo “vete a casa” y me fui", "Rosa Gil")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_shape(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, language) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "Ann Hale said: “This never ends\n\nThe next paragraph is long.\n\n“Done,” Bo Reed said."
    first, second = speech(text)
    assert first.unclosed
    assert not second.unclosed
    assert text[first.start : first.end] == "This never ends"


def test_an_unclosed_quotation_stops_at_its_cue() -> None:
    text = '"Ситуація небезпечна, - сказав Павло Лис. Напередодні адвокат залишив місто.\n\nДалі нічого.'
    (quote,) = speech(text, "uk")
    assert quote.unclosed
    assert text[quote.start : quote.end] == "Ситуація небезпечна,"


def test_several_paragraphs_are_one_quotation() -> None:
    text = "“First paragraph of it.\n\n“Second paragraph of it,” Ann Hale said."
    (quote,) = speech(text)
    assert text[quote.start : quote.end].endswith("Second paragraph of it,")
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Hale"
