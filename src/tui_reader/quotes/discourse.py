"""Carries speakers on: pronouns, missing subjects, role nouns, quotations without any cue."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.model.quote import AttributionKind
from tui_reader.quotes.attribution import speaker_of
from tui_reader.quotes.bearers import Bearers
from tui_reader.quotes.findings import Finding
from tui_reader.quotes.items import CUE_ITEM, Sentence
from tui_reader.quotes.narrative import only
from tui_reader.quotes.phrases import Mention, has_report
from tui_reader.quotes.signatures import echoes


class Discourse(Bearers):
    """Walks the findings in text order and resolves each with what came before."""

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
        announced = self.roster.declines and finding.before and finding.before[-1].kind == ":"
        if announced and not has_report(finding.before):
            return  # `Pasażerowie mają inne zdanie: „A”`
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
        previous = self.done[-1] if self.done else None
        apart = previous is None or finding.segment.paragraph - previous.segment.last_paragraph > 1
        if apart and not finding.before and not finding.earlier:
            back = self._paragraphs_back(finding, "")
            if back is not None:
                self._take(finding, back[0], back[1], AttributionKind.CARRIED, back[2])
                return
        if previous is not None and not apart and self.scene.text[previous.segment.end - 1] == "?" and previous.speaker:
            return  # who asks does not answer
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
