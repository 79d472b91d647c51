"""Any passage of any text: found again where it was, and where it moved to; never outside the text, never a crash."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.annotations.anchoring import anchor, candidates, describe
from tui_reader.annotations.difference import Part, difference
from tui_reader.annotations.normalise import Folded, fold
from tui_reader.text.gate import harmless

ANY = st.text(max_size=200)
VOCABULARY = ("the", "ferry", "sails", "again", "from", "May", "board", "said", "pier", "two", "—", "„tak”", ".", "\n")
WORDS = st.lists(st.sampled_from(VOCABULARY))
TEXTS = st.one_of(ANY, WORDS.map(" ".join), st.tuples(ANY, WORDS.map(" ".join), ANY).map("".join)).map(harmless)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_in_the_same_text_it_is_where_it_was(case: tuple[str, int, int]) -> None:
    text, start, end = case
    selectors = describe(text, start, end)
    assert anchor(json.loads(json.dumps(selectors)), text) == (start, end, "exact")


@given(passages(), TEXTS)
def test_behind_something_new_it_is_found_with_the_same_words(case: tuple[str, int, int], before: str) -> None:
    text, start, end = case
    place = anchor(describe(text, start, end), before + "\n" + text)
    if place is not None and place[2] != "changed":
        found = (before + "\n" + text)[place[0] : place[1]]
        assert fold(found).strip() == fold(text[start:end]).strip()


@given(passages(), TEXTS)
@settings(max_examples=200)
def test_in_any_other_text_it_is_in_it_or_nowhere(case: tuple[str, int, int], other: str) -> None:
    text, start, end = case
    selectors = describe(text, start, end)
    place = anchor(selectors, other)
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(other)
    for first, last, score in candidates(selectors, other):
        assert 0 <= first <= last <= len(other)
        assert 0 <= score <= 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)

MEMBERS = ("exact", "prefix", "suffix", "start", "end", "rivals", "copy", "length")


@given(
    st.lists(
        st.fixed_dictionaries(
            {"type": st.sampled_from(["TextQuoteSelector", "TextPositionSelector", "x-tui-reader", "Other"])},
            optional=dict.fromkeys(MEMBERS, JSON),
        )
    ),
    TEXTS,
)
def test_whatever_a_file_holds(selectors: list[dict], text: str) -> None:
    place = anchor(selectors, text)
    assert place is None or 0 <= place[0] < place[1] <= len(text)


@given(TEXTS, TEXTS)
def test_a_comparison_holds_both_wordings(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(text for part, text in pieces if part is not Part.NEW) == old
    assert "".join(text for part, text in pieces if part is not Part.GONE) == new


@given(st.text(max_size=100))
def test_folding_leads_back(raw: str) -> None:
    folded = Folded(raw)
    size = len(folded.text)
    assert folded.original(0, size)[1] <= len(raw)
    for at in range(size):
        start, end = folded.original(at, at + 1)
        assert 0 <= start < end <= len(raw)
        assert len(folded.lower) == size
