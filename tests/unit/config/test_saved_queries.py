"""Saved queries: a file of the user's, shared with other readers and with an editor."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tui_reader.config.queries import QueriesError, SavedQueries, clean_name


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "queries.toml"


def test_no_file_is_no_queries_and_makes_none(file: Path) -> None:
    assert SavedQueries(file).all() == {}
    assert not file.parent.exists()


def test_what_was_saved_is_read_again_in_order(file: Path) -> None:
    first, second = SavedQueries(file), SavedQueries(file)
    first.save("fees", 'speaker:keller said:"the fees"')
    second.save("ferry", "ferry OR prom")
    assert list(first.all().items()) == [("fees", 'speaker:keller said:"the fees"'), ("ferry", "ferry OR prom")]


def test_another_reader_s_queries_are_never_lost(file: Path) -> None:
    ours, theirs = SavedQueries(file), SavedQueries(file)
    ours.save("a", "one")
    theirs.save("b", "two")
    ours.remove("a")
    theirs.save("c", "three")
    assert ours.all() == {"b": "two", "c": "three"}


def test_a_name_taken_gets_the_new_query(file: Path) -> None:
    queries = SavedQueries(file)
    queries.save("port", "harbour")
    queries.save("port", "harbour fees")
    assert queries.all() == {"port": "harbour fees"}


def test_comments_tables_and_unknown_values_stay(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('# mine\nport = "harbour" # two ports\ncount = 3\n\n[later]\nkey = "value"\n', encoding="utf-8")
    queries = SavedQueries(file)
    queries.save("fees", "fees")
    assert queries.all() == {"port": "harbour", "fees": "fees"}
    queries.remove("port")
    text = file.read_text(encoding="utf-8")
    assert text == '# mine\ncount = 3\n\n"fees" = "fees"\n[later]\nkey = "value"\n'


def test_an_entry_over_several_lines_is_replaced_and_the_old_file_kept(file: Path) -> None:
    file.parent.mkdir()
    before = 'port = """\\\n  harbour"""\nferry = "ferry"\n'
    file.write_text(before, encoding="utf-8")
    queries = SavedQueries(file)
    queries.save("port", "harbour fees")
    assert queries.all() == {"port": "harbour fees", "ferry": "ferry"}
    assert file.with_suffix(".toml.before").read_text(encoding="utf-8") == before


def test_a_file_that_is_not_understood_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("port = harbour\n", encoding="utf-8")
    with pytest.raises(QueriesError, match="nothing was changed"):
        SavedQueries(file).save("fees", "fees")
    assert file.read_text(encoding="utf-8") == "port = harbour\n"


@pytest.mark.parametrize(
    "query",
    [
        'said:"a \\"b\\""',
        "back\\slash",
        "żółć 港 \U0001f6a2",
        "a\u2028b",
        "tab\tand\x7fdelete",
        "\ud800",
        "[x] = 1 # no",
    ],
)
def test_every_query_survives_the_file(file: Path, query: str) -> None:
    queries = SavedQueries(file)
    queries.save("first", "one")
    queries.save(query, query)
    queries.save("last", "two")
    kept = queries.all()
    assert list(kept) == ["first", clean_name(query), "last"]
    assert len(kept[clean_name(query)]) == len(query)
    tomllib.loads(file.read_text(encoding="utf-8"))


def test_a_name_is_one_short_line() -> None:
    assert clean_name("  two\n words ") == "two words"
    assert len(clean_name("x" * 500)) == 80
    with pytest.raises(QueriesError):
        SavedQueries(Path("nowhere.toml")).save("  ", "words")


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.toml"
    real.write_text('a = "one"\n', encoding="utf-8")
    file.parent.mkdir()
    file.symlink_to(real)
    SavedQueries(file).save("b", "two")
    assert file.is_symlink()
    assert SavedQueries(real).all() == {"a": "one", "b": "two"}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder would be")
    with pytest.raises(QueriesError):
        SavedQueries(blocked / "queries.toml").save("a", "one")
