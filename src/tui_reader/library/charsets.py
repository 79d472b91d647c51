"""The encoding of a text that is not UTF-8: a guess, always said aloud, and overruled by `--encoding`.

In the right encoding a text has the stop words of a language and letters of that language's alphabet; in a wrong one
it has neither. That decides among the encodings of Latin and Cyrillic scripts, where a general detector needs more
text than a short article has; every other script is left to charset-normalizer.
"""

from __future__ import annotations

import re
from collections import Counter

from tui_reader.library.language import detect

FALLBACK = "cp1252"

WINDOW = 6_000
"""Bytes after the first one that is not ASCII."""

LEAST_SHARE = 0.6
"""Share of the letters beyond ASCII that must belong to the language, wrong ones counted against it."""

_CANDIDATES = (
    "cp1252", "cp1250", "iso8859-2", "cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic", "cp855",
    "cp1254", "iso8859-9", "iso8859-15", "cp1257", "cp852", "cp850", "mac-roman", "mac-latin2",
)  # fmt: skip
"""Commonest first: the first of those that read a text alike is named."""

_ALPHABETS = {
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșşțţ",
    "hr": "čćđšž",
    "de": "äöüß",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "es": "áéíñóúü",
    "it": "àèéìíîòóùú",
    "pt": "àáâãçéêíóôõúü",
    "nl": "áèéëïóöü",
    "sv": "åäöé",
    "tr": "âçğıîöşüû",
    "en": "éèêëàçïôöüñ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
}
_PUNCTUATION = frozenset("„“”‘’‚«»‹›—–…§°№€£¿¡·•©®™\u00a0\u00ad")
_TORN = re.compile(r"[^\W\d_][^\w\s\-'’./,:;()&+\u00ad][^\W\d_]|[a-zа-я][А-ЯЁ]|[^\W\d_][²³¹¼½¾ªº]")
"""A sign inside a word, a capital after a small letter: what letters look like in the wrong encoding."""
_CYRILLIC = re.compile("[а-яёђ-џґўєії]")
_VOWELS = frozenset("аеёиоуыэюяєіїў")
_COMMON = frozenset("оаеиніт")


def guess(sample: bytes) -> str:
    """The name of the most likely encoding of `sample`, bytes that are neither ASCII nor UTF-8."""
    piece = _window(sample)
    best, most = "", LEAST_SHARE
    for name in _CANDIDATES:
        try:
            share = _share(piece.decode(name))
        except UnicodeDecodeError:
            continue
        if share > most + 0.005:
            best, most = name, share
    return best or _general(sample)


def _window(sample: bytes) -> bytes:
    """Whole lines around the first byte that is not ASCII: before it there is nothing to learn."""
    first = next((index for index, byte in enumerate(sample) if byte > 0x7F), 0)
    start = sample.rfind(b"\n", 0, max(0, first - 500)) + 1
    return sample[start : first + WINDOW]


def _share(text: str) -> float:
    """How much of what is not ASCII belongs to the language of the text: 1 all of it, below 0 when most is wrong."""
    language = detect(text)
    alphabet = _ALPHABETS.get(language or "")
    if alphabet is None:
        return 0.0
    if "а" in alphabet and not _reads_cyrillic(text):
        return 0.0
    own = wrong = 0
    for character, count in Counter(text.lower()).items():
        if character <= "\x7f" or character in _PUNCTUATION:
            continue
        if character in alphabet:
            own += count
        else:
            # A foreign name has a foreign letter now and then; a C1 control character is never meant.
            wrong += count * (5 if character <= "\x9f" else 1)
    wrong += 2 * len(_TORN.findall(text))
    return (own - wrong) / (own + wrong) if own else 0.0


def _reads_cyrillic(text: str) -> bool:
    """Whether letters of Cyrillic make words: the commonest are those of these languages, two in five are vowels.

    The stop words of one letter, which tell these languages apart, turn up in any text read in a wrong encoding.
    """
    letters = Counter(_CYRILLIC.findall(text))
    total = letters.total()
    # Greek, read as KOI8, makes fair words, all of them in capitals.
    if total * 2 < len(_CYRILLIC.findall(text.lower())):
        return False
    vowels = sum(letters[letter] for letter in _VOWELS)
    common = sum(letter in _COMMON for letter, _ in letters.most_common(4))
    return 0.3 * total < vowels < 0.6 * total and common >= 3


def _general(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else FALLBACK
