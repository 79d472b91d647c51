"""What a user does on the first day, in a real terminal and real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.pseudo_terminal import KEYS, READER, PseudoTerminal

# A shell in little: starts the reader as a foreground job of its own, writes its pid to a file, ends with its code.
SHELL = """
import os, signal, sys
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
job = os.fork()
if not job:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[2], sys.argv[2:])
while True:
    _, status = os.waitpid(job, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
    with open(sys.argv[1], "w") as file:
        file.write(str(job))
"""


def saved(folders: Path) -> list[dict[str, object]]:
    """The records of the bookmarks file."""
    file = folders / "config" / "bookmarks.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_filter_open_bookmark_quit_and_find_it_again(reader: Start, folders: Path) -> None:
    terminal = reader()
    terminal.shows("5 articles", "? help")
    terminal.press("/")
    terminal.shows("open the first")
    terminal.type("nuclear")
    terminal.shows("2 of 5")
    terminal.press("enter")
    terminal.shows("match 1 of 5", "b bookmark")
    assert not (folders / "config").exists()
    terminal.press("b")
    terminal.shows("saved", "◆ 1")
    terminal.press("q")
    assert terminal.wait() == 0
    before = saved(folders)
    kept = next(s["exact"] for s in _selectors(before) if s.get("type") == "TextQuoteSelector")
    assert "nuclear" in kept.casefold()

    again = reader()
    again.shows("5 articles", "◆ 1")
    again.press("m")
    again.shows("in all articles", kept.split()[0], "d delete")
    again.press("q")
    assert again.wait() == 0
    assert saved(folders) == before


def _selectors(record: object) -> list[dict[str, str]]:
    """Every selector in a record, wherever it stands."""
    if isinstance(record, dict):
        found = [record] if str(record.get("type", "")).endswith("Selector") else []
        return found + [selector for value in record.values() for selector in _selectors(value)]
    if isinstance(record, list):
        return [selector for value in record for selector in _selectors(value)]
    return []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_loses_nothing_and_leaves_the_terminal_clean(
    reader: Start, folders: Path, number: signal.Signals, code: int
) -> None:
    terminal = reader()
    terminal.shows("5 articles")
    terminal.press("b")
    terminal.shows("saved")
    terminal.send(number)
    assert terminal.wait() == code
    assert_clean(terminal)
    assert _selectors(saved(folders))


def assert_clean(terminal: PseudoTerminal) -> None:
    """Whatever mode the program set, it took back, and the main screen is shown with its cursor."""
    stream = bytes(terminal.stream)
    for mode in ("1049", "1000", "1003", "1006", "1015", "2004", "1004"):
        on, off = stream.rfind(f"\x1b[?{mode}h".encode()), stream.rfind(f"\x1b[?{mode}l".encode())
        assert on < off, f"mode {mode} is left on"
    assert stream.rfind(b"\x1b[?25l") < stream.rfind(b"\x1b[?25h"), "the cursor is left hidden"
    assert stream.rfind(b"\x1b[?7l") < stream.rfind(b"\x1b[?7h"), "line wrapping is left off"


@pytest.mark.parametrize("logged", [False, True], ids=["terminal", "2>log"])
def test_a_terminal_that_goes_away_ends_the_reader_quietly(
    reader: Start, folders: Path, tmp_path: Path, logged: bool
) -> None:
    log = tmp_path / "log"
    terminal = reader(stderr=log if logged else None)
    terminal.shows("5 articles")
    terminal.press("b")
    terminal.shows("saved")
    terminal.type("/nuclear")
    assert terminal.close_window() == 129
    assert _selectors(saved(folders))
    assert not logged or log.read_bytes() == b""


def test_keys_act_in_the_order_they_were_typed_however_fast(reader: Start) -> None:
    terminal = reader()
    terminal.shows("5 articles")
    for before, keys, after in (("vacx", "backspace", "cine"), ("vacx", "ctrl+u", "cine"), ("ine", "\x01", "vacc")):
        terminal.type("/" if before == "vacx" and keys == "backspace" else "")
        terminal.type(f"{before}{KEYS.get(keys, keys)}{after}")
        expected = "cine" if keys == "ctrl+u" else "vaccine"
        terminal.until(lambda e=expected: terminal.lines[2].split()[1:2] == [e], expected)  # type: ignore[misc]
        terminal.type("\x05\x15")
    terminal.type("nuclear\tq")
    assert terminal.wait() == 0


@pytest.mark.parametrize("seconds", [None, 0.0, 0.1, 0.3, 0.6])
def test_what_is_typed_while_the_reader_starts_goes_into_the_field(
    reader: Start, folders: Path, seconds: float | None
) -> None:
    """Before there is anything to see, with the first byte of it, or some time after that; the rest at once or not."""
    terminal = reader()
    if seconds is not None:
        terminal.until(lambda: bool(terminal.stream), "the first byte")
    terminal.type("/" if seconds else "/nuclear")
    if seconds:
        terminal.take_in(seconds)
        terminal.type("nuclear")
    terminal.until(lambda: terminal.lines[2].split()[:2] == ["/", "nuclear"] and "2 of 5" in terminal.text, "the query")
    terminal.type("\tq")
    assert terminal.wait() == 0
    assert not (folders / "config").exists(), "something was kept that nobody asked for"


def test_enter_typed_before_the_reader_has_the_terminal_is_enter(reader: Start) -> None:
    terminal = reader()
    terminal.type("/nuclear\r")
    terminal.shows("2 of 5", "match 1 of 5", "b bookmark")
    terminal.press("q")
    assert terminal.wait() == 0


def test_ctrl_c_twice_quits(reader: Start) -> None:
    terminal = reader()
    terminal.shows("5 articles")
    terminal.press("ctrl+c")
    terminal.shows("ctrl+c again quits")
    terminal.press("ctrl+c")
    assert terminal.wait() == 0
    assert_clean(terminal)


def test_ctrl_q_quits(reader: Start) -> None:
    terminal = reader()
    terminal.shows("5 articles")
    terminal.press("ctrl+q")
    assert terminal.wait() == 0
    assert_clean(terminal)


def test_suspended_and_brought_back(environment: Mapping[str, str], tmp_path: Path) -> None:
    stopped = tmp_path / "stopped"
    argv = [sys.executable, "-c", SHELL, str(stopped), *READER]
    with PseudoTerminal(argv, environment) as terminal:
        terminal.shows("5 articles")
        terminal.press("ctrl+z")
        terminal.until(lambda: stopped.exists() and stopped.read_text().isdecimal(), "the job's stop")
        terminal.until(lambda: terminal.stream.rfind(b"\x1b[?1049l") > 0, "the main screen")
        assert_clean(terminal)
        before = len(terminal.stream)
        os.kill(int(stopped.read_text()), signal.SIGCONT)
        terminal.until(lambda: b"5 articles" in terminal.stream[before:], "the repainted screen")
        assert b"\x1b[?1049h" in terminal.stream[before:]
        terminal.press("q")
        assert terminal.wait() == 0
        assert_clean(terminal)


def test_an_article_through_a_pipe(reader: Start) -> None:
    text = "The ferry stays\n\n" + "\n\n".join(f"“Line {n} holds,” said Ada Winterbourne." for n in range(1, 60))
    terminal = reader("-", stdin=text.encode())
    terminal.shows("standard input", "The ferry stays")
    terminal.press("G")
    terminal.shows("100 %", "Line 59 holds")
    terminal.press("b")
    terminal.shows("saved")
    terminal.press("q")
    assert terminal.wait() == 0
    assert_clean(terminal)
    assert "Traceback" not in terminal.text


def test_a_terminal_of_another_size(reader: Start) -> None:
    terminal = reader()
    terminal.shows("5 articles", "Quotes")
    terminal.resize(80, 24)
    terminal.until(lambda: "Quotes" not in terminal.text and "1 of 5" in terminal.lines[0], "the folded panes")
    assert all(len(line) <= 80 for line in terminal.lines)
    terminal.resize(120, 34)
    terminal.shows("5 articles", "Quotes")
    terminal.press("q")
    assert terminal.wait() == 0


def test_in_sixteen_colours_the_reading_cursor_is_seen(reader: Start) -> None:
    terminal = reader(TERM="xterm-16color", COLORTERM="")
    terminal.shows("5 articles")
    terminal.press("enter")
    terminal.shows("b bookmark")
    terminal.press("right")

    def marked() -> set[int]:
        return {y for y, x in terminal.bold if y > 2 and 45 < x < 80}

    terminal.until(lambda: bool(marked()), "a bold sentence")
    before = marked()
    for _ in range(3):
        terminal.press("right")
    terminal.until(lambda: marked() != before, "another one")
    terminal.press("q")
    assert terminal.wait() == 0


def test_no_colour_means_none(reader: Start) -> None:
    terminal = reader(NO_COLOR="1")
    terminal.shows("5 articles")
    terminal.press("/")
    terminal.shows("open the first")
    terminal.type("nuclear")
    terminal.shows("2 of 5")
    terminal.press("enter")
    terminal.shows("match 1 of 5", "b bookmark")
    terminal.press("B")
    terminal.shows("keeps the note")
    terminal.type("seen")
    terminal.press("enter")
    terminal.shows("saved")
    terminal.press("?")
    terminal.shows("Moving")
    terminal.press("?")
    terminal.shows_no("Moving")
    terminal.press("q")
    assert terminal.wait() == 0
    styles = {int(n) for part in sgr(terminal.stream) for n in part.split(b";") if n}
    assert styles, "nothing was styled at all"
    # 39 and 49 are the terminal's own colours; 0 to 9 and 21 to 29 are bold, dim, italic, underline, reverse.
    assert styles <= {*range(10), *range(21, 30), 39, 49}


def sgr(stream: bytes | bytearray) -> set[bytes]:
    """The parameters of every `CSI … m`."""
    return {piece.split(b"m")[0] for piece in bytes(stream).split(b"\x1b[")[1:] if _is_sgr(piece)}


def _is_sgr(piece: bytes) -> bool:
    head = piece.split(b"m")[0]
    return b"m" in piece and all(byte in b"0123456789;" for byte in head)


def test_a_dumb_terminal_is_told_in_one_line(reader: Start) -> None:
    terminal = reader(TERM="dumb")
    assert terminal.wait() == 2
    stream = bytes(terminal.stream)
    assert b"\x1b" not in stream
    assert stream.startswith(b"reader: ")
    assert stream.count(b"\n") == 1


def test_output_into_a_file_is_no_terminal(environment: Mapping[str, str]) -> None:
    run = subprocess.run(
        READER, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.startswith(b"reader: ")
    assert run.stderr.count(b"\n") == 1
    assert b"\x1b" not in run.stderr


def test_bookmarks_that_would_be_written_into_something_else_end_it_before_the_screen(
    reader: Start, tmp_path: Path
) -> None:
    for name, words in (("story.txt", "among the articles"), ("../letter.doc", "no file of bookmarks")):
        (tmp_path / "corpus").mkdir(exist_ok=True)
        file = tmp_path / "corpus" / name
        file.write_text("Bridge\n\nIt opens in May.\n")
        terminal = reader(tmp_path / "corpus", "--bookmarks", file)
        assert terminal.wait() == 2
        assert b"\x1b" not in terminal.stream
        assert words in terminal.stream.decode()
        assert terminal.stream.count(b"\n") == 1
        assert file.read_text() == "Bridge\n\nIt opens in May.\n"
    assert [path.name for path in (tmp_path / "corpus").iterdir()] == ["story.txt"]


def test_what_could_not_be_saved_is_printed_at_the_end(reader: Start, folders: Path, tmp_path: Path) -> None:
    folders.mkdir()
    (folders / "state").write_text("a file where a folder should be")
    bookmarks = folders / "state" / "bookmarks.jsonl"
    story, said = tmp_path / "story.txt", tmp_path / "stderr"
    story.write_text("Bridge\n\n“It opens in May,” Rosa Hale said.\n\n“Never,” Ivan Moss told her.\n", encoding="utf-8")
    terminal = reader(story, stderr=said, READER_BOOKMARKS=str(bookmarks))
    terminal.shows("Quotes 2")
    terminal.press("enter b")
    terminal.shows("1 not saved", "ONLY IN MEMORY")
    terminal.press("c")
    terminal.shows("Who said", "somebody else")
    terminal.press("2")
    terminal.shows("2 not saved")
    terminal.press("m")
    terminal.shows("d delete")
    terminal.press("#")
    terminal.shows("separated by spaces")
    terminal.type("may bridge\r")
    terminal.shows("#may #bridge")
    terminal.press("e")
    terminal.shows("keeps the note")
    terminal.type("ask her")
    terminal.press("enter")
    terminal.shows("ask her", "NOT SAVED")
    terminal.press("q")
    assert terminal.wait() == 3
    lines = said.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "positions" not in line] == [
        f"reader: not saved: {story}: “It opens in May,” Rosa Hale said.",
        "  note: ask her",
        "  tags: #may #bridge",
        "reader: not saved: “It opens in May,” was said by Ivan Moss",
    ]
