"""One person, one entry; the user's word wins."""

from __future__ import annotations

import json

import pytest

from tui_reader.model.quote import Quote, QuoteKind, Speaker
from tui_reader.model.span import Span
from tui_reader.quotes.persons import Persons, quote_key


def registry(*names: str) -> Persons:
    persons = Persons()
    for name in names:
        persons.add_name(name)
    return persons


SPELLINGS = ("Alexander Lukashenko", "Aleksander Łukaszenka", "Александр Лукашенко", "Аляксандр Лукашэнка")


@pytest.mark.parametrize(
    "spelling", [*SPELLINGS, "Łukaszenka", "Łukaszenką", "Łukaszenki", "Lukashenko", "Лукашенко", "Лукашенку"]
)
def test_one_person_over_scripts_cases_and_partial_names(spelling: str) -> None:
    persons = registry("Alexander Lukashenko", *SPELLINGS)
    assert persons.canonical(spelling) == "Alexander Lukashenko"
    assert persons.find(spelling) == "Alexander Lukashenko"


def test_the_order_of_adding_does_not_matter() -> None:
    names = [*SPELLINGS, "Lukashenko", "Rosa Hale", "Hale"]
    forward, backward = registry(*names), registry(*reversed(names))
    assert [forward.canonical(n) for n in names] == [backward.canonical(n) for n in names]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Milo Hale", "Milo Hale Jr."),
        ("Milo Hale Sr.", "Milo Hale Jr."),
        ("Bo A. Reed", "Bo C. Reed"),
        ("Alexander Lukashenko", "Viktor Lukashenko"),
        ("Paul Stone", "Paula Stone"),
        ("Ian Stone", "Jan Stone"),
        ("Jan Nowak", "Jan Nowicki"),
        ("Иван Петров", "Анна Петрова"),
    ],
)
def test_father_and_son_and_other_forenames_are_two(a: str, b: str) -> None:
    persons = registry(a, b)
    assert persons.canonical(a) == a
    assert persons.canonical(b) == b


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Petra Müller", "Petra Mueller"),
        ("Jürgen Schröder", "Juergen Schroeder"),
        ("Götz Bär", "Goetz Baer"),
    ],
)
def test_umlauts_written_out_are_the_same_name(a: str, b: str) -> None:
    assert registry(a, a, b).canonical(b) == a


def test_a_surname_of_two_people_means_neither() -> None:
    persons = registry("Milo Hale", "Rosa Hale", "Hale")
    assert persons.canonical("Hale") == "Hale"
    assert persons.find("hale") is None


def test_aliases_and_names() -> None:
    persons = registry("Rosa Hale", "Rosa Hale", "Hale")
    assert persons.aliases("Hale") == ("Rosa Hale", "Hale")
    assert persons.names() == ("Rosa Hale",)


def test_add_counts_the_speakers_of_quotes() -> None:
    persons = Persons()
    speaker = Speaker("Rosa Hale")
    persons.add([Quote(Span(0, 3), QuoteKind.DIRECT, speaker), Quote(Span(4, 6), QuoteKind.DIRECT)])
    assert persons.names() == ("Rosa Hale",)


def test_the_user_merges_splits_and_renames() -> None:
    persons = registry("Rosa Hale", "R. Quill", "Alexander Lukashenko", "Aleksander Łukaszenka")
    persons.merge("Rosa Hale", "R. Quill")
    assert persons.canonical("R. Quill") == "Rosa Hale"
    persons.split("R. Quill")
    assert persons.canonical("R. Quill") == "R. Quill"
    persons.split("Aleksander Łukaszenka")
    assert persons.canonical("Aleksander Łukaszenka") == "Aleksander Łukaszenka"
    assert persons.canonical("Alexander Lukashenko") == "Alexander Lukashenko"
    persons.rename("Rosa Hale", "Dame Rosa Hale")
    assert persons.canonical("Rosa Hale") == "Dame Rosa Hale"
    assert persons.find("dame rosa hale") == "Dame Rosa Hale"
    persons.rename("Rosa Hale", "")
    assert persons.canonical("Rosa Hale") == "Rosa Hale"


def test_merging_in_a_circle_ends() -> None:
    persons = registry("Rosa Hale", "Bo Reed")
    persons.merge("Rosa Hale", "Bo Reed")
    persons.merge("Bo Reed", "Rosa Hale")
    assert persons.canonical("Bo Reed") == persons.canonical("Rosa Hale") == "Rosa Hale"


def test_a_correction_of_one_quotation() -> None:
    persons = registry("Rosa Hale")
    key = quote_key("ab12", 3, 9)
    persons.correct(key, "Bo Reed")
    assert persons.corrected(key) == "Bo Reed"
    assert persons.find("Reed") == "Bo Reed"
    persons.correct(key, None)
    assert persons.corrected(key) is None


def test_the_state_survives_json() -> None:
    persons = registry("Rosa Hale", "Bo Reed", "Milo Hale")
    persons.merge("Rosa Hale", "Bo Reed")
    persons.rename("Rosa Hale", "R. H.")
    persons.split("Milo Hale")
    persons.correct("k:1:2", "")
    records = json.loads(json.dumps(persons.state()))
    other = registry("Rosa Hale", "Bo Reed", "Milo Hale")
    other.restore([*records, {"op": "unknown"}, {"op": "merge"}])
    assert other.state() == persons.state()
    assert other.canonical("Bo Reed") == "R. H."
    assert other.corrected("k:1:2") == ""


@pytest.mark.parametrize(
    ("alone", "full"),
    [
        ("Tikhanovsky", "Sviatlana Tikhanovskaya"),
        ("Иванова", "Пётр Иванов"),
        ("J. M. Berger", "Alan Berger"),
        ("Iowa", "Jon Bon Jovi"),
        ("Hartmann", "Алексей Ратманский"),
        ("Kowal", "Adam Kowalski"),
        ("Марк", "Mark Hamrick"),
    ],
)
def test_a_bare_surname_is_not_anybodys(alone: str, full: str) -> None:
    persons = registry(full, full, alone)
    assert persons.canonical(alone) == alone
    assert persons.canonical(full) == full


@pytest.mark.parametrize(
    ("alone", "full"),
    [
        ("Tikhanovskaya", "Sviatlana Tikhanovskaya"),
        ("Тихановская", "Sviatlana Tikhanovskaya"),
        ("Иванов", "Пётр Иванов"),
        ("Wołodin", "Igor Volodin"),
        ("Kowalskiego", "Adam Kowalski"),
    ],
)
def test_a_bare_surname_is_its_bearers(alone: str, full: str) -> None:
    persons = registry(full, full, alone)
    assert persons.canonical(alone) == full
