"""What holds for any text and any bytes."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.library.decode import decode
from tui_reader.library.frontmatter import read_head
from tui_reader.library.loader import count_words, make_article
from tui_reader.library.source import natural_key
from tui_reader.model.blocks import segment
from tui_reader.model.cutting import cut
from tui_reader.model.errors import FormatError
from tui_reader.text.gate import harmless, harmless_line

LINES = st.lists(
    st.one_of(
        st.text(max_size=90),
        st.sampled_from(
            ["", " ", "---", "```", "# Title", "title: x", "> y", "- item", "3.64 BYN", "Ada Winterbourne:", "“Yes.”"]
        ),
        st.integers(50, 90).map(lambda n: "word " * (n // 5)),
    ),
    max_size=30,
)
TEXTS = st.one_of(st.text(max_size=400), LINES.map("\n".join)).map(harmless)


@given(TEXTS)
def test_blocks_hold_every_word_in_order_and_nothing_else(text: str) -> None:
    spans = cut(text)
    assert [word for start, end in spans for word in text[start:end].split()] == text.split()
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    between = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    assert all("\n" in gap for gap in between)


@given(TEXTS, st.integers(0, 100), st.booleans())
def test_numbers_depend_on_the_text_alone(text: str, body: int, markdown: bool) -> None:
    spans = [(block.span.start, block.span.end) for block in segment(text, body=body, markdown=markdown)]
    assert spans == cut(text)


@given(TEXTS)
def test_markers_stay_inside_their_blocks(text: str) -> None:
    for block in segment(text, markdown=True):
        assert 0 <= block.marker <= len(block.span)


@given(st.lists(st.text("abcdefgh", min_size=2, max_size=9), min_size=60, max_size=150), st.integers(50, 120))
def test_a_wrapped_paragraph_is_one_block(words: list[str], width: int) -> None:
    paragraph = textwrap.fill(" ".join(words), width)
    assert len(cut("\n\n".join([paragraph] * 3))) == 3


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, problems = decode(data)
    except FormatError:
        return
    assert harmless(text) == text
    assert "\r" not in text
    assert all(harmless_line(problem) == problem for problem in problems)


@given(st.text(max_size=300))
def test_utf8_comes_back_character_for_character(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        decoded, _ = decode(data, "utf-8")
    except FormatError:
        return
    expected = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decoded == harmless(expected)


@given(LINES)
def test_any_head_is_read_without_an_error(lines: list[str]) -> None:
    text = "---\n" + harmless("\n".join(lines)) + "\n---\nBody."
    head = read_head(text)
    assert 0 <= head.body <= len(text)
    for value in head.fields.values():
        for line in [value] if isinstance(value, str) else value:
            assert harmless_line(line) == line != ""


@given(TEXTS, st.sampled_from(["a.txt", "b.md", "-"]))
def test_any_text_is_an_article_with_a_title(text: str, name: str) -> None:
    article = make_article(text, id=name, path=name, name=name, sha256="")
    assert article.title
    assert article.title == " ".join(article.title.split())
    assert harmless_line(article.title) == article.title
    assert article.words == count_words(text, article.body, article.language)
    if article.title_span is not None:
        number = article.paragraph_at(article.title_span.start)
        assert article.paragraph(number).span.start <= article.title_span.start


@given(st.lists(st.text(max_size=20), unique=True, max_size=20))
def test_natural_order_is_total(names: list[str]) -> None:
    assert len({natural_key(name) for name in names}) == len(names)
    assert sorted(sorted(names), key=natural_key) == sorted(names, key=natural_key)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_in_names_sort_as_numbers(one: int, other: int) -> None:
    if one < other:
        assert natural_key(f"a{one}.txt") < natural_key(f"a{other}.txt")
