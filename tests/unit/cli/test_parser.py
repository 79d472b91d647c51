"""The words of the command line."""

from __future__ import annotations

import argparse

import pytest

from tui_reader.cli.parser import APP, COMMANDS, WITH_VALUE, make_parser, parse
from tui_reader.model.errors import UsageError


def read(line: str) -> tuple[str, argparse.Namespace]:
    command, arguments = parse(line.split())
    return command.name, arguments


@pytest.mark.parametrize(
    ("line", "name", "paths"),
    [
        ("", "", []),
        ("folder", "", ["folder"]),
        ("./list", "", ["./list"]),
        ("a b -", "", ["a", "b", "-"]),
        ("list", "list", []),
        ("--json list a b", "list", ["a", "b"]),
        ("--config list list a", "list", ["a"]),
        ("--config=list a", "", ["a"]),
        ("a list", "", ["a", "list"]),
        ("bookmarks", "bookmarks list", []),
        ("bookmarks a", "bookmarks list", ["a"]),
        ("bookmarks --tag x list a", "bookmarks list", ["a"]),
        ("bookmarks check", "bookmarks check", []),
        ("-- list", "", ["list"]),
        ("list -- -x", "list", ["-x"]),
        ("list a --json b", "list", ["a", "b"]),
    ],
)
def test_the_command_word_is_found(line: str, name: str, paths: list[str]) -> None:
    found, arguments = read(line)
    assert (found, arguments.paths) == (name, paths)


def test_options_may_stand_anywhere() -> None:
    for line in ("show --width 40 A P", "show A --width 40 P", "--width 40 show A P", "show A P --width=40"):
        name, arguments = read(line)
        assert (name, arguments.article, arguments.width, arguments.paths) == ("show", "A", 40, ["P"])


def test_a_passage_is_two_numbers_or_words() -> None:
    _, arguments = read("bookmarks add A 1 5 P --tag x --tag y")
    assert (arguments.article, arguments.start, arguments.end) == ("A", "1", "5")
    assert (arguments.paths, arguments.tag) == (["P"], ["x", "y"])
    _, arguments = parse(["bookmarks", "add", "A", "P", "--quote", "some words"])
    assert (arguments.article, arguments.start, arguments.quote, arguments.paths) == ("A", None, "some words", ["P"])


@pytest.mark.parametrize(
    "line",
    [
        "--nonsense", "show", "search", "list --width", "show A --width 0", "show A --width x", "bookmarks remove",
        "bookmarks remove a b", "bookmarks add A 1", "quotes --kind loud", "--colour never", "list --wid 5", "--js",
        "show A --width 99999999999999999999",
    ],
)  # fmt: skip
def test_wrong_usage(line: str) -> None:
    with pytest.raises(UsageError):
        read(line)


def test_help_needs_no_words() -> None:
    assert read("show --help")[1].help
    assert read("bookmarks add -h")[1].help


@pytest.mark.parametrize("command", [APP, *COMMANDS], ids=lambda command: command.name or "app")
def test_the_search_for_the_command_word_knows_every_option(command: object) -> None:
    parser = make_parser(command)  # type: ignore[arg-type]
    for action in parser._actions:
        takes_value = action.nargs is None and action.option_strings
        for option in action.option_strings:
            assert (option in WITH_VALUE) == bool(takes_value), option


@pytest.mark.parametrize("command", [APP, *COMMANDS], ids=lambda command: command.name or "app")
def test_every_command_explains_itself(command: object) -> None:
    text = make_parser(command).format_help()  # type: ignore[arg-type]
    assert text.startswith("usage: reader")
    assert "--json" in text


@pytest.mark.parametrize(
    "line",
    [
        "search -said:harbour here --limit 3",
        "search --limit 3 -said:harbour here",
        "search -- -said:harbour here --limit 3",
    ],
)
def test_a_query_may_begin_with_a_minus(line: str) -> None:
    _, arguments = parse(line.split())
    if "-- " not in line:
        assert arguments.limit == 3
    assert (arguments.query, arguments.paths[0]) == ("-said:harbour", "here")


def test_a_topic_may_begin_with_a_minus() -> None:
    assert parse(["quotes", "--about", "-harbour", "here"])[1].about == "-harbour"


def test_a_single_dash_is_no_option_elsewhere_either() -> None:
    with pytest.raises(UsageError):
        parse(["quotes", "-harbour"])
