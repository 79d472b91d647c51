"""Tending bookmarks: tags, kinds, search, order, trash, new bounds, lost passages, export."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.tui.conftest import Open, main, press, screen_text
from tests.tui.test_bookmarking import _kept


async def test_tags_are_set_and_searched_for(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b right right b m")
        await press(pilot, "number_sign f e e s comma s p r i n g enter")
        assert _kept(pilot)[0].tags == ("fees", "spring")
        assert "#fees #spring" in screen_text(pilot)
        await press(pilot, "f number_sign f e e enter")
        assert len(main(pilot).bookmark_panel.placed) == 1
        await press(pilot, "escape")
        assert len(main(pilot).bookmark_panel.placed) == 2
        await press(pilot, "f f e r r y enter")
        assert [p.annotation.exact[:10] for p in main(pilot).bookmark_panel.placed] == ["“The ferry"]


async def test_bookmarks_can_be_filtered_for_among_the_articles(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b m number_sign f e e s enter")
        await press(pilot, "slash i s colon b o o k m a r k e d")
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]
        await press(pilot, "ctrl+u t a g colon f e e s")
        assert [hit.article.id for hit in main(pilot).hits] == ["1-harbour.txt"]


async def test_kinds_differ_without_colour(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b m c")
        assert str(_kept(pilot)[0].motivation) == "highlighting"
        assert "▬ " in screen_text(pilot)
        await press(pilot, "c c")
        assert str(_kept(pilot)[0].motivation) == "bookmarking"


async def test_the_order_changes(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter right right b left left b m")
        panel = main(pilot).bookmark_panel
        first = [p.annotation.exact[:5] for p in panel.placed]
        assert first == ["Mayor", "“The "]
        await press(pilot, "o")
        assert [p.annotation.created for p in panel.placed] == sorted(
            (p.annotation.created for p in panel.placed), reverse=True
        )


async def test_the_trash_gives_back_what_was_deleted_long_ago(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b right right b m d d")
        assert _kept(pilot) == ()
    async with open_app() as pilot:
        await press(pilot, "T")
        assert "trash" in screen_text(pilot)
        assert len(main(pilot).bookmark_panel.placed) == 2
        await press(pilot, "d")
        assert len(_kept(pilot)) == 1
        await press(pilot, "escape")
        assert len(main(pilot).bookmark_panel.placed) == 1


async def test_every_deletion_can_be_undone_one_after_the_other(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b right right b m d d u u")
        assert len(_kept(pilot)) == 2


async def test_the_bounds_change_and_note_and_date_stay(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter B w h y enter m")
        before = _kept(pilot)[0]
        await press(pilot, "v minus right right enter")
        after = _kept(pilot)[0]
        assert after.exact == "Mayor Anna Keller"
        assert (after.id, after.note, after.created) == (before.id, "why", before.created)
        assert len(_kept(pilot)) == 1
        await press(pilot, "m m v plus escape")
        assert _kept(pilot)[0].exact == "Mayor Anna Keller"
        await press(pilot, "g b")
        assert len(_kept(pilot)) == 2


async def test_a_lost_passage_is_attached_again_only_by_the_user(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter right_curly_bracket right_curly_bracket b")
    text = (corpus / "1-harbour.txt").read_text("utf-8")
    cut = text[: text.index("The council meets")]
    (corpus / "1-harbour.txt").write_text(cut + "It is the committee that convenes again next May.\n", "utf-8")
    async with open_app() as pilot:
        assert [str(p.state) for p in main(pilot).bookmark_panel.everything] == ["orphan"]
        await press(pilot, "m enter")
        if len(pilot.app.screen_stack) == 1:
            assert "the bookmark is kept" in screen_text(pilot)
            return
        await press(pilot, "escape")
        assert [str(p.state) for p in main(pilot).bookmark_panel.everything] == ["orphan"]
        lost = _kept(pilot)[0].exact
        await press(pilot, "enter enter")
        assert [str(p.state) for p in main(pilot).bookmark_panel.everything] == ["exact"]
        assert _kept(pilot)[0].exact != lost
        assert "attached · u undoes" in screen_text(pilot)
        await press(pilot, "u")
        assert _kept(pilot)[0].exact == lost
        assert [str(p.state) for p in main(pilot).bookmark_panel.everything] == ["orphan"]


async def test_every_change_of_a_bookmark_is_undone_the_last_one_first(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b m")
        made = _kept(pilot)[0]
        await press(pilot, "number_sign f e e s enter c e w h y enter")
        await press(pilot, "v plus enter")
        changed = _kept(pilot)[0]
        assert (changed.tags, changed.note, str(changed.motivation)) == (("fees",), "why", "highlighting")
        assert changed.exact != made.exact
        for news in ("u undoes", "is as it was", "is as it was", "is as it was", "is as it was"):
            assert news in screen_text(pilot)
            await press(pilot, "u")
        assert _kept(pilot) == ()
        assert f"bookmark deleted: “{made.exact[:20]}" in screen_text(pilot)
        assert "in the trash (T)" in screen_text(pilot)
        await press(pilot, "m T")
        assert "d restore" in screen_text(pilot)
        assert "d delete" not in screen_text(pilot)
        await press(pilot, "d T")
        back = _kept(pilot)[0]
        assert (back.exact, back.note, back.tags, back.motivation) == (made.exact, "", (), made.motivation)
        assert "d delete" in screen_text(pilot)


async def test_a_changed_wording_is_shown_with_its_difference(open_app: Open, corpus: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter b")
    text = (corpus / "1-harbour.txt").read_text("utf-8")
    (corpus / "1-harbour.txt").write_text(text.replace("open in spring", "open in autumn"), "utf-8")
    async with open_app(size=(160, 40)) as pilot:
        assert [str(p.state) for p in main(pilot).bookmark_panel.everything] == ["changed"]
        await press(pilot, "m")
        assert "wording changed" in screen_text(pilot)
        assert "[spring]{autumn}" in screen_text(pilot)


async def test_what_is_listed_is_written_to_a_file_and_never_over_one(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app() as pilot:
        await press(pilot, "enter full_stop b m x j j enter enter")
        rows = list(csv.reader((tmp_path / "bookmarks.csv").read_text("utf-8-sig").splitlines()))
        assert len(rows) == 2
        assert any("We will not raise the fees" in cell for cell in rows[1])
        assert "1 bookmark written" in screen_text(pilot)
        (tmp_path / "bookmarks.csv").write_text("mine")
        await press(pilot, "x j j enter enter")
        assert "is there already" in screen_text(pilot)
        assert (tmp_path / "bookmarks.csv").read_text() == "mine"


async def test_no_export_takes_the_place_of_the_bookmarks(open_app: Open, user_folders: Path) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter full_stop b m")
        file = main(pilot).workspace.settings.bookmarks
        file.unlink()
        await press(pilot, "x enter")
        main(pilot).prompt_line.value = str(file)  # type: ignore[union-attr]
        await press(pilot, "enter")
        assert "is a file of the reader" in screen_text(pilot)
        assert not file.exists()


async def test_a_second_readers_bookmark_appears(open_app: Open) -> None:
    from tui_reader.model.span import Span
    from tui_reader.workspace import open_workspace

    async with open_app() as pilot:
        other = open_workspace([main(pilot).workspace.sources[0].root])  # type: ignore[attr-defined]
        article = other.library.articles[0]
        other.annotations.add(article, Span(0, 7), note="from elsewhere")
        main(pilot).watch_bookmarks()
        await press(pilot, "m")
        assert "from elsewhere" in screen_text(pilot)


async def test_a_note_can_be_written_in_the_users_editor(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\nprintf "two\\nlines \\033[31m" > "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", f"'{editor}' --wait")
    async with open_app() as pilot:
        from contextlib import nullcontext

        # A test has no terminal to hand over; everything else of the way to the editor and back is real.
        monkeypatch.setattr(type(pilot.app), "suspend", lambda self: nullcontext())
        await press(pilot, "enter B ctrl+e enter")
        assert _kept(pilot)[0].note == "two\nlines ␛[31m"
