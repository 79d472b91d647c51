"""Topics, counts, kinds and loading on the screens over the whole corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.__main__ import main as reader
from tui_reader.config.settings import Settings
from tui_reader.model.article import Article
from tui_reader.tui.screens.audit import AuditScreen
from tui_reader.tui.screens.people import PeopleScreen
from tui_reader.tui.screens.speakers import SpeakersScreen

PORT = """---
title: "We shall see," said the port
date: {date}
language: en
---
“The harbour stinks.” That was all that could be heard on the quay in the middle of the night.

“The harbour is deep,” Rosa Hale said. “Nobody asked us about it,” she said.

Rosa Hale said that the harbour would stay open.

“The ferry is old,” said Tomas Brandt, who runs the crossing.
"""
TOWN = """The town and its fees

“The fees are high,” said Tomas Brandt, who runs the crossing.

“We pay for the harbour,” said Tomas Brandt, who runs the crossing.

“We pay for the lamp, too,” said Tomas Brandt, who runs the crossing.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "1-port.md").write_text(PORT.format(date="2021-03-01"), "utf-8")
    (folder / "2-port.md").write_text(PORT.format(date="2024-05"), "utf-8")
    (folder / "3-town.txt").write_text(TOWN, "utf-8")
    return folder


def _speakers(pilot: Pilot[None]) -> SpeakersScreen:
    assert isinstance(pilot.app.screen, SpeakersScreen)
    return pilot.app.screen


async def _type(pilot: Pilot[None], words: str) -> None:
    await press(pilot, " ".join("space" if letter == " " else letter for letter in words))


def _people(pilot: Pilot[None]) -> dict[str, int]:
    return {person.name: len(person.said) for person in _speakers(pilot).people_list.people}


async def test_a_topic_narrows_and_counts_the_people_and_ends_with_the_unknown(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s K K K K slash")
        await _type(pilot, "harbour")
        await press(pilot, "enter")
        # Two in her own words, two reported, two beside them in the paragraph.
        assert _people(pilot) == {"Rosa Hale": 6, "Tomas Brandt": 1, "speaker not found": 2}
        words = [(one.words[:12], one.near) for one in _speakers(pilot).said_list.items]
        assert [near for _, near in words] == [False] * 4 + [True] * 2
        assert [word for word, _ in words[:2]] == ["The harbour "] * 2
        assert all(one.quote.kind == "indirect" for one in _speakers(pilot).said_list.items[2:4])
        text = screen_text(pilot)
        assert "1 of 5" in text
        assert "the topic is in its paragraph only" in text
        await press(pilot, "G enter")
        assert "speaker not found  on  harbour   2 of 2" in screen_text(pilot)
        await press(pilot, "tab M R d escape")
        await press(pilot, "escape")
        assert list(_people(pilot)) == ["Rosa Hale", "Tomas Brandt"]


async def test_the_command_and_the_screen_agree_on_a_topic(
    open_app: Open, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_app() as pilot:
        await press(pilot, "s slash")
        await _type(pilot, "harbour")
        shown = sum(_people(pilot).values())
    assert reader(["quotes", "--about", "harbour", str(corpus)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == shown
    assert any("Rosa Hale: The harbour is deep," in line for line in printed)
    assert any("Rosa Hale ⌁: Nobody asked us" in line for line in printed)


async def test_front_matter_says_nothing(open_app: Open, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with open_app() as pilot:
        assert all(quote.start >= main(pilot).article.body for quote in main(pilot).quotes)  # type: ignore[union-attr]
        await press(pilot, "s")
        assert "We shall see" not in [one.words for one in _speakers(pilot).gathered.said]
    assert reader(["quotes", str(corpus)]) == 0
    assert "We shall see" not in capsys.readouterr().out


async def test_counts_by_article_and_date(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s")
        text = screen_text(pilot)
        assert "3 articles · 2021–2024 · en" in text
        assert "5 quotations   3 articles · 2021-03-01 – 2024-05" in text
        await press(pilot, "d")
        text = screen_text(pilot)
        assert "Tomas Brandt: 5 quotations in 3 articles · 2021-03-01 – 2024-05" in text
        assert "2021             1" in text
        assert "2024             1" in text
        assert "no dates         3" in text
        assert "no date          3  The town and its fees" in text
        await press(pilot, "G enter")
        assert _speakers(pilot).said_list.current is not None
        assert _speakers(pilot).said_list.current.words == "The fees are high,"


async def test_an_undated_corpus_says_so(open_app: Open, corpus: Path) -> None:
    async with open_app(corpus / "3-town.txt") as pilot:
        await press(pilot, "s")
        assert "1 article · no dates · en" in screen_text(pilot)
        assert "1 article · 3 quotations · 1 person" in screen_text(pilot)


async def test_a_title_stands_once_above_what_was_said_in_its_article(open_app: Open, corpus: Path) -> None:
    async with open_app(corpus / "3-town.txt") as pilot:
        await press(pilot, "s")
        assert screen_text(pilot).count("The town and its fees") == 1
        assert "¶4" in screen_text(pilot)


async def test_the_audit_is_not_narrowed_by_the_other_screen(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s K K A")
        assert isinstance(pilot.app.screen, AuditScreen)
        count = pilot.app.screen.said_list.count
        assert count == 4
        await press(pilot, "K K")
        assert "fragments" in screen_text(pilot)
        assert pilot.app.screen.said_list.count < count
        await press(pilot, "s")
        assert _speakers(pilot).stay.kinds == 2


async def test_in_a_wide_terminal_the_audit_shows_the_paragraph(open_app: Open) -> None:
    async with open_app(size=(200, 60)) as pilot:
        await press(pilot, "A")
        view = pilot.app.screen.query_one("#passage")
        assert view.display
        assert "That was all that could be heard on the quay" in screen_text(pilot)
    async with open_app(size=(120, 36)) as pilot:
        await press(pilot, "A")
        assert not pilot.app.screen.query_one("#passage").display


async def test_the_heading_of_a_group_stays_in_view(open_app: Open, corpus: Path) -> None:
    for number in range(8):
        (corpus / f"9-{number}.txt").write_text(f"Report {number}\n\n{PORT.split('---')[2]}", "utf-8")
    async with open_app(size=(80, 24)) as pilot:
        await press(pilot, "A")
        heading = "Nobody found   10"
        assert screen_text(pilot).count(heading) == 1
        await press(pilot, "j j j j j j j j")
        assert screen_text(pilot).count(heading) == 1


async def test_articles_that_arrive_later_are_read_too(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        screen = main(pilot)
        library = screen.workspace.library
        screen.arriving = True
        await pilot.press("s")
        for _ in range(20):
            await pilot.pause(0.05)
            if isinstance(pilot.app.screen, PeopleScreen) and "reading" in screen_text(pilot):
                break
        assert "reading" in screen_text(pilot)
        text = TOWN.replace("Tomas Brandt", "Bo Reed")
        library.add(Article("late", "/late", text, "late", "Late", "first-line", language="en"))
        screen.arriving = False
        await settle(pilot)
        assert _people(pilot)["Bo Reed"] == 3
        assert "reading" not in screen_text(pilot)
        assert "4 articles" in screen_text(pilot)


async def test_an_empty_folder_is_read_at_once(open_app: Open, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with open_app(tmp_path / "empty") as pilot:
        await press(pilot, "s")
        assert "reading" not in screen_text(pilot)
        assert "nobody is quoted here" in screen_text(pilot)


async def test_the_person_found_by_name_stays_in_view(open_app: Open, tmp_path: Path) -> None:
    names = [
        f"{first} {last}"
        for first in ("Anna", "Maria", "Peter", "Victor")
        for last in ("Hale", "Reed", "Marsh", "Quill", "Dunn")
    ]
    text = "The long council\n\n" + "\n\n".join(f"“We have waited for it in this town,” {name} said." for name in names)
    (tmp_path / "long.txt").write_text(text, "utf-8")
    async with open_app(tmp_path / "long.txt", size=(80, 24)) as pilot:
        await press(pilot, "s f")
        await _type(pilot, "victor quill")
        await press(pilot, "enter escape")
        view = _speakers(pilot).people_list
        assert view.current is not None
        assert view.current.name == "Victor Quill"
        first, end = view.rows_of_entry(view.index)
        assert view.top <= first
        assert end <= view.top + view.page_rows + 1


async def test_keys_of_these_screens_are_the_users_and_the_palette_offers_their_commands(open_app: Open) -> None:
    settings = Settings(keymap={"merge": "x", "down": "ctrl+n"})
    async with open_app(settings=settings) as pilot:
        assert pilot.app.problems == []  # type: ignore[attr-defined]
        await press(pilot, "s ctrl+n")
        assert _speakers(pilot).people_list.index == 1
        await press(pilot, "x")
        assert "Who is the same person as" in screen_text(pilot)
        await press(pilot, "escape")
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert "Merge the person with another" in titles
        assert "Bookmark it with a note" not in titles
        await press(pilot, "ctrl+p")
        await _type(pilot, "decided")
        await press(pilot, "down enter")
        assert "Decided by hand" in screen_text(pilot)


async def test_a_key_wanted_twice_there_is_reported(open_app: Open) -> None:
    async with open_app(settings=Settings(keymap={"merge": "R", "keyword": "l", "open_first": "x"})) as pilot:
        problems = "\n".join(pilot.app.problems)  # type: ignore[attr-defined]
        assert "'merge' and 'rename'" in problems
        assert "'left' and 'keyword'" in problems
        assert "no command is called 'open_first'" in problems
