"""The family of categories: what is delivered must agree with ``categorie_uitlevering``."""

from __future__ import annotations

from collections.abc import Iterator

from oso_adapters.gegevensset import CategorieUitlevering
from oso_adapters.gegevensset._boom import Plek, plekken
from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.melding import Ernst, Wie
from oso_adapters.rules.regel import ALTIJD, Regel
from oso_adapters.rules.woorden import als, gevuld, is_, leeg, of
from oso_adapters.versies import Versie

__all__ = ["SPELFOUT", "regels"]

SPELFOUT = {"toelichting_onderwijsbehoeften": "toelichting_onderwijsbehoefte"}
"""Blocks that the sheets spell wrong where a category forbids them, so that they slip through."""

_NUMMERS = {
    "metadata": "OS.cat01",
    "ouderinzage": "OS.cat02",
    "oudersverzorgers": "OS.cat05",
    "vve": "OS.cat06",
    "schoolloopbaan": "OS.cat07",
    "overstapadvies": "OS.cat08",
    "onderwijsondersteuning": "OS.cat09",
    "verzuim": "OS.cat10",
    "eindtoetsbo": "OS.cat11",
    "toetsresultaten": "OS.cat120",
    "handelingsplannen": "OS.cat13",
    "cijferlijsten": "OS.cat14",
    "vombo": "OS.cat15",
    "bijlagedocs": "OS.cat16",
}
"""Number of each category in the afspraak; ``OS.cat120`` is spelled there like that."""


def _nummers(categorie: str) -> tuple[str, ...]:
    """Return the number and the name that the afspraken of all years have for a category."""
    naam = f"OS.cat_{categorie}"
    return (_NUMMERS[categorie], naam) if categorie in _NUMMERS else (naam,)


_ALTIJD_AANWEZIG = "metadata"


def _pad(plek: Plek) -> str:
    return "/" + plek.kop


def _verplicht(categorie: str, label: str, blokken: list[Plek]) -> Regel:
    code = f"//dossier/metadata/categorie_uitlevering/cat_{categorie}"
    namen = ", ".join(plek.veld.label for plek in blokken)
    return Regel(
        id=f"OS.cat_{categorie}.VERPLICHT",
        nummers=_nummers(categorie),
        voor=ALTIJD,
        bij="/",
        eis=als(is_(code, "VERPLICHT"), of(*(gevuld(_pad(plek)) for plek in blokken))),
        melding=f"'{label}' is verplicht in dit dossier, maar daarvan is niets ingevuld.",
        herstel=f"Vul ten minste een van deze onderdelen in: {namen}.",
        wie=Wie.SCHOOL,
        ernst=Ernst.FOUT,
        over=code,
        nooit="Het veld zelf staat in de metadata, dus die zijn er altijd."
        if categorie == _ALTIJD_AANWEZIG
        else "",
        sinds="2019.1",
    )


def _herstel(categorie: str, *, uitgezet: bool) -> str:
    if categorie == _ALTIJD_AANWEZIG:
        return "De leverancier moet deze categorie op VERPLICHT zetten: metadata zijn er altijd."
    aan = ", of zet de categorie weer aan" if uitgezet else ""
    return (
        f"Verzamel het dossier opnieuw zonder dit onderdeel{aan}. Komt het onderdeel terug, dan"
        " moet de leverancier de export herstellen."
    )


def _verboden(categorie: str, label: str, code_tekst: str, plek: Plek) -> Regel:
    naam = plek.veld.naam
    geschreven = SPELFOUT.get(naam, naam)
    pad = _pad(plek).removesuffix(naam) + geschreven
    code = f"//dossier/metadata/categorie_uitlevering/cat_{categorie}"
    uitgezet = code_tekst == "OPT-UIT"
    reden = "is voor dit dossier uitgezet" if uitgezet else "mag niet in dit dossier"
    return Regel(
        id=f"OS.cat_{categorie}.{code_tekst}.{geschreven}",
        nummers=_nummers(categorie),
        voor=ALTIJD,
        bij="/",
        eis=als(is_(code, code_tekst), leeg(pad)),
        melding=f"'{label}' {reden}, maar "
        + ("" if plek.veld.label == label else f"'{plek.veld.label}' ")
        + "staat er wel in.",
        herstel=_herstel(categorie, uitgezet=uitgezet),
        wie=Wie.LEVERANCIER,
        ernst=Ernst.FOUT,
        over=pad,
        nooit="De bladen spellen de naam van dit onderdeel verkeerd, zodat ze het nooit vinden."
        if naam in SPELFOUT
        else "",
        sinds=None if uitgezet else "2019.1",
    )


def regels(versie: Versie) -> Iterator[Regel]:
    """Yield the category rules of a version, in the order of the categories."""
    per_categorie: dict[str, list[Plek]] = {}
    for plek in plekken(versie):
        if plek.veld.categorie is not None:
            per_categorie.setdefault(plek.veld.categorie, []).append(plek)
    for veld in velden_in(CategorieUitlevering, versie):
        categorie = veld.naam.removeprefix("cat_")
        blokken = per_categorie.get(categorie)
        if blokken is None:
            continue
        label = veld.label.removeprefix("Categorie ")
        label = label[:1].upper() + label[1:]
        yield _verplicht(categorie, label, blokken)
        for code in ("VERBODEN", "OPT-UIT"):
            for plek in blokken:
                yield _verboden(categorie, label, code, plek)
