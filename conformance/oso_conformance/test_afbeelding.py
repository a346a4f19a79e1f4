"""The same pupil gives the same dossier."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from oso_adapters import Exporteur
from oso_adapters.errors import PluginLoadError
from oso_adapters.mapping import Afbeelding, variant
from oso_conformance.bijlagen import normaliseer
from oso_conformance.boom import bladeren, parse_document, snoei, verschillen
from oso_conformance.fouten import vastgehouden
from oso_conformance.gevallen import Geval
from oso_conformance.nieuw_proces import afdrukken_in_nieuw_proces
from oso_conformance.proef import Proef, afdruk_van
from oso_conformance.uitkomst import Bevinding, niet_vast_te_stellen, zonder_bevinding

_WAT = {
    "mist": "Dit staat niet in het dossier, maar hoort er wel te staan.",
    "te veel": "Dit staat in het dossier, maar hoort er niet te staan.",
    "anders": "Hier staat iets anders dan er hoort te staan.",
}
_VAN_HET_PAKKET = ("deeldossier", "pakketnaam", "pakketversie")
_KORTSTE_REDEN = 8


def _verwacht(geval: Geval, kan: Exporteur) -> etree._Element:
    """Return the dossier of a geval without the places that the plugin never fills."""
    root = parse_document(geval.data)
    snoei(root, frozenset(kan.ontbreekt).__contains__, kan.lineage.__contains__)
    return _te_vergelijken(root)


def _te_vergelijken(root: etree._Element) -> etree._Element:
    """Take out what may differ: which system made the dossier, and how a file is packed."""
    for el in root.iter(*(f"{{*}}{naam}" for naam in _VAN_HET_PAKKET)):
        el.text = ""
    normaliseer(root)
    return root


@pytest.mark.eis("E.MAP.01")
def test_is_the_dossier_of_the_geval(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Compare place by place with the canonical dossier, less what is declared missing."""
    resultaat = proef.resultaat(geval)
    if resultaat.data is None:
        zonder_bevinding(vastgehouden(resultaat))
        return
    dossier = _te_vergelijken(parse_document(resultaat.data))
    gevonden = verschillen(_verwacht(geval, exporteur), dossier)
    zonder_bevinding(
        Bevinding(_WAT[v.wat], v.locatie, exporteur.lineage.get(v.pad, ())) for v in gevonden
    )


def _alle(afb: Afbeelding) -> Iterator[Afbeelding]:
    """Yield a mapping and every mapping inside it."""
    yield afb
    for bron in afb.bronnen.values():
        for deel in (getattr(bron, "afbeelding", None), getattr(bron, "door", None)):
            if isinstance(deel, Afbeelding):
                yield from _alle(deel)


def _niet_genoemd(afb: Afbeelding) -> Iterator[Bevinding]:
    try:
        variant(afb)
    except PluginLoadError as fout:
        yield from (Bevinding(reden) for reden in fout.redenen)


@pytest.mark.eis("E.MAP.02")
def test_names_every_field(proef: Proef) -> None:
    """Declare each mapping anew, so that one made in another way is checked as well."""
    bezwaren = [
        bezwaar
        for kan in proef.exporteurs
        for afb in _alle(kan.dossier)
        for bezwaar in _niet_genoemd(afb)
    ]
    bezwaren += [
        Bevinding("De reden waarom dit veld ontbreekt, is leeg of te kort.", pad)
        for kan in proef.exporteurs
        for pad, reden in kan.ontbreekt.items()
        if len(reden.strip()) < _KORTSTE_REDEN
    ]
    zonder_bevinding(dict.fromkeys(bezwaren))


@pytest.mark.eis("E.MAP.03")
def test_leaves_a_missing_field_empty(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Look for what is declared missing in what came out."""
    ontbreekt = set(exporteur.ontbreekt)
    root = parse_document(proef.data(geval))
    gevuld = {
        "/".join(blad.pad.split("/")[:n]) for blad in bladeren(root) for n in _dieptes(blad.pad)
    }
    zonder_bevinding(
        Bevinding("Dit veld is als ontbrekend opgegeven, maar is toch gevuld.", pad)
        for pad in sorted(gevuld & ontbreekt)
    )


def _dieptes(pad: str) -> range:
    return range(2, pad.count("/") + 2)


@pytest.mark.eis("E.MAP.04")
def test_gives_the_same_bytes_again(proef: Proef, geval: Geval) -> None:
    """Make the dossier again: from the same record, and in a process with other hashes."""
    eerst = afdruk_van(proef.data(geval))
    opnieuw = proef.maak(geval, proef.bron(geval)).waarde
    bezwaren = []
    if opnieuw is None or opnieuw.data is None or afdruk_van(opnieuw.data) != eerst:
        bezwaren.append(Bevinding("Hetzelfde record geeft een tweede keer een ander dossier."))
    elders = afdrukken_in_nieuw_proces(proef.naam)
    if elders is None:
        niet_vast_te_stellen("een tweede proces met deze plugin kwam niet tot een einde")
    if elders.get(geval.id) != eerst:
        bezwaren.append(Bevinding("Een nieuw proces maakt van deze leerling een ander dossier."))
    zonder_bevinding(bezwaren)


@pytest.mark.eis("E.MAP.05")
def test_does_not_depend_on_the_order(proef: Proef, geval: Geval) -> None:
    """Read the source anew and make the dossiers last to first."""
    eerst = afdruk_van(proef.data(geval))
    if proef.omgekeerd.get(geval.id) != eerst:
        zonder_bevinding(
            [Bevinding("In omgekeerde volgorde wordt dit een ander dossier, of geen dossier.")]
        )
