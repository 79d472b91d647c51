"""Places, bodies, answers, signatures, coordinated subjects: evidence in English texts, and silence without it."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said
from tui_reader.model.quote import AttributionKind
from tui_reader.quotes.extractor import extract

CASES = [
    ("The Kirov Region signed a deal. “We are glad,” he said.", [("We are glad", None)]),
    ("Russia called the plan “a step into the dark water.”", [("a step into the dark water", None)]),
    (
        "Ann Hale spoke first. She cited a pact with Frank Reed: “Sanctions or not, we stay,” the mayor said.",
        [("Sanctions or not, we stay", "Ann Hale")],
    ),
    (
        "Ann Hale spoke first. Her advice was: “So, build it yourself,” she urged.",
        [("So, build it yourself", "Ann Hale")],
    ),
    (
        "Ann Hale said: “It works,” she said. The rest left.",
        [("It works", "Ann Hale")],
    ),
    ("Frank Reed was quoted by The Daily Press: “It works.”", [("It works", "Frank Reed")]),
    ("In the words of the Crown prosecutor, Frank Reed, “it was all a lie.”", [("it was all a lie", "Frank Reed")]),
    (
        "Google opened an office. A recent report of its own numbers concluded, “It could fall to fourth place.”",
        [("It could fall to fourth place", None)],
    ),
    ("“It is late,” said former secretary of state Rosa Hale, who left.", [("It is late", "Rosa Hale")]),
    ("“It works,” said a longtime adviser to Frank Hale, who declined to be named.", [("It works", None)]),
    ("“No comment,” Hale and Reed said.", [("No comment", "Hale")]),
    ("Ann Hale — the mayor — said: “It’s done.”", [("It’s done", "Ann Hale")]),
    ("Asked about the pier, Hale, who is 45, said: “No comment.”", [("No comment", "Hale")]),
    ("“The bridge will never open,” — Ann Hale, mayor.", [("The bridge will never open", "Ann Hale")]),
    (
        "“So far, it is a long game.”\n— Frank Reed, writer\n\nThe end came.",
        [("So far, it is a long game", "Frank Reed")],
    ),
    ("“Document found in a rainy street” — CBC.ca, August 15", [("Document found in a rainy street", None)]),
    (
        "Ann Hale met Rosa Hale. Ann Hale talked and Ann Hale sang. “Enough,” Hale said.",
        [("Enough", "Ann Hale")],
    ),
    ("Environment Canada spokeswoman Rosa Reed spoke. “We care,” she said.", [("We care", "Rosa Reed")]),
    (
        "Police chief Henry White said that “the worst has passed.” “We'll see,” the chief added.",
        [("the worst has passed", "Henry White"), ("We'll see", "Henry White")],
    ),
    ("“It hurts,” former Gov. Frank Reed of Florida said on Monday.", [("It hurts", "Frank Reed")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_speaker(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


def test_a_signature_says_so() -> None:
    (quote,) = extract("“The bridge will never open,” — Ann Hale, mayor.", "en")
    assert quote.attribution is AttributionKind.LABEL
    assert quote.rule == "signed: the name after a dash"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ru", "Павел Среда: «Мы забили гол».", "Павел Среда"),
        ("ru", "«Мы забили гол», — сказал Павел Среда.", "Павел Среда"),
        ("pl", "„To nieprawda” – powiedział asystent Obamy Tiko Dahl.", "Tiko Dahl"),
        ("pl", "Asystent Obamy Tiko Dahl napisał: „To nieprawda, nigdy tak nie było”.", "Tiko Dahl"),
        ("en", "Madam Speaker, “I solemnly swear to keep the bridge in good repair.”", None),
    ],
)
def test_where_a_name_begins_and_ends(language: str, text: str, who: str | None) -> None:
    assert [name for _, name in said(text, language)] == [who]
