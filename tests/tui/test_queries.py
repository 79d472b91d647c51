"""Queries asked before, queries saved by name, and the way back from a jump."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.config.memory import Memory
from tui_reader.config.queries import SavedQueries
from tui_reader.config.settings import Settings
from tui_reader.search.index import TextIndex
from tui_reader.search.results import Results
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.history import MOST, History
from tui_reader.tui.messages import Found
from tui_reader.tui.screens.queries import QueriesScreen
from tui_reader.tui.trail import MOST as MOST_PLACES
from tui_reader.tui.trail import Place, Trail
from tui_reader.workspace import open_workspace


async def ask(pilot: Pilot[None], words: str, then: str = "") -> None:
    """Type `words` into the empty filter field, then press keys."""
    await press(pilot, "slash")
    main(pilot).query_field.value = ""
    await press(pilot, " ".join(_KEYS.get(letter, letter) for letter in words) + f" {then}")


_KEYS = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus"}


# ---------------------------------------------------------------------- history


async def test_up_walks_back_through_earlier_queries_and_down_forward_to_what_was_typed(open_app: Open) -> None:
    async with open_app() as pilot:
        for words in ("ferry", "museum", "river"):
            await ask(pilot, words, "enter")
        await ask(pilot, "lam")
        field = main(pilot).query_field
        seen = []
        for _ in range(4):
            await press(pilot, "up")
            seen.append(field.value)
        assert seen == ["river", "museum", "ferry", "ferry"]
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        await press(pilot, "down")
        assert field.value == "museum"
        await press(pilot, "down down")
        assert field.value == "lam"
        assert main(pilot).focused is field
        await press(pilot, "down")
        assert main(pilot).focused is main(pilot).sidebar


async def test_ctrl_r_walks_too_and_typing_begins_anew(open_app: Open) -> None:
    async with open_app() as pilot:
        for words in ("ferry", "museum"):
            await ask(pilot, words, "enter")
        await press(pilot, "slash ctrl+r ctrl+r")
        assert main(pilot).query_field.value == "ferry"
        await press(pilot, "s up")
        assert main(pilot).query_field.value == "museum"


async def test_a_query_counts_when_it_led_somewhere_and_never_twice(open_app: Open) -> None:
    async with open_app() as pilot:
        await ask(pilot, "ferry", "enter")
        await ask(pilot, "museum", "escape")
        assert main(pilot).history.queries == ["ferry"]
        await press(pilot, "enter")
        assert main(pilot).history.queries == ["museum", "ferry"]
        await ask(pilot, "ferry", "enter")
        assert main(pilot).history.queries == ["ferry", "museum"]


async def test_history_lasts_over_a_start(open_app: Open) -> None:
    async with open_app() as pilot:
        await ask(pilot, "ferry", "enter")
    async with open_app() as pilot:
        await press(pilot, "slash up")
        assert main(pilot).query_field.value == "ferry"
        assert len(main(pilot).hits) == 1


async def test_no_earlier_query_is_said(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash up")
        assert "no query was asked before" in screen_text(pilot)


def test_history_keeps_a_hundred_and_survives_nonsense() -> None:
    memory = Memory()
    history = History(memory)
    for number in range(MOST + 20):
        history.keep(f"word{number}")
    assert len(history.queries) == MOST == 100
    assert history.queries[0] == "word119"
    memory.values["queries"] = [1, None, "", "fine", ["x"]]
    assert history.queries == ["fine"]
    memory.values["queries"] = "not a list"
    assert history.queries == []
    assert history.older("") is None


# ---------------------------------------------------------------------- what the filter bar says


async def test_a_broken_query_is_read_as_words_and_the_bar_says_why(open_app: Open) -> None:
    async with open_app(size=(200, 40)) as pilot:
        await ask(pilot, "ferry title: stays")
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        assert "1 of 4 · title: needs a value" in screen_text(pilot)


async def test_a_phrase_being_typed_is_no_mistake_until_it_is_entered(open_app: Open) -> None:
    async with open_app(size=(200, 40)) as pilot:
        await ask(pilot, '"ferry stays')
        assert "not closed" not in screen_text(pilot)
        await press(pilot, "left")
        await press(pilot, "right space")
        assert "not closed" not in screen_text(pilot)
        await press(pilot, "enter")
        assert main(pilot).focused is main(pilot).pane
        assert "the quotation mark is not closed" in screen_text(pilot)


async def test_a_mark_alone_is_no_query_until_it_is_entered(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash")
        for mark in ("quotation_mark", "minus", "apostrophe", "t i t l e colon"):
            await press(pilot, mark)
            assert len(main(pilot).hits) == 4, mark
            assert "nothing found" not in screen_text(pilot)
            await press(pilot, "enter")
            assert len(main(pilot).hits) == 0, mark
            assert main(pilot).filter_has_focus
            assert "needs a" in screen_text(pilot) or "not closed" in screen_text(pilot)
            await press(pilot, "ctrl+u")
        await press(pilot, "asterisk asterisk")
        assert "there is nothing to look" in screen_text(pilot)


async def test_a_hint_too_long_for_the_bar_stands_in_the_footer_until_the_query_is_mended(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as pilot:
        await ask(pilot, "harbour:ferry")
        assert "there is no field harbour: (fields are title" in screen_text(pilot)
        await press(pilot, " ".join(["backspace"] * 13) + " f e r r y")
        assert "there is no field" not in screen_text(pilot)
        assert "↑ earlier queries" in screen_text(pilot)


async def test_before_all_texts_are_read_the_bar_says_so_and_asks_again_when_they_are(
    corpus: Path, user_folders: Path
) -> None:
    settings = Settings()
    app = ReaderApp(open_workspace((corpus,), settings, load=False), settings)
    app.main.load_first()
    async with app.run_test(size=(200, 40)) as pilot:
        app.main.working = True  # nothing is indexed but what the filter asks for
        app.main._indexing = True
        app.workspace.__dict__["index"] = index = TextIndex(few=0)
        index.add(app.workspace.library.articles[:3])
        index.commit()
        await press(pilot, "slash f e r r y")
        assert "1 of 4" in screen_text(pilot)
        assert "titles only" not in screen_text(pilot)
        index.add(app.workspace.library.articles)
        await press(pilot, "ctrl+u r i v e r")
        assert "0 of 4 · texts 75 %" in screen_text(pilot)
        assert "not in what was read so far" in screen_text(pilot)
        app.main.run_worker(app.main._index_all, thread=True)
        await settle(pilot)
        assert "1 of 4" in screen_text(pilot)
        assert "texts 75 %" not in screen_text(pilot)


async def test_nothing_in_the_titles_yet_is_not_nothing_found(open_app: Open) -> None:
    async with open_app() as pilot:
        await ask(pilot, "ferry")
        main(pilot).post_message(Found("ferry", Results(complete=False, unread=4)))
        await settle(pilot)
        assert "the texts are being read" in screen_text(pilot)
        assert "nothing found" not in screen_text(pilot)


async def test_the_second_answer_leaves_a_reader_in_peace(open_app: Open) -> None:
    async with open_app() as pilot:
        await ask(pilot, "keller", "enter n n")
        before = main(pilot).here
        hits = list(main(pilot).hits)
        main(pilot).post_message(Found("keller", Results(tuple(reversed(hits)), 2)))
        await settle(pilot)
        assert main(pilot).here == before
        assert list(main(pilot).hits) == hits[::-1]


# ---------------------------------------------------------------------- fields


async def test_what_a_speaker_said_is_marked_inside_the_quotations_and_n_walks_it(open_app: Open) -> None:
    async with open_app() as pilot:
        await ask(pilot, "speaker:keller said:fees", "enter")
        pane = main(pilot).pane
        assert pane.article is not None
        assert [pane.article.text[m.start : m.end] for m in pane.matches] == ["fees"]
        assert pane.match_now == 0
        assert "match 1 of 1" in screen_text(pilot)


async def test_a_speaker_alone_marks_what_they_said_over_all_articles(open_app: Open) -> None:
    async with open_app() as pilot:
        await ask(pilot, "speaker:keller", "enter")
        walked = []
        for _ in range(2):
            pane = main(pilot).pane
            assert pane.article is not None
            match = pane.matches[pane.match_now]
            walked.append(pane.article.text[match.start : match.end])
            await press(pilot, "n")
        assert walked == ["We will not raise the fees,", "Nie podniesiemy opłat"]


async def test_a_query_of_facts_alone_shows_how_the_article_begins(open_app: Open) -> None:
    async with open_app(size=(200, 40)) as pilot:
        await ask(pilot, "lang:pl")
        shown = screen_text(pilot)
        assert "1 of 4" in shown
        assert "in the title" not in shown


# ---------------------------------------------------------------------- saved queries


async def test_a_query_is_saved_under_a_name_and_run_again(open_app: Open, user_folders: Path) -> None:
    async with open_app() as pilot:
        await ask(pilot, "ferry", "escape S")
        await press(pilot, "t h e space b o a t enter")
        assert "query saved as “the boat”" in screen_text(pilot)
        assert main(pilot).focused is main(pilot).sidebar
        assert SavedQueries(user_folders / "config" / "queries.toml").all() == {"the boat": "ferry"}
    async with open_app() as pilot:
        await press(pilot, "Q")
        assert isinstance(pilot.app.screen, QueriesScreen)
        assert "the boat" in screen_text(pilot)
        await press(pilot, "enter")
        assert main(pilot).query_field.value == "ferry"
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        assert main(pilot).focused is main(pilot).sidebar


async def test_enter_alone_names_a_query_by_its_words_and_escape_saves_nothing(open_app: Open) -> None:
    async with open_app() as pilot:
        await ask(pilot, "ferry", "enter S escape")
        assert main(pilot).saved_queries.all() == {}
        assert main(pilot).focused is main(pilot).pane
        await press(pilot, "S enter")
        assert main(pilot).saved_queries.all() == {"ferry": "ferry"}


async def test_a_name_taken_is_replaced_only_when_enter_is_pressed_again(open_app: Open) -> None:
    async with open_app() as pilot:
        main(pilot).saved_queries.save("port", "harbour")
        await ask(pilot, "ferry", "escape S p o r t enter")
        assert main(pilot).saved_queries.all() == {"port": "harbour"}
        assert "enter replaces it" in screen_text(pilot)
        await press(pilot, "escape")
        assert main(pilot).saved_queries.all() == {"port": "harbour"}
        await press(pilot, "S p o r t enter enter")
        assert main(pilot).saved_queries.all() == {"port": "ferry"}


async def test_a_saved_query_is_deleted_and_brought_back(open_app: Open) -> None:
    async with open_app() as pilot:
        saved = main(pilot).saved_queries
        saved.save("port", "harbour")
        saved.save("boat", "ferry")
        await press(pilot, "Q j d")
        assert saved.all() == {"port": "harbour"}
        assert "u brings it back" in screen_text(pilot)
        await press(pilot, "u")
        assert saved.all() == {"port": "harbour", "boat": "ferry"}
        await press(pilot, "escape")
        assert pilot.app.screen is main(pilot)


async def test_nothing_to_save_and_nothing_saved_are_said(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "S")
        assert "no query to save" in screen_text(pilot)
        await press(pilot, "Q")
        assert "no saved queries yet" in screen_text(pilot)


async def test_a_damaged_file_of_queries_is_said_and_kept(open_app: Open, user_folders: Path) -> None:
    file = user_folders / "config" / "queries.toml"
    file.parent.mkdir(parents=True)
    file.write_text("broken = \n")
    async with open_app() as pilot:
        await press(pilot, "Q")
        assert "cannot be understood" in screen_text(pilot)
        await ask(pilot, "ferry", "escape S")
        assert "cannot be understood" in screen_text(pilot)
    assert file.read_text() == "broken = \n"


# ---------------------------------------------------------------------- back to where you were


async def test_ctrl_o_returns_to_the_place_before_the_filter(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "G enter space space space")
        before = main(pilot).here
        assert before is not None
        assert before.top > 0
        await ask(pilot, "ferry", "enter")
        assert main(pilot).article is not None
        assert main(pilot).article.id == "1-harbour.txt"  # type: ignore[union-attr]
        await press(pilot, "ctrl+o")
        assert main(pilot).here == before
        assert main(pilot).focused is main(pilot).pane


async def test_it_returns_jump_by_jump(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter")
        first = main(pilot).here
        await ask(pilot, "lamp", "enter")
        second = main(pilot).here
        await ask(pilot, "river", "enter")
        await press(pilot, "ctrl+o")
        assert main(pilot).here == second
        await press(pilot, "ctrl+o")
        assert main(pilot).here == first
        await press(pilot, "ctrl+o")
        assert "no place to return to" in screen_text(pilot)


async def test_looking_at_articles_in_the_list_is_no_jump_until_one_is_opened(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter right right")
        before = main(pilot).here
        await press(pilot, "escape j j")
        assert not main(pilot).trail
        await press(pilot, "enter")
        assert len(main(pilot).trail) == 1
        await press(pilot, "ctrl+o")
        assert main(pilot).here == before
        assert main(pilot).sidebar.index == 0


async def test_a_bookmark_and_a_paragraph_are_jumps_too(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b G")
        before = main(pilot).here
        await press(pilot, "m enter")
        await press(pilot, "ctrl+o")
        assert main(pilot).here == before
        await press(pilot, "colon 1 enter")
        assert main(pilot).here != before
        await press(pilot, "ctrl+o")
        assert main(pilot).here == before


async def test_the_footer_shows_the_way_back_only_when_there_is_one(open_app: Open) -> None:
    async with open_app(size=(200, 40)) as pilot:
        await press(pilot, "enter")
        assert "ctrl+o" not in screen_text(pilot)
        await ask(pilot, "lamp", "enter")
        assert "ctrl+o return" in screen_text(pilot)


def test_the_trail_is_short_and_never_says_a_place_twice() -> None:
    trail = Trail()
    trail.push(None)
    for number in range(MOST_PLACES + 20):
        trail.push(Place("a", number, None))
        trail.push(Place("a", number, None))
    assert len(trail) == MOST_PLACES == 50
    assert trail.pop() == Place("a", 69, None)
    assert trail.pop() == Place("a", 68, None)


async def test_an_article_that_is_gone_is_passed_over(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter")
        before = main(pilot).here
        await ask(pilot, "lamp", "enter")
        main(pilot).trail.push(Place("nowhere.txt", 0, None))
        await press(pilot, "ctrl+o")
        assert main(pilot).here == before
