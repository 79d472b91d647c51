"""Correcting speakers and persons, narrowing the quotation panel, and the way to the screens over the whole corpus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.model.article import Article
from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span
from tui_reader.text.gate import harmless_line
from tui_reader.tui.messages import Answered, QuotesFound, Stored
from tui_reader.tui.screens.tending import Tending

if TYPE_CHECKING:
    from tui_reader.tui.corpus_reading import Stay
    from tui_reader.tui.gathering import Said
    from tui_reader.tui.screens.people import PeopleScreen
    from tui_reader.tui.screens.picking import Picked

_SHORT = 40
"""Characters of a quotation in a piece of news."""


class Decided(Message):
    """What holds of speakers and persons changed, here or in another reader."""


class ReportedFound(Message):
    """What an article reports without quoting it."""

    def __init__(self, article: Article, quotes: tuple[Quote, ...]) -> None:
        super().__init__()
        self.article = article
        self.quotes = quotes


class NamesKnown(Message):
    """Everyone met in the corpus so far."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = names


class Correcting(Tending):
    """What `c`, `i`, `f` and `K` do in the quotations, and `s` and `A` anywhere."""

    _over: PeopleScreen | None = None
    """The screen over the whole corpus, while it is open."""
    _stay: Stay | None = None
    _doubted: tuple[Article, Quote] | None = None
    """The quotation whose speaker is being asked for."""
    _decisions: int | None = None
    """The version of the corrections that is shown; None before the first look, -1 after a change made here."""

    # ------------------------------------------------------------------ the screens over the whole corpus

    def do_speakers(self) -> None:
        """`s`."""
        from tui_reader.tui.screens.speakers import SpeakersScreen

        self._go_over(SpeakersScreen)

    def do_audit(self) -> None:
        """`A`."""
        from tui_reader.tui.screens.audit import AuditScreen

        self._go_over(AuditScreen)

    def do_theme(self) -> None:
        """The next theme (in `main`)."""

    def _go_over(self, make: Callable[[Correcting, Stay], PeopleScreen]) -> None:
        from tui_reader.tui.corpus_reading import Stay

        if self._over is not None:
            return
        self._stay = self._stay or Stay()
        self._over = make(self, self._stay)
        self.app.push_screen(self._over, self._come_back)

    def _come_back(self, answer: Said | str | None) -> None:
        """To the place in the text, to the other screen, or to where it was."""
        self._over = None
        if isinstance(answer, str):
            self.run_command(answer)
        elif answer is not None:
            self.remember_place()
            self.reveal(answer.article, answer.quote.span)
            self.focus_on(self.pane)

    def run_command(self, command_id: str) -> None:
        """A command of the palette that the screen above does not know closes that screen."""
        over = self._over
        if over is not None and self.app.screen is over:
            if any(command.id == command_id for command in over.commands):
                over.run_command(command_id)
                return
            over.leave()
        super().run_command(command_id)

    def passage(self) -> tuple[Article, Span, str] | None:
        """The quotation on the screen above, if there is one."""
        if self._over is None:
            return super().passage()
        said = self._over.passage()
        if said is None:
            return None
        speaker = said.quote.speaker
        return said.article, said.quote.span, speaker.name if speaker is not None else ""

    def quote_of(self, article: Article, span: Span) -> Quote | None:
        """The quotation on the screen above, if there is one."""
        said = self._over.passage() if self._over is not None else None
        return said.quote if said is not None else super().quote_of(article, span)

    def _under_bookmark(self) -> tuple[Article, Span, str] | None:
        return self.passage() if self._over is not None else super()._under_bookmark()

    def tell(self, news: str) -> None:
        """News stands where it is seen."""
        super().tell(news)
        if self._over is not None:
            self._over.tell(news)

    # ------------------------------------------------------------------ whose words

    def do_correct(self) -> None:
        """`c` in the quotations."""
        panel = self.quote_panel
        if self.article is None or not panel.count:
            self.tell("there is no quotation here")
            return
        # Those of this article first, by how much they say: they have the digits.
        names = [name for name, _ in panel.speakers]
        self.ask_speaker(self.article, panel.quotes[panel.index], names)
        self.run_worker(self._name_everybody, thread=True, exclusive=True, group="names")

    def _name_everybody(self) -> None:
        """In a worker: everyone met in the corpus so far."""
        self.post_message(NamesKnown(self.workspace.quotes.names()))

    def on_names_known(self, message: NamesKnown) -> None:
        """More names to pick from, if it is still being asked."""
        from tui_reader.tui.screens.picking import PickScreen

        message.stop()
        if isinstance(self.app.screen, PickScreen):
            self.app.screen.names.extend(message.names)

    def ask_speaker(self, article: Article, quote: Quote, names: Sequence[str]) -> None:
        """Ask who said `quote`; `names` are offered first."""
        from tui_reader.tui.screens.picking import PickScreen

        self._doubted = article, quote

        def picked(answer: Picked | None) -> None:
            if answer is not None and answer.ask:
                (self._over or self).ask("speaker", "who said it?", "")
            elif answer is not None:
                self.say_speaker(answer.name)

        words = _short(quote.span.of(article.text))
        self.app.push_screen(PickScreen(f"Who said {words}?", names, others=True), picked)

    def take_answer(self, message: Answered) -> None:
        """A speaker's name, or words to find in the quotations; anything else is asked elsewhere."""
        if message.purpose == "speaker":
            if message.final:
                self.close_prompt(self.quote_panel)
            self.take_speaker(message)
        elif message.purpose == "quotes":
            if message.final:
                self.close_prompt(self.quote_panel)
            self._narrow_quotes((message.value or "").strip())
        else:
            super().take_answer(message)

    def take_speaker(self, message: Answered) -> None:
        """The name that was written."""
        if message.final and message.value and message.value.strip():
            self.say_speaker(harmless_line(message.value).strip())

    def say_speaker(self, name: str) -> None:
        """The quotation that was asked about was said by `name`, "" for nobody known."""
        if self._doubted is None:
            return
        article, quote = self._doubted
        workspace = self.workspace
        words = _short(quote.span.of(article.text))

        def change() -> Stored:
            kept = workspace.quotes.own_name(name) if name else ""
            identity = workspace.corrections.speaker(article, quote.span, kept)
            return self._say(identity, f"{words}: said by {name}" if name else f"{words}: nobody's")

        self.store(change)

    # ------------------------------------------------------------------ persons

    def ask_merge(self, name: str, others: Sequence[str]) -> None:
        """Ask which of `others` is the same person as `name`."""
        from tui_reader.tui.screens.picking import PickScreen

        def picked(answer: Picked | None) -> None:
            if answer is not None:
                self._decide(lambda own: self.workspace.corrections.merge(own(name), own(answer.name)),
                             f"{answer.name} is now {name}")  # fmt: skip

        self.app.push_screen(PickScreen(f"Who is the same person as {name}?", others), picked)

    def ask_split(self, name: str, aliases: Sequence[str]) -> None:
        """Ask which of `aliases` is somebody else."""
        from tui_reader.tui.screens.picking import PickScreen

        def picked(answer: Picked | None) -> None:
            if answer is not None:
                self._decide(lambda own: self.workspace.corrections.split(answer.name),
                             f"{answer.name} is now a person apart from {name}")  # fmt: skip

        self.app.push_screen(PickScreen(f"Which spelling is not {name}?", aliases), picked)

    def rename_person(self, name: str, shown: str) -> None:
        """Show the person now shown as `name` as `shown`; an empty one takes that back."""
        shown = harmless_line(shown)
        if shown == name:
            return
        if shown in self.workspace.quotes.names():
            self.tell(f"there is a {shown} already: M merges two persons")
            return
        self._decide(lambda own: self.workspace.corrections.rename(own(name), shown),
                     f"{name} is now shown as {shown}" if shown else f"{name} has the usual name again")  # fmt: skip
        if shown and self._stay is not None:
            self._stay.person = shown

    def _decide(self, write: Callable[[Callable[[str], str]], str], news: str) -> None:
        self.store(lambda: self._say(write(self.workspace.quotes.own_name), news))

    def _say(self, identity: str, news: str) -> Stored:
        self._decisions, undo = -1, ("undecide", identity)
        if self.workspace.corrections.is_saved(identity):
            return Stored(f"{news} · u undoes", undo=undo)
        return Stored(f"NOT SAVED to disk, kept in memory: {self.workspace.annotations.problem}", True, undo)

    def _take_back(self, what: str, identity: str, undoable: bool = True) -> None:
        if what != "undecide":
            super()._take_back(what, identity, undoable)
            return

        def change() -> Stored:
            self.workspace.corrections.remove(identity)
            self._decisions = -1
            return Stored("the correction is taken back")

        self.store(change)

    def place_bookmarks_now(self) -> None:
        """Called in a worker after every change of the file: say so when corrections were among it."""
        super().place_bookmarks_now()
        version = self.workspace.corrections.version()
        before, self._decisions = self._decisions, version
        if before is not None and before != version:
            self.post_message(Decided())

    def on_decided(self, message: Decided) -> None:
        """Name everybody again wherever they are shown."""
        message.stop()
        self.forget_matches()
        if self.article is not None:
            self.look_for_quotes(self.article)
        if self._over is not None:
            self._over.gather()

    # ------------------------------------------------------------------ the quotation panel

    def do_evidence(self) -> None:
        """`i` in the quotations."""
        self.quote_panel.explain()

    def do_find_quote(self) -> None:
        """`f` in the quotations."""
        self.ask("quotes", "find in the quotations", self.quote_panel.words)

    def _narrow_quotes(self, words: str) -> None:
        self.quote_panel.words, self.quote_panel.index = words, 0
        self.quote_panel.rearrange()
        self.light_quote()

    def do_quote_kinds(self) -> None:
        """`K` in the quotations."""
        panel = self.quote_panel
        panel.next_kind()
        self.tell(panel.kind_words)
        self._look_for_reported()
        self.light_quote()

    def _look_for_reported(self) -> None:
        """Reported speech is looked for only when it is wanted."""
        article = self.article
        if article is None or QuoteKind.INDIRECT not in self.quote_panel.kinds:
            return

        def look() -> None:
            found = self.workspace.quotes.of(article, (QuoteKind.INDIRECT,))
            self.post_message(ReportedFound(article, found))

        self.run_worker(look, thread=True, exclusive=True, group="reported")

    def on_reported_found(self, message: ReportedFound) -> None:
        """List it, if its article is still shown."""
        message.stop()
        if message.article is self.article:
            self.tint_speakers(message.quotes)
            self.quote_panel.show_reported(message.quotes)

    def on_quotes_found(self, message: QuotesFound) -> None:
        """Another article: what it reports, too, if that is listed."""
        if message.article is self.article:
            self._look_for_reported()

    def leave_quotes(self) -> bool:
        """`esc` in the quotations: list all of them again; whether there was anything to take back."""
        panel = self.quote_panel
        if self.focused is not panel or not panel.narrowed:
            return False
        panel.widen()
        self.light_quote()
        return True


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return f"“{flat}”" if len(flat) <= _SHORT else f"“{flat[:_SHORT].rstrip()}…”"
