"""A country after a title is no part of the name that follows it."""

from __future__ import annotations

import pytest

from tui_reader.quotes.extractor import extract


@pytest.mark.parametrize("country", ["Białorusi", "Rosji", "Ukrainy", "Litwy", "Łotwy", "Czech"])
def test_the_country_of_a_president_is_not_a_forename(country: str) -> None:
    text = f"Prezydent {country} Jan Kowalski przyjechał w środę.\n\n„Nikogo tutaj nie ma” – powiedział Kowalski."
    assert [quote.speaker and quote.speaker.name for quote in extract(text, "pl")] == ["Jan Kowalski"]
