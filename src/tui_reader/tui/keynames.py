"""Names of keys as Textual gives them, known without importing it: the settings are read without a screen too."""

from __future__ import annotations

import unicodedata
from functools import cache

_NAMED = frozenset(
    [
        "escape",
        "enter",
        "return",
        "tab",
        "space",
        "backspace",
        "insert",
        "delete",
        "home",
        "end",
        "pageup",
        "pagedown",
        "left",
        "right",
        "up",
        "down",
        "newline",
        "caps_lock",
        "scroll_lock",
        "num_lock",
        "print_screen",
        "pause",
        "menu",
        "kp_begin",
        "decimal",
        "divide",
        "multiply",
        "subtract",
        "add",
        "equal",
        "separator",
        "media_play",
        "media_pause",
        "media_play_pause",
        "media_reverse",
        "media_stop",
        "media_fast_forward",
        "media_rewind",
        "media_track_next",
        "media_track_previous",
        "media_record",
        "lower_volume",
        "raise_volume",
        "mute_volume",
    ]
) | {f"f{number}" for number in range(1, 36)}

_FRIENDLY = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names of characters in Unicode, and as keys."""

_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_LAST = 0x3000
"""Hardly any sign that is no letter comes later."""

_CONTROL_AT = "ctrl+@"
"""What `ctrl+space` is to most terminals; the only character that keeps its face behind a modifier."""


def key_name(written: str) -> str | None:
    """The name of the key somebody wrote: `/` and `slash` are `slash`. None for what no key is called.

    Shift makes a capital of a letter (`B`), and modifiers stand in the order of the alphabet (`ctrl+shift+up`).
    """
    if len(written) == 1:
        return _character_name(written)
    if written == _CONTROL_AT:
        return written
    *modifiers, last = written.split("+")
    if modifiers != sorted(set(modifiers) & _MODIFIERS):
        return None
    if last in _NAMED:
        return written
    name = _character_name(last) if len(last) == 1 else _known(last)
    if name is None or modifiers == ["shift"] or ("ctrl" in modifiers and name != name.lower()):
        return None
    return "+".join([*modifiers, name])


def _character_name(character: str) -> str | None:
    if character.isalnum():
        return character
    if not character.isprintable():
        return None
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _FRIENDLY.get(name, name) or None


@cache
def _known(name: str) -> str | None:
    """A name that a character has as a key. Letters are not looked for: they are called by themselves."""
    return next((name for code in range(0x21, _LAST) if _character_name(chr(code)) == name), None)
