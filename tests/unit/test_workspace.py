from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Barrier

import pytest

from tui_reader.config.settings import Settings
from tui_reader.model.errors import UsageError
from tui_reader.model.span import Span
from tui_reader.workspace import check_bookmarks, open_workspace


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


def test_bookmarks_are_not_kept_in_an_article(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "soft.jsonl").symlink_to(corpus / "9.txt")
    for place in (corpus / "9.txt", corpus / ".." / "articles" / "9.txt", corpus / "new.md", tmp_path / "soft.jsonl"):
        for load in (True, False):
            workspace = open_workspace([corpus], Settings(bookmarks=place), load=load)
            with pytest.raises(UsageError, match="among the articles"):
                check_bookmarks(workspace)
            with pytest.raises(UsageError, match="among the articles"):
                _ = workspace.annotations


def test_a_link_among_the_articles_to_the_bookmarks_is_seen_when_they_were_read(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "marks.jsonl").write_text('{"id":"a"}\n')
    os.link(tmp_path / "marks.jsonl", corpus / "marks.txt")
    with pytest.raises(UsageError, match="among the articles"):
        check_bookmarks(open_workspace([corpus], Settings(bookmarks=tmp_path / "marks.jsonl")))


def test_bookmarks_may_lie_beside_the_articles(corpus: Path) -> None:
    workspace = open_workspace([corpus], Settings(bookmarks=corpus / "bookmarks.jsonl"))
    check_bookmarks(workspace)
    workspace.annotations.add(workspace.library.articles[0], Span(0, 5))
    check_bookmarks(workspace)


def test_a_file_that_begins_as_bookmarks_do_is_not_read_before_the_first_frame(corpus: Path, tmp_path: Path) -> None:
    settings = Settings(bookmarks=tmp_path / "marks.jsonl")
    workspace = open_workspace([corpus], settings)
    workspace.annotations.add(workspace.library.articles[0], Span(0, 5))
    again = open_workspace([corpus], settings, load=False)
    check_bookmarks(again)
    assert "annotations" not in again.__dict__
    settings.bookmarks.write_text("A letter.\n")
    for backup in (tmp_path / "backups").iterdir():
        backup.unlink()
    with pytest.raises(UsageError, match="no file of bookmarks"):
        check_bookmarks(open_workspace([corpus], settings, load=False))
