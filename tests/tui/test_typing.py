"""Nothing typed is lost, however fast."""

from __future__ import annotations

from textual import events

from tests.tui.conftest import Open, main, settle


async def test_what_is_typed_right_behind_the_filter_key_reaches_the_field_in_order(open_app: Open) -> None:
    async with open_app() as pilot:
        for key, character in (("slash", "/"), *((letter, letter) for letter in "ferry")):
            pilot.app.post_message(events.Key(key, character))
        await settle(pilot)
        assert main(pilot).query_field.value == "ferry"
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]


async def test_what_is_typed_right_behind_enter_reaches_the_text(open_app: Open) -> None:
    async with open_app() as pilot:
        typed = [("slash", "/"), *((letter, letter) for letter in "ferry"), ("enter", "\r"), ("b", "b")]
        for key, character in typed:
            pilot.app.post_message(events.Key(key, character))
        await settle(pilot)
        assert main(pilot).query_field.value == "ferry"
        assert main(pilot).focused is main(pilot).pane
        assert [a.exact[:10] for a in main(pilot).workspace.annotations.all()] == ["“The ferry"]


async def test_enter_on_nothing_found_holds_no_key_back(open_app: Open) -> None:
    async with open_app() as pilot:
        for key in ("slash", "q", "x", "z", "v", "enter", "w"):
            pilot.app.post_message(events.Key(key, "/" if key == "slash" else key if len(key) == 1 else "\r"))
        await settle(pilot)
        assert main(pilot).query_field.value == "qxzvw"
