"""Nothing typed is lost, however fast."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.conftest import Open, main, press, settle


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
        for key in keys.split():
            pilot.app.post_message(events.Key(key, " " if key == "space" else key if len(key) == 1 else None))
        await settle(pilot)
        assert pilot.app.focused.value == value  # type: ignore[union-attr]


@pytest.mark.parametrize("leaving", ["tab", "escape", "down"])
async def test_what_is_typed_right_behind_a_key_that_leaves_the_field_goes_to_the_list(
    open_app: Open, leaving: str
) -> None:
    async with open_app() as pilot:
        for key, character in (("slash", "/"), ("t", "t"), (leaving, None), ("j", "j")):
            pilot.app.post_message(events.Key(key, character))
        await settle(pilot)
        assert main(pilot).query_field.value == "t"
        assert main(pilot).focused is main(pilot).sidebar
