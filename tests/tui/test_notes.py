"""Writing a note: what is pasted into it, and what the user's editor makes of it."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, settle
from tui_reader.tui.screens.note import NoteArea


def written(pilot: Pilot[None]) -> str:
    """What stands in the note's field."""
    return pilot.app.screen.query_one(NoteArea).text


@pytest.mark.parametrize(
    ("pasted", "note"),
    [
        ("hello world", "hello world"),
        ("First line\rSecond line", "First line\nSecond line"),
        ("a\r\nb\nc", "a\nb\nc"),
        ("red \x1b[31m", "red ␛[31m"),
    ],
)
async def test_what_is_pasted_goes_in_once_with_its_lines(open_app: Open, pasted: str, note: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter B")
        pilot.app.post_message(events.Paste(pasted))
        await settle(pilot)
        assert written(pilot) == note
        await press(pilot, "enter")
        assert [one.note for one in main(pilot).workspace.annotations.all()] == [note]


async def test_what_is_pasted_replaces_what_is_selected(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter B a b c shift+left shift+left")
        pilot.app.post_message(events.Paste("x\ry"))
        await settle(pilot)
        assert written(pilot) == "ax\ny"
