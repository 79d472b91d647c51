"""The tantivy index itself: in memory, or in a folder that is opened again the next time.

A folder is a cache and never trusted over the files: it is made anew when it is damaged or of another version, and
each article in it is known by a key that changes with the article.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

# 10 ms: this module is itself imported by the large index only.
import tantivy

from tui_reader.search.compiling import (
    FOREIGN,
    KEY,
    START_LETTERS,
    STARTS_OF,
    TEXT,
    TITLE,
    WRITTEN_OF,
    Compiler,
)
from tui_reader.search.folder import INFO, VERSION, checksums, info_of, is_whole
from tui_reader.search.vocabulary import Form
from tui_reader.search.words import accented, in_script, is_foreign, term, words_of, written

if TYPE_CHECKING:
    import filelock

    from tui_reader.model.article import Article

_WORDS = "words.tsv.gz"
_TOKENIZER = "whitespace"
_HEAP = 50_000_000
"""Bytes the writer may hold before it writes a segment."""


def article_key(article: Article) -> int:
    """A number for an article in the state it is in: another title, another text, another key. 63 bits."""
    facts = f"{article.id}\0{article.sha256}\0{article.body}\0{article.title}".encode("utf-8", "surrogatepass")
    # Signed, because a value that does not fit an unsigned field kills tantivy's writer.
    return int.from_bytes(blake2b(facts, digest_size=8).digest()) >> 1


class StoreError(OSError):
    """The index could not be written: the disk is full, or the folder is gone."""


class Store:
    """One index. Written by one thread; searched by any, each search on the state of the last commit."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index in `folder`, made if need be; without a folder it is made in memory.

        Raises OSError when the folder cannot be made. Every method that writes may raise StoreError.
        """
        self._folder = folder
        self._writer: tantivy.IndexWriter | None = None
        self._lock = _take_lock(folder)
        self.read_only = folder is not None and self._lock is None
        """Another running reader writes this index; it can be searched, not changed."""
        self._index = self._open()
        self._refresh()

    # Opening and closing

    def _open(self) -> tantivy.Index:
        if self._folder is None:
            index = tantivy.Index(_schema())
        elif (found := _reopened(self._folder)) is not None:
            index = found
        elif self.read_only:
            index = tantivy.Index(_schema())
        else:
            index = _made_anew(self._folder)
        index.register_tokenizer(_TOKENIZER, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        return index

    def _refresh(self) -> None:
        """Search from now on in what was committed last."""
        self._index.reload()
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.all_query(), max(1, searcher.num_docs), count=False)
        keys = array("q", sorted(self._keys(searcher, [address for _, address in found.hits])))
        self.compiler, self.keys = Compiler(self._index.schema, searcher), keys

    def close(self) -> None:
        """Let go of the folder; what was not committed is lost."""
        self._writer = None
        if self._lock is not None:
            self._lock.release()

    def discard(self) -> None:
        """Throw away what could not be written whole, and let go of the folder."""
        self._writer = None
        if self._folder is not None and not self.read_only:
            shutil.rmtree(self._folder, ignore_errors=True)
        self.close()

    # Reading

    def __contains__(self, key: int) -> bool:
        at = bisect_left(self.keys, key)
        return at < len(self.keys) and self.keys[at] == key

    def frequency(self, name: str) -> int:
        """In how many articles a term occurs, about: those with it in the title may count twice."""
        searcher = self.compiler.searcher
        return int(searcher.doc_freq(TEXT, name) or searcher.doc_freq(TITLE, name))

    def search(self, compiler: Compiler, query: tantivy.Query, limit: int) -> tuple[list[tuple[int, float]], int]:
        """Key and score of the best `limit` articles (at least one), and how many there are in all."""
        found = compiler.searcher.search(query, limit, count=True)
        keys = self._keys(compiler.searcher, [address for _, address in found.hits])
        return list(zip(keys, (score for score, _ in found.hits), strict=True)), found.count  # type: ignore[attr-defined]

    def count(self, compiler: Compiler, query: tantivy.Query) -> int:
        """How many articles answer a query."""
        unscored = tantivy.Query.const_score_query(query, 0.0)
        return int(compiler.searcher.search(unscored, 1, count=True).count)  # type: ignore[attr-defined]

    def _keys(self, searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress]) -> Sequence[int]:
        return [int(key or 0) for key in searcher.fast_field_values(KEY, addresses)]

    def words(self) -> Iterable[Form]:
        """The words kept with the index."""
        if self._folder is None or not (self._folder / _WORDS).is_file():
            return
        with gzip.open(self._folder / _WORDS, "rt", encoding="utf-8") as lines:
            for line in lines:
                plain, name, written, common = line.rstrip("\n").split("\t")
                yield Form(name or plain, plain, written or name or plain, bool(common))

    # Writing

    def add(self, key: int, article: Article, *, title_only: bool = False) -> list[str]:
        """Take an article in, to be found after the next commit. Returns its original words."""
        title = words_of(article.title)
        text = [] if title_only else words_of(article.text, article.body)
        document = tantivy.Document()
        document.add_integer(KEY, key)
        for field, words in ((TITLE, title), (TEXT, text)):
            names = list(map(term, words))
            document.add_text(field, " ".join(names))
            document.add_text(STARTS_OF[field], _starts(names))
            if forms := _written(words):
                document.add_text(WRITTEN_OF[field], forms)
        with _told():
            self._writing().add_document(document)
        return title + text

    def delete(self, key: int) -> None:
        """Forget an article with the next commit."""
        with _told():
            self._writing().delete_documents_by_term(KEY, key)

    def commit(self, words: Iterable[Form] = ()) -> None:
        """Make everything added findable, and safe on disk together with the words of the corpus."""
        with _told():
            self._commit(words)

    def _commit(self, words: Iterable[Form]) -> None:
        # Words first: too many of them do no harm, a word missing would never be offered.
        if self._folder is not None:
            packed = gzip.compress("".join(map(_line, words)).encode(), compresslevel=3, mtime=0)
            _replace(self._folder / _WORDS, packed)
        writer = self._writing()
        writer.commit()
        # The writer holds its heap as long as it lives, and takes it with it once the segments are merged.
        writer.wait_merging_threads()
        self._writer = None
        self._refresh()
        if self._folder is not None:
            info = {"version": VERSION, "articles": len(self.keys), "files": checksums(self._folder)}
            _replace(self._folder / INFO, json.dumps(info).encode())

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        return self._writer


@contextmanager
def _told() -> Iterator[None]:
    """What tantivy and the system say of a disk that cannot be written, by one name."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise StoreError(_reason(error)) from error


def _reason(error: ValueError | OSError) -> str:
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno).lower()
    told = re.search(r"'([^'(]+?) \(os error \d+\)'", str(error))
    return told[1].lower() if told else str(error)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field(KEY, indexed=True, fast=True)
    for name in (TITLE, TEXT):
        builder.add_text_field(name, tokenizer_name=_TOKENIZER)
    for name in (*STARTS_OF.values(), *WRITTEN_OF.values()):
        builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="basic")
    return builder.build()


def _starts(names: list[str]) -> str:
    distinct = set(names)
    starts: set[str] = set()
    for length in range(1, START_LETTERS + 1):
        starts.update([name[:length] for name in distinct])
    return " ".join(starts)


def _written(words: list[str]) -> str:
    distinct = set(words)
    forms: set[str] = set()
    foreign = False
    for word in distinct:
        if word.isascii():
            continue
        if accented(word):
            forms.add(written(word))
        elif not foreign and is_foreign(word):
            foreign = True
            forms.update(map(in_script, distinct), (FOREIGN,))
    return " ".join(forms)


def _line(form: Form) -> str:
    name = "" if form.term == form.surface else form.term
    written = "" if form.spelling == form.term else form.spelling
    return f"{form.surface}\t{name}\t{written}\t{'c' if form.common else ''}\n"


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_suffix(".new")
    beside.write_bytes(content)
    os.replace(beside, path)


def _take_lock(folder: Path | None) -> filelock.BaseFileLock | None:
    """The lock of a folder, or None when another reader holds it. It lies beside the folder, which may be emptied."""
    if folder is None:
        return None
    import filelock

    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(folder.with_suffix(".lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        return None
    return lock


def _reopened(folder: Path) -> tantivy.Index | None:
    """The index in `folder`; None when there is none, or one that is damaged or of another version."""
    info = info_of(folder)
    if not info or not (folder / _WORDS).is_file() or not is_whole(folder, info):
        return None
    try:
        index = tantivy.Index.open(str(folder))
        index.searcher()
    except ValueError:  # what tantivy says of anything wrong
        return None
    return index


def _made_anew(folder: Path) -> tantivy.Index:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return tantivy.Index(_schema(), str(folder), reuse=False)
