"""The title of an article, found even where there is none: a heading, a first line that is one, a first sentence."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.library.frontmatter import one_line
from tui_reader.model.cutting import SENTENCE_END
from tui_reader.model.junk import junk_reason
from tui_reader.model.span import Span

LONGEST_LINE = 160
"""A first line up to this length may be a headline."""

LONGEST_SENTENCE = 100
"""A sentence that serves as a title is cut here, at a word."""

MOST_LINES = 12
"""How far down a title is looked for."""

_HASHES = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t#]*$")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3}|`)(?=\S)([^*_`]*?[^*_`\s])\1(?!\w)")
_SENTENCE_BREAK = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[\"“„«‘(]?[^\W\d_a-zа-яёіїєґўąćęłńóśźż])|[。！？]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“„«])(?:[^\W\d_]|[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[Ss]t|[Gg]en|[Ss]en|[Gg]ov|[Ll]t|[Cc]ol|[Cc]apt|[Rr]ep|No"
    r"|vs|ul|im|pl|al|np|ks|gen|płk|mjr|inż|ok|św|tys|гг?|им|ул|см|Nr|bzw|ca|Abs|Sra?|[^\W\d_]\.[^\W\d_])\.$"
)
_SHORT_WORDS_AT_END = re.compile(r"(?: [^\W\d_]{1,3}[.,]?){1,3}$")
_BYLINE = re.compile(r"[*_]*(?:by|autor|author|автор|von|par|por)\b:?\s+[^\W\d_]", re.IGNORECASE)
_NUMBERS = re.compile(r"[\W\d_]*$")


class Title(NamedTuple):
    """A title, how it was found, and where it stands when it is a block of its own."""

    text: str
    origin: str
    span: Span | None = None


class Found(NamedTuple):
    """What a title is looked for in: a text, and start and end of the first blocks after its front matter."""

    text: str
    body: int
    blocks: Sequence[tuple[int, int]]
    markdown: bool


def find_title(found: Found, *, given: str, name: str) -> Title:
    """The title of an article. `given` is what front matter says, `name` the file's name, the last resort.

    Never empty, always one line.
    """
    if given:
        return Title(given, "front-matter")
    lines = [(start, found.text[start:end]) for start, end in found.blocks[:MOST_LINES]]
    if title := _heading(lines, found.markdown):
        return title
    lines = lines[next((index for index, (_, line) in enumerate(lines) if not _is_clutter(line)), len(lines)) :]
    return _first_line(lines) or _first_sentence(lines) or Title(file_title(name), "file-name")


def file_title(name: str) -> str:
    """A file name as a title: `2023-07_talks-in-minsk.txt` becomes `2023-07 talks-in-minsk`."""
    stem = os.path.splitext(os.path.basename(name))[0]
    return one_line(stem.replace("_", " ")) or one_line(name) or "untitled"


def _is_clutter(line: str) -> bool:
    """A line that can be no title: junk, numbers alone, a byline, a rule."""
    return bool(junk_reason(line) or _NUMBERS.match(line[:200]) or (len(line) < 80 and _BYLINE.match(line)))


def _heading(lines: Sequence[tuple[int, str]], markdown: bool) -> Title | None:
    for start, line in lines:
        if match := _HASHES.match(line[:2000]):
            words = one_line(_EMPHASIS.sub(r"\2", match[2][:1000]) if markdown else match[2])
            return Title(words, "heading", Span(start + match.start(2), start + match.end(2)))
        if len(line) > LONGEST_LINE:
            return None  # the article has begun: a heading further down is the heading of a part
    return None


def _first_line(lines: Sequence[tuple[int, str]]) -> Title | None:
    """The first line, if it is short, does not end like a sentence, and prose follows."""
    if not lines:
        return None
    start, line = lines[0]
    if len(line) > LONGEST_LINE or line.endswith((".", ":", ";", ",", "。")) or line[0].islower():
        return None
    if line[0] in "–—-" or (line.endswith(("”", '"', "»")) and line[-2:-1] in SENTENCE_END):
        return None
    if len(lines) == 1 and len(line) > LONGEST_SENTENCE:
        return None
    return Title(one_line(line), "first-line", Span(start, start + len(line)))


def _first_sentence(lines: Sequence[tuple[int, str]]) -> Title | None:
    if not lines:
        return None
    words = " ".join(lines[0][1][:1000].split())
    sentence = words[: _sentence_end(words)]
    if len(sentence) > LONGEST_SENTENCE:
        cut = sentence.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE)
        # Not to end on `in St`: short words at the cut announce what comes after it.
        sentence = (
            _SHORT_WORDS_AT_END.sub("", sentence[: cut if cut > 0 else LONGEST_SENTENCE]).rstrip(" .,;:–—-") + "…"
        )
    elif sentence.endswith(".") and not sentence.endswith(".."):
        sentence = sentence[:-1]
    return Title(one_line(sentence), "first-sentence") if sentence.strip("…. ") else None


def _sentence_end(words: str) -> int:
    for match in _SENTENCE_BREAK.finditer(words):
        end = match.start() + len(match[0].rstrip())
        if not _ABBREVIATION.search(words, max(0, match.start() - 12), match.start() + 1):
            return end
    return len(words)
