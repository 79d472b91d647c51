import os
from pathlib import Path

import pytest

from tests.proofs.articles import article
from tests.proofs.disks import HastyDisk
from tui_reader.annotations import compaction
from tui_reader.annotations.backups import KEEP, Backups
from tui_reader.annotations.conflicts import conflict_copies
from tui_reader.annotations.journal import Journal
from tui_reader.annotations.reading import Reading
from tui_reader.annotations.record import Clock, header
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.span import Span

FERRY = article()


class SetClock(Clock):
    time = 1_700_000_000.0

    def seconds(self) -> float:
        return self.time


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "bookmarks.jsonl"


def opened(file: Path, state: str = "state", clock: Clock | None = None) -> AnnotationRepository:
    return AnnotationRepository(file, file.parents[1] / state, storage=HastyDisk(), clock=clock)


def test_nothing_is_made_by_looking(file: Path) -> None:
    repository = opened(file)
    assert repository.all() == ()
    assert repository.problem == ""
    assert repository.check().ok
    assert list(file.parents[1].iterdir()) == []


def test_the_file_begins_with_a_header_and_belongs_to_the_user(file: Path) -> None:
    opened(file).add(FERRY, Span(0, 5))
    assert file.read_bytes().startswith(header())
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_torn_line_gets_its_end_and_is_kept(file: Path) -> None:
    first = opened(file).add(FERRY, Span(0, 5), note="first")
    whole = file.read_bytes()
    file.write_bytes(whole + b'{"kind":"annotation","id":"torn","no')
    repository = opened(file)
    assert not repository.check().ok
    second = repository.add(FERRY, Span(6, 9), note="second")
    assert file.read_bytes().startswith(whole + b'{"kind":"annotation","id":"torn","no\n{"kind":"annotation"')
    assert [a.id for a in opened(file).all()] == [first.id, second.id]
    assert [reason for _, reason in opened(file).check().broken] == ["not a JSON object"]


def test_a_last_line_without_its_end_counts(file: Path) -> None:
    opened(file).add(FERRY, Span(0, 5), note="first")
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    repository = opened(file)
    repository.add(FERRY, Span(6, 9), note="second")
    assert [a.note for a in opened(file).all()] == ["first", "second"]
    assert opened(file).check().ok


def test_a_damaged_file_is_set_aside_once(file: Path) -> None:
    opened(file).add(FERRY, Span(0, 5))
    with file.open("ab") as end:
        end.write(b"garbage\n")
    damaged = file.read_bytes()
    for _ in range(3):
        assert "1 line of" in opened(file).problem
    copies = list(file.parent.glob("bookmarks.broken-*.jsonl"))
    assert [copy.read_bytes() for copy in copies] == [damaged]
    opened(file).add(FERRY, Span(6, 9))
    assert len(list(file.parent.glob("bookmarks.broken-*.jsonl"))) == 1


@pytest.mark.parametrize("how", ["emptied", "zeroed", "removed"])
def test_a_file_that_shrank_to_nothing_is_not_taken_for_no_bookmarks(file: Path, how: str) -> None:
    kept = opened(file).add(FERRY, Span(0, 5), note="kept")
    size = file.stat().st_size
    if how == "removed":
        file.unlink()
    else:
        file.write_bytes(b"" if how == "emptied" else b"\0" * size)
    repository = opened(file)
    assert [a.id for a in repository.all()] == [kept.id]
    assert "backup" in repository.problem
    assert not repository.check().ok
    repository.add(FERRY, Span(6, 9), note="new")
    assert {a.note for a in opened(file).all()} == {"kept", "new"}
    assert "backup" not in opened(file).problem


def test_a_symbolic_link_stays_one(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "marks.jsonl"
    target.parent.mkdir()
    target.touch(mode=0o640)
    file.parent.mkdir()
    file.symlink_to(target)
    opened(file).add(FERRY, Span(0, 5), note="behind a link")
    assert file.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert [a.note for a in opened(target).all()] == ["behind a link"]
    assert (target.parent / "marks.jsonl.lock").exists()


def test_a_read_only_file_is_respected(file: Path) -> None:
    opened(file).add(FERRY, Span(0, 5), note="first")
    before = file.read_bytes()
    file.chmod(0o444)
    repository = opened(file)
    made = repository.add(FERRY, Span(6, 9), note="waits")
    assert file.read_bytes() == before
    assert not repository.is_saved(made.id)
    assert "read-only" in repository.problem
    assert [a.note for a in opened(file).all()] == ["first", "waits"]
    file.chmod(0o600)
    assert repository.retry()
    assert [a.note for a in opened(file, "other").all()] == ["first", "waits"]
    assert not list((file.parents[1] / "state").glob("pending-*"))


def test_a_lock_that_is_held_makes_the_save_wait_in_the_pending_file(file: Path) -> None:
    import filelock

    opened(file).add(FERRY, Span(0, 5))
    with filelock.FileLock(file.with_name("bookmarks.jsonl.lock")):
        journal = Journal(file, file.parents[1] / "state", storage=ImpatientDisk())
        assert not journal.save(lambda: journal.line({"note": "waits"}, kind="annotation", identity="b"))
        assert "another reader" in journal.trouble
    assert journal.retry()
    assert "waits" in {a.note for a in opened(file, "other").all()}


class ImpatientDisk(HastyDisk):
    def lock(self, path: Path, seconds: float = 0.01):
        return super().lock(path, 0.01)


def test_what_a_killed_process_left_pending_is_taken_up(file: Path) -> None:
    repository = opened(file)
    repository.add(FERRY, Span(0, 5), note="first")
    file.chmod(0o400)
    repository.add(FERRY, Span(6, 9), note="left behind")
    del repository
    file.chmod(0o600)
    assert {a.note for a in opened(file).all()} == {"first", "left behind"}
    assert {a.note for a in opened(file, "other").all()} == {"first", "left behind"}


def test_conflict_copies_are_merged_and_left(file: Path) -> None:
    repository = opened(file)
    kept = repository.add(FERRY, Span(0, 5), note="before")
    names = [
        "bookmarks.sync-conflict-20260101-101010-ABCDEFG.jsonl",
        "bookmarks (conflicted copy 2026-01-01 101010).jsonl",
        "bookmarks (Marit's conflicted copy 2026-01-01).jsonl",
    ]
    for number, name in enumerate(names):
        other = file.with_name(name)
        other.write_bytes(file.read_bytes())
        opened(other, f"device-{number}").add(FERRY, Span(6, 9), note=f"from {number}")
    file.with_name("bookmarks-of-someone-else.jsonl").write_bytes(b'{"id":"z","note":"not mine"}\n')
    assert repository.refresh()
    assert {a.note for a in repository.all()} == {"before", "from 0", "from 1", "from 2"}
    assert len(repository.check().copies) == 3
    for name in names:
        file.with_name(name).unlink()
    assert {a.note for a in opened(file, "fresh").all()} == {"before", "from 0", "from 1", "from 2"}
    assert opened(file).get(kept.id).note == "before"


def test_other_files_are_no_conflict_copies(tmp_path: Path) -> None:
    for name in ("bookmarks.broken-20260101Z-abc.jsonl", "bookmarks.jsonl.lock", "bookmarks2.jsonl", "x.jsonl"):
        (tmp_path / name).touch()
    assert conflict_copies(tmp_path / "bookmarks.jsonl", HastyDisk()) == []


def test_another_process_is_noticed(file: Path) -> None:
    one, two = opened(file), opened(file, "two")
    one.add(FERRY, Span(0, 5), note="one")
    assert two.refresh()
    assert not two.refresh()
    two.add(FERRY, Span(6, 9), note="two")
    assert [a.note for a in one.all()] == ["one"]
    assert one.refresh()
    assert [a.note for a in one.all()] == ["one", "two"]


def test_an_edit_in_the_middle_is_noticed(file: Path) -> None:
    repository = opened(file)
    repository.add(FERRY, Span(0, 5), note="aaaa")
    repository.add(FERRY, Span(6, 9), note="bbbb")
    text = file.read_text().replace('"note":"aaaa"', '"note":"AAAAAAAA"')
    file.write_text(text)
    assert repository.refresh()
    assert [a.note for a in repository.all()] == ["AAAAAAAA", "bbbb"]
    assert repository.check().altered == (2,)


def grown(file: Path, clock: Clock | None = None) -> AnnotationRepository:
    repository = opened(file, clock=clock)
    for k in range(6):
        made = repository.add(FERRY, Span(k, k + 5), note=f"{k}")
        repository.change(made.id, note=f"{k} again")
    repository.remove(made.id)
    return repository


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compaction, "SMALLEST", 1000)
    monkeypatch.setattr(compaction, "DEAD_SHARE", 0.3)


def test_compaction_keeps_current_lines_byte_for_byte(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grown(file)
    with file.open("ab") as end:
        end.write(b'{"kind":"later","n": 1.0}\n')
    before = file.read_bytes().splitlines()
    known = {a.id: a for a in opened(file).all(deleted=True)}
    small(monkeypatch)
    opened(file).add(FERRY, Span(1, 2), note="one more")
    after = file.read_bytes().splitlines()
    assert len(after) < len(before)
    assert set(after[:-1]) <= set(before) | {after[-1]}
    assert b'{"kind":"later","n": 1.0}' in after
    now = {a.id: a for a in opened(file).all(deleted=True)}
    assert {i: now[i] for i in known} == known


def test_compaction_is_refused_when_anything_is_unreadable(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grown(file)
    with file.open("ab") as end:
        end.write(b"garbage\n")
    before = file.read_bytes()
    small(monkeypatch)
    opened(file).add(FERRY, Span(1, 2))
    assert file.read_bytes().startswith(before)


def test_tombstones_stand_for_ninety_days(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SetClock()
    grown(file, clock)
    small(monkeypatch)
    opened(file, clock=clock).add(FERRY, Span(1, 2))
    assert len(opened(file).all(deleted=True)) == 7
    clock.time += 91 * 86_400
    repository = opened(file, clock=clock)
    for k in range(30):
        repository.change(repository.all()[0].id, note=f"again {k}")
    assert len(opened(file).all(deleted=True)) == 6


def test_backups_come_daily_weekly_monthly_and_go(file: Path) -> None:
    clock = SetClock()
    for day in range(60):
        clock.time = 1_700_000_000.0 + day * 86_400
        opened(file, clock=clock).add(FERRY, Span(0, 5), note=f"day {day}")
    backups = Backups(file, HastyDisk())
    kinds = [backup.kind for backup in backups.all()]
    assert kinds.count("daily") == KEEP["daily"]
    assert kinds.count("weekly") == KEEP["weekly"]
    assert kinds.count("monthly") == 3
    newest = backups.newest()
    assert newest is not None
    assert newest[1] == file.read_bytes()


def test_a_backup_is_brought_back(file: Path) -> None:
    clock = SetClock()
    repository = opened(file, clock=clock)
    lost = repository.add(FERRY, Span(0, 5), note="lost")
    clock.time += 86_400
    repository.add(FERRY, Span(6, 9), note="kept")
    lines = [line for line in file.read_bytes().splitlines(keepends=True) if b"lost" not in line]
    file.write_bytes(b"".join(lines))
    repository = opened(file, clock=clock)
    assert [a.note for a in repository.all()] == ["kept"]
    assert repository.restore_backup() == 1
    assert {a.id for a in opened(file).all()} >= {lost.id}
    assert repository.restore_backup("2023-11-14") == 0


def test_a_file_cut_short_does_not_overwrite_its_backup(file: Path) -> None:
    clock = SetClock()
    repository = opened(file, clock=clock)
    for k in range(3):
        repository.add(FERRY, Span(k, 9), note=f"{k}")
        clock.time += 400
    full = file.read_bytes()
    file.write_bytes(full.splitlines(keepends=True)[0] + full.splitlines(keepends=True)[1])
    clock.time += 400
    opened(file, clock=clock).add(FERRY, Span(0, 9), note="after")
    assert any(path.read_bytes() == full for path in (file.parent / "backups").iterdir())


def test_crlf_and_byte_order_mark_are_read(file: Path) -> None:
    opened(file).add(FERRY, Span(0, 5), note="one")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert [a.note for a in opened(file).all()] == ["one"]
    assert opened(file).check().ok


def test_reading_piece_by_piece_is_reading_at_once(file: Path) -> None:
    grown(file)
    data = file.read_bytes()
    whole, parts = Reading(), Reading()
    whole.feed(data)
    for at in range(0, len(data), 700):
        parts.feed(data[parts.offset : at])
    parts.feed(data[parts.offset :])
    assert {e.raw for e in whole.heads.all()} == {e.raw for e in parts.heads.all()}
    assert whole.lines == parts.lines


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    file.mkdir(parents=True)
    repository = opened(file)
    assert repository.all() == ()
    assert "cannot be read" in repository.problem
    made = repository.add(FERRY, Span(0, 5), note="waits")
    assert not repository.is_saved(made.id)
    os.rmdir(file)
    assert repository.retry()


FOREIGN = [
    "The ferry returns.\n\n“We have waited,” said the mayor.\n".encode(),
    b"# Bookmarks\n\n0 from 0.\n",
    b'theme = "ink"\n[keymap]\nbookmark = "m"\n',
    b'{\n  "type": "AnnotationCollection",\n  "selector": [{"type": "TextQuoteSelector"}]\n}\n',
    b'{"name":"Marit","note":"no id and no kind"}\n',
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
]


@pytest.mark.parametrize("data", FOREIGN, ids=["article", "markdown", "settings", "json-ld", "json lines", "picture"])
def test_a_file_that_holds_something_else_is_left_alone(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    repository = opened(file)
    assert repository.all() == ()
    assert "no file of bookmarks" in repository.problem
    made = repository.add(FERRY, Span(0, 5), note="waits")
    assert not repository.is_saved(made.id)
    assert not repository.retry()
    assert file.read_bytes() == data
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    file.unlink()
    assert repository.retry()
    assert [a.note for a in opened(file, "other").all()] == ["waits"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\n",
        b"\0" * 80,
        header(),
        header().rstrip(),
        b"\xef\xbb\xbf" + header()[:1],
        header()[:30],
        header()[:30] + b"\0" * 50,
        b"\0" * 300 + b'ose","suffix":"of the pier"}],"paragraph":3,"crc":"01234',
        b'{"kind":"later","n":1}\n',
        b'{"id":"by hand"}',
    ],
)
def test_what_a_power_cut_or_a_hand_may_have_left_is_written_on(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    made = opened(file).add(FERRY, Span(0, 5), note="after")
    assert file.read_bytes().startswith(data)
    assert made.id in {a.id for a in opened(file, "other").all()}


def test_a_file_whose_bookmarks_were_written_over_is_rescued_by_its_backup(file: Path) -> None:
    kept = opened(file).add(FERRY, Span(0, 5), note="kept")
    file.write_bytes(FOREIGN[1])
    repository = opened(file)
    assert [a.id for a in repository.all()] == [kept.id]
    assert repository.is_saved(repository.add(FERRY, Span(6, 9), note="new").id)
    assert {a.note for a in opened(file, "other").all()} == {"kept", "new"}


def test_a_file_that_becomes_another_while_it_is_open_keeps_what_was_read(file: Path) -> None:
    repository = opened(file)
    repository.add(FERRY, Span(0, 5), note="kept")
    for backup in (file.parent / "backups").iterdir():
        backup.unlink()
    file.write_bytes(FOREIGN[0])
    repository.refresh()
    assert [a.note for a in repository.all()] == ["kept"]
    assert not repository.is_saved(repository.add(FERRY, Span(6, 9), note="waits").id)
    assert file.read_bytes() == FOREIGN[0]
