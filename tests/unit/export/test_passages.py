"""Passages as CSV."""

from __future__ import annotations

import csv
import io

from tui_reader.export.passages import COLUMNS, render_passages


def test_what_is_written_is_read_again() -> None:
    row = ["left, with “quotes”", "key\nword", "right", "Title; it", "a.txt", "3", "10", "14", "2024", "", ""]
    text = render_passages([row])
    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert text.endswith("\r\n")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == row


def test_no_cell_is_a_formula() -> None:
    row = ["=1+1", "+x", " -y", "@z", "", "", "", "", "", "", ""]
    cells = list(csv.reader(io.StringIO(render_passages([row]), newline="")))[1]
    assert cells[:4] == ["'=1+1", "'+x", "' -y", "'@z"]
