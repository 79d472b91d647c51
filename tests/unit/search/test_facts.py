"""Fields that are answered by what other services know, and by what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest

from tests.unit.search.writing import article
from tui_reader.model.article import Article
from tui_reader.model.quote import Quote, QuoteKind, Speaker
from tui_reader.model.span import Span
from tui_reader.search.index import TextIndex

Make = Callable[..., TextIndex]


class Known:
    """What a test says is known."""

    def __init__(self) -> None:
        self.quotes: dict[str, list[Quote]] = {}
        self.read: set[str] = set()
        self.kept: set[str] = set()
        self.notes: set[str] = set()
        self.tags: dict[str, list[str]] = {}
        self.met = 0

    def quotes_of(self, article: Article) -> Sequence[Quote]:
        return self.quotes.get(article.id, [])

    def person(self, name: str) -> str:
        return {"Ida Lis": "Ida Maria Lis", "Ада Браун": "Ada Brown"}.get(name, name)

    def spellings(self, name: str) -> Sequence[str]:
        return {"Ada Brown": ("Ada Brown", "Adela Braun")}.get(name, (name,))

    def people(self) -> Sequence[str]:
        said = (quote for quotes in self.quotes.values() for quote in quotes)
        return sorted({quote.speaker.name for quote in said if quote.speaker})

    def meet(self, cancelled: Callable[[], bool], tell: Callable[[int, int], None]) -> None:
        self.met += 1

    def is_read(self, article: Article) -> bool:
        return article.id in self.read

    def is_bookmarked(self, article: Article) -> bool:
        return article.id in self.kept

    def has_note(self, article: Article) -> bool:
        return article.id in self.notes

    def tags_of(self, article: Article) -> Iterable[str]:
        return self.tags.get(article.id, [])


def says(known: Known, article: Article, words: str, name: str | None, called: str = "") -> None:
    start = article.text.index(words)
    speaker = Speaker(name, called) if name else None
    quote = Quote(Span(start, start + len(words)), QuoteKind.DIRECT, speaker)
    known.quotes.setdefault(article.id, []).append(quote)


@pytest.fixture
def index(make: Make) -> TextIndex:
    known = Known()
    ferry = article(
        "ferry", "Ferry strike", "“We will sail tomorrow,” Kowalchuk said. “Nobody sails,” the mate replied.",
        language="en", date="2023-07-23", tags=("Sea", "strikes"), source="The Quay", author="Ada Brzeg",
    )  # fmt: skip
    prom = article(
        "prom", "Prom nie płynie", "„Nie płyniemy jutro” – powiedział Kowalczuk.", language="pl", date="2023-08"
    )
    mayor = article("mayor", "Mayor on ferries", "“The ferry sails tomorrow,” said the mayor, Ida Lis.", language="en")
    says(known, ferry, "We will sail tomorrow,", "Jan Kowalchuk")
    says(known, ferry, "Nobody sails,", None)
    says(known, prom, "Nie płyniemy jutro", "Jan Kowalczuk")
    says(known, mayor, "The ferry sails tomorrow,", "Ida Lis", "the mayor")
    known.read, known.kept, known.notes = {"ferry"}, {"prom"}, {"mayor"}
    known.tags = {"mayor": ["to check", "Łódź"]}
    made: TextIndex = make(
        [ferry, prom, mayor, article("silent", "Nothing said", "No words at all.", date="2024")], facts=known
    )
    return made


def ids(index: TextIndex, query: str) -> set[str]:
    found = index.search(query)
    assert found.total == len(found.hits)
    return {hit.article.id for hit in found.hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker:kowalchuk", {"ferry", "prom"}),  # one name, two spellings
        ("speaker:kowalchuk said:tomorrow", {"ferry"}),
        ("speaker:kowalchuk said:nobody", set()),  # said in that article, but not by him
        ("said:nobody", {"ferry"}),
        ("said:tomorrow", {"ferry", "mayor"}),
        ("said:tomo said:sails", {"mayor"}),  # both in one quotation
        ('said:"will sail"', {"ferry"}),
        ('said:"sail will"', set()),
        ("said:'sail", {"ferry"}),
        ("speaker:mayor", {"mayor"}),
        ('speaker:"ida lis"', {"mayor"}),
        ('speaker:"ida maria lis"', {"mayor"}),
        ("-speaker:kowalchuk", {"mayor", "silent"}),
        ("speaker:lis OR speaker:kowalczuk", {"ferry", "prom", "mayor"}),
        ("has:quote", {"ferry", "prom", "mayor"}),
        ("-has:quote", {"silent"}),
        ("has:note", {"mayor"}),
        ("is:read", {"ferry"}),
        ("is:unread", {"prom", "mayor", "silent"}),
        ("is:bookmarked", {"prom"}),
        ("-is:bookmarked is:unread", {"mayor", "silent"}),
        ("lang:PL", {"prom"}),
        ("lang:de", set()),
        ("date:2023", {"ferry", "prom"}),
        ("date:2023-07", {"ferry"}),
        ("date:2023-08..", {"prom", "silent"}),
        ("-date:2023", {"mayor", "silent"}),
        ("tag:sea", {"ferry"}),
        ("tag:lodz", {"mayor"}),
        ('tag:"to check"', {"mayor"}),
        ("tag:se", {"ferry"}),  # being typed
        ("tag:se ferry", set()),
        ("tag:ea", set()),
        ("tag:'se", set()),
        ("-tag:se", {"ferry", "prom", "mayor", "silent"}),
        ("ferry tag:s", {"ferry"}),
        ("tag:strikes OR tag:lo", {"ferry", "mayor"}),
        ("lang:p", {"prom"}),
        ("lang:p nie", set()),
        ("lang:e", {"ferry", "mayor"}),
        ("lang:en-US", {"ferry", "mayor"}),
        ("lang:en_us ferry", {"ferry", "mayor"}),
        ("lang:de-AT", set()),
        ("date:2", {"ferry", "prom", "silent"}),
        ("date:202", {"ferry", "prom", "silent"}),
        ("date:2023-", {"ferry", "prom"}),
        ("date:2023-0", {"ferry", "prom"}),
        ("date:2023-07-", {"ferry"}),
        ("date:2023-07-2", {"ferry"}),
        ("date:2023-07-0", set()),
        ("date:2023-1", set()),
        ("date:2023-08.", {"prom", "silent"}),
        ("date:2023..2", {"ferry", "prom", "silent"}),
        ("date:2023..2023-0", {"ferry", "prom"}),
        ("ferry date:..2", {"ferry", "mayor"}),
        ("source:quay", {"ferry"}),
        ("source:brzeg", {"ferry"}),
        ("ferry lang:en", {"ferry", "mayor"}),
        ("ferry is:unread", {"mayor"}),
        ("lang:pl OR sails", {"prom", "ferry", "mayor"}),
        ("lang:pl OR title:strike", {"prom", "ferry"}),
        ("lang:pl OR -tomorrow", {"prom", "silent"}),
    ],
)
def test_fields(index: TextIndex, query: str, expected: set[str]) -> None:
    assert ids(index, query) == expected


def test_a_tag_that_articles_have_is_no_beginning_of_another(make: Make) -> None:
    index = make([article("a", "Sea", tags=("sea",)), article("b", "Seals", tags=("seals",))])
    assert ids(index, "tag:sea") == {"a"}
    assert ids(index, "tag:seal") == ids(index, "tag:seals") == {"b"}
    assert ids(index, "seals tag:sea") == set()


def test_a_tag_is_what_it_is_with_its_punctuation(make: Make) -> None:
    index = make([article("a", "Sea", tags=("C++",)), article("b", "Seals", tags=("C",)), article("c", "Fish")])
    assert ids(index, "tag:c++") == ids(index, 'tag:"C++"') == {"a"}
    assert ids(index, "tag:c") == {"b"}
    assert ids(index, "-tag:c++") == {"b", "c"}


def test_the_value_being_typed_is_no_unknown_one(index: TextIndex) -> None:
    assert index.search("qxzvkj tag:se").hint == "no article has a word like qxzvkj"
    assert index.search("tag:se qxzvkj").hint.startswith("no article has the tag se; tags: ")
    assert index.search("tag:ea").hint.startswith("no article has the tag ea; tags: ")
    assert index.search("lang:de-AT").hint == "no article is in de-AT; languages: en, pl"


def test_a_field_alone_lists_articles_in_reading_order(index: TextIndex) -> None:
    assert [hit.article.id for hit in index.search("is:unread").hits] == ["prom", "mayor", "silent"]
    assert index.search("is:unread", limit=1).total == 3


def test_without_facts_nothing_is_known(make: Make) -> None:
    index = make([article("a", "Ferry", "“Words,” she said.")])
    assert index.search("has:quote").total == 0
    assert index.search("has:note").total == 0
    assert index.search("is:unread").total == 1
    assert index.search("is:bookmarked").total == 0
    assert index.search("tag:x").total == 0


def test_slips_and_letters_are_filtered_too(index: TextIndex) -> None:
    assert ids(index, "ferri lang:en is:unread") == {"mayor"}
    assert ids(index, "mof is:unread") == {"mayor"}
    assert ids(index, "mof is:read") == set()


def test_a_speaker_is_found_under_every_name_the_corpus_gives_them(make: Make) -> None:
    known = Known()
    tide = article("tide", "The tide", "“The tide is late,” said Ada Brown.")
    says(known, tide, "The tide is late,", "Ada Brown")
    index = make([tide], facts=known)
    for name in ("brown", "adela", '"adela braun"', '"Ада Браун"'):
        assert ids(index, f"speaker:{name}") == {"tide"}, name
    assert ids(index, "speaker:berta") == set()
    assert known.met


def test_nobody_is_met_for_a_query_about_no_speaker(make: Make) -> None:
    known = Known()
    ids(make([article("tide", "The tide", "The tide is late.")], facts=known), "said:late has:quote")
    assert not known.met
