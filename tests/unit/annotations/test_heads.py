import itertools

from tui_reader.annotations.heads import Heads, join, vector, winner
from tui_reader.annotations.record import Entry, encode, entry, parse


def record(note: str, seen: dict[str, int], *, deleted: bool = False, t: str = "2026", **more: object) -> Entry:
    fields = {"id": "x", "rev": sum(seen.values()), "op": "del" if deleted else "put", "t": t, "seen": seen}
    raw = encode({**fields, "note": note, **more}).rstrip(b"\n")
    found = entry(raw, parse(raw) or {})
    assert found is not None
    return found


FIRST = record("first", {"a": 1})
MINE = record("mine", {"a": 2}, t="2027", tags=["m"])
THEIRS = record("theirs", {"a": 1, "b": 1}, t="2026", tags=["t"])
BOTH = record("both", {"a": 3, "b": 1})


def heads_of(entries: list[Entry]) -> tuple[Entry, ...]:
    heads = Heads()
    for each in entries:
        heads.add(each)
    return heads.of("annotation", "x")


def test_the_order_of_lines_does_not_matter() -> None:
    for order in itertools.permutations([FIRST, MINE, THEIRS]):
        assert {e.raw for e in heads_of(list(order))} == {MINE.raw, THEIRS.raw}
    for order in itertools.permutations([FIRST, MINE, THEIRS, BOTH]):
        assert [e.raw for e in heads_of(list(order))] == [BOTH.raw]


def test_both_notes_and_all_tags_are_kept() -> None:
    fields = join((THEIRS, MINE))
    assert fields["note"].startswith("mine")
    assert fields["note"].endswith("theirs")
    assert fields["tags"] == ["m", "t"]
    assert join((THEIRS, MINE)) == join((MINE, THEIRS))
    assert vector((MINE, THEIRS)) == {"a": 2, "b": 1}


def test_a_change_wins_over_a_deletion_elsewhere() -> None:
    gone = record("mine", {"a": 2}, deleted=True, t="2030")
    assert winner((gone, THEIRS)) == THEIRS
    assert join((gone, THEIRS))["note"] == "theirs"


def test_a_line_twice_is_one() -> None:
    assert len(heads_of([MINE, MINE])) == 1


def test_a_damaged_line_hides_no_sound_one() -> None:
    raw = MINE.raw.replace(b'"mine"', b'"m!ne"')
    damaged = entry(raw, parse(raw) or {})
    assert damaged is not None
    assert not damaged.sound
    assert heads_of([FIRST, damaged]) == (damaged,)
    assert heads_of([MINE, damaged]) == (MINE,)
    assert heads_of([damaged, MINE]) == (MINE,)
    assert heads_of([damaged, FIRST]) == (FIRST,)


def test_dead_lines_are_counted() -> None:
    heads = Heads()
    for each in (FIRST, MINE):
        heads.add(each)
    assert heads.dead == len(FIRST.raw)
    assert heads.has(FIRST)
    assert not heads.has(THEIRS)
