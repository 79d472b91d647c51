"""What is wrong with the bookmark file, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tui_reader.annotations.journal import Journal
from tui_reader.annotations.record import VERSION


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of `reader bookmarks check`."""

    path: Path
    records: int
    """Readable record lines."""
    bookmarks: int
    deleted: int
    broken: tuple[tuple[int, str], ...] = ()
    """Number of each line that could not be read, and why."""
    altered: tuple[int, ...] = ()
    """Numbers of the lines that were read although their checksum does not fit: edited by hand, or damaged."""
    conflicts: int = 0
    """Bookmarks changed on two devices at once; both versions are kept."""
    markers: int = 0
    """Conflict markers of git."""
    copies: tuple[Path, ...] = ()
    """Conflict copies that are merged in."""
    backups: tuple[Path, ...] = ()
    copy: Path | None = None
    """Where the damaged file was set aside."""
    unknown: int = 0
    """Lines of kinds this version does not know."""
    version: int = VERSION
    problems: tuple[str, ...] = ()
    """Everything that is wrong, one line each; empty when the file is sound."""

    @property
    def ok(self) -> bool:
        """Whether every line is as it was written, and everything is saved."""
        return not self.problems


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"


def problems(journal: Journal, unreadable: str) -> list[str]:
    """Everything that is wrong, gravest first."""
    reading, found = journal.reading, []
    if journal.pending:
        where = f"kept in {journal.pending_path}" if journal.pending_path else "ONLY IN MEMORY"
        found.append(f"{len(journal.pending)} not saved ({journal.trouble}); {where}, will be tried again")
    if unreadable:
        found.append(f"{journal.path} cannot be read: {unreadable}")
    if reading.min_reader > VERSION:
        found.append(f"{journal.path} is of a newer version ({reading.version}): it is read, not written")
    if journal.rescued is not None:
        found.append(f"{journal.path} is empty or missing; shown is the backup {journal.rescued}")
    torn = reading.tail and not reading.tail_read
    broken = len(reading.broken) + bool(torn)
    if broken:
        kept = f"; copy kept as {journal.set_aside.name}" if journal.set_aside else ""
        found.append(f"{_lines(broken)} of {journal.path} cannot be read, the rest is loaded{kept}")
    altered = len(reading.faults) - len(reading.broken)
    if altered:
        found.append(f"{_lines(altered)} of {journal.path} changed outside the program (checksum does not fit)")
    return found


def problem(journal: Journal, unreadable: str) -> str:
    """The gravest of them, for the screen. A hand-edited line alone is left to `check`."""
    found = problems(journal, unreadable)
    reading = journal.reading
    quiet = len(reading.faults) > len(reading.broken)
    if quiet:
        found = found[:-1]
    return found[0] if found else ""


def check(journal: Journal, unreadable: str) -> CheckReport:
    """The report on a journal that was just read."""
    reading = journal.reading
    kept = list(reading.heads.kind("annotation"))
    deleted = sum(all(head.deleted for head in heads) for heads in kept)
    broken = [(fault.line, fault.reason) for fault in reading.broken]
    if reading.tail and not reading.tail_read:
        broken.append((reading.lines + 1, "torn: the line has no end"))
    return CheckReport(
        path=journal.path,
        records=reading.records,
        bookmarks=len(kept) - deleted,
        deleted=deleted,
        broken=tuple(broken),
        altered=tuple(fault.line for fault in reading.faults if fault.read),
        conflicts=sum(len(heads) > 1 for heads in kept),
        markers=reading.markers,
        copies=tuple(journal.copies),
        backups=tuple(backup.path for backup in journal.backups.all()),
        copy=journal.set_aside,
        unknown=reading.unknown,
        version=reading.version,
        problems=tuple(problems(journal, unreadable)),
    )
