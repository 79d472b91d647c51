"""`reader`: reads the command line and the settings, and picks a face: the app, or a command for scripts."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader import __version__
from tui_reader.cli import FIRST_WORDS
from tui_reader.model.errors import ReaderError, UsageError

if TYPE_CHECKING:
    import argparse

    from tui_reader.cli.output import Output
    from tui_reader.cli.parser import Command
    from tui_reader.config.settings import Settings

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `reader` and return its exit code: 0 done, 1 nothing found, 2 wrong usage, 3 not read or not written."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if _only_paths(words):
            return _app(words, _settings())
        return _main(words)
    except ReaderError as error:
        return _explained(error, words)
    except BrokenPipeError:
        from tui_reader.cli.output import silence

        silence()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _only_paths(words: Sequence[str]) -> bool:
    """Whether a command line opens the app and says no more than what to open: no parser is needed for that."""
    return not any(word.startswith("-") and word != "-" for word in words) and not FIRST_WORDS.intersection(words[:1])


def _explained(error: ReaderError, words: Sequence[str]) -> int:
    """Say what went wrong in one line, with `--debug` in many; returns the exit code."""
    from tui_reader.cli.output import OutputError, complain, explain, silence

    if isinstance(error, OutputError):
        silence()
    if "--debug" in words:
        import traceback

        explain("".join(traceback.format_exception(error)))
    complain(str(error))
    return error.exit_code


def _main(words: Sequence[str]) -> int:
    from tui_reader.cli.output import Output
    from tui_reader.cli.parser import parse

    command, arguments = parse(words)
    output = Output(as_json=arguments.json, color=arguments.color)
    try:
        return _run(command, arguments, output)
    finally:
        output.close()


def _run(command: Command, arguments: argparse.Namespace, output: Output) -> int:
    from tui_reader.cli.parser import APP, make_parser

    if arguments.help:
        output.text(make_parser(command).format_help())
        return 0
    if arguments.version:
        output.line(f"reader {__version__}")
        return 0
    if arguments.show_paths:
        return _print_paths(arguments, output)
    settings = _settings(arguments.config, arguments.encoding, arguments.bookmarks)
    if arguments.print_config:
        from tui_reader.config.settings import print_toml

        output.text(print_toml(settings))
        return 0
    if command is APP:
        return _app(arguments.paths, settings)
    import importlib

    arguments.command = command.name
    code: int = importlib.import_module(f"tui_reader.cli.{command.module}").run(arguments, settings, output)
    return code


def _settings(config: str | None = None, encoding: str | None = None, bookmarks: str | None = None) -> Settings:
    """The settings, with what the command line says instead; what cannot be obeyed is named on standard error."""
    from tui_reader.config.settings import read_settings

    settings = read_settings(Path(config) if config else None)
    if encoding is not None:
        settings = replace(settings, encoding=encoding)
    if settings.encoding is not None:
        from tui_reader.library.decode import known_encoding

        settings = replace(settings, encoding=known_encoding(settings.encoding))
    if bookmarks is not None:
        settings = replace(settings, bookmarks=Path(bookmarks).expanduser().absolute())
    for problem in _problems(settings):
        from tui_reader.cli.output import complain

        complain(f"{settings.file}: {problem}")
    return settings


def _problems(settings: Settings) -> Iterator[str]:
    """What stands in the settings and is not obeyed, one line each."""
    yield from (f"unknown key `{key}`" for key in settings.unknown)
    yield from settings.problems
    if settings.keymap:
        from tui_reader.tui.commands import with_keymap

        yield from with_keymap(settings.keymap)[1]


def _print_paths(arguments: argparse.Namespace, output: Output) -> int:
    from tui_reader.config.locations import cache_folder, queries_file, state_folder
    from tui_reader.library.samples import sample_articles

    settings = _settings(arguments.config, arguments.encoding, arguments.bookmarks)
    paths = {
        "config": settings.file,
        "bookmarks": settings.bookmarks,
        "queries": queries_file(),
        "state": state_folder(),
        "cache": cache_folder(),
        "samples": sample_articles(),
    }
    if output.as_json:
        output.row({name: str(path) for name, path in paths.items()})
    else:
        for name, path in paths.items():
            output.line(f"{name:<10} {path}")
    return 0


def _app(paths: Sequence[str], settings: Settings) -> int:
    # Until the first frame nearly everything made is kept: looking for garbage costs a tenth of the start (measured).
    # The main screen switches the collector on again.
    gc.disable()
    from tui_reader.library.source import STDIN, open_sources

    piped = STDIN in paths
    open_sources(path for path in paths if path != STDIN)  # a missing path ends here, before the terminal
    _need_terminal(piped)
    stdin = _read_article() if piped else None

    from tui_reader.workspace import check_bookmarks, open_workspace

    workspace = open_workspace(paths, settings, load=False, stdin=stdin)
    check_bookmarks(workspace)

    # Textual paints at most so often a second; at its own sixty a filtered list waits 10 ms for its turn (measured).
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from tui_reader.tui.app import run_app

    return run_app(workspace, settings)


def _need_terminal(piped: bool) -> None:
    """Raises UsageError where the app cannot be shown: escape codes in a file help nobody."""
    missing = [
        name
        for name, stream in (("input", sys.stdin), ("output", sys.stdout))
        if (name == "output" or not piped) and (stream is None or not stream.isatty())
    ]
    if missing:
        raise UsageError(
            f"standard {missing[-1]} is no terminal; scripts use `reader list`, `show`, `search`, `quotes`"
        )
    if os.environ.get("TERM") == "dumb":
        raise UsageError("this terminal is dumb (TERM); use `reader list`, `show`, `search`, `quotes`")


def _read_article() -> BytesIO:
    """The article on standard input; afterwards standard input is the terminal, so that keys reach the app.

    Raises UsageError when there is no terminal to read keys from.
    """
    from tui_reader.library.source import LARGEST

    stdin = BytesIO(sys.stdin.buffer.read(LARGEST + 1))
    if not sys.stdin.isatty():
        try:
            terminal = os.open("/dev/tty", os.O_RDONLY)
        except OSError as error:
            raise UsageError(
                "the article came on standard input, and there is no terminal to read keys from"
            ) from error
        os.dup2(terminal, 0)
        os.close(terminal)
        sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    return stdin


if __name__ == "__main__":
    sys.exit(main())
