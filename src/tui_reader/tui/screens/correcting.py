"""The quotation panel, and the way to the screens over the whole corpus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.model.article import Article
from tui_reader.model.quote import Quote, QuoteKind
from tui_reader.model.span import Span
from tui_reader.tui.gathering import evidence
from tui_reader.tui.messages import Answered, ArticlesLoaded, QuotesFound
from tui_reader.tui.screens.deciding import Deciding

if TYPE_CHECKING:
    from tui_reader.model.correction import Decision
    from tui_reader.tui.corpus_reading import Stay
    from tui_reader.tui.gathering import Said
    from tui_reader.tui.screens.people import PeopleScreen


class ReportedFound(Message):
    """What an article reports without quoting it."""

    def __init__(self, article: Article, quotes: tuple[Quote, ...]) -> None:
        super().__init__()
        self.article = article
        self.quotes = quotes


class Correcting(Deciding):
    """What `c`, `i`, `f` and `K` do in the quotations, and `s` and `A` anywhere."""

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
            self._go_to(answer.article, answer.quote.span)

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

    def go_decision(self, decision: Decision | None) -> None:
        """To the quotation a decision is about, leaving the screen above."""
        article = self.workspace.library.get(decision.article or "") if decision is not None else None
        if decision is None or article is None or decision.span is None:
            return
        if self._over is not None:
            self._over.leave()
        self._go_to(article, decision.span)

    def _go_to(self, article: Article, span: Span) -> None:
        self.remember_place()
        self.reveal(article, span)
        self.focus_on(self.pane)

    def on_articles_loaded(self, message: ArticlesLoaded) -> None:
        """More articles: the screen above, which waits for them, says so (its worker reads them by itself)."""
        if self._over is not None:
            self._over.tell_place()

    def take_answer(self, message: Answered) -> None:
        """Words to find in the quotations; anything else is asked elsewhere."""
        if message.purpose != "quotes":
            super().take_answer(message)
            return
        if message.final:
            self.close_prompt(self.quote_panel)
        self._narrow_quotes((message.value or "").strip())

    # ------------------------------------------------------------------ the quotation panel

    def do_evidence(self) -> None:
        """`i`: of the quotation under the panel's cursor, or of the one under the reading cursor."""
        quote, panel = self.quote_here(), self.quote_panel
        if quote is None or self.article is None:
            return
        if not (self.desk.tab == "quotes" and self.desk.shows("panel", self.size.width) and panel.point_at(quote)):
            self.tell(" · ".join(evidence(self.article, quote)))
            return
        panel.explain()

    def do_find_quote(self) -> None:
        """`f` in the quotations."""
        self.ask("quotes", "find in the quotations", self.quote_panel.words)

    def _narrow_quotes(self, words: str) -> None:
        quote, self.quote_panel.words = self.quote_panel.current, words
        self.quote_panel.keep(quote)
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
