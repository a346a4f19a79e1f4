"""Rules on the inspection of the dossier by the parents."""

from __future__ import annotations

from oso_adapters.rules.regel import OV, VOVO, Regel, rule
from oso_adapters.rules.woorden import als, gevuld, waar

__all__ = ["REGELS"]

REGELS: tuple[Regel, ...] = (
    *rule(
        {"OVa.IZ01": OV},
        bij="dossier",
        eis=gevuld("//dossier/inzage"),
        over="inzage",
        melding="In het dossier staat niets over de inzage door de ouders.",
        herstel="Laat de ouders het dossier zien en vul daarna het onderdeel ouderinzage in.",
    ),
    *rule(
        {"OVa.IZ02": OV},
        bij="dossier/inzage",
        eis=waar("//inzage/inzage"),
        over="inzage",
        melding="Er staat niet in het dossier dat de ouders het hebben ingezien.",
        herstel="Laat de ouders het dossier zien. Geef daarna bij de ouderinzage aan "
        "dat zij het hebben ingezien.",
    ),
    *rule(
        {"OVa.IZ03": OV},
        bij="dossier/inzage",
        eis=als(waar("inzage"), gevuld("inzagedatum")),
        over="inzagedatum",
        melding="De inzagedatum ontbreekt, terwijl de ouders het dossier hebben ingezien.",
        herstel="Vul bij de ouderinzage de datum in waarop de ouders het dossier hebben ingezien.",
    ),
    *rule(
        {"OVa.IZ04": OV},
        bij="dossier/inzage",
        eis=als(waar("inzage"), gevuld("akkoord")),
        over="akkoord",
        melding="Er staat niet of de ouders het eens zijn met de inhoud van het dossier.",
        herstel="Vul bij de ouderinzage in of de ouders akkoord zijn: ja, nee of onbekend.",
    ),
    *rule(
        {"OVa.IZ05": VOVO},
        bij="dossier/inzage",
        eis=gevuld("toestemming"),
        over="toestemming",
        melding="Er staat niet of de ouders toestemming geven om het dossier naar de nieuwe school "
        "te sturen.",
        herstel="Vraag de ouders om toestemming, of de leerling zelf als die 16 jaar of ouder is. "
        "Vul het antwoord in bij de ouderinzage: ja, nee of onbekend.",
    ),
)
