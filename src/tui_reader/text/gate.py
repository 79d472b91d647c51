"""The one gate for text: every string that comes from a file, a file name or a note is made harmless here, once.

Each harmful character becomes ONE visible character, so offsets never shift. A terminal must never see a control
character that did not come from the program itself: Textual hands them on byte for byte.
"""

from __future__ import annotations

import re

LINE_CONTROLS = "\n\t"
"""Control characters that stay in the text of an article: line feed and tab."""

REPLACEMENT = "\ufffd"


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in LINE_CONTROLS}
    table[0x7F] = "\u2421"
    # C1 controls have no pictures of their own in Unicode; surrogates cannot be written as UTF-8 at all.
    table.update(dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], REPLACEMENT))
    # Bidirectional embeddings, overrides and isolates (UAX #9): they reorder what surrounds them on the screen.
    table.update({0x202A: "⇨", 0x202B: "⇦", 0x202C: "⇥", 0x202D: "⇉", 0x202E: "⇇"})
    table.update({0x2066: "⇾", 0x2067: "⇽", 0x2068: "⇿", 0x2069: "⇥"})
    return table


_HARMFUL = _table()
# The characters of the table as ranges: a class of two thousand single ones takes far longer to compile.
_FIND = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_HARMFUL_IN_LINE = {**_HARMFUL, 0x09: "\u2409", 0x0A: "\u240a"}
_SUBSTITUTES = frozenset(_HARMFUL_IN_LINE.values())


def line_feeds(text: str) -> str:
    """Every line break as one line feed; for a text about to pass the gate, to which a carriage return is harmful."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def harmless(text: str) -> str:
    """Return `text` with every control character and bidirectional override replaced by one visible character.

    Line feed and tab stay. The result has the same length as `text`, and applying the gate twice changes nothing.
    """
    # One search in C is five times faster than a translation, and nearly every text has nothing to translate.
    return text.translate(_HARMFUL) if _FIND.search(text) else text


def harmless_line(text: str) -> str:
    """Like `harmless`, for text that stands on one line (a title, a file name): line feed and tab are replaced too."""
    return text.translate(_HARMFUL_IN_LINE) if not text.isprintable() else text


def may_be_changed(text: str) -> bool:
    """Whether a text that passed the gate may have been another one before: it holds what the gate puts in place."""
    return not _SUBSTITUTES.isdisjoint(text)


def was_changed(before: str, after: str) -> int:
    """How many characters the gate replaced, for the warning shown with the article."""
    return 0 if before is after else sum(a != b for a, b in zip(before, after, strict=True))
