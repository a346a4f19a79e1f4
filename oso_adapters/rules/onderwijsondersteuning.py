"""Rules on the support, care and guidance that the leerling needs or gets."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import OV, SWV, Regel, rule
from oso_adapters.rules.woorden import als, gevuld, leeg, patroon

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        "OG.03",
        bij="lwoo_einddatum",
        eis=patroon("./text()", "[0-9][0-9][0-9][0-9]-07-31"),
        melding="De einddatum van de aanwijzing voor lwoo is niet 31 juli.",
        herstel="Vul bij de aanwijzing voor lwoo als einddatum 31 juli van het juiste jaar in.",
        nooit="Het schema laat bij deze datum alleen 31 juli toe.",
    ),
    *rule(
        {"OVa.ZB01": OV},
        bij="zorg",
        eis=als(gevuld("lgf"), gevuld("naamib")),
        over="naamib",
        melding="De naam van de intern begeleider ontbreekt, terwijl de leerling leerlinggebonden "
        "financiering heeft.",
        herstel="Vul bij de zorg de naam van de intern begeleider in.",
        tot="2018.1",
    ),
    *rule(
        {"OVa.ZB02": OV},
        bij="zorg",
        eis=leeg("vir"),
        over="vir",
        melding="In het dossier staan gegevens over de verwijsindex risicojongeren, en dat mag "
        "niet in een overstapdossier.",
        herstel="Haal bij de zorg de gegevens over de verwijsindex uit dit dossier. Kunt u dat "
        "niet zelf, vraag het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
        tot="2018.1",
    ),
    *rule(
        {"PaO.ZB01": SWV},
        bij="zorg",
        eis=leeg("vir"),
        over="vir",
        melding="In het dossier staan gegevens over de verwijsindex risicojongeren, en dat mag "
        "niet in een dossier voor het samenwerkingsverband.",
        herstel="Haal bij de zorg de gegevens over de verwijsindex uit dit dossier. Kunt u dat "
        "niet zelf, vraag het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.ZB02": SWV},
        bij="zorg",
        eis=leeg("zat"),
        over="zat",
        melding="In het dossier staan gegevens over het zorg- en adviesteam, en dat mag niet "
        "in een dossier voor het samenwerkingsverband.",
        herstel="Haal bij de zorg de gegevens over het zorg- en adviesteam uit dit dossier. Kunt u "
        "dat niet zelf, vraag het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
)
