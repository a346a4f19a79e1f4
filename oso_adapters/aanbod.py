"""What a system can do: each capability with its kinds of transfer and versions, or why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from oso_adapters.capabilities import Exporteur, Importeur, Leverancier
from oso_adapters.gegevensset.profielen import Profiel, profielen
from oso_adapters.registry import Plugin
from oso_adapters.versies import VERSIES

__all__ = ["Deel", "Mogelijkheid", "mogelijkheden"]

_ANDERE_KANT = "de plugin doet alleen de andere richting"
_Kant = Exporteur | Importeur


@attrs.frozen(kw_only=True)
class Deel:
    """One kind of transfer, or one version, of a capability.

    Attributes:
        reden: why not, in Dutch; empty when the system does it, or when nobody says why.
    """

    naam: str
    ondersteund: bool
    reden: str


@attrs.frozen(kw_only=True)
class Mogelijkheid:
    """One thing that a system may do.

    Attributes:
        haak: name of the capability in ``Leverancier.niet``.
        voor_swv: a samenwerkingsverband is at the other end.
        profielen, versies: each kind of transfer and version that there is, done or not.
    """

    naam: str
    omschrijving: str
    haak: str
    voor_swv: bool
    ondersteund: bool
    reden: str
    profielen: tuple[Deel, ...]
    versies: tuple[Deel, ...]


@attrs.frozen
class _Soort:
    """A capability: where it stands in a plugin, and for which schools it is."""

    naam: str
    omschrijving: str
    haak: str
    kant: Callable[[Plugin], _Kant | None]
    voor_swv: bool
    sector: Callable[[Profiel], frozenset[str]]


_SOORTEN = (
    _Soort(
        "export",
        "dossiers uitleveren",
        "export",
        lambda plugin: plugin.exporteur,
        voor_swv=False,
        sector=lambda profiel: profiel.van,
    ),
    _Soort(
        "import",
        "dossiers inlezen",
        "import",
        lambda plugin: plugin.importeur,
        voor_swv=False,
        sector=lambda profiel: profiel.naar,
    ),
    _Soort(
        "swv uit",
        "dossiers uitleveren aan een samenwerkingsverband",
        "swv",
        lambda plugin: plugin.swv.uit if plugin.swv else None,
        voor_swv=True,
        sector=lambda profiel: profiel.van,
    ),
    _Soort(
        "swv in",
        "dossiers inlezen bij een samenwerkingsverband",
        "swv",
        lambda plugin: plugin.swv.naar_binnen if plugin.swv else None,
        voor_swv=True,
        sector=lambda profiel: profiel.van,
    ),
)


def mogelijkheden(plugin: Plugin) -> tuple[Mogelijkheid, ...]:
    """Return everything that a system may do, with what this one does of it."""
    return tuple(_mogelijkheid(plugin, soort) for soort in _SOORTEN)


def _mogelijkheid(plugin: Plugin, soort: _Soort) -> Mogelijkheid:
    kant = soort.kant(plugin)
    reden = "" if kant else plugin.leverancier.niet.get(soort.haak, "")
    if kant is None and soort.haak == "swv" and plugin.swv is not None:
        reden = _ANDERE_KANT
    return Mogelijkheid(
        naam=soort.naam,
        omschrijving=soort.omschrijving,
        haak=soort.haak,
        voor_swv=soort.voor_swv,
        ondersteund=kant is not None,
        reden=reden,
        profielen=tuple(_profielen(plugin, soort, kant, reden)),
        versies=tuple(_versies(plugin.leverancier, kant, reden)),
    )


def _profielen(plugin: Plugin, soort: _Soort, kant: _Kant | None, reden: str) -> Iterator[Deel]:
    wie = plugin.leverancier
    for profiel in profielen().values():
        if profiel.voor_swv is not soort.voor_swv:
            continue
        doet = kant is not None and profiel.code in kant.profielen
        waarom = reden or _geen_school(wie, soort, profiel) or wie.niet.get(profiel.code, "")
        yield Deel(
            naam=profiel.code,
            ondersteund=doet,
            reden="" if doet else waarom,
        )


def _geen_school(wie: Leverancier, soort: _Soort, profiel: Profiel) -> str:
    if soort.sector(profiel) & wie.sectoren:
        return ""
    return f"het systeem is voor scholen in het {' en '.join(sorted(wie.sectoren))}"


def _versies(wie: Leverancier, kant: _Kant | None, reden: str) -> Iterator[Deel]:
    for versie in map(str, VERSIES):
        doet = kant is not None and versie in kant.versies
        yield Deel(
            naam=versie,
            ondersteund=doet,
            reden="" if doet else reden or wie.niet.get(versie, ""),
        )
