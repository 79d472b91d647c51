"""Writers killed at random moments: `python -m tests.proofs.killing TRIALS FOLDER` prints what was lost as JSON.

Each trial forks one or two writers (and, every third time, one process that compacts the file without pause), lets
them acknowledge bookmarks through a pipe, kills all of them at a random moment, and reads the file anew. A file
grows through a hundred trials, so that old bookmarks are checked as well.
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

import filelock  # noqa: F401 - loaded before the forks, else every child would spend its short life on it

from tests.proofs.articles import article
from tui_reader.annotations import compaction, journal
from tui_reader.annotations.checking import CheckReport
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.span import Span

FERRY = article()
ROUND = 100
LONGEST = 0.03
"""Seconds after the first sign of life within which the writers are killed."""


def write(folder: Path, sign: int) -> None:
    """Add, change and remove without end; tell the id and the note of every acknowledged bookmark."""
    repository = AnnotationRepository(folder / "bookmarks.jsonl", folder / "state")
    number = 0
    while True:
        number += 1
        made = repository.add(FERRY, Span(0, 5), note=f"note {os.getpid()} {number}" + " and words" * (number % 50))
        if repository.is_saved(made.id):
            os.write(sign, f"{made.id}\n".encode())
        if number % 2:
            changed = repository.change(made.id, note=made.note + " changed")
            if repository.is_saved(changed.id):
                os.write(sign, f"{made.id} changed\n".encode())


def squeeze(folder: Path, sign: int) -> None:
    """Compact the file again and again."""
    log = journal.Journal(folder / "bookmarks.jsonl", folder / "state")
    while True:
        with log._guard():
            compaction.compact(log.path, log.clock, log.storage)
        os.write(sign, b"\n")


def fork(work, folder: Path) -> tuple[int, int]:
    ear, sign = os.pipe()
    child = os.fork()
    if child:
        os.close(sign)
        return child, ear
    os.close(ear)
    try:
        work(folder, sign)
    finally:
        os._exit(1)


def trial(folder: Path, number: int, chance: random.Random) -> list[str]:
    """Run and kill the writers of one trial; returns what they acknowledged."""
    workers = [write] * (1 + number % 2) + [squeeze] * (number % 3 == 0)
    children = [fork(work, folder) for work in workers]
    heard = {ear: b"" for _, ear in children}
    deadline = None
    while deadline is None or time.monotonic() < deadline:
        left = None if deadline is None else max(0.0, deadline - time.monotonic())
        for ear in select.select(list(heard), [], [], left)[0]:
            heard[ear] += os.read(ear, 65536)
            if heard[ear].strip():
                deadline = deadline or time.monotonic() + chance.random() * LONGEST
    for child, _ in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    for ear in heard:
        while more := os.read(ear, 65536):
            heard[ear] += more
        os.close(ear)
    whole = b"".join(part[: part.rfind(b"\n") + 1] for part in heard.values())
    return [line for line in whole.decode().splitlines() if line]


def round_of(trials: int, folder: Path, chance: random.Random) -> tuple[dict[str, bool], set[str], CheckReport]:
    """Trials on one file: what was acknowledged (and whether changed), what was lost, and the state of the file."""
    promised: dict[str, bool] = {}
    lost: set[str] = set()
    for number in range(trials):
        for line in trial(folder, number, chance):
            identity, _, changed = line.partition(" ")
            promised[identity] = promised.get(identity, False) or bool(changed)
        if number % 10 == 9 or number == trials - 1:
            fresh = AnnotationRepository(folder / "bookmarks.jsonl", folder / "state")
            found = {a.id: a.note for a in fresh.all(deleted=True)}
            lost |= {i for i, changed in promised.items() if i not in found}
            lost |= {i for i, changed in promised.items() if changed and not found.get(i, "").endswith("changed")}
    return promised, lost, fresh.check()


def main(trials: int, folder: Path) -> dict[str, int]:
    compaction.SMALLEST, compaction.DEAD_SHARE = 2000, 0.05
    chance = random.Random(trials)
    total = {"trials": trials, "acknowledged": 0, "lost": 0, "torn_lines": 0, "records": 0}
    for first in range(0, trials, ROUND):
        promised, lost, report = round_of(min(ROUND, trials - first), folder / str(first), chance)
        total["acknowledged"] += len(promised)
        total["lost"] += len(lost)
        total["torn_lines"] += len(report.broken)
        total["records"] += report.records
    return total


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), Path(sys.argv[2]))))
