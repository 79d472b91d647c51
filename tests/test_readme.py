"""The README names keys and files that exist."""

from __future__ import annotations

import re
from pathlib import Path

from tui_reader.tui.commands import COMMANDS, key_label

README = Path(__file__).parents[1] / "README.md"


def named_keys() -> list[str]:
    """Every key in the table of keys, as people write it."""
    section = README.read_text(encoding="utf-8").split("## Keys\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return [key for row in rows for cell in row[::2] for code in re.findall(r"`([^`]+)`", cell) for key in code.split()]


def test_every_key_of_the_table_exists() -> None:
    bound = {
        key_label(key).casefold() if len(key_label(key)) > 1 else key_label(key) for c in COMMANDS for key in c.keys
    }
    named = named_keys()
    assert len(named) > 25
    assert {key for key in named if (key if len(key) == 1 else key.casefold()) not in bound} == set()


def test_every_local_link_leads_somewhere() -> None:
    text = README.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert "docs/keys.md" in links
    assert [link for link in links if not (README.parent / link).exists()] == []
