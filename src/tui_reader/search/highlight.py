"""Where an article answers a query: every matched place, in the characters of the original.

Nothing is asked of the index. The same rules are applied to the words of the one article, so that a match can be shown
in an article that was found by other means, and while the index is still being made.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui_reader.model.hit import Match, Tier
from tui_reader.search.facts import IN_QUOTES, Facts
from tui_reader.search.letters import headline, letters_places, typed_letters
from tui_reader.search.parser import parse
from tui_reader.search.plan import TIERS
from tui_reader.search.query import Kind, Query, Term
from tui_reader.search.quoted import Clauses, Speakers, answering, left_open, quote_clauses
from tui_reader.search.snippet import Snippet, snippet
from tui_reader.search.variants import in_words
from tui_reader.search.words import WORD, compared_by, is_plain, prefix_end, surface, term, terms, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tui_reader.model.article import Article
    from tui_reader.model.quote import Quote
    from tui_reader.search.plan import Meant

__all__ = ["Snippet", "matches", "snippet"]

Fields = tuple[tuple[str, str, int], ...]


def matches(
    article: Article,
    query: str | Query,
    *,
    facts: Facts | None = None,
    names: bool = True,
    meant: Meant | None = None,
) -> tuple[Match, ...]:
    """All places of `article` that answer `query`, title first, then in text order; no two overlap.

    With `facts`, what answers `speaker:` and `said:` is shown too. `names` is whether other spellings of a name count.
    `meant` is what the index took the words for (`Results.meant`): a mistyped name leads over a word of the corpus to
    spellings that resemble what was typed no more.
    """
    asked = parse(query) if isinstance(query, str) else query
    unfinished, taken = asked.unfinished, meant or {}
    found: list[Match] = []
    for wanted in dict.fromkeys(asked.terms):
        if wanted.in_text and not wanted.negated:
            found += _places(article, wanted, wanted in unfinished, names, taken.get(wanted, {}))
    if facts is not None:
        found += _in_quotes(article, asked, facts, names, taken)
    if not found:
        found = _letters(article, asked)
    return _apart(found)


FEW_WORDS = 16
"""So many words are looked for one by one; for more of them all words of the text are gone through."""


@lru_cache(maxsize=128)
def _distinct(article: Article) -> frozenset[str]:
    # A row of the list asks for the same article at every keystroke.
    return _in_text(article) | frozenset(words_of(article.title))


@lru_cache(maxsize=128)
def _in_text(article: Article) -> frozenset[str]:
    return frozenset(words_of(article.text, article.body))


def _fields(article: Article, name: str) -> Fields:
    title, text = ("title", article.title, 0), ("text", article.text, article.body)
    return {"title": (title,), "text": (text,)}.get(name, (title, text))


def _places(article: Article, wanted: Term, typed: bool, names: bool, taken: Mapping[str, Tier]) -> list[Match]:
    parts = terms(wanted.text)
    fields = _fields(article, wanted.field)
    distinct = _in_text(article) if wanted.field == "text" else _distinct(article)
    if wanted.field == "title":
        distinct = frozenset(WORD.findall(article.title))
    if len(parts) != 1:
        typed = typed or wanted.kind is Kind.PREFIX
        return [place for field in fields for place in _phrase(field, wanted, typed, names, distinct)]
    chosen = _chosen(wanted, typed, distinct, names, taken)
    return [place for field in fields for place in _words(field, chosen, parts[0])] if chosen else []


def _chosen(
    wanted: Term, typed: bool, words: frozenset[str], names: bool, taken: Mapping[str, Tier]
) -> dict[str, Tier]:
    """Of the original `words` those that a one-word `wanted` stands for; else those the index took it for."""
    chosen = in_words(wanted, typed, words, names)
    if taken and not chosen:
        name_of = term if names else surface
        chosen = {word: taken[name] for word in words if (name := name_of(word)) in taken}
    return chosen


def _words(field: tuple[str, str, int], chosen: Mapping[str, Tier], prefix: str) -> Iterator[Match]:
    name, text, start = field
    for at, word in _standing(text, start, chosen):
        tier = chosen[word]
        # Of an unfinished word the typed part is shown, as it is what the user sees in the query.
        end = prefix_end(word, len(prefix)) if tier is Tier.PREFIX else len(word)
        yield Match(name, at, at + end, tier)


def _standing(text: str, start: int, chosen: Mapping[str, Tier]) -> Iterator[tuple[int, str]]:
    """Where each of the `chosen` words stands, as a word of its own."""
    if len(chosen) > FEW_WORDS or not all(map(is_plain, chosen)) or not is_plain(text):
        for found in WORD.finditer(text, start):
            if found[0] in chosen:
                yield found.start(), found[0]
        return
    # Ten times as fast as going through all words, and done for every row of the list at every keystroke.
    for word in chosen:
        at = text.find(word, start)
        while at >= 0:
            end = at + len(word)
            if not (at > start and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
                yield at, word
            at = text.find(word, end)


def _phrase(
    field: tuple[str, str, int], wanted: Term, typed: bool, names: bool, distinct: Iterable[str]
) -> Iterator[Match]:
    """Places where words stand one after the other; the last may be unfinished when it is being typed."""
    name, text, start = field
    asked = [word for word in WORD.findall(wanted.text) if term(word)]
    parts = list(map(term, asked))
    if not parts:
        return
    as_written = wanted.to_the_letter or not names
    last = parts[-1]
    firsts = {word: Tier.EXACT for word in distinct if term(word) == parts[0]}
    for at, _ in _standing(text, start, firsts):
        there, stop = _row(text, at, len(parts))
        terms_there = list(map(term, there))
        end = terms_there[-1]
        if terms_there[:-1] != parts[:-1] or not (end == last or (typed and end.startswith(last))):
            continue
        if as_written and not _is_written(asked, there, wanted, end != last):
            continue
        if end != last:
            stop += prefix_end(there[-1], len(last)) - len(there[-1])
        yield Match(name, at, stop, Tier.EXACT if end == last else Tier.PREFIX)


def _row(text: str, at: int, size: int) -> tuple[list[str], int]:
    """Up to `size` words that stand one after the other from `at` on, and where the last one ends."""
    row: list[str] = []
    stop = at
    for found in WORD.finditer(text, at):
        if term(found[0]):
            row.append(found[0])
            stop = found.end()
        if len(row) == size:
            break
    return row, stop


def _is_written(asked: list[str], there: list[str], wanted: Term, begun: bool) -> bool:
    """Whether words with the terms asked for are in the script asked for, too; the last one may be only `begun`."""
    forms = [compared_by(word, True) if wanted.to_the_letter else surface for word in asked]
    want = [form(word) for form, word in zip(forms, asked, strict=True)]
    have = [form(word) for form, word in zip(forms, there, strict=True)]
    return want[:-1] == have[:-1] and (have[-1].startswith(want[-1]) if begun else have[-1] == want[-1])


def _in_quotes(article: Article, query: Query, facts: Facts, names: bool, meant: Meant) -> list[Match]:
    """Said words inside the quotations that answer; where only a speaker is asked for, the quotations."""
    clauses = quote_clauses(query)
    # Beside something else in an OR each term stands for itself.
    groups = [clauses] if clauses else [((t,),) for t in query.terms if t.field in IN_QUOTES and not t.negated]
    return [match for group in groups for match in _answers(group, article, facts, names, meant)]


def _answers(clauses: Clauses, article: Article, facts: Facts, names: bool, meant: Meant) -> Iterator[Match]:
    clauses = left_open(clauses, article, facts)
    if not clauses:
        return
    text, speakers = article.text, Speakers(facts, meant)
    said = [t for clause in clauses for t in clause if t.field == "said"]
    marked: dict[tuple[Term, int], list[Match]] = {}

    def rank(wanted: Term, quote: Quote) -> int | None:
        if wanted.field != "said":
            return speakers.rank(wanted, quote)
        places = list(_said(quote.start, quote.span.of(text), wanted, names, meant.get(wanted, {})))
        marked[wanted, quote.start] = places
        return min((TIERS.index(place.tier) for place in places), default=None)

    found = list(answering(clauses, facts.quotes_of(article), rank))
    # As in the text: words to the letter hide those with a typing slip.
    literal = any(TIERS[rank] in (Tier.EXACT, Tier.PREFIX) for _, rank in found)
    for quote, best in found:
        if literal and TIERS[best] is Tier.TYPO:
            continue
        places = [place for wanted in said for place in marked.get((wanted, quote.start), ())]
        places = [place for place in places if not (literal and place.tier is Tier.TYPO)]
        yield from places or [Match("text", quote.start, quote.end)]


def _said(start: int, words: str, wanted: Term, names: bool, taken: Mapping[str, Tier]) -> Iterator[Match]:
    field = ("text", words, 0)
    typed, parts = wanted.kind is Kind.WORD, terms(wanted.text)
    if len(parts) == 1:
        chosen = _chosen(wanted, typed, frozenset(words_of(words)), names, taken)
        places = _words(field, chosen, parts[0])
    else:
        places = _phrase(field, wanted, typed or wanted.kind is Kind.PREFIX, names, WORD.findall(words))
    for place in places:
        yield Match("text", start + place.start, start + place.end, place.tier)


def _letters(article: Article, query: Query) -> list[Match]:
    bare = [t for t in query.terms if t.in_text]
    if len(bare) != 1 or bare[0].kind is not Kind.WORD or bare[0].negated or bare[0].field == "text":
        return []
    letters = typed_letters(bare[0].text)
    if not letters:
        return []
    if places := letters_places(letters, article.title):
        return [Match("title", at, at + 1, Tier.LETTERS) for at in places]
    # Letters that go on where the title was cut are shown where they all stand: in the text.
    line, start = headline(article)
    places = letters_places(letters, line) if start >= 0 else []
    return [Match("text", start + at, start + at + 1, Tier.LETTERS) for at in places]


def _apart(found: list[Match]) -> tuple[Match, ...]:
    """In order and without overlaps: of two that overlap the one that begins first stays, then the longer."""
    result: list[Match] = []
    for match in sorted(found, key=lambda m: (m.field != "title", m.start, -m.end)):
        if not result or result[-1].field != match.field or result[-1].end <= match.start:
            result.append(match)
    return tuple(result)
