"""The door of this package: `extract(text, language)`."""

from __future__ import annotations

from tui_reader.quotes.lexicon import lexicon
from tui_reader.quotes.marks import crowded, is_noise, present
from tui_reader.quotes.paragraphs import paragraphs
from tui_reader.quotes.segments import segments_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui_reader.model.quote import Quote

_SPLINTERS = 2000


def extract(text: str, language: str | None = None, *, indirect: bool = False) -> tuple[Quote, ...]:
    """Quotations of `text` in text order; outermost only.

    `language` is an ISO 639-1 code; None means: guess from the text. Words in marks that nobody says (titles, brands,
    terms) come with kind `scare`; indirect speech comes only with `indirect`. Pure: no file but the language's own
    words is read, no clock. Never raises on any text.
    """
    words = lexicon(language or _guessed(text))
    marks = present(text)
    if is_noise(text, marks):
        return ()
    parts = paragraphs(text)
    if words.dialogue:
        from tui_reader.quotes.dialogue import rejoined

        parts = rejoined(text, parts, words)
    if len(parts) > _SPLINTERS and len(text) < 8 * len(parts):
        return ()  # lines of a few characters each are no prose
    segments = segments_of(text, parts, words, marks)
    if (not segments and not indirect) or crowded(len(segments), len(text)):
        return ()
    # What only a text with quotations needs is imported with the first of them.
    from tui_reader.quotes.quotations import quotations

    return quotations(text, parts, segments, words, indirect)


def _guessed(text: str) -> str:
    from tui_reader.quotes.guess import language_of

    return language_of(text)
