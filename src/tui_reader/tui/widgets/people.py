"""Everyone quoted in the corpus, and what the chosen one said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from textual.strip import Strip

from tui_reader.model.quote import AttributionKind, QuoteKind
from tui_reader.quotes.evidence import reason
from tui_reader.search.topic import lights
from tui_reader.text.counts import grouped, some
from tui_reader.tui.gathering import BY_HAND, KIND_WORDS, Person, Said, cue_words, evidence, speaker_of
from tui_reader.tui.widgets.entries import EntryList, entry_line, lines_of
from tui_reader.tui.widgets.lines import Part, strip

LOW = 30
"""Rows below which a person's bar and facts share a line."""
MOST_LINES = 8
"""Lines of one quotation that are shown; `Enter` shows the rest where it stands."""
MANY = 1_000
"""From so many quotations each gets one line: breaking thousands into lines would delay the key that asked for them."""
_WORDS = re.compile(r"(\w+)")


class PeopleList(EntryList):
    """One entry a person: name and count, a bar, articles and languages, other spellings."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.people: Sequence[Person] = ()
        self.tints: Mapping[str, int] = {}
        self.words = ""
        """What the names are narrowed by; shown above them."""
        self.head = 3
        self._most = 1
        self._longest = 0

    def show(self, people: Sequence[Person], index: int) -> None:
        """Show `people` with the cursor on entry `index`."""
        self.people, self.index = people, max(0, index)
        self._most = max((len(person.said) for person in people), default=1)
        self._longest = max((len(_facts(person)) for person in people), default=0)
        self.measure()
        if self.count:
            self.reveal_rows(*self.rows_of_entry(self.index))

    @property
    def current(self) -> Person | None:
        """The person under the cursor."""
        return self.people[self.index] if 0 <= self.index < len(self.people) else None

    @property
    def _low(self) -> bool:
        return self.extent.height < LOW

    def resized(self) -> None:
        """A low list has fewer lines for each."""
        self.measure()
        super().resized()

    def heights(self, width: int) -> Iterable[int]:
        """Name, bar, facts, other spellings if there are any, a blank line."""
        return [(3 if self._low else 4) + bool(person.aliases) for person in self.people]

    def draw_head(self, row: int, width: int) -> Strip:
        """What the names are narrowed by."""
        if row != 1:
            return Strip.blank(width, self.look())
        words = (self.words, self.look()) if self.words else ("who", self.look("list--quiet"))
        return strip([("  ", self.look()), ("f ", self.look("list--accent")), words], width, self.look())

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """One line of a person."""
        person = self.people[index]
        tint, quiet = self.look(f"speaker--{self.tints.get(person.name, 0)}"), self.look("list--quiet")
        rows = self._rows(person, width - 3)
        if line == 0:
            count = grouped(len(person.said))
            if len(person.said) < person.total:
                count += f" of {grouped(person.total)}"
            return entry_line(self, [(person.name, tint if person.known else quiet)], width, current, [(count, quiet)])
        if line >= len(rows):
            return Strip.blank(width, self.look())
        parts: list[Part] = [(text, tint if bar else quiet) for text, bar in rows[line]]
        return entry_line(self, parts, width, current)

    def _rows(self, person: Person, room: int) -> list[list[tuple[str, bool]]]:
        """The lines of a person: stretches of text, and whether each is part of the bar."""
        facts = _facts(person)
        # In a low list bar and facts share a line; the bars of all people have the same room.
        widest = max(3, min(8, room - 1 - self._longest)) if self._low else room
        bar = "█" * max(1, round(widest * len(person.said) / self._most))
        rows: list[list[tuple[str, bool]]] = [[], [(bar, True)], [(facts, False)]]
        if self._low:
            rows = [[], [(f"{bar:<{widest}} ", True), (facts, False)]]
        if person.aliases:
            also = ", ".join(person.aliases)
            rows.append([(lines_of(f"also {also}", room, 1)[0], False)])
        return rows


def _facts(person: Person) -> str:
    return " · ".join(
        item for item in (some(person.articles, "article"), person.years, " ".join(person.languages)) if item
    )


class SaidList(EntryList):
    """Quotations from many articles, perhaps under headings."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: Sequence[Said] = ()
        self.groups: Sequence[str] = ()
        """The heading each item stands under; empty for a list without headings."""
        self.tints: Mapping[str, int] = {}
        self.topic = ""
        self.title: Sequence[tuple[str, str]] = ()
        """What stands above the list: stretches of text and the name of the look of each."""
        self.explained: Said | None = None
        """The quotation whose evidence is shown."""
        self.named = False
        """Whether entries name their speakers: in a list of several."""
        self.head = 3
        self._sizes: Counter[str] = Counter()
        """How many entries stand under each heading."""

    def show(self, items: Sequence[Said], index: int = 0, groups: Sequence[str] = ()) -> None:
        """Show `items` with the cursor on entry `index`."""
        self.items, self.groups, self.index = items, groups, max(0, index)
        self._sizes = Counter(groups)
        self.top = 0
        self.measure()
        if self.count:
            self.reveal_rows(*self.rows_of_entry(self.index))

    @property
    def current(self) -> Said | None:
        """The quotation under the cursor."""
        return self.items[self.index] if 0 <= self.index < len(self.items) else None

    def explain(self) -> None:
        """Show the evidence of the quotation under the cursor, or hide it again."""
        self.explained = None if self.current is self.explained else self.current
        self.measure()
        if self.count:
            self.reveal_rows(*self.rows_of_entry(self.index))

    # ------------------------------------------------------------------ drawing

    def heights(self, width: int) -> Iterable[int]:
        """A heading where a group begins, where it stands, the words, the facts, a blank line."""
        return [
            self._heading(index) + self._word_rows(one, width) + self._fact_rows(index, width) + 2
            for index, one in enumerate(self.items)
        ]

    def _heading(self, index: int) -> int:
        """Rows of the heading above an entry."""
        return 2 if self.groups and (index == 0 or self.groups[index] != self.groups[index - 1]) else 0

    def _words(self, one: Said, width: int) -> Sequence[str]:
        if one.quote.kind is QuoteKind.INDIRECT:
            words = f"… {one.words}"
        else:
            words = f"“{one.words}{' …' if one.quote.unclosed else '”'}"
        return lines_of(words, max(10, width - 5), MOST_LINES if len(self.items) < MANY else 1)

    def _word_rows(self, one: Said, width: int) -> int:
        return len(self._words(one, width)) if len(self.items) < MANY else 1

    def _fact_rows(self, index: int, width: int) -> int:
        return len(self._facts(index, width)) if self.items[index] is self.explained else 1

    def _facts(self, index: int, width: int) -> Sequence[str]:
        one = self.items[index]
        if one is self.explained:
            return [row for line in evidence(one.article, one.quote) for row in lines_of(line, width - 5, 3)]
        quote = one.quote
        by_hand = quote.attribution is AttributionKind.USER
        why = reason(one.article, quote)
        if by_hand:
            why = BY_HAND if quote.speaker is not None else f"nobody · {BY_HAND}"
        elif not (quote.speaker is None or quote.inferred or quote.attribution is AttributionKind.LABEL):
            why = ""
        items = [KIND_WORDS[quote.kind], "the topic is in its paragraph only" if one.near else "", why]
        cue = cue_words(one.article, quote)
        items.append(f"“{cue}”" if cue else "")
        return [" · ".join(item for item in items if item)]

    def draw_head(self, row: int, width: int) -> Strip:
        """Whose words these are, about what, and how many; under it the heading of the entries seen."""
        if row == 2 and self.groups and self.count:
            first = bisect_right(self._ends, self.top)
            scrolled = not self._heading(first) or self.top > self.rows_of_entry(first)[0]
            return self._draw_heading(first, width) if scrolled else Strip.blank(width, self.look())
        if row != 1:
            return Strip.blank(width, self.look())
        return strip([("  ", self.look()), *((t, self.look(look)) for t, look in self.title)], width, self.look())

    def draw_entry(self, index: int, line: int, width: int, current: bool) -> Strip:
        """One line of an entry."""
        heading = self._heading(index)
        if line < heading:
            if line:
                return Strip.blank(width, self.look())
            return self._draw_heading(index, width)
        return self._draw(index, line - heading, width, current)

    def _draw_heading(self, index: int, width: int) -> Strip:
        group = self.groups[index]
        parts: list[Part] = [("  " + group, self.look("list--title"))]
        return strip([*parts, (f"   {grouped(self._sizes[group])}", self.look("list--quiet"))], width, self.look())

    def _goes_on(self, index: int) -> bool:
        """Whether an entry is from the same article as the one above it: its title is not said again."""
        return not self._heading(index) and index > 0 and self.items[index].article is self.items[index - 1].article

    def _draw(self, index: int, line: int, width: int, current: bool) -> Strip:
        one, quiet = self.items[index], self.look("list--quiet")
        if line == 0:
            return entry_line(self, self._where(one, width, self._goes_on(index)), width, current)
        words = self._words(one, width)
        if line <= len(words):
            name = speaker_of(one.quote)
            bar: Part = ("▎ ", self.look(f"speaker--{self.tints.get(name, 0)}"))
            return entry_line(self, [bar, *self._lit(words[line - 1])], width, current)
        facts = self._facts(index, width)
        if line <= len(words) + len(facts):
            return entry_line(self, [("  " + facts[line - len(words) - 1], quiet)], width, current)
        return Strip.blank(width, self.look())

    def _where(self, one: Said, width: int, goes_on: bool) -> list[Part]:
        """Date, title and paragraph, or the paragraph alone; in a list of several, the speaker before them."""
        quiet = self.look("list--quiet")
        number = f" ¶{one.article.paragraph_at(one.quote.start)}"
        parts: list[Part] = []
        room = width - 4 - len(number)
        if self.named and one.quote.speaker is not None:
            guess = " ⌁" if one.quote.inferred else ""
            name = speaker_of(one.quote) + guess
            parts += [(name, self.look(f"speaker--{self.tints.get(speaker_of(one.quote), 0)}")), ("  ", quiet)]
            room -= len(name) + 2
        if goes_on:
            return [*parts, (number.strip() + ("" if self.named or not one.quote.inferred else " ⌁"), quiet)]
        title = f"{one.article.date} · {one.article.title}" if one.article.date else one.article.title
        guessed = "" if self.named or not one.quote.inferred else " ⌁"
        return [*parts, (lines_of(title, max(8, room - len(guessed)), 1)[0] + number + guessed, quiet)]

    def _lit(self, text: str) -> list[Part]:
        """A line of words, those of the topic in the look of a match."""
        plain = self.look()
        if not self.topic:
            return [(text, plain)]
        lit: Callable[[str], bool] = lights(self.topic)
        match = self.look("list--match")
        return [(piece, match if piece.isalnum() and lit(piece) else plain) for piece in _WORDS.split(text) if piece]
