from __future__ import annotations

from pathlib import Path

import pytest

from tui_reader.config.settings import THEME_NAMES, Settings, print_toml, read_settings
from tui_reader.model.errors import SettingsError


@pytest.fixture(autouse=True)
def user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"READER_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.delenv("READER_BOOKMARKS", raising=False)
    return tmp_path


def written(folder: Path, text: str) -> Path:
    file = folder / "my.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_no_file_means_defaults(user_folders: Path) -> None:
    settings = read_settings()
    assert settings == Settings(file=user_folders / "config" / "config.toml")
    assert settings.bookmarks == user_folders / "config" / "bookmarks.jsonl"
    assert not (user_folders / "config").exists()


def test_the_users_file_is_read(user_folders: Path) -> None:
    (user_folders / "config").mkdir()
    (user_folders / "config" / "config.toml").write_text('\ufefftheme = "paper"\n', encoding="utf-8")
    assert read_settings().theme == "paper"


def test_everything_set(user_folders: Path) -> None:
    file = written(
        user_folders,
        """
        library = ["news", "/elsewhere"]
        theme = "contrast"
        mouse = false
        encoding = "cp1250"
        bookmarks = "mine.jsonl"
        [reading]
        width = 72
        numbers = false
        [search]
        names = false
        [keymap]
        bookmark = "m"
        """,
    )
    settings = read_settings(file)
    assert settings.library == (user_folders / "news", Path("/elsewhere"))
    assert (settings.theme, settings.mouse, settings.encoding) == ("contrast", False, "cp1250")
    assert settings.bookmarks == user_folders / "mine.jsonl"
    assert (settings.reading.width, settings.reading.numbers, settings.search.names) == (72, False, False)
    assert settings.keymap == {"bookmark": "m"}
    assert settings.unknown == ()
    assert settings.file == file


def test_printed_and_read_again(user_folders: Path) -> None:
    file = written(user_folders, 'encoding = "a\\\\b\\"c"\n[reading]\nwidth = 40\n[keymap]\nkeep = "enter,k"\n')
    settings = read_settings(file)
    again = read_settings(written(user_folders, print_toml(settings)))
    assert again == settings


def test_unknown_keys_are_named_and_no_error(user_folders: Path) -> None:
    settings = read_settings(written(user_folders, "colour = 1\n[reading]\nspeed = 2\n[search]\nspeed = 3\n"))
    assert settings.unknown == ("colour", "reading.speed", "search.speed")


def test_a_theme_there_is_not_is_named_and_no_error(user_folders: Path) -> None:
    settings = read_settings(written(user_folders, 'theme = "nope"\n'))
    assert settings.theme is None
    assert settings.problems == ("no theme is called 'nope': there are ink, paper, contrast, terminal, mono",)
    assert all(read_settings(written(user_folders, f'theme = "{n}"\n')).problems == () for n in THEME_NAMES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = 3", "`theme` must be a string"),
        ("mouse = 1", "`mouse` must be true or false"),
        ("library = 3", "`library` must be a path or a list of paths"),
        ("library = [3]", "`library` must be a path or a list of paths"),
        ("bookmarks = true", "`bookmarks` must be a string"),
        ("encoding = []", "`encoding` must be a string"),
        ("keymap = 3", "`keymap` must be a table"),
        ("[keymap]\nquit = 3", "`keymap` must be a table"),
        ("reading = 3", "`reading` must be a table"),
        ("[reading]\nwidth = 5", "`reading.width` must be a whole number from 30 to 160"),
        ("[reading]\nwidth = true", "`reading.width` must be a whole number from 30 to 160"),
        ("[reading]\nnumbers = 0", "`reading.numbers` must be true or false"),
        ("[search]\nnames = 'yes'", "`search.names` must be true or false"),
        ("theme = ", "cannot be read as TOML"),
    ],
)
def test_a_wrong_value_is_told_in_one_line(user_folders: Path, text: str, words: str) -> None:
    file = written(user_folders, text)
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert str(caught.value).startswith(f"{file}: {words}")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_named_file_must_exist(user_folders: Path) -> None:
    with pytest.raises(SettingsError, match="no such config file"):
        read_settings(user_folders / "nowhere.toml")


def test_a_file_that_is_no_text(user_folders: Path) -> None:
    (user_folders / "my.toml").write_bytes(b"theme = '\xff'")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(user_folders / "my.toml")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(user_folders)


def test_the_environment_names_the_bookmarks(user_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_BOOKMARKS", str(user_folders / "other.jsonl"))
    assert read_settings().bookmarks == user_folders / "other.jsonl"
