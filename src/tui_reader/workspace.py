"""One hand: builds the services and holds them. Whoever wants something done asks the service itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, TypeGuard, TypeVar

from tui_reader.config.locations import cache_folder, memory_file, queries_file, state_folder
from tui_reader.config.memory import Memory, read_memory
from tui_reader.config.settings import Settings
from tui_reader.library.loader import Loader
from tui_reader.library.samples import sample_articles
from tui_reader.library.source import DirectorySource, FileSource, Source, open_sources
from tui_reader.library.store import Library
from tui_reader.model.errors import UsageError
from tui_reader.text.gate import harmless_line

if TYPE_CHECKING:
    from tui_reader.annotations.corrections import Corrections
    from tui_reader.annotations.repository import AnnotationRepository
    from tui_reader.export.rows import ExportRow
    from tui_reader.model.annotation import Placed
    from tui_reader.model.article import Article
    from tui_reader.model.quote import Quote
    from tui_reader.quotes.service import QuoteService
    from tui_reader.search.index import TextIndex

T = TypeVar("T")
_BEGINNING = b'{"format":"reader-bookmarks"'
_NAME_ANOTHER = "name one with --bookmarks or READER_BOOKMARKS"
_making = RLock()


class _Service(Generic[T]):
    """A field that is made when it is first asked for, once, whichever thread asks.

    The first frame needs articles and nothing else; what it does not need is not even imported before it.
    """

    def __init__(self, make: Callable[[Workspace], T]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, workspace: Any, owner: type) -> T:
        made: T | None = workspace.__dict__.get(self._name)
        if made is None:
            with _making:
                made = workspace.__dict__.get(self._name)
                if made is None:
                    made = workspace.__dict__[self._name] = self._make(workspace)
        return made


def _make_quotes(workspace: Workspace) -> QuoteService:
    from tui_reader.quotes.service import QuoteService

    service = QuoteService(cache_folder() / "quotes")
    service.decisions = workspace.corrections
    return service


def _make_corrections(workspace: Workspace) -> Corrections:
    from tui_reader.annotations.corrections import Corrections

    return Corrections(workspace.annotations, lambda: workspace.library.articles)


def _make_annotations(workspace: Workspace) -> AnnotationRepository:
    _keep_out_of_articles(workspace)
    return open_bookmarks(workspace.settings)


def _make_index(workspace: Workspace) -> TextIndex:
    from tui_reader.search.folder import index_folder
    from tui_reader.search.index import TextIndex

    roots = [Path(s.root if isinstance(s, DirectorySource) else s.path) for s in workspace.sources if _lasts(s)]
    # A corpus with an article from standard input is another one at every start: nothing of it is kept.
    folder = index_folder(cache_folder(), roots) if len(roots) == len(workspace.sources) else None
    index = TextIndex(folder, facts=KnownFacts(workspace), names=workspace.settings.search.names)
    index.add(workspace.library.articles)
    return index


@dataclass(frozen=True)
class Workspace:
    """The services as fields."""

    name: str
    """What the header calls the corpus."""
    settings: Settings
    sources: tuple[Source, ...]
    """Where the articles come from."""
    loader: Loader
    library: Library
    memory: Memory

    index = _Service(_make_index)
    """Holds the articles that were in the library when it was first asked for; later ones are added to it."""
    quotes = _Service(_make_quotes)
    annotations = _Service(_make_annotations)
    corrections = _Service(_make_corrections)


@dataclass(frozen=True)
class KnownFacts:
    """What a query may ask beyond an article's own words (`search` may not know its siblings)."""

    workspace: Workspace

    def quotes_of(self, article: Article) -> tuple[Quote, ...]:
        """The quotations of `article`."""
        return self.workspace.quotes.of(article)

    def person(self, name: str) -> str:
        """The name under which the corpus knows `name`."""
        return self.workspace.quotes.person(name)

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every name by which the corpus calls the person shown as `name`."""
        return self.workspace.quotes.spellings(name)

    def people(self) -> tuple[str, ...]:
        """Everyone quoted so far, under the names the corpus knows them by."""
        return self.workspace.quotes.names()

    def meet(self, cancelled: Callable[[], bool], tell: Callable[[int, int], None]) -> None:
        """Read who is quoted anywhere in a corpus where that takes a second; of a large one, what was read so far."""
        from tui_reader.quotes.service import FEW

        articles = self.workspace.library.readable
        if len(articles) <= FEW:
            self.workspace.quotes.meet(articles, cancelled, tell)

    def is_read(self, article: Article) -> bool:
        """Whether its last line has been shown."""
        return self.workspace.memory.is_read(article.path)

    def is_bookmarked(self, article: Article) -> bool:
        """Whether a passage of it is kept."""
        return bool(self.workspace.annotations.of(article))

    def has_note(self, article: Article) -> bool:
        """Whether something is noted on a passage of it."""
        return any(placed.annotation.note for placed in self.workspace.annotations.of(article))

    def tags_of(self, article: Article) -> Collection[str]:
        """Its own tags and those of its bookmarks."""
        kept = self.workspace.annotations.of(article)
        return {*article.tags, *(tag for placed in kept for tag in placed.annotation.tags)}


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
    workspace = Workspace(
        name, settings, sources, Loader(settings.encoding), Library(), read_memory(memory_file())
    )  # fmt: skip
    if load:
        workspace.library.extend(workspace.loader.load_all(sources))
    return workspace


def _lasts(source: Source) -> TypeGuard[DirectorySource | FileSource]:
    """Whether a source is there again at the next start."""
    return isinstance(source, DirectorySource | FileSource)


def _name(place: str | Path) -> str:
    if str(place) == "-":
        return "standard input"
    path = Path(place).expanduser()
    return harmless_line(path.name or path.resolve().name or str(path))


def close_workspace(workspace: Workspace) -> None:
    """Let go of what was opened on disk; what was never asked for is not made for this."""
    index = workspace.__dict__.get("index")
    if index is not None:
        index.close()


def export_rows(workspace: Workspace, placed: Iterable[Placed]) -> list[ExportRow]:
    """Bookmarks with what their articles and quotations say about them, ready for `export.formats.export`."""
    from tui_reader.export.rows import row

    rows = []
    for one in placed:
        article = workspace.library.get(one.article or "")
        speaker = ""
        if article is not None and one.span is not None:
            said = (q for q in workspace.quotes.of(article) if q.speaker and q.span.overlaps(one.span))
            speaker = next((q.speaker.name for q in said if q.speaker), "")
        rows.append(row(one, article, speaker))
    return rows


def open_bookmarks(settings: Settings) -> AnnotationRepository:
    """The bookmarks, whatever articles are open. Raises UsageError when their file plainly holds something else."""
    from tui_reader.annotations.repository import AnnotationRepository

    annotations = AnnotationRepository(settings.bookmarks, state_folder())
    annotations.refresh()
    if annotations.journal.foreign:
        raise UsageError(f"{settings.bookmarks} is no file of bookmarks; nothing was written: {_NAME_ANOTHER}")
    return annotations


def check_bookmarks(workspace: Workspace) -> None:
    """Raises UsageError where bookmarks could only be kept in an article, or in a file that holds something else.

    Before articles are read they are known by where they lie, afterwards by what a link leads to as well. A file that
    begins as bookmarks do is not read any further: the first frame comes first.
    """
    file = workspace.settings.bookmarks
    _keep_out_of_articles(workspace)
    if _is_article(workspace, file):
        raise _among_articles(file)
    try:
        with open(file, "rb") as opened:
            begins_well = opened.read(len(_BEGINNING)) == _BEGINNING
    except OSError:
        return
    if not begins_well:
        _ = workspace.annotations


def _keep_out_of_articles(workspace: Workspace) -> None:
    if any(source.holds(str(workspace.settings.bookmarks)) for source in workspace.sources):
        raise _among_articles(workspace.settings.bookmarks)


def _among_articles(file: Path) -> UsageError:
    return UsageError(f"{file} is among the articles; bookmarks need a file of their own: {_NAME_ANOTHER}")


def _is_article(workspace: Workspace, path: Path) -> bool:
    """Whether a file is one of the articles read so far, under whatever name."""
    articles = workspace.library.articles
    if not articles:
        return False  # Before the first frame nothing is imported for it.
    from tui_reader.export.files import is_one_of, is_taken

    return is_taken(path) and is_one_of(path, (article.file for article in articles if article.file is not None))


def keep_off(workspace: Workspace, path: Path) -> None:
    """Raises UsageError where a file made for others would take the place of an article or of a file of the reader."""
    from tui_reader.annotations.belongings import belongings
    from tui_reader.export.files import is_one_of

    settings = workspace.settings
    own = (settings.file, queries_file(), memory_file(), *belongings(settings.bookmarks, state_folder()))
    if is_one_of(path, own):
        what = "a file of the reader's own"
    elif _is_article(workspace, path):
        what = "one of the articles"
    else:
        return
    raise UsageError(f"{harmless_line(str(path))} is {what}; nothing was written: choose another name")
