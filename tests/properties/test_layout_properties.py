"""What holds for any text at any width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.layout.setting import article
from tui_reader.layout.cells import clusters, drawable, fitted, width_of
from tui_reader.layout.page import Page, RowKind
from tui_reader.layout.wrap import wrap
from tui_reader.text.gate import harmless

PIECES = st.sampled_from(
    [
        *(
            "ferry",
            "a",
            " ",
            "  ",
            "\n",
            "\t",
            "-",
            "–",
            "—",
            "/",
            "https://example.org/",
            "x" * 40,
            "“",
            "”",
            ".",
            "…",
        ),
        *(
            "漢字",
            "かな",
            "。",
            "「",
            "」",
            "é",
            "e\u0301",
            "\u0301" * 12,
            "👩‍👩‍👧‍👦",
            "👩🏽‍🚀",
            "🏳️‍🌈",
            "☁\ufe0f",
            "🇵🇱",
        ),
        *("\u200d", "\u200b", "\u00ad", "\ufeff", "\u2028", "\U000e0041", "ไทย", "שלום", "क्षि"),
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map("".join)).map(harmless)
WIDTHS = st.integers(1, 30)
EVEN = st.lists(st.sampled_from(["ferry", "a", " ", "   ", "-", "–", "/", "x" * 25, ".", "so—", "é"]), max_size=30).map(
    "".join
)


@given(st.one_of(TEXTS, EVEN), WIDTHS)
def test_lines_join_up_to_the_text(text: str, width: int) -> None:
    lines = list(wrap(text, 0, len(text), width))
    assert "".join(text[start:end] for start, end in lines) == text
    assert all(start < end for start, end in lines)
    assert all(before[1] == after[0] for before, after in pairwise(lines))


@given(st.one_of(TEXTS, EVEN), WIDTHS)
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width):
        line = text[start:end].rstrip(" \n\t\u2028\u2029")
        # A single character may be wider than a column of one cell; nothing else may.
        assert width_of(line) <= width or len([c for c in clusters(line) if c.width]) == 1


@given(TEXTS, st.integers(0, 40), WIDTHS)
def test_a_stretch_is_broken_as_if_it_stood_alone(text: str, shift: int, width: int) -> None:
    alone = list(wrap(text, 0, len(text), width))
    inside = list(wrap("x" * shift + text + "y", shift, shift + len(text), width))
    assert inside == [(start + shift, end + shift) for start, end in alone]


@given(TEXTS)
def test_clusters_cover_every_character(text: str) -> None:
    cut = clusters(text)
    assert [c.start for c in cut] == [0, *(c.end for c in cut)][: len(cut)]
    assert (cut[-1].end if cut else 0) == len(text)


@given(TEXTS)
def test_what_is_drawn_is_as_wide_as_what_was_measured(text: str) -> None:
    assert width_of(drawable(text)) == width_of(text)
    assert "\n" not in drawable(text)
    assert "\t" not in drawable(text)


@given(TEXTS, st.integers(0, 30))
def test_a_fitted_text_fits(text: str, width: int) -> None:
    assert width_of(fitted(text, width)) <= width


PAGES = st.tuples(
    st.lists(TEXTS, min_size=1, max_size=6).map("\n\n".join), WIDTHS, st.booleans(), st.booleans(), st.booleans()
)


@given(PAGES)
def test_every_character_of_every_block_shown_is_on_one_row(page: tuple[str, int, bool, bool, bool]) -> None:
    text, width, markdown, titled, unfolded = page
    it = article(text, markdown=markdown, titled=titled)
    made = Page(it, width, facts="facts", unfolded=unfolded)
    for index in made.order():
        block = it.blocks[index]
        rows = [row for row in made.rows if row.block == index and row.kind is RowKind.TEXT]
        assert [row.first for row in rows] == [True, *[False] * (len(rows) - 1)][: len(rows)]
        assert all(before.end == after.start for before, after in pairwise(rows))
        if rows:
            assert (block.span.start <= rows[0].start, rows[-1].end) == (True, block.span.end)
            assert set(text[block.span.start : rows[0].start]) <= set("#> \t")


@given(PAGES)
def test_from_a_character_to_its_row_and_back(page: tuple[str, int, bool, bool, bool]) -> None:
    text, width, markdown, titled, unfolded = page
    it = article(text, markdown=markdown, titled=titled)
    made = Page(it, width, unfolded=unfolded)
    for number, row in enumerate(made.rows):
        if row.kind is not RowKind.TEXT:
            continue
        for cluster in clusters(text[row.start : row.end]):
            at = row.start + cluster.start
            assert made.row_of(at) == number
            place, cell = made.cell_of(at)
            assert place == number
            back = made.offset_at(place, cell)
            # Characters of no width share their cell with the one drawn after them.
            assert back == at if cluster.width else row.start <= at <= back
        assert made.first_offset(number) == row.start


@given(PAGES, st.integers(-3, 600), st.integers(-3, 60))
def test_any_place_has_a_character(page: tuple[str, int, bool, bool, bool], offset: int, cell: int) -> None:
    text, width, markdown, titled, unfolded = page
    made = Page(article(text, markdown=markdown, titled=titled), width, unfolded=unfolded)
    assert 0 <= made.offset_at(offset, cell) <= len(text)
    assert 0 <= made.row_of(max(0, offset)) < max(1, len(made))
    assert 0 <= made.first_offset(offset) <= len(text)
