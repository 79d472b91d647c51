"""Whom a role noun beside a quotation means: `the mayor`, `his lawyer`, `the ministry`."""

from __future__ import annotations

from dataclasses import replace

from tui_reader.model.quote import AttributionKind, Speaker
from tui_reader.model.span import Span
from tui_reader.quotes.antecedents import Antecedents, fits
from tui_reader.quotes.attribution import verb_gender
from tui_reader.quotes.bodies import is_body
from tui_reader.quotes.findings import Finding
from tui_reader.quotes.items import NAME, Item
from tui_reader.quotes.lexicon import CITE
from tui_reader.quotes.names import Roster
from tui_reader.quotes.phrases import Mention
from tui_reader.quotes.scene import Scene

_THIS = frozenset(("this", "ce", "cet", "cette", "dieser", "diese", "este", "esta"))
"""Before a role noun they mean whoever was spoken of last, whatever else the article calls him."""

_OWNERS = frozenset(("his", "her", "their", "my", "our", "sein", "seine", "ihr", "ihre", "son", "sa", "leur", "su"))


class Bearers(Antecedents):
    """Finds who holds the office, the trade or the place in a family that a phrase names."""

    def __init__(self, scene: Scene, roster: Roster) -> None:
        super().__init__(scene, roster)
        self._spoke: set[str] = set()

    def _take(self, finding: Finding, name: str, gender: str, kind: AttributionKind, rule: str) -> None:
        mention = finding.mention
        finding.name, finding.gender, finding.kind, finding.rule = name, gender, kind, rule
        has_words = mention is not None and mention.end > mention.start and mention.kind != "zero"
        finding.speaker = Speaker(
            name,
            self.scene.text[mention.start : mention.end] if mention and has_words else "",
            Span(mention.start, mention.end) if mention and has_words else None,
        )

    def _role(self, finding: Finding, mention: Mention) -> None:
        """A role noun: the person introduced so, else the speaker before where nothing speaks against it."""
        told = verb_gender(finding, self.scene.lexicon)
        if told and mention.gender and told != mention.gender:
            mention = replace(mention, gender=told)  # `канцлер заявила`
        if mention.gender == "p" or self.roles.indefinite(mention.text):
            return
        if self.roles.is_body(mention.text):
            self._body(finding, mention)
            return
        if self.roles.is_group(mention.text):
            return  # `mieszkańcy Zaborza`
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
        if self.roster.declines and not finding.earlier and not finding.before and self.roles.is_generic(mention.text):
            found = self._paragraphs_back(finding, mention.gender)
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
