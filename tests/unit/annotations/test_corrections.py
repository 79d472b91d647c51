"""Corrections are kept like bookmarks, and win."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tui_reader.annotations.corrections import Corrections
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.article import Article
from tui_reader.model.correction import CorrectionKind
from tui_reader.model.errors import RepositoryError
from tui_reader.model.quote import AttributionKind
from tui_reader.model.span import Span
from tui_reader.quotes.service import QuoteService

TEXT = """The harbour in winter

The crossing was closed for a week. “We shall not open before the ice is gone,” Rosa Hale said on the quay.

Nobody was there to hear it. “The ferry is older than all of us together,” Bo Reed said.
"""
WORDS = "We shall not open before the ice is gone,"


def _article(text: str = TEXT, sha: str = "a1", path: str = "/news/harbour.txt") -> Article:
    return Article("harbour.txt", path, text, sha, "The harbour in winter", "first-line", language="en")


def _span(article: Article, words: str = WORDS) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def _open(folder: Path) -> Corrections:
    return Corrections(AnnotationRepository(folder / "bookmarks.jsonl", folder / "state"))


def test_a_corrected_speaker_is_there_after_the_next_start(tmp_path: Path) -> None:
    article = _article()
    _open(tmp_path).speaker(article, _span(article), "Bo Reed")
    assert _open(tmp_path).speakers(article) == ((_span(article), "Bo Reed"),)
    line = json.loads((tmp_path / "bookmarks.jsonl").read_text("utf-8").splitlines()[1])
    assert (line["kind"], line["corrects"], line["name"]) == ("correction", "speaker", "Bo Reed")
    assert line["selector"][0]["exact"] == WORDS


def test_bookmarks_and_corrections_do_not_see_each_other(tmp_path: Path) -> None:
    annotations = AnnotationRepository(tmp_path / "bookmarks.jsonl", tmp_path / "state")
    corrections, article = Corrections(annotations), _article()
    kept = annotations.add(article, _span(article), note="by hand")
    corrections.speaker(article, _span(article), "Bo Reed")
    assert [a.id for a in annotations.all()] == [kept.id]
    assert len(corrections.speakers(article)) == 1
    assert annotations.check().ok


def test_a_correction_survives_an_edit_of_the_article(tmp_path: Path) -> None:
    article = _article()
    corrections = _open(tmp_path)
    corrections.speaker(article, _span(article), "Bo Reed")
    edited = _article("A new first paragraph stands here.\n\n" + TEXT.replace("before the ice", "until the ice"), "b2")
    words = WORDS.replace("before", "until")
    assert corrections.speakers(edited) == ((_span(edited, words), "Bo Reed"),)
    assert corrections.speakers(_article("Nothing of it is left.", "c3")) == ()


def test_a_correction_follows_a_copy_and_leaves_other_articles_alone(tmp_path: Path) -> None:
    article = _article()
    corrections = _open(tmp_path)
    corrections.speaker(article, _span(article), "Bo Reed")
    copied = replace(article, id="copy.txt", path="/elsewhere/copy.txt")
    other = _article(TEXT + "More.", "d4", "/elsewhere/other.txt")
    other = replace(other, id="other.txt")
    assert len(corrections.speakers(copied)) == 1
    assert corrections.speakers(other) == ()


def test_the_later_correction_wins_and_is_taken_back(tmp_path: Path) -> None:
    article = _article()
    annotations = AnnotationRepository(tmp_path / "bookmarks.jsonl", tmp_path / "state")
    corrections, service = Corrections(annotations), QuoteService()
    service.decisions = corrections

    def said() -> tuple[str | None, AttributionKind | None]:
        quote = service.of(article)[0]
        return quote.speaker.name if quote.speaker else None, quote.attribution

    assert said() == ("Rosa Hale", AttributionKind.CUE)
    corrections.speaker(article, _span(article), "Reed")
    assert said() == ("Bo Reed", AttributionKind.USER)
    last = corrections.speaker(article, _span(article), "")
    assert said() == (None, AttributionKind.USER)
    corrections.remove(last)
    assert said()[1] is AttributionKind.USER
    corrections.restore(last)
    assert said() == (None, AttributionKind.USER)


def test_persons_are_merged_split_and_renamed_in_order(tmp_path: Path) -> None:
    corrections = _open(tmp_path)
    corrections.merge("Rosa Hale", "R. Quill")
    corrections.split("Hale")
    renamed = corrections.rename("Rosa Hale", "Dame Rosa")
    again = _open(tmp_path)
    assert [(c.kind, c.name, c.other) for c in again.persons()] == [
        (CorrectionKind.MERGE, "Rosa Hale", "R. Quill"),
        (CorrectionKind.SPLIT, "Hale", ""),
        (CorrectionKind.RENAME, "Rosa Hale", "Dame Rosa"),
    ]
    version = again.version()
    again.remove(renamed)
    assert [c.kind for c in again.persons()] == [CorrectionKind.MERGE, CorrectionKind.SPLIT]
    assert again.version() > version


def test_another_process_is_heard(tmp_path: Path) -> None:
    annotations = AnnotationRepository(tmp_path / "bookmarks.jsonl", tmp_path / "state")
    mine = Corrections(annotations)
    assert mine.persons() == ()
    _open(tmp_path).merge("Rosa Hale", "R. Quill")
    annotations.refresh()
    assert len(mine.persons()) == 1


def test_a_correction_that_cannot_be_saved_holds_and_waits(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.jsonl"
    _open(tmp_path).rename("Bo Reed", "Bo")
    header = file.read_text("utf-8").splitlines()[0].replace('"min_reader":1', '"min_reader":9').split(',"crc"')[0]
    file.write_text(header + "}\n", "utf-8")
    corrections = _open(tmp_path)
    identity = corrections.merge("Rosa Hale", "R. Quill")
    assert not corrections.is_saved(identity)
    assert any(c.id == identity for c in corrections.persons())


@pytest.mark.parametrize(
    "members",
    ['"corrects":"merge","name":"A"', '"corrects":"merge","name":"A","other":"A"', '"corrects":"wish","name":"A"',
     '"corrects":["split"],"name":"A"', '"corrects":"rename","name":7', '"corrects":"split","name":" "'],
)  # fmt: skip
def test_lines_that_make_no_sense_are_passed_by(tmp_path: Path, members: str) -> None:
    (tmp_path / "bookmarks.jsonl").write_text('{"kind":"correction","id":"x1",' + members + "}\n", "utf-8")
    corrections = _open(tmp_path)
    assert corrections.persons() == ()
    assert corrections.speakers(_article()) == ()


def test_harmful_names_become_harmless(tmp_path: Path) -> None:
    line = r'{"kind":"correction","id":"x1","corrects":"rename","name":"A\u001b[31m","other":"B\nC"}'
    (tmp_path / "bookmarks.jsonl").write_text(line + "\n", "utf-8")
    (renamed,) = _open(tmp_path).persons()
    assert "\x1b" not in renamed.name
    assert "\n" not in renamed.other


def test_a_passage_that_is_none_and_an_unknown_id(tmp_path: Path) -> None:
    corrections = _open(tmp_path)
    with pytest.raises(RepositoryError):
        corrections.speaker(_article(), Span(5, 5), "A")
    with pytest.raises(RepositoryError):
        corrections.remove("nothing")


def test_a_correction_follows_a_rename_with_an_edit_as_bookmarks_do(tmp_path: Path) -> None:
    article = _article()
    filler = "".join(f"\n\nParagraph {n} tells of the quay, the boats and the weather of day {n}." for n in range(12))
    article = replace(article, text=TEXT + filler)
    corrections = _open(tmp_path)
    corrections.speaker(article, _span(article), "Bo Reed")
    renamed = replace(
        article,
        id="winter.txt",
        path="/news/winter.txt",
        sha256="n1",
        title="Another headline",
        text="New. " + article.text,
    )
    other = replace(_article("Other.", "o1", "/o"), id="other.txt")
    assert _open(tmp_path).speakers(renamed) == ()
    again = Corrections(
        AnnotationRepository(tmp_path / "bookmarks.jsonl", tmp_path / "state"),
        lambda: [other, renamed],
    )
    assert again.speakers(renamed) == ((_span(renamed), "Bo Reed"),)
    version = corrections.version()
    corrections.place([renamed])
    assert corrections.speakers(renamed) == ((_span(renamed), "Bo Reed"),)
    assert corrections.version() > version
    version = corrections.version()
    corrections.place([renamed])
    assert corrections.version() == version


def test_every_decision_is_listed_also_where_it_no_longer_applies(tmp_path: Path) -> None:
    article = _article()
    corrections = _open(tmp_path)
    first = corrections.speaker(article, _span(article), "Bo Reed")
    second = corrections.speaker(article, _span(article), "")
    corrections.merge("Rosa Hale", "R. Hale")
    corrections.place([article])
    merged, nobody, bo = corrections.decisions()
    assert merged.correction.kind is CorrectionKind.MERGE
    assert merged.applies
    assert (nobody.correction.id, nobody.words, nobody.title) == (second, WORDS, "The harbour in winter")
    assert (nobody.article, nobody.span, nobody.replaced) == ("harbour.txt", _span(article), False)
    assert (bo.correction.id, bo.replaced) == (first, True)
    assert corrections.at(article, _span(article)) == (first, second)
    corrections.place([_article("Nothing of it is left.", "c3")])
    gone = corrections.decisions()[1]
    assert (gone.article, gone.span, gone.applies) == ("harbour.txt", None, False)
    corrections.place([])
    assert corrections.decisions()[1].article is None
    corrections.remove(first)
    assert len(corrections.decisions()) == 2
