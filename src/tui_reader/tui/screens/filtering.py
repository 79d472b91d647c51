"""The filter: articles narrow while words are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.layout.cells import width_of
from tui_reader.model.hit import Hit, Tier
from tui_reader.text.counts import grouped
from tui_reader.tui.commands import FILTER, footer_keys
from tui_reader.tui.listing import Listing
from tui_reader.tui.messages import EnterAnswered, Found, NamesSwitched, StillLooking
from tui_reader.tui.more_commands import FILTER_COMMANDS
from tui_reader.tui.screens.searching import Searching
from tui_reader.tui.widgets.entries import lines_of

if TYPE_CHECKING:
    from tui_reader.search.plan import Meant
    from tui_reader.search.results import Results

_OF_HITS = ("open_first", "open_list")
"""Commands that have nothing to act on where nothing was found."""


class Filtering(Searching):
    """What becomes of answers, and what is said about them."""

    meant: Meant | None = None
    """What the words of the query were taken for."""
    _progress = 0, 0
    """Of a long search: how many articles have been looked at, of how many; of 0 where nobody knows."""
    _complete = True
    _read = 0
    """Articles whose texts were searched for the answer shown."""
    _hinted = ""
    _nothing: Results | None = None
    """Why nothing was found, when nothing was."""

    def mark_again(self) -> None:
        """Other words count as matches now (in `finding`)."""

    # ------------------------------------------------------------------ answers

    def on_found(self, message: Found) -> None:
        """Show the hits, best first, and preview the best."""
        message.stop()
        if message.query != self.query_text:
            return
        if message.more:
            self._take_more(message)
            return
        # Asked again because more texts are known: whoever reads or walks the list by now is left in peace.
        again = bool(self.hits) and message.query in (self.answered, self.looking) and self.context != FILTER
        self._take(message)
        if again and self.hit_index >= 0:
            self.sidebar.show(self.hits, True, self.hit_index)
            self.mark_again()
        else:
            self.sidebar.show(self.hits, True, 0)
            if self.hits:
                self.hold_place()
                self.preview(self.hits[0].article, quotes=message.quotes)
            elif not self.find_words:
                self.pane.set_matches(())
        self.tell_place()
        if self.entered:
            self.on_query_entered()
        self.search_waiting()

    def on_still_looking(self, message: StillLooking) -> None:
        """A long search: show what it found so far, and nothing that may not answer the query."""
        message.stop()
        if message.query != self.query_text:
            return
        if self.answered == message.query:
            # It is asked once more, because more articles are here: the list stays, and does not claim to be complete.
            if not self._complete:
                self._progress = message.done, message.of
                self._tell_count()
            return
        if self.looking != message.query:
            self.looking, self.answered, self._nothing = message.query, "", None
            self.hits = Listing()
            self.pane.set_matches(())
            self._tell_hint("")
        before, self._progress = len(self.hits), (message.done, message.of)
        self.hits = Listing((Hit(article, 0.0, Tier.EXACT) for article in message.found), message.total)
        self.sidebar.show(self.hits, True, self.sidebar.index if before else 0)
        self._tell_count()
        if self.hits and not before:
            self.hold_place()
            self.preview(self.hits[0].article)
        self.tell_place()
        if self.entered and self.hits:
            self.on_query_entered()

    def _take(self, message: Found) -> None:
        results = message.results
        self.hits, self.answered = Listing(results.hits, results.total), message.query
        self.search_ended()
        self._progress = 0, 0
        self._complete, self._read, self.unread = results.complete, results.read, results.unread
        if self.meant != results.meant:
            self.meant = results.meant
            self.forget_matches()
        self._nothing = None if results.hits else results
        changed = [f"{typed} → {meant}" for typed, meant in results.corrections.items()]
        self._tell_count()
        self._tell_hint(", ".join(changed) or results.hint)

    def _take_more(self, message: Found) -> None:
        self.hits.extend(message.results.hits, message.results.total)
        self.sidebar.show(self.hits, True, self.sidebar.index)
        self.tell_place()
        then = self.search_ended()
        if then is not None:
            then()
        self.search_waiting()

    def forget_matches(self) -> None:
        """What is marked may be something else (in `finding`)."""

    def list_everything(self) -> None:
        """No filter: every article in reading order, the cursor on the one shown."""
        self.hits, self.answered, self._nothing = self.everything, "", None
        self.search_ended()
        self._progress = 0, 0
        self.sidebar.show(self.hits, False, max(0, self.hit_index))
        self._tell_count()
        self._tell_hint("")
        self.pane.set_matches(())
        self.tell_place()

    # ------------------------------------------------------------------ enter

    @property
    def answer_awaited(self) -> bool:
        """Whether Enter was pressed and what it is to open has still to be found."""
        return self.entered

    def on_query_entered(self) -> None:
        """Enter: the first hit at its first match, and the text has the focus; once the answer is there.

        Where nothing was found it takes the word offered, or says why there is nothing.
        """
        typed = self.query_field.value.strip()
        if typed != self.query_text:
            # Only a mark was typed: now it is a query like any other, and gets its answer.
            self.query_text = typed
            self.ask_index()
        answers = bool(self.hits) and self.looking == self.query_text
        self.entered = self.answered != self.query_text and not answers
        if self.entered:
            if self.looking:
                self.tell("still searching: the first article found is opened")
            return
        if not self.hits:
            if not self.take_nearest():
                self._tell_nothing()
        else:
            self.keep_query()
            self.preview(self.hits[0].article)
            self.sidebar.put_index(0, announce=False)
            self.show_matches()
            self.focus_on(self.pane)
            if self.query_text:
                self._tell_mistake()
        self.post_message(EnterAnswered())

    def take_nearest(self) -> bool:
        """Look for the nearest real word instead of the one no article has; says whether one was offered."""
        if self._nothing is None or not self._nothing.better:
            return False
        field = self.query_field
        field.value = self._nothing.better
        field.cursor_position = len(field.value)
        return True

    def _tell_mistake(self) -> None:
        """What was held back while it was being typed."""
        from tui_reader.search.parser import parse

        if hint := parse(self.query_text).hint:
            self.tell(hint)

    def _tell_nothing(self) -> None:
        from tui_reader.search.parser import parse

        why = self._nothing.hint if self._nothing is not None else ""
        reading = "" if self._complete else "; ".join(self._not_yet())
        self.tell(parse(self.query_text).hint or why or reading or "nothing found")

    # ------------------------------------------------------------------ what is said

    def filter_keys(self) -> tuple[tuple[str, str, str], ...]:
        """The footer while filtering: what Enter does where nothing was found."""
        keys = footer_keys(FILTER_COMMANDS, FILTER, narrow=False, idle=() if self.hits else _OF_HITS)
        if self._nothing is not None and self._nothing.better:
            return ("enter", f"look for {self._nothing.nearest}", "open_first"), *keys
        return keys

    def _tell_hint(self, hint: str) -> None:
        """What is wrong with the query stands beside the count; what is too long for that, in the footer.

        Where nothing was found there is room for it in the list.
        """
        self.filter_bar.hint = hint if self.hits else ""
        if self.hits and width_of(hint) > self.filter_bar.hint_room:
            self.tell(hint)
        elif self._hinted and self.footer.news == self._hinted:
            self.hush()
        self._hinted = hint

    def _tell_count(self) -> None:
        total = grouped(len(self.workspace.library))
        said = [f"{grouped(self.hits.total)} of {total}", self._state()]
        self.filter_bar.count = " · ".join(item for item in said if item) if self.query_text else ""
        self.sidebar.empty = self._why_empty()

    def _state(self) -> str:
        """What of the corpus the count does not speak of yet, in few cells: it stands in the list's width."""
        done, of = self._progress
        if of:
            return f"searched {100 * done // of} %"
        if self.looking:
            return "searching …"
        if self._complete:
            return ""
        if self.unread:
            return f"texts {100 * self._read // len(self.workspace.library)} %" if self._read else "titles only"
        return "reading …" if self.arriving or self.searching else ""

    def _why_empty(self) -> tuple[str, ...]:
        """What stands in the list where there is nothing to list."""
        if self.looking:
            done, of = self._progress
            return (
                "searching …",
                *((f"{grouped(done)} of {grouped(of)} articles read",) if of else ()),
                "",
                "esc stops",
            )
        if self._nothing is None:
            return ()
        if not self._complete:
            return self._not_yet()
        offer = f"enter: {self._nothing.nearest}" if self._nothing.better else self._nothing.hint
        width = max(10, self.sidebar.extent.width - 4)
        return ("nothing found", *(lines_of(offer, width, 6) if offer else ()), "", "esc clears")

    def _not_yet(self) -> tuple[str, str]:
        """What was found nowhere may stand in what is still to be read."""
        if not self._read:
            return "not in the titles", "the texts are being read …"
        return "not in what was read so far", "the rest is being read …"

    # ------------------------------------------------------------------ other spellings of names

    def do_names(self) -> None:
        """`V`: look for other spellings of names, or no more, as long as the reader runs."""
        self.run_worker(self._switch_names, thread=True, group="names")

    def _switch_names(self) -> None:
        # In a worker: whoever asks for the index first waits until the titles are in it.
        index = self.workspace.index
        index.names = not index.names
        self.post_message(NamesSwitched(index.names))

    def on_names_switched(self, message: NamesSwitched) -> None:
        """Ask again what was asked."""
        message.stop()
        self.forget_passages()
        self.mark_again()
        self.search_again()
        found = "other spellings of names are found" if message.on else "names are found as they are written only"
        self.tell(f"{found}, until the reader ends; [search] names in config.toml for good")
