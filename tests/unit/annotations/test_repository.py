import threading
from pathlib import Path

import pytest

from tests.proofs.articles import TEXT, article
from tests.proofs.disks import HastyDisk
from tui_reader.annotations.anchoring import describe
from tui_reader.annotations.likeness import ALIKE, likeness, sketch
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.model.annotation import AnchorState, Motivation
from tui_reader.model.article import Article
from tui_reader.model.errors import AmbiguousBookmarkError, RepositoryError, UnknownBookmarkError
from tui_reader.model.span import Span

FERRY = article()
PASSAGE = "We have waited eleven years for this"
SPAN = Span(TEXT.index(PASSAGE), TEXT.index(PASSAGE) + len(PASSAGE))


@pytest.fixture
def repository(tmp_path: Path) -> AnnotationRepository:
    return AnnotationRepository(tmp_path / "b.jsonl", tmp_path / "state", storage=HastyDisk())


def only(repository: AnnotationRepository, *articles: Article) -> tuple[AnchorState, str | None, str]:
    (placed,) = repository.place(articles)
    text = next((a.text for a in articles if a.id == placed.article), "")
    return placed.state, placed.article, placed.span.of(text) if placed.span else ""


def test_what_is_kept(repository: AnnotationRepository) -> None:
    made = repository.add(
        FERRY, SPAN, note="a\x1bnote", tags=[" pier ", "pier", ""], speaker="Marit Sandvik", motivation="commenting"
    )
    assert made == repository.get(made.id) == repository.all()[0]
    assert (made.note, made.tags, made.speaker) == ("a␛note", ("pier",), "Marit Sandvik")
    assert (made.exact, made.paragraph, made.motivation) == (PASSAGE, 3, Motivation.COMMENTING)
    assert (made.source.path, made.source.sha256, made.source.length) == (FERRY.path, FERRY.sha256, len(TEXT))
    assert made.selectors == tuple(describe(TEXT, SPAN.start, SPAN.end))
    assert (made.created, made.revision, made.deleted) == (made.created, 1, False)
    assert repository.is_saved(made.id)


@pytest.mark.parametrize("span", [Span(5, 5), Span(0, len(TEXT) + 1)])
def test_what_is_no_passage(repository: AnnotationRepository, span: Span) -> None:
    with pytest.raises(RepositoryError, match="no passage"):
        repository.add(FERRY, span)
    assert repository.all() == ()


def test_change_keeps_what_is_not_given(repository: AnnotationRepository) -> None:
    made = repository.add(FERRY, SPAN, note="note", tags=["a"], speaker="Marit Sandvik")
    changed = repository.change(made.id, tags=["b"], speaker="M. Sandvik", motivation=Motivation.HIGHLIGHTING)
    assert (changed.note, changed.tags, changed.speaker) == ("note", ("b",), "M. Sandvik")
    assert (changed.created, changed.revision, changed.exact) == (made.created, 2, PASSAGE)
    assert changed.motivation is Motivation.HIGHLIGHTING


def test_a_passage_extended_keeps_note_and_date(repository: AnnotationRepository) -> None:
    made = repository.add(FERRY, SPAN, note="note")
    wider = repository.change(made.id, article=FERRY, span=Span(SPAN.start - 1, SPAN.end + 2))
    assert (wider.note, wider.created, wider.id) == ("note", made.created, made.id)
    assert wider.exact == f"“{PASSAGE},”"
    assert repository.of(FERRY)[0].span == Span(SPAN.start - 1, SPAN.end + 2)


def test_all_that_was_said_before_a_change_can_be_put_back(repository: AnnotationRepository) -> None:
    made = repository.add(FERRY, SPAN, note="note", tags=["a"])
    before = repository.members(made.id)
    repository.change(made.id, note="other", tags=[], article=FERRY, span=Span(0, 5))
    repository.remove(made.id)
    back = repository.put_back(made.id, before)
    assert (back.note, back.tags, back.exact, back.revision) == ("note", ("a",), PASSAGE, 4)
    assert back.deleted  # putting back is no rescue from the trash
    assert repository.restore(made.id).exact == PASSAGE


def test_the_trash(repository: AnnotationRepository) -> None:
    made = repository.add(FERRY, SPAN, note="note")
    repository.remove(made.id)
    assert repository.all() == ()
    assert repository.of(FERRY) == ()
    assert [a.deleted for a in repository.all(deleted=True)] == [True]
    back = repository.restore(made.id)
    assert (back.note, back.exact, back.deleted) == ("note", PASSAGE, False)
    assert repository.all() == (back,)


def test_a_part_of_an_id_is_enough(repository: AnnotationRepository) -> None:
    one, two = (repository.add(FERRY, SPAN) for _ in range(2))
    assert repository.get(one.id.upper()).id == one.id
    assert repository.get(one.id[-6:]).id == one.id
    with pytest.raises(AmbiguousBookmarkError, match="2 bookmarks begin"):
        repository.get(two.id[:8])
    with pytest.raises(UnknownBookmarkError):
        repository.get("")
    with pytest.raises(UnknownBookmarkError):
        repository.remove("nothing")


def test_an_id_is_not_called_unknown_where_the_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bookmarks.jsonl").mkdir()
    repository = AnnotationRepository(tmp_path / "bookmarks.jsonl", tmp_path / "state")
    with pytest.raises(RepositoryError, match="cannot be read") as caught:
        repository.remove("01a22eb2")
    assert caught.value.exit_code == 3


def test_states(repository: AnnotationRepository) -> None:
    repository.add(FERRY, SPAN)
    assert only(repository, FERRY) == (AnchorState.EXACT, FERRY.id, PASSAGE)
    assert only(repository, article("Correction.\n" + TEXT)) == (AnchorState.MOVED, FERRY.id, PASSAGE)
    changed = PASSAGE.replace("eleven", "twelve")
    assert only(repository, article(TEXT.replace("eleven", "twelve"))) == (AnchorState.CHANGED, FERRY.id, changed)
    gone = article(TEXT.replace(TEXT.split("\n\n")[2], ""))
    assert only(repository, gone) == (AnchorState.ORPHAN, FERRY.id, "")
    assert only(repository) == (AnchorState.ABSENT, None, "")
    other = article("Nothing of the kind stands here.", "weather.txt", "Weather")
    assert only(repository, other) == (AnchorState.ABSENT, None, "")


def test_a_renamed_article_is_known_by_its_content(repository: AnnotationRepository) -> None:
    repository.add(FERRY, SPAN)
    assert only(repository, article(identity="moved/other.txt")) == (AnchorState.EXACT, "moved/other.txt", PASSAGE)


def test_a_renamed_and_edited_article_is_known_by_its_title(repository: AnnotationRepository) -> None:
    repository.add(FERRY, SPAN)
    edited = article("Update.\n" + TEXT, "moved/other.txt")
    assert only(repository, edited) == (AnchorState.MOVED, "moved/other.txt", PASSAGE)


def test_and_by_its_wording_when_the_title_changed_too(repository: AnnotationRepository) -> None:
    repository.add(FERRY, SPAN)
    edited = article("Ferry sails\n" + TEXT.partition("\n")[2] + "More.\n", "moved/other.txt", "Ferry sails")
    assert only(repository, edited) == (AnchorState.MOVED, "moved/other.txt", PASSAGE)
    quoting = article(f"Voices of the week\n\n“{PASSAGE},” said Marit Sandvik.", "voices.txt", "Voices of the week")
    assert only(repository, quoting) == (AnchorState.ABSENT, None, "")


def test_articles_of_the_same_text_do_not_steal(repository: AnnotationRepository) -> None:
    copy = article(identity="copy/ferry.txt")
    mine, theirs = repository.add(FERRY, SPAN), repository.add(copy, SPAN)
    for articles in ([FERRY, copy], [copy, FERRY]):
        placed = {p.annotation.id: p.article for p in repository.place(articles)}
        assert placed == {mine.id: FERRY.id, theirs.id: copy.id}
        assert [p.annotation.id for p in repository.of(FERRY)] == [mine.id]
        assert [p.annotation.id for p in repository.of(copy)] == [theirs.id]
    edited = article("Update.\n" + TEXT)
    placed = {p.annotation.id: (p.article, p.state) for p in repository.place([edited, copy])}
    assert placed == {mine.id: (FERRY.id, AnchorState.MOVED), theirs.id: (copy.id, AnchorState.EXACT)}


def test_another_article_in_the_old_place(repository: AnnotationRepository) -> None:
    """The file was renamed and a new one took its name."""
    repository.add(FERRY, SPAN)
    new = article("Something else stands here now.", FERRY.id, "Something else")
    renamed = article(identity="old-ferry.txt")
    assert only(repository, new, renamed) == (AnchorState.EXACT, "old-ferry.txt", PASSAGE)


def test_a_corpus_in_another_folder(repository: AnnotationRepository) -> None:
    repository.add(FERRY, SPAN)
    text = "Update.\n" + TEXT
    moved = Article(FERRY.id, "/elsewhere/ferry.txt", text, "0" * 64, FERRY.title, "first-line")
    assert only(repository, moved) == (AnchorState.MOVED, FERRY.id, PASSAGE)


def test_of_comes_in_the_order_of_the_text_orphans_last(repository: AnnotationRepository) -> None:
    late, early, gone = (
        repository.add(FERRY, span) for span in (Span(SPAN.start, SPAN.end), Span(0, 5), Span(60, 100))
    )
    edited = article(TEXT[:28] + TEXT[140:])
    repository.place([edited])
    assert [p.annotation.id for p in repository.of(edited)] == [early.id, late.id, gone.id]
    assert repository.of(edited)[-1].state is AnchorState.ORPHAN


def test_of_is_answered_from_memory_the_second_time(
    repository: AnnotationRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.add(FERRY, SPAN)
    edited = article("Update.\n" + TEXT)
    first = repository.of(edited)
    monkeypatch.setattr("tui_reader.annotations.placing.anchor", None)
    assert repository.of(edited) == first


def test_many_threads_lose_nothing(repository: AnnotationRepository) -> None:
    def work(number: int) -> None:
        for k in range(5):
            repository.add(FERRY, Span(k, k + 3), note=f"{number} {k}")
            repository.of(FERRY)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {a.note for a in repository.all()} == {f"{n} {k}" for n in range(6) for k in range(5)}
    fresh = AnnotationRepository(repository.path, repository.path.parent / "other")
    assert len(fresh.all()) == 30
    assert fresh.check().ok


def test_wrong_types_in_a_file_become_empty_values(repository: AnnotationRepository) -> None:
    repository.path.write_text(
        '{"id":"x","note":5,"tags":"a","source":[],"selector":[7,{"type":"TextQuoteSelector","exact":3}],'
        '"paragraph":-1,"speaker":{},"motivation":"linking","created":1}\n'
    )
    (found,) = repository.all()
    assert (found.note, found.tags, found.speaker, found.paragraph, found.exact) == ("", (), "", 0, "3")
    assert repository.place([FERRY])[0].state is AnchorState.ABSENT


def test_likeness() -> None:
    assert likeness(sketch(TEXT), sketch(TEXT)) == 1
    assert likeness(sketch(TEXT), sketch("Intro. " + TEXT.replace("eleven", "twelve"))) > ALIKE
    assert likeness(sketch(TEXT), sketch("Wholly other words stand in this short text about the hills.")) == 0
    for bad in ("", "!!", "AAA", "żółć"):
        assert likeness(sketch(TEXT), bad) == 0


def test_what_is_shown_does_not_wait_for_a_save(repository: AnnotationRepository) -> None:
    repository.add(FERRY, SPAN)
    begun, shown = threading.Event(), threading.Event()

    class SlowDisk(HastyDisk):
        def fsync(self, handle: int) -> None:
            begun.set()
            assert shown.wait(30)

    repository.journal.storage = SlowDisk()
    saving = threading.Thread(target=repository.add, args=(FERRY, Span(0, 5)))
    saving.start()
    assert begun.wait(30)
    assert len(repository.of(FERRY)) == len(repository.all()) == len(repository.place([FERRY])) == 1
    assert not repository.refresh()
    shown.set()
    saving.join()
    assert len(repository.all()) == 2


@pytest.mark.parametrize("harm", ["\\u001b", "\\r", "\u202e", "\u009b", "\x7f", "\\ud800"])
def test_nothing_harmful_comes_out_of_a_file(repository: AnnotationRepository, harm: str) -> None:
    repository.path.write_bytes(
        f'{{"id":"x","note":"{harm}","tags":["{harm}"],"selector":{{"type":"TextQuoteSelector","exact":"{harm}"}}}}\n'.encode(
            "utf-8", "surrogatepass"
        )
    )
    (found,) = repository.all()
    for text in (found.note, found.exact, *found.tags):
        assert len(text) == 1
        assert text.isprintable()


def test_of_follows_changes_made_after_placing(repository: AnnotationRepository) -> None:
    made = repository.add(FERRY, SPAN, note="before")
    edited = article("Update.\n" + TEXT, "moved/other.txt")
    repository.place([edited])
    repository.change(made.id, note="after")
    added = repository.add(edited, Span(0, 6))
    assert [(p.annotation.id, p.annotation.note) for p in repository.of(edited)] == [(added.id, ""), (made.id, "after")]
    repository.remove(made.id)
    assert [p.annotation.id for p in repository.of(edited)] == [added.id]
    repository.restore(made.id)
    assert len(repository.of(edited)) == 2
    assert repository.of(FERRY) == ()
