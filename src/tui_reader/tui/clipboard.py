"""The clipboard of the terminal the reader runs in, wherever that terminal is."""

from __future__ import annotations

import base64
import os

MOST_BYTES = 74_000
"""Base64 bytes handed over at once: xterm's limit is the lowest of the common terminals."""


def osc52(text: str) -> str:
    """The escape sequence (OSC 52) that puts `text` on the clipboard, wrapped for tmux and GNU screen.

    Works over SSH, because the terminal does it. Raises ValueError when the text is too long to be handed over.
    """
    payload = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(payload) > MOST_BYTES:
        raise ValueError(f"{len(text)} characters are more than a terminal's clipboard takes")
    sequence = f"\x1b]52;c;{payload}\x07"
    if os.environ.get("TMUX"):
        return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if os.environ.get("STY"):
        # GNU screen takes at most 768 bytes in one device control string.
        return "".join(f"\x1bP{sequence[i : i + 760]}\x1b\\" for i in range(0, len(sequence), 760))
    return sequence
