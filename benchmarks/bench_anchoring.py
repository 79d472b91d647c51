"""Processor time of anchoring and of the bookmark file: `python benchmarks/bench_anchoring.py [--json]`.

Articles of 5 kB, 1 MB and 10 MB (made up, in four scripts' worth of letters), and journals of 1 000 and 20 000 records.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tui_reader.annotations.anchoring import anchor, describe
from tui_reader.annotations.repository import AnnotationRepository
from tui_reader.annotations.storage import Storage
from tui_reader.model.article import Article
from tui_reader.model.span import Span

SYLLABLES = (
    *("ka", "lo", "mi", "ster", "pra", "żół", "gén", "ová", "på"),
    *("ный", "кра", "ска", "то", "ber", "lin", "dorf", "ing", "ton"),
)


class HastyDisk(Storage):
    """Without waiting for the platter: what is measured is the processor."""

    def fsync(self, handle: int) -> None:
        """Nothing to wait for."""


def prose(size: int, chance: random.Random) -> str:
    """Sentences of made-up words, `size` code points in all."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    sentences, length = [], 0
    while length < size:
        sentence = " ".join(chance.choices(words, k=chance.randint(6, 24))).capitalize() + chance.choice(
            [". ", ".\n\n"]
        )
        sentences.append(sentence)
        length += len(sentence)
    return "".join(sentences)[:size]


def spent(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of several runs, in milliseconds."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return round(best * 1000, 2)


def anchoring(size: int) -> dict[str, float]:
    chance = random.Random(size)
    text = prose(size, chance)
    start = text.index(" ", size // 2) + 1
    end = text.index(" ", start + 200)
    selectors = describe(text, start, end)
    before = "A correction was added here. " * 20
    edited = before + text[: start + 60] + " some words put in " + text[start + 100 :]
    deleted = before + text[:start] + text[end:]
    place = anchor(selectors, edited)
    assert place is not None
    assert place[0] == start + len(before)
    assert anchor(selectors, deleted) is None
    return {
        "describe": spent(lambda: describe(text, start, end)),
        "unchanged": spent(lambda: anchor(selectors, text)),
        "moved": spent(lambda: anchor(selectors, before + text)),
        "edited": spent(lambda: anchor(selectors, edited)),
        "deleted": spent(lambda: anchor(selectors, deleted), 1),
    }


def repository(count: int) -> dict[str, float]:
    chance = random.Random(count)
    text = prose(5000, chance)
    article = Article("a.txt", "/library/a.txt", text, "0" * 64, "A", "first-line")
    with tempfile.TemporaryDirectory() as folder:
        made = AnnotationRepository(Path(folder, "b.jsonl"), Path(folder, "state"), storage=HastyDisk())
        first = made.add(article, Span(100, 200))
        line = Path(folder, "b.jsonl").read_bytes().splitlines(keepends=True)[1]
        body = line[: line.rindex(b',"crc"')]
        with Path(folder, "b.jsonl").open("ab") as file:
            for number in range(count - 1):
                file.write(body.replace(first.id.encode(), f"{first.id[:-8]}{number:08x}".encode()) + b"}\n")
        opened = AnnotationRepository(Path(folder, "b.jsonl"), Path(folder, "state"), storage=HastyDisk())
        load = spent(opened.refresh, 1)
        assert len(opened.all()) >= count - 1
        place = spent(lambda: opened.place([article]), 1)
        return {
            "load": load,
            "place": place,
            "of, again": spent(lambda: opened.of(article)),
            "refresh, nothing new": spent(opened.refresh),
            "add": spent(lambda: opened.add(article, Span(300, 350))),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = {f"anchoring, {size:,} code points": anchoring(size) for size in (5_000, 1_000_000, 10_000_000)}
    figures |= {f"journal, {count:,} records": repository(count) for count in (1_000, 20_000)}
    if options.json:
        print(json.dumps(figures))
        return
    for name, row in figures.items():
        print(f"{name:36}", "  ".join(f"{what} {value} ms" for what, value in row.items()))


if __name__ == "__main__":
    main()
