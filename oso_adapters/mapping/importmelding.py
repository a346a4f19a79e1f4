"""The findings of an import."""

from __future__ import annotations

from oso_adapters.melding import Ernst, Melding, SoortMelding, Wie

__all__ = ["LEERLING", "SLEUTELS", "bevinding", "waarschuwing"]

LEERLING = "/dossier[1]/huidigeschool[1]/leerling[1]"
SLEUTELS = {
    "IM.bestaat": "De leerling is er al, terwijl om een nieuwe leerling is gevraagd.",
    "IM.definitief": "Of het record definitief is, is niet vast te stellen.",
    "IM.dubbel": "Meer dan één leerling in de administratie heeft dit nummer.",
    "IM.geen_dossier": "Dit bestand is geen dossier dat is over te nemen.",
    "IM.geen_leerling": "In het dossier staat geen leerling.",
    "IM.koppelsleutel": "Zonder koppelsleutel is niet te zien bij wie een SWV-dossier hoort.",
    "IM.lijkt": "Er is al een leerling met dezelfde achternaam en geboortedatum, met een ander"
    " nummer.",
    "IM.nul": "Een persoonsgebonden nummer was de nul vooraan kwijt.",
    "IM.onbekend": "De leerling is er nog niet, terwijl om een bestaande leerling is gevraagd.",
    "IM.ongeldig": "Het dossier is ongeldig.",
    "IM.pgn": "Het dossier heeft geen bruikbaar persoonsgebonden nummer.",
    "IM.profiel": "Dit systeem neemt dit soort overdracht niet aan.",
    "IM.versie": "Dit systeem neemt deze versie van de Gegevensset niet aan.",
    "IM.waarde": "Een waarde uit het dossier past niet in dit systeem.",
}
"""What each key of a finding on an import means, in Dutch."""


def bevinding(
    regel: str, herstel: str, wie: Wie, *, ernst: Ernst = Ernst.FOUT, locatie: str = "/dossier[1]"
) -> Melding:
    """Return the finding of a key, with what to do and who."""
    return Melding(
        regel=regel,
        soort=SoortMelding.IMPORT,
        ernst=ernst,
        locatie=locatie,
        pad="/".join(stap.partition("[")[0] for stap in locatie.split("/")),
        melding=SLEUTELS[regel],
        herstel=herstel,
        wie=wie,
        gepubliceerd=False,
    )


def waarschuwing(regel: str, herstel: str, wie: Wie, locatie: str = LEERLING) -> Melding:
    """Return a finding that does not hold an import back."""
    return bevinding(regel, herstel, wie, ernst=Ernst.WAARSCHUWING, locatie=locatie)
