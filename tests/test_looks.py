"""What is drawn can be read: the contrast of every look on every ground it is drawn on (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.theme import Theme

from tui_reader.tui.looks import LOOKS
from tui_reader.tui.themes import THEMES

BODY, REST = 7.0, 4.5
COLOURED = [theme for theme in THEMES if not theme.ansi]
"""Themes of the terminal's own colours have none that could be computed."""
TEXT_GROUNDS = ("ink-page", "ink-cursor", "ink-marked", "ink-chosen")
MARGIN = {"page--number", "page--accent"}
NO_TEXT = {"list--rule", "list--bar-far"}
"""Rules between panes and the cursor's bar in a list without the focus: nothing is read from them."""
GROUNDS = {
    "bar": ("ink-bar",),
    "page": TEXT_GROUNDS,
    "list": ("ink-page", "ink-raised", "ink-bar"),
    "speaker": ("ink-page", "ink-raised", "ink-bar"),
}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, the same colour, to 21, black on white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def drawn() -> Iterator[tuple[str, str, str, float]]:
    """Look, foreground, ground and the contrast wanted of everything that is read."""
    for name, (fore, back, _) in LOOKS.items():
        if name in NO_TEXT:
            continue
        grounds = (back,) if back else ("ink-page",) if name in MARGIN else GROUNDS[name.split("--")[0]]
        for ground in grounds:
            yield name, fore or "ink-text", ground, BODY if not fore or fore == "ink-text" else REST
    # The fields and the notes, which Textual draws.
    yield "field", "ink-text", "ink-raised", BODY
    yield "words waiting in a field", "ink-quiet", "ink-raised", REST
    yield "note", "ink-text", "ink-bar", BODY
    yield "under the field's cursor", "input-cursor-foreground", "input-cursor-background", REST
    yield "chosen in a field", "ink-text", "input-selection-background", BODY


def test_the_numbers_are_those_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#ffffff") == 1


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_everything_can_be_read(theme: Theme) -> None:
    pale = [
        f"{name}: {fore} on {ground} {ratio:.2f}, wanted {wanted}"
        for name, fore, ground, wanted in drawn()
        if (ratio := contrast(theme.variables[fore], theme.variables[ground])) < wanted
    ]
    assert pale == []


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_grounds_differ_from_the_page(theme: Theme) -> None:
    grounds = [theme.variables[name] for name in (*TEXT_GROUNDS, "ink-raised")]
    assert all(contrast(grounds[0], ground) > 1.05 for ground in grounds[1:])
    assert len({*grounds[:4]}) == 4


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_look_has_its_variables(theme: Theme) -> None:
    for fore, back, style in LOOKS.values():
        for name in (fore, back, "" if style.startswith("=") else style):
            assert not name or name in theme.variables
