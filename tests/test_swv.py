"""A dossier for a samenwerkingsverband goes without PGN, with its koppelsleutel beside it."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from oso_adapters import (
    Exporteur,
    Leverancier,
    Regelset,
    SwvUitwisseling,
    check,
    read_dossier,
)
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset import Dossier
from oso_adapters.mapping import Bronrecord, afbeelding, bezwaar, kern, van
from oso_adapters.melding import Ernst, Oordeel, Wie

DAG = date(2020, 3, 24)
BSN = "988636335"
SLEUTEL = "7C0B1E52-3D6A-4F18-9A27-5E81C4D0B36F"
LEVERANCIER = Leverancier(naam="Proef", maker="Maker", pakketnaam="proefpakket", pakketversie="9")


@attrs.frozen(kw_only=True)
class Record:
    """A dossier with all that the school has, and the koppelsleutel beside it."""

    rest: Dossier = attrs.field(repr=False)
    koppelsleutel: object = attrs.field(default=SLEUTEL, repr=False)


DOSSIER = afbeelding(
    Dossier,
    Record,
    metadata=kern("de kern"),
    overdrachtsoort=kern("de kern"),
    inzage=van("rest.inzage"),
    huidigeschool=van("rest.huidigeschool"),
)
SWV = SwvUitwisseling(
    uit=Exporteur(profielen={"POSWV"}, versies={"2019.1"}, dossier=DOSSIER, read=lambda _pad: []),
    koppelsleutel=lambda record: record.koppelsleutel,
)


@pytest.fixture
def record(geval):
    """Return a function that makes a record of a pupil with a PGN and an old bank account."""

    def maak(**anders):
        rest = read_dossier(geval("G30"))
        rest.huidigeschool.leerling.bsn = BSN
        rest.huidigeschool.leerling.verzorger[0].banknummer = "4417703"
        return Record(**{"rest": rest} | anders)

    return maak


def _exporteer(record, swv=SWV, **anders):
    bron = Bronrecord("sleutel-1", record, anders.pop("meldingen", ()))
    return swv.export(bron, LEVERANCIER, overdracht="POSWV", dag=DAG, **anders)


@pytest.mark.parametrize("regelset", Regelset)
def test_a_dossier_goes_without_pgn_and_is_valid(record, geval, regelset):
    resultaat = _exporteer(record(), regelset=regelset)

    assert [Oordeel.GELDIG, ()] == [resultaat.oordeel, resultaat.meldingen]
    assert Oordeel.GELDIG is check(resultaat.data, regelset=regelset).oordeel
    assert BSN.encode() not in resultaat.data
    assert read_dossier(geval("G30")).huidigeschool == read_dossier(resultaat.data).huidigeschool


def test_what_may_not_go_along_is_counted(record):
    assert {
        "Burgerservicenummer (mag niet mee)": 1,
        "Bankrekeningnummer (oud) (mag niet mee)": 1,
    } == _exporteer(record()).weggelaten


def test_the_koppelsleutel_stands_beside_the_dossier_and_is_never_shown(record):
    resultaat = _exporteer(record())

    assert SLEUTEL == resultaat.koppelsleutel
    assert SLEUTEL.encode() not in resultaat.data
    assert SLEUTEL not in repr(resultaat)


@pytest.mark.parametrize("swv", [SWV, attrs.evolve(SWV, koppelsleutel=None)])
@pytest.mark.parametrize("geen", [None, ""])
def test_a_dossier_without_koppelsleutel_can_not_be_fetched_yet(record, swv, geen):
    resultaat = _exporteer(record(koppelsleutel=geen), swv)
    (melding,) = resultaat.meldingen

    assert [Oordeel.GELDIG, None] == [resultaat.oordeel, resultaat.koppelsleutel]
    assert resultaat.data
    assert ["AF.koppelsleutel", Ernst.WAARSCHUWING, Wie.SCHOOL] == [
        melding.regel,
        melding.ernst,
        melding.wie,
    ]


@pytest.mark.parametrize(
    "verkeerd",
    [SLEUTEL.lower(), SLEUTEL[:-1], f"{SLEUTEL}\n", SLEUTEL.replace("-", ""), BSN, 7, [SLEUTEL]],
)
def test_a_wrong_koppelsleutel_holds_the_dossier_back(record, verkeerd):
    resultaat = _exporteer(record(koppelsleutel=verkeerd))
    (melding,) = resultaat.meldingen

    assert [Oordeel.ONGELDIG, None, None] == [
        resultaat.oordeel,
        resultaat.data,
        resultaat.koppelsleutel,
    ]
    assert ["AF.koppelsleutel", Ernst.FOUT, Wie.SCHOOL] == [
        melding.regel,
        melding.ernst,
        melding.wie,
    ]
    assert str(verkeerd) not in f"{resultaat!r} {melding.als_dict()}"


@pytest.mark.parametrize("fout", [KeyError(SLEUTEL), SystemExit(3)])
def test_a_vendor_whose_koppelsleutel_gets_stuck_must_act(record, fout):
    def gooi(_record):
        raise fout

    resultaat = _exporteer(record(), attrs.evolve(SWV, koppelsleutel=gooi))
    (melding,) = resultaat.meldingen

    assert [None, Wie.LEVERANCIER] == [resultaat.data, melding.wie]
    assert SLEUTEL not in str(melding.als_dict())


def test_a_record_that_could_not_be_read_has_only_its_own_findings():
    eigen = bezwaar("veld", "m", "h")

    assert (eigen,) == _exporteer(None, meldingen=(eigen,)).meldingen


def test_a_system_that_only_takes_in_delivers_nothing(record):
    with pytest.raises(ConfigurationError, match="Proef delivers no swv-dossiers"):
        _exporteer(record(), attrs.evolve(SWV, uit=None))
