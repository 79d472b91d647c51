"""The head of a file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui_reader.library.frontmatter import read_head


def fields(head: str) -> dict[str, object]:
    return dict(read_head(f"---\n{head}\n---\nBody.").fields)


def test_a_flat_head() -> None:
    head = read_head(
        '---\ntitle: "A: B"\nauthor: Ada Winterbourne\ndate: 2024-05-06\ntags: [sea, Gull Point]\n---\n\nBody.\n'
    )
    assert dict(head.fields) == {
        "title": "A: B",
        "author": "Ada Winterbourne",
        "date": "2024-05-06",
        "tags": ("sea", "Gull Point"),
    }
    assert head.problem == ""


def test_the_body_begins_after_the_closing_line() -> None:
    text = "---\ntitle: x\n---\nBody."
    assert text[read_head(text).body :].lstrip() == "Body."
    dots = "---\ntitle: x\n...\nBody."
    assert dots[read_head(dots).body :].lstrip() == "Body."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("title: >\n  folded\n  lines", {"title": "folded lines"}),
        ("tags:\n- a\n- b", {"tags": ("a", "b")}),
        ("tags: a", {"tags": "a"}),
        ("authors: [Lena Marsh, Oskar Vale]", {"author": ("Lena Marsh", "Oskar Vale")}),
        ("published: 2024", {"date": "2024"}),
        ("lang: pl\nTitle: Big", {"language": "pl", "title": "Big"}),
        ("title: 'it''s'", {"title": "it's"}),
        ("title: 2024", {"title": "2024"}),
        ("title: ~", {}),
        ("title:", {}),
        ("title: [1, {a: b}]", {}),
        ("title: {a: b}", {}),
        ("date: [1]\ntags: {x: y}", {}),
        ("unknown: x", {}),
        ('title: !!python/object/apply:os.system ["touch x"]', {}),
        ("a: &a x\ntitle: *a", {"title": "x"}),
        ("# comment\ntitle: x # comment", {"title": "x"}),
    ],
)
def test_what_a_head_says(head: str, expected: dict[str, object]) -> None:
    assert fields(head) == expected


def test_escapes_pass_the_gate_after_the_parser() -> None:
    assert fields('title: "a\\e[2J\\x9b\\u202e\\n"') == {"title": "a␛[2J\ufffd⇇"}


def test_a_colon_in_an_unquoted_title_does_not_lose_the_head() -> None:
    head = read_head("---\ntitle: Gull Point: a story\ndate: 2024-01-02\ntags: [a\n---\nBody.")
    assert dict(head.fields) == {"title": "Gull Point: a story", "date": "2024-01-02"}
    assert "not valid YAML" in head.problem


@pytest.mark.parametrize(
    "head",
    [
        "title: " + "[" * 3000 + "]" * 3000,
        "a: \n  " + "- " * 8000 + "x",
        "a: " + "{a: " * 3000,
        "? " * 9000,
        "a: &a [x,x]\n"
        + "".join(
            f"b{i}: &b{i} [*{'a' if not i else f'b{i - 1}'},*{'a' if not i else f'b{i - 1}'}]\n" for i in range(30)
        ),
        "a: " + "9" * 6000,
    ],
)
def test_bombs_go_off_outside(head: str) -> None:
    assert read_head(f"---\n{head}\n---\nBody.").body > 0


def test_without_a_closing_line_it_is_text() -> None:
    head = read_head('---\ntitle: "abc\n\nBody.\n')
    assert (dict(head.fields), head.body) == ({}, 0)
    assert "closing" in head.problem
    assert read_head("---\n\nA text that begins with a rule.\n").problem == ""


def test_header_lines() -> None:
    lines = ["Title: The harbour: a story", "Author: Ada Winterbourne", "Date: 2024-05-01", "Language: en"]
    text = "\n".join(lines) + "\n\nBody.\n"
    head = read_head(text)
    assert dict(head.fields)["title"] == "The harbour: a story"
    assert dict(head.fields)["language"] == "en"
    assert text[head.body :].strip() == "Body."


@pytest.mark.parametrize(
    "text",
    [
        "Winterbourne: we waited\n\nBody.",
        "Date: 2024-05-01\nThe harbour is open.\n\nBody.",
        "Source: Courier\n\nBody.",
        "Ada Winterbourne, mayor:\n“We waited.”\n\nBody.",
        "Title: without an end",
        "Note: one\nTitle: two\nThird: three\nFourth: four\n\nBody.",
    ],
)
def test_what_is_no_header(text: str) -> None:
    head = read_head(text)
    assert (dict(head.fields), head.body) == ({}, 0)


def test_flat_heads_do_not_need_the_yaml_library() -> None:
    code = (
        "import sys; from tui_reader.library.loader import load; from tui_reader.library.frontmatter import read_head;"
        "read_head('---\\ntitle: \"x\"\\ntags: [a, b]\\ndate: 2024-01-01\\n---\\n');"
        "sys.exit('yaml' in sys.modules or 'charset_normalizer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
