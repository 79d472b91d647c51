"""The repository against a plain dictionary: whatever is done, in whatever order, by however many processes."""

import itertools
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule

from tests.proofs.articles import article
from tests.proofs.disks import HastyDisk
from tui_reader.annotations.record import Clock
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.span import Span
from tui_reader.text.gate import harmless

FERRY = article()
NOTES = st.text(max_size=20)
TAGS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3)


class MovingClock(Clock):
    """A clock that goes where the test wants it to go, backwards too."""

    def __init__(self) -> None:
        super().__init__()
        self.time = 1_700_000_000.0

    def seconds(self) -> float:
        return self.time


class Bookmarks(RuleBasedStateMachine):
    """Two processes of one device share a file; a third works on a copy on another device."""

    ids = Bundle("ids")

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = MovingClock()
        self.numbers = itertools.count()
        self.model: dict[str, tuple[str, tuple[str, ...], bool]] = {}
        self.foreign: list[bytes] = []
        self.open_both()

    def open_both(self) -> None:
        self.readers = [self.open("bookmarks.jsonl", "state") for _ in range(2)]

    def open(self, name: str, state: str) -> AnnotationRepository:
        return AnnotationRepository(self.folder / name, self.folder / state, storage=HastyDisk(), clock=self.clock)

    @property
    def path(self) -> Path:
        return self.folder / "bookmarks.jsonl"

    @rule(target=ids, who=st.integers(0, 1), note=NOTES, tags=TAGS)
    def add(self, who: int, note: str, tags: list[str]) -> str:
        made = self.readers[who].add(FERRY, Span(0, 5 + next(self.numbers) % 40), note=note, tags=tags)
        self.model[made.id] = (harmless(note), tuple(dict.fromkeys(tags)), False)
        return made.id

    @rule(who=st.integers(0, 1), identity=ids, note=NOTES)
    def rewrite(self, who: int, identity: str, note: str) -> None:
        self.readers[who].refresh()
        self.readers[who].change(identity, note=note)
        self.model[identity] = (harmless(note), *self.model[identity][1:])

    @rule(who=st.integers(0, 1), identity=ids, tags=TAGS)
    def tag(self, who: int, identity: str, tags: list[str]) -> None:
        self.readers[who].refresh()
        self.readers[who].change(identity, tags=tags)
        note, _, deleted = self.model[identity]
        self.model[identity] = (note, tuple(dict.fromkeys(tags)), deleted)

    @rule(who=st.integers(0, 1), identity=ids)
    def remove(self, who: int, identity: str) -> None:
        self.readers[who].refresh()
        self.readers[who].remove(identity)
        self.model[identity] = (*self.model[identity][:2], True)

    @rule(who=st.integers(0, 1), identity=ids)
    def undo(self, who: int, identity: str) -> None:
        self.readers[who].refresh()
        self.readers[who].restore(identity)
        self.model[identity] = (*self.model[identity][:2], False)

    @rule()
    def reopen(self) -> None:
        self.open_both()

    @rule(back=st.floats(-1e6, 1e6))
    def move_the_clock(self, back: float) -> None:
        self.clock.time = max(1e9, self.clock.time + back)

    # A file with nothing but a remark is somebody else's, and refused; that has a test of its own.
    @precondition(lambda self: self.path.exists() and b'"id"' in self.path.read_bytes())
    @rule(line=st.sampled_from([b'{"kind":"later","x":1}\n', b'{"kind":"annotation"\n', b"# a remark\n", b"\n"]))
    def write_by_hand(self, line: bytes) -> None:
        with self.path.open("ab") as file:
            file.write(line)
        self.foreign.append(line)

    @rule(target=ids, note=NOTES.filter(lambda note: note.isprintable()))
    def add_by_hand(self, note: str) -> str:
        identity = f"by-hand-{next(self.numbers)}"
        escaped = note.replace("\\", "\\\\").replace('"', '\\"')
        with self.path.open("ab") as file:
            file.write(f'{{"id":"{identity}","note":"{escaped}"}}\n'.encode())
        self.model[identity] = (note, (), False)
        return identity

    @rule(ids=st.lists(ids, min_size=1, max_size=3, unique=True), note=NOTES, here=st.booleans())
    def merge_another_device(self, ids: list[str], note: str, here: bool) -> None:
        """Another device changed a copy; the synchroniser leaves both files, or git joins their lines."""
        if not self.path.exists():
            return
        shutil.copyfile(self.path, self.folder / "copy.jsonl")
        other = self.open("copy.jsonl", "other-state")
        for identity in ids:
            _, tags, deleted = self.model[identity]
            other.change(identity, note=note)
            self.model[identity] = (harmless(note), tags, deleted)
        theirs = (self.folder / "copy.jsonl").read_bytes()
        if here:
            name = f"bookmarks.sync-conflict-20260101-{next(self.numbers)}.jsonl"
            shutil.copyfile(self.folder / "copy.jsonl", self.folder / name)
        else:
            added = theirs[len(self.path.read_bytes()) :]
            with self.path.open("ab") as file:
                file.write(b"<<<<<<< HEAD\n=======\n" + added + b">>>>>>> theirs\n")

    @rule(gone=consumes(ids), note=NOTES)
    def change_on_both_devices(self, gone: str, note: str) -> None:
        """Both notes are kept; which comes first is not promised, so the bookmark leaves the model afterwards."""
        shutil.copyfile(self.path, self.folder / "copy.jsonl")
        other = self.open("copy.jsonl", "other-state")
        other.change(gone, note="theirs " + note, tags=["theirs"])
        self.readers[0].refresh()
        self.readers[0].change(gone, note="mine " + note, tags=["mine"])
        own = self.path.read_bytes()
        theirs = [line for line in (self.folder / "copy.jsonl").read_bytes().splitlines(True) if line not in own]
        self.path.write_bytes(own + b"".join(theirs))
        joined = self.open("bookmarks.jsonl", "state").get(gone)
        assert "mine " + harmless(note) in joined.note
        assert "theirs " + harmless(note) in joined.note
        assert set(joined.tags) == {"mine", "theirs"}
        settled = self.readers[1].change(gone, note="settled")
        assert settled.note == "settled"
        self.model[gone] = ("settled", joined.tags, joined.deleted)

    @invariant()
    def all_agree(self) -> None:
        fresh = self.open("bookmarks.jsonl", "third-state")
        for reader in [*self.readers, fresh]:
            reader.refresh()
            found = {a.id: (a.note, a.tags, a.deleted) for a in reader.all(deleted=True)}
            assert found == self.model
            assert not reader.pending
        if self.foreign:
            data = self.path.read_bytes()
            assert all(data.count(line) >= 1 for line in self.foreign)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


class TestBookmarks(Bookmarks.TestCase):
    settings = settings(max_examples=60, stateful_step_count=20, deadline=None)


@pytest.mark.long
class TestBookmarksLong(Bookmarks.TestCase):
    settings = settings(max_examples=1500, stateful_step_count=40, deadline=None)
