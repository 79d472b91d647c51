"""The article in a web page: its paragraphs without menus, forms and lists of links.

No attempt is made to be clever about layout: the page's own `article` or `main` element is believed, and of what is
left a block that is mostly links is a menu.
"""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser

from tui_reader.library.formats.registry import Extracted
from tui_reader.library.frontmatter import Value, one_line
from tui_reader.text.gate import harmless

_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "button", "select", "iframe"]
)
_VOID_ELEMENTS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_ELEMENTS.split())
_BLOCK_ELEMENTS = """address article blockquote body caption dd details div dl dt fieldset figcaption figure h1 h2 h3 h4
h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead title tr ul"""
_BLOCKS = frozenset(_BLOCK_ELEMENTS.split())
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_MARKS = {**_HEADINGS, "li": "- ", "blockquote": "> "}
_META = {
    "og:title": "title",
    "article:published_time": "date",
    "date": "date",
    "dc.date": "date",
    "author": "author",
    "article:author": "author",
    "og:site_name": "source",
    "keywords": "tags",
}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)

MOST_LINKS = 0.5
"""Share of a block's characters inside links from which on it is a menu; real sentences link less."""


class _Block:
    __slots__ = ("linked", "mark", "place", "words")

    def __init__(self, mark: str, place: int) -> None:
        self.mark, self.place = mark, place
        self.words: list[str] = []
        self.linked = 0


class _Page(HTMLParser):
    """Collects blocks of text, each with the element it stands in: 0 the page, n the n-th `article` or `main`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: dict[str, Value] = {}
        self.blocks: list[_Block] = [_Block("", 0)]
        self.open: list[tuple[str, str, int]] = []
        self.skipping = ""
        self.depth = 0
        self.links = 0
        self.place = 0
        self.places = 0
        self.title: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in ("meta", "html", "link", "time"):
            self._learn(tag, values)
        if self.skipping:
            self.depth += tag == self.skipping
            return
        if tag in _SKIPPED or "hidden" in values:
            if tag not in _VOID:
                self.skipping, self.depth = tag, 1
            return
        if tag == "br":
            self.blocks[-1].words.append(" ")
        self.links += tag == "a"
        if tag in _BLOCKS:
            self._open(tag)

    def _open(self, tag: str) -> None:
        mark = _MARKS.get(tag, self.open[-1][1] if self.open else "")
        # A page lists other articles as `article`s inside its own: the outer one is the article.
        if tag in ("article", "main") and not self.place:
            self.places += 1
            self.place = self.places
        if tag not in _VOID:
            self.open.append((tag, mark, self.place))
        self.blocks.append(_Block(mark, self.place))

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.depth -= tag == self.skipping
            if not self.depth:
                self.skipping = ""
            return
        self.links = max(0, self.links - (tag == "a"))
        if tag not in _BLOCKS:
            return
        # An end tag closes what was left open inside; one that closes nothing is ignored. Only near ones are looked at.
        for back in range(1, min(len(self.open), 50) + 1):
            if self.open[-back][0] == tag:
                del self.open[-back:]
                break
        _, mark, self.place = self.open[-1] if self.open else ("", "", 0)
        self.blocks.append(_Block(mark, self.place))

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        if self.open and self.open[-1][0] == "title":
            self.title.append(data)
            return
        block = self.blocks[-1]
        block.words.append(data)
        if self.links:
            block.linked += len(data.strip())

    def _learn(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta":
            key = _META.get((values.get("property") or values.get("name") or "").lower())
            said = values.get("content", "")
        elif tag == "html":
            key, said = "language", values.get("lang", "")
        elif tag == "time":
            key, said = "date", values.get("datetime", "")
        else:
            key, said = "url", values.get("href", "") if values.get("rel", "").lower() == "canonical" else ""
        if key and key not in self.fields and (line := one_line(said)):
            self.fields[key] = line


def extract(document: str) -> Extracted:
    """The article of a page as Markdown text, with the page's own metadata. Never raises."""
    page = _Page()
    page.feed(document)
    page.close()
    blocks = [(block, harmless(" ".join("".join(block.words).split()))) for block in page.blocks]
    blocks = [(block, words) for block, words in blocks if words]
    # A page of nothing but links is all menu, and still better shown than not.
    blocks = [(block, words) for block, words in blocks if not _is_menu(block, words)] or blocks
    sizes: dict[int, int] = {}
    for block, words in blocks:
        sizes[block.place] = sizes.get(block.place, 0) + len(words)
    inside = {place: size for place, size in sizes.items() if place}
    if inside:
        best = max(inside, key=inside.__getitem__)
        # A page of teasers has many small articles, and none of them is the page's.
        if inside[best] * 3 > sum(sizes.values()):
            blocks = [(block, words) for block, words in blocks if block.place == best]
    text = "\n\n".join(block.mark + words for block, words in blocks)
    if title := one_line("".join(page.title)):
        page.fields.setdefault("title", title)
    return Extracted(text + "\n" if text else "", page.fields)


def _is_menu(block: _Block, words: str) -> bool:
    return block.linked > len(words) * MOST_LINKS and len(words) < 300


def declared(data: bytes) -> str | None:
    """The encoding named in the first lines of a page, if Python knows it."""
    match = _CHARSET.search(data, 0, 4096)
    if match is None:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
