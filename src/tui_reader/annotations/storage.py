"""Every storage call of the bookmarks goes through this class, so that a test can make the n-th one fail.

`Storage` is the real disk. Tests put a failing one, or a model of a disk that loses power, in its place.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LOCK_SECONDS = 5.0
"""How long a save waits for another reader before it goes to the pending file instead."""

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What tells one state of a file from another."""

    size: int
    modified_ns: int
    inode: int
    mode: int

    @property
    def writable(self) -> bool:
        """Whether anybody may write: the super-user could write a file that was made read-only on purpose."""
        return bool(self.mode & 0o222)


class Storage:
    """The disk. Every method raises OSError as the system call does."""

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        """Open a file; `mode` counts when it is made."""
        return os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), mode)

    def read(self, handle: int, size: int, offset: int) -> bytes:
        """At most `size` bytes from `offset`."""
        os.lseek(handle, offset, os.SEEK_SET)
        return os.read(handle, size)

    def write(self, handle: int, data: bytes) -> int:
        """Write once; says how many bytes went in, which may be fewer than given."""
        return os.write(handle, data)

    def fsync(self, handle: int) -> None:
        """Return when the bytes are on the disk itself."""
        os.fsync(handle)

    def ftruncate(self, handle: int, size: int) -> None:
        """Cut the file to `size` bytes."""
        os.ftruncate(handle, size)

    def fchmod(self, handle: int, mode: int) -> None:
        """Give the file the permissions `mode`."""
        if hasattr(os, "fchmod"):
            os.fchmod(handle, stat.S_IMODE(mode))

    def close(self, handle: int) -> None:
        """Close the file."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target`, in one step."""
        os.replace(source, target)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        os.unlink(path)

    def fsync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable (needed after a file was made or replaced; POSIX only)."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def stat(self, path: Path) -> FileFacts:
        """Facts of the file `path` leads to."""
        facts = os.stat(path)
        return FileFacts(facts.st_size, facts.st_mtime_ns, facts.st_ino, facts.st_mode)

    def fstat(self, handle: int) -> FileFacts:
        """Facts of an open file."""
        facts = os.fstat(handle)
        return FileFacts(facts.st_size, facts.st_mtime_ns, facts.st_ino, facts.st_mode)

    def listdir(self, folder: Path) -> list[str]:
        """Names in a folder."""
        return os.listdir(folder)

    def makedirs(self, folder: Path) -> None:
        """Make a folder and those above it, private to the user."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def realpath(self, path: Path) -> Path:
        """The file a chain of symbolic links leads to; replacing the link itself would cut it."""
        return Path(os.path.realpath(path))

    @contextlib.contextmanager
    def lock(self, path: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
        """Hold the side lock `path`. Raises OSError (TimeoutError when another reader keeps it too long)."""
        import filelock

        guard = filelock.FileLock(path, timeout=seconds)
        try:
            guard.acquire()
        except filelock.Timeout as error:
            raise TimeoutError(f"another reader is writing ({path})") from error
        except NotImplementedError as error:
            raise OSError(f"this file system cannot lock {path}") from error
        try:
            yield
        finally:
            guard.release()

    # The rest is made of the calls above.

    def read_file(self, path: Path, offset: int = 0) -> tuple[bytes, FileFacts]:
        """The bytes of a file from `offset` on, and its facts as they were then."""
        handle = self.open(path, os.O_RDONLY)
        try:
            facts = self.fstat(handle)
            pieces = []
            while piece := self.read(handle, CHUNK, offset):
                pieces.append(piece)
                offset += len(piece)
        finally:
            self.close(handle)
        return b"".join(pieces), facts

    def write_all(self, handle: int, data: bytes) -> None:
        """Write every byte; one call unless the system takes fewer."""
        while data:
            written = self.write(handle, data)
            if written <= 0:
                raise OSError("the disk took no bytes")
            data = data[written:]

    def write_file(self, path: Path, data: bytes, mode: int = 0o600) -> None:
        """Write a whole file so that it is either the old one or the new one, whatever happens."""
        temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
        handle = self.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        try:
            try:
                self.fchmod(handle, mode)
                self.write_all(handle, data)
                self.fsync(handle)
            finally:
                self.close(handle)
            self.replace(temporary, path)
        except OSError:
            with contextlib.suppress(OSError):
                self.unlink(temporary)
            raise
        self.fsync_folder(path.parent)
