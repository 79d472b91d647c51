"""Who said what in the whole corpus, as the speakers screen and the audit show it: values and pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from tui_reader.model.quote import AttributionKind, Quote, QuoteKind
from tui_reader.quotes.counts import counted
from tui_reader.quotes.evidence import NO_CUE, reason, stands_for
from tui_reader.text.folding import fold

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.quotes.counts import SpeakerCount
    from tui_reader.search.facts import Facts

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
    ("all, with reported", frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT})),
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

UNKNOWN = "speaker not found"
NOBODY = "nobody"
"""What a quotation without a speaker is called; the second when the user said so."""
BY_HAND = "corrected by you"


def speaker_of(quote: Quote) -> str:
    """The name shown; never empty."""
    if quote.speaker is not None:
        return quote.speaker.name
    return NOBODY if quote.attribution is AttributionKind.USER else UNKNOWN


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation and where it stands."""

    article: Article
    quote: Quote
    near: bool = False
    """Whether it is about the topic by its paragraph only, not by its own words."""

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
    dates: str = ""
    """From when to when, or `no dates`."""
    years: str = ""
    """The same in fewer words."""
    total: int = 0
    """Quotations there are of the person; more than `said` when a topic narrows them."""
    known: bool = True
    """False for the quotations whose speaker was not found."""

    @property
    def count(self) -> SpeakerCount:
        """How much, by article and by year."""
        return counted(self.name, (one.article for one in self.said))


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
    return _recounted(Person(name, (), tuple(aliases), total=len(said)), newest_first(said))


def _recounted(person: Person, said: Sequence[Said]) -> Person:
    languages = {one.article.language for one in said if one.article.language}
    count = counted(person.name, (one.article for one in said))
    return replace(
        person,
        said=tuple(said),
        articles=len(count.articles),
        languages=tuple(sorted(languages)),
        dates=count.dates,
        years=count.when,
    )


def about(
    topic: str, everyone: Sequence[Person], said: Sequence[Said], facts: Facts, cancelled: Callable[[], bool]
) -> tuple[Person, ...]:
    """Who said anything about `topic`, a query as in the filter, and how much, the most first.

    Of each person those quotations come first whose own words are about it, what is quoted before what is reported.
    The last entry is for quotations whose speaker was not found. `cancelled` is asked now and then; when it says so,
    the answer stops where it is.
    """
    answers = {id(one.quote): one for one in on_topic(topic, said, facts, cancelled)}
    nobody = Person(UNKNOWN, tuple(newest_first(one for one in said if one.quote.speaker is None)), known=False)
    narrowed = []
    for person in (*everyone, replace(nobody, total=len(nobody.said))):
        found = [answers[id(one.quote)] for one in person.said if id(one.quote) in answers]
        found.sort(key=lambda one: (one.near, one.quote.kind is QuoteKind.INDIRECT))
        if found:
            narrowed.append(_recounted(person, found))
    return tuple(sorted(narrowed, key=lambda person: (not person.known, -len(person.said), person.name)))


def doubtful(said: Iterable[Said]) -> list[tuple[str, Said]]:
    """Quotations that deserve a look, each under its reason; one with two reasons stands under both."""
    said = list(said)
    return [(reason, one) for reason, holds in REASONS for one in said if holds(one.quote)]


def evidence(article: Article, quote: Quote) -> list[str]:
    """How the speaker is known, in lines: the rule, the words of the cue, the words that name the speaker."""
    kind = KIND_WORDS[quote.kind] + (", the mark is never closed" if quote.unclosed else "")
    why = reason(article, quote)
    lines = [f"{kind} · {why}" if why else kind]
    if cue := cue_words(article, quote):
        lines.append(f"cue: “{cue}”")
    elif why != NO_CUE and quote.attribution is not AttributionKind.LABEL:
        lines.append(NO_CUE)
    speaker = quote.speaker
    if speaker is None:
        return lines
    named = f"named: “{speaker.text}”" if speaker.text else ""
    if speaker.span is not None:
        words = " ".join(speaker.span.of(article.text).split())
        named = f"named: “{words}” ¶{article.paragraph_at(speaker.span.start)}"
    if quote.inferred:
        place = stands_for(article, quote)
        where = f", named in ¶{article.paragraph_at(place.start)}" if place is not None else ""
        named = f"{named + ' stands for ' if named else 'that is '}{speaker.name}{where}"
    return [*lines, named] if named else lines


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
    """Those that are about `topic` (see `search.topic`), in the order given."""
    from tui_reader.search.topic import Topic

    pairs = [(article, [one.quote for one in ones]) for article, ones in groupby(said, key=lambda one: one.article)]
    found = Topic(topic, facts).everything(pairs, cancelled)
    return [Said(article, quote, near=not own) for article, quote, own in found]


def called(words: str, person: Person) -> bool:
    """Whether every word typed begins a word of one of the person's names."""
    have = [part for name in (person.name, *person.aliases) for part in fold(name).split()]
    return all(any(part.startswith(word) for part in have) for word in fold(words).split())
