"""What `extract` leaves alone: counted, not timed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.quotes import quotations, reader
from tui_reader.quotes.extractor import extract
from tui_reader.quotes.items import NAME, Sentence
from tui_reader.quotes.lexicon import LANGUAGES, lexicon
from tui_reader.quotes.narrative import Narrative, backwards_with_names, only
from tui_reader.quotes.reader import SentenceReader

PLAIN = "The harbour was built in the last century. It was repaired twice, most recently after the flood. "
"""Two sentences that name nobody."""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stretches of text that are read word by word."""
    stretches: list[str] = []
    whole = SentenceReader.sentences

    def sentences(self: SentenceReader, start: int, end: int, fresh: bool = True) -> list[Sentence]:
        stretches.append(self.text[start:end])
        return whole(self, start, end, fresh)

    monkeypatch.setattr(reader.SentenceReader, "sentences", sentences)
    return stretches


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_marks_has_no_scene(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("looked for speakers where nobody speaks")

    monkeypatch.setattr(quotations, "quotations", refuse)
    assert extract(PLAIN * 50, language) == ()
    with pytest.raises(AssertionError):
        extract(f"{PLAIN} “We counted every stone of it,” Rosa Hale said.", language)


def test_importing_the_extractor_loads_nothing_for_speakers() -> None:
    code = (
        "import sys, tui_reader.quotes.extractor as e; e.extract('No marks at all.', 'en');"
        "print([m for m in ('dataclasses', 'tui_reader.quotes.scene', 'rapidfuzz') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_only_the_sentences_beside_a_quotation_are_read(read: list[str]) -> None:
    text = f"{PLAIN * 4}“We counted every stone of it,” Rosa Hale said. {PLAIN * 4}"
    (quote,) = extract(text, "en")
    assert quote.speaker is not None
    assert quote.speaker.name == "Rosa Hale"
    assert sum(map(len, read)) < 200 < len(text) / 3


def test_a_pronoun_reads_no_sentence_that_names_nobody(read: list[str]) -> None:
    text = f"Rosa Hale came to the port. {PLAIN * 3}\n\n“We counted every stone of it,” she said."
    (quote,) = extract(text, "en")
    assert quote.speaker is not None
    assert quote.speaker.name == "Rosa Hale"
    assert not any("repaired twice" in stretch for stretch in read)


WORDS = st.sampled_from(
    [
        "Rosa Hale", "Mr", "the", "The", "He", "mayor", "said", "Inc", "Ab", "a", "I", "St", "van", "de", "U.S", "B",
        "won’t", "Hale’s", "front-runner", "l'eau", "Jan", "sagte", "Weber", "powiedział", "Иван", "Петров", "что",
        "dit-il", "2.5", "12", "3rd", "no", "No", "dr", "Dr", "lenta.ru", "über", "Straße", "é", "ǅ",
    ]
)  # fmt: skip
GAPS = st.sampled_from(
    [" "] * 8 + [". "] * 4 + ["! ", "? ", ", ", ": ", "… ", "... ", ".\n", ".  ", " – ", ".) ", " (", "."]
)
NARRATIVE = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=40).map(
    lambda pairs: "".join(w + g for w, g in pairs)
)


def shape(sentences: list[Sentence]) -> list[object]:
    return [
        (
            s.start,
            s.end,
            s.closed,
            [(i.kind, i.text, i.start, i.end, i.flags, i.lower, i.gender, i.possessive) for i in s.items],
        )
        for s in sentences
    ]


@settings(max_examples=600, deadline=None)
@given(NARRATIVE, st.sampled_from(LANGUAGES), st.booleans())
def test_reading_piece_by_piece_reads_the_same(text: str, language: str, fresh: bool) -> None:
    words = lexicon(language)
    whole = SentenceReader(text, words).sentences(0, len(text), fresh)

    def pieces() -> list[Sentence] | Narrative:
        return Narrative.of(SentenceReader(text, words), text, 0, len(text), fresh)  # type: ignore[return-value]

    assert shape(list(pieces())) == shape(whole)
    assert shape(list(reversed(list(reversed(pieces()))))) == shape(whole)
    assert bool(pieces()) == bool(whole)
    assert len(pieces()) == len(whole)
    assert shape(list(pieces()[:-1])) == shape(whole[:-1])
    if whole:
        assert shape([pieces()[0], pieces()[-1]]) == shape([whole[0], whole[-1]])
        assert shape(list(pieces()[:-1][:-1])) == shape(whole[:-1][:-1])
    alone = only(pieces())
    assert (alone is not None) == (len(whole) == 1)
    named = [s for s in reversed(whole) if any(item.kind == NAME for item in s.items)]
    kept = [s for s in backwards_with_names(pieces()) if any(item.kind == NAME for item in s.items)]
    assert shape(kept) == shape(named)
