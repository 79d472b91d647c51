"""What only the tantivy index has: a folder that outlives it, titles before texts, two readers at once."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.unit.search.writing import article, corpus
from tui_reader.search import large
from tui_reader.search.folder import index_folder, kept_articles
from tui_reader.search.index import TextIndex
from tui_reader.search.large import LargeBackend
from tui_reader.search.parser import parse
from tui_reader.search.plan import Reach, make_plan
from tui_reader.search.store import Store, StoreError


def ids(index: TextIndex, query: str) -> set[str]:
    return {hit.article.id for hit in index.search(query).hits}


def opened(folder: Path | None, articles: list | None = None) -> TextIndex:
    index = TextIndex(folder, few=0)
    index.add(corpus() if articles is None else articles)
    return index


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with the index of the corpus, closed."""
    folder = tmp_path / "index"
    index = opened(folder)
    index.commit()
    index.close()
    return folder


def test_titles_answer_before_the_texts_are_indexed(tmp_path: Path) -> None:
    index = opened(tmp_path / "index", [article(str(n), f"Harbour {n}", "A plant burns.") for n in range(600)])
    found = index.search("harbour 7")
    assert ids(index, "harbour 77") == {"77"}
    assert not found.complete
    assert index.search("plant").total == 0
    index.commit()
    assert index.search("plant").total == 600
    assert index.search("plant").complete
    index.close()


def test_a_kept_index_answers_at_once(kept: Path) -> None:
    assert kept_articles(kept) == 5
    index = opened(kept)
    assert ids(index, "queued") == {"museum"}
    assert index.search("queued").total == 1
    assert ids(index, "musuem") == {"museum"}
    assert ids(index, "żółć OR gęślą") == {"rada"}
    assert ids(index, "kowalczyk") == {"rada", "vybory", "harvest"}  # Ковальчук, Kowalchuk
    index.commit()
    assert index.complete
    index.close()


def test_articles_not_opened_this_time_are_not_found_and_forgotten(kept: Path) -> None:
    index = opened(kept, corpus()[:2])
    assert index.search("farmers").total == 0
    assert index.search("council").total == 2
    index.commit()
    assert kept_articles(kept) == 2
    assert index.search("farmers").nearest == ""
    index.close()


def test_new_and_changed_articles_are_taken_up(kept: Path) -> None:
    changed = article("museum", "Museum closes", "Nothing left to see.")
    index = opened(kept, [changed, *corpus()[2:], article("new", "Bakery opens", "Bread for everybody.")])
    assert index.search("queued").total == 0  # the old text of the museum
    assert ids(index, "kolej") == {"rada"}
    index.commit()
    assert ids(index, "nothing") == {"museum"}
    assert ids(index, "everybody") == {"new"}
    assert kept_articles(kept) == 5
    index.close()


def test_the_same_text_under_a_better_title_is_indexed_again(kept: Path) -> None:
    articles = corpus()
    index = opened(kept, [replace(articles[0], title="Something new"), *articles[1:]])
    index.commit()
    assert ids(index, "title:something") == {"harbour"}
    assert "harbour" not in ids(index, "title:approves")
    index.close()


@pytest.mark.parametrize("ending", ["idx", "term", "pos", "fast", "fieldnorm", "gz", "json"])
def test_a_byte_that_flipped_is_noticed_before_it_is_used(kept: Path, ending: str) -> None:
    for file in kept.glob(f"*.{ending}"):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 0x10
        file.chmod(0o644)
        file.write_bytes(data)
    index = opened(kept)
    index.commit()
    assert ids(index, "queued") == ids(index, "musuem") == {"museum"}
    assert kept_articles(kept) == 5
    index.close()


def test_a_disk_that_is_full_costs_the_cache_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Store, words: object) -> None:
        if self._folder is not None:
            raise StoreError("no space left on device")
        really(self, words)

    really = Store._commit
    monkeypatch.setattr(Store, "_commit", full)
    index = opened(tmp_path / "index")
    index.commit()
    assert ids(index, "queued") == {"museum"}
    assert index.complete
    assert "no space left" in index.trouble
    assert not (tmp_path / "index").exists()
    index.close()


def test_whoever_stops_the_indexing_goes_on_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "_FIRST_STEP", 2)
    monkeypatch.setattr(large, "_STEP", 2)
    monkeypatch.setattr(large, "_TELL", 1)
    told: list[tuple[int, int]] = []
    index = opened(tmp_path / "index")
    index.commit(lambda done, of: told.append((done, of)), lambda: len(told) == 3)
    assert told == [(0, 5), (1, 5), (2, 5)]
    assert not index.complete
    index.close()
    told.clear()
    index = opened(tmp_path / "index")
    index.commit(lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]
    assert ids(index, "queued") == {"museum"}
    assert index.complete
    index.close()


@pytest.mark.parametrize("damage", ["meta", "segment", "info", "version", "words", "emptied"])
def test_a_damaged_index_is_made_anew(kept: Path, damage: str) -> None:
    match damage:
        case "meta":
            (kept / "meta.json").write_text("{", "utf-8")
        case "segment":
            for file in kept.glob("*.term"):
                file.chmod(0o644)
                file.write_bytes(b"")
        case "info":
            (kept / "reader.json").write_bytes(b"\xff\xfe")
        case "version":
            (kept / "reader.json").write_text(json.dumps({"version": 0, "articles": 5}), "utf-8")
        case "words":
            (kept / "words.tsv.gz").unlink()
        case "emptied":
            for file in kept.iterdir():
                file.unlink()
    index = opened(kept)
    index.commit()
    assert ids(index, "queued") == {"museum"}
    assert ids(index, "musuem") == {"museum"}
    assert kept_articles(kept) == 5
    index.close()


def test_a_second_reader_uses_the_index_without_changing_it(kept: Path) -> None:
    first = opened(kept)
    second = opened(kept, [*corpus(), article("new", "Bakery opens", "Bread for everybody.")])
    second.commit()
    assert ids(second, "queued") == {"museum"}
    # What the other's store lacks is held in memory.
    assert ids(second, "bakery") == ids(second, "everybody") == {"new"}
    assert second.complete
    assert second.search("nowhere").nearest == ""
    second.close()
    first.commit()
    assert kept_articles(kept) == 5
    first.close()
    third = opened(kept)
    third.remove(["museum"])
    third.commit()
    assert kept_articles(kept) == 4
    third.close()


def test_a_second_reader_does_not_depend_on_the_first(tmp_path: Path) -> None:
    first = Store(tmp_path / "index")
    second = opened(tmp_path / "index")
    assert not second.complete
    second.commit()
    assert ids(second, "queued") == {"museum"}
    assert ids(second, "musuem") == {"museum"}
    assert second.complete
    second.close()
    first.close()


def test_a_small_corpus_grows_into_a_large_one(tmp_path: Path) -> None:
    index = TextIndex(tmp_path / "index", few=3)
    index.add(corpus()[:3])
    assert ids(index, "queued") == {"museum"}
    assert not (tmp_path / "index").exists()
    index.add(corpus()[3:])
    index.commit()
    assert (tmp_path / "index").exists()
    assert ids(index, "queued") == {"museum"}
    assert ids(index, "farmers") == {"harvest"}
    assert [hit.article.id for hit in index.search("").hits] == [a.id for a in corpus()]
    index.close()


@pytest.mark.parametrize("query", ["plant", "plnat", "pla", "title:harbour plant", '"a plant burns"'])
def test_what_the_small_index_found_is_found_on_while_it_grows_over(
    query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "_FEW_TITLES", 1)
    index = TextIndex(few=6)
    found = []
    for n in range(12):
        index.add([article(str(n), f"Harbour {n}", "A plant burns.")])
        answer = index.search(query)
        found.append((answer.total, len(ids(index, query)), answer.unread))
    few = [(n, n, 0) for n in range(1, 7)]
    assert found == [*few, *((6, 6, n) for n in range(1, 7))]
    assert ids(index, "harbour") == {str(n) for n in range(12)}
    index.commit()
    answer = index.search(query)
    assert (answer.total, len(answer.hits), answer.read, answer.unread, answer.complete) == (12, 12, 12, 0, True)


def test_an_article_replaced_after_the_index_grew_is_not_found_by_its_old_text() -> None:
    index = TextIndex(few=2)
    index.add([article("a", "Harbour", "A plant burns."), article("b", "Museum", "A plant grows.")])
    index.add([article("c", "Council", "A plant is sold.")])
    index.add([article("a", "Harbour", "A ferry burns.")])
    index.remove(["b"])
    assert ids(index, "plant") == set()
    assert index.search("plant").unread == 2
    index.commit()
    assert ids(index, "plant") == {"c"}


def test_texts_are_findable_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "_FIRST_STEP", 2)
    monkeypatch.setattr(large, "_STEP", 4)
    monkeypatch.setattr(large, "_TELL", 1)
    index = opened(None, [article(str(n), f"Harbour {n}", "A plant burns.") for n in range(12)])
    found = []

    def tell(done: int, of: int) -> None:
        answer = index.search("plant")
        found.append((answer.total, answer.unread, index.unread))

    index.commit(tell)
    assert list(dict.fromkeys(found)) == [(0, 12, 12), (2, 10, 10), (6, 6, 6), (10, 2, 2)]
    assert index.search("plant").total == 12


def test_a_kept_index_knows_which_texts_it_has(kept: Path) -> None:
    index = opened(kept)
    assert index.search("queued").unread == 0
    index.add([article("new", "Something new", "It queued.")])
    assert index.search("queued").unread == 1
    assert ids(index, "queued") == {"museum"}
    index.close()


def test_without_a_place_to_keep_it_the_index_is_made_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    index = opened(tmp_path / "file" / "index")
    index.commit()
    assert ids(index, "queued") == {"museum"}
    assert index.complete
    index.close()


def test_nothing_is_written_when_nothing_changed(kept: Path) -> None:
    before = {file.name: file.stat().st_mtime_ns for file in kept.iterdir()}
    index = opened(kept)
    index.commit()
    index.close()
    assert {file.name: file.stat().st_mtime_ns for file in kept.iterdir()} == before


def test_the_same_paths_have_the_same_folder(tmp_path: Path) -> None:
    one, other = Path("/corpus/one"), Path("/corpus/other")
    assert index_folder(tmp_path, [one, other]) == index_folder(tmp_path, [other, one])
    assert index_folder(tmp_path, [one]) != index_folder(tmp_path, [other])
    assert index_folder(tmp_path, [one]).is_relative_to(tmp_path)
    assert kept_articles(tmp_path / "nowhere") == kept_articles(None) == 0


def test_words_that_lead_nowhere_are_not_searched_twice(tmp_path: Path) -> None:
    backend = LargeBackend()
    backend.add([article("a", "Harbour", "harbour"), article("b", "Harbours")])
    backend.commit()
    words = backend.vocabulary()

    def tiers(typed: str) -> list[str]:
        query = parse(typed)
        return [
            level.tier.value
            for level in backend._store.compiler.levels(make_plan(query.clauses, query.terms, words, Reach()))
        ]

    assert tiers("harbour") == ["exact", "prefix"]
    assert tiers("harbours") == ["exact"]
    assert tiers("ha") == ["exact", "prefix"]
    backend.close()


def test_who_closes_the_index_waits_for_whoever_fills_it(tmp_path: Path) -> None:
    index = opened(tmp_path / "index")
    begun, stop = Event(), Event()
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        if len(asked) == 1:
            return False
        begun.set()
        return stop.wait(10)

    filling = Thread(target=lambda: index.commit(None, stopped))
    filling.start()
    begun.wait(10)
    closing = Thread(target=index.close)
    closing.start()
    closing.join(0.3)
    stop.set()
    filling.join(10)
    closing.join(10)
    # One text was done when somebody wanted to leave: it is kept.
    assert kept_articles(tmp_path / "index") == 1
