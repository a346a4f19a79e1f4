from __future__ import annotations

import attrs
import pytest
from inlezer import IMPORTEUR, LEVERANCIER, SWV
from oso_conformance.gevallen import gevallen
from oso_conformance.invoer import Invoer, schrijf_en_lees
from oso_conformance.uitkomst import NietVastTeStellen, Overgeslagen

from oso_adapters import Plugin
from oso_adapters.mapping import Actie, Stap


def _invoer(**anders: object) -> Invoer:
    kan = {"leverancier": LEVERANCIER, "importeur": IMPORTEUR, "swv": SWV} | anders
    return Invoer(Plugin(naam="inlezer", distributie="", **kan))  # type: ignore[arg-type]


def test_takes_in_what_is_named_and_a_support_request_by_the_other_way() -> None:
    invoer = _invoer()

    assert [IMPORTEUR, SWV.naar_binnen] == invoer.importeurs
    assert IMPORTEUR is invoer.neemt(gevallen()["G04"])
    assert SWV.naar_binnen is invoer.neemt(gevallen()["G30"])


def test_within_one_brin_only_schools_of_its_sector_receive() -> None:
    invoer = _invoer(leverancier=attrs.evolve(LEVERANCIER, sectoren={"po"}))

    assert invoer.neemt(gevallen()["G17"]) is not None
    assert invoer.neemt(gevallen()["G28"]) is None
    assert invoer.neemt(gevallen()["G01"]) is not None


def test_what_is_not_taken_in_does_not_apply() -> None:
    invoer = _invoer(importeur=attrs.evolve(IMPORTEUR, profielen={"POPO"}))

    with pytest.raises(Overgeslagen, match="neemt POVO in versie"):
        invoer.importeur(gevallen()["G01"])


def test_a_record_is_what_was_written_and_read_again() -> None:
    invoer, geval = _invoer(), gevallen()["G20"]
    record = invoer.record(geval)

    assert ("1", "1") == (record.sleutel, record.record.nummer)
    assert [record] == schrijf_en_lees(IMPORTEUR, [record])
    assert set() == {
        regel.stap for regel in invoer.plan(geval, [record.record], Actie.AANVULLEN).regels
    } - {Stap.GELIJK, Stap.NIET_OVERGENOMEN}


def test_a_plan_never_changes_the_record_that_it_is_given() -> None:
    def stempelt(record: object) -> bool:
        record.notitie = "gezien"  # type: ignore[attr-defined]
        return False

    invoer = _invoer(importeur=attrs.evolve(IMPORTEUR, definitief=stempelt))
    record = invoer.record(gevallen()["G20"]).record
    plan = invoer.plan(gevallen()["G20"], [record])

    assert (None, "gezien") == (record.notitie, plan.na.notitie)


def test_an_import_that_gets_stuck_can_not_be_judged() -> None:
    def breekt(_pad: object, _records: object) -> None:
        raise OSError("vol")

    invoer = _invoer(importeur=attrs.evolve(IMPORTEUR, write=breekt))

    with pytest.raises(NietVastTeStellen, match="liep vast op OSError"):
        invoer.record(gevallen()["G20"])
