"""Runs an example of a page on the Kaartsysteem, and tells what it really gives."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs

from oso_adapters import VERSIES, Versie, versie, write_dossier
from oso_adapters.gegevensset import Dossier, Dossiers
from oso_adapters.mapping import (
    Actie,
    Administratie,
    Bronrecord,
    ImportPlan,
    Planregel,
    Stap,
    read_record,
    variant,
)
from oso_adapters.mapping.bronnen import Bron
from oso_adapters.mapping.inlezen import make_plans
from oso_adapters.melding import Melding
from oso_adapters.uitleg.kaarten import Kaart, gewone_kaart
from oso_adapters.uitleg.kaartsysteem import KAARTSYSTEEM, LEERLING, Inname, uitgifte
from oso_adapters.uitleg.lezen import Tekst
from oso_adapters.uitleg.pagina import Fragment

__all__ = ["Proef", "beproefd", "naast_elkaar", "proef", "vergeleken"]

_DAG = date(2020, 3, 2)
_GEWOON = "BB"
_ROEPNAAM = "/roepnaam"
"""The field that the examples of a step are about, where it can be."""
_MET_MELDING = "met deze waarschuwing"


@attrs.frozen
class Proef:
    """What an example gave.

    Attributes:
        meldingen: every finding of the export, or of the import.
        plannen: what an import would do; none for an export.
        klaar: the dossier may go out, or the plan may be carried out.
    """

    meldingen: tuple[Melding, ...]
    plannen: tuple[ImportPlan, ...]
    klaar: bool

    @property
    def afloop(self) -> str:
        """Say in one sentence what becomes of the dossier."""
        if not self.plannen:
            gaat = "Het dossier gaat mee" if self.klaar else "Het dossier gaat niet mee"
            return f"{gaat}, {_MET_MELDING}." if self.klaar and self.meldingen else f"{gaat}."
        if not self.klaar:
            return "Er wordt niets overgenomen."
        stappen = Counter(regel.stap for plan in self.plannen for regel in plan.regels)
        velden = ", ".join(f"{stappen[s]} {s}" for s in Stap if s.verandert and stappen[s])
        nieuw = any(plan.voor is None for plan in self.plannen)
        wie = "Er komt een nieuwe leerling" if nieuw else "De leerling die er al is, verandert"
        afloop = f"{wie} (velden: {velden})" if velden else "Er verandert niets"
        return f"{afloop}, {_MET_MELDING}." if self.meldingen else f"{afloop}."


def proef(tekst: str, taal: str) -> Proef:
    """Run an example.

    Args:
        tekst: JSON with ``kaart`` (what is different on a card that is delivered), or with
            ``dossier`` and ``kaarten`` (what is different in a dossier that comes in, and the cards
            that are there); or Python that declares one field, or ``definitief``, otherwise.
        taal: ``json`` or ``python``.

    Raises:
        AttributeError, ValueError: the example names a field that there is not.
    """
    if taal == "python":
        return _met_code(tekst)
    gegevens = json.loads(tekst)
    return _uitleveren(gegevens) if "kaart" in gegevens else _inlezen(gegevens, Inname())


def beproefd(tekst: Tekst) -> Fragment:
    """Return an example with what it gives when it is run."""
    fout, goed = proef(tekst.fout, tekst.taal), proef(tekst.goed, tekst.taal)
    return Fragment(
        tekst.fout,
        tekst.goed,
        tekst.taal,
        gevonden=fout.meldingen,
        na_fout=fout.afloop,
        na_goed=goed.afloop,
    )


def vergeleken(tekst: Tekst, stap: Stap) -> Fragment:
    """Return two imports with the field that goes this way in the one and another in the other."""
    wel, niet = (_stappen(proef(json_, tekst.taal)) for json_ in (tekst.fout, tekst.goed))
    plek = next(p for p, regel in wel.items() if regel.stap is stap and niet[p].stap is not stap)
    return Fragment(
        tekst.fout,
        tekst.goed,
        tekst.taal,
        koppen=("zo wel", "zo niet"),
        na_fout=_lot(wel[plek]),
        na_goed=_lot(niet[plek]),
    )


def naast_elkaar(tekst: Tekst) -> Fragment:
    """Return two imports of the same dossier with other actions, and what becomes of each."""
    acties = [json.loads(voorbeeld)["actie"] for voorbeeld in (tekst.fout, tekst.goed)]
    return attrs.evolve(beproefd(tekst), koppen=(f"met {acties[0]}", f"met {acties[1]}"))


def _stappen(gedaan: Proef) -> dict[str, Planregel]:
    """Return what becomes of each value of the dossier, by its place; the roepnaam first."""
    (plan,) = gedaan.plannen
    per_plek = {blad.locatie: regel for regel in plan.regels for blad in regel.bladen}
    return dict(sorted(per_plek.items(), key=lambda paar: _ROEPNAAM not in paar[0]))


def _lot(regel: Planregel) -> str:
    return f"{regel.label}: {regel.stap}{f' ({regel.waarom})' if regel.waarom else ''}."


def _met_code(tekst: str) -> Proef:
    """Run an example that is code: text of this package, not of whoever uses it."""
    namen: dict[str, Any] = {}
    exec(compile(tekst, "<voorbeeld>", "exec", dont_inherit=True), namen)  # noqa: S102 - see above
    definitief: Callable[[Any], bool] | None = namen.get("definitief")
    if definitief is not None:
        staat_er = {"actie": "aanvullen", "kaarten": [gewone_kaart(_GEWOON)]}
        return _inlezen(staat_er, Inname(definitief=definitief))
    bronnen = {naam: bron for naam, bron in namen.items() if isinstance(bron, Bron)}
    return _uitleveren({"kaart": {}}, **bronnen)


def _uitleveren(gegevens: Mapping[str, Any], **bronnen: Bron) -> Proef:
    overdracht = gegevens.get("overdracht", _GEWOON)
    record, bezwaren = read_record(Kaart, gewone_kaart(overdracht) | gegevens["kaart"])
    resultaat = uitgifte(overdracht, variant(LEERLING, **bronnen)).export(
        Bronrecord("7", record, tuple(bezwaren)),
        KAARTSYSTEEM,
        overdracht=overdracht,
        dag=_DAG,
    )
    return Proef(resultaat.meldingen, (), resultaat.data is not None)


def _inlezen(gegevens: Mapping[str, Any], inname: Inname) -> Proef:
    records = [_staat_er(kaart) for kaart in gegevens.get("kaarten", ())]
    administratie = Administratie(inname, records)
    plannen = make_plans(
        inname,
        _ontvangen(gegevens),
        administratie,
        Actie(gegevens["actie"]),
        koppelsleutel=gegevens.get("koppelsleutel"),
    )
    meldingen = tuple(melding for plan in plannen for melding in plan.meldingen)
    return Proef(meldingen, tuple(plannen), all(plan.mag for plan in plannen))


def _staat_er(gegevens: Mapping[str, Any]) -> Bronrecord:
    kaart, bezwaren = read_record(Kaart, gegevens)
    if bezwaren:
        raise ValueError("a card of the example has a field that there is not, or a wrong value")
    return Bronrecord(kaart.nummer or "", kaart)


def _ontvangen(gegevens: Mapping[str, Any]) -> bytes:
    """Return the document that comes in, as the sender wrote it."""
    if "dossiers" in gegevens:
        versie_ = VERSIES[-1]
        delen = [_dossier(deel, versie_) for deel in gegevens["dossiers"]]
        return write_dossier(Dossiers(dossier=delen), versie_)
    anders = gegevens.get("dossier", {})
    versie_ = versie(anders["versie"]) if "versie" in anders else VERSIES[-1]
    return write_dossier(_dossier(anders, versie_), versie_)


def _dossier(anders: Mapping[str, Any], versie_: Versie) -> Dossier:
    """Return an ordinary dossier in which this is different."""
    overdracht = anders.get("overdracht", _GEWOON)
    record, _ = read_record(Kaart, gewone_kaart(overdracht))
    gemaakt = uitgifte(overdracht).export(
        Bronrecord("7", record), KAARTSYSTEEM, overdracht=overdracht, versie=versie_, dag=_DAG
    )
    dossier = gemaakt.dossier
    assert dossier is not None
    assert dossier.huidigeschool is not None
    leerling = anders.get("leerling", {})
    if leerling is None:
        dossier.huidigeschool.leerling = None
    for naam, waarde in (leerling or {}).items():
        setattr(dossier.huidigeschool.leerling, naam, waarde)
    return dossier
