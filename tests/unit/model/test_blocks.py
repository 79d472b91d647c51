"""What a block is called."""

from __future__ import annotations

import pytest

from tui_reader.model.blocks import Block, BlockKind, segment
from tui_reader.model.junk import junk_reason
from tui_reader.model.span import Span

PROSE = "The council met on Tuesday and talked for seven hours about the harbour and the price of sand."


def kinds(text: str, **options: object) -> list[str]:
    return [str(block.kind) for block in segment(text, **options)]  # type: ignore[arg-type]


def only(text: str, **options: object) -> Block:
    (block,) = segment(text, **options)  # type: ignore[arg-type]
    return block


def test_opinions_never_renumber() -> None:
    text = f"---\ntitle: x\n---\n\n3.64 EUR\n# Title\n\n{PROSE}\n- item\n> quoted\n```\ncode\n```\n"
    plain = [block.span for block in segment(text)]
    for options in ({"body": 17}, {"markdown": True}, {"markdown": True, "body": 17, "title": Span(30, 35)}):
        assert [block.span for block in segment(text, **options)] == plain  # type: ignore[arg-type]


def test_front_matter_is_one_block_a_line() -> None:
    text = f"---\ntitle: x\n\ndate: y\n---\n\n{PROSE}\n"
    body = text.index("The council")
    assert kinds(text, body=body) == ["front-matter"] * 4 + ["paragraph"]


def test_hashes_make_a_heading_with_level_and_marker() -> None:
    block = only("###  Deep water")
    assert (block.kind, block.level, block.marker) == (BlockKind.HEADING, 3, 5)
    assert only("#hashtag").kind is BlockKind.PARAGRAPH
    assert only("####### seven").kind is BlockKind.PARAGRAPH


def test_the_line_under_a_markdown_heading_is_a_block_without_words() -> None:
    heading, rule, prose = segment(f"Findings\n-------\n\n{PROSE}", markdown=True)
    assert (heading.kind, heading.level) == (BlockKind.HEADING, 2)
    assert rule.marker == len(rule.span)
    assert prose.kind is BlockKind.PARAGRAPH


def test_quotes_lists_and_code_in_markdown() -> None:
    text = "> said so\n- one\n* two\n12. three\n```python\n# no heading\n```\n" + PROSE
    found = segment(text, markdown=True)
    assert [str(b.kind) for b in found] == ["blockquote", "list-item", "list-item", "list-item"] + ["code"] * 3 + [
        "paragraph"
    ]
    assert [b.marker for b in found[:4]] == [2, 2, 2, 4]


def test_a_dash_in_plain_text_is_speech_and_no_list() -> None:
    assert kinds("- I do not know, said the pilot.\n- Nobody does, said the other.") == ["paragraph", "paragraph"]


def test_three_thousand_arrows() -> None:
    block = only(">" * 3000 + " deep")
    assert (block.kind, block.marker) == (BlockKind.BLOCKQUOTE, 3001)


def test_a_short_line_above_prose_is_a_heading() -> None:
    text = f"{PROSE}\nA night on the quay\n{PROSE}\n"
    assert kinds(text) == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "It was over.",
        "said the mayor",
        "“We waited",
        "– Nobody knows",
        "12 ships and a boat",
        "The list is:",
        "and so on",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert kinds(f"{PROSE}\n{line}\n{PROSE}\n")[1] != "heading"


def test_names_in_a_column_are_no_headings() -> None:
    assert kinds(f"{PROSE}\nAda Winterbourne\nTomas Ferrow\nInes Calder\n") == ["paragraph"] * 4


def test_the_title_is_a_heading_of_the_first_level() -> None:
    text = f"4.12 EUR\nA Small Title\n{PROSE}"
    start = text.index("A Small")
    block = segment(text, title=Span(start, start + 13))[1]
    assert (block.kind, block.level, block.marker) == (BlockKind.HEADING, 1, 0)


@pytest.mark.parametrize(
    "label",
    [
        "Ada Winterbourne, mayor of Northmere:",
        "Tomas Ferrow:",
        "FERROW:",
        "Ludwig van der Meer, head of the port:",
        "Зоя Верес, мэр города:",
    ],
)
def test_a_name_above_a_quotation_is_a_label(label: str) -> None:
    assert kinds(f"{label}\n“We waited for nine years.”\n{PROSE}")[0] == "label"


@pytest.mark.parametrize(
    "line",
    [
        "Afterward, Ferrow shared some details with persistent journalists:",
        "Ada Winterbourne, mayor of the town of Northmere, responded:",
        "She told the board in the evening:",
        "There were three reasons:",
    ],
)
def test_a_sentence_that_leads_up_to_a_quotation_is_no_label(line: str) -> None:
    assert kinds(f"{line}\n“We waited for nine years.”\n{PROSE}")[0] != "label"


def test_a_name_above_something_else_is_no_label() -> None:
    assert kinds(f"Ada Winterbourne:\n{PROSE}")[0] != "label"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("3.64 BYN", "prices"),
        ("USD 1,08", "prices"),
        ("12 450,00 zł", "prices"),
        ("EUR 4,25 | 1.08%", "prices"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Zapisz się, a codziennie dostaniesz nasz newsletter", "newsletter"),
        ("Подписывайтесь на наш телеграм-канал", "newsletter"),
        ("Abonnieren Sie unseren Newsletter", "newsletter"),
        ("Abonnez-vous à notre newsletter", "newsletter"),
        ("Suscríbete a nuestro boletín", "newsletter"),
        ("This website uses cookies to make you happy", "cookies"),
        ("Advertisement", "advertisement"),
        ("Story continues below this ad", "advertisement"),
        ("Share on Facebook", "sharing"),
        ("Czytaj także: Most zamknięty do maja", "related"),
        ("© 2024 The Northmere Courier", "menu"),
    ],
)
def test_junk_says_what_it_is(line: str, reason: str) -> None:
    assert junk_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "The ticket costs 3.64 BYN, the minister said.",
        "“Sign up for our newsletter,” the mayor joked.",
        "Residents who subscribe to the e-mail service of the town were warned in time.",
        "The newspaper uses cookies, its editor admitted.",
        "Share prices fell by 4 percent on Friday.",
        "Advertisements for the party were torn down in three districts.",
        "1985",
        "Read the report, she said, and you will know.",
        "Get out of the house at once, the neighbours shouted.",
        "Menu prices rose again.",
    ],
)
def test_a_line_of_the_story_is_never_junk(line: str) -> None:
    assert junk_reason(line) == ""


def test_patterns_of_junk_take_no_time_on_adversaries() -> None:
    for line in ("1 " * 130, "1/" * 130, "€" * 260, "sign up " * 32, "share " * 43, "( " * 130, "1.1 % " * 40):
        assert isinstance(junk_reason(line), str)
