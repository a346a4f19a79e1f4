"""Nothing of a pupil goes where it does not belong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

import pytest

from oso_adapters import Exporteur, Exportresultaat
from oso_adapters.melding import Melding
from oso_conformance.boom import bladeren, parse_document, waarden_op
from oso_conformance.gevallen import GEHEIM_NUMMERS, Geval
from oso_conformance.proef import Proef, eis_gevuld
from oso_conformance.uitkomst import (
    Bevinding,
    niet_vast_te_stellen,
    zonder_bevinding,
)
from oso_conformance.vangst import vang
from oso_conformance.waarden import (
    VREEMD,
    gegeven_prijs,
    velden_met,
    waarden_in_record,
    waarden_van,
)

_ADRES = ("/straat", "/postcode", "/plaats", "/adresbuitenland", "/locatieomschrijving")
_NUMMER = ("/communicatie/nummer",)
_NOOIT = ("/geboorteplaats", "/nationaliteit", "/geboortemaand", "/postcode4adres")
_PGN = ("/leerling/bsn", "/leerling/onderwijsnummer")
_KORTST = 4
_LANG = 6
_WIE = (
    "achternaam",
    "voornaam",
    "roepnaam",
    "gbaachternaam",
    "bsn",
    "onderwijsnummer",
    "geboortedatum",
)


def _tekst(meldingen: Iterable[Melding], *, ook_gevonden: bool = True) -> str:
    weg = set() if ook_gevonden else {"gevonden"}
    return "\n".join(
        json.dumps({k: v for k, v in m.als_dict().items() if k not in weg}, ensure_ascii=False)
        + " ".join(m.paden)
        for m in meldingen
    )


def _kaal(tekst: str) -> str:
    """Return a text without what a transform may change: spaces, hyphens, capitals."""
    return re.sub(r"[\s-]", "", tekst).lower()


def _geheimen(proef: Proef, geval: Geval, einden: tuple[str, ...]) -> dict[str, str]:
    """Return what the record holds for such places, but the dossier of the geval does not."""
    velden = velden_met(proef.exporteur(geval), einden)
    mag = {_kaal(blad.waarde) for blad in bladeren(parse_document(geval.data))}
    in_record = waarden_in_record(proef.bron(geval).record)
    gevonden = {_kaal(waarde): "gevallen.toml" for waarde in geval.geheim}
    gevonden |= {_kaal(waarde): veld for veld, waarde in in_record if veld in velden}
    return {w: veld for w, veld in gevonden.items() if len(w) >= _KORTST and w not in mag}


def _sporen(proef: Proef, geval: Geval, einden: tuple[str, ...]) -> Iterator[Bevinding]:
    """Yield where a dossier holds a value of the record that it must not hold."""
    geheimen = _geheimen(proef, geval, einden)
    hoort = {blad.locatie: _kaal(blad.waarde) for blad in bladeren(parse_document(geval.data))}
    for blad in bladeren(parse_document(proef.data(geval))):
        tekst = _kaal(blad.waarde)
        for waarde, veld in geheimen.items():
            staat_er = waarde == tekst or (len(waarde) >= _LANG and waarde in tekst)
            if staat_er and waarde not in hoort.get(blad.locatie, ""):
                yield Bevinding("Hier staat een gegeven dat niet mee mag.", blad.locatie, (veld,))


@pytest.mark.eis("E.PRI.01")
def test_hides_a_secret_address(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Look for the address at the person, and for its values anywhere in the dossier."""
    eis_gevuld(exporteur, "/dossier/huidigeschool/leerling/adreslijst")
    bezwaren = list(_sporen(proef, geval, _ADRES))
    for blad in bladeren(parse_document(geval.data)):
        if blad.pad.endswith("/adresgeheim") and blad.waarde == "true":
            basis = blad.locatie.removesuffix("/adresgeheim[1]")
            bezwaren += _adres_bij(proef.data(geval), basis)
    zonder_bevinding(dict.fromkeys(bezwaren))


def _adres_bij(data: bytes, persoon: str) -> Iterator[Bevinding]:
    for blad in bladeren(parse_document(data)):
        if blad.locatie.startswith((f"{persoon}/adreslijst", f"{persoon}/adresbuitenland")):
            yield Bevinding("Het adres van deze persoon is geheim, maar staat er.", persoon)


@pytest.mark.eis("E.PRI.02")
def test_replaces_a_secret_number(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Look for the number at its place, and for its value anywhere in the dossier."""
    eis_gevuld(exporteur, "/dossier/huidigeschool/leerling/communicatielijst")
    bezwaren = list(_sporen(proef, geval, _NUMMER))
    is_er = {b.locatie: b.waarde for b in bladeren(parse_document(proef.data(geval)))}
    bezwaren += [
        Bevinding("Hier hoort het vervangende nummer of adres te staan.", blad.locatie)
        for blad in bladeren(parse_document(geval.data))
        if blad.waarde in GEHEIM_NUMMERS and is_er.get(blad.locatie) not in (blad.waarde, None)
    ]
    zonder_bevinding(dict.fromkeys(bezwaren))


@pytest.mark.eis("E.PRI.03")
def test_leaves_out_what_may_not_travel(proef: Proef, geval: Geval) -> None:
    """Look for the fields that this kind of transfer forbids."""
    data = proef.data(geval)
    nooit: tuple[str, ...] = _NOOIT
    if "swv-dossier" in waarden_op(data, "/dossier/overdrachtsoort"):
        nooit = _PGN
        zonder_bevinding(_sporen(proef, geval, _PGN))
    zonder_bevinding(
        Bevinding("Dit gegeven mag in deze overdracht niet mee.", blad.locatie)
        for blad in bladeren(parse_document(data))
        if blad.pad.endswith(nooit)
    )


def _repr(ding: object) -> str:
    """Return how a thing shows itself; that is code of the plugin."""
    vangst = vang(lambda: repr(ding))
    return f"{vangst.waarde}{vangst.tekst}"


def _lekken(waarden: dict[str, str], tekst: str, waar: str) -> Iterator[Bevinding]:
    for veld in gegeven_prijs(waarden, tekst):
        yield Bevinding(f"De waarde van dit veld staat in {waar}.", "", (veld,))


def _waarden(proef: Proef, geval: Geval) -> dict[str, str]:
    return waarden_van(geval, proef.bron(geval), proef.exporteur(geval))


@pytest.mark.eis("E.PRI.04")
def test_tells_no_value_in_a_finding(proef: Proef, geval: Geval) -> None:
    """Search all findings for the values of the pupil."""
    resultaat, bron = proef.uitvoer(geval).waarde, proef.bron(geval)
    meldingen = [*bron.meldingen, *(resultaat.meldingen if resultaat else ())]
    tekst = _tekst(meldingen) + " ".join(resultaat.weggelaten if resultaat else ())
    zonder_bevinding(_lekken(_waarden(proef, geval), tekst, "een melding"))


@pytest.mark.eis("E.PRI.05")
def test_says_no_value_aloud(proef: Proef, exporteur: Exporteur, geval: Geval) -> None:
    """Search all that was logged, printed, raised or shown by repr for the values of the pupil."""
    waarden, bron, vangst = _waarden(proef, geval), proef.bron(geval), proef.uitvoer(geval)
    plekken = {
        "het logboek, op het scherm of in een foutmelding bij het lezen": proef.lezing(
            exporteur
        ).tekst,
        "het logboek, op het scherm of in een foutmelding bij het uitleveren": vangst.tekst,
        "de tekstvorm (repr) van het record": _repr(bron) + _repr(bron.record),
        "de tekstvorm (repr) van het resultaat": _repr(vangst.waarde),
    }
    zonder_bevinding(
        lek for waar, tekst in plekken.items() for lek in _lekken(waarden, tekst, waar)
    )


@pytest.mark.eis("E.PRI.06")
def test_has_a_key_that_names_nobody(proef: Proef, geval: Geval) -> None:
    """Search the key for names, numbers and the birth date."""
    sleutel, kan = proef.bron(geval).sleutel, proef.exporteur(geval)
    velden = velden_met(kan, tuple(f"/leerling/{naam}" for naam in _WIE))
    wie = {w: veld for veld, w in waarden_in_record(proef.bron(geval).record) if veld in velden}
    if geval.goed:
        wie |= {w: naam for naam in _WIE for w in waarden_op(geval.data, f"/leerling/{naam}")}
    zonder_bevinding(
        Bevinding("De sleutel van het record bevat dit gegeven.", "", (veld,))
        for waarde, veld in wie.items()
        if len(waarde) >= _KORTST and waarde.lower() in sleutel.lower()
    )


def _gezegd(resultaat: Exportresultaat | None, tekst: str) -> str:
    """Return all that was said; a finding of the core may show a code of an administrative list."""
    if resultaat is None:
        return tekst
    gemeld = _tekst(resultaat.meldingen, ook_gevonden=False)
    return "\n".join((tekst, gemeld, *resultaat.weggelaten, _repr(resultaat)))


@pytest.mark.eis("E.PRI.07")
def test_repeats_no_strange_value(proef: Proef, geval: Geval) -> None:
    """Put a strange value in each text field in turn, and search all that is said for it."""
    proeven = proef.vreemd(geval)
    if not proeven and not proef.lezing(proef.exporteur(geval)).records:
        niet_vast_te_stellen("de bron geeft geen records")
    zonder_bevinding(
        Bevinding("Een vreemde waarde in dit veld komt in een melding of logboek.", "", (veld,))
        for veld, vangst in proeven
        if VREEMD in _gezegd(vangst.waarde, vangst.tekst)
    )
