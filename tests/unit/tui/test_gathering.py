"""Who said what over a corpus, without a screen."""

from __future__ import annotations

import pytest

from tui_reader.model.article import Article
from tui_reader.model.quote import AttributionKind, Quote, QuoteKind, Speaker
from tui_reader.model.span import Span
from tui_reader.search.facts import NoFacts
from tui_reader.search.topic import lights
from tui_reader.tui.gathering import Said, about, called, cue_words, doubtful, evidence, newest_first, on_topic, people


def _article(id: str, text: str, date: str | None = None, language: str = "en") -> Article:  # noqa: A002
    return Article(id, f"/{id}", text, id, f"Report {id}", "first-line", language=language, date=date)


def _quote(article: Article, words: str, speaker: str | None = None, **more: object) -> Quote:
    start = article.text.index(words)
    who = Speaker(speaker) if speaker else None
    return Quote(Span(start, start + len(words)), QuoteKind.DIRECT, who, **more)  # type: ignore[arg-type]


def _said(words: str, date: str | None = None) -> Said:
    article = _article(words[:5], words, date)
    return Said(article, _quote(article, words, "Rosa Hale"))


def test_people_are_counted_with_their_spellings_articles_and_languages() -> None:
    one = _article("one", "A first word. A second word.", "2020")
    two = _article("two", "Ein drittes Wort. Kein viertes.", "2022", "de")
    raw = [
        (one, [_quote(one, "A first word", "R. Hale"), _quote(one, "A second word", "Bo Reed")]),
        (two, [_quote(two, "Ein drittes Wort", "Rosa Hale"), _quote(two, "Kein viertes")]),
    ]
    named = [
        [_quote(one, "A first word", "Rosa Hale"), _quote(one, "A second word", "Bo Reed")],
        [_quote(two, "Ein drittes Wort", "Rosa Hale"), _quote(two, "Kein viertes")],
    ]
    rosa, bo = people((article, before, after) for (article, before), after in zip(raw, named, strict=True))
    assert (rosa.name, rosa.articles, rosa.languages, rosa.aliases) == ("Rosa Hale", 2, ("de", "en"), ("R. Hale",))
    assert [said.words for said in rosa.said] == ["Ein drittes Wort", "A first word"]
    assert (bo.name, bo.articles, bo.aliases) == ("Bo Reed", 1, ())


def test_a_corrected_quotation_gives_its_new_speaker_no_spelling() -> None:
    one = _article("one", "A first word.")
    corrected = _quote(one, "A first word", "Rosa Hale", attribution=AttributionKind.USER)
    (rosa,) = people([(one, [_quote(one, "A first word", "Bo Reed")], [corrected])])
    assert rosa.aliases == ()


def test_newest_first_and_undated_last() -> None:
    dates = ["2021", None, "2023-05-01", "2023", None, "2022-12"]
    said = [_said(f"word {number}", date) for number, date in enumerate(dates)]
    assert [one.words[-1] for one in newest_first(said)] == ["2", "3", "5", "0", "1", "4"]


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("harbour", ["The harbour is deep."]),
        ("harb", ["The harbour is deep."]),
        ('"is deep"', ["The harbour is deep."]),
        ('"deep is"', []),
        ("-harbour", ["The fee is high.", "A wharf, a fee."]),
        ("fee wharf", ["A wharf, a fee."]),
        ("harbour OR wharf", ["The harbour is deep.", "A wharf, a fee."]),
        ("said:fee date:2020", ["The fee is high."]),
        ("speaker:reed", []),
        ("speaker:hale title:the", ["The harbour is deep.", "The fee is high."]),
        ("", ["The harbour is deep.", "The fee is high.", "A wharf, a fee."]),
    ],
)
def test_a_topic_is_a_query_over_what_was_said(topic: str, found: list[str]) -> None:
    said = [_said("The harbour is deep."), _said("The fee is high.", "2020-01"), _said("A wharf, a fee.")]
    assert [one.words for one in on_topic(topic, said, NoFacts())] == found


def test_a_topic_that_is_no_longer_asked_for_stops() -> None:
    assert on_topic("word", [_said("word")], NoFacts(), cancelled=lambda: True) == []


def test_words_of_the_topic_are_lit() -> None:
    lit = lights('harb "deep water" -fee lang:en')
    assert [word for word in ("Harbour", "deep", "waters", "water", "fee", "en") if lit(word)] == [
        "Harbour", "deep", "water",
    ]  # fmt: skip


def test_what_deserves_a_look_stands_under_its_reasons() -> None:
    one = _article("one", "First. Second. Third. Fourth. Fifth.")
    quotes = [
        _quote(one, "First"),
        _quote(one, "Second", "Bo", attribution=AttributionKind.PRONOUN),
        _quote(one, "Third", "Bo", attribution=AttributionKind.CUE),
        _quote(one, "Fourth", attribution=AttributionKind.USER),
        _quote(one, "Fifth", unclosed=True),
    ]
    assert [(reason, said.words) for reason, said in doubtful(Said(one, quote) for quote in quotes)] == [
        ("Nobody found", "First"),
        ("Nobody found", "Fifth"),
        ("By a pronoun only", "Second"),
        ("The mark is never closed", "Fifth"),
    ]


TEXT = (
    "One day it rained. “The quay is wet,” the old keeper said at noon. Nobody answered him.\n\nAt night he said: “Go.”"
)


def test_the_words_of_the_cue_come_without_the_quotation() -> None:
    article = _article("one", TEXT)
    after = _quote(article, "The quay is wet,", "Bo", cue=Span(TEXT.index("said"), TEXT.index("said") + 4))
    assert cue_words(article, after) == "the old keeper said at noon"
    at = TEXT.rindex("said")
    before = _quote(article, "Go.", "Bo", cue=Span(at, at + 4))
    assert cue_words(article, before) == "At night he said"
    assert cue_words(article, _quote(article, "Go.")) == ""


def test_the_evidence_names_rule_cue_and_the_words_for_the_speaker() -> None:
    article = _article("one", TEXT)
    at, he = TEXT.rindex("said"), TEXT.index("he said")
    quote = Quote(
        Span(TEXT.index("Go."), TEXT.index("Go.") + 3), QuoteKind.DIRECT, Speaker("Bo Reed", "he", Span(he, he + 2)),
        Span(at, at + 4), AttributionKind.PRONOUN, "he: subject of the sentence before", unclosed=True,
    )  # fmt: skip
    assert evidence(article, quote) == [
        "direct, the mark is never closed · he: subject of the sentence before",
        "cue: “At night he said”",
        "named: “he” ¶2 stands for Bo Reed",
    ]


def test_people_are_found_by_the_beginnings_of_any_of_their_names() -> None:
    one = _article("one", "A word.")
    before, after = _quote(one, "A word", "Aleksander Łukaszenka"), _quote(one, "A word", "Alexander Lukashenko")
    (person,) = people([(one, [before], [after])])
    assert called("luka", person)
    assert called("lukasz alek", person)
    assert called("", person)
    assert not called("shenko", person)


NEWS = """The council and the harbour

“The harbour is deep,” Rosa Hale said. “Nobody asked us,” she said.

“We pay the fee for the harbour.” That was heard in the street.

Bo Reed spoke of fish.
"""


def test_a_topic_tells_who_said_anything_about_it_and_how_much() -> None:
    article = _article("one", NEWS)
    quotes = [
        _quote(article, "Nobody asked us,", "Rosa Hale"),
        _quote(article, "The harbour is deep,", "Rosa Hale"),
        _quote(article, "We pay the fee for the harbour."),
        _quote(article, "fish", "Bo Reed"),
    ]
    everyone = people([(article, quotes, quotes)])
    said = [Said(article, quote) for quote in quotes]
    rosa, nobody = about("harbour", everyone, said, NoFacts(), lambda: False)
    assert (rosa.name, rosa.total, rosa.dates) == ("Rosa Hale", 2, "no dates")
    assert [(one.words, one.near) for one in rosa.said] == [("The harbour is deep,", False), ("Nobody asked us,", True)]
    assert (nobody.name, nobody.known, len(nobody.said)) == ("speaker not found", False, 1)


def test_without_any_evidence_that_is_said() -> None:
    article = _article("one", NEWS)
    assert evidence(article, _quote(article, "fish")) == ["direct · no cue was found"]
