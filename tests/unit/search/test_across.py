"""A typing slip in a name whose letters are of another script than those of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from tests.unit.search.test_highlight import shown
from tests.unit.search.test_vocabulary import taught
from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.model.hit import Tier
from tui_reader.search.index import TextIndex
from tui_reader.search.results import Results

Make = Callable[..., TextIndex]


def found(results: Results) -> list[tuple[str, Tier]]:
    return [(hit.article.id, hit.tier) for hit in results.hits]


def news() -> list[Article]:
    return [
        article("ru", "Мэр молчит", "Щербаченко приехал. Газета Заречья пишет о выставке, где был и Щербаченко."),
        article("en", "Winter fair", "Mayor Kestrelmann opened the winter fair."),
        article("other", "Погода", "Дождь и ветер, говорит газета."),
    ]


@pytest.mark.parametrize(
    "typed", ["shcherbachneko", "shcherbacheno", "shcherbachenkko", "shcherbahcneko", "shcherbachnk"]
)
def test_a_mistyped_name_in_other_letters_leads_to_the_name(make: Make, typed: str) -> None:
    results = make(news()).search(typed)
    assert found(results) == [("ru", Tier.NAME)]
    assert shown(news()[0], typed, meant=results.meant) == ["Щербаченко", "Щербаченко"]


def test_what_a_slip_in_other_letters_was_taken_for(make: Make) -> None:
    index = make(news())
    assert dict(index.search("shcherbachneko").corrections) == {"shcherbachneko": "щербаченко"}
    assert dict(index.search("кестрлеманн").corrections) == {"кестрлеманн": "kestrelmann"}


def test_beside_other_words(make: Make) -> None:
    index = make(news())
    assert found(index.search("gazeta shcherbachneko")) == [("ru", Tier.NAME)]
    assert found(index.search("shcherbachneko gazeta")) == [("ru", Tier.NAME)]
    assert index.search("fair shcherbachneko").total == 0


def test_from_cyrillic_letters_to_a_latin_name(make: Make) -> None:
    index = make(news())
    assert found(index.search("кестрелманн")) == [("en", Tier.EXACT)]
    assert found(index.search("кестрлеманн")) == [("en", Tier.NAME)]


def test_a_slip_in_the_letters_typed_hides_those_in_others(make: Make) -> None:
    more = article("latin", "Letter", "A Mr Shcherbachenka wrote.")
    assert found(make([*news(), more]).search("shcherbachneka")) == [("latin", Tier.TYPO), ("ru", Tier.NAME)]
    assert found(make([*news(), more]).search("shcherbachxnkax")) == [("latin", Tier.TYPO), ("ru", Tier.NAME)]


def test_other_spellings_of_the_name_meant_are_found_too(make: Make) -> None:
    more = article("pl", "List", "Pisze Szczerbaczenka.")
    assert dict(found(make([*news(), more]).search("shcherbacehnko"))) == {"ru": Tier.NAME, "pl": Tier.NAME}


def test_short_words_are_near_anything_in_other_letters(make: Make) -> None:
    index = make([article("a", "Рада", "Рада и Радецкий.")])
    assert index.search("raad").total == 0
    assert index.search("radteskii").total == 1


def test_two_slips_in_other_letters_are_forgiven_in_names_only(make: Make) -> None:
    index = make(news())
    assert found(index.search("shcehrbachneko")) == [("ru", Tier.NAME)]
    assert index.search("vystvake").total == 1
    index = make([article("a", "Новое", "Это было постановление.")])
    assert index.search("postanovlneie").total == 1
    assert index.search("psotanovlneie").total == 0


def test_an_unfinished_word_with_a_slip_in_other_letters(make: Make) -> None:
    index = make(news())
    assert found(index.search("shchrebac")) == [("ru", Tier.NAME)]
    assert index.search("chshrebac").total == 0  # the first letter must be right
    assert index.search("shchrebac fair").total == 0


@pytest.mark.parametrize("names", [True, False])
def test_none_of_it_for_words_meant_as_they_are_written(make: Make, names: bool) -> None:
    index = make(news(), names=names)
    assert index.search("'shcherbachneko").total == 0
    assert index.search("gazeta -shcherbachneko").total == (2 if names else 0)
    assert bool(index.search("shcherbachneko").total) is names


def test_the_word_in_another_script_is_offered(make: Make) -> None:
    index = make([article("en", "Talks", "Minister Shevchenko spoke."), article("ru", "Выборы", "Мэр молчит.")])
    results = index.search("'шевченко")
    assert (results.total, results.nearest, results.better) == (0, "shevchenko", "'shevchenko")
    assert index.search("'vybory").better == "'выборы"
    assert index.search("mlochqt").nearest == "молчит"
    index.names = False
    assert index.search("шевченко").better == "shevchenko"
    assert index.search("vybory").better == "выборы"
    assert index.search("vybroy").better == "выборы"


def test_the_word_offered_is_in_the_script_typed_when_there_is_one(make: Make) -> None:
    index = make([article("a", "Шевченко", "Shevchenko.")])
    assert index.search("'shevchneko").better == "'shevchenko"
    assert index.search("'шевчнеко").better == "'шевченко"


def test_words_of_other_scripts_learnt_later(make: Make) -> None:
    index = make(news())
    assert index.search("kovalchku").total == 0
    index.add([article("more", "Ковальчук", "Ковальчук.")])
    index.commit()
    assert found(index.search("kovalchku")) == [("more", Tier.NAME)]


def near(words: Iterable[str], typed: str, edits: int) -> list[tuple[str, int]]:
    return [one[:2] for one in taught(words).across(typed, edits)]


def test_near_in_latin_letters() -> None:
    words = ["Ковальчук", "ковать", "Kowalczuk", "Κοβάλτσουκ"]
    assert near(words, "kovalchku", 1) == [("kovalchuk", 1)]
    assert near(words, "ковалчзук", 1) == [("kovalchuk", 1)]
    assert ("kowalczuk", 2) in near(words, "ковалкзук", 2)
    assert near(words, "kovlachku", 2) == [("kovalchuk", 2)]
    assert near(["plan", "plank"], "plnak", 1) == []


def test_a_correction_is_written_as_in_the_best_hit(make: Make) -> None:
    latin = article("latin", "Lukashenko meets a guest")
    cyrillic = [article(f"c{n}", "Лукашенко и гости", "Лукашенко говорит.") for n in range(3)]
    results = make([*cyrillic, latin]).search("lukashneko meets")
    assert [hit.article.id for hit in results.hits] == ["latin"]
    assert dict(results.corrections) == {"lukashneko": "lukashenko"}
