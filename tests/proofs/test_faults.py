"""The n-th storage call fails: nothing acknowledged is lost, nothing raised, and what failed is saved later."""

import errno
import shutil
from pathlib import Path

import pytest

from tests.proofs.articles import article
from tests.proofs.disks import FailingDisk
from tui_reader.annotations import compaction
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.span import Span

CODES = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, 0)
FERRY = article()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bookmark file with three bookmarks, one in the trash, from before anything fails."""
    folder = tmp_path_factory.mktemp("template")
    before = AnnotationRepository(folder / "config" / "bookmarks.jsonl", folder / "state")
    made = [before.add(FERRY, Span(k, k + 5), note=f"old {k}") for k in range(3)]
    before.remove(made[2].id)
    assert not before.pending
    return folder


def work(folder: Path, disk: FailingDisk) -> tuple[AnnotationRepository, dict[str, list[str | None]], dict[str, int]]:
    """Add, change, remove; returns every wording tried by id (None for removed), and how many were acknowledged."""
    repository = AnnotationRepository(folder / "config" / "bookmarks.jsonl", folder / "state", storage=disk)
    tried: dict[str, list[str | None]] = {}
    promised: dict[str, int] = {}

    def note(identity: str, wording: str | None) -> None:
        tried.setdefault(identity, []).append(wording)
        if repository.is_saved(identity):
            promised[identity] = len(tried[identity])

    first = repository.add(FERRY, Span(10, 20), note="first").id
    note(first, "first")
    repository.change(first, note="first, changed")
    note(first, "first, changed")
    second = repository.add(FERRY, Span(30, 40), note="second").id
    note(second, "second")
    repository.remove(second)
    note(second, None)
    return repository, tried, promised


def kept(folder: Path, state: str = "state") -> dict[str, str | None]:
    """What a fresh process finds."""
    fresh = AnnotationRepository(folder / "config" / "bookmarks.jsonl", folder / state)
    return {a.id: None if a.deleted else a.note for a in fresh.all(deleted=True)}


def check(template: Path, folder: Path, at: int, code: int, forever: bool) -> bool:
    """One trial; whether the call number `at` was reached."""
    shutil.copytree(template, folder)
    old = kept(template)
    disk = FailingDisk(at, code, forever=forever)
    repository, tried, promised = work(folder, disk)
    reached = disk.count >= at
    found = kept(folder)
    where = f"call {at} failed with {code}, forever={forever}"
    assert {i: found.get(i) for i in old} == old, where
    for identity, count in promised.items():
        # What was promised, or a later wording that reached the disk although it was not acknowledged.
        assert identity in found, where
        assert found[identity] in tried[identity][count - 1 :], where
        if repository.is_saved(identity):
            assert found[identity] == tried[identity][-1], where
    if repository.pending:
        assert repository.problem
    if not forever:
        assert repository.retry(), "after one failure the next attempt must succeed"
        assert not repository.problem
        # Even without the state folder: everything is in the file itself now.
        later = kept(folder, "another-state")
        assert sorted(note or "" for note in later.values()) == ["", "", "first, changed", "old 0", "old 1"]
    return reached


def calls(template: Path, folder: Path) -> int:
    """How many storage calls the work makes when all goes well."""
    shutil.copytree(template, folder)
    disk = FailingDisk(10**9, errno.EIO)
    work(folder, disk)
    return disk.count


@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
def test_every_call_fails_once_or_for_ever(template: Path, tmp_path: Path, forever: bool) -> None:
    total = calls(template, tmp_path / "count")
    assert total > 60
    for at in range(1, total + 1):
        # The short form turns the kinds of failure round; the long form tries every kind at every call.
        assert check(template, tmp_path / f"{at}", at, CODES[at % len(CODES)], forever) or CODES[at % len(CODES)] == 0


@pytest.mark.long
@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
@pytest.mark.parametrize("code", CODES, ids=["ENOSPC", "EIO", "EACCES", "EINTR", "short"])
def test_every_call_fails_in_every_way(template: Path, tmp_path: Path, code: int, forever: bool) -> None:
    total = calls(template, tmp_path / "count")
    for at in range(1, total + 1):
        check(template, tmp_path / f"{at}", at, code, forever)


@pytest.mark.parametrize("forever", [False, True], ids=["once", "forever"])
def test_a_failing_compaction_keeps_every_record(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forever: bool
) -> None:
    monkeypatch.setattr(compaction, "SMALLEST", 0)
    monkeypatch.setattr(compaction, "DEAD_SHARE", 0.1)
    total = calls(template, tmp_path / "count")
    for at in range(1, total + 1):
        check(template, tmp_path / f"{at}", at, CODES[at % len(CODES)], forever)


def test_in_memory_when_no_disk_takes_anything(tmp_path: Path) -> None:
    disk = FailingDisk(1, errno.ENOSPC, forever=True)
    repository = AnnotationRepository(tmp_path / "config" / "b.jsonl", tmp_path / "state", storage=disk)
    made = repository.add(FERRY, Span(0, 5), note="only here")
    assert [a.id for a in repository.all()] == [made.id]
    assert [a.note for a in repository.pending] == ["only here"]
    assert "ONLY IN MEMORY" in repository.problem
    disk.at = 10**9
    disk.forever = False
    assert repository.retry()
    assert kept(tmp_path / "nothing") == {}
    fresh = AnnotationRepository(tmp_path / "config" / "b.jsonl", tmp_path / "elsewhere")
    assert [a.note for a in fresh.all()] == ["only here"]
