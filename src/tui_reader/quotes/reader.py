"""Cuts narrative into sentences and tells names from other words."""

from __future__ import annotations

from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item, Sentence, Token
from tui_reader.quotes.lexicon import (
    ABBREVIATION,
    ADVERB,
    BODY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    FORENAME,
    NOT_NAME,
    PARTICLE,
    PLACE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    STOP,
    SUFFIX,
    TITLE,
    WEAK,
    Lexicon,
)
from tui_reader.quotes.tokens import cut, known_capital, sure_of

_POSSESSIVE = ("'s", "’s", "'S", "’S")
_OF_OWNERS = _POSSESSIVE[:2]
_OWNERS = ("'s", "’s", "s'", "s’")
_NO_PART = STOP | PREPOSITION | DETERMINER


def _bare(word: str) -> str:
    """A word without the ending of an owner."""
    return word[:-2] if word.endswith(_POSSESSIVE) else word


class SentenceReader:
    """Reads the sentences of one text in one language.

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
        self._items: list[Item] = []

    def names_nobody(self, start: int, end: int) -> bool:
        """Whether surely no name stands in text[start:end], which begins a sentence: no strange word has a capital."""
        first, _, rest = self._text[start:end].lstrip().partition(" ")
        if not rest.islower():
            for word in rest.split():
                if (
                    not word.islower()
                    and word != word.lower()
                    and not known_capital(word.rstrip(".,;:!?"), self._lexicon)
                ):
                    return False
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
        tokens = self._tokens = cut(self._text, start, end)
        begin, initial, taken = start, fresh, 0
        known, add = self._lexicon.sure.get, items.append
        for index, (word, at, stop) in enumerate(tokens):
            if index < taken:
                continue  # part of a name
            kind, flags, gender, low = known(word) or sure_of(word, self._lexicon)
            if kind:
                add(Item(kind, word, at, stop, flags, low, gender))
                initial = False
                continue
            if low:
                taken = self._capital(index, initial, low, flags) or self._other(index, low, flags)
                initial = False
                continue
            char = word[0]
            if char.isalnum():
                taken = self._word(index, initial)
                initial = False
                continue
            if char == "\n":
                continue
            if char in ".!?…":
                if char in ".…" and not self._ends(index + 1):
                    continue
                items.append(Item(".", word, at, stop))
                found.append(Sentence(items, begin, stop, True))
                items = self._items = []
                add = items.append
                begin, initial = stop, True
                continue
            items.append(Item(char, word, at, stop))
            initial = True  # a colon
        if items:
            found.append(Sentence(items, begin, end, False))
        return found

    def _ends(self, index: int) -> bool:
        """Whether the full stop before tokens[index] ends the sentence."""
        tokens = self._tokens
        if index >= len(tokens):
            return True
        token, stop_at, stop_end = tokens[index - 1]
        last = self._items[-1] if self._items else None
        if last is not None and token == "." and last.end == stop_at:
            word = last.text.rsplit(" ", 1)[-1].lower()
            if self._words.get(word, 0) & ABBREVIATION or (len(word) == 1 and last.text[-1:].isupper()):
                return False
        following, at, _ = tokens[index]
        char = following[0]
        return not (char.islower() or char in "),;:" or (char.isdigit() and at == stop_end))

    def _word(self, index: int, initial: bool) -> int:
        """Reads one word or one name; the index after it."""
        if self._lexicon.elides:
            self._elided(index)
        token = self._tokens[index][0]
        lower = token.lower()
        flags = self._words.get(lower, 0)
        if token[0].isupper() and not flags & PRONOUN:
            taken = self._capital(index, initial, lower, flags)
            if taken:
                return taken
        return self._other(index, lower, flags)

    def _other(self, index: int, lower: str, flags: int) -> int:
        """Reads one word that is no name; the index after it."""
        token, at, stop = self._tokens[index]
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
        item = Item(kind, token, at, stop, flags, lower)
        if kind != WORD:
            item.gender = self._lexicon.genders.get(lower, "")
        item.possessive = lower.endswith(_POSSESSIVE)
        items.append(item)
        return index + 1

    def _elided(self, index: int) -> None:
        """Takes `l'` off `l'ingénieur`: a word of its own."""
        token, at, stop = self._tokens[index]
        cut = max(token.find("'", 0, 4), token.find("’", 0, 4)) + 1
        if 1 < cut < len(token) and token[:cut].lower().replace("’", "'") in self._lexicon.elides:
            low = token[:cut].lower().replace("’", "'")
            self._items.append(Item(WORD, token[:cut], at, at + cut, self._words.get(low, 0), low))
            self._tokens[index] = (token[cut:], at + cut, stop)

    def _abbreviated(self, index: int) -> bool:
        """Whether a full stop follows: Polish `o. Jan` is a friar, `o Janie` a preposition."""
        return index + 1 < len(self._tokens) and self._tokens[index + 1][0] == "."

    def _unknown(self, token: str, at: int, stop: int, lower: str) -> tuple[str, int]:
        """Kind and flags of a word form the lexicon does not list; an empty kind when it was taken apart."""
        bare = _bare(lower)
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
        self._items.append(Item(CUE_ITEM if flags & CUE else WORD, head, at, at + len(head), flags, head))
        pronoun = tail.rsplit("-", 1)[-1]
        if self._words.get(pronoun, 0) & PRONOUN:
            item = Item(PRON, pronoun, stop - len(pronoun), stop, PRONOUN, pronoun)
            item.gender = self._lexicon.genders.get(pronoun, "")
            self._items.append(item)

    def _capital(self, index: int, initial: bool, low: str, flags: int) -> int:
        """Reads a capitalised word that is a title, a name or neither; 0 for neither. `low` is it in small letters."""
        first, start, stop = self._tokens[index]
        items = self._items
        bare = _bare(low)
        if bare is not low:
            flags = flags or self._words.get(bare, 0)
        if flags & TITLE and items and items[-1].kind == ROLE_ITEM and items[-1].gender and not flags & ROLE:
            flags = 0  # `Mr. King`
        if flags & TITLE or (flags & ROLE and not flags & FORENAME):
            item = Item(ROLE_ITEM, first, start, stop, flags | TITLE, low)
            item.gender = self._lexicon.genders.get(bare, "")
            item.possessive = bare != low
            items.append(item)
            return index + 1
        if flags & NOT_NAME and not flags & FORENAME:
            items.append(Item(WORD, first, start, stop, flags, low))
            return index + 1
        shouted = len(first) > 1 and first.isupper() and not initial
        plain = _NO_PART | CUE | ADVERB | (WEAK if initial else 0)
        if flags & plain and not flags & FORENAME and not shouted:
            return 0
        if self._german and not self._noun_capital(index, initial, bare, flags):
            return 0
        return self._name(index, initial, flags)

    def _name(self, index: int, initial: bool, flags: int) -> int:
        first, start, stop = self._tokens[index]
        parts, after, stop = self._run(index, initial)
        alone = len(parts) == 1
        if (
            initial
            and alone
            and not flags & FORENAME
            and not self._is_known(first, self._tokens[after][0] if after < len(self._tokens) else "")
        ):
            return 0
        if alone is False and len(parts) == 2 and self._words.get(parts[1].lower(), 0) & SUFFIX:
            return 0
        before = self._items[-1] if self._items else None
        owner = parts[-1].endswith(_OWNERS) or (alone and before is not None and self._belongs(first, before))
        if owner:
            parts[-1] = _bare(parts[-1])
        if (
            len(parts) > (1 if self._declines else 2)
            and len(parts[0]) > 1
            and parts[0].isupper()
            and "." not in parts[0]
            and not parts[1].isupper()
        ):
            self._items.append(Item(WORD, parts[0], start, start + len(parts[0]), NOT_NAME, parts[0].lower()))
            parts = parts[1:]  # `BDU Dieter Hale`: an institution, then its man
            start += len(first) + 1
        name = " ".join(parts)
        item = Item(NAME, name, start, stop, flags, name.lower())
        item.possessive = owner
        previous = self._items[-1] if self._items else None
        if previous is not None and previous.kind == ROLE_ITEM:
            item.gender = previous.gender
        if not item.gender and flags & FORENAME and (len(parts) > 1 or parts[0] not in self._surnames):
            item.gender = self._lexicon.genders.get(parts[0].lower(), "")
        self._items.append(item)
        return after

    def _surname_too(self, parts: list[str], index: int, low: str) -> bool:
        """Whether a word that is no name elsewhere ends one here: `Henry White said`, not `Henry Monday`."""
        if len(parts) != 1 or self._lexicon.cases.declines or low.endswith(("day", "tag", "di", "es")):
            return False
        following = self._tokens[index + 1][0] if index + 1 < len(self._tokens) else ""
        known = self._words.get(parts[0].lower(), 0) & FORENAME and not self._words.get(low, 0) & TITLE
        return bool(known) and not following[:1].isupper()

    def _belongs(self, word: str, before: Item) -> bool:
        """Whether a bare name behind a role is an office's in the genitive: `голова Євроради`."""
        endings = self._lexicon.cases.owner
        if not endings or before.kind != ROLE_ITEM or before.flags & BODY or word in self._surnames:
            return False
        return len(word) > 4 and word.endswith(endings) and not word.endswith(self._lexicon.cases.feminine)

    def _run(self, index: int, initial: bool) -> tuple[list[str], int, int]:
        """Words of the name that begins at tokens[index], the index after them, and where they end."""
        tokens, flags_of, german, declines = self._tokens, self._words.get, self._german, self._declines
        first, _, stop = tokens[index]
        parts = [first]
        cyrillic = first[0] >= "Ѐ"
        index += 1
        total = len(tokens)
        while index < total and not parts[-1].endswith(_OF_OWNERS):
            token, at, end = tokens[index]
            if at - stop > 1 and self._text[stop:at].strip(" \u00a0"):
                break
            if token == "." and len(parts[-1]) <= 1:
                index += 1
                stop = end
                continue
            char = token[0]
            if not char.isalpha() or (char >= "Ѐ") != cyrillic:
                break
            low = token.lower()
            flags = flags_of(low, 0)
            if char.isupper():
                closes = flags & (TITLE | NOT_NAME) and not flags & FORENAME and (declines or not flags & PLACE)
                if closes and not self._surname_too(parts, index, low):
                    break
                if flags & _NO_PART and not flags & (PARTICLE | FORENAME):
                    break
                office = initial and len(parts) == 1 and len(token) > 1 and token.isupper() and not first.isupper()
                if declines and (flags & CUE or office):
                    break  # `Brexit Wyjaśnił`, `Отношения КНДР`
                if german and (flags & ROLE or low.endswith(self._lexicon.role_endings)) and not flags & FORENAME:
                    break
            elif not (flags & PARTICLE and self._particle(flags, index, parts)) and not self._elided_part(token):
                break
            parts.append(token)
            stop = end
            index += 1
        return parts, index, stop

    def _particle(self, flags: int, index: int, parts: list[str]) -> bool:
        """Whether a small word at tokens[index] stands inside a name: `van`."""
        if not flags & PARTICLE or flags & CONJUNCTION or index + 1 >= len(self._tokens):
            return False
        if self._lexicon.noun_capitals:
            if len(parts) > 1 and parts[-1][0].isupper():
                return False  # `Rosa von der Aue`, but `Karl Weber von der Neuen Bank`
            if not self._words.get(parts[0].lower(), 0) & FORENAME:
                return False  # `soll Weber zu Vogt gesagt haben`
        following = self._tokens[index + 1][0]
        return following[0].isupper() or bool(self._words.get(following, 0) & PARTICLE)

    def _elided_part(self, token: str) -> bool:
        """Whether a word goes on with a name though it begins small: `d'Ormesson`."""
        return bool(self._lexicon.elides) and token[:2] in ("d'", "d’") and token[2:3].isupper()

    def _is_known(self, word: str, following: str) -> bool:
        """Whether a single capitalised word that begins a sentence, `following` behind it, is a name all the same."""
        bare = _bare(word)
        if bare in self._surnames or bare != word:
            return True
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
        if flags & ROLE or bare.endswith(self._lexicon.role_endings):
            return False
        word = self._tokens[index][0]
        if word in self._surnames or (len(word) > 1 and word.isupper()):
            return True
        if bare.endswith(self._lexicon.noun_endings):
            return False
        items, flags_of = self._items, self._words.get
        previous = items[-1] if items else None
        following = self._tokens[index + 1][0] if index + 1 < len(self._tokens) else ""
        following_flags = flags_of(following.lower(), 0)
        if previous is not None and (previous.kind == ROLE_ITEM or previous.lower == "so"):
            return True
        if previous is not None and previous.kind == CUE_ITEM:
            return not previous.lower.endswith("ten")  # `sagten Experten`: a plural
        if previous is not None and previous.flags & (DETERMINER | PREPOSITION) and not following[:1].isupper():
            return False
        if previous is not None and previous.flags & DETERMINER:
            return False
        if following[:1].isupper() and not following_flags & (ROLE | STOP):
            return not following.lower().endswith(self._lexicon.noun_endings)
        if initial and following in (":", "wörtlich"):
            return True
        if not following_flags & CUE or following.endswith("ten"):
            return False
        after = self._tokens[index + 2][0] if index + 2 < len(self._tokens) else ""
        return not (flags_of(after.lower(), 0) & FORENAME or after in self._surnames)
