"""Everyone quoted in the corpus, and everything one of them said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui_reader.text.counts import grouped, some
from tui_reader.tui.corpus_reading import Stay
from tui_reader.tui.gathering import KIND_CHOICES, Person, about, called
from tui_reader.tui.messages import Answered, EntryChosen, EntryHighlighted
from tui_reader.tui.people_commands import PEOPLE, SAID
from tui_reader.tui.screens.people import PeopleScreen
from tui_reader.tui.widgets.entries import EntryList
from tui_reader.tui.widgets.people import PeopleList
from tui_reader.workspace import KnownFacts

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.tui.screens.correcting import Correcting

BOTH_FIT = 64
"""Columns from which the two lists stand side by side."""


class TopicFound(Message):
    """Who said anything about a topic."""

    def __init__(self, topic: str, people: Sequence[Person]) -> None:
        super().__init__()
        self.topic = topic
        self.people = people


class SpeakersScreen(PeopleScreen):
    """Left the people, right what the one under the cursor said, newest first."""

    NAME = "Speakers"

    def __init__(self, desk: Correcting, stay: Stay) -> None:
        self.people_list = PeopleList(id="people")
        super().__init__(desk, stay)
        self._about: Sequence[Person] | None = None
        """Who said anything about the topic; None while there is none, or while it is being looked for."""
        self.people_list.tints = desk.tints
        self.people_list.words = stay.words

    @property
    def lists(self) -> tuple[EntryList, ...]:
        """People, quotations."""
        return self.people_list, self.said_list

    @property
    def context(self) -> str:
        """People or quotations."""
        return SAID if self.focused is self.said_list else PEOPLE

    def on_mount(self) -> None:
        """The cursor is where it was left."""
        self._fit()
        self._focus(self.said_list if self.stay.in_said else self.people_list)

    def on_resize(self, event: events.Resize) -> None:
        """One list at a time where two have no room."""
        self._fit()

    def _fit(self) -> None:
        narrow = self.app.size.width < BOTH_FIT
        self.set_class(narrow, "-narrow")
        in_said = self.context == SAID
        self.people_list.display = not (narrow and in_said)
        self.said_list.display = not narrow or in_said

    def _focus(self, view: EntryList) -> None:
        self.stay.in_said = view is self.said_list
        view.display = True
        self.set_focus(view, scroll_visible=False)
        self._fit()
        self.tell_place()

    # ------------------------------------------------------------------ what is shown

    def facts(self) -> list[str]:
        """How many people, too."""
        return [*super().facts(), some(len(self.gathered.people), "person", "people")]

    def idle_commands(self) -> set[str]:
        """What would do nothing."""
        person = self.people_list.current
        idle = set() if person is not None else {"topic", "said", "merge", "rename", "split", "kinds", "counts"}
        if person is not None and not person.aliases:
            idle.add("split")
        if person is not None and not person.known:
            idle |= {"merge", "rename"}
        if len(self.gathered.people) < 2:
            idle |= {"merge", "find_person"}
        return idle if self.said_list.count else idle | {"open", "bookmark", "copy", "correct", "evidence"}

    def show_gathered(self) -> None:
        """Everybody, or who said anything about the topic."""
        topic, known = self.stay.topic, self.gathered
        if not topic:
            self._about = None
            self.show_people()
            return
        facts = KnownFacts(self.desk.workspace)

        def look() -> None:
            found = about(topic, known.people, known.said, facts, lambda: self.stay.topic != topic)
            self.post_message(TopicFound(topic, found))

        self.run_worker(look, thread=True, exclusive=True, group="topic")

    def on_topic_found(self, message: TopicFound) -> None:
        """Show them, unless something else has been asked for since."""
        message.stop()
        if message.topic == self.stay.topic:
            self._about = message.people
            self.show_people()
            self.tell_place()

    def show_people(self) -> None:
        """Those who answer to the name that was typed; the cursor stays on the person it is on."""
        view, stay = self.people_list, self.stay
        everybody = self.gathered.people if self._about is None else self._about
        found = [person for person in everybody if called(view.words, person)]
        nobody = "nobody is quoted here" if self._about is None else "no quotation about this was found"
        view.empty = () if not self.gathered.complete else ("nobody is called so" if view.words else nobody,)
        same = [i for i, person in enumerate(found) if person.name == stay.person]
        if not same:  # it may have another name by now
            same = [i for i, one in enumerate(found) if not stay.called.isdisjoint((one.name, *one.aliases))]
        view.show(found, same[0] if same else 0)
        self.show_person(keep=bool(same))

    def show_person(self, keep: bool = False) -> None:
        """What the person under the cursor said, about the topic if there is one; the cursor stays with `keep`."""
        person, topic = self.people_list.current, self.stay.topic if self._about is not None else ""
        self.said_list.topic = topic
        if person is None:
            self.said_list.title = [("on  ", "list--quiet"), (topic, "list--match")] if topic else ()
            self.said_list.empty = ("no quotation about this was found", "", "esc drops the topic") if topic else ()
            self.said_list.show(())
            return
        if not keep:
            self.stay.said = 0
        self.stay.person, self.stay.called = person.name, frozenset((person.name, *person.aliases))
        title = [(person.name, f"speaker--{self.desk.tints.get(person.name, 0)}" if person.known else "list--quiet")]
        if topic:
            title += [("  on  ", "list--quiet"), (topic, "list--match")]
            title += [(f"   {grouped(len(person.said))} of {grouped(person.total)}", "list--quiet")]
        else:
            title += [(f"   {some(len(person.said), 'quotation')}", "list--quiet")]
        if self.kind:
            title += [(f"   {KIND_CHOICES[self.kind][0]}", "list--accent")]
        facts = f"   {some(person.articles, 'article')} · {person.dates}"
        if sum(len(text) for text, _ in title) + len(facts) + 4 <= self.said_list.extent.width and person.known:
            title += [(facts, "list--quiet")]
        self.said_list.title = title
        self.said_list.show(person.said, self.stay.said)

    def on_entry_highlighted(self, message: EntryHighlighted) -> None:
        """Another person, or another quotation."""
        message.stop()
        if message.source == "people":
            self.show_person()
            self.tell_place()
        else:
            self.stay.said = message.index

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """A person: to what they said."""
        if message.source == "people":
            self.do_said()

    def keep_stay(self) -> None:
        """The quotation the cursor is on."""
        self.stay.said = self.said_list.index

    # ------------------------------------------------------------------ keys

    def do_said(self) -> None:
        """`enter` on a person."""
        if self.people_list.current is not None:
            self._focus(self.said_list)

    def do_other_list(self) -> None:
        """`tab`."""
        self._focus(self.people_list if self.context == SAID else self.said_list)

    def do_back(self) -> None:
        """`esc`: drop the topic, then the name, then leave."""
        if self.stay.topic:
            self._narrow("")
        elif self.people_list.words:
            self._find("")
        elif self.app.size.width < BOTH_FIT and self.context == SAID:
            self._focus(self.people_list)
        else:
            self.leave()

    def do_topic(self) -> None:
        """`/`; also while the quotations are being read, because words are typed behind it."""
        self.ask("topic", "what about?", self.stay.topic)

    def do_find_person(self) -> None:
        """`f`."""
        self.ask("person", "who?", self.people_list.words)

    def take_answer(self, message: Answered) -> None:
        """Topics and names narrow with every letter; escape drops them."""
        if message.purpose == "topic":
            self._narrow((message.value or "").strip())
        elif message.purpose == "person":
            self._find((message.value or "").strip())
        elif message.purpose == "rename" and message.final and message.value is not None:
            self.desk.rename_person(self.stay.person, message.value.strip())
        else:
            super().take_answer(message)

    def _narrow(self, topic: str) -> None:
        if topic != self.stay.topic:
            self.stay.topic, self.stay.said = topic, 0
            self.show_gathered()

    def _find(self, words: str) -> None:
        if words != self.people_list.words:
            self.people_list.words = self.stay.words = words
            self.show_people()

    def do_counts(self) -> None:
        """`d`: how much the person is quoted by article and by year; enter goes to an article's first."""
        from tui_reader.tui.screens.choice import ChoiceScreen

        person = self.people_list.current
        if person is None:
            return
        rows = counts_table(person)

        def chosen(index: int | None) -> None:
            if index is not None and rows[index][1] is not None:
                self._focus(self.said_list)
                self.said_list.put_index(rows[index][1] or 0)

        title = f"{person.name}: {some(len(person.said), 'quotation')} in {some(person.articles, 'article')}"
        self.app.push_screen(ChoiceScreen(f"{title} · {person.dates}", [line for line, _ in rows]), chosen)

    # ------------------------------------------------------------------ persons

    def do_merge(self) -> None:
        """`M`."""
        person = self.people_list.current
        if person is not None:
            if not person.known:
                return
            others = [other.name for other in self.gathered.people if other.name != person.name]
            self.desk.ask_merge(person.name, others)

    def do_rename(self) -> None:
        """`R`."""
        if (person := self.people_list.current) is not None and person.known:
            self.ask("rename", "the name to show; empty takes the usual one", self.stay.person)

    def do_split(self) -> None:
        """`S`."""
        person = self.people_list.current
        if person is not None:
            self.desk.ask_split(person.name, person.aliases)


def counts_table(person: Person) -> list[tuple[str, int | None]]:
    """Lines of counts: the years, then the articles, newest first, each with the index of its first quotation."""
    count = person.count
    rows: list[tuple[str, int | None]] = [(f"{year:<12}{grouped(n):>6}", None) for year, n in count.years.items()]
    undated = len(person.said) - sum(count.years.values())
    if undated and rows:
        rows.append((f"{'no dates':<12}{grouped(undated):>6}", None))
    first: dict[str, tuple[int, Article]] = {}
    for index, one in enumerate(person.said):
        first.setdefault(one.article.id, (index, one.article))
    for identity, (index, article) in first.items():
        date = article.date or "no date"
        rows.append((f"{date:<12}{grouped(count.articles[identity]):>6}  {article.title}", index))
    return rows
