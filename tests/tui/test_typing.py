"""Nothing typed is lost, however fast."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.message import Message

from tests.tui.conftest import Open, main, press, settle
from tui_reader.config.settings import Settings
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.screens.speakers import SpeakersScreen
from tui_reader.tui.widgets.prompt import Prompt
from tui_reader.workspace import open_workspace

NAMED = {"slash": "/", "space": " ", "enter": "\r", "colon": ":", "question_mark": "?"}


def burst(app: App[None], keys: str) -> None:
    """Press the keys of a space-separated list before the first of them is acted on."""
    for key in keys.split():
        app.post_message(events.Key(key, NAMED.get(key, key if len(key) == 1 else None)))


async def test_what_is_typed_right_behind_the_filter_key_reaches_the_field_in_order(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "slash f e r r y")
        await settle(pilot)
        assert main(pilot).query_field.value == "ferry"
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]


async def test_what_is_typed_right_behind_enter_reaches_the_text(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "slash f e r r y enter b")
        await settle(pilot)
        assert main(pilot).query_field.value == "ferry"
        assert main(pilot).focused is main(pilot).pane
        assert [a.exact[:10] for a in main(pilot).workspace.annotations.all()] == ["“The ferry"]


async def test_enter_on_nothing_found_holds_no_key_back(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "slash q x z v enter w")
        await settle(pilot)
        assert main(pilot).query_field.value == "qxzvw"


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("v a c x backspace c i n e", "vaccine"),
        ("v a c x ctrl+u c i n e", "cine"),
        ("i n e home v a c c", "vaccine"),
        ("v c left a right c i n e", "vaccine"),
        ("o l d space v x ctrl+w v a c", "old vac"),
        ("a b c ctrl+a delete v", "vbc"),
    ],
)
@pytest.mark.parametrize("field", ["filter", "find"])
async def test_editing_keys_act_in_the_order_they_were_typed(open_app: Open, keys: str, value: str, field: str) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash" if field == "filter" else "enter f")
        burst(pilot.app, keys)
        await settle(pilot)
        assert pilot.app.focused.value == value  # type: ignore[union-attr]


@pytest.mark.parametrize("leaving", ["tab", "escape", "down"])
async def test_what_is_typed_right_behind_a_key_that_leaves_the_field_goes_to_the_list(
    open_app: Open, leaving: str
) -> None:
    async with open_app() as pilot:
        burst(pilot.app, f"slash t {leaving} j")
        await settle(pilot)
        assert main(pilot).query_field.value == "t"
        assert main(pilot).focused is main(pilot).sidebar


async def test_the_line_that_is_asked_in_gets_what_is_typed_right_behind_its_key(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "enter f f e r r y")
        await settle(pilot)
        assert isinstance(pilot.app.focused, Prompt)
        assert pilot.app.focused.value == "ferry"
        burst(pilot.app, "enter colon 3 enter w")
        await settle(pilot)
        pane = main(pilot).pane
        assert pane.cursor is not None
        assert main(pilot).article is not None
        assert pane.cursor.of(main(pilot).article.text).startswith("“The ferry")  # type: ignore[union-attr]
        assert main(pilot).focused is pane
        assert pane.column == 100


async def test_a_note_typed_right_behind_its_key_is_kept_whole(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "enter B b a d space t a s t e enter w")
        await settle(pilot)
        assert [a.note for a in main(pilot).workspace.annotations.all()] == ["bad taste"]
        assert main(pilot).pane.column == 100
        assert pilot.app.theme == "ink"


async def test_what_is_typed_right_behind_a_key_that_opens_a_screen_belongs_to_that_screen(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "question_mark j j question_mark w")
        await settle(pilot)
        assert pilot.app.screen is main(pilot)
        assert main(pilot).pane.column == 100
        assert main(pilot).sidebar.index == 0
        burst(pilot.app, "s slash f e e s")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, SpeakersScreen)
        assert screen.prompt.value == "fees"
        assert pilot.app.theme == "ink"


async def test_what_is_typed_right_behind_enter_in_the_list_reaches_the_article(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "j j j enter j j")
        await settle(pilot)
        screen = main(pilot)
        assert screen.article is not None
        assert screen.article.id == "4-valley.txt"
        assert screen.focused is screen.pane
        assert screen.sidebar.index == 3
        assert screen.pane.top == 2
        burst(pilot.app, "escape j")
        await settle(pilot)
        assert screen.focused is screen.sidebar


async def test_what_is_pasted_right_behind_the_filter_key_is_written(open_app: Open) -> None:
    async with open_app() as pilot:
        burst(pilot.app, "slash")
        pilot.app.post_message(events.Paste("the ferry"))
        burst(pilot.app, "b")
        await settle(pilot)
        assert main(pilot).query_field.value == "the ferryb"


async def test_what_was_typed_before_the_first_frame_is_not_lost(corpus: Path, user_folders: Path) -> None:
    app = ReaderApp(open_workspace((corpus,), Settings(), load=False), Settings())
    app.main.load_first()

    def type_early(message: Message) -> None:
        if isinstance(message, events.Load):
            burst(app, "slash b u d g e t")

    async with app.run_test(size=(120, 36), message_hook=type_early) as pilot:
        await settle(pilot)
        assert app.main.query_field.value == "budget"
        assert app.focused is app.main.query_field
        assert app.theme == "ink"
        assert not app.workspace.annotations.all()


async def test_who_walks_fast_through_the_list_waits_for_no_article_and_acts_on_the_last(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as pilot:
        screen, shown = main(pilot), []
        preview = screen.preview
        monkeypatch.setattr(
            screen, "preview", lambda article, *more: (shown.append(article.id), preview(article, *more))
        )
        burst(pilot.app, "j j j k b")
        await settle(pilot)
        assert screen.sidebar.index == 2
        assert shown == ["3-port.txt"]
        assert [a.source.path for a in screen.workspace.annotations.all()] == [screen.article.path]  # type: ignore[union-attr]
        burst(pilot.app, "j j")
        await settle(pilot)
        assert shown[-1] == screen.article.id == "4-valley.txt"  # type: ignore[union-attr]
