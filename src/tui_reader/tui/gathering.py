"""Who said what in the whole corpus, as the speakers screen and the audit show it: values and pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui_reader.model.quote import AttributionKind, Quote, QuoteKind
from tui_reader.text.folding import fold

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.search.facts import Facts
    from tui_reader.search.query import Query, Term

KIND_WORDS = {
    QuoteKind.DIRECT: "direct",
    QuoteKind.MIXED: "a fragment",
    QuoteKind.INDIRECT: "reported, not quoted",
    QuoteKind.SCARE: "not speech",
}
"""What the kinds are called on the screen."""

KIND_CHOICES: tuple[tuple[str, frozenset[QuoteKind]], ...] = (
    ("all quotations", frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})),
    ("direct", frozenset({QuoteKind.DIRECT})),
    ("fragments", frozenset({QuoteKind.MIXED})),
    ("reported speech", frozenset({QuoteKind.INDIRECT})),
)
"""What `K` goes through."""

REASONS: tuple[tuple[str, Callable[[Quote], bool]], ...] = (
    ("Nobody found", lambda quote: quote.speaker is None and quote.attribution is not AttributionKind.USER),
    ("By a pronoun only", lambda quote: quote.attribution is AttributionKind.PRONOUN),
    ("By a role or title only", lambda quote: quote.attribution is AttributionKind.ROLE),
    ("Carried from another quotation", lambda quote: quote.attribution is AttributionKind.CARRIED),
    ("The mark is never closed", lambda quote: quote.unclosed),
)
"""Why a quotation deserves a look, gravest first."""

_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_EDGES = " \t\n,;:–—-“”„‟«»‹›‘’'\"「」『』"
_LONGEST_CUE = 120


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation and where it stands."""

    article: Article
    quote: Quote

    @property
    def words(self) -> str:
        """The words themselves, on one line."""
        return " ".join(self.quote.span.of(self.article.text).split())


@dataclass(frozen=True, slots=True)
class Person:
    """One person and everything the corpus has of them."""

    name: str
    said: tuple[Said, ...]
    """Newest first; from undated articles last."""
    aliases: tuple[str, ...] = ()
    """Other spellings in the articles, most frequent first."""
    articles: int = 0
    languages: tuple[str, ...] = ()


def newest_first(said: Iterable[Said]) -> list[Said]:
    """By date, the newest first and the undated last; within a date in the order given."""
    said = list(said)
    dated = [one for one in said if one.article.date]
    dated.sort(key=lambda one: one.article.date or "", reverse=True)
    return [*dated, *(one for one in said if not one.article.date)]


def people(found: Iterable[tuple[Article, Sequence[Quote], Sequence[Quote]]]) -> tuple[Person, ...]:
    """Everyone quoted, most quoted first, from articles with their quotations as extracted and as named."""
    said: dict[str, list[Said]] = {}
    spellings: dict[str, dict[str, int]] = {}
    for article, raw, named in found:
        for before, quote in zip(raw, named, strict=True):
            if quote.speaker is None:
                continue
            name = quote.speaker.name
            said.setdefault(name, []).append(Said(article, quote))
            if before.speaker is not None and quote.attribution is not AttributionKind.USER:
                counts = spellings.setdefault(name, {})
                counts[before.speaker.name] = counts.get(before.speaker.name, 0) + 1
    everyone = [_person(name, ones, spellings.get(name, {})) for name, ones in said.items()]
    return tuple(sorted(everyone, key=lambda person: (-len(person.said), person.name)))


def _person(name: str, said: list[Said], spellings: dict[str, int]) -> Person:
    aliases = sorted((s for s in spellings if s != name), key=lambda s: (-spellings[s], s))
    languages = dict.fromkeys(one.article.language for one in said if one.article.language)
    articles = len({one.article.id for one in said})
    return Person(name, tuple(newest_first(said)), tuple(aliases), articles, tuple(sorted(languages)))


def doubtful(said: Iterable[Said]) -> list[tuple[str, Said]]:
    """Quotations that deserve a look, each under its reason; one with two reasons stands under both."""
    said = list(said)
    return [(reason, one) for reason, holds in REASONS for one in said if holds(one.quote)]


def evidence(article: Article, quote: Quote) -> list[str]:
    """How the speaker is known, in lines: the rule, the words of the cue, the words that name the speaker."""
    kind = KIND_WORDS[quote.kind] + (", the mark is never closed" if quote.unclosed else "")
    lines = [f"{kind} · {quote.rule}" if quote.rule else kind]
    if cue := cue_words(article, quote):
        lines.append(f"cue: “{cue}”")
    speaker = quote.speaker
    if speaker is not None and speaker.span is not None:
        where = f"¶{article.paragraph_at(speaker.span.start)}"
        lines.append(f"named: “{' '.join(speaker.span.of(article.text).split())}” {where}")
    elif speaker is not None and speaker.text:
        lines.append(f"named: “{speaker.text}”")
    return lines


def cue_words(article: Article, quote: Quote) -> str:
    """The sentence around the cue, without the quotation itself; empty when there is no cue."""
    cue, text = quote.cue, article.text
    if cue is None:
        return ""
    block = article.paragraph(max(1, article.paragraph_at(cue.start))).span
    start = max([block.start, *(m.end() for m in _SENTENCE_END.finditer(text, block.start, cue.start))])
    stop = _SENTENCE_END.search(text, cue.end, block.end)
    end = stop.start() if stop is not None else block.end
    if quote.end <= cue.start:
        start = max(start, quote.end)
    elif cue.end <= quote.start:
        end = min(end, quote.start)
    words = " ".join(text[start:end].strip(_EDGES).split())
    return words if len(words) <= _LONGEST_CUE else words[: _LONGEST_CUE - 1].rstrip() + "…"


def on_topic(
    topic: str, said: Sequence[Said], facts: Facts, cancelled: Callable[[], bool] = lambda: False
) -> list[Said]:
    """Those whose words answer `topic`, a query as in the filter; words are looked for in what was said.

    `cancelled` is asked now and then; when it says so, the answer stops where it is.
    """
    from tui_reader.search.parser import parse

    query = parse(topic)
    found: list[Said] = []
    for number, one in enumerate(said):
        if number % 256 == 0 and cancelled():
            break
        if _answers(query, one, facts):
            found.append(one)
    return found


def _answers(query: Query, one: Said, facts: Facts) -> bool:
    from tui_reader.search.facts import holds, words_match

    def true(term: Term) -> bool:
        if term.field in ("", "text", "said"):
            there = words_match(replace(term, field="said"), one.words)
        elif term.field == "title":
            there = words_match(term, one.article.title)
        elif term.field == "speaker":
            there = words_match(term, one.quote.speaker.name if one.quote.speaker else "")
        else:
            there = holds(term, one.article, facts)
        return there is not term.negated

    return all(any(true(term) for term in clause) for clause in query.clauses)


@lru_cache(maxsize=8)
def lights(topic: str) -> Callable[[str], bool]:
    """Says of a word whether the topic is why a quotation is shown."""
    from tui_reader.search.facts import words_match
    from tui_reader.search.parser import parse
    from tui_reader.search.query import Kind
    from tui_reader.search.words import words_of

    wanted = [
        replace(term, text=word, field="said", kind=Kind.EXACT if term.kind is Kind.PHRASE else term.kind)
        for term in parse(topic).terms
        if term.field in ("", "text", "said") and not term.negated
        for word in words_of(term.text)
    ]

    @lru_cache(maxsize=10_000)
    def lit(word: str) -> bool:
        return any(words_match(term, word) for term in wanted)

    return lit


def called(words: str, person: Person) -> bool:
    """Whether every word typed begins a word of one of the person's names."""
    have = [part for name in (person.name, *person.aliases) for part in fold(name).split()]
    return all(any(part.startswith(word) for part in have) for word in fold(words).split())
