"""A seeded generator of valid dossiers, driven by what the fields and the rules declare.

The fields say what can be there; the rules then say what must change before it is valid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

import attrs
from lxml import etree

from oso_adapters.binding import read_dossier, write_dossier
from oso_adapters.check import check
from oso_adapters.gegevensset import CategorieUitlevering, Dossier
from oso_adapters.gegevensset._veld import velden_in
from oso_adapters.gegevensset.profielen import Profiel, profielen
from oso_adapters.melding import Oordeel
from oso_adapters.rules import Regel, Regelset, regels
from oso_adapters.tabellen.bewerken import Bewerker, KanNietError
from oso_adapters.tabellen.bouwen import GEWOON, OMVANGEN, VOL, Bouwer, Omvang
from oso_adapters.tabellen.ingrepen import Vul, Weg, Zet, wegen
from oso_adapters.tabellen.waarden import Waarden
from oso_adapters.versies import Versie

__all__ = ["Opdracht", "genereer", "maak_bewerker", "reeks"]

_EERSTE_DAG = date(2000, 9, 1)
_DAGEN = 7300
_RONDES = 40
_VRIJE_RONDES = 2
_VOL_IS = 9
_KANS_OP_ANDERE_CODE = 0.25
_VASTE_CODES = ("VERPLICHT", "VERBODEN")
"""Codes that a kind of transfer prescribes; no rule refuses OPTIONEEL in their place."""


def maak_bewerker(root: etree._Element, versie: Versie, omvang: Omvang, zaad: str) -> Bewerker:
    """Return what changes a dossier; what it puts in follows from the seed."""
    rnd = Random(zaad)  # noqa: S311 - the same seed must give the same dossier
    dag = _EERSTE_DAG + timedelta(days=rnd.randint(0, _DAGEN))
    return Bewerker(root, Bouwer(versie, omvang, Waarden(rnd, versie, dag)))


def genereer(versie: Versie, profiel: str, zaad: int, omvang: Omvang = GEWOON) -> Dossier:
    """Return a dossier without findings under either rule set; same seed, same dossier.

    Args:
        profiel: POPO, POVO, VOVO, BB, POSWV or VOSWV.
    """
    leeg = etree.Element(f"{{{versie.namespace}}}dossier", nsmap={None: versie.namespace})
    bewerker = maak_bewerker(leeg, versie, omvang, f"{versie}/{profiel}/{omvang.naam}/{zaad}")
    root = bewerker.root = bewerker.bouwer.blok(Dossier, "dossier", "/dossier")
    _kies_profiel(bewerker, profielen()[profiel])
    for regelset in (Regelset.AFSPRAAK, Regelset.GEPUBLICEERD):
        _herstel(bewerker, regelset)
    dossier: Dossier = read_dossier(etree.tostring(root))
    return dossier


def _kies_profiel(bewerker: Bewerker, profiel: Profiel) -> None:
    """Make the dossier one of a kind of transfer."""
    waarden, root = bewerker.bouwer.waarden, bewerker.root
    gezet = [
        Zet("overdrachtsoort", profiel.overdrachtsoort),
        Zet("metadata/datum", waarden.dag.isoformat()),
        *([Zet("metadata/overstap", profiel.overstap)] if profiel.overstap else []),
    ]
    for veld in velden_in(CategorieUitlevering, bewerker.versie):
        categorie = veld.naam.removeprefix("cat_")
        uitgezet = waarden.rnd.random() > bewerker.bouwer.omvang.kans
        code = profiel.categorie(categorie, uitgezet=uitgezet)
        if code in _VASTE_CODES and waarden.rnd.random() < _KANS_OP_ANDERE_CODE:
            code = "OPTIONEEL"
        gezet.append(Zet(f"metadata/categorie_uitlevering/{veld.naam}", code))
    bewerker.voer_uit(root, [Vul("metadata"), *gezet])


@cache
def _per_sleutel(versie: Versie, regelset: Regelset) -> dict[str, Regel]:
    return {regel.id: regel for regel in regels(versie, regelset)}


def _herstel(bewerker: Bewerker, regelset: Regelset) -> None:
    """Change the dossier until the rules have nothing to say of it.

    In the first rounds any way will do. Then the likely one comes first, and another one each time
    that the same rule comes back, so that two rules don't undo each other's change for ever.
    """
    keer: Counter[str] = Counter()
    for ronde in range(_RONDES):
        data = etree.tostring(bewerker.root)
        meldingen = check(data, regelset=regelset).meldingen
        if not meldingen:
            return
        for melding in meldingen:
            regel = _per_sleutel(bewerker.versie, regelset).get(melding.regel)
            if regel is None:
                raise RuntimeError(f"what was built does not fit the schema: {melding.locatie}")
            mogelijk = list(wegen(regel.eis, bewerker.versie, wil=True))
            if ronde < _VRIJE_RONDES:
                bewerker.bouwer.waarden.rnd.shuffle(mogelijk)
            else:
                eerste = keer[regel.id] % len(mogelijk)
                mogelijk = mogelijk[eerste:] + mogelijk[:eerste]
            _herstel_een(bewerker, regel, melding.locatie, mogelijk)
        keer.update({melding.regel for melding in meldingen if ronde >= _VRIJE_RONDES})
    regels_ = sorted({melding.regel for melding in meldingen})
    raise RuntimeError(f"no valid dossier came out; still broken: {', '.join(regels_)}")


def _herstel_een(bewerker: Bewerker, regel: Regel, locatie: str, mogelijk: Iterable[Weg]) -> None:
    """Make one rule hold at one place, by the first of these ways that can be done."""
    el = bewerker.root if regel.bij == "/" else _zoek(bewerker, locatie)
    if el is None:
        return
    for weg in mogelijk:
        try:
            bewerker.voer_uit(el, weg)
        except KanNietError:
            continue
        return


def _zoek(bewerker: Bewerker, locatie: str) -> etree._Element | None:
    """Return the element at a place; None when an earlier change took it out."""
    hier: etree._Element | None = bewerker.root
    for stap in locatie.split("/")[2:]:
        naam, _, nummer = stap.rstrip("]").partition("[")
        if hier is None:
            return None
        kinderen = hier.findall(bewerker.bouwer.tag(naam))
        hier = kinderen[int(nummer) - 1] if int(nummer) <= len(kinderen) else None
    return hier


@attrs.frozen(kw_only=True)
class Opdracht:
    """One dossier to generate."""

    versie: Versie
    profiel: str
    omvang: Omvang
    zaad: int

    @property
    def naam(self) -> str:
        """What the dossier is called, such as ``2019.1_POVO_vol_7``."""
        return f"{self.versie}_{self.profiel}_{self.omvang.naam}_{self.zaad}"

    def data(self) -> bytes:
        """Return the dossier as bytes."""
        dossier = genereer(self.versie, self.profiel, self.zaad, self.omvang)
        return write_dossier(dossier, self.versie)

    def gebreken(self, data: bytes) -> Iterator[str]:
        """Yield what does not hold of the dossier that must: nothing, when all is well."""
        for regelset in Regelset:
            uitslag = check(data, regelset=regelset)
            if uitslag.oordeel is not Oordeel.GELDIG or uitslag.profiel != self.profiel:
                yield f"geldig onder {regelset}"
        opnieuw = genereer(self.versie, self.profiel, self.zaad, self.omvang)
        if read_dossier(data) != opnieuw:
            yield "gelezen en gelijk"
        if write_dossier(opnieuw, self.versie) != data:
            yield "een tweede keer dezelfde bytes"


def reeks(
    versie: Versie,
    codes: Sequence[str],
    aantal: int,
    *,
    zaad: int = 0,
    omvang: Omvang | None = None,
) -> Iterator[Opdracht]:
    """Yield what to generate: kinds of transfer in turn, and one very full one in ten.

    Args:
        codes: kinds of transfer.
        zaad: seed of the first dossier; the next ones count on from it.
        omvang: size of all of them.
    """
    for nr in range(aantal):
        maat = omvang or (VOL if nr % 10 == _VOL_IS else OMVANGEN[nr % 2])
        yield Opdracht(versie=versie, profiel=codes[nr % len(codes)], omvang=maat, zaad=zaad + nr)
