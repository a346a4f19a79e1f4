"""Rules on education before and at the start of primary school."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import NIET_POPO, VOSWV, Regel, rule
from oso_adapters.rules.woorden import leeg

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"PaO.VV01": VOSWV},
        bij="leerling",
        eis=leeg("vanpeuterspeelzaal"),
        over="vanpeuterspeelzaal",
        melding="In het dossier staat of de leerling van een peuterspeelzaal komt, maar dat hoort "
        "niet in een dossier van een school voor voortgezet onderwijs.",
        herstel="Haal het gegeven over de peuterspeelzaal uit dit dossier. Kunt u dat niet zelf, "
        "vraag het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.VV02": VOSWV},
        bij="leerling",
        eis=leeg("naampeuterspeelzaal"),
        over="naampeuterspeelzaal",
        melding="De naam van de peuterspeelzaal staat in het dossier, maar hoort niet in een "
        "dossier van een school voor voortgezet onderwijs.",
        herstel="Haal de naam van de peuterspeelzaal uit dit dossier. Kunt u dat niet zelf, vraag "
        "het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.VV01": NIET_POPO, "PaO.VV03": VOSWV},
        bij="leerling",
        eis=leeg("voorschools"),
        over="voorschools",
        melding="Het dossier bevat gegevens over voorschoolse educatie, maar die horen niet in "
        "dit soort dossier.",
        herstel="Haal de voorschoolse educatie uit dit dossier. Kunt u dat niet zelf, vraag het "
        "dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"OVa.VV02": NIET_POPO, "PaO.VV04": VOSWV},
        bij="leerling",
        eis=leeg("vroegschools"),
        over="vroegschools",
        melding="Het dossier bevat gegevens over vroegschoolse educatie, maar die horen niet in "
        "dit soort dossier.",
        herstel="Haal de vroegschoolse educatie uit dit dossier. Kunt u dat niet zelf, vraag het "
        "dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
)
