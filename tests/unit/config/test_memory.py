from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui_reader.config.memory import MOST_PLACES, Memory, read_memory


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "memory.json"


def test_remembered_and_recalled(file: Path) -> None:
    memory = read_memory(file)
    assert memory.recall("theme", "ink") == "ink"
    memory.remember("theme", "paper")
    memory.keep_place("/a.txt", 120)
    memory.mark_read("/b.txt")
    assert not file.exists()
    assert memory.save() == ""
    again = read_memory(file)
    assert again.recall("theme", "ink") == "paper"
    assert (again.place("/a.txt"), again.place("/b.txt"), again.place("/c.txt")) == (120, 0, 0)
    assert (again.is_read("/a.txt"), again.is_read("/b.txt")) == (False, True)


def test_nothing_changed_nothing_written(file: Path) -> None:
    assert read_memory(file).save() == ""
    assert not file.exists()
    memory = Memory(None)
    memory.remember("theme", "paper")
    assert memory.save() == ""


def test_a_value_of_another_type_is_not_recalled(file: Path) -> None:
    file.parent.mkdir()
    file.write_text(
        '{"values": {"theme": 3, "column": true}, "places": {"/a": {"at": -4}, "/b": {"at": "x"}, "/c": 1}}'
    )
    memory = read_memory(file)
    assert memory.recall("theme", "ink") == "ink"
    assert memory.recall("column", 80) == 80
    assert [memory.place(path) for path in ("/a", "/b", "/c")] == [0, 0, 0]


@pytest.mark.parametrize("damage", ["{", "\udcff", "[" * 100_000, "", "nul\x00"])
def test_a_damaged_file_is_set_aside(file: Path, damage: str) -> None:
    file.parent.mkdir()
    file.write_text(damage, encoding="utf-8", errors="surrogateescape")
    memory = read_memory(file)
    assert (memory.values, memory.places) == ({}, {})
    assert not file.exists()
    aside = file.with_suffix(".broken")
    assert aside.read_text(encoding="utf-8", errors="surrogateescape") == damage
    memory.remember("theme", "paper")
    assert memory.save() == ""
    assert read_memory(file).recall("theme", "ink") == "paper"


@pytest.mark.parametrize("odd", ["[]", "3", '{"values": [], "places": 3}', "{}"])
def test_a_file_of_another_shape_is_empty(file: Path, odd: str) -> None:
    file.parent.mkdir()
    file.write_text(odd)
    memory = read_memory(file)
    assert (memory.values, memory.places) == ({}, {})


def test_two_readers_keep_each_others_places(file: Path) -> None:
    one, two = read_memory(file), read_memory(file)
    one.keep_place("/a.txt", 1)
    one.keep_place("/both.txt", 10)
    two.keep_place("/b.txt", 2)
    two.keep_place("/both.txt", 20)
    assert one.save() == two.save() == ""
    both = read_memory(file)
    assert [both.place(path) for path in ("/a.txt", "/b.txt", "/both.txt")] == [1, 2, 20]


def test_standard_input_has_no_place(file: Path) -> None:
    memory = read_memory(file)
    memory.keep_place("-", 10)
    memory.mark_read("-")
    assert memory.places == {}


def test_the_oldest_places_go_first(file: Path) -> None:
    memory = read_memory(file)
    for number in range(MOST_PLACES + 3):
        memory.keep_place(f"/{number}", 1)
    memory.keep_place("/0", 5)
    memory.save()
    places = json.loads(file.read_text(encoding="utf-8"))["places"]
    assert len(places) == MOST_PLACES
    assert "/1" not in places
    assert places["/0"] == {"at": 5}


def test_a_read_mark_is_taken_away(file: Path) -> None:
    memory = read_memory(file)
    memory.mark_read("/a")
    memory.mark_read("/a", read=False)
    memory.save()
    assert not read_memory(file).is_read("/a")


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    memory = Memory(tmp_path / "state" / "memory.json")
    memory.remember("theme", "paper")
    trouble = memory.save()
    assert trouble.startswith("reading positions not saved: ")
    assert "\n" not in trouble
    assert [path.name for path in tmp_path.iterdir()] == ["state"]


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    memory = read_memory(file)
    memory.remember("theme", "paper")
    memory.save()
    assert [path.name for path in file.parent.iterdir()] == ["memory.json"]
