"""A damaged file: at most the damaged records cannot be read."""

import random
from pathlib import Path

import pytest

from tests.proofs.articles import article
from tui_reader.annotations.reading import Reading, is_foreign
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.span import Span

FERRY = article()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file of eight bookmarks, some changed, one in the trash."""
    folder = tmp_path_factory.mktemp("sound")
    repository = AnnotationRepository(folder / "bookmarks.jsonl", folder / "state")
    for k in range(8):
        made = repository.add(FERRY, Span(k, k + 30), note=f"note {k} – żółć")
        if k % 3 == 0:
            repository.change(made.id, tags=["changed"])
    repository.remove(made.id)
    return (folder / "bookmarks.jsonl").read_bytes()


def read(data: bytes) -> Reading:
    reading = Reading()
    reading.feed(data)
    return reading


def unharmed(data: bytes, reading: Reading) -> None:
    """Every record of the whole lines `data` is in `reading`, or overtaken by a later line of its own."""
    for head in read(data).heads.all():
        found = reading.heads.of(head.kind, head.id)
        assert any(other == head or other.covers(head) for other in found)


def test_every_truncation(sound: bytes) -> None:
    for size in range(len(sound)):
        cut = sound[:size]
        whole = cut[: cut.rfind(b"\n") + 1]
        reading = read(cut)
        unharmed(whole, reading)
        assert not reading.faults
        assert not is_foreign(cut, reading)


def test_a_tail_of_zeros(sound: bytes) -> None:
    for size in range(0, len(sound), 7):
        cut = sound[:size] + b"\0" * 64
        unharmed(cut[: cut.rfind(b"\n") + 1], read(cut))


def damaged(sound: bytes, chance: random.Random) -> tuple[bytes, bytes]:
    """A file with one random damage, and those of its lines that were not touched."""
    start = chance.randrange(len(sound))
    end = min(len(sound), start + chance.choice([0, 1, 1, 2, 3, 40, 600]))
    fresh = chance.randbytes(chance.choice([0, 1, 1, 2, 3, 30]))
    first = sound.rfind(b"\n", 0, start) + 1
    last = sound.find(b"\n", end)
    last = len(sound) if last < 0 else last + 1
    return sound[:start] + fresh + sound[end:], sound[:first] + sound[last:]


def damage(sound: bytes, trials: int) -> None:
    chance = random.Random(trials)
    for _ in range(trials):
        data, whole = damaged(sound, chance)
        unharmed(whole, read(data))
        assert not is_foreign(data, read(data))


def test_random_damage(sound: bytes) -> None:
    damage(sound, 1000)


@pytest.mark.long
def test_much_random_damage(sound: bytes) -> None:
    damage(sound, 5000)


def test_a_damaged_file_is_used_and_never_rewritten(sound: bytes, tmp_path: Path) -> None:
    chance = random.Random(7)
    for number in range(60):
        data, _ = damaged(sound, chance)
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "bookmarks.jsonl"
        path.write_bytes(data)
        repository = AnnotationRepository(path, folder / "state")
        shown = {a.id for a in repository.all()}
        made = repository.add(FERRY, Span(0, 5), note="after the damage")
        assert repository.is_saved(made.id)
        assert path.read_bytes().startswith(data)
        fresh = AnnotationRepository(path, folder / "other-state")
        assert {a.id for a in fresh.all()} == shown | {made.id}
