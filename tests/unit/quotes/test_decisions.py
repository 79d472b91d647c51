"""What the user decides about persons holds whatever is read before or after."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tui_reader.model.correction import Correction, CorrectionKind
from tui_reader.quotes.persons import Persons


def _persons(*names: str) -> Persons:
    persons = Persons()
    for name in names:
        persons.add_name(name)
    return persons


def _decisions(*words: str) -> list[Correction]:
    """`merge A/B`, `split A`, `rename A/B`."""
    made = []
    for number, each in enumerate(words):
        kind, _, rest = each.partition(" ")
        name, _, other = rest.partition("/")
        made.append(Correction(str(number), CorrectionKind(kind), name, other))
    return made


def _both_ways(names: Iterable[str], decisions: list[Correction]) -> tuple[Persons, Persons]:
    """Decided before anything was read, and after everything was."""
    before, after = Persons(), _persons(*names)
    before.decide(decisions)
    for name in names:
        before.add_name(name)
    after.decide(decisions)
    return before, after


NAMES = ["Rosa Hale", "Rosa Hale", "Hale", "R. Quill", "Bo Reed", "Bo Reed", "Reed"]


@pytest.mark.parametrize(
    ("decisions", "asked", "answer"),
    [
        (["merge Rosa Hale/R. Quill"], "R. Quill", "Rosa Hale"),
        (["merge Rosa Hale/Bo Reed"], "Reed", "Rosa Hale"),
        (["merge Rosa Hale/Bo Reed", "merge R. Quill/Rosa Hale"], "Reed", "R. Quill"),
        (["merge Rosa Hale/Bo Reed", "split Bo Reed"], "Bo Reed", "Bo Reed"),
        (["split Hale"], "Hale", "Hale"),
        (["split Rosa Hale"], "Rosa Hale", "Rosa Hale"),
        (["split Rosa Hale"], "Hale", "Hale"),
        (["split Hale", "merge Bo Reed/Hale"], "Hale", "Bo Reed"),
        (["split Hale", "merge Bo Reed/Hale"], "Rosa Hale", "Rosa Hale"),
        (["rename Rosa Hale/Dame Rosa"], "Hale", "Dame Rosa"),
        (["rename Rosa Hale/Dame Rosa", "rename Rosa Hale/Rosa the Second"], "Hale", "Rosa the Second"),
        (["rename Rosa Hale/Dame Rosa", "rename Rosa Hale/"], "Hale", "Rosa Hale"),
        (["rename Rosa Hale/Dame Rosa", "merge Rosa Hale/Bo Reed"], "Reed", "Dame Rosa"),
        (["merge Nobody Known/Bo Reed"], "Reed", "Nobody Known"),
        (["merge Rosa Hale/Bo Reed", "merge Bo Reed/Rosa Hale"], "Reed", "Rosa Hale"),
    ],
)
def test_a_decision_holds_before_and_after_reading(decisions: list[str], asked: str, answer: str) -> None:
    for persons in _both_ways(NAMES, _decisions(*decisions)):
        assert persons.canonical(asked) == answer


def test_decisions_taken_back_leave_nothing() -> None:
    persons = _persons(*NAMES)
    before = persons.names()
    persons.decide(_decisions("merge Rosa Hale/Bo Reed", "split Hale", "rename Rosa Hale/Dame Rosa"))
    assert persons.names() == ("Dame Rosa", "Hale", "R. Quill")
    persons.decide(())
    assert persons.names() == before


def test_a_renaming_stays_with_the_person_when_another_spelling_becomes_the_usual_one() -> None:
    persons = _persons("Aleksander Łukaszenka", "Aleksander Łukaszenka", "Alexander Lukashenko")
    persons.decide(_decisions("rename Aleksander Łukaszenka/A. L.", "merge Rosa Hale/Aleksander Łukaszenka"))
    persons.decide(_decisions("rename Aleksander Łukaszenka/A. L."))
    for _ in range(5):
        persons.add_name("Alexander Lukashenko")
    assert persons.canonical("Aleksander Łukaszenka") == persons.canonical("Alexander Lukashenko") == "A. L."


def test_what_is_shown_leads_back_to_the_spelling_it_is_kept_by() -> None:
    persons = _persons(*NAMES)
    persons.decide(_decisions("rename Rosa Hale/Dame Rosa", "merge Rosa Hale/Bo Reed"))
    assert persons.own_name("Dame Rosa") == persons.own_name("Reed") == "Rosa Hale"
    assert persons.own_name("A stranger") == "A stranger"


@pytest.mark.parametrize(
    ("names", "name", "other", "kept"),
    [
        (["Rosa Hale"], "Rosa Hale", "Bo Reed", "Rosa Hale"),
        (["Rosa Hale", "Bo Reed", "Bo Reed"], "Rosa Hale", "Bo Reed", "Bo Reed"),
        (["Rosa Hale", "Bo Reed"], "Rosa Hale", "Bo Reed", "Rosa Hale"),
        (["Quill", "Quill", "Rosa Hale"], "Quill", "Rosa Hale", "Rosa Hale"),
    ],
)
def test_of_two_persons_the_fuller_and_more_frequent_name_stays(
    names: list[str], name: str, other: str, kept: str
) -> None:
    assert _persons(*names).kept(name, other) == kept


def test_it_is_known_who_was_renamed() -> None:
    persons = _persons("Rosa Hale")
    assert not persons.is_renamed("Rosa Hale")
    persons.decide(_decisions("rename Rosa Hale/Dame Rosa"))
    assert persons.is_renamed("Dame Rosa")
