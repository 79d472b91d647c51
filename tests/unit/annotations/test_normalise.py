import unicodedata

import pytest

from tui_reader.annotations.normalise import Folded, fold


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("a\u00a0b\tc\nd", "a b c d"),
        ("a  \n\n  b", "a b"),
        ("„Tak” – «да» ‚nie’", '"Tak" - "да" \'nie\''),
        ("wait...", "wait…"),
        ("co\u00adop\u200berate\ufeff", "cooperate"),
        (unicodedata.normalize("NFD", "żółć café й"), "żółć café й"),
    ],
)
def test_what_does_not_matter_is_gone(raw: str, folded: str) -> None:
    assert fold(raw) == folded


def test_lower_case_keeps_the_length() -> None:
    folded = Folded("İstanbul GRÜSSE ẞ")
    assert len(folded.lower) == len(folded.text)
    assert folded.lower.endswith("grüsse ß")


def test_the_way_back_takes_whole_characters() -> None:
    raw = "Say  „" + unicodedata.normalize("NFD", "zażółć") + "”\u00ad…  now"
    folded = Folded(raw)
    at = folded.text.index("zażółć")
    start, end = folded.original(at, at + 6)
    assert unicodedata.normalize("NFC", raw[start:end]) == "zażółć"
    assert folded.folded(start) == at


def test_an_empty_span_stays_empty() -> None:
    assert Folded("abc").original(2, 2) == (2, 2)


def test_marks_upon_dots_and_spaces_harm_nothing() -> None:
    raw = "x...\u0301  \u0301y"
    folded = Folded(raw)
    assert folded.original(0, len(folded.text))[1] == len(raw)
