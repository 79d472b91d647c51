"""Short ways to look at what the extractor says."""

from __future__ import annotations

from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.quotes.extractor import extract

SPEECH = (QuoteKind.DIRECT, QuoteKind.MIXED)


def speech(text: str, language: str | None = "en") -> list[Quote]:
    return [quote for quote in extract(text, language) if quote.kind in SPEECH]


def said(text: str, language: str | None = "en") -> list[tuple[str, str | None]]:
    """Words (without the punctuation that ends them) and speaker of everything taken for speech."""
    return [
        (text[q.start : q.end].rstrip(".,!?…"), q.speaker.name if q.speaker else None) for q in speech(text, language)
    ]


def kinds(text: str, language: str | None = "en") -> list[tuple[str, str]]:
    return [(text[q.start : q.end].rstrip(".,!?…"), q.kind.value) for q in extract(text, language)]
