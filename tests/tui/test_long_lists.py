"""Lists longer than anybody looks at: only the answers that may be seen are fetched, and nobody notices."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.config.settings import Settings
from tui_reader.model.hit import Hit, Tier
from tui_reader.tui import courtesy
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.listing import Everything, Listing
from tui_reader.tui.screens import loading, searching
from tui_reader.workspace import open_workspace

MANY = 40


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty articles that all speak of a ferry, of which twelve are fetched at first."""
    monkeypatch.setattr(searching, "FIRST_HITS", 12)
    monkeypatch.setattr(searching, "TIMES_MORE", 2)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        text = f"Notice {number}\n\nThe ferry number {number} leaves at noon. It is on time.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


async def find_ferries(pilot: Pilot[None]) -> None:
    await press(pilot, "slash f e r r y")
    assert f"{MANY} of {MANY}" in screen_text(pilot)
    assert len(main(pilot).hits) == 12


async def test_the_count_is_right_though_few_are_fetched(open_app: Open, many: Path) -> None:
    async with open_app(many) as pilot:
        await find_ferries(pilot)
        assert not main(pilot).hits.complete


async def test_walking_down_the_list_goes_on_to_the_last(open_app: Open, many: Path) -> None:
    async with open_app(many) as pilot:
        await find_ferries(pilot)
        await press(pilot, "down " + "down " * (MANY - 1))
        assert main(pilot).hits.complete
        assert main(pilot).hit_index == MANY - 1
        assert len({hit.article for hit in main(pilot).hits}) == MANY


async def test_the_end_key_goes_to_the_very_last(open_app: Open, many: Path) -> None:
    async with open_app(many) as pilot:
        await find_ferries(pilot)
        await press(pilot, "down end")
        await settle(pilot)
        assert main(pilot).sidebar.index == MANY - 1
        assert main(pilot).hit_index == MANY - 1


async def test_matches_go_on_beyond_what_was_fetched_and_back_over_the_beginning(open_app: Open, many: Path) -> None:
    async with open_app(many) as pilot:
        await find_ferries(pilot)
        await press(pilot, "enter " + "n " * 18)
        assert main(pilot).hit_index == 18
        await press(pilot, "N " * 19)
        await settle(pilot)
        assert main(pilot).hit_index == MANY - 1


async def test_next_article_goes_on_beyond_what_was_fetched(open_app: Open, many: Path) -> None:
    async with open_app(many) as pilot:
        await find_ferries(pilot)
        await press(pilot, "enter " + "right_square_bracket " * 15)
        assert main(pilot).hit_index == 15


async def test_all_passages_are_those_of_all_articles_found(open_app: Open, many: Path) -> None:
    async with open_app(many) as pilot:
        await find_ferries(pilot)
        await press(pilot, "enter C")
        await settle(pilot)
        assert f"{MANY} passages in {MANY} articles" in screen_text(pilot)


async def test_leaving_the_filter_shows_every_article_where_it_was(open_app: Open, many: Path) -> None:
    async with open_app(many) as pilot:
        await press(pilot, "end")
        before = screen_text(pilot)
        await press(pilot, "slash n o t i c e space 7 escape escape")
        await settle(pilot)
        assert len(main(pilot).hits) == MANY
        await press(pilot, "end")
        assert screen_text(pilot).splitlines()[4:-1] == before.splitlines()[4:-1]


def test_everything_is_a_view_that_grows(many: Path) -> None:
    articles = open_workspace((many,)).library.articles
    listing = Everything(articles[:3])
    listing.grow(articles[3:5])
    assert [hit.article for hit in listing] == list(articles[:5])
    assert [hit.article for hit in listing[1:3]] == list(articles[1:3])
    assert listing[-1] == Hit(articles[4], 0.0, Tier.EXACT)
    assert (len(listing), listing.total, listing.complete) == (5, 5, True)
    assert listing.index_of(articles[4]) == 4
    assert listing.index_of(articles[5]) == listing.index_of(None) == -1


def test_more_answers_follow_those_known(many: Path) -> None:
    hits = [Hit(article, 1.0, Tier.EXACT) for article in open_workspace((many,)).library.articles]
    listing = Listing(hits[:4], 9)
    assert not listing.complete
    listing.extend(hits[:9], 9)
    assert list(listing) == hits[:9]
    assert listing.complete


async def test_what_is_typed_while_files_are_read_is_answered_by_what_comes(
    many: Path, user_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AT_ONCE", "BATCH_SECONDS"):
        monkeypatch.setattr(loading, name, -1.0)
    settings = Settings()
    app = ReaderApp(open_workspace((many,), settings, load=False), settings)
    app.main.load_first()
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash n o t i c e")
        assert "1 of 1" in screen_text(pilot)
        app.main.begin_work()
        await settle(pilot)
        assert f"{MANY} of {MANY}" in screen_text(pilot)


def test_work_in_the_background_rests_while_keys_come(monkeypatch: pytest.MonkeyPatch) -> None:
    now, naps = [100.0], []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        now[0] += seconds

    monkeypatch.setattr(courtesy, "monotonic", lambda: now[0])
    monkeypatch.setattr(courtesy, "sleep", nap)
    courtesy.key_pressed()
    courtesy.stand_aside()
    assert sum(naps) >= courtesy.QUIET
    naps.clear()
    courtesy.stand_aside()
    assert naps == [0]


def test_where_no_more_answers_come_the_list_is_complete(many: Path) -> None:
    hits = [Hit(article, 1.0, Tier.EXACT) for article in open_workspace((many,)).library.articles]
    listing = Listing(hits[:4], 9)
    listing.extend(hits[:4], 9)
    assert listing.complete
    assert listing.total == 4
