"""Speech in scripts without capital letters, for which there is no lexicon: shown without a speaker, but not hidden."""

from __future__ import annotations

from tui_reader.quotes.items import Item

_SAID_AFTER = (
    "と語", "と述", "と話", "と言", "と答", "と説明", "と発表", "と主張", "と強調", "と指摘", "と訴", "と伝", "と書",
    "とコメント", "と明", "という", "라고", "이라고",
)  # fmt: skip
"""Beginnings of what stands right behind words that somebody said."""
_SAID_BEFORE = ("说", "說", "表示", "指出", "强调", "強調", "称", "稱", "问", "問", "答", "道")
"""Ends of what stands right before them."""
_WORDS, _LETTERS, _TERM = 4, 6, 12
"""The fewest words of a sentence; the fewest letters, where no space parts words; and beside what names terms, too."""


def caseless(words: str) -> bool:
    """Whether the first letter is neither a capital nor a small one."""
    letter = next((char for char in words if char.isalpha()), "a")
    return letter.lower() == letter.upper()


def spoken(words: str, before: list[Item], after: list[Item]) -> bool:
    """Whether words in such a script are speech: as long as a sentence, and beside what introduces one."""
    long = words.count(" ") + 1 >= _WORDS
    if before and (before[-1].kind == ":" or (before[-1].kind == "," and long)):
        return long or (len(words) >= _LETTERS and " " not in words)
    if after and after[0].text.startswith(_SAID_AFTER):
        return len(words) >= (_TERM if after[0].text.startswith("という") else _LETTERS)
    return bool(before) and before[-1].text.endswith(_SAID_BEFORE) and len(words) >= _LETTERS
