"""The looks everything is drawn in: each name stands for theme variables, never for a colour.

A look is a foreground, a background and a text style, each the name of a theme variable (`themes.py`) or empty. They
are kept here and not as component classes in `reader.tcss`: working out forty component classes was a tenth of the
start-up time (measured), and rows drawn one by one need rich styles anyway.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color
from rich.style import Style

from tui_reader.tui.themes import TINTS

LOOKS: Mapping[str, tuple[str, str, str]] = {
    "bar--name": ("ink-accent", "", "accent-style"),
    "bar--key": ("ink-accent", "", "accent-style"),
    "bar--accent": ("ink-accent", "", ""),
    "bar--quiet": ("ink-quiet", "", "quiet-style"),
    "bar--news": ("ink-text", "", "=bold"),
    "bar--trouble": ("ink-accent", "", "=bold reverse"),
    "page--number": ("ink-quiet", "", "quiet-style"),
    "page--title": ("", "", "=bold"),
    "page--quiet": ("ink-quiet", "", "quiet-style"),
    "page--heading": ("", "", "=bold"),
    "page--label": ("", "", "=italic"),
    "page--blockquote": ("", "", "=italic"),
    "page--code": ("ink-quiet", "", ""),
    "page--accent": ("ink-accent", "", "accent-style"),
    "page--match": ("ink-match", "", "match-style"),
    "page--match-now": ("ink-on-match", "ink-match", "match-now-style"),
    "page--marked": ("", "ink-marked", "marked-style"),
    "page--cursor": ("", "ink-cursor", "cursor-style"),
    "page--chosen": ("", "ink-chosen", "chosen-style"),
    "list--raised": ("", "ink-raised", ""),
    "list--bar": ("ink-accent", "", ""),
    "list--bar-far": ("ink-rule", "", ""),
    "list--title": ("", "", "=bold"),
    "list--plain": ("", "", ""),
    "list--read": ("ink-quiet", "", ""),
    "list--quiet": ("ink-quiet", "", "quiet-style"),
    "list--accent": ("ink-accent", "", "accent-style"),
    "list--match": ("ink-match", "", "match-style"),
    "list--rule": ("ink-rule", "", ""),
    "speaker--0": ("ink-quiet", "", ""),
    **{f"speaker--{number}": (f"speaker-{number}", "", "=bold") for number in range(1, TINTS + 1)},
}
"""Foreground, background and style of each name; a style after `=` is meant as it stands, whatever the theme.

`speaker--0` is for words whose speaker was not found."""


def style_of(name: str, variables: Mapping[str, str]) -> Style:
    """The rich style of the look `name` under a theme's variables. Raises KeyError for a name nobody defined."""
    fore, back, text = LOOKS[name]
    words = text[1:] if text.startswith("=") else variables.get(text, "none")
    style = Style.parse(words) if words != "none" else Style()
    return style + Style(color=_colour(variables, fore), bgcolor=_colour(variables, back))


def _colour(variables: Mapping[str, str], name: str) -> Color | None:
    if not name:
        return None
    # Textual writes `ansi_bright_red` where rich writes `bright_red`.
    return Color.parse(variables[name].removeprefix("ansi_"))
