"""The sample articles that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui_reader
from tui_reader.library.loader import Loader
from tui_reader.library.samples import sample_articles
from tui_reader.library.source import open_sources
from tui_reader.model.blocks import BlockKind
from tui_reader.model.errors import SourceError


def test_the_samples_show_what_the_reader_is_for() -> None:
    articles = list(Loader().load_all(open_sources([sample_articles()])))
    assert len(articles) == 5
    assert all(article.readable and not article.problems for article in articles)
    assert {article.language for article in articles} == {"en", "pl"}
    assert {article.title_from for article in articles} == {"first-line", "first-sentence", "heading", "front-matter"}
    kinds = {block.kind for article in articles for block in article.blocks}
    assert {BlockKind.LABEL, BlockKind.JUNK, BlockKind.HEADING, BlockKind.FRONT_MATTER} <= kinds


def test_an_installation_without_samples_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui_reader, "__file__", str(tmp_path / "a" / "b" / "__init__.py"))
    with pytest.raises(SourceError, match="reader FOLDER"):
        sample_articles()


def test_samples_inside_the_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "package"
    (package / "articles").mkdir(parents=True)
    (tmp_path / "articles").mkdir()
    monkeypatch.setattr(tui_reader, "__file__", str(package / "__init__.py"))
    assert sample_articles() == package / "articles"
