from __future__ import annotations

import pytest

from tests.unit.search.test_facts import Known, says
from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.model.hit import Tier
from tui_reader.search.highlight import matches
from tui_reader.search.index import TextIndex


def shown(found: Article, query: str, **more: object) -> list[str]:
    """The matched characters, those of the title in brackets."""
    places = matches(found, query, **more)  # type: ignore[arg-type]
    return [f"[{found.title[m.start : m.end]}]" if m.field == "title" else found.text[m.start : m.end] for m in places]


NEWS = article("a", "Harbour plan", "The harbours of Łódź wait. A plan for the harbour, planned late.")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("harbour", ["[Harbour]", "harbour", "harbour"]),  # of a longer word the typed part
        ("'harbour", ["[Harbour]", "harbour"]),
        ("harbour plan", ["[Harbour]", "[plan]", "plan", "harbour", "plan"]),
        ("title:plan", ["[plan]"]),
        ("text:late", ["late"]),
        ("lo", ["Łó"]),
        ("łódź", ["Łódź"]),
        ("hrabour wait", ["[Harbour]", "wait", "harbour"]),
        ('"plan for the harbour"', ["plan for the harbour"]),
        ('"harbour plan"', ["[Harbour plan]"]),
        ("plan -harbour", ["[plan]", "plan", "plan"]),  # the last word looked for is still being typed
        ("har lang:en -museum", ["[Har]", "har", "har"]),
        ("title:har OR text:har", ["[Har]", "har", "har"]),
        ("harbour " * 1000 + "plan", ["[Harbour]", "[plan]", "plan", "harbour", "plan"]),
        ("museum", []),
        ("-museum", []),
        ("wait OR late", ["wait", "late"]),
        ("lang:en plan", ["[plan]", "plan", "plan"]),
        ("", []),
    ],
)
def test_matches(query: str, expected: list[str]) -> None:
    assert shown(NEWS, query) == expected


def test_tiers_are_told_apart() -> None:
    tiers = {m.tier for m in matches(NEWS, "plan")}
    assert tiers == {Tier.EXACT, Tier.PREFIX}
    assert {m.tier for m in matches(NEWS, "hrabour q")} == {Tier.TYPO}


def test_a_correct_word_hides_slips() -> None:
    found = article("a", "Rail", "rail mail sail")
    assert shown(found, "rail q") == ["[Rail]", "rail"]
    assert shown(found, "rial q") == ["[Rail]", "rail"]
    assert shown(found, "aail q") == ["[Rail]", "rail", "mail", "sail"]


def test_offsets_count_original_characters() -> None:
    text = "e\u0301te\u0301 中国人 caf\u00e9 – har\u00advest Ⅻ straße Щука"
    found = article("a", "–", text)
    assert shown(found, "ete q") == ["e\u0301te\u0301"]
    assert shown(found, "et") == ["e\u0301t"]
    assert shown(found, "中国") == ["中国"]
    assert shown(found, "国人 q") == ["国人"]
    assert shown(found, "cafe q") == ["café"]
    assert shown(found, "harvest q") == ["har\u00advest"]
    assert shown(found, "harv") == ["har\u00adv"]
    assert shown(found, "strasse q") == ["straße"]
    assert shown(found, "stras") == ["straß"]
    assert shown(found, "shchuka q") == shown(found, "щука q") == ["Щука"]
    assert shown(found, "щу") == ["Щу"]


def test_a_typed_accent_is_meant() -> None:
    found = article("a", "–", "Zolty żółty ŻO\u0301ŁTY")
    assert shown(found, "zolty q") == ["Zolty", "żółty", "ŻO\u0301ŁTY"]
    assert shown(found, "żółty q") == ["żółty", "ŻO\u0301ŁTY"]
    assert shown(found, "żół") == ["żół", "ŻO\u0301Ł"]
    assert shown(article("a", "–", "Zolty"), "żółty") == ["Zolty"]


def test_spellings_of_a_name() -> None:
    found = article("a", "Szewczenko", "Prezydent Szewczenko. Z Szewczenką. President Shevchenko. Шевченко!")
    everything = ["[Szewczenko]", "Szewczenko", "Szewczenką", "Shevchenko", "Шевченко"]
    assert shown(found, "shevchenko") == everything
    assert shown(found, "shevchenko", names=False) == ["Shevchenko"]
    assert shown(found, "'shevchenko") == ["Shevchenko"]
    assert shown(found, "'шевченко") == ["Шевченко"]


def test_an_unfinished_word_with_a_slip() -> None:
    assert shown(article("a", "–", "Visitors visit."), "vistio") == ["Visitors"]


def test_what_the_index_took_a_word_for_is_marked() -> None:
    articles = [article("pl", "Rozmowy", "Prezydent Szewczenko."), article("en", "Talks", "President Shevchenko.")]
    index = TextIndex()
    index.add(articles)
    index.commit()
    found = index.search("shevchnko")
    assert shown(articles[0], "shevchnko") == []  # the word alone does not lead there
    assert shown(articles[0], "shevchnko", meant=found.meant) == ["Szewczenko"]
    assert [m.tier for m in matches(articles[0], "shevchnko", meant=found.meant)] == [Tier.NAME]
    assert shown(articles[1], "shevchnko", meant=found.meant) == ["Shevchenko"]


def test_a_word_of_the_title_does_not_hide_a_slip_in_the_text() -> None:
    assert shown(article("a", "Harbour", "The harbuor."), "text:harbour q") == ["harbuor"]


def test_letters_in_order_on_the_title() -> None:
    assert shown(NEWS, "hpl") == ["[H]", "[p]", "[l]"]
    assert {m.tier for m in matches(NEWS, "hpl")} == {Tier.LETTERS}
    assert shown(NEWS, "text:hpl") == []
    assert shown(NEWS, "hpl q") == []


def test_letters_that_go_on_behind_a_cut_title_are_shown_in_the_text() -> None:
    found = article(
        "a", "Harbour reopens", "Photo: –\n\nHarbour reopens. Under new owners.", title_from="first-sentence"
    )
    assert [found.text[m.start : m.end] for m in matches(found, "hruno")] == ["H", "r", "U", "n", "o"]
    assert {(m.field, m.tier) for m in matches(found, "hruno")} == {("text", Tier.LETTERS)}
    assert {m.field for m in matches(found, "hrbr")} == {"title"}


def test_matches_do_not_overlap_and_are_in_order() -> None:
    found = article("a", "–", "new york new york times")
    assert shown(found, '"new york" york new') == ["new york", "new york"]
    assert shown(found, '"york new york" new') == ["new", "york new york"]


def test_a_word_with_a_hyphen() -> None:
    found = article("a", "–", "A 15-year-old and 15 years.")
    assert shown(found, "15-year-old") == ["15-year-old"]
    assert shown(found, "15-ye") == ["15-ye", "15 ye"]


def test_front_matter_is_left_alone() -> None:
    text = "---\nplan: plan\n---\nplan"
    found = article("a", "Plan", text, body=19)
    assert [(m.field, m.start) for m in matches(found, "plan")] == [("title", 0), ("text", 19)]


def test_what_was_said() -> None:
    known = Known()
    found = article("a", "Ferry", "Tomorrow: “We sail tomorrow,” said Kowalchuk. “Never tomorrow,” said Lis.")
    says(known, found, "We sail tomorrow,", "Jan Kowalchuk")
    says(known, found, "Never tomorrow,", "Ida Lis")
    start = found.text.index("We sail")
    assert shown(found, "speaker:kowalczuk said:tomorrow", facts=known) == ["tomorrow"]
    assert matches(found, "speaker:kowalczuk said:tomorrow", facts=known)[0].start == start + len("We sail ")
    assert shown(found, 'said:"never tomorrow"', facts=known) == ["Never tomorrow"]
    assert shown(found, "speaker:lis", facts=known) == ["Never tomorrow,"]
    assert shown(found, "speaker:lis OR said:sail", facts=known) == ["sail", "Never tomorrow,"]
    assert shown(found, "speaker:lis said:sail", facts=known) == []
    assert shown(found, "speaker:lis") == []
