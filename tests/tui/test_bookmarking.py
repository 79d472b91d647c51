"""Keeping passages: by key, by selection, by mouse; finding them again; taking them back."""

from __future__ import annotations

import json
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.model.annotation import Annotation


def _kept(pilot: Pilot[None]) -> tuple[Annotation, ...]:
    return main(pilot).workspace.annotations.all()


async def test_b_keeps_the_quotation_under_the_cursor_at_once(open_app: Open, user_folders: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter full_stop b")
        assert "saved: ¶2, 6 words" in screen_text(pilot)
        lines = (user_folders / "config" / "bookmarks.jsonl").read_text("utf-8").splitlines()
        record = json.loads(lines[1])
        quote = next(s for s in record["selector"] if s["type"] == "TextQuoteSelector")
        assert quote["exact"].startswith("We will not raise the fees")
        assert len(quote["suffix"]) >= 32
        assert _kept(pilot)[0].speaker == "Anna Keller"
        assert "◆ 1" in screen_text(pilot)
        assert "Bookmarks 1" in screen_text(pilot)
        assert "◆1" in screen_text(pilot)


async def test_b_keeps_the_sentence_where_nobody_is_quoted(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b")
        assert _kept(pilot)[0].exact.startswith("Mayor Anna Keller said")
        assert _kept(pilot)[0].exact.endswith("open in spring.")


async def test_bookmarks_are_there_after_the_next_start(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b")
    async with open_app() as pilot:
        assert "Bookmarks 1" in screen_text(pilot)
        await press(pilot, "G m enter")
        assert main(pilot).article is main(pilot).hits[0].article


async def test_a_selection_grows_and_shrinks_by_word_sentence_and_paragraph(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter v")
        pane = main(pilot).pane
        assert pane.article is not None

        def selected() -> str:
            assert pane.passage is not None
            assert pane.article is not None
            return pane.passage.of(pane.article.text)

        assert selected().startswith("Mayor Anna Keller said")
        assert "14 words selected" in screen_text(pilot)
        await press(pilot, "minus")
        assert selected() == "Mayor"
        await press(pilot, "right right")
        assert selected() == "Mayor Anna Keller"
        await press(pilot, "left")
        assert selected() == "Mayor Anna"
        await press(pilot, "x right")
        assert selected() == "Anna"
        await press(pilot, "x plus")
        assert selected().endswith("open in spring.")
        await press(pilot, "plus")
        assert selected().endswith("Keller said.")
        await press(pilot, "minus minus right enter")
        assert _kept(pilot)[0].exact == "Mayor Anna"
        assert pane.passage is None


async def test_escape_drops_the_selection(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter v down escape")
        assert main(pilot).pane.passage is None
        assert main(pilot).focused is main(pilot).pane


async def test_the_mouse_selects_and_a_double_click_takes_the_sentence(open_app: Open) -> None:
    async with open_app() as pilot:
        pane = main(pilot).pane
        assert pane.page is not None
        assert pane.article is not None
        start = pane.article.text.index("Anna")
        row, cell = pane.page.cell_of(start)
        x, y = pane._left() + pane._gutter() + cell, pane.head + row - pane.top
        await pilot.mouse_down(pane, offset=(x, y))
        await pilot.hover(pane, offset=(x + 10, y))
        await pilot.mouse_up(pane, offset=(x + 10, y))
        await settle(pilot)
        assert pane.passage is not None
        assert pane.passage.of(pane.article.text) == "Anna Keller"
        await press(pilot, "b")
        assert _kept(pilot)[0].exact == "Anna Keller"
        await pilot.click(pane, offset=(x, y), times=2)
        await settle(pilot)
        assert pane.passage is not None
        assert pane.passage.of(pane.article.text).startswith("Mayor Anna Keller said")


async def test_a_note_is_written_edited_and_shown(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter B c h e c k enter")
        assert _kept(pilot)[0].note == "check"
        await press(pilot, "m")
        assert "✎ check" in screen_text(pilot)
        await press(pilot, "e space i t enter")
        assert _kept(pilot)[0].note == "check it"
        await press(pilot, "e x escape")
        assert _kept(pilot)[0].note == "check it"


async def test_a_deleted_bookmark_comes_back(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b m d")
        assert _kept(pilot) == ()
        assert "u undoes" in screen_text(pilot)
        await press(pilot, "u")
        assert len(_kept(pilot)) == 1
        await press(pilot, "u")
        assert _kept(pilot) == ()


async def test_the_list_narrows_to_this_article(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "b j b m")
        panel = main(pilot).bookmark_panel
        assert len(panel.placed) == 2
        await press(pilot, "a")
        assert len(panel.placed) == 1
        assert "in this article" in screen_text(pilot)


async def test_a_passage_is_kept_from_the_quote_panel(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "tab tab j b")
        assert _kept(pilot)[0].exact.startswith("The ferry stays")
        assert _kept(pilot)[0].speaker == "Tomas Brandt"


async def test_next_bookmark_walks_through_the_text(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b right right right b g greater_than_sign")
        pane = main(pilot).pane
        assert pane.cursor is not None
        assert pane.marks[-1].start <= pane.cursor.start < pane.marks[-1].end
        await press(pilot, "less_than_sign")
        assert pane.cursor.start == pane.marks[0].start


async def test_a_bookmark_is_found_after_its_article_moved_and_lost_a_paragraph(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter right_curly_bracket right_curly_bracket b")
    text = (corpus / "1-harbour.txt").read_text("utf-8")
    (corpus / "later").mkdir()
    (corpus / "1-harbour.txt").unlink()
    cut = text.replace(
        "“The ferry stays where it is,” said Tomas Brandt, who runs the crossing. Nobody asked him for figures.\n\n", ""
    )
    assert cut != text
    (corpus / "later" / "9-harbour.txt").write_text(cut, "utf-8")
    async with open_app() as pilot:
        placed = main(pilot).bookmark_panel.everything
        assert [str(p.state) for p in placed] == ["moved"]
        assert placed[0].article == "later/9-harbour.txt"
        article = main(pilot).workspace.library.get("later/9-harbour.txt")
        assert article is not None
        assert placed[0].span is not None
        assert placed[0].span.of(article.text) == placed[0].annotation.exact


async def test_a_passage_that_is_gone_is_an_orphan_and_stays(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter right_curly_bracket right_curly_bracket b")
    text = (corpus / "1-harbour.txt").read_text("utf-8")
    kept = text[: text.index("The council meets")]
    (corpus / "1-harbour.txt").write_text(kept + "Nothing else was said about it that evening.\n", "utf-8")
    async with open_app() as pilot:
        assert [str(p.state) for p in main(pilot).bookmark_panel.everything] == ["orphan"]
        await press(pilot, "m")
        assert "no longer in the text" in screen_text(pilot)
        await press(pilot, "enter")
        assert "the bookmark is kept" in screen_text(pilot)


async def test_copying_says_what_and_hands_over_words_and_source(open_app: Open) -> None:
    import base64

    async with open_app() as pilot:
        written: list[str] = []
        pilot.app.write_to_terminal = written.append  # type: ignore[attr-defined]
        await press(pilot, "enter full_stop y")
        assert "copied 6 words with their source: ¶2" in screen_text(pilot)
        payload = written[0].removeprefix("\x1b]52;c;").removesuffix("\x07")
        copied = base64.b64decode(payload).decode()
        assert copied.startswith("“We will not raise the fees,”")
        assert "Anna Keller, Harbour plan divides Eastport, ¶2 (1-harbour.txt)" in copied


async def test_when_the_disk_refuses_the_app_says_so_and_keeps_saying_so(open_app: Open, user_folders: Path) -> None:
    user_folders.mkdir()
    (user_folders / "config").write_text("a file where the folder should be")
    async with open_app() as pilot:
        await press(pilot, "enter b")
        assert "NOT SAVED" in screen_text(pilot)
        assert len(_kept(pilot)) == 1
        await press(pilot, "j")
        assert main(pilot).trouble
        (user_folders / "config").unlink()
        main(pilot).watch_bookmarks()
        await settle(pilot)
        assert main(pilot).trouble == ""
        assert len((user_folders / "config" / "bookmarks.jsonl").read_text("utf-8").splitlines()) == 2
