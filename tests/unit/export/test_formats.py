import csv
import io
import json
from dataclasses import replace
from urllib.parse import unquote

import pytest

from tests.proofs.articles import article
from tests.unit.export.made import FERRY, ID, made
from tui_reader.export import jsonld, markdown, table
from tui_reader.export.formats import FORMATS, SUFFIXES, export, renderer
from tui_reader.export.links import address, digest_iri, file_uri, fragment, link, source_iri
from tui_reader.export.rows import stamp
from tui_reader.model.errors import UsageError

MADE = "2026-11-23T12:00:00Z"


def test_every_format_has_a_renderer_and_a_suffix() -> None:
    assert set(FORMATS) == set(SUFFIXES)
    for name in FORMATS:
        assert renderer(name)([], MADE)
        assert export([made()], name, MADE) == renderer(name)([made()], MADE)
    with pytest.raises(UsageError, match="markdown"):
        export([], "xml")


def test_the_time_of_an_export() -> None:
    assert stamp({"SOURCE_DATE_EPOCH": "0"}) == "1970-01-01T00:00:00Z"
    assert stamp({"SOURCE_DATE_EPOCH": "yesterday"}) > "2026"
    assert export([made()], "jsonld") != export([made()], "jsonld", "1970-01-01T00:00:00Z")


# Links


def test_file_uris() -> None:
    assert file_uri(replace(made(), path="/a b/ż#1.txt")) == "file:///a%20b/%C5%BC%231.txt"
    assert file_uri(replace(made(), path="C:\\texts\\a.txt")) == "file:///C:/texts/a.txt"
    assert file_uri(replace(made(), path="-")) == ""


def test_a_file_uri_is_made_of_the_name_on_the_disk_and_not_of_what_is_shown() -> None:
    row = replace(made(), path="/a/caf\ufffd.txt", file="/a/caf\udce9.txt")
    assert file_uri(row) == "file:///a/caf%E9.txt"
    assert file_uri(replace(row, path="/a/␛.txt", file="/a/\x1b.txt")) == "file:///a/%1B.txt"
    assert file_uri(replace(row, path="/a/\ufffd.txt", file="/a/\ufffd.txt")) == "file:///a/%EF%BF%BD.txt"


def test_a_name_known_only_as_it_is_shown_makes_no_link() -> None:
    row = replace(made(), path="/a/caf\ufffd.txt")
    assert (file_uri(row), link(row)) == ("", "")
    assert source_iri(row) == digest_iri(row)


def test_the_source_is_the_web_address_then_the_file_then_the_digest() -> None:
    row = made()
    assert source_iri(replace(row, url="https://example.org/ferry")) == "https://example.org/ferry"
    assert source_iri(replace(row, url="javascript:alert(1)")) == "file:///library/ferry.txt"
    assert source_iri(replace(row, path="-")) == digest_iri(row)
    assert digest_iri(row).startswith("ni:///sha-256;")
    assert link(replace(row, path="-")) == ""


def test_a_text_fragment_names_the_passage_and_its_neighbours() -> None:
    assert fragment(made("The pier")) == "text=The%20pier,-is%20ready.%E2%80%9D"
    assert unquote(fragment(made("harbour board said"))) == "text=of May, the-,harbour board said,-on Tuesday."
    assert (
        fragment(made("to-be, &", article("A\n\nCritics to-be, & all\n\nB"))) == "text=Critics-,to%2Dbe%2C%20%26,-all"
    )
    assert address(made()) == "ferry.txt:3"


def test_a_long_passage_is_named_by_its_ends() -> None:
    text = FERRY.text.strip()
    assert fragment(made(text)) == "text=Ferry%20returns%20to%20Lindholm,of%20the%20fishermen%20argued."


# CSV


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_reads_back() -> None:
    row = made(note='a "note",\nwith lines', tags=("x", "y z"), speaker="Marit Sandvik")
    text = table.render([row])
    assert text.split("\r\n")[0] == ",".join(table.COLUMNS)
    (read,) = rows_of(text)
    assert read["quotation"] == "The pier is ready."
    assert read["note"] == 'a "note",\nwith lines'
    assert (read["tags"], read["speaker"], read["paragraph"]) == ("x; y z", "Marit Sandvik", "3")
    assert (read["title"], read["state"], read["id"]) == (FERRY.title, "exact", ID)
    assert read["link"].startswith("file:///library/ferry.txt#:~:text=")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1", "=HYPERLINK(1)"])
def test_no_cell_is_a_formula(start: str) -> None:
    (read,) = rows_of(table.render([made(note=start, tags=(start,), speaker=start)]))
    for column in ("note", "tags", "speaker"):
        assert read[column] == "'" + start
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in read.values())


# JSON-LD


def test_the_collection_is_a_web_annotation_collection() -> None:
    other = made("Two crossings a day", id="by-hand/1", state="absent")
    document = json.loads(jsonld.render([made(), other], MADE))
    assert document["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert document["type"] == "AnnotationCollection"
    assert document["total"] == 2
    assert document["generated"] == MADE
    page = document["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", document["id"], 0)
    assert [item["id"] for item in page["items"]] == [f"urn:uuid:{ID}", "urn:x-reader:by-hand%2F1"]
    assert {item["type"] for item in page["items"]} == {"Annotation"}


def test_an_annotation_has_bodies_and_one_target() -> None:
    item = jsonld.item(made(note="why", tags=("pier",), speaker="Marit Sandvik"))
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [
        ("commenting", "why"),
        ("describing", "Marit Sandvik"),
        ("tagging", "pier"),
    ]
    target = item["target"]
    assert target["source"] == "file:///library/ferry.txt"
    assert [s["type"] for s in target["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]
    assert target["selector"][0]["exact"] == "The pier is ready."
    assert set(target["selector"][0]) == {"type", "exact", "prefix", "suffix"}
    assert target["state"] == {"type": "TimeState", "sourceDate": "2026-11-01T10:00:00.000Z"}
    assert (item["motivation"], item["label"]) == ("bookmarking", "Ferry returns to Lindholm, ¶3")


def test_nothing_empty_is_written() -> None:
    assert "body" not in jsonld.item(made())
    assert json.loads(jsonld.render([]))["total"] == 0
    assert "generated" not in json.loads(jsonld.render([]))


# Markdown


def test_markdown_groups_by_article_and_escapes() -> None:
    hostile = article("# *Bold* claim\n\n- <b>1.</b> `x` [y](z) & _w_\n1. end", "odd.txt", "A *title* [x]\n<i>")
    rows = [made(), made(hostile.text, hostile, note="# no heading\n* no list"), made("Critics", tags=("a b", "c"))]
    text = markdown.render(rows, MADE)
    assert text.count("\n## ") == 2
    assert "## A \\*title\\* \\[x\\] \\<i\\>" in text
    assert "> \\# \\*Bold\\* claim\n>\n> \\- \\<b\\>1.\\</b\\> \\`x\\` \\[y\\](z) \\& \\_w\\_\n> 1\\. end" in text
    assert "\\# no heading\n\\* no list" in text
    assert "#a-b #c · 2026-11-01 · `" in text
    assert "3 from 2, 2026-11-23." in text


def test_markdown_names_speaker_title_and_place() -> None:
    text = markdown.render([made(speaker="Marit Sandvik")], MADE)
    assert (
        "> The pier is ready.\n>\n> — Marit Sandvik, *Ferry returns to Lindholm*, [¶3](file:///library/ferry.txt#:~:"
        in text
    )
    assert "- File: /library/ferry.txt" in text


@pytest.mark.parametrize(
    ("state", "remark"), [("changed", "wording has changed"), ("orphan", "no longer"), ("absent", "not among")]
)
def test_markdown_says_what_became_of_a_passage(state: str, remark: str) -> None:
    assert remark in markdown.render([made(state=state)])
    assert remark not in markdown.render([made()])
