"""What a query finds and in which order, in every kind of index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.search.writing import article, corpus
from tui_reader.model.hit import Tier
from tui_reader.search.index import TextIndex
from tui_reader.search.postings import count
from tui_reader.search.results import Results

Make = Callable[..., TextIndex]


def ids(results: Results) -> list[str]:
    return [hit.article.id for hit in results.hits]


def test_an_empty_query_is_every_article_in_reading_order(make: Make) -> None:
    articles = corpus()
    index = make(articles)
    assert [hit.article for hit in index.search("").hits] == articles
    assert index.search("  ", limit=2).total == len(index) == 5
    assert len(index.search("", limit=2).hits) == 2


def test_all_words_must_be_there_and_titles_weigh_more(make: Make) -> None:
    index = make(corpus())
    assert ids(index.search("council plan")) == ["harbour", "museum"]
    assert ids(index.search("plan council")) == ["harbour", "museum"]
    assert index.search("council farmers").total == 0


def test_the_tiers_are_strictly_ordered(make: Make) -> None:
    index = make(
        [
            article("slip", "Plum plum plum plum", "plum"),
            article("longer", "Plank plank plank", "plank"),
            article(
                "exact", "Something else altogether", "a long text that says plan only once, at its very end: plan"
            ),
        ]
    )
    found = index.search("plan")
    assert [(hit.article.id, hit.tier) for hit in found.hits] == [("exact", Tier.EXACT), ("longer", Tier.PREFIX)]


def test_only_the_last_word_may_be_unfinished(make: Make) -> None:
    index = make(corpus())
    assert ids(index.search("museum rep")) == ["museum"]
    assert index.search("mus repair").total == 0
    assert index.search("mus repair").hint


def test_short_beginnings(make: Make) -> None:
    index = make(corpus())
    assert set(ids(index.search("m"))) >= {"museum", "rada", "vybory"}
    assert ids(index.search("mu")) == ["museum"]
    assert ids(index.search("mus")) == ["museum"]
    assert ids(index.search("muse")) == ["museum"]
    assert index.search("mu").hits[0].tier is Tier.PREFIX


@pytest.mark.parametrize("typed", ["musuem", "museeum", "musem", "muzeum", "museum repiar", "muesum repari"])
def test_typing_slips(make: Make, typed: str) -> None:
    found = make(corpus()).search(typed)
    assert ids(found) == ["museum"]
    assert found.hits[0].tier is Tier.TYPO


def test_what_a_slip_was_taken_for(make: Make) -> None:
    index = make(corpus())
    assert dict(index.search("plnt").corrections) == {"plnt": "plant"}
    assert dict(index.search("burmsitrz maju").corrections) == {"burmsitrz": "burmistrz"}
    assert dict(index.search("museum").corrections) == {}


def test_a_slip_in_an_unfinished_word(make: Make) -> None:
    found = make(corpus()).search("visitosr que")
    assert ids(found) == ["museum"]
    found = make(corpus()).search("kowlcz")
    assert (ids(found)[0], found.hits[0].tier) == ("rada", Tier.TYPO)
    assert {hit.tier for hit in found.hits[1:]} == {Tier.NAME}  # Kowalchuk, Ковальчук


def test_how_many_slips_by_length(make: Make) -> None:
    index = make([article("a", "Cat and garden", "reconstruction")])
    assert index.search("cst").total == 0  # three letters: none
    assert index.search("gardn").total == 1
    assert index.search("gadn").total == 0  # two slips in a short word
    assert index.search("reconsrtuctoin").total == 1
    assert index.search("reonsrtuctoin").total == 0


def test_a_number_is_not_taken_for_another(make: Make) -> None:
    index = make([article("a", "Budget of 2023", "12500 votes")])
    assert index.search("2024").total == 0
    assert index.search("12501").total == 0
    assert index.search("2023").total == 1


def test_a_correct_word_hides_words_like_it(make: Make) -> None:
    index = make([article("rail", "Rail strike"), article("mail", "Mail strike")])
    assert ids(index.search("rail strike")) == ["rail"]


def test_a_misspelling_in_the_corpus_does_not_hide_other_articles(make: Make) -> None:
    index = make([article("wrong", "The musuem at night"), article("right", "The museum by day")])
    assert ids(index.search("museum")) == ["right"]
    assert ids(index.search("museum day")) == ["right"]
    assert ids(index.search("musuem day")) == ["right"]


def test_a_rare_misspelling_leads_to_the_frequent_word_too(make: Make) -> None:
    right = [article(str(n), f"Bridge collapse {n}") for n in range(4)]
    index = make([article("wrong", "Bridge collaspe"), *right, article("other", "Bridge colleague")])
    found = index.search("bridge collaspe")
    assert ids(found)[0] == "wrong"
    assert [hit.tier for hit in found.hits] == [Tier.EXACT] + [Tier.TYPO] * 4
    assert set(ids(index.search("collaspe bridge"))) == {"wrong", "0", "1", "2", "3"}
    assert "wrong" not in ids(index.search("bridge collapse"))


def test_scripts_and_accents_fold(make: Make) -> None:
    index = make(corpus())
    assert ids(index.search("lodz")) == ["harbour"]
    assert ids(index.search("zazolc gesla jazn")) == ["rada"]
    assert ids(index.search("vybory")) == ["vybory"]
    assert ids(index.search("выборы")) == ["vybory"]
    assert index.search("ВЫБОРЫ").hits[0].tier is Tier.EXACT


def test_slips_are_counted_in_the_letters_typed(make: Make) -> None:
    index = make([article("a", "Пощада для всех")])  # one letter of it is four in Latin
    assert ids(index.search("пожада")) == ["a"]
    assert ids(index.search("пdщада")) == ["a"]


def test_a_typed_accent_is_meant(make: Make) -> None:
    index = make([article("plain", "Zolty papier"), article("accents", "Żółty papier")])
    assert ids(index.search("zolty")) == ["plain", "accents"]
    assert ids(index.search("żółty")) == ["accents"]
    assert ids(index.search("żół")) == ["accents"]
    only_plain = make([article("plain", "Zolty papier")])
    found = only_plain.search("żółty")
    assert ids(found) == ["plain"]
    assert found.hits[0].tier is Tier.TYPO


def test_decomposed_accents_are_the_same(make: Make) -> None:
    index = make([article("a", "Cafe\u0301 by the river")])
    assert ids(index.search("café")) == ids(index.search("cafe")) == ids(index.search("cafe\u0301")) == ["a"]
    assert index.search("café").hits[0].tier is Tier.EXACT


def test_invisible_characters_do_not_hide_a_word(make: Make) -> None:
    index = make([article("a", "Head", "The har\u00advest came l\u200bate.")])
    assert ids(index.search("harvest late")) == ["a"]


def test_languages_without_spaces(make: Make) -> None:
    index = make([article("a", "市議会が計画を承認", "港の計画"), article("b", "博物館", "画計")])
    assert ids(index.search("計画")) == ["a"]
    assert ids(index.search("港の計画")) == ["a"]
    assert set(ids(index.search("画 計"))) == {"a", "b"}


def test_spellings_of_a_name_are_found_below_the_word_itself(make: Make) -> None:
    articles = [
        article("pl", "Rozmowy", "Prezydent Szewczenko przyjechał. Spotkał się z Szewczenką."),
        article("ru", "Переговоры", "Приехал президент Шевченко."),
        article("en", "Talks", "President Shevchenko arrived."),
        article("other", "Weather", "Nothing about anybody."),
    ]
    index = make(articles)
    found = index.search("shevchenko")
    assert {hit.article.id: hit.tier for hit in found.hits} == {
        "en": Tier.EXACT,
        "ru": Tier.EXACT,
        "pl": Tier.NAME,
    }
    assert found.hits[-1].article.id == "pl"
    assert set(ids(index.search("Szewczenką"))) == {"pl", "ru", "en"}
    assert not index.search("Szewczence").corrections  # another spelling is no mistake
    assert ids(make(articles, names=False).search("shevchenko")) == ["en"]
    assert ids(index.search("'shevchenko")) == ["en"]


def test_a_common_word_is_no_name(make: Make) -> None:
    index = make([article("a", "Police at the gate", "the police came"), article("b", "Policy", "a policy is made")])
    assert ids(index.search("police")) == ["a"]


def test_a_mistyped_name_finds_its_other_spellings_too(make: Make) -> None:
    index = make([article("pl", "Rozmowy", "Prezydent Szewczenko."), article("en", "Talks", "President Shevchenko.")])
    found = index.search("shevchnko")
    assert [(hit.article.id, hit.tier) for hit in found.hits] == [("en", Tier.TYPO), ("pl", Tier.NAME)]


def test_letters_in_order_when_nothing_else_hits(make: Make) -> None:
    index = make(corpus())
    found = index.search("cahp")
    assert [(hit.article.id, hit.tier) for hit in found.hits] == [("harbour", Tier.LETTERS)]
    assert ids(index.search("lhwf")) == ["harvest"]
    assert ids(index.search("вмзп")) == ["vybory"]
    assert ids(index.search("cncl")) == []  # a slip away from nothing, and four letters of one word: see the next
    assert ids(index.search("cncapp")) == ["harbour"]


@pytest.mark.parametrize("nonsense", ["qqqqq", "bakdelmit", "xyzzy", "vuzhezdun", "zz", "ъъъъ", "9z9z9"])
def test_nonsense_finds_nothing(make: Make, nonsense: str) -> None:
    found = make(corpus()).search(nonsense)
    assert (found.total, found.hits) == (0, ())


def test_the_nearest_real_word_is_offered(make: Make) -> None:
    index = make(corpus())
    assert index.search("mxseqm").nearest == "museum"
    assert index.search("zxxołc").nearest == "zażółć"
    assert index.search("qqqqqqq").nearest == ""
    assert index.search("pnl").nearest == ""  # of three letters everything is near something
    assert index.search("musomi").nearest == ""  # begins alike, and is another word


def test_the_nearest_word_is_for_the_word_in_the_way_and_finds_something(make: Make) -> None:
    index = make(corpus())
    found = index.search("cuoncil mxseqm")  # the first is a slip that is forgiven
    assert (found.total, found.nearest, found.better) == (0, "museum", "cuoncil museum")
    assert index.search(found.better).total == 1
    found = index.search("farmers mxseqm")  # no article has both
    assert (found.nearest, found.better) == ("", "")
    assert found.hint == "no article has a word like mxseqm"
    assert index.search("'musuem lang:en").better == ""
    assert index.search("'musuem").better == "'museum"
    assert index.search('"the mxseqm" reopens').nearest == ""
    assert index.search('"mxseqm reopens"').better == '"museum reopens"'


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("museum farmers", "each word occurs, but no article has them all"),
        ("museum lang:en", "no article answers all parts of the query"),
        ("museum -visitors", "-visitors leaves out everything found"),
        ("museum qxzvkj", "no article has a word like qxzvkj"),
        ("qxzvkj", "no article has a word like qxzvkj"),
        ("title:visitors", "no title has a word like visitors"),
        ("text:reopens", "no text has a word like reopens"),
        ('"qxzvkj plan"', "no article has the word qxzvkj"),  # in a phrase no slip is forgiven
        ("plan-qxzvkj", "no article has the word qxzvkj"),
        ("qzx", "no article has a word that begins with qzx"),  # in so few letters none either
        ("qzx plan", "no article has the word qzx"),
        ("20417", "no article has a word that begins with 20417"),
        ("20417 plan", "no article has the word 20417"),
        ("'выборы-планы", "no article has the word планы"),
        ("plan OR museum farmers lang:en", "no article answers all parts of the query"),
        ("qxzvkj OR zvkjqx", "no article has a word like qxzvkj"),
        ("qxzvkj OR zvkjqx OR lang:de museum", "no article answers all parts of the query"),
        ("'muse", "no article has the word muse"),
        ("^qxz", "no article has a word that begins with qxz"),
        ('"plan the"', "no article has “plan the”: its words, but not in a row"),
        ("lang:polish", "no article is in polish; languages: pl, en"),
        ("lang:xx plan", "no article is in xx; languages: pl, en"),
        ("tag:bird", "no article has the tag bird; tags: port"),
        ("author:holt", "there is no field author: (fields are"),
        ("date:2023-13", "a date is 2023"),
        ("***", "there is nothing to look for in ***"),
        ("x" * 2000, f"no article has a word like {'x' * 23}…"),
    ],
)
def test_why_nothing_is_found(make: Make, query: str, hint: str) -> None:
    articles = corpus()
    for number, (language, tags) in enumerate((("pl", ("port",)), ("pl", ()), ("en", ()))):
        articles.append(article(f"more{number}", "Zapis", "Zapis.", language=language, tags=tags))
    found = make(articles).search(query)
    assert (found.total, found.hint[: len(hint)]) == (0, hint)


def test_no_verdict_on_words_while_texts_are_missing() -> None:
    index = TextIndex()
    index.add(corpus())
    found = index.search("mxseqm")
    assert (found.complete, found.hint, found.nearest) == (False, "", "")
    index.commit()
    assert index.search("mxseqm").nearest == "museum"


@pytest.mark.parametrize("junk", ["-", "- -", "***", "\\", "'", "^", '"', '""', "…", '-"'])
def test_nothing_to_look_for_is_answered_by_no_article_and_said(make: Make, junk: str) -> None:
    found = make(corpus()).search(junk)
    assert (found.total, found.hits) == (0, ())
    assert found.hint


def test_a_word_stays_unfinished_when_only_conditions_follow(make: Make) -> None:
    index = make([article("a", "Vaccine plan", language="en"), article("b", "Vaccines arrive", language="en")])
    assert ids(index.search("vacc -plan")) == ["b"]
    assert set(ids(index.search("vacc lang:en"))) == {"a", "b"}
    assert set(ids(index.search("title:vacc OR text:vacc"))) == {"a", "b"}
    assert index.search("vacc plan").total == 0


def test_a_word_repeated_a_thousand_times_is_one(make: Make) -> None:
    index = make(corpus())
    assert ids(index.search("plan council " * 1000)) == ["harbour", "museum"]


def test_phrases(make: Make) -> None:
    index = make(corpus())
    assert ids(index.search('"the plan had been delayed"')) == ["museum"]
    assert index.search('"plan the"').total == 0
    assert ids(index.search('"harbour plan"')) == ["harbour"]
    assert ids(index.search('"repair visitors"')) == []  # title and text are two things
    assert ids(index.search('council -"been delayed"')) == ["harbour"]


def test_a_word_with_a_hyphen_is_a_phrase(make: Make) -> None:
    index = make([article("a", "A 15-year-old wins"), article("b", "15 old men, one year")])
    assert ids(index.search("15-year-old")) == ["a"]
    assert ids(index.search("15-ye")) == ["a"]


def test_operators(make: Make) -> None:
    index = make(corpus())
    assert ids(index.search("council -delayed")) == ["harbour"]
    assert set(ids(index.search("museum OR farmers"))) == {"museum", "harvest"}
    assert ids(index.search("late OR early harvest")) == ["harvest"]
    assert ids(index.search("^mus after")) == ["museum"]
    assert set(ids(index.search("'plan"))) == {"harbour", "museum", "rada"}
    assert index.search("'pla").total == 0
    assert set(ids(index.search("^pla"))) == {"harbour", "museum", "rada"}
    assert set(ids(index.search("-council"))) == {"rada", "vybory", "harvest"}
    assert ids(index.search("-council")) == ["rada", "vybory", "harvest"]
    assert set(ids(index.search("museum OR -council"))) == {"museum", "rada", "vybory", "harvest"}


def test_a_word_that_must_not_be_there_is_meant_to_the_letter(make: Make) -> None:
    assert ids(make(corpus()).search("council -delayyed")) == ["harbour", "museum"]


def test_fields_of_the_article_itself(make: Make) -> None:
    index = make(corpus())
    assert ids(index.search("title:plan")) == ["harbour", "rada"]
    assert ids(index.search("text:plan")) == ["museum", "harbour"]  # plan, plant
    assert ids(index.search("text:'plan")) == ["museum"]
    assert ids(index.search("title:harbour text:pla")) == ["harbour"]
    assert ids(index.search("plan -title:plan")) == ["museum"]


def test_a_hint_travels_with_the_hits(make: Make) -> None:
    found = make(corpus()).search('"museum')
    assert ids(found) == ["museum"]
    assert "not closed" in found.hint


def test_limit_and_total(make: Make) -> None:
    index = make([article(str(n), f"Plan number {n}", "plan planned planning") for n in range(30)])
    found = index.search("plan", limit=7)
    assert (len(found.hits), found.total) == (7, 30)
    assert len(index.search("plan").hits) == 30
    assert (len(index.search("plan", limit=0).hits)) == 0
    assert ids(index.search("plan", limit=7)) == ids(index.search("plan"))[:7]


def test_the_count_goes_over_all_tiers(make: Make) -> None:
    index = make([article(f"x{n}", "Harbour") for n in range(5)] + [article(f"y{n}", "Harbours") for n in range(4)])
    for limit in (2, 5, 6, None):
        found = index.search("harbour", limit=limit)
        assert found.total == 9
        assert [hit.tier for hit in found.hits] == ([Tier.EXACT] * 5 + [Tier.PREFIX] * 4)[:limit]


def test_a_replaced_article_is_found_by_its_new_words_only(make: Make) -> None:
    index = make(corpus())
    index.add([article("museum", "Museum closes again", "Nothing left to see.")])
    index.commit()
    assert len(index) == 5
    assert ids(index.search("closes")) == ["museum"]
    assert index.search("queued").total == 0
    assert ids(index.search(""))[1:2] == ["museum"] or ids(index.search(""))[-1] == "museum"


def test_a_removed_article_is_gone(make: Make) -> None:
    index = make(corpus())
    index.remove(["museum", "never there"])
    index.commit()
    assert len(index) == 4
    assert index.search("museum").total == 0
    assert index.search("museum").nearest == ""
    assert "museum" not in ids(index.search(""))
    assert index.search("mlr").total == 0


def test_cancelled_searches_answer_nothing(make: Make) -> None:
    found = make(corpus()).search("council", cancelled=lambda: True)
    assert (found.hits, found.total, found.complete) == ((), 0, False)


def test_an_index_without_articles(make: Make) -> None:
    index = make([])
    assert index.search("plan").total == index.search("").total == 0
    assert index.search("plan").complete


def test_odd_articles(make: Make) -> None:
    index = make(
        [
            article("empty", "Empty file", ""),
            article("signs", "…", "— ¶ — 🙂"),
            article("surrogate", "Half \ud800 a character", "end \udfff"),
            article("long", "Long", "word" * 20_000),
        ]
    )
    assert ids(index.search("empty")) == ["empty"]
    assert ids(index.search("half character")) == ["surrogate"]
    assert ids(index.search("wordword")) == ids(index.search("word" * 20_000)) == ["long"]
    assert index.search("🙂").total == 0  # no word in it


def test_front_matter_is_not_searched(make: Make) -> None:
    text = "---\nauthor: Somebody\n---\nThe text."
    index = make([article("a", "Title", text, body=text.index("The"))])
    assert index.search("somebody").total == 0
    assert index.search("text").total == 1


def test_all_words_a_phrase_may_go_on_with_are_looked_for_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def counted(*given: Any) -> int:
        nonlocal calls
        calls += 1
        return count(*given)

    monkeypatch.setattr("tui_reader.search.memory.count", counted)
    lines = [f"file_{n:05}.log" for n in range(3000)]
    index = TextIndex()
    index.add([article("list", "Names", "\n".join(lines)), article("few", "Names", "file_00001.log, file_1.log")])
    results = index.search("file_0")
    assert [hit.article.id for hit in results.hits] == ["list", "few"]
    assert calls <= 8  # once for each field of an article and each step; it was once for each of 3000 endings
