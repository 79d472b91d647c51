"""kill -9 at random moments: no acknowledged bookmark is lost, with one writer, two, and a compaction beside them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def kill(trials: int, folder: Path) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.proofs.killing", str(trials), str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_is_lost_in_a_hundred_kills(tmp_path: Path) -> None:
    result = kill(100, tmp_path)
    assert result["lost"] == 0
    assert result["acknowledged"] >= 100


@pytest.mark.long
def test_nothing_is_lost_in_two_thousand_kills(tmp_path: Path) -> None:
    result = kill(2000, tmp_path)
    assert result["lost"] == 0
    assert result["acknowledged"] >= 2000
