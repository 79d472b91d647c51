"""Everyone quoted in the corpus, what they said, who said it after all, and what deserves a look."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Open, main, press, screen_text, settle
from tui_reader.tui.screens.audit import AuditScreen
from tui_reader.tui.screens.people import PeopleScreen
from tui_reader.tui.screens.picking import PickScreen
from tui_reader.tui.screens.speakers import SpeakersScreen

FERRY = """Harbour plan divides Eastport

Anna Keller said that the new harbour would open in spring. “We will not raise the fees,” Keller said.

“The ferry stays where it is,” said Tomas Brandt, who runs the crossing.
"""
LAMP = """---
title: A museum for the lighthouse
date: 2024-05-03
language: en
---
“The lamp was lit every night for ninety years,” Maria Okafor said.
"""
PROM = """Burmistrz o porcie: opłaty bez zmian

Burmistrz Anna Keller powiedziała we wtorek: „Nie podniesiemy opłat”. Rada zbierze się w maju.

„Prom zostaje tam, gdzie jest” – powiedział Tomasz Żółw.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles in two languages; every speaker is named beside the words."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {"1-ferry.txt": FERRY, "2-lamp.md": LAMP, "3-prom.txt": PROM}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _speakers(pilot: Pilot[None]) -> SpeakersScreen:
    assert isinstance(pilot.app.screen, SpeakersScreen)
    return pilot.app.screen


def _over(pilot: Pilot[None]) -> PeopleScreen:
    assert isinstance(pilot.app.screen, PeopleScreen)
    return pilot.app.screen


def _people(pilot: Pilot[None]) -> dict[str, int]:
    return {person.name: len(person.said) for person in _speakers(pilot).people_list.people}


def _listed(pilot: Pilot[None]) -> list[str]:
    return [said.words for said in _over(pilot).said_list.items]


def _speaker(pilot: Pilot[None], words: str) -> str | None:
    """Who said the quotation that begins with `words`, as the whole program now knows it."""
    workspace = main(pilot).workspace
    for article in workspace.library:
        for quote in workspace.quotes.of(article):
            if quote.span.of(article.text).startswith(words):
                return quote.speaker.name if quote.speaker else None
    raise AssertionError(words)


async def _type(pilot: Pilot[None], words: str) -> None:
    await press(pilot, " ".join("space" if letter == " " else letter for letter in words))


# ---------------------------------------------------------------------- the speakers screen


async def test_s_shows_everyone_with_counts_articles_languages_and_spellings(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s")
        assert _people(pilot) == {"Anna Keller": 2, "Maria Okafor": 1, "Tomas Brandt": 1, "Tomasz Żółw": 1}
        text = screen_text(pilot)
        assert "3 articles · 5 quotations · 4 people" in text
        assert "2 articles · no dates · en pl" in text
        assert "Anna Keller   2 quotations" in text


async def test_what_a_person_said_stands_newest_first(open_app: Open, tmp_path: Path) -> None:
    folder = tmp_path / "dated"
    folder.mkdir()
    for name, date in {"a": "2021-03-01", "b": "", "c": "2023-07", "d": "2022"}.items():
        head = f"---\ndate: {date}\n---\n" if date else ""
        text = f"{head}Report {name}\n\n“The lock holds in report {name},” Rosa Hale said.\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    async with open_app(folder) as pilot:
        await press(pilot, "s")
        reports = [words.split()[5].strip(",") for words in _listed(pilot)]
        assert reports == ["c", "d", "a", "b"]


async def test_a_topic_narrows_what_was_said_and_escape_drops_it(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s slash")
        await _type(pilot, "fees")
        await press(pilot, "enter")
        assert _listed(pilot) == ["We will not raise the fees,"]
        assert "Anna Keller  on  fees   1 of 2" in screen_text(pilot)
        await press(pilot, "slash")
        await _type(pilot, "zeppelin")
        assert _listed(pilot) == []
        assert "no quotation about this was found" in screen_text(pilot)
        assert "said nothing" not in screen_text(pilot)
        await press(pilot, "escape")
        assert len(_listed(pilot)) == 2
        assert "1 of 2" not in screen_text(pilot)


async def test_a_topic_may_ask_for_the_article_too(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s slash")
        for query, count in {"lang:pl": 1, "-lang:pl": 1, "fees OR lang:pl": 2}.items():
            _speakers(pilot).prompt.value = query
            await settle(pilot)
            assert len(_listed(pilot)) == count, query


async def test_f_finds_people_by_the_beginnings_of_their_names(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s f")
        await _type(pilot, "tom z")
        assert list(_people(pilot)) == ["Tomasz Żółw"]
        await press(pilot, "enter escape")
        assert len(_people(pilot)) == 4


async def test_enter_goes_to_the_place_in_the_text_and_s_comes_back_to_the_list(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s j enter")
        assert main(pilot).app.screen.focused is _speakers(pilot).said_list
        await press(pilot, "enter")
        screen = main(pilot)
        assert pilot.app.screen is screen
        assert screen.article is not None
        assert screen.article.title == "A museum for the lighthouse"
        assert screen.pane.cursor is not None
        assert screen.pane.cursor.of(screen.article.text).startswith("The lamp was lit")
        assert screen.focused is screen.pane
        await press(pilot, "s")
        assert _speakers(pilot).stay.person == "Maria Okafor"
        assert _speakers(pilot).focused is _speakers(pilot).said_list


async def test_escape_goes_back_to_where_it_was(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "enter")
        before = main(pilot).pane.cursor
        await press(pilot, "s j j escape")
        assert pilot.app.screen is main(pilot)
        assert main(pilot).focused is main(pilot).pane
        assert main(pilot).pane.cursor == before


async def test_b_keeps_and_y_copies_the_quotation_of_another_article(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as pilot:
        sent: list[str] = []
        monkeypatch.setattr("tui_reader.tui.screens.selecting.osc52", lambda text: sent.append(text) or "")
        await press(pilot, "m s j enter b")
        (kept,) = main(pilot).workspace.annotations.all()
        assert kept.exact.startswith("The lamp was lit every night")
        assert kept.speaker == "Maria Okafor"
        assert "saved: ¶" in screen_text(pilot)
        await press(pilot, "y")
        assert sent[0].startswith("“The lamp was lit every night")
        assert "Maria Okafor, A museum for the lighthouse, 2024-05-03" in sent[0]
        assert "copied 9 words with their source" in screen_text(pilot)
        await press(pilot, "u")
        assert main(pilot).workspace.annotations.all() == ()


async def test_kinds_go_round(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s K")
        assert "direct" in screen_text(pilot)
        await press(pilot, "K")
        assert "fragments" in screen_text(pilot)
        await press(pilot, "K")
        (words,) = _listed(pilot)
        assert "the new harbour would open in spring" in words
        assert "reported, not quoted" in screen_text(pilot)
        await press(pilot, "K")
        assert len(_listed(pilot)) == 3
        assert "all, with reported" in screen_text(pilot)
        await press(pilot, "K")
        assert len(_listed(pilot)) == 2


# ---------------------------------------------------------------------- persons


async def test_two_persons_are_merged_and_that_is_undone(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s j j M")
        assert isinstance(pilot.app.screen, PickScreen)
        assert "Who is the same person as Tomas Brandt?" in screen_text(pilot)
        await _type(pilot, "zol")
        await press(pilot, "enter")
        assert _people(pilot) == {"Anna Keller": 2, "Tomas Brandt": 2, "Maria Okafor": 1}
        assert _speakers(pilot).people_list.current is not None
        assert _speakers(pilot).people_list.current.name == "Tomas Brandt"
        assert _speakers(pilot).people_list.current.aliases == ("Tomasz Żółw",)
        assert "also Tomasz Żółw" in screen_text(pilot)
        await press(pilot, "u")
        assert len(_people(pilot)) == 4
        assert _speakers(pilot).people_list.current.name == "Tomas Brandt"


async def test_after_a_merge_is_undone_the_cursor_is_where_it_was(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s j j")
        before = _speakers(pilot).stay.person
        await press(pilot, "M")
        await _type(pilot, "keller")
        await press(pilot, "enter")
        assert _speakers(pilot).stay.person == "Anna Keller" != before
        await press(pilot, "u")
        assert _speakers(pilot).people_list.current is not None
        assert _speakers(pilot).people_list.current.name == before


async def test_a_spelling_is_split_off(open_app: Open) -> None:
    async with open_app() as pilot:
        main(pilot).workspace.corrections.merge("Tomas Brandt", "Tomasz Żółw")
        await press(pilot, "s j S 1")
        assert "Tomasz Żółw" in _people(pilot)
        assert _speaker(pilot, "Prom zostaje") == "Tomasz Żółw"


async def test_the_name_that_was_given_to_a_person_stays_when_a_spelling_is_split_off(open_app: Open) -> None:
    async with open_app() as pilot:
        main(pilot).workspace.corrections.merge("Tomas Brandt", "Tomasz Żółw")
        await press(pilot, "s j R ctrl+u T B enter S")
        # The spelling that bears the new name is the person: it cannot be split from itself.
        assert isinstance(pilot.app.screen, PickScreen)
        await press(pilot, "1")
        assert _people(pilot) == {"Anna Keller": 2, "TB": 1, "Tomasz Żółw": 1, "Maria Okafor": 1}
        await press(pilot, "S")
        assert "spelt in one way only" in screen_text(pilot)


async def test_a_person_gets_another_name_and_keeps_it_over_a_start(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s R")
        _speakers(pilot).prompt.value = "Mayor Keller"
        await press(pilot, "enter")
        assert "Mayor Keller" in _people(pilot)
        assert _speakers(pilot).stay.person == "Mayor Keller"
        await press(pilot, "escape")
        assert "Mayor Keller" in screen_text(pilot)
    async with open_app() as pilot:
        await press(pilot, "s")
        assert _people(pilot)["Mayor Keller"] == 2
        await press(pilot, "R")
        _speakers(pilot).prompt.value = "Tomas Brandt"
        await press(pilot, "enter")
        assert "M merges two persons" in screen_text(pilot)
        await press(pilot, "R")
        _speakers(pilot).prompt.value = ""
        await press(pilot, "enter")
        assert _people(pilot)["Anna Keller"] == 2


async def test_the_cursor_stays_on_a_person_whose_other_name_is_taken_back(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s j")
        name = _speakers(pilot).stay.person
        assert list(_people(pilot)).index(name) == 1
        await press(pilot, "R")
        _speakers(pilot).prompt.value = "Somebody Else"
        await press(pilot, "enter u")
        assert _speakers(pilot).stay.person == name
        assert _speakers(pilot).people_list.index == 1


# ---------------------------------------------------------------------- correcting one quotation


async def test_two_keys_correct_a_speaker_everywhere(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 j c")
        assert "Who said “The ferry stays where it is,”?" in screen_text(pilot)
        await press(pilot, "1")
        assert _speaker(pilot, "The ferry stays") == "Anna Keller"
        assert [quote.attribution for quote in main(pilot).quotes] == ["cue", "user"]
        assert "corrected by you" in screen_text(pilot)
        assert "said by Anna Keller" in screen_text(pilot)
        await press(pilot, "s")
        assert _people(pilot)["Anna Keller"] == 3
        await press(pilot, "escape u")
        assert _speaker(pilot, "The ferry stays") == "Tomas Brandt"


async def test_a_correction_holds_after_the_next_start_and_in_the_command(
    open_app: Open, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui_reader.__main__ import main as reader

    async with open_app() as pilot:
        await press(pilot, "3 3 c 0")
        assert _speaker(pilot, "We will not raise") is None
        await press(pilot, "j c plus")
        main(pilot).query_one("Prompt").value = "Rosa Hale"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert main(pilot).focused is main(pilot).quote_panel
    async with open_app() as pilot:
        assert _speaker(pilot, "We will not raise") is None
        assert _speaker(pilot, "The ferry stays") == "Rosa Hale"
    assert reader(["quotes", "--json", "--speaker", "Rosa Hale", str(corpus)]) == 0
    assert '"attribution":"user"' in capsys.readouterr().out.replace(": ", ":")


async def test_letters_narrow_the_names_and_may_name_somebody_new(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3 c")
        await _type(pilot, "oka")
        await press(pilot, "enter")
        assert _speaker(pilot, "We will not raise") == "Maria Okafor"
        await press(pilot, "c")
        await _type(pilot, "Bo Reedx")
        await press(pilot, "backspace plus")
        assert _speaker(pilot, "We will not raise") == "Bo Reed"
        await press(pilot, "c escape")
        assert _speaker(pilot, "We will not raise") == "Bo Reed"


async def test_the_panel_shows_the_evidence_of_one_quotation(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "3 3")
        assert "cue: “Keller said”" not in screen_text(pilot)
        await press(pilot, "i")
        assert "cue: “Keller said”" in screen_text(pilot)
        await press(pilot, "i")
        assert "cue: “Keller said”" not in screen_text(pilot)


async def test_the_panel_is_narrowed_by_words_and_kinds(open_app: Open) -> None:
    async with open_app() as pilot:
        panel = main(pilot).quote_panel
        await press(pilot, "3 3 f")
        await _type(pilot, "ferry")
        await press(pilot, "enter")
        assert len(panel.quotes) == 1
        assert main(pilot).focused is panel
        assert "“ferry”" in screen_text(pilot)
        await press(pilot, "escape")
        assert len(panel.quotes) == 2
        await press(pilot, "K K")
        assert panel.count == 0
        assert "no quotations found" in screen_text(pilot)
        assert "fragments" in screen_text(pilot)
        await press(pilot, "K")
        assert "… " in screen_text(pilot)
        assert [quote.kind for quote in panel.quotes] == ["indirect"]
        await press(pilot, "right_square_bracket")
        assert all(quote.kind == "indirect" for quote in panel.quotes)
        await press(pilot, "left_square_bracket K")
        starts = [quote.start for quote in panel.quotes]
        assert starts == sorted(starts)
        await press(pilot, "K")
        assert {quote.kind for quote in panel.quotes} == {"direct"}


# ---------------------------------------------------------------------- the audit


DOUBTFUL = """The harbour at night

“Nobody saw the light go out.” That was all that could be heard on the quay.

“The lamp was never mended, said Bo Reed, and went home.
"""


async def test_the_audit_groups_by_reason_and_c_settles_one(open_app: Open, tmp_path: Path) -> None:
    (tmp_path / "night.txt").write_text(DOUBTFUL, "utf-8")
    async with open_app(tmp_path / "night.txt") as pilot:
        await press(pilot, "A")
        assert isinstance(pilot.app.screen, AuditScreen)
        text = screen_text(pilot)
        assert "Nobody found   2" in text
        assert "The mark is never closed   1" in text
        assert "deserve a look" in text
        before = _listed(pilot)
        await press(pilot, "c 0")
        assert len(_listed(pilot)) == len(before) - 1
        assert "Nobody found   1" in screen_text(pilot)
        await press(pilot, "enter")
        screen = main(pilot)
        assert screen.pane.cursor is not None
        assert screen.article is not None
        assert screen.pane.cursor.of(screen.article.text).startswith("The lamp was never")


async def test_quotations_of_copies_are_counted_each(open_app: Open, tmp_path: Path) -> None:
    for name in ("night.txt", "copy.txt"):
        (tmp_path / name).write_text(DOUBTFUL, "utf-8")
    async with open_app(tmp_path / "night.txt", tmp_path / "copy.txt") as pilot:
        await press(pilot, "A")
        text = screen_text(pilot)
        assert "Nobody found   4" in text
        assert "4 quotations of 4 deserve a look" in text


async def test_from_one_screen_to_the_other_and_home_by_a_command_of_the_palette(open_app: Open) -> None:
    async with open_app() as pilot:
        await press(pilot, "s A")
        assert isinstance(pilot.app.screen, AuditScreen)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, SpeakersScreen)
        main(pilot).run_command("next_article")
        await settle(pilot)
        assert pilot.app.screen is main(pilot)
        assert main(pilot).hit_index == 1


# ---------------------------------------------------------------------- sizes and sameness


@pytest.mark.parametrize("size", [(24, 6), (60, 20), (80, 24), (200, 60)])
async def test_every_key_works_at_every_size(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size=size) as pilot:
        keys = "s enter i K K K K tab j space G g question_mark escape t A G i c escape s M escape S escape f x escape"
        for key in keys.split():
            await press(pilot, key)
        assert pilot.app.is_running


async def test_one_list_at_a_time_where_two_have_no_room(open_app: Open) -> None:
    async with open_app(size=(60, 20)) as pilot:
        await press(pilot, "s")
        assert not _speakers(pilot).said_list.display
        await press(pilot, "enter")
        assert not _speakers(pilot).people_list.display
        assert "Anna Keller" in screen_text(pilot)
        await press(pilot, "escape")
        assert _speakers(pilot).people_list.display
        await press(pilot, "escape")
        assert pilot.app.screen is main(pilot)


async def test_an_article_without_a_quotation(open_app: Open, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Nothing is said here.\n\nNot by anybody.\n", "utf-8")
    async with open_app(tmp_path / "plain.txt") as pilot:
        await press(pilot, "s")
        assert "nobody is quoted here" in screen_text(pilot)
        await press(pilot, "enter slash M R S K b y c i escape")
        await press(pilot, "A")
        assert isinstance(pilot.app.screen, AuditScreen)
        await press(pilot, "enter c i b y escape")
        assert pilot.app.screen is main(pilot)


async def test_in_its_help_the_longest_label_leaves_room_before_what_its_keys_do(open_app: Open) -> None:
    async with open_app(size=(80, 60)) as pilot:
        await press(pilot, "s question_mark")
        line = next(line for line in screen_text(pilot).splitlines() if "The other list" in line)
        assert line.split("The other list")[0].endswith("l  ")
