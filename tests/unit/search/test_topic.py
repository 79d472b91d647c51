"""What is said about a topic: own words first, then the paragraph."""

from __future__ import annotations

import pytest

from tui_reader.model.article import Article
from tui_reader.model.quote import Quote, QuoteKind, Speaker
from tui_reader.model.span import Span
from tui_reader.search.facts import NoFacts
from tui_reader.search.topic import Topic

TEXT = """---
note: harbour
---
The council and the ferry

“The harbour is deep,” Rosa Hale said of the fee. “Nobody asked us,” she said.

“The fee for the Łukaszenka bridge is high.” That was heard in the street.
"""


def _about(query: str) -> dict[str, bool]:
    article = Article(
        "a", "/a", TEXT, "a", "The council", "first-line", body=TEXT.index("The"), language="en", date="2020-05"
    )
    quotes = []
    for words in ("The harbour is deep,", "Nobody asked us,", "The fee for the Łukaszenka bridge is high."):
        start = TEXT.index(words)
        quotes.append(Quote(Span(start, start + len(words)), QuoteKind.DIRECT, Speaker("Rosa Hale", "she")))
    return {q.span.of(TEXT)[:10]: own for q, own in Topic(query, NoFacts()).about(article, quotes)}


def test_a_typing_slip_is_forgiven_where_nothing_else_is_found() -> None:
    article = Article("a", "/a", TEXT, "a", "The council", "first-line", body=TEXT.index("The"), language="en")
    start = TEXT.index("The harbour is deep,")
    quote = Quote(Span(start, start + 20), QuoteKind.DIRECT)
    topic = Topic("harbuor", NoFacts())
    assert topic.about(article, [quote]) == []
    assert topic.everything([(article, [quote])]) == [(article, quote, True)]
    assert topic.nearest == ("harbour",)
    right = Topic("harbour", NoFacts())
    assert right.everything([(article, [quote])]) == [(article, quote, True)]
    assert right.nearest == ()


HARBOUR, NOBODY, FEE = "The harbou", "Nobody ask", "The fee fo"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", {HARBOUR: True, NOBODY: False}),
        ("fee", {HARBOUR: False, NOBODY: False, FEE: True}),
        ("harbour fee", {HARBOUR: False, NOBODY: False}),
        ("said:fee", {FEE: True}),
        ('"deep harbour"', {}),
        ("street OR deep", {HARBOUR: True, NOBODY: False, FEE: False}),
        ("fee -harbour", {FEE: True}),
        ("lukashenko", {FEE: True}),
        ("speaker:hale date:2020 deep", {HARBOUR: True, NOBODY: False}),
        ("title:ferry", {}),
        ("zeppelin", {}),
    ],
)
def test_a_quotation_is_about_a_topic_by_its_words_or_its_paragraph(query: str, found: dict[str, bool]) -> None:
    assert _about(query) == found
