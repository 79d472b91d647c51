"""All passages of a query: gathered, sorted, gone to, come back from, written to a file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.tui.screens.concordance import ConcordanceScreen
from tui_reader.tui.widgets.concordance import first_cells, last_cells


def concordance(pilot: Pilot[None]) -> ConcordanceScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ConcordanceScreen)
    return screen


def neighbours(pilot: Pilot[None], side: str) -> list[str]:
    """The word next to each passage, in the order shown."""
    passages = concordance(pilot).passages
    lines = [passages.line(n) for n in range(len(passages.shown))]
    if side == "right":
        return [line.right(40).split()[0] for line in lines if line.right(40).split()]
    return [line.left(40).split()[-1] for line in lines if line.left(40).split()]


async def test_every_passage_of_every_article_found_is_a_line(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter C")
        passages = concordance(pilot).passages
        assert passages.finished
        assert [line.article.id for line in passages.lines] == ["1-harbour.txt", "1-harbour.txt", "3-port.txt"]
        assert {line.keyword for line in passages.lines} == {"Keller"}
        shown = screen_text(pilot)
        assert "3 passages in 2 articles" in shown
        assert "Mayor Anna Keller said on Tuesday" in shown
        assert "¶2" in shown


async def test_the_passages_stand_in_one_column(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter C")
        rows = [line for line in screen_text(pilot).splitlines() if "¶" in line]
        assert len(rows) == 3
        assert len({row.index("Keller") for row in rows}) == 1


async def test_enter_goes_to_the_passage_and_ctrl_o_comes_back(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter n")
        before = main(pilot).here
        await press(pilot, "C G enter")
        pane = main(pilot).pane
        assert pilot.app.screen is main(pilot)
        assert main(pilot).focused is pane
        assert pane.article is not None
        assert pane.article.id == "3-port.txt"
        assert pane.match_now == 0
        assert "match 1 of 1" in screen_text(pilot)
        await press(pilot, "ctrl+o")
        assert main(pilot).here == before


async def test_the_list_is_come_back_to_on_the_line_that_was_left(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash r i v e r enter C r j j j")
        line = concordance(pilot).passages.line(3)
        await press(pilot, "enter C")
        again = concordance(pilot)
        assert again.lines.index == 3
        assert again.passages.line(3) == line


async def test_escape_returns_to_where_the_user_was(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter n")
        before = main(pilot).here
        await press(pilot, "C j escape")
        assert pilot.app.screen is main(pilot)
        assert main(pilot).here == before
        assert main(pilot).focused is main(pilot).pane


async def test_sorted_by_the_word_right_and_reversed_by_the_second_press(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash t h e enter C r")
        words = [word.lower().strip(",.”") for word in neighbours(pilot, "right")]
        assert words == sorted(words)
        assert words[0] != words[-1]
        assert "after ↓" in screen_text(pilot)
        await press(pilot, "r")
        turned = [word.lower().strip(",.”") for word in neighbours(pilot, "right")]
        assert turned == sorted(words, reverse=True)
        assert "after ↑" in screen_text(pilot)


async def test_sorted_by_the_last_word_left_and_back_to_the_order_found(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash h a r b o u r enter C")
        found = list(concordance(pilot).passages.shown)
        await press(pilot, "l")
        words = [word.lower() for word in neighbours(pilot, "left")]
        assert words == sorted(words)
        assert "before ↓" in screen_text(pilot)
        await press(pilot, "p")
        assert concordance(pilot).passages.shown == found


async def test_the_passages_of_what_is_looked_for_in_one_article(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter f k e l l e r enter C")
        assert {line.article.id for line in concordance(pilot).passages.lines} == {"1-harbour.txt"}


async def test_without_a_query_it_says_what_to_do(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "C")
        assert pilot.app.screen is main(pilot)
        assert "nothing is being looked for" in screen_text(pilot)


async def test_words_in_titles_alone_are_said_to_be_so(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash t i t l e colon m u s e u m enter C")
        assert "titles alone" in screen_text(pilot)


async def test_written_as_csv_and_never_over_a_file_without_asking(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter C x enter")
        file = tmp_path / "passages-keller.csv"
        rows = list(csv.DictReader(file.open(encoding="utf-8", newline="")))
        assert [row["keyword"] for row in rows] == ["Keller"] * 3
        assert [row["article"] for row in rows] == ["1-harbour.txt", "1-harbour.txt", "3-port.txt"]
        assert rows[0]["left"] == "Mayor Anna"
        assert "3 passages written to passages-keller.csv" in screen_text(pilot)
        file.write_text("mine")
        await press(pilot, "x enter")
        assert file.read_text() == "mine"
        assert "exists" in screen_text(pilot)
        await press(pilot, "escape")
        assert file.read_text() == "mine"
        await press(pilot, "x enter")
        assert file.read_text() == "mine"
        await press(pilot, "enter")
        assert file.read_text(encoding="utf-8").startswith("left,keyword,right")


async def test_an_article_is_not_replaced_even_when_asked_twice(open_app: Open, corpus: Path) -> None:
    before = (corpus / "3-port.txt").read_bytes()
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter C x")
        concordance(pilot).prompt.value = str(corpus / "3-port.txt")
        await press(pilot, "enter enter")
        assert "is one of the articles" in screen_text(pilot)
    assert (corpus / "3-port.txt").read_bytes() == before


async def test_a_place_that_cannot_be_written_is_said(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter C x")
        concordance(pilot).prompt.value = "nowhere/at/all.csv"
        await press(pilot, "enter")
        assert "not written" in screen_text(pilot)


async def test_while_a_file_name_is_asked_for_the_footer_says_so_and_may_be_clicked(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter C x")
        assert "enter write the passages to this file" in screen_text(pilot)
        await pilot.click(concordance(pilot).footer, offset=(45, 0))
        await settle(pilot)
        assert not list(tmp_path.glob("*.csv"))
        assert "l by word left" in screen_text(pilot)
        await press(pilot, "x")
        await pilot.click(concordance(pilot).footer, offset=(3, 0))
        await settle(pilot)
        assert [file.name for file in tmp_path.glob("*.csv")] == ["passages-keller.csv"]


def test_context_is_cut_between_words() -> None:
    assert first_cells(" to which Lukashenko", 18) == " to which"
    assert first_cells(" to", 18) == " to"
    assert first_cells("unbroken" * 5, 10) == "unbrokenun"
    assert last_cells("and of the old harbour ", 14) == "  old harbour "
    assert last_cells("港港港港", 5) == " 港港"
    assert last_cells("", 3) == "   "


async def test_what_lies_in_hostile_or_wide_text_stays_in_its_columns(open_app: Open, tmp_path: Path) -> None:
    folder = tmp_path / "wide"
    folder.mkdir()
    text = "港に新しい ferry が来た。\n\n👩‍👩‍👧 the ferry 👩‍👩‍👧 left\n\na" + "\u0301" * 40 + " ferry [bold]b[/bold]"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    for size in ((40, 10), (80, 24), (200, 60)):
        async with open_app(folder, size=size) as pilot:
            await press(pilot, "slash f e r r y enter C")
            strips = pilot.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert screen_text(pilot).count("ferry") >= 3


async def test_leaving_while_passages_are_gathered_stops_it_and_it_goes_on_later(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter")
        await pilot.press("C", "escape")
        await settle(pilot)
        assert pilot.app.screen is main(pilot)
        await press(pilot, "C")
        assert len(concordance(pilot).passages.lines) == 3


async def test_its_keys_are_in_its_footer_and_its_help(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter C")
        assert "l by word left" in screen_text(pilot)
        await press(pilot, "question_mark")
        assert "Sort by the second word after it" in screen_text(pilot)
        await press(pilot, "escape")
        assert concordance(pilot).lines.has_focus
