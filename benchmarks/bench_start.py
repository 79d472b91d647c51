"""Start-up: the reader on the sample articles against a bare Textual app, as ratios of one interleaved run.

    python benchmarks/bench_start.py [--runs 9] [PATH]

Each program runs in a pseudo-terminal of its own until its first words are drawn; wall and processor time of the
process are taken then, before anything is typed. Machines are noisy: quote the ratios of medians, and their minimum.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from terminal import Program

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Quotes")
Bare().run()
"""


def measure(argv: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and peak memory in MB until `Quotes` is drawn and the output rests."""
    with Program(argv, environment) as program:
        return program.wait("Quotes"), program.processor, program.memory("VmHWM")


def main() -> None:
    """Run both programs in turn and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("path", nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE)
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {f"READER_{kind}_DIR": f"{folder}/{kind}" for kind in ("CONFIG", "STATE", "CACHE")}
        programs = {
            "bare": [sys.executable, str(bare)],
            "reader": [sys.executable, "-m", "tui_reader", *options.path],
        }
        rows: dict[str, list[tuple[float, float, float]]] = {name: [] for name in programs}
        for _ in range(options.runs):
            for name, argv in programs.items():
                rows[name].append(measure(argv, environment))
    for name, found in rows.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*found, strict=True))
        print(f"{name:<8} wall {wall * 1e3:6.0f} ms   processor {cpu * 1e3:6.0f} ms   memory {memory:5.1f} MB")
    for index, name in enumerate(("wall", "processor", "memory")):
        ratio = [
            pick([row[index] for row in rows["reader"]]) / pick([row[index] for row in rows["bare"]])
            for pick in (statistics.median, min)
        ]
        print(f"{name:<10} {ratio[0]:.2f} x the bare app (of the fastest runs: {ratio[1]:.2f} x)")


if __name__ == "__main__":
    main()
