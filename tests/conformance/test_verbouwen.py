from __future__ import annotations

import attrs
from inlezer import IMPORTEUR
from oso_conformance.gevallen import gevallen
from oso_conformance.verbouwen import eigen_velden, lees, probeer_zet, velden, verbouw, zet

(PLAN,) = IMPORTEUR.plan(gevallen()["G20"].data)
(ANDER,) = IMPORTEUR.plan(gevallen()["G24"].data)
_ROEPNAAM = "huidigeschool.leerling.roepnaam"
_BSN = "huidigeschool.leerling.bsn"


@attrs.frozen
class _Streng:
    naam: str = attrs.field(validator=attrs.validators.max_len(3))


def test_reads_and_sets_a_field_deep_in_a_record() -> None:
    anders = zet(PLAN.na, _ROEPNAAM, "Fie")

    assert ("Sofie", "Fie") == (lees(PLAN.na, _ROEPNAAM), lees(anders, _ROEPNAAM))
    assert lees(PLAN.na, "huidigeschool.niets.hier") is None


def test_a_class_that_refuses_a_value_keeps_its_record() -> None:
    record = _Streng("abc")

    assert record is probeer_zet(record, "naam", "abcd")


def test_knows_which_text_fields_were_filled_but_for_the_number() -> None:
    namen = list(velden(PLAN, PLAN.na))

    assert _ROEPNAAM in namen
    assert _BSN not in namen
    assert not [naam for naam in namen if "[" in naam]


def test_empties_every_other_field_and_changes_the_rest() -> None:
    namen = list(velden(PLAN, PLAN.na))
    anders = verbouw(PLAN.na, namen, [ANDER.na])

    assert namen[::2] == list(anders.geleegd)
    assert {None} == {lees(anders.record, veld) for veld in anders.geleegd}
    assert anders.anders
    assert all(
        lees(anders.record, veld) == waarde != lees(PLAN.na, veld)
        for veld, waarde in anders.anders.items()
    )


def test_finds_the_fields_of_the_school_itself() -> None:
    gekend = {regel.veld for regel in PLAN.regels}
    eigen = set(eigen_velden(PLAN.na, gekend))

    assert {"notitie", "klaar", "nummer"} <= eigen
    assert _ROEPNAAM not in eigen
