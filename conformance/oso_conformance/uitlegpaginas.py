"""The pages of explanation of this distribution: eisen, gevallen, and words of a certificate."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

from oso_adapters.uitleg import Fragment, Groep, Pagina
from oso_conformance.boom import waarden_op
from oso_conformance.eis import Eis, eisen, onderwerpen
from oso_conformance.gevallen import Geval, gevallen

__all__ = ["uitlegpaginas"]

_MAKER = "maker van de plugin"
_BRON_GEVAL = "oso-conformance, gevallen: verzonnen leerlingen die voor elk systeem dezelfde zijn"
_BRON_WOORD = "oso-conformance, uitslag van een certificering"
_WOORDEN = ("uitkomst", "sterkte", "certificaat")
_KAN = {
    "altijd": "elke plugin",
    "export": "een plugin die uitlevert",
    "import": "een plugin die inleest",
    "swv": "een plugin voor een samenwerkingsverband",
}
_OVER = {
    "plugin": "de plugin als geheel",
    "alle": "elk geval",
    "goed": "elk geval dat een dossier moet worden",
    "fout": "elk geval dat moet worden tegengehouden",
}
_VAN_DE_PLUGIN = (
    "namen in hoofdletters zijn van de plugin zelf: LEERLING is de afbeelding van de leerling,"
    " TABELLEN bevat de codetabellen, BESTAND leest en schrijft; de andere namen komen uit"
    " oso_adapters en oso_adapters.mapping"
)


@cache
def _teksten() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("uitleg.toml").read_text("utf-8"))


def uitlegpaginas() -> Iterator[Pagina]:
    """Yield a page for each eis, each geval, and each word that a certificate uses."""
    yield from map(_van_eis, eisen().values())
    yield from map(_van_geval, gevallen().values())
    for soort in _WOORDEN:
        for woord, tekst in _teksten()[soort].items():
            yield _van_woord(f"{soort} {woord}", woord, tekst)


def _fragment(eis: Eis) -> Fragment | None:
    return Fragment(eis.fout, eis.goed, "python") if eis.fout else None


def _passend(eis: Eis) -> list[Geval]:
    return [geval for geval in gevallen().values() if eis.over in geval.kenmerken]


def _van_eis(eis: Eis) -> Pagina:
    over = _OVER.get(eis.over, f"de gevallen die dit laten zien: {eis.over}")
    bijzonder = eis.over not in _OVER
    return Pagina(
        id=eis.id,
        groep=Groep.EIS,
        wat=eis.tekst,
        waarom=_teksten()["onderwerpen"][eis.onderwerp],
        bron=eis.bron,
        ontstaat=eis.ontstaat,
        doen=(eis.herstel,),
        wie=_MAKER,
        kenmerken=(
            ("onderwerp", onderwerpen()[eis.onderwerp]),
            ("geldt voor", _KAN[eis.kan]),
            ("beproefd op", over),
            ("sterkte", str(eis.sterkte)),
            *((("voorbeeld", _VAN_DE_PLUGIN),) if eis.fout else ()),
        ),
        zie=tuple(geval.id for geval in _passend(eis)) if bijzonder else (),
        maak_fragment=partial(_fragment, eis),
    )


def _van_geval(geval: Geval) -> Pagina:
    wie = _wie(geval)
    wordt = "wordt precies het vastgelegde dossier" if geval.goed else "wordt tegengehouden"
    invoer = f"Voer de leerling van {geval.id} in het eigen systeem in: zijn record {wordt}."
    tonen = f"`oso gevallen {geval.id}` toont alle gegevens, met `--vendor` ook de eigen velden."
    return Pagina(
        id=geval.id,
        groep=Groep.GEVAL,
        wat=f"{geval.naam}.",
        waarom=geval.toont,
        bron=_BRON_GEVAL,
        ontstaat=" ".join(filter(None, (wie, geval.extra))),
        doen=(invoer, tonen),
        wie=_MAKER,
        kenmerken=tuple(_kenmerken(geval)),
        namen=(geval.naam,),
        zie=(geval.profiel, *_eigen_eisen(geval)),
    )


def _eigen_eisen(geval: Geval) -> Iterator[str]:
    """Yield the eisen that are tried on gevallen such as this one only."""
    soorten = geval.kenmerken - set(_OVER)
    yield from (eis.id for eis in eisen().values() if eis.over in soorten)


def _kenmerken(geval: Geval) -> Iterator[tuple[str, str]]:
    yield "overdracht", f"{geval.profiel} uit het {geval.sector}, gemaakt op {geval.dag}"
    if geval.opt_uit:
        yield "uitgezet", ", ".join(geval.opt_uit)
    if geval.fout_in:
        yield "de fout", geval.fout_in


def _wie(geval: Geval) -> str:
    """Say in one sentence who the pupil is."""
    if not geval.goed:
        return geval.leerling
    van = partial(_eerste, geval.data)
    delen = (van("leerling/voornaam"), van("leerling/voorvoegsel"), van("leerling/achternaam"))
    naam = " ".join(filter(None, delen))
    geboren, school = van("leerling/geboortedatum"), van("huidigeschool/naam")
    return f"De leerling is {naam}, geboren op {geboren}, en gaat weg van {school}."


def _eerste(data: bytes, pad: str) -> str:
    return next(iter(waarden_op(data, f"/{pad}")), "")


def _van_woord(naam: str, woord: str, tekst: Mapping[str, str]) -> Pagina:
    return Pagina(
        id=naam,
        groep=Groep.WOORD,
        wat=tekst["wat"],
        waarom=tekst["waarom"],
        bron=_BRON_WOORD,
        ontstaat=tekst["ontstaat"],
        doen=(tekst["doen"],),
        wie=tekst["wie"],
        namen=(woord, woord.replace(" ", "-")),
    )
