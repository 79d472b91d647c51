"""A power cut at any moment: what was acknowledged is on the platter, and every older record is readable."""

from pathlib import Path

import pytest

from tests.proofs.articles import article
from tests.proofs.disks import ModelDisk, Moment
from tui_reader.annotations import compaction
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.span import Span

FERRY = article()
FILE, STATE = Path("/home/config/bookmarks.jsonl"), Path("/home/state")


def live(work: list[str], disk: ModelDisk) -> list[dict[str, str | None]]:
    """Do the work; returns what was promised after each acknowledgement, and has the disk remember its moments."""
    repository = AnnotationRepository(FILE, STATE, storage=disk)
    promised: list[dict[str, str | None]] = [{}]
    ids: list[str] = []
    for step in work:
        verb, _, rest = step.partition(" ")
        state = dict(promised[-1])
        if verb == "add":
            made = repository.add(FERRY, Span(len(ids), len(ids) + 4), note=rest)
            ids.append(made.id)
            state[made.id] = rest
        elif verb == "change":
            repository.change(ids[-1], note=rest)
            state[ids[-1]] = rest
        else:
            repository.remove(ids[-1])
            state[ids[-1]] = None
        assert not repository.pending
        promised.append(state)
        disk.acknowledged = len(promised) - 1
        disk.moment()
    return promised


def survived(moment: Moment) -> dict[str, str | None]:
    fresh = AnnotationRepository(FILE, STATE, storage=moment.disk)
    return {a.id: None if a.deleted else a.note for a in fresh.all(deleted=True)}


def check(work: list[str]) -> int:
    """Every state a power cut could leave; returns how many were looked at."""
    disk = ModelDisk(moments=[])
    promised = live(work, disk)
    assert disk.moments is not None
    for moment in disk.moments:
        found = survived(moment)
        for identity, note in promised[moment.acknowledged].items():
            later = [state[identity] for state in promised[moment.acknowledged :]]
            assert identity in found, f"bookmark {note!r} lost"
            assert found[identity] in later, f"{note!r} became {found[identity]!r}"
    return len(disk.moments)


def test_no_state_loses_what_was_acknowledged() -> None:
    assert check(["add one", "add two", "change two, changed", "remove", "add three"]) > 200


def test_nor_during_compaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compaction, "SMALLEST", 0)
    monkeypatch.setattr(compaction, "DEAD_SHARE", 0.3)
    assert check(["add one", "change one, changed", "change one, again", "add two", "remove"]) > 200


def test_life_goes_on_after_a_power_cut() -> None:
    """A bookmark added after the cut is kept, whatever the cut left behind."""
    disk = ModelDisk(moments=[])
    live(["add one", "add two"], disk)
    assert disk.moments is not None
    for moment in disk.moments:
        before = survived(moment)
        repository = AnnotationRepository(FILE, STATE, storage=moment.disk)
        made = repository.add(FERRY, Span(0, 9), note="after")
        assert repository.is_saved(made.id)
        assert survived(moment) == {**before, made.id: "after"}
        for cut in list(moment.disk.after_power_cut()):
            assert survived(Moment(cut, 0)).get(made.id) == "after"


@pytest.mark.long
def test_a_long_life() -> None:
    work = [f"change {k}" if k % 3 == 2 else f"add {k}" for k in range(24)]
    assert check([*work, "remove"]) > 500


class ForgetfulDisk(ModelDisk):
    """A disk that says it synced and did not."""

    def fsync(self, handle: int) -> None:
        self.moment()


def test_the_model_notices_a_missing_fsync() -> None:
    disk = ForgetfulDisk(moments=[])
    promised = live(["add one", "add two"], disk)
    assert disk.moments is not None
    lost = [m for m in disk.moments if not set(promised[m.acknowledged]) <= set(survived(m))]
    assert lost
