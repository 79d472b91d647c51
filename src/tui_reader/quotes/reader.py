"""Cuts narrative into sentences of items."""

from __future__ import annotations

from tui_reader.quotes.candidates import bare_of
from tui_reader.quotes.capitals import STRANGE, CapitalReader
from tui_reader.quotes.institutions import OF, institution, lengthened
from tui_reader.quotes.items import CUE_ITEM, NAME, NOWHERE, PRON, ROLE_ITEM, WORD, Item, Sentence
from tui_reader.quotes.lexicon import (
    ABBREVIATION,
    BODY,
    CUE,
    DETERMINER,
    FORENAME,
    PARTICLE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    TITLE,
    WEAK,
)
from tui_reader.quotes.tokens import POSSESSIVE, cut, known_capital

_NOUN_AFTER = frozenset(("the", "his", "its", "their", "these", "those", "our", "your"))
"""English words that make `claims` or `reports` behind them a noun."""


class SentenceReader(CapitalReader):
    """Reads the sentences of one text in one language."""

    def names_nobody(self, start: int, end: int) -> bool:
        """Whether surely no name stands in text[start:end], which begins a sentence: no strange word has a capital."""
        first, _, rest = self._text[start:end].lstrip().partition(" ")
        openers = self._lexicon.openers
        opening = first.lower() in openers
        if not rest.islower():
            for word in rest.split():
                if word.islower() or word == word.lower():
                    continue
                bare = word.rstrip(".,;:!?")
                if word[1:2] == "." or not known_capital(bare, self._lexicon):
                    return False
                if bare.lower() in openers:
                    if opening:
                        return False  # two words that open institutions may be one: `European Commission`
                    opening = True
        if known_capital(first.rstrip(","), self._lexicon):
            return True
        following = rest.partition(" ")[0]
        if self._german or len(first) < 2 or not (first.isalpha() and following.isalpha() and following.islower()):
            return False
        if self._words.get(first.lower(), 0) or self._words.get(following, 0) & PARTICLE:
            return False
        return not self._is_known(first, following)

    def sentences(self, start: int, end: int, fresh: bool = True) -> list[Sentence]:
        """Sentences of text[start:end]. `fresh` says whether the first word begins a sentence."""
        found: list[Sentence] = []
        items = self._items = []
        tokens, at = cut(self._text, start, end, self._stretches)
        self._tokens = tokens
        begin, initial, taken, index = start, fresh, 0, -1
        add, german = items.append, self._german
        openers, total = self._lexicon.openers, len(tokens)
        text = self._text
        for token in tokens:
            index += 1
            base = at
            at += token[8]
            if index < taken:
                continue  # part of a name
            plain_item = token[0]
            if plain_item is not None:
                add(plain_item)
                initial = False
                continue
            _, kind, flags, gender, low, word, first, last, _ = token
            if kind:
                if kind == ROLE_ITEM and word in self._surnames and self._as_surname(index):
                    taken = self._name(index, base, initial, 0, low)
                else:
                    if kind == CUE_ITEM and low[-1] == "s" and items and items[-1].lower in _NOUN_AFTER:
                        kind, flags = WORD, flags & ~CUE | WEAK  # `dismissed the claims as “lies”`
                    add(Item(kind, word, base + first, base + last, text, flags, low, gender))
                initial = False
            elif low:
                if (low in openers or (german and low[-1] == "e")) and self._goes_on(index):
                    taken = self._institution(index, base, flags, low)
                    if taken:
                        initial = False
                        continue
                named = self._name if not (german or flags & STRANGE) else self._capital
                taken = named(index, base, initial, flags, low) or self._other(index, base, low, flags)
                if taken < total and tokens[taken][5] == "of" and items[-1].kind == NAME:
                    taken = self._longer(index, taken, base)
                initial = False
            elif word in ".!?…" or word == "...":
                if word[0] in ".…" and not self._ends(index + 1, base + first):
                    continue
                stop = base + last
                add(Item(".", word, base + first, stop, text))
                found.append(Sentence(items, begin, stop, True))
                items = self._items = []
                add = items.append
                begin, initial = stop, True
            elif word[0].isalnum():
                taken = self._word(index, base, initial)
                initial = False
            elif word != "\n":
                add(Item(word, word, base + first, base + last, text))
                initial = True  # a colon
        if items:
            if items[-1].start == NOWHERE:
                items[-1] = self._last(items[-1], start, end)
            found.append(Sentence(items, begin, end, False))
        return found

    def _goes_on(self, index: int) -> bool:
        """Whether the word after tokens[index] may belong to the name of an institution."""
        if index + 1 >= len(self._tokens) or self._tokens[index + 1][2] & FORENAME:
            return False
        following = self._tokens[index + 1][5]
        if following[1:2] in "'’":
            following = following[2:]  # `d'Angleterre`
        return following[:1].isupper() or following in OF or following.endswith(self._lexicon.body_endings)

    def _institution(self, index: int, base: int, flags: int, low: str) -> int:
        """Reads the name of an institution; the index after it, 0 for none."""
        after = institution(self._tokens, index, self._lexicon)
        if after:
            start = base + self._tokens[index][6]
            self._items.append(self._named(start, self._stop(index, after, base), flags & ~TITLE, low))
        return after

    def _longer(self, index: int, after: int, base: int) -> int:
        """The index after the institution that the name before tokens[after] begins: `High Court of the West`."""
        item = self._items[-1]
        if item.possessive or not self._words.get(item.text.rsplit(" ", 1)[-1].lower(), 0) & BODY:
            return after
        end = lengthened(self._tokens, after, self._lexicon)
        if end > after:
            self._items[-1] = self._named(item.start, self._stop(index, end, base), item.flags, item.lower)
        return end

    def _named(self, start: int, stop: int, flags: int, low: str) -> Item:
        """The item of an institution whose name is text[start:stop], with the ending of an owner or without."""
        words = self._text[start:stop]
        item = Item(NAME, bare_of(words), start, stop, self._text, flags, low)
        item.possessive = item.text != words
        return item

    def _stop(self, index: int, after: int, base: int) -> int:
        """Where the token before tokens[after] ends in the text; `base` belongs to tokens[index]."""
        return base + sum([token[8] for token in self._tokens[index : after - 1]]) + self._tokens[after - 1][7]

    def _last(self, item: Item, start: int, end: int) -> Item:
        """The last item of text[start:end] with its place."""
        at = self._text.rfind(item.text, start, end)
        return Item(item.kind, item.text, at, at + len(item.text), self._text, item.flags, item.lower, item.gender)

    def _ends(self, index: int, at: int) -> bool:
        """Whether the full stop before tokens[index], which stands at `at`, ends the sentence."""
        tokens = self._tokens
        if index >= len(tokens):
            return True
        *_, token, _, stop, step = tokens[index - 1]
        last = self._items[-1] if self._items else None
        if token == "." and last is not None and self._right_before(last, at):
            word = last.text.rsplit(" ", 1)[-1].lower()
            if self._words.get(word, 0) & ABBREVIATION or (len(word) == 1 and last.text[-1:].isupper()):
                return False
        following = tokens[index]
        char = following[5][0]
        return not (char.islower() or char in "),;:" or (char.isdigit() and not step and following[6] == stop))

    def _right_before(self, item: Item, at: int) -> bool:
        """Whether the last item ends at `at`."""
        return item.end == at or (item.end == NOWHERE and self._text.endswith(item.text, 0, at))

    def _word(self, index: int, base: int, initial: bool) -> int:
        """Reads one word or one name; the index after it."""
        if self._lexicon.elides:
            self._elided(index, base)
        token = self._tokens[index][5]
        lower = token.lower()
        flags = self._words.get(lower, 0)
        if token[0].isupper() and not flags & PRONOUN:
            taken = self._capital(index, base, initial, flags, lower)
            if taken:
                return taken
        return self._other(index, base, lower, flags)

    def _other(self, index: int, base: int, lower: str, flags: int) -> int:
        """Reads one word that is no name; the index after it."""
        *_, token, first, last, _ = self._tokens[index]
        at, stop = base + first, base + last
        items = self._items
        kind = WORD
        if flags & PRONOUN:
            kind = PRON
        elif flags & CUE and not (flags & ROLE and items and items[-1].flags & (DETERMINER | PREPOSITION)):
            kind = CUE_ITEM
        elif flags & (ROLE | TITLE) and (not flags & PREPOSITION or self._abbreviated(index)):
            kind = ROLE_ITEM
        elif not flags:
            kind, flags = self._unknown(token, at, stop, lower)
            if not kind:
                return index + 1
        item = Item(kind, token, at, stop, self._text, flags, lower)
        if kind != WORD:
            item.gender = self._lexicon.genders.get(lower, "")
        item.possessive = lower.endswith(POSSESSIVE)
        items.append(item)
        return index + 1

    def _elided(self, index: int, base: int) -> None:
        """Takes `l'` off `l'ingénieur`: a word of its own."""
        *_, token, first, last, step = self._tokens[index]
        cut = max(token.find("'", 0, 4), token.find("’", 0, 4)) + 1
        if 1 < cut < len(token) and token[:cut].lower().replace("’", "'") in self._lexicon.elides:
            low = token[:cut].lower().replace("’", "'")
            at = base + first
            self._items.append(Item(WORD, token[:cut], at, at + cut, self._text, self._words.get(low, 0), low))
            self._tokens[index] = (None, "", 0, "", "", token[cut:], first + cut, last, step)

    def _abbreviated(self, index: int) -> bool:
        """Whether a full stop follows: Polish `o. Jan` is a friar, `o Janie` a preposition."""
        return index + 1 < len(self._tokens) and self._tokens[index + 1][5] == "."

    def _unknown(self, token: str, at: int, stop: int, lower: str) -> tuple[str, int]:
        """Kind and flags of a word form the lexicon does not list; an empty kind when it was taken apart."""
        bare = bare_of(lower)
        known = self._words.get(bare, 0)
        if bare != lower and known & (ROLE | TITLE):
            return ROLE_ITEM, known
        if "-" in lower:
            head, _, tail = lower.partition("-")
            pronoun = self._words.get(tail.rsplit("-", 1)[-1], 0) & PRONOUN
            if self._words.get(head, 0) & CUE or (pronoun and head):
                self._inverted(at, stop, head, tail)
                return "", 0
            known = self._words.get(lower.rsplit("-", 1)[1], 0) & ROLE
            return (ROLE_ITEM, known) if known else (WORD, 0)
        endings = self._lexicon.role_endings
        return (ROLE_ITEM, ROLE) if endings and lower.endswith(endings) else (WORD, 0)

    def _inverted(self, at: int, stop: int, head: str, tail: str) -> None:
        """`dit-il`, `a-t-il`: a verb and its pronoun in one word."""
        flags = self._words.get(head, 0)
        self._items.append(Item(CUE_ITEM if flags & CUE else WORD, head, at, at + len(head), self._text, flags, head))
        pronoun = tail.rsplit("-", 1)[-1]
        if self._words.get(pronoun, 0) & PRONOUN:
            item = Item(PRON, pronoun, stop - len(pronoun), stop, self._text, PRONOUN, pronoun)
            item.gender = self._lexicon.genders.get(pronoun, "")
            self._items.append(item)
