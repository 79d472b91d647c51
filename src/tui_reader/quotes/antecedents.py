"""Whom a pronoun, a missing subject or a quotation without a cue can mean, of those who were named before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from tui_reader.quotes.bodies import is_body, is_place
from tui_reader.quotes.findings import Finding
from tui_reader.quotes.forms import Person
from tui_reader.quotes.items import NAME, Sentence
from tui_reader.quotes.lexicon import BODY, FORENAME, INDEFINITE, MEDIA, ROLE
from tui_reader.quotes.names import Roster
from tui_reader.quotes.narrative import backwards_with_names
from tui_reader.quotes.phrases import Mention, has_report, name_of
from tui_reader.quotes.roles import Roles
from tui_reader.quotes.scene import Scene
from tui_reader.quotes.subjects import main_subject

_REACH = 3
"""How many paragraphs back a pronoun or a quotation without a cue may look."""


def fits(known: str, wanted: str) -> bool:
    """Whether a gender that is known is the wanted one; what nobody knows fits."""
    return not known or not wanted or known == wanted


class Antecedents:
    """Looks for who is meant in what was read so far: the findings that are `done` and the narrative around them."""

    def __init__(self, scene: Scene, roster: Roster) -> None:
        self.scene = scene
        self.roster = roster
        self.roles = Roles(roster, scene.lexicon)
        self.done: list[Finding] = []
        self._named: set[str] = set()

    def _antecedent(self, finding: Finding, gender: str, loosely: bool = True) -> tuple[str, str, str] | None:
        previous = self.done[-1] if self.done else None
        maybe: tuple[str, str, str] | None = None
        for sentence in backwards_with_names(finding.earlier or ()):
            subject = self._subject(sentence)
            nobody = subject is None or (subject.kind == "role" and self._unfit(subject, gender))
            nobody = nobody or (
                subject is not None and subject.kind == "pronoun" and not subject.gender
            )  # `we met Kot`
            if subject is not None and subject.kind == "name":
                name, known = self.roster.resolve(subject.text, subject.start, subject.gender)
                if self._is_person(name, subject, sentence) and fits(known, gender):
                    return name, known, "subject of the sentence before"
                nobody = is_body(name, self.scene.lexicon)
                other = bool(known) and not fits(known, gender)  # `Hale laughs while his sister Ann cooks`
                nobody = nobody or (other and not self.scene.lexicon.noun_capitals)
                if maybe is None and not nobody and self._two_words(name) and fits(known, gender):
                    maybe = name, known, "subject of the sentence before"
            if subject is not None and subject.kind == "role" and self._unnamed(subject, gender):
                return None
            only = self._only_person(sentence, gender) if nobody and loosely else None
            if only is not None:
                return *only, "the one person in the sentence before"
        if previous is not None and not self._may_be(previous, finding):
            previous = None
        same = previous is not None and previous.segment.last_paragraph == finding.segment.paragraph
        if previous is not None and same and previous.speaker and fits(previous.gender, gender):
            return previous.name, previous.gender, "speaker of the quotation before"
        if maybe is not None:
            return maybe
        back = self._paragraphs_back(finding, gender)
        if back is not None:
            return back
        if (
            previous is not None
            and previous.speaker
            and fits(previous.gender, gender)
            and finding.segment.paragraph - previous.segment.last_paragraph <= _REACH
        ):
            return previous.name, previous.gender, "speaker of the quotation before"
        return self._last_of(finding, gender) if gender else None

    def _of_its_sentence(self, finding: Finding, gender: str) -> tuple[str, str, str] | None:
        """`Ann Hale, who came late — “A,” she said — left early`: the subject of the sentence the words break into."""
        if finding.where != "after" or not finding.before or finding.before[-1].kind != "-":
            return None
        subject = main_subject(finding.before, self.scene.lexicon)
        if subject is None or subject.kind != "name":
            return None
        name, known = self.roster.resolve(subject.text, subject.start, subject.gender)
        person = self._is_person(name, subject) and fits(known, gender)
        return (name, known, "subject of the sentence") if person else None

    def _unfit(self, subject: Mention, gender: str) -> bool:
        """Whether a role noun is no subject a pronoun can mean: of the other gender, or in an oblique case."""
        return not fits(subject.gender, gender) if subject.gender else self.roster.declines

    def _two_words(self, name: str) -> bool:
        """Whether a name may be somebody's whose forename nobody knows: of two words, and no place's."""
        known = name in self.roster.people and not self.roster.declines
        return known and name.count(" ") == 1 and not is_place(name, self.scene.lexicon)

    def _unnamed(self, subject: Mention, gender: str) -> bool:
        """Whether the subject is somebody without a name whom a pronoun means: `A neighbour heard. “A,” she said`."""
        flags_of = self.scene.lexicon.flags
        first, _, rest = subject.text.lower().partition(" ")
        told = [flags_of(word) for word in rest.split()]
        person = any(flags & ROLE for flags in told) and not any(flags & (BODY | MEDIA) for flags in told)
        return bool(flags_of(first) & INDEFINITE) and person and fits(subject.gender, gender)

    def _last_of(self, finding: Finding, gender: str) -> tuple[str, str, str] | None:
        """The last speaker of a dialogue who surely is of that gender."""
        for done in reversed(self.done[-4:]):
            near = finding.segment.paragraph - done.segment.last_paragraph <= _REACH
            if near and done.speaker is not None and done.gender and done.gender == gender:
                return done.name, done.gender, "last speaker the word fits"
        return None

    def _may_be(self, previous: Finding, finding: Finding) -> bool:
        """Whether the speaker before can be meant: a body by a verb without subject, by `he` or `the man` never."""
        zero = finding.mention is None or finding.mention.kind == "zero"
        return zero or not is_body(previous.name, self.scene.lexicon)

    def _only_person(self, sentence: Sentence, gender: str) -> tuple[str, str] | None:
        """The one known person a sentence without a clear subject names, in whatever case."""
        found = set()
        for item in sentence.items:
            if item.kind == NAME and not item.possessive:
                name, known = self.roster.resolve(item.text, item.start, item.gender)
                if self._is_person(name, name_of(item)) and fits(known, gender):
                    found.add((name, known))
        return found.pop() if len(found) == 1 else None if found else self._owner(sentence, gender)

    def _owner(self, sentence: Sentence, gender: str) -> tuple[str, str] | None:
        """`Ann Hale's verdict was short`: whose thing the sentence begins with, surely of that gender."""
        item = sentence.items[0]
        if not gender or item.kind != NAME or not item.possessive or self.roster.declines:
            return None
        name, known = self.roster.resolve(item.text, item.start, item.gender)
        return (name, known) if known == gender and self._is_person(name, name_of(item)) else None

    def _paragraphs_back(self, finding: Finding, gender: str) -> tuple[str, str, str] | None:
        """Subjects of the narrative between the last quotation and this paragraph."""
        scene = self.scene
        previous = self.done[-1] if self.done else None
        low = max(0, finding.segment.paragraph - _REACH)
        stop = scene.paragraphs[finding.segment.paragraph][0]
        for index in range(finding.segment.paragraph - 1, low - 1, -1):
            start, end = scene.paragraphs[index]
            if previous is not None and previous.segment.outer_end > start:
                start = min(previous.segment.outer_end, end)
            if start >= end or end > stop or scene.heading(index):
                continue
            for sentence in backwards_with_names(scene.end_of(start, end, True)):
                subject = self._subject(sentence)
                if subject is not None and subject.kind == "name":
                    name, known = self.roster.resolve(subject.text, subject.start, subject.gender)
                    if self._is_person(name, subject) and fits(known, gender):
                        return name, known, "subject of a sentence before"
            if previous is not None and start > scene.paragraphs[index][0]:
                break
        return None

    def _is_person(self, name: str, mention: Mention, sentence: Sentence | None = None) -> bool:
        """Whether a name without a cue of its own can be trusted to be somebody who speaks."""
        if is_place(name, self.scene.lexicon) or is_body(name, self.scene.lexicon):
            return False
        person = self.roster.people.get(name)
        if person is not None and person.known:
            return True
        forename, _, surname = name.partition(" ")
        if surname and self.scene.lexicon.flags(forename.lower()) & FORENAME:
            return True
        if " " in name and (
            (name != mention.text and not self.roster.declines) or (sentence is not None and has_report(sentence.items))
        ):
            return True  # a surname that stands for a full name is a person's
        if person is not None and not self.roster.declines and self.roles.introduced(person):
            return True
        return bool(mention.gender) or name in self._named

    def _only_head(self, mention: Mention) -> tuple[str, str, str] | None:
        """`the President` where the article has named one person so far."""
        if not self.roles.is_head(mention.text):
            return None
        named = [p for p in self.roster.people.values() if p.known and self._told_of(p, mention.start)]
        if len({p.surname for p in named}) != 1 or not fits(named[0].gender, mention.gender):
            return None
        name, gender = self.roster.resolve(named[0].name, mention.start)
        return name, gender, "the one person named so far"

    def _told_of(self, person: Person, stop: int) -> bool:
        """Whether the narrative before `stop`, not only somebody's words, names the person."""
        for at in person.places[: bisect_left(person.places, stop)]:
            index = bisect_right(self.scene.segments, at, key=lambda segment: segment.start) - 1
            if index < 0 or self.scene.segments[index].end <= at:
                return True
        return False

    def _subject(self, sentence: Sentence) -> Mention | None:
        items = sentence.items
        if len(items) < 3 and not (self.roster.declines and items and items[0].kind == NAME):
            return None
        return main_subject(items, self.scene.lexicon)
