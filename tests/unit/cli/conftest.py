"""A reader with folders of its own, and a folder of articles by invented people."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui_reader.__main__ import main

HARBOUR = """Council Opens the New Harbour

The council of Northmere opened its new harbour on Tuesday. Nearly two thousand people came to see the first ships.
“We waited for nine years,” said Ada Winterbourne, the mayor. “Nobody believed it any more.”
Tomas Ferrow, head of the port:
“The first ship came before the paint was dry.”
The boat “Saint Brendan” is to lie here from May.
"""

RIVER = """---
title: The River Report
date: 2024-03-09
language: en
---

The report was read aloud on Saturday, and the council listened.

“The river does not read reports,” Winterbourne told the board in Northmere.
"""


@dataclass
class Answer:
    """What one run said."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON objects of standard output."""
        return [json.loads(line) for line in self.out.split("\n") if line]


Reader = Callable[..., Answer]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "river.md").write_text(RIVER, encoding="utf-8")
    return folder


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Reader:
    """`reader(*words)` as typed in a shell whose user folders are empty."""
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"READER_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.delenv("READER_BOOKMARKS", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("CLICOLOR_FORCE", raising=False)

    def run(*words: object) -> Answer:
        code = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Answer(code, out.decode("utf-8"), err.decode("utf-8"))

    return run
