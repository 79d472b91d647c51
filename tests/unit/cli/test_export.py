"""`reader export`: formats, where they go, and what they are never written over."""

from __future__ import annotations

import csv
import json
import os
import sys
import threading
from io import StringIO
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Reader


@pytest.fixture
def marks(reader: Reader, corpus: Path, tmp_path: Path) -> Path:
    """A file with one bookmark."""
    assert reader("bookmarks", "add", "river", "--quote", "does not read", corpus, "--note", "why").code == 0
    return tmp_path / "config" / "bookmarks.jsonl"


def test_export(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    assert reader("export", corpus).code == 1
    reader("bookmarks", "add", "river", "--quote", "does not read", corpus, "--note", "=1+1")
    assert "> does not read" in reader("export", corpus).out
    assert json.loads(reader("export", corpus, "--format", "jsonld").out)["type"] == "AnnotationCollection"
    target = tmp_path / "out.csv"
    answer = reader("export", corpus, "--format", "csv", "--output", target)
    assert (answer.code, answer.out) == (0, "")
    (row,) = csv.DictReader(StringIO(target.read_text(encoding="utf-8")))
    assert (row["quotation"], row["speaker"]) == ("does not read", "Ada Winterbourne")
    assert row["note"].startswith("'=")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []


def test_a_file_whose_name_is_not_utf8_is_linked_to_as_it_is_called(reader: Reader, corpus: Path) -> None:
    name = os.fsdecode(os.fsencode(corpus) + b"/caf\xe9.txt")
    try:
        Path(name).write_text("The kettle was on.")
    except OSError:
        pytest.skip("this file system knows UTF-8 names only")
    assert reader("bookmarks", "add", "caf", "--quote", "kettle", corpus).code == 0
    for form in ("markdown", "jsonld", "csv"):
        text = reader("export", corpus, "--format", form).out
        assert "/caf%E9.txt" in text, form
        assert "%EF%BF%BD" not in text, form


def test_export_that_cannot_be_written(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    answer = reader("export", corpus, "--output", tmp_path / "gone" / "x.md")
    assert answer.code == 3
    assert answer.err.count("\n") == 1


def test_export_keeps_a_link_and_the_mode(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(real)
    reader("bookmarks", "add", "river", "60", "70", corpus)
    assert reader("export", corpus, "--output", link, "--force").code == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("# ")
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_there_is_refused_and_force_replaces_it(
    reader: Reader, corpus: Path, tmp_path: Path, marks: Path
) -> None:
    mine = tmp_path / "notes.md"
    mine.write_text("mine")
    answer = reader("export", corpus, "--output", mine)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert f"{mine} is there already; nothing was written" in answer.err
    assert mine.read_text() == "mine"
    assert reader("export", corpus, "--output", mine, "--force").code == 0
    assert mine.read_text(encoding="utf-8").startswith("# Bookmarks")


def spellings(file: Path, folder: Path) -> list[Path]:
    """The file under other names: a roundabout path, a symbolic link, a hard link."""
    soft, hard = folder / f"soft-{file.name}", folder / f"hard-{file.name}"
    soft.symlink_to(file)
    os.link(file, hard)
    return [file, file.parent / ".." / file.parent.name / file.name, soft, hard]


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_articles_and_the_readers_own_files_are_never_written_over(
    reader: Reader, corpus: Path, tmp_path: Path, marks: Path, force: list[str]
) -> None:
    (marks.parent / "config.toml").write_text("mouse = true\n")
    (backup, *_) = (marks.parent / "backups").iterdir()
    lock = marks.with_name("bookmarks.jsonl.lock")
    for file in (corpus / "river.md", marks, backup, lock, marks.parent / "config.toml"):
        before = file.read_bytes()
        for path in spellings(file, tmp_path):
            answer = reader("export", corpus, "--output", path, *force)
            assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), path
            assert "nothing was written" in answer.err
            assert file.read_bytes() == before
    assert reader("bookmarks", corpus).code == 0


def test_a_file_of_bookmarks_that_is_not_there_yet_is_not_made_by_an_export(
    reader: Reader, corpus: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "later.jsonl")
    for path in (link, tmp_path / "later.jsonl"):
        answer = reader("export", corpus, "--bookmarks", tmp_path / "later.jsonl", "--output", path)
        assert answer.code == 2
        assert "the reader's own" in answer.err
    assert not (tmp_path / "later.jsonl").exists()


def test_a_minus_is_standard_output(
    reader: Reader, corpus: Path, tmp_path: Path, marks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for form in ("markdown", "jsonld", "csv"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
        answer = reader("export", corpus, "--format", form, "--output", "-")
        assert (answer.code, answer.err) == (0, "")
        assert answer == reader("export", corpus, "--format", form)
    assert not Path("-").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names of streams as Linux has them")
def test_streams_are_handed_on_to_whatever_file_is_behind_them(
    reader: Reader, corpus: Path, marks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Standard output is a regular file here, as after `> out.md`.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    expected = reader("export", corpus).out
    assert reader("export", corpus, "--output", "/dev/stdout").out == expected
    assert reader("export", corpus, "--output", "/proc/self/fd/1").out == expected
    assert expected in reader("export", corpus, "--output", "/dev/stderr").err
    assert reader("export", corpus, "--output", "/dev/null").code == 0


def test_a_named_pipe_is_written_into(reader: Reader, corpus: Path, tmp_path: Path, marks: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    came: list[str] = []
    listener = threading.Thread(target=lambda: came.append(pipe.read_text(encoding="utf-8")), daemon=True)
    listener.start()
    assert reader("export", corpus, "--output", pipe).code == 0
    listener.join(10)
    assert came[0].startswith("# Bookmarks")
    assert pipe.is_fifo()


def test_csv_on_standard_output_has_the_lines_it_has_in_a_file(
    reader: Reader, corpus: Path, tmp_path: Path, marks: Path
) -> None:
    reader("export", corpus, "--format", "csv", "--output", tmp_path / "out.csv")
    out = reader("export", corpus, "--format", "csv").out
    assert out.encode() == (tmp_path / "out.csv").read_bytes()
    assert out.count("\r\n") == 2


def test_json_is_the_rows_of_the_list(reader: Reader, corpus: Path, tmp_path: Path, marks: Path) -> None:
    listed = reader("bookmarks", "list", corpus, "--json")
    assert reader("export", corpus, "--json") == listed
    assert listed.rows[0]["schema"] == 1
    reader("export", corpus, "--json", "--output", tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == listed.out
    assert reader("export", corpus, "--json", "--tag", "none").out == ""


def test_two_formats_at_once_are_wrong_usage_unless_both_are_json(reader: Reader, corpus: Path, marks: Path) -> None:
    for form in ("markdown", "csv"):
        answer = reader("export", corpus, "--format", form, "--json")
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert form in answer.err
    (document,) = reader("export", corpus, "--format", "jsonld", "--json").rows
    assert (document["schema"], document["type"], document["total"]) == (1, "AnnotationCollection", 1)


def test_bookmarks_that_cannot_be_read_are_no_empty_export(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    answer = reader("export", corpus, "--bookmarks", tmp_path / "folder", "--output", tmp_path / "out.md")
    assert (answer.code, answer.err.count("\n")) == (3, 1)
    assert not (tmp_path / "out.md").exists()
