"""Code tables of a small system are proven, out and in, and each way to get them wrong is found."""

from __future__ import annotations

from typing import Any

import attrs
import oso_parnassys
from oso_conformance.codeproef import bezwaren_in, probeer_export, probeer_import, te_proberen
from oso_conformance.proef import Proef
from oso_conformance.uitkomst import Bevinding

from oso_adapters import Importeur, Plugin, load_plugins, versie
from oso_adapters.gegevensset import Dossier, Huidigeschool, Leerling
from oso_adapters.mapping import (
    Actie,
    Codetabel,
    Codeveld,
    ImportPlan,
    afbeelding,
    blok,
    bsn,
    code,
    codevelden,
    enkel_uit,
    kern,
    onderwijsnummer,
    ontbreekt,
    van,
)
from oso_adapters.melding import Oordeel

GESLACHT = Codetabel(
    naam="geslacht", waarden={"M": "1", "Man": "1", "V": "2"}, zonder={"0": "is altijd bekend"}
)
PLAATS = "/dossier/huidigeschool/leerling/geslacht"
VELDEN = ("geslacht",)


@attrs.frozen(kw_only=True, repr=False)
class Kind:
    bsn: str | None = None
    nummer: str | None = None
    geslacht: str | None = None


def _klein(tekst: str | None) -> str | None:
    return tekst and tekst.lower()


@attrs.frozen(kw_only=True, repr=False)
class Slordig(Kind):
    """A record that changes what it is given."""

    geslacht: str | None = attrs.field(default=None, converter=_klein)


def _plugin(geslacht: Any, record: type) -> Plugin:
    def maak(cls: type, **bronnen: Any) -> Any:
        alle = {veld.name: ontbreekt("heeft dit systeem niet") for veld in attrs.fields(cls)}
        return afbeelding(cls, record, **(alle | bronnen))

    nummers = {"bsn": van("bsn", bsn), "onderwijsnummer": van("nummer", onderwijsnummer)}
    leerling = maak(Leerling, geslacht=geslacht, **nummers)
    importeur = Importeur(
        profielen={"POPO", "POVO"},
        versies={"2019.1"},
        dossier=maak(
            Dossier,
            metadata=kern("pakket"),
            overdrachtsoort=kern("soort"),
            huidigeschool=blok(maak(Huidigeschool, leerling=blok(leerling))),
        ),
        read=lambda _pad: [],
        write=lambda _pad, _records: None,
    )
    wie = oso_parnassys.oso_leverancier()
    return Plugin(naam="klein", distributie="", leverancier=wie, importeur=importeur)


def _in(geslacht: Any, record: type = Kind) -> list[Bevinding]:
    return list(dict.fromkeys(probeer_import(Proef("klein", _plugin(geslacht, record)))))


def test_every_code_comes_in_as_the_own_value() -> None:
    assert [] == _in(code("geslacht", GESLACHT))


def test_every_code_comes_in_as_the_value_that_was_chosen() -> None:
    assert [] == _in(code("geslacht", attrs.evolve(GESLACHT, terug={"1": "Man"})))


def test_a_system_without_a_table_has_nothing_to_prove() -> None:
    assert [] == _in(van("geslacht"))


def test_a_field_that_does_not_come_in_has_nothing_to_prove() -> None:
    assert [] == _in(enkel_uit(code("geslacht", GESLACHT), "vraagt de school zelf na"), Slordig)


def test_a_value_that_changes_on_the_way_in_is_found() -> None:
    assert [
        Bevinding(f"In codetabel 'geslacht' moet de code {nr!r} {eigen!r} worden.", PLAATS, VELDEN)
        for nr, eigen in (("1", "M"), ("2", "V"))
    ] == _in(code("geslacht", GESLACHT), Slordig)


def test_a_code_that_vanishes_without_a_reason_is_found() -> None:
    veld = Codeveld(PLAATS, "geslacht", GESLACHT, uit=True, naar_binnen=True)
    niets = ImportPlan(
        actie=Actie.IMPORTEREN, locatie="/dossier[1]", oordeel=Oordeel.GELDIG, na=Kind()
    )

    assert [
        Bevinding(
            "De code '0', die het systeem niet heeft, verdwijnt zonder reden.", PLAATS, VELDEN
        )
    ] == list(bezwaren_in(veld, "0", niets))


def test_tries_every_table_of_a_plugin() -> None:
    proef = Proef("parnassys", load_plugins().plugin("parnassys"))
    alle = codevelden(proef.exporteurs[0].dossier, versie("2019.1"))

    assert {veld.tabel.naam for veld in alle} == {
        veld.tabel.naam for _, velden in te_proberen(proef) for veld in velden
    }
    assert [] == list(probeer_export(proef))
