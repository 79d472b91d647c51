"""Deciding by hand: the picker, the list of everything decided, merging and renaming, and taking it all back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.tui.screens.decisions import DecisionsScreen
from tui_reader.tui.screens.picking import PickScreen
from tui_reader.tui.screens.speakers import SpeakersScreen

FERRY = """Harbour plan divides Eastport

“We will not raise the fees,” Anna Keller said. Her deputy, Victor Marsh, stood beside her.

“The ferry stays where it is,” said Tomas Brandt, who runs the crossing.
"""
LAMP = """A museum for the lighthouse

“The lamp was lit every night for ninety years,” Maria Okafor said.

“The lamp is dark,” Maria Okafor said.
"""

NIGHT = """The harbour at night

“Nobody saw the light go out.” That was all that could be heard on the quay in the middle of the night.

“The lamp was never mended,” said Bo Reed, and then he went home to his wife.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "1-ferry.txt").write_text(FERRY, "utf-8")
    (folder / "2-lamp.txt").write_text(LAMP, "utf-8")
    return folder


def _speaker(pilot: Pilot[None], words: str) -> str | None:
    workspace = main(pilot).workspace
    for article in workspace.library:
        for quote in workspace.quotes.of(article):
            if quote.span.of(article.text).startswith(words):
                return quote.speaker.name if quote.speaker else None
    raise AssertionError(words)


def _names(pilot: Pilot[None]) -> list[str]:
    assert isinstance(pilot.app.screen, PickScreen)
    return [words for _, words in pilot.app.screen.names.rows]


async def test_the_picker_offers_the_article_then_whom_it_names_and_shows_the_paragraph(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 c")
        assert _names(pilot)[:3] == ["Anna Keller", "Tomas Brandt", "Victor Marsh"]
        assert "Her deputy, Victor Marsh," in screen_text(pilot)
        await press(pilot, "3")
        assert _speaker(pilot, "We will not") == "Victor Marsh"


async def test_in_the_audit_too_the_people_of_the_article_come_first(open_app: Open, corpus: Path) -> None:
    (corpus / "3-night.txt").write_text(NIGHT, "utf-8")
    async with open_app() as pilot:
        await press(pilot, "A c")
        assert _names(pilot)[0] == "Bo Reed"
        assert "Maria Okafor" in _names(pilot)


async def test_a_correction_is_taken_back_after_a_restart_by_the_same_key(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 c")
        assert not any(words.startswith("as the text says") for words in _names(pilot))
        await press(pilot, "2")
        assert _speaker(pilot, "We will not") == "Tomas Brandt"
    async with open_app() as pilot:
        await press(pilot, "3 3 c equals_sign")
        assert _speaker(pilot, "We will not") == "Anna Keller"
        assert "taken back" in screen_text(pilot)
        await press(pilot, "u")
        assert _speaker(pilot, "We will not") == "Tomas Brandt"


async def test_everything_decided_is_listed_gone_to_and_taken_back(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 c 2 j c 0 s M 1 R")
        assert isinstance(pilot.app.screen, SpeakersScreen)
        pilot.app.screen.prompt.value = "Captain Brandt"
        await press(pilot, "enter")
    async with open_app() as pilot:
        await press(pilot, "s D")
        assert isinstance(pilot.app.screen, DecisionsScreen)
        text = screen_text(pilot)
        assert "Decided by hand: 4 decisions" in text
        assert "is shown as Captain Brandt" in text
        assert "“We will not raise the fees,” was said by Tomas Brandt" in text
        assert "“The ferry stays where it is,” was said by nobody known" in text
        await press(pilot, "G d")
        assert _speaker(pilot, "We will not") == "Anna Keller"
        assert "3 decisions" in screen_text(pilot)
        assert "1 decision taken back" in screen_text(pilot)
        await press(pilot, "u")
        assert "4 decisions" in screen_text(pilot)
        await press(pilot, "G enter")
        screen = main(pilot)
        assert pilot.app.screen is screen
        assert screen.article is not None
        assert screen.pane.cursor is not None
        assert screen.pane.cursor.of(screen.article.text).startswith("We will not")


async def test_a_decision_that_no_longer_applies_says_so(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 c 2")
    (corpus / "1-ferry.txt").write_text("Harbour plan divides Eastport\n\nNothing is left.\n", "utf-8")
    async with open_app() as pilot:
        await press(pilot, "s D")
        assert "no longer applies: its words are gone" in screen_text(pilot)
        assert "1 no longer applies" in screen_text(pilot)
        await press(pilot, "enter")
        assert "there is no quotation to go to" in screen_text(pilot)
    (corpus / "1-ferry.txt").unlink()
    async with open_app() as pilot:
        await press(pilot, "A D")
        assert "its article is not open" in screen_text(pilot)


async def test_a_correction_survives_a_rename_with_an_edit(open_app: Open, corpus: Path) -> None:
    filler = "".join(f"\n\nParagraph {n} tells of the quay, the boats and the weather of day {n}." for n in range(12))
    (corpus / "1-ferry.txt").write_text(FERRY + filler, "utf-8")
    async with open_app() as pilot:
        await press(pilot, "3 3 j c 1")
        assert _speaker(pilot, "The ferry stays") == "Anna Keller"
    (corpus / "1-ferry.txt").unlink()
    edited = (FERRY + filler).replace("Harbour plan divides Eastport", "Another headline altogether")
    (corpus / "9-other.txt").write_text(edited, "utf-8")
    async with open_app() as pilot:
        assert _speaker(pilot, "The ferry stays") == "Anna Keller"
        await press(pilot, "s D")
        assert "no longer applies" not in screen_text(pilot)


async def test_a_merge_keeps_the_more_frequent_name_and_says_which(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s j M")
        assert "Who is the same person as Anna Keller?" in screen_text(pilot)
        await press(pilot, "1")
        assert "Anna Keller is now Maria Okafor: this name stays" in screen_text(pilot)
        assert _speaker(pilot, "We will not") == "Maria Okafor"
        assert isinstance(pilot.app.screen, SpeakersScreen)
        assert pilot.app.screen.stay.person == "Maria Okafor"


async def test_an_empty_name_for_someone_never_renamed_changes_nothing(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s R")
        assert isinstance(pilot.app.screen, SpeakersScreen)
        pilot.app.screen.prompt.value = ""
        await press(pilot, "enter")
        assert "was never renamed" in screen_text(pilot)
        assert main(pilot).workspace.corrections.decisions() == ()


async def test_nobody_by_hand_is_shown_so(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 c 0")
        assert "nobody · corrected" in screen_text(pilot)
        assert "speaker not found" not in screen_text(pilot)


async def test_the_commands_work_from_the_text_and_say_what_to_do(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter right c")
        assert "no quotation under the cursor" in screen_text(pilot)
        await press(pilot, "i")
        assert "no quotation under the cursor" in screen_text(pilot)
        await press(pilot, "full_stop i")
        assert "named: “Tomas Brandt” ¶3" in screen_text(pilot)
        await press(pilot, "K")
        assert "direct" in screen_text(pilot)
        await press(pilot, "c 1")
        assert _speaker(pilot, "The ferry stays") == "Anna Keller"
        assert main(pilot).focused is main(pilot).pane
        await press(pilot, "3 i")
        assert "cue" in main(pilot).footer.news
        await press(pilot, "1 c")
        assert isinstance(pilot.app.screen, PickScreen)


async def test_names_with_a_hyphen_may_be_typed(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 c minus X plus")
        await settle(pilot)
        assert _speaker(pilot, "We will not") == "-X"
