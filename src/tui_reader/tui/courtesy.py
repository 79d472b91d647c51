"""Work in the background stands aside while somebody types.

Python runs one thread at a time. A worker that never rests makes the interface wait a few milliseconds each time it
lets go of the processor, which it does dozens of times for one key: indexing made an echo take 270 ms (measured).
"""

from __future__ import annotations

import sys
from time import monotonic, sleep

QUIET = 0.25
"""Seconds after a key in which it is still being answered, or the next one comes."""

SWITCH = 0.001
"""Seconds a thread may run while another waits; Python's own five are felt in an echo."""

_NAP = 0.02

_last_key = 0.0


def mind_the_keys() -> None:
    """Call once, before the interface starts."""
    sys.setswitchinterval(SWITCH)


def key_pressed() -> None:
    """The interface has something to do now."""
    global _last_key
    _last_key = monotonic()


def stand_aside() -> None:
    """Called between two pieces of work of a millisecond or so by a worker nobody waits for: rests while keys come."""
    while monotonic() - _last_key < QUIET:
        sleep(_NAP)
    # Whoever waits for the processor gets it now.
    sleep(0)
