"""What is asked for as it is written is found in the script it was typed in, and in no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.search.test_highlight import shown
from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.model.hit import Tier
from tui_reader.search.highlight import matches
from tui_reader.search.index import TextIndex
from tui_reader.search.query import Term
from tui_reader.search.results import Results
from tui_reader.search.topic import Topic

Make = Callable[..., TextIndex]


def ids(results: Results) -> list[str]:
    return sorted(hit.article.id for hit in results.hits)


def news() -> list[Article]:
    return [
        article("ru", "Шевченко едет", "Министр Шевченко, по словам Шевченко, приедет в мае."),
        article("en", "Talks begin", "Minister Shevchenko spoke; the tower stays."),
        article("both", "Two papers", "One wrote Shevchenko, another Шевченко."),
        article("split", "Шевченко молчит", "No word from Shevchenko."),
        article("uk", "Мір", "Мір і спокій, пише Шевченкова."),
        article("мир", "Мир", "Мир, пишет газета."),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("'шевченко", ["both", "ru", "split"]),
        ("'ШЕВЧЕНКО", ["both", "ru", "split"]),
        ("'shevchenko", ["both", "en", "split"]),
        ("title:'шевченко", ["ru", "split"]),
        ("title:'shevchenko", []),
        ("text:'шевченко", ["both", "ru"]),
        ("text:'shevchenko", ["both", "en", "split"]),
        ("-shevchenko", ["ru", "uk", "мир"]),
        ("-шевченко", ["en", "uk", "мир"]),
        ("papers -шевченко", []),
        ("talks OR -шевченко", ["en", "uk", "мир"]),
        ("'мир", ["мир"]),
        ("'mir", []),
        ("'tower", ["en"]),
        ("'шевченко-молчит", ["split"]),
        ("'shevchenko-molchit", []),
        ("shevchenko", ["both", "en", "ru", "split", "uk"]),  # a word alone may be in any script
        ('"ministr shevchenko"', ["ru"]),
    ],
)
def test_a_word_marked_as_exact_is_found_in_its_own_script(make: Make, query: str, found: list[str]) -> None:
    assert ids(make(news()).search(query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("шевченко", ["both", "ru", "split", "uk"]),
        ("shevchenko", ["both", "en", "split"]),
        ("шевч", ["both", "ru", "split", "uk"]),
        ("shevch", ["both", "en", "split"]),
        ("ш", ["both", "ru", "split", "uk"]),
        ("s", ["both", "en", "split"]),
        ("^shevch", ["both", "en", "split"]),
        ("title:shevch", []),
        ("шевчнко", ["both", "ru", "split"]),  # slips are forgiven, in the script typed
        ("shevchnko", ["both", "en", "split"]),
        ("шевчнк", ["both", "ru", "split", "uk"]),
        ('"министр шевченко"', ["ru"]),
        ('"ministr shevchenko"', []),
        ("-shevchenko", ["ru", "uk", "мир"]),
    ],
)
def test_names_as_they_are_written_only(make: Make, query: str, found: list[str]) -> None:
    assert ids(make(news(), names=False).search(query)) == found


def test_a_typed_accent_is_asked_for_in_any_script_of_the_article(make: Make) -> None:
    index = make(
        [
            article("plain", "Zolty i Жёлтый", "Zolty."),
            article("accents", "Żółty i Жёлтый", "Żółty."),
        ]
    )
    assert ids(index.search("'żółty")) == ["accents"]
    assert ids(index.search("'zolty")) == ["accents", "plain"]
    assert ids(index.search("'желтый")) == ["accents", "plain"]
    assert ids(index.search("'zheltii")) == []


def test_without_other_spellings_a_slip_of_an_accent_is_one_in_the_same_script(make: Make) -> None:
    index = make([article("latin", "Pan Rada"), article("other", "Пан Рада")], names=False)
    found = index.search("ráda")
    assert [(hit.article.id, hit.tier) for hit in found.hits] == [("latin", Tier.TYPO)]


BOTH = article("both", "Shevchenko и Шевченко", "Шевченко, or Shevchenko: Шевченко говорит.")


@pytest.mark.parametrize(
    ("query", "names", "expected"),
    [
        ("'шевченко", True, ["[Шевченко]", "Шевченко", "Шевченко"]),
        ("'shevchenko", True, ["[Shevchenko]", "Shevchenko"]),
        ("шевч", False, ["[Шевч]", "Шевч", "Шевч"]),
        ("shevchnko q", False, ["[Shevchenko]", "Shevchenko"]),
        ('"шевченко говорит"', False, ["Шевченко говорит"]),
        ('"shevchenko govorit"', False, []),
        ('"shevchenko govorit"', True, ["Шевченко говорит"]),
        ("'шевченко-говорит", True, ["Шевченко говорит"]),
        ("'shevchenko-govorit", True, []),
        ("shevchenko q", True, ["[Shevchenko]", "[Шевченко]", "Шевченко", "Shevchenko", "Шевченко"]),
    ],
)
def test_what_is_marked_is_what_is_found(query: str, names: bool, expected: list[str]) -> None:
    assert shown(BOTH, query, names=names) == expected


def test_what_slips_were_taken_for_is_marked_in_the_script_typed(make: Make) -> None:
    found = article("a", "Выставка", "Vystavka.")
    index = make([found], names=False)
    meant = index.search("выставкп").meant
    assert shown(found, "выставкп", names=False, meant=meant) == ["[Выставка]"]
    assert [*meant.values()] == [{"выставка": Tier.TYPO}]


def test_a_word_beside_a_property_is_left_out_exactly(make: Make) -> None:
    index = make([*news(), article("longer", "Shevchenkos", "Both of them.")])
    assert ids(index.search("lang:xx OR -shevchenko")) == ["longer", "ru", "uk", "мир"]


def test_what_stands_in_another_script_only_is_said_to(make: Make) -> None:
    index = make([article("en", "Talks", "Minister Shevchenko spoke."), article("ru", "Погода", "Дождь.")])
    assert index.search("'шевченко дождь").hint == "no article has the word шевченко in this script"
    index.names = False
    assert index.search("шевченко дождь").hint == "no article has a word like шевченко in this script"
    assert index.search("qxzvkj дождь").hint == "no article has a word like qxzvkj"


def test_a_topic_is_asked_for_as_written() -> None:
    from tui_reader.search.facts import NoFacts, words_match
    from tui_reader.search.parser import parse

    [exact] = parse("'шевченко").terms
    assert words_match(exact, "Сказал Шевченко.")
    assert not words_match(exact, "Shevchenko said.")
    assert words_match(Term("shevchenko", negated=True), "Shevchenko said.")
    assert not words_match(Term("shevchenk", negated=True), "Shevchenko said.")
    assert words_match(Term("shevchenk", field="source", negated=True), "The Shevchenko Post")
    assert Topic('"шевченко сказал"', NoFacts())


def test_letters_of_their_own_are_told_apart_where_one_word_is_meant(make: Make) -> None:
    articles = [article("my", "мой дом"), article("our", "мои дома"), article("apart", "мои\u0306 дом")]
    index = make(articles)
    assert ids(index.search("'мой")) == sorted({"my", "apart"})
    assert ids(index.search("'мои")) == sorted({"our"})
    assert ids(index.search("мой")) == sorted({"my", "our", "apart"})
    assert ids(index.search("дом -мои")) == sorted({"my", "apart"})
    assert [m.start for m in matches(articles[1], "'мой")] == []
    assert {(m.start, m.end) for m in matches(articles[2], "'мой")} == {(0, 4)}
