"""Tokens are the same however they are looked up, and every item can be found in the text again."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.quotes.helpers import said
from tui_reader.quotes.extractor import extract
from tui_reader.quotes.items import NOWHERE, Item, Token, place, settled
from tui_reader.quotes.lexicon import LANGUAGES, lexicon
from tui_reader.quotes.names import Roster
from tui_reader.quotes.reader import SentenceReader
from tui_reader.quotes.tokens import Stretches, cut

PIECES = st.sampled_from(
    [
        *(
            "Ann Hale",
            "said",
            "says,",
            "the mayor's",
            "well-known",
            "dit-il",
            "don’t",
            "U.S.",
            "J. Hale",
            "x.com",
            "5,000",
        ),
        *(
            "12%",
            "$5",
            "(D-Ohio)",
            "–",
            "-",
            "--",
            "Łódź",
            "Иван",
            "сказал,",
            "o'clock",
            "l'ami",
            "…",
            "...",
            "a.",
            "A.",
        ),
        *(" ", "\n", "\u00a0", ",", ".", ":", "?", "&", "in", "of"),
    ]
)
NARRATIVE = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", "", "  "])), max_size=30).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@settings(max_examples=400, deadline=None)
@given(NARRATIVE, st.sampled_from(LANGUAGES))
@example("said -", "pl")
@example("- said -  ", "en")
def test_tokens_looked_up_are_those_of_the_whole(text: str, language: str) -> None:
    known = Stretches(lexicon(language))

    def seen(tokens: list[Token], base: int) -> list[tuple[str, int, int]]:
        found = []
        for *_, word, first, last, step in tokens:
            found.append((word, base + first, base + last))
            base += step
        return found

    whole = seen(list(known.tokens(text)), 0)
    assert seen(*cut(text, 0, len(text), known)) == whole
    assert seen(*cut(text, 0, len(text), known)) == whole  # now from what is remembered
    assert all(text[first:last] == word for word, first, last in whole)


@settings(max_examples=400, deadline=None)
@given(NARRATIVE, st.sampled_from(LANGUAGES), st.booleans())
def test_every_item_is_found_again(text: str, language: str, fresh: bool) -> None:
    for sentence in SentenceReader(text, lexicon(language)).sentences(0, len(text), fresh):
        items, end = sentence.items, sentence.start
        for at, item in enumerate(items):
            first, last = place(items, at)
            assert end <= first < last <= sentence.end
            end = last
            if item.start == NOWHERE:
                assert text[first:last] == item.text
        assert items[-1].start != NOWHERE


def test_a_plain_word_is_one_item_and_never_changed() -> None:
    text = "the harbour wall of the harbour"
    (sentence,) = SentenceReader(text, lexicon("en")).sentences(0, len(text))
    items = sentence.items
    assert items[0] is items[4]
    assert items[0].start == NOWHERE
    found = settled(items, 4)
    assert (found.start, found.end) == (20, 23)
    assert items[4] is found
    assert items[0].start == NOWHERE


def test_a_place_between_neighbours_that_have_none() -> None:
    text = "Hale of the harbour wall"
    words = [Item("W", word, NOWHERE, NOWHERE, "") for word in ("of", "the", "harbour", "wall")]
    items = [Item("N", "Hale", 0, 4, text), *words]
    assert [text[slice(*place(items, at))] for at in range(5)] == text.split()
    assert place(words, 0) == (0, 0)


@pytest.mark.parametrize("mark", ["«\x1f0 b»", "“\u2009We know that.\u2003”"])
def test_words_are_freed_of_every_space(mark: str) -> None:
    (quote,) = extract(f"{mark}, Ann Hale said.", "en")
    words = f"{mark}, Ann Hale said."[quote.start : quote.end]
    assert words == words.strip()


def test_a_closed_sentence_before_the_words_is_none_of_theirs() -> None:
    long = "The harbour was built in the last century and has been repaired more than once since then. "
    assert said(f"{long * 2}Ann Hale told the council about it. “We counted every stone,” Bo Reed said.", "en") == [
        ("We counted every stone", "Bo Reed")
    ]


def test_the_names_of_a_text_are_the_same_whatever_was_read_before() -> None:
    words = lexicon("ru")
    words.names.clear()
    alone = "Петрова Зорена Дуб сказала, что мост закрыт."
    known = "Иван Петров приехал в порт. Петрова Зорена Дуб сказала, что мост закрыт."
    first = list(Roster(alone, words).people), list(Roster(known, words).people)
    again = list(Roster(known, words).people), list(Roster(alone, words).people)
    assert first == again[::-1]
    assert "Зорена Дуб" in first[1]
    words.names.clear()
    assert first[1] == list(Roster(known, words).people)
