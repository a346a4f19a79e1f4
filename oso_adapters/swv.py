"""Exchange with a samenwerkingsverband: no PGN goes along, the koppelsleutel is the only link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
from attrs.validators import instance_of, is_callable, optional

from oso_adapters.capabilities import Exporteur, Exportresultaat, Importeur, Leverancier
from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping.administratie import lees_koppelsleutel
from oso_adapters.mapping.records import Bronrecord
from oso_adapters.melding import Ernst, Melding, Oordeel, SoortMelding, Wie
from oso_adapters.rules import Regelset
from oso_adapters.versies import VERSIES, Versie

__all__ = ["SwvUitwisseling"]


@attrs.frozen(kw_only=True)
class SwvUitwisseling:
    """A system that exchanges dossiers with a samenwerkingsverband.

    Attributes:
        uit: how it delivers support requests; None when it does not.
        naar_binnen: how it takes them in; None when it does not.
        koppelsleutel: gives the koppelsleutel that a record keeps, as the notification gave it:
            a UUID in upper case, or None while there is none.
    """

    uit: Exporteur | None = attrs.field(default=None, validator=optional(instance_of(Exporteur)))
    naar_binnen: Importeur | None = attrs.field(
        default=None, validator=optional(instance_of(Importeur))
    )
    koppelsleutel: Callable[[Any], str | None] | None = attrs.field(
        default=None, validator=optional(is_callable())
    )

    def export(
        self,
        bron: Bronrecord,
        leverancier: Leverancier,
        *,
        overdracht: str,
        versie: Versie = VERSIES[-1],
        dag: date,
        regelset: Regelset = Regelset.AFSPRAAK,
    ) -> Exportresultaat:
        """Make one record into a checked dossier with its koppelsleutel; see `Exporteur.export`.

        Raises:
            ConfigurationError: the system delivers no swv-dossiers.
        """
        if self.uit is None:
            raise ConfigurationError(f"{leverancier.naam} delivers no swv-dossiers")
        resultaat = self.uit.export(
            bron, leverancier, overdracht=overdracht, versie=versie, dag=dag, regelset=regelset
        )
        return resultaat if bron.record is None else self._koppel(resultaat, bron.record)

    def _koppel(self, resultaat: Exportresultaat, record: Any) -> Exportresultaat:
        """Add the koppelsleutel to a result; a wrong one holds the dossier back."""
        try:
            sleutel = self.koppelsleutel(record) if self.koppelsleutel else None
        except (Exception, SystemExit) as fout:  # noqa: BLE001 - code of the plugin
            return _met(resultaat, _liep_vast(fout))
        if sleutel in (None, ""):
            return _met(resultaat, _nog_geen())
        if not isinstance(sleutel, str) or lees_koppelsleutel(sleutel) != sleutel:
            return _met(resultaat, _verkeerd())
        return attrs.evolve(resultaat, koppelsleutel=sleutel)


def _met(resultaat: Exportresultaat, melding: Melding) -> Exportresultaat:
    meldingen = (*resultaat.meldingen, melding)
    if melding.ernst is not Ernst.FOUT:
        return attrs.evolve(resultaat, meldingen=meldingen)
    return attrs.evolve(resultaat, meldingen=meldingen, data=None, oordeel=Oordeel.ONGELDIG)


def _melding(tekst: str, herstel: str, wie: Wie, ernst: Ernst = Ernst.FOUT) -> Melding:
    return Melding(
        regel="AF.koppelsleutel",
        soort=SoortMelding.AFBEELDING,
        ernst=ernst,
        locatie="/dossier[1]",
        pad="/dossier",
        verwacht="een koppelsleutel zoals de melding aan het samenwerkingsverband die geeft",
        melding=tekst,
        herstel=herstel,
        wie=wie,
        gepubliceerd=False,
    )


def _nog_geen() -> Melding:
    return _melding(
        "Er is nog geen koppelsleutel. Het samenwerkingsverband kan dit dossier pas ophalen na de"
        " melding.",
        "Meld het dossier bij het samenwerkingsverband; de koppelsleutel komt daarbij terug.",
        Wie.SCHOOL,
        Ernst.WAARSCHUWING,
    )


def _verkeerd() -> Melding:
    return _melding(
        "De koppelsleutel heeft niet de goede vorm; zo is het dossier niet te vinden.",
        "Meld het dossier opnieuw bij het samenwerkingsverband en neem de koppelsleutel die dan"
        " terugkomt precies over.",
        Wie.SCHOOL,
    )


def _liep_vast(fout: BaseException) -> Melding:
    return _melding(
        f"Welke koppelsleutel erbij hoort, is niet vast te stellen ({type(fout).__name__}).",
        "De leverancier moet de koppeling herstellen; tot dan gaat dit dossier niet mee.",
        Wie.LEVERANCIER,
    )
