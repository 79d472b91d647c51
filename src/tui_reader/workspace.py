"""One hand: builds the services and holds them. Whoever wants something done asks the service itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.config.locations import cache_folder, memory_file, state_folder
from tui_reader.config.memory import Memory, read_memory
from tui_reader.config.settings import Settings
from tui_reader.library.loader import Loader
from tui_reader.library.samples import sample_articles
from tui_reader.library.source import Source, open_sources
from tui_reader.library.store import Library
from tui_reader.model.article import Article
from tui_reader.model.quote import Quote
from tui_reader.quotes.service import QuoteService
from tui_reader.search.index import TextIndex
from tui_reader.text.gate import harmless_line


@dataclass(frozen=True)
class Workspace:
    """The services as fields."""

    name: str
    """What the header calls the corpus."""
    settings: Settings
    sources: tuple[Source, ...]
    """Where the articles come from, not read yet."""
    loader: Loader
    library: Library
    index: TextIndex
    quotes: QuoteService
    annotations: AnnotationRepository
    memory: Memory


@dataclass(frozen=True)
class KnownFacts:
    """What a query may ask beyond an article's own words (`search` may not know its siblings)."""

    quotes: QuoteService
    annotations: AnnotationRepository
    memory: Memory

    def quotes_of(self, article: Article) -> tuple[Quote, ...]:
        """The quotations of `article`."""
        return self.quotes.of(article)

    def person(self, name: str) -> str:
        """The name under which the corpus knows `name`."""
        return self.quotes.person(name)

    def is_read(self, article: Article) -> bool:
        """Whether its last line has been shown."""
        return self.memory.is_read(article.path)

    def is_bookmarked(self, article: Article) -> bool:
        """Whether a passage of it is kept."""
        return bool(self.annotations.of(article))

    def has_note(self, article: Article) -> bool:
        """Whether something is noted on a passage of it."""
        return any(placed.annotation.note for placed in self.annotations.of(article))

    def tags_of(self, article: Article) -> Collection[str]:
        """Its own tags and those of its bookmarks."""
        return {*article.tags, *(tag for placed in self.annotations.of(article) for tag in placed.annotation.tags)}


def open_workspace(
    paths: Iterable[str | Path] = (),
    settings: Settings | None = None,
    *,
    load: bool = True,
    stdin: BinaryIO | None = None,
) -> Workspace:
    """Open the articles at `paths`; without any, those of the settings' `library`, else the sample articles.

    Args:
        paths: Folders, files, or `-` for `stdin`.
        settings: Defaults when None.
        load: Read every article now. The app passes False and reads them while the screen is already there.
        stdin: Where `-` reads from.

    Raises UsageError when a path does not exist. Creates no file and no folder.
    """
    settings = settings if settings is not None else Settings()
    places = tuple(paths) or settings.library
    name = "sample articles" if not places else ", ".join(_name(place) for place in places)
    sources = tuple(open_sources(places or (sample_articles(),), stdin))
    quotes = QuoteService(cache_folder() / "quotes")
    annotations = AnnotationRepository(settings.bookmarks, state_folder())
    memory = read_memory(memory_file())
    index = TextIndex(facts=KnownFacts(quotes, annotations, memory), names=settings.search.names)
    workspace = Workspace(
        name, settings, sources, Loader(settings.encoding), Library(), index, quotes, annotations, memory
    )
    if load:
        articles = tuple(workspace.loader.load_all(sources))
        workspace.library.extend(articles)
        index.add(articles)
    return workspace


def _name(place: str | Path) -> str:
    if str(place) == "-":
        return "standard input"
    path = Path(place).expanduser()
    return harmless_line(path.name or path.resolve().name or str(path))
