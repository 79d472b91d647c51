"""The built-in themes: Ink, Paper, Contrast, Terminal, Mono. Colours live here and nowhere else.

Body text keeps a contrast of at least 7:1 with its background and everything else at least 4.5:1 (WCAG 2.2, AAA and
AA); a test computes it. The speaker tints are the hues of Okabe and Ito's palette for colour-blind readers, their
lightness moved per theme until the contrast holds.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

TINTS = 7
"""Speakers told apart by colour; the eighth shares the first one's, and the name always stands beside it."""

_STYLES = {
    "match-style": "underline",
    "match-now-style": "bold",
    "cursor-style": "none",
    "marked-style": "none",
    "chosen-style": "none",
    "accent-style": "bold",
    "quiet-style": "none",
}
"""Text styles of themes that have colours to tell things apart; Mono replaces all of them."""


def _theme(
    name: str, dark: bool, colours: Mapping[str, str], tints: list[str], ansi: bool = False, **styles: str
) -> Theme:
    """A Textual theme whose variables are what `reader.tcss` speaks of."""
    variables = {**_STYLES, **{key.replace("_", "-"): value for key, value in styles.items()}}
    variables |= {f"ink-{key}": value for key, value in colours.items()}
    variables |= {f"speaker-{number}": tint for number, tint in enumerate(tints, 1)}
    variables |= {
        # Textual asks for these two of every theme that keeps the terminal's own colours.
        "ansi-background": colours["page"],
        "ansi-foreground": colours["text"],
        "input-cursor-background": colours["accent"],
        "input-cursor-foreground": colours["page"],
        "input-selection-background": colours["chosen"],
        "block-cursor-foreground": colours["text"],
        "block-cursor-background": colours["raised"],
    }
    return Theme(
        name=name,
        primary=colours["accent"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=colours["page"],
        surface=colours["page"],
        panel=colours["bar"],
        dark=dark,
        variables=variables,
        ansi=ansi,
    )


_INK = {
    "page": "#1c1b19",
    "bar": "#211f1d",
    "text": "#e6e1d6",
    "quiet": "#a79f92",
    "accent": "#ea7358",
    "match": "#f2c14e",
    "on-match": "#1c1b19",
    "rule": "#3a3733",
    "raised": "#2c2a26",
    "cursor": "#2a2824",
    "marked": "#43291f",
    "chosen": "#3c3729",
}
_PAPER = {
    "page": "#faf7f0",
    "bar": "#f3eee2",
    "text": "#2b2826",
    "quiet": "#665f55",
    "accent": "#ad3d25",
    "match": "#8f5400",
    "on-match": "#faf7f0",
    "rule": "#d8d2c4",
    "raised": "#f0eadc",
    "cursor": "#f1ecdf",
    "marked": "#f6e0c8",
    "chosen": "#ebe0c4",
}
_CONTRAST = {
    "page": "#000000",
    "bar": "#000000",
    "text": "#ffffff",
    "quiet": "#d0d0d0",
    "accent": "#ffb000",
    "match": "#ffff00",
    "on-match": "#000000",
    "rule": "#808080",
    "raised": "#303030",
    "cursor": "#262626",
    "marked": "#4a2a00",
    "chosen": "#003a7a",
}
_DEFAULT = "ansi_default"
_TERMINAL = {
    **dict.fromkeys(_INK, _DEFAULT),
    "accent": "ansi_red",
    "match": "ansi_yellow",
    "rule": "ansi_bright_black",
}
_MONO = dict.fromkeys(_INK, _DEFAULT)
_PLAIN = {
    "match_style": "bold underline",
    "match_now_style": "reverse",
    "marked_style": "underline",
    "cursor_style": "bold",
    "chosen_style": "reverse",
    "accent_style": "bold",
    "quiet_style": "dim",
}
"""What tells things apart where no background can be trusted."""

_DARK_TINTS = ["#6fb3dc", "#e5a54b", "#7cc39a", "#d28ab8", "#e0d35a", "#9aa8ee", "#ee9673"]
_LIGHT_TINTS = ["#1f6f9f", "#935800", "#00735a", "#9c4179", "#6e6400", "#4a55a8", "#b04400"]
_CONTRAST_TINTS = ["#8fd0ff", "#ffc060", "#90f0c0", "#ffa8d8", "#fff070", "#b8c4ff", "#ffb090"]
_ANSI_TINTS = ["ansi_blue", "ansi_yellow", "ansi_green", "ansi_magenta", "ansi_cyan", "ansi_red", "ansi_bright_blue"]

THEMES = (
    _theme("ink", True, _INK, _DARK_TINTS),
    _theme("paper", False, _PAPER, _LIGHT_TINTS),
    _theme("contrast", True, _CONTRAST, _CONTRAST_TINTS, cursor_style="bold"),
    _theme("terminal", True, _TERMINAL, _ANSI_TINTS, ansi=True, **_PLAIN),
    _theme("mono", True, _MONO, [_DEFAULT] * TINTS, ansi=True, **_PLAIN),
)
THEME_NAMES = tuple(theme.name for theme in THEMES)
