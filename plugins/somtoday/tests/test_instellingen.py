"""The settings: what they may hold, and that a secret never stands in them or in a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from oso_somtoday.instellingen import Instellingen, read_instellingen
from oso_somtoday.source import read

from oso_adapters.errors import ConfigurationError

UUID = "7b0f2a53-5c3e-4b57-9c0a-0d3f1c9a4e21"
BASIS = f'organisatie = "{UUID}"\nvestigingen = ["{UUID}"]\n'
CLIENT = '[client.omgeving]\nid = "ID"\ngeheim = "GEHEIM"\n'
OMGEVING = {"ID": "koppeling", "GEHEIM": "heel-geheim"}


def lees(tekst: str, bestand: str = "") -> Instellingen:
    return read_instellingen(tekst, OMGEVING, lambda _naam: bestand)


def test_knows_where_somtoday_is():
    gelezen = lees(BASIS + CLIENT)

    assert gelezen.api == "https://api.somtoday.nl/rest/v1"
    assert gelezen.inloggen == "https://inloggen.somtoday.nl/oauth2/token"
    assert (gelezen.organisatie, gelezen.vestigingen) == (UUID, (UUID,))


def test_takes_the_secret_from_the_environment():
    client = lees(BASIS + CLIENT).client

    assert (client.id, client.geheim) == ("koppeling", "heel-geheim")


def test_takes_the_secret_from_a_file():
    client = lees(BASIS + '[client]\nbestand = "c.toml"', 'id = "x"\ngeheim = "y"\n').client

    assert (client.id, client.geheim) == ("x", "y")


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("organisatie = [", "is no TOML"),
        (CLIENT, "vestigingen must be a list"),
        (BASIS.replace("organisatie", "organisation") + CLIENT, "'organisation' is no setting"),
        (f'organisatie = "x"\nvestigingen = ["{UUID}"]\n{CLIENT}', "organisatie must hold a UUID"),
        (f'vestigingen = ["{UUID}"]\n{CLIENT}', "organisatie must be a text"),
        (BASIS, "must say where the secret is"),
        (BASIS + '[client]\ngeheim = "heel-geheim"', "client.geheim does not belong in this file"),
        (BASIS + '[client]\nid = "koppeling"', "client.id does not belong in this file"),
        (BASIS + '[client]\nbestand = "a"\n[client.omgeving]\nid = "ID"', "and nothing else"),
        (BASIS + '[client.omgeving]\nid = "ID"', "client.omgeving.geheim must be a text"),
        (BASIS + CLIENT.replace("GEHEIM", "ANDERS"), "client.omgeving.geheim is empty"),
        (BASIS + '[client]\nbestand = "leeg"', "id in client.bestand must be a text"),
        (BASIS + 'api = "http://api.somtoday.nl"\n' + CLIENT, "api must begin with https"),
        (BASIS + 'api = "http://127.0.0.1.nl"\n' + CLIENT, "api must begin with https"),
        (BASIS + 'api = "ftp://localhost"\n' + CLIENT, "api must begin with https"),
        (BASIS + 'api = "somtoday"\n' + CLIENT, "api must be an address such as"),
        (BASIS + 'api = "https://[x"\n' + CLIENT, "api must be an address such as"),
        (BASIS + 'inloggen = "https://a:b@c.nl"\n' + CLIENT, "without a name, password"),
        (BASIS + 'inloggen = "https://c.nl/?x=1"\n' + CLIENT, "without a name, password"),
        (BASIS + "api = 5\n" + CLIENT, "api must be a text"),
        (BASIS + 'ca = ""\n' + CLIENT, "ca must be a text"),
    ],
)
def test_says_what_is_wrong_without_a_secret(tekst: str, reden: str):
    with pytest.raises(ConfigurationError, match=reden) as fout:
        lees(tekst)
    assert "heel-geheim" not in repr(fout.value)
    assert fout.value.__cause__ is None


@pytest.mark.parametrize(
    "adres", ["http://127.0.0.1:8080/x", "http://localhost:1", "http://[::1]:80"]
)
def test_speaks_http_only_with_this_machine(adres: str):
    assert lees(f'{BASIS}api = "{adres}/"\n{CLIENT}').api == adres


def test_secret_file_that_is_no_toml_is_not_quoted():
    with pytest.raises(ConfigurationError, match=r"client\.bestand can't be read") as fout:
        lees(BASIS + '[client]\nbestand = "c"', "heel-geheim")
    assert "heel-geheim" not in repr(fout.value)


def test_repr_shows_no_secret():
    gelezen = lees(BASIS + CLIENT)

    assert "heel-geheim" not in f"{gelezen!r} {gelezen.client!r}"
    assert "koppeling" not in f"{gelezen!r} {gelezen.client!r}"


def test_source_names_the_file_with_settings(tmp_path: Path):
    bestand = tmp_path / "somtoday.toml"

    with pytest.raises(ConfigurationError, match=r"somtoday\.toml: no such file"):
        read(bestand)
    bestand.write_bytes(b"\xff")
    with pytest.raises(ConfigurationError, match=r"somtoday\.toml: no UTF-8"):
        read(bestand)
    bestand.write_text(BASIS + '[client]\nbestand = "weg.toml"')
    with pytest.raises(ConfigurationError, match=r"weg\.toml: no such file"):
        read(bestand)
