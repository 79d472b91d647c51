"""Finds quoted segments by their marks: every system of marks, nested, over paragraphs, unclosed."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from operator import attrgetter

_MARKS = '“”„‟«»"＂「」『』‹›'
"""Every single character that can open or close an outer quotation; quotation marks of one stroke are for `singles`."""

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
_BEFORE = " \t\u00a0\u202f([{/–—―-+>*_#=|"
_LONGEST = 20_000
"""A quotation over several paragraphs longer than this is an unclosed mark."""


_ALL = "“”„‟«»‹›\"＂「」『』‘’‚'`–—―"
_NOISE_COUNT, _NOISE_GAP = 2000, 16
"""So many marks so close together (characters a mark, on average) are no prose, whatever they are."""


def is_noise(text: str) -> bool:
    """Whether the marks of a text stand too close together for any of them to hold speech."""
    if len(text) < _NOISE_COUNT:
        return False
    count = sum(text.count(mark) for mark in _ALL if mark in text)  # to look is much less than to count
    if count + text.count("-") <= _NOISE_COUNT:
        return False
    count += text.count("- ")
    return count > _NOISE_COUNT and len(text) < _NOISE_GAP * count


class Segment:
    """Words between marks."""

    __slots__ = (
        "chained", "cue", "end", "last_paragraph", "mark", "outer_end", "outer_start", "paragraph", "start", "unclosed",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        outer_start: int,
        outer_end: int,
        paragraph: int,
        last_paragraph: int,
        mark: str,
        unclosed: bool = False,
        chained: bool = False,
    ) -> None:
        self.start = start
        """First character of the words."""
        self.end = end
        """One past the last."""
        self.outer_start = outer_start
        """First character of the opening mark."""
        self.outer_end = outer_end
        """One past the closing mark."""
        self.paragraph = paragraph
        """Index of the paragraph it starts in."""
        self.last_paragraph = last_paragraph
        self.mark = mark
        """The opening mark; `dash` for dialogue."""
        self.unclosed = unclosed
        self.cue: tuple[int, int] | None = None
        """The clause with the cue verb, where the form of the quotation already shows it (dialogue)."""
        self.chained = chained
        """Whether it goes on with the words of the segment before, after a cue between them."""

    def copy(self) -> Segment:
        """Another segment like this one."""
        other = Segment(
            self.start, self.end, self.outer_start, self.outer_end,
            self.paragraph, self.last_paragraph, self.mark, self.unclosed, self.chained,
        )  # fmt: skip
        other.cue = self.cue
        return other


class _Open:
    __slots__ = ("children", "inner", "mark", "outer", "paragraph")

    def __init__(self, mark: str, outer: int, inner: int, paragraph: int) -> None:
        self.mark = mark
        self.outer = outer
        self.inner = inner
        self.paragraph = paragraph
        self.children: list[Segment] = []


def every(text: str, mark: str) -> list[int]:
    """Where `mark` stands in `text`."""
    found: list[int] = []
    at = text.find(mark)
    while at >= 0:
        found.append(at)
        at = text.find(mark, at + len(mark))
    return found


def _marks(text: str) -> list[tuple[int, str]]:
    """Every mark and where it stands, in text order."""
    places = {at: mark for mark in _MARKS if mark in text for at in every(text, mark)}
    for mark in ("``", "''"):
        if mark[0] in text and mark in text:
            places.update(dict.fromkeys(every(text, mark), mark))
    for match in re.finditer(r",,(?=\w)", text):
        places[match.start()] = ",,"
    return [(at, places[at]) for at in sorted(places)]


def marked(text: str, paragraphs: list[tuple[int, int]]) -> list[Segment]:
    """Outermost marked segments in text order."""
    found: list[Segment] = []
    marks = _marks(text)
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
            carried = _carry(text, paragraphs, index, stack)
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
        opens = before_char in _BEFORE and not after_char.isspace()
        level = _closes(stack, mark, opens, before_char, after_char, left) if stack else None
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
        return opens or (not nested and mark in '"“' and before in _BEFORE)
    if mark in "“„‟":
        return opens or not (before.isalnum() and after.isspace())
    return mark in _OPENERS or mark in ("``", ",,")


def _carry(text: str, paragraphs: list[tuple[int, int]], index: int, stack: list[_Open]) -> _Open | None:
    """The quotation left open, when the next paragraph repeats its opening mark."""
    if not stack or index + 1 >= len(paragraphs):
        return None
    base = stack[0]
    following = paragraphs[index + 1][0]
    if base.children or following - base.inner > _LONGEST:
        return None
    return base if text.startswith(base.mark, following) else None


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


@cache
def _single() -> re.Pattern[str]:
    return re.compile(r"[‘‚'‹](?=[^\W_]|[„“\"«¿¡…(\[])")


@cache
def _elision() -> re.Pattern[str]:
    return re.compile(r"(?:\d0s|em|tis|twas|n|til|cause|round|bout)\b", re.IGNORECASE)


@cache
def _single_ends() -> re.Pattern[str]:
    return re.compile(r"[’'‘›](?![^\W_])")


_SINGLE_LONGEST = 1500
_SINGLE_CLOSERS = {"‘": "’", "‚": "‘’'", "'": "'", "‹": "›"}


def single_openings(text: str, after: set[int]) -> list[int]:
    """Where a single mark stands that may open: apart from the letters before it, or right `after` a quotation."""
    places = [at for mark in _SINGLE_CLOSERS if mark in text for at in every(text, mark)]
    if not places:
        return places
    return sorted(at for at in places if not text[at - 1].isalnum() or at == 0 or at in after)


def singles(text: str, start: int, end: int, paragraph: int) -> list[Segment]:
    """Segments in single marks within text[start:end]; the caller decides whether a cue makes one speech."""
    found: list[Segment] = []
    opening = _single().search(text, start, end)
    if opening is None:
        return found
    ends = [m.start() for m in _single_ends().finditer(text, opening.end(), end) if not text[m.start() - 1].isspace()]
    at = start
    while opening is not None:
        at = opening.end()
        mark = opening.group()
        opens = opening.start() == start or text[opening.start() - 1] in _BEFORE
        if opens and not (mark == "'" and _elision().match(text, at, end)):
            closing = _single_end(text, at, ends, mark)
            if closing is not None:
                found.append(Segment(at, closing, opening.start(), closing + 1, paragraph, paragraph, mark))
                at = closing + 1
        opening = _single().search(text, at, end)
    return found


def _single_end(text: str, start: int, ends: list[int], mark: str) -> int | None:
    first = bisect_left(ends, start + 1)
    fallback = None
    for at in ends[first : first + 8]:
        if at - start > _SINGLE_LONGEST:
            break
        if text[at] not in _SINGLE_CLOSERS[mark]:
            continue
        if text[at - 1] != "s":
            return at if fallback is None or text[at - 1] in ".,!?…" else fallback
        if fallback is None:
            fallback = at  # `the fans’ fault’`: a plural possessive, unless nothing better follows
    return fallback
