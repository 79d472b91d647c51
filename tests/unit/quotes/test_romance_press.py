"""French and Spanish: guillemets, rayas, cues between commas, pronouns behind their verb, elisions."""

from __future__ import annotations

import pytest

from tests.unit.quotes.helpers import said

FRENCH = [
    (
        "Anne Moreau, maire de Valbrune, a pris la parole jeudi. « Le pont sera fermé trois mois », a-t-elle déclaré. "
        "« C'est long, reconnaît-elle, mais nous n'avons pas le choix. »",
        [
            ("Le pont sera fermé trois mois", "Anne Moreau"),
            ("C'est long", "Anne Moreau"),
            ("mais nous n'avons pas le choix", "Anne Moreau"),
        ],
    ),
    (
        "— Vous viendrez ? demanda Claire.\n— Peut-être, répondit Hugo en souriant.\n— Jamais trop tard, ajouta-t-il.",
        [("Vous viendrez ", "Claire"), ("Peut-être", "Hugo"), ("Jamais trop tard", "Hugo")],
    ),
    (
        "Selon Paul Girard, directeur des travaux, « la pile sud menace de s'effondrer ». L'ingénieur est inquiet.",
        [("la pile sud menace de s'effondrer", "Paul Girard")],
    ),
    (
        "« On ne nous a rien dit », regrette Mme Girard, boulangère. « Rien du tout », renchérit son ami, Luc Petit.",
        [("On ne nous a rien dit", "Girard"), ("Rien du tout", "Luc Petit")],
    ),
    (
        "« Nous irons jusqu'au bout », a affirmé le président de la région, Marc Lenoir. Interrogé sur le coût, "
        "M. Lenoir a répondu : « Il sera tenu. » Le chef de l'opposition, lui, dénonce « un gâchis sans nom ».",
        [
            ("Nous irons jusqu'au bout", "Marc Lenoir"),
            ("Il sera tenu", "Marc Lenoir"),
            ("un gâchis sans nom", None),
        ],
    ),
    (
        "La ministre Sophie Arnaud a assuré que « le texte passera avant l'été ». « Je n'en doute pas », a-t-elle "
        "insisté. « Moi si », a rétorqué le député Jean Valette.",
        [
            ("le texte passera avant l'été", "Sophie Arnaud"),
            ("Je n'en doute pas", "Sophie Arnaud"),
            ("Moi si", "Jean Valette"),
        ],
    ),
    (
        "« L'homme qu'il aime n'est pas d'ici », murmure Anne Moreau.",
        [("L'homme qu'il aime n'est pas d'ici", "Anne Moreau")],
    ),
    (
        "Pour la CGT, « rien n'est réglé ». Sa secrétaire générale, Claire Vidal, a prévenu : « La grève continue. » "
        "D'après elle, « le gouvernement joue la montre ». « Le pire est passé », veut croire le maire, Henri Blanc.",
        [
            ("rien n'est réglé", "CGT"),
            ("La grève continue", "Claire Vidal"),
            ("le gouvernement joue la montre", "Claire Vidal"),
            ("Le pire est passé", "Henri Blanc"),
        ],
    ),
    ("Dans son roman « Les Eaux mortes », Anne Moreau décrit la ville.", []),
    ("Liste :\n- du lait\n- du pain, dit-on, de campagne", []),
]

SPANISH = [
    (
        "La alcaldesa de Valdelrío, Carmen Ortega, compareció ayer. «El puente cerrará tres meses», anunció. «No hay "
        "otra opción», añadió la alcaldesa.",
        [("El puente cerrará tres meses", "Carmen Ortega"), ("No hay otra opción", "Carmen Ortega")],
    ),
    (
        "—¿Vendrás mañana? —preguntó Elena.\n—Puede ser —respondió Tomás, y cerró la puerta—. No lo sé todavía.\n"
        "—Ya veremos —dijo ella.",
        [("¿Vendrás mañana", "Elena"), ("Puede ser", "Tomás"), ("No lo sé todavía", "Tomás"), ("Ya veremos", "Elena")],
    ),
    (
        'Según el ingeniero Pablo Rivas, «el pilar sur está a punto de ceder». "Hay que rehacerlo todo", señaló Rivas.',
        [("el pilar sur está a punto de ceder", "Pablo Rivas"), ("Hay que rehacerlo todo", "Pablo Rivas")],
    ),
    (
        'El portavoz del gobierno, Luis Herrera, aseguró que "el dinero está garantizado".',
        [("el dinero está garantizado", "Luis Herrera")],
    ),
    (
        "«Llegaremos hasta el final», ha afirmado este jueves el presidente de la región, Marcos León. Preguntado por "
        "el coste, León contestó: «Se cumplirá».",
        [("Llegaremos hasta el final", "Marcos León"), ("Se cumplirá", "Marcos León")],
    ),
    (
        'Marta Ruiz es médica. "El paciente está cansado", explicó. "Necesita reposo", agregó. A juicio de Ruiz, "nada '
        'corre prisa".',
        [
            ("El paciente está cansado", "Marta Ruiz"),
            ("Necesita reposo", "Marta Ruiz"),
            ("nada corre prisa", "Marta Ruiz"),
        ],
    ),
    ("– Nadie nos avisó – lamenta Rosa Gil, panadera.", [("Nadie nos avisó", "Rosa Gil")]),
    ("Lista:\n- leche\n- pan\n- queso, dicen, bueno", []),
    ("En su novela «Las aguas quietas» Rosa Gil describe la ciudad.", []),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, "es") == expected


INCISES = [
    ("« Le toit fuit, a constaté Marie Brun. Il faut partir. »", ["Marie Brun", "Marie Brun"]),
    ("« Le toit fuit, s’est souvenu Marie Brun, et personne ne venait. »", ["Marie Brun", "Marie Brun"]),
    ("« Le toit fuit, a ainsi reconnu le maire de Valbrune, Paul Girard. On ferme. »", ["Paul Girard", "Paul Girard"]),
    ("« Le toit fuit, explique Marie Brun, directrice de l’école. On ferme. »", ["Marie Brun", "Marie Brun"]),
    ("« Le toit fuit, raconte Marie Brun, 54 ans, et il pleut. »", ["Marie Brun", "Marie Brun"]),
    ("« J’étais petite, a dit ma mère, et elle rit », raconte Marie Brun.", ["Marie Brun"]),
]


@pytest.mark.parametrize(("text", "expected"), INCISES)
def test_a_cue_in_the_compound_past_stands_between_the_words(text: str, expected: list[str]) -> None:
    assert [who for _, who in said(text, "fr")] == expected
