"""What ESIS leaves to who reads it: what a leerling has in common with the school, and doubts."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oso_adapters.mapping import Onbruikbaar, bezwaar
from oso_adapters.melding import Ernst, Melding, Wie
from oso_esis.omzettingen import waar
from oso_esis.records import Leerling, Plaatsing, Verzorger
from oso_esis.records_school import Adres, Contactgegeven, Groep, School, Vestiging

__all__ = ["maak_af", "twijfels"]

_NIET_GESPECIFICEERD = "9"


def maak_af(leerling: Leerling, school: School, hoofdvestiging: Vestiging | None) -> Leerling:
    """Fill in the vestiging, the placement of this year and the e-mail address."""
    leerling = attrs.evolve(leerling, vestiging=leerling.vestiging or hoofdvestiging)
    return attrs.evolve(
        leerling,
        plaatsingen=[_plaatsing(p, leerling, school) for p in leerling.plaatsingen],
        contactgegevens=_met_emailadres(leerling),
    )


def _plaatsing(plaatsing: Plaatsing, leerling: Leerling, school: School) -> Plaatsing:
    if plaatsing.schooljaar is not None or plaatsing.vestiging is not None:
        return plaatsing
    groep = leerling.groep or Groep()
    return attrs.evolve(
        plaatsing,
        schooljaar=school.schooljaar,
        groepscode=plaatsing.groepscode or groep.naam,
        groepsnaam=plaatsing.groepsnaam or groep.omschrijving,
        jaargroep=plaatsing.jaargroep or leerling.jaargroep,
        vestiging=leerling.vestiging,
    )


def _met_emailadres(leerling: Leerling) -> list[Contactgegeven]:
    """Return the contactgegevens with the public ``emailadres``, unless it is among them."""
    eigen, adres = leerling.contactgegevens, leerling.emailadres
    if not adres or any(contact.waarde == adres for contact in eigen):
        return eigen
    return [*eigen, Contactgegeven(soort="email", gebruik="thuis", waarde=adres)]


def twijfels(leerling: Leerling) -> Iterator[Melding]:
    """Yield a finding where the standard can't hold what ESIS says, or ESIS contradicts itself."""
    verzorgers = [relatie.verzorger for relatie in leerling.relaties if relatie.verzorger]
    if leerling.geslacht == _NIET_GESPECIFICEERD:
        yield _geslacht_blijft_weg("leerling.geslacht")
    if any(verzorger.geslacht == _NIET_GESPECIFICEERD for verzorger in verzorgers):
        yield _geslacht_blijft_weg("leerling.relaties.verzorger.geslacht")
    if _verraadt_adres(leerling, verzorgers):
        yield bezwaar(
            "leerling.relaties.verzorger.adres_geheim",
            "Een geheim adres zou toch in het dossier komen: iemand anders, of de aansprakelijke"
            " instelling, heeft hetzelfde adres en dat is niet geheim.",
            "Zet bij iedereen op dit adres dat het geheim is; geef de instelling een ander adres.",
            wie=Wie.SCHOOL,
        )


def _geslacht_blijft_weg(veld: str) -> Melding:
    return bezwaar(
        veld,
        f"In '{veld}' staat 9 (niet gespecificeerd). Het dossier heeft daar geen code voor; het"
        " geslacht gaat niet mee.",
        "Vul het geslacht in als het bekend is; 0 betekent onbekend.",
        wie=Wie.SCHOOL,
        ernst=Ernst.WAARSCHUWING,
    )


def _verraadt_adres(leerling: Leerling, verzorgers: list[Verzorger]) -> bool:
    """Say whether one address is secret for one and goes along with another."""
    personen: list[Leerling | Verzorger] = [leerling, *verzorgers]
    geheim = {_plek(adres) for p in personen if _is_geheim(p) for adres in p.adressen}
    instelling = leerling.aansprakelijke_instelling
    los = [p.adressen for p in personen if not _is_geheim(p)]
    los += [instelling.adressen] if instelling else []
    return any(_plek(adres) in geheim for adressen in los for adres in adressen)


def _plek(adres: Adres) -> tuple[str | None, ...]:
    """Return what makes two addresses the same place."""
    return adres.straat, adres.huisnummer, adres.toevoeging, adres.postcode


def _is_geheim(persoon: Leerling | Verzorger) -> bool:
    try:
        return waar(persoon.adres_geheim or "false")
    except Onbruikbaar:
        return False
