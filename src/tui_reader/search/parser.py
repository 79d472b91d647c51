"""From what was typed to a Query. Nothing that can be typed is an error: what is not understood is read as words."""

from __future__ import annotations

import re

from tui_reader.search.dates import date_range
from tui_reader.search.query import FIELDS, HOLDINGS, STATES, Kind, Query, Term
from tui_reader.search.words import WORD

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_FIELD = re.compile(r"([A-Za-z]+):")
_RUN = re.compile(r'[^\s"]+')
_KINDS = {"^": Kind.PREFIX, "'": Kind.EXACT}
_OR = "OR"
_CHOICES = {"is": STATES, "has": HOLDINGS}


def parse(text: str) -> Query:
    """Read a query. The hint of the result says what could not be understood."""
    return _Parser(text.translate(_QUOTES)).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.clauses: list[list[Term]] = []
        self.hints: list[str] = []
        self.joining = False

    def run(self) -> Query:
        while self._skip_space():
            found = _RUN.match(self.text, self.at)
            if found and found[0] == _OR:
                self.at = found.end()
                self._or()
            else:
                self._term()
        if self.joining:
            self.hints.append("OR needs a word on both sides")
        return Query(tuple(map(tuple, self.clauses)), "; ".join(dict.fromkeys(self.hints)))

    def _skip_space(self) -> bool:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)

    def _or(self) -> None:
        if self.joining or not self.clauses:
            self.hints.append("OR needs a word on both sides")
        else:
            self.joining = True

    def _term(self) -> None:
        negated = self.text[self.at] == "-"
        self.at += negated
        field = ""
        found = _FIELD.match(self.text, self.at)
        # An address (`https://...`) is no field that somebody misspelt.
        if found and not self.text.startswith("//", found.end()):
            self.at = found.end()
            field = found[1].lower()
            if field not in FIELDS:
                self.hints.append(f"there is no field {field}: (fields are {' '.join(FIELDS)})")
                self._add_words(found[1], negated)
                field = ""
        self._value(field, negated)

    def _value(self, field: str, negated: bool) -> None:
        if self.text.startswith('"', self.at):
            self._phrase(field, negated)
            return
        kind = _KINDS.get(self.text[self.at : self.at + 1], Kind.WORD)
        self.at += kind is not Kind.WORD
        found = _RUN.match(self.text, self.at)
        if found:
            self.at = found.end()
            self._add(found[0], kind, field, negated)
        elif field:
            self.hints.append(f"{field}: needs a value")

    def _phrase(self, field: str, negated: bool) -> None:
        end = self.text.find('"', self.at + 1)
        if end < 0:
            self.at += 1
            if self.text[self.at :].strip():
                self.hints.append("the quotation mark is not closed: read as words")
            return
        inside = " ".join(self.text[self.at + 1 : end].split())
        self.at = end + 1
        self._add(inside, Kind.PHRASE, field, negated)

    def _add(self, value: str, kind: Kind, field: str, negated: bool) -> None:
        """Add a value if it is one its field understands, its words otherwise."""
        if field == "date":
            if date_range(value) is None:
                self.hints.append("a date is 2023, 2023-07, 2023-07-01 or a range like 2023-07..2024")
                self._add_words(value, negated)
            else:
                self._append(Term(value, Kind.WORD, field, negated))
            return
        words = list(WORD.finditer(value))
        if not words:
            if field:
                self.hints.append(f"{field}: needs a value")
            return
        text = value if kind is Kind.PHRASE else value[words[0].start() : words[-1].end()]
        if field in _CHOICES:
            self._choice(field, text, negated)
        elif not field and kind is Kind.WORD and (_FIELD.match(text) or text == _OR):
            self._add_words(text, negated)
        else:
            self._append(Term(text, kind, field, negated))

    def _choice(self, field: str, text: str, negated: bool) -> None:
        # The beginning of a choice is enough, so that the list does not jump about while it is being typed.
        choice = next((c for c in _CHOICES[field] if c.startswith(text.lower())), None)
        if choice is None:
            self.hints.append(f"{field}: knows {', '.join(_CHOICES[field])}")
            self._add_words(text, negated)
        else:
            self._append(Term(choice, Kind.WORD, field, negated))

    def _add_words(self, text: str, negated: bool) -> None:
        for word in WORD.findall(text):
            self._append(Term(word.lower() if word == _OR else word, Kind.WORD, "", negated))

    def _append(self, term: Term) -> None:
        if self.joining:
            self.clauses[-1].append(term)
        else:
            self.clauses.append([term])
        self.joining = False
