"""The panel of quotations: what it is narrowed to, its order, its reasons, and what is copied from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open, main, press, screen_text

PEOPLE = ("Anna Keller", "Tomas Brandt", "Maria Okafor", "Victor Marsh", "Peter Dunn", "Helen Quill", "Rosa Hale")
COUNCIL = "The council and the ferry\n\n" + "\n\n".join(
    f"“We have waited for the ferry for {n} long years,” {name} said." for n, name in enumerate(PEOPLE * 2, 1)
)
LAMP = """A museum for the lighthouse

The keeper, Maria Okafor, spoke for an hour. Bo Reed said that nobody had come before her.

“The lamp was lit every night for ninety years,” she said. “It was never mended by the town,” she added.

Bo Reed, ferryman:

“I did it myself.”
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "1-council.txt").write_text(COUNCIL, "utf-8")
    (folder / "2-lamp.txt").write_text(LAMP, "utf-8")
    return folder


async def test_who_has_no_bar_is_counted(open_app: Open) -> None:
    async with open_app() as pilot:
        assert "2 more" in screen_text(pilot)


async def test_only_one_speaker_keeps_the_cursor_and_says_how_many_of_how_many(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 j j j j j j j j r")
        panel = main(pilot).quote_panel
        assert panel.only == "Tomas Brandt"
        assert panel.current is not None
        assert "for 9 long" in panel.current.span.of(COUNCIL)
        assert "2 of 14  esc" in screen_text(pilot)
        await press(pilot, "r")
        assert "for 9 long" in panel.current.span.of(COUNCIL)
        assert "2 of 14" not in screen_text(pilot)


async def test_by_speaker_has_headings_with_counts_and_says_that_it_is_on(open_app: Open) -> None:
    async with open_app(size=(120, 60)) as pilot:
        await press(pilot, "3 3 j j j j j j j j a")
        panel = main(pilot).quote_panel
        assert "for 9 long" in panel.current.span.of(COUNCIL)  # type: ignore[union-attr]
        await press(pilot, "g")
        text = screen_text(pilot)
        assert "─ by speaker" in text
        rows = [line[-34:].split() for line in text.splitlines()]
        assert ["Anna", "Keller", "2"] in rows or any(row[-3:] == ["Anna", "Keller", "2"] for row in rows)
        await press(pilot, "a")
        assert "─ by speaker" not in screen_text(pilot)
        assert [quote.start for quote in panel.quotes] == sorted(quote.start for quote in panel.quotes)


async def test_the_last_kind_lists_what_is_reported_among_the_quotations(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "j 3 3 K K K")
        panel = main(pilot).quote_panel
        assert "1 of 4  esc" in screen_text(pilot)
        await press(pilot, "K")
        assert [quote.kind for quote in panel.quotes] == ["indirect", "direct", "direct", "direct"]
        assert "4 of 4  esc" in screen_text(pilot)


async def test_while_it_is_searched_the_footer_shows_the_keys_of_the_line(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 f")
        footer = screen_text(pilot).splitlines()[-1]
        assert "enter done" in footer
        assert "esc drop it" in footer
        assert "open the first" not in footer
        main(pilot).run_command("accept")
        await press(pilot, "j")
        assert main(pilot).focused is main(pilot).quote_panel
        await press(pilot, "s f")
        assert "enter done" in screen_text(pilot).splitlines()[-1]
        await press(pilot, "escape escape slash")
        assert "open the first" in screen_text(pilot).splitlines()[-1]


async def test_a_small_terminal_shows_how_to_correct(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as pilot:
        await press(pilot, "3")
        assert "c correct" in screen_text(pilot).splitlines()[-1]


async def test_a_reason_is_wrapped_and_a_label_line_named(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "j 3 3")
        rows = [line[-30:].strip(" │▌") for line in screen_text(pilot).splitlines()]
        at = next(n for n, row in enumerate(rows) if row.startswith("she: subject"))
        assert not rows[at].endswith("…")
        assert " ".join(rows[at : at + 2]).startswith("she: subject of")
        assert "label line ¶4" in "\n".join(rows)


async def test_the_evidence_of_a_pronoun_says_whom_it_stands_for(open_app: Open) -> None:
    async with open_app(size=(200, 60)) as pilot:
        await press(pilot, "j 3 3 i")
        text = " ".join(screen_text(pilot).split())
        assert "stands for Maria Okafor" in text
        assert "named in" in text


async def test_what_is_copied_says_what_is_reported_and_whose_name_is_a_guess(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr("tui_reader.tui.screens.selecting.osc52", lambda text: sent.append(text) or "")
    async with open_app() as pilot:
        await press(pilot, "j 3 3 y")
        assert sent[-1].startswith("“The lamp was lit")
        assert "— Maria Okafor (speaker inferred), A museum" in sent[-1]
        await press(pilot, "b m y")
        assert "— Maria Okafor (speaker inferred), A museum" in sent[-1]
        await press(pilot, "m K K K y")
        assert sent[-1].startswith("that nobody had come before her\n— Bo Reed (reported, not quoted), A museum")
        await press(pilot, "b m g y")
        assert "that nobody had come" in sent[-1]
        assert "“" not in sent[-1]
        await press(pilot, "s K K K y")
        assert "(reported, not quoted)" in sent[-1]
