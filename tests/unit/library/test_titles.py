"""A title is found even where there is none."""

from __future__ import annotations

import pytest

from tui_reader.library.loader import make_article

PROSE = "The council met on Tuesday and talked for seven hours about the harbour and the price of sand."


def title(text: str, name: str = "some_file.txt") -> tuple[str, str]:
    article = make_article(text, id=name, path="/" + name, name=name, sha256="")
    if article.title_span is not None:
        assert article.text[article.title_span.start : article.title_span.end].strip() != ""
    return article.title, article.title_from


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"# The Harbour\n\n{PROSE}", ("The Harbour", "heading")),
        (f"3.64 BYN\n3.02 BYN\n\nThe Harbour Opens\n\n{PROSE}", ("The Harbour Opens", "first-line")),
        (f"The Harbour Opens\nSign up for our newsletter\n{PROSE}", ("The Harbour Opens", "first-line")),
        (f"{PROSE} More of it.\n{PROSE}", (PROSE[:-1], "first-sentence")),
        (f"3.64 BYN\n{PROSE}", (PROSE[:-1], "first-sentence")),
        ("---\ntitle: A Name\n---\n# Another\n", ("A Name", "front-matter")),
        ("Title: A Name\nAuthor: Ada Winterbourne\n\nBody.", ("A Name", "front-matter")),
        ("---\ntitle: [a, b]\n---\n\n# The Harbour\n", ("The Harbour", "heading")),
        ("3.64 BYN\n\n1.00 EUR\n", ("some file", "file-name")),
        ("", ("some file", "file-name")),
        ("\n \n", ("some file", "file-name")),
        ("港の朝\n\n市長は「港はみんなのものです」と述べた。", ("港の朝", "first-line")),
    ],
)
def test_where_titles_come_from(text: str, expected: tuple[str, str]) -> None:
    assert title(text) == expected


def test_markdown_emphasis_is_taken_off_in_markdown_only() -> None:
    assert title("# The *new* **Harbour** of `x`", "a.md")[0] == "The new Harbour of x"
    assert title("# $(touch A_B); `id` *x*")[0] == "$(touch A_B); `id` *x*"
    assert title("# snake_case_name and 2*3*4", "a.md")[0] == "snake_case_name and 2*3*4"


def test_a_first_sentence_is_cut_at_a_word() -> None:
    long = "When the council of Northmere met on Tuesday in the hall that was built for St. Brendan after the flood."
    found, origin = title(long + " " + long)
    assert origin == "first-sentence"
    assert len(found) <= 101
    assert found.endswith("…")
    assert long.startswith(found[:-1])
    assert long[len(found) - 1] in " ."


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Dr. Ada Winterbourne of St. Brendan met U.S. sailors. They talked about the harbour and the sand for long."
    assert title(text)[0] == "Dr. Ada Winterbourne of St. Brendan met U.S. sailors"


def test_a_title_is_one_line_without_controls_and_not_endless() -> None:
    article = make_article("# a\tb " + "T" * 20_000, id="x", path="/x", name="x.txt", sha256="")
    assert len(article.title) <= 300
    assert "\t" not in article.title


def test_a_heading_far_down_is_no_title() -> None:
    assert title(f"{PROSE} {PROSE}\n\n# Part\n\n{PROSE}")[1] == "first-sentence"
