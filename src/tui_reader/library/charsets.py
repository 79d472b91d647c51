"""The encoding of a text that is not UTF-8: a guess, always said aloud, and overruled by `--encoding`."""

from __future__ import annotations

FALLBACK = "cp1252"


def guess(sample: bytes) -> str:
    """The name of the most likely single-byte or East Asian encoding of `sample`."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else FALLBACK
