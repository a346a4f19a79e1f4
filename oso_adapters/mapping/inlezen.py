"""From a received document to what an import would do with each dossier in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from oso_adapters.binding import read_dossier
from oso_adapters.check import Uitslag, check
from oso_adapters.errors import LeesFout
from oso_adapters.gegevensset import Dossier, Dossiers, Leerling
from oso_adapters.gegevensset.profielen import profiel_van, profielen
from oso_adapters.mapping.administratie import (
    Administratie,
    Inlezer,
    Pgn,
    lees_koppelsleutel,
    nummers_van,
    pgn_van,
)
from oso_adapters.mapping.bronnen import Beschadigd, Onbruikbaar
from oso_adapters.mapping.importmelding import LEERLING, bevinding, waarschuwing
from oso_adapters.mapping.importplan import NUL_WEG, Actie, Keus, Planregel, Stap, merge_record
from oso_adapters.mapping.omkeren import Blad, Deel, Terugweg, Toewijzing, Verlies, keer_om
from oso_adapters.mapping.records import Bronrecord
from oso_adapters.mapping.vullen import volg
from oso_adapters.melding import Ernst, Melding, Oordeel, Wie, judge, voor_ontvanger
from oso_adapters.versies import Versie

__all__ = ["ImportPlan", "make_plans", "neem_over"]


@attrs.frozen(kw_only=True)
class ImportPlan:
    """What an import would do with one dossier.

    Attributes:
        locatie: where the dossier stands in the document.
        profiel: kind of transfer; None when that is unclear.
        oordeel: what the check says of the dossier.
        meldingen: what the check found, and why the plan may or may not be carried out.
        nummer: which record of the administration it is about; None for a new one.
        voor: that record as it was when the plan was made.
        na: the record as it becomes; None when nothing could be made of the dossier.
        regels: what becomes of each field of the dossier.
        mag: the plan may be carried out.
    """

    actie: Actie
    locatie: str
    profiel: str | None = None
    versie: Versie | None = None
    oordeel: Oordeel
    meldingen: tuple[Melding, ...] = ()
    nummer: int | None = None
    voor: Bronrecord | None = attrs.field(default=None, repr=False)
    na: Any = attrs.field(default=None, repr=False)
    regels: tuple[Planregel, ...] = ()
    mag: bool = False

    @property
    def verandert(self) -> bool:
        """Whether carrying it out changes the administration."""
        return self.mag and any(regel.stap.verandert for regel in self.regels)

    def van(self, stap: Stap) -> tuple[Planregel, ...]:
        """Return the fields of which this becomes."""
        return tuple(regel for regel in self.regels if regel.stap is stap)


def make_plans(
    inlezer: Inlezer,
    data: bytes,
    administratie: Administratie,
    actie: Actie,
    *,
    ook_ongeldig: bool = False,
    koppelsleutel: str | None = None,
) -> list[ImportPlan]:
    """Say for each dossier in a document what an import would do; nothing is changed.

    Args:
        ook_ongeldig: somebody decided that an invalid dossier may be taken in as well.
        koppelsleutel: what links an SWV dossier to a leerling; it stands in no dossier.
    """
    uitslag = check(data)
    voor_ons = tuple(map(voor_ontvanger, uitslag.meldingen))
    uitslag = attrs.evolve(uitslag, meldingen=voor_ons)
    ongelezen: list[Melding] = []
    try:
        blok = read_dossier(data, meldingen=ongelezen)
    except LeesFout:
        return [_zonder_dossier(uitslag, actie)]
    opdracht = _Opdracht(
        inlezer, administratie, actie, ook_ongeldig, koppelsleutel, uitslag, ongelezen
    )
    match blok:
        case Dossier():
            return [opdracht.plan(blok, "/dossier[1]", uitslag.meldingen)]
        case Dossiers() if koppelsleutel and len(blok.dossier) > 1:
            meer = bevinding("IM.koppelsleutel", _EEN_DOSSIER, Wie.SCHOOL, locatie="/dossiers[1]")
            return [_zonder_dossier(uitslag, actie, meer)]
        case Dossiers() if blok.dossier:
            return list(opdracht.plannen(blok))
    return [_zonder_dossier(uitslag, actie)]


def neem_over(plan: ImportPlan, administratie: Administratie) -> None:
    """Carry a plan out: the administration gets the record as the plan has it.

    Raises:
        ValueError: the administration is no longer what it was when the plan was made.
    """
    if not plan.verandert:
        return
    if plan.nummer is None or plan.voor is None:
        if administratie.kent(plan.na):
            raise ValueError("the leerling has come in since the plan was made; make it again")
        administratie.zet(None, Bronrecord("", plan.na))
        return
    if plan.voor is not next(iter(administratie.records[plan.nummer : plan.nummer + 1]), None):
        raise ValueError("the record has changed since the plan was made; make it again")
    administratie.zet(plan.nummer, attrs.evolve(plan.voor, record=plan.na))


def _zonder_dossier(uitslag: Uitslag, actie: Actie, reden: Melding | None = None) -> ImportPlan:
    oordeel = uitslag.oordeel
    geen = bevinding("IM.geen_dossier", _STUUR_OPNIEUW, Wie.ANDERE_SCHOOL, locatie="/")
    return ImportPlan(
        actie=actie,
        locatie="/",
        versie=uitslag.versie,
        oordeel=Oordeel.NIET_VAST_TE_STELLEN if oordeel is Oordeel.GELDIG else oordeel,
        meldingen=(*uitslag.meldingen, reden) if reden else uitslag.meldingen or (geen,),
    )


@attrs.frozen
class _Opdracht:
    inlezer: Inlezer
    administratie: Administratie
    actie: Actie
    ook_ongeldig: bool
    koppelsleutel: str | None
    uitslag: Uitslag
    ongelezen: list[Melding]

    def plannen(self, dossiers: Dossiers) -> Iterator[ImportPlan]:
        for nr, dossier in enumerate(dossiers.dossier, start=1):
            locatie = f"/dossiers[1]/dossier[{nr}]"
            eigen = [m for m in self.uitslag.meldingen if f"{m.locatie}/".startswith(f"{locatie}/")]
            yield self.plan(dossier, locatie, tuple(eigen))

    def plan(self, dossier: Dossier, locatie: str, gevonden: tuple[Melding, ...]) -> ImportPlan:
        profiel = _profiel(dossier)
        oordeel = self.uitslag.oordeel
        if oordeel is Oordeel.ONGELDIG:
            oordeel = judge(gevonden)
        basis = ImportPlan(
            actie=self.actie,
            locatie=locatie,
            profiel=profiel,
            versie=self.uitslag.versie,
            oordeel=oordeel,
            meldingen=gevonden,
        )
        leerling = dossier.huidigeschool.leerling if dossier.huidigeschool else None
        if leerling is None:
            return _met(basis, [bevinding("IM.geen_leerling", _STUUR_OPNIEUW, Wie.ANDERE_SCHOOL)])
        bezwaren = [*self._soort(profiel), *self._oordeel(oordeel)]
        sleutel = self._sleutel(leerling, profiel, bezwaren)
        nummers = self._vind(sleutel, leerling, profiel)
        return self._vul(basis, dossier, leerling, sleutel, nummers, bezwaren)

    def _vind(self, sleutel: str | None, leerling: Leerling, profiel: str | None) -> list[int]:
        if sleutel is None:
            return []
        if _is_swv(profiel):
            return self.administratie.vind(sleutel)
        return self.administratie.vind(sleutel, *nummers_van(leerling))

    def _soort(self, profiel: str | None) -> Iterator[Melding]:
        if profiel not in self.inlezer.profielen:
            neemt = ", ".join(sorted(self.inlezer.profielen))
            herstel = f"Vraag het dossier opnieuw op, als een van: {neemt}."
            yield bevinding("IM.profiel", herstel, Wie.ANDERE_SCHOOL)
        if str(self.uitslag.versie) not in self.inlezer.versies:
            neemt = ", ".join(sorted(self.inlezer.versies))
            herstel = f"Vraag het dossier opnieuw op, in versie {neemt}."
            yield bevinding("IM.versie", herstel, Wie.LEVERANCIER)

    def _oordeel(self, oordeel: Oordeel) -> Iterator[Melding]:
        if oordeel is Oordeel.GELDIG:
            return
        if oordeel is Oordeel.ONGELDIG and self.ook_ongeldig:
            herstel = "Iemand koos ervoor om het toch over te nemen; kijk het daarna na."
            yield waarschuwing("IM.ongeldig", herstel, Wie.SCHOOL, "/dossier[1]")
        else:
            yield bevinding("IM.ongeldig", _STUUR_OPNIEUW, Wie.ANDERE_SCHOOL)

    def _sleutel(
        self, leerling: Leerling, profiel: str | None, bezwaren: list[Melding]
    ) -> str | None:
        """Return what tells whose dossier it is; what is wrong with it is added to the findings."""
        if _is_swv(profiel):
            gelezen = lees_koppelsleutel(self.koppelsleutel or "")
            if gelezen is None and self.inlezer.koppelsleutel:
                herstel = "Geef de koppelsleutel (een UUID) op die bij de melding ervan hoort."
                bezwaren.append(bevinding("IM.koppelsleutel", herstel, Wie.SCHOOL))
            return gelezen
        pgn = _pgn(leerling)
        if pgn is None:
            bezwaren.append(bevinding("IM.pgn", _STUUR_OPNIEUW, Wie.ANDERE_SCHOOL))
            return None
        if pgn.hersteld:
            setattr(leerling, pgn.soort, pgn.nummer)
            herstel = "Het nummer is hersteld; laat het de andere school ook herstellen."
            plek = f"{LEERLING}/{pgn.soort}[1]"
            bezwaren.append(waarschuwing("IM.nul", herstel, Wie.ANDERE_SCHOOL, plek))
        return pgn.nummer

    def _vul(
        self,
        basis: ImportPlan,
        dossier: Dossier,
        leerling: Leerling,
        sleutel: str | None,
        nummers: list[int],
        bezwaren: list[Melding],
    ) -> ImportPlan:
        nummer = nummers[0] if len(nummers) == 1 else None
        voor = self.administratie.records[nummer] if nummer is not None else None
        weg = keer_om(self.inlezer.dossier, dossier, basis.locatie)
        if _is_swv(basis.profiel) and sleutel:
            self._voeg_koppelsleutel_toe(weg.deel, sleutel)
        definitief = voor is not None and self._is_definitief(voor, bezwaren)
        keus = Keus(actie=self.actie, nieuw=voor is None, definitief=definitief)
        na = merge_record(weg.deel, voor.record if voor else None, keus)
        regels = [
            *keus.regels,
            *map(_vanzelf, weg.vanzelf),
            *map(_niet_overgenomen, weg.verliezen),
            *_ongelezen(self.ongelezen, basis.locatie),
        ]
        bezwaren += self._bestaan(leerling, nummers, keus)
        bezwaren += _over_velden(weg, keus)
        mag = sleutel is not None and not any(m.ernst is Ernst.FOUT for m in bezwaren)
        gevuld = attrs.evolve(basis, nummer=nummer, voor=voor, na=na, regels=tuple(regels))
        return _met(gevuld, bezwaren, mag=mag and self.actie is not Actie.GEEN_ACTIE)

    def _voeg_koppelsleutel_toe(self, deel: Deel, sleutel: str) -> None:
        pad = self.inlezer.koppelsleutel
        if pad:
            deel.toewijzingen.append(
                Toewijzing(
                    pad=pad,
                    waarde=sleutel,
                    gelijk=lambda record: (
                        lees_koppelsleutel(str(volg(record, pad) or "")) == sleutel
                    ),
                    bladen=(),
                    label="Koppelsleutel",
                )
            )

    def _is_definitief(self, voor: Bronrecord, bezwaren: list[Melding]) -> bool:
        try:
            return self.inlezer.definitief(voor.record)
        except (Exception, SystemExit):  # noqa: BLE001 - code of the plugin
            herstel = "De leverancier moet de koppeling herstellen; tot dan verandert er niets."
            bezwaren.append(bevinding("IM.definitief", herstel, Wie.LEVERANCIER))
            return True

    def _bestaan(self, leerling: Leerling, nummers: list[int], keus: Keus) -> Iterator[Melding]:
        if len(nummers) > 1:
            herstel = "Voeg in het administratiesysteem de dubbele leerlingen eerst samen."
            yield bevinding("IM.dubbel", herstel, Wie.SCHOOL, locatie=LEERLING)
        elif not nummers and self.actie in (Actie.AANVULLEN, Actie.OVERSCHRIJVEN):
            herstel = f"Kies '{Actie.IMPORTEREN}' om een nieuwe leerling te maken."
            yield bevinding("IM.onbekend", herstel, Wie.SCHOOL, locatie=LEERLING)
        elif nummers and self.actie is Actie.IMPORTEREN and _zou_veranderen(keus):
            herstel = f"Kies '{Actie.AANVULLEN}' of '{Actie.OVERSCHRIJVEN}'."
            yield bevinding("IM.bestaat", herstel, Wie.SCHOOL, locatie=LEERLING)
        if not nummers and self.administratie.lijkt(leerling):
            herstel = "Kijk of het dezelfde leerling is, en verbeter dan eerst het nummer."
            yield waarschuwing("IM.lijkt", herstel, Wie.SCHOOL)


_OPNIEUW = "Vraag de school die het dossier verzond om"
_EEN_DOSSIER = "Een koppelsleutel hoort bij één dossier; splits het bestand."
_STUUR_OPNIEUW = "Vraag de andere school het dossier te herstellen en opnieuw klaar te zetten."


def _met(plan: ImportPlan, bezwaren: list[Melding], *, mag: bool = False) -> ImportPlan:
    return attrs.evolve(plan, meldingen=(*plan.meldingen, *bezwaren), mag=mag)


def _profiel(dossier: Dossier) -> str | None:
    overstap = dossier.metadata.overstap if dossier.metadata else None
    return profiel_van({dossier.overdrachtsoort or ""}, {overstap or ""})


def _pgn(leerling: Leerling) -> Pgn | None:
    try:
        return pgn_van(leerling)
    except Onbruikbaar:
        return None


def _vanzelf(blad: Blad) -> Planregel:
    waarom = "is in dit systeem altijd zo"
    return Planregel(stap=Stap.GELIJK, bladen=(blad,), label=blad.label, waarom=waarom)


def _niet_overgenomen(verlies: Verlies) -> Planregel:
    return Planregel(
        stap=Stap.NIET_OVERGENOMEN,
        bladen=(verlies.blad,),
        label=verlies.blad.label,
        waarom=verlies.reden,
        let_op=verlies.onbedoeld,
        gebrek=verlies.gebrek,
    )


def _ongelezen(gevonden: list[Melding], locatie: str) -> Iterator[Planregel]:
    """Yield what is in the document, but not where the standard has a place for it."""
    for melding in gevonden:
        stap, _, nummer = melding.locatie.rpartition("/")[2].partition("[")
        te_veel = melding.regel == "ST.teveel"
        if f"{melding.locatie}/".startswith(f"{locatie}/") and not (te_veel and nummer == "1]"):
            yield Planregel(
                stap=Stap.NIET_OVERGENOMEN,
                bladen=(Blad(melding.locatie, stap),),
                label=stap,
                waarom="staat er vaker dan mag" if te_veel else "de standaard kent hier iets niet",
                let_op=True,
            )


def _is_swv(profiel: str | None) -> bool:
    return profiel is not None and profielen()[profiel].voor_swv


def _zou_veranderen(keus: Keus) -> bool:
    return any(r.stap not in (Stap.GELIJK, Stap.NIET_OVERGENOMEN) for r in keus.regels)


def _over_velden(weg: Terugweg, keus: Keus) -> Iterator[Melding]:
    for verlies in weg.verliezen:
        if verlies.reden.startswith(Beschadigd.begin):
            herstel = f"{_OPNIEUW} '{verlies.blad.label}' opnieuw; het {verlies.reden}."
            yield waarschuwing("IM.waarde", herstel, Wie.ANDERE_SCHOOL, verlies.blad.locatie)
        elif verlies.onbedoeld:
            herstel = f"Neem '{verlies.blad.label}' met de hand over; het {verlies.reden}."
            wie = Wie.LEVERANCIER if verlies.gebrek else Wie.SCHOOL
            yield waarschuwing("IM.waarde", herstel, wie, verlies.blad.locatie)
    stappen = {regel.stap for regel in keus.regels if regel.waarom == NUL_WEG}
    if Stap.HERSTELLEN in stappen:
        yield waarschuwing("IM.nul", "Het nummer in de administratie is hersteld.", Wie.SCHOOL)
    elif stappen:
        herstel = f"Zet de nul terug in de administratie, of kies '{Actie.AANVULLEN}'."
        yield waarschuwing("IM.nul", herstel, Wie.SCHOOL)
