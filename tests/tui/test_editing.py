"""The user's editor: it may be missing, end badly, or change the article that is being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import HARBOUR, LONG, Open, main, press, screen_text
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.screens.note import NoteArea

Script = Callable[[str], Path]


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """When the terminal was handed over and taken back. A test has none to hand over; all else is real."""
    happened: list[str] = []

    @contextmanager
    def suspend(app: ReaderApp) -> Iterator[None]:
        # Textual's own comes back in the same way: not at all if an error is raised inside.
        happened.append("gone")
        yield
        happened.append("back")

    monkeypatch.setattr(ReaderApp, "suspend", suspend)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return happened


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """`script(lines)` is $EDITOR: a shell script that gets the file as its last argument, `$1`."""

    def made(lines: str) -> Path:
        file = tmp_path / "editor"
        file.write_text(f"#!/bin/sh\n{lines}\n")
        file.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(file))
        return file

    return made


def note_of(pilot: Pilot[None]) -> str:
    """What stands in the note's field."""
    return pilot.app.screen.query_one(NoteArea).text


# ---------------------------------------------------------------------- an editor that does not work


async def says(pilot: Pilot[None], news: str) -> None:
    """`E`, and `ctrl+e` in a note, say `news`; the app goes on and the note is what it was."""
    await press(pilot, "enter E")
    assert news in screen_text(pilot).splitlines()[-1]
    await press(pilot, "B a b c ctrl+e")
    assert news in screen_text(pilot)
    assert note_of(pilot) == "abc"
    await press(pilot, "d enter")
    assert [one.note for one in main(pilot).workspace.annotations.all()] == ["abcd"]


async def test_an_editor_that_is_not_there(open_app: Open, away: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "notthere --wait")
    async with open_app() as pilot:
        await says(pilot, "notthere: not found")
    assert away == ["gone", "back"] * 2


async def test_no_editor_named_and_no_vi(
    open_app: Open, away: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with open_app() as pilot:
        await says(pilot, "vi: not found: $VISUAL and $EDITOR are not set")


async def test_an_editor_that_is_no_program(open_app: Open, away: list[str], script: Script) -> None:
    script("").chmod(0o644)
    async with open_app() as pilot:
        await says(pilot, "editor: not executable")
    assert away == ["gone", "back"] * 2


async def test_an_editor_in_no_format_the_system_knows(open_app: Open, away: list[str], script: Script) -> None:
    script("").write_bytes(b"\x00\x01")
    async with open_app() as pilot:
        await says(pilot, "editor: exec format error")


async def test_an_editor_left_with_an_exit_code_keeps_nothing(open_app: Open, away: list[str], script: Script) -> None:
    script('case "$1" in *note-*) echo rubbish > "$1";; esac; exit 3')
    async with open_app() as pilot:
        await says(pilot, "editor: exit code 3")


async def test_an_editor_that_is_killed(open_app: Open, away: list[str], script: Script) -> None:
    script("kill -9 $$")
    async with open_app() as pilot:
        await says(pilot, "editor: killed by SIGKILL")


async def test_what_was_saved_before_the_editor_was_killed_is_not_lost(
    open_app: Open, away: list[str], script: Script
) -> None:
    script('printf "a long note" > "$1"; kill -9 $$')
    async with open_app() as pilot:
        await press(pilot, "enter B a ctrl+e")
        assert note_of(pilot) == "a long note"
        assert "editor: killed by SIGKILL" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert note_of(pilot) == "a"


async def test_an_editor_that_takes_the_notes_file_away(open_app: Open, away: list[str], script: Script) -> None:
    script('rm "$1"')
    async with open_app() as pilot:
        await press(pilot, "enter B a ctrl+e")
        assert note_of(pilot) == "a"
        assert "could not be handed over" in screen_text(pilot)


async def test_no_room_for_the_notes_file(
    open_app: Open, away: list[str], script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    script("")
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    async with open_app() as pilot:
        await press(pilot, "enter B a ctrl+e")
        assert note_of(pilot) == "a"
        assert "no file for the note: no such file or directory" in screen_text(pilot)


async def test_an_editor_whose_command_is_no_command(
    open_app: Open, away: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "'unclosed")
    async with open_app() as pilot:
        await says(pilot, "$EDITOR: no closing quotation in 'unclosed")
    assert away == []


@pytest.mark.parametrize("blank", ["", "   ", "''"])
async def test_a_blank_name_is_as_good_as_none(
    open_app: Open, away: list[str], script: Script, monkeypatch: pytest.MonkeyPatch, blank: str
) -> None:
    script('printf written > "$1"')
    monkeypatch.setenv("VISUAL", blank)
    async with open_app() as pilot:
        await press(pilot, "enter B ctrl+e")
        assert note_of(pilot) == "written"


async def test_where_no_terminal_can_be_handed_over(open_app: Open, script: Script) -> None:
    script("")
    async with open_app() as pilot:
        await says(pilot, "an editor cannot be run in this terminal")


# ---------------------------------------------------------------------- an article that was changed


@pytest.fixture
def becomes(script: Script, tmp_path: Path) -> Callable[[str], None]:
    """`becomes(text)`: the user's editor makes this text of every file."""

    def made(text: str) -> None:
        (tmp_path / "becomes").write_text(text, encoding="utf-8")
        script(f"""cp '{tmp_path / "becomes"}' "$1\"""")

    return made


async def test_an_article_is_read_again_once_the_editor_has_changed_it(
    open_app: Open, away: list[str], becomes: Callable[[str], None]
) -> None:
    becomes(HARBOUR.replace("Mayor Anna Keller", "Mayor Bruno Okonski"))
    async with open_app() as pilot:
        await press(pilot, "enter E")
        screen = main(pilot)
        assert "the file was changed: read again" in screen_text(pilot)
        assert "Mayor Bruno Okonski said on Tuesday" in screen_text(pilot)
        assert screen.article is screen.workspace.library.get("1-harbour.txt")
        assert screen.hits[0].article is screen.article
        assert screen.sidebar.hits[0].article is screen.article
        assert len(screen.workspace.library) == len(screen.hits) == 4


async def test_what_is_kept_and_quoted_follows_the_text(
    open_app: Open, away: list[str], becomes: Callable[[str], None]
) -> None:
    becomes("The headline that was missing\n\n" + HARBOUR.replace("said Tomas Brandt", "said Ada Lindqvist"))
    async with open_app() as pilot:
        await press(pilot, "enter full_stop b E")
        screen = main(pilot)
        assert screen.article is not None
        assert screen.article.title == "The headline that was missing"
        assert "The headline that was" in screen_text(pilot)
        (mark,) = screen.pane.marks
        assert mark.of(screen.article.text).startswith("We will not raise the fees")
        assert screen.pane.cursor == mark
        speakers = {quote.speaker.name for quote in screen.quotes if quote.speaker}
        assert "Ada Lindqvist" in speakers
        assert not {"Tomas Brandt", "Brandt"} & {*screen.workspace.quotes.names()}
        await press(pilot, "full_stop b")
        kept = screen.workspace.annotations.all()[-1]
        assert kept.exact in screen.article.text
        assert kept.source.sha256 == screen.article.sha256


async def test_the_place_is_kept_in_an_article_that_grew(
    open_app: Open, away: list[str], becomes: Callable[[str], None]
) -> None:
    becomes(LONG.replace("Paragraph 1 ", "A paragraph that was written just now.\n\nParagraph 1 "))
    async with open_app() as pilot:
        await press(pilot, "G enter space space right")
        pane = main(pilot).pane
        assert pane.article is not None
        assert pane.cursor is not None
        seen, reading = pane.article.text[pane.place :][:60], pane.cursor.of(pane.article.text)
        await press(pilot, "E")
        assert "written just now" in pane.article.text
        assert pane.article.text[pane.place :][:60] == seen
        assert pane.cursor.of(pane.article.text) == reading
        await press(pilot, "g")
        assert "written just now" in screen_text(pilot)


async def test_the_place_is_kept_where_its_words_went(
    open_app: Open, away: list[str], becomes: Callable[[str], None]
) -> None:
    becomes("\n".join(line for line in LONG.split("\n") if "Paragraph 2" not in line))
    async with open_app() as pilot:
        await press(pilot, "G enter colon 2 6 enter")
        pane = main(pilot).pane
        assert pane.article is not None
        assert pane.cursor is not None
        assert "Paragraph 25 " in pane.cursor.of(pane.article.text)
        await press(pilot, "E")
        assert pane.cursor.of(pane.article.text)
        assert pane.cursor.end <= len(pane.article.text)
        await press(pilot, "b")
        assert "saved" in screen_text(pilot)


async def test_the_filter_answers_by_what_the_file_holds_now(
    open_app: Open, away: list[str], becomes: Callable[[str], None]
) -> None:
    becomes(HARBOUR.replace("ferry", "hovercraft"))
    async with open_app() as pilot:
        await press(pilot, "slash f e r r y enter")
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        await press(pilot, "E")
        assert not main(pilot).hits
        await press(pilot, "slash ctrl+u h o v e r enter")
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        assert "match 1 of 1" in screen_text(pilot)


async def test_a_file_that_was_not_changed_is_not_set_anew(open_app: Open, away: list[str], script: Script) -> None:
    script("touch -d '2001-01-01' \"$1\"")
    async with open_app() as pilot:
        article = main(pilot).article
        await press(pilot, "enter E")
        assert main(pilot).article is article
        assert "read again" not in screen_text(pilot)
        await press(pilot, "ctrl+r")
        assert "the file is as it was" in screen_text(pilot)


async def test_a_file_changed_beside_the_reader_is_read_again_when_asked(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        file = corpus / "1-harbour.txt"
        file.write_text(HARBOUR.replace("thin", "splendid"), encoding="utf-8")
        await press(pilot, "enter v ctrl+r")
        assert "splendid" in screen_text(pilot)
        assert main(pilot).pane.passage is None


async def test_a_folded_head_that_was_opened_stays_open(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "j enter z")
        assert "tags: [culture]" in screen_text(pilot)
        file = corpus / "2-museum.md"
        file.write_text(file.read_text(encoding="utf-8").replace("culture", "coast"), encoding="utf-8")
        await press(pilot, "ctrl+r")
        assert "tags: [coast]" in screen_text(pilot)
        assert main(pilot).article.tags == ("coast",)  # type: ignore[union-attr]


async def test_a_file_that_is_gone_is_not_edited(open_app: Open, away: list[str], script: Script, corpus: Path) -> None:
    script('touch "$1"')
    async with open_app() as pilot:
        (corpus / "1-harbour.txt").unlink()
        await press(pilot, "enter E")
        assert "1-harbour.txt: no such file or folder" in screen_text(pilot)
        assert away == []
        assert not (corpus / "1-harbour.txt").exists()
        await press(pilot, "ctrl+r")
        assert "1-harbour.txt: no such file or folder; shown as it was read" in screen_text(pilot)
        assert "Mayor Anna Keller" in screen_text(pilot)


async def test_a_file_that_went_while_it_was_edited(open_app: Open, away: list[str], script: Script) -> None:
    script('rm "$1"')
    async with open_app() as pilot:
        await press(pilot, "enter E")
        assert "no such file or folder; shown as it was read" in screen_text(pilot)
        assert "Mayor Anna Keller" in screen_text(pilot)


async def test_a_file_that_became_no_text(open_app: Open, away: list[str], script: Script) -> None:
    script("printf '\\177ELF\\000' > \"$1\"")
    async with open_app() as pilot:
        await press(pilot, "enter E")
        assert "not text: a program; shown as it was read" in screen_text(pilot)


async def test_a_file_that_could_not_be_read_is_mended(
    open_app: Open, away: list[str], script: Script, corpus: Path
) -> None:
    (corpus / "0-broken.txt").write_bytes(b"\x7fELF\x00")
    script('echo "It is a text now, and there are words in it." > "$1"')
    async with open_app() as pilot:
        await press(pilot, "enter E")
        assert "It is a text now" in screen_text(pilot)
        assert main(pilot).article.readable  # type: ignore[union-attr]


async def test_where_there_is_no_file(open_app: Open, user_folders: Path) -> None:
    from io import BytesIO

    from tui_reader.config.settings import Settings
    from tui_reader.workspace import open_workspace

    app = ReaderApp(open_workspace(["-"], stdin=BytesIO(b"Words from elsewhere."), load=False), Settings())
    app.main.load_first()
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E")
        assert "there is no file to edit" in screen_text(pilot)
        await press(pilot, "ctrl+r")
        assert "there is no file to read again" in screen_text(pilot)


async def test_a_long_article_is_set_again_at_its_place(
    open_app: Open, away: list[str], becomes: Callable[[str], None], tmp_path: Path
) -> None:
    file = tmp_path / "long.txt"
    text = "\n\n".join(f"Sentence {n} speaks of the river and of the valley, {n} times." for n in range(4_000))
    file.write_text(f"Long\n\n{text}")
    becomes(f"Long\n\nNew words.\n\n{text}")
    async with open_app(file) as pilot:
        await press(pilot, "enter colon 2 0 0 0 enter")
        pane = main(pilot).pane
        assert pane.cursor is not None
        assert pane.article is not None
        reading = pane.cursor.of(pane.article.text)
        await press(pilot, "E")
        assert "New words." in pane.article.text
        assert pane.cursor.of(pane.article.text) == reading
        assert reading[:20] in screen_text(pilot)


async def test_the_place_to_return_to_outlives_its_text(open_app: Open, away: list[str], script: Script) -> None:
    script('printf "Short.\\n" > "$1"')
    async with open_app() as pilot:
        await press(pilot, "G enter G colon 3 enter E")
        assert "Short." in screen_text(pilot)
        await press(pilot, "ctrl+o b")
        assert pilot.app.is_running
        assert "◆ 1" in screen_text(pilot)
