"""Keys are called as Textual calls them, and what is no key takes none away."""

from __future__ import annotations

import pytest
from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual.keys import Keys, _character_to_key

from tests.tui.conftest import Open, main, press, screen_text
from tests.tui.test_bookmarking import _kept
from tui_reader.config.settings import THEME_NAMES, Settings
from tui_reader.tui import themes
from tui_reader.tui.commands import COMMANDS, with_keymap
from tui_reader.tui.keynames import key_name
from tui_reader.tui.more_commands import FILTER_COMMANDS, PASSAGES_COMMANDS
from tui_reader.tui.people_commands import PEOPLE_COMMANDS


def test_every_key_of_textual_is_one() -> None:
    # Some are no keys but groups of them, and one is misspelt there.
    named = {key.value for key in Keys} - {"<any>", "<scroll-up>", "<scroll-down>", "<ignore>", "ctrl-at"}
    named |= set(FUNCTIONAL_KEYS.values()) - MODIFIER_FUNCTIONAL_KEYS - {"iso_level3_shift", "iso_level5_shift"}
    assert {name for name in named if key_name(name) != name} == set()


def test_every_key_of_the_commands_is_one() -> None:
    commands = (*COMMANDS, *FILTER_COMMANDS, *PASSAGES_COMMANDS, *PEOPLE_COMMANDS)
    assert {key for command in commands for key in command.keys if key_name(key) != key} == set()


def test_a_character_is_called_as_textual_calls_it() -> None:
    for character in map(chr, [*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x400, 0x460), 0x2026, 0x20AC]):
        if character.isprintable():
            name = _character_to_key(character)
            assert key_name(character) == name
            assert key_name(name) == name


@pytest.mark.parametrize(
    "written",
    [
        "ctrl+foo",
        "foo",
        "Ctrl+b",
        "ctrl+",
        "ctrl+B",
        "shift+b",
        "shift+ctrl+up",
        "ctrl+ctrl+a",
        "upper_b",
        "cmd+b",
        "\x1b",
    ],
)
def test_what_no_key_is_called(written: str) -> None:
    assert key_name(written) is None


def test_a_command_keeps_its_own_keys_where_none_of_those_named_is_one() -> None:
    commands, problems = with_keymap({"bookmark": "ctrl+foo, bar", "filter": "foo, /, x", "help": ""})
    keys = {command.id: command.keys for command in commands}
    assert (keys["bookmark"], keys["filter"], keys["help"]) == (("b",), ("slash", "x"), ())
    assert problems[:2] == [
        "keymap: 'ctrl+foo' is no key; 'bookmark' has b",
        "keymap: 'bar' is no key; 'bookmark' has b",
    ]
    assert "keymap: 'foo' is no key; 'filter' has / x" in problems


async def test_the_key_of_a_command_works_although_another_was_asked_for(open_app: Open) -> None:
    async with open_app(settings=Settings(keymap={"bookmark": "ctrl+foo", "filter": "/"})) as pilot:
        assert "'ctrl+foo' is no key" in screen_text(pilot)
        await press(pilot, "enter b")
        assert len(_kept(pilot)) == 1
        await press(pilot, "slash m u s e u m")
        assert [hit.article.id for hit in main(pilot).hits] == ["2-museum.md"]


def test_the_settings_know_the_themes_there_are() -> None:
    assert themes.THEME_NAMES == THEME_NAMES
