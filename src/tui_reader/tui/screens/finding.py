"""Showing matches and walking through them, finding in one article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.model.article import Article
from tui_reader.model.hit import Match
from tui_reader.model.span import Span
from tui_reader.text.counts import grouped
from tui_reader.tui.messages import Answered
from tui_reader.tui.screens.filtering import Filtering

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui_reader.search.snippet import Snippet
    from tui_reader.tui.widgets.prompt import Prompt


class Finding(Filtering):
    """What `n`, `N`, `f` and `:` do."""

    _prompt: Prompt | None = None
    _matched_for = ""
    """The words that `_matched` answers."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._matched: dict[Article, Sequence[Match]] = {}

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
        # What the filter took its words for is no business of what is looked for in one article.
        meant = self.meant if words == self.answered else None
        return matches(article, words, facts=index.facts, names=index.names, meant=meant)

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

    def mark_again(self) -> None:
        """Other words count as matches now: mark them in the open article, which stays where it is."""
        self.forget_matches()
        words, pane = self.find_words or self.query_text, self.pane
        if self.article is None or not pane.matches:
            return
        found = self.matches_in(self.article, words)
        now = pane.matches[pane.match_now].start if pane.match_now >= 0 else -1
        pane.set_matches(found, next((n for n, match in enumerate(found) if match.start == now), -1))

    def go_match(self, by: int) -> None:
        """The next or previous match; past the last one, the next article's."""
        pane = self.pane
        if not pane.matches:
            if self.looking and not self.hits and not self.find_words:
                self.tell("still searching")
            elif self.find_words or not self.query_text or not self.hits:
                self.tell("nothing is being looked for: / filters, f finds in this article")
            else:
                self._match_elsewhere(by)
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
        """On into the next article that was found; the hits are walked round.

        One without a match in its text (`date:2023`, or the words stand in its title) is shown from its beginning.
        """
        count, here = len(self.hits), self.hit_index
        if not 0 <= here + by < count and not self.hits.complete:
            self.fetch_more(everything=by < 0, then=lambda: self._match_elsewhere(by))
            return
        index = (here + by) % count if here >= 0 else (0 if by > 0 else count - 1)
        article = self.hits[index].article
        self.sidebar.put_index(index, announce=False)
        if self.matches_in(article, self.query_text):
            self.preview(article)
            self._put_match(0 if by > 0 else len(self.pane.matches) - 1)
            return
        self.preview(article, 0)
        why = "found in its title" if self.title_matches(article) else "found by what it is, not by its words"
        self.tell(f"article {grouped(index + 1)} of {grouped(self.hits.total)}: {why}")

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
