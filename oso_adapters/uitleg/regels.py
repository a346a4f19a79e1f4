"""The pages of rules, code lists and categories, from their declarations and what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from oso_adapters.gegevensset import CategorieUitlevering
from oso_adapters.gegevensset._boom import paden_bij
from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.gegevensset.codelijsten import Codelijst, codelijsten
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.melding import SoortMelding, Wie
from oso_adapters.rules import Blad, Regel, Regelset, regels
from oso_adapters.rules.verwachting import plek_op_pad, verwacht_van
from oso_adapters.rules.vouwen import BREEKT, absoluut, telt
from oso_adapters.uitleg.fragmenten import fragment
from oso_adapters.uitleg.lezen import GEEN, teksten
from oso_adapters.uitleg.pagina import Fragment, Groep, Pagina, geen_fragment
from oso_adapters.versies import VERSIES, Versie, bekende_versies, niet_alle

__all__ = ["categoriepaginas", "lijstpaginas", "regelpaginas"]

_CATEGORIE = "OS.cat_"
_CODE_VAN_CATEGORIE = 48
_ALTIJD_GEVULD = "Wat bij deze categorie hoort, is altijd gevuld; geen regel kijkt ernaar."
_LANG = 200
"""A text of more signs than this is left to the page of the list."""
_SPREEKT = re.compile(r"[A-Z][A-Z+-]{2,}")
_GEBRUIK = {
    "VERPLICHT": "verplicht",
    "VERBODEN": "verboden",
    "OPTIONEEL": "uit te zetten",
}


@cache
def _alle() -> dict[str, tuple[Regel, Versie]]:
    """Return each rule by its key, as the newest version says it in which it can be broken."""
    nieuwste: dict[str, tuple[Regel, Versie]] = {}
    for versie in VERSIES:
        for regel in regels(versie, Regelset.AFSPRAAK):
            if regel.id not in nieuwste or not regel.nooit:
                nieuwste[regel.id] = (regel, versie)
    return nieuwste


def _versies(naam: str) -> str:
    """Return the versions that have a rule; nothing when all have it."""
    heeft = [v for v in VERSIES if any(r.id == naam for r in regels(v, Regelset.AFSPRAAK))]
    return niet_alle(heeft)


def _nooit(naam: str) -> dict[str, list[Versie]]:
    """Return why no dossier can break a rule, with the versions in which that is so."""
    redenen: dict[str, list[Versie]] = {}
    for versie in VERSIES:
        for regel in regels(versie, Regelset.AFSPRAAK):
            if regel.id == naam and regel.nooit:
                redenen.setdefault(regel.nooit, []).append(versie)
    return redenen


def _overdrachten(regel: Regel) -> str:
    """Return the kinds of transfer for which a rule counts; nothing when that is all of them."""
    codes = [code for code, p in profielen().items() if telt(regel, p) != BREEKT]
    return "" if len(codes) == len(profielen()) else ", ".join(codes)


def _groep(regel: Regel) -> Groep:
    if regel.soort is SoortMelding.CODELIJST:
        return Groep.CODELIJST
    if regel.id.startswith(_CATEGORIE):
        return Groep.CATEGORIE
    per_blad = {Blad.OV: Groep.OVERSTAP, Blad.PAO: Groep.SWV, None: Groep.ALGEMEEN}
    return per_blad[regel.voor.blad]


def _waar(regel: Regel, versie: Versie) -> Iterator[tuple[str, str]]:
    """Yield where a rule looks and what it asks there."""
    bases = ("",) if regel.bij == "/" else paden_bij(versie, regel.bij)
    pad = absoluut(bases[0], regel.over)
    plek = plek_op_pad(versie).get(pad)
    label = f" ('{plek.veld.label}')" if plek else ""
    if len(bases) == 1:
        yield "veld", f"{pad}{label}"
    else:
        binnen = pad.removeprefix(bases[0]).lstrip("/")
        in_elk = f"{binnen}{label}, in" if binnen else "elk element met de naam"
        yield "veld", f"{in_elk} {regel.bij}{'' if binnen else label}"
    yield "verwacht", _verwacht(regel, bases[0], versie)


def _verwacht(regel: Regel, basis: str, versie: Versie) -> str:
    tekst = verwacht_van(regel, basis, versie)
    if regel.soort is SoortMelding.CODELIJST and len(tekst) > _LANG:
        lijst = regel.id.partition(".")[0]
        return f"een code uit de codelijst; `oso explain {lijst}` noemt ze alle"
    return tekst


def _kenmerken(regel: Regel, versie: Versie) -> Iterator[tuple[str, str]]:
    yield from _waar(regel, versie)
    yield "ernst", str(regel.ernst)
    if soorten := _overdrachten(regel):
        yield "geldt bij", soorten
    if regel.nummers and regel.nummers != (regel.id,):
        yield "nummer", ", ".join(regel.nummers)
    if versies := _versies(regel.id):
        yield "versies", versies
    for reden, hier in _nooit(regel.id).items():
        overal = len(hier) == len(VERSIES) or bekende_versies(hier) in reden
        yield "nooit", reden if overal else f"{bekende_versies(hier)}: {reden}"


def _zie(regel: Regel) -> tuple[str, ...]:
    familie = regel.id.split(".")
    boven = {
        SoortMelding.CODELIJST: (familie[0],),
        SoortMelding.REGEL: (".".join(familie[:2]),) if regel.id.startswith(_CATEGORIE) else (),
    }.get(regel.soort, ())
    return (*boven, *regel.gevolg_van)


def regelpaginas() -> Iterator[Pagina]:
    """Yield a page for each rule of any version."""
    for regel, versie in _alle().values():
        tekst = teksten().get(regel.id, GEEN)
        yield Pagina(
            id=regel.id,
            groep=_groep(regel),
            wat=regel.melding,
            waarom=tekst.waarom,
            bron=tekst.bron,
            ontstaat=tekst.ontstaat,
            doen=(regel.herstel, tekst.doen),
            wie=str(regel.wie),
            kenmerken=tuple(_kenmerken(regel, versie)),
            namen=() if regel.id.startswith(_CATEGORIE) else regel.nummers,
            zie=_zie(regel),
            maak_fragment=partial(fragment, regel, versie),
            zonder_fragment=regel.nooit,
        )


def _codes(lijst: Codelijst) -> Iterator[tuple[str, str]]:
    for code in lijst.codes:
        heeft = [v for v in VERSIES if code.code in lijst.in_versie(v)]
        versies = niet_alle(heeft)
        alleen = f" (alleen {versies})" if versies else ""
        betekenis = code.tekst if code.tekst not in ("", code.code) else ""
        yield f"code {code.code}", f"{betekenis}{alleen}".strip() or "zonder omschrijving"
    if lijst.herkomst == "afgeleid":
        yield "let op", "de omschrijvingen komen uit andere openbare bronnen dan de afspraak"
    if lijst.herkomst == "onbekend":
        yield "let op", "de afspraak zelf geeft bij deze codes geen omschrijving"


def _sprekend(lijst: Codelijst) -> Iterator[str]:
    """Yield the codes that a person may ask for by themselves, such as ``OPT-UIT``."""
    yield from (code.code for code in lijst.codes if _SPREEKT.fullmatch(code.code))


def lijstpaginas() -> Iterator[Pagina]:
    """Yield a page for each code list that some field uses."""
    for nummer, lijst in codelijsten().items():
        naam = f"CL{nummer:02}"
        leden = tuple(sleutel for sleutel in _alle() if sleutel.startswith(f"{naam}."))
        if not leden:
            continue
        tekst = teksten().get(naam, GEEN)
        regel, _ = _alle()[leden[0]]
        yield Pagina(
            id=naam,
            groep=Groep.CODELIJST,
            wat=f"Codelijst {nummer}: {lijst.naam}.",
            waarom=tekst.waarom,
            bron=tekst.bron,
            ontstaat=tekst.ontstaat,
            doen=(regel.herstel, tekst.doen),
            wie=str(regel.wie),
            kenmerken=tuple(_codes(lijst)),
            namen=(f"codelijst {nummer}", f"lijst {nummer}", f"CL{nummer}", *_sprekend(lijst)),
            zie=leden,
            maak_fragment=_van_eerste(leden),
        )


def _van_eerste(leden: tuple[str, ...]) -> partial[Fragment | None]:
    regel, versie = next(_alle()[naam] for naam in leden if not _alle()[naam][0].nooit)
    return partial(fragment, regel, versie)


def categoriepaginas() -> Iterator[Pagina]:
    """Yield a page for each category of ``categorie_uitlevering``."""
    velden = {v.naam: v for versie in VERSIES for v in velden_in(CategorieUitlevering, versie)}
    for veld in velden.values():
        kort = veld.naam.removeprefix("cat_")
        naam = f"{_CATEGORIE}{kort}"
        leden = tuple(sleutel for sleutel in _alle() if sleutel.startswith(f"{naam}."))
        tekst = teksten().get(naam, GEEN)
        gebruik = {code: p.categorie(kort, uitgezet=False) for code, p in profielen().items()}
        nummers = dict.fromkeys(n for lid in leden for n in _alle()[lid][0].nummers)
        yield Pagina(
            id=naam,
            groep=Groep.CATEGORIE,
            wat=f"{veld.label}: of dit in het dossier mag, moet, of is uitgezet.",
            waarom=tekst.waarom,
            bron=tekst.bron,
            ontstaat=tekst.ontstaat,
            doen=(tekst.doen,),
            wie=f"{Wie.LEVERANCIER} of {Wie.SCHOOL}; de regels hieronder zeggen welke van de twee",
            kenmerken=tuple(
                (tekst, ", ".join(c for c, hoe in gebruik.items() if hoe == code))
                for code, tekst in _GEBRUIK.items()
                if code in gebruik.values()
            ),
            namen=(*nummers, f"cat_{kort}"),
            zie=(*leden, f"CL{_CODE_VAN_CATEGORIE}.{veld.naam}"),
            maak_fragment=_van_eerste(leden) if leden else geen_fragment,
            zonder_fragment="" if leden else _ALTIJD_GEVULD,
        )
