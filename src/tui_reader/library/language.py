"""The language of an article from its script and its commonest words. None when the text does not say.

Stop words are data: the words below are the commonest function words of each language, those shared by several
languages left in (a shared word counts for each of them). Measured on paragraphs, not on headlines.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain

SAMPLE = 1_200
"""Characters looked at; a longer article is not more certain."""

LEAST_SHARE = 0.10
"""Share of the words of a sample that must be stop words of the language."""

LEAST_LEAD = 1.25
"""How far ahead of the runner-up the winner must be."""

LEAST_WORDS = 6

_STOP_WORDS = {
    "en": "the of and to in a is that for it was on with as be at by he his from are this not have had were but "
    "an they which their has will who would been said we its or our you more she her when there than "
    "about into",
    "pl": "i w z na do nie się że to jest o jak po co za od ale tak jego jej który która które oraz przez dla "
    "był była ich są tym czy już tylko może być ze został został tej tego także podczas pod przed między "
    "lub",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
    "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur "
    "oder aber vor zur",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la "
    "avec son aux d'une cette ses mais comme ou nous leur été était elle c'est qu'il deux",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha este "
    "sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos según fue",
    "it": "di e il la che in a per un è non una con si da sono del le dei al più della alla i gli ha lo come "
    "anche ma o nel delle nella dal degli questo suo sua stato ai se era",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua "
    "ou quando muito nos já também só pelo pela até isso ela entre são foi está",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar "
    "heeft hij door over ze werd wordt hun deze of was tot die",
    "cs": "a se v na je že o s z do i to k ve pro by za jsem byl jako po si jeho podle které který která jen "
    "ale nebo jsou od při už však aby co tak není než bude také",
    "sk": "a sa v na je že o s z do i to k vo pre by za som bol ako po si jeho podľa ktoré ktorý ktorá len ale "
    "alebo sú od pri už však aby čo tak nie než bude tiež",
    "ro": "de și în a la cu pe care nu o un din că este mai pentru au s-a fost ca sau prin dar după ce le lui "
    "fi am sunt această acest",
    "hu": "a az és hogy nem is egy ez volt csak meg de már ki még el van mint vagy azt ha szerint után kell lehet",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan "
    "man när år under också efter eller",
    "tr": "ve bir bu da de için ile çok daha olarak olan gibi ne kadar sonra en ama ya var her o dedi",
    "ru": "и в не на что с по он как это из к а за от у его для но о же так то было был она они мы или также "
    "при бы до уже если том который которые только после во сказал со время ещё нет",
    "uk": "і в не на що з до за як та у це від про для він але його я є й по а ми вони було так також при або "
    "якщо був який які після бути їх під час та лише ще між сказав",
    "be": "і ў не на што з у да як за гэта ад па для яго а ён але пра былі быў яна яны мы або таксама пры бы "
    "які якія пасля будзе іх пад час толькі яшчэ паміж сказаў каб",
    "bg": "на и за в да се от е с не по че са като до при това или ще който която които беше го след но има бе "
    "още също той са между му през",
    "sr": "и је у да се на су за од са као који што не која који се или би није ће био а то али све после",
}

_SCRIPTS = (
    ("ko", "\uac00", "\ud7a3"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ar", "\u0620", "\u064a"),
    ("he", "\u05d0", "\u05ea"),
    ("el", "\u0370", "\u03ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e01", "\u0e3a"),
    ("ka", "\u10d0", "\u10fa"),
    ("hy", "\u0561", "\u0587"),
)
_PERSIAN = "\u067e\u0686\u0698\u06af\u06cc"

_OWN_LETTERS = {"ru": "ыэъё", "uk": "їєґ", "be": "ў", "pl": "łżźęąś", "cs": "ěřů"}
"""Letters that of the languages above only this one has, or has often."""

_FOREIGN_LETTERS = {"ru": "іїєґў", "uk": "ыэъў", "be": "ищїє"}
"""Letters that a language does not have: a few of them stand in foreign names, many in another language."""

_NAMES = {"english": "en", "polish": "pl", "russian": "ru", "ukrainian": "uk", "belarusian": "be", "german": "de",
          "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "dutch": "nl", "czech": "cs",
          "polski": "pl", "русский": "ru", "deutsch": "de", "français": "fr", "español": "es"}  # fmt: skip


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for language, words in _STOP_WORDS.items():
        for word in set(words.split()):
            table[word] = (*table.get(word, ()), language)
    return table


def detect(text: str, start: int = 0) -> str | None:
    """The ISO 639-1 code of the language `text` is written in from `start` on, or None when that is not clear."""
    sample = text[start : start + SAMPLE].lower()
    if not sample.isascii() and (language := _by_script(sample)):
        return language
    # Words next to a comma are missed, which costs less than a pattern over every text.
    words = sample.split()
    if len(words) < LEAST_WORDS:
        return None
    table = _languages_of()
    votes = Counter(chain.from_iterable([table[word] for word in words if word in table]))
    for language, own in _OWN_LETTERS.items():
        if votes[language]:
            votes[language] += min(_count(sample, own), 1 + len(words) // 10)
    for language, foreign in _FOREIGN_LETTERS.items():
        if votes[language] and _count(sample, foreign) * 8 > len(words):
            del votes[language]
    (best, count), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    return best if best and count >= len(words) * LEAST_SHARE and count >= second * LEAST_LEAD else None


def _count(text: str, letters: str) -> int:
    return sum(map(text.count, letters))


def _by_script(sample: str) -> str | None:
    if not any("\u0370" <= c <= "\u03ff" or (c >= "\u0530" and not "\u2000" <= c <= "\u2bff") for c in set(sample)):
        return None
    counted = Counter(sample)
    letters = sum(count for character, count in counted.items() if character.isalpha())
    for language, first, last in _SCRIPTS:
        found = sum(count for character, count in counted.items() if first <= character <= last)
        # Japanese mixes its own signs with Chinese ones, so a fifth of them decides.
        if found * (5 if language == "ja" else 2) > letters > 5:
            return "fa" if language == "ar" and _count(sample, _PERSIAN) * 40 > letters else language
    return None


def language_code(name: str) -> str | None:
    """The code of a language as front matter writes it: `pl`, `en-GB`, `Polish`. None when it is none."""
    written = name.strip().lower()
    if code := _NAMES.get(written):
        return code
    code = written.replace("_", "-").partition("-")[0]
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else None
