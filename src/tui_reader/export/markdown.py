"""Bookmarks as Markdown (CommonMark): by article, each passage a block quotation with its source, note and tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from tui_reader.export.links import address, link
from tui_reader.export.rows import ExportRow
from tui_reader.model.annotation import AnchorState

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|&]")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|>|(?:\d{1,9})(?=[.)](?:\s|$)))", re.MULTILINE)

_REMARKS = {
    AnchorState.MOVED: "",
    AnchorState.EXACT: "",
    AnchorState.CHANGED: "the wording has changed since",
    AnchorState.ORPHAN: "no longer in the article",
    AnchorState.ABSENT: "the article is not among those opened",
}


def escape(text: str) -> str:
    """`text` so that Markdown shows it letter for letter."""
    text = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return _LINE_START.sub(_escape_start, text)


def _escape_start(found: re.Match[str]) -> str:
    space, mark = found[1], found[2]
    # A digit cannot be escaped, the dot behind it can: `1\.`
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def render(rows: Sequence[ExportRow], made: str = "") -> str:
    """The whole document. Articles come in the order of their first row, and so do passages within them."""
    order: dict[str, int] = {}
    for row in rows:
        order.setdefault(_source(row), len(order))
    parts = ["# Bookmarks", f"{len(rows)} from {len(order)}{f', {made[:10]}' if made else ''}."]
    for _, group in groupby(sorted(rows, key=lambda r: order[_source(r)]), key=_source):
        parts += _article(list(group))
    return "\n\n".join(parts) + "\n"


def _source(row: ExportRow) -> str:
    return row.article + "\0" + row.path


def _article(rows: list[ExportRow]) -> Iterable[str]:
    first = rows[0]
    yield f"## {escape(_one_line(first.title))}"
    facts = [("Author", first.author), ("Date", first.date), ("Source", first.source), ("URL", first.url)]
    facts.append(("File", first.path))
    yield "\n".join(f"- {name}: {escape(_one_line(value))}" for name, value in facts if value)
    for row in rows:
        yield from _passage(row)


def _passage(row: ExportRow) -> Iterable[str]:
    annotation = row.annotation
    # Indented lines would become code, empty ones would end the quotation.
    lines = [f"> {escape(line.strip())}".rstrip() for line in annotation.exact.strip().split("\n")]
    yield "\n".join([*lines, ">", f"> — {_attribution(row)}"])
    if annotation.note:
        yield "\n".join(escape(line.strip()) for line in annotation.note.strip().split("\n"))
    last = [" ".join("#" + escape(re.sub(r"\s+", "-", tag)) for tag in annotation.tags), annotation.created[:10]]
    remark = _REMARKS[row.placed.state]
    yield " · ".join(part for part in [*last, f"*{remark}*" if remark else "", f"`{annotation.id}`"] if part)


def _attribution(row: ExportRow) -> str:
    place = f"¶{row.paragraph}" if row.paragraph else escape(_one_line(address(row)))
    target = link(row)
    named = [escape(_one_line(row.speaker)), f"*{escape(_one_line(row.title))}*"]
    return ", ".join([*(name for name in named if name), f"[{place}]({target})" if target else place])


def _one_line(text: str) -> str:
    return " ".join(text.split())
