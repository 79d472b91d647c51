"""The user's editor: it may be missing, end badly, or change the article that is being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text
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
