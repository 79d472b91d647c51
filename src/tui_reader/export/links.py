"""Addresses of a passage that other programs understand."""

from __future__ import annotations

import base64
import os
import re
from urllib.parse import quote

from tui_reader.export.rows import ExportRow
from tui_reader.text.gate import may_be_changed

EDGE_WORDS = 4
"""Words that begin and end a long passage in a text fragment."""

WHOLE_WORDS = 12
"""A passage of at most so many words is given whole."""

CONTEXT_WORDS = 3


def source_iri(row: ExportRow) -> str:
    """What the passage was taken from, as an IRI: the web address, else the file, else the digest of its bytes."""
    return row.url if _is_web(row.url) else file_uri(row) or digest_iri(row)


def file_uri(row: ExportRow) -> str:
    """The `file:` URI of the article; empty when it is no file, or when only a name as shown is known. (RFC 8089)

    It comes from the name on the disk, byte for byte: one that is not UTF-8 leads to the file all the same.
    """
    path = row.file or ("" if may_be_changed(row.path) else row.path)
    path = path.replace("\\", "/") if re.match(r"[A-Za-z]:\\", path) else path
    # The operating system gave the one, and the gate let the other pass: only the first may hold surrogates.
    name = os.fsencode(path) if row.file else path.encode()
    if path.startswith("/"):
        return "file://" + quote(name)
    return "file:///" + quote(name, safe="/:") if re.match(r"[A-Za-z]:/", path) else ""


def digest_iri(row: ExportRow) -> str:
    """The bytes of the article by their digest (RFC 6920), for articles that came from standard input."""
    try:
        digest = bytes.fromhex(row.sha256)
    except ValueError:
        digest = b""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def link(row: ExportRow) -> str:
    """Back to the passage: the source with a text fragment (WICG scroll-to-text); empty when there is no file."""
    base = source_iri(row)
    return "" if base.startswith("ni:") else f"{base.partition('#')[0]}#:~:{fragment(row)}"


def address(row: ExportRow) -> str:
    """What the reader itself understands: `ARTICLE:12`."""
    return f"{row.article}:{row.paragraph}" if row.paragraph else row.article


def fragment(row: ExportRow) -> str:
    """The text directive `text=[prefix-,]start[,end][,-suffix]`."""
    selector = next((s for s in row.annotation.selectors if s.get("type") == "TextQuoteSelector"), {})
    exact, prefix, suffix = (_string(selector.get(name)) for name in ("exact", "prefix", "suffix"))
    words = exact.split()
    # A directive cannot cross blocks except between its start and its end.
    if len(words) <= WHOLE_WORDS and "\n" not in exact.strip():
        parts = [_encode(" ".join(words))]
    else:
        first, last = exact.strip().splitlines()[0].split(), exact.strip().splitlines()[-1].split()
        parts = [_encode(" ".join(first[:EDGE_WORDS])), _encode(" ".join(last[-EDGE_WORDS:]))]
    before = prefix.rpartition("\n")[2].split()[-CONTEXT_WORDS:]
    after = suffix.partition("\n")[0].split()[:CONTEXT_WORDS]
    # The outermost word of a saved context may be cut in the middle.
    before = before[1:] if len(before) < CONTEXT_WORDS and "\n" not in prefix else before
    after = after[:-1] if len(after) < CONTEXT_WORDS and "\n" not in suffix else after
    if before and prefix[-1:].isspace():
        parts.insert(0, _encode(" ".join(before)) + "-")
    if after and suffix[:1].isspace():
        parts.append("-" + _encode(" ".join(after)))
    return "text=" + ",".join(parts)


def _encode(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _is_web(url: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", url))
