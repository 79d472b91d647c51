"""Whether a word with a capital letter is a name at all: where it begins a sentence, where every noun has one."""

from __future__ import annotations

from tui_reader.quotes.items import CUE_ITEM, ROLE_ITEM, Item, Token
from tui_reader.quotes.lexicon import (
    ADVERB,
    BODY,
    CUE,
    DETERMINER,
    FORENAME,
    PREPOSITION,
    ROLE,
    STOP,
    WEAK,
    Lexicon,
)
from tui_reader.quotes.tokens import POSSESSIVE, stretches

_PLURALS = frozenset(("reports", "claims", "comments", "remarks", "notes", "demands", "promises"))
"""Nouns that are verbs, too: a word that begins a sentence before one is a name only where it is one elsewhere."""


def bare_of(word: str) -> str:
    """A word without the ending of an owner."""
    return word[:-2] if word.endswith(POSSESSIVE) else word


class Candidates:
    """The words of the sentence that is being read, and which of them may begin a name.

    `surnames` are the last words of the full names the text gives: they are names wherever they stand.
    """

    def __init__(self, text: str, lexicon: Lexicon, surnames: frozenset[str] = frozenset()) -> None:
        self._text = self.text = text
        self._lexicon = lexicon
        self._words = self.words = lexicon.words
        self._german, self._declines = lexicon.noun_capitals, lexicon.cases.declines
        self._surnames = surnames
        self._inside: dict[str, bool] = {}
        self._tokens: list[Token] = []
        self._stretches = stretches(lexicon)
        self._items: list[Item] = []

    def _is_known(self, word: str, following: str) -> bool:
        """Whether a single capitalised word that begins a sentence, `following` behind it, is a name all the same."""
        bare = bare_of(word)
        if bare in self._surnames or bare != word:
            return True
        if following in _PLURALS:
            return self._named_inside(bare) and not self._common(bare)  # `Recent reports`
        if following == "," or self._words.get(following, 0) & (CUE | WEAK | ADVERB):
            return not self._common(bare)
        return self._named_inside(bare) and not self._common(bare)

    def _common(self, word: str) -> bool:
        """Whether the word is written small elsewhere in the text."""
        low = word.lower()
        return f" {low} " in self._text or f" {low}," in self._text

    def _named_inside(self, word: str) -> bool:
        """Whether the word has its capital inside a sentence too."""
        known = self._inside.get(word)
        if known is None:
            known, at = False, self._text.find(" " + word)
            for _ in range(20):
                if at < 1:
                    break
                if self._text[at - 1].isalnum() or self._text[at - 1] == ",":
                    known = True
                    break
                at = self._text.find(" " + word, at + 1)
            self._inside[word] = known
        return known

    def _noun_capital(self, index: int, initial: bool, bare: str, flags: int) -> bool:
        """Whether a capitalised word begins a name where every noun has a capital."""
        if flags & FORENAME:
            return True
        word = self._tokens[index][5]
        known = word in self._surnames
        if flags & ROLE or (bare.endswith(self._lexicon.role_endings) and not known):
            return False
        if known or (len(word) > 1 and word.isupper()):
            return True
        if bare.endswith(self._lexicon.noun_endings):
            return False
        items, flags_of = self._items, self._words.get
        previous = items[-1] if items else None
        following = self._tokens[index + 1][5] if index + 1 < len(self._tokens) else ""
        following_flags = flags_of(following.lower(), 0)
        if previous is not None and (previous.kind == ROLE_ITEM or previous.lower == "so"):
            return True
        if previous is not None and previous.kind == CUE_ITEM:
            return not previous.lower.endswith("ten")  # `sagten Experten`: a plural
        if previous is not None and previous.flags & (DETERMINER | PREPOSITION) and not following[:1].isupper():
            return False
        if previous is not None and previous.flags & DETERMINER:
            return following.isupper() and bool(following_flags & BODY)  # `die Tellmann AG`
        if following[:1].isupper() and not following_flags & (ROLE | STOP):
            return not following.lower().endswith(self._lexicon.noun_endings)
        if initial and following in (":", "wörtlich"):
            return True
        if not following_flags & CUE or following.endswith("ten"):
            return False
        after = self._tokens[index + 2][5] if index + 2 < len(self._tokens) else ""
        return not (flags_of(after.lower(), 0) & FORENAME or after in self._surnames)
