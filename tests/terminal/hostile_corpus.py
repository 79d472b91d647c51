"""Files made to break or to fool a terminal program. Every escape sequence in them ends in `PWNED`."""

from __future__ import annotations

import os
from pathlib import Path

ESC, BEL, CSI8, OSC8, ST8 = "\x1b", "\x07", "\x9b", "\x9d", "\x9c"
SEQUENCES = (
    f"{ESC}[2J{ESC}[H{ESC}[5;31mPWNED",
    f"{ESC}]0;PWNED{BEL}",
    f"{ESC}]52;c;UFdORUQ={BEL}",
    f"{ESC}]8;;https://example.org/{ESC}\\PWNED{ESC}]8;;{ESC}\\",
    f"{ESC}P$qm{ESC}\\PWNED",
    f"{ESC}_Gf=100;PWNED{ESC}\\",
    f"{ESC}[?1049l{ESC}[?25h{ESC}[?1000lPWNED",
    f"{ESC}cPWNED",
    f"{CSI8}2J{CSI8}5;31mPWNED",
    f"{OSC8}52;c;UFdORUQ={ST8}",
    f"{ESC}[201~PWNED\x08\x08\x0e\x0b\x0c{BEL}",
)
BIDI = "\u202eDENWP\u202c \u2066PWNED\u2069 \u202b\u202d"
MARKUP = ("[/]", "[@click=app.quit]leave[/]", "[bold]", "[link=file:///etc/passwd]x[/link]", "[red", "[[")
BODY = "The council met. “We will publish it,” said Ada Winterbourne, “before May.”\n\n"
NOTE = "note [/] [@click=app.quit] \u202eDENWP\u202c \x9b5;31mPWNED"
"""Typed as a note; what a keyboard cannot type is pasted."""


def write(folder: Path) -> int:
    """Write the corpus into `folder`; returns how many articles the list must show."""
    folder.mkdir()
    texts: dict[str | bytes, str | bytes] = {}
    for number, sequence in enumerate(SEQUENCES):
        texts[f"escape-{number:02}.txt"] = f"{sequence} title\n\n{BODY}before {sequence} after\n\n{BODY}"
    texts["bidi.txt"] = f"Turned {BIDI}\n\n{BODY}{BIDI}\n"
    texts["markup.txt"] = f"{' '.join(MARKUP)}\n\n“{'” and “'.join(MARKUP)},” said [bold]Tomas Ferrow[/].\n{BODY}"
    texts["front.md"] = f'---\ntitle: "Front \\e[5;31mPWNED \\u202e"\nauthor: "\\u009b2J"\ntags: ["\\a"]\n---\n{BODY}'
    texts["deep.md"] = f"---\ntitle: {'[' * 3000}{']' * 3000}\n---\nDeep\n\n{BODY}"
    texts["laughs.md"] = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nLaughs\n\n" + BODY
    texts["nul.txt"] = f"N\x00ul\n\n{BODY}com\x00mittee\n".encode() + BODY.encode()
    texts["broken.txt"] = b"Broken\n\nok \xff\xfe \xc3\x28 \xe2\x82 \xf0\x9f\n" + BODY.encode()
    texts["latin.txt"] = b"Latin\n\nraw \x9b2J\x9b5;31mPWNED end\n"
    texts["zalgo.txt"] = "Zalgo\n\n" + "".join(c + "\u0301\u0316" * 40 for c in "THE FERRY") + f"\n{BODY}"
    texts["huge-line.txt"] = "Long\n\n" + "ferry " * 50_000
    texts["huge-word.txt"] = "Word\n\nhttps://example.org/" + "x" * 100_000
    texts["many.txt"] = "Many\n\n" + "p\n\n" * 40_000
    texts["wide.txt"] = "家族 👩‍👩‍👧‍👦\n\n" + "漢字かな交じり文" * 60 + "\n" + "👩🏽‍🚀🏳️‍🌈" * 60 + "\n" + BODY
    texts["empty.txt"] = b""
    # Without a text the name of the file is the title.
    texts[b"name-\xff\xfe.txt"] = b""
    texts[f"name {ESC}[5;31mPWNED\n\u202e.txt"] = b""
    texts["[@click=app.quit].txt"] = b""
    texts["binary.txt"] = b"\x7fELF" + bytes(range(256)) * 20
    for name, text in texts.items():
        path = os.path.join(os.fsencode(folder), os.fsencode(name))
        with open(path, "wb") as file:
            file.write(text.encode("utf-8") if isinstance(text, str) else text)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop-a.txt").symlink_to("loop-b.txt")
    (folder / "loop-b.txt").symlink_to("loop-a.txt")
    (folder / "dangling.txt").symlink_to("nowhere.txt")
    (folder / "round").symlink_to(".")
    return len(texts)
