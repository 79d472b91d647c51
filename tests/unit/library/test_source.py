"""Finding files and reading them."""

from __future__ import annotations

import os
import socket
from io import BytesIO
from pathlib import Path

import pytest

from tui_reader.library import source
from tui_reader.library.source import DirectorySource, natural_key, open_sources, read_file
from tui_reader.model.errors import SourceError, UsageError


def write(path: Path, text: str = "Some words.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return [entry.name for entry in DirectorySource(folder).entries()]


def problems(folder: Path) -> dict[str, str]:
    return {entry.name: entry.problem for entry in DirectorySource(folder).entries()}


def test_a_folder_is_walked_in_natural_order(tmp_path: Path) -> None:
    for name in ("10.txt", "2.md", "b/1.text", "B2.markdown", "a.TXT", "b10.txt", "b9.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == ["2.md", "10.txt", "a.TXT", "b/1.text", "B2.markdown", "b9.txt", "b10.txt"]


def test_hidden_and_other_files_are_left_out(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "picture.png", "archive.txt.gz", "noext", "a/.b/c.txt", "a/d.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a/d.txt"]


def test_natural_order_is_total_and_survives_long_numbers() -> None:
    keys = [natural_key(name) for name in ("a1", "A1", "a01", "1" * 250, "2", "é", "\udcff")]
    assert len(set(keys)) == len(keys)
    assert sorted(keys)


def test_links_that_go_in_circles_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(".")
    outside = tmp_path.parent / (tmp_path.name + "-outside")
    write(outside / "2.txt")
    (outside / "back").symlink_to(outside)
    (tmp_path / "out").symlink_to(outside)
    (tmp_path / "out2").symlink_to(outside)
    assert names(tmp_path) == ["a/1.txt", "out/2.txt"]


def test_links_to_files_say_so(tmp_path: Path) -> None:
    target = write(tmp_path / "sub" / "kept.txt")
    (tmp_path / "link.txt").symlink_to(target)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "null.txt").symlink_to("/dev/null")
    entries = {entry.name: entry for entry in DirectorySource(tmp_path).entries()}
    assert entries["link.txt"].problem == ""
    assert "a link to" in entries["link.txt"].note
    assert "nowhere" in entries["nowhere.txt"].problem
    assert "nowhere" in entries["round.txt"].problem
    assert "device" in entries["null.txt"].problem


def test_files_of_the_kernel_are_not_opened(tmp_path: Path) -> None:
    empty = write(tmp_path / "x" / "empty.dat", "")
    (tmp_path / "link.txt").symlink_to(empty)
    assert "empty" in problems(tmp_path)["link.txt"]


def test_pipes_and_sockets_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "unnamed-kind")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(tmp_path / "talk.txt"))
        found = problems(tmp_path)
    assert "named pipe" in found["pipe.txt"]
    assert "socket" in found["talk.txt"]
    assert "unnamed-kind" not in found
    with pytest.raises(SourceError, match="named pipe"):
        read_file(str(tmp_path / "pipe.txt"))


def test_a_folder_that_cannot_be_read_is_a_problem_and_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "closed" / "1.txt")
    write(tmp_path / "open" / "2.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(source.os, "scandir", refuse)
    assert problems(tmp_path) == {"closed": "folder not read: permission denied", "open/2.txt": ""}


def test_too_large_a_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 10)
    with pytest.raises(SourceError, match="too large"):
        read_file(str(write(tmp_path / "a.txt", "x" * 11)))
    assert read_file(str(write(tmp_path / "b.txt", "x" * 10))) == b"x" * 10


def test_files_that_are_gone_or_no_files(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_file(str(tmp_path / "gone.txt"))
    with pytest.raises(SourceError, match="folder"):
        read_file(str(tmp_path))
    with pytest.raises(SourceError):
        read_file("a\0b")


def test_a_named_file_needs_no_suffix(tmp_path: Path) -> None:
    path = write(tmp_path / "README")
    (opened,) = open_sources([path])
    assert [entry.name for entry in opened.entries()] == ["README"]


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        open_sources([tmp_path / "gone"])
    with pytest.raises(UsageError):
        open_sources(["a\0b"])
    with pytest.raises(UsageError):
        open_sources(["-"])


def test_standard_input_is_one_article() -> None:
    (opened,) = open_sources(["-"], BytesIO(b"words"))
    (entry,) = opened.entries()
    assert (entry.path, opened.read(entry)) == ("-", b"words")


def test_what_would_be_an_article_is_known_without_a_walk(tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "news")
    (tmp_path / "out.txt").symlink_to(tmp_path / "news" / "a.txt")
    (folder,) = open_sources([tmp_path / "link"])
    inside = ("news/a.txt", "link/a.txt", "link/new.md", "news/deep/../b.txt", "news/deep/b.html", "out.txt")
    outside = ("a.txt", "news/marks.jsonl", "news/.hidden.txt", "news/.git/b.txt", "newsletter/a.txt", "news")
    assert [name for name in (*inside, *outside) if folder.holds(str(tmp_path / name))] == [*inside]
    (file,) = open_sources([tmp_path / "news" / "a.txt"])
    os.link(tmp_path / "news" / "a.txt", tmp_path / "hard.txt")
    assert [name for name in (*inside, "hard.txt") if file.holds(str(tmp_path / name))] == [
        "news/a.txt",
        "link/a.txt",
        "out.txt",
        "hard.txt",
    ]
    (stdin,) = open_sources(["-"], BytesIO())
    assert not stdin.holds("-")
