"""Start-up: the reader on the sample articles against a bare Textual app, as ratios of one interleaved run.

    python benchmarks/bench_start.py [--runs 9] [PATH]

Each program runs in a pseudo-terminal of its own until its first words are drawn; wall and processor time of the
process are taken then, before anything is typed. Machines are noisy: quote the ratios of medians, and their minimum.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

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
    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(argv[0], argv, environment)
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen, drawn = b"", 0.0
    while time.perf_counter() - started < 30:
        ready, _, _ = select.select([terminal], [], [], 0.05)
        if ready:
            seen = (seen + os.read(terminal, 65536))[-200_000:]
            if not drawn and re.search(rb"Quotes", seen):
                drawn = time.perf_counter() - started
        elif drawn:
            break
    stat = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    os.kill(pid, signal.SIGTERM)
    while select.select([terminal], [], [], 0.5)[0]:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:
            break
    os.waitpid(pid, 0)
    os.close(terminal)
    return drawn, (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK"), int(peak[1]) / 1024 if peak else 0.0


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
