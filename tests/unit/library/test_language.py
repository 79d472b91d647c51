"""The language of a text, or none."""

from __future__ import annotations

import pytest

from tui_reader.library.language import detect, language_code

TEXTS = {
    "en": "The council met on Tuesday and talked for hours about the harbour, and nobody had read it.",
    "pl": "Rada miasta zebrała się we wtorek i przez siedem godzin mówiła o porcie, ale nikt nie czytał tego raportu.",
    "ru": "Совет собрался во вторник и семь часов говорил о порте, но никто из них не читал этот отчёт и не хотел.",
    "uk": "Рада зібралася у вівторок і сім годин говорила про порт, але ніхто з них не читав цей звіт і не хотів.",
    "be": "Рада сабралася ў аўторак і сем гадзін гаварыла пра порт, але ніхто з іх не чытаў гэты даклад і не хацеў.",
    "de": "Der Rat kam am Dienstag zusammen und sprach über den Hafen, aber niemand hatte den Bericht gelesen.",
    "fr": "Le conseil s'est réuni mardi et il a parlé du port, mais personne n'avait lu le rapport.",
    "es": "El consejo se reunió el martes y habló sobre el puerto, pero nadie había leído el informe.",
    "cs": "Rada se sešla v úterý a sedm hodin mluvila o přístavu, ale nikdo z nich tu zprávu nečetl.",
    "it": "Il consiglio si è riunito martedì e ha parlato del porto, ma nessuno aveva letto la relazione.",
    "pt": "O conselho reuniu-se na terça-feira e falou sobre o porto, mas ninguém tinha lido o relatório.",
    "nl": "De raad kwam dinsdag bijeen en sprak lang over de haven, maar niemand had het rapport gelezen.",
    "ja": "市長は「港はみんなのものです」と述べた。船は朝早く着いた。",
    "zh": "市长说港口是大家的。船很早就到了，人们站在码头上。",
    "ko": "시장은 항구는 모두의 것이라고 말했다. 배는 아침 일찍 도착했다.",
    "ar": "قال رئيس البلدية إن الميناء ملك للجميع. وصلت السفينة في الصباح الباكر.",
    "el": "Ο δήμαρχος είπε ότι το λιμάνι ανήκει σε όλους. Το πλοίο έφτασε νωρίς το πρωί.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages_are_told_apart(language: str) -> None:
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "3.64 BYN", "x\n\nhi", "Northmere Ferrow Calder Marsh Vale Oakley Winterbourne"])
def test_unsure_is_none(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [("pl", "pl"), ("en-GB", "en"), ("EN_us", "en"), ("Polish", "pl"), ("русский", "ru"), ("", None), ("12", None)],
)
def test_codes(name: str, code: str | None) -> None:
    assert language_code(name) == code
