"""How fast the filter is, as ratios against other ways to search the same invented articles in the same run.

    python benchmarks/bench_search.py [--articles 2000] [--words 400] [--seed 1]

Peers: SQLite FTS5 (title and text, last word as prefix), rapidfuzz's WRatio over whole titles, and a plain scan of all
texts. Ratios above 1 are in our favour. The vocabulary is invented and spread as words are (Zipf), so that slips cost
what they cost in real news.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from tui_reader.model.article import Article
from tui_reader.search.highlight import matches, snippet
from tui_reader.search.index import TextIndex
from tui_reader.text.folding import fold

_CONSONANTS = re.findall(r"\S+", "b br d f g gr h k kl l m n p pr r s st t tr v z")
SYLLABLES = [consonant + vowel for consonant in _CONSONANTS for vowel in "aeiouąó"]
KINDS = ("one word", "two words", "as typed", "one slip", "phrase", "nonsense")


def vocabulary(size: int, rng: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < size:
        words["".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(words)


def articles(count: int, length: int, seed: int) -> list[Article]:
    rng = random.Random(seed)
    known = vocabulary(200 + count * 15, rng)
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(known))))
    made = []
    for number in range(count):
        title = " ".join(rng.choices(known, cum_weights=weights, k=7)).capitalize()
        text = title + "\n\n" + " ".join(rng.choices(known, cum_weights=weights, k=length)) + "."
        digest = sha256(text.encode()).hexdigest()
        made.append(Article(f"{number:06}.txt", f"/{number:06}.txt", text, digest, title, "first-line"))
    return made


def queries(found: list[Article], rng: random.Random) -> dict[str, list[str]]:
    asked: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for article in rng.sample(found, min(40, len(found))):
        words = article.text.rstrip(".").split()
        one, other = sorted(rng.sample([w for w in words if len(w) >= 5], 2))
        at = rng.randrange(1, len(one) - 1)
        first = rng.randrange(8, len(words) - 4)
        asked["one word"].append(one)
        asked["two words"].append(f"{one} {other}")
        asked["as typed"].append(f"{one} {other[:3]}")
        asked["one slip"].append(one[:at] + one[at + 1] + one[at] + one[at + 2 :])
        asked["phrase"].append('"' + " ".join(words[first : first + 3]) + '"')
        asked["nonsense"].append("".join(rng.choice("xqjw") + rng.choice("aeiou") for _ in range(5)))
    return asked


def milliseconds(ask: Callable[[str], object], asked: Iterable[str]) -> list[float]:
    took = []
    for query in asked:
        started = time.perf_counter()
        ask(query)
        took.append((time.perf_counter() - started) * 1e3)
    return took


def fts5(found: list[Article]) -> tuple[Callable[[str], object], float]:
    base = sqlite3.connect(":memory:")
    started = time.perf_counter()
    base.execute("create virtual table news using fts5(title, text)")
    base.executemany("insert into news values (?, ?)", ((fold(a.title), fold(a.text)) for a in found))
    took = time.perf_counter() - started

    def ask(query: str) -> object:
        words = re.findall(r"\w+", fold(query))
        wanted = f'"{" ".join(words)}"' if query.startswith('"') else " ".join([*words[:-1], f"{words[-1]}*"])
        best = base.execute("select rowid from news where news match ? order by rank limit 50", (wanted,)).fetchall()
        return best, base.execute("select count(*) from news where news match ?", (wanted,)).fetchone()

    return ask, took


def peers(found: list[Article]) -> dict[str, tuple[Callable[[str], object], float]]:
    from rapidfuzz import fuzz, process

    titles = [fold(a.title) for a in found]
    texts = [fold(a.text) for a in found]

    def wratio(query: str) -> object:
        return process.extract(fold(query), titles, scorer=fuzz.WRatio, score_cutoff=80, limit=50)

    def scan(query: str) -> object:
        words = [fold(query.strip('"'))] if query.startswith('"') else fold(query).split()
        return [n for n, text in enumerate(texts) if all(word in text for word in words)]

    return {"FTS5": fts5(found), "WRatio": (wratio, 0.0), "scan": (scan, 0.0)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = articles(asked.articles, asked.words, asked.seed)
    size = sum(len(a.text.encode()) for a in found) / 1e6
    others = peers(found)
    print(f"{len(found)} articles, {size:.1f} MB; FTS5 built at {size / others['FTS5'][1]:.1f} MB/s")
    wanted = queries(found, random.Random(asked.seed))
    with tempfile.TemporaryDirectory() as place:
        for name, few in (("dictionaries", len(found) + 1), ("tantivy", 0)):
            if name == "dictionaries" and len(found) > 20_000:
                continue
            measure(name, found, wanted, others, Path(place) / name, few, size)
    show = milliseconds(lambda a: snippet(a, matches(a, wanted["two words"][0]), 100), found[:50])  # type: ignore[arg-type]
    print(f"highlights and passage of one article: {statistics.median(show):.2f} ms")


def measure(
    name: str,
    found: list[Article],
    wanted: dict[str, list[str]],
    others: dict[str, tuple[Callable[[str], object], float]],
    folder: Path,
    few: int,
    size: float,
) -> None:
    index = TextIndex(folder, few=few)
    started = time.perf_counter()
    index.add(found)
    index.commit()
    took = time.perf_counter() - started
    kept = sum(file.stat().st_size for file in folder.iterdir()) / 1e6 if folder.exists() else 0.0
    line = f"\n{name}: built at {size / took:.1f} MB/s, {others['FTS5'][1] / took:.2f}x FTS5"
    print(line + (f"; on disk {kept / size:.2f}x the text" if kept else ""))
    print(f"{'':12}{'p50 ms':>9}{'p95 ms':>9}" + "".join(f"{'x ' + peer:>12}" for peer in others))
    for kind in KINDS:
        ours = milliseconds(lambda query: index.search(query, 50), wanted[kind])
        middle, high = statistics.median(ours), sorted(ours)[int(0.95 * len(ours))]
        ratios = [statistics.median(milliseconds(ask, wanted[kind])) / middle for ask, _ in others.values()]
        print(f"{kind:12}{middle:9.2f}{high:9.2f}" + "".join(f"{ratio:12.1f}" for ratio in ratios))
    index.close()


if __name__ == "__main__":
    main()
