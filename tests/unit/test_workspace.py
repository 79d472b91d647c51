from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Barrier

import pytest

from tui_reader.config.settings import Settings
from tui_reader.model.errors import UsageError
from tui_reader.workspace import open_workspace


@pytest.fixture(autouse=True)
def user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"READER_{name}_DIR", str(tmp_path / "user" / name.lower()))
    monkeypatch.delenv("READER_BOOKMARKS", raising=False)
    return tmp_path / "user"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in (10, 9):
        (folder / f"{number}.txt").write_text(f"Ferry {number}\n\n“It stays,” said Ada Winterbourne.\n")
    return folder


def test_a_folder(corpus: Path, user_folders: Path) -> None:
    workspace = open_workspace([corpus])
    assert [article.id for article in workspace.library] == ["9.txt", "10.txt"]
    assert workspace.name == "articles"
    assert not user_folders.exists()


def test_without_a_path_the_sample_articles() -> None:
    workspace = open_workspace()
    assert workspace.name == "sample articles"
    assert len(workspace.library) == 5
    assert {article.language for article in workspace.library} == {"en", "pl"}


def test_without_a_path_the_library_of_the_settings(corpus: Path) -> None:
    workspace = open_workspace(settings=Settings(library=(corpus,)))
    assert [article.id for article in workspace.library] == ["9.txt", "10.txt"]


def test_a_missing_path_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere") as caught:
        open_workspace([tmp_path / "nowhere"])
    assert "\n" not in str(caught.value)


def test_nothing_is_read_when_it_is_not_asked_for(corpus: Path) -> None:
    workspace = open_workspace([corpus], load=False)
    assert len(workspace.library) == 0
    workspace.library.extend(workspace.loader.load_all(workspace.sources))
    assert len(workspace.library) == 2


def test_standard_input() -> None:
    workspace = open_workspace(["-"], stdin=BytesIO(b"The ferry stays\n\nNobody asked for more.\n"))
    assert workspace.name == "standard input"
    assert [article.title for article in workspace.library] == ["The ferry stays"]


def test_a_hostile_folder_name_is_harmless(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[31mb\u202e"
    folder.mkdir()
    assert open_workspace([folder]).name == "a␛[31mb⇇"


@pytest.mark.parametrize("service", ["quotes", "annotations", "index"])
def test_a_service_is_made_once_whichever_thread_asks(corpus: Path, service: str) -> None:
    workspace = open_workspace([corpus])
    start = Barrier(8)

    def ask(_: int) -> object:
        start.wait()
        return getattr(workspace, service)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(ask, range(8)))
    assert len({id(one) for one in made}) == 1
    assert made[0] is getattr(workspace, service)


def test_two_workspaces_share_nothing(corpus: Path) -> None:
    one, two = open_workspace([corpus]), open_workspace([corpus])
    assert one.quotes is not two.quotes
    assert one.annotations is not two.annotations


def test_the_services_know_the_articles(corpus: Path) -> None:
    workspace = open_workspace([corpus])
    article = workspace.library.articles[0]
    assert [quote.span.of(article.text) for quote in workspace.quotes.of(article)] == ["It stays,"]
    assert [hit.article.id for hit in workspace.index.search("10").hits] == ["10.txt"]
    assert workspace.annotations.of(article) in ((), [])
