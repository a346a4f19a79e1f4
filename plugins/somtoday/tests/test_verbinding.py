"""The Connect interface over real sockets: what is asked, what is tried again, what is refused."""

from __future__ import annotations

import gc
import json
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from namaak_somtoday import ORGANISATIE, Antwoord, export
from oso_somtoday import verbinding
from oso_somtoday.instellingen import read_instellingen
from oso_somtoday.ophalen import read_verbinding
from oso_somtoday.source import read
from oso_somtoday.verbinding import Verbinding

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bronrecord

if TYPE_CHECKING:
    from namaak_somtoday import Connect, Vraag

OMGEVING = {"TEST_SOMTODAY_ID": "koppeling", "TEST_SOMTODAY_GEHEIM": "heel-geheim"}
LEERLING = "/leerling"


class Klok:
    """Time that goes on only when somebody waits, or a test says so."""

    def __init__(self) -> None:
        self.tijd = 1000.0
        self.gewacht: list[float] = []

    def slaap(self, seconden: float) -> None:
        self.gewacht.append(seconden)
        self.tijd += seconden

    def nu(self) -> float:
        return self.tijd


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture(autouse=True)
def _netjes() -> Iterator[None]:
    """Find sockets that were left open: a warning of them is an error."""
    gc.freeze()  # what other tests left behind need not be looked at again
    yield
    gc.collect()
    gc.unfreeze()


def lees(connect: Connect, klok: Klok, extra: str = "") -> list[Bronrecord]:
    """Read all that the server gives."""
    bestand = connect.instellingen(extra)
    instellingen = read_instellingen(bestand.read_text("utf-8"), OMGEVING, lambda _naam: "")
    return list(read_verbinding(Verbinding(instellingen, slaap=klok.slaap, nu=klok.nu)))


def een_keer(einde: str, *antwoorden: Antwoord) -> Any:
    """Return a rule that gives these answers to a path, once each, and then no more."""
    over = list(antwoorden)

    def regel(vraag: Vraag) -> Antwoord | None:
        return over.pop(0) if over and vraag.pad.endswith(einde) else None

    return regel


def altijd(einde: str, antwoord: Antwoord) -> Any:
    return lambda vraag: antwoord if vraag.pad.endswith(einde) else None


def test_reads_the_same_as_from_files(connect, klok):
    uit_bestanden = {bron.sleutel: bron.record for bron in read(connect.uitvoer.schrijf())}

    gelezen = lees(connect, klok)

    assert uit_bestanden == {bron.sleutel: bron.record for bron in gelezen}
    assert klok.gewacht == []
    assert [True] * 5 == [export(b).data is not None for b in gelezen if export(b).data]


def test_export_takes_a_file_with_settings(connect):
    bron = connect.instellingen()

    assert [export(record).data is not None for record in read(bron)].count(True) == 5


def test_asks_a_token_with_the_secret_in_the_body_only(connect, klok):
    lees(connect, klok)

    (vraag,) = connect.gevraagd("/oauth2/token")
    assert {"organisation": [ORGANISATIE]} == vraag.waarden
    assert "grant_type=client_credentials" in vraag.lichaam
    assert "client_secret=heel-geheim" in vraag.lichaam
    assert all("heel-geheim" not in f"{v.pad} {v.waarden} {v.token}" for v in connect.vragen)


def test_asks_for_this_school_year_and_only_for_these_parents(connect, klok):
    lees(connect, klok)

    leerlingen = connect.gevraagd(LEERLING)
    ouders = connect.gevraagd("/ouderVerzorger/")
    assert {"HUIDIG"} == {v.waarden["peilschooljaar"][0] for v in (*leerlingen, *ouders)}
    assert [1, 1, 1, 2, 2, 2] == sorted(len(v.waarden["uuid"]) for v in ouders)


def test_goes_on_page_after_page(connect, klok, monkeypatch):
    monkeypatch.setattr(verbinding, "PAGINA", 1)

    gelezen = lees(connect, klok)

    eerste = [v for v in connect.gevraagd(LEERLING) if connect.vestigingen[0] in v.pad]
    assert len(gelezen) == 6
    assert ["0", "1", "2", "3"] == [v.waarden["offset"][0] for v in eerste]


def test_asks_the_first_leerling_before_the_second_page(connect, klok, monkeypatch):
    monkeypatch.setattr(verbinding, "PAGINA", 1)
    bestand = connect.instellingen()
    instellingen = read_instellingen(bestand.read_text("utf-8"), OMGEVING, lambda _naam: "")
    records = read_verbinding(Verbinding(instellingen, slaap=klok.slaap, nu=klok.nu))

    next(records)
    records.close()

    assert len(connect.gevraagd(LEERLING)) == 1


@pytest.mark.parametrize("zelfde", ["same page again", "short page with more behind it"])
def test_stops_when_paging_goes_nowhere(connect, klok, monkeypatch, zelfde):
    monkeypatch.setattr(verbinding, "PAGINA", 2)
    alle = [a["leerlingen"][0] for a in connect.uitvoer.bestanden.values()]
    pagina = alle[:2] if zelfde == "same page again" else None

    def regel(vraag):
        if not vraag.pad.endswith(LEERLING):
            return None
        van = int(vraag.waarden["offset"][0]) // 2
        return Antwoord({"leerlingen": pagina or alle[van : van + 1]})

    connect.regels.append(regel)

    with pytest.raises(ConfigurationError, match="leerlingen would be missed"):
        lees(connect, klok)
    assert len(connect.gevraagd(LEERLING)) == 2


def test_renews_a_token_before_it_ends(connect, klok, monkeypatch):
    monkeypatch.setattr(verbinding, "PAGINA", 1)
    connect.duur = 40

    def tik(vraag):
        klok.tijd += 4 if vraag.pad.endswith(LEERLING) else 0

    connect.regels.append(tik)
    lees(connect, klok)

    assert connect.tokens > 1
    assert connect.geweigerd == 0


@pytest.mark.parametrize("duur", [None, 3600])
def test_asks_one_token_when_it_lasts(connect, klok, duur):
    connect.duur = duur

    lees(connect, klok)

    assert connect.tokens == 1


def test_renews_a_token_once_when_it_is_not_taken(connect, klok):
    connect.regels.append(een_keer("/examendossier", Antwoord(status=401)))

    assert len(lees(connect, klok)) == 6
    assert connect.tokens == 2


def test_gives_up_when_a_new_token_is_not_taken_either(connect, klok):
    connect.regels.append(altijd(LEERLING, Antwoord(status=401)))

    with pytest.raises(ConfigurationError, match=r"refuses leerling \(status 401\)"):
        lees(connect, klok)
    assert len(connect.gevraagd(LEERLING)) == 2


@pytest.mark.parametrize("status", [400, 401, 403])
def test_says_when_there_is_no_token(connect, klok, status):
    connect.regels.append(altijd("/token", Antwoord({"error": "heel-geheim"}, status=status)))

    with pytest.raises(ConfigurationError, match="gives no token") as fout:
        lees(connect, klok)
    assert "geheim" not in repr(fout.value)
    assert len(connect.gevraagd("/token")) == 1


@pytest.mark.parametrize("token", [{}, {"access_token": 5}, {"access_token": "een\r\nkop: x"}])
def test_takes_only_a_token_that_is_one(connect, klok, token):
    connect.regels.append(altijd("/token", Antwoord(token)))

    with pytest.raises(ConfigurationError, match="answer on a token holds none"):
        lees(connect, klok)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_tries_again_what_may_go_well_later(connect, klok, status):
    connect.regels.append(een_keer(LEERLING, Antwoord(status=status), Antwoord(status=status)))

    assert len(lees(connect, klok)) == 6
    assert [1.0, 2.0] == klok.gewacht


@pytest.mark.parametrize(
    ("gevraagd", "verwacht"), [("7", 7.0), ("100000", 60.0), ("-5", 1.0), ("straks", 1.0)]
)
def test_waits_as_long_as_the_server_asks_up_to_a_minute(connect, klok, gevraagd, verwacht):
    bezet = Antwoord(status=429, koppen={"Retry-After": gevraagd})
    connect.regels.append(een_keer(LEERLING, bezet))

    lees(connect, klok)

    assert [verwacht] == klok.gewacht


def test_understands_a_moment_to_wait_for(connect, klok):
    straks = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    connect.regels.append(een_keer(LEERLING, Antwoord(status=503, koppen={"Retry-After": straks})))

    lees(connect, klok)

    assert 25 < klok.gewacht[0] <= 30


def test_gives_up_after_five_times(connect, klok):
    connect.regels.append(altijd(LEERLING, Antwoord(status=503)))

    with pytest.raises(ConfigurationError, match=r"\(status 503\); try again later"):
        lees(connect, klok)
    assert len(connect.gevraagd(LEERLING)) == 5
    assert [1.0, 2.0, 4.0, 8.0] == klok.gewacht


@pytest.mark.parametrize("status", [400, 404, 405, 500, 501])
def test_tries_nothing_else_again(connect, klok, status):
    fouten = {"errors": [{"code": 1234, "problem": "Aalbers", "clarification": "Aalbers"}]}
    connect.regels.append(altijd(LEERLING, Antwoord(fouten, status=status)))

    with pytest.raises(ConfigurationError, match=f"status {status}, error 1234") as fout:
        lees(connect, klok)
    assert "Aalbers" not in repr(fout.value)
    assert len(connect.gevraagd(LEERLING)) == 1
    assert klok.gewacht == []


@pytest.mark.parametrize("na", [0, 40])
def test_tries_again_when_the_connection_is_cut(connect, klok, na):
    connect.regels.append(een_keer("/voortgangsdossier", Antwoord({"x": "y" * 99}, afgekapt=na)))

    assert len(lees(connect, klok)) == 6
    assert [1.0] == klok.gewacht


def test_gives_up_when_nobody_listens(connect, klok):
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        dicht = vrij.getsockname()[1]
    tekst = connect.instellingen().read_text("utf-8")
    poort = str(connect.server.server_address[1])
    instellingen = read_instellingen(tekst.replace(poort, str(dicht)), OMGEVING, lambda _naam: "")

    with pytest.raises(ConfigurationError, match="the connection failed"):
        list(read_verbinding(Verbinding(instellingen, slaap=klok.slaap, nu=klok.nu)))
    assert len(klok.gewacht) == 4


def test_does_not_wait_for_ever(connect, klok, monkeypatch):
    monkeypatch.setattr(verbinding, "_STILTE", 0.05)
    wacht = threading.Event()
    connect.regels.append(lambda vraag: wacht.wait(5) and None if LEERLING in vraag.pad else None)

    with pytest.raises(ConfigurationError, match="no answer in time"):
        lees(connect, klok)
    wacht.set()


def test_does_not_read_a_trickle_for_ever(connect, klok, monkeypatch):
    monkeypatch.setattr(verbinding, "_HELE_ANTWOORD", -1.0)

    with pytest.raises(ConfigurationError, match="the answer took too long"):
        lees(connect, klok)


def test_reads_no_answer_that_is_too_large(connect, klok, monkeypatch):
    monkeypatch.setattr(verbinding, "MAX_ANTWOORD", 2000)
    connect.regels.append(altijd(LEERLING, Antwoord({"leerlingen": ["x" * 4000]})))

    with pytest.raises(ConfigurationError, match="the answer on leerling is over"):
        lees(connect, klok)


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"geen json", b"[]", b'{"a": 1, "a": 2}', b"\xff", b"[" * 100_000, b'{"leerlingen": {}}'],
)
def test_says_when_an_answer_can_not_be_read(connect, klok, inhoud):
    connect.regels.append(altijd(LEERLING, Antwoord(inhoud)))

    with pytest.raises(ConfigurationError, match=r"try (again )?later") as fout:
        lees(connect, klok)
    assert fout.value.__cause__ is None
    assert klok.gewacht == []


@pytest.mark.parametrize("soort", ["text/html", "application/xml", ""])
def test_reads_only_json(connect, klok, soort):
    connect.regels.append(altijd(LEERLING, Antwoord(soort=soort)))

    with pytest.raises(ConfigurationError, match="the answer on leerling is no JSON"):
        lees(connect, klok)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_follows_no_redirect(connect, klok, status):
    elders = f"{connect.adres}/elders"
    connect.regels.append(altijd(LEERLING, Antwoord(status=status, koppen={"Location": elders})))

    with pytest.raises(ConfigurationError, match="sends us to another address"):
        lees(connect, klok)
    assert connect.gevraagd("/elders") == []


def test_ignores_proxies_and_passwords_of_the_machine(connect, klok, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login wie password wat\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    assert len(lees(connect, klok)) == 6
    assert "" == connect.gevraagd("/token")[0].token


@pytest.mark.parametrize("status", [403, 404])
@pytest.mark.parametrize(
    ("einde", "lijst"),
    [
        ("/voortgangsdossier", "voortgangsdossiers"),
        ("/examendossier", "examendossiers"),
        ("/oso", "osoleerlingen"),
        ("/ouderVerzorger/", "ouderVerzorgers"),
    ],
)
def test_says_what_the_school_does_not_share(connect, klok, status, einde, lijst):
    def regel(vraag):
        over_leerling = "/leerling/" in vraag.pad or "/ouderVerzorger/" in vraag.pad
        geweigerd = over_leerling and vraag.pad.endswith(einde)
        return Antwoord(status=status) if geweigerd else None

    connect.regels.append(regel)

    gelezen = lees(connect, klok)

    assert len(gelezen) == 6
    assert all(
        ("waarschuwing", (lijst,)) in [(str(m.ernst), m.bronvelden) for m in bron.meldingen]
        for bron in gelezen
    )


def test_a_location_without_reference_answer_still_gives_leerlingen(connect, klok):
    connect.regels.append(
        lambda v: Antwoord(status=404) if v.pad.endswith("/oso") and LEERLING not in v.pad else None
    )

    gelezen = lees(connect, klok)

    velden = {veld for m in export(gelezen[0]).meldingen for veld in m.bronvelden}
    assert "osovestiging.adressen" in velden


def test_says_when_a_location_is_not_shared(connect, klok):
    connect.uitvoer.vestigingen["vestigingen"].pop()
    bestand = connect.instellingen()
    tekst = bestand.read_text("utf-8").replace(
        "vestigingen = [", f'vestigingen = ["{ORGANISATIE}", '
    )
    instellingen = read_instellingen(tekst, OMGEVING, lambda _naam: "")

    with pytest.raises(ConfigurationError, match="does not share one of the vestigingen"):
        list(read_verbinding(Verbinding(instellingen, slaap=klok.slaap, nu=klok.nu)))


@pytest.mark.parametrize("uuid", [None, 5, "", "../../vestiging", "41207"])
def test_puts_nothing_but_a_uuid_in_an_address(connect, klok, uuid):
    connect.uitvoer.leerling()["uuid"] = uuid

    gelezen = lees(connect, klok)

    (slecht,) = [bron for bron in gelezen if bron.record is None]
    assert [("leerling.uuid",)] == [m.bronvelden for m in slecht.meldingen]
    assert len(gelezen) == 6


def test_list_of_the_wrong_kind_becomes_a_finding(connect, klok):
    connect.regels.append(een_keer("/examendossier", Antwoord({"examendossiers": "geen"})))

    velden = [m.bronvelden for bron in lees(connect, klok) for m in bron.meldingen]

    assert ("examendossiers",) in velden


def test_shows_no_secret_anywhere(connect, klok, caplog):
    caplog.set_level(logging.DEBUG)
    bestand = connect.instellingen()
    instellingen = read_instellingen(bestand.read_text("utf-8"), OMGEVING, lambda _naam: "")
    som = Verbinding(instellingen, slaap=klok.slaap, nu=klok.nu)

    records = list(read_verbinding(som))

    teksten = f"{instellingen!r} {instellingen.client!r} {som!r} {records!r} {caplog.text}"
    for geheim in ("heel-geheim", "token-1", "Aalbers", "914207"):
        assert geheim not in teksten


def _certificaat(map_: Path, naam: str) -> tuple[Path, Path]:
    """Make a certificate that vouches for itself, and its key."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    wie = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, naam)])
    nu = datetime.now(UTC)
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(wie)
        .issuer_name(wie)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(days=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    pem, key = map_ / f"{naam}.pem", map_ / f"{naam}.key"
    pem.write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    key.write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return pem, key


@pytest.fixture
def veilig(connect, tmp_path) -> Path:
    """Let the server speak TLS; return its certificate."""
    pem, key = _certificaat(tmp_path, "server")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    connect.server.socket = context.wrap_socket(connect.server.socket, server_side=True)
    connect.schema = "https"
    return pem


def test_refuses_a_certificate_that_nobody_vouches_for(connect, klok, veilig):
    with pytest.raises(ConfigurationError, match="not to be trusted"):
        lees(connect, klok)
    assert connect.vragen == []
    assert klok.gewacht == []


def test_refuses_a_certificate_of_another(connect, veilig, tmp_path):
    _certificaat(tmp_path, "ander")

    with pytest.raises(ConfigurationError, match="not to be trusted"):
        list(read(connect.instellingen('ca = "ander.pem"')))


def test_trusts_what_the_school_trusts(connect, veilig):
    assert len(list(read(connect.instellingen('ca = "server.pem"')))) == 6


def test_says_when_there_is_no_file_with_certificates(connect):
    with pytest.raises(ConfigurationError, match="name in ca a file with certificates"):
        read(connect.instellingen('ca = "weg.pem"'))


def test_file_that_is_no_certificate_is_said_to_be_none(connect, veilig, tmp_path):
    (tmp_path / "leeg.pem").write_text("geen certificaat")

    with pytest.raises(ConfigurationError, match="check the addresses"):
        list(read(connect.instellingen('ca = "leeg.pem"')))


def test_sample_answers_are_json(connect):
    assert json.dumps(connect.uitvoer.bestanden)
