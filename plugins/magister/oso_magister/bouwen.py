"""Makes one whole leerling of the rows over all lists; every row has a place, or is told of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from oso_adapters.mapping import Onbruikbaar, bezwaar
from oso_adapters.melding import Melding, Wie
from oso_magister.basis import Basis
from oso_magister.lijsten import (
    BIJ,
    HOOFDLIJST,
    LEERLING,
    LIJSTEN,
    STAMNR,
    WOONADRES,
    WOONADRES_OVERIG,
    kolommen_van,
)
from oso_magister.records import Aanm, Leer, Leerlingdossier
from oso_magister.records_school import Adre
from oso_magister.regels import Rij, meld_vreemd
from oso_magister.tekens import lijkt_utf8
from oso_magister.velden import Deel, Soort, delen, sleutelveld

__all__ = ["WOON", "bouw_leerling"]

WOON = "W"
"""Kind of address of the home."""
_ADRESSEN = Deel("sis_adre", Soort.RIJEN, Adre)
_UITVOER = "De leverancier moet de uitvoer van deze lijst herstellen."

_Rijen = Mapping[str, list[Rij]]


def bouw_leerling(
    nummer: int, rijen: _Rijen, basis: Basis, lees_bestand: Callable[[str], bytes]
) -> tuple[Leerlingdossier | None, list[Melding]]:
    """Make the record of one leerling, with what is wrong in the lists.

    Args:
        rijen: the rows of this leerling by list.
        lees_bestand: reads a file of the folder ``bijlagen``; raises `Onbruikbaar`.
    """
    bouwer = _Bouwer(rijen, basis, lees_bestand)
    return bouwer.leerling(nummer), bouwer.meldingen


class _Bouwer:
    def __init__(self, rijen: _Rijen, basis: Basis, lees_bestand: Callable[[str], bytes]) -> None:
        self._basis = basis
        self._lees_bestand = lees_bestand
        self.meldingen: list[Melding] = []
        self._rijen = {naam: self._goede(naam, eigen) for naam, eigen in rijen.items()}
        self._per_koppeling = {
            naam: _per_koppeling(LIJSTEN[naam].koppeling, eigen)
            for naam, eigen in self._rijen.items()
        }
        self._sleutels: set[tuple[str, str]] = set()

    def leerling(self, nummer: int) -> Leerlingdossier | None:
        hoofd = self._rijen.get(HOOFDLIJST, [])
        if not hoofd:
            self._zonder_leerling()
            return None
        self._vergelijk(hoofd)
        gevuld: dict[str, Any] = {
            deel.naam: self._kinderen(deel, LEERLING, "")
            for deel in delen(Leerlingdossier)
            if deel.naam in LIJSTEN
        }
        dossier = Leerlingdossier(
            **gevuld, sis_leer=self._leer(nummer, hoofd[0]), sis_aanm=self._aanmeldingen(hoofd)
        )
        self._noem_rest()
        self._controleer_ouder(dossier)
        return dossier

    def _goede(self, naam: str, rijen: list[Rij]) -> list[Rij]:
        """Return the rows with as many cells as there are columns; tell of the others."""
        for rij in rijen:
            if rij.verschil:
                hoe = "veel" if rij.verschil > 0 else "weinig"
                self._meld(
                    naam,
                    f"Regel {rij.regel} van '{naam}' heeft te {hoe} cellen; wat waar staat, is"
                    " niet zeker.",
                    "De leverancier moet teksten met een puntkomma tussen aanhalingstekens zetten.",
                )
            self.meldingen += meld_vreemd(naam, rij)
            for kolom in (kolom for kolom, cel in rij.cellen.items() if lijkt_utf8(cel)):
                self._meld(
                    f"{naam}.{kolom}",
                    f"In '{naam}.{kolom}' zijn letters met accenten verminkt: er staat UTF-8.",
                    "Verbeter de waarde in Magister.",
                    wie=Wie.SCHOOL,
                )
        return [rij for rij in rijen if not rij.verschil]

    def _zonder_leerling(self) -> None:
        """Tell of rows of a leerling who is not in the main list."""
        if HOOFDLIJST not in self._rijen:
            namen = ", ".join(f"'{naam}'" for naam in self._rijen)
            self._meld(
                f"{HOOFDLIJST}.{STAMNR}",
                f"In {namen} staan rijen van een leerling die niet in '{HOOFDLIJST}' staat.",
                "Maak alle lijsten opnieuw, met dezelfde leerlingen.",
                wie=Wie.SCHOOL,
            )

    def _vergelijk(self, hoofd: list[Rij]) -> None:
        """Tell of columns of the leerling that differ between the enrolments."""
        for kolom in (*kolommen_van(Leer), *WOONADRES):
            if kolom != STAMNR and len({rij.cellen.get(kolom) for rij in hoofd}) > 1:
                veld = f"{LEERLING}.{kolom}"
                regels = ", ".join(str(rij.regel) for rij in hoofd)
                self._meld(
                    veld,
                    f"De rijen van deze leerling in '{HOOFDLIJST}' spreken elkaar tegen: in"
                    f" '{veld}' staat niet overal hetzelfde (regels {regels}).",
                    "De leverancier moet bij elke aanmelding dezelfde gegevens van de leerling"
                    " geven.",
                )

    def _leer(self, nummer: int, rij: Rij) -> Leer:
        eigen = {kolom: rij.cellen.get(kolom) for kolom in kolommen_van(Leer)}
        adressen = [*self._woonadres(rij), *self._kinderen(_ADRESSEN, LEERLING, "")]
        return Leer(**{**eigen, STAMNR: str(nummer)}, adres=adressen)

    def _woonadres(self, rij: Rij) -> list[Adre]:
        overig = next(iter(self._rijen.get("sis_lovg", [])), Rij(0, {}))
        delen_adres = {kolom: rij.cellen.get(kolom) for kolom in WOONADRES}
        delen_adres |= {kolom: overig.cellen.get(kolom) for kolom in WOONADRES_OVERIG}
        return [Adre(soort=WOON, **delen_adres)] if any(delen_adres.values()) else []

    def _aanmeldingen(self, hoofd: list[Rij]) -> list[Aanm]:
        """Return the enrolments; a list that joins more gives the same one several times."""
        kolommen = kolommen_van(Aanm)
        uniek = {tuple(rij.cellen.get(k) for k in kolommen): rij for rij in reversed(hoofd)}
        gevuld = [rij for cellen, rij in reversed(uniek.items()) if any(cellen)]
        return [self._record(Aanm, "sis_aanm", rij) for rij in gevuld]

    def _record(self, cls: type, lijst: str, rij: Rij) -> Any:
        eigen = sleutelveld(cls)
        sleutel = rij.cellen.get(eigen, "") if eigen else ""
        if sleutel and (lijst, sleutel) in self._sleutels:
            self._meld(
                f"{lijst}.{eigen}",
                f"Bij deze leerling staan in '{lijst}' twee rijen met dezelfde '{eigen}'.",
                _UITVOER,
            )
        self._sleutels.add((lijst, sleutel))
        return cls(**{deel.naam: self._waarde(deel, lijst, sleutel, rij) for deel in delen(cls)})

    def _waarde(self, deel: Deel, lijst: str, sleutel: str, rij: Rij) -> Any:
        cel = rij.cellen.get(deel.naam)
        veld = f"{lijst}.{deel.naam}"
        match deel.soort:
            case Soort.KOLOM:
                return cel
            case Soort.BESTAND:
                return self._inhoud(cel, veld) if cel else None
            case Soort.BASIS if deel.cls is not None:
                return self._wijst_naar(deel.cls, cel, veld) if cel else None
        return self._kinderen(deel, lijst, sleutel)

    def _kinderen(self, deel: Deel, lijst: str, sleutel: str) -> Any:
        """Return the rows of a list that belong to one row; each is taken once."""
        if deel.naam not in self._per_koppeling:
            return None if deel.soort is Soort.RIJ else []
        koppeling = LIJSTEN[deel.naam].koppeling
        link = (lijst, sleutel) if koppeling[1:] == BIJ else (sleutel,) if koppeling[1:] else ()
        rijen = self._per_koppeling[deel.naam].pop(link, [])
        if deel.soort is Soort.TEKSTEN or deel.cls is None:
            return [rij.cellen["waarde"] for rij in rijen if "waarde" in rij.cellen]
        if deel.soort is Soort.RIJ and len(rijen) > 1:
            self._meld(
                deel.naam,
                f"In '{deel.naam}' staat meer dan één rij waar er één kan zijn.",
                _UITVOER,
            )
        records = [self._record(deel.cls, deel.naam, rij) for rij in rijen]
        if deel.soort is Soort.RIJEN:
            return records
        return next((record for record in records if record != deel.cls()), None)

    def _wijst_naar(self, cls: type, sleutel: str, veld: str) -> Any:
        gevonden = self._basis.zoek(cls, sleutel, veld)
        self.meldingen += gevonden.meldingen
        return gevonden.record

    def _inhoud(self, naam: str, veld: str) -> bytes | None:
        try:
            return self._lees_bestand(naam)
        except Onbruikbaar as fout:
            self._meld(
                veld,
                f"De bijlage in '{veld}' is niet te lezen; verwacht: {fout}.",
                "Zet het bestand in de map 'bijlagen', of haal de bijlage bij de leerling weg.",
                wie=Wie.SCHOOL,
            )
        return None

    def _noem_rest(self) -> None:
        """Tell of rows that belong to a row that is not there."""
        for naam, per_koppeling in self._per_koppeling.items():
            if per_koppeling and naam != HOOFDLIJST:
                kolom = LIJSTEN[naam].koppeling[-1]
                self._meld(
                    f"{naam}.{kolom}",
                    f"In '{naam}' staan rijen die naar geen enkele rij van deze leerling wijzen.",
                    "De leverancier moet deze rijen bij een bestaande rij zetten, of weglaten.",
                )

    def _controleer_ouder(self, dossier: Leerlingdossier) -> None:
        eerste = dossier.sis_leer.idoudr1 if dossier.sis_leer else None
        if eerste and eerste not in {ouder.idoudr for ouder in dossier.sis_oudr}:
            self._meld(
                f"{LEERLING}.idoudr1",
                f"'{LEERLING}.idoudr1' verwijst naar een ouder die bij deze leerling niet in"
                " 'sis_oudr' staat.",
                "Maak alle lijsten opnieuw, met dezelfde leerlingen.",
                wie=Wie.SCHOOL,
            )

    def _meld(self, veld: str, melding: str, herstel: str, *, wie: Wie = Wie.LEVERANCIER) -> None:
        self.meldingen.append(bezwaar(veld, melding, herstel, wie=wie))


def _per_koppeling(kolommen: tuple[str, ...], rijen: list[Rij]) -> dict[tuple[str, ...], list[Rij]]:
    """Return rows by whose they are: the values of the columns behind ``stamnr``."""
    per_koppeling: dict[tuple[str, ...], list[Rij]] = {}
    for rij in rijen:
        link = tuple(rij.cellen.get(kolom, "") for kolom in kolommen[1:])
        per_koppeling.setdefault(link, []).append(rij)
    return per_koppeling
