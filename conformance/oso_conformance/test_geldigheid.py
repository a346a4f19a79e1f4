"""The dossier is valid, and says of itself what it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import oso_adapters
from oso_adapters import Regelset, read_dossier, write_dossier
from oso_adapters.melding import Oordeel
from oso_conformance.boom import parse_document, verschillen, waarden_op
from oso_conformance.gevallen import Geval
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding, zonder_bevinding


def _bezwaren(data: bytes, regelset: Regelset) -> Iterator[Bevinding]:
    uitslag = oso_adapters.check(data, regelset=regelset)
    if uitslag.oordeel is Oordeel.GELDIG:
        return
    for melding in uitslag.meldingen:
        yield Bevinding(f"{melding.regel}: {melding.melding}", melding.locatie, melding.bronvelden)
    if not uitslag.meldingen:
        yield Bevinding(f"Het oordeel is '{uitslag.oordeel}'.")


@pytest.mark.eis("E.GEL.01")
def test_is_valid_by_the_afspraak(proef: Proef, geval: Geval) -> None:
    """Check the dossier with the rules of the afspraak."""
    resultaat = proef.resultaat(geval)
    if resultaat.data is None:
        zonder_bevinding(
            Bevinding(f"{m.regel}: {m.melding}", m.locatie, m.bronvelden)
            for m in resultaat.meldingen
        )
        zonder_bevinding([Bevinding("Het dossier is vastgehouden zonder melding.")])
    zonder_bevinding(_bezwaren(proef.data(geval), Regelset.AFSPRAAK))


@pytest.mark.eis("E.GEL.02")
def test_is_valid_by_the_published_sheets(proef: Proef, geval: Geval) -> None:
    """Check the dossier with exactly what the published sheets find."""
    zonder_bevinding(_bezwaren(proef.data(geval), Regelset.GEPUBLICEERD))


@pytest.mark.eis("E.GEL.03")
def test_comes_back_when_it_is_read(proef: Proef, geval: Geval) -> None:
    """Read what was written, and write it again."""
    data = proef.data(geval)
    gelezen = read_dossier(data)
    herschreven = write_dossier(gelezen, geval.versie)
    if gelezen != proef.resultaat(geval).dossier or herschreven != data:
        anders = verschillen(parse_document(data), parse_document(herschreven))
        zonder_bevinding(Bevinding("Dit komt er anders uit.", v.locatie) for v in anders)
        zonder_bevinding([Bevinding("De waarden in het dossier zijn niet van het juiste soort.")])


def _ongelijk(data: bytes, verwacht: dict[str, str | None]) -> Iterator[Bevinding]:
    for pad, waarde in verwacht.items():
        if waarden_op(data, pad) != ([] if waarde is None else [waarde]):
            yield Bevinding("Hier staat niet wat er hoort te staan.", pad)


@pytest.mark.eis("E.GEL.04")
def test_names_its_kind_of_transfer(proef: Proef, geval: Geval) -> None:
    """Compare overdrachtsoort and overstap with those of the geval."""
    paden = ("/dossier/overdrachtsoort", "/dossier/metadata/overstap")
    verwacht = {pad: next(iter(waarden_op(geval.data, pad)), None) for pad in paden}
    zonder_bevinding(_ongelijk(proef.data(geval), verwacht))


@pytest.mark.eis("E.GEL.05")
def test_names_version_day_and_maker(proef: Proef, geval: Geval) -> None:
    """Compare the metadata with the geval and with what the plugin says of itself."""
    leverancier = proef.plugin.leverancier
    verwacht: dict[str, str | None] = {
        "/dossier/metadata/standaardversie": geval.versie.standaardversie,
        "/dossier/metadata/validatieversie": geval.versie.validatieversie,
        "/dossier/metadata/datum": geval.dag.isoformat(),
        "/dossier/metadata/pakketnaam": leverancier.pakketnaam,
        "/dossier/metadata/pakketversie": leverancier.pakketversie,
        "/dossier/metadata/deeldossier": proef.exporteur(geval).deeldossier,
    }
    zonder_bevinding(_ongelijk(proef.data(geval), verwacht))
