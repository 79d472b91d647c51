"""Bytes to text: byte-order mark, UTF-8, then a guess that is said aloud; line breaks become LF; then the gate."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui_reader.model.errors import FormatError, UsageError
from tui_reader.text.gate import harmless, line_feeds, was_changed

SAMPLE = 65_536
"""How many bytes a guess looks at."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\0", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PUNCTUATION_IN_UTF8 = re.compile(rb"\xe2\x80[\x90-\xba]")
"""Dashes and curly marks: three bytes that no other encoding has a reason to write side by side."""


class Decoded(NamedTuple):
    """A text, and what had to be done to it, one line each."""

    text: str
    problems: tuple[str, ...]


def known_encoding(name: str) -> str:
    """The codec's own name of a text encoding. Raises UsageError when Python knows none of that name."""
    try:
        codec = codecs.lookup(name)
        "".encode(name)
    except (LookupError, TypeError, ValueError) as error:
        raise UsageError(f"unknown encoding {harmless(name)!r}; try utf-8, cp1250, iso8859-2 or cp1251") from error
    return codec.name


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file. `encoding` is obeyed, without one it is found. Raises FormatError for what is no text."""
    if encoding is not None:
        text, problems = _obeyed(data, encoding)
    else:
        text, problems = _found(data)
    text = line_feeds(text)
    clean = harmless(text)
    if count := was_changed(text, clean):
        problems.append(f"{_times(count, 'control character')} made visible")
    return Decoded(clean, tuple(problems))


def _obeyed(data: bytes, encoding: str) -> tuple[str, list[str]]:
    for mark, name in _BOMS:
        if data.startswith(mark) and name.startswith(codecs.lookup(encoding).name.removesuffix("-sig")):
            data, encoding = data[len(mark) :], name
            break
    return _replaced(data, encoding, [])


def _found(data: bytes) -> tuple[str, list[str]]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _replaced(data[len(mark) :], name, [])
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise FormatError(f"not text: {what}")
    zeros = data.count(0, 0, SAMPLE)
    if zeros and (name := _wide(data[:SAMPLE], zeros)):
        return _replaced(data, name, [f"no byte-order mark: read as {name}"])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data, 0.05)  # in compressed or compiled bytes every tenth is a control character
        return _guessed(data)
    if b"\x1b$" in data[:SAMPLE] and (name := _escaped(data)):
        return _replaced(data, name, [f"read as {name}, a guess"])
    if zeros:
        _refuse_binary(data, 0.3)  # a text with stray ones stays a text
    return text, []


def _wide(sample: bytes, zeros: int) -> str:
    """UTF-16 or UTF-32 without its mark: the high bytes of letters stand in the same places all along."""
    if len(sample) < 4 or zeros * 8 < len(sample):
        return ""
    first, second, third, fourth = (sample[at::4].count(0) * 4 / len(sample) for at in range(4))
    if first > 0.9 < second and fourth < 0.5:
        return "utf-32-be"
    if third > 0.9 < fourth and first < 0.5:
        return "utf-32-le"
    even, odd = first + third, second + fourth
    if odd > even * 8:
        return "utf-16-le"
    return "utf-16-be" if even > odd * 8 else ""


def _escaped(data: bytes) -> str:
    """The encodings of mail that write East Asian signs as ASCII between escape sequences."""
    for name in ("iso2022_jp", "iso2022_kr"):
        try:
            if "\x1b" not in data.decode(name):
                return name
        except UnicodeDecodeError:
            continue
    return ""


def _refuse_binary(data: bytes, share: float) -> None:
    sample = data[:SAMPLE]
    if len(_CONTROLS.findall(sample)) > len(sample) * share:
        raise FormatError("not text: the file holds binary data")


def _guessed(data: bytes) -> tuple[str, list[str]]:
    if _is_damaged_utf8(data):
        return _replaced(data, "utf-8", [])
    from tui_reader.library.charsets import guess

    name = guess(data[:SAMPLE])
    return _replaced(data, name, [f"not UTF-8: read as {name}, a guess"])


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether a text was UTF-8 once: more whole characters than broken ones, or marks only UTF-8 writes so."""
    sample = data[: SAMPLE * 4]
    if _PUNCTUATION_IN_UTF8.search(sample):
        return True
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole > broken * 2


def _replaced(data: bytes, encoding: str, problems: list[str]) -> tuple[str, list[str]]:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken:
        problems.append(f"{_times(broken, 'character')} could not be decoded as {encoding} and replaced")
    return text, problems


def _times(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
