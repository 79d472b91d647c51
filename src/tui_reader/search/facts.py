"""What other services know about an article, asked through one small door.

Search knows words and file data. Who is quoted, what was read and what was kept is known elsewhere; whoever makes the
index hands in an object that answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from tui_reader.search.dates import begun_range, date_range, within
from tui_reader.search.names import same_name
from tui_reader.search.query import Kind, Term
from tui_reader.search.words import compared_by, terms, words_of
from tui_reader.search.words import term as term_of
from tui_reader.text.folding import fold

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.model.quote import Quote, Speaker
    from tui_reader.search.backend import Progress


class Facts(Protocol):
    """Called from worker threads, often, for many articles: answers should be remembered."""

    def quotes_of(self, article: Article) -> Sequence[Quote]:
        """The quotations of the article, in order."""

    def person(self, name: str) -> str:
        """The full name of the person whom an article calls `name`."""

    def spellings(self, name: str) -> Sequence[str]:
        """Every name by which the articles call the person whom one of them calls `name`."""

    def people(self) -> Sequence[str]:
        """Everyone quoted in the articles met so far, each under one name."""

    def meet(self, cancelled: Callable[[], bool], tell: Progress) -> None:
        """Called before it is asked who said something: whom a name means depends on who is quoted elsewhere.

        `tell` hears how many articles of how many were read for that.
        """

    def is_read(self, article: Article) -> bool:
        """Whether the user has read it to the end."""

    def is_bookmarked(self, article: Article) -> bool:
        """Whether a passage of it is kept."""

    def has_note(self, article: Article) -> bool:
        """Whether a note is attached to a passage of it."""

    def tags_of(self, article: Article) -> Iterable[str]:
        """Tags the user gave to it or to its passages, beside those of the file."""


class NoFacts:
    """Knows nothing: no quotations, nothing read, nothing kept."""

    def quotes_of(self, article: Article) -> Sequence[Quote]:
        """None."""
        return ()

    def person(self, name: str) -> str:
        """The name as it is."""
        return name

    def spellings(self, name: str) -> Sequence[str]:
        """The name as it is."""
        return (name,)

    def people(self) -> Sequence[str]:
        """Nobody."""
        return ()

    def meet(self, cancelled: Callable[[], bool], tell: Progress) -> None:
        """There is nobody to meet."""

    def is_read(self, article: Article) -> bool:
        """No."""
        return False

    def is_bookmarked(self, article: Article) -> bool:
        """No."""
        return False

    def has_note(self, article: Article) -> bool:
        """No."""
        return False

    def tags_of(self, article: Article) -> Iterable[str]:
        """None."""
        return ()


IN_QUOTES = ("speaker", "said")
"""Fields that must hold of one and the same quotation: who said it, and what was said."""


def holds(term: Term, article: Article, facts: Facts) -> bool:
    """Whether a term that is no word of the text is true of the article, its minus sign left aside."""
    return _CHECKS[term.field](term, article, facts)


def is_speaker(term: Term, speaker: Speaker | None, facts: Facts) -> bool:
    """Whether a `speaker:` term means whoever said something: under any name an article of the corpus gives them."""
    if speaker is None:
        return False
    names = (speaker.name, facts.person(speaker.name), speaker.text, *facts.spellings(speaker.name))
    if any(words_match(term, name) for name in names):
        return True
    # Whom one word may mean is looked for among everybody, which is too much to ask of each quotation.
    return " " in term.text and facts.person(term.text) == speaker.name


def words_match(term: Term, text: str) -> bool:
    """Whether the words of a term stand in `text`: one after the other if they are a phrase, else anywhere.

    A bare word also finds a longer word that begins with it, and other spellings of a name; one that is meant to the
    letter neither.
    """
    wanted, there = terms(term.text), words_of(text)
    have = list(map(term_of, there))
    size = len(wanted)
    rows = range(len(have) - size + 1)
    if term.kind is Kind.PHRASE:
        return any(have[i : i + size] == wanted for i in rows)
    if term.kind is Kind.PREFIX and size > 1:
        return any(have[i : i + size - 1] == wanted[:-1] and have[i + size - 1].startswith(wanted[-1]) for i in rows)
    if term.to_the_letter:
        asked = [(form := compared_by(word, True), form(word)) for word in words_of(term.text)]
        return any(
            all(form(other) == word for (form, word), other in zip(asked, there[i:], strict=False))
            for i in range(len(there) - len(asked) + 1)
        )
    names = [name for name, word in zip(have, there, strict=True) if not word.islower()]
    return all(
        any(name.startswith(word) for name in have) or any(same_name(word, name) for name in names) for word in wanted
    )


def _quote_is(term: Term, article: Article, quote: Quote, facts: Facts) -> bool:
    if term.field == "said":
        return words_match(term, quote.span.of(article.text))
    return is_speaker(term, quote.speaker, facts)


def _language(term: Term, article: Article, facts: Facts) -> bool:
    wanted, language = term.text.lower().replace("_", "-"), (article.language or "").lower()
    if term.kind is Kind.PREFIX:
        return language.startswith(wanted)
    # Articles are in languages, not in those of a region: `en-US` asks for `en`.
    return bool(language) and language in (wanted, wanted.partition("-")[0])


def _date(term: Term, article: Article, facts: Facts) -> bool:
    bounds = date_range(term.text) or begun_range(term.text)
    return bounds is not None and within(article.date, bounds)


def _tag(term: Term, article: Article, facts: Facts) -> bool:
    wanted = fold(term.text)
    fits = str.startswith if term.kind is Kind.PREFIX else str.__eq__
    return any(fits(fold(tag), wanted) for tag in (*article.tags, *facts.tags_of(article)))


def _source(term: Term, article: Article, facts: Facts) -> bool:
    return words_match(term, f"{article.source} {article.author} {article.url}")


def _in_quotes(term: Term, article: Article, facts: Facts) -> bool:
    return any(_quote_is(term, article, quote, facts) for quote in facts.quotes_of(article))


def _state(term: Term, article: Article, facts: Facts) -> bool:
    if term.text == "bookmarked":
        return facts.is_bookmarked(article)
    return facts.is_read(article) is (term.text == "read")


def _holding(term: Term, article: Article, facts: Facts) -> bool:
    return facts.has_note(article) if term.text == "note" else bool(facts.quotes_of(article))


_CHECKS: dict[str, Callable[[Term, Article, Facts], bool]] = {
    "lang": _language,
    "date": _date,
    "tag": _tag,
    "source": _source,
    "speaker": _in_quotes,
    "said": _in_quotes,
    "is": _state,
    "has": _holding,
}
