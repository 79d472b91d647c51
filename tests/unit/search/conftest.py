from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tui_reader.model.article import Article
from tui_reader.search.facts import Facts
from tui_reader.search.index import TextIndex

Make = Callable[..., TextIndex]


@pytest.fixture(params=["dictionaries", "tantivy in memory", "tantivy in a folder"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes a filled index; every rule of ranking must hold in all three kinds."""
    made: list[TextIndex] = []

    def _make(articles: Iterable[Article], facts: Facts | None = None, names: bool = True) -> TextIndex:
        folder = tmp_path / f"index{len(made)}" if "folder" in request.param else None
        few = 2000 if request.param == "dictionaries" else 0
        index = TextIndex(folder, facts=facts, names=names, few=few)
        made.append(index)
        index.add(articles)
        index.commit()
        return index

    yield _make
    for index in made:
        index.close()
