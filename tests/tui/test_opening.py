"""Opening the app: what is shown first, for every kind of corpus."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import Open, main, press, screen_text, settle


async def test_the_first_article_is_open_and_the_list_is_complete(open_app: Open) -> None:
    async with open_app() as pilot:
        text = screen_text(pilot)
        assert "Harbour plan divides Eastport" in text
        assert "Burmistrz o porcie" in text
        assert "4 articles" in text
        assert main(pilot).focused is main(pilot).sidebar


async def test_the_first_start_says_how_to_filter_bookmark_and_get_help_once(open_app: Open) -> None:
    async with open_app() as pilot:
        assert "/ filters · b bookmarks" in screen_text(pilot)
        await press(pilot, "j")
        assert "/ filters · b bookmarks" not in screen_text(pilot)
    async with open_app() as pilot:
        assert "/ filters · b bookmarks" not in screen_text(pilot)


async def test_the_preview_follows_the_cursor_without_enter(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "j")
        assert main(pilot).article is main(pilot).hits[1].article
        assert "The keeper of the lighthouse" in screen_text(pilot)
        assert main(pilot).focused is main(pilot).sidebar


async def test_a_single_file_opens_that_article_with_the_focus_on_its_text(open_app: Open, corpus: Path) -> None:
    async with open_app(corpus / "3-port.txt") as pilot:
        assert main(pilot).focused is main(pilot).pane
        assert "Burmistrz o porcie" in screen_text(pilot)


async def test_an_empty_folder_says_what_was_looked_for(open_app: Open, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    async with open_app(tmp_path / "nothing") as pilot:
        text = screen_text(pilot)
        assert "No articles in nothing" in text
        assert ".txt and .md" in text
        await press(pilot, "j k b n . / x enter escape escape v + y m d u 1 2 3 question_mark escape")
        assert pilot.app.is_running


async def test_a_file_that_cannot_be_read_is_listed_with_its_reason_and_hides_nothing(
    open_app: Open, corpus: Path
) -> None:
    (corpus / "0-binary.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 20)
    async with open_app() as pilot:
        text = screen_text(pilot)
        assert "0-binary" in text
        assert "Harbour plan" in text
        assert "5 articles" in text


async def test_markup_and_escape_codes_in_articles_stay_letters(open_app: Open, corpus: Path) -> None:
    (corpus / "0-evil.txt").write_text(
        "[bold]Title[/] \x1b[31m [@click=app.quit]x[/]\n\n“[/] \x1b]52;c;eA==\x07,” said [red]Ann Poe[/red].\n", "utf-8"
    )
    async with open_app() as pilot:
        await settle(pilot)
        text = screen_text(pilot)
        assert "[bold]Title[/]" in text
        assert "\x1b" not in text
        assert "␛[31m" in text
        await press(pilot, "enter b m")
        assert "\x1b" not in screen_text(pilot)


async def test_a_long_load_goes_on_behind_a_usable_list(open_app: Open, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n:04}.txt").write_text(f"Article number {n}\n\nWords of article {n}.\n", "utf-8")
    async with open_app(folder) as pilot:
        assert len(main(pilot).workspace.library) == 400
        assert "400 articles" in screen_text(pilot)
        await press(pilot, "G")
        assert "Article number 399" in screen_text(pilot)
