"""Which face is picked, and how a run ends."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Reader
from tui_reader import __version__

COMMAND = [sys.executable, "-m", "tui_reader"]
FOREIGN = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    folders = {f"READER_{name}_DIR": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    return {**os.environ, **folders, "LC_ALL": "C", "LANG": "C", "PYTHONPATH": os.pathsep.join(sys.path)}


def test_help_and_version_go_to_standard_output(reader: Reader) -> None:
    assert reader("--version") == reader("list", "-V")
    assert reader("-V").out == f"reader {__version__}\n"
    answer = reader("--help")
    assert (answer.code, answer.err) == (0, "")
    assert "bookmarks add ARTICLE START END" in answer.out
    assert "--width" in reader("show", "--help").out


def test_where_files_are(reader: Reader, tmp_path: Path) -> None:
    lines = dict(line.split(maxsplit=1) for line in reader("--paths").out.splitlines())
    assert lines["bookmarks"] == str(tmp_path / "config" / "bookmarks.jsonl")
    assert lines["queries"] == str(tmp_path / "config" / "queries.toml")
    assert Path(lines["samples"]).is_dir()
    assert reader("--paths", "--json").rows[0]["state"] == str(tmp_path / "state")
    assert not (tmp_path / "config").exists()


def test_the_settings_in_force(reader: Reader, tmp_path: Path, corpus: Path) -> None:
    config = tmp_path / "my.toml"
    config.write_text(f'library = ["{corpus}"]\nnonsense = 1\n')
    assert str(corpus) in reader("--print-config", "--config", config).out
    answer = reader("list", "--config", config)
    assert answer.out.startswith("harbour.txt")
    assert "nonsense" in answer.err
    assert reader("list", "--config", tmp_path / "gone.toml").code == 2
    config.write_text("library = 5")
    assert reader("list", "--config", config).code == 2


def test_settings_that_cannot_be_obeyed_are_named_as_unknown_keys_are(
    reader: Reader, tmp_path: Path, corpus: Path
) -> None:
    config = tmp_path / "my.toml"
    config.write_text('nonsense = 1\ntheme = "nope"\n[keymap]\nbookmark = "ctrl+foo"\nfly = "x"\nquit = "ctrl+x"\n')
    for words in (["list", corpus], ["--print-config"]):
        answer = reader(*words, "--config", config)
        assert answer.code == 0
        assert answer.err.splitlines() == [
            f"reader: {config}: unknown key `nonsense`",
            f"reader: {config}: no theme is called 'nope': there are ink, paper, contrast, terminal, mono",
            f"reader: {config}: keymap: no command is called 'fly'; the ids stand in docs/keys.md",
            f"reader: {config}: keymap: 'ctrl+foo' is no key; 'bookmark' has b",
        ]


def test_without_a_terminal_the_app_says_so(reader: Reader, corpus: Path) -> None:
    answer = reader(corpus)
    assert (answer.code, answer.out) == (2, "")
    assert "terminal" in answer.err
    assert answer.err.count("\n") == 1


def test_a_missing_path_ends_before_the_app(reader: Reader, tmp_path: Path) -> None:
    answer = reader(tmp_path / "gone")
    assert answer.code == 2
    assert "no such file" in answer.err


def test_debug_shows_where_an_error_came_from(reader: Reader, tmp_path: Path) -> None:
    answer = reader("list", tmp_path / "gone\x1b[31m", "--debug")
    assert "Traceback" in answer.err
    assert "\x1b" not in answer.err


def test_a_dumb_terminal_gets_one_line(environment: dict[str, str], corpus: Path) -> None:
    leader, follower = pty.openpty()
    done = subprocess.run(
        [*COMMAND, str(corpus)],
        stdin=follower, stdout=follower, stderr=subprocess.PIPE, env={**environment, "TERM": "dumb"}, check=False,
    )  # fmt: skip
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2
    assert b"dumb" in done.stderr


def test_an_article_through_a_pipe_leaves_the_keys_to_the_terminal(environment: dict[str, str]) -> None:
    program = (
        "import sys; from tui_reader.__main__ import _read_article; data = _read_article().getvalue();"
        "print(data, sys.stdin.isatty(), sys.__stdin__.fileno())"
    )
    child, terminal = pty.fork()
    if child == 0:
        script = 'printf words | "$1" -c "$2"'
        os.execve("/bin/sh", ["sh", "-c", script, "sh", sys.executable, program], environment)
    said = b""
    # Linux says EIO where other systems say end of file, when the last program has left the terminal.
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 4096):
            said += piece
    os.close(terminal)
    assert os.waitpid(child, 0)[1] == 0
    assert said.strip() == b"b'words' True 0"


def test_output_is_utf8_in_any_locale(environment: dict[str, str]) -> None:
    corpus = Path(__file__).parents[2] / "corpus"
    done = subprocess.run([*COMMAND, "list", str(corpus)], capture_output=True, env=environment, check=True)
    assert "Przystań otwarta" in done.stdout.decode("utf-8")
    assert "港の朝" in done.stdout.decode("utf-8")


def test_a_closed_pipe_is_silent(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("A line of words.\n" * 50_000)
    with subprocess.Popen(
        [*COMMAND, "show", str(tmp_path / "long.txt")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 0


@pytest.mark.parametrize("stream", [0, 1, 2])
def test_a_closed_stream_is_one_line_or_none(environment: dict[str, str], corpus: Path, stream: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {stream}{"<" if stream == 0 else ">"}&-', "sh", *COMMAND, "list", str(corpus)],
        capture_output=True, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == (3 if stream == 1 else 0)
    assert b"Traceback" not in done.stderr


def test_an_interrupt_ends_with_130(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*COMMAND, "search", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write(b"harbour\n" + b"putin\n" * 2_000)
        run.stdin.flush()
        run.stdout.read(1)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate()
        assert run.returncode == 130
        assert b"Traceback" not in err


def write_hostile(folder: Path) -> None:
    """Files that want to break or fool whoever lists them."""
    folder.mkdir()
    for number, code in enumerate(
        ("\x1b[2J", "\x1b]52;c;eA==\x07", "\x9b31m", "\x9d0;x\x9c", "\u202e", "\u2066", "\x0e", "\x7f")
    ):
        (folder / f"escape{number}.txt").write_text(
            f"# T {code} end\n\n“Words {code} words,” said X.\n", encoding="utf-8"
        )
        (folder / f"head{number}.md").write_text(
            f'---\ntitle: "T {code}"\nauthor: {code}\n---\nBody {code}.\n', encoding="utf-8"
        )
    (folder / "escape in yaml.md").write_text('---\ntitle: "\\e]0;x\\a \\u009b"\n---\nBody.\n')
    (folder / "markup.txt").write_text("[@click=app.quit]x[/] [bold]\n\n“[/],” said X.\n")
    (folder / "spaces.txt").write_text("# S\n\n" + " " * 50_000 + "x\n" + "\t \n" * 5_000)
    (folder / "raw.txt").write_bytes(b"# R\n\n\x9b2J \x9d52;c;eA==\x9c \xff\xfe\n")
    (folder / "nul.txt").write_bytes(b"# N\x00ul\n\nThe com\x00mittee met.\n")
    for name in (b"n\new\x1b[31m.txt", b"bad\xff.txt", "\u202egnp.txt".encode(), b"-rf.txt", b" space .txt"):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(b"# x\n\nhi\n")
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(".")
    (folder / "zero.txt").symlink_to("/dev/zero")


def test_nothing_foreign_reaches_the_terminal(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    write_hostile(folder)
    for words in (
        ["list"],
        ["list", "--json"],
        ["quotes"],
        ["quotes", "--json"],
        ["search", "words"],
        ["search", "t", "--json"],
    ):
        done = subprocess.run(
            [*COMMAND, *words, str(folder)], capture_output=True, env=environment, check=False, timeout=60
        )
        assert done.returncode == 0, words
        assert not FOREIGN.search(done.stdout), words
        assert not FOREIGN.search(done.stderr), words


def test_every_hostile_file_can_be_addressed(reader: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    write_hostile(folder)
    for row in reader("list", folder, "--json").rows:
        answer = reader("show", "--width", 60, "--", row["id"], folder)
        assert answer.code in (0, 3), row["id"]
        assert not FOREIGN.search(answer.out.encode()), row["id"]


def test_the_words_that_make_a_command_are_the_parsers() -> None:
    from tui_reader.cli import FIRST_WORDS
    from tui_reader.cli.parser import COMMANDS

    assert {command.name.split()[0] for command in COMMANDS} == FIRST_WORDS
