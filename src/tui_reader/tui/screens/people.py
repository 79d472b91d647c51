"""What the screens over the whole corpus share: gathering in a worker, bars, moving, keeping and copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.worker import get_current_worker

from tui_reader.model.quote import QuoteKind
from tui_reader.text.counts import grouped, some
from tui_reader.tui.commands import footer_keys
from tui_reader.tui.corpus_reading import CorpusRead, Gathered, Stay, read_corpus
from tui_reader.tui.gathering import KIND_CHOICES, Said
from tui_reader.tui.messages import Answered, CommandPressed, EntryChosen
from tui_reader.tui.people_commands import SAID, with_own_keys
from tui_reader.tui.screens.barred import PROMPT_KEYS, BarredScreen
from tui_reader.tui.widgets.bars import Where
from tui_reader.tui.widgets.entries import EntryList
from tui_reader.tui.widgets.people import SaidList
from tui_reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui_reader.tui.screens.correcting import Correcting


class PeopleScreen(BarredScreen[Said | str | None]):
    """Answers with the quotation to go to, the name of the screen to open instead, or None."""

    CSS_PATH = "people.tcss"
    NAME = ""

    def __init__(self, desk: Correcting, stay: Stay) -> None:
        super().__init__(with_own_keys(desk.commands, desk.workspace.settings.keymap))
        self.desk = desk
        """The main screen, which keeps, copies and corrects."""
        self.stay = stay
        self.said_list = SaidList(id="said")
        self.said_list.tints = desk.tints
        self.prompt = Prompt()
        self.gathered = Gathered()
        self._read = 0, 0
        """Articles read, and articles there are."""
        self._returns_to: EntryList | None = None

    @property
    def lists(self) -> tuple[EntryList, ...]:
        """The lists from left to right."""
        return (self.said_list,)

    @property
    def context(self) -> str:
        """Where the focus is."""
        return SAID

    def compose(self) -> ComposeResult:
        """Header, lists, the line that asks, footer."""
        yield self.header
        yield Container(*self.lists, id="lists")
        self.prompt.display = False
        yield self.prompt
        yield self.footer

    def on_mount(self) -> None:
        """Show what is known and read the rest."""
        self.gather()
        self.tell_place()

    # ------------------------------------------------------------------ gathering

    @property
    def kinds(self) -> frozenset[QuoteKind]:
        """Kinds of quotations that are listed."""
        return KIND_CHOICES[self.kind][1]

    @property
    def kind(self) -> int:
        """Which of `KIND_CHOICES` are listed here."""
        return self.stay.kinds

    @kind.setter
    def kind(self, kind: int) -> None:
        self.stay.kinds = kind

    def do_kinds(self) -> None:
        """`K`: other kinds of quotations."""
        self.kind = (self.kind + 1) % len(KIND_CHOICES)
        self.tell(KIND_CHOICES[self.kind][0])
        self.gather()

    def gather(self) -> None:
        """Read the quotations of every article in a worker, from the beginning; what was read before comes at once."""
        self.run_worker(self._gather, thread=True, exclusive=True, group="gather")

    def _gather(self) -> None:
        worker = get_current_worker()
        desk = self.desk
        for news in read_corpus(desk.workspace, self.kinds, lambda: worker.is_cancelled, lambda: desk.arriving):
            self.post_message(news)

    def on_corpus_read(self, message: CorpusRead) -> None:
        """Show it; the cursor stays on the person and the quotation it is on."""
        message.stop()
        self._read = message.read, message.total
        if message.gathered is not None:
            self.gathered = message.gathered
            for person in self.gathered.people:
                self.desk.tints.setdefault(person.name, len(self.desk.tints) % 7 + 1)
            self.show_gathered()
        self.tell_place()

    def show_gathered(self) -> None:
        """Fill the lists."""

    # ------------------------------------------------------------------ bars

    def tell_place(self) -> None:
        """Bring header and footer up to date."""
        read, total = self._read
        reading = f"reading {grouped(read)} of {grouped(total)} …" if read < total else "reading …"
        if self.gathered.complete and read >= total:
            reading = ""
        self.header.where = Where(
            corpus=self.NAME,
            title=" · ".join(self.facts()),
            count=reading,
            theme=self.app.theme,
            trouble=self.desk.trouble,
        )
        keys = footer_keys(self.commands, self.context, False, self.idle_commands())
        self.footer.keys = keys if self.prompt_line is None else PROMPT_KEYS

    def facts(self) -> list[str]:
        """What the header says of the corpus."""
        known = self.gathered
        return [some(known.read, "article"), some(len(known.said), "quotation")]

    def idle_commands(self) -> set[str]:
        """Commands that would do nothing now."""
        return set()

    def on_descendant_focus(self) -> None:
        """Other keys work now."""
        self.tell_place()

    # ------------------------------------------------------------------ commands

    def action_do(self, command_id: str) -> None:
        """Do what the key pressed stands for where the focus is."""
        keys = set(next(command.keys for command in self.commands if command.id == command_id))
        place = self.context
        found = next((c for c in self.commands if place in c.where and keys & set(c.keys)), None)
        if found is not None and not isinstance(self.focused, Prompt):
            self.run_command(found.id)

    def run_command(self, command_id: str) -> None:
        """Do one command."""
        super().run_command(command_id)
        self.tell_place()

    def on_command_pressed(self, message: CommandPressed) -> None:
        """What is clicked does what its key does."""
        message.stop()
        known = {command.id for command in self.commands} | {command for *_, command in PROMPT_KEYS}
        if message.command in known:
            self.run_command(message.command)

    def passage(self) -> Said | None:
        """The quotation that is kept, copied or corrected."""
        return self.said_list.current

    def leave(self, answer: Said | str | None = None) -> None:
        """Close the screen; what is still being read is given up."""
        self.keep_stay()
        self.workers.cancel_node(self)
        self.dismiss(answer)

    def keep_stay(self) -> None:
        """Remember where the cursors are."""

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """Enter or a click."""
        message.stop()
        if message.source == self.said_list.id and self.said_list.current is not None:
            self.leave(self.said_list.current)

    def do_open(self) -> None:
        """`enter`."""
        self.said_list.choose()

    def do_back(self) -> None:
        """`esc`."""
        self.leave()

    def do_bookmark(self) -> None:
        """`b`."""
        if self.passage() is not None:
            self.desk.do_bookmark()

    def do_copy(self) -> None:
        """`y`."""
        if self.passage() is not None:
            self.desk.do_copy()

    def do_cite(self) -> None:
        """`Y`."""
        if self.passage() is not None:
            self.desk.do_cite()

    def do_undo(self) -> None:
        """`u`."""
        self.desk.do_undo()

    def do_correct(self) -> None:
        """`c`."""
        said = self.passage()
        if said is not None:
            self.desk.ask_speaker(said.article, said.quote, [person.name for person in self.gathered.people])

    def do_decisions(self) -> None:
        """`D`: everything that was decided by hand."""
        self.desk.list_decisions()

    def do_evidence(self) -> None:
        """`i`."""
        self.said_list.explain()

    def do_speakers(self) -> None:
        """`s`."""
        self.leave("speakers")

    def do_audit(self) -> None:
        """`A`."""
        self.leave("audit")

    def do_theme(self) -> None:
        """`t`."""
        self.desk.do_theme()

    def do_help(self) -> None:
        """`?`."""
        from tui_reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands, []))

    # ------------------------------------------------------------------ asking

    def ask(self, purpose: str, words: str, value: str) -> None:
        """Open the line above the footer."""
        if isinstance(self.focused, EntryList):
            self._returns_to = self.focused
        self.prompt.ask(purpose, words, value)
        self.prompt.display = True
        self.set_focus(self.prompt)

    def on_answered(self, message: Answered) -> None:
        """See `take_answer`."""
        message.stop()
        if message.final:
            self.prompt.display = False
            self.set_focus(self._returns_to or self.said_list)
        self.take_answer(message)
        self.tell_place()

    def take_answer(self, message: Answered) -> None:
        """What was asked for is answered; `speaker` is the main screen's question."""
        if message.purpose == "speaker":
            self.desk.take_speaker(message)

    # ------------------------------------------------------------------ moving

    @property
    def mover(self) -> EntryList:
        """What the movement keys move."""
        return self.focused if isinstance(self.focused, EntryList) else self.said_list

    def do_down(self) -> None:
        """`j`."""
        self.mover.move_line(1)

    def do_up(self) -> None:
        """`k`."""
        self.mover.move_line(-1)

    def do_page_down(self) -> None:
        """`space`."""
        self.mover.move_page(1)

    def do_page_up(self) -> None:
        """`PgUp`."""
        self.mover.move_page(-1)

    def do_top(self) -> None:
        """`g`."""
        self.mover.move_edge(False)

    def do_bottom(self) -> None:
        """`G`."""
        self.mover.move_edge(True)
