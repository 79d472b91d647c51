"""Reading the quotations of a whole corpus, as far as it has come: for a worker, and for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic, sleep

from textual.message import Message

from tui_reader.model.article import Article
from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.tui.courtesy import stand_aside
from tui_reader.tui.gathering import Person, Said, people
from tui_reader.workspace import Workspace

PROGRESS_SECONDS = 0.2
PAUSE = 0.1
"""Seconds between looks for articles while the corpus is still being loaded."""
FIRST_LOOK = 0.3
"""Seconds after which the people of the first articles are shown; each look after that waits twice as long."""


@dataclass(slots=True)
class Stay:
    """Where the user was on these screens, to come back to."""

    person: str = ""
    called: frozenset[str] = frozenset()
    """Every name of that person, for when it is shown under another one."""
    topic: str = ""
    words: str = ""
    said: int = 0
    in_said: bool = False
    kinds: int = 0
    doubtful: int = 0
    doubtful_kinds: int = 0
    """The audit's own: what one screen is narrowed to must not hide anything on another."""


@dataclass(frozen=True)
class Gathered:
    """What is known of the corpus so far."""

    people: tuple[Person, ...] = ()
    said: tuple[Said, ...] = ()
    """Every quotation, in reading order."""
    read: int = 0
    total: int = 0
    complete: bool = False


class CorpusRead(Message):
    """More of the corpus was read; `gathered` is None when only the count grew."""

    def __init__(self, read: int, total: int, gathered: Gathered | None = None) -> None:
        super().__init__()
        self.read = read
        self.total = total
        self.gathered = gathered


def read_corpus(
    workspace: Workspace,
    kinds: frozenset[QuoteKind],
    cancelled: Callable[[], bool],
    arriving: Callable[[], bool] = lambda: False,
) -> Iterator[CorpusRead]:
    """Read every article's quotations of these kinds, telling now and then how far it is; stops when `cancelled`.

    While articles are still `arriving`, those are waited for. A long reading stands aside while somebody types.
    """
    found: list[tuple[Article, Sequence[Quote]]] = []
    wait = FIRST_LOOK
    began = told = looked = monotonic()
    while True:
        more = arriving()  # asked before the articles: the last ones come together with the news that they are
        articles = [article for article in workspace.library.articles if article.readable]
        for article in articles[len(found) :]:
            if cancelled():
                return
            if monotonic() - began > FIRST_LOOK:
                stand_aside()
            raw = workspace.quotes.raw(article, indirect=QuoteKind.INDIRECT in kinds)
            found.append((article, [quote for quote in raw if quote.kind in kinds]))
            now = monotonic()
            if now - looked > wait:
                yield CorpusRead(len(found), len(articles), _known(workspace, found, len(articles)))
                wait, looked, told = wait * 2, monotonic(), monotonic()
            elif now - told > PROGRESS_SECONDS:
                yield CorpusRead(len(found), len(articles))
                told = now
        if not more or cancelled():
            break
        sleep(PAUSE)
    yield CorpusRead(len(found), len(articles), _known(workspace, found, len(articles), complete=not more))


def _known(
    workspace: Workspace, found: Sequence[tuple[Article, Sequence[Quote]]], total: int, complete: bool = False
) -> Gathered:
    # Names are given at the end of each look: whom a surname means depends on everything read.
    named = [(article, raw, workspace.quotes.named(article, raw)) for article, raw in found]
    said = tuple(Said(article, quote) for article, _, these in named for quote in these)
    return Gathered(people(named), said, len(found), total, complete)
