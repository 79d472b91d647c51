"""The article in a web page."""

from __future__ import annotations

from pathlib import Path

from tui_reader.library.formats.html import declared, extract
from tui_reader.library.loader import Loader
from tui_reader.library.source import open_sources
from tui_reader.model.blocks import BlockKind

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Council opens harbour | Courier</title>
<meta property="article:published_time" content="2024-05-01T10:00:00Z">
<meta name="author" content="Ada &amp; Co">
<link rel="canonical" href="https://courier.example/harbour">
<script>var x = "<p>no</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<article><header><h1>Council Opens <em>Harbour</em></h1></header>
<p>The council of Northmere opened its
   new harbour on <b>Tuesday</b>.<br>Many came.
<p>&ldquo;We waited,&rdquo; said the mayor.&nbsp;<a href="x">More</a></p>
<ul><li><a href="/1">Another story</a></li><li><a href="/2">Yet another</a></li></ul>
<h2>A night on the quay</h2><blockquote><p>Too small already.</p></blockquote>
<ul><li>One gauge failed.</li></ul>
<form><p>Subscribe</p><input><button>Go</button></form>
</article>
<footer><p>All rights reserved</p></footer></body></html>"""


def test_a_page_becomes_its_article() -> None:
    assert extract(PAGE).text.split("\n\n") == [
        "# Council Opens Harbour",
        "The council of Northmere opened its new harbour on Tuesday. Many came.",
        "“We waited,” said the mayor. More",
        "## A night on the quay",
        "> Too small already.",
        "- One gauge failed.\n",
    ]


def test_what_a_page_says_of_itself() -> None:
    assert extract(PAGE).fields == {
        "language": "en-GB",
        "date": "2024-05-01T10:00:00Z",
        "author": "Ada & Co",
        "url": "https://courier.example/harbour",
        "title": "Council opens harbour | Courier",
    }


def test_a_page_in_a_folder_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (article,) = Loader().load_all(open_sources([tmp_path]))
    assert (article.date, article.language, article.author) == ("2024-05-01", "en", "Ada & Co")
    assert article.title == "Council opens harbour | Courier"
    kinds = [block.kind for block in article.blocks]
    assert kinds.count(BlockKind.HEADING) == 2
    assert {BlockKind.BLOCKQUOTE, BlockKind.LIST_ITEM} <= set(kinds)


def test_entities_that_decode_to_controls_pass_the_gate() -> None:
    text = extract("<title>&#27;]0;x</title><p>Hi &#27;[2J &#x9b;31m &#8238;x</p>").text
    assert "\x1b" not in text
    assert "\x9b" not in text
    assert "\u202e" not in text


def test_the_encoding_a_page_declares_is_used(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-2"><p>Zażółć gęślą jaźń, powiedziała burmistrz.</p>'
    (tmp_path / "a.htm").write_bytes(page.encode("iso-8859-2"))
    (tmp_path / "b.htm").write_bytes(page.encode("utf-8"))
    texts = {article.text for article in Loader().load_all(open_sources([tmp_path]))}
    assert texts == {"Zażółć gęślą jaźń, powiedziała burmistrz.\n"}
    assert declared(b"<meta charset=nosuch>") is None
    assert declared(b"<p>charset=utf-8</p>") is None


def test_hostile_pages_are_read() -> None:
    for page in (
        "<div>" * 30_000 + "words",
        "</div>" * 30_000 + "words",
        "<p>" * 30_000 + "words",
        "<a><b><i>" * 10_000 + "words",
        "<" * 30_000 + " words",
        "<p hidden>no</p>words",
        "<script>" + "x" * 10_000 + "</script>words",
        "<!-- " + "-" * 10_000 + "--><p>words",
    ):
        assert "words" in extract(page).text, page[:20]
    assert extract("").text == ""
