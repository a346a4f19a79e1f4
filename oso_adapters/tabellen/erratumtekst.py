"""The text of a report on an erratum to those who keep the standard, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oso_adapters.check import Uitslag
from oso_adapters.rules import Blad
from oso_adapters.tabellen.errata import Bewijs, Erratumblad, paren
from oso_adapters.tabellen.opmerkingen import Opmerking
from oso_adapters.versies import Versie

__all__ = [
    "bestandsnaam",
    "noem_bladen",
    "noem_regels",
    "opmerkingen_markdown",
    "rapport_markdown",
    "zeg_gevolg",
    "zeg_na",
]

_MEESTE_REGELS = 16
"""Keys of rules that are named in a text."""


def bestandsnaam(blad: Erratumblad, bewijs: Bewijs | None = None) -> str:
    """Return the name of the file for a report, or for one of its dossiers."""
    if bewijs is None:
        return f"erratum-{blad.erratum.nummer}.md"
    return f"erratum-{blad.erratum.nummer}-{bewijs.proef.naam}.xml"


def noem_bladen(bladen: Iterable[Blad]) -> str:
    """Return the names of sheets in one text."""
    return " en ".join(map(str, bladen))


def zeg_na(bewijs: Bewijs) -> str:
    """Say which errata hide this one; nothing when none does."""
    if not bewijs.na:
        return ""
    eerst = ", ".join(f"{erratum.nummer} ({erratum.titel})" for erratum in bewijs.na)
    return f"Dit is pas te zien als erratum {eerst} is hersteld."


def zeg_gevolg(bewijs: Bewijs) -> str:
    """Say what the difference means for a school."""
    return f"{bewijs.gevolg}, zodra dat is hersteld" if bewijs.na else str(bewijs.gevolg)


def noem_regels(sleutels: tuple[str, ...]) -> str:
    """Return the keys of rules in one text; the first of them when there are many."""
    getoond = ", ".join(sleutels[:_MEESTE_REGELS])
    rest = len(sleutels) - _MEESTE_REGELS
    return f"{getoond} en nog {rest} (oso errata --json noemt ze alle)" if rest > 0 else getoond


def rapport_markdown(blad: Erratumblad) -> str:
    """Return the report on one erratum in one version, ready to send."""
    return "\n".join(_rapport(blad)) + "\n"


def _rapport(blad: Erratumblad) -> Iterator[str]:
    erratum, versie = blad.erratum, blad.versie
    yield f"# OSO Gegevensset {versie}, blad {noem_bladen(blad.bladen)}: {erratum.titel}"
    yield ""
    yield "Aan de beheerders van de OSO Gegevensset."
    yield ""
    yield f"- Versie: {_noem(versie)}"
    yield f"- Blad: {noem_bladen(blad.bladen)}"
    yield f"- Regels ({len(blad.regels)}): {noem_regels(blad.regels)}"
    for kop, tekst in (
        ("Wat het blad doet", erratum.wat),
        ("Wat is afgesproken", f"{erratum.afspraak} {erratum.bron}"),
        ("Voorstel", erratum.voorstel),
    ):
        yield from ("", f"## {kop}", "", tekst)
    yield from ("", "## Zo is het na te gaan", "")
    yield "De dossiers zijn verzonnen: er staan geen gegevens van een leerling in."
    for nr, bewijs in enumerate(blad.bewijzen, 1):
        yield from _stappen(blad, bewijs, nr)


def _noem(versie: Versie) -> str:
    return f"{versie} (validatieversie {versie.validatieversie})"


def _stappen(blad: Erratumblad, bewijs: Bewijs, nr: int) -> Iterator[str]:
    naam = bestandsnaam(blad, bewijs)
    gekozen = bewijs.gepubliceerd.blad
    yield from ("", f"### {nr}. {bewijs.proef.wat}", "")
    yield f"1. Neem het dossier `{naam}`. Het past in het schema van {blad.versie}."
    yield f"2. Voer het blad {gekozen} erop uit, of `oso check --regelset gepubliceerd {naam}`."
    yield from ("", "Het blad vindt:", "")
    yield from _bevindingen(bewijs.gepubliceerd)
    if bewijs.na:
        yield from ("", f"{zeg_na(bewijs)} Dan vindt het blad:", "")
        yield from _bevindingen(bewijs.zonder)
    yield from ("", f"Volgens de afspraak (`oso check {naam}`) is de uitkomst:", "")
    yield from _bevindingen(bewijs.afspraak)
    yield from ("", f"Gevolg voor de school: {zeg_gevolg(bewijs)}.")


def _bevindingen(uitslag: Uitslag) -> Iterator[str]:
    gevonden = paren(uitslag)
    if gevonden:
        yield from ("| regel | plaats | ernst |", "|---|---|---|")
        yield from (f"| {regel} | `{locatie}` | {ernst} |" for regel, locatie, ernst in gevonden)
    else:
        yield uitslag.reden or "Geen meldingen."
    yield from ("", f"Oordeel: {uitslag.oordeel}.")


def opmerkingen_markdown(versie: Versie, alle: Iterable[Opmerking]) -> str:
    """Return what else can be said of the sheets of a version, ready to send."""
    aanhef = (
        f"Deze punten van {_noem(versie)} veranderen geen oordeel over een dossier, maar maken de"
        " bladen moeilijker te begrijpen."
    )
    regels = [
        f"# OSO Gegevensset {versie}: opmerkingen bij de bladen",
        "",
        "Aan de beheerders van de OSO Gegevensset.",
        "",
        aanhef,
        "",
    ]
    for opmerking in alle:
        over = f" ({', '.join(opmerking.regels)})" if opmerking.regels else ""
        regels.append(f"- {opmerking.wat}{over}")
    return "\n".join(regels) + "\n"
