"""All passages of a query, each on one line between what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from textual.app import ComposeResult
from textual.worker import get_current_worker

from tui_reader.model.errors import ReaderError
from tui_reader.search.concordance import Line, Order, lines_of, sorted_indexes
from tui_reader.text.counts import grouped, some
from tui_reader.text.folding import fold
from tui_reader.text.gate import harmless_line
from tui_reader.tui.commands import Command, footer_keys
from tui_reader.tui.messages import Answered, CommandPressed, EntryChosen, EntryHighlighted
from tui_reader.tui.more_commands import PASSAGES
from tui_reader.tui.passages import LinesGathered, LinesSorted, LinesWritten, Passages
from tui_reader.tui.screens.barred import BarredScreen
from tui_reader.tui.widgets.bars import Where
from tui_reader.tui.widgets.concordance import ConcordanceList
from tui_reader.tui.widgets.prompt import Prompt

BATCH_SECONDS = 0.1
"""How often the lines found are shown while there are more to come."""
CONTEXT = 120
"""Characters on either side in an exported table."""
_PROMPT_KEYS = (("enter", "write the passages to this file", "accept"), ("esc", "write nothing", "cancel"))


class ConcordanceScreen(BarredScreen[Line | None]):
    """Shows `passages` and gathers what is missing of them. Answers with the line to go to, or None."""

    CSS_PATH = "concordance.tcss"

    def __init__(self, passages: Passages, commands: Sequence[Command], keep_off: Callable[[Path], None]) -> None:
        """`keep_off` raises ReaderError for a file that nothing may be written over."""
        super().__init__(commands)
        self._keep_off = keep_off
        self._keys = footer_keys(commands, PASSAGES, narrow=False)
        self.passages = passages
        self.lines = ConcordanceList(passages)
        self.prompt = Prompt()
        self._replacing: Path | None = None

    def compose(self) -> ComposeResult:
        """Header, lines, the question for a file name, footer."""
        yield self.header
        yield self.lines
        self.prompt.display = False
        yield self.prompt
        yield self.footer

    def on_mount(self) -> None:
        """Show what is known; a worker finds the rest."""
        self.footer.keys = self._keys
        self.lines.focus(scroll_visible=False)
        self._show()
        if not self.passages.finished:
            self.run_worker(self._gather, thread=True, group="gather")

    # ------------------------------------------------------------------ gathering and sorting

    def _gather(self) -> None:
        """In a worker: the lines of every article not looked through yet."""
        worker = get_current_worker()
        passages = self.passages
        batch: list[Line] = []
        since, looked = monotonic(), passages.looked
        for article in passages.asked[looked:]:
            if worker.is_cancelled:
                return
            batch.extend(lines_of(article, passages.matches(article)))
            looked += 1
            if monotonic() - since > BATCH_SECONDS:
                self.post_message(LinesGathered(batch, looked, False))
                batch, since = [], monotonic()
        self.post_message(LinesGathered(batch, looked, True))

    def on_lines_gathered(self, message: LinesGathered) -> None:
        """Take a batch in; what is on the screen stays there."""
        message.stop()
        self.passages.take(message.lines, message.looked, message.finished)
        self._show()
        if message.finished and self.passages.order is not Order.POSITION:
            self._sort()

    def _sort(self) -> None:
        lines = tuple(self.passages.lines)
        order, reverse = self.passages.order, self.passages.reverse
        self.run_worker(
            lambda: self.post_message(LinesSorted(sorted_indexes(lines, order, reverse), order, reverse)) and None,
            thread=True,
            exclusive=True,
            group="sort",
        )

    def on_lines_sorted(self, message: LinesSorted) -> None:
        """Show the new order from its beginning; an answer to an older wish is dropped."""
        message.stop()
        passages = self.passages
        if (message.order, message.reverse) == (passages.order, passages.reverse):
            passages.put(message.shown)
            self.lines.index = self.lines.top = 0
            self._show()

    def _show(self) -> None:
        passages, lines = self.passages, self.lines
        lines.empty = () if not passages.finished else ("no passages: the words stand in titles alone",)
        lines.measure()
        if lines.count:
            lines.reveal_rows(*lines.rows_of_entry(lines.index))
        self.header.where = Where(corpus=f"passages of {passages.words}", count=self._count())

    def _count(self) -> str:
        passages = self.passages
        count, articles = len(passages.lines), passages.articles
        found = some(count, "passage")
        if passages.finished:
            return f"{found} in {some(articles, 'article')}"
        return f"{found}, {grouped(passages.looked)} of {some(len(passages.asked), 'article')} read …"

    # ------------------------------------------------------------------ commands

    def action_do(self, command_id: str) -> None:
        """Do what a key stands for."""
        self.run_command(command_id)

    def on_command_pressed(self, message: CommandPressed) -> None:
        """What is clicked does what its key does."""
        message.stop()
        self.action_do(message.command)

    def on_entry_highlighted(self, message: EntryHighlighted) -> None:
        """The cursor is remembered for the next time."""
        message.stop()
        self.passages.index = message.index

    def on_entry_chosen(self, message: EntryChosen) -> None:
        """Enter or a click on a line."""
        message.stop()
        self._leave(self.passages.line(message.index))

    def _leave(self, line: Line | None) -> None:
        self.passages.index = self.lines.index
        self.workers.cancel_node(self)
        self.dismiss(line)

    def do_go(self) -> None:
        """`enter`."""
        self.lines.choose()

    def do_back(self) -> None:
        """`esc`: what is still being gathered is given up."""
        self._leave(None)

    def _order(self, order: Order) -> None:
        passages = self.passages
        passages.reverse = not passages.reverse if order is passages.order else False
        passages.order = order
        self.lines.refresh()
        self._sort()

    def do_left(self) -> None:
        """`l`."""
        self._order(Order.LEFT)

    def do_right(self) -> None:
        """`r`."""
        self._order(Order.RIGHT)

    def do_right2(self) -> None:
        """`R`."""
        self._order(Order.RIGHT2)

    def do_keyword(self) -> None:
        """`w`."""
        self._order(Order.KEYWORD)

    def do_position(self) -> None:
        """`p`."""
        self._order(Order.POSITION)

    def do_down(self) -> None:
        """`j`."""
        self.lines.move_line(1)

    def do_up(self) -> None:
        """`k`."""
        self.lines.move_line(-1)

    def do_page_down(self) -> None:
        """`space`."""
        self.lines.move_page(1)

    def do_page_up(self) -> None:
        """`PgUp`."""
        self.lines.move_page(-1)

    def do_top(self) -> None:
        """`g`."""
        self.lines.move_edge(False)

    def do_bottom(self) -> None:
        """`G`."""
        self.lines.move_edge(True)

    def do_help(self) -> None:
        """`?`."""
        from tui_reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands, []))

    # ------------------------------------------------------------------ exporting

    def do_export(self) -> None:
        """`x`: ask for a file name."""
        if not self.passages.finished or not self.passages.lines:
            self.tell("there are no passages to write" if self.passages.finished else "not all passages are here yet")
            return
        self._ask(f"passages-{_slug(self.passages.words)}.csv")

    def _ask(self, name: str) -> None:
        self.prompt.ask("export", "file name", name)
        self.prompt.display = True
        self.prompt.focus(scroll_visible=False)
        self.footer.keys = _PROMPT_KEYS

    def on_answered(self, message: Answered) -> None:
        """A file name; one that exists is asked for again, because it would be replaced."""
        message.stop()
        if not message.final:
            return
        self.prompt.display = False
        self.lines.focus(scroll_visible=False)
        self.footer.keys = self._keys
        name = (message.value or "").strip()
        replacing, self._replacing = self._replacing, None
        if not name:
            return
        path = Path(name).expanduser()
        if path.is_dir():
            self.tell(f"{harmless_line(name)} is a folder: a file name is wanted")
        elif path.exists() and path != replacing:
            self._replacing = path
            self.tell(f"{harmless_line(name)} exists: enter replaces it, another name keeps it, esc leaves")
            self._ask(name)
        else:
            lines, replace = [self.passages.line(n) for n in range(len(self.passages.shown))], path == replacing
            self.run_worker(lambda: self._write(path, lines, replace), thread=True, group="export")

    def _write(self, path: Path, lines: Sequence[Line], replace: bool) -> None:
        """In a worker: write the table."""
        from tui_reader.export.files import write_file
        from tui_reader.export.passages import render_passages

        try:
            self._keep_off(path)
            write_file(path, render_passages(map(_cells, lines)), replace=replace)
        except ReaderError as error:
            self.post_message(LinesWritten(f"not written: {error}"))
            return
        count = len(lines)
        news = f"{some(count, 'passage')} written to {harmless_line(str(path))}"
        self.post_message(LinesWritten(news))

    def on_lines_written(self, message: LinesWritten) -> None:
        """Say so."""
        message.stop()
        self.tell(message.news)


def _cells(line: Line) -> tuple[str, ...]:
    article = line.article
    return (
        line.left(CONTEXT).strip(),
        line.keyword,
        line.right(CONTEXT).strip(),
        article.title,
        article.id,
        str(line.paragraph),
        str(line.start),
        str(line.end),
        article.date or "",
        article.author,
        article.source,
    )


def _slug(words: str) -> str:
    """The query as a part of a file name."""
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:40] or "query"
