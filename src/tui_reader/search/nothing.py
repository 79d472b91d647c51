"""Why nothing was found: what stood in the way, and the word that would have found something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.search.facts import holds, words_match
from tui_reader.search.parser import shortened
from tui_reader.search.people import every_name, is_known, words_of_names
from tui_reader.search.query import Kind, Query, Term
from tui_reader.search.quoted import quote_clauses
from tui_reader.search.vocabulary import allowed_edits
from tui_reader.search.words import WORD

if TYPE_CHECKING:
    from tui_reader.model.article import Article
    from tui_reader.search.facts import Facts
    from tui_reader.search.vocabulary import Vocabulary

MOST_VALUES = 8
"""So many languages or tags are named, those of most articles first."""

MOST_CLAUSES = 8
"""So many words are looked up one by one: nobody reads what is wrong with each word of a pasted page."""


class Values:
    """What the files say of themselves, each once. It only grows: whether an article still says it is asked then.

    The user's own tags are not among them: whoever looks for one knows that it is one.
    """

    def __init__(self) -> None:
        self.names: set[str] = set()
        """Sources and authors."""
        self.languages: set[str] = set()
        self.tags: set[str] = set()

    def add(self, article: Article) -> None:
        """Note what an article says."""
        self.names.update(filter(None, (article.source, article.author)))
        if article.language:
            self.languages.add(article.language.lower())
        self.tags.update(article.tags)


class Why(NamedTuple):
    """Why no article answers a query."""

    hint: str = ""
    """One line, or empty."""
    nearest: str = ""
    """The word of the corpus nearest to the one no article has; or the field that finds it (`source:herald`)."""
    better: str = ""
    """The query with that word; something answers it."""


def why_nothing(
    query: Query,
    words: Vocabulary,
    answered: Callable[[Query], bool],
    articles: Callable[[], Sequence[Article]],
    facts: Facts,
    values: Values,
    names: bool,
) -> Why:
    """Say what stood in the way of `query`, which no article answers; `answered` tries another one.

    Without other spellings of `names` a word counts only in the script it was typed in.
    """
    if hint := _unknown_value(query, articles, facts):
        return Why(hint)
    positive = [clause for clause in query.clauses if not all(t.negated for t in clause)]
    by_words = [clause for clause in positive if all(_by_words(t) for t in clause)][:MOST_CLAUSES]

    def found(clause: tuple[Term, ...]) -> bool:
        # Who is quoted is known without a look at every quotation.
        known = any(t.field == "speaker" and not t.negated and is_known(t, facts) for t in clause)
        return known or answered(Query((clause,)))

    blocking = [clause for clause in by_words if len(query.clauses) == 1 or not found(clause)]
    if not blocking:
        return Why(_apart(query, positive, answered))
    wanted = next(t for t in blocking[0] if not t.negated)
    missing = _missing(wanted, words, wanted in query.unfinished, names)
    if known := _as_value(query, blocking, values):
        what, instead, other = known
        if answered(other):
            return Why(f"{missing}, but it is {what}: {instead}", str(instead), str(other))
    nearest = Nearest(words, names, facts, values)
    better = _with_nearest(query, blocking, nearest)
    if better is not None and answered(better[1]):
        # A field is named: it may be the word that is right and the field that is not.
        return Why("" if wanted.in_text else missing, better[0], str(better[1]))
    return Why(missing)


def _by_words(wanted: Term) -> bool:
    return wanted.in_text or wanted.field in ("speaker", "said", "source")


def _apart(query: Query, positive: list[tuple[Term, ...]], answered: Callable[[Query], bool]) -> str:
    """What to say when every part of the query finds something."""
    if len(positive) < len(query.clauses) and answered(Query(tuple(positive))):
        left_out = next(t for clause in query.clauses for t in clause if t.negated)
        return f"{shortened(str(left_out))} leaves out everything found"
    if len(positive) < 2:
        return ""
    if all(t.in_text for clause in positive for t in clause):
        return "each word occurs, but no article has them all"
    if len(quoted := quote_clauses(query)) > 1 and not answered(Query(quoted)):
        return "each part is found, but no quotation answers them all"
    return "no article answers all parts of the query"


class Nearest:
    """Real words near those that stand nowhere: of the texts, of those quoted, of the sources."""

    def __init__(self, words: Vocabulary, names: bool, facts: Facts, values: Values) -> None:
        self._words = words
        self._names = names
        self._facts = facts
        self._values = values

    def of(self, wanted: Term) -> tuple[str, str] | None:
        """The words near those of a term that stand nowhere, and its text with them; None when one has none near it."""
        names = self._called(wanted.field)
        there = self._words if names is None else words_of_names(names)
        as_written = wanted.to_the_letter or not self._names
        text, found = wanted.text, []
        for word in WORD.findall(text):
            if there.has(word, as_written) or any(words_match(Term(word), name) for name in names or ()):
                continue
            if not (near := there.nearest(word)):
                return None
            found.append(near)
            text = text.replace(word, near, 1)
        return " ".join(found), text

    def _called(self, field: str) -> tuple[str, ...] | None:
        """The names that a term of this field is looked for in; None when it is words."""
        if field == "speaker":
            return every_name(self._facts)
        return tuple(self._values.names) if field == "source" else None


def _with_nearest(query: Query, blocking: list[tuple[Term, ...]], nearest: Nearest) -> tuple[str, Query] | None:
    """The words nearest to those no article has, and the query with them; None when one has no real word near it."""
    found: list[str] = []
    clauses = list(query.clauses)
    for clause in blocking:
        changed = list(clause)
        for at, wanted in enumerate(clause):
            if wanted.negated:
                continue
            if (near := nearest.of(wanted)) is None:
                return None
            found.append(near[0])
            changed[at] = replace(wanted, text=near[1])
        clauses[clauses.index(clause)] = tuple(changed)
    words = " ".join(dict.fromkeys(filter(None, found)))
    return (words, Query(tuple(clauses))) if words else None


_WHERE = {"title": "no title has", "text": "no text has", "said": "no quotation has"}


def _missing(wanted: Term, words: Vocabulary, unfinished: bool, names: bool) -> str:
    """What no article has, as far as it was looked for: no slip is forgiven in a phrase, a number, a short word."""
    if wanted.field in ("speaker", "source"):
        whose = "nobody quoted" if wanted.field == "speaker" else "no source"
        return f"{whose} is called {shortened(wanted.text)}"
    where = _WHERE.get(wanted.field, "no article has")
    parts = WORD.findall(wanted.text)
    as_written = wanted.to_the_letter or not names
    unknown = next((word for word in parts if not words.has(word, as_written)), "")
    if len(parts) > 1 and not unknown:
        return f"{where} “{shortened(wanted.text)}”: its words, but not in a row"
    word = unknown or parts[0]
    alone = len(parts) == 1
    if alone and wanted.kind is Kind.WORD and allowed_edits(word):
        what = "a word like"
    elif alone and (wanted.kind is Kind.PREFIX or (wanted.kind is Kind.WORD and unfinished)):
        what = "a word that begins with"
    else:
        what = "the word"
    elsewhere = as_written and not words.has(word, True) and words.has(word, False)
    return f"{where} {what} {shortened(word)}{' in this script' if elsewhere else ''}"


def _as_value(query: Query, blocking: list[tuple[Term, ...]], values: Values) -> tuple[str, Term, Query] | None:
    """What a word no article has is instead, the term that asks for that, and the query with all such terms."""
    clauses = list(query.clauses)
    known: list[tuple[str, Term]] = []
    for clause in blocking:
        wanted = clause[0]
        plain = len(clause) == 1 and not wanted.field and wanted.kind in (Kind.WORD, Kind.EXACT)
        value = _value(wanted.text, values) if plain else None
        if value is None:
            return None
        known.append(value)
        clauses[clauses.index(clause)] = (value[1],)
    return (*known[0], Query(tuple(clauses)))


def _value(text: str, values: Values) -> tuple[str, Term] | None:
    from tui_reader.text.folding import fold

    whole, plain = Term(text, Kind.PHRASE), fold(text)
    # Few names hold the letters at all, and words take fifty times as long to compare.
    if any(words_match(whole, name) for name in tuple(values.names) if plain in fold(name)):
        return "a source", Term(text, field="source")
    if plain in values.languages:
        return "a language", Term(plain, field="lang")
    if any(fold(tag) == plain for tag in tuple(values.tags)):
        return "a tag", Term(text, field="tag")
    return None


def _unknown_value(query: Query, articles: Callable[[], Sequence[Article]], facts: Facts) -> str:
    """A language or a tag that no article has, and some of those there are."""
    for clause in query.clauses:
        wanted = clause[0]
        if len(clause) > 1 or wanted.negated or wanted.field not in ("lang", "tag"):
            continue
        begun = replace(wanted, kind=Kind.PREFIX) if wanted == query.begun else wanted
        if any(holds(begun, article, facts) for article in articles()):
            continue
        if wanted.field == "lang":
            there = Counter(a.language for a in articles() if a.language)
            missing, what = f"no article is in {shortened(wanted.text)}", "languages"
        else:
            there = Counter(tag for a in articles() for tag in {*a.tags, *facts.tags_of(a)})
            missing, what = f"no article has the tag {shortened(wanted.text)}", "tags"
        values = ", ".join(value for value, _ in there.most_common(MOST_VALUES))
        more = ", …" if len(there) > MOST_VALUES else ""
        return f"{missing}; {what}: {values}{more}" if values else f"{missing}: none has any"
    return ""
