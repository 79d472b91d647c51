from __future__ import annotations

import pytest

from tui_reader.layout.wrap import wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, []),
        ("the ferry stays", 9, ["the ferry ", "stays"]),
        ("the ferry stays", 10, ["the ferry ", "stays"]),
        ("the  ferry", 4, ["the  ", "ferr", "y"]),
        ("a well-known ferry", 8, ["a well-", "known ", "ferry"]),
        ("and/or", 4, ["and/", "or"]),
        ("he waited—nobody came", 10, ["he waited—", "nobody ", "came"]),
        ("so—” he said", 4, ["so—” ", "he ", "said"]),
        ("/" + "x" * 9, 4, ["/", "xxxx", "xxxx", "x"]),
        ("漢字かな", 4, ["漢字", "かな"]),
        ("漢字。かな", 4, ["漢", "字。", "かな"]),
        ("「漢字」", 5, ["「漢", "字」"]),
        ("a漢字", 3, ["a漢", "字"]),
        ("ééé e\u0301e\u0301e\u0301 x", 3, ["ééé ", "e\u0301e\u0301e\u0301 ", "x"]),
        ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
    ],
)
def test_where_lines_end(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_both_ways_of_wrapping_agree() -> None:
    text = " ".join(["The ferry stays where it is—nobody asked for well-known figures, and/or for 12,5 % of them."] * 3)
    for width in range(1, 40):
        narrow = lines(text, width)
        # One invisible character sends the same words through the other way.
        assert [line.replace("\u200b", "") for line in lines(text + "\u200b", width)] == narrow


def test_an_address_without_a_space_ends() -> None:
    address = "https://example.org/" + "a" * 200 + "/" + "b" * 200
    assert "".join(lines(address, 49)) == address
    assert max(map(len, lines(address, 49))) == 49
