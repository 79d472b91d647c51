"""Sources to articles."""

from __future__ import annotations

import hashlib
import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest

from tui_reader.library.loader import Loader, count_words, load
from tui_reader.library.source import DirectorySource, open_sources
from tui_reader.model.article import Article
from tui_reader.model.blocks import BlockKind
from tui_reader.model.errors import FormatError, SourceError

CORPUS = Path(__file__).parents[2] / "corpus"


def articles(*paths: Path) -> list[Article]:
    return list(Loader().load_all(open_sources(paths)))


def test_the_corpus_of_the_tests() -> None:
    found = {article.id: article for article in articles(CORPUS)}
    assert [a.title for a in found.values()] == [
        "Council Opens the New Harbour After Nine Years of Work",
        "The River Report: What the Numbers Say",
        "The Lighthouse Keeper Who Stayed",
        "Przystań otwarta po dziewięciu latach",
        "港の朝 ⚓️",
        "Broken bytes",
    ]
    assert [a.language for a in found.values()] == ["en", "en", "en", "pl", "ja", "en"]
    report = found["02_river_report.md"]
    assert (report.author, report.date, report.date_from) == ("Lena Marsh, Oskar Vale", "2024-03-09", "front-matter")
    assert report.tags == ("water", "Northmere")
    assert {block.kind for block in report.blocks} == set(BlockKind) - {BlockKind.JUNK, BlockKind.LABEL}
    harbour = found["01_harbour_council.txt"]
    assert [b.kind for b in harbour.blocks[:3]] == [BlockKind.JUNK, BlockKind.JUNK, BlockKind.HEADING]
    assert sum(block.kind is BlockKind.LABEL for block in harbour.blocks) == 2
    assert len(found["03_hard_wrapped.txt"].blocks) == 4
    assert "could not be decoded" in found["06_broken.txt"].problems[0]


def test_the_text_is_the_file_character_for_character(tmp_path: Path) -> None:
    data = "\ufeff3.64 BYN\r\n\r\nTitle\rŁódź \u202e…\t\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    (article,) = articles(tmp_path)
    assert article.text == "3.64 BYN\n\nTitle\nŁódź ⇇…\t\n"
    assert article.sha256 == hashlib.sha256(data).hexdigest()


def test_a_bad_file_is_an_article_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x7fELF\x00\x01")
    (tmp_path / "b.txt").write_text("Good words here.")
    os.mkfifo(tmp_path / "c.txt")
    bad, good, pipe = articles(tmp_path)
    assert (bad.readable, bad.text, bad.sha256, bad.title) == (False, "", "", "a")
    assert bad.problems == ("not text: a program",)
    assert good.readable
    assert "named pipe" in pipe.problems[0]


def test_a_file_that_vanishes_is_an_article_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    source = DirectorySource(tmp_path)
    entries = list(source.entries())
    path.unlink()
    source.entries = lambda: iter(entries)  # type: ignore[method-assign]
    (article,) = load(source)
    assert article.problems == ("no such file or folder",)


def test_ids_are_relative_and_unique(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder / "sub").mkdir(parents=True)
        (tmp_path / folder / "sub" / "a.txt").write_text("words")
    first, second = articles(tmp_path / "one", tmp_path / "two")
    digest = hashlib.sha256(os.fsencode(tmp_path / "two" / "sub" / "a.txt")).hexdigest()
    assert first.id == "sub/a.txt"
    assert second.id == f"sub/a.txt~{digest[:4]}"


def test_a_file_given_twice_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    assert len(articles(tmp_path, tmp_path / "a.txt", tmp_path)) == 1


def test_names_pass_the_gate_and_still_address_their_file(tmp_path: Path) -> None:
    raw = os.path.join(os.fsencode(tmp_path), b"bad_\xff\x1b[2J\n.txt")
    with open(raw, "wb") as file:
        file.write(b"words")
    (article,) = articles(tmp_path)
    assert article.id.startswith("bad_\ufffd␛[2J␊.txt~")
    assert article.path.endswith("bad_\ufffd␛[2J␊.txt")
    assert article.file is not None
    assert Path(os.fsdecode(os.fsencode(article.file))).read_bytes() == b"words"


def test_a_forced_encoding_reaches_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Łódź".encode("iso8859-2"))
    (article,) = Loader("iso8859-2").load_all(open_sources([tmp_path]))
    assert (article.text, article.problems) == ("Łódź", ())


def test_standard_input(tmp_path: Path) -> None:
    (article,) = Loader().load_all(open_sources(["-"], BytesIO(b"Some words that came through a pipe.")))
    assert (article.id, article.path, article.file) == ("-", "-", None)
    assert article.title == "Some words that came through a pipe"
    (empty,) = Loader().load_all(open_sources(["-"], BytesIO(b"")))
    assert empty.title == "standard input"


def test_dates_and_where_they_come_from(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Date: May 3, 2024\nTitle: A\n\nBody.")
    (tmp_path / "2.md").write_text("# A\n\n*By Ada Winterbourne, 2024-05-04*\n\nBody.")
    (tmp_path / "2024-05-05_talks.txt").write_text("Body.")
    (tmp_path / "3.txt").write_text("On 24 February 2022 it began, and nobody knew when it would end. That was all.")
    assert [(a.date, a.date_from) for a in articles(tmp_path)] == [
        ("2024-05-03", "front-matter"),
        ("2024-05-04", "text"),
        (None, None),
        ("2024-05-05", "file-name"),
    ]


def test_words_are_counted_in_pieces() -> None:
    assert count_words("one two\nthree  ") == 3
    assert count_words("one two\nthree", 4) == 2
    assert count_words("word " * 200_000) == 200_000
    assert count_words("市長は港で話した。", language="ja") > 3


def test_a_copy_of_the_corpus_loads_alike(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(CORPUS, copy)
    assert [(a.id, a.sha256) for a in articles(copy)] == [(a.id, a.sha256) for a in articles(CORPUS)]


def test_an_article_is_read_again_under_its_id(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    (folder / "deep").mkdir(parents=True)
    elsewhere.mkdir()
    (folder / "deep" / "a\n.md").write_text("# First\n\nWords.")
    (elsewhere / "b.txt").write_text("Words behind a link.")
    (folder / "b.txt").symlink_to(elsewhere / "b.txt")
    sources = open_sources([folder, elsewhere / "b.txt"])
    loader = Loader()
    before = list(loader.load_all(sources))
    assert [article.id[:4] for article in before] == ["b.tx", "deep", "b.tx"]
    (folder / "deep" / "a\n.md").write_text("# Second\n\nOther words.")
    (elsewhere / "b.txt").write_text("Other words behind it.")
    after = [loader.again(article, sources) for article in before]
    assert [a.text for a in after] == ["Other words behind it.", "# Second\n\nOther words.", "Other words behind it."]
    for old, new in zip(before, after, strict=True):
        assert (new.id, new.path, new.file, new.markup) == (old.id, old.path, old.file, old.markup)
        assert new.problems == old.problems
    assert after[1].title == "Second"
    assert len(loader.ids) == len(before)


def test_what_cannot_be_read_again_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words that are here.")
    sources = open_sources([tmp_path, "-"], BytesIO(b"Words from elsewhere."))
    loader = Loader()
    article, piped = loader.load_all(sources)
    with pytest.raises(SourceError, match="it came from no file"):
        loader.again(piped, sources)
    with pytest.raises(SourceError, match="it came from no file"):
        loader.locate(article, [])
    (tmp_path / "a.txt").write_bytes(b"\x7fELF\x00\x01")
    with pytest.raises(FormatError, match="a program"):
        loader.again(article, sources)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(SourceError, match="no such file or folder"):
        loader.again(article, sources)
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(SourceError, match="a folder"):
        loader.locate(article, sources)
