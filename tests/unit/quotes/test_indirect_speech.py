from __future__ import annotations

import pytest

from tui_reader.model.quote import QuoteKind
from tui_reader.quotes.extractor import extract

TEXT = (
    "Rosa Hale met the press on Friday. She said that the bridge would open in May. “It is safe,” she added. "
    "The mayor, Bo Reed, claimed that nobody had asked him about it. It is said that bridges fall."
)


def test_off_by_default() -> None:
    assert all(q.kind is not QuoteKind.INDIRECT for q in extract(TEXT, "en"))


def test_reported_clauses_in_text_order_with_speakers() -> None:
    quotes = extract(TEXT, "en", indirect=True)
    assert [(q.kind.value, q.span.of(TEXT), q.speaker.name if q.speaker else None) for q in quotes] == [
        ("indirect", "that the bridge would open in May", "Rosa Hale"),
        ("direct", "It is safe,", "Rosa Hale"),
        ("indirect", "that nobody had asked him about it", "Bo Reed"),
    ]


def test_other_languages() -> None:
    polish = "Jan Nowak powiedział, że most stanie w maju."
    (quote,) = extract(polish, "pl", indirect=True)
    assert quote.span.of(polish) == "że most stanie w maju"
    assert quote.speaker is not None
    assert quote.speaker.name == "Jan Nowak"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Paul Ness left. The paper quoted him on Friday as saying that the Moss builders would mend the roof.",
            ["Paul Ness"],
        ),
        ("A paper quoted him on Friday as saying that the Moss builders would mend the roof.", []),
        ("The paper quoted her mother, Rita Moss, as saying that the roof would be mended soon.", ["Rita Moss"]),
        ("Recent reports have revealed that the money for the roof was gone.", []),
        ("Paul Ness, SC, said that the builder had erred in law.", ["Paul Ness"]),
        ("“It holds,” Rita Moss said. Moss reports that the roof was mended in May.", ["Rita Moss"]),
    ],
)
def test_who_is_cited(text: str, who: list[str]) -> None:
    found = [quote for quote in extract(text, "en", indirect=True) if quote.kind is QuoteKind.INDIRECT]
    assert [quote.speaker.name for quote in found if quote.speaker] == who
