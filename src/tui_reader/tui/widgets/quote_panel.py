"""Who speaks how much in this article, and every quotation in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.strip import Strip

from tui_reader.model.article import Article
from tui_reader.model.quote import AttributionKind, QuoteKind
from tui_reader.quotes.evidence import reason
from tui_reader.text.counts import grouped
from tui_reader.text.folding import fold
from tui_reader.tui.gathering import BY_HAND, KIND_CHOICES, evidence, speaker_of
from tui_reader.tui.messages import SpeakerChosen
from tui_reader.tui.widgets.entries import entry_line, lines_of
from tui_reader.tui.widgets.lines import Part, strip
from tui_reader.tui.widgets.panels import Panel

if TYPE_CHECKING:
    from tui_reader.model.quote import Quote

MOST_BARS = 5


class QuotePanel(Panel):
    """Quotations of one article, in order or by speaker, perhaps of one speaker only."""

    TAB: ClassVar[str] = "quotes"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.article: Article | None = None
        self.all: Sequence[Quote] = ()
        self.quotes: Sequence[Quote] = ()
        """Those listed now."""
        self.tints: Mapping[str, int] = {}
        self.grouped = False
        self.only = ""
        self.words = ""
        """Words that must stand in what is listed."""
        self.kind = 0
        """Index of the kinds listed among `KIND_CHOICES`."""
        self.explained: Quote | None = None
        """The quotation whose evidence is shown."""
        self.lit = -1
        """Index of the quotation at the reading position."""
        self._reported: Sequence[Quote] = ()
        self._among = 0
        """How many there are of which those listed are some."""
        """Quotations of the kinds listed."""
        self._bars: list[tuple[str, int]] = []
        self._more = 0
        """Speakers who have no bar."""

    def show(self, article: Article | None, quotes: Sequence[Quote], tints: Mapping[str, int]) -> None:
        """Show the quotations of `article`."""
        if article is not self.article:
            self.only, self.words, self.index = "", "", 0
            self.explained, self._reported = None, ()
        self.article, self.all, self.tints = article, quotes, tints
        self.rearrange()

    def show_reported(self, quotes: Sequence[Quote]) -> None:
        """What the article reports without quoting it."""
        self._reported = quotes
        self.rearrange()

    def rearrange(self) -> None:
        """Filter and order the quotations as wished, and count who speaks how much."""
        of_kind = [quote for quote in (*self.all, *self._reported) if quote.kind in self.kinds]
        self._among = len(self.all) + (len(self._reported) if QuoteKind.INDIRECT in self.kinds else 0)
        chosen = sorted((quote for quote in of_kind if self._wanted(quote)), key=lambda quote: quote.start)
        self.empty = () if self.article is None else ("no quotations found", self._narrowed)
        if self.grouped:
            counts = Counter(map(speaker_of, chosen))
            chosen.sort(key=lambda quote: (-counts[speaker_of(quote)], speaker_of(quote), quote.start))
        self.quotes, self.lit = chosen, -1
        counted = Counter(map(speaker_of, self.all)).most_common()
        self._bars = counted[:MOST_BARS]
        self._more = len(counted) - len(self._bars)
        self._set_head()
        self.measure()

    @property
    def current(self) -> Quote | None:
        """The quotation under the cursor."""
        return self.quotes[self.index] if 0 <= self.index < len(self.quotes) else None

    def point_at(self, quote: Quote) -> bool:
        """Put the cursor on `quote`; whether it is listed."""
        at = next((i for i, listed in enumerate(self.quotes) if listed.span == quote.span), -1)
        if at >= 0:
            self.put_index(at, announce=False)
        return at >= 0

    def keep(self, quote: Quote | None) -> None:
        """List again after what is wished changed; the cursor stays on `quote` if it is still listed."""
        self.rearrange()
        if quote is None or not self.point_at(quote):
            self.put_index(0, announce=False)

    def _wanted(self, quote: Quote) -> bool:
        if self.only and speaker_of(quote) != self.only:
            return False
        if not self.words or self.article is None:
            return True
        there = fold(f"{speaker_of(quote)} {quote.span.of(self.article.text)}")
        return all(word in there for word in fold(self.words).split())

    @property
    def kinds(self) -> frozenset[QuoteKind]:
        """The kinds listed."""
        return KIND_CHOICES[self.kind][1]

    @property
    def kind_words(self) -> str:
        """What the kinds listed are called."""
        return KIND_CHOICES[self.kind][0]

    def next_kind(self) -> None:
        """List the next kinds."""
        self.kind = (self.kind + 1) % len(KIND_CHOICES)
        self.keep(self.current)

    @property
    def _narrowed(self) -> str:
        words = f"“{self.words}”" if self.words else ""
        return " · ".join(item for item in (self.kind_words if self.kind else "", words, self.only) if item)

    @property
    def narrowed(self) -> bool:
        """Whether not everything is listed."""
        return bool(self._narrowed)

    def widen(self) -> None:
        """List everything again."""
        self.only, self.words, self.kind = "", "", 0
        self.keep(self.current)

    @property
    def speakers(self) -> list[tuple[str, int]]:
        """Who is named in this article, with the number of quotations, most quoted first."""
        return Counter(quote.speaker.name for quote in self.all if quote.speaker is not None).most_common()

    def explain(self) -> None:
        """Show the evidence of the quotation under the cursor, or hide it again."""
        if self.count:
            quote = self.quotes[self.index]
            self.explained = None if quote is self.explained else quote
            self.measure()
            self.reveal_rows(*self.rows_of_entry(self.index))

    def draw_head(self, row: int, width: int) -> Strip:
        """Under the tabs: what the list is narrowed to and how much of it is left."""
        if row != 2 or not self.narrowed:
            return super().draw_head(row, width)
        quiet = self.look("list--quiet")
        count = f"  {grouped(self.count)} of {grouped(self._among)}"
        parts: list[Part] = [(" ", self.look()), (self._narrowed, self.look("list--match"))]
        return strip(parts, width, self.look(), [(count, self.look()), ("  esc ", quiet)])

    def _set_head(self) -> None:
        self._rows_a_bar = 2 if self.extent.height >= 30 else 1
        self.head = 3 + (self._bar_rows + 2 if self._bars else 0)

    @property
    def _bar_rows(self) -> int:
        return len(self._bars) * self._rows_a_bar + bool(self._more)

    def resized(self) -> None:
        """A lower panel has room for one row a speaker only."""
        head = self.head
        self._set_head()
        if head != self.head:
            self.refresh()
        super().resized()

    def light(self, index: int) -> None:
        """Mark the quotation at the reading position, and keep it in view while the panel is not being used."""
        if index != self.lit and 0 <= index < self.count:
            before, self.lit = self.lit, index
            if 0 <= before < self.count:
                self.refresh_rows(*self.rows_of_entry(before))
            if not self.has_focus:
                self.put_index(index, announce=False)
            self.refresh_rows(*self.rows_of_entry(index))

    # ------------------------------------------------------------------ drawing

    def extra_head(self, row: int, width: int) -> Strip:
        """Bars of who speaks how much, then a rule."""
        number, part = divmod(row, self._rows_a_bar)
        if row >= self._bar_rows:
            if row > self._bar_rows:
                return Strip.blank(width, self.look())
            order: list[Part] = [(" by speaker ", self.look("list--quiet"))] if self.grouped else []
            rule = "─" * max(0, width - 2 - 12 * len(order))
            return strip([(f" {rule}", self.look("list--rule")), *order], width, self.look())
        if number >= len(self._bars):
            return strip([(f" {grouped(self._more)} more", self.look("list--quiet"))], width, self.look())
        name, count = self._bars[number]
        tint = self.look(f"speaker--{self.tints.get(name, 0)}")
        named = self.look("list--accent") if name == self.only else self.look()
        tally: list[Part] = [(f"{grouped(count)} ", self.look("list--quiet"))]
        most = self._bars[0][1]
        if self._rows_a_bar == 1:
            bar = "█" * max(1, round(8 * count / most))
            return strip([(f" {bar:<8} ", tint), (name, named)], width, self.look(), tally)
        if part == 0:
            return strip([(" " + name, named)], width, self.look())
        bar = "█" * max(1, round((width - 8) * count / most))
        return strip([(" " + bar, tint)], width, self.look(), tally)

    def heights(self, width: int) -> Iterable[int]:
        """A heading where a speaker begins, name, the words, the evidence, a blank line."""
        return [
            self._heading(index) + len(self._words(quote, width)) + 2 + len(self._why(quote, width))
            for index, quote in enumerate(self.quotes)
        ]

    def _heading(self, index: int) -> int:
        """Rows of the heading above an entry."""
        quotes = self.quotes
        return 2 if self.grouped and (not index or speaker_of(quotes[index]) != speaker_of(quotes[index - 1])) else 0

    def _words(self, quote: Quote, width: int) -> Sequence[str]:
        if self.article is None:
            return [""]
        opening, closing = ("“", "”") if not quote.unclosed else ("“", " …")
        if quote.kind is QuoteKind.INDIRECT:
            opening, closing = "… ", ""
        return lines_of(opening + quote.span.of(self.article.text) + closing, width - 5, 6 if width >= 48 else 3)

    def _why(self, quote: Quote, width: int) -> Sequence[str]:
        """How the speaker is known: in full when asked for, in a line when it was guessed."""
        if quote is self.explained and self.article is not None:
            return [row for line in evidence(self.article, quote) for row in lines_of(line, width - 5, 4)]
        if self.article is None or (quote.speaker is None and quote.attribution is AttributionKind.USER):
            return ()  # it is said beside the name
        told = quote.attribution in (AttributionKind.USER, AttributionKind.LABEL)
        if quote.inferred or told or (quote.speaker is None and quote.rule):
            return lines_of(reason(self.article, quote), width - 5, 2)
        return ()

    def _draw_heading(self, index: int, line: int, width: int) -> Strip:
        if line:
            return Strip.blank(width, self.look())
        name = speaker_of(self.quotes[index])
        count = sum(speaker_of(quote) == name for quote in self.quotes)
        parts: list[Part] = [(" " + name, self.look("list--title"))]
        return strip(parts, width, self.look(), [(f"{grouped(count)} ", self.look("list--quiet"))])

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """Who, what, and why we think so."""
        if line < self._heading(index):
            return self._draw_heading(index, line, width)
        line -= self._heading(index)
        quote = self.quotes[index]
        tint = self.look(f"speaker--{self.tints.get(speaker_of(quote), 0)}")
        bar: Part = ("▎ ", tint)
        words = self._words(quote, width)
        shown = index == self.lit or (current and self.has_focus)
        if line == 0:
            number = self.article.paragraph_at(quote.start) if self.article is not None else 0
            guess = "⌁ " if quote.inferred else ""
            name = tint if quote.speaker is not None else self.look("list--quiet")
            right: list[Part] = [(f"{guess}¶{number}", self.look("list--quiet"))]
            hand = f" · {BY_HAND}" if quote.speaker is None and quote.attribution is AttributionKind.USER else ""
            return self._line([bar, (speaker_of(quote) + hand, name)], width, current, shown, right)
        if line <= len(words):
            return self._line([bar, (words[line - 1], self.look())], width, current, shown)
        why = self._why(quote, width)
        if line <= len(words) + len(why):
            return self._line([("  " + why[line - len(words) - 1], self.look("list--quiet"))], width, current, shown)
        return Strip.blank(width, self.look())

    def _line(
        self, parts: list[Part], width: int, current: bool, shown: bool, right: list[Part] | None = None
    ) -> Strip:
        # The raised ground without the cursor's bar says: this is where the text is.
        return entry_line(self, parts, width, shown, right, bar=current and self.has_focus)

    def clicked(self, event: events.Click) -> None:
        """A click on a speaker's bar shows that speaker only."""
        number = (event.y - 3) // self._rows_a_bar
        if 3 <= event.y < 3 + self._bar_rows and number < len(self._bars):
            self.post_message(SpeakerChosen(self._bars[number][0]))
        else:
            super().clicked(event)
