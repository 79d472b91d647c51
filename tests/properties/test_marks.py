"""Whatever slip was made: an article that is found shows why, in each kind of index."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.search.writing import article, corpus
from tui_reader.search.highlight import matches
from tui_reader.search.index import TextIndex
from tui_reader.search.words import words_of

MORE = [
    article("pl", "Rozmowy w Zarzeczu", "Prezydent Szewczenko przyjechał. Spotkał się z Szewczenką. Post i most."),
    article("ru", "Переговоры в Заречье", "Приехал президент Шевченко. Это его пост, сказал он."),
    article("en", "Talks in Zarechye", "President Shevchenko arrived at the lighthouse. Counteroffensive, they said."),
    article("uk", "Переговори", "Приїхав президент Шевченко. Café Zdrój, ŻÓŁTY papier, 中国人."),
]
ARTICLES = [*corpus(), *MORE]
WORDS = sorted({word for a in ARTICLES for word in (*words_of(a.title), *words_of(a.text))})
LETTERS = "abcdefghijklmnopqrstuvwxyząćęłóżабвгдежшчюя"


@cache
def index(few: int) -> TextIndex:
    made = TextIndex(few=few)
    made.add(ARTICLES)
    made.commit()
    return made


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """A word of the corpus with up to two slips, perhaps cut short, perhaps in a field."""
    word = draw(st.sampled_from(WORDS))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, max(0, len(word) - 1)))
        letter = draw(st.sampled_from(LETTERS))
        word = draw(
            st.sampled_from(
                [
                    word[:at] + word[at + 1 :],
                    word[:at] + letter + word[at:],
                    word[:at] + letter + word[at + 1 :],
                    word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
                ]
            )
        )
    word = word[: draw(st.integers(1, 20))] or "x"
    return draw(st.sampled_from(["", "", "", "title:", "text:", "'", "^"])) + word


@pytest.mark.parametrize("few", [1000, 0], ids=["dictionaries", "tantivy"])
@settings(max_examples=300)
@given(queries=st.lists(mistyped(), min_size=1, max_size=2))
def test_every_hit_of_a_word_query_has_a_match(few: int, queries: list[str]) -> None:
    query = " ".join(queries)
    found = index(few).search(query)
    for hit in found.hits:
        assert matches(hit.article, query, meant=found.meant), (query, hit.article.id, hit.tier)
