"""One thread fills the index while others search it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.unit.search.writing import article
from tui_reader.search.index import TextIndex


@pytest.mark.parametrize("few", [2000, 0])
def test_searching_while_it_fills(tmp_path: Path, few: int) -> None:
    words = ["harbour", "Kowalczyk", "museum", "plan", "Выборы", "żółty"]
    articles = [article(str(n), f"{words[n % 6]} number{n}", f"{words[n % 5]} filler{n} council") for n in range(900)]
    index = TextIndex(tmp_path / "index", few=few)
    done: list[bool] = []

    def fill() -> None:
        for at in range(0, len(articles), 30):
            index.add(articles[at : at + 30])
            if at % 300 == 0:
                index.remove([articles[at].id])
                index.commit()
        index.commit()
        done.append(True)

    def ask() -> int:
        asked = 0
        # Once at least: a machine may be so busy that all is filled in before this thread runs.
        while not (done and asked):
            for query in [
                "harbour",
                "musuem",
                "kowalczykiem",
                "nmb",
                "plan -museum",
                "zzzzzz",
                '"harbour number1"',
                "",
            ]:
                found = index.search(query, limit=10)
                assert len(found.hits) <= min(10, max(found.total, 10))
                asked += 1
        return asked

    with ThreadPoolExecutor(3) as pool:
        filling: Callable[[], None] = pool.submit(fill).result
        asking = [pool.submit(ask) for _ in range(2)]
        filling()
        assert all(future.result() > 0 for future in asking)
    assert len(index) == 897
    assert index.search("council").total == 897
    assert index.complete
    index.close()
