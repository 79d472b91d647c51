"""Reading: the cursor, the place, quotations, looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.tui.screens.main import MainScreen
from tui_reader.tui.screens.opening import Opening


def _cursor(pilot: object) -> str:
    pane = main(pilot).pane  # type: ignore[arg-type]
    assert pane.article is not None
    assert pane.cursor is not None
    return pane.cursor.of(pane.article.text)


async def test_the_arrows_move_a_cursor_of_one_sentence(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter")
        assert _cursor(pilot).startswith("Mayor Anna Keller said")
        await press(pilot, "right")
        assert _cursor(pilot).startswith("“We will not raise the fees")
        await press(pilot, "right")
        assert _cursor(pilot).startswith("“The ferry stays")
        await press(pilot, "left left")
        assert _cursor(pilot).startswith("Mayor Anna Keller said")
        await press(pilot, "right_curly_bracket right_curly_bracket")
        assert _cursor(pilot).startswith("The council meets")


async def test_quotations_are_walked_through_and_lit_in_the_panel(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter full_stop")
        screen = main(pilot)
        assert screen.quotes[screen.quote_panel.lit].span.of(screen.article.text).startswith("We will not")  # type: ignore[union-attr]
        await press(pilot, "full_stop")
        assert screen.quotes[screen.quote_panel.lit].span.of(screen.article.text).startswith("The ferry")  # type: ignore[union-attr]
        await press(pilot, "comma")
        assert screen.quote_panel.lit == 0


async def test_the_panel_names_speakers_and_goes_to_the_place(open_app: Open) -> None:
    async with open_app() as pilot:
        text = screen_text(pilot)
        assert "Anna Keller" in text
        assert "Tomas Brandt" in text
        await press(pilot, "tab tab j enter")
        assert _cursor(pilot).startswith("The ferry")
        await press(pilot, "r")
        assert len(main(pilot).quote_panel.quotes) == 1
        await press(pilot, "r")
        assert len(main(pilot).quote_panel.quotes) == 2


async def test_the_place_is_kept_across_resizes(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "G enter space space")
        pane = main(pilot).pane
        before = pane.place
        assert before > 0
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert pane.page is not None
        row = pane.page.row_of(before)
        assert pane.top == row
        await pilot.resize_terminal(200, 60)
        await settle(pilot)
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        assert abs(pane.place - before) < 120


async def test_the_place_and_the_read_mark_are_found_again(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "G enter space space space")
        place = main(pilot).pane.place
        assert place > 0
        assert "4-valley.txt" not in main(pilot).facts.read
    async with open_app() as pilot:
        await press(pilot, "G enter")
        assert main(pilot).pane.place == place
        await press(pilot, "G")
        assert "4-valley.txt" in main(pilot).facts.read
    async with open_app() as pilot:
        assert "4-valley.txt" in main(pilot).facts.read
        assert "read" in screen_text(pilot)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_what_only_passes_by_in_the_list_is_not_read(
    open_app: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = tmp_path / "short"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"About {name}\n\nOne line.\n", encoding="utf-8")
    async with open_app(folder, size=size) as pilot:
        await press(pilot, "slash l i n e down down")
        assert main(pilot).article.id == "b.txt"
        assert main(pilot).pane.percent == 100
        assert "b.txt" not in main(pilot).facts.read
        await press(pilot, "enter")
        assert "b.txt" in main(pilot).facts.read


async def test_front_matter_is_one_line_that_opens(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "j enter")
        assert "lines folded: front matter" in screen_text(pilot)
        await press(pilot, "z")
        assert "title: A museum for the lighthouse" in screen_text(pilot)
        await press(pilot, "z")
        assert "title: A museum" not in screen_text(pilot)


async def test_themes_width_and_numbers_are_remembered(open_app: Open) -> None:
    async with open_app(size=(200, 50)) as pilot:
        assert pilot.app.theme == "ink"
        await press(pilot, "t w p 3")
        assert pilot.app.theme == "paper"
        assert main(pilot).pane.column == 100
        assert not main(pilot).desk.shows("panel", 200)
    async with open_app(size=(200, 50)) as pilot:
        assert pilot.app.theme == "paper"
        assert main(pilot).pane.column == 100
        assert not main(pilot).pane.numbers
        assert not main(pilot).desk.shows("panel", 200)


async def test_every_theme_draws_every_pane(open_app: Open) -> None:
    async with open_app() as pilot:
        for _ in range(5):
            await press(pilot, "t")
            assert "Harbour plan" in screen_text(pilot)


async def test_articles_are_walked_through_from_the_text(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter right_square_bracket")
        assert main(pilot).article is main(pilot).hits[1].article
        assert main(pilot).sidebar.index == 1
        await press(pilot, "left_square_bracket left_square_bracket")
        assert "first article" in screen_text(pilot)


async def test_the_narrow_terminal_shows_text_alone_and_slides_panes_over_it(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as pilot:
        screen = main(pilot)
        assert screen.focused is screen.pane
        assert "Burmistrz" not in screen_text(pilot)
        await press(pilot, "1")
        assert "Burmistrz" in screen_text(pilot)
        assert screen.focused is screen.sidebar
        await press(pilot, "enter")
        assert "Burmistrz" not in screen_text(pilot)
        await press(pilot, "3")
        assert "Quotes 2" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Quotes 2" not in screen_text(pilot)
        await press(pilot, "slash h a r b enter")
        assert screen.focused is screen.pane


async def test_help_and_palette_list_every_command_with_its_key(open_app: Open) -> None:
    from tui_reader.tui.commands import COMMANDS

    async with open_app(size=(120, 240)) as pilot:
        await press(pilot, "question_mark")
        text = screen_text(pilot)
        for command in COMMANDS:
            assert command.title[:40] in text, command.id
        assert "bookmarks.jsonl" in "".join(text.split())
        await press(pilot, "escape")
        names = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert names == [command.title for command in COMMANDS]


@pytest.mark.parametrize("start", ["", "enter", "tab", "m"])
async def test_every_command_can_be_run_anywhere_without_an_error(start: str, open_app: Open) -> None:
    from tui_reader.tui.commands import COMMANDS

    async with open_app() as pilot:
        if start:
            await press(pilot, start)
        for command in COMMANDS:
            if command.id in ("quit", "edit", "palette"):
                continue
            main(pilot).run_command(command.id)
            await pilot.pause()
            while len(pilot.app.screen_stack) > 1:
                pilot.app.pop_screen()
                await pilot.pause()
            main(pilot).do_back()
        await settle(pilot)
        assert pilot.app.is_running


async def test_the_outline_goes_to_a_heading(open_app: Open, corpus: object) -> None:
    from pathlib import Path

    assert isinstance(corpus, Path)
    (corpus / "0-headed.md").write_text(
        "# One\n\nWords.\n\n## Two\n\n" + "More words.\n\n" * 60 + "## Three\n\nEnd.\n", "utf-8"
    )
    async with open_app() as pilot:
        await press(pilot, "o j j enter")
        assert _cursor(pilot).endswith("Three")


async def test_a_click_does_what_enter_does_exactly_once(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    choose, show = Opening.on_entry_chosen, MainScreen.on_tab_chosen
    monkeypatch.setattr(
        Opening, "on_entry_chosen", lambda s, m: (seen.append(f"{m.source} {m.index}"), choose(s, m))[1]
    )
    monkeypatch.setattr(MainScreen, "on_tab_chosen", lambda s, m: (seen.append(m.tab), show(s, m))[1])
    async with open_app() as pilot:
        screen = main(pilot)
        panel = screen.quote_panel
        await pilot.click(panel, offset=(6, panel.head + panel.rows_of_entry(1)[0]))
        await settle(pilot)
        assert _cursor(pilot).startswith("The ferry stays")
        await pilot.click(panel, offset=(len(panel.tabs[0][1]) + 8, 1))
        await settle(pilot)
        assert screen.desk.tab == "bookmarks"
        await pilot.click(screen.sidebar, offset=(6, screen.sidebar.rows_of_entry(2)[0]))
        await settle(pilot)
        assert screen.article is screen.hits[2].article
        assert seen == ["quotes 1", "bookmarks", "sidebar 2"]


async def test_the_wheel_scrolls_what_is_under_the_pointer(open_app: Open) -> None:
    from textual import events

    async with open_app() as pilot:
        await press(pilot, "G")
        screen = main(pilot)
        top = screen.pane.top
        event = events.MouseScrollDown(screen.pane, 5, 5, 0, 1, 0, False, False, False)
        screen.pane.post_message(event)
        await settle(pilot)
        assert screen.pane.top == top + 3
        assert screen.focused is screen.sidebar
