"""Quotation marks of every system: which stand in a text, whether they are prose, and the words between two of them."""

from __future__ import annotations

DOUBLE = '“”„‟«»"＂「」『』‹›'
"""Every single character that can open or close an outer quotation; quotation marks of one stroke are for `singles`."""
_ALL = "“”„‟«»‹›\"＂「」『』‘’‚'`–—―"
BEFORE = " \t\u00a0\u202f([{/–—―-+>*_#=|"
"""What may stand before a mark that opens."""
_NOISE_COUNT, _NOISE_GAP = 2000, 16
"""So many marks or quotations so close together (characters to one, on average) are no prose, whatever they are."""


def present(text: str) -> str:
    """The marks and dashes that stand in a text, each once."""
    return "".join([mark for mark in _ALL if mark in text])


def is_noise(text: str, marks: str) -> bool:
    """Whether the `marks` of a text stand too close together for any of them to hold speech."""
    if len(text) < _NOISE_COUNT:
        return False
    count = sum([text.count(mark) for mark in marks])
    if count + text.count("-") <= _NOISE_COUNT:
        return False
    return crowded(count + text.count("- "), len(text))


def crowded(count: int, size: int) -> bool:
    """Whether so many marks, or so many quotations, in a text of `size` characters are no prose."""
    return count > _NOISE_COUNT and size < _NOISE_GAP * count


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
        """The opening mark; `dash` for dialogue, `label` for a turn behind a name."""
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


def every(text: str, mark: str) -> list[int]:
    """Where `mark` stands in `text`."""
    found: list[int] = []
    at = text.find(mark)
    while at >= 0:
        found.append(at)
        at = text.find(mark, at + len(mark))
    return found
