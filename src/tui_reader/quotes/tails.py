"""Evidence after a quotation: the cue that follows it, unless the cue belongs to the next."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.quotes.clauses import subject_before
from tui_reader.quotes.findings import Finding, according_at, according_name, put
from tui_reader.quotes.inversion import subject_after
from tui_reader.quotes.items import CUE_ITEM, NAME, PRON, ROLE_ITEM, WORD, Item, Sentence, settled
from tui_reader.quotes.leads import better_subject
from tui_reader.quotes.lexicon import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    IMPERSONAL,
    INDEFINITE,
    MEDIA,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBORDINATOR,
    Lexicon,
)
from tui_reader.quotes.marks import Segment
from tui_reader.quotes.phrases import AS, Mention, phrase_of
from tui_reader.quotes.scene import Scene, ended
from tui_reader.quotes.sources import cited, person_like, source_after
from tui_reader.quotes.voices import other_voice


def quote_follows(scene: Scene, index: int, after: Sequence[Sentence]) -> bool:
    """Whether the text after the segment runs on, unfinished, into the next one."""
    if index + 1 >= len(scene.segments) or scene.segments[index + 1].paragraph != scene.segments[index].last_paragraph:
        return False
    return bool(after) and not after[0].closed  # an open sentence is the last one


def over_term(scene: Scene, index: int, items: list[Item], *, capital: bool = False) -> list[Item]:
    """The tail with what stands after a short title or term in marks: `“A,” Ann Hale, in a “B” cap, said`.

    `capital` says a name may follow at once: `— сказал «Голосу» Иван Петров`.
    """
    if index + 1 >= len(scene.segments) or not items:
        return items
    following, last = scene.segments[index + 1], items[-1]
    if following.outer_start - last.end > 2 or last.kind in (":", ","):
        return items
    words = scene.text[following.start : following.end].strip()
    if words.count(" ") > 4 or not words or words[-1] in ",.!?…":
        return items
    beyond = scene.after(index + 1)
    if not beyond or (beyond[0].items[0].text[:1].isupper() and not capital):
        return items
    thing = Item(WORD, words, following.start, following.end, scene.text)
    return [*items, thing, *beyond[0].items]


def continues(scene: Scene, segment: Segment, sentence: Sentence) -> bool:
    """Whether the narrative after a segment belongs to its sentence."""
    items = sentence.items
    if not items:
        return False
    if not ended(scene.text, segment):
        return True
    first = items[0]
    if first.kind in (",", "-"):
        return True
    if first.text[:1].islower():
        return True
    last = scene.text[segment.end - 1]
    if last == "," or last in "\"'”’":
        return True
    return _short_cue(items, last)


def _short_cue(items: list[Item], last: str) -> bool:
    """“What?” Smith said. — the subject and its cue, and no sentence of their own."""
    for at, item in enumerate(items[:14]):
        if item.kind == CUE_ITEM:
            following = items[at + 1] if at + 1 < len(items) else None
            if last == "." or following is None:
                return following is None or following.kind == "."
            if last in "!?" and at <= 4 and _object_only(items, at):
                return True  # “Hello!” Ann Hale greeted her guest.
            own = following.kind in (PRON, NAME, ROLE_ITEM) or bool(following.flags & (SUBORDINATOR | DETERMINER))
            return len(items) - at <= 3 or not own or following.lower in ("of", "in", "on", "at")
        if item.kind == ":" or (item.kind == "," and items[0].kind not in (NAME, ROLE_ITEM)):
            break
    return False


def _object_only(items: list[Item], cue: int) -> bool:
    """Whether a name or a pronoun stands before the cue, and behind it no more than whom it addresses."""
    behind = items[cue + 1 :]
    if not cue or items[cue - 1].kind not in (NAME, PRON) or len(behind) > 4 or behind[-1].kind != ".":
        return False
    return all(
        item.kind in (NAME, ROLE_ITEM) or (item.kind == WORD and not item.flags & (SUBORDINATOR | PREPOSITION))
        for item in behind[:-1]
    )


def read_tail(finding: Finding, text: str, lexicon: Lexicon, next_quote: bool) -> None:
    """A cue after the quotation."""
    items = finding.after
    low = 0
    while low < len(items) and items[low].kind in (",", "-", ")"):
        low += 1
    if low >= len(items) or _to_which(items, low):
        return
    if items[low].lower in AS and low + 1 < len(items) and items[low + 1].kind == CUE_ITEM:
        low += 1  # `– jak mówi Jan Nowak –`
    according = according_at(items[:8], lexicon)
    if according and not any(i.kind == CUE_ITEM for i in items[low : according[0]]):
        put(finding, "after", items[according[0]], according_name(items, according, lexicon), True)
        return
    cue = _tail_cue(items, low, lexicon, finding.segment.mark == "dash")
    if cue < 0 or (next_quote and cue > low and _belongs_to_next(items, cue, low)):
        return
    if items[low].flags & CONJUNCTION and items[low].kind == WORD:
        if finding.before:
            return
        low += 1
    verb = settled(items, cue)
    mention = _tail_subject(items, cue, low, lexicon)
    bare = all(item.flags & ADVERB for item in items[low:cue])  # « A », a répondu Matignon
    if mention is None and not bare:
        return
    last = text[finding.segment.end - 1]
    apart = low > 0 or last in ",.!?…-–—\"'”’»“"
    beyond = any(item.flags & (SUBORDINATOR | PREPOSITION) for item in items[low:cue])
    if mention is not None and mention.kind == "nobody" and (not apart or cue - low > 5 or beyond):
        return  # `… “A” on Monday, hours after the man was charged` says nothing about the words
    put(finding, "after", verb, mention, cue == low or (apart and cue - low <= 14))


def _to_which(items: list[Item], low: int) -> bool:
    """`to which Berg replied`: the cue of another quotation."""
    following = items[low + 1] if low + 1 < len(items) else None
    relative = following is not None and following.kind in (WORD, PRON) and bool(following.flags & RELATIVE)
    return relative and bool(items[low].flags & PREPOSITION)


def _tail_cue(items: list[Item], low: int, lexicon: Lexicon, dash: bool) -> int:
    """Index of the cue in the clause after a quotation; -1 for none."""
    cue = -1
    for at in range(low, min(len(items), low + 24)):
        item = items[at]
        if item.kind == WORD and at > low:
            continue
        if item.kind == CUE_ITEM:
            cue = at
            if at == low or not items[at - 1].flags & RELATIVE or items[at - 1].kind == CUE_ITEM:
                break  # otherwise the verb of `who advised the court`, unless no other follows
        if item.kind in (";", ":") or (item.kind == "-" and at > low and lexicon.dialogue):
            break
        if at == low and item.flags & SUBORDINATOR and item.kind == WORD:
            return -1
    if cue < 0 and items[low].kind == WORD and (dash or _surely_verb(items, low, lexicon)):
        return low  # a verb no lexicon lists, right after the dash
    return cue


def _surely_verb(items: list[Item], low: int, lexicon: Lexicon) -> bool:
    """Whether an unknown word after a dash, with somebody right behind it, can only be a verb: `– кряхтит Иван Дуб`."""
    if not lexicon.verb_first or not low or items[low - 1].kind != "-" or low + 1 >= len(items):
        return False
    who = items[low + 1]
    beyond = items[low + 2] if low + 2 < len(items) else None
    if who.kind == ROLE_ITEM and beyond is not None:
        who = beyond
    return not items[low].flags and (who.kind == PRON or (who.kind == NAME and person_like(who)))


def _tail_subject(items: list[Item], cue: int, low: int, lexicon: Lexicon) -> Mention | None:
    """Subject of the cue after a quotation; a cue that opens the clause without one has the subject before it."""
    mention = cited(items, cue, lexicon)
    if mention is not None:
        return mention
    other = other_voice(items, cue, low, lexicon)
    if other is not None:
        return other  # “A,” the crew was told by Ann Hale
    if items[cue].flags & IMPERSONAL and lexicon.cases.declines:
        return source_after(items, cue, lexicon)
    if cue == low:
        mention = source_after(items, cue, lexicon) or subject_after(items, cue, lexicon)
        if mention is None and cue + 1 < len(items) and items[cue + 1].flags & INDEFINITE:
            return phrase_of(items, cue + 1, min(cue + 3, len(items)))  # “A,” reads a reply
        if mention is None and not items[cue].flags & IMPERSONAL:
            mention = Mention("zero", "", items[cue].start, items[cue].end, items[cue].gender)
        return mention
    mention = subject_before(items, cue, low, lexicon)
    if lexicon.verb_first:
        return better_subject(mention, items, cue, low, lexicon)
    if items[cue - 1].kind == "," and (mention is None or mention.kind == "role"):
        return subject_after(items, cue, lexicon) or mention
    return mention


def read_marked_name(finding: Finding, scene: Scene, index: int) -> None:
    """A paper whose name stands in marks after the cue: “A”, writes “Guardian”."""
    items = finding.after
    if not items or index + 1 >= len(scene.segments) or (finding.tail is not None and finding.tail.closed):
        return
    following = scene.segments[index + 1]
    if following.outer_start - items[-1].end > 2:
        return
    words = scene.text[following.start : following.end].strip()
    if not words[:1].isupper() or len(words) > 40 or words[-1] in ",.!?":
        return
    last = len(items) - 1
    if last and items[last].kind in (ROLE_ITEM, WORD) and items[last].flags & (MEDIA | ROLE):
        last -= 1
    if items[last].kind == CUE_ITEM:
        put(finding, "after", items[last], Mention("marked", words, following.start, following.end), True)


def _belongs_to_next(items: list[Item], cue: int, low: int) -> bool:
    """Whether the cue after this quotation introduces the next: `“A,” to which Hale replied, “B.”`."""
    last = len(items) - 1
    while last > cue and items[last].kind in (",", ":", "-"):
        last -= 1
    first = items[low]
    joined: bool = (first.kind == WORD and bool(first.flags & (CONJUNCTION | SUBORDINATOR))) or first.lower in (
        "to",
        "na",
        "auf",
    )
    return last - cue <= 3 and (joined or items[-1].kind == ":")
