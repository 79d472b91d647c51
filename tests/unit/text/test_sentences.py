from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.sentences import LONGEST, sentences, words

PIECES = st.sampled_from(
    [
        "The ferry stays.",
        "Nobody asked",
        " ",
        "\n",
        "“",
        "”",
        "„",
        "?",
        "!",
        "…",
        "Mr. Brandt",
        "– dodał.",
        "3.64",
        "漢字。",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map(" ".join))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry stays. Nobody asked.", ["The ferry stays.", "Nobody asked."]),
        ("“It stays. Nobody asked.” She left.", ["“It stays.", "Nobody asked.”", "She left."]),
        ("“Will it stay?” he asked. She left.", ["“Will it stay?” he asked.", "She left."]),
        ("He said it. “It stays.”", ["He said it.", "“It stays.”"]),
        ("„Prom zostaje!” – dodał Żółw. Wyszła.", ["„Prom zostaje!” – dodał Żółw.", "Wyszła."]),
        ("A line\nthat flows on. Then another.", ["A line\nthat flows on.", "Then another."]),
        ("No stop at all", ["No stop at all"]),
        ("   ", []),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


@given(TEXTS, st.sampled_from(["en", "pl", "ru", "xx", None]))
def test_every_word_is_in_one_sentence(text: str, language: str | None) -> None:
    found = sentences(text, 0, len(text), language)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(TEXTS, st.integers(0, 30))
def test_offsets_count_from_the_text_not_from_the_stretch(text: str, shift: int) -> None:
    alone = sentences(text, 0, len(text))
    inside = sentences("x" * shift + text + "y", shift, shift + len(text))
    assert inside == [(start + shift, end + shift) for start, end in alone]


def test_a_very_long_stretch_is_cut_at_full_stops() -> None:
    text = "Nobody asked for more. " * (LONGEST // 20)
    assert len(text) > LONGEST
    found = sentences(text, 0, len(text))
    assert {text[start:end] for start, end in found} == {"Nobody asked for more."}


def test_words() -> None:
    text = "It’s well-known: 3.64 BYN, isn't it?"
    assert [text[s:e] for s, e in words(text, 0, len(text))] == ["It’s", "well-known", "3.64", "BYN", "isn't", "it"]
    assert words(text, 5, 9) == [(5, 9)]
