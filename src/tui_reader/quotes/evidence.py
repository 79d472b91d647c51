"""What speaks for an attribution, and who else might have spoken: for whoever checks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.model.quote import AttributionKind, Quote
from tui_reader.model.span import Span

if TYPE_CHECKING:
    from tui_reader.model.article import Article

NO_CUE = "no cue was found"
WHO = "the cue does not say who"
_BACK, _ON = 2_000, 1_000
"""Characters before and after a quotation in which people are looked for who might have said it."""
_FAR = 20_000
"""Characters back in which the name behind a pronoun is looked for."""
_SHORT = 5
"""A surname shorter than this is looked for as it stands; a longer one in other cases, too."""


def reason(article: Article, quote: Quote) -> str:
    """Why the quotation has the speaker it has, in a few words."""
    speaker = quote.speaker
    if quote.attribution is AttributionKind.LABEL and speaker is not None and speaker.span is not None:
        return f"label line ¶{article.paragraph_at(speaker.span.start)}"
    if quote.rule:
        return quote.rule
    if quote.cue is None:
        return NO_CUE
    return "" if speaker is not None else WHO


def stands_for(article: Article, quote: Quote) -> Span | None:
    """Where the name stands last before the words of an inferred speaker; None when the article spells it otherwise."""
    speaker = quote.speaker
    words = speaker.name.split() if speaker is not None else []
    if not quote.inferred or not words:
        return None
    before = speaker.span.start if speaker is not None and speaker.span is not None else quote.start
    surname = words[-1] if len(words[-1]) < _SHORT else words[-1][:-1]
    rest = r"\w{0,4}" if len(words[-1]) >= _SHORT else ""
    name = re.compile(rf"\b(?:{re.escape(words[0])}\s+)?{re.escape(surname)}{rest}\b")
    places = [found.span() for found in name.finditer(article.text, max(article.body, before - _FAR), before)]
    return Span(*places[-1]) if places else None


def named_near(article: Article, quote: Quote) -> list[str]:
    """People the article names in full around a quotation, the nearest first; those with a known forename lead."""
    from tui_reader.quotes.guess import language_of
    from tui_reader.quotes.lexicon import lexicon
    from tui_reader.quotes.names import Roster

    start = max(article.body, quote.start - _BACK)
    around = article.text[start : quote.end + _ON]
    roster = Roster(around, lexicon(article.language or language_of(around)))
    at = quote.start - start
    people = sorted(roster.people.values(), key=lambda p: (not p.known, min(abs(place - at) for place in p.places)))
    return [person.name for person in people]
