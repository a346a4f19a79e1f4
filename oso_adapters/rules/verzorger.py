"""Rules on the people around the leerling: verzorgers and huisarts."""

from __future__ import annotations

from oso_adapters.melding import Wie
from oso_adapters.rules.regel import BB, OV, SWV, Regel, rule
from oso_adapters.rules.woorden import als, gevuld, leeg, niet, waar

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.OV03": OV, "OVb.OV01": BB, "PaO.OV03": SWV},
        bij="verzorger",
        eis=als(waar("adresgeheim"), leeg("adreslijst/adres")),
        over="adreslijst",
        melding="Het adres van een verzorger is geheim, maar staat toch in het dossier.",
        herstel="Verstuur dit dossier niet en vraag uw leverancier om het geheime adres weg te "
        "laten. Is het adres niet geheim, haal dan bij de verzorger het vinkje 'adres geheim' weg.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        {"PaO.OV05": SWV},
        bij="verzorger",
        eis=leeg("banknummer"),
        over="banknummer",
        melding="Bij een verzorger staat een oud bankrekeningnummer, en dat mag niet in een "
        "dossier voor het samenwerkingsverband.",
        herstel="Haal bij de verzorger het oude bankrekeningnummer uit dit dossier. Kunt u dat "
        "niet zelf, vraag het dan aan uw leverancier.",
        wie=Wie.LEVERANCIER,
    ),
    *rule(
        "OG.04.ontbreekt",
        bij="verzorger",
        eis=als(gevuld("overlijdensdatum"), gevuld("overleden")),
        over="overleden",
        melding="Bij een verzorger staat een datum van overlijden, maar niet of de verzorger is "
        "overleden.",
        herstel="Geef bij de verzorger aan dat die is overleden. Klopt dat niet, verwijder dan de "
        "datum van overlijden.",
        sinds="2018.1",
    ),
    *rule(
        "OG.04.onwaar",
        bij="verzorger",
        eis=als(gevuld("overlijdensdatum"), waar("overleden")),
        over="overleden",
        melding="Bij een verzorger staat een datum van overlijden, terwijl er niet staat dat de "
        "verzorger is overleden.",
        herstel="Geef bij de verzorger aan dat die is overleden. Klopt dat niet, verwijder dan de "
        "datum van overlijden.",
        sinds="2018.1",
    ),
    *rule(
        "OG.05.roepnaam",
        bij="huisarts",
        eis=leeg("roepnaam"),
        over="roepnaam",
        melding="Bij de huisarts staat een roepnaam, en dat mag niet.",
        herstel="Haal bij de huisarts de roepnaam weg. Kunt u dat niet zelf, vraag het dan aan uw "
        "leverancier.",
        wie=Wie.LEVERANCIER,
        sinds="2019.1",
    ),
    *rule(
        "OG.05.geslacht",
        bij="huisarts",
        eis=leeg("geslacht"),
        over="geslacht",
        melding="Bij de huisarts staat een geslacht, en dat mag niet.",
        herstel="Haal bij de huisarts het geslacht weg. Kunt u dat niet zelf, vraag het dan aan uw "
        "leverancier.",
        wie=Wie.LEVERANCIER,
        sinds="2019.1",
    ),
    *rule(
        "OG.05.adresgeheim",
        bij="huisarts",
        eis=niet(waar("adresgeheim")),
        over="adresgeheim",
        melding="Het adres van de huisarts is als geheim gemerkt, en dat mag niet.",
        herstel="Haal bij de huisarts het vinkje weg dat het adres geheim is.",
        sinds="2019.1",
    ),
)
