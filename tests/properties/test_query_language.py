"""Whatever is typed is a query, and a query printed is the same query."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.parser import parse
from tui_reader.search.query import FIELDS, Kind, Query, Term
from tui_reader.search.words import WORD

pieces = st.sampled_from(
    ["plan", "Łódź", "15-year", "U.S.", "OR", "or", "AND", "NOT",
     "-", "--", '"', "“", "”", "^", "'", ":", "(", ")", "..", "выборы",
     "中国", "title:", "text:", "said:", "speaker:", "lang:", "date:", "is:", "has:", "tag:", "source:", "nofield:",
     "2023", "2023-07", "2023..2024", "202", "2023-", "：", "++", "'\"", "^\"", "read", "un", "quote", "https://a.b",
     " ", "  ", "\t", "\n", "’", "e\u0301", "\x00"]
)  # fmt: skip
typed = st.lists(pieces, max_size=12).map("".join) | st.text(max_size=40)

words = st.from_regex(r"\A[a-zA-Zżółć]{1,8}(?:[-.'’][a-zż0-9]{1,5})?\Z").filter(
    lambda w: w not in ("OR", "AND", "NOT", "or")
)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    def one() -> Term:
        field = draw(st.sampled_from(["", "", "title", "text", "said", "speaker", "lang", "tag", "source"]))
        kind = draw(st.sampled_from(list(Kind)))
        text = draw(words)
        if kind is not Kind.WORD:
            text = " ".join(draw(st.lists(words, min_size=1, max_size=3)))
        elif field in ("speaker", "tag", "source"):
            text += draw(st.sampled_from(["", "++", "!", ".)"]))
        return Term(text, kind, field, draw(st.booleans()))

    clauses = [
        tuple(dict.fromkeys(one() for _ in range(draw(st.integers(1, 3))))) for _ in range(draw(st.integers(0, 4)))
    ]
    return Query(tuple(dict.fromkeys(clauses)))


@given(queries())
def test_a_printed_query_is_read_as_itself(query: Query) -> None:
    again = parse(str(query))
    assert again == query
    assert again.hint == ""


@given(typed)
def test_what_was_read_prints_and_reads_back(text: str) -> None:
    query = parse(text)
    assert parse(str(query)) == query


@given(typed)
def test_every_term_is_something_to_look_for(text: str) -> None:
    for term in parse(text).terms:
        assert WORD.search(term.text)
        assert term.field == "" or term.field in FIELDS
