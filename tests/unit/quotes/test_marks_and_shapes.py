"""Every system of marks, and every shape a quotation takes on the page."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import kinds, said, speech
from tui_reader.quotes.extractor import extract

WORDS = "We will open the bridge in May"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("„", "”"),
        ("„", "“"),
        ("«", "»"),
        ("»", "«"),
        ("``", "''"),
        ("''", "''"),
        ("‘", "’"),
        ("'", "'"),
    ],
)
def test_each_system_of_marks(opening: str, closing: str) -> None:
    text = f"{opening}{WORDS},{closing} Rosa Hale said."
    assert said(text) == [(WORDS, "Rosa Hale")]


@pytest.mark.parametrize("marks", ["「」", "『』"])
def test_corner_brackets(marks: str) -> None:
    text = f"Rosa Hale said: {marks[0]}{WORDS}.{marks[1]}"
    assert said(text) == [(WORDS, "Rosa Hale")]


def test_french_spaces_inside_the_marks_are_not_words() -> None:
    text = f"Rosa Hale said: «\u00a0{WORDS}\u00a0»."
    (quote,) = speech(text)
    assert text[quote.start : quote.end] == WORDS


def test_inch_marks_are_no_quotation_marks() -> None:
    assert extract('She bought a 12" record and a 40" screen. Nobody spoke.', "en") == ()
    text = 'The screen is 27" wide. "It does not fit on my desk," Rita Moss said.'
    assert said(text) == [("It does not fit on my desk", "Rita Moss")]


def test_apostrophes_and_elisions_open_nothing() -> None:
    text = (
        "The '90s’ best band didn't play; rock 'n' roll wasn't theirs. “I don't mind the fans' noise,” Rita Moss said."
    )
    assert said(text) == [("I don't mind the fans' noise", "Rita Moss")]


def test_a_nested_quotation_belongs_to_the_outer_one() -> None:
    text = "“My father said, ‘Never sell the farm,’ and I did not,” Ivan Moss said."
    assert said(text) == [("My father said, ‘Never sell the farm,’ and I did not", "Ivan Moss")]


def test_nested_with_the_same_straight_marks() -> None:
    text = '"They call it "progress" and we pay for it," Ivan Moss said.'
    assert said(text) == [('They call it "progress" and we pay for it', "Ivan Moss")]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“The first reason is money.\n\n“The second reason is time,” Maria Silva said."
    (quote,) = speech(text)
    assert text[quote.start : quote.end].startswith("The first")
    assert text[quote.start : quote.end].endswith("time,")
    assert quote.speaker is not None
    assert quote.speaker.name == "Maria Silva"
    assert not quote.unclosed


def test_an_unclosed_mark_is_flagged_and_stays_in_its_paragraph() -> None:
    text = "Maria Silva said: “The road is closed and nobody told us.\n\nThe town has one other road."
    (quote,) = speech(text)
    assert quote.unclosed
    assert "The town" not in text[quote.start : quote.end]


def test_an_unclosed_mark_ends_at_the_cue() -> None:
    text = "Wójt zabrał głos. „Nikogo nie zwalniamy. Tak zostanie – dodał Jan Nowak."
    (quote,) = speech(text, "pl")
    assert text[quote.start : quote.end] == "Nikogo nie zwalniamy. Tak zostanie"
    assert quote.unclosed
    assert quote.speaker is not None
    assert quote.speaker.name == "Jan Nowak"


def test_a_later_pair_survives_an_unclosed_mark() -> None:
    text = 'She shouted "Stop and ran. "I was afraid," Rita Moss said.'
    assert ("I was afraid", "Rita Moss") in said(text)


def test_a_quotation_split_around_its_cue_is_two_spans_of_one_speaker() -> None:
    text = "“The road,” Rita Moss said, “is closed until Monday.”"
    assert said(text) == [("The road", "Rita Moss"), ("is closed until Monday", "Rita Moss")]


def test_spans_hold_the_words_without_marks() -> None:
    text = "Berg said: “It is late.”"
    (quote,) = speech(text)
    assert (quote.start, quote.end) == (text.index("It"), text.index("”"))
    assert quote.cue is not None
    assert quote.cue.of(text) == "said"


def test_a_label_line_above() -> None:
    text = "Tomas Berg, Minister of Transport:\n“The tunnel opens in June.”\nRosa Hale, Mayor:\n“I doubt it very much.”"
    assert said(text) == [("The tunnel opens in June", "Tomas Berg"), ("I doubt it very much", "Rosa Hale")]
    assert [q.attribution for q in speech(text)] == ["label", "label"]
    assert speech(text)[0].rule == "label, one line above"


def test_a_colon_paragraph_above() -> None:
    text = "Afterwards, Tomas Berg spoke to the waiting reporters:\n\n“We kept our promise to the town.”"
    assert said(text) == [("We kept our promise to the town", "Tomas Berg")]


def test_words_in_hard_wrapped_text_flow_together() -> None:
    line = "The council met in the old hall on Tuesday evening and heard the plan for the"
    text = (
        "\n".join([line] * 3)
        + "\nnew bridge. “It will be built before the\nend of the year,” Rosa Hale said.\n\n"
        + "\n".join([line] * 3)
    )
    assert said(text) == [("It will be built before the\nend of the year", "Rosa Hale")]


def test_titles_brands_and_terms_are_scare() -> None:
    text = (
        "She sang on the album “Blue Hour” and played in the novel-turned-film “The Long Way.” "
        "A ship called “Aurora” sank near the so-called “golden mile” of Ravenholm."
    )
    assert {kind for _, kind in kinds(text)} == {"scare"}


def test_a_fragment_in_reported_speech_is_mixed() -> None:
    text = "Viktor Hale called the deal “a disgrace for both countries” and left."
    assert kinds(text) == [("a disgrace for both countries", "mixed")]
    assert said(text) == [("a disgrace for both countries", "Viktor Hale")]


def test_the_paper_that_writes_is_no_speech() -> None:
    assert kinds("„Kurier Zatoki” pisze, że most stanie w maju.", "pl") == [("Kurier Zatoki", "scare")]


def test_front_matter_and_headlines_do_not_break_the_count() -> None:
    text = '---\ntitle: "A bridge"\n---\n\nBridge opens, ‘late’ says mayor\n\n“It is late,” Rosa Hale said.'
    assert ("It is late", "Rosa Hale") in said(text)


@pytest.mark.parametrize("text", ["", " \n\t\n", "“", "“”", '"', "«»", "„", "—", "- ", "“ ”", "…", "‘’", "\u2028“a"])
def test_nothing_and_almost_nothing(text: str) -> None:
    assert all(q.kind == "scare" for q in extract(text, None) if not q.unclosed)


@pytest.mark.parametrize("mark", ["“", '"', "„", "«", "“a ", '"a" ', "— a ", "‘a ", "- a - ", "“a” said X. "])
def test_a_page_of_marks_is_no_speech(mark: str) -> None:
    assert extract(mark * 20_000, "pl") == ()


def test_turns_of_a_word_or_two_without_end_are_no_speech_and_a_long_dialogue_is() -> None:
    assert extract("— Oui, dit-il. Non. " * 2500, "fr") == ()
    assert len(extract("— Oui, dit-il. Non. " * 500, "fr")) == 1000
    spoken = "— Nous ouvrirons le pont en mai, dit-il. Nous ne fermerons pas le port. "
    assert len(extract(spoken * 2500, "fr")) == 5000


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The Vale: Why lifts?\n\nOscar Pell: I was stuck in one.\n\nThe Vale: And?\n\nOscar Pell: It “hums”.",
            [("I was stuck in one", "Oscar Pell"), ("It “hums”", "Oscar Pell")],
        ),
        (
            "en",
            "The governor, Mary Fall, was asked.\n\nTAPP: Why?\n\nFALL: Because.\n\nTAPP: Why not?\n\nFALL: No money.",
            [("Because", "Mary Fall"), ("No money", "Mary Fall")],
        ),
        (
            "fr",
            "Vos débuts ?\n\nLuc Petit : Par hasard.\n\nEt la scène ?\n\nLuc Petit : Elle est venue après.",
            [("Par hasard", "Luc Petit"), ("Elle est venue après", "Luc Petit")],
        ),
        ("en", "Who won?\n\nAnn Hale: 3 points\n\nBo Reed: 2 points\n\nDay two: rain", []),
        ("de", "Wer hat gewonnen?\n\nBank: Drei Punkte.\n\nUnd dann?\n\nBank: Zwei Punkte.", []),
    ],
)
def test_a_name_before_a_colon_answers(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, language) == expected
