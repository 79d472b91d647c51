"""What a language needs to be read for quotations: one file of words, `lexicons/<language>.toml`."""

from __future__ import annotations

from functools import lru_cache

from tui_reader.quotes.forenames import genitives
from tui_reader.quotes.inflection import Cases, forename_stem, role_stem
from tui_reader.quotes.wordlists import expand, listed, table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tui_reader.quotes.items import Sure
    from tui_reader.quotes.names import Named

CUE = 1
"""A verb that introduces speech: `said`."""
WEAK = 2
"""A verb or noun that reports a fragment: `called`, `statement`."""
PRONOUN = 4
TITLE = 8
"""Stands before a name and is no part of it: `President`, `Mrs`."""
ROLE = 16
"""A common noun for somebody who can speak: `spokesman`."""
PREPOSITION = 32
STOP = 64
"""A function word: with a capital letter it is still no name."""
MEDIA = 128
"""Before a quoted string it says the string is a title or a term: `novel`, `so-called`."""
NOT_NAME = 256
"""Written with a capital letter but no person: `Monday`, `American`."""
PARTICLE = 512
"""Belongs inside a name though written small: `van`, `de`."""
ADVERB = 1024
"""May stand between a subject and its verb: `also`, `has`."""
RELATIVE = 2048
DETERMINER = 4096
CONJUNCTION = 8192
SUBORDINATOR = 16384
SUFFIX = 32768
"""Closes a name: `Jr`."""
ABBREVIATION = 65536
"""A full stop after it ends no sentence."""
FORENAME = 131072
CITE = 524288
"""A cue whose object speaks: `quotes`."""
IMPERSONAL = 1048576
"""A cue whose subject is a document, never a person: `czytamy`."""
GENERIC = 2097152
"""A role noun that fits almost anybody: `politician`."""
INDEFINITE = 262144
"""Before a role noun it says: somebody new."""
BODY = 8388608
"""Closes the name of an institution: `Agency`. It may say something, but `he` never means it."""
KIN = 16777216
"""A role somebody has to somebody: the bare name behind it says to whom. `супруга Петрова`"""
PLACE = 4194304
"""A country, a city, or a noun that closes the name of a place: `Region`. A place is never a speaker."""

COMMON = BODY | PLACE
"""Flags that leave a word a common noun."""

_KEYS = (
    ("cues", CUE), ("weak", WEAK), ("titles", TITLE), ("roles", ROLE), ("prepositions", PREPOSITION),
    ("stop", STOP), ("media", MEDIA), ("not_names", NOT_NAME), ("particles", PARTICLE), ("adverbs", ADVERB),
    ("relatives", RELATIVE), ("determiners", DETERMINER), ("conjunctions", CONJUNCTION),
    ("subordinators", SUBORDINATOR), ("suffixes", SUFFIX), ("abbreviations", ABBREVIATION),
    ("pronouns", PRONOUN), ("according", 0), ("forenames", FORENAME),
    ("indefinite", INDEFINITE), ("cites", CITE), ("impersonal", IMPERSONAL), ("generic", GENERIC),
    ("places", PLACE | NOT_NAME), ("place_nouns", PLACE), ("body_nouns", BODY), ("kin", KIN | ROLE),
)  # fmt: skip
_GENDERS = ("m", "f", "p", "n", "x")

LANGUAGES = ("en", "pl", "ru", "uk", "be", "de", "fr", "es")
"""The languages that have a file."""


class Lexicon:
    """The words of one language; never changed, but for what it remembers of the texts read."""

    language: str
    words: dict[str, int]
    """Word form in lower case to its flags."""
    genders: dict[str, str]
    """Word form to `m`, `f` or `p` (plural), where the form tells: pronouns, titles, forenames, past tenses."""
    according: dict[str, list[tuple[str, ...]]]
    """Phrases such as `according to` by their first word; the name follows."""
    according_words: frozenset[str]
    """Words that begin such a phrase, or are one."""
    according_after: frozenset[str]
    """Words that name the speaker only after a quotation: German `so`."""
    dialogue: bool
    """Whether speech may be set off by dashes alone."""
    zero_subject: bool
    """Whether a cue verb without a subject means `he` or `she`."""
    noun_capitals: bool
    """Whether common nouns have capital letters."""
    verb_first: bool
    """Whether the subject follows the verb after a quotation and need not stand next to it."""
    noun_endings: tuple[str, ...]
    """Endings that make a capitalised word a common noun, where nouns have capitals."""
    adjective_endings: tuple[str, ...]
    """Endings of adjectives in oblique cases: the phrase of a preposition goes on."""
    role_endings: tuple[str, ...]
    """Endings that make a compound a role: German `-minister`."""
    cue_endings: tuple[str, ...]
    """Endings of verbs that make an unknown word a cue right after a dialogue dash."""
    dash_inside: bool
    """Whether a cue may stand between dashes inside the marks."""
    same_roles: tuple[frozenset[str], ...]
    """Stems of role nouns that may mean the same person: `leader`, `president`."""
    role_stems: frozenset[str]
    origins: frozenset[str]
    """Nouns for where somebody is from, with a capital letter as names have, but an article before: `la Hongroise`."""
    person_stems: frozenset[str]
    """Those of them that only people have: `apprentice`, not `company`."""
    inside: frozenset[str]
    """Prepositions that say in which office something was said: `в`, `w`."""
    thus: frozenset[str]
    """Words a sentence begins with that says whose the words before it were: `tak`, `tymi słowami`."""
    elides: frozenset[str]
    """Words that lose their vowel before the next and are written with it: `l'`."""
    incise: bool
    """Whether a cue may stand between commas inside the words: « A, dit-il, B »."""
    owners: frozenset[str]
    """Possessives that tell whose words follow: `his`."""
    passives: frozenset[str]
    """Verbs that make the subject of the next the one who hears: `was`."""
    told: frozenset[str]
    """Participles behind them that are no cues: `zapytany`."""
    active: tuple[str, ...]
    """Ends of forms that stay active behind them: `was saying`."""
    agents: frozenset[str]
    """Prepositions that name who speaks in the passive: `by`."""
    negations: frozenset[str]
    """Words that deny the verb they stand before: `never`."""
    negates_after: bool
    """Whether they may close the clause as well: `sagte er nie`."""
    limits: frozenset[str]
    """Words that make a negation none: `not only`."""
    nobody: frozenset[str]
    """Words that open a clause about what nobody did: `neither`."""
    gerund_endings: tuple[str, ...]
    """Ends of verbal adverbs: what follows one is its object, no subject."""
    cyrillic: bool
    """Whether the language is written in Cyrillic letters: a word in Latin ones is then a brand's or a body's."""
    cases: Cases
    genitives: dict[str, tuple[tuple[str, str], ...]]
    """Forenames in the genitive to the genders and nominatives they may have."""
    forename_stems: dict[str, dict[str, str]]
    """Stem of a forename to its nominatives by gender; empty for languages without cases of names."""

    wholes: dict[str, str]
    """Names of institutions no rule finds the end of, in lower case, and the nominative of each: `white house`."""
    whole_sizes: tuple[int, ...]
    """How many words they have, longest first."""
    openers: frozenset[str]
    """First words of the names of institutions: adjectives and nouns that are no names alone."""
    body_endings: tuple[str, ...]
    """Ends of words in small letters that go on with such a name: `Commission européenne`."""
    bodies: tuple[str, ...]
    """Common nouns for a body."""
    sure: dict[str, Sure]
    """Filled while texts are read: tokens whose kind depends on nothing around them."""

    names: dict[str, tuple[tuple[Named, ...], tuple[str, ...]]]
    """Filled while texts are read: the names in a run of capitals, and the surnames that would make them others."""

    def __init__(self, **words: Any) -> None:
        self.__dict__.update(words)

    def whole(self, words: str) -> str:
        """The institution that `words` name, in the nominative; empty for none."""
        return self.wholes.get(words.lower(), "") if words[:1].isupper() else ""

    def flags(self, word: str) -> int:
        """Flags of a word form given in lower case; 0 for an unknown word."""
        return self.words.get(word, 0)


def _fill(data: dict[str, Any]) -> tuple[dict[str, int], dict[str, str]]:
    words: dict[str, int] = {}
    genders: dict[str, str] = {}
    rules = data.get("expand", {})
    plural = tuple(listed(data, "plural_endings"))
    for key, flag in _KEYS:
        for suffix in ("", *_GENDERS):
            for form in listed(data, f"{key}_{suffix}" if suffix else key):
                words[form] = words.get(form, 0) | flag
                if flag == CUE and plural and form.endswith(plural):
                    genders.setdefault(form, "p")  # `mówią`: never one person
                if suffix and suffix != "x":
                    genders.setdefault(form, suffix)
        for form, gender in expand(data.get(f"{key}_past", ""), rules):
            words[form] = words.get(form, 0) | flag | (IMPERSONAL if form.endswith("лось") else 0)
            if gender and gender != "x":
                genders.setdefault(form, gender)
        for form in listed(data, f"{key}_inflected"):
            words[form] = words.get(form, 0) | flag
        for form, gender in expand(data.get(f"{key}_inflected", ""), data.get("inflect", {})):
            words[form] = words.get(form, 0) | flag
            if gender and gender != "x":
                genders.setdefault(form, gender)
    return words, genders


def _with_forenames(words: dict[str, int], genders: dict[str, str]) -> None:
    """Adds the forenames of other languages: German news, too, is about a Priya and a Íñigo."""
    for key, names in table("forenames").items():
        gender = key.removeprefix("forenames").lstrip("_")
        for name in names.split():
            if name not in words:
                words[name] = FORENAME
                if gender:
                    genders[name] = gender


def _forename_stems(cases: Cases, words: dict[str, int], genders: dict[str, str]) -> dict[str, dict[str, str]]:
    stems: dict[str, dict[str, str]] = {}
    if cases.declines:
        for word, flags in words.items():
            if flags & FORENAME:
                stems.setdefault(forename_stem(word, cases), {}).setdefault(genders.get(word, ""), word)
    return stems


@lru_cache(maxsize=16)
def lexicon(language: str) -> Lexicon:
    """The lexicon of `language` (ISO 639-1); English for a language without a file."""
    code = language.lower().partition("-")[0]
    code = code if code in LANGUAGES else "en"
    data = table(code)
    words, genders = _fill(data)
    cases = Cases(data.get("cases", {}))
    cases.forenames = frozenset(word for word, flags in words.items() if flags & FORENAME)
    stems = _forename_stems(cases, words, genders)
    cases.forename_stems = frozenset(stems)
    if not cases.declines:
        _with_forenames(words, genders)
    wholes = {form.lower(): forms[0] for row in data.get("wholes", ()) for forms in [row.split("|")] for form in forms}
    opening, times = 0 if cases.declines else NOT_NAME | BODY, listed(data, "times")
    according: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data.get("according", ()):
        according.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return Lexicon(
        language=code,
        words=words,
        genders=genders,
        according=according,
        according_words=frozenset([*according, *data.get("according_after", "").split()]),
        according_after=frozenset(data.get("according_after", "").split()),
        dialogue=bool(data.get("dialogue", False)),
        zero_subject=bool(data.get("zero_subject", False)),
        noun_capitals=bool(data.get("noun_capitals", False)),
        verb_first=bool(data.get("verb_first", False)),
        noun_endings=tuple(data.get("noun_endings", "").split()),
        adjective_endings=tuple(data.get("adjective_endings", "").split()),
        role_endings=tuple(data.get("role_endings", "").split()),
        cue_endings=tuple(data.get("cue_endings", "").split()),
        dash_inside=bool(data.get("dash_inside", False)),
        same_roles=tuple(frozenset(role_stem(w, cases) for w in group.split()) for group in data.get("same_roles", ())),
        role_stems=frozenset(role_stem(word, cases) for word, flags in words.items() if flags & (ROLE | TITLE)),
        person_stems=frozenset(
            role_stem(word, cases)
            for word, flags in words.items()
            if flags & (ROLE | TITLE) and not flags & (BODY | MEDIA | PLACE | NOT_NAME) and genders.get(word) != "p"
        ),
        origins=frozenset(data.get("origins", "").split()),
        inside=frozenset(data.get("inside", "").split()),
        thus=frozenset(data.get("thus", "").split()),
        elides=frozenset(data.get("elides", "").split()),
        incise=bool(data.get("incise", False)),
        owners=frozenset(" ".join(data.get(f"according_{gender}", "") for gender in "mf").split()),
        passives=frozenset(data.get("passives", "").split()),
        told=frozenset(data.get("told", "").split()),
        active=tuple(data.get("active", "").split()),
        agents=frozenset(data.get("agents", "").split()),
        negations=frozenset(data.get("negations", "").split()),
        negates_after=bool(data.get("negates_after", False)),
        limits=frozenset(data.get("limits", "").split()),
        nobody=frozenset(data.get("nobody", "").split()),
        gerund_endings=tuple(data.get("gerund_endings", "").split()),
        cyrillic=code in ("ru", "uk", "be"),
        cases=cases,
        forename_stems=stems,
        wholes=wholes,
        whole_sizes=tuple(sorted({len(form.split()) for form in wholes}, reverse=True)),
        openers=frozenset(
            [form.split()[0] for form in wholes]
            + [word for word, flags in words.items() if flags & opening and not flags & FORENAME and word not in times]
        ),
        body_endings=tuple(data.get("body_endings", "").split()),
        genitives=genitives({word: genders.get(word, "") for word in cases.forenames}, cases) if stems else {},
        bodies=tuple(word for word, flags in words.items() if flags & BODY),
        sure={},
        names={},
    )
