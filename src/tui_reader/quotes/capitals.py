"""Words with a capital letter inside a sentence: titles, names of people, names of things, or common words."""

from __future__ import annotations

from tui_reader.quotes.candidates import Candidates, bare_of
from tui_reader.quotes.inflection import may_be_subject
from tui_reader.quotes.items import EPICENE, NAME, ROLE_ITEM, WORD, Item
from tui_reader.quotes.lexicon import (
    ADVERB,
    BODY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    FORENAME,
    KIN,
    NOT_NAME,
    PARTICLE,
    PLACE,
    PREPOSITION,
    ROLE,
    STOP,
    SUFFIX,
    TITLE,
    WEAK,
)
from tui_reader.quotes.tokens import POSSESSIVE

_OF_OWNERS = POSSESSIVE[:2]
_OWNERS = ("'s", "’s", "s'", "s’")
_HIS = ("y", "ego", "ы", "ого")
"""Ends of a genitive that says whose assistant follows."""
_PLURALS = frozenset(("reports", "claims", "comments", "remarks", "notes", "demands", "promises"))
"""Nouns that are verbs, too: a word that begins a sentence before one is a name only where it is one elsewhere."""
_NO_PART = STOP | PREPOSITION | DETERMINER
_PLAIN = _NO_PART | CUE | ADVERB
"""Flags of words that are no name even with a capital letter."""
_PLAIN_FIRST = _PLAIN | WEAK
"""The same for the first word of a sentence."""
_CLOSING = TITLE | NOT_NAME
STRANGE = TITLE | ROLE | NOT_NAME | _PLAIN_FIRST
"""Flags without which a word is read as a name at once."""


class CapitalReader(Candidates):
    """Reads the capitalised words of the sentence that is being read."""

    def _capital(self, index: int, base: int, initial: bool, flags: int, low: str) -> int:
        """Reads a capitalised word that is a title, a name or neither; 0 for neither. `low` is it in small letters.

        `base` is where the token's stretch of text begins.
        """
        *_, word, first, last, _ = self._tokens[index]
        items = self._items
        bare = bare_of(low)
        if bare is not low:
            flags = flags or self._words.get(bare, 0)
        if flags & TITLE and items and items[-1].kind == ROLE_ITEM and items[-1].gender and not flags & ROLE:
            flags = 0  # `Mr. King`
        elif flags & (TITLE | ROLE) and bare_of(word) in self._surnames and self._as_surname(index):
            flags = 0  # `King said`, where the text names John King
        if flags & TITLE or (flags & ROLE and not flags & FORENAME):
            gender = self._lexicon.genders.get(bare, "")
            item = Item(ROLE_ITEM, word, base + first, base + last, self._text, flags | TITLE, low, gender)
            item.possessive = bare != low
            items.append(item)
            return index + 1
        if flags & NOT_NAME and not flags & FORENAME:
            items.append(Item(WORD, word, base + first, base + last, self._text, flags, low))
            return index + 1
        if flags & (_PLAIN_FIRST if initial else _PLAIN) and not flags & FORENAME:
            shouted = len(word) > 1 and word.isupper() and not initial
            if not shouted:
                return 0
        if self._german and not self._noun_capital(index, initial, bare, flags):
            return 0
        return self._name(index, base, initial, flags, low)

    def _name(self, index: int, base: int, initial: bool, flags: int, low: str) -> int:
        """Reads a name that begins with a word of these `flags`, in small letters `low`; 0 when it is none."""
        tokens = self._tokens
        token = tokens[index]
        _, _, _, _, _, first, start, stop, _ = token
        start += base
        after = index + 1
        _, kind, following, _, _, word, _, _, _ = tokens[after] if after < len(tokens) else token
        if kind and not following & PARTICLE and not word[0].isupper():
            parts = [first]  # most names end so
            stop += base
        else:
            parts, after, stop = self._run(index, base, initial)
        alone = len(parts) == 1
        if alone:
            if (
                initial
                and not flags & FORENAME
                and not self._is_known(first, tokens[after][5] if after < len(tokens) else "")
            ):
                return 0
        elif len(parts) == 2 and self._words.get(parts[1].lower(), 0) & SUFFIX:
            return 0
        items = self._items
        before = items[-1] if items else None
        role = before is not None and before.kind == ROLE_ITEM
        last = parts[-1]
        owner = (not last.isalpha() and last.endswith(_OWNERS)) or (
            alone and role and before is not None and self._belongs(first, before)
        )
        if owner:
            parts[-1] = bare_of(last)
        several = len(parts) > (1 if self._declines else 2)
        if several and first.isupper() and len(first) > 1 and "." not in first and not parts[1].isupper():
            items.append(Item(WORD, first, start, start + len(first), self._text, NOT_NAME, first.lower()))
            parts = parts[1:]  # `BDU Dieter Hale`: an institution, then its man
            start += len(first) + 1
            role = False
        if len(parts) == 3 and self._declines and before is not None and before.flags & KIN and first.endswith(_HIS):
            parts = parts[1:]  # `asystent Obamy Kori Schulman`
            start += len(first) + 1
        name = parts[0] if len(parts) == 1 else " ".join(parts)
        gender = before.gender if role and before is not None else ""
        if gender == "m" and self._declines:
            gender = EPICENE  # `prezydent Anna Berg`
        if gender in ("", EPICENE) and flags & FORENAME and (len(parts) > 1 or parts[0] not in self._surnames):
            gender = self._lexicon.genders.get(parts[0].lower(), gender)
        item = Item(NAME, name, start, stop, self._text, flags, low if name == first else name.lower(), gender)
        item.possessive = owner
        items.append(item)
        return after

    def _run(self, index: int, base: int, initial: bool) -> tuple[list[str], int, int]:
        """Words of the name that begins at tokens[index], the index after them, and where they end."""
        tokens = self._tokens
        _, _, _, _, _, word, _, end, step = tokens[index]
        stop = base + end
        parts = [word]
        index += 1
        total = len(tokens)
        while index < total and not (word[-1] == "s" and word.endswith(_OF_OWNERS)):
            base += step
            _, kind, flags, _, low, token, at, end, step = tokens[index]
            char = token[0]
            if kind and not flags & PARTICLE and not char.isupper():
                break  # most names end so
            if base + at - stop > 1 and self._text[stop : base + at].strip(" \u00a0"):
                break
            if token == "." and len(word) <= 1:
                index += 1
                stop = base + end
                continue
            if not char.isalpha() or (char >= "Ѐ") != (parts[0][0] >= "Ѐ"):
                break
            low = low or token.lower()
            if char.isupper():
                if self._closes(parts, index, initial, low):
                    break
            elif not self._inside_name(index, parts, low):
                break
            parts.append(token)
            word = token
            stop = base + end
            index += 1
        return parts, index, stop

    def _closes(self, parts: list[str], index: int, initial: bool, low: str) -> bool:
        """Whether a name ends before the capitalised word at tokens[index]."""
        flags = self._words.get(low, 0)
        declines = self._declines
        if flags:
            known = flags & FORENAME
            closing = flags & _CLOSING and not known and (declines or not flags & PLACE)
            if closing and not self._surname_too(parts, index, low):
                return True
            if flags & _NO_PART and not flags & PARTICLE and not known:
                return True
        if declines:
            if flags & CUE or (
                flags & FORENAME
                and (len(parts) > 1 or self._capital_follows(index))
                and not may_be_subject(parts[0], self._lexicon.cases)
            ):
                return True  # `Brexit Wyjaśnił`; `adwokat Marka Zycha Jan Nowak`
            # `Отношения КНДР`
            token = self._tokens[index][5]
            return initial and len(parts) == 1 and len(token) > 1 and token.isupper() and not parts[0].isupper()
        if not self._german or flags & FORENAME or self._surname_too(parts, index, low):
            return False
        return bool(flags & ROLE or low.endswith(self._lexicon.role_endings))

    def _as_surname(self, index: int) -> bool:
        """Whether a role that is somebody's surname too is the surname here: not in `the King`, `Bishop Ann Hale`."""
        items = self._items
        if self._declines or (items and items[-1].flags & (DETERMINER | PREPOSITION)):
            return False
        following = self._tokens[index + 1][5] if index + 1 < len(self._tokens) else ""
        return not following[:1].isupper()

    def _capital_follows(self, index: int) -> bool:
        """Whether a capitalised word stands behind tokens[index]."""
        return index + 1 < len(self._tokens) and self._tokens[index + 1][5][:1].isupper()

    def _surname_too(self, parts: list[str], index: int, low: str) -> bool:
        """Whether a word that is no name elsewhere ends one here: `Henry White`, `Anna Richter`, not `Henry Monday`."""
        flags, word = self._words.get(low, 0), self._tokens[index][5]
        if len(parts) != 1 or (not self._declines and low.endswith(("day", "tag", "di", "es"))):
            return False
        if self._declines and (flags & (PLACE | TITLE) or word.isupper() or not flags & NOT_NAME):
            return False  # `Виктор Понедельник`: a day of the week has no capital there
        following = self._tokens[index + 1][5] if index + 1 < len(self._tokens) else ""
        return bool(self._words.get(parts[0].lower(), 0) & FORENAME) and not following[:1].isupper()

    def _belongs(self, word: str, before: Item) -> bool:
        """Whether a bare name behind a role is an office's in the genitive: `голова Євроради`."""
        endings = self._lexicon.cases.owner
        if not endings or before.kind != ROLE_ITEM or before.flags & BODY or word in self._surnames:
            return False
        return len(word) > 4 and word.endswith(endings) and not word.endswith(self._lexicon.cases.feminine)

    def _inside_name(self, index: int, parts: list[str], low: str) -> bool:
        """Whether a small word at tokens[index] stands inside a name: `van`, `d'Ormesson`."""
        flags = self._words.get(low, 0)
        return (flags & PARTICLE and self._particle(flags, index, parts)) or self._elided_part(self._tokens[index][5])

    def _particle(self, flags: int, index: int, parts: list[str]) -> bool:
        if not flags & PARTICLE or flags & CONJUNCTION or index + 1 >= len(self._tokens):
            return False
        if self._lexicon.noun_capitals:
            if len(parts) > 1 and parts[-1][0].isupper():
                return False  # `Rosa von der Aue`, but `Karl Weber von der Neuen Bank`
            if not self._words.get(parts[0].lower(), 0) & FORENAME:
                return False  # `soll Weber zu Vogt gesagt haben`
        following = self._tokens[index + 1][5]
        return following[0].isupper() or bool(self._words.get(following, 0) & PARTICLE)

    def _elided_part(self, token: str) -> bool:
        """Whether a word goes on with a name though it begins small: `d'Ormesson`."""
        return bool(self._lexicon.elides) and token[:2] in ("d'", "d’") and token[2:3].isupper()
