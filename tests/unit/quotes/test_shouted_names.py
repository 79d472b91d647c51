"""A run of capitals throughout is a heading, unless the text names somebody so."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("TENANT GRANTS\n\nVOTERS AGREE: “The roof may be used by anybody.”", None),
        ("GARDEN NOTES\n\nThe garden is open. NOTES said: “The roof may be used by anybody.”", None),
        ("ZENNO VALE said: “The roof leaks again.” Zenno Vale left.", "ZENNO VALE"),
        ("ANNA BERG: “The roof leaks again.”", "ANNA BERG"),
        ("BBC NEWS said: “The roof leaks again.”", "BBC NEWS"),
    ],
)
def test_a_heading_is_nobody(text: str, who: str | None) -> None:
    assert [name for _, name in said(text)] == [who]
