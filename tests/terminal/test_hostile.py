"""Whatever is in the files, their names and a note: the terminal gets what Textual itself writes, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal import hostile_corpus
from tests.terminal.conftest import Start
from tests.terminal.pseudo_terminal import PseudoTerminal
from tui_reader.text.gate import harmless_line

# What Textual's driver and compositor write: modes, the cursor's place, colours and styles, its own questions
# (synchronised output, in-band resize, the kitty keyboard), the shape of the pointer.
OWN = re.compile(
    r"\x1b(?:"
    r"\[\?(?:1049|1000|1003|1004|1006|1015|2004|2026|2048|25|7)[hl]"
    r"|\[\?(?:2026|2048)\$p"
    r"|\[>\d+u|\[<u"
    r"|\[\d+;\d+H"
    r"|\[\d*(?:;\d+)*m"
    r"|\]22;[a-z-]*\x07"
    r")"
)
ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]?|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.?)", re.DOTALL)
PAYLOAD = "".join(hostile_corpus.SEQUENCES)
FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def foreign(stream: bytes | bytearray) -> list[str]:
    """What in `stream` the interface has not written: escape sequences of no known shape, controls, overrides.

    Raises UnicodeDecodeError when the stream is not UTF-8.
    """
    text = bytes(stream).decode("utf-8")
    plain, found, at = [], [], 0
    for match in ESCAPE.finditer(text):
        plain.append(text[at : match.start()])
        at = match.end()
        # A sequence of the files may have the shape of one of Textual's; what follows it tells them apart.
        theirs = match[0] in PAYLOAD and text.startswith("PWNED", at)
        if theirs or not OWN.fullmatch(match[0]):
            found.append(match[0])
    plain.append(text[at:])
    return found + FORBIDDEN.findall("".join(plain))


@pytest.mark.parametrize("sequence", [*hostile_corpus.SEQUENCES, *"\u202e\x9b\x00\x07\t"])
def test_the_check_sees_what_is_hostile(sequence: str) -> None:
    assert foreign(f"\x1b[1;1H\x1b[0mplain {sequence}".encode())


def opened(terminal: PseudoTerminal) -> bool:
    return "v select" in terminal.lines[-1]


def listed(terminal: PseudoTerminal) -> bool:
    return "enter open" in terminal.lines[-1]


def under_cursor(terminal: PseudoTerminal) -> str:
    """The rows of the sidebar's entry under the cursor, by their place and words; it may become read meanwhile."""
    rows = [f"{row} {line[:35]}" for row, line in enumerate(terminal.lines) if line.startswith("▌")]
    return "\n".join(row.replace(" · read", "").rstrip() for row in rows)


def test_a_walk_through_everything(reader: Start, tmp_path: Path) -> None:
    count = hostile_corpus.write(tmp_path / "hostile")
    terminal = reader(tmp_path / "hostile")
    terminal.shows("? help", " articles")
    terminal.until(lambda: "reading" not in terminal.lines[0], "the end of loading")
    shown = int(re.search(r"(\d+) articles", terminal.lines[0])[1])  # type: ignore[index]
    # Links and pipes are listed with the reason why they were not opened.
    assert count <= shown <= count + 4
    terminal.press("g")
    terminal.until(lambda: listed(terminal), "the list")
    for _ in range(shown - 1):
        terminal.press("enter")
        terminal.until(lambda: opened(terminal), "the text")
        terminal.press("space")
        before = under_cursor(terminal)
        terminal.press("esc")
        terminal.until(lambda: listed(terminal), "the list")
        terminal.press("j")
        terminal.until(lambda before=before: under_cursor(terminal) not in ("", before), "the next entry")
    _filter_and_keep(terminal)
    terminal.press("q")
    assert terminal.wait() == 0
    assert foreign(terminal.stream) == []
    assert "Traceback" not in terminal.text


def filter_field(terminal: PseudoTerminal) -> str:
    """What stands in the filter."""
    return terminal.lines[2].split("│")[0].removeprefix(" /").strip()


def _filter_and_keep(terminal: PseudoTerminal) -> None:
    """Filter with hostile words, keep a passage with a hostile note, look at it in the list."""
    terminal.press("/")
    terminal.shows("open the first")
    for words in (*hostile_corpus.MARKUP, "PWNED", hostile_corpus.BIDI, "\x9b5;31mPWNED"):
        terminal.type(f"\x1b[200~{words}\x1b[201~")
        end = harmless_line(words)[-4:]
        terminal.until(lambda end=end: filter_field(terminal).endswith(end), f"{end} in the filter")
        terminal.type("\x15")
        terminal.until(lambda: filter_field(terminal) == "", "an empty filter")
    terminal.type("publish")
    terminal.until(lambda: " of " in terminal.lines[0] and "match 1 of" in terminal.text, "the hits")
    terminal.press("enter")
    terminal.until(lambda: opened(terminal), "the text")
    terminal.press("B")
    terminal.shows("keeps the note")
    terminal.type(f"\x1b[200~{hostile_corpus.NOTE}\x1b[201~")
    terminal.shows("PWNED")
    terminal.press("enter")
    terminal.shows("saved")
    terminal.press("m")
    terminal.shows("in all articles", "✎ note [/]")


def test_a_hostile_bookmark_file(reader: Start, folders: Path) -> None:
    """The file may have come from anybody; so may the note in it."""
    terminal = reader()
    terminal.shows("5 articles")
    terminal.press("b")
    terminal.shows("saved")
    terminal.press("q")
    assert terminal.wait() == 0
    file = folders / "config" / "bookmarks.jsonl"
    text = file.read_text(encoding="utf-8")
    assert '"note":""' in text
    hostile = r"note \u001b[5;31mPWNED \u202eDENWP \u009b5;31mPWNED [/] \u0000\u0007"
    file.write_text(text.replace('"note":""', f'"note":"{hostile}"'), encoding="utf-8")
    again = reader()
    again.shows("5 articles")
    again.press("m")
    again.shows("in all articles")
    again.press("e")
    again.until(lambda: "keeps the note" in again.text or "no bookmarks" in again.text, "the note")
    again.press("ctrl+q")
    again.wait()
    assert foreign(again.stream) == []
