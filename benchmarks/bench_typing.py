"""Typing into the filter over many articles, and what they take in memory, as ratios of one interleaved run.

    python benchmarks/bench_typing.py [--articles 20000] [--rounds 3]

Peers: the reader with five articles (echo), fzf over the same titles (until the list rests; left out where fzf is not
installed; it sees titles alone, the reader searches texts too), a bare Textual app plus the texts as Python holds
them (memory). The articles are invented; writing them, and indexing them once, comes first and is not counted.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_search import articles
from bench_start import BARE

from terminal import Program

WORDS = 700
"""Words of an article: about 5 kB."""


def write(folder: Path, count: int) -> list[str]:
    """Write `count` articles below `folder`; returns their titles."""
    titles, few = [], articles(min(count, 400), WORDS, seed=1)
    chance = random.Random(1)
    for number in range(count):
        one = few[number % len(few)]
        title = " ".join(chance.sample(one.title.split(), 5)) + f" {number}"
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        # One dash, as in nearly every article: Python then holds two bytes for each character.
        (place / f"{number:06}.txt").write_text(f"{title}\n\n{one.text} – {number}\n", encoding="utf-8")
        titles.append(title)
    return titles


def held(folder: Path) -> float:
    """Megabytes of the texts as Python strings."""
    return sum(sys.getsizeof(path.read_text("utf-8")) for path in folder.rglob("*.txt")) / 1024**2


def typed(program: Program, keys: str) -> list[tuple[float, float]]:
    """First and last change after each key."""
    return [program.press(key) for key in keys]


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), options.articles, options.rounds)


def measure(folder: Path, count: int, rounds: int) -> None:
    """Write the articles, run all programs in turn, print the ratios."""
    many, five, listed, bare = folder / "many", folder / "five", folder / "titles", folder / "bare.py"
    titles = write(many, count)
    write(five, 5)
    listed.write_text("\n".join(titles) + "\n", encoding="utf-8")
    bare.write_text(BARE)
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environment |= {f"READER_{kind}_DIR": str(folder / kind) for kind in ("CONFIG", "STATE", "CACHE")}
    reader = [sys.executable, "-m", "tui_reader"]
    # The index is made once and kept.
    first = [*reader, "search", "--limit", "1", titles[0], str(many)]
    subprocess.run(first, env=environment, stdout=subprocess.DEVNULL, check=True)
    programs = {"many": [*reader, str(many)], "five": [*reader, str(five)]}
    if shutil.which("fzf"):
        programs["fzf"] = ["sh", "-c", f"fzf < {listed}"]
    ready = {"many": f"{count:,} articles".replace(",", " "), "five": "5 articles", "fzf": f"{count}/{count}"}
    keys = titles[count // 2].split()[0][:4] + "\x15" + titles[7].split()[1][:4]
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    memory = blank = 0.0
    for _ in range(rounds):
        for name, argv in programs.items():
            with Program(argv, environment) as program:
                program.wait(ready[name], rest=3.0)
                if name != "fzf":
                    program.press("/")
                times[name] += typed(program, keys)
                memory = max(memory, program.memory("RssAnon")) if name == "many" else memory
        with Program([sys.executable, str(bare)], environment) as program:
            program.wait("Quotes")
            blank = program.memory("VmHWM")
    print(f"{count} articles, {len(keys)} keys, {rounds} rounds; medians")
    for name, found in times.items():
        first, last = (statistics.median(column) * 1e3 for column in zip(*found, strict=True))
        print(f"{name:5} echo {first:6.1f} ms   rest {last:6.1f} ms")
    echo = statistics.median(f for f, _ in times["many"]) / statistics.median(f for f, _ in times["five"])
    print(f"echo    {echo:.2f} x that with five articles")
    if "fzf" in times:
        rest = statistics.median(r for _, r in times["many"]) / statistics.median(r for _, r in times["fzf"])
        print(f"rest    {rest:.2f} x fzf over the titles")
    texts = held(many)
    print(
        f"memory  {memory:.0f} MB: {memory / (2.5 * blank + texts):.2f} x (2.5 bare apps and {texts:.0f} MB of texts)"
    )


if __name__ == "__main__":
    main()
