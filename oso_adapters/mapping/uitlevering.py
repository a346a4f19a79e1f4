"""From a filled dossier to what one kind of transfer may deliver.

What every vendor must do in the same way stands here: metadata, categories, opt-outs, and secrets
that must not leave the school.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

import attrs

from oso_adapters.gegevensset import (
    CategorieUitlevering,
    Dossier,
    Leerling,
    Metadata,
    Persoon,
    Toets,
)
from oso_adapters.gegevensset._boom import plekken
from oso_adapters.gegevensset._veld import Veld, Vorm, velden, velden_in
from oso_adapters.gegevensset.profielen import Profiel
from oso_adapters.gegevensset.schooljaren import is_recent
from oso_adapters.melding import Melding, SoortMelding, Wie
from oso_adapters.versies import Versie

__all__ = ["GEHEIM_NUMMER", "Pakket", "deliver"]

GEHEIM_NUMMER = {"telefoon": "9999999999", "e-mail": "geheim@geheim.geheim"}
"""What is delivered instead of a secret number (afspraak 2019.1, OVa.LL08)."""


@attrs.frozen(kw_only=True)
class Pakket:
    """What the metadata say of the maker of a dossier.

    Attributes:
        deeldossier: code of list 33; LASLVS when one system keeps all.
    """

    naam: str
    versie: str
    deeldossier: str = "LASLVS"


@cache
def _soorten_met(*attrs_: str) -> frozenset[type]:
    """Return the blocks of a dossier that have one of these fields."""
    alle: list[type] = [Dossier]
    for cls in alle:
        alle += [v.blok for v in velden(cls) if v.blok is not None and v.blok not in alle]
    return frozenset(cls for cls in alle if any(v.attr in attrs_ for v in velden(cls)))


@cache
def _wegen(cls: type, soorten: frozenset[type]) -> tuple[str, ...]:
    """Return the fields of a block that hold blocks of these kinds, or lead to them."""
    return tuple(
        veld.attr
        for veld in velden(cls)
        if veld.blok is not None and (veld.blok in soorten or _wegen(veld.blok, soorten))
    )


def _delen(dossier: Dossier, soorten: frozenset[type]) -> list[Any]:
    """Return every block of these kinds, and those on the way to them."""
    gevonden: list[Any] = [dossier]
    for deel in gevonden:
        cls: type = type(deel)
        for attr in _wegen(cls, soorten):
            waarde = getattr(deel, attr)
            delen = waarde if isinstance(waarde, list) else [waarde]
            gevonden += [een for een in delen if een is not None]
    return gevonden


def _verberg(dossier: Dossier) -> None:
    """Take out what is secret: addresses of persons, telephone numbers, e-mail addresses.

    A huisarts, the one plain Persoon, may not even be said to have a secret address (OG.05).
    """
    for deel in _delen(dossier, _soorten_met("adresgeheim", "geheim")):
        if getattr(deel, "adresgeheim", None) is True:
            deel.adreslijst = None
            if isinstance(deel, Leerling):
                deel.adresbuitenland = []
            elif type(deel) is Persoon:
                deel.adresgeheim = None
        if getattr(deel, "geheim", None) is True and deel.soort in GEHEIM_NUMMER:
            deel.nummer = GEHEIM_NUMMER[deel.soort]


@cache
def _velden_met(
    versie: Versie, categorieen: frozenset[str], paden: frozenset[str]
) -> Mapping[type, tuple[Veld, ...]]:
    """Return the fields of these categories and at these paths, by their block."""
    per_blok: dict[type, list[Veld]] = {}
    for plek in plekken(versie):
        if plek.veld.categorie in categorieen or plek.pad in paden:
            per_blok.setdefault(plek.blok, []).append(plek.veld)
    return {blok: tuple(velden_) for blok, velden_ in per_blok.items()}


def _maak_leeg(dossier: Dossier, per_blok: Mapping[type, tuple[Veld, ...]]) -> Counter[str]:
    """Empty these fields; return how often something stood there, by the label of the field."""
    tel: Counter[str] = Counter()
    for deel in _delen(dossier, frozenset(per_blok)):
        for veld in per_blok.get(type(deel), ()):
            tel[veld.label] += getattr(deel, veld.attr) not in (None, "", [])
            setattr(deel, veld.attr, [] if veld.vorm is Vorm.HERHAALD else None)
    return +tel


def _laat_weg(dossier: Dossier, versie: Versie, categorieen: Iterable[str]) -> None:
    """Empty every block of these categories."""
    _maak_leeg(dossier, _velden_met(versie, frozenset(categorieen), frozenset()))
    for deel in _delen(dossier, _soorten_met("onderwijsondersteuning")):
        steun = getattr(deel, "onderwijsondersteuning", None)
        if steun is not None and all(
            getattr(steun, veld.attr) in (None, []) for veld in velden(type(steun))
        ):
            deel.onderwijsondersteuning = None


def _kies_toetsen(dossier: Dossier, dag: date) -> int:
    """Keep the tests that count; return how many were left out."""
    school = dossier.huidigeschool
    leerling = school.leerling if school else None
    if leerling is None or leerling.toetslijst is None:
        return 0
    blijft = [toets for toets in leerling.toetslijst if _telt(toets, dag)]
    weg = len(leerling.toetslijst) - len(blijft)
    leerling.toetslijst = blijft or None
    return weg


def _telt(toets: Toets, dag: date) -> bool:
    afname = toets.afname.afnamedatum if toets.afname else None
    return not isinstance(afname, date) or is_recent(afname, dag)


def _niet_uit_te_zetten(categorie: str, profiel: Profiel, *, bekend: bool) -> Melding:
    stappen = ["dossier", "metadata"]
    if bekend:
        stappen += ["categorie_uitlevering", f"cat_{categorie}"]
    reden = (
        f"is verplicht bij een overdracht {profiel.naam} ({profiel.code})"
        if bekend
        else "bestaat niet"
    )
    return Melding(
        regel="AF.optuit",
        soort=SoortMelding.AFBEELDING,
        locatie="".join(f"/{stap}[1]" for stap in stappen),
        pad="".join(f"/{stap}" for stap in stappen),
        melding="Een categorie is voor deze leerling uitgezet, maar kan niet worden uitgezet: zij"
        f" {reden}.",
        verwacht="een categorie die in dit soort overdracht optioneel is",
        herstel="Zet de categorie weer aan, of verstuur dit dossier niet.",
        wie=Wie.SCHOOL if bekend else Wie.LEVERANCIER,
        gepubliceerd=False,
    )


def deliver(
    dossier: Dossier,
    profiel: Profiel,
    versie: Versie,
    pakket: Pakket,
    *,
    dag: date,
    uitgezet: Iterable[str] = (),
) -> tuple[list[Melding], dict[str, int]]:
    """Make a filled dossier ready for one kind of transfer; the dossier itself is changed.

    Args:
        dag: day on which the dossier is made.
        uitgezet: categories that are opted out for this leerling, without ``cat_``.

    Returns:
        Findings, and how many things were left out because the profile says so.
    """
    namen = [veld.naam.removeprefix("cat_") for veld in velden_in(CategorieUitlevering, versie)]
    uitgezet = set(uitgezet)
    codes = {naam: profiel.categorie(naam, uitgezet=naam in uitgezet) for naam in namen}
    meldingen = [
        _niet_uit_te_zetten(naam, profiel, bekend=naam in codes)
        for naam in sorted(uitgezet)
        if codes.get(naam, "VERPLICHT") == "VERPLICHT"
    ]
    _laat_weg(dossier, versie, [n for n, code in codes.items() if code in ("VERBODEN", "OPT-UIT")])
    nooit = _maak_leeg(dossier, _velden_met(versie, frozenset(), profiel.weglaten))
    weggelaten = {f"{label} (mag niet mee)": aantal for label, aantal in nooit.items()}
    if profiel.toetsvenster:
        te_oud = _kies_toetsen(dossier, dag)
        if te_oud:
            weggelaten["toetsen van meer dan twee schooljaren terug"] = te_oud
    _verberg(dossier)
    dossier.overdrachtsoort = profiel.overdrachtsoort
    dossier.metadata = Metadata(
        deeldossier=pakket.deeldossier,
        pakketnaam=pakket.naam,
        pakketversie=pakket.versie,
        datum=dag,
        standaardversie=versie.standaardversie,
        validatieversie=versie.validatieversie,
        categorie_uitlevering=CategorieUitlevering(
            **{f"cat_{naam}": code for naam, code in codes.items()}
        ),
        overstap=profiel.overstap,
    )
    return meldingen, weggelaten
