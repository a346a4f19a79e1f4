"""A dossier finds the one leerling that it is about, and never becomes a second one."""

from __future__ import annotations

import re

import attrs
import pytest
from klein_systeem import geval, importeur

from oso_adapters.mapping import Actie, Administratie, Bronrecord, Stap, neem_over
from oso_adapters.melding import Ernst

IMPORT = importeur()
SWV = importeur(profielen={"POSWV"}, koppelsleutel="notitie")
SLEUTEL = "0A1B2C3D-0000-4000-8000-0123456789AB"


def school(*records, importeur=IMPORT):
    return Administratie(importeur, [Bronrecord(f"K{nr}", kind) for nr, kind in enumerate(records)])


def plan(naam, administratie=None, actie=Actie.AANVULLEN, data=None, **anders):
    (een,) = IMPORT.plan(data or geval(naam), administratie, actie, **anders)
    return een


def fouten(gemaakt):
    return [melding.regel for melding in gemaakt.meldingen if melding.ernst is Ernst.FOUT]


def nummer_in(naam, soort):
    return re.search(rf"<{soort}>(\d+)</{soort}>".encode(), geval(naam))[1].decode()


def met_beide():
    """Return a leerling with an onderwijsnummer who got a BSN later."""
    return attrs.evolve(plan("G04").na, bsn=nummer_in("G15", "bsn"))


def test_leerling_who_got_a_bsn_is_still_found_by_the_onderwijsnummer() -> None:
    administratie = school(met_beide())

    assert plan("G04", administratie).nummer == 0
    assert plan("G15", administratie).nummer == 0


def _met_beide_nummers():
    eigen, ander = nummer_in("G15", "bsn"), nummer_in("G04", "onderwijsnummer")
    return geval("G15").replace(
        f"<bsn>{eigen}</bsn>".encode(),
        f"<bsn>{eigen}</bsn><onderwijsnummer>{ander}</onderwijsnummer>".encode(),
    )


def test_dossier_with_the_numbers_of_two_leerlingen_is_not_guessed_at() -> None:
    administratie = school(plan("G15").na, plan("G04").na)

    gemaakt = plan("", administratie, data=_met_beide_nummers(), ook_ongeldig=True)
    assert "IM.dubbel" in fouten(gemaakt)
    assert not gemaakt.mag


def test_number_of_a_leerling_is_never_replaced() -> None:
    kind = attrs.evolve(plan("G15").na, onderwijsnummer="101211151")

    gemaakt = plan(
        "", school(kind), Actie.OVERSCHRIJVEN, data=_met_beide_nummers(), ook_ongeldig=True
    )
    (regel,) = gemaakt.van(Stap.CONFLICT)
    assert (regel.veld, regel.let_op) == ("onderwijsnummer", True)
    assert gemaakt.na.onderwijsnummer == "101211151"


def test_two_plans_for_one_new_leerling_never_make_two() -> None:
    administratie = school()
    eerste, tweede = (plan("G15", administratie, Actie.IMPORTEREN) for _ in range(2))
    neem_over(eerste, administratie)

    with pytest.raises(ValueError, match="make it again"):
        neem_over(tweede, administratie)
    assert len(administratie.records) == 1


def test_plan_for_another_administration_is_not_carried_out() -> None:
    kind = attrs.evolve(plan("G15").na, roepnaam=None)
    gemaakt = plan("G15", school(kind))

    with pytest.raises(ValueError, match="make it again"):
        neem_over(gemaakt, school())


def _swv(administratie, sleutel, actie=Actie.IMPORTEREN):
    (een,) = SWV.plan(geval("G30"), administratie, actie, koppelsleutel=sleutel)
    return een


def test_koppelsleutel_finds_the_leerling_however_it_is_written() -> None:
    administratie = school(importeur=SWV)
    neem_over(_swv(administratie, f" {SLEUTEL.lower()} "), administratie)

    assert administratie.records[0].record.notitie == SLEUTEL
    weer = _swv(administratie, SLEUTEL, Actie.OVERSCHRIJVEN)
    assert (weer.nummer, weer.verandert) == (0, False)


@pytest.mark.parametrize("sleutel", [None, "", "X", f"{SLEUTEL}0"])
def test_what_is_no_koppelsleutel_links_nobody(sleutel) -> None:
    gemaakt = _swv(None, sleutel)

    assert "IM.koppelsleutel" in fouten(gemaakt)
    assert not gemaakt.mag


def test_koppelsleutel_is_for_one_dossier_only() -> None:
    kop = b'<dossiers xmlns="http://www.edustandaard.nl/oso_gegevensset/2019/dossier">'
    los = re.sub(rb"^.*?<dossier[^>]*>", b"<dossier>", geval("G30"), flags=re.DOTALL)

    (gemaakt,) = SWV.plan(kop + los + los + b"</dossiers>", koppelsleutel=SLEUTEL)
    assert fouten(gemaakt) == ["IM.koppelsleutel"]
    assert not gemaakt.mag
