"""Disks that fail: one that refuses the n-th call, and a model of one that loses power."""

import contextlib
import errno
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tui_reader.annotations.storage import FileFacts, Storage

CALLS = (
    *("open", "read", "write", "fsync", "ftruncate", "fchmod", "close", "replace", "unlink"),
    *("fsync_folder", "stat", "fstat", "listdir", "makedirs", "lock"),
)
"""What can fail. (`realpath` asks the system nothing that could be refused and matter.)"""


class HastyDisk(Storage):
    """The real disk without waiting for the platter, for tests in which nothing loses power."""

    def fsync(self, handle: int) -> None:
        """Nothing to wait for."""

    def fsync_folder(self, folder: Path) -> None:
        """Nothing to wait for."""


class FailingDisk(Storage):
    """The real disk, but call number `at` fails with `code` (0: a short write); `forever`: and all after it."""

    def __init__(self, at: int, code: int, *, forever: bool = False) -> None:
        self.at, self.code, self.forever, self.count = at, code, forever, 0

    def _due(self) -> bool:
        self.count += 1
        return self.count == self.at or (self.forever and self.count > self.at)

    def _refuse(self) -> None:
        if self.code and self._due():
            raise OSError(self.code, os.strerror(self.code))

    def write(self, handle: int, data: bytes) -> int:
        if self._due():
            if self.code:
                raise OSError(self.code, os.strerror(self.code))
            return super().write(handle, data[: max(1, len(data) // 2)])
        return super().write(handle, data)

    def fsync(self, handle: int) -> None:
        self._refuse()  # Nothing here loses power; waiting for the platter would only take time.

    def fsync_folder(self, folder: Path) -> None:
        self._refuse()

    def close(self, handle: int) -> None:
        super().close(handle)
        self._refuse()

    @contextlib.contextmanager
    def lock(self, path: Path, seconds: float = 5.0) -> Iterator[None]:
        self._refuse()
        with super().lock(path, seconds):
            yield


def _failing(name: str):
    real = getattr(Storage, name)

    def call(self, *arguments, **named):
        self._refuse()
        return real(self, *arguments, **named)

    return call


for _name in set(CALLS) - {"write", "close", "lock", "fsync", "fsync_folder"}:
    setattr(FailingDisk, _name, _failing(_name))


@dataclass
class ModelFile:
    """A file: what the program sees, and what is sure to be on the platter."""

    content: bytes = b""
    durable: bytes = b""
    mode: int = 0o100600
    changed: int = 0


@dataclass
class ModelDisk(Storage):
    """A disk in memory. Names and contents reach the platter by fsync only; before, any part of them may."""

    names: dict[Path, ModelFile] = field(default_factory=dict)
    durable_names: dict[Path, ModelFile] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=lambda: {Path("/")})
    durable_folders: set[Path] = field(default_factory=lambda: {Path("/")})
    handles: dict[int, tuple[ModelFile, int]] = field(default_factory=dict)
    moments: list["Moment"] | None = None
    acknowledged: int = 0
    clock: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def moment(self) -> None:
        """Remember every state a power cut could leave now."""
        if self.moments is not None:
            self.moments.extend(Moment(state, self.acknowledged) for state in self.after_power_cut())

    def after_power_cut(self) -> Iterator["ModelDisk"]:
        for names in self._possible_names():
            files = list({id(file): file for file in names.values()}.values())
            # Each file on its own: the others keep what is durable, or all reached the platter.
            base = [{id(f): f.durable for f in files}, {id(f): f.content for f in files}]
            for contents in base:
                yield self._state(names, contents)
            for file in files:
                for content in _torn(file.durable, file.content):
                    yield self._state(names, {**base[0], id(file): content})

    def _possible_names(self) -> Iterator[dict[Path, ModelFile]]:
        yield self.durable_names
        if self.names != self.durable_names:
            yield self.names
            for path in set(self.names) ^ set(self.durable_names):
                one = dict(self.durable_names)
                if path in self.names:
                    one[path] = self.names[path]
                else:
                    del one[path]
                yield one

    def _state(self, names: dict[Path, ModelFile], contents: dict[int, bytes]) -> "ModelDisk":
        files = {path: ModelFile(contents[id(f)], contents[id(f)], f.mode, 1) for path, f in names.items()}
        kept = {path: file for path, file in files.items() if path.parent in self.durable_folders}
        return ModelDisk(dict(kept), dict(kept), set(self.durable_folders), set(self.durable_folders))

    # The calls

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        file = self.names.get(path)
        if file is None:
            if not flags & os.O_CREAT or path.parent not in self.folders:
                raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
            file = self.names[path] = ModelFile(mode=0o100000 | mode)
        if flags & os.O_TRUNC:
            file.content = b""
        handle = next(self.clock)
        self.handles[handle] = (file, flags)
        self.moment()
        return handle

    def read(self, handle: int, size: int, offset: int) -> bytes:
        return self.handles[handle][0].content[offset : offset + size]

    def write(self, handle: int, data: bytes) -> int:
        file = self.handles[handle][0]
        file.content += data  # Every writer here appends, or has truncated before.
        file.changed = next(self.clock)
        self.moment()
        return len(data)

    def fsync(self, handle: int) -> None:
        file = self.handles[handle][0]
        file.durable = file.content
        self.moment()

    def ftruncate(self, handle: int, size: int) -> None:
        file = self.handles[handle][0]
        file.content = file.content[:size]
        self.moment()

    def fchmod(self, handle: int, mode: int) -> None:
        self.handles[handle][0].mode = 0o100000 | (mode & 0o777)

    def close(self, handle: int) -> None:
        del self.handles[handle]

    def replace(self, source: Path, target: Path) -> None:
        self.names[target] = self.names.pop(source)
        self.moment()

    def unlink(self, path: Path) -> None:
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        del self.names[path]
        self.moment()

    def fsync_folder(self, folder: Path) -> None:
        for names in (self.durable_names, self.names):
            for path in [p for p in names if p.parent == folder]:
                if path in self.names:
                    self.durable_names[path] = self.names[path]
                else:
                    del self.durable_names[path]
        self.durable_folders |= {f for f in self.folders if f.parent == folder}
        self.moment()

    def stat(self, path: Path) -> FileFacts:
        if path in self.folders:
            names = sorted(p.name for p in self.names if p.parent == path)
            return FileFacts(len(names), hash(tuple(names)), 1, 0o040700)
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        return self._facts(self.names[path])

    def fstat(self, handle: int) -> FileFacts:
        return self._facts(self.handles[handle][0])

    def _facts(self, file: ModelFile) -> FileFacts:
        return FileFacts(len(file.content), file.changed, id(file), file.mode)

    def listdir(self, folder: Path) -> list[str]:
        if folder not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(folder))
        return [path.name for path in self.names if path.parent == folder]

    def makedirs(self, folder: Path) -> None:
        self.folders |= {folder, *folder.parents}
        self.moment()

    def realpath(self, path: Path) -> Path:
        return path

    @contextlib.contextmanager
    def lock(self, path: Path, seconds: float = 5.0) -> Iterator[None]:
        yield


@dataclass
class Moment:
    """A state of the disk after a power cut, and how many saves had been acknowledged by then."""

    disk: ModelDisk
    acknowledged: int


def _torn(durable: bytes, content: bytes) -> Iterator[bytes]:
    """What may stand on the platter of bytes that were written and not synced."""
    if content == durable:
        return
    pairs = zip(durable, content, strict=False)
    common = next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(durable), len(content)))
    fresh = content[common:]
    for share in (1, len(fresh) // 2, len(fresh) - 1):
        yield content[: common + share]
    yield content[:common] + b"\0" * len(fresh)
    half = len(fresh) // 2
    yield content[:common] + b"\0" * half + fresh[half:]
    yield content[:common] + fresh[:half] + b"\0" * (len(fresh) - half)
