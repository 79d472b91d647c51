"""Articles for the tests of search, written in one line."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from tui_reader.model.article import Article


def article(name: str, title: str, text: str = "", title_from: str = "first-line", **more: Any) -> Article:
    words = text or title
    return Article(
        id=name,
        path=f"/corpus/{name}",
        text=words,
        sha256=sha256(words.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title,
        title_from=title_from,
        **more,
    )


def corpus() -> list[Article]:
    """Invented news, each article with something of its own."""
    return [
        article(
            "harbour",
            "Council approves harbour plan",
            "The council of Łódź voted. A plant will be built by the harbour.",
        ),
        article(
            "museum", "Museum reopens after long repair", "Visitors queued. The plan had been delayed by the council."
        ),
        article(
            "rada",
            "Rada przyjęła plan budowy kolei",
            "Zażółć gęślą jaźń, mówi burmistrz Kowalczyk. Kolej ruszy w maju.",
        ),
        article("vybory", "Выборы мэра Заречья перенесены", "Мэр Ковальчук заявил, что выборы пройдут в мае."),
        article(
            "harvest", "Late harvest worries farmers", "Farmers around Zarechye fear a poor harvest, said Kowalchuk."
        ),
    ]
