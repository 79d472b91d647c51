"""A small corpus on a real disk, and an app over it whose user folders lie in the test's own folder."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui_reader.config.settings import Settings
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.screens.main import MainScreen
from tui_reader.workspace import open_workspace

HARBOUR = """Harbour plan divides Eastport

Mayor Anna Keller said on Tuesday that the new harbour would open in spring. “We will not raise the fees,” Keller said.

“The ferry stays where it is,” said Tomas Brandt, who runs the crossing. Nobody asked him for figures.

The council meets again in May. Its members have read the report. Most of them called it thin.
"""
MUSEUM = """---
title: A museum for the lighthouse
date: 2024-05-03
language: en
tags: [culture]
---
The keeper of the lighthouse, Maria Okafor, spoke for an hour.

“The lamp was lit every night for ninety years,” she said. The museum opens in June.
"""
PORT = """Burmistrz o porcie: opłaty bez zmian

Burmistrz Anna Keller powiedziała we wtorek: „Nie podniesiemy opłat”. Rada zbierze się w maju.

„Prom zostaje tam, gdzie jest” – powiedział Tomasz Żółw.
"""
LONG = "A long report on the valley\n\n" + "\n\n".join(
    f"Paragraph {n} of the report speaks about the valley and about the river. It has a second sentence, number {n}."
    for n in range(1, 80)
)

Open = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Config, state and cache folders of this test alone."""
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"READER_{name}_DIR", str(tmp_path / "user" / name.lower()))
    monkeypatch.delenv("READER_BOOKMARKS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")  # in fewer colours another theme is the first
    return tmp_path / "user"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Four articles in two languages."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {
        "1-harbour.txt": HARBOUR,
        "2-museum.md": MUSEUM,
        "3-port.txt": PORT,
        "4-valley.txt": LONG,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def open_app(corpus: Path, user_folders: Path) -> Open:
    """Opens the app on the corpus, or on other paths, and waits until it has settled."""

    @asynccontextmanager
    async def opened(
        *paths: Path, size: tuple[int, int] = (120, 36), settings: Settings | None = None
    ) -> AsyncIterator[Pilot[None]]:
        settings = settings or Settings()
        app = ReaderApp(open_workspace(paths or (corpus,), settings, load=False), settings)
        app.main.load_first()
        async with app.run_test(size=size) as pilot:
            app.main.begin_work()
            await settle(pilot)
            app.main.index_articles()
            await settle(pilot)
            yield pilot
            app.main.keep_place()
            app.workspace.memory.save()

    return opened


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no worker runs and every message has been handled."""
    for _ in range(4):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press the keys of a space-separated list one by one, then wait for what they set off."""
    await pilot.press(*keys.split())
    await settle(pilot)


def main(pilot: Pilot[None]) -> MainScreen:
    """The main screen."""
    screen = pilot.app.main  # type: ignore[attr-defined]
    assert isinstance(screen, MainScreen)
    return screen


def screen_text(pilot: Pilot[None]) -> str:
    """What is drawn, as text."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)
