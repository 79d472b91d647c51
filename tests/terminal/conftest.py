from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.terminal.pseudo_terminal import READER, PseudoTerminal

Start = Callable[..., PseudoTerminal]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Where the config, state and cache folders of this test's reader lie."""
    return tmp_path / "user"


@pytest.fixture
def environment(folders: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """A terminal with true colours, and no wish of the machine's own."""
    for name in ("NO_COLOR", "READER_BOOKMARKS", "TMUX", "STY", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    user = {f"READER_{name}_DIR": str(folders / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    return {**user, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


@pytest.fixture
def reader(environment: Mapping[str, str], request: pytest.FixtureRequest) -> Start:
    """`reader(*words, size=..., stdin=..., stderr=..., **environment)` in a pseudo-terminal; ended with the test."""

    def start(
        *words: object,
        size: tuple[int, int] = (120, 34),
        stdin: bytes | None = None,
        stderr: Path | None = None,
        **more: str,
    ) -> PseudoTerminal:
        argv = [*READER, *(word if isinstance(word, Path) else str(word) for word in words)]
        terminal = PseudoTerminal(argv, {**environment, **more}, size, stdin, stderr)
        request.addfinalizer(lambda: terminal.__exit__(None, None, None))
        return terminal

    return start
