"""How to reach Somtoday: the settings of a school, as ``somtoday.toml`` has them.

::

    organisatie = "9a1e0a3c-…"                 # UUID of the school
    vestigingen = ["f3c0b1de-…"]               # UUIDs of its locations

    # Either of these two: secrets stand in the environment or in a file of their own, never here.
    [client.omgeving]
    id = "SOMTODAY_CLIENT_ID"
    geheim = "SOMTODAY_CLIENT_SECRET"

    [client]
    bestand = "client.toml"                    # holds id = "…" and geheim = "…"

    # May be left out: the addresses of another environment, and who vouches for its certificate.
    api = "https://api.acceptatie.somtoday.nl/rest/v1"
    inloggen = "https://inloggen.acceptatie.somtoday.nl/oauth2/token"
    ca = "eigen-ca.pem"

Nothing here touches a file or the network.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import attrs

from oso_adapters.errors import ConfigurationError

__all__ = ["MAX_ANTWOORD", "Client", "Instellingen", "read_instellingen"]

MAX_ANTWOORD = 64 * 1024 * 1024
"""Bytes of the largest answer that is read, from a file or from Somtoday itself."""

_API = "https://api.somtoday.nl/rest/v1"
_INLOGGEN = "https://inloggen.somtoday.nl/oauth2/token"
_SLEUTELS = {"organisatie", "vestigingen", "client", "api", "inloggen", "ca"}
_GEEN_GEHEIM = (
    "client.{naam} does not belong in this file; name an environment variable in [client.omgeving]"
    " or a file in client.bestand"
)


@attrs.frozen(kw_only=True, repr=False)
class Client:
    """Who we are for Somtoday; never shown."""

    id: str
    geheim: str

    def __repr__(self) -> str:
        return "Client(…)"


@attrs.frozen(kw_only=True)
class Instellingen:
    """Settings to reach the Connect interface for one school.

    Attributes:
        api: address of the interface, without a slash at the end.
        inloggen: address that gives a token.
        organisatie: UUID of the school; vestigingen: those of its locations.
        ca: file with the certificates to trust instead of those of the machine; empty for those.
    """

    api: str
    inloggen: str
    organisatie: str
    vestigingen: tuple[str, ...]
    client: Client = attrs.field(repr=False)
    ca: str = ""


def read_instellingen(
    tekst: str, omgeving: Mapping[str, str], lees: Callable[[str], str]
) -> Instellingen:
    """Read the settings.

    Args:
        omgeving: environment variables.
        lees: reads a file that the settings name.

    Raises:
        ConfigurationError: what is wrong and what must be there; never a value.
    """
    gegevens = _toml(tekst, "the settings")
    onbekend = sorted(set(gegevens) - _SLEUTELS)
    if onbekend:
        raise ConfigurationError(
            f"{onbekend[0]!r} is no setting; use {', '.join(sorted(_SLEUTELS))}"
        )
    vestigingen = gegevens.get("vestigingen")
    if not isinstance(vestigingen, list) or not vestigingen:
        raise ConfigurationError("vestigingen must be a list with one UUID or more")
    return Instellingen(
        api=_adres(gegevens.get("api", _API), "api"),
        inloggen=_adres(gegevens.get("inloggen", _INLOGGEN), "inloggen"),
        organisatie=_uuid(gegevens.get("organisatie"), "organisatie"),
        vestigingen=tuple(_uuid(waarde, "vestigingen") for waarde in vestigingen),
        client=_client(gegevens.get("client"), omgeving, lees),
        ca=_tekst(gegevens["ca"], "ca") if "ca" in gegevens else "",
    )


def _toml(tekst: str, wat: str) -> dict[str, Any]:
    """Read TOML; what the reader says of it is not passed on, it may quote a secret."""
    try:
        return tomllib.loads(tekst)
    except tomllib.TOMLDecodeError:
        raise ConfigurationError(f"{wat} can't be read: it is no TOML") from None


def _tekst(waarde: Any, naam: str) -> str:
    if not isinstance(waarde, str) or not waarde.strip():
        raise ConfigurationError(f"{naam} must be a text")
    return waarde.strip()


def _uuid(waarde: Any, naam: str) -> str:
    try:
        return str(UUID(_tekst(waarde, naam)))
    except ValueError:
        raise ConfigurationError(f"{naam} must hold a UUID") from None


def _adres(waarde: Any, naam: str) -> str:
    """Read an address: https, or http on this machine itself, without anything secret in it."""
    tekst = _tekst(waarde, naam).rstrip("/")
    try:
        deel = urlsplit(tekst)
        gastheer, _ = deel.hostname, deel.port
    except ValueError:
        gastheer = None
    if not gastheer:
        raise ConfigurationError(f"{naam} must be an address such as {_API}")
    if deel.username or deel.password or deel.query or deel.fragment:
        raise ConfigurationError(f"{naam} must be an address without a name, password, ? or #")
    if deel.scheme != "https" and not (deel.scheme == "http" and _is_hier(gastheer)):
        raise ConfigurationError(f"{naam} must begin with https://")
    return tekst


def _is_hier(gastheer: str) -> bool:
    try:
        return ip_address(gastheer).is_loopback
    except ValueError:
        return gastheer == "localhost"


def _client(gegevens: Any, omgeving: Mapping[str, str], lees: Callable[[str], str]) -> Client:
    if not isinstance(gegevens, dict) or not gegevens:
        raise ConfigurationError("[client.omgeving] or client.bestand must say where the secret is")
    for naam in ("id", "geheim"):
        if naam in gegevens:
            raise ConfigurationError(_GEEN_GEHEIM.format(naam=naam))
    if set(gegevens) == {"omgeving"} and isinstance(gegevens["omgeving"], dict):
        namen = gegevens["omgeving"]
        return Client(
            id=_uit_omgeving(namen, "id", omgeving),
            geheim=_uit_omgeving(namen, "geheim", omgeving),
        )
    if set(gegevens) == {"bestand"}:
        inhoud = _toml(lees(_tekst(gegevens["bestand"], "client.bestand")), "client.bestand")
        return Client(
            id=_tekst(inhoud.get("id"), "id in client.bestand"),
            geheim=_tekst(inhoud.get("geheim"), "geheim in client.bestand"),
        )
    raise ConfigurationError("client must hold either omgeving or bestand, and nothing else")


def _uit_omgeving(namen: Mapping[str, Any], wat: str, omgeving: Mapping[str, str]) -> str:
    naam = _tekst(namen.get(wat), f"client.omgeving.{wat}")
    waarde = omgeving.get(naam, "").strip()
    if not waarde:
        raise ConfigurationError(f"the environment variable of client.omgeving.{wat} is empty")
    return waarde
