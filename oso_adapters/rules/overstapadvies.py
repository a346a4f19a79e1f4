"""Rules on the advice for the next school."""

from __future__ import annotations

from oso_adapters.rules.regel import OV, POVO_NIET_SO, Regel, rule
from oso_adapters.rules.woorden import als, gevuld, waar

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.OA02": POVO_NIET_SO},
        bij="overstapadvies",
        eis=gevuld("advies"),
        over="advies",
        melding="Het schooladvies voor het voortgezet onderwijs ontbreekt.",
        herstel="Vul bij het overstapadvies het schooladvies van de leerling in.",
    ),
    *rule(
        {"OVa.OA03": OV},
        bij="overstapadvies",
        eis=gevuld("contactnodig"),
        over="contactnodig",
        melding="Er staat niet of contact tussen de scholen over deze leerling nodig is.",
        herstel="Geef bij het overstapadvies aan of contact nodig is: ja of nee.",
    ),
    *rule(
        {"OVa.OA04": OV},
        bij="overstapadvies",
        eis=als(waar("contactnodig"), gevuld("contactpersoon")),
        over="contactpersoon",
        melding="De naam van de contactpersoon ontbreekt, terwijl contact nodig is.",
        herstel="Vul bij het overstapadvies in wie de nieuwe school kan bellen of mailen. Is "
        "contact niet nodig, geef dat dan daar aan.",
    ),
    *rule(
        {"OVa.OA05": OV},
        bij="overstapadvies",
        eis=als(waar("contactnodig"), gevuld("contacttelefoon")),
        over="contacttelefoon",
        melding="Het telefoonnummer van de contactpersoon ontbreekt, terwijl contact nodig is.",
        herstel="Vul bij het overstapadvies het telefoonnummer van de contactpersoon in. Is "
        "contact niet nodig, geef dat dan daar aan.",
    ),
)
