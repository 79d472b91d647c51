"""Settings from `config.toml`: read once in `__main__` and handed down, never looked up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from tui_reader.config.locations import bookmarks_file, config_file
from tui_reader.model.errors import SettingsError

T = TypeVar("T")

NARROWEST, WIDEST = 30, 160
"""Bounds of the text column in cells: narrower breaks words, wider loses the line on the way back."""

THEME_NAMES = ("ink", "paper", "contrast", "terminal", "mono")
"""What a theme may be called; their colours stand where they are drawn."""


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """The table `[reading]`."""

    width: int | None = None
    """Width of the text column in cells; None leaves it to what was last used, 80 at first."""
    numbers: bool | None = None
    """Paragraph numbers in the margin."""


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """The table `[search]`."""

    names: bool = True
    """Whether a name also finds its other spellings: Lukashenko, Łukaszenka, Лукашенко."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user can set. `print_toml` writes it back."""

    library: tuple[Path, ...] = ()
    """Folders opened when the command line names none; empty means the sample articles."""
    theme: str | None = None
    """One of THEME_NAMES; None leaves it to what was last used."""
    mouse: bool = True
    keymap: Mapping[str, str] = field(default_factory=dict)
    """Command id to keys, comma separated: `bookmark = "m"`."""
    reading: ReadingSettings = ReadingSettings()
    search: SearchSettings = SearchSettings()
    encoding: str | None = None
    """Forced encoding of every file; None detects it."""
    bookmarks: Path = field(default_factory=bookmarks_file)
    file: Path = field(default_factory=config_file)
    """Where these settings were read from."""
    unknown: tuple[str, ...] = ()
    """Keys of the file this version does not know; said once, never an error."""
    problems: tuple[str, ...] = ()
    """Values that cannot be obeyed, one line each; said once, never an error: another version may know them."""


def read_settings(file: Path | None = None) -> Settings:
    """Read `file`, or the user's config file when None.

    A missing user file means defaults; a missing named file, broken TOML or a value of the wrong type raises
    SettingsError with the key and what was expected.
    """
    path = file if file is not None else config_file()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if file is not None:
            raise SettingsError(f"{path}: no such config file") from None
        return Settings(file=path)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    import tomllib  # most people have no settings file

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: cannot be read as TOML: {error}") from error
    return _from_table(table, path)


def _from_table(table: dict[str, Any], path: Path) -> Settings:
    unknown: list[str] = []
    settings = Settings(file=path)
    for key, value in table.items():
        match key:
            case "library":
                items = [value] if isinstance(value, str) else value
                if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
                    raise _wrong(path, key, "a path or a list of paths")
                # A relative folder is relative to the file that names it, not to wherever the shell happens to be.
                settings = replace(settings, library=tuple(path.parent / Path(i).expanduser() for i in items))
            case "theme":
                settings = _with_theme(settings, _checked(path, key, value, str))
            case "encoding":
                settings = replace(settings, encoding=_checked(path, key, value, str))
            case "mouse":
                settings = replace(settings, mouse=_checked(path, key, value, bool))
            case "bookmarks":
                file = path.parent / Path(_checked(path, key, value, str)).expanduser()
                settings = replace(settings, bookmarks=file)
            case "keymap":
                if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
                    raise _wrong(path, key, 'a table of command = "key,key"')
                settings = replace(settings, keymap=value)
            case "reading":
                settings = replace(settings, reading=_reading(path, value, unknown))
            case "search":
                settings = replace(settings, search=_search(path, value, unknown))
            case _:
                unknown.append(key)
    return replace(settings, unknown=tuple(unknown))


def _with_theme(settings: Settings, theme: str) -> Settings:
    if theme in THEME_NAMES:
        return replace(settings, theme=theme)
    return replace(settings, problems=(*settings.problems, no_theme(theme)))


def no_theme(name: str) -> str:
    """What is said of a name that no theme has."""
    return f"no theme is called {name!r}: there are {', '.join(THEME_NAMES)}"


def _reading(path: Path, table: object, unknown: list[str]) -> ReadingSettings:
    values = _known(path, "reading", table, ReadingSettings, unknown)
    width = values.get("width")
    if width is not None and not (isinstance(width, int) and NARROWEST <= width <= WIDEST):
        raise _wrong(path, "reading.width", f"a whole number from {NARROWEST} to {WIDEST}")
    if "numbers" in values:
        _checked(path, "reading.numbers", values["numbers"], bool)
    return ReadingSettings(**values)


def _search(path: Path, table: object, unknown: list[str]) -> SearchSettings:
    values = _known(path, "search", table, SearchSettings, unknown)
    if "names" in values:
        _checked(path, "search.names", values["names"], bool)
    return SearchSettings(**values)


def _known(path: Path, name: str, table: object, kind: type, unknown: list[str]) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise _wrong(path, name, "a table")
    known = {f.name for f in fields(kind)}
    unknown.extend(f"{name}.{key}" for key in table if key not in known)
    return {key: value for key, value in table.items() if key in known}


def _checked(path: Path, key: str, value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise _wrong(path, key, {str: "a string", bool: "true or false"}.get(kind, kind.__name__))
    return value


def _wrong(path: Path, key: str, wanted: str) -> SettingsError:
    return SettingsError(f"{path}: `{key}` must be {wanted}")


def print_toml(settings: Settings) -> str:
    """The settings in force as a config file, every key with its value or, where unset, as a comment."""

    def text(value: object) -> str:
        escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    def line(key: str, value: object) -> str:
        if value is None:
            return f"# {key} is unset"
        if isinstance(value, bool):
            return f"{key} = {str(value).lower()}"
        return f"{key} = {value if isinstance(value, int) else text(value)}"

    lines = [
        f"# {settings.file}",
        f"library = [{', '.join(text(path) for path in settings.library)}]",
        line("theme", settings.theme),
        line("mouse", settings.mouse),
        line("encoding", settings.encoding),
        line("bookmarks", settings.bookmarks),
        "",
        "[reading]",
        line("width", settings.reading.width),
        line("numbers", settings.reading.numbers),
        "",
        "[search]",
        line("names", settings.search.names),
        "",
        "[keymap]",
        *(line(text(command), keys) for command, keys in settings.keymap.items()),
    ]
    return "\n".join(lines) + "\n"
