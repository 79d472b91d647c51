"""Where articles come from: folders walked, files named, standard input. Finding and reading are two steps."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from tui_reader.library.formats.registry import SUFFIXES as DOCUMENTS
from tui_reader.model.errors import SourceError, UsageError
from tui_reader.text.gate import harmless_line

SUFFIXES = frozenset([".txt", ".text", ".md", ".markdown"]) | DOCUMENTS
"""What is an article inside a folder; a file that is named is read whatever its suffix."""

LARGEST = 64 * 1024 * 1024
"""Bytes. A larger file is listed with its size and not opened."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that was found, not yet read."""

    name: str
    """Path relative to the folder that was opened, posix slashes, surrogate escapes and all."""
    path: str
    """Absolute path; `-` for standard input."""
    problem: str = ""
    """Why it must not be opened; empty when it may be."""
    note: str = ""
    """Something to tell about it although it can be read: that it is a link."""


class Source(Protocol):
    """A place that holds articles."""

    def entries(self) -> Iterator[Entry]:
        """What is there, in reading order. Nothing is opened; what must not be opened says why."""
        ...

    def read(self, entry: Entry) -> bytes:
        """The bytes of one entry. Raises SourceError."""
        ...

    def holds(self, path: str) -> bool:
        """Whether a file at `path`, were there one, would be an article of this place. Nothing is walked for it."""
        ...


class FileSource:
    """One file that was named: read whatever its suffix is."""

    def __init__(self, path: Path) -> None:
        self.path = os.path.abspath(path)

    def entries(self) -> Iterator[Entry]:
        """The file itself."""
        yield named_entry(os.path.basename(self.path), self.path)

    def read(self, entry: Entry) -> bytes:
        """The bytes of the file. Raises SourceError."""
        return read_file(entry.path)

    def holds(self, path: str) -> bool:
        """Whether it is the file itself, under whatever name."""
        try:
            return os.path.samefile(path, self.path)
        except OSError:
            return False


class DirectorySource:
    """A folder and everything below it: hidden files left out, other kinds of files left out, sorted naturally."""

    def __init__(self, path: Path) -> None:
        self.root = os.path.abspath(path)

    def entries(self) -> Iterator[Entry]:
        """The articles of the folder, and what looks like one and cannot be opened."""
        yield from _Walk(self.root).folder(self.root, "")

    def read(self, entry: Entry) -> bytes:
        """The bytes of one file. Raises SourceError."""
        return read_file(entry.path)

    def holds(self, path: str) -> bool:
        """Whether it lies in the folder, is not hidden, and has the name of an article."""
        ways = ((self.root, os.path.abspath(path)), (os.path.realpath(self.root), os.path.realpath(path)))
        inside = (os.path.relpath(path, root).split(os.sep) for root, path in ways)
        return any(is_article_name(names[-1]) and not any(name[0] == "." for name in names) for names in inside)


class StdinSource:
    """One article on standard input."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def entries(self) -> Iterator[Entry]:
        """The one article."""
        yield Entry(STDIN, STDIN)

    def read(self, entry: Entry) -> bytes:
        """Everything that comes, up to the largest size. Raises SourceError."""
        try:
            data = self.stream.read(LARGEST + 1)
        except OSError as error:
            raise SourceError(_reason(error)) from error
        if len(data) > LARGEST:
            raise SourceError(_too_large(len(data)))
        return data

    def holds(self, path: str) -> bool:
        """No file is."""
        return False


def open_sources(paths: Iterable[str | Path], stdin: BinaryIO | None = None) -> list[Source]:
    """A source for each path; `-` is standard input. Raises UsageError when a path does not exist.

    Nothing is read yet. A path that is neither a folder nor a regular file becomes a source whose one entry says so.
    """
    sources: list[Source] = []
    for path in paths:
        if str(path) == STDIN:
            if stdin is None:
                raise UsageError("standard input cannot be read here")
            sources.append(StdinSource(stdin))
            continue
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            raise UsageError(f"{harmless_line(str(path))}: {_reason(error)}") from error
        except ValueError as error:  # a NUL in the name
            raise UsageError(f"{harmless_line(str(path))}: not a path") from error
        sources.append(DirectorySource(Path(path)) if stat.S_ISDIR(mode) else FileSource(Path(path)))
    return sources


class _Walk:
    """One walk through a folder. Links to folders are followed only where they lead out, each folder once."""

    def __init__(self, root: str) -> None:
        self.real_root = os.path.realpath(root)
        self.seen: set[tuple[int, int]] = set()

    def folder(self, path: str, prefix: str) -> Iterator[Entry]:
        """The entries of one folder, files and folders mixed in natural order."""
        pending = [self._children(path, prefix)]
        while pending:
            child = next(pending[-1], None)
            if child is None:
                pending.pop()
            elif isinstance(child, Entry):
                yield child
            else:
                pending.append(self._children(*child))

    def _children(self, path: str, prefix: str) -> Iterator[Entry | tuple[str, str]]:
        try:
            here = os.stat(path)
            if (here.st_dev, here.st_ino) in self.seen:
                return
            self.seen.add((here.st_dev, here.st_ino))
            with os.scandir(path) as found:
                children = sorted((natural_key(child.name), child) for child in found if child.name[0] != ".")
        except OSError as error:
            yield Entry(prefix.rstrip("/") or os.path.basename(path), path, f"folder not read: {_reason(error)}")
            return
        for _, child in children:
            name = prefix + child.name
            if child.is_symlink():
                yield from self._link(child, name)
            elif child.is_dir(follow_symlinks=False):
                yield child.path, f"{name}/"
            elif is_article_name(child.name):
                problem = "" if child.is_file(follow_symlinks=False) else _special(child.stat(follow_symlinks=False))
                yield Entry(name, child.path, problem)

    def _link(self, child: os.DirEntry[str], name: str) -> Iterator[Entry | tuple[str, str]]:
        try:
            target = os.stat(child.path)
        except OSError as error:
            if is_article_name(child.name):
                yield Entry(name, child.path, f"a link that leads nowhere: {_reason(error)}")
            return
        if stat.S_ISDIR(target.st_mode):
            # A link to a folder inside this one shows nothing new; every loop is one of these.
            real = os.path.realpath(child.path)
            if real != self.real_root and not real.startswith(self.real_root + os.sep):
                yield child.path, f"{name}/"
        elif is_article_name(child.name):
            yield _link_entry(name, child.path, target)


def _link_entry(name: str, path: str, target: os.stat_result) -> Entry:
    leads_to = harmless_line(os.fsencode(os.path.realpath(path)).decode("utf-8", "replace"))
    if not stat.S_ISREG(target.st_mode):
        return Entry(name, path, f"a link to {leads_to}: {_special(target)}")
    if target.st_size == 0:
        # Files of the kernel call themselves regular and empty, and some block or never end when read.
        return Entry(name, path, f"a link to an empty file: {leads_to}")
    return Entry(name, path, note=f"a link to {leads_to}")


def named_entry(name: str, path: str) -> Entry:
    """The file at `path` as it is now."""
    try:
        found, target = os.lstat(path), os.stat(path)
    except OSError as error:
        return Entry(name, path, _reason(error))
    if stat.S_ISLNK(found.st_mode):
        return _link_entry(name, path, target)
    return Entry(name, path, "" if stat.S_ISREG(found.st_mode) else _special(found))


def is_article_name(name: str) -> bool:
    """Whether a file of this name is an article when it is found in a folder."""
    return os.path.splitext(name)[1].lower() in SUFFIXES


_DIGITS = re.compile(r"([0-9]+)")


def natural_key(name: str) -> tuple[tuple[object, ...], str]:
    """A key that sorts `2.txt` before `10.txt` and lower case beside upper case; never equal for two names."""
    parts = _DIGITS.split(name.casefold())
    # Numbers are compared by length, then by digits: a name may hold more digits than an int will parse.
    for index in range(1, len(parts), 2):
        number = parts[index].lstrip("0")
        parts[index] = f"{len(number):03}{number}"
    return tuple(parts), name


def read_file(path: str) -> bytes:
    """The bytes of a regular file. Raises SourceError for anything else, and for what is too large to be an article."""
    try:
        # O_NONBLOCK: if the file was replaced by a pipe meanwhile, opening it must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise SourceError(_reason(error)) from error
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(_special(found))
        if found.st_size > LARGEST:
            raise SourceError(_too_large(found.st_size))
        return _read_all(handle, found.st_size)
    except OSError as error:
        raise SourceError(_reason(error)) from error
    finally:
        os.close(handle)


def _read_all(handle: int, size: int) -> bytes:
    data = os.read(handle, size + 1)
    if len(data) <= size and len(data) == size:
        return data
    chunks = [data]
    total = len(data)
    while data and total <= LARGEST:
        data = os.read(handle, 1 << 20)
        chunks.append(data)
        total += len(data)
    if total > LARGEST:
        raise SourceError(_too_large(total))
    return b"".join(chunks)


def _too_large(size: int) -> str:
    return f"too large: {size / 1024**2:.0f} MB, at most {LARGEST // 1024**2} MB are read"


def _special(found: os.stat_result) -> str:
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    what = next((name for test, name in kinds if test(found.st_mode)), "something else")
    return f"not a regular file but {what}, not opened"


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno is not None:
        if error.errno == errno.ENOENT:
            return "no such file or folder"
        return os.strerror(error.errno).lower()
    return harmless_line(str(error))
