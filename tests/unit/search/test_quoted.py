"""What is asked of quotations: one of them must answer all of it, and typing slips are forgiven as in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.search.test_facts import Known, says
from tests.unit.search.writing import article
from tui_reader.model.hit import Tier
from tui_reader.search.highlight import matches
from tui_reader.search.index import TextIndex

Make = Callable[..., TextIndex]


@pytest.fixture
def index(make: Make) -> TextIndex:
    """Ida Lis and Jan Kowalchuk on harbours and ferries; each word also stands where nobody says it."""
    known = Known()
    quay = article(
        "quay", "At the quay", "“The harbour is deep,” said Ida Lis. “No ferry sails,” Jan Kowalchuk replied.",
        source="The Fenwick Herald",
    )  # fmt: skip
    pier = article("pier", "On the pier", "A harbour. “The harbuor is dry,” Lis wrote. “Ferries sail,” she said.")
    strand = article("strand", "The strand", "A harbour, a ferry, sand. “We have harbours,” said the Ferryman.")
    szewc = article("szewc", "Szewczenko", "„Prezydent Szewczenko milczy” – rzekł Kowalczuk.", author="Ada Brzeg")
    says(known, quay, "The harbour is deep,", "Ida Lis")
    says(known, quay, "No ferry sails,", "Jan Kowalchuk")
    says(known, pier, "The harbuor is dry,", "Ida Lis")
    says(known, pier, "Ferries sail,", "Ida Lis")
    says(known, strand, "We have harbours,", "the Ferryman")
    says(known, szewc, "Prezydent Szewczenko milczy", "Jan Kowalczuk")
    return make([quay, pier, strand, szewc, article("bare", "Sand", "Sand and harbour and ferry.")], facts=known)


def tiers(index: TextIndex, query: str) -> list[tuple[str, Tier]]:
    found = index.search(query)
    assert found.total == len(found.hits)
    return [(hit.article.id, hit.tier) for hit in found.hits]


def marked(index: TextIndex, query: str) -> dict[str, list[str]]:
    found = index.search(query)
    return {
        hit.article.id: [
            hit.article.text[m.start : m.end]
            for m in matches(hit.article, query, facts=index.facts, meant=found.meant)
            if m.field == "text"
        ]
        for hit in found.hits
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("said:harbour", [("quay", Tier.EXACT), ("strand", Tier.PREFIX)]),
        ("said:harb", [("quay", Tier.PREFIX), ("strand", Tier.PREFIX), ("pier", Tier.PREFIX)]),
        ("said:harbuor", [("pier", Tier.EXACT), ("quay", Tier.TYPO)]),  # rare: a misspelling itself, perhaps
        ("said:hrabour", [("quay", Tier.TYPO)]),
        ("said:dep", []),  # three letters: none is forgiven
        ("said:depe", [("quay", Tier.TYPO)]),
        ("said:shevchenko", [("szewc", Tier.NAME)]),
        ("said:szewczneko", [("szewc", Tier.TYPO)]),
        ("said:sand", []),
        ("said:'harbour", [("quay", Tier.EXACT)]),
        ("said:^harbours", [("strand", Tier.PREFIX)]),
        ('said:"harbour is"', [("quay", Tier.EXACT)]),
        ('said:"harbour i"', []),
        ("said:harbour-is", [("quay", Tier.EXACT)]),
        ("said:harbour said:deep", [("quay", Tier.EXACT)]),
        ("said:harbour said:dry", [("pier", Tier.TYPO)]),  # a slip of the writer's, in the same quotation
        ("said:harbour said:sails", []),  # in one article, but not in one breath
        ("sand said:hrabours", [("strand", Tier.TYPO)]),
        ("said:qxzvkj", []),
    ],
)
def test_what_was_said_has_the_tier_of_the_words_inside_the_quotation(
    index: TextIndex, query: str, expected: list[tuple[str, Tier]]
) -> None:
    found = tiers(index, query)
    assert sorted(found) == sorted(expected)
    assert [tier for _, tier in found] == sorted((tier for _, tier in found), key=list(Tier).index)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker:lis said:harbour", {"quay": ["harbour"]}),
        ("speaker:lis said:ferry", {}),  # Kowalchuk says it
        ("speaker:lis said:ferry OR said:qxzvkj", {}),
        ("speaker:lis OR speaker:nobody said:ferry", {}),
        ("speaker:lis OR speaker:kowalchuk said:ferry", {"quay": ["ferry"]}),
        ("speaker:lis said:ferry OR said:deep", {"quay": ["deep"]}),
        ("speaker:lis OR said:sails", {"quay": ["The harbour is deep,", "sails"],
                                       "pier": ["The harbuor is dry,", "Ferries sail,"]}),
        ("said:deep OR said:milczy", {"quay": ["deep"], "szewc": ["milczy"]}),
        ("said:harbour -speaker:ferryman", {"quay": ["harbour"]}),
        ("said:ferry OR -speaker:lis", {"quay": ["ferry"], "strand": [], "szewc": [], "bare": []}),
        ("speaker:lis said:deep OR -said:harbour", {"quay": ["deep"],
                                                    "pier": ["The harbuor is dry,", "Ferries sail,"]}),
        ("said:hrabour", {"quay": ["harbour"]}),
        ("said:harbour said:dry", {"pier": ["harbuor", "dry"]}),
        ("said:'harbour", {"quay": ["harbour"]}),
        ("speaker:kwoalchuk said:sials", {"quay": ["sails"]}),
    ],
)  # fmt: skip
def test_one_quotation_answers_all_clauses_about_quotations_and_is_marked(
    index: TextIndex, query: str, expected: dict[str, list[str]]
) -> None:
    assert marked(index, query) == expected


def test_a_word_of_the_text_does_not_lift_a_slip_in_the_quotation(index: TextIndex) -> None:
    assert tiers(index, "said:harbour speaker:lis") == [("quay", Tier.EXACT)]
    assert tiers(index, "harbour said:dyr") == []
    assert tiers(index, "harbour said:haubror") == []  # three slips


def test_a_slip_is_said_to_be_one(index: TextIndex) -> None:
    assert dict(index.search("said:hrabour").corrections) == {"hrabour": "harbour"}
    assert dict(index.search("speaker:kwoalchuk").corrections) == {"kwoalchuk": "kowalchuk"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker:kwoalchuk", [("quay", Tier.TYPO), ("szewc", Tier.TYPO)]),  # Kowalczuk is the same name
        ("speaker:kowalchuk", [("quay", Tier.EXACT), ("szewc", Tier.EXACT)]),
        ("speaker:kwoalc", [("quay", Tier.TYPO), ("szewc", Tier.TYPO)]),  # being typed
        ("speaker:кавальчук", [("quay", Tier.EXACT), ("szewc", Tier.EXACT)]),
        ("speaker:ковлачук", [("quay", Tier.NAME), ("szewc", Tier.NAME)]),
        ("speaker:kwoalchuk said:milczy", [("szewc", Tier.TYPO)]),
        ("speaker:kwoalchuk OR speaker:lis", [("quay", Tier.EXACT), ("pier", Tier.EXACT)]),
        ("speaker:'kwoalchuk", []),
        ("speaker:lsi", []),
        ("-speaker:kwoalchuk said:ferry", [("quay", Tier.EXACT)]),
    ],
)
def test_a_mistyped_name_means_the_nearest_of_those_quoted(
    index: TextIndex, query: str, expected: list[tuple[str, Tier]]
) -> None:
    assert tiers(index, query) == expected


@pytest.mark.parametrize(
    ("query", "hint", "nearest", "better"),
    [
        ("speaker:qxzvkj", "nobody quoted is called qxzvkj", "", ""),
        ("speaker:qxzvkj said:deep", "nobody quoted is called qxzvkj", "", ""),
        ("speaker:'kwoalchuk", "nobody quoted is called kwoalchuk", "kowalchuk", "speaker:'kowalchuk"),
        ('speaker:"jan kwoalchuk" said:ferry', "nobody quoted is called jan kwoalchuk", "kowalchuk",
         'speaker:"jan kowalchuk" said:ferry'),
        ("speaker:lis said:ferry", "each part is found, but no quotation answers them all", "", ""),
        ("speaker:lis said:qxzvkj", "no quotation has a word like qxzvkj", "", ""),
        ("said:sand", "no quotation has a word like sand", "", ""),
        ('said:"hrabour is"', "no quotation has the word hrabour", "harbour", 'said:"harbour is"'),
        ("source:hearld", "no source is called hearld", "herald", "source:herald"),
        ("milczy source:hearld", "no source is called hearld", "", ""),  # of that source none has it
        ("ferry source:hearld", "no source is called hearld", "herald", "ferry source:herald"),
        ("source:qxzvkj", "no source is called qxzvkj", "", ""),
    ],
)  # fmt: skip
def test_where_nothing_is_found_the_part_at_fault_is_named(
    index: TextIndex, query: str, hint: str, nearest: str, better: str
) -> None:
    found = index.search(query)
    assert (found.total, found.hint, found.nearest, found.better) == (0, hint, nearest, better)
    assert not better or index.search(better).total
