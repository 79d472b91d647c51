"""Filtering the articles, walking through matches, finding in one article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui_reader.layout.cells import width_of
from tui_reader.model.article import Article
from tui_reader.model.hit import Match
from tui_reader.model.span import Span
from tui_reader.tui.commands import FILTER
from tui_reader.tui.listing import Listing
from tui_reader.tui.messages import Answered, EndNear, Found, QueryChanged, QueryReady
from tui_reader.tui.screens.querying import Querying

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.search.snippet import Snippet
    from tui_reader.tui.widgets.prompt import Prompt


FIRST_HITS = 200
"""Answers fetched at each keystroke: several screenfuls. Making all 100 000 takes half a second (measured)."""

QUICK = 20_000
"""Characters of an article whose quotations are found in the time between two paintings."""

TIMES_MORE = 8
"""How many times as many are fetched when the end of the list comes near."""


class Finding(Querying):
    """What the filter field, `n`, `N`, `f` and `:` do."""

    _prompt: Prompt | None = None
    _then: Callable[[], None] | None = None
    """What waits for more answers."""
    _indexed = " being read"
    _matched_for = ""
    """The words that `_matched` answers."""
    _fetching = 0
    """How many are being fetched; fewer need not be asked for."""
    _entered = False
    _hinted = ""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._matched: dict[Article, Sequence[Match]] = {}

    # ------------------------------------------------------------------ the filter

    def on_query_changed(self, message: QueryChanged) -> None:
        """Search in a worker; an answer to older words is dropped."""
        message.stop()
        self.query_text = message.query.strip()
        self.find_words = ""
        if not self.query_text:
            self.list_everything()
            return
        self.search_again()

    def search_again(self) -> None:
        """Ask what is in the filter field, if anything; another answer may be had when more texts are known."""
        query = self.query_text
        if query:
            self.run_worker(lambda: self._search(query), thread=True, exclusive=True, group="search")

    def tell_indexed(self, done: int, of: int) -> None:
        """Texts are being indexed: say how far it is beside the count."""
        self._indexed = f" {100 * done // of} %"
        if self.query_text and self.answered == self.query_text:
            self._tell_count("", False)

    def _search(self, query: str, limit: int = 0, more: bool = False) -> None:
        results = self.workspace.index.search(query, limit or FIRST_HITS, cancelled=lambda: self.query_text != query)
        best = results.hits[0].article if results.hits and not more else None
        quick = best is not None and best.readable and len(best.text) <= QUICK
        quotes = tuple(self.workspace.quotes.of(best)) if best is not None and quick else None
        if self.query_text == query:
            self.post_message(Found(query, results, more, quotes))

    def fetch_more(self, everything: bool = False, then: Callable[[], None] | None = None) -> None:
        """Have more answers to the query listed, all of them if need be; `then` is called when they are."""
        self._then = then or self._then
        query, limit = self.query_text, len(self.workspace.library) if everything else len(self.hits) * TIMES_MORE
        if self.answered == query and limit > self._fetching:
            self._fetching = limit
            self.run_worker(lambda: self._search(query, limit, more=True), thread=True, exclusive=True, group="search")

    def on_end_near(self, message: EndNear) -> None:
        """Whoever walks down the list finds it going on."""
        message.stop()
        self.fetch_more(message.everything)

    def on_found(self, message: Found) -> None:
        """Show the hits, best first, and preview the best."""
        message.stop()
        if message.query != self.query_text:
            return
        results = message.results
        if message.more:
            self._take_more(message)
            return
        # Asked again because more texts are known: whoever reads or walks the list by now is left in peace.
        again = bool(self.hits) and self.answered == message.query and self.context != FILTER
        self.hits, self.answered, self._then = Listing(results.hits, results.total), message.query, None
        self._fetching = 0
        changed = [f"{typed} → {meant}" for typed, meant in results.corrections.items()]
        self.filter_bar.hint = ", ".join(changed) or results.hint
        self._tell_count(results.nearest, results.complete)
        self._tell_hint(results.hint)
        if again and self.hit_index >= 0:
            self.sidebar.show(self.hits, True, self.hit_index)
        else:
            self.sidebar.show(self.hits, True, 0)
            if self.hits:
                self.hold_place()
                self.preview(self.hits[0].article, quotes=message.quotes)
        self.tell_place()
        if self._entered:
            self.on_query_entered()

    def _take_more(self, message: Found) -> None:
        self._fetching = 0
        self.hits.extend(message.results.hits, message.results.total)
        self.sidebar.show(self.hits, True, self.sidebar.index)
        self.tell_place()
        then, self._then = self._then, None
        if then is not None:
            then()

    def on_query_entered(self) -> None:
        """Enter: the first hit at its first match, and the text has the focus; once the answer is there."""
        self._entered = self.answered != self.query_text
        if self.hits and not self._entered:
            self.keep_query()
            self.preview(self.hits[0].article)
            self.sidebar.put_index(0, announce=False)
            self.show_matches()
            self.focus_on(self.pane)
        if not self._entered:
            self.post_message(QueryReady())

    def list_everything(self) -> None:
        """No filter: every article in reading order, the cursor on the one shown."""
        self.hits, self._then = self.everything, None
        self.answered, self._entered = "", False
        self.filter_bar.hint = ""
        self._tell_hint("")
        self.sidebar.show(self.hits, False, max(0, self.hit_index))
        self._tell_count("", True)
        self.pane.set_matches(())
        self.tell_place()

    def _tell_hint(self, hint: str) -> None:
        """What is wrong with the query stands beside the count; what is too long for that, in the footer."""
        if width_of(hint) > self.filter_bar.hint_room:
            self.tell(hint)
        elif self._hinted and self.footer.news == self._hinted:
            self.hush()
        self._hinted = hint

    def _tell_count(self, nearest: str, complete: bool) -> None:
        total = len(self.workspace.library)
        # Titles are found before the texts are read: until then the count is not the last word.
        reading = "" if complete else f" · titles only, texts{self._indexed} …"
        self.filter_bar.count = f"{self.hits.total} of {total}{reading}" if self.query_text else ""
        self.sidebar.empty = ()
        if self.query_text and not self.hits and not complete:
            self.sidebar.empty = ("not in the titles", "the texts are being read …")
            return
        if self.query_text and not self.hits:
            self.sidebar.empty = ("nothing found", *([f"nearest word: {nearest}"] if nearest else []), "", "esc clears")

    # ------------------------------------------------------------------ matches

    def matches_in(self, article: Article, words: str) -> Sequence[Match]:
        """Where `words` stand in the text of `article`, in order."""
        return [match for match in self._matches(article, words) if match.field == "text"] if words else ()

    def title_matches(self, article: Article) -> Sequence[Match]:
        """Where the filter's words stand in a title."""
        return [match for match in self._matches(article, self.query_text) if match.field == "title"]

    def _matches(self, article: Article, words: str) -> Sequence[Match]:
        """A row asks for the same article line by line, and again whenever it is drawn."""
        if self._matched_for != words:
            self._matched_for, self._matched = words, {}
        found = self._matched.get(article)
        if found is None:
            found = self._matched[article] = self.look_for(article, words)
        return found

    def look_for(self, article: Article, words: str) -> Sequence[Match]:
        """Where `words` stand in title and text; from any thread."""
        from tui_reader.search.highlight import matches

        index = self.workspace.index
        return matches(article, words, facts=index.facts, names=index.names)

    def forget_matches(self) -> None:
        """Who said what is known better now: what `speaker:` and `said:` mark may be something else."""
        self._matched_for = ""

    def snippet_of(self, article: Article, width: int) -> Snippet | None:
        """The best passage of `article` for the filter's words; None when they stand in the title alone."""
        from tui_reader.search.snippet import snippet

        found = self.matches_in(article, self.query_text)
        if not found and self.title_matches(article):
            return None
        # A query of fields alone (`lang:en`) marks no words: the beginning is shown.
        return snippet(article, found, width)

    def show_matches(self, words: str = "", go: bool = True) -> None:
        """Highlight the matches in the open article, and go to the first."""
        article = self.article
        if article is None:
            return
        found = self.matches_in(article, words or self.find_words or self.query_text)
        self.pane.set_matches(found, 0 if found and go else -1)
        if found and go:
            self.pane.go(Span(found[0].start, found[0].end))

    def go_match(self, by: int) -> None:
        """The next or previous match; past the last one, the next article's."""
        pane = self.pane
        if not pane.matches:
            self.tell("nothing is being looked for: / filters, f finds in this article")
            return
        index = pane.match_now + by
        if pane.match_now < 0:
            at = pane.cursor.start if pane.cursor is not None else 0
            index = next((i for i, m in enumerate(pane.matches) if m.start >= at), 0)
        if 0 <= index < len(pane.matches):
            self._put_match(index)
        elif self.find_words or not self.query_text:
            self._put_match(index % len(pane.matches))
            self.tell("from the other end again")
        else:
            self._match_elsewhere(by)

    def _put_match(self, index: int) -> None:
        pane = self.pane
        match = pane.matches[index]
        pane.set_matches(pane.matches, index)
        pane.go(Span(match.start, match.end))

    def _match_elsewhere(self, by: int) -> None:
        """On into the next article that has matches; the hits are walked round."""
        count, here = len(self.hits), self.hit_index
        for step in range(1, count + 1):
            if not 0 <= here + by * step < count and not self.hits.complete:
                self.fetch_more(everything=by < 0, then=lambda: self._match_elsewhere(by))
                return
            index = (here + by * step) % count
            article = self.hits[index].article
            found = self.matches_in(article, self.query_text)
            if found:
                self.sidebar.put_index(index, announce=False)
                self.preview(article)
                self._put_match(0 if by > 0 else len(self.pane.matches) - 1)
                return

    def do_next_match(self) -> None:
        """`n`."""
        self.go_match(1)

    def do_previous_match(self) -> None:
        """`N`."""
        self.go_match(-1)

    # ------------------------------------------------------------------ asking for something

    def do_find(self) -> None:
        """`f`: find in the open article."""
        self.ask("find", "find in this article", self.find_words)

    def do_paragraph(self) -> None:
        """`:`: go to a paragraph."""
        self.ask("paragraph", "paragraph number", "")

    def ask(self, purpose: str, words: str, value: str) -> None:
        """Open the line above the footer."""
        if self.article is None:
            return
        if self._prompt is None:
            from tui_reader.tui.widgets.prompt import Prompt

            self._prompt = Prompt()
            self.mount(self._prompt)
        self._prompt.ask(purpose, words, value)
        self.desk.prompt = True
        self.relay()
        self.set_focus(self._prompt)

    def on_answered(self, message: Answered) -> None:
        """Textual calls the handler of every class of a screen; this one calls the method that may be overridden."""
        message.stop()
        self.take_answer(message)

    def take_answer(self, message: Answered) -> None:
        """Words to find, or a paragraph's number; escape closes the line."""
        if message.purpose not in ("find", "paragraph"):
            super().take_answer(message)
            return
        article = self.article
        if message.final:
            self.close_prompt(self.pane)
        if article is None or message.value is None:
            if message.purpose == "find" and message.final:
                self.find_words = ""
                self.show_matches(go=False)
            return
        if message.purpose == "find":
            self.find_words = message.value.strip()
            self.show_matches()
            if message.final and self.find_words and not self.pane.matches:
                self.tell(f"“{self.find_words}” is not in this article")
        elif message.final:
            self.remember_place()
            self._go_paragraph(article, message.value)

    def close_prompt(self, then: Widget) -> None:
        """Take the line above the footer away and give `then` the focus."""
        self.desk.prompt = False
        self.focus_on(then)

    def _go_paragraph(self, article: Article, value: str) -> None:
        digits = value.strip().lstrip("¶")
        number = int(digits) if digits.isdecimal() and len(digits) < 9 else 0
        if 1 <= number <= len(article.blocks):
            self.pane.go(article.paragraph(number).span)
        else:
            self.tell(f"no paragraph {value.strip() or '?'}: this article has {len(article.blocks)}")
