"""A search that takes long says so, shows what it found, and pretends nothing."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, screen_text, settle
from tui_reader.model.article import Article
from tui_reader.model.quote import Quote
from tui_reader.quotes.service import QuoteService
from tui_reader.search.results import Results
from tui_reader.tui.messages import Found, StillLooking

DEADLINE = 10.0
"""Seconds after which nothing is waited for any more."""


class SlowQuotes:
    """Lets the quotations of so many articles be read; whoever wants more waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.readable: set[str] = set()
        self.free = Event()
        whole = QuoteService.raw

        def raw(service: QuoteService, article: Article, *, indirect: bool = False) -> tuple[Quote, ...]:
            end = monotonic() + DEADLINE
            while article.id not in self.readable and not self.free.wait(0.01) and monotonic() < end:
                pass
            return whole(service, article, indirect=indirect)

        monkeypatch.setattr(QuoteService, "raw", raw)


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Wait until `condition` holds; workers may go on meanwhile."""
    end = monotonic() + DEADLINE
    while not condition():
        assert monotonic() < end, screen_text(pilot)
        await pilot.pause(0.02)


async def typed(pilot: Pilot[None], words: str) -> None:
    """Type into the filter without waiting for answers."""
    await pilot.press("slash", *("colon" if letter == ":" else letter for letter in words))


async def test_nothing_pretends_to_be_an_answer_while_quotations_are_read(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as pilot:
        slow = SlowQuotes(monkeypatch)
        await typed(pilot, "speaker:brandt")
        assert main(pilot).query_field.value == "speaker:brandt"
        await until(pilot, lambda: "esc stops" in screen_text(pilot))
        shown = screen_text(pilot)
        assert shown.count("searching …") >= 3  # header, count, list
        assert "A museum for" not in shown  # listed until then
        assert len(main(pilot).hits) == 0
        assert "open the first" not in shown
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert "still searching" in screen_text(pilot)
        assert main(pilot).filter_has_focus
        slow.free.set()
        await settle(pilot)
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        assert main(pilot).focused is main(pilot).pane
        assert main(pilot).looking == ""


async def test_what_was_found_so_far_is_listed_and_enter_opens_it(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as pilot:
        slow = SlowQuotes(monkeypatch)
        slow.readable.add("1-harbour.txt")
        await typed(pilot, "has:quote")
        await until(pilot, lambda: "searching …" in screen_text(pilot))
        slow.readable.add("2-museum.md")
        await until(pilot, lambda: "2 of 4 · searched 50 %" in screen_text(pilot))
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt", "2-museum.md"]
        await pilot.press("enter", "right_square_bracket")
        await until(pilot, lambda: main(pilot).focused is main(pilot).pane)
        await until(pilot, lambda: main(pilot).article.id == "2-museum.md")  # type: ignore[union-attr]
        slow.free.set()
        await settle(pilot)
        assert main(pilot).article.id == "2-museum.md"  # type: ignore[union-attr]
        assert main(pilot).sidebar.index == 1
        assert "3 of 4" in screen_text(pilot)


async def test_escape_ends_a_long_search_and_so_does_typing_on(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app() as pilot:
        slow = SlowQuotes(monkeypatch)
        await typed(pilot, "has:quote")
        await until(pilot, lambda: "esc stops" in screen_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "4 articles" in screen_text(pilot))
        assert main(pilot).query_field.value == ""
        assert main(pilot).focused is main(pilot).sidebar
        await typed(pilot, "has:quote")
        await until(pilot, lambda: "esc stops" in screen_text(pilot))
        await pilot.press("enter", "ctrl+u", *"valley")
        await until(pilot, lambda: main(pilot).query_field.value == "valley")
        slow.free.set()
        await until(pilot, lambda: [hit.article.id for hit in main(pilot).hits] == ["4-valley.txt"])
        await pilot.pause(0.1)
        assert main(pilot).filter_has_focus, "the answer to other words was opened"


async def test_while_the_same_is_asked_again_the_list_stays_and_says_how_far_it_is(open_app: Open) -> None:
    async with open_app() as pilot:
        await typed(pilot, "has:quote")
        await settle(pilot)
        screen = main(pilot)
        hits = tuple(screen.hits)
        screen.post_message(Found("has:quote", Results(hits[:2], 2, complete=False, read=2)))
        screen.post_message(StillLooking("has:quote", 3, 4, [hit.article for hit in hits[:1]], 1))
        await pilot.pause()
        assert "2 of 4 · searched 75 %" in screen_text(pilot)
        assert len(screen.hits) == 2
        screen.post_message(Found("has:quote", Results(hits, 3, read=4)))
        await pilot.pause()
        assert screen.filter_bar.count == "3 of 4"
