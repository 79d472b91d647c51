"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from tui_reader.library.decode import decode, known_encoding
from tui_reader.model.errors import FormatError, UsageError

POLISH = "# Zażółć gęślą jaźń\n\nBurmistrz powiedziała: „To jeszcze nie koniec”.\n\n" * 5
RUSSIAN = "# Заголовок\n\nКапитан сказал: «Это ещё не конец, море сегодня спокойное».\n\n" * 5


def test_plain_utf8_comes_back_character_for_character() -> None:
    assert decode(POLISH.encode()) == (POLISH, ())


def test_line_breaks_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\n\rd\r\r\ne").text == "a\nb\nc\n\nd\n\ne"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode(mark + RUSSIAN.encode(encoding)) == (RUSSIAN, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_encodings_without_a_mark_are_recognised_and_said(encoding: str) -> None:
    text, problems = decode(POLISH.encode(encoding))
    assert text == POLISH
    assert encoding in problems[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(POLISH, "cp1250"), (RUSSIAN, "cp1251"), (RUSSIAN.replace("«", '"').replace("»", '"'), "koi8-r")],
)
def test_a_guess_is_right_and_said_aloud(text: str, encoding: str) -> None:
    decoded, problems = decode(text.encode(encoding))
    assert decoded == text
    assert len(problems) == 1
    assert "guess" in problems[0]


def test_a_forced_encoding_is_obeyed_even_when_it_is_wrong() -> None:
    assert decode("é".encode(), "cp1252").text == "Ã©"
    assert decode("Łódź".encode("cp1250"), "cp1250") == ("Łódź", ())
    assert decode(b"plain", "ascii").text == "plain"


def test_a_forced_encoding_still_drops_its_own_mark() -> None:
    assert decode(codecs.BOM_UTF8 + b"x", "utf-8").text == "x"
    assert decode(codecs.BOM_UTF16_BE + "x".encode("utf-16-be"), "utf-16").text == "x"


def test_damaged_utf8_is_replaced_and_counted() -> None:
    text, problems = decode(b"The \xe2\x80\x9clamp\xe2\x80\x9d \xff is out")
    assert text == "The “lamp” \ufffd is out"
    assert problems == ("1 character could not be decoded as utf-8 and replaced",)


def test_a_text_cut_in_mid_character_is_utf8() -> None:
    text, problems = decode("Przystań jest otwarta. Żółw stoi na pomoście, łódka też.".encode() + "ż".encode()[:1])
    assert text.endswith("też.\ufffd")
    assert "utf-8" in problems[0]


def test_control_characters_become_visible_and_are_counted() -> None:
    text, problems = decode("a\x1b[2Jb\x00c\u202ed\x9b\n\tx".encode())
    assert text == "a␛[2Jb␀c⇇d\ufffd\n\tx"
    assert problems == ("4 control characters made visible",)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x7fELF\x02\x01", "program"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x00" * 4096, "binary"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, what: str) -> None:
    with pytest.raises(FormatError, match=what):
        decode(data)


def test_a_text_with_stray_control_characters_is_a_text() -> None:
    data = " ".join(chr(code) for code in range(32)).encode() + b"\nThe council met and talked for hours about sand."
    assert decode(data).text.count("␛") == 1


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8])
def test_nothing_is_an_empty_text(data: bytes) -> None:
    assert decode(data) == ("", ())


def test_unknown_encodings_are_wrong_usage() -> None:
    with pytest.raises(UsageError, match="nosuch"):
        known_encoding("nosuch")
    with pytest.raises(UsageError):
        known_encoding("base64")
    assert known_encoding("UTF8") == "utf-8"
