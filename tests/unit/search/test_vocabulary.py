from __future__ import annotations

from collections.abc import Iterable

from tui_reader.search.vocabulary import Form, Near, Ordered, Vocabulary, allowed_edits, form_of


def taught(words: Iterable[str], gone: Iterable[str] = ()) -> Vocabulary:
    missing = set(gone)
    vocabulary = Vocabulary(lambda name: int(name not in missing))
    for word in words:
        vocabulary.learn(form_of(word))
    return vocabulary


def test_what_is_remembered_of_a_word() -> None:
    assert form_of("Łódź") == Form("lodz", "lodz", "łódź", False)
    assert form_of("мэр") == Form("mer", "мэр", "мэр", True)


def test_near_words_nearest_first() -> None:
    words = taught(["harbour", "harbours", "harbor", "barbour", "labour", "museum"])
    # Each is one edit away; but b is beside h and a letter is soon left out, while no hand adds u to harbor.
    near = words.near("harbour", 1)
    assert [one[:3] for one in near] == [("barbour", 1, True), ("harbours", 1, True), ("harbor", 1, False)]
    assert ("labour", 2) in [one[:2] for one in words.near("harbour", 2)]
    assert [one[:2] for one in words.near("hrabour", 1)] == [("harbour", 1)]  # two letters swapped are one slip


def test_words_no_article_holds_any_more_are_not_offered() -> None:
    words = taught(["museum", "museums", "Kowalczyk", "Kowalczyka"], gone=["museum", "kowalczyka"])
    assert words.near("musem", 1) == []
    assert words.nearest("mxseims") == "museums"
    assert words.family("Kowalczyk") == ()


def test_slips_in_another_script() -> None:
    words = taught(["Щербаков", "жук"])
    assert words.near("щербуков", 1) == [Near("shcherbakov", 1, False, "щербаков")]
    assert words.near("shcherbukov", 1) == []  # slips are counted in the script of the corpus


def test_the_nearest_word_as_it_is_written() -> None:
    assert taught(["Gęślą", "jaźń"]).nearest("geslq") == "gęślą"
    assert taught(["plan"]).nearest("xxxxxxxx") == ""


def test_families_hold_names_only() -> None:
    words = taught(["Kowalczyk", "Kowalczyka", "Ковальчик", "policy", "Police", "Politics"])
    assert words.family("kowalczykiem") == ("kovalchik", "kowalczyk", "kowalczyka")
    assert words.family("Police") == ()
    words.learn(form_of("kowalczyka"))  # once seen in small letters it is no name
    assert words.family("kowalczykiem") == ("kovalchik", "kowalczyk")


def test_unfinished_words() -> None:
    words = taught(["visitors", "visiting", "vocation"])
    assert [near.term for near in words.near_beginning("visito")] == ["visiting", "visitors"]
    assert [near.term for near in words.near_beginning("vistio")] == ["visitors"]
    assert words.near_beginning("cisito") == []


def test_numbers_are_not_learnt() -> None:
    assert len(taught(["2023", "a1"])) == 0


def test_forms_can_be_kept_and_learnt_again() -> None:
    words = taught(["Łódź", "мэр", "Plan", "plan"])
    again = Vocabulary(lambda name: 1)
    for form in words.forms():
        again.learn(form)
    assert list(again.forms()) == list(words.forms())
    assert again.written("lodz") == "łódź"


def test_slips_allowed() -> None:
    assert [allowed_edits(w) for w in ["cat", "cats", "harbour", "harbours", "щука", "щу", "12345678"]] == [
        0,
        1,
        1,
        2,
        1,
        0,
        0,
    ]


def test_terms_that_begin_alike() -> None:
    terms = Ordered()
    for name in ["plan", "plank", "apple", "plum"]:
        terms.add(name)
    assert terms.beginning("pla") == ["plan", "plank"]
    terms.add("plane")
    assert terms.beginning("pla") == ["plan", "plane", "plank"]
    assert terms.beginning("z") == []
