from __future__ import annotations

from dataclasses import replace

from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.search.letters import LOWEST, Titles, headline, letters_places, letters_score, title_line, typed_letters

TITLE = "Council of Łódź approves new harbour"


def score(letters: str, title: str = TITLE) -> float:
    return letters_score(letters, title_line(title))


def test_first_letters_in_a_row_score_best() -> None:
    assert score("colanh") == 1.0
    assert score("lanh") < 1.0
    assert score("canh") < score("colanh")
    assert score("lanh") > score("canh")


def test_the_beginning_of_words_and_words_without_vowels() -> None:
    assert score("cncharb") > 0
    assert score("counha") > 0
    assert score("apprv") > 0


def test_letters_from_the_middle_of_words_do_not_count() -> None:
    assert score("ncilprv") == 0
    assert score("cib") == 0
    assert score("hc") == 0  # the wrong way round


def test_other_scripts_keep_their_letters() -> None:
    assert score("щжс", "Щука живёт смело") == 1.0
    assert score("łnh") == 0.0
    assert score(typed_letters("Łanh")) > 0


def test_what_can_be_letters() -> None:
    assert typed_letters("ŁD") == ""
    assert typed_letters("12345") == ""
    assert typed_letters("9lat") == "9lat"
    assert typed_letters("ab-cd") == ""


def test_places_are_those_of_the_original_title() -> None:
    title = "e\u0301cole – Łódź approves"
    assert [title[at] for at in letters_places("ela", title)] == ["e", "Ł", "a"]
    assert letters_places("xyz", title) == []


def titles(*articles: Article) -> tuple[Titles, dict[str, Article]]:
    living = {a.id: a for a in articles}
    found = Titles(living.get)
    for a in articles:
        found.add(a)
    return found, living


def test_titles_much_worse_than_the_best_are_left_out() -> None:
    found, _ = titles(
        article("row", "New harbour approved late"), article("far", "Nobody here asked all of us a thing, lads")
    )
    assert [a.id for _, a in found.search("nhal")] == ["row"]


def test_only_the_first_words_of_a_title_count() -> None:
    found, _ = titles(article("long", " ".join(["word"] * 20 + ["xenon", "yttrium", "zinc"])))
    assert found.search("xyz") == []


LINE = "Harbour reopens. Under new owners, nobody waits any more."


def cut(line: str = LINE, text: str = "", title_from: str = "first-sentence") -> Article:
    """An article whose title is only the first sentence of its first line."""
    return article("cut", "Harbour reopens", text or f"{line}\n\nZebras yawn.", title_from)


def test_letters_go_on_where_the_title_was_cut() -> None:
    found, _ = titles(cut())
    assert [s for s, _ in found.search("hruno")] == [1.0]
    assert [s for s, _ in found.initials("hruno", from_first=True)] == [1.0]
    assert found.search("nwamzy") == []  # the line ends before the zebras


def test_a_title_that_was_not_cut_does_not_go_on() -> None:
    found, _ = titles(cut(title_from="front-matter"))
    assert found.search("hruno") == []
    assert headline(cut(title_from="front-matter")) == ("Harbour reopens", -1)


def test_where_the_line_of_a_title_stands() -> None:
    assert headline(cut()) == (LINE, 0)
    assert headline(cut(text=f"Photo: nobody\n\n{LINE}")) == (LINE, 15)
    assert headline(cut(text="The title stands nowhere here.")) == ("Harbour reopens", -1)
    shortened = replace(cut(), title="Harbour reopens. Under new…")
    assert headline(shortened) == (LINE, 0)


def test_a_title_that_went_is_not_found() -> None:
    old = article("a", "New harbour approved")
    found, living = titles(old)
    assert [a for _, a in found.search("nha")] == [old]
    living["a"] = article("a", "Something else")
    assert found.search("nha") == []


def test_many_titles_are_searched_as_one() -> None:
    many = [article(str(n), f"Title number {n}") for n in range(2500)]
    found, _ = titles(*many, article("wanted", "Quiet zebra yawns"))
    assert [a.id for _, a in found.search("qzy")] == ["wanted"]
    assert [a.id for _, a in found.search("quzeya")] == ["wanted"]
    assert all(s >= LOWEST for s, _ in found.search("tn7"))


def test_first_letters_stand_below_the_word_they_happen_to_be_near() -> None:
    from tests.unit.search.writing import article
    from tui_reader.model.hit import Tier
    from tui_reader.search.index import TextIndex

    index = TextIndex()
    index.add(
        [
            article("steal", "Thieves", "They steal what they can."),
            article("row", "Six towns end a long dispute", "Nothing else."),
            article("later", "Why six towns end a long dispute", "Nothing else."),
        ]
    )
    # `stead` is a slip of `steal`; `steal` is a word of its own, and then only titles that begin so are meant.
    near = index.search("steald")
    assert [(h.article.id, h.tier) for h in near.hits] == [
        ("steal", Tier.TYPO),
        ("row", Tier.LETTERS),
        ("later", Tier.LETTERS),
    ]
    assert near.total == 3
    assert [h.article.id for h in index.search("steal").hits] == ["steal", "row"]
    assert [h.article.id for h in index.search("steald", limit=1).hits] == ["steal"]
    assert [h.article.id for h in index.search("stea").hits] == ["steal"]
