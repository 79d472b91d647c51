"""Filtering: narrows while typing, forgives, highlights, and goes away level by level."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.search.results import Results
from tui_reader.tui.messages import Found


async def test_every_keystroke_narrows_over_titles_and_text(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash f e r r")
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        assert "1 of 4" in screen_text(pilot)
        assert "ferry stays" in screen_text(pilot)


async def test_a_typo_is_forgiven_and_said(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash l i g t h o u s e")
        assert [hit.article.id for hit in main(pilot).hits] == ["2-museum.md"]
        assert "→ lighthouse" in screen_text(pilot)


async def test_a_date_narrows_key_by_key_and_nothing_is_complained_about(open_app: Open) -> None:
    keys = {".": "full_stop", "-": "minus", ":": "colon"}
    async with open_app() as pilot:
        await press(pilot, "slash d a t e colon")
        listed = []
        for letter in "2024-05..2025":
            await press(pilot, keys.get(letter, letter))
            listed.append([hit.article.id for hit in main(pilot).hits])
            assert main(pilot).filter_bar.hint == ""
        assert listed == [["2-museum.md"]] * len("2024-05..2025")
        await press(pilot, "ctrl+u d a t e colon full_stop full_stop 2")
        assert len(main(pilot).hits) == 4
        await press(pilot, "ctrl+u t a g colon c u l")
        assert [hit.article.id for hit in main(pilot).hits] == ["2-museum.md"]
        await press(pilot, "ctrl+u d a t e colon 2 0 2 enter")
        assert "202 is no whole date" in screen_text(pilot)


async def test_accents_are_ignored(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash z o l w")
        assert [hit.article.id for hit in main(pilot).hits] == ["3-port.txt"]


async def test_junk_matches_nothing_and_says_so(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash q x z v k j w q")
        assert list(main(pilot).hits) == []
        assert "nothing found" in screen_text(pilot)
        assert "0 of 4" in screen_text(pilot)


async def test_the_nearest_word_is_offered_and_enter_or_tab_takes_it(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash")
        for key in ("enter", "tab"):
            await press(pilot, "k e l l e r space l x g h x h x u s e")
            assert len(main(pilot).hits) == 0
            assert "enter:" not in screen_text(pilot)  # no article has both words
            await press(pilot, "ctrl+u l x g h x h x u s e")
            assert "enter: lighthouse" in screen_text(pilot)
            assert "enter look for lighthouse" in screen_text(pilot)
            assert "open the first" not in screen_text(pilot)
            await press(pilot, key)
            assert main(pilot).query_field.value == "lighthouse"
            assert main(pilot).filter_has_focus
            assert [hit.article.id for hit in main(pilot).hits] == ["2-museum.md"]
            assert "open the first" in screen_text(pilot)
            await press(pilot, "ctrl+u")


async def test_enter_on_nothing_stays_in_the_field_and_says_why(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash q x z v k j enter")
        assert main(pilot).filter_has_focus
        assert main(pilot).footer.news == "no article has a word like qxzvkj"


async def test_with_no_hits_nothing_is_marked_and_n_walks_nowhere(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash f e r r y")
        assert "match 1 of" in screen_text(pilot)
        await press(pilot, "space q x z v k j")
        assert len(main(pilot).hits) == 0
        assert not main(pilot).pane.matches
        assert "match 1 of" not in screen_text(pilot)
        await press(pilot, "escape n")
        assert "nothing is being looked for" in screen_text(pilot)


async def test_how_a_hit_was_found_stands_among_its_facts(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash f e r r y")
        assert not any(tier in screen_text(pilot) for tier in ("exact", "prefix", "typo"))
        await press(pilot, "ctrl+u l i g t h o u s e")
        assert "typo · en · 2024-05-03" in screen_text(pilot)
        await press(pilot, "ctrl+u h p d e")
        assert "letters · en" in screen_text(pilot)


async def test_other_spellings_of_names_can_be_switched_off(open_app: Open, corpus: Path) -> None:
    (corpus / "5-talks.txt").write_text("Talks\n\nPresident Shevchenko arrived at the old harbour in May.\n")
    (corpus / "6-rozmowy.txt").write_text("Rozmowy\n\nPrezydent Szewczenko przyjechał w maju do portu.\n")
    async with open_app() as pilot:
        await press(pilot, "slash s h e v c h n k o enter")
        assert [str(hit.tier) for hit in main(pilot).hits] == ["typo", "name"]
        assert "name · pl" in screen_text(pilot)
        await press(pilot, "right_square_bracket")
        assert [m.tier for m in main(pilot).pane.matches] == ["name"]  # marked, though nothing like what was typed
        await press(pilot, "V")
        assert "names are found as they are written only" in screen_text(pilot)
        assert [str(hit.tier) for hit in main(pilot).hits] == ["typo"]
        await press(pilot, "V")
        assert "other spellings of names are found" in screen_text(pilot)
        assert len(main(pilot).hits) == 2


async def test_enter_opens_the_first_hit_at_its_first_match_and_n_walks_on(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash s e c o n d enter")
        pane = main(pilot).pane
        assert main(pilot).focused is pane
        assert pane.article is not None
        assert pane.article.id == "4-valley.txt"
        assert pane.match_now == 0
        assert "match 1 of 79" in screen_text(pilot)
        await press(pilot, "n n N")
        assert pane.match_now == 1
        assert pane.cursor is not None
        match = pane.matches[1]
        assert pane.cursor.start <= match.start < pane.cursor.end


async def test_matches_go_on_into_the_next_article_and_back(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash k e l l e r enter")
        first = main(pilot).article
        seen = {first.id if first else ""}
        for _ in range(len(main(pilot).pane.matches)):
            await press(pilot, "n")
        assert main(pilot).article is not first
        seen.add(main(pilot).article.id)  # type: ignore[union-attr]
        assert seen == {"1-harbour.txt", "3-port.txt"}
        await press(pilot, "N")
        assert main(pilot).article is first
        assert main(pilot).pane.match_now == len(main(pilot).pane.matches) - 1


async def test_escape_leaves_the_field_then_clears_the_filter(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash f e r r y escape")
        assert main(pilot).focused is main(pilot).sidebar
        assert len(main(pilot).hits) == 1
        await press(pilot, "escape")
        assert len(main(pilot).hits) == 4
        assert not main(pilot).pane.matches


async def test_the_article_read_stays_when_the_filter_is_cleared(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "slash f e r r y enter escape escape")
        assert main(pilot).article is not None
        assert main(pilot).article.id == "1-harbour.txt"  # type: ignore[union-attr]
        assert main(pilot).sidebar.index == 0


async def test_pasted_text_is_words_and_never_keys(open_app: Open) -> None:
    from textual import events

    async with open_app() as pilot:
        await press(pilot, "slash")
        main(pilot).query_field.post_message(events.Paste("ferry\nq q\x1b[31m"))
        await press(pilot, "end")
        assert pilot.app.is_running
        assert main(pilot).query_field.value == "ferry q q␛[31m"


async def test_what_is_pasted_into_a_line_replaces_what_is_selected_in_it(open_app: Open) -> None:
    from textual import events

    async with open_app() as pilot:
        await press(pilot, "enter f c o u n c i l enter f")
        pilot.app.post_message(events.Paste("fees\r\n"))
        await press(pilot, "end")
        assert main(pilot).find_words == "fees"
        pilot.app.copy_to_clipboard("the\nferry")
        await press(pilot, "ctrl+u ctrl+v")
        assert main(pilot).find_words == "the ferry"


async def test_find_looks_in_this_article_only_and_the_filter_stays(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter f c o u n c i l enter")
        assert list(main(pilot).pane.matches)
        assert len(main(pilot).hits) == 4
        await press(pilot, "escape")
        assert not main(pilot).pane.matches


async def test_a_paragraph_is_gone_to_by_its_number(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "G enter colon 5 0 enter")
        pane = main(pilot).pane
        assert pane.article is not None
        assert pane.cursor is not None
        assert pane.article.paragraph_at(pane.cursor.start) == 50
        await press(pilot, "colon 9 9 9 enter")
        assert "no paragraph 999" in screen_text(pilot)


async def test_the_help_says_what_can_be_written_in_a_query(open_app: Open) -> None:
    async with open_app(size=(120, 60)) as pilot:
        await press(pilot, "question_mark G")
        assert "-word                 leaves out what has exactly this word" in screen_text(pilot)


@pytest.mark.parametrize(
    ("read", "unread", "arriving", "said"),
    [
        (0, 100_000, False, "titles only"),
        (45_000, 55_000, False, "texts 45 %"),
        (45_000, 20_000, True, "texts 45 %"),
        (45_000, 0, True, "reading …"),
        (100_000, 0, False, ""),
    ],
)
async def test_what_the_count_does_not_speak_of_is_said_and_fits_beside_large_numbers(
    open_app: Open, read: int, unread: int, arriving: bool, said: str
) -> None:
    async with open_app(size=(120, 36)) as pilot:
        screen = main(pilot)
        await press(pilot, "slash f e r r y")
        library = screen.workspace.library
        screen.workspace.__dict__["library"] = range(100_000)
        hits = list(screen.hits)
        screen.arriving = arriving
        screen.post_message(Found("ferry", Results(tuple(hits), 10_096, complete=False, read=read, unread=unread)))
        await pilot.pause()
        screen.workspace.__dict__["library"] = library
        assert screen.filter_bar.count == " · ".join(filter(None, ("10 096 of 100 000", said)))
        assert len("   " + screen.filter_bar.count) <= screen.filter_bar.extent.width
        assert screen.filter_bar.count in screen_text(pilot)


async def test_n_goes_through_everything_found_words_or_not(open_app: Open, tmp_path: Path) -> None:
    folder = tmp_path / "dated"
    folder.mkdir()
    for name, text in (("a", "Rain over Northmere"), ("b", "Nothing of note"), ("c", "The rain went on")):
        head = f"---\ndate: 2023-0{ord(name) - 96}-02\ntitle: {text}\n---\n"
        (folder / f"{name}.md").write_text(f"{head}\nA line of text.\n", encoding="utf-8")
    async with open_app(folder) as pilot:
        await press(pilot, "slash d a t e colon 2 0 2 3 enter")
        seen = []
        for _ in range(4):
            await press(pilot, "n")
            seen.append(main(pilot).article.id)
        assert seen == ["b.md", "c.md", "a.md", "b.md"]
        assert "article 2 of 3: found by what it is" in screen_text(pilot)
        await press(pilot, "N")
        assert main(pilot).article.id == "a.md"
        await press(pilot, "C")
        assert "the filter has no words whose passages could be listed" in screen_text(pilot)
        await press(pilot, "escape escape slash r a i n enter")
        shown = main(pilot).article.id
        await press(pilot, "n")
        assert {shown, main(pilot).article.id} == {"a.md", "c.md"}
        assert "found in its title" in screen_text(pilot)


async def test_n_with_nothing_looked_for_says_so(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter n")
        assert "nothing is being looked for" in screen_text(pilot)


async def test_wide_characters_leave_room_for_the_match(open_app: Open, tmp_path: Path) -> None:
    line = "港口的新計劃由議會在星期二的晚上通過之後市長宣布春天將開放新的碼頭而渡輪的費用保持不變"
    (tmp_path / "wide.txt").write_text(f"港口\n\n{line}。\n", "utf-8")
    async with open_app(tmp_path / "wide.txt") as pilot:
        await press(pilot, "slash")
        main(pilot).query_field.value = "碼頭"
        await settle(pilot)
        rows = [row[:40] for row in screen_text(pilot).splitlines()[3:12]]
        assert any("碼頭" in row for row in rows)
