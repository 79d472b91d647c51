"""Deciding by hand: who said a quotation, who is whose namesake, what a person is called; and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.model.article import Article
from tui_reader.model.quote import Quote
from tui_reader.text.counts import some
from tui_reader.text.gate import harmless_line
from tui_reader.tui.messages import Answered, Stored
from tui_reader.tui.screens.keeping import short
from tui_reader.tui.screens.tending import Tending

if TYPE_CHECKING:
    from tui_reader.model.correction import Decision
    from tui_reader.tui.corpus_reading import Stay
    from tui_reader.tui.screens.people import PeopleScreen
    from tui_reader.tui.screens.picking import Picked


class Decided(Message):
    """What holds of speakers and persons changed, here or in another reader."""


class NamesKnown(Message):
    """Everyone met in the corpus so far."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = names


class Deciding(Tending):
    """What `c` asks and writes, what the speakers screen decides about persons, and the list of all decisions."""

    _over: PeopleScreen | None = None
    """The screen over the whole corpus, while it is open."""
    _stay: Stay | None = None
    _doubted: tuple[Article, Quote] | None = None
    """The quotation whose speaker is being asked for."""
    _asked_in_panel = True
    _decisions: int | None = None
    """The version of the corrections that is shown; None before the first look, -1 after a change made here."""

    def tell(self, news: str) -> None:
        """News stands where it is seen."""
        from tui_reader.tui.screens.decisions import DecisionsScreen

        super().tell(news)
        if self._over is not None:
            self._over.tell(news)
        if isinstance(self.app.screen, DecisionsScreen):
            self.app.screen.tell(news)

    # ------------------------------------------------------------------ whose words

    def do_correct(self) -> None:
        """`c`: the quotation under the panel's cursor, or the one under the reading cursor."""
        quote = self.quote_here()
        if self.article is not None and quote is not None:
            self.ask_speaker(self.article, quote)
            self.run_worker(self._name_everybody, thread=True, exclusive=True, group="names")

    def quote_here(self) -> Quote | None:
        """The quotation that a command about one means; says what to do where there is none."""
        panel, pane = self.quote_panel, self.pane
        if self.focused is panel:
            quote = panel.current
        else:
            at = pane.passage or pane.cursor
            quotes = (*panel.quotes, *self.quotes)
            quote = next((quote for quote in quotes if at is not None and quote.span.overlaps(at)), None)
        if quote is None:
            there = self.focused is panel or not self.quotes
            self.tell(
                "there is no quotation here" if there else "no quotation under the cursor: . goes to the next one"
            )
        return quote

    def _name_everybody(self) -> None:
        """In a worker: everyone met in the corpus so far."""
        self.post_message(NamesKnown(self.workspace.quotes.names()))

    def on_names_known(self, message: NamesKnown) -> None:
        """More names to pick from, if it is still being asked."""
        from tui_reader.tui.screens.picking import PickScreen

        message.stop()
        if isinstance(self.app.screen, PickScreen):
            self.app.screen.names.extend(message.names)

    def ask_speaker(self, article: Article, quote: Quote, others: Sequence[str] = ()) -> None:
        """Ask who said `quote`; people of the article are offered first, then those named near it, then `others`."""
        from tui_reader.tui.screens.picking import PickScreen

        self._doubted = article, quote
        self._asked_in_panel = self.focused is self.quote_panel
        corrected = self.workspace.corrections.at(article, quote.span)

        def picked(answer: Picked | None) -> None:
            if answer is not None and answer.restore:
                self.take_back_decisions(corrected)
            elif answer is not None and answer.ask:
                (self._over or self).ask("speaker", "who said it?", "")
            elif answer is not None:
                self.say_speaker(answer.name)

        names = list(dict.fromkeys([*self.workspace.quotes.suspects(article, quote), *others]))
        words = short(quote.span.of(article.text))
        ask = PickScreen(
            f"Who said {words}?", names, others=True, restorable=bool(corrected), passage=(article, quote.span)
        )
        self.app.push_screen(ask, picked)

    def take_answer(self, message: Answered) -> None:
        """A speaker's name; anything else is asked elsewhere."""
        if message.purpose != "speaker":
            super().take_answer(message)
            return
        if message.final:
            self.close_prompt(self.quote_panel if self._asked_in_panel else self.pane)
        self.take_speaker(message)

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
        words = short(quote.span.of(article.text))

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
                self._merge(name, answer.name)

        self.app.push_screen(PickScreen(f"Who is the same person as {name}?", others), picked)

    def _merge(self, name: str, other: str) -> None:
        kept = self.workspace.quotes.kept_name(name, other)
        gone = other if kept == name else name
        self._decide(
            lambda own: self.workspace.corrections.merge(own(kept), own(gone)),
            f"{gone} is now {kept}: this name stays",
            partial(self._stay_with, name),
        )
        self._stay_with(kept)

    def _stay_with(self, name: str) -> None:
        """The cursor of the speakers screen is to stand on `name`."""
        if self._stay is not None:
            self._stay.person, self._stay.called = name, frozenset((name,))

    def ask_split(self, name: str, aliases: Sequence[str]) -> None:
        """Ask which of `aliases` is somebody else; not the one that a new name was given to, which is the person."""
        from tui_reader.tui.screens.picking import PickScreen

        own = self.workspace.quotes.own_name(name)
        others = [alias for alias in aliases if alias != own]
        if not others:
            self.tell(f"{name} is spelt in one way only: there is nothing to split off")
            return

        def picked(answer: Picked | None) -> None:
            if answer is not None:
                self._decide(lambda _: self.workspace.corrections.split(answer.name),
                             f"{answer.name} is now a person apart from {name}")  # fmt: skip

        self.app.push_screen(PickScreen(f"Which spelling is not {name}?", others), picked)

    def rename_person(self, name: str, shown: str) -> None:
        """Show the person now shown as `name` as `shown`; an empty one takes that back."""
        shown = harmless_line(shown)
        if shown == name:
            return
        if not shown and not self.workspace.quotes.is_renamed(name):
            self.tell(f"{name} was never renamed: nothing to take back")
            return
        if shown in self.workspace.quotes.names():
            self.tell(f"there is a {shown} already: M merges two persons")
            return
        self._decide(lambda own: self.workspace.corrections.rename(own(name), shown),
                     f"{name} is now shown as {shown}" if shown else f"{name} has the usual name again")  # fmt: skip
        if shown:
            self._stay_with(shown)

    def _decide(
        self, write: Callable[[Callable[[str], str]], str], news: str, undone: Callable[[], None] | None = None
    ) -> None:
        self.store(lambda: self._say(write(self.workspace.quotes.own_name), news, undone))

    def _say(self, identity: str, news: str, undone: Callable[[], None] | None = None) -> Stored:
        self._decisions = -1

        def undo() -> Stored:
            stored = self._change_decisions((identity,), True, "the correction is taken back")
            if undone is not None:
                undone()
            return stored

        if self.workspace.corrections.is_saved(identity):
            return Stored(f"{news} · u undoes", undo=undo)
        return Stored(f"NOT SAVED to disk, kept in memory: {self.workspace.annotations.problem}", True, undo)

    def take_back_decisions(self, identities: Sequence[str]) -> None:
        """These no longer hold; `u` brings them back."""
        undo = partial(self._change_decisions, identities, False, "what was decided holds again")
        news = f"{some(len(identities), 'decision')} taken back · u undoes"
        self.store(partial(self._change_decisions, identities, True, news, undo))

    def _change_decisions(
        self, identities: Sequence[str], removed: bool, news: str, undo: Callable[[], Stored] | None = None
    ) -> Stored:
        """In a worker: these hold no longer, or again."""
        corrections = self.workspace.corrections
        for identity in identities:
            (corrections.remove if removed else corrections.restore)(identity)
        self._decisions = -1
        if all(map(corrections.is_saved, identities)):
            return Stored(news, undo=undo)
        return Stored(f"NOT SAVED to disk, kept in memory: {self.workspace.annotations.problem}", True, undo)

    def list_decisions(self) -> None:
        """`D` on the screens over the whole corpus."""
        from tui_reader.tui.screens.decisions import DecisionsScreen

        self.app.push_screen(DecisionsScreen(self), self.go_decision)

    def go_decision(self, decision: Decision | None) -> None:
        """To the quotation a decision is about (in `correcting`)."""

    def place_bookmarks_now(self) -> None:
        """Called in a worker after every change of the file: say so when corrections were among it."""
        self.workspace.corrections.place(self.workspace.library.articles)
        super().place_bookmarks_now()
        version = self.workspace.corrections.version()
        before, self._decisions = self._decisions, version
        if before is not None and before != version:
            self.post_message(Decided())

    def on_decided(self, message: Decided) -> None:
        """Name everybody again wherever they are shown."""
        from tui_reader.tui.screens.decisions import DecisionsScreen

        message.stop()
        self.forget_matches()
        if self.article is not None:
            self.look_for_quotes(self.article)
        if self._over is not None:
            self._over.gather()
        if isinstance(self.app.screen, DecisionsScreen):
            self.app.screen.show()
