"""The pages of kinds of transfer, versions and errata, from their declarations."""

from __future__ import annotations

from collections.abc import Iterator

from oso_adapters.gegevensset import CategorieUitlevering
from oso_adapters.gegevensset._veld import velden
from oso_adapters.gegevensset.profielen import Profiel, profielen
from oso_adapters.melding import Wie
from oso_adapters.rules import ERRATA, Erratum, Regelset, regels
from oso_adapters.uitleg.lezen import teksten
from oso_adapters.uitleg.pagina import Groep, Pagina
from oso_adapters.versies import VERSIES, Versie, bekende_versies, niet_alle

__all__ = ["errata_paginas", "profielpaginas", "versiepaginas"]

_NAMEN = {"po": "basisonderwijs", "vo": "voortgezet onderwijs", "swv": "samenwerkingsverband"}

_SYSTEMEN = "`oso vendors` toont welke systemen een versie kennen."
_TOON = (
    "Een school hoeft niets te doen. `oso errata` toont een dossier waaraan het te zien is, en"
    " maakt er een rapport van om op te sturen."
)


def profielpaginas() -> Iterator[Pagina]:
    """Yield a page for each kind of transfer."""
    for code, profiel in profielen().items():
        tekst = teksten()[code]
        yield Pagina(
            id=code,
            groep=Groep.OVERDRACHT,
            wat=f"Soort overdracht: {profiel.naam}.",
            waarom=tekst.waarom,
            bron=tekst.bron,
            ontstaat=tekst.ontstaat,
            doen=(tekst.doen,),
            wie=tekst.wie,
            kenmerken=tuple(_kenmerken(profiel)),
            namen=(f"overdracht {code}", profiel.naam, profiel.overdrachtsoort),
            zie=tuple(f"OS.cat_{naam}" for naam in sorted(profiel.verplicht | profiel.verboden)),
        )


def _kenmerken(profiel: Profiel) -> Iterator[tuple[str, str]]:
    yield "van", " of ".join(_NAMEN[soort] for soort in sorted(profiel.van))
    yield "naar", " of ".join(_NAMEN[soort] for soort in sorted(profiel.naar))
    yield "soort", profiel.overdrachtsoort
    if profiel.overstap:
        yield "overstap", profiel.overstap
    yield "verplicht", ", ".join(map(_categorie, sorted(profiel.verplicht)))
    if profiel.verboden:
        yield "verboden", ", ".join(map(_categorie, sorted(profiel.verboden)))
    if profiel.weglaten:
        yield "gaat nooit mee", ", ".join(sorted(profiel.weglaten))
    if profiel.toetsvenster:
        yield "toetsen", "alleen van dit schooljaar en de twee ervoor"


def _categorie(naam: str) -> str:
    """Return a category, with the versions that have it when not all do."""
    (veld,) = (v for v in velden(CategorieUitlevering) if v.naam == f"cat_{naam}")
    versies = niet_alle([v for v in VERSIES if v.valt_in(veld.sinds, veld.tot)])
    return f"{veld.naam} (alleen {versies})" if versies else veld.naam


def versiepaginas() -> Iterator[Pagina]:
    """Yield a page for each version of the Gegevensset."""
    for nr, versie in enumerate(VERSIES):
        verschil = (
            f"`oso versions diff {VERSIES[nr - 1]} {versie}` toont wat er verschilt met de vorige."
            if nr
            else "Een oudere is hier niet bekend: vraag van een ouder dossier een nieuw."
        )
        yield Pagina(
            id=f"versie {versie}",
            groep=Groep.WOORD,
            wat=f"Versie {versie} van de Gegevensset.",
            waarom="De versie bepaalt welke velden, codes en regels gelden. Twee systemen kunnen"
            " een dossier alleen uitwisselen in een versie die zij allebei kennen.",
            bron=f"Afspraak OSO Gegevensset {versie}",
            ontstaat=f"Een dossier is van versie {versie} als zijn eerste element de namespace"
            f" {versie.namespace} heeft. In de metadata staan dan standaardversie"
            f" {versie.standaardversie} en validatieversie {versie.validatieversie}.",
            doen=(_SYSTEMEN, verschil),
            wie=f"{Wie.LEVERANCIER}: die bepaalt welke versies een systeem kan maken en inlezen",
            kenmerken=(
                ("namespace", versie.namespace),
                ("validatie", versie.validatieversie),
                ("nieuwste", "ja" if versie is VERSIES[-1] else "nee"),
            ),
            namen=(str(versie), versie.validatieversie, versie.namespace),
        )


def errata_paginas() -> Iterator[Pagina]:
    """Yield a page for each erratum on the published sheets."""
    for erratum in ERRATA:
        geraakt = _geraakt(erratum)
        yield Pagina(
            id=f"erratum {erratum.nummer}",
            groep=Groep.ERRATUM,
            wat=f"Erratum {erratum.nummer}: {erratum.titel}.",
            waarom=f"De bladen doen iets anders dan is afgesproken: {erratum.afspraak}",
            bron=erratum.bron,
            ontstaat=f"Elk systeem dat de bladen draait zoals zij zijn, doet dit: {erratum.wat}",
            doen=(_TOON, f"Voorstel aan wie de bladen maakt: {erratum.voorstel}"),
            wie=f"{Wie.STANDAARD}: wie de gepubliceerde bladen beheert",
            kenmerken=(("versies", bekende_versies(list(geraakt))),) if geraakt else (),
            namen=(erratum.titel, f"erratum{erratum.nummer}"),
            zie=() if erratum.werkwijze else _regels(geraakt),
        )


def _geraakt(erratum: Erratum) -> dict[Versie, tuple[str, ...]]:
    """Return the published rules that an erratum touches, by version."""
    per_versie = {
        versie: tuple(r.id for r in regels(versie, Regelset.GEPUBLICEERD) if erratum.raakt(r))
        for versie in VERSIES
    }
    return {versie: geraakt for versie, geraakt in per_versie.items() if geraakt}


def _regels(geraakt: dict[Versie, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(naam for namen in geraakt.values() for naam in namen))
