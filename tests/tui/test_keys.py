"""docs/keys.md says what the tables of commands say."""

from __future__ import annotations

from pathlib import Path

from tui_reader.tui.commands import COMMANDS, Command, key_label
from tui_reader.tui.more_commands import FILTER_COMMANDS, PASSAGES_COMMANDS
from tui_reader.tui.people_commands import AUDIT, PEOPLE, PEOPLE_COMMANDS, SAID

DOCUMENT = Path(__file__).parents[2] / "docs" / "keys.md"
EVERYTHING = (*COMMANDS, *FILTER_COMMANDS, *PASSAGES_COMMANDS, *PEOPLE_COMMANDS)


def row(command: Command) -> str:
    keys = " ".join(f"`{key_label(key)}`" for key in command.keys)
    return f"| `{command.id}` | {keys} | {command.title} |"


def test_the_document_lists_every_command_once_in_order_and_nothing_else() -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line.startswith("| `")]
    assert listed == [row(command) for command in EVERYTHING]


def test_no_key_stands_for_two_commands_of_the_filter_field_or_the_passages() -> None:
    for table in (FILTER_COMMANDS, PASSAGES_COMMANDS):
        keys = [key for command in table for key in command.keys]
        assert len(keys) == len(set(keys))


def test_no_key_stands_for_two_commands_in_one_place_of_the_screens_over_the_corpus() -> None:
    for place in (PEOPLE, SAID, AUDIT):
        keys = [key for command in PEOPLE_COMMANDS if place in command.where for key in command.keys]
        assert len(keys) == len(set(keys)), place
