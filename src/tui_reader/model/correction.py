"""What the user says about speakers and persons; it wins over every rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.span import Span


class CorrectionKind(StrEnum):
    """What is put right."""

    SPEAKER = "speaker"
    """Who said one quotation."""
    MERGE = "merge"
    """Two persons are one."""
    SPLIT = "split"
    """A spelling is a person of its own."""
    RENAME = "rename"
    """A person is shown under another name."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of the user. Names are spellings as articles give them, so that they hold in any corpus."""

    id: str
    kind: CorrectionKind
    name: str
    """The speaker ("" for nobody), the person that keeps its name, the spelling split off, the person renamed."""
    other: str = ""
    """The person merged into `name`, or the name to be shown ("" takes a renaming back)."""
    created: str = ""
    """ISO 8601 in UTC; later decisions win over earlier ones."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction and what has become of it among the articles now open."""

    correction: Correction
    words: str = ""
    """The quotation whose speaker was corrected, as it was then."""
    title: str = ""
    """Title of the article it stood in then."""
    article: str | None = None
    """Id of the article that is now; None when none of those open is."""
    span: Span | None = None
    """Where the quotation stands there; None when its words are gone."""
    replaced: bool = False
    """Whether a later decision about the same quotation holds instead."""

    @property
    def applies(self) -> bool:
        """Whether it can be obeyed: persons always, a quotation while it is there."""
        return self.correction.kind is not CorrectionKind.SPEAKER or self.span is not None


def decided(decision: Decision) -> str:
    """A decision in one line."""
    name, other = decision.correction.name, decision.correction.other
    match decision.correction.kind:
        case CorrectionKind.MERGE:
            return f"{other} is {name}"
        case CorrectionKind.SPLIT:
            return f"{name} is a person apart"
        case CorrectionKind.RENAME:
            return f"{name} is shown as {other}" if other else f"{name} has the usual name"
        case CorrectionKind.SPEAKER:
            return f"“{' '.join(decision.words.split())}” was said by {name or 'nobody known'}"
