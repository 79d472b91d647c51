from __future__ import annotations

from array import array

from tui_reader.search.postings import both, count, merge


def test_a_phrase_is_counted_on_the_grid_of_its_words_only() -> None:
    text = array("I", [1, 2, 1, 2, 3])
    assert count(text, array("I", [1]), {2}) == 2
    assert count(text, array("I", [1, 2]), {3}) == 1
    assert count(text, array("I", [1, 2]), {1, 3, None}) == 2
    assert count(text, array("I", [2, 3]), {1, 2, 3}) == 0
    assert count(text, array("I", [3]), {1}) == 0
    # The bytes of 256 lie across two numbers of this text.
    assert count(array("I", [1 << 16, 0]), array("I", [1]), {0, 1}) == 0


def test_any_of_two_takes_the_better_tier() -> None:
    into = {1: (2, 0.5), 2: (0, 1.0)}
    merge(into, {1: (0, 1.0), 3: (3, 0.1)})
    assert into == {1: (0, 1.5), 2: (0, 1.0), 3: (3, 0.1)}


def test_both_of_two_takes_the_worse_tier() -> None:
    assert both({1: (2, 0.5), 2: (0, 1.0)}, {1: (0, 1.0)}) == {1: (2, 1.5)}
