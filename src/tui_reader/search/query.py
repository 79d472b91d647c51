"""The query language: values, and how they are printed.

A query is a conjunction of clauses; a clause is one term or several joined by `OR`, which binds tighter than the space.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

TEXT_FIELDS = ("title", "text")
"""Fields whose values are looked for word by word in the article itself."""

STATES = ("read", "unread", "bookmarked")
"""Values of `is:`."""

HOLDINGS = ("quote", "note")
"""Values of `has:`."""

FIELDS = (*TEXT_FIELDS, "speaker", "said", "lang", "date", "tag", "source", "is", "has")
"""All fields, as typed before the colon."""


LANGUAGE = (
    ("word", "or one near it; the last word may be unfinished"),
    ('"a phrase"', "these words one after the other"),
    ("-word", "leaves out what has exactly this word"),
    ("one OR other", "either"),
    ("'word", "exactly this word: no typo, no other spelling"),
    ("^word", "words that begin so"),
    ('\'"a phrase"', "to the letter; with ^ its last word may go on"),
    ("title: text:", "in the title alone, in the text alone"),
    ("speaker: said:", "who says it, and what: of one quotation"),
    ("lang: tag: source:", "a language (en), a tag, who published it"),
    ("date:", "2023, 2023-07, 2023-07-01, 2023-07..2024"),
    ("is: has:", "read, unread, bookmarked; quote, note"),
)
"""What can be written in a query, and what it means: for help, in lines of 50 characters."""


class Kind(StrEnum):
    """How a term is to be matched."""

    WORD = "word"
    """Whatever is near enough: exact, the beginning of a word being typed, a typing slip, a name variant."""
    PHRASE = "phrase"
    """These words one after the other."""
    PREFIX = "prefix"
    """Words that begin like this; of several words, which follow each other, the last one."""
    EXACT = "exact"
    """This word and no other, or these words and no others one after the other."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for."""

    text: str
    """As typed, without operators and without punctuation at the ends."""
    kind: Kind = Kind.WORD
    field: str = ""
    """One of FIELDS, or empty for title and text together."""
    negated: bool = False

    @property
    def in_text(self) -> bool:
        """Whether the words themselves are looked for in title or text (and not a property of the article)."""
        return not self.field or self.field in TEXT_FIELDS

    @property
    def to_the_letter(self) -> bool:
        """Whether this word is meant and no other, in the script it was typed in: `'word`, and what is left out."""
        return self.kind is Kind.EXACT or (self.negated and self.in_text and self.kind is Kind.WORD)

    def __str__(self) -> str:
        sign = "-" if self.negated else ""
        name = f"{self.field}:" if self.field else ""
        mark = {Kind.PREFIX: "^", Kind.EXACT: "'"}.get(self.kind, "")
        value = f'"{self.text}"' if self.kind is Kind.PHRASE or " " in self.text else self.text
        return f"{sign}{name}{mark}{value}"


@dataclass(frozen=True, slots=True)
class Query:
    """What the user asks for. `parse(str(query)) == query`."""

    clauses: tuple[tuple[Term, ...], ...] = ()
    """All must hold; of the terms inside one clause any."""
    hint: str = field(default="", compare=False)
    """What was wrong with the typed query, in one line, or empty."""
    junk: bool = field(default=False, compare=False)
    """Something was typed, and nothing of it can be looked for: no article answers that."""

    def __str__(self) -> str:
        return " ".join(" OR ".join(map(str, clause)) for clause in self.clauses)

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def typed(self) -> Term | None:
        """The word being typed: the last bare word that is looked for.

        What is left out and properties of the article may follow it (`vacc -plan lang:en`): they are no words found.
        """
        for term in reversed(self.terms):
            if term.in_text and not term.negated:
                return term if term.kind is Kind.WORD else None
        return None

    @property
    def unfinished(self) -> tuple[Term, ...]:
        """The words that may go on: the one being typed, and in `title:vacc OR text:vacc` those beside it."""
        typed = self.typed
        if typed is None:
            return ()
        clause = next(clause for clause in reversed(self.clauses) if typed in clause)
        beside = (t for t in clause if t.field in TEXT_FIELDS and t.kind is Kind.WORD and not t.negated)
        return (*(term for term in beside if term != typed), typed)

    @property
    def begun(self) -> Term | None:
        """The language or the tag being typed: the last term, when it is one."""
        last = self.terms[-1] if self.clauses else None
        wanted = last is not None and last.field in ("lang", "tag") and last.kind is Kind.WORD and not last.negated
        return last if wanted else None

    @property
    def has_words(self) -> bool:
        """Whether it asks for words that can be marked in an article, and not for properties of it alone."""
        return any((term.in_text or term.field in ("speaker", "said")) and not term.negated for term in self.terms)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms in the order typed."""
        return tuple(term for clause in self.clauses for term in clause)
