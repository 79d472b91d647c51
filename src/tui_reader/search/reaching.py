"""How far from what was typed the index looks: one step after the other, until something is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.model.hit import Tier
from tui_reader.search.backend import Found
from tui_reader.search.plan import Plan, Reach, make_plan
from tui_reader.search.vocabulary import Asked

if TYPE_CHECKING:
    from tui_reader.search.query import Term
    from tui_reader.search.vocabulary import Vocabulary

FEW_HITS = 3
"""With so few hits a word may be a misspelling that stands in those articles too, or a beginning a mistyped word."""

_ONE_SLIP = Reach(edits=1)
_REACHES = (
    Reach(),
    Reach(edits=1, misspelt=True),
    _ONE_SLIP,
    Reach(edits=2),
    Reach(edits=2, unfinished=True),
    Reach(edits=1, across=True),
    Reach(edits=2, across=True),
    Reach(edits=2, unfinished=True, across=True),
)
"""How far to look, one after the other."""


def reach_out(
    clauses: tuple[tuple[Term, ...], ...],
    unfinished: tuple[Term, ...],
    words: Vocabulary,
    look: Callable[[Plan], Found],
    names: bool,
    cancelled: Callable[[], bool],
) -> tuple[Found, Plan]:
    """What `look` finds nearest to what was typed, and the plan that found it; the first one where none did."""
    asked = Asked(words)
    best = Found()
    plan: Plan | None = None
    best_plan: Plan | None = None
    for reach in _REACHES:
        if cancelled():
            return Found(), ()
        # A spelling of a name must not hide the word that was mistyped.
        settled = bool(best.hits) and best.hits[0].tier is not Tier.NAME
        few = settled and best.total <= FEW_HITS
        begun = few and reach is _ONE_SLIP and len(clauses) == 1 and best.hits[0].tier is Tier.PREFIX
        if settled and not begun and not (few and reach.misspelt):
            break
        if reach.misspelt and not settled:
            continue
        if reach.across and (best.hits or not names or not asked.mixed):
            break
        last, plan = plan, make_plan(clauses, unfinished, asked, replace(reach, names=names))
        if plan == last:
            continue
        best_plan = plan if best_plan is None else best_plan
        found = look(plan)
        if found.hits and (not best.hits or found.hits[0].tier is not Tier.NAME):
            best, best_plan = _below(best, found) if begun else found, plan
    return best, best_plan or ()


def _below(best: Found, more: Found) -> Found:
    """What begins as typed, in the order it had, and the slips of `more` below it."""
    begun = [hit for hit in best.hits if hit.tier is Tier.PREFIX]
    return Found([*begun, *(hit for hit in more.hits if hit.tier is not Tier.PREFIX)], more.total)
