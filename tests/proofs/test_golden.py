"""Files of every version of the format, as they were written once. No later version may read them otherwise."""

import shutil
from pathlib import Path

import pytest

from tests.proofs.articles import article
from tui_reader.annotations.record import members
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.annotation import AnchorState, Motivation
from tui_reader.model.span import Span

GOLDEN = Path(__file__).parent / "golden"
FERRY = article()


@pytest.fixture
def opened(tmp_path: Path, request: pytest.FixtureRequest) -> AnnotationRepository:
    """The golden file the test is marked with, copied to a folder of its own."""
    path = tmp_path / "bookmarks.jsonl"
    shutil.copyfile(GOLDEN / request.param, path)
    return AnnotationRepository(path, tmp_path / "state")


def use(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("opened", [name], indirect=True)


@use("v1.jsonl")
def test_version_1(opened: AnnotationRepository) -> None:
    first, third = opened.all()
    assert (first.note, first.revision, first.tags) == ("first, changed – „zmieniono”", 2, ("harbour", "płynąć"))
    assert (first.created, first.modified) == ("2026-11-01T10:01:00.000Z", "2026-11-01T10:02:00.000Z")
    assert (third.speaker, third.motivation) == ("Marit Sandvik", Motivation.COMMENTING)
    assert third.exact.startswith("We have waited eleven years")
    assert [a.note for a in opened.all(deleted=True) if a.deleted] == ["gone"]
    assert {(p.state, p.article) for p in opened.place([FERRY])} == {(AnchorState.EXACT, FERRY.id)}
    assert opened.check().ok


@use("v1-unknown.jsonl")
def test_what_is_not_known_is_kept_byte_for_byte(opened: AnnotationRepository) -> None:
    before = opened.path.read_bytes()
    first, foreign = sorted(opened.all(), key=lambda a: a.id)
    assert first.extra == {"x_colour": {"hue": 1.5, "name": "gelb"}, "mood": 1000.0}
    assert opened.check().unknown == 1
    opened.change(first.id, note="changed")
    opened.change(foreign.id, tags=["t"])
    after = opened.path.read_bytes()
    assert after.startswith(before)
    changed, retagged = after[len(before) :].splitlines()
    assert members(changed)["x_colour"] == '{"hue": 1.50, "name":"gelb"}'
    assert members(changed)["mood"] == "1e3"
    assert '"type":"VideoSelector","frames":[1,2]' in members(retagged)["selector"]


@use("v2-readable.jsonl")
def test_a_newer_version_that_can_be_read_can_be_written(opened: AnnotationRepository) -> None:
    (only,) = opened.all()
    assert only.note == "from the future"
    opened.add(FERRY, Span(0, 5))
    assert not opened.pending
    assert opened.path.read_bytes().startswith((GOLDEN / "v2-readable.jsonl").read_bytes())


@use("v3-too-new.jsonl")
def test_one_that_is_too_new_is_read_and_not_written(opened: AnnotationRepository) -> None:
    assert [a.note for a in opened.all()] == ["from further away"]
    assert "newer" in opened.problem
    made = opened.add(FERRY, Span(0, 5), note="kept until then")
    assert opened.path.read_bytes() == (GOLDEN / "v3-too-new.jsonl").read_bytes()
    assert not opened.is_saved(made.id)
    again = AnnotationRepository(opened.path, opened.path.parent / "state")
    assert {a.note for a in again.all()} == {"from further away", "kept until then"}


@use("v1-git-conflict.jsonl")
def test_both_sides_of_a_conflict_are_read(opened: AnnotationRepository) -> None:
    first, third = opened.all()
    assert first.note.startswith("changed on the desk")
    assert "changed on the laptop" in first.note
    assert third.note == "only there"
    report = opened.check()
    assert (report.markers, report.conflicts, report.broken) == (3, 1, ())
    settled = opened.change(first.id, note="one wording")
    assert settled.note == "one wording"
    assert opened.check().conflicts == 0


@use("v1-by-hand.jsonl")
def test_lines_written_and_edited_by_hand(opened: AnnotationRepository) -> None:
    assert {a.note for a in opened.all()} == {"written with an editor", "wording, edited by hand"}
    report = opened.check()
    assert [line for line, _ in report.broken] == [3]
    assert not report.ok
    assert opened.get("my-own-bookmark").exact == "Two crossings a day"
    assert report.copy is not None
    assert report.copy.read_bytes() == (GOLDEN / "v1-by-hand.jsonl").read_bytes()
