"""From what was typed to a Query. Nothing that can be typed is an error: what is not understood is read as words."""

from __future__ import annotations

import re
from functools import lru_cache

from tui_reader.search.dates import begun_range, date_range, missing_day, turned
from tui_reader.search.query import FIELDS, HOLDINGS, STATES, Kind, Query, Term
from tui_reader.search.words import WORD

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_FIELD = re.compile(r"([A-Za-z]+)([:：])")
_WIDE = "："
"""The colon of Chinese and Japanese keyboards: it ends the name of a field, and stands in texts for no field."""

_RUN = re.compile(r'[^\s"]+')
_KINDS = {"^": Kind.PREFIX, "'": Kind.EXACT}
_OR, _AND, _NOT = "OR", "AND", "NOT"
_OPERATORS = (_OR, _AND, _NOT)
_VALUES = ("tag", "source", "speaker")
"""Fields whose values are names, and may begin and end with more than letters: `tag:c++`."""

_CHOICES = {"is": STATES, "has": HOLDINGS}
_SHOWN = 24
"""Characters of what was typed that a hint repeats."""
_ALONE = {
    "-": "- needs a word: -plan leaves out what has it",
    "^": "^ needs a word: ^plan finds words that begin so",
    "'": "' needs a word: 'plan finds exactly this one",
}


@lru_cache(maxsize=64)
def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query. The hint of the result says what could not be understood.

    With `typing` the end of `text` is still being written: what is merely unfinished there is not complained about.
    The last queries are kept: every row of a list asks for the same one.
    """
    return _Parser(text.translate(_QUOTES), typing).run()


def begun(text: str) -> bool:
    """Whether only the beginning of a term has been typed, a mark or the name of a field: no query yet."""
    query = parse(text, typing=True)
    return query.junk and not query.hint


def shortened(text: str) -> str:
    """What was typed as a message repeats it: not all of a pasted page."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


class _Parser:
    def __init__(self, text: str, typing: bool) -> None:
        self.text = text
        self.typing = typing
        self.at = 0
        self.clauses: list[list[Term]] = []
        self.hints: list[str] = []
        self.junk: list[str] = []
        """What to say when nothing else was typed."""
        self.joining = self.adding = False

    def run(self) -> Query:
        while self._skip_space():
            found = _RUN.match(self.text, self.at)
            word = found[0] if found else ""
            if word in _OPERATORS:
                self.at += len(word)
                self._operator(word)
            else:
                if word == "or" and self.clauses and not self.joining and self._next(self.at + 2):
                    self._say("or is read as a word: write OR to find either")
                self._term()
        if self.joining:
            self._say("OR needs a word on both sides", unfinished=True)
        if self.adding:
            self.adding = False
            self._append(Term(_AND.lower()))
        hints = self.hints or ([] if self.clauses else self.junk[:1])
        junk = not self.clauses and bool(self.text.strip())
        return Query(_each_once(self.clauses), "; ".join(dict.fromkeys(hints)), junk)

    def _say(self, hint: str, *, unfinished: bool = False, junk: bool = False) -> None:
        """Note a hint; one about what may be `unfinished` is held back as long as somebody writes on there."""
        if not (unfinished and self.typing and not self.text[self.at :].strip()):
            (self.junk if junk else self.hints).append(hint)

    def _skip_space(self) -> bool:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.at < len(self.text)

    def _next(self, at: int) -> str:
        """The run that follows, to be named in a hint."""
        return shortened("".join(self.text[at:].split()[:1]))

    def _operator(self, word: str) -> None:
        following = self._next(self.at)
        if word == _NOT:
            if following:
                self._say(f"NOT is read as a word: write -{following.lstrip('-')} to leave it out")
            self._append(Term(word.lower()))
        elif word == _AND and self.clauses and not self.joining:
            # All words must be there anyway. Behind it nothing may come: then it was a word.
            self.adding = True
        elif word == _AND:
            self._append(Term(word.lower()))
        elif self.joining or not self.clauses:
            self._say("OR needs a word on both sides")
        else:
            self.joining = True

    def _term(self) -> None:
        negated = self.text[self.at] == "-"
        self.at += negated
        field = self._field(negated)
        if field and self.text.startswith("-", self.at) and self._next(self.at + 1):
            self._say(f"{field}:-{self._next(self.at + 1)} is read as -{field}:{self._next(self.at + 1)}")
            negated = True
            self.at += 1
        self._value(field, negated)

    def _field(self, negated: bool) -> str:
        """The name of the field a value follows, which stands at the end of it now."""
        field = ""
        while found := _FIELD.match(self.text, self.at):
            name = found[1].lower()
            known = name in FIELDS
            # An address (`https://...`) is no field that somebody misspelt, and a value may hold a colon.
            if self.text.startswith("//", found.end()) or (not known and (field or found[2] == _WIDE)):
                break
            self.at = found.end()
            if not known:
                self._say(f"there is no field {shortened(name)}: (fields are {' '.join(FIELDS)})")
                self._add_words(found[1], negated)
                break
            if field:
                self._say(f"{field}:{name}: is read as {name}:")
            field = name
        return field

    def _value(self, field: str, negated: bool) -> None:
        mark = self.text[self.at : self.at + 1]
        kind = _KINDS.get(mark, Kind.WORD)
        self.at += kind is not Kind.WORD
        if self.text.startswith('"', self.at):
            self._phrase(field, negated, Kind.PHRASE if kind is Kind.WORD else kind)
            return
        found = _RUN.match(self.text, self.at)
        if found:
            self.at = found.end()
            self._add(found[0], kind, field, negated)
        elif field:
            self._say(f"{field}: needs a value", unfinished=True)
        elif alone := _ALONE.get(mark if kind is not Kind.WORD else "-"):
            self._say(alone, unfinished=True, junk=True)

    def _phrase(self, field: str, negated: bool, kind: Kind) -> None:
        end = self.text.find('"', self.at + 1)
        if end < 0:
            self.at += 1
            if self.text[self.at :].strip() and not self.typing:
                self._say("the quotation mark is not closed: read as words")
            elif field:
                self._say(f"{field}: needs a value", unfinished=True)
            else:
                self._say("the quotation mark is not closed", unfinished=True, junk=True)
            return
        inside = " ".join(self.text[self.at + 1 : end].split())
        self.at = end + 1
        self._add(inside, kind, field, negated)

    def _add(self, value: str, kind: Kind, field: str, negated: bool) -> None:
        """Add a value if it is one its field understands, its words otherwise."""
        if field == "date":
            self._date(value, negated)
            return
        words = list(WORD.finditer(value))
        if not words:
            nothing = f"there is nothing to look for in {shortened(value)}" if value else "the phrase is empty"
            self._say(f"{field}: needs a value" if field else nothing, junk=not field)
            return
        text = value if kind is Kind.PHRASE or field in _VALUES else value[words[0].start() : words[-1].end()]
        if kind is Kind.WORD:
            text = text.lstrip("".join((*_KINDS, "-")))
        nested = kind is Kind.WORD and _FIELD.match(text)
        if field in _CHOICES:
            self._choice(field, text, negated)
        elif nested and (nested[1].lower() in FIELDS or not (field or nested[2] == _WIDE)):
            self._add_words(text, negated, field)
        elif not field and kind is Kind.WORD and text in _OPERATORS:
            self._add_words(text, negated)
        else:
            self._append(Term(text, kind, field, negated))

    def _date(self, value: str, negated: bool) -> None:
        if date_range(value) is None:
            if not self._begun_date(value, negated):
                usual = "a date is 2023, 2023-07, 2023-07-01 or a range like 2023-07..2024"
                gone = missing_day(value)
                self._say(f"there is no {gone}: read as words" if gone else usual)
                self._add_words(value, negated)
            return
        if around := turned(value):
            self._say(f"the range ends before it begins: read as {around}")
        self._append(Term(around or value, Kind.WORD, "date", negated))

    def _begun_date(self, value: str, negated: bool) -> bool:
        """Take a date at the end of the query for what it can still become; whether it can become one."""
        begun = begun_range(value) if not self.text[self.at :].strip() else None
        if begun is None:
            return False
        if negated or begun == ("", ""):
            # Nothing is settled yet; and what is left out is not what a date may become.
            self._say(f"{shortened(value)} is no whole date yet", unfinished=True)
        else:
            self._say(f"{shortened(value)} is no whole date: every date it can become is found", unfinished=True)
            self._append(Term(value, Kind.WORD, "date"))
        return True

    def _choice(self, field: str, text: str, negated: bool) -> None:
        # The beginning of a choice is enough, so that the list does not jump about while it is being typed.
        choice = next((c for c in _CHOICES[field] if c.startswith(text.lower())), None)
        if choice is None:
            self._say(f"{field}: knows {', '.join(_CHOICES[field])}")
            self._add_words(text, negated)
        else:
            self._append(Term(choice, Kind.WORD, field, negated))

    def _add_words(self, text: str, negated: bool, field: str = "") -> None:
        for word in WORD.findall(text):
            self._append(Term(word.lower() if word in _OPERATORS else word, Kind.WORD, field, negated))

    def _append(self, term: Term) -> None:
        if self.adding:
            self._say("AND is not needed: all words must be there")
        if self.joining:
            self.clauses[-1].append(term)
        else:
            self.clauses.append([term])
        self.joining = self.adding = False


def _each_once(clauses: list[list[Term]]) -> tuple[tuple[Term, ...], ...]:
    """Clauses without repetitions, which would cost time and say nothing; the last one stays, it is being typed."""
    once = (tuple(dict.fromkeys(reversed(clause)))[::-1] for clause in reversed(clauses))
    return tuple(dict.fromkeys(once))[::-1]
