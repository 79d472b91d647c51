from __future__ import annotations

from tests.unit.layout.setting import article
from tui_reader.layout.steps import Steps
from tui_reader.model.span import Span

TEXT = "The ferry stays. It crosses twice.\n\n“Never,” said Keller. She left."


def steps(text: str = TEXT) -> Steps:
    it = article(text)
    return Steps(it, list(range(len(it.blocks))))


def words(span: Span | None) -> str:
    return span.of(TEXT) if span is not None else ""


def test_sentence_by_sentence_and_back() -> None:
    walk = steps()
    here = walk.sentence_at(0)
    seen = []
    while here is not None:
        seen.append(words(here))
        here = walk.next_sentence(here)
    assert seen == ["The ferry stays.", "It crosses twice.", "“Never,” said Keller.", "She left."]
    back = []
    here = walk.sentence_at(len(TEXT))
    while here is not None:
        back.append(words(here))
        here = walk.next_sentence(here, -1)
    assert back == seen[::-1]


def test_a_selection_grows_and_shrinks() -> None:
    walk = steps()
    at = TEXT.index("crosses") + 2
    word = walk.widened(Span(at, at + 1))
    sentence = walk.widened(word)
    paragraph = walk.widened(sentence)
    assert [words(s) for s in (word, sentence, paragraph)] == [
        "crosses",
        "It crosses twice.",
        "The ferry stays. It crosses twice.",
    ]
    assert walk.widened(paragraph) == paragraph
    smaller = walk.narrowed(paragraph)
    assert words(smaller) == "The ferry stays."
    assert words(walk.narrowed(smaller)) == "The"
    assert words(walk.narrowed(walk.narrowed(smaller))) == "The"


def test_the_ends_move_by_words_and_sentences() -> None:
    walk = steps()
    first = walk.sentence_at(0)
    assert first is not None
    assert words(walk.end_moved(first, 1)) == "The ferry stays. It"
    assert words(walk.end_moved(first, -1)) == "The ferry"
    assert words(walk.start_moved(first, 1)) == "ferry stays."
    assert walk.start_moved(first, -1) == first
    assert words(walk.end_sentence(first, 1)) == "The ferry stays. It crosses twice."
    assert walk.end_sentence(first, -1) == first


def test_paragraphs() -> None:
    walk = steps()
    assert words(walk.paragraph_of(Span(3, 4))) == "The ferry stays. It crosses twice."


def test_an_article_without_words() -> None:
    assert steps("").sentence_at(0) is None
