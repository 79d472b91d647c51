"""The service: kinds, names of the corpus, memory, the cache on disk, corrections."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tui_reader.model.article import Article
from tui_reader.model.quote import AttributionKind, QuoteKind
from tui_reader.quotes import extractor
from tui_reader.quotes.cache import QuoteCache, decode, encode
from tui_reader.quotes.extractor import extract
from tui_reader.quotes.persons import quote_key
from tui_reader.quotes.service import QuoteService

ENGLISH = "“It is late,” Alexander Lukashenko said. He stood by the ship “Aurora.” Bo Reed said that nobody had come."
POLISH = "„Jest późno”, powiedział Aleksander Łukaszenka."


def article(name: str, text: str, language: str = "en", date: str | None = None) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(name, f"/{name}", text, digest, name, "file-name", language=language, date=date)


def test_speech_only_unless_asked() -> None:
    service = QuoteService()
    one = article("one", ENGLISH)
    assert [q.kind for q in service.of(one)] == [QuoteKind.DIRECT]
    assert [q.kind for q in service.of(one, kinds=["scare"])] == [QuoteKind.SCARE]
    assert [q.span.of(ENGLISH) for q in service.of(one, kinds=[QuoteKind.INDIRECT])] == ["that nobody had come"]


def test_names_are_those_of_the_corpus() -> None:
    service = QuoteService()
    articles = [
        article("en", ENGLISH, date="2024-05"),
        article("en2", ENGLISH + " ", date="2023"),
        article("pl", POLISH, "pl"),
    ]
    (entry,) = service.speakers(articles)
    assert (entry.name, entry.quotes, entry.first, entry.last) == ("Alexander Lukashenko", 3, "2023", "2024-05")
    assert entry.articles == {"en": 1, "en2": 1, "pl": 1}
    (quote,) = service.of(articles[2])
    assert quote.speaker is not None
    assert quote.speaker.name == "Alexander Lukashenko"
    assert service.person("Łukaszenki") == "Alexander Lukashenko"
    assert service.person("Nobody") == "Nobody"


def test_a_correction_wins_and_shows() -> None:
    service = QuoteService()
    one = article("one", ENGLISH)
    (quote,) = service.of(one)
    key = quote_key(one.sha256, quote.start, quote.end)
    service.persons.correct(key, "Rosa Hale")
    (corrected,) = service.of(one)
    assert corrected.speaker is not None
    assert corrected.speaker.name == "Rosa Hale"
    assert corrected.attribution is AttributionKind.USER
    service.persons.correct(key, "")
    assert service.of(one)[0].speaker is None


def test_the_second_start_extracts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = article("one", ENGLISH)
    first = QuoteService(tmp_path).of(one)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("extracted again")

    monkeypatch.setattr(extractor, "extract", refuse)
    assert QuoteService(tmp_path).of(one) == first


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"version": 1}'])
def test_a_damaged_cache_is_not_believed(tmp_path: Path, damage: bytes) -> None:
    one = article("one", ENGLISH)
    expected = QuoteService(tmp_path).of(one)
    (file,) = list(tmp_path.rglob("*.json"))
    file.write_bytes(damage)
    assert QuoteService(tmp_path).of(one) == expected


def test_a_changed_cache_is_not_believed(tmp_path: Path) -> None:
    one = article("one", ENGLISH)
    expected = QuoteService(tmp_path).of(one)
    (file,) = list(tmp_path.rglob("*.json"))
    written = file.read_bytes()
    assert b"Alexander" in written
    file.write_bytes(written.replace(b"Alexander", b"Alexandra"))
    assert QuoteService(tmp_path).of(one) == expected


def test_quotations_are_kept_under_one_key_alone(tmp_path: Path) -> None:
    quotes = extract(ENGLISH, "en")
    cache = QuoteCache(tmp_path)
    cache.put("one", quotes)
    (file,) = list(tmp_path.rglob("*.json"))
    assert cache.get("one", len(ENGLISH)) == quotes
    assert cache.names("one") == [quote.speaker.name for quote in quotes if quote.speaker]
    cache.put("two", ())
    other = next(path for path in tmp_path.rglob("*.json") if path != file)
    other.write_bytes(file.read_bytes())  # a copy under another name
    assert cache.get("two", len(ENGLISH)) is None
    assert cache.names("two") is None
    assert cache.get("one", 3) is None


def test_an_unwritable_cache_costs_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert QuoteService(blocked).of(article("one", ENGLISH))


def test_encoding_keeps_everything() -> None:
    quotes = extract(ENGLISH, "en", indirect=True)
    assert decode(json.loads(json.dumps(encode(quotes))), len(ENGLISH)) == quotes
    with pytest.raises(ValueError, match="place"):
        decode(encode(quotes), 3)
    with pytest.raises(ValueError, match="list"):
        decode({}, 3)
    with pytest.raises(ValueError):
        decode([[1]], 3)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.quotes.service.FEW", 2)
    service = QuoteService()
    for number in range(5):
        service.of(article(str(number), f"{ENGLISH} {number}"))
    assert len(service._memory) == 2


def test_front_matter_is_no_speech() -> None:
    service = QuoteService()
    head = '---\ntitle: "We shall never open again", said Bo Reed.\n---\n'
    one = article("one", head + ENGLISH)
    assert [q.span.of(one.text)[:6] for q in service.of(one)] == ["We sha", "It is "]
    service = QuoteService()
    one = replace(one, body=len(head))
    for _ in range(2):
        assert [q.span.of(one.text)[:6] for q in service.of(one)] == ["It is "]
    assert service.names() == ("Alexander Lukashenko",)


def test_front_matter_is_no_speech_among_names_from_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = '---\ntitle: "We shall never open again", said Bo Reed.\n---\n'
    one = replace(article("one", head + ENGLISH), body=len(head))
    QuoteService(tmp_path).raw(one)
    monkeypatch.setattr("tui_reader.quotes.service.FEW", 0)
    service = QuoteService(tmp_path)
    service.meet([one])
    assert service.names() == ("Alexander Lukashenko",)


def test_a_person_is_counted_by_article_year_and_date() -> None:
    service = QuoteService()
    articles = [
        article(n, ENGLISH + n, date=d) for n, d in {"a": "2024-05", "b": "2021", "c": None, "d": "2024"}.items()
    ]
    (entry,) = service.speakers(articles)
    assert (entry.years, entry.dates) == ({"2021": 1, "2024": 2}, "2021 – 2024-05")
    (entry,) = service.speakers(articles[2:3])
    assert (entry.years, entry.dates) == ({}, "no dates")


def test_who_may_have_said_it_begins_with_the_people_of_the_article() -> None:
    service = QuoteService()
    text = f"{ENGLISH}\n\nRosa Hale stood beside Vladimir Keller. “Who goes there?” Then it was quiet.\n"
    one = article("one", text)
    suspects = service.suspects(one, service.of(one)[-1])
    assert suspects[0] == "Alexander Lukashenko"
    assert {"Rosa Hale", "Vladimir Keller", "Bo Reed"} <= set(suspects)


@pytest.mark.parametrize("kept", [True, False], ids=["in memory", "on the disk"])
def test_who_stood_in_a_text_that_is_gone_is_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    monkeypatch.setattr("tui_reader.quotes.service.FEW", 2000 if kept else 0)
    service = QuoteService(tmp_path)
    old, other = article("en", ENGLISH), article("pl", POLISH, language="pl")
    for each in (old, other):
        service.of(each)
        service.of(each, kinds=list(QuoteKind))
    assert "Bo Reed" in service.names()
    assert service.person("Lukashenko") == "Alexander Lukashenko"
    service.forget(old)
    assert service.names() == ("Aleksander Łukaszenka",)
    assert service.person("Alexander Lukashenko") == "Aleksander Łukaszenka"
    service.forget(old)
    service.of(old)
    assert "Bo Reed" not in service.names()
    assert len(service.names()) == 1


def test_forgetting_leaves_what_others_say(tmp_path: Path) -> None:
    service = QuoteService()
    first, second = article("1", ENGLISH), article("2", ENGLISH + " “Yes,” Alexander Lukashenko said.")
    for each in (first, second):
        service.of(each)
    service.forget(second)
    assert service.names() == ("Alexander Lukashenko",)
    assert service.persons.aliases("Alexander Lukashenko") == ("Alexander Lukashenko",)
