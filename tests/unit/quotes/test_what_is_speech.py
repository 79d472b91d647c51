"""Titles, brands, terms and slogans are no speech; fragments of reported speech are."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import kinds, said

TITLES = [
    ("en", "Ann Hale, author of “The Long Road Home,” said taxes were high."),
    ("en", "“We can do it,” Ann Hale said on XYZ's “Coffee with Bo Reed at Dawn.” She left."),
    ("en", "She starred in “Night Over Leeds.” Critics praised it."),
    ("en", "Hale also runs the shop: “Friday Night Boats” sales fell by half."),
    ("en", "Bo Reed has a new title on his resume: “song writer.”"),
    ("en", "To subscribe, click “sign up.” That is all."),
    ("en", "The plan, dubbed “two for one,” was dropped, said Ann Hale."),
    ("en", "“Morning Coffee” reported that Ann Hale would run."),
    ("en", "That wording – “eligible riders” – is new."),
    ("en", "Ann Hale, of the group once known as “the river people,” left."),
    ("en", "Remarks that referred to the old valley as a “gift” from the river followed."),
    ("de", "Die Musikgruppe „Nordlicht am Fluss“ tritt auf."),
    ("de", "Die Firma (Motto: „Sauber ist besser“) schweigt."),
    ("de", "Sein erstes Werk entstand früh: „Der Große Kanal“. Es ist lang."),
    ("de", "„Kinder am Fluss“, so lautet der Titel einer Studie aus Bremen."),
    ("de", "„Neue Post“ berichtet über den Fall."),
    ("de", "Das Haus brannte laut „post.example“ aus."),
    ("pl", "Ustawa „O mostach” wchodzi w życie, powiedział Jan Nowak."),
    ("pl", "Co znaczy zwrot „kładka dla pieszych i rowerów miejskich”?"),
    ("ru", "«Северсталь-Мост» подписала договор с городом."),
    ("ru", "«Речфлот» подтвердил сделку."),
    ("ru", "Иван Орлов сообщал, что фирма, «Речфлот» и город спорят."),
    ("ru", "Орлов указал на заголовок «Что строят на реке?», появившийся утром."),
]


@pytest.mark.parametrize(("language", "text"), TITLES)
def test_a_thing_in_marks(language: str, text: str) -> None:
    spoken = [words for words, _ in said(text, language)]
    assert not [words for words in spoken if not words.startswith("We can do it")]


FRAGMENTS = [
    ("en", "Ann Hale said the plan was “too risky” for the town.", ["too risky"]),
    ("en", "Ann Hale said on Monday that at the end of May it was a “big deal.”", ["big deal"]),
    ("en", "They saw what Ann Hale called “a disgrace,” and left.", ["a disgrace"]),
    ("en", "Ann Hale said the group “must be heard.”", ["must be heard"]),
    (
        "en",
        "Ann Hale described it as “remarkable” and “loving and wonderful” work.",
        ["remarkable", "loving and wonderful"],
    ),
    ("en", "Ann Hale called it “weak,” a “sad joke” and “slow.”", ["weak", "sad joke", "slow"]),
    ("pl", "Anna Berg oskarżyła go o bycie „tchórzem”, „leniem” i „gburem”.", ["tchórzem", "leniem", "gburem"]),
    ("pl", "Jan Nowak powiedział w maju, że cały ten plan budowy jest „zupełną fikcją”.", ["zupełną fikcją"]),
    (
        "pl",
        "Jan Nowak twierdzi, że szkoła zamknie klasy ze względu na „złe warunki pogodowe”.",
        ["złe warunki pogodowe"],
    ),
    ("de", "Karl Weber sagte in Bremen, dass die Verleihung ein „stolzer Moment“ sei.", ["stolzer Moment"]),
    ("ru", "Орлов сообщил агентству, что там в мае на площади произошёл «обмен репликами».", ["обмен репликами"]),
    ("ru", "Орлов отменил визит, назвав его «крайне опасным».", ["крайне опасным"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), FRAGMENTS)
def test_a_fragment_of_reported_speech(language: str, text: str, expected: list[str]) -> None:
    assert [words for words, kind in kinds(text, language) if kind == "mixed"] == expected


def test_what_a_crowd_shouts_is_spoken_though_written_like_a_name() -> None:
    assert said("Ann Hale and her guests chanted “River! River!” for an hour.")[0][0] == "River! River"


@pytest.mark.parametrize("text", ["“Never” said Ann Hale.", "“Never,” said Hale."])
def test_one_word_with_a_capital_before_who_says_it(text: str) -> None:
    assert kinds(text) == [("Never", "direct")]


def test_fragments_of_different_sentences_are_not_of_one_kind() -> None:
    found = dict(kinds("Ann Hale called it “slow.” He drove a “blue” car."))
    assert found == {"slow": "mixed", "blue": "scare"}


def test_a_cue_that_reports_something_else_leaves_the_words_before_it_alone() -> None:
    found = dict(kinds("Ann Hale, happy to be the town's “silver standard,” says she was not warned."))
    assert found == {"silver standard": "scare"}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Karl Weber: „Das war knapp“", "Das war knapp"),
        ("de", "Ihr Fazit: „Das war knapp.“", "Das war knapp"),
        ("de", "In seiner Antwort hieß es, „Wir bleiben hier“, sagte Karl Weber.", "Wir bleiben hier"),
        ("de", "Seine Antwort: „Nein“", "Nein"),
        ("en", "Ann Hale's answer: “no.”", "no"),
        ("ru", "Иван Орлов: «Мы победили»", "Мы победили"),
        ("en", "Ann Hale's final word: “It is not over,” she said.", "It is not over"),
    ],
)
def test_words_after_a_colon_that_somebody_says(language: str, text: str, words: str) -> None:
    assert [spoken for spoken, _ in said(text, language)] == [words]


def test_what_something_is_done_to_is_no_speech() -> None:
    assert said("Paul Ness said that he would take over “gazebo” next year.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paul Ness came. “Happy birthday!” Ness greeted his guest.", [("Happy birthday", "Paul Ness")]),
        ("“Happy birthday to you all!” Paul Ness greeted her guest.", [("Happy birthday to you all", "Paul Ness")]),
        ("He said “no”.", [("no", None)]),
        ("Paul Ness denied “any wrongdoing.”", [("any wrongdoing", "Paul Ness")]),
        ("Paul Ness dismissed the claims as “absurd lies.”", [("absurd lies", "Paul Ness")]),
    ],
)
def test_few_words_beside_a_verb_are_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ja", "大臣は「橋は来年の春に完成する」と語った。", ["橋は来年の春に完成する"]),
        ("zh", "他说：「桥明年春天就能建成。」", ["桥明年春天就能建成。"]),
        ("ko", '장관은 "다리는 내년 봄에 완공된다"라고 말했다.', ["다리는 내년 봄에 완공된다"]),
        ("he", 'השר אמר: "הגשר יהיה מוכן באביב הבא".', ["הגשר יהיה מוכן באביב הבא"]),
        ("ar", "قال الوزير: «سيكتمل الجسر في الربيع القادم».", ["سيكتمل الجسر في الربيع القادم"]),
        ("ja", "映画「春の長い長い橋」という作品。", []),
        ("zh", "桥：Paul Ness在「桥」里。", []),
    ],
)
def test_a_script_without_capitals_has_speech_too(language: str, text: str, words: list[str]) -> None:
    assert said(text, language) == [(each, None) for each in words]
