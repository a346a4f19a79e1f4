"""The standard pupils are what the README beside them says."""

from __future__ import annotations

import re
import tomllib

import pytest
from oso_conformance.boom import bladeren, parse_document, waarden_op
from oso_conformance.gevallen import Geval, gevallen, map_met_gevallen

from oso_adapters import Regelset, check, read_dossier, write_dossier
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping import is_bsn, is_onderwijsnummer
from oso_adapters.melding import Oordeel

GOED = [geval for geval in gevallen().values() if geval.goed]
SWV = [geval for geval in gevallen().values() if geval.profiel.endswith("SWV")]
_SLEUTEL = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
_SECTOR = {"POPO": {"po"}, "POVO": {"po"}, "VOVO": {"vo"}, "BB": {"po", "vo"}}
_SECTOR |= {"POSWV": {"po"}, "VOSWV": {"vo"}}


def _id(geval: Geval) -> str:
    return geval.id


@pytest.mark.parametrize("regelset", Regelset)
@pytest.mark.parametrize("geval", GOED, ids=_id)
def test_canonical_dossier_is_valid(geval: Geval, regelset: Regelset) -> None:
    uitslag = check(geval.data, regelset=regelset)

    assert (Oordeel.GELDIG, ()) == (uitslag.oordeel, tuple(uitslag.meldingen))


@pytest.mark.parametrize("geval", GOED, ids=_id)
def test_canonical_dossier_is_written_as_it_was_read(geval: Geval) -> None:
    assert geval.data == write_dossier(read_dossier(geval.data), geval.versie)


@pytest.mark.parametrize("geval", GOED, ids=_id)
def test_canonical_dossier_fits_in_cp1252_and_holds_no_secret(geval: Geval) -> None:
    tekst = geval.data.decode()

    assert geval.data == tekst.encode("cp1252").decode("cp1252").encode()
    assert [] == [waarde for waarde in geval.geheim if waarde in tekst]


@pytest.mark.parametrize("geval", GOED, ids=_id)
def test_canonical_dossier_says_what_its_table_says(geval: Geval) -> None:
    profiel = profielen()[geval.profiel]
    codes = {
        blad.pad.rpartition("/cat_")[2]: blad.waarde
        for blad in bladeren(parse_document(geval.data))
        if "/cat_" in blad.pad
    }

    assert [profiel.overdrachtsoort] == waarden_op(geval.data, "/dossier/overdrachtsoort")
    assert [str(geval.dag)] == waarden_op(geval.data, "/dossier/metadata/datum")
    assert codes == {
        naam: profiel.categorie(naam, uitgezet=naam in geval.opt_uit) for naam in codes
    }


@pytest.mark.parametrize("geval", GOED, ids=_id)
def test_pupil_has_a_number_of_its_own_that_passes_the_elfproef(geval: Geval) -> None:
    bsn = waarden_op(geval.data, "/leerling/bsn")
    onderwijsnummer = waarden_op(geval.data, "/leerling/onderwijsnummer")
    in_anderen = {
        nummer
        for ander in GOED
        if ander.id != geval.id
        for nummer in waarden_op(ander.data, "/leerling/bsn")
    }

    assert (0 if geval in SWV else 1) == len(bsn) + len(onderwijsnummer)
    assert all(map(is_bsn, bsn))
    assert all(map(is_onderwijsnummer, onderwijsnummer))
    assert in_anderen.isdisjoint(bsn)


@pytest.mark.parametrize("geval", gevallen().values(), ids=_id)
def test_sector_fits_the_kind_of_transfer(geval: Geval) -> None:
    assert geval.sector in _SECTOR[geval.profiel]


def test_only_a_swv_dossier_has_a_koppelsleutel_and_each_its_own() -> None:
    sleutels = {geval.id: geval.koppelsleutel for geval in SWV}

    assert {g.id for g in gevallen().values() if g.koppelsleutel} == set(sleutels)
    assert all(map(_SLEUTEL.fullmatch, sleutels.values()))
    assert len(set(sleutels.values())) == len(SWV)


@pytest.mark.parametrize("geval", [g for g in SWV if g.goed], ids=_id)
def test_record_behind_a_swv_dossier_has_a_secret_number(geval: Geval) -> None:
    nummers = [waarde for waarde in geval.geheim if is_bsn(waarde) or is_onderwijsnummer(waarde)]

    assert len(nummers) == 1
    assert nummers[0] in geval.extra


def test_every_kind_of_mark_and_every_year_of_secondary_school_is_shown() -> None:
    vol = gevallen()["G27"].data
    keuze = ("beoordelingexamenvak", "exameneindcijfer", "cijferce", "eindcijferse", "cijferse")

    assert all(waarden_op(vol, naam) for naam in (*keuze, "rapportcijfer", "werkstuktitel"))
    assert {"11", "12", "13", "14", "15", "16"} < set(waarden_op(vol, "schoolloopbaan/jaargroep"))


def test_readme_lists_the_gevallen_and_explains_every_key() -> None:
    tekst = map_met_gevallen().joinpath("README.md").read_text("utf-8")
    inhoud = tomllib.loads(map_met_gevallen().joinpath("gevallen.toml").read_text("utf-8"))
    rijen = re.findall(r"^\| ([GF]\d\d) \| (.+) \| (\w+) \|$", tekst, re.MULTILINE)

    assert [(g.id, g.naam, g.profiel) for g in gevallen().values()] == rijen
    assert {sleutel for tabel in inhoud.values() for sleutel in tabel} == set(
        re.findall(r"^\| `(\w+)` \|", tekst.partition("## Keys")[2], re.MULTILINE)
    )
