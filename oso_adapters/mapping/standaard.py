"""Names the standard where only the published sheets object, and the afspraak does not."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from oso_adapters.melding import Melding, Wie
from oso_adapters.rules import ERRATA, Regelset, regels
from oso_adapters.rules.errata import Werkwijze
from oso_adapters.versies import Versie

__all__ = ["name_standaard"]

_HEEL_DOCUMENT = "/[1]"
_HERSTEL = (
    "Aan het dossier hoeft niets te veranderen: de gepubliceerde controle wijkt hier af van de"
    " afspraak."
)


def name_standaard(
    gepubliceerd: Iterable[Melding], afspraak: Iterable[Melding], versie: Versie
) -> list[Melding]:
    """Return findings of the published rules; those that the afspraak has not are for the standard.

    A second finding of one cause, of which the afspraak tells the first, is none of these.
    """
    plekken = {(melding.regel, melding.locatie) for melding in afspraak}
    gevolgen = {regel.id: regel.gevolg_van for regel in regels(versie, Regelset.AFSPRAAK)}
    return [
        melding
        if _is_bekend(melding, plekken, gevolgen.get(melding.regel, ()))
        else _voor_de_standaard(melding)
        for melding in gepubliceerd
    ]


def _is_bekend(melding: Melding, plekken: set[tuple[str, str]], oorzaken: tuple[str, ...]) -> bool:
    if melding.locatie == _HEEL_DOCUMENT:
        return any(regel == melding.regel for regel, _ in plekken)
    return any((regel, melding.locatie) in plekken for regel in (melding.regel, *oorzaken))


def _voor_de_standaard(melding: Melding) -> Melding:
    (erratum,) = (erratum for erratum in ERRATA if erratum.werkwijze is Werkwijze.APART)
    bewijs = "Alleen de gepubliceerde controle maakt hier bezwaar; de afspraak niet."
    if melding.pad.startswith("/dossiers") or melding.locatie == _HEEL_DOCUMENT:
        bewijs = f"{bewijs} {erratum.wat}"
    return attrs.evolve(melding, wie=Wie.STANDAARD, bewijs=bewijs, herstel=_HERSTEL)
