"""A document as a person reads it: what stands on the page, without how it looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from oso_adapters.binding import GRENZEN, parse_document, read_dossier, versie_van
from oso_adapters.check import Uitslag, check
from oso_adapters.gegevensset import Dossier, Dossiers, Terugkoppeling
from oso_adapters.gegevensset._veld import blokgegevens
from oso_adapters.melding import Melding
from oso_adapters.toon.aandacht import over_blok, over_controle
from oso_adapters.toon.bijlagen import Voorraad
from oso_adapters.toon.blokken import Opbouw, naam_van
from oso_adapters.toon.categorieen import toch_meegestuurd
from oso_adapters.toon.delen import NietGetoond, Ruimte, Weergave
from oso_adapters.toon.indeling import indeling
from oso_adapters.toon.kern import kern, leerling_van, soort_van
from oso_adapters.versies import Versie

__all__ = ["maak_weergave"]

_EERSTE = "[1]"


def _roots(gelezen: Any) -> list[Any]:
    """Return what is shown each by itself: every dossier of a document that holds several."""
    if isinstance(gelezen, Dossiers):
        return [*(gelezen.dossier or []), *(gelezen.terugkoppeling or [])]
    return [gelezen]


def _is_getoond(melding: Melding) -> bool:
    """Say whether a finding is about what the model does hold: two fields that exclude each other.

    Of what may be there once and is there again, only the first is held.
    """
    return melding.regel == "ST.teveel" and melding.locatie.endswith(_EERSTE)


def _niet_getoond(meldingen: Iterable[Melding]) -> Iterator[NietGetoond]:
    for melding in meldingen:
        if not _is_getoond(melding):
            yield NietGetoond(melding.melding, melding.locatie, melding.regelnummer)


def _vraagt_toestemming(dossier: Any, uitslag: Uitslag) -> bool:
    """Say whether parents are asked for their consent: it is filled, or the check misses it."""
    if isinstance(dossier, Dossier) and dossier.inzage and dossier.inzage.toestemming is not None:
        return True
    return any(m.pad == "/dossier/inzage/toestemming" for m in uitslag.meldingen)


def _ruimte(blok: Any, nr: int, versie: Versie, uitslag: Uitslag, voorraad: Voorraad) -> Ruimte:
    opbouw = Opbouw(versie, f"d{nr}", voorraad)
    delen = indeling(opbouw, blok)
    naam = naam_van(leerling_van(blok))
    soort = soort_van(blok, versie)
    return Ruimte(
        anker=opbouw.anker,
        titel=naam or soort,
        naam=naam,
        soort=soort,
        kern=kern(blok, versie),
        let_op=(*toch_meegestuurd(blok), *over_blok(blok, opbouw.bijlagen)),
        delen=delen,
        bijlagen=tuple(opbouw.bijlagen),
        inzage=isinstance(blok, Dossier),
        toestemming=_vraagt_toestemming(blok, uitslag),
    )


def _over_document(gelezen: Any, uitslag: Uitslag) -> Iterator[str]:
    if isinstance(gelezen, Dossier | Dossiers):
        yield from over_controle(uitslag)
    elif isinstance(gelezen, Terugkoppeling):
        yield (
            "Dit is geen dossier, maar een terugkoppeling van de nieuwe school. Die wordt niet"
            " gecontroleerd."
        )
    else:
        label = blokgegevens(type(gelezen)).label
        yield f"Dit is geen heel dossier, maar een los onderdeel: {label}."


def _over_verlies(niet_getoond: Sequence[NietGetoond]) -> Iterator[str]:
    if niet_getoond:
        wat = "Niet alles uit het bestand staat hier."
        yield f"{wat} Onderaan, bij ‘Niet getoond’, staat wat er ontbreekt."


def _tel(ruimtes: Sequence[Ruimte]) -> str:
    """Say how many dossiers there are, and how much else."""
    dossiers = sum(1 for ruimte in ruimtes if ruimte.inzage)
    andere = len(ruimtes) - dossiers
    tekst = "1 dossier" if dossiers == 1 else f"{dossiers} dossiers"
    if not andere:
        return tekst
    return f"{tekst} en {andere} terugkoppeling{'en' if andere > 1 else ''}"


def maak_weergave(data: bytes) -> Weergave:
    """Return all that a document holds as a person reads it.

    What the model can't hold is named in ``niet_getoond``.

    Raises:
        LeesFout: no XML, no dossier, an unknown version, or a limit is passed.
    """
    verlies: list[Melding] = []
    gelezen = read_dossier(data, meldingen=verlies)
    versie = versie_van(parse_document(data))
    uitslag = check(data)
    voorraad = Voorraad()
    ruimtes = [
        _ruimte(blok, nr, versie, uitslag, voorraad) for nr, blok in enumerate(_roots(gelezen), 1)
    ]
    niet_getoond = tuple(_niet_getoond(verlies))
    return Weergave(
        titel=ruimtes[0].soort if len(ruimtes) == 1 else _tel(ruimtes),
        versie=str(versie),
        oordeel=str(uitslag.oordeel),
        let_op=(*_over_document(gelezen, uitslag), *_over_verlies(niet_getoond)),
        niet_getoond=niet_getoond,
        meer_niet_getoond=len(verlies) >= GRENZEN.meldingen,
        ruimtes=tuple(ruimtes),
    )
