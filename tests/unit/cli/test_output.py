"""What is written, and what never is."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from tui_reader.cli.output import Output, OutputError, Painted, to_json

HOSTILE = "a\x1b[2Jb\x9bc\x7fd\u202ee\u2066f\x00g\udcffh\r\n\ti"


class Terminal(BytesIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_no_control_character_gets_through() -> None:
    stream = BytesIO()
    output = Output(stream=stream)
    output.line(HOSTILE, Painted(HOSTILE, "bold"))
    output.text(HOSTILE)
    output.row({"x": HOSTILE, HOSTILE: [HOSTILE]})
    written = stream.getvalue().decode("utf-8")
    allowed = {"\n", "\t"}
    assert all(character in allowed or character.isprintable() for character in written)
    assert not set(written) & set("\u202e\u2066\x9b")


def test_json_comes_back_as_it_was() -> None:
    text = '„Łódź” \u202e \x7f \u2028 \\ " 👩‍👩‍👧 \x1b'
    assert json.loads(to_json({"x": text})) == {"x": text}
    assert "Łódź" in to_json({"x": text})
    assert json.loads(to_json({"x": "\udcff"})) == {"x": "\ufffd"}


def test_rows_carry_the_version_of_the_schema() -> None:
    stream = BytesIO()
    Output(stream=stream).row({"a": 1})
    assert json.loads(stream.getvalue()) == {"schema": 1, "a": 1}


@pytest.mark.parametrize(
    ("color", "environment", "terminal", "painted"),
    [
        ("auto", {"TERM": "xterm"}, True, True),
        ("auto", {"TERM": "xterm"}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TERM": "xterm", "NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "xterm", "NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"TERM": "xterm", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(
    color: str, environment: dict[str, str], terminal: bool, painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = Terminal() if terminal else BytesIO()
    Output(color=color, stream=stream).line(Painted("x", "bold"))
    assert (b"\x1b[" in stream.getvalue()) == painted


class Full(BytesIO):
    """A disk without room."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_output_that_cannot_be_written_is_an_error_of_one_line() -> None:
    output = Output(stream=Full())
    output.line("x")
    with pytest.raises(OutputError, match="no space left on device") as caught:
        output.close()
    assert caught.value.exit_code == 3
