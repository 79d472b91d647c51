"""A passage on the clipboard says what is quoted, what is reported, and whose name is a guess."""

from __future__ import annotations

from tui_reader.export.citing import citation, passage, quote_at
from tui_reader.model.article import Article
from tui_reader.model.quote import AttributionKind, Quote, QuoteKind, Speaker
from tui_reader.model.span import Span

TEXT = "“The lamp is lit,” she said. Bo Reed said that nobody came."
ARTICLE = Article("lamp.txt", "/lamp.txt", TEXT, "a", "The lamp", "first-line", date="2024-05")


def _quote(words: str, kind: QuoteKind, attribution: AttributionKind) -> Quote:
    start = TEXT.index(words)
    return Quote(Span(start, start + len(words)), kind, Speaker("Maria Okafor"), None, attribution)


LIT = _quote("The lamp is lit,", QuoteKind.DIRECT, AttributionKind.PRONOUN)
CAME = _quote("that nobody came", QuoteKind.INDIRECT, AttributionKind.CUE)


def test_a_guessed_speaker_is_said_to_be_one() -> None:
    assert passage(ARTICLE, LIT.span, "Maria Okafor", LIT) == (
        "“The lamp is lit,”\n— Maria Okafor (speaker inferred), The lamp, 2024-05, ¶1 (lamp.txt)"
    )


def test_reported_speech_stands_in_no_marks() -> None:
    assert passage(ARTICLE, CAME.span, "Maria Okafor", CAME) == (
        "that nobody came\n— Maria Okafor (reported, not quoted), The lamp, 2024-05, ¶1 (lamp.txt)"
    )
    assert citation(ARTICLE, CAME.span, "", CAME) == "— (reported, not quoted), The lamp, 2024-05, ¶1 (lamp.txt)"


def test_a_sentence_that_is_no_quotation_is_quoted_from_the_article() -> None:
    assert passage(ARTICLE, Span(29, 36)) == "“Bo Reed”\n— The lamp, 2024-05, ¶1 (lamp.txt)"


def test_which_quotation_a_passage_is() -> None:
    assert quote_at((CAME, LIT), CAME.span) is CAME
    assert quote_at((CAME, LIT), Span(0, 10)) is LIT
    assert quote_at((CAME, LIT), Span(30, 50)) is None
