"""Talks to the Connect interface of Somtoday: tokens, paging, and trying again what may be.

Beside `oso_somtoday.source` this is the only module of the plugin that does I/O; it is loaded when
a source is Somtoday itself. No error that it raises holds a secret, a value of a leerling or the
address of one.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self

import attrs
import requests
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from oso_adapters.errors import ConfigurationError
from oso_somtoday.instellingen import MAX_ANTWOORD, Instellingen

__all__ = ["PAGINA", "NietGedeeldError", "Verbinding"]

PAGINA = 100
"""Leerlingen that are asked for at a time; Somtoday gives 200 at most."""

_VERBINDEN = 10.0
_STILTE = 60.0
_HELE_ANTWOORD = 300.0
_POGINGEN = 5
_LANGST_WACHTEN = 60.0
_SPELING = 30.0
"""Seconds before the end of a token that a new one is asked."""
_HAP = 64 * 1024
_WEER_PROBEREN = frozenset({429, 502, 503, 504})
_GEEN_TOEGANG = 401
_NIET_GEDEELD = frozenset({403, 404})
_PEIL = {"peilschooljaar": "HUIDIG"}
_Waarden = Mapping[str, str | int | Sequence[str]]


class NietGedeeldError(Exception):
    """The school does not share an answer with us, or there is none."""


class _TijdelijkError(Exception):
    """What may go well a next time; the text says what, without values."""

    def __init__(self, wat: str, wacht: float = 0.0) -> None:
        super().__init__(wat)
        self.wacht = wacht


@attrs.frozen(repr=False)
class _Token:
    """Proof of who we are.

    Attributes:
        tot: moment at which it must be renewed; None when Somtoday did not say.
    """

    tekst: str
    tot: float | None


@attrs.define(repr=False)
class Verbinding:
    """The Connect interface for one school.

    Attributes:
        slaap, nu: how to wait and what time it is; tests have their own.
    """

    instellingen: Instellingen
    slaap: Callable[[float], None] = time.sleep
    nu: Callable[[], float] = time.monotonic
    _sessie: requests.Session = attrs.field(init=False, factory=requests.Session)
    _token: _Token | None = attrs.field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self._sessie.trust_env = False
        self._sessie.verify = self.instellingen.ca or True
        self._sessie.headers["Accept"] = "application/json"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self._sessie.close()

    def vestigingen(self) -> Mapping[str, Any]:
        """Return the answer on all locations that we may see."""
        return self._vraag("vestiging", "connect/vestiging", {})

    def oso_vestiging(self, vestiging: str) -> Mapping[str, Any]:
        """Return the reference answer on one location.

        Raises:
            NietGedeeldError: there is none.
        """
        return self._vraag("oso", f"connect/vestiging/{vestiging}/oso", {}, gedeeld=False)

    def leerlingen(self, vestiging: str) -> Iterator[Mapping[str, Any]]:
        """Yield the answer on each leerling of a location, page by page."""
        gezien: set[str] = set()
        offset, kort = 0, False
        while True:
            waarden: _Waarden = {**_PEIL, "offset": offset, "amount": PAGINA}
            antwoord = self._vraag("leerling", f"connect/vestiging/{vestiging}/leerling", waarden)
            pagina = antwoord.get("leerlingen")
            if not isinstance(pagina, list):
                raise ConfigurationError("Somtoday: the answer on leerling has no list; try later")
            if not pagina:
                return
            if kort or _dubbel(pagina, gezien):
                raise ConfigurationError(
                    "Somtoday: the pages of leerling overlap or leave some out, so leerlingen would"
                    " be missed; export again, and tell Topicus when it stays so"
                )
            yield from pagina
            kort = len(pagina) < PAGINA
            offset += PAGINA

    def verzorgers(self, vestiging: str, uuids: Sequence[str]) -> Mapping[str, Any]:
        """Return the answer on these parents.

        Raises:
            NietGedeeldError: the school does not share it.
        """
        pad = f"connect/vestiging/{vestiging}/ouderVerzorger/"
        waarden: _Waarden = {**_PEIL, "uuid": list(uuids), "amount": 2 * PAGINA}
        return self._vraag("ouderVerzorger", pad, waarden, gedeeld=False)

    def over_leerling(self, vestiging: str, uuid: str, wat: str) -> Mapping[str, Any]:
        """Return one answer on one leerling, such as ``examendossier``.

        Raises:
            NietGedeeldError: the school does not share it.
        """
        pad = f"connect/vestiging/{vestiging}/leerling/{uuid}/{wat}"
        return self._vraag(wat, pad, {}, gedeeld=False)

    def _vraag(
        self, wat: str, pad: str, waarden: _Waarden, *, gedeeld: bool = True
    ) -> Mapping[str, Any]:
        """Ask one thing, with a new token when the one we have is not taken any more."""
        adres = f"{self.instellingen.api}/{pad}"
        for _ in range(2):
            kop = {"Authorization": f"Bearer {self._geldig_token()}"}
            status, inhoud = self._haal(wat, "GET", adres, params=waarden, headers=kop)
            if status != _GEEN_TOEGANG:
                break
            self._token = None
        if status in _NIET_GEDEELD and not gedeeld:
            raise NietGedeeldError
        if status != requests.codes.ok:
            raise ConfigurationError(
                f"Somtoday refuses {wat} ({_status(status, inhoud)}); check organisatie and"
                " vestigingen, and whether the school shares its data with this client"
            )
        return _lees(wat, inhoud)

    def _geldig_token(self) -> str:
        token = self._token
        if token is None or (token.tot is not None and self.nu() >= token.tot):
            token = self._token = self._nieuw_token()
        return token.tekst

    def _nieuw_token(self) -> _Token:
        client = self.instellingen.client
        gevraagd = self.nu()
        status, inhoud = self._haal(
            "a token",
            "POST",
            self.instellingen.inloggen,
            params={"organisation": self.instellingen.organisatie},
            data={
                "grant_type": "client_credentials",
                "client_id": client.id,
                "client_secret": client.geheim,
            },
        )
        if status != requests.codes.ok:
            raise ConfigurationError(
                f"Somtoday gives no token (status {status}); check the id and the secret of the"
                " client, and organisatie"
            )
        antwoord = _lees("a token", inhoud)
        tekst, duur = antwoord.get("access_token"), antwoord.get("expires_in")
        if not isinstance(tekst, str) or not tekst.isascii() or not tekst.isprintable():
            raise ConfigurationError("Somtoday: the answer on a token holds none; try later")
        tot = gevraagd + duur - _SPELING if isinstance(duur, int | float) else None
        return _Token(tekst, tot)

    def _haal(self, wat: str, methode: str, adres: str, **meer: Any) -> tuple[int, bytes]:
        """Return status and content of an answer; what may be tried again is."""
        poging = Retrying(
            stop=stop_after_attempt(_POGINGEN),
            retry=retry_if_exception_type(_TijdelijkError),
            wait=_wachttijd,
            sleep=self.slaap,
            reraise=True,
        )
        try:
            return poging(self._een_keer, wat, methode, adres, **meer)
        except _TijdelijkError as fout:
            raise ConfigurationError(
                f"Somtoday can't be reached for {wat} ({fout}); try again later"
            ) from None

    def _een_keer(self, wat: str, methode: str, adres: str, **meer: Any) -> tuple[int, bytes]:
        try:
            with self._sessie.request(
                methode,
                adres,
                timeout=(_VERBINDEN, _STILTE),
                allow_redirects=False,
                stream=True,
                **meer,
            ) as antwoord:
                _keur(wat, antwoord)
                return antwoord.status_code, self._inhoud(wat, antwoord)
        except requests.exceptions.SSLError:
            raise ConfigurationError(
                "Somtoday: the certificate of the server is not to be trusted; check the addresses,"
                " and ca when it is a server of your own"
            ) from None
        except requests.Timeout:
            raise _TijdelijkError("no answer in time") from None
        except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError):
            raise _TijdelijkError("the connection failed") from None
        except (requests.RequestException, OSError):
            raise ConfigurationError(
                f"Somtoday can't be asked for {wat}; check the addresses"
            ) from None

    def _inhoud(self, wat: str, antwoord: requests.Response) -> bytes:
        """Read an answer as far as it may go, in size and in time."""
        inhoud = bytearray()
        einde = self.nu() + _HELE_ANTWOORD
        for hap in antwoord.iter_content(_HAP):
            inhoud += hap
            if len(inhoud) > MAX_ANTWOORD:
                raise ConfigurationError(
                    f"Somtoday: the answer on {wat} is over {MAX_ANTWOORD // 1024**2} MiB; tell"
                    " Topicus"
                )
            if self.nu() > einde:
                raise _TijdelijkError("the answer took too long")
        return bytes(inhoud)


def _keur(wat: str, antwoord: requests.Response) -> None:
    """Refuse an answer that sends us elsewhere, and one that must come another time."""
    if antwoord.is_redirect or 300 <= antwoord.status_code < 400:  # noqa: PLR2004 - of HTTP
        raise ConfigurationError(
            f"Somtoday sends us to another address for {wat}; we don't go there, check the"
            " addresses"
        )
    if antwoord.status_code in _WEER_PROBEREN:
        wacht = _retry_after(antwoord.headers.get("Retry-After", ""))
        raise _TijdelijkError(f"status {antwoord.status_code}", wacht)
    soort = antwoord.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if antwoord.status_code == requests.codes.ok and soort != "application/json":
        raise ConfigurationError(f"Somtoday: the answer on {wat} is no JSON; check the addresses")


def _retry_after(tekst: str) -> float:
    """Return for how many seconds a server asks to wait: a number, or a moment."""
    if tekst.strip().isdecimal():
        return float(tekst)
    try:
        return parsedate_to_datetime(tekst).timestamp() - time.time()
    except (ValueError, OverflowError):
        return 0.0


def _wachttijd(stand: RetryCallState) -> float:
    """Return how long to wait: what the server asks, and longer each time, but never very long."""
    fout = stand.outcome.exception() if stand.outcome else None
    gevraagd = fout.wacht if isinstance(fout, _TijdelijkError) else 0.0
    return min(max(gevraagd, 2.0 ** (stand.attempt_number - 1)), _LANGST_WACHTEN)


def _dubbel(pagina: list[Any], gezien: set[str]) -> bool:
    """Say whether a page holds a leerling that was there already; remember those that are new."""
    uuids = [deel["uuid"] for deel in pagina if isinstance(deel, dict) and "uuid" in deel]
    nieuw = {uuid for uuid in uuids if isinstance(uuid, str)}
    dubbel = bool(nieuw & gezien)
    gezien |= nieuw
    return dubbel


class _OnleesbaarError(Exception):
    """No JSON, or the same key twice in one object."""


def _uniek(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    inhoud = dict(paren)
    if len(inhoud) != len(paren):
        raise _OnleesbaarError
    return inhoud


def _lees(wat: str, inhoud: bytes) -> Mapping[str, Any]:
    """Read an object; what the reader says is not passed on, it may hold values."""
    try:
        gelezen = json.loads(inhoud.decode("utf-8"), object_pairs_hook=_uniek)
    except (ValueError, RecursionError, _OnleesbaarError):
        gelezen = None
    if not isinstance(gelezen, dict):
        raise ConfigurationError(f"Somtoday: the answer on {wat} can't be read; try again later")
    return gelezen


def _status(status: int, inhoud: bytes) -> str:
    """Return what Somtoday says of a refusal: the status and the numbers of its errors."""
    try:
        fouten = json.loads(inhoud)["errors"]
        codes = [str(fout["code"]) for fout in fouten if type(fout["code"]) is int]
    except (ValueError, RecursionError, TypeError, LookupError):
        codes = []
    return f"status {status}" + (f", error {', '.join(codes[:3])}" if codes else "")
