"""What must hold of folding for any text at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.words import WORD, prefix_end, term, words_of
from tui_reader.text.folding import fold, fold_script, folded

texts = st.text(max_size=60) | st.text(alphabet="aŁłóßé́щЙЙ\u00ad\u200b中ｆﬁ’“ ", max_size=40)


@given(texts)
def test_the_map_belongs_to_the_folded_text(text: str) -> None:
    plain = folded(text)
    assert plain.text == fold(text)
    assert len(plain.offsets) == len(plain.text) + 1
    assert plain.offsets[-1] == len(text)
    assert all(a <= b for a, b in zip(plain.offsets, plain.offsets[1:], strict=False))


@given(texts, st.data())
def test_a_span_leads_to_characters_that_fold_to_it(text: str, data: st.DataObject) -> None:
    plain = folded(text)
    start = data.draw(st.integers(0, len(plain.text)))
    end = data.draw(st.integers(start, len(plain.text)))
    first, last = plain.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert plain.text[start:end] in fold(text[first:last])


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_script(text)
    assert fold_script(once) == once


@given(texts, texts)
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(texts)
def test_the_short_way_to_words_is_the_long_way(text: str) -> None:
    assert words_of(text) == WORD.findall(text)


@given(texts)
def test_a_prefix_of_a_word_ends_inside_it(text: str) -> None:
    for word in words_of(text):
        letters = term(word)
        ends = [prefix_end(word, n) for n in range(1, len(letters) + 1)]
        assert ends == sorted(ends)
        assert all(0 < end <= len(word) for end in ends)
        for n, end in enumerate(ends, 1):
            assert term(word[:end]).startswith(letters[:n])
