"""Articles made up for the proofs."""

import hashlib

from tui_reader.model.article import Article

TEXT = (
    "Ferry returns to Lindholm\n\n"
    "The ferry between Lindholm and Osterby will sail again from the first of May, "
    "the harbour board said on Tuesday.\n\n"
    "“We have waited eleven years for this,” said the chair of the board, Marit Sandvik. “The pier is ready.”\n\n"
    "Critics doubt the timetable. Two crossings a day are too few, a spokesman of the fishermen argued.\n"
)


def article(text: str = TEXT, identity: str = "ferry.txt", title: str = "Ferry returns to Lindholm") -> Article:
    return Article(
        id=identity,
        path=f"/library/{identity}",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        title_from="first-line",
    )
