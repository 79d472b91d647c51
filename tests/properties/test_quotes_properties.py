"""What holds for every text whatsoever."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.model.quote import QuoteKind
from tui_reader.quotes.extractor import extract
from tui_reader.quotes.lexicon import LANGUAGES
from tui_reader.quotes.persons import Persons

PIECES = st.sampled_from(
    [
        "“",
        "”",
        "„",
        "«",
        "»",
        '"',
        "'",
        "‘",
        "’",
        "``",
        "''",
        ",,",
        "「",
        "」",
        "—",
        " – ",
        "- ",
        "\n",
        "\n\n",
        " ",
        ". ",
        ", ",
        ": ",
        "?",
        "!",
        "…",
        "said",
        "Rosa Hale",
        "he",
        "she",
        "that",
        "Mr. ",
        "the mayor",
        "powiedział",
        "Jan Nowak",
        "że",
        "— сказал ",
        "Иван Петров",
        "sagte",
        "Karl Weber",
        "dit-il",
        "dijo",
        '12"',
        "O’Hale",
        "(D-Ohio)",
        "according to ",
        "По словам ",
        "a",
        "Ab",
        "I'm",
        "\u00a0",
        "🏔",
        "é",
        "İ",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))
LANGUAGE = st.sampled_from([None, *LANGUAGES, "ja", ""])


@settings(max_examples=400, deadline=None)
@given(TEXTS, LANGUAGE, st.booleans())
def test_spans_lie_in_the_text_in_order_and_apart(text: str, language: str | None, indirect: bool) -> None:
    quotes = extract(text, language, indirect=indirect)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end].strip() == text[quote.start : quote.end]
        for span in (quote.cue, quote.speaker.span if quote.speaker else None):
            assert span is None or span.end <= len(text)
        if quote.speaker is not None:
            assert quote.speaker.name
            assert quote.rule
            assert quote.attribution is not None
        if quote.kind is QuoteKind.SCARE:
            assert quote.speaker is None
    marked = [q for q in quotes if q.kind is not QuoteKind.INDIRECT]
    assert all(a.end <= b.start for a, b in pairwise(marked))
    assert list(quotes) == sorted(quotes, key=lambda q: q.span)


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGE)
def test_extraction_is_pure(text: str, language: str | None) -> None:
    assert extract(text, language) == extract(text, language)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Rosa Hale", "R. Hale", "Hale", "Milo Hale", "Milo Hale Jr.", "Роза Хейл", "Bo", "", ".", "Ł"]
        ),
        max_size=12,
    )
)
def test_a_person_is_its_own_canonical_name(names: list[str]) -> None:
    persons = Persons()
    for name in names:
        persons.add_name(name)
    for name in names:
        canonical = persons.canonical(name)
        assert persons.canonical(canonical) == canonical
        assert name in persons.aliases(name)
