"""Where ``afspraak`` differs from the published sheets: eight errata, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache

import attrs

from oso_adapters.melding import Ernst
from oso_adapters.rules.categorie import SPELFOUT
from oso_adapters.rules.communicatie import HEEL_EMAIL
from oso_adapters.rules.regel import POVO, Regel, Regelset
from oso_adapters.rules.woorden import Als, Eis, Gevuld, Niet, Patroon, paden

__all__ = ["ERRATA", "Erratum", "Werkwijze", "errata_in"]


class Werkwijze(StrEnum):
    """What `oso_adapters.check` does in another way than the published sheets."""

    APART = "elk dossier apart"
    AANWIJZEN = "het element aanwijzen"

    def raakt(self, regel: Regel) -> bool:
        """Say whether it can make a difference for a rule."""
        heel_document = regel.bij == "/"
        if self is Werkwijze.AANWIJZEN:
            return heel_document
        eisen = (regel.eis, *([regel.voor.als] if regel.voor.als is not None else []))
        overal = any(pad.startswith("//") for eis in eisen for pad in paden(eis))
        return heel_document or overal or regel.per_leerling


def _ongewijzigd(regel: Regel) -> Regel:
    return regel


@attrs.frozen(kw_only=True)
class Erratum:
    """One difference.

    Attributes:
        titel: name in a few words, in Dutch.
        wat: what the published sheets do, in Dutch.
        afspraak: what is checked instead, in Dutch.
        bron: where it stands that this is what was agreed, in Dutch.
        voorstel: how the sheets can be mended, in Dutch.
        correct: changes a published rule.
        werkwijze: what it changes when that is no rule, but how `oso_adapters.check` works.
    """

    nummer: int
    titel: str
    wat: str
    afspraak: str
    bron: str
    voorstel: str
    correct: Callable[[Regel], Regel] = _ongewijzigd
    werkwijze: Werkwijze | None = None

    def raakt(self, regel: Regel) -> bool:
        """Say whether it makes, or can make, a difference for a published rule."""
        if self.werkwijze is not None:
            return self.werkwijze.raakt(regel)
        return self.correct(regel) != regel


def _wek(regel: Regel) -> Regel:
    return attrs.evolve(regel, slaapt=False)


def _alleen_overstapdossier(regel: Regel) -> Regel:
    return attrs.evolve(regel, voor=POVO) if regel.id == "OVa.TR04" else regel


def _waarschuw(regel: Regel) -> Regel:
    if regel.id != "OVa.EB03.geendeelname":
        return regel
    return attrs.evolve(regel, ernst=Ernst.WAARSCHUWING)


def _goed_gespeld(eis: Eis) -> Eis:
    match eis:
        case Als(voorwaarde, Niet(Gevuld(pad))):
            for goed, fout in SPELFOUT.items():
                if pad.endswith(f"/{fout}"):
                    return Als(voorwaarde, Niet(Gevuld(pad.removesuffix(fout) + goed)))
    return eis


def _spel(regel: Regel) -> Regel:
    eis = _goed_gespeld(regel.eis)
    if eis == regel.eis:
        return regel
    over = next(
        regel.over.removesuffix(fout) + goed
        for goed, fout in SPELFOUT.items()
        if regel.over.endswith(f"/{fout}")
    )
    return attrs.evolve(regel, eis=eis, over=over, nooit="")


_EEN_OORZAAK = {
    "OG.04.onwaar": ("OG.04.ontbreekt",),
    "OG.01.max": ("OG.01.min",),
    "OG.01.at": ("OG.01.min", "OG.01.max"),
    "OG.01.patroon": ("OG.01.min", "OG.01.max", "OG.01.at"),
}


def _een_keer(regel: Regel) -> Regel:
    return attrs.evolve(regel, gevolg_van=_EEN_OORZAAK.get(regel.id, ()))


def _heel_adres(regel: Regel) -> Regel:
    match regel.eis:
        case Als(voorwaarde, Patroon(pad, _)) if regel.id == "OG.01.patroon":
            return attrs.evolve(regel, eis=Als(voorwaarde, Patroon(pad, HEEL_EMAIL)))
    return regel


ERRATA: tuple[Erratum, ...] = (
    Erratum(
        nummer=1,
        titel="regels onder de leerling worden niet uitgevoerd",
        wat="Het OV-blad daalt niet af onder de leerling, zodat de regels over advies, eindtoets,"
        " toetsen, cijfers en het adres van verzorgers nooit worden uitgevoerd.",
        afspraak="Deze regels worden uitgevoerd, zoals in oudere versies en zoals op het PaO-blad.",
        bron="In oudere versies daalde het blad hier wel af, en het PaO-blad doet dat nog steeds."
        " De regels zelf staan met nummer en tekst in het OV-blad.",
        voorstel="Laat het sjabloon voor 'leerling' in het OV-blad weer afdalen"
        " (xsl:apply-templates), zoals het sjabloon op het PaO-blad.",
        correct=_wek,
    ),
    Erratum(
        nummer=2,
        titel="OVa.TR04 geldt ook binnen BRIN",
        wat="OVa.TR04 kijkt alleen of de overstap POVO is, ook bij een overdracht binnen BRIN.",
        afspraak="De regel geldt alleen voor een overstapdossier.",
        bron="Het nummer begint met OVa: de regels voor een overstapdossier. Alle andere regels"
        " met OVa onder de leerling vragen eerst of de overdrachtsoort 'overstapdossier' is.",
        voorstel="Voeg aan OVa.TR04 de voorwaarde toe dat de overdrachtsoort 'overstapdossier' is.",
        correct=_alleen_overstapdossier,
    ),
    Erratum(
        nummer=3,
        titel="OVa.EB03 vraagt de soort toets van wie niet meedeed",
        wat="OVa.EB03 vraagt om de soort eindtoets bij een leerling die niet heeft deelgenomen; dat"
        " kan niet zonder ook een afnamedatum te verzinnen.",
        afspraak="De melding is een waarschuwing.",
        bron="De soort toets staat in het schema in 'eindtoetsresultaat', en daarin is een"
        " afnamedatum verplicht. Wie niet heeft deelgenomen, heeft die datum niet.",
        voorstel="Vraag alleen naar de soort toets als de leerling wel heeft deelgenomen, of laat"
        " OVa.EB03 vervallen.",
        correct=_waarschuw,
    ),
    Erratum(
        nummer=4,
        titel="toelichting_onderwijsbehoeften is verkeerd gespeld",
        wat="Bij een verboden of uitgezette categorie zoeken de bladen naar"
        " 'toelichting_onderwijsbehoefte', terwijl het onderdeel op -behoeften eindigt.",
        afspraak="De naam is goed gespeld, zodat het onderdeel niet meer doorglipt.",
        bron="Het schema noemt het onderdeel 'toelichting_onderwijsbehoeften', en de regel voor"
        " een verplichte categorie doet dat ook.",
        voorstel="Schrijf in de regels voor VERBODEN en OPT-UIT de naam zoals in het schema.",
        correct=_spel,
    ),
    Erratum(
        nummer=5,
        titel="dossiers in één bestand worden door elkaar beoordeeld",
        wat="In een bestand met meer dossiers kijken de bladen naar alle dossiers door elkaar.",
        afspraak="Elk dossier wordt apart beoordeeld.",
        bron="De afspraak stelt eisen aan een dossier. Het schema laat 'dossiers' met meer"
        " dossiers toe.",
        voorstel="Zoek in de regels vanuit het dossier waar het om gaat (ancestor::dossier) en"
        " niet vanuit het begin van het document.",
        werkwijze=Werkwijze.APART,
    ),
    Erratum(
        nummer=6,
        titel="meldingen wijzen naar het hele document",
        wat="Meldingen over codelijst 33 en over categorieën wijzen naar het hele document (/[1]).",
        afspraak="De melding wijst het element aan waar het om gaat.",
        bron="Een melding heeft een 'locatie' om de plaats van de fout te vinden; bij de andere"
        " regels is dat het element zelf.",
        voorstel="Geef bij deze regels als locatie het pad van het element dat niet mag, of van de"
        " code die niet klopt.",
        werkwijze=Werkwijze.AANWIJZEN,
    ),
    Erratum(
        nummer=7,
        titel="één oorzaak geeft meer meldingen",
        wat="Eén oorzaak geeft soms meer meldingen: OG.01 tot drie en, waar die regel er is, OG.04"
        " twee.",
        afspraak="Alleen de eerste wordt gemeld.",
        bron="De regels met nummer OG.01 stellen samen één eis, en die met nummer OG.04 ook.",
        voorstel="Voer de volgende controle alleen uit als de vorige niets vindt.",
        correct=_een_keer,
    ),
    Erratum(
        nummer=8,
        titel="een e-mailadres wordt maar half gecontroleerd",
        wat="OG.01 controleert alleen het einde van een e-mailadres en niet het aantal tekens voor"
        " de @.",
        afspraak="Het hele adres moet kloppen, met ten hoogste 64 tekens voor de @.",
        bron="De omschrijving van het veld in het schema noemt ten hoogste 64 tekens voor de @.",
        voorstel="Begin het patroon met ^ en zet {1,64} achter de tekens voor de @.",
        correct=_heel_adres,
    ),
)


@cache
def errata_in(regelset: Regelset, zonder: frozenset[int] = frozenset()) -> tuple[Erratum, ...]:
    """Return the errata that a rule set takes away.

    Args:
        zonder: numbers of errata that are left as they are published.
    """
    if regelset is Regelset.GEPUBLICEERD:
        return ()
    return tuple(erratum for erratum in ERRATA if erratum.nummer not in zonder)
