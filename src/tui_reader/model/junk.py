"""Lines that came along with an article and are none of it. A line of the story must never be called junk.

Only short lines are looked at, and only lines that begin like an offer to the reader; the rules are data, a few words
in each language.
"""

from __future__ import annotations

import re
from functools import cache

LONGEST = 260
"""Offers are short; anything longer is a paragraph, whatever it begins with."""

_CURRENCY = (
    r"[€$£¥₽₴₸₺]|zł|руб\.?|грн\.?|Br|Kč|BYN|BYR|USD|EUR|PLN|RUB|RUR|UAH|CZK|GBP|CHF|JPY|CNY|KZT|SEK|NOK|DKK|HUF|TRY|BTC"
)
_PRICES = rf"\W*(?:(?:{_CURRENCY})\s*)?[+-]?\d[\d\s.,]*%?\s*(?:{_CURRENCY})?(?:\s*[/=|:]\s*|\W*$)"

_RULES = {
    "prices": rf"(?=.*(?:{_CURRENCY}|%))(?:{_PRICES})+$",
    "newsletter": (
        r"(?:please )?(?:sign up|subscribe)\b.{0,80}\b(?:newsletters?|e-?mails?|inbox|alerts?|mailing list)\b"
        r"|(?:get|receive|join)\b.{0,80}\b(?:newsletters?|inbox|mailing list)\b"
        r"|(?:our )?(?:free )?(?:daily|weekly) newsletter\W*$"
        r"|(?:zarejestruj się|zapisz się|otrzymuj|zasubskrybuj)\b.{0,120}\b(?:newsletter|e-?mail|skrzynk|biuletyn)"
        r"|(?:подпи(?:шитесь|сывайтесь)|получайте)\b.{0,80}(?:рассылк|новост|канал|e-?mail|телеграм|telegram)"
        r"|(?:підпи(?:шіться|суйтесь)|отримуйте)\b.{0,80}(?:розсилк|новин|канал|e-?mail|телеграм|telegram)"
        r"|(?:abonnieren sie|melden sie sich|jetzt)\b.{0,80}\b(?:newsletter|postfach)\b"
        r"|(?:abonnez-vous|inscrivez-vous|recevez)\b.{0,80}(?:newsletter|lettre d.information|e-?mail|courriel|boîte)"
        r"|(?:suscríb[ae]\w*|regístr[ae]\w*|recib[ae])\b.{0,80}(?:newsletter|bolet[ií]n|correo|e-?mail)"
        r"|(?:iscriviti|ricevi)\b.{0,80}(?:newsletter|e-?mail|posta)"
    ),
    "cookies": (
        r"(?:we|this (?:web)?site|our (?:web)?site)\s+uses?\s+cookies|(?:accept|manage|reject)\s+(?:all\s+)?cookies\W*$"
        r"|(?:ta strona|nasza strona|strona)\s+(?:korzysta z|używa)\s+(?:plików\s+)?cookies?"
        r"|(?:этот|наш) сайт использует (?:файлы )?cookie|diese (?:web)?seite verwendet cookies"
        r"|ce site utilise des cookies|est[ae] sitio (?:web )?(?:utiliza|usa) cookies"
    ),
    "advertisement": (
        r"(?:advertisements?|sponsored(?: content)?|ad|reklama|реклама)\W*$"
        r"|(?:werbung|anzeige|publicité|publicidad|pubblicità)\W*$"
        r"|(?:article|story) continues (?:below|after) (?:this )?(?:ad|advertisement)\W*$"
    ),
    "sharing": (
        r"(?:share|tweet|print|udostępnij|поделиться|поширити|teilen|partager|compartir|condividi)"
        r"(?:\s+(?:this|this article|on|artykuł|w|в|auf|sur|en|su))?"
        r"(?:[\s,|/·•]+(?:facebook|twitter|x|whatsapp|telegram|e-?mail|linkedin|vk|print|copy link|link))*\W*$"
        r"|(?:follow us|obserwuj nas|śledź nas|следите за нами|folgen sie uns|suivez-nous|síganos)\b.{0,60}$"
    ),
    "related": (
        r"(?:read (?:also|more|next)|also read|see also|related(?: (?:articles|stories|news))?|recommended"
        r"|more on this(?: story)?"
        r"|czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również)|читайте (?:также|ещё|еще)|читайте також"
        r"|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leggi anche)\s*(?::.{0,160}|\W*)$"
    ),
    "menu": (
        r"(?:log in|sign in|register|zaloguj się|menu|loading|skip to (?:main )?content|back to top)\W*$"
        r"|all rights reserved\W*$"
        r"|(?:©|\(c\)|copyright)\W.{0,120}$"
    ),
}

_STARTS = {
    "newsletter": "ple sig sub get rec joi our fre dai wee zar zap otr zas под пол під отр "
    "abo mel jet ins reg sus isc ric",
    "cookies": "we_ thi our acc man rej ta_ nas str это наш die ce_ est",
    "advertisement": "adv spo ad ad_ ad: rek рек wer anz pub art sto",
    "sharing": "sha twe pri udo под пош tei par com con fol obs śle сле sui síg",
    "related": "rea als see rel rec mor czy zob чит les meh lir à_l lea leg",
    "menu": "log sig reg zal men loa ski bac all © (c) cop",
}
"""How a line begins that a rule may be true of: its first three letters, `_` for a space. Few lines begin so."""


@cache
def _rules_by_start() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for reason, starts in _STARTS.items():
        for start in starts.split(" "):
            start = start.replace("_", " ")
            table[start] = (*table.get(start, ()), reason)
    return table


@cache
def _rule(reason: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_RULES[reason]})", re.IGNORECASE)


_OPENERS = frozenset("\"“„«‹‘'–—")
_LONGEST_PRICE = 80


def junk_reason(words: str) -> str:
    """Why a line is junk, as one word, or an empty string. `words` is a line without the spaces around it."""
    if len(words) > LONGEST or words[0] in _OPENERS:
        return ""
    if len(words) <= _LONGEST_PRICE and not words[:12].isalpha() and _rule("prices").match(words):
        return "prices"
    table = _rules_by_start()
    candidates = table.get(words[:3].lower()) or table.get(words[0], ())
    return next((reason for reason in candidates if _rule(reason).match(words)), "")
