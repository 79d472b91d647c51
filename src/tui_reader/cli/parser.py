"""The command line. The command word is found by hand and each command has a parser of its own.

argparse's subparsers refuse `reader FOLDER`, and its positionals lose what follows an option; so a parser here knows
options only, takes all other words as they come, and the words are given their names afterwards.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from tui_reader.model.errors import UsageError

Build = Callable[[argparse.ArgumentParser], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the command line."""

    name: str
    """As typed; two words for `bookmarks add`; empty for the app itself."""
    words: tuple[str, ...]
    """Names of the words it needs, in order; what is left over are paths."""
    summary: str
    module: str = ""
    """Module of this package whose `run` does it."""
    options: Build | None = None
    takes_paths: bool = True


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--width", type=_positive, metavar="N", help="wrap at N cells (default: the terminal's width)")
    parser.add_argument("--no-wrap", action="store_true", help="one line a paragraph")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=_positive, metavar="N", help="at most N articles a query")


def _quotes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--speaker", metavar="NAME", help="only what this person says")
    parser.add_argument("--about", metavar="QUERY", help="only quotations that match, or whose paragraph does")
    parser.add_argument("--kind", choices=("direct", "mixed", "scare", "indirect"), help="default: direct and mixed")
    parser.add_argument("--article", metavar="ARTICLE", help="only from this article")


def _bookmarks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", metavar="T", help="only those with this tag")
    parser.add_argument("--article", metavar="A", help="only those of this article")
    parser.add_argument("--deleted", action="store_true", help="those in the trash instead")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quote", metavar="TEXT", help="the passage itself, instead of START and END")
    parser.add_argument("--note", metavar="TEXT", default="", help="a note on the passage")
    parser.add_argument("--tag", metavar="T", action="append", default=[], help="a tag; may be given several times")


def _edit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--note", metavar="TEXT", help="the new note; an empty one removes it")
    parser.add_argument("--tag", metavar="T", action="append", help="the new tags, instead of those it has")
    parser.add_argument("--no-tags", action="store_true", help="take all tags away")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("markdown", "jsonld", "csv"), help="default: markdown")
    parser.add_argument("--output", metavar="FILE", help="write to a new file; - is standard output")
    parser.add_argument("--force", action="store_true", help="replace a file that is there; never an article")
    parser.add_argument("--tag", metavar="T", help="only those with this tag")
    parser.add_argument("--article", metavar="A", help="only those of this article")


APP = Command("", (), "open the app; a single file opens that article")

COMMANDS = (
    Command("list", (), "the articles, in reading order", "listing"),
    Command("show", ("ARTICLE",), "one article as plain text with paragraph numbers", "show", _show),
    Command("search", ("QUERY",), "articles that match, best first; - reads queries", "search", _search),
    Command("quotes", (), "quotations with their speakers", "quotes", _quotes),
    Command("bookmarks list", (), "all bookmarks, each with its state", "bookmarks", _bookmarks),
    Command("bookmarks add", ("ARTICLE", "START", "END"), "bookmark a passage; prints the id", "bookmarks", _add),
    Command("bookmarks remove", ("ID",), "put a bookmark into the trash", "bookmarks", takes_paths=False),
    Command("bookmarks restore", ("ID",), "take a bookmark out of the trash", "bookmarks", takes_paths=False),
    Command("bookmarks edit", ("ID",), "change note or tags of a bookmark", "bookmarks", _edit, takes_paths=False),
    Command("bookmarks check", (), "verify the file of bookmarks", "bookmarks", takes_paths=False),
    Command("export", (), "the bookmarks for other programs", "export", _export),
)
_BY_NAME = {command.name: command for command in COMMANDS}
_GROUPS = frozenset(name.split()[0] for name in _BY_NAME if " " in name)
_FIRST_WORDS = frozenset(name.split()[0] for name in _BY_NAME)

WITH_VALUE = frozenset(
    [
        "--config",
        "--bookmarks",
        "--encoding",
        "--color",
        "--width",
        "--limit",
        "--speaker",
        "--about",
        "--kind",
        "--article",
        "--tag",
        "--quote",
        "--note",
        "--format",
        "--output",
    ]
)
"""Options that take the next word as their value: the search for the command word must step over it."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`")


def parse(argv: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The command of a command line and its options. Raises UsageError.

    The namespace holds every option under its name, `paths`, and for each needed word an attribute of its name in
    lower case.
    """
    options, literal = _split(argv)
    command, rest = _command(_joined(options))
    parser = make_parser(command)
    query = [word for word in rest if _is_without(word)] if command.name == "search" else []
    arguments = parser.parse_intermixed_args([word for word in rest if word not in query])
    words = [*query, *arguments.words, *literal]
    del arguments.words
    _name_words(command, arguments, words)
    return command, arguments


def _split(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before `--`, and what stands after it and is never an option or a command."""
    words = list(argv)
    if "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def _is_without(word: str) -> bool:
    """Whether a word is no option but a query that begins with a minus: `-harbour`, `-said:poland`."""
    return word.startswith("-") and not word.startswith("--") and word not in ("-", "-h", "-V")


def _joined(words: list[str]) -> list[str]:
    """The words with `--about -harbour` as `--about=-harbour`, which alone is no riddle to argparse."""
    found: list[str] = []
    for word in words:
        if found and found[-1] in WITH_VALUE and _is_without(word):
            found[-1] += f"={word}"
        else:
            found.append(word)
    return found


def _command(options: list[str]) -> tuple[Command, list[str]]:
    places = _word_places(options)
    if not places or options[places[0]] not in _FIRST_WORDS:
        return APP, options
    name = options[places[0]]
    used = {places[0]}
    if name in _GROUPS:
        second = options[places[1]] if len(places) > 1 else ""
        if f"{name} {second}" in _BY_NAME:
            used.add(places[1])
            name = f"{name} {second}"
        else:
            name = f"{name} list"
    return _BY_NAME[name], [word for index, word in enumerate(options) if index not in used]


def _word_places(options: Sequence[str]) -> list[int]:
    places, skip = [], False
    for index, word in enumerate(options):
        if skip:
            skip = False
        elif word.startswith("-") and word != "-":
            skip = word in WITH_VALUE
        else:
            places.append(index)
    return places


def _name_words(command: Command, arguments: argparse.Namespace, words: list[str]) -> None:
    needed = command.words
    if command.name == "bookmarks add" and arguments.quote is not None:
        needed = needed[:1]
    for name in command.words:
        setattr(arguments, name.lower(), None)
    if arguments.help or arguments.version:
        arguments.paths = []
        return
    if len(words) < len(needed):
        missing = " ".join(needed[len(words) :])
        raise UsageError(f"{missing} is missing; see `reader {command.name} --help`")
    for name, word in zip(needed, words, strict=False):
        setattr(arguments, name.lower(), word)
    arguments.paths = words[len(needed) :]
    if arguments.paths and not command.takes_paths:
        raise UsageError(f"{arguments.paths[0]!r} is one word too many; see `reader {command.name} --help`")


def make_parser(command: Command) -> argparse.ArgumentParser:
    """The parser of one command: its own options and those every command has."""
    needed = list(command.words)
    if command.name == "bookmarks add":
        needed = ["ARTICLE", "(START END | --quote TEXT)"]
    usage = " ".join(["reader", command.name, *needed, *(["[PATH...]"] if command.takes_paths else []), "[options]"])
    parser = _Parser(
        prog=f"reader {command.name}".strip(),
        usage=" ".join(usage.split()),
        description=_description(command),
        epilog=_commands_help() if command is APP else _query_help() if command.name == "search" else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    if command.options is not None:
        command.options(parser)
    _common(parser)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    group: Any = parser.add_argument_group("everywhere")
    group.add_argument("--json", action="store_true", help="JSON Lines, one object a line")
    group.add_argument("--config", metavar="FILE", help="settings from FILE")
    group.add_argument("--bookmarks", metavar="FILE", help="keep bookmarks in FILE (also READER_BOOKMARKS)")
    group.add_argument("--encoding", metavar="NAME", help="read every file in this encoding")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    group.add_argument("--debug", action="store_true", help="show where in the program an error came from")
    group.add_argument("--paths", dest="show_paths", action="store_true", help="where files are kept")
    group.add_argument("--print-config", action="store_true", help="the settings in force")
    group.add_argument("-h", "--help", action="store_true", help="this text")
    group.add_argument("-V", "--version", action="store_true", help="the version")


def _description(command: Command) -> str:
    text = command.summary[0].upper() + command.summary[1:] + "."
    if command.takes_paths:
        text += (
            "\n\nPATH is a folder, a file, or - for one article on standard input; without any, the library of the"
            "\nconfig file is opened, else the sample articles."
        )
    if "ARTICLE" in command.words:
        text += "\nARTICLE is an id, a path, or a part of either that no other article has."
    return text


def _query_help() -> str:
    from tui_reader.search.query import LANGUAGE

    return "a query:\n" + "\n".join(f"  {written:20} {means}" for written, means in LANGUAGE)


def _commands_help() -> str:
    lines = [f"  {' '.join([c.name, *c.words]):32} {c.summary}" for c in COMMANDS]
    return "commands (`reader COMMAND --help` tells more; a folder called like one is written ./list):\n" + "\n".join(
        lines
    )


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)
