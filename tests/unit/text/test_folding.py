from __future__ import annotations

import unicodedata

import pytest

from tui_reader.text.folding import fold, fold_script, folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain ASCII, 12", "plain ascii, 12"),
        ("Łódź Żółć", "lodz zolc"),
        ("Straße", "strasse"),
        ("ÆØÅ đ ħ ı", "aeoa d h i"),
        ("Ｆｕｌｌ ﬁn", "full fin"),
        ("Кошелев Йод Ёж", "koshelev iod ezh"),
        ("Київ", "kiiv"),
        ("Ελλάδα", "ellada"),
        ("“a” – ‘b’…", "\"a\" - 'b'..."),
        ("so\u00adft zero\u200bwidth", "soft zerowidth"),
        ("e\u0301te\u0301", "ete"),
        ("👍 №", "👍 no"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_one_spelling_for_composed_and_decomposed() -> None:
    assert fold("Jo\u0301zef й") == fold("Józef и\u0306")


def test_fold_script_keeps_the_script_and_drops_the_accent() -> None:
    assert fold_script("Ёлка Łódź がぎ") == "елка lodz がぎ"


def test_folded_leads_back_to_the_original_characters() -> None:
    original = "Cafe\u0301 Straße щука"
    plain = folded(original)
    assert plain.text == "cafe strasse shchuka"

    def back(word: str) -> str:
        start = plain.text.index(word)
        first, last = plain.span(start, start + len(word))
        return original[first:last]

    assert back("cafe") == "Cafe\u0301"  # the accent rides on its letter
    assert back("strasse") == "Straße"
    assert back("shchuka") == "щука"
    assert back("shch") == "щ"
    assert back("sh") == "щ"  # half of what one letter became is still that letter
    assert back("ss") == "ß"


def test_folded_of_ascii_maps_one_to_one() -> None:
    plain = folded("Abc d")
    assert plain.text == "abc d"
    assert plain.span(1, 3) == (1, 3)
    assert plain.span(2, 2) == (2, 2)
    assert len(plain.offsets) == 6


def test_folding_without_transliteration_has_a_map_too() -> None:
    plain = folded("Ёж\u0301и", transliterate=False)
    assert plain.text == "ежи"
    assert plain.span(1, 2) == (1, 3)


def test_letters_of_their_own_are_no_accents_in_their_script() -> None:
    for whole in ("мой", "МОЙ", "її", "ўвесь"):
        for text in (whole, unicodedata.normalize("NFD", whole)):
            assert fold_script(text) == whole.lower()
            assert folded(text, transliterate=False).text == whole.lower()
            assert fold(text) == fold(whole)
    assert fold_script("ёлка") == "елка"  # this one is left out as a rule
    plain = folded(unicodedata.normalize("NFD", "твой дом"), transliterate=False)
    assert plain.span(3, 4) == (3, 5)
    assert fold("мой") == fold("мои")
