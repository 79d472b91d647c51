"""The commands, each as a user types it."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.unit.cli.conftest import HARBOUR, RIVER, Reader

LIST_FIELDS = """schema id path title title_from language language_from date date_from words minutes paragraphs quotes
sha256 problems"""
BOOKMARK_FIELDS = "schema id article path state start end exact prefix suffix note tags created modified"


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


def test_list(reader: Reader, corpus: Path) -> None:
    answer = reader("list", corpus)
    assert answer.code == 0
    assert [line.split()[0] for line in answer.out.splitlines()] == ["harbour.txt", "river.md"]
    assert "Council Opens the New Harbour" in answer.out
    harbour, river = reader("list", corpus, "--json").rows
    assert set(harbour) >= set(LIST_FIELDS.split())
    assert (harbour["id"], harbour["title_from"], harbour["date"], harbour["quotes"]) == (
        "harbour.txt",
        "first-line",
        None,
        3,
    )
    assert (river["title_from"], river["date_from"], river["language_from"]) == ("front-matter",) * 3
    assert harbour["path"] == str(corpus / "harbour.txt")


def test_a_bad_file_is_a_row_and_changes_no_code(reader: Reader, corpus: Path) -> None:
    (corpus / "bad.txt").write_bytes(b"\x7fELF\x00")
    answer = reader("list", corpus, "--json")
    assert answer.code == 0
    assert answer.rows[0]["problems"] == ["not text: a program"]
    assert answer.rows[0]["sha256"] is None


def test_what_is_not_there_or_cannot_be_read(reader: Reader, tmp_path: Path) -> None:
    empty, bad, binary = tmp_path / "empty", tmp_path / "bad", tmp_path / "bad" / "a.txt"
    empty.mkdir()
    bad.mkdir()
    binary.write_bytes(b"\x7fELF\x00")
    for words, code in (
        ([empty], 1),
        ([bad], 3),
        ([binary], 3),
        ([tmp_path / "gone"], 2),
        ([empty, "--encoding", "x"], 2),
    ):
        answer = reader("list", *words)
        assert answer.code == code, words
        assert answer.err.startswith("reader: ")
        assert answer.err.count("\n") == 1


def test_show(reader: Reader, corpus: Path) -> None:
    answer = reader("show", "river", corpus)
    assert answer.code == 0
    assert "7  “The river does not read reports,”" in answer.out
    (row,) = reader("show", "river", corpus, "--json").rows
    assert row["text"] == RIVER
    assert [block["kind"] for block in row["blocks"]].count("front-matter") == 5
    assert RIVER[row["blocks"][6]["start"] : row["blocks"][6]["end"]].startswith("“The river")


def test_show_wraps_only_when_asked(reader: Reader, corpus: Path) -> None:
    assert max(map(len, reader("show", "harbour", corpus).out.splitlines())) > 100
    narrow = reader("show", "harbour", corpus, "--width", 40).out.splitlines()
    assert max(map(len, narrow)) <= 40
    assert max(map(len, reader("show", "harbour", corpus, "--no-wrap", "--width", 40).out.splitlines())) > 100


def test_show_one_paragraph_and_one_file(reader: Reader, corpus: Path) -> None:
    assert reader("show", "river:7", corpus).out.startswith("7  “The river does not")
    assert reader("show", corpus / "river.md").out == reader("show", "river", corpus).out
    assert reader("show", f"{corpus / 'river.md'}:7").out.startswith("7  ")
    assert reader("show", "nothing", corpus).code == 1
    assert reader("show", "r", corpus).code == 2


def test_show_standard_input(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, HARBOUR.encode())
    assert "Tomas Ferrow" in reader("show", "-").out


def test_hard_wrapped_lines_flow_together(reader: Reader) -> None:
    answer = reader("show", "wrapped", Path(__file__).parents[2] / "corpus")
    assert len(answer.out.splitlines()) == 6
    assert "the lamps were automated, but" in answer.out


def test_search(reader: Reader, corpus: Path) -> None:
    answer = reader("search", "winterbourne", corpus, "--json")
    *hits, total = answer.rows
    assert answer.code == 0
    assert {hit["id"] for hit in hits} == {"harbour.txt", "river.md"}
    assert [hit["rank"] for hit in hits] == [1, 2]
    assert (total["query"], total["total"]) == ("winterbourne", 2)
    assert total["ms"] >= 0
    match = next(m for hit in hits if hit["id"] == "river.md" for m in hit["matches"])
    assert RIVER[match["start"] : match["end"]] == "Winterbourne"
    assert match["paragraph"] == 7
    assert all("Winterbourne" in hit["snippet"] for hit in hits)
    assert len(reader("search", "winterbourne", corpus, "--json", "--limit", 1).rows) == 2


def test_search_that_finds_nothing(reader: Reader, corpus: Path) -> None:
    answer = reader("search", "zzzzqqq", corpus, "--json")
    assert (answer.code, [row["total"] for row in answer.rows]) == (1, [0])
    assert answer.err == "reader: nothing matches 'zzzzqqq': no article has a word like zzzzqqq\n"


def test_search_for_a_source_says_how_to_ask_for_it(reader: Reader, corpus: Path) -> None:
    (corpus / "tide.md").write_text("---\nsource: The Fenwick Herald\n---\n# Tide\n\nThe tide turned.\n", "utf-8")
    answer = reader("search", "herald", corpus, "--json")
    assert (answer.code, answer.rows[0]["nearest"]) == (1, "source:herald")
    told = "no article has a word like herald, but it is a source: source:herald"
    assert answer.err == f"reader: nothing matches 'herald': {told}\n"
    assert reader("search", "source:herald", corpus).code == 0


def test_where_there_are_no_articles_that_alone_is_said(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = reader("search", "herald", tmp_path / "empty")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "nothing matches" not in answer.err


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("author:holt", "there is no field author: (fields are"),
        ("date:2023-13", "a date is 2023"),
        ("Winxexbxurne", "the nearest word is 'winterbourne'"),
        ("harbour lang:xx", "no article is in xx; languages: en"),
        ("***", "there is nothing to look for in ***"),
        ("x" * 2000, "no article has a word like xxx"),
    ],
)
def test_search_that_finds_nothing_says_why_in_one_line(reader: Reader, corpus: Path, query: str, told: str) -> None:
    answer = reader("search", query, corpus)
    assert (answer.code, answer.out) == (1, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert len(answer.err) < 250


def test_a_hit_says_how_it_was_found(reader: Reader, corpus: Path) -> None:
    lines = [line for line in reader("search", "winterbuorne", corpus).out.splitlines() if line[:1] != " "]
    assert [line.rpartition("  ")[2] for line in lines] == ["typo", "typo"]
    assert "exact" not in reader("search", "winterbourne", corpus).out


def test_the_closing_row_holds_what_was_said(reader: Reader, corpus: Path) -> None:
    rows = [reader("search", query, corpus, "--json").rows[-1] for query in ("winterbuorne", "river", "Winxexbxurne")]
    assert [row["corrections"] for row in rows] == [{"winterbuorne": "winterbourne"}, {}, {}]
    assert [row["nearest"] for row in rows] == ["", "", "winterbourne"]
    assert [row["hint"] for row in rows] == ["", "", ""]
    assert reader("search", "river or harbour", corpus, "--json").rows[-1]["hint"].startswith("or is read as a word")


def test_a_batch_of_queries(reader: Reader, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"harbour\r\n\n  river \nzzzzqqq")
    answer = reader("search", "-", corpus, "--json")
    assert answer.code == 0
    closing = [row for row in answer.rows if "total" in row]
    assert [row["query"] for row in closing] == ["harbour", "", "  river ", "zzzzqqq"]
    assert [row["total"] for row in closing] == [1, 0, 1, 0]
    assert closing[1]["hint"] == "an empty line is no query"
    assert reader("search", "-", "-").code == 2


def test_an_answer_about_a_speaker_does_not_depend_on_the_queries_before_it(
    reader: Reader, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "tide.txt").write_text("The tide\n\n“It is late,” said Alexander Kovalenko.\n", encoding="utf-8")
    (corpus / "fala.txt").write_text("Fala\n\n– To fala – powiedział Aleksandr Kowalenko.\n", encoding="utf-8")
    queries = ["speaker:aleksandr", "speaker:aleksandr lang:pl", 'speaker:"Александр Коваленко"']
    for order in (queries, queries[::-1]):
        feed(monkeypatch, "\n".join(order).encode())
        rows = reader("search", "-", corpus, "--json").rows
        found = {query: {row["id"] for row in rows if row["query"] == query and "rank" in row} for query in order}
        assert found == dict(
            zip(queries, ({"tide.txt", "fala.txt"}, {"fala.txt"}, {"tide.txt", "fala.txt"}), strict=True)
        )


def test_matches_are_painted_where_they_are(reader: Reader, corpus: Path) -> None:
    plain = reader("search", "winterbourne", corpus).out
    painted = reader("search", "winterbourne", corpus, "--color", "always").out
    assert "\x1b[1;4mWinterbourne\x1b[0m" in painted
    for code in ("\x1b[1m", "\x1b[2m", "\x1b[1;4m", "\x1b[0m"):
        painted = painted.replace(code, "")
    assert painted == plain


def test_quotes(reader: Reader, corpus: Path) -> None:
    rows = reader("quotes", corpus, "--json").rows
    assert [row["text"] for row in rows] == [
        "We waited for nine years,",
        "Nobody believed it any more.",
        "The first ship came before the paint was dry.",
        "The river does not read reports,",
    ]
    assert [row["speaker"] for row in rows] == ["Ada Winterbourne"] * 2 + ["Tomas Ferrow", "Ada Winterbourne"]
    assert all(HARBOUR[row["start"] : row["end"]] == row["text"] for row in rows[:3])
    assert rows[2]["attribution"] == "label"
    assert (rows[3]["paragraph"], rows[3]["kind"]) == (7, "direct")
    assert rows[0]["cue"] == "said"


def test_quotes_chosen(reader: Reader, corpus: Path) -> None:
    def texts(*options: str) -> list[str]:
        return [row["text"] for row in reader("quotes", corpus, "--json", *options).rows]

    assert len(texts("--speaker", "winterbourne")) == 3
    assert texts("--speaker", "Tomas Ferrow") == ["The first ship came before the paint was dry."]
    assert texts("--article", "river") == ["The river does not read reports,"]
    assert texts("--about", "paint") == ["The first ship came before the paint was dry."]
    assert texts("--kind", "scare") == ["Saint Brendan"]
    assert reader("quotes", corpus, "--speaker", "nobody at all").code == 1


def test_a_bookmark_and_its_life(reader: Reader, corpus: Path) -> None:
    assert reader("bookmarks", corpus).code == 1
    added = reader("bookmarks", "add", "river", "--quote", "does  not read", corpus, "--note", "check", "--tag", "a")
    assert added.code == 0
    identity = added.out.strip()
    (row,) = reader("bookmarks", corpus, "--json").rows
    assert set(row) >= set(BOOKMARK_FIELDS.split())
    assert (row["id"], row["exact"], row["state"]) == (identity, "does not read", "exact")
    assert RIVER[row["start"] : row["end"]] == "does not read"
    assert (row["note"], row["tags"], row["article"]) == ("check", ["a"], "river.md")
    assert reader("bookmarks", "edit", identity, "--note", "seen", "--tag", "b").code == 0
    (row,) = reader("bookmarks", "list", corpus, "--json", "--tag", "B").rows
    assert (row["note"], row["tags"]) == ("seen", ["b"])
    assert reader("bookmarks", "list", corpus, "--tag", "a").code == 1
    assert reader("bookmarks", "remove", identity).code == 0
    assert reader("bookmarks", corpus).code == 1
    assert reader("bookmarks", "--deleted", "--json").rows[0]["id"] == identity
    assert reader("bookmarks", "restore", identity).code == 0
    assert reader("bookmarks", "edit", identity, "--no-tags").code == 0
    assert reader("bookmarks", corpus, "--json").rows[0]["tags"] == []


def test_bookmarks_find_their_passage_again(reader: Reader, corpus: Path) -> None:
    start = HARBOUR.index("The first ship")
    reader("bookmarks", "add", "harbour", start, start + 14, corpus)
    (corpus / "harbour.txt").write_text("One more line on top.\n\n" + HARBOUR, encoding="utf-8")
    (row,) = reader("bookmarks", corpus, "--json").rows
    assert (row["state"], row["start"]) == ("moved", start + 23)
    other = corpus / "other"
    other.mkdir()
    (other / "a.txt").write_text("Nothing of the kind.")
    (row,) = reader("bookmarks", other, "--json").rows
    assert (row["state"], row["start"], row["end"], row["article"]) == ("absent", None, None, "harbour.txt")
    assert reader("bookmarks", other, "--article", "harbour.txt").code == 0
    assert reader("bookmarks", corpus, "--article", "harbour").code == 0
    assert reader("bookmarks", corpus, "--article", "river").code == 1
    assert reader("bookmarks", corpus, "--article", "nothing").code == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["harbour", "5", "1"], 2),
        (["harbour", "0", "99999"], 2),
        (["harbour", "a", "b"], 2),
        (["harbour", "--quote", "no such words"], 1),
        (["harbour", "--quote", "the"], 1),
        (["harbour", "--quote", " "], 2),
        (["nothing", "1", "2"], 1),
    ],
)
def test_passages_that_are_none(reader: Reader, corpus: Path, words: list[str], code: int) -> None:
    answer = reader("bookmarks", "add", *words, corpus)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1


def test_a_paragraph_tells_equal_words_apart(reader: Reader, corpus: Path) -> None:
    (corpus / "twice.txt").write_text("The same words.\nSomething else.\nThe same words.\n")
    assert reader("bookmarks", "add", "twice", "--quote", "same words", corpus).code == 1
    row = reader("bookmarks", "add", "twice:3", "--quote", "same words", corpus, "--json").rows[0]
    assert row["start"] == 36


def test_bookmarks_are_kept_in_no_other_file(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "letter.txt"
    other.parent.mkdir()
    other.write_text("Dear all,\n\nit rained.\n")
    files = {path: path.read_bytes() for path in (other, corpus / "harbour.txt")}
    for file in files:
        for words in (
            ["add", "river", "60", "70", corpus],
            ["list", corpus],
            ["remove", "x"],
            ["edit", "x", "--note", "y"],
            ["check"],
        ):
            answer = reader("bookmarks", *words, "--bookmarks", file)
            assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), words
    assert {path: path.read_bytes() for path in files} == files
    assert sorted(path.name for path in corpus.iterdir()) == ["harbour.txt", "river.md"]
    assert list(other.parent.iterdir()) == [other]
    assert not list(tmp_path.glob("state/pending-*"))


def test_what_could_not_be_saved_has_no_id_and_is_spelled_out(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    nowhere = tmp_path / "state" / "marks.jsonl"
    words = ["add", "river", "--quote", "does  not read", corpus]
    added = ["--note", "first\nsecond", "--tag", "a", "--tag", "b c"]
    for json_too in ([], ["--json"]):
        answer = reader("bookmarks", *words, *added, "--bookmarks", nowhere, *json_too)
        assert (answer.code, answer.out) == (3, "")
        first, *rest = answer.err.splitlines()
        assert first.startswith(f"reader: {nowhere}: not saved (")
        assert first.endswith("; it is kept NOWHERE")
        assert rest == [
            f"reader: not saved: {corpus / 'river.md'}: does not read",
            "  note: first",
            "  note: second",
            "  tags: #a #b c",
        ]


def test_no_change_that_could_not_be_saved_is_taken_for_done(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "config" / "bookmarks.jsonl"
    kept = reader("bookmarks", "add", "river", "60", "70", corpus, "--note", "old", "--tag", "a").out.strip()
    gone = reader("bookmarks", "add", "river", "72", "80", corpus).out.strip()
    reader("bookmarks", "remove", gone)
    file.chmod(0o444)
    before = file.read_bytes()
    for words, said in (
        (["edit", kept, "--note", "new"], "  note: new\n  tags: #a\n"),
        (["edit", kept, "--no-tags"], "  note: new\n"),
        (["remove", kept], "not saved: deleted: "),
        (["restore", gone], "not saved: "),
    ):
        answer = reader("bookmarks", *words)
        assert (answer.code, answer.out) == (3, ""), words
        assert "is read-only); it waits in " in answer.err
        assert said in answer.err
    assert file.read_bytes() == before
    file.chmod(0o600)
    assert reader("bookmarks", "restore", kept).code == 0
    assert {row["id"]: row["note"] for row in reader("bookmarks", "list", corpus, "--json").rows} == {
        kept: "new",
        gone: "",
    }


def test_bookmarks_of_unknown_ids(reader: Reader) -> None:
    for word in ("remove", "restore"):
        assert reader("bookmarks", word, "nothing").code == 1
    assert reader("bookmarks", "edit", "nothing", "--note", "x").code == 1
    assert reader("bookmarks", "edit", "nothing").code == 2


def test_a_part_of_an_id_that_several_bookmarks_share_is_wrong_usage(reader: Reader, corpus: Path) -> None:
    marks = corpus.parent / "marks.jsonl"
    marks.write_text("".join(f'{{"id":"01a2-{n}-beef"}}\n' for n in (1, 2)))
    for part in ("01a2", "beef"):
        for words in (["edit", part, "--note", "x"], ["remove", part], ["restore", part]):
            answer = reader("bookmarks", *words, "--bookmarks", marks)
            assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), words
            assert "give more of the id" in answer.err
    assert marks.read_text().count("\n") == 2


def test_check_reports_broken_lines(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    reader("bookmarks", "add", "river", "60", "70", corpus)
    assert reader("bookmarks", "check").code == 0
    with (tmp_path / "config" / "bookmarks.jsonl").open("a") as file:
        file.write("{broken\n")
    answer = reader("bookmarks", "check", "--json")
    assert answer.code == 1
    assert len(answer.rows[0]["broken"]) == 1
    assert answer.rows[0]["bookmarks"] == 1
    assert reader("bookmarks", corpus, "--json").rows[0]["state"] == "exact"


def test_another_file_of_bookmarks(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    reader("bookmarks", "add", "river", "60", "70", corpus, "--bookmarks", file)
    assert file.exists()
    assert reader("bookmarks", corpus).code == 1
    assert reader("bookmarks", corpus, "--bookmarks", file).code == 0
