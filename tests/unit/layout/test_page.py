from __future__ import annotations

from tests.unit.layout.setting import article
from tui_reader.layout.page import Page, RowKind
from tui_reader.model.blocks import BlockKind

TEXT = (
    "The ferry stays\n\nIt crosses twice a day, says the council, and nobody asked for more.\n\n“Never,” said Keller."
)


def drawn(page: Page) -> list[str]:
    text = page.article.text
    return [text[row.start : row.end] if row.kind is RowKind.TEXT else row.words for row in page.rows]


def test_a_page() -> None:
    page = Page(article(TEXT, titled=True), 20, facts="en · 1 min")
    assert drawn(page) == [
        "The ferry stays",
        "en · 1 min",
        "",
        "It crosses twice a ",
        "day, says the ",
        "council, and nobody ",
        "asked for more.",
        "",
        "“Never,” said ",
        "Keller.",
        "",
    ]
    assert page.order() == [0, 1, 2]


def test_a_headline_that_is_not_in_the_text_is_drawn_all_the_same() -> None:
    page = Page(article("One line.", title="A headline from elsewhere"), 12)
    assert [row.words for row in page.rows if row.kind is RowKind.TITLE] == ["A headline ", "from ", "elsewhere"]
    assert page.row_of(0) == 4
    assert page.first_offset(0) == 0


def test_front_matter_is_one_line_until_it_is_unfolded() -> None:
    text = "---\ntitle: Ferry\ndate: 2024-05-01\n---\nIt stays. Nobody asked."
    folded = Page(article(text, markdown=True, body=38), 40)
    kinds = [block.kind for block in folded.blocks]
    assert BlockKind.FRONT_MATTER in kinds
    [fold] = [row for row in folded.rows if row.kind is RowKind.FOLD]
    assert fold.words == f"┄ {kinds.count(BlockKind.FRONT_MATTER)} lines folded: front matter ┄"
    assert folded.is_folded(text.index("Ferry"))
    assert not folded.is_folded(text.index("stays"))
    assert folded.row_of(text.index("2024")) == folded.rows.index(fold)
    assert [folded.blocks[i].kind for i in folded.order()] == [BlockKind.PARAGRAPH]

    unfolded = Page(article(text, markdown=True, body=38), 40, unfolded=True)
    assert not any(row.kind is RowKind.FOLD for row in unfolded.rows)
    assert unfolded.order() == list(range(len(kinds)))
    assert not unfolded.is_folded(text.index("Ferry"))


def test_the_markup_of_headings_and_quotes_is_not_drawn() -> None:
    text = "# Ferry\n\n> It stays,\n> they say.\n\n- one\n- two"
    page = Page(article(text, markdown=True), 30)
    assert [line for line in drawn(page) if line][1:] == ["Ferry", "It stays,", "they say.", "- one", "- two"]


def test_cells_are_counted_from_the_edge_of_the_column() -> None:
    text = "> 漢字 e\u0301x"
    page = Page(article(text, markdown=True), 20)
    row = page.row_of(2)
    assert page.rows[row].indent == 2
    assert [page.cell_of(at)[1] for at in (2, 3, 4, 5, 7)] == [2, 4, 6, 7, 8]
    assert [page.offset_at(row, cell) for cell in range(2, 9)] == [2, 2, 3, 3, 4, 5, 7]
    assert page.offset_at(row, 60) == 7
    assert page.cell_of(6) == (row, 7)


def test_the_rows_of_a_span() -> None:
    page = Page(article(TEXT, titled=True), 20)
    first = TEXT.index("day,")
    assert page.rows_of(first, first + 4) == (page.row_of(first), page.row_of(first) + 1)
    assert page.rows_of(0, len(TEXT)) == (0, page.row_of(len(TEXT) - 1) + 1)


def test_the_place_is_kept_at_another_width() -> None:
    text = "\n\n".join(f"Paragraph {n} speaks about the valley and about the river." for n in range(50))
    wide, narrow = Page(article(text), 60), Page(article(text), 17)
    for top in range(0, len(wide), 7):
        at = wide.first_offset(top)
        row = narrow.rows[narrow.row_of(at)]
        assert row.start <= at <= row.end


def test_nothing_to_set() -> None:
    page = Page(article("", title="Empty"), 10)
    assert drawn(page) == ["Empty", ""]
    assert (page.row_of(0), page.offset_at(0, 0), page.order()) == (0, 0, [])
