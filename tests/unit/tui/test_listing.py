"""What the list of articles shows."""

from __future__ import annotations

from tui_reader.model.article import Article
from tui_reader.model.hit import Hit, Tier
from tui_reader.tui.listing import Everything, Listing


def article(name: str, text: str = "") -> Article:
    return Article(name, f"/{name}", text, "", name, "file-name")


def test_an_article_read_again_stands_where_it_stood() -> None:
    old, other, new = article("a", "old"), article("b"), article("a", "new")
    answers = Listing([Hit(other, 2.0, Tier.EXACT), Hit(old, 1.0, Tier.TYPO)], 7)
    assert answers.replace(new) == 1
    assert answers[1] == Hit(new, 1.0, Tier.TYPO)
    assert (answers.index_of(new), answers.index_of(old), answers.total) == (1, -1, 7)
    everything = Everything([old, other])
    assert everything.replace(new) == 0
    assert [hit.article for hit in everything] == [new, other]
    assert everything.replace(article("c")) == -1
