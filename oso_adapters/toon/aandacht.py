"""What the reader of a dossier should know before reading it, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from oso_adapters.binding import GRENZEN
from oso_adapters.check import Uitslag
from oso_adapters.gegevensset import Communicatie, Dossier, Leerling
from oso_adapters.gegevensset._veld import velden
from oso_adapters.mapping.omzettingen import is_bsn, is_onderwijsnummer
from oso_adapters.melding import Ernst, Oordeel
from oso_adapters.toon.delen import Bijlage
from oso_adapters.toon.tabellen import is_leeg

__all__ = ["over_blok", "over_controle"]

_GEHEIM = "Geef het aan niemand door."


def _blokken(blok: Any) -> Iterator[Any]:
    """Yield a block and every block in it."""
    yield blok
    for veld in velden(type(blok)):
        waarde = getattr(blok, veld.attr)
        if veld.blok is not None and not is_leeg(waarde):
            for deel in waarde if veld.meervoud else [waarde]:
                yield from _blokken(deel)


def _over_leerling(leerling: Leerling) -> Iterator[str]:
    hoe = "Laat de school die het dossier maakte het nummer controleren."
    if leerling.bsn is not None and not is_bsn(leerling.bsn):
        yield f"Het burgerservicenummer klopt niet: het voldoet niet aan de elfproef. {hoe}"
    if leerling.onderwijsnummer is not None and not is_onderwijsnummer(leerling.onderwijsnummer):
        yield f"Het onderwijsnummer klopt niet: het voldoet niet aan de elfproef. {hoe}"


def over_blok(blok: Any, bijlagen: Sequence[Bijlage]) -> Iterator[str]:
    """Yield what is the matter with one dossier itself."""
    if isinstance(blok, Dossier) and blok.inzage is not None:
        if blok.inzage.voorlopigdossier is True:
            yield "Dit is een voorlopig dossier. De gegevens kunnen nog veranderen."
        if blok.inzage.inzage is False:
            yield "De ouders hebben dit dossier nog niet ingezien."
    alle = list(_blokken(blok))
    for deel in alle:
        if isinstance(deel, Leerling):
            yield from _over_leerling(deel)
    if any(getattr(deel, "adresgeheim", None) is True for deel in alle):
        yield f"Een adres in dit dossier is geheim. {_GEHEIM}"
    if any(isinstance(deel, Communicatie) and deel.geheim is True for deel in alle):
        yield f"Een telefoonnummer of e-mailadres in dit dossier is geheim. {_GEHEIM}"
    mis = sum(1 for bijlage in bijlagen if bijlage.bezwaren)
    if mis:
        wat = "Met één bijlage" if mis == 1 else f"Met {mis} bijlagen"
        yield f"{wat} is iets aan de hand. Kijk bij ‘Bijlagen’ voordat u een bestand opent."


def _zeg_aantal(aantal: int) -> str:
    """Return a number of findings; the check stops counting at some point."""
    return f"ten minste {aantal}" if aantal >= GRENZEN.meldingen else str(aantal)


def over_controle(uitslag: Uitslag) -> Iterator[str]:
    """Yield what the check found, and how to see that."""
    hoe = "De opdracht ‘oso check’ met de naam van dit bestand laat zien"
    fouten = sum(1 for m in uitslag.meldingen if m.ernst is Ernst.FOUT)
    andere = len(uitslag.meldingen) - fouten
    if uitslag.oordeel is Oordeel.NIET_VAST_TE_STELLEN:
        yield f"Dit bestand is niet te controleren. {uitslag.reden}".strip()
        return
    if fouten:
        aantal = "is één fout" if fouten == 1 else f"zijn {_zeg_aantal(fouten)} fouten"
        yield (
            f"Dit bestand voldoet niet aan de afspraken: er {aantal} gevonden. {hoe} wat er"
            " mis is en wie iets moet doen."
        )
    if andere:
        aantal = "één waarschuwing" if andere == 1 else f"{andere} waarschuwingen"
        yield f"De controle geeft {aantal}. {hoe} welke."
