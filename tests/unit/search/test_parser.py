from __future__ import annotations

import pytest

from tui_reader.search.parser import parse
from tui_reader.search.query import FIELDS, LANGUAGE, Kind, Query, Term


def test_words_are_clauses_that_all_must_hold() -> None:
    assert parse("harbour  plan") == Query(((Term("harbour"),), (Term("plan"),)))


def test_every_operator() -> None:
    query = parse('"long repair" -museum ^har \'plan title:council said:"we wait" -text:x')
    assert query.terms == (
        Term("long repair", Kind.PHRASE),
        Term("museum", negated=True),
        Term("har", Kind.PREFIX),
        Term("plan", Kind.EXACT),
        Term("council", field="title"),
        Term("we wait", Kind.PHRASE, "said"),
        Term("x", field="text", negated=True),
    )
    assert query.hint == ""


def test_or_binds_tighter_than_the_space() -> None:
    assert parse("a b OR c d").clauses == ((Term("a"),), (Term("b"), Term("c")), (Term("d"),))
    assert len(parse("a or b").clauses) == 3  # in small letters it is a word


def test_curly_and_polish_quotation_marks_make_a_phrase_too() -> None:
    phrase = Term("long repair", Kind.PHRASE)
    assert parse("“long repair”").terms == parse("„long  repair”").terms == (phrase,)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('\'"met putin"', Term("met putin", Kind.EXACT)),
        ('-^"met  put"', Term("met put", Kind.PREFIX, negated=True)),
        ("said:'“met putin”", Term("met putin", Kind.EXACT, "said")),
        ('\'"putin."', Term("putin", Kind.EXACT)),
    ],
)
def test_a_mark_before_a_phrase_is_one_of_the_phrase(typed: str, read: Term) -> None:
    assert parse(typed).terms == (read,)
    assert parse(typed).hint == ""
    assert parse(str(parse(typed))) == parse(typed)


@pytest.mark.parametrize("typed", ["'\"met putin", '^"met putin'])
def test_a_mark_before_a_phrase_that_is_not_closed(typed: str) -> None:
    assert parse(typed).terms == (Term("met"), Term("putin"))
    assert "not closed" in parse(typed).hint
    assert parse(typed, typing=True).hint == ""


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("title：lukashenko", Term("lukashenko", field="title")),
        ("-said：'plan", Term("plan", Kind.EXACT, "said", negated=True)),
        ("会议：计划", Term("会议：计划")),
        ("plan：harbour", Term("plan：harbour")),  # a colon of a text, and no field that somebody misspelt
    ],
)
def test_a_wide_colon_ends_the_name_of_a_field(typed: str, read: Term) -> None:
    assert (parse(typed).terms, parse(typed).hint) == ((read,), "")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tag:c++", Term("c++", field="tag")),
        ("tag:.net", Term(".net", field="tag")),
        ("-tag:c#", Term("c#", field="tag", negated=True)),
        ("source:Yahoo!", Term("Yahoo!", field="source")),
        ("speaker:J.R.", Term("J.R.", field="speaker")),
        ("tag:--x", Term("x", field="tag", negated=True)),
        ("tag:'c++", Term("c++", Kind.EXACT, "tag")),
        ("said:plan,", Term("plan", field="said")),
    ],
)
def test_a_name_keeps_its_punctuation(typed: str, read: Term) -> None:
    assert parse(typed).terms == (read,)
    assert parse(str(parse(typed))) == parse(typed)


def test_punctuation_around_a_word_is_no_part_of_it() -> None:
    assert [t.text for t in parse("(plan), U.S. 15-year-old? …").terms] == ["plan", "U.S", "15-year-old"]


@pytest.mark.parametrize("date", ["2023", "2023-07", "2023-07-31", "2023-07..2024", "2023..", "..2024-02-01"])
def test_dates(date: str) -> None:
    assert parse(f"date:{date}").terms == (Term(date, field="date"),)


def test_the_beginning_of_a_choice_is_enough() -> None:
    assert parse("is:b has:q is:unr is:read").terms == tuple(
        Term(text, field=field)
        for field, text in [("is", "bookmarked"), ("has", "quote"), ("is", "unread"), ("is", "read")]
    )


@pytest.mark.parametrize(
    ("typed", "words", "hint"),
    [
        ('"open phrase', ["open", "phrase"], "not closed"),
        ("nowhere:plan", ["nowhere", "plan"], "no field nowhere:"),
        ("date:20x3", ["20x3"], "a date is"),
        ("date:2023-13", ["2023", "13"], "a date is"),
        ("date:2023-02-31", ["2023", "02", "31"], "there is no 2023-02-31: read as words"),
        ("date:2023-01..2023-06-31", ["01", "2023", "06", "31"], "there is no 2023-06-31"),
        ("is:blue", ["blue"], "is: knows"),
        ("has:teeth", ["teeth"], "has: knows"),
        ("OR plan", ["plan"], "OR needs"),
        ("plan OR", ["plan"], "OR needs"),
        ("title:", [], "title: needs a value"),
        ("date:", [], "date: needs a value"),
    ],
)
def test_what_is_not_understood_is_read_as_words_and_said(typed: str, words: list[str], hint: str) -> None:
    query = parse(typed)
    assert [t.text for t in query.terms] == words
    assert all(t.kind is Kind.WORD and not t.field for t in query.terms)
    assert hint in query.hint


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_the_empty_query(typed: str) -> None:
    query = parse(typed)
    assert (bool(query), query.junk, query.hint) == (False, False, "")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("-", "- needs a word"),
        ("- -", "- needs a word"),
        ("'", "' needs a word"),
        ("^", "^ needs a word"),
        ('"', "not closed"),
        ('""', "the phrase is empty"),
        ("…", "nothing to look for in …"),
        ("***", "nothing to look for in ***"),
        ("\\", "nothing to look for in \\"),
        ("*" * 2000, f"{'*' * 23}…"),
    ],
)
def test_only_junk_is_said_to_be_that(typed: str, hint: str) -> None:
    query = parse(typed)
    assert (bool(query), query.junk) == (False, True)
    assert query.hint.partition("\n")[0].count(hint) == 1
    # Beside a word it is passed by, as in a headline pasted: `Harbour – plan *`.
    assert parse(f"plan {typed} harbour" if '"' not in typed else "plan").hint == ""


@pytest.mark.parametrize(
    ("typed", "read", "hint"),
    [
        ("title:-kestrel", "-title:kestrel", "title:-kestrel is read as -title:kestrel"),
        ("title:title:x", "title:x", "title:title: is read as title:"),
        ("title:text:x", "text:x", "title:text: is read as text:"),
        ("date:2024..2023", "date:2023..2024", "the range ends before it begins: read as 2023..2024"),
        ("kestrel AND harbour", "kestrel harbour", "AND is not needed"),
        ("kestrel AND", "kestrel and", ""),
        ("AND kestrel", "and kestrel", ""),
        ("NOT harbour", "not harbour", "write -harbour"),
        ("kestrel or harbour", "kestrel or harbour", "write OR to find either"),
        ("kestrel or", "kestrel or", ""),
        ("source:a:b", "source:a:b", ""),
        ("kestrel kestrel plan kestrel", "plan kestrel", ""),
        ("a OR b OR a", "b OR a", ""),
    ],
)
def test_what_is_meant_otherwise_is_read_so_and_said(typed: str, read: str, hint: str) -> None:
    query = parse(typed)
    assert str(query) == read
    assert (hint in query.hint) if hint else not query.hint


@pytest.mark.parametrize(
    "typed",
    [
        '"the open phr',
        '"',
        "-",
        "'",
        "^",
        "title:",
        "plan -title:",
        "plan OR",
        "date:20",
        "date:2023-",
        "date:2023.",
        "date:2023..2",
        "date:..",
        "date:..2",
        "plan -date:202",
    ],
)
def test_what_is_still_being_written_is_no_mistake_yet(typed: str) -> None:
    assert parse(typed).hint
    assert parse(typed, typing=True).hint == ""


@pytest.mark.parametrize(
    "typed",
    ["***", "nowhere:plan", "is:blue", '""', "title: plan", "date:abc", "date:2023-13", "date:2023-2", "date:2023-02-3",
     "date:202 plan", "date:2023- -plan", "date:2023..x"],
)  # fmt: skip
def test_what_no_letter_more_makes_right_is_said_while_typing(typed: str) -> None:
    assert parse(typed, typing=True).hint == parse(typed).hint != ""


def test_a_date_that_can_still_become_one_is_asked_for_as_far_as_it_goes() -> None:
    for date in ("2", "202", "2023-", "2023-07-2", "2023.", "2023..2"):
        assert parse(f"plan date:{date}").terms == (Term("plan"), Term(date, field="date"))
    for date in ("", ".", "..", "..2", "..202"):
        assert parse(f"plan date:{date}").terms == (Term("plan"),)
    # Nothing is left out before it is known what.
    assert parse("plan -date:202").terms == (Term("plan"),)
    assert parse("date:202 plan").terms == (Term("202"), Term("plan"))


def test_an_address_is_no_unknown_field() -> None:
    query = parse("https://example.org/a")
    assert [t.text for t in query.terms] == ["https", "example", "org", "a"]
    assert query.hint == ""


def test_the_word_being_typed_is_the_last_bare_word() -> None:
    assert parse("council har").typed == Term("har")
    assert parse("title:har").typed == Term("har", field="title")
    assert parse('har "council"').typed is None
    assert parse("'har").typed is None
    assert parse("har lang:pl").typed == parse("har -plan is:read").typed == Term("har")
    assert parse("-har lang:pl").typed is None
    assert parse("title:plan OR text:har").unfinished == (Term("plan", field="title"), Term("har", field="text"))
    assert parse("plan OR har").unfinished == (Term("har"),)
    assert parse("har 'plan").unfinished == ()
    assert parse("").typed is None


def test_equality_does_not_look_at_the_hint() -> None:
    assert parse('"a b') == parse("a b")


def test_what_help_says_of_the_language_fits_and_names_every_field() -> None:
    assert max(len(means) for _, means in LANGUAGE) <= 50
    written = " ".join(written for written, _ in LANGUAGE)
    assert [name for name in FIELDS if f"{name}:" not in written] == []
