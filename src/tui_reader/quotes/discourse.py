"""Carries speakers on: pronouns, missing subjects, role nouns, quotations without any cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_reader.model.quote import AttributionKind, Speaker
from tui_reader.model.span import Span
from tui_reader.quotes.antecedents import Antecedents, fits
from tui_reader.quotes.attribution import speaker_of, verb_gender
from tui_reader.quotes.bodies import is_body
from tui_reader.quotes.findings import Finding
from tui_reader.quotes.items import CUE_ITEM, NAME, Item, Sentence
from tui_reader.quotes.lexicon import CITE
from tui_reader.quotes.names import Roster
from tui_reader.quotes.narrative import only
from tui_reader.quotes.phrases import Mention, has_report
from tui_reader.quotes.scene import Scene
from tui_reader.quotes.signatures import echoes

_THIS = frozenset(("this", "ce", "cet", "cette", "dieser", "diese", "este", "esta"))
"""Before a role noun they mean whoever was spoken of last, whatever else the article calls him."""

_OWNERS = frozenset(("his", "her", "their", "my", "our", "sein", "seine", "ihr", "ihre", "son", "sa", "leur", "su"))


class Discourse(Antecedents):
    """Walks the findings in text order and resolves each with what came before."""

    def __init__(self, scene: Scene, roster: Roster) -> None:
        super().__init__(scene, roster)
        self._spoke: set[str] = set()

    def resolve(self, finding: Finding) -> None:
        """Sets speaker, kind of attribution and rule of `finding`."""
        if finding.where == "" and finding.mention is not None and finding.mention.kind == "name":
            self._doubt(finding, finding.mention)
        speaker_of(finding, self.roster)
        mention = finding.mention
        if finding.speaker is not None:
            finding.kind = (
                AttributionKind.LABEL
                if finding.where in ("label", "signed") and finding.cue is None
                else AttributionKind.CUE
            )
            finding.rule = _rule(finding)
        elif mention is not None and mention.kind in ("pronoun", "zero"):
            self._pronoun(finding, mention)
        elif mention is not None and mention.kind == "role":
            self._role(finding, mention)
        elif mention is None and not finding.beside:
            self._carry(finding)
        if finding.speaker is None and finding.where in ("before", "label") and finding.cue is None:
            self._alone(finding)
        self.done.append(finding)
        if finding.speaker is not None:
            self._spoke.add(finding.name)
            if finding.kind is AttributionKind.CUE:
                self._named.add(finding.name)

    def _doubt(self, finding: Finding, mention: Mention) -> None:
        """A subject whose sentence has no cue at all must be somebody who can speak."""
        name, _ = self.roster.resolve(mention.text, mention.start, mention.gender)
        if not has_report(finding.before) and not self._is_person(name, mention):
            finding.mention = None

    def _alone(self, finding: Finding) -> None:
        """A colon without a cue: the one person the sentence before it names."""
        items = finding.before
        asked = finding.mention is not None and finding.mention.kind == "nobody"
        if not asked and items and items[-1].kind == ":":
            only = self._only_person(Sentence(items, items[0].start, items[-1].end, False), "")
            if only is not None:
                self._take(finding, *only, AttributionKind.CARRIED, "the one person named before the colon")

    def _take(self, finding: Finding, name: str, gender: str, kind: AttributionKind, rule: str) -> None:
        mention = finding.mention
        finding.name, finding.gender, finding.kind, finding.rule = name, gender, kind, rule
        has_words = mention is not None and mention.end > mention.start and mention.kind != "zero"
        finding.speaker = Speaker(
            name,
            self.scene.text[mention.start : mention.end] if mention and has_words else "",
            Span(mention.start, mention.end) if mention and has_words else None,
        )

    def _pronoun(self, finding: Finding, mention: Mention) -> None:
        gender = mention.gender
        if mention.kind == "pronoun" and gender == "":
            return
        if gender == "p":
            return
        found = self._of_its_sentence(finding, gender) or self._antecedent(finding, gender)
        if found is not None:
            name, known, how = found
            word = mention.text or finding.cue_text
            kind = AttributionKind.PRONOUN if mention.kind == "pronoun" else AttributionKind.CARRIED
            self._take(finding, name, known or gender, kind, f"{word}: {how}")

    def echoed(self, text: str) -> list[Finding]:
        """Headline quotations that got their speaker from the same words further down."""
        found = []
        for at, finding in enumerate(self.done[:3]):
            if finding.speaker is None and finding.segment.paragraph < 2 and _unnamed(finding):
                source = echoes(text, finding, self.done[at + 1 :])
                if source is not None:
                    finding.mention = None
                    self._take(
                        finding, source.name, source.gender, AttributionKind.CARRIED, "repeats a quotation further down"
                    )
                    found.append(finding)
        return found

    def _role(self, finding: Finding, mention: Mention) -> None:
        told = verb_gender(finding, self.scene.lexicon)
        if told and mention.gender and told != mention.gender:
            mention = replace(mention, gender=told)  # `канцлер заявила`
        """A role noun: the person introduced so, else the speaker before where nothing speaks against it."""
        if mention.gender == "p" or self.roles.indefinite(mention.text):
            return
        if self.roles.is_body(mention.text):
            self._body(finding, mention)
            return
        about = self.roles.talked_about(finding.segment.start, finding.segment.end)
        named = self.roles.named_beside(mention.text, about)
        if named:
            name, gender = self.roster.resolve(named, mention.start, mention.gender)
            self._take(finding, name, gender, AttributionKind.ROLE, f"{mention.text}: so introduced in this article")
            return
        person = self.roles.meant(
            mention.text, mention.start, mention.gender, self._spoke, about, anywhere=finding.cue is None
        )
        if person is not None:
            name, gender = self.roster.resolve(person.name, mention.start)
            self._take(finding, name, gender, AttributionKind.ROLE, f"{mention.text}: so introduced in this article")
            return
        if mention.text.split(" ", 1)[0].lower() in _OWNERS:
            return  # `his wife` is nobody who has just spoken
        if about and self._introduced_inside(mention, about):
            return
        found = self._antecedent(finding, mention.gender, loosely=False) if finding.earlier else None
        previous = self._last_speaker(finding)
        if previous is not None and is_body(previous.name, self.scene.lexicon):
            previous = None
        since = self._only_person(finding.earlier[-1], mention.gender) if finding.earlier else None
        if found is None and since is not None and previous is not None and since[0] != previous.name:
            found = *since, "the one person in the sentence before"
        if found is None and previous is not None and fits(previous.gender, mention.gender):
            found = previous.name, previous.gender, "speaker of the quotation before"
        if found is None:
            found = self._only_head(mention)
        if found is None or (found[0] in about and self._last_speaker(finding) is None):
            return
        if NAME in (i.kind for i in self._items_of(finding, mention)):
            return
        name, gender, how = found
        known = self.roster.people.get(name)
        pointing = not _THIS.isdisjoint(self.scene.text[max(0, mention.start - 16) : mention.end].lower().split())
        if known is None or pointing or not self.roles.contradicts(known, mention.text):
            self._take(finding, name, gender, AttributionKind.ROLE, f"{mention.text}: {how}")

    def _introduced_inside(self, mention: Mention, about: set[str]) -> bool:
        """Whether the words themselves introduce somebody so: “Minister Ann Hale is ill,” said the minister."""
        person = self.roles.meant(mention.text, mention.start, mention.gender, self._spoke, set())
        return (person is not None and person.name in about) or self.roles.named_beside(mention.text) in about

    def _body(self, finding: Finding, mention: Mention) -> None:
        """`the company`: the body that spoke before; `прес-служба компанії`: an office of its own, never a person."""
        if self.scene.lexicon.flags(finding.cue_text.lower()) & CITE:
            return
        named = self.roles.named_beside(mention.text) if self.roles.is_medium(mention.text) else ""
        office = self.roles.office(mention.text, mention.genitive)
        previous = self._last_speaker(finding)
        if named:
            self._take(finding, named, "", AttributionKind.ROLE, f"{mention.text}: so introduced in this article")
        elif office:
            self._take(finding, office, "", AttributionKind.ROLE, f"{mention.text}: an office, no person")
        elif previous is not None and is_body(previous.name, self.scene.lexicon):
            self._take(
                finding, previous.name, "", AttributionKind.ROLE, f"{mention.text}: speaker of the quotation before"
            )

    def _last_speaker(self, finding: Finding) -> Finding | None:
        """The last quotation with a speaker in this paragraph; further back only while nobody else has spoken."""
        spoken = [done for done in self.done[-6:] if done.speaker is not None]
        if not spoken:
            return None
        apart = finding.segment.paragraph - spoken[-1].segment.last_paragraph
        return spoken[-1] if apart == 0 or (apart <= 2 and len(self._spoke) == 1) else None

    def _items_of(self, finding: Finding, mention: Mention) -> list[Item]:
        return [i for i in (*finding.before, *finding.after) if mention.start <= i.start and i.end <= mention.end]

    def _carry(self, finding: Finding) -> None:
        """A quotation with no cue beside it."""
        segment = finding.segment
        if segment.mark == "dash" and segment.cue is None and not segment.chained:
            self._answer(finding)
            return
        previous = self.done[-1] if self.done else None
        earlier = finding.earlier or []
        tail = previous.tail if previous is not None and previous.where == "after" else None
        if previous is not None and not finding.before and tail is not None and tail is only(earlier):
            self._follow(finding, previous, "carried from the sentence before")  # “A,” she said. “B.”
            return
        if not finding.before and earlier and self._carry_subject(finding, earlier, previous):
            return
        if previous is None:
            return
        apart = finding.segment.paragraph - previous.segment.last_paragraph
        if apart == 0 and not _speaks_otherwise(finding, previous):
            self._follow(finding, previous, "carried from the quotation before")
        elif apart == 1 and not finding.before and not earlier and not self._answers(finding, previous):
            self._follow(finding, previous, "carried from the paragraph before")

    def _answers(self, finding: Finding, previous: Finding) -> bool:
        """Whether a paragraph of words alone is another's turn: after a question, or the next of two by turns."""
        asks = self._asks(finding)
        if self._asks(previous):
            return not asks
        before = self.done[-2] if len(self.done) > 1 else None
        turns = before is not None and before.speaker is not None and before.name != previous.name
        return asks and turns and before is not None and self._asks(before)

    def _asks(self, finding: Finding) -> bool:
        return self.scene.text[finding.segment.end - 1] == "?"

    def _answer(self, finding: Finding) -> None:
        """A turn of an interview: a question is nobody's we know, an answer that of the one who has answered so far."""
        if self.scene.text[finding.segment.end - 1] == "?":
            return
        spoken = [done for done in self.done[-6:] if done.segment.mark == "dash" and done.speaker is not None]
        if spoken and len({done.name for done in spoken}) == 1:
            self._follow(finding, spoken[-1], "answer in an interview")

    def _follow(self, finding: Finding, previous: Finding, rule: str) -> None:
        if previous.speaker is not None:
            self._take(finding, previous.name, previous.gender, AttributionKind.CARRIED, rule)

    def _carry_subject(self, finding: Finding, earlier: Sequence[Sentence], previous: Finding | None) -> bool:
        """Takes the subject of the sentence before; True when the search ends there, found or not."""
        sentence = earlier[-1]
        subject = self._subject(sentence)
        reports = any(item.kind == CUE_ITEM for item in sentence.items)
        if subject is not None and subject.kind == "name":
            name, gender = self.roster.resolve(subject.text, subject.start, subject.gender)
            if self._is_person(name, subject, sentence):
                finding.mention = subject
                self._take(finding, name, gender, AttributionKind.CARRIED, "subject of the sentence before")
                return True
            if reports or not self.roster.declines:
                return True
            subject = None
        if subject is not None and subject.kind == "pronoun" and subject.gender in ("m", "f"):
            found = self._antecedent(Finding(finding.segment, [], [], earlier=earlier[:-1]), subject.gender)
            if found is not None:
                self._take(finding, found[0], found[1], AttributionKind.CARRIED, "subject of the sentence before")
                return True
        only = None if reports or subject is not None else self._only_person(sentence, "")
        if only is not None:
            self._take(finding, *only, AttributionKind.CARRIED, "the one person in the sentence before")
            return True
        return not reports and previous is None


def _speaks_otherwise(finding: Finding, previous: Finding) -> bool:
    """Whether a verb before the words cannot be the last speaker's: `в комиссии отметили`."""
    genders = {item.gender for item in finding.before if item.kind == CUE_ITEM and item.gender in ("m", "f", "p")}
    return bool(genders) and previous.gender not in genders and (bool(previous.gender) or "p" in genders)


def _unnamed(finding: Finding) -> bool:
    """Whether nothing but a role noun, if anything, says who speaks."""
    return not finding.beside or (finding.mention is not None and finding.mention.kind == "role")


def _rule(finding: Finding) -> str:
    word = finding.cue_text
    if finding.segment.mark == "label":
        return "name before the colon"
    if finding.where == "label":
        return f"line above: {word}" if word else "label, one line above"
    if finding.where == "signed":
        return "signed: the name after a dash"
    if finding.where == "before" and not word:
        return "name before the colon"
    if finding.where in ("after", "before"):
        return f"cue {finding.where}: {word}"
    if finding.where == "loose":
        return f"cue in the sentence: {word}"
    return "subject of the sentence"
