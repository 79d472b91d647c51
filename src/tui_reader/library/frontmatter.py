"""The head of a file: YAML between `---` lines, or simple `Key: value` lines. Wrong types are tolerated, never shown.

Most heads are flat, and those are read here; the YAML library is imported only for what is more than that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tui_reader.text.gate import harmless_line

LONGEST = 20_000
"""Characters. A longer head is none: the closing line is looked for within these."""

MOST_TAGS = 50

MOST_BRACKETS = 200
"""The YAML library takes quadratic time for brackets in brackets, and no head needs so many."""

Value = str | tuple[str, ...]


class Head(NamedTuple):
    """What the head of a file says, by its own lower-case keys, and where the article begins."""

    fields: Mapping[str, Value]
    body: int
    problem: str = ""


NOTHING = Head({}, 0)

_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_DEEP = re.compile(r"(?:[-?:][ \t]+){30}")
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*\S))?[ \t]*$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*\S)[ \t]*$")
_PLAIN = re.compile(r"[^\W_](?:[^:#\[\]{},&*!|>'\"%@`\\]|:(?!\s|$)|(?<=\S)['’\",](?!$)|,(?=\s\w))*$")
_QUOTED = re.compile(r"\"([^\"\\]*)\"$|'([^']*)'$")
_FLOW = re.compile(r"\[([^\[\]{}\"'\\:#&*!|>%@`]*)\]$")

KEYS = {
    "title": ("title", "headline", "tytuł", "tytul", "заголовок", "titel", "titre", "título", "titulo"),
    "author": ("author", "authors", "by", "byline", "autor", "autorzy", "автор", "auteur"),
    "date": ("date", "published", "publication date", "publication_date", "pubdate", "data", "дата", "datum", "fecha"),
    "source": (
        "source",
        "publication",
        "publisher",
        "site",
        "website",
        "źródło",
        "zrodlo",
        "источник",
        "quelle",
        "fuente",
    ),
    "url": ("url", "link", "source_url", "source-url", "canonical", "permalink"),
    "language": ("language", "lang", "język", "jezyk", "язык", "sprache", "langue", "idioma"),
    "tags": ("tags", "keywords", "tag", "tagi", "категории", "categories"),
}
_LISTS = ("author", "tags")
"""What may be several; any other list is a mistake and says nothing."""
_BY_NAME = {name: key for key, names in KEYS.items() for name in names}
_HEADER_LINE = re.compile(r"([^\W\d_][\w -]{0,30}?)[ \t]*:[ \t]+(\S.*?)[ \t]*$")
_MOST_HEADER_LINES = 20


def read_head(text: str) -> Head:
    """The head of `text`; an empty one when it has none. Never raises: a head that cannot be read is said so."""
    if text.startswith("---"):
        return _yaml_head(text)
    return _header_lines(text)


def _yaml_head(text: str) -> Head:
    first_break = text.find("\n")
    if first_break < 0 or text[:first_break].strip() != "---":
        return NOTHING
    close = _CLOSE.search(text, first_break + 1, first_break + 1 + LONGEST)
    if close is None:
        opens = _PAIR.match(text[first_break + 1 : first_break + 200].split("\n", 1)[0])
        return Head({}, 0, "front matter has no closing --- line: read as text") if opens else NOTHING
    source = text[first_break + 1 : close.start()]
    fields = _flat(source)
    if fields is not None:
        return Head(_known(fields), close.end())
    loaded, problem = _yaml(source)
    return Head(_known(loaded), close.end(), problem)


def _flat(source: str) -> dict[str, object] | None:
    """A head of plain `key: value` lines and simple lists; None when it is anything more."""
    fields: dict[str, object] = {}
    items: list[str] | None = None
    for line in source.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        if items is not None and (item := _ITEM.match(line)) and (text := _scalar(item[1])) is not None:
            items.append(text)
            continue
        pair = _PAIR.match(line)
        if pair is None or pair[1] in fields:
            return None
        items = None
        if pair[2] is None:
            fields[pair[1]] = items = []
        elif flow := _FLOW.match(pair[2]):
            fields[pair[1]] = [part.strip() for part in flow[1].split(",") if part.strip()]
        elif (text := _scalar(pair[2])) is not None:
            fields[pair[1]] = text
        else:
            return None
    return fields


def _scalar(written: str) -> str | None:
    """A scalar whose YAML reading is plain to see; None when the library must decide."""
    if quoted := _QUOTED.match(written):
        return quoted[1] if quoted[1] is not None else quoted[2]
    return written if _PLAIN.match(written) else None


def _yaml(source: str) -> tuple[dict[str, object], str]:
    if _DEEP.search(source) or source.count("[") + source.count("{") > MOST_BRACKETS:
        return {}, "front matter is nested too deeply"
    import yaml

    try:
        # BaseLoader makes strings, lists and mappings and nothing else: no dates, no numbers, no objects, no code.
        loaded = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark is not None else ""
        return _by_lines(source), f"front matter is not valid YAML{where}: read line by line"
    except (RecursionError, ValueError) as error:
        return {}, f"front matter cannot be read: {type(error).__name__}"
    return (loaded, "") if isinstance(loaded, dict) else ({}, "front matter holds no keys" if loaded else "")


def _by_lines(source: str) -> dict[str, object]:
    """The `key: value` lines of a head that YAML refuses: most often a title with a colon in it."""
    pairs = (_PAIR.match(line) for line in source.split("\n"))
    return {pair[1]: pair[2].strip("\"'") for pair in pairs if pair and pair[2] and pair[2][0] not in "[{&*!|>"}


def _known(loaded: Mapping[object, object] | Mapping[str, object]) -> dict[str, Value]:
    """The fields the program knows, each a line or a few: whatever else a value is, it is left out."""
    fields: dict[str, Value] = {}
    for name, value in loaded.items():
        key = _BY_NAME.get(name.strip().lower()) if isinstance(name, str) else None
        if key is None or key in fields:
            continue
        if isinstance(value, str):
            if (line := one_line(value)) and line not in ("~", "null"):
                fields[key] = line
        elif isinstance(value, list) and key in _LISTS:
            lines = tuple(one_line(item) for item in value[:MOST_TAGS] if isinstance(item, str) and item.strip())
            if lines:
                fields[key] = lines
    return fields


def one_line(text: str, longest: int = 300) -> str:
    """A value as one harmless line: white space collapsed, cut at `longest` characters.

    The gate comes again after the parser, because an escape such as `\\x1b` becomes a control character only there.
    """
    line = harmless_line(" ".join(text[: longest * 4].split()))
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _header_lines(text: str) -> Head:
    """`Title: ...`, `Author: ...` lines from the first line to the first blank one, every one of them a pair."""
    fields: dict[str, object] = {}
    offset = known = 0
    for number in range(_MOST_HEADER_LINES + 1):
        end = text.find("\n", offset, offset + 2000)
        if end < 0:
            return NOTHING
        line = text[offset:end]
        if not line.strip():
            break
        pair = _HEADER_LINE.match(line)
        if pair is None or number == _MOST_HEADER_LINES:
            return NOTHING
        known += pair[1].lower() in _BY_NAME
        fields[pair[1]] = pair[2]
        offset = end + 1
    # One pair alone may be a headline with a colon; a head names its title, or at least two things we know.
    if known < 2 and not (known == 1 and "title" in {_BY_NAME.get(name.lower()) for name in fields}):
        return NOTHING
    return Head(_known(fields), offset) if known * 2 >= len(fields) else NOTHING
