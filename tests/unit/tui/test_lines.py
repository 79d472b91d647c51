"""One line of a pane, from stretches of text."""

from __future__ import annotations

import pytest
from rich.style import Style

from tui_reader.tui.widgets.lines import strip

PLAIN = Style()


@pytest.mark.parametrize("width", range(1, 45))
def test_what_does_not_fit_is_cut_with_one_ellipsis(width: int) -> None:
    parts = ["typo · en · 2023-07-23 · 1 min · “3", " ◆2", " · read", " · !"]
    whole = "".join(parts)
    line = strip([(part, PLAIN) for part in parts], width, PLAIN)
    assert line.cell_length == width
    assert line.text.count("…") <= 1
    shown = line.text.rstrip()
    assert whole.startswith(shown.removesuffix("…").rstrip())
    assert shown == whole if width >= len(whole) else len(shown) <= width


def test_the_right_side_wins() -> None:
    line = strip([("Harbour plan", PLAIN), (" · read", PLAIN)], 12, PLAIN, [(" 45", PLAIN)])
    assert line.text == "Harbour…  45"
