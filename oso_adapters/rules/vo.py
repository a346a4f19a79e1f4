"""Rules on results of secondary school, which a primary school does not have."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import POSWV, Regel, rule
from oso_adapters.rules.woorden import leeg

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"PaO.VM01": POSWV},
        bij="leerling",
        eis=leeg("bevorderd"),
        over="bevorderd",
        melding="In het dossier van een basisschool staat naar welke klas van het voortgezet "
        "onderwijs de leerling is bevorderd.",
        herstel="Haal de bevordering uit dit dossier. Kunt u dat niet zelf, vraag het dan aan uw "
        "leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.VM02": POSWV},
        bij="leerling",
        eis=leeg("examenresultaat"),
        over="examenresultaat",
        melding="In het dossier van een basisschool staat een examenresultaat.",
        herstel="Haal het examenresultaat uit dit dossier. Kunt u dat niet zelf, vraag het dan aan "
        "uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.VM03": POSWV},
        bij="leerling",
        eis=leeg("resultaatvakkenvo"),
        over="resultaatvakkenvo",
        melding="In het dossier van een basisschool staan resultaten van vakken in het voortgezet "
        "onderwijs.",
        herstel="Haal de vakresultaten van het voortgezet onderwijs uit dit dossier. Kunt u dat "
        "niet zelf, vraag het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.VM04": POSWV},
        bij="leerling",
        eis=leeg("certificaat"),
        over="certificaat",
        melding="In het dossier van een basisschool staat een certificaat van het voortgezet "
        "onderwijs.",
        herstel="Haal het certificaat uit dit dossier. Kunt u dat niet zelf, vraag het dan aan uw "
        "leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.VM05": POSWV},
        bij="leerling",
        eis=leeg("competenties"),
        over="competenties",
        melding="In het dossier van een basisschool staan competenties, die alleen bij het "
        "voortgezet onderwijs horen.",
        herstel="Haal de competenties uit dit dossier. Kunt u dat niet zelf, vraag het dan aan uw "
        "leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.VM06": POSWV},
        bij="leerling",
        eis=leeg("stage"),
        over="stage",
        melding="In het dossier van een basisschool staat een stage.",
        herstel="Haal de stage uit dit dossier. Kunt u dat niet zelf, vraag het dan aan uw "
        "leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.VM07": POSWV},
        bij="leerling",
        eis=leeg("overigvombo"),
        over="overigvombo",
        melding="In het dossier van een basisschool staan gegevens voor de overstap van het "
        "voortgezet onderwijs naar het mbo.",
        herstel="Haal de gegevens voor de overstap naar het mbo uit dit dossier. Kunt u dat niet "
        "zelf, vraag het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
)
