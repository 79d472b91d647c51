"""Articles by id, in order, and by part of a name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui_reader.library.loader import Loader
from tui_reader.library.source import open_sources
from tui_reader.library.store import AmbiguousAddressError, Library, UnknownAddressError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("2023/harbour.txt", "2024/harbour.txt", "2024/river report.md", "a.txt", "ab.txt", "notes:7.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("One.\n\nTwo.\n\nThree.\n")
    return tmp_path


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(Loader().load_all(open_sources([folder])))


def test_articles_stand_in_reading_order(library: Library) -> None:
    assert [article.id for article in library] == [
        "2023/harbour.txt", "2024/harbour.txt", "2024/river report.md", "a.txt", "ab.txt", "notes:7.txt",
    ]  # fmt: skip
    assert len(library) == 6
    assert "a.txt" in library
    assert library.get("nothing") is None


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("2023/harbour.txt", "2023/harbour.txt"),
        ("./2023/harbour.txt", "2023/harbour.txt"),
        ("2023/harb", "2023/harbour.txt"),
        ("river", "2024/river report.md"),
        ("RIVER", "2024/river report.md"),
        ("a", "a.txt"),
        ("ab", "ab.txt"),
        ("notes:7.txt", "notes:7.txt"),
    ],
)
def test_addresses(library: Library, address: str, found: str) -> None:
    assert library.find(address).article.id == found
    assert library.find(address).paragraph is None


def test_paths_absolute_and_from_here(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert library.find(str(folder / "a.txt")).article.id == "a.txt"
    monkeypatch.chdir(folder / "2024")
    assert library.find("harbour.txt").article.id == "2024/harbour.txt"
    assert library.find(os.path.join("..", "2023", "harbour.txt")).article.id == "2023/harbour.txt"


@pytest.mark.parametrize("address", ["river:2", "river¶2", "river report.md:2", "river:¶2", "river:p2", "river ¶ 2"])
def test_paragraphs(library: Library, address: str) -> None:
    article, paragraph = library.find(address)
    assert (article.id, paragraph) == ("2024/river report.md", 2)


def test_what_is_not_there(library: Library) -> None:
    with pytest.raises(UnknownAddressError, match="nothing"):
        library.find("nothing")
    with pytest.raises(UnknownAddressError, match="1 to 3"):
        library.find("river:9")
    with pytest.raises(UnknownAddressError):
        library.find("")
    with pytest.raises(UnknownAddressError):
        library.find("a\0b")


def test_several_candidates_are_named(library: Library) -> None:
    with pytest.raises(AmbiguousAddressError, match=r"2023/harbour\.txt, 2024/harbour\.txt"):
        library.find("harbour")


def test_adding_again_replaces_in_place(library: Library, folder: Path) -> None:
    (folder / "a.txt").write_text("New.")
    (fresh,) = (a for a in Loader().load_all(open_sources([folder])) if a.id == "a.txt")
    library.add(fresh)
    assert [article.id for article in library].index("a.txt") == 3
    assert library.find("a.txt").article.text == "New."
