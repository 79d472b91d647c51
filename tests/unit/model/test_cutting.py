"""Where blocks begin and end: a function of the text alone."""

from __future__ import annotations

import textwrap

import pytest

from tui_reader.model.cutting import cut

PROSE = (
    "The council met on Tuesday and talked for seven hours about the harbour, the price of sand and the old crane. "
    "Nobody had read the report. The mayor asked for silence, which she did not get, and then for a vote, which she "
    "got at once. Twelve members were in favour, and one was asleep."
)


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in cut(text)]


def test_each_line_is_a_block_when_lines_are_paragraphs() -> None:
    assert blocks("One paragraph here.\nAnother one.\n\n\nA third.\n") == [
        "One paragraph here.",
        "Another one.",
        "A third.",
    ]


def test_spans_leave_the_spaces_around_a_block_out() -> None:
    assert cut("  one \t\n\t two\n") == [(2, 5), (10, 13)]


def test_nothing_but_space_has_no_blocks() -> None:
    assert cut("") == []
    assert cut(" \n \t\n\n") == []


@pytest.mark.parametrize("width", [45, 60, 72, 80, 100, 132])
def test_hard_wrapped_paragraphs_flow_together(width: int) -> None:
    paragraphs = [PROSE, PROSE[20:], PROSE[:200]]
    text = "\n\n".join(textwrap.fill(p, width) for p in paragraphs)
    assert [" ".join(block.split()) for block in blocks(text)] == [" ".join(p.split()) for p in paragraphs]


def test_a_ragged_margin_still_flows() -> None:
    lines = textwrap.wrap(PROSE * 2, 70)
    ragged = [line if index % 3 else line.replace(" the ", "\tthe ", 1) for index, line in enumerate(lines)]
    text = "Headline\n\n" + "\n".join(ragged) + "\n\n" + textwrap.fill(PROSE, 66)
    assert len(blocks(text)) == 3


def test_a_headline_and_a_header_in_hard_wrapped_text_stay_lines() -> None:
    head = "Title: The harbour\nAuthor: Ada Winterbourne\nDate: 2024-05-01"
    text = head + "\n\n" + "\n\n".join(textwrap.fill(PROSE, 72) for _ in range(3))
    assert blocks(text)[:3] == head.split("\n")
    assert len(blocks(text)) == 6


@pytest.mark.parametrize("close", ["---", "..."])
def test_long_lines_of_front_matter_stay_lines(close: str) -> None:
    keys = [f"key{n}: {PROSE[n : n + 60].strip()}" for n in range(6)]
    body = "\n\n".join(textwrap.fill(PROSE, 72) for _ in range(4))
    yaml = "\n".join(["---", *keys, close])
    assert blocks(f"{yaml}\n\n{body}")[:8] == yaml.split("\n")
    assert blocks("\n".join(keys) + f"\n\n{body}")[:6] == keys
    assert len(blocks(f"{yaml}\n\n{body}")) == 12


def test_a_heading_directly_above_its_paragraph_is_a_block_of_its_own() -> None:
    text = "\n\n".join(f"# Part {n}\n" + textwrap.fill(PROSE, 72) for n in range(3))
    assert [len(b.split("\n")) == 1 for b in blocks(text)] == [True, False] * 3


def test_items_of_a_wrapped_list_are_blocks() -> None:
    item = "- " + PROSE[:150]
    lists = "\n".join(textwrap.fill(item, 72, subsequent_indent="  ") for _ in range(3))
    text = textwrap.fill(PROSE, 72) + "\n\n" + lists + "\n\n" + textwrap.fill(PROSE, 72)
    assert len(blocks(text)) == 5


def test_lines_of_similar_length_that_end_sentences_are_paragraphs() -> None:
    lines = [f"The gauge number {n} on the river was read by the same two people in the evening." for n in range(8)]
    text = "\n".join(lines[:4]) + "\n\n" + "\n".join(lines[4:])
    assert blocks(text) == lines


def test_a_poem_keeps_its_lines() -> None:
    text = "\n\n".join("The sea is grey\nand so am I\nthe gulls are loud\nand will not fly" for _ in range(4))
    assert len(blocks(text)) == 16


def test_lines_without_blank_lines_between_paragraphs_are_paragraphs() -> None:
    text = textwrap.fill(PROSE * 3, 72)
    assert blocks(text) == text.split("\n")


def test_fenced_code_comes_line_by_line() -> None:
    code = "```\nfirst = 'a line of code that is as long as a line of prose, so that it'\nsecond = 'x'\n```"
    text = "\n\n".join([textwrap.fill(PROSE, 72), code, textwrap.fill(PROSE, 72)])
    assert blocks(text)[1:-1] == code.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "p\n\n" * 40_000,
        "\n" * 300_000 + "end",
        " " * 50_000 + "x\n" + "\t \n" * 5_000,
        " " * 100_000,
        "word " * 60_000,
        ("x" * 70 + "\n") * 20_000,
        ("- " * 40 + "\n") * 5_000,
    ],
)
def test_large_and_hostile_texts_are_cut(text: str) -> None:
    spans = cut(text)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert "".join(text[s:e] for s, e in spans).replace("\n", "").replace(" ", "").replace("\t", "") == "".join(
        text.split()
    )
