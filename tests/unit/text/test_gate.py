from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.gate import harmless, harmless_line, line_feeds, may_be_changed, was_changed

# Surrogates too: file names bring them along.
ANY = st.text(st.characters() | st.characters(categories=["Cs", "Cc", "Cf"]), max_size=60)
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def controls(text: str) -> set[str]:
    return {c for c in text if ord(c) < 32 or 127 <= ord(c) < 160 or c in OVERRIDES or 0xD800 <= ord(c) < 0xE000}


@given(ANY)
def test_nothing_harmful_passes(text: str) -> None:
    assert controls(harmless(text)) <= {"\n", "\t"}
    assert controls(harmless_line(text)) == set()
    harmless(text).encode("utf-8")


@given(ANY)
def test_one_character_for_one(text: str) -> None:
    for gate in (harmless, harmless_line):
        after = gate(text)
        assert len(after) == len(text)
        assert all(a == b for a, b in zip(text, after, strict=True) if not controls(a))
        assert gate(after) == after


@given(ANY)
def test_what_was_replaced_is_counted(text: str) -> None:
    assert was_changed(text, harmless(text)) == sum(c in controls(text) - {"\n", "\t"} for c in text)


@given(ANY)
def test_what_was_replaced_can_be_told_from_what_came_out(text: str) -> None:
    assert harmless_line(text) == text or may_be_changed(harmless_line(text))
    assert not may_be_changed("zwykła nazwa – 007.txt")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202egnp.exe\u202c", "⇇gnp.exe⇥"),
        ("one\n\ttwo", "one\n\ttwo"),
        ("bad\udcff", "bad\ufffd"),
        ("Żółć “漢字” 👩‍👩‍👧‍👦", "Żółć “漢字” 👩‍👩‍👧‍👦"),
    ],
)
def test_texts(text: str, expected: str) -> None:
    assert harmless(text) == expected


def test_a_line_stays_one_line() -> None:
    assert harmless_line("one\ntwo\tthree\r") == "one␊two␉three␍"


def test_a_harmless_text_is_handed_back_as_it_is() -> None:
    text = "The ferry stays."
    assert harmless(text) is text
    assert was_changed(text, harmless(text)) == 0


@pytest.mark.parametrize("text", ["a\nb", "a\rb", "a\r\nb"])
def test_every_line_break_is_a_line_feed(text: str) -> None:
    assert line_feeds(text) == "a\nb"
