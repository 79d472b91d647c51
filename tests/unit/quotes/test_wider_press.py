"""What other papers do: names from everywhere, surnames that are professions, livelier verbs, other shapes."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The accountant, Zorana Plum, shook her head. “It is too late,” she said.", "Zorana Plum"),
        ("de", "Priyanka Sund leitet das Amt. „Wir sind zu wenige“, sagt sie.", "Priyanka Sund"),
        ("fr", "Svetlana Orbec préside la coopérative. « On tient », dit-elle.", "Svetlana Orbec"),
        ("es", "Ingeborg Tamm dirige el coro desde 2010. “Cantamos mal”, dice ella.", "Ingeborg Tamm"),
    ],
)
def test_a_forename_from_elsewhere_is_one(language: str, text: str, who: str) -> None:
    assert [name for _, name in said(text, language)] == [who]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "“The roof is gone,” Martin Bishop said. “All of it,” Bishop added.", "Martin Bishop"),
        ("de", "„Das Dach ist weg“, sagte Anna Richter. „Ganz und gar“, ergänzte Richter.", "Anna Richter"),
        ("de", "„Das Dach ist weg“, sagte Bundestrainer Hans Koch. „Leider“, so Koch.", "Hans Koch"),
        ("es", "“El techo se fue”, dijo Claudia Rey. “Todo”, añadió Rey.", "Claudia Rey"),
        ("fr", "« Le toit est parti », dit Anne Maire. « En entier », ajoute Mme Maire.", "Anne Maire"),
    ],
)
def test_a_surname_may_be_a_profession(language: str, text: str, who: str) -> None:
    assert [name for _, name in said(text, language)] == [who, who]


def test_the_profession_stays_one_beside_such_a_surname() -> None:
    text = "Paul Bishop left. Bishop Rose Hale stayed. “We pray,” the bishop said. “I do not,” said Bishop."
    assert [name for _, name in said(text)] == ["Rose Hale", "Paul Bishop"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "“Nonsense!” scoffs Rita Moss.", "Rita Moss"),
        ("en", "His aunt, Rita Moss, chimes in, “He never paid.”", "Rita Moss"),
        ("de", "„Das ist eine Frechheit“, schimpfte Karl Weber.", "Karl Weber"),
        ("fr", "« J’aime bien les trains », s’amuse Claire Petit.", "Claire Petit"),
        ("es", "“Nadie nos avisó”, se queja Rosa Marín.", "Rosa Marín"),
    ],
)
def test_livelier_verbs_are_cues(language: str, text: str, who: str) -> None:
    assert [name for _, name in said(text, language)] == [who]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“Bread is dear,” said Paul Ness. His wife is calmer: “It was dearer.”", ["Paul Ness", None]),
        ("en", "“Bread is dear,” said Paul Ness. His advice is simple: “Bake.”", ["Paul Ness", "Paul Ness"]),
        (
            "de",
            "„Brot ist teuer“, meint Paul Ness. Seine Kollegin Carla Imm lacht: „Backt!“",
            ["Paul Ness", "Carla Imm"],
        ),
        ("de", "„Brot ist teuer“, meint Paul Ness. Seine Kollegin ist froh: „Backt selbst!“", ["Paul Ness", None]),
        (
            "fr",
            "« Le pain est cher », dit Denise Hamel. « Très », ajoute cette ancienne postière.",
            ["Denise Hamel"] * 2,
        ),
        ("fr", "L’avocate de Marc Thév, Me Lucie Garnier, se lève. « Rien », a-t-elle dit.", ["Lucie Garnier"]),
        ("en", "“Why?” asked Ann Hale. Paul Ness said he replied: “Because.”", ["Ann Hale", "Paul Ness"]),
    ],
)
def test_whose_the_role_is(language: str, text: str, expected: list[str | None]) -> None:
    assert [who for _, who in said(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“We saw it,” said Rosa Hale. A neighbour heard a bang. “Then nothing,” she said.", ["Rosa Hale", None]),
        ("en", "“We saw it,” said Rosa Hale. “You did not,” reads a note on the gate.", ["Rosa Hale", None]),
        ("de", "„Ich komme“, sagte Karl Weber. „Ich auch“, sagte ein Kunde.", ["Karl Weber", None]),
        ("de", "„Ich komme“, sagte Karl Weber. „Ich auch“, so eine Kundin.", ["Karl Weber", None]),
        ("es", "“Yo voy”, dijo Rosa Marín. “Yo no”, dijo una clienta joven.", ["Rosa Marín", None]),
    ],
)
def test_somebody_without_a_name_stays_so(language: str, text: str, expected: list[str | None]) -> None:
    assert [who for _, who in said(text, language)] == expected


def test_a_paragraph_after_a_question_is_another_turn() -> None:
    text = (
        "“Who signed this?” asked Ann Hale.\n\n“I did that.”\n\n“It was raining,” said Bo Reed.\n\n“It was cold, too.”"
    )
    assert [who for _, who in said(text)] == ["Ann Hale", None, "Bo Reed", "Bo Reed"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Standing beside the premier, Aldo Ferr, the envoy Birgit Holm smiled. “Good,” she said.",
            "Birgit Holm",
        ),
        ("es", "Junto al presidente, Juan Duarte, la jueza Inge Holm sonrió. “Europa avanza”, dijo.", "Inge Holm"),
        ("en", "The mayor's press secretary, Ann Hale, would not help. “Not now,” she said.", "Ann Hale"),
        ("en", "Ann Hale's verdict was blunter. “He should sell,” she said.", "Ann Hale"),
        ("en", "Ann Hale, who came in 1987 — “I was alone,” she said — is leaving.", "Ann Hale"),
        ("en", "“No,” the inspector, Paul Stone, was quoted as saying by the Evening Mail.", "Paul Stone"),
        ("en", "“Go home,” residents were told by fire marshal Neil Farrow.", "Neil Farrow"),
        ("fr", "Buteur malheureux, Luc Petit s’est excusé. « C’est ma faute », dit-il.", "Luc Petit"),
        ("de", "„Wir bedauern das“, teilte die Tellmann AG mit.", "Tellmann AG"),
        ("de", "Dr. Holger Matt sieht das auch so. „Uns fehlen Pfleger“, so der Chirurg.", "Holger Matt"),
    ],
)
def test_the_subject_is_found_behind_more_words(language: str, text: str, who: str) -> None:
    assert [name for _, name in said(text, language)] == [who]


def test_the_narrators_infinitive_goes_on_with_the_speaker() -> None:
    text = "Luc Petit a souri : « C’est une victoire. »\n\nEt d’ajouter : « Le plus dur commence. »"
    assert [who for _, who in said(text, "fr")] == ["Luc Petit", "Luc Petit"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "„Damals hatten wir nichts.\n\nHeute wirft man Brot weg“, sagt Irma Plath.", 9),
        ("es", "«Éramos doce.\n\n»No había calle», relata Juan Abad.", 5),
    ],
)
def test_words_over_paragraphs_may_repeat_no_opening_mark(language: str, text: str, words: int) -> None:
    ((found, who),) = said(text, language)
    assert who is not None
    assert len(found.split()) == words


def test_a_full_stop_may_stand_outside_the_marks() -> None:
    text = "“No tengo dinero”, contó Rosa Marín a un guardia. “Desde entonces no duermo”."
    assert [who for _, who in said(text, "es")] == ["Rosa Marín", "Rosa Marín"]


def test_words_said_of_a_film_are_no_title() -> None:
    assert said("Ann Hale said of the film, “I did not like it,” and left.") == [("I did not like it", "Ann Hale")]
    assert said("Ann Hale said she had seen the film, “The Blue House,” twice.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Wir sind am Ende“: Kliniken schlagen Alarm", ["Wir sind am Ende"]),
        ("fr", "« On n’en peut plus » : les infirmières à bout", ["On n’en peut plus"]),
        ("de", "„Das leere Haus“: Neuer Roman von Anna Berg", []),
    ],
)
def test_a_headline_quotes_who_says_we(language: str, text: str, expected: list[str]) -> None:
    assert [words for words, _ in said(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Her host, President Yrsif Karam, frowned. “We need no lessons,” he said.", "Yrsif Karam"),
        ("en", "Within an hour, Zenno Vale had deleted it. “My fault,” he wrote.", "Zenno Vale"),
        (
            "fr",
            "À 6 heures, Firminou Castel a trait ses chèvres. « Elles n’attendent pas », dit-il.",
            "Firminou Castel",
        ),
        ("es", "Su abogado, Ginesio Portal, recurrirá. “La pena es dura”, opinó.", "Ginesio Portal"),
        ("en", "Asked by Lionel Frost whether he had read it, Joel Abern paused. “Some of it,” he said.", "Joel Abern"),
        ("en", "“They lost the plot,” one shareholder, Ann Hale, told reporters.", "Ann Hale"),
        ("es", "Un cartel adorna la sala, para disgusto del jefe, Juan Lobato: “Nadie lo lee”.", "Juan Lobato"),
    ],
)
def test_a_person_is_known_by_role_or_deed(language: str, text: str, who: str) -> None:
    assert [name for _, name in said(text, language)] == [who]


def test_a_thing_of_two_words_is_not_she_while_somebody_else_may_be() -> None:
    text = "“It will rise,” Ann Hale said. Blue Lantern fell on Monday. “I was wrong,” she said."
    assert [who for _, who in said(text)] == ["Ann Hale", "Ann Hale"]


def test_several_people_are_no_speaker() -> None:
    text = "“My fault,” Ann Hale said. “It is,” two directors wrote. Her family said: “She is kind.”"
    assert [who for _, who in said(text)] == ["Ann Hale", None, None]


def test_where_somebody_is_from_says_who() -> None:
    text = "Ilona Varga gewann in drei Sätzen. „Ich bin müde“, sagte die Ungarin. „Sehr müde.“"
    assert [who for _, who in said(text, "de")] == ["Ilona Varga", "Ilona Varga"]
    text = "Ilona Varga a gagné. « Je suis vidée, a soufflé la Hongroise. Vidée. »"
    assert said(text, "fr") == [("Je suis vidée", "Ilona Varga"), ("Vidée", "Ilona Varga")]
    text = "« Non », a dit Paul Girard. « Je suis vidée », a soufflé la Hongroise."
    assert [who for _, who in said(text, "fr")] == ["Paul Girard", None]
