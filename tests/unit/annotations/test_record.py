import json
import zlib

from tui_reader.annotations.record import Clock, Raw, checksum_fits, encode, entry, members, parse


def test_a_line_carries_its_checksum() -> None:
    line = encode({"id": "a", "note": "żółć"})
    raw = line.rstrip(b"\n")
    crc = json.loads(raw)["crc"]
    assert crc == f"{zlib.crc32(raw[: raw.rindex(b',')]):08x}"
    assert checksum_fits(raw, crc)
    assert not checksum_fits(raw.replace(b"a", b"b", 1), crc)


def test_characters_that_could_harm_are_escaped() -> None:
    line = encode({"note": "a\u2028b\x1b\x9b\u202e\ud800"})
    assert line.decode().count("\n") == 1
    assert all(char.isprintable() for char in line.decode().rstrip("\n"))
    assert json.loads(line)["note"] == "a\u2028b\x1b\x9b\u202e\ud800"


def test_members_keep_their_very_text() -> None:
    raw = b'{ "a" : 1.50 ,"b":{"x": [1,  2]}, "c" : "\\u0041" }'
    assert members(raw) == {"a": "1.50", "b": '{"x": [1,  2]}', "c": '"\\u0041"'}
    again = encode(members(raw))
    assert b'"a":1.50,"b":{"x": [1,  2]},"c":"\\u0041"' in again
    assert isinstance(members(raw)["a"], Raw)


def test_what_is_no_record() -> None:
    for fields in [
        {},
        {"id": ""},
        {"id": 5},
        {"id": "a", "rev": 0},
        {"id": "a", "rev": True},
        {"id": "a", "rev": 1.5},
        {"id": "a", "rev": 2**60},
        {"id": "a\x1b", "rev": 1},
        {"id": "a", "kind": 3},
    ]:
        assert entry(b"", fields) is None


def test_lines_that_are_no_objects() -> None:
    for raw in [b"", b"[1]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' + b"9" * 5000 + b"}", b"\0\0"]:
        assert parse(raw) is None


def test_ids_grow_even_when_the_clock_does_not() -> None:
    class Stuck(Clock):
        moment = 1_700_000_000.0

        def seconds(self) -> float:
            return self.moment

    clock = Stuck()
    made = [clock.identity() for _ in range(5000)]
    clock.moment -= 3600
    made += [clock.identity() for _ in range(5)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {identity[14] for identity in made} == {"7"}
    assert {identity[19] for identity in made} <= set("89ab")
    assert clock.now() == "2023-11-14T21:13:20.000Z"
