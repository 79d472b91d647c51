"""A few looks, cell by cell, at fixed sizes. Read the difference before accepting it:

READER_UPDATE_LOOKS=1 python -m pytest tests/snapshots
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.conftest import Open, press, screen_text

HERE = Path(__file__).parent
LOOKS = {
    # name: size in cells, keys
    "main": ((100, 30), "j k"),
    "filtered": ((120, 30), "slash k e l l e r"),
    "nothing-found": ((100, 30), "slash q x z v k j"),
    "quotes": ((120, 30), "enter full_stop full_stop tab"),
    "bookmarks": ((120, 30), "enter full_stop b right right b m"),
    "selecting": ((100, 30), "enter v down"),
    "narrow": ((80, 24), "j"),
    "narrow-filter": ((80, 24), "slash k e l l e r"),
    "wide": ((200, 50), "j k"),
}


@pytest.mark.parametrize("name", LOOKS)
async def test_the_look_is_the_one_that_was_accepted(name: str, open_app: Open) -> None:
    size, keys = LOOKS[name]
    async with open_app(size=size) as pilot:
        await press(pilot, keys)
        pilot.app.main.hush()  # type: ignore[attr-defined]
        await pilot.pause()
        text = "\n".join(line.rstrip() for line in screen_text(pilot).splitlines()) + "\n"
    file = HERE / f"{name}.txt"
    if os.environ.get("READER_UPDATE_LOOKS"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"the look changed; see {__doc__}"
