"""Where a place in a text is after the text was edited."""

from __future__ import annotations

import pytest

from tui_reader.annotations.following import follow
from tui_reader.model.span import Span

TEXT = "The harbour opens in spring. The ferry stays where it is. The council meets again in May.\n"
FERRY = Span(29, 57)


@pytest.mark.parametrize(
    "now",
    [
        TEXT,
        f"A new headline\n\n{TEXT}",
        TEXT.replace("The harbour opens in spring.", "It opens."),
        TEXT.replace("The council meets again in May.", "Nobody meets."),
        TEXT.replace("The harbour opens", "The old harbour, too, opens").replace("again in May", "no more"),
    ],
)
def test_words_are_found_where_they_went(now: str) -> None:
    assert follow(TEXT, FERRY, now).of(now) == FERRY.of(TEXT) == "The ferry stays where it is."


def test_where_the_words_are_gone_the_place_is_kept() -> None:
    now = TEXT.replace("The ferry stays where it is. ", "")
    assert follow(TEXT, FERRY, now) == Span(29, 29)
    both = f"Much more. {now}"
    assert both[follow(TEXT, FERRY, both).start :].startswith(" The council")


@pytest.mark.parametrize("span", [Span(0, 0), FERRY, Span(len(TEXT), len(TEXT)), Span(400, 500)])
@pytest.mark.parametrize("now", ["", "Other words.", TEXT[:10]])
def test_it_is_always_a_place_of_the_text(span: Span, now: str) -> None:
    assert follow(TEXT, span, now).end <= len(now)
