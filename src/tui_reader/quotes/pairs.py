"""Quoted segments between double marks: every system of marks, nested, over paragraphs, unclosed."""

from __future__ import annotations

import re
from operator import attrgetter

from tui_reader.quotes.marks import BEFORE, DOUBLE, Segment, every

_CLOSERS = {
    "“": '”“"‟',
    "‟": '”"',
    "„": '”“"»',
    "«": "»",
    "»": "«»",
    "”": "”",
    '"': '"”“',
    "＂": "＂",
    "「": "」",
    "『": "』",
    "‹": "›",
    "›": "‹",
    "``": "''\"",
    "''": "''\"",
    ",,": "''\"”“",
}
"""Opening mark to the marks that may close it. German and Polish texts mix the closing forms."""
_OPENERS = '“‟„«"＂「『‹'
_ALONE = '"＂”»›'
"""Marks that open only where the context says so."""
_PARAGRAPHS_ON = 4
"""In how many paragraphs below a mark may close a quotation whose opening mark is not repeated."""
_LONGEST = 20_000
"""A quotation over several paragraphs longer than this is an unclosed mark."""


class _Open:
    __slots__ = ("children", "inner", "mark", "outer", "paragraph")

    def __init__(self, mark: str, outer: int, inner: int, paragraph: int) -> None:
        self.mark = mark
        self.outer = outer
        self.inner = inner
        self.paragraph = paragraph
        self.children: list[Segment] = []


def _places(text: str, present: str) -> list[tuple[int, str]]:
    """Every mark and where it stands, in text order."""
    found = [(at, mark) for mark in present if mark in DOUBLE for at in every(text, mark)]
    for mark in ("``", "''"):
        if mark[0] in present and mark in text:
            found += [(at, mark) for at in every(text, mark)]
    if ",," in text:
        found += [(match.start(), ",,") for match in re.finditer(r",,(?=\w)", text)]
    found.sort()
    return found


def marked(text: str, paragraphs: list[tuple[int, int]], present: str) -> list[Segment]:
    """Outermost marked segments in text order; `present` are the marks of the text."""
    found: list[Segment] = []
    marks = _places(text, present)
    carried: _Open | None = None
    at = 0
    for index, (start, end) in enumerate(paragraphs):
        first = at
        while at < len(marks) and marks[at][0] < end:
            at += 1
        if first == at and carried is None:
            if at == len(marks):
                break
            continue
        stack: list[_Open] = [carried] if carried else []
        skip_first = carried is not None
        inside = marks[first:at]
        _paragraph(text, (start, end), index, inside, stack, found, skip_first)
        carried = None
        if stack:
            carried = _carry(text, paragraphs, index, stack, marks[at] if at < len(marks) else None)
            if carried is None:
                found += _unclosed(stack[0], end, index)
    found.sort(key=attrgetter("start"))
    return found


def _paragraph(
    text: str,
    span: tuple[int, int],
    index: int,
    marks: list[tuple[int, str]],
    stack: list[_Open],
    found: list[Segment],
    skip_first: bool,
) -> None:
    start, end = span
    left = len(marks)
    for at, mark in marks:
        left -= 1
        if skip_first:
            skip_first = False
            if at == start:
                continue
        after = at + len(mark)
        before_char = text[at - 1] if at > start else " "
        after_char = text[after] if after < end else " "
        opens = before_char in BEFORE and not after_char.isspace()
        level: int | None = None
        if stack:
            level = len(stack) - 1
            if mark != "”" or stack[-1].mark != "“":  # most are as simple
                level = _closes(stack, mark, opens, before_char, after_char, left)
        if level is not None:
            top = stack[level]
            del stack[level:]
            segment = Segment(top.inner, at, top.outer, after, top.paragraph, index, top.mark)
            if stack:
                if len(stack) == 1:
                    stack[0].children.append(segment)
            else:
                found.append(segment)
        elif len(stack) < 8 and _opens(mark, opens, before_char, after_char, bool(stack)):
            stack.append(_Open(mark, at, after, index))


def _closes(stack: list[_Open], mark: str, opens: bool, before: str, after: str, left: int) -> int | None:
    """Level of the stack that `mark` closes, None when it closes nothing."""
    for level in range(len(stack) - 1, -1, -1):
        opener = stack[level].mark
        if mark not in _CLOSERS[opener]:
            continue
        if mark == "»" and opener == "„" and opens:
            return None  # „A »B« C”
        if mark == opener or mark in '"“':
            if opens and (mark != opener or after.isalnum() or after in "„«‘'…["):
                # A mark after a space and before a word opens again: „o “x” y”, "on "x" y".
                return None
            if mark == '"' and before.isdigit() and after == " " and left % 2 == 1:
                return None  # 27" inside a quotation
        return level
    return None


def _opens(mark: str, opens: bool, before: str, after: str, nested: bool) -> bool:
    if mark == '"' and before.isdigit():
        return False
    if mark in _ALONE or mark == "''":
        return opens or (not nested and mark in '"“' and before in BEFORE)
    if mark in "“„‟":
        return opens or not (before.isalnum() and after.isspace())
    return mark in _OPENERS or mark in ("``", ",,")


def _carry(
    text: str, paragraphs: list[tuple[int, int]], index: int, stack: list[_Open], following_mark: tuple[int, str] | None
) -> _Open | None:
    """The quotation left open, when the next paragraph repeats its opening mark or the following mark closes it."""
    if not stack or index + 1 >= len(paragraphs):
        return None
    base = stack[0]
    following = paragraphs[index + 1][0]
    if base.children or following - base.inner > _LONGEST:
        return None
    if text.startswith(base.mark, following) or (base.mark == "«" and text.startswith("»", following)):
        return base
    return (
        base if following_mark is not None and _closes_below(text, paragraphs, index, base, *following_mark) else None
    )


def _closes_below(text: str, paragraphs: list[tuple[int, int]], index: int, base: _Open, at: int, mark: str) -> bool:
    """Whether a mark in one of the next paragraphs can do nothing but close what is open: „A.\\n\\nB“, sagte Berg."""
    last = min(index + _PARAGRAPHS_ON, len(paragraphs) - 1)
    if at >= paragraphs[last][1] or mark == base.mark or mark not in _CLOSERS[base.mark]:
        return False
    if mark == '"' and base.mark != "„":
        return False
    after = text[at + len(mark) : at + len(mark) + 1]
    return not text[at - 1].isspace() and text[at - 1] not in BEFORE and not after.isalnum()


def _unclosed(base: _Open, end: int, index: int) -> list[Segment]:
    """What an unclosed mark leaves: the whole segments inside it, and itself up to the first of them."""
    stop = base.children[0].outer_start if base.children else end
    rest = Segment(
        base.inner,
        max(stop, base.inner),
        base.outer,
        max(stop, base.inner),
        base.paragraph,
        index,
        base.mark,
        unclosed=True,
    )
    return [rest, *base.children]
