import json
import unicodedata

import pytest

from tui_reader.annotations.anchoring import CONTEXT, OWN, anchor, candidates, describe

OLD = (
    "Harbour news\n\n"
    "The ferry between Lindholm and Osterby will sail again from the first of May, the board said on Tuesday.\n\n"
    "“We have waited eleven years for this,” said Marit Sandvik, who chairs the board. “The pier is ready.”\n\n"
    "Critics doubt the timetable. Two crossings a day are too few, a spokesman of the fishermen argued.\n\n"
    "A second ferry is not planned. The board will meet again in June to look at the number of passengers.\n"
)
PASSAGE = "We have waited eleven years for this"


def kept(text: str = OLD, passage: str = PASSAGE) -> list[dict]:
    start = text.index(passage)
    return json.loads(json.dumps(describe(text, start, start + len(passage))))


def found(selectors: list[dict], text: str) -> tuple[str, str] | None:
    place = anchor(selectors, text)
    return None if place is None else (text[place[0] : place[1]], place[2])


def test_the_selectors_are_those_of_the_w3c() -> None:
    quote, position, own = kept()
    start = OLD.index(PASSAGE)
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": PASSAGE,
        "prefix": OLD[start - CONTEXT : start],
        "suffix": OLD[start + len(PASSAGE) :][:CONTEXT],
    }
    assert position == {"type": "TextPositionSelector", "start": start, "end": start + len(PASSAGE)}
    assert own["type"] == OWN
    assert own["type"].startswith("x-")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (7, 3), (0, len(OLD) + 1)])
def test_what_is_no_passage_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        describe(OLD, start, end)


def test_the_same_text() -> None:
    assert found(kept(), OLD) == (PASSAGE, "exact")


def test_text_after_it_changed() -> None:
    assert found(kept(), OLD.replace("second", "third")) == (PASSAGE, "exact")


def test_text_before_it_changed() -> None:
    assert found(kept(), "Correction: see below.\n" + OLD) == (PASSAGE, "moved")
    assert found(kept(), OLD[14:]) == (PASSAGE, "moved")


def test_its_paragraph_moved() -> None:
    parts = OLD.split("\n\n")
    assert found(kept(), "\n\n".join([*parts[:2], *parts[3:], parts[2]])) == (PASSAGE, "moved")


def test_words_put_into_it() -> None:
    new = OLD.replace("waited eleven years", "waited eleven long and patient years")
    assert found(kept(), new) == ("We have waited eleven long and patient years for this", "changed")


def test_a_word_corrected() -> None:
    assert found(kept(), OLD.replace("eleven years", "twelve years")) == (
        PASSAGE.replace("eleven", "twelve"),
        "changed",
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("“", '"').replace("”", '"'),
        lambda t: t.replace(" ", "\u00a0"),
        lambda t: t.replace("years for", "years\nfor"),
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: t.replace("waited", "wai\u00adted"),
        lambda t: t.replace("\n", "\r\n"),
        lambda t: "\ufeff" + t,
    ],
)
def test_what_does_not_matter(change) -> None:
    new = change(OLD)
    place = anchor(kept(), new)
    assert place is not None
    assert place[2] in ("exact", "moved")
    assert new[place[0] : place[1]].startswith("We")
    assert new[place[0] : place[1]].endswith("this")


def test_what_is_gone_is_an_orphan() -> None:
    parts = OLD.split("\n\n")
    assert anchor(kept(), "\n\n".join([*parts[:2], *parts[3:]])) is None
    assert anchor(kept(), "Something else altogether, about the weather in the mountains.") is None
    assert anchor(kept(), "") is None


def test_a_look_alike_does_not_take_its_place() -> None:
    sentence = "The board will meet again in June to look at the number of passengers."
    twin = "The board will meet again in July to look at the number of vehicles."
    old = OLD + "\n" + twin + "\n"
    selectors = kept(old, sentence)
    assert anchor(selectors, old.replace(sentence, "")) is None
    assert found(selectors, "New line.\n" + old) == (sentence, "moved")


def test_copies_are_told_apart_by_what_surrounds_them() -> None:
    old = "".join(f"Item {k}: the price is unchanged. Shop number {k} said so.\n" for k in range(9))
    start = old.index("the price", old.index("Item 5"))
    selectors = describe(old, start, start + len("the price is unchanged"))
    new = "Prices today\n" + old.replace("Item 2: the price is unchanged. Shop number 2 said so.\n", "")
    place = anchor(selectors, new)
    assert place is not None
    assert new[place[0] - 8 : place[0]] == "Item 5: "


def test_a_copy_does_not_stand_in_for_what_was_deleted() -> None:
    line = "The rules of the harbour apply to everyone who ties up a boat.\n"
    old = "First part\n" + line + "Middle of the notice, about ropes\n" + line + "Last part, about anchors\n"
    selectors = describe(old, 11, 11 + len(line) - 1)
    new = old.replace(line, "", 1)
    assert anchor(selectors, new) is None
    assert found(selectors, "Notice\n" + old) == (line[:-1], "moved")


def test_a_copy_in_a_long_text_does_not_stand_in_for_what_was_edited() -> None:
    old = OLD + "x" * 7000 + "\n" + OLD.replace("Harbour", "Coast")
    new = old.replace("eleven years", "eleven weary years", 1)
    place = anchor(kept(old), new)
    assert place is not None
    assert place[0] == old.index(PASSAGE)
    assert new[place[0] : place[1]] == "We have waited eleven weary years for this"


def test_a_short_word_needs_its_surroundings() -> None:
    selectors = kept(OLD, "June")
    assert found(selectors, OLD.replace("Harbour", "Haven")) == ("June", "moved")
    assert anchor(selectors, "In June everything blooms.") is None


def test_selectors_of_others_are_passed_by() -> None:
    plain = [s for s in kept() if s["type"].startswith("Text")]
    strange = [{"type": "VideoSelector", "frames": [1]}, {"no": "type"}, {"type": OWN, "rivals": 7, "copy": "x"}]
    assert found([*strange, *plain], "Intro\n" + OLD) == (PASSAGE, "moved")
    assert anchor(strange, OLD) is None
    assert anchor([{"type": "TextQuoteSelector", "exact": 5}], OLD) is None
    assert found([{"type": "TextQuoteSelector", "exact": PASSAGE}], OLD) == (PASSAGE, "moved")


def test_white_space_at_the_edges_belongs_to_the_passage() -> None:
    selectors = kept(OLD, "\n\nCritics doubt the timetable. ")
    assert found(selectors, "Intro\n" + OLD) == ("\n\nCritics doubt the timetable. ", "moved")


def test_white_space_alone_is_found_in_the_same_text_only() -> None:
    selectors = describe(OLD, 12, 14)
    assert found(selectors, OLD) == ("\n\n", "exact")
    assert anchor(selectors, OLD + "more") is None


def test_candidates_for_an_orphan() -> None:
    new = OLD.replace(PASSAGE, "It has been a long time, we waited for this for years and years and more")
    places = candidates(kept(), new)
    assert places
    assert all(0 <= start < end <= len(new) for start, end, _ in places)
    assert places == sorted(places, key=lambda place: -place[2])
    assert candidates([], new) == []


def test_a_very_long_text() -> None:
    filler = "".join(f"Paragraph {k} tells of matter {k * 7919 % 10007} and nothing more.\n" for k in range(12_000))
    old = filler[:300_000] + OLD + filler[300_000:]
    selectors = kept(old)
    assert found(selectors, "New first line.\n" + old) == (PASSAGE, "moved")
    edited = old.replace("eleven years", "eleven weary years").replace("Paragraph 3 ", "Para 3 ")
    assert found(selectors, edited) == ("We have waited eleven weary years for this", "changed")
    assert anchor(selectors, filler) is None
    assert found(selectors, old.upper()) == (PASSAGE.upper(), "changed")
