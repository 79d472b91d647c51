"""How the wording of a passage changed, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|\w+|[^\w\s]")

LONGEST = 4000
"""Words beyond which two passages are compared as wholes: nobody reads such a comparison."""


class Part(StrEnum):
    """What a piece of a comparison is."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


def difference(old: str, new: str) -> list[tuple[Part, str]]:
    """The pieces of both wordings in order. SAME and GONE pieces together are `old`, SAME and NEW together `new`."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) > LONGEST or len(after) > LONGEST:
        both = [(Part.SAME, old)] if old == new else [(Part.GONE, old), (Part.NEW, new)]
        return [piece for piece in both if piece[1]]
    pieces: list[tuple[Part, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append((Part.SAME, "".join(before[a:b])))
            continue
        pieces += [(Part.GONE, "".join(before[a:b]))] if b > a else []
        pieces += [(Part.NEW, "".join(after[c:d]))] if d > c else []
    return pieces
