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
