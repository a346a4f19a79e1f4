"""What is secret or opted out never leaves the school, however it is written."""

from __future__ import annotations

import json

import pytest
from oso_parnassys.source import read

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import MAX_BIJLAGEN

STRAAT = "Schuilpad"


def _verborgen(uitvoer, geheim):
    """Give the leerling an institution that lives at an address of its own."""
    uitvoer.bron["adressen"]["adres"].append(
        {
            "id": "schuil",
            "straat": STRAAT,
            "huisnummer": "1",
            "postcode": "1234 AB",
            "plaats": "Utrecht",
            "soort": "Bezoekadres",
            "geheimadres": geheim,
        }
    )
    uitvoer.bron["instellingen"] = {
        "instelling": [{"id": "opvang", "naam": "De Opvang", "adressen": ["schuil"]}]
    }
    uitvoer.leerling["aansprakelijkeInstelling"] = "opvang"


@pytest.mark.parametrize("geheim", ["true", "True", " true", "ja", "1"])
def test_the_secret_address_of_an_institution_stays_at_school(uitvoer, geheim):
    _verborgen(uitvoer, geheim)

    resultaat = uitvoer.export()

    assert STRAAT.encode() not in (resultaat.data or b"")
    assert resultaat.dossier is not None


def test_an_address_of_an_institution_that_is_not_secret_goes_along(uitvoer):
    _verborgen(uitvoer, "false")

    assert STRAAT.encode() in uitvoer.export().data


@pytest.mark.parametrize(
    "dubbel", ['"geheimadres": "true", "geheimadres": "false"', '"id": "1", "id": "2"']
)
def test_a_key_that_stands_twice_is_refused(uitvoer, dubbel):
    uitvoer.schrijf(f'{{"leerlingen": {{"leerling": [{{{dubbel}}}]}}}}')

    with pytest.raises(ConfigurationError, match="same key twice"):
        list(read(uitvoer.map))


@pytest.mark.parametrize("naam", ["NietUitwisselen", "nietuitwisselen", "nietUitwiselen"])
def test_a_misspelt_opt_out_holds_the_dossier_back(uitvoer, naam):
    uitvoer.leerling[naam] = ["Verzuim"]

    assert uitvoer.export().data is None


def test_attachments_together_have_a_limit(uitvoer):
    groot = "groot.txt"
    (uitvoer.bijlagen / groot).write_bytes(b"x" * (MAX_BIJLAGEN // 2 - 1))
    documenten = uitvoer.bron["documenten"]["document"]
    documenten.append({"id": "groot", "bestandsnaam": groot, "bestand": groot})
    uitvoer.leerling["bijlagen"] = ["groot"] * 3

    resultaat = uitvoer.export()

    assert resultaat.data is None
    assert "MiB" in json.dumps([m.als_dict() for m in resultaat.meldingen], ensure_ascii=False)
