"""A passage as it is handed on by the clipboard: its words, and where they stand and how sure the speaker is."""

from __future__ import annotations

from tui_reader.model.article import Article
from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span

REPORTED = "reported, not quoted"
INFERRED = "speaker inferred"
_MARKS = "“”„«»"


def citation(article: Article, span: Span, speaker: str = "", quote: Quote | None = None) -> str:
    """Where a passage stands, in one line: speaker, title, source, date, paragraph, file.

    `quote` is the quotation it is; a speaker who was guessed, and words that are no one's literally, are said to be so.
    """
    doubts = []
    if quote is not None and quote.kind is QuoteKind.INDIRECT:
        doubts.append(REPORTED)
    if quote is not None and quote.inferred:
        doubts.append(INFERRED)
    doubt = f"({'; '.join(doubts)})" if doubts else ""
    items = [
        " ".join(item for item in (speaker, doubt) if item),
        article.author,
        article.title,
        article.source,
        article.date or "",
        f"¶{article.paragraph_at(span.start)}",
    ]
    where = article.url or article.id
    return f"— {', '.join(item for item in items if item)} ({where})"


def passage(article: Article, span: Span, speaker: str = "", quote: Quote | None = None) -> str:
    """The words and where they stand; in quotation marks, unless somebody only reports them."""
    words = span.of(article.text)
    if quote is None or quote.kind is not QuoteKind.INDIRECT:
        words = f"“{words.strip(_MARKS)}”"
    return f"{words}\n{citation(article, span, speaker, quote)}"


def quote_at(quotes: tuple[Quote, ...], span: Span) -> Quote | None:
    """The quotation that a passage is, or that it shares words with; reported speech only when it is the very same."""
    same = next((quote for quote in quotes if quote.span == span), None)
    quoted = (q for q in quotes if q.kind is not QuoteKind.INDIRECT and q.span.overlaps(span))
    return same or next(quoted, None)
