"""The sample of this plugin in files, and the Connect interface with that sample behind it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import attrs
import oso_somtoday
from oso_somtoday.source import read

from oso_adapters import Exportresultaat
from oso_adapters.mapping import Bronrecord

VOORBEELDEN = Path(oso_somtoday.__file__).parent / "voorbeelden"
DAG = date(2020, 3, 16)
ORGANISATIE = "7b0f2a53-5c3e-4b57-9c0a-0d3f1c9a4e21"


def export(record: Bronrecord, overdracht: str = "VOVO") -> Exportresultaat:
    """Export one record."""
    return oso_somtoday.oso_export().export(
        record, oso_somtoday.oso_leverancier(), overdracht=overdracht, dag=DAG
    )


class Uitvoer:
    """Answers of Somtoday in a folder of its own.

    Attributes:
        vestigingen: what stands in ``vestigingen.json``.
        bestanden: what stands in each file of a leerling, by name; a test changes both.
    """

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.bestanden: dict[str, Any] = {
            bestand.name: json.loads(bestand.read_text("utf-8"))
            for bestand in sorted(VOORBEELDEN.glob("*.json"))
        }
        self.vestigingen: dict[str, Any] = self.bestanden.pop("vestigingen.json")

    def antwoord(self, nummer: int = 41207) -> dict[str, Any]:
        """Return the answers on one leerling."""
        return self.bestanden[f"{nummer}.json"]

    def leerling(self, nummer: int = 41207) -> dict[str, Any]:
        """Return the public answer on one leerling."""
        return self.antwoord(nummer)["leerlingen"][0]

    def oso(self, nummer: int = 41207) -> dict[str, Any]:
        """Return the reference answer on one leerling."""
        return self.antwoord(nummer)["osoleerlingen"][0]

    def schrijf(self) -> Path:
        """Write the answers."""
        inhoud = {"vestigingen.json": self.vestigingen, **self.bestanden}
        for naam, antwoord in inhoud.items():
            tekst = antwoord if isinstance(antwoord, str) else json.dumps(antwoord)
            (self.map / naam).write_text(tekst, "utf-8")
        return self.map

    def record(self, nummer: int = 41207) -> Bronrecord:
        """Read one leerling of the folder."""
        (gelezen,) = read(self.schrijf() / f"{nummer}.json")
        return gelezen

    def export(self, nummer: int = 41207, overdracht: str = "VOVO") -> Exportresultaat:
        """Read one leerling and export them."""
        return export(self.record(nummer), overdracht)

    def bezwaren(self, nummer: int = 41207) -> list[tuple[str, str]]:
        """Return weight and field of every finding on the answers on one leerling."""
        return [(str(m.ernst), m.bronvelden[0]) for m in self.record(nummer).meldingen]


@attrs.define
class Antwoord:
    """What the server says.

    Attributes:
        afgekapt: the connection is cut after this many bytes of the body.
    """

    inhoud: Any = attrs.field(factory=dict)
    status: int = 200
    soort: str = "application/json;charset=utf-8"
    koppen: dict[str, str] = attrs.field(factory=dict)
    afgekapt: int | None = None

    @property
    def data(self) -> bytes:
        """The body as bytes."""
        if isinstance(self.inhoud, bytes):
            return self.inhoud
        return json.dumps(self.inhoud).encode()


@attrs.define
class Vraag:
    """What the server was asked."""

    pad: str
    waarden: dict[str, list[str]]
    token: str
    lichaam: str


Regel = Callable[[Vraag], Antwoord | None]


class Connect:
    """The Connect interface on this machine, with the sample behind it.

    Attributes:
        regels: tried first, in order; the first that gives an answer counts.
        vragen: all that was asked, in order.
        duur: seconds that a token is said to last; None says nothing.
        tokens, geweigerd: how many were given, and how often one was not taken.
    """

    def __init__(self, uitvoer: Uitvoer) -> None:
        self.uitvoer = uitvoer
        self.regels: list[Regel] = []
        self.vragen: list[Vraag] = []
        self.duur: float | None = 3600
        self.tokens = 0
        self.geweigerd = 0
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.draad = threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}
        )
        self.schema = "http"

    @property
    def adres(self) -> str:
        """Address of the server."""
        return f"{self.schema}://127.0.0.1:{self.server.server_address[1]}"

    @property
    def vestigingen(self) -> list[str]:
        """UUIDs of the locations in the sample."""
        return [v["uuid"] for v in self.uitvoer.vestigingen["vestigingen"]]

    def instellingen(self, extra: str = "") -> Path:
        """Write the settings to reach this server."""
        bestand = self.uitvoer.map.parent / "somtoday.toml"
        bestand.write_text(
            f'api = "{self.adres}/rest/v1"\n'
            f'inloggen = "{self.adres}/oauth2/token"\n'
            f'organisatie = "{ORGANISATIE}"\n'
            f"vestigingen = {json.dumps(self.vestigingen)}\n"
            f"{extra}\n"
            '[client.omgeving]\nid = "TEST_SOMTODAY_ID"\ngeheim = "TEST_SOMTODAY_GEHEIM"\n',
            "utf-8",
        )
        return bestand

    def gevraagd(self, einde: str) -> list[Vraag]:
        """Return what was asked of paths that end like this."""
        return [vraag for vraag in self.vragen if vraag.pad.endswith(einde)]

    def zeg(self, vraag: Vraag) -> Antwoord:
        """Return what the server says to a question."""
        self.vragen.append(vraag)
        for regel in self.regels:
            antwoord = regel(vraag)
            if antwoord is not None:
                return antwoord
        if vraag.pad == "/oauth2/token":
            return self._token()
        if vraag.token != f"Bearer token-{self.tokens}":
            self.geweigerd += 1
            return Antwoord({"errors": [{"code": 401, "problem": "verlopen"}]}, status=401)
        return self._antwoord(vraag)

    def _token(self) -> Antwoord:
        self.tokens += 1
        token = {"access_token": f"token-{self.tokens}", "token_type": "bearer"}
        return Antwoord(token | ({"expires_in": self.duur} if self.duur is not None else {}))

    def _antwoord(self, vraag: Vraag) -> Antwoord:
        stappen = vraag.pad.removeprefix("/rest/v1/connect/vestiging").strip("/").split("/")
        if stappen == [""]:
            return Antwoord({"vestigingen": self.uitvoer.vestigingen["vestigingen"]})
        vestiging, soort, *rest = stappen
        if soort == "oso":
            oso = self.uitvoer.vestigingen["osovestigingen"]
            return Antwoord({"osovestigingen": [v for v in oso if v["uuid"] == vestiging]})
        hier = [a for a in self.uitvoer.bestanden.values() if _vestiging(a) == vestiging]
        if soort == "ouderVerzorger":
            personen = [p for a in hier for p in a["ouderVerzorgers"]]
            gekozen = [p for p in personen if p["uuid"] in vraag.waarden["uuid"]]
            return Antwoord({"ouderVerzorgers": gekozen})
        if not rest:
            van, aantal = (int(vraag.waarden[naam][0]) for naam in ("offset", "amount"))
            alle = [a["leerlingen"][0] for a in hier]
            return Antwoord({"leerlingen": alle[van : van + aantal], "veldpermissies": {}})
        (antwoord,) = [a for a in hier if a["leerlingen"][0]["uuid"] == rest[0]]
        lijst = {"oso": "osoleerlingen"}.get(rest[1], f"{rest[1]}s")
        return Antwoord({lijst: antwoord[lijst]})


def _vestiging(antwoord: dict[str, Any]) -> str:
    uuid: str = antwoord["leerlingen"][0]["vestiging"]["uuid"]
    return uuid


def _handler(connect: Connect) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self._doe("")

        def do_POST(self) -> None:
            lengte = int(self.headers.get("Content-Length", 0))
            self._doe(self.rfile.read(lengte).decode())

        def _doe(self, lichaam: str) -> None:
            delen = urlsplit(self.path)
            vraag = Vraag(
                pad=delen.path,
                waarden=parse_qs(delen.query),
                token=self.headers.get("Authorization", ""),
                lichaam=lichaam,
            )
            self._schrijf(connect.zeg(vraag))

        def _schrijf(self, antwoord: Antwoord) -> None:
            data = antwoord.data
            self.send_response(antwoord.status)
            self.send_header("Content-Type", antwoord.soort)
            self.send_header("Content-Length", str(len(data)))
            for naam, waarde in antwoord.koppen.items():
                self.send_header(naam, waarde)
            self.end_headers()
            self.close_connection = antwoord.afgekapt is not None
            try:
                self.wfile.write(data[: antwoord.afgekapt])
            except OSError:
                self.close_connection = True

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    return Handler
