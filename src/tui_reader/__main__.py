"""`reader`: reads the command line and the settings, and picks a face: the app, or a command for scripts."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader import __version__
from tui_reader.cli.output import Output, OutputError, complain, explain, silence
from tui_reader.cli.parser import APP, Command, make_parser, parse
from tui_reader.model.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from tui_reader.config.settings import Settings

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `reader` and return its exit code: 0 done, 1 nothing found, 2 wrong usage, 3 not read or not written."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _main(words)
    except ReaderError as error:
        if isinstance(error, OutputError):
            silence()
        if "--debug" in words:
            explain(traceback.format_exc())
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        silence()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _main(words: Sequence[str]) -> int:
    command, arguments = parse(words)
    output = Output(as_json=arguments.json, color=arguments.color)
    try:
        return _run(command, arguments, output)
    finally:
        output.close()


def _run(command: Command, arguments: argparse.Namespace, output: Output) -> int:
    if arguments.help:
        output.text(make_parser(command).format_help())
        return 0
    if arguments.version:
        output.line(f"reader {__version__}")
        return 0
    if arguments.show_paths:
        return _print_paths(arguments, output)
    settings = _settings(arguments)
    if arguments.print_config:
        from tui_reader.config.settings import print_toml

        output.text(print_toml(settings))
        return 0
    for key in settings.unknown:
        complain(f"{settings.file}: unknown key `{key}`")
    if command is APP:
        return _app(arguments, settings)
    arguments.command = command.name
    code: int = importlib.import_module(f"tui_reader.cli.{command.module}").run(arguments, settings, output)
    return code


def _settings(arguments: argparse.Namespace) -> Settings:
    from tui_reader.config.settings import read_settings
    from tui_reader.library.decode import known_encoding

    settings = read_settings(Path(arguments.config) if arguments.config else None)
    if arguments.encoding is not None:
        settings = replace(settings, encoding=arguments.encoding)
    if settings.encoding is not None:
        settings = replace(settings, encoding=known_encoding(settings.encoding))
    if arguments.bookmarks is not None:
        settings = replace(settings, bookmarks=Path(arguments.bookmarks).expanduser().absolute())
    return settings


def _print_paths(arguments: argparse.Namespace, output: Output) -> int:
    from tui_reader.config.locations import cache_folder, queries_file, state_folder
    from tui_reader.library.samples import sample_articles

    settings = _settings(arguments)
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


def _app(arguments: argparse.Namespace, settings: Settings) -> int:
    # Until the first frame nearly everything made is kept: looking for garbage costs a tenth of the start (measured).
    # The main screen switches the collector on again.
    gc.disable()
    from tui_reader.library.source import STDIN, open_sources

    piped = STDIN in arguments.paths
    open_sources(path for path in arguments.paths if path != STDIN)  # a missing path ends here, before the terminal
    _need_terminal(piped)
    stdin = _read_article() if piped else None

    from tui_reader.workspace import open_workspace

    workspace = open_workspace(arguments.paths, settings, load=False, stdin=stdin)

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
