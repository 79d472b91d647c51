"""Sources to articles, one at a time. A bad file becomes an article that says what is wrong with it, never a crash."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from sys import intern

from tui_reader.library import dates, titles
from tui_reader.library.decode import decode
from tui_reader.library.formats.registry import format_of
from tui_reader.library.frontmatter import Head, Value, read_head
from tui_reader.library.language import detect, language_code
from tui_reader.library.source import STDIN, DirectorySource, Entry, FileSource, Source, named_entry
from tui_reader.model.article import Article, Markup
from tui_reader.model.cutting import cut
from tui_reader.model.errors import FormatError, SourceError
from tui_reader.text.gate import harmless_line

HEAD = 4_000
"""Characters after the front matter in which a title and a date are looked for."""

TAIL = 400

_MARKDOWN = (".md", ".markdown")
_FIRST_LINES, _LAST_LINES = 6, 2


class Loader:
    """Reads sources into articles and gives each an id that no other has."""

    def __init__(self, encoding: str | None = None) -> None:
        """`encoding` is obeyed for every file; without one each file's encoding is found."""
        self.encoding = encoding
        self.ids: set[str] = set()
        self.paths: set[str] = set()

    def load(self, source: Source) -> Iterator[Article]:
        """The articles of a source in reading order; a file that an earlier source held is not given twice."""
        for entry in source.entries():
            if entry.path in self.paths:
                continue
            self.paths.add(entry.path)
            yield self._article(source, entry)

    def load_all(self, sources: Iterable[Source]) -> Iterator[Article]:
        """The articles of several sources, one source after the other."""
        for source in sources:
            yield from self.load(source)

    def locate(self, article: Article, sources: Iterable[Source]) -> tuple[Source, Entry]:
        """Where the file of `article` lies. Raises SourceError when there is none (any more) that could be opened."""
        path = article.file or STDIN
        for source in sources:
            if (name := _name_in(source, path)) is not None:
                entry = named_entry(name, path)
                if entry.problem:
                    raise SourceError(entry.problem)
                return source, entry
        raise SourceError("it came from no file")

    def again(self, article: Article, sources: Iterable[Source]) -> Article:
        """`article` as its file is now, under the id it has. Raises SourceError or FormatError if it cannot be read."""
        return self._read(*self.locate(article, sources), article.id)

    def _article(self, source: Source, entry: Entry) -> Article:
        if entry.problem:
            return self._unreadable(entry, entry.problem)
        try:
            return self._read(source, entry)
        except (SourceError, FormatError) as error:
            return self._unreadable(entry, str(error))

    def _read(self, source: Source, entry: Entry, known_as: str = "") -> Article:
        """The article at `entry`. Raises SourceError, FormatError."""
        data = source.read(entry)
        text, problems, head = self._text(entry.name, data)
        notes = (entry.note,) if entry.note else ()
        return make_article(
            text,
            id=known_as or self._id(entry),
            path=_shown_path(entry.path),
            name=entry.name,
            sha256=hashlib.sha256(data).hexdigest(),
            head=head,
            problems=notes + problems,
            file=None if entry.path == STDIN else entry.path,
        )

    def _text(self, name: str, data: bytes) -> tuple[str, tuple[str, ...], Head | None]:
        """The text of a file, and its head where that is not part of the text."""
        document = format_of(name)
        if document is None:
            return *decode(data, self.encoding), None
        declared = None if _is_utf8(data) else document.declared(data)
        decoded, problems = decode(data, self.encoding or declared)
        text, fields = document.extract(decoded)
        return text, problems, Head(fields, 0)

    def _unreadable(self, entry: Entry, reason: str) -> Article:
        return Article(
            id=self._id(entry),
            path=_shown_path(entry.path),
            text="",
            sha256="",
            title=titles.file_title(_shown_path(entry.name)),
            title_from="file-name",
            problems=(harmless_line(reason),),
            readable=False,
            file=entry.path,
        )

    def _id(self, entry: Entry) -> str:
        shown = harmless_line(entry.name)
        if shown != entry.name or shown in self.ids:
            digest = hashlib.sha256(os.fsencode(entry.path)).hexdigest()
            lengths = (4, 8, 16, 64)
            shown = next(name for n in lengths if (name := f"{shown}~{digest[:n]}") not in self.ids)
        self.ids.add(shown)
        return shown


def _name_in(source: Source, path: str) -> str | None:
    """The name of a file among the entries of `source`; None for one that came from elsewhere."""
    if isinstance(source, DirectorySource):
        root = os.path.join(source.root, "")
        return path.removeprefix(root).replace(os.sep, "/") if path.startswith(root) else None
    return os.path.basename(path) if isinstance(source, FileSource) and path == source.path else None


def load(source: Source, encoding: str | None = None) -> Iterator[Article]:
    """The articles of one source. Raises nothing for a bad file: it comes as an article with `readable` False."""
    return Loader(encoding).load(source)


def make_article(
    text: str,
    *,
    id: str,  # noqa: A002 - the field of Article it becomes
    path: str,
    name: str,
    sha256: str,
    head: Head | None = None,
    problems: tuple[str, ...] = (),
    file: str | None = None,
) -> Article:
    """An article from decoded, harmless text: title, date, language and the rest found or inferred.

    `head` is what a document says of itself beside its text; without it the head is looked for in the text.
    """
    extracted = head is not None
    head = head if head is not None else read_head(text)
    fields, body = head.fields, head.body
    blocks = _first_blocks(text, body)
    shown_name = "standard input" if name == STDIN else _shown_path(name)
    markdown = extracted or name.lower().endswith(_MARKDOWN)
    found = titles.Found(text, body, blocks, markdown)
    title = titles.find_title(found, given=_line(fields.get("title")), name=shown_name)
    date, date_from = _date(text, _line(fields.get("date")), blocks, shown_name)
    language = language_code(_line(fields.get("language")))
    language_from = "front-matter" if language else None
    if language is None and (language := detect(text, body)):
        language_from = "inferred"
    return Article(
        id=id,
        path=path,
        text=text,
        sha256=sha256,
        title=title.text,
        title_from=title.origin,
        title_span=title.span,
        markup=Markup.MARKDOWN if markdown else Markup.PLAIN,
        body=body,
        language=intern(language) if language else None,
        language_from=language_from,
        date=date,
        date_from=date_from,
        # Of a hundred thousand articles a few hundred authors and newspapers remain.
        author=intern(_line(fields.get("author"))),
        source=intern(_line(fields.get("source"))),
        url=_line(fields.get("url")),
        tags=_tags(fields.get("tags")),
        words=count_words(text, body, language),
        problems=(*problems, head.problem) if head.problem else problems,
        file=file,
    )


def _is_utf8(data: bytes) -> bool:
    # Pages are converted to UTF-8 more often than what they say of themselves.
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _first_blocks(text: str, body: int) -> list[tuple[int, int]]:
    blocks = [(start + body, end + body) for start, end in cut(text[body : body + HEAD])]
    if blocks and blocks[-1][1] == body + HEAD:
        # The window may have cut a line short; its true end matters for what kind of line it is.
        end = text.find("\n", body + HEAD, body + HEAD + 2_000)
        blocks[-1] = (blocks[-1][0], min(len(text), body + HEAD + 2_000) if end < 0 else end)
    return blocks


def _date(text: str, given: str, blocks: list[tuple[int, int]], name: str) -> tuple[str | None, str | None]:
    if given and (day := dates.iso_date(given)):
        return day, "front-matter"
    first = [text[start : min(end, start + 200)] for start, end in blocks[:_FIRST_LINES]]
    tail = text[-TAIL:].split("\n") if len(text) > HEAD + TAIL else []
    last = [line.strip() for line in tail[1:] if line.strip()][-_LAST_LINES:]
    if day := dates.date_in_lines(first, last):
        return day, "text"
    if day := dates.only_date(titles.file_title(name)):
        return day, "file-name"
    return None, None


def _line(value: Value | None) -> str:
    return value if isinstance(value, str) else ", ".join(value) if value else ""


def _tags(value: Value | None) -> tuple[str, ...]:
    written = value.split(",") if isinstance(value, str) else value or ()
    return tuple(dict.fromkeys(tag for part in written if (tag := part.strip().lstrip("#"))))


_WIDE = re.compile("[\u3040-\u9fff]")
_CHUNK = 1 << 18


def count_words(text: str, start: int = 0, language: str | None = None) -> int:
    """Words of `text` from `start` on, as white space parts them; in Chinese and Japanese two signs count as a word.

    Works in pieces, so that counting a large text makes no large list.
    """
    total = 0
    while start < len(text):
        end = start + _CHUNK
        while end < len(text) and not text[end].isspace():
            end += 1
        piece = text[start:end]
        total += len(_WIDE.findall(piece)) // 2 if language in ("zh", "ja") else 0
        total += len(piece.split())
        start = end
    return total


def _shown_path(path: str) -> str:
    """A path as text: bytes that are not UTF-8 become U+FFFD, controls become visible."""
    return harmless_line(path)
