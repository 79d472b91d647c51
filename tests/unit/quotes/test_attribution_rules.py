"""Who said it: each kind of evidence, and silence where there is none."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said, speech


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is a bad law,” Hugh Stone said.", "Hugh Stone"),
        ("“It is a bad law,” said Hugh Stone.", "Hugh Stone"),
        ("“It is a bad law,” said farmer Hugh Stone of Leeds.", "Hugh Stone"),
        ("“It is a bad law,” said  Republican political consultant Hugh Stone.", "Hugh Stone"),
        ("“It is a bad law,” Hugh Stone, a professor of law at Leeds who advised Mary Cole, said.", "Hugh Stone"),
        ("“It is a bad law,” Rep. Hugh Stone (D-Ohio) said.", "Hugh Stone"),
        ("“It is a bad law,” the head of the Oslo office, Hugh Stone, said.", "Hugh Stone"),
        ("“It is a bad law,” Cole spokesman Hugh Stone said.", "Hugh Stone"),
        ("“It is a bad law,” exhorted Cole's introducer, actress Rosa Stone.", "Rosa Stone"),
        ("“Is it a bad law?” Hugh Stone asked.", "Hugh Stone"),
        ("“It is a bad law,” according to Hugh Stone.", "Hugh Stone"),
        ("Hugh Stone said: “It is a bad law.”", "Hugh Stone"),
        ("Hugh Stone told reporters in Leeds, “It is a bad law.”", "Hugh Stone"),
        ("According to Hugh Stone, “It is a bad law and a worse precedent.”", "Hugh Stone"),
        ("Or, as Hugh Stone, a former judge, put it: “It is a bad law.”", "Hugh Stone"),
        ("But the day was so quiet that Hugh Stone was asked to say, “It is a bad law.”", "Hugh Stone"),
        ("The paper quoted Hugh Stone as saying, “It is a bad law.”", "Hugh Stone"),
        ("“It is a bad law,” Mr. King, 82, told me.", "King"),
    ],
)
def test_english_subjects(text: str, speaker: str) -> None:
    assert [who for _, who in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "“It is a bad law,” a spokesman for Hugh Stone said.",
        "“It is a bad law,” said a lawyer who asked not to be named.",
        "“It is a bad law and everyone knows it.”",
        "“It is a bad law,” Stone's lawyer said.",
        "“It is a bad law,” officials said.",
        "“It is a bad law,” she said.",
    ],
)
def test_nobody_rather_than_somebody_else(text: str) -> None:
    assert [who for _, who in said(text)] == [None]


def test_the_cue_that_belongs_to_the_next_quotation() -> None:
    text = "Rosa Hale stated, “There is no road,” to which Bo Reed replied, “It exists, but it is closed.”"
    assert said(text) == [("There is no road", "Rosa Hale"), ("It exists, but it is closed", "Bo Reed")]


def test_a_foreign_cue_after_a_fragment_leaves_it_with_its_own_subject() -> None:
    text = "Rosa Hale stated that the road “has failed,” to which Bo Reed responded that there was no road."
    assert said(text) == [("has failed", "Rosa Hale")]


def test_same_paragraph_continuation() -> None:
    text = (
        "“The court was wrong,” Novak said after the hearing of Peter Novak v. State. “We will appeal within a month.”"
    )
    assert said(text) == [("The court was wrong", "Peter Novak"), ("We will appeal within a month", "Peter Novak")]
    assert speech(text)[1].rule == "carried from the sentence before"


def test_following_paragraph_continuation_and_its_end() -> None:
    text = (
        "“The harvest was bad,” farmer Ivan Petrov said.\n\n“We will have to sell the herd.”\n\n"
        "The ministry promised help.\n\n“Nobody has called us about it so far.”"
    )
    assert said(text) == [
        ("The harvest was bad", "Ivan Petrov"),
        ("We will have to sell the herd", "Ivan Petrov"),
        ("Nobody has called us about it so far", None),
    ]


def test_the_subject_of_the_sentence_before() -> None:
    text = "Bo Reed met Clara Voss. “The talks were useful,” Voss said. Reed left early. “My plane waited,” he said."
    assert said(text) == [("The talks were useful", "Clara Voss"), ("My plane waited", "Bo Reed")]


def test_a_pronoun_needs_the_right_gender() -> None:
    text = "Boris Reed met Clara Voss in Geneva. Boris Reed was late.\n\n“I waited an hour for him,” she said."
    assert ("I waited an hour for him", "Boris Reed") not in said(text)


def test_a_pronoun_keeps_its_reason() -> None:
    (quote,) = speech("Rosa Hale came home. “I am tired,” she said.")
    assert quote.attribution == "pronoun"
    assert quote.rule == "she: subject of the sentence before"
    assert quote.speaker is not None
    assert quote.speaker.text == "she"


def test_a_role_noun_with_its_nationality() -> None:
    text = (
        "Ruthenian President Rosa Hale received Bo Reed, the leader of Arvenia, on Monday.\n\n"
        "“Our border stays open,” the Arvenian leader said.\n\n“Ours too,” the Ruthenian president replied."
    )
    assert said(text) == [("Our border stays open", "Bo Reed"), ("Ours too", "Rosa Hale")]
    assert [q.attribution for q in speech(text)] == ["role", "role"]


def test_a_role_noun_of_nobody_known_names_nobody() -> None:
    text = "“It rains,” Rosa Hale said.\n\nThe town slept.\n\nA fire broke out.\n\n“We came late,” a firefighter said."
    assert said(text)[1] == ("We came late", None)


def test_a_surname_gets_its_full_name_and_two_of_a_name_are_kept_apart() -> None:
    text = "Rosa Hale and her son Milo Hale spoke. “I built it,” Rosa Hale said. “I sold it,” Milo Hale said."
    assert said(text) == [("I built it", "Rosa Hale"), ("I sold it", "Milo Hale")]


def test_a_term_in_marks_does_not_hide_the_cue() -> None:
    text = "“We had better years than this one,” delegate Bo Reed, wearing a hat and a “Ravenholm” cap, said."
    assert said(text) == [("We had better years than this one", "Bo Reed")]


def test_every_result_with_a_speaker_has_its_evidence() -> None:
    text = "Rosa Hale said: “It is late.” “Go home,” she added. “Now.”\n\n“And stay there.”"
    quotes = speech(text)
    assert all(q.rule and q.attribution for q in quotes if q.speaker)
    assert [q.speaker.name for q in quotes if q.speaker] == ["Rosa Hale"] * 4
