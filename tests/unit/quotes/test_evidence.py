"""What speaks for an attribution, in words a reader can check."""

from __future__ import annotations

from tui_reader.model.article import Article
from tui_reader.model.quote import Quote
from tui_reader.quotes.evidence import NO_CUE, reason, stands_for
from tui_reader.quotes.service import QuoteService

TEXT = """The lighthouse in winter

“Nobody saw it go out.” That was all.

The keeper, Maria Okafor, spoke for an hour about the lamp.

“The lamp was lit every night for ninety years,” she said.

Bo Reed, ferryman:

“We never close.”
"""


def _quotes() -> tuple[Article, tuple[Quote, ...]]:
    article = Article("a", "/a", TEXT, "a", "The lighthouse in winter", "first-line", language="en")
    return article, QuoteService().of(article)


def test_a_pronoun_leads_to_the_paragraph_where_the_name_stands() -> None:
    article, (_, lamp, _) = _quotes()
    assert lamp.inferred
    place = stands_for(article, lamp)
    assert place is not None
    assert (place.of(TEXT), article.paragraph_at(place.start)) == ("Maria Okafor", 3)


def test_the_reason_is_never_empty_without_a_cue() -> None:
    article, (nobody, _, label) = _quotes()
    assert reason(article, nobody) == NO_CUE
    assert reason(article, label) == "label line ¶5"
    assert stands_for(article, label) is None
