from tui_reader.annotations.difference import LONGEST, Part, difference


def test_one_word() -> None:
    assert difference("two crossings a day", "three crossings a day") == [
        (Part.GONE, "two"),
        (Part.NEW, "three"),
        (Part.SAME, " crossings a day"),
    ]


def test_both_wordings_can_be_read_off() -> None:
    old, new = "The pier is ready, she said.", "The old pier, she said twice, is nearly ready."
    pieces = difference(old, new)
    assert "".join(text for part, text in pieces if part is not Part.NEW) == old
    assert "".join(text for part, text in pieces if part is not Part.GONE) == new


def test_nothing_changed() -> None:
    assert difference("same", "same") == [(Part.SAME, "same")]
    assert difference("", "") == []


def test_very_long_ones_are_given_whole() -> None:
    old = "word " * LONGEST
    assert difference(old, "other") == [(Part.GONE, old), (Part.NEW, "other")]
    assert difference(old, old) == [(Part.SAME, old)]
