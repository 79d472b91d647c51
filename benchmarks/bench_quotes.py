"""Rate of the quotation extractor against a naive one-regular-expression extractor, in one interleaved run.

    python benchmarks/bench_quotes.py [--articles 200] [--rounds 5] [--texts FILE.jsonl]

All read the same articles: generated ones (about 4.8 kB each, three languages), or those of a file with `text` and
`lang` in each line, gzipped or not. The naive extractor finds the words in every pair of marks and, with the same
expression, the name that stands before or after a cue beside them; the barest one knows no more than a pair of marks
and a name right at the cue. Prints articles a second (median of the rounds), the ratios, the slowest article, the
slowest hostile input and the processor time to import and to answer once.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from tui_reader.quotes.extractor import extract

_NAME = r"[A-ZŁŚŻА-Я][\w’'.-]+(?:\s[A-ZŁŚŻА-Я][\w’'.-]+)*"
_CUES = (
    r"(?:said|says|say|told|tells|added|adds|asked|asks|wrote|writes|noted|notes|stated|explained|continued|argued|"
    r"called|warned|insisted|declared|replied|claimed|announced|powiedział|dodał|stwierdził|ocenił|napisał|"
    r"сказал|заявил|добавил|отметил|сообщил)a?\b"
)
_BETWEEN = r"[^“\"„«”»\n]"
_PAIRS = (
    r"(?:“([^“”]{2,3000})(?:”|(?=\n))|\"([^\"\n]{2,3000})(?:\"|(?=\n))|„([^”“„]{2,3000})[”“]|«([^«»]{2,3000})»"
    r"|''((?:[^'\n]|'(?!')){2,3000})(?:''|(?=\n)))"
)
NAIVE = re.compile(
    rf"(?:({_NAME}){_BETWEEN}{{0,60}}?\s{_CUES}{_BETWEEN}{{0,40}})?{_PAIRS}"
    rf"(?:{_BETWEEN}{{0,40}}?(?:{_CUES}\s(?:{_BETWEEN}{{0,30}}?)({_NAME})|({_NAME}){_BETWEEN}{{0,60}}?\s{_CUES}))?"
)
"""Who said what in one expression: words in a pair of marks, with a name before or after a cue in their sentence."""
_BARE_NAME = r"[A-ZŁŚŻА-Я]\w+(?:\s[A-ZŁŚŻА-Я]\w+)*"
BAREST = re.compile(
    rf"(?:({_BARE_NAME})\s{_CUES}[^.“\"„«‘]{{0,40}})?[“\"„«‘]([^”\"“»’]{{2,2000}})[”\"“»’]"
    rf"(?:[\s,.–—-]+(?:{_CUES}\s({_BARE_NAME})|({_BARE_NAME})\s{_CUES}))?"
)
"""The same with any two marks for a pair, and a name only where nothing stands between it and the cue."""
PEOPLE = {
    "en": ("Rosa Hale", "Bo Reed", "Clara Voss", "Ivan Moss"),
    "pl": ("Jan Nowak", "Marta Zielińska", "Piotr Zych", "Adam Wilk"),
    "ru": ("Иван Петров", "Анна Орлова", "Павел Гай", "Ольга Дуб"),
}
CLAUSES = {
    "en": ("the bridge will open in May", "nobody asked the town about the harbour", "we counted every stone of it"),
    "pl": ("most stanie w maju", "nikt nie pytał miasta o port", "policzyliśmy każdy kamień"),
    "ru": ("мост откроют в мае", "никто не спросил город о порте", "мы посчитали каждый камень"),
}
NARRATIVE = {
    "en": (
        "The harbour was built in the last century and repaired twice since then, most recently after the flood.",
        "On Monday {0} walked along the quay with two engineers and looked at the cracks in the wall.",
        "Some 40% of the traffic goes through the old gate, which is too narrow for the new ferries.",
    ),
    "pl": (
        "Port zbudowano w zeszłym stuleciu i od tego czasu dwa razy go naprawiano, ostatnio po powodzi.",
        "W poniedziałek {0} obchodził nabrzeże z dwoma inżynierami i oglądał pęknięcia w murze.",
        "Około 40 procent ruchu przechodzi przez starą bramę, która jest za wąska dla nowych promów.",
    ),
    "ru": (
        "Порт построили в прошлом веке и с тех пор дважды чинили, в последний раз после наводнения.",
        "В понедельник {0} ходил по набережной с двумя инженерами и смотрел на трещины в стене.",
        "Около 40 процентов движения идет через старые ворота, слишком узкие для новых паромов.",
    ),
}
"""About one quotation to eight sentences, as in the news."""
SHAPES = {
    "en": (
        "“We know that {0},” {1} said. “And {2}.”",
        "{1} met the council, where {0}. He told it that {2}.",
        "“{0},” he added.",
    ),
    "pl": (
        "– Wiemy, że {0} – powiedział {1}. – A {2}.",
        "{1} spotkał radę, gdzie {0}. Dodał, że „{2}”.",
        "„{0}”, dodał.",
    ),
    "ru": (
        "«Мы знаем: {0}, — сказал {1}, — и {2}».",
        "{1} встретил совет, где {0}. Он заявил, что {2}.",
        "«{0}», — добавил он.",
    ),
}
HOSTILE = (
    *(("pl", mark) for mark in ("“", '"', "„", "« ", "“a ", '"a" ', "— a ", "“a b” said X. ", "'a ", "Mr. ", "A ")),
    ("en", "“We know that,” said A. B. Reed. "),
    ("en", "“So it is and was, “so “it “is "),
    ("pl", "– Tak jest – dodał. "),
    ("fr", "— Oui, dit-il. Non. "),
    ("fr", "— Oui oui oui, dit-il. Non non non. "),
    ("ru", "«Да, — сказал он, — да». "),
)
"""Languages, and what 200 kB of text repeat: hardly more than marks, or prose of short turns, told late or read."""


def article(language: str, number: int) -> str:
    """One invented article of about 4.8 kB."""
    chance = random.Random(f"{language}{number}")
    parts: list[str] = []
    size = 0
    while size < 4800:
        words = [chance.choice(group) for group in (CLAUSES[language], PEOPLE[language], CLAUSES[language])]
        spoken = [chance.choice(SHAPES[language]).format(*words)] if len(parts) % 2 else []
        plain = [chance.choice(NARRATIVE[language]).format(chance.choice(PEOPLE[language])) for _ in range(4)]
        parts.append(" ".join([*spoken, *plain]))
        size += len(parts[-1]) + 2
    return "\n\n".join(parts)


def naive(text: str, language: str) -> list[tuple[int, int, str | None]]:
    """The words in every pair of marks and, where a cue stands near them, a name."""
    found = []
    for match in NAIVE.finditer(text):
        inside = next(group for group in range(2, 7) if match[group] is not None)
        found.append((match.start(inside), match.end(inside), match[7] or match[8] or match[1]))
    return found


def barest(text: str, language: str) -> list[tuple[int, int, str | None]]:
    """The words between any two marks and, right at a cue, a name."""
    return [(m.start(2), m.end(2), m[1] or m[3] or m[4]) for m in BAREST.finditer(text)]


def read_texts(path: str) -> list[tuple[str, str]]:
    """Language and text of each line of a file of JSON lines."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [(record.get("lang") or "en", record["text"]) for record in records]


def rate(run: Callable[[str, str], object], articles: list[tuple[str, str]]) -> tuple[float, float]:
    """Articles a second of processor time, and the slowest one in seconds."""
    slowest = 0.0
    begin = time.process_time()
    for language, text in articles:
        started = time.process_time()
        run(text, language)
        slowest = max(slowest, time.process_time() - started)
    return len(articles) / (time.process_time() - begin), slowest


def processor_time(code: str) -> float:
    """Milliseconds of processor time that a fresh Python takes for `code`."""
    process = subprocess.Popen([sys.executable, "-c", code])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {code}")
    return (used.ru_utime + used.ru_stime) * 1000


def start_times(rounds: int = 20) -> tuple[float, float]:
    """Milliseconds to import the extractor, and to import it and answer once in English, less an empty Python."""
    first = "from tui_reader.quotes.extractor import extract; extract('“We know,” Rosa Hale said.', 'en')"
    codes = ("pass", "import tui_reader.quotes.extractor", first)
    runs = [[processor_time(code) for code in codes] for _ in range(rounds)]
    empty, imported, answered = (statistics.median(column) for column in zip(*runs, strict=True))
    return imported - empty, answered - empty


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--texts", help="articles as JSON lines with `text` and `lang`, instead of generated ones")
    options = parser.parse_args()
    articles = [(language, article(language, n)) for n in range(options.articles // 3 + 1) for language in PEOPLE]
    if options.texts:
        articles = read_texts(options.texts)
    rate(extract, articles)  # the lexicons are read once
    runs = (naive, barest, extract)
    rounds = [[rate(run, articles) for run in runs] for _ in range(options.rounds)]
    simple, bare, ours = (statistics.median(times[at][0] for times in rounds) for at in range(3))
    slowest = max(times[2][1] for times in rounds) * 1000
    print(f"extractor  {ours:8.0f} articles/s   slowest {slowest:.0f} ms")
    print(f"naive      {simple:8.0f} articles/s   ratio {ours / simple:.2f}")
    print(f"barest     {bare:8.0f} articles/s   ratio {ours / bare:.2f}")
    for language, words in HOSTILE:
        extract(words, language)
    seconds, words = max((rate(extract, [(name, (some * 200_000)[:200_000])])[1], some) for name, some in HOSTILE)
    print(f"hostile    {seconds * 1000:8.0f} ms for 200 kB of {words!r}")
    imported, answered = start_times()
    print(f"import     {imported:8.1f} ms   with the first answer {answered:.1f} ms")


if __name__ == "__main__":
    main()
