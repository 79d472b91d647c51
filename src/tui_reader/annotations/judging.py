"""Which of several places is the passage's own, and whether any is good enough: better an orphan than a wrong place."""

from __future__ import annotations

from tui_reader.annotations.alignment import Fit, Passage, fit_at
from tui_reader.annotations.candidates import exact_fits, fuzzy_fits, occurrences

NEARBY = 96
"""Context kept with a rival, on each side."""

MOST_RIVALS = 8

LONGEST_RIVAL = 400

AMBIGUOUS = 0.05
"""Two places nearer to each other than this fit about equally well."""

COPIES = 50
"""Copies of a rival that are looked for in a changed text."""

LIMITS = {2: ((0, 0.5),), 1: ((80, 0.5), (40, 0.58), (0, 0.66)), 0: ((80, 0.58), (40, 0.72), (16, 0.8))}
"""By the number of edges that held: from this length of the passage on, so much of its words must be left.

The numbers lie in the gaps between right and wrong places (docs/anchoring.md has the table).
"""

SHORT = ((24, 0.0), (16, 0.2), (0, 0.35))
"""For the very words: from this length on, so much of the surroundings. A short word stands anywhere."""


def acceptable(passage: Passage, fit: Fit) -> bool:
    """Whether a place is good enough, were it the only one.

    What must be left of the words depends on what holds the place: the words outside both edges, one, or none.
    """
    size = len(passage.quote)
    if fit.exact:
        return any(size >= least and fit.context >= limit for least, limit in SHORT)
    return any(size >= least and _left(fit) >= limit for least, limit in LIMITS[sum(fit.held)])


def find_rivals(passage: Passage, text: str, at: int) -> list[Passage]:
    """Places that would be taken for the passage if it were cut out of its own text, with their surroundings.

    They are kept with the bookmark: when one of them is found later, it is known to be something else.
    """
    size = len(passage.quote)
    cut = text[:at] + text[at + size :]
    hits = occurrences(cut, passage.quote) if size else []
    fits = sorted(exact_fits(passage, cut, hits, at), key=lambda fit: -fit.score)[:MOST_RIVALS]
    fits += [fit for fit in fuzzy_fits(passage, cut) if acceptable(passage, fit)]
    fits += [fit for fit in fuzzy_fits(Passage("", passage.quote, ""), cut) if fit.quote >= 0.6]
    rivals: dict[Passage, None] = {}
    for fit in fits:
        rivals[_around(cut, fit.start, fit.end)] = None
        if fit.end <= at < fit.end + NEARBY:
            rivals[_around(text, fit.start, fit.end)] = None
        elif at <= fit.start < at + NEARBY:
            rivals[_around(text, fit.start + size, fit.end + size)] = None
        if len(rivals) >= MOST_RIVALS:
            break
    return list(rivals)


def _around(text: str, start: int, end: int) -> Passage:
    return Passage(text[max(0, start - NEARBY) : start], text[start:end][:LONGEST_RIVAL], text[end : end + NEARBY])


def choose(
    passage: Passage, text: str, fits: list[Fit], rivals: list[Passage], expected: int, vanished: bool = False
) -> Fit | None:
    """The place that is the passage's own, or None.

    `expected` is where it would stand if the text had only been stretched. `vanished` says that there are fewer
    copies of the words than there were: a tie is then another's.
    """
    me = Passage(passage.prefix[-NEARBY:], passage.quote[:LONGEST_RIVAL], passage.suffix[:NEARBY])
    copies = _copies(me, text, rivals)
    free = _unclaimed(me, text, [fit for fit in fits if fit.exact], rivals, vanished)
    free += [fit for fit in fits if not fit.exact and not _contested(me, text, fit, rivals, copies)]
    free.sort(key=lambda fit: (-round(fit.score + (0.1 if fit.exact else 0.0), 3), abs(fit.start - expected)))
    best = next((fit for fit in free if acceptable(passage, fit)), None)
    if best is None or best.exact or any(best.held):
        return best
    # Nothing holds the place but the words: then they must fit it clearly better than any other place.
    others = [f for f in fits if f is not best and (f.end <= best.start or f.start >= best.end)]
    return None if any(_left(f) > _left(best) - AMBIGUOUS for f in others) else best


def _left(fit: Fit) -> float:
    return max(fit.quote, fit.kept)


def _copies(me: Passage, text: str, rivals: list[Passage]) -> list[Fit]:
    """Where the rivals stand word for word."""
    found = []
    for rival in rivals:
        if rival.quote and rival.quote != me.quote:
            size = len(rival.quote)
            found += [fit_at(rival, text, at, at + size, exact=True) for at in occurrences(text, rival.quote)[:COPIES]]
    return found


def _contested(me: Passage, text: str, fit: Fit, rivals: list[Passage], copies: list[Fit]) -> bool:
    """Whether a place fits a rival better than the passage."""
    mine = fit_at(me, text, fit.start, fit.end).score
    for copy in copies:
        if min(copy.end, fit.end) - max(copy.start, fit.start) > (fit.end - fit.start) / 2 and copy.score >= mine:
            return True
    return any(fit_at(rival, text, fit.start, fit.end).score > mine for rival in rivals if rival.quote != me.quote)


def _unclaimed(me: Passage, text: str, fits: list[Fit], rivals: list[Passage], vanished: bool) -> list[Fit]:
    """Among places with the very words, those no copy of the passage has a better claim to."""
    same = [rival for rival in rivals if rival.quote == me.quote]
    mine_first = -1 if vanished else len(same)
    claims = [(round(fit_at(me, text, fit.start, fit.end).score, 3), mine_first, k) for k, fit in enumerate(fits)]
    claims += [
        (round(fit_at(rival, text, fit.start, fit.end).score, 3), r, k)
        for r, rival in enumerate(same)
        for k, fit in enumerate(fits)
    ]
    taken: set[int] = set()
    served: set[int] = set()
    mine = []
    for score, who, place in sorted(claims, reverse=True):
        if place in taken:
            continue
        if who == mine_first:
            mine.append(place)
        elif who not in served and score > 0.6:
            taken.add(place)
            served.add(who)
    return [fits[place] for place in mine]
