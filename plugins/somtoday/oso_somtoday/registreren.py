"""From an Aanmelding to what Somtoday has of the leerling once the school went through the portal.

What only the new school can say stays empty: the number that it gives, the class, the day that the
leerling began there, what the parents saw. An export names each of these fields.
"""

from __future__ import annotations

import attrs

from oso_adapters.mapping import voorletters
from oso_somtoday.aanmelden import als_antwoord
from oso_somtoday.codes import TABELLEN
from oso_somtoday.records import (
    Adres,
    Leerling,
    LeerlingReferentie,
    OuderVerzorger,
    OuderVerzorgerReferentie,
)
from oso_somtoday.records_aanmelding import (
    Aanmelding,
    AanmeldingAdvies,
    AanmeldingLeerling,
    AanmeldingSchoolVanHerkomstNederland,
    AanmeldingVerzorger,
    AdresBuitenland,
)
from oso_somtoday.records_dossier import Leerlingdossier
from oso_somtoday.records_oso import Advies, OsoLeerling, OsoVerzorger
from oso_somtoday.records_registratie import (
    Begeleiding,
    Personalia,
    Registratie,
    Schoolloopbaan,
    SchoolVanHerkomst,
    VerzorgerRegistratie,
)
from oso_somtoday.records_wie import OsoAdres
from oso_somtoday.verwijzingen import Antwoorden, School, stel_samen

__all__ = ["naar_export", "registreer"]

_PARNASSYS = "ParnasSys"
_WOONT = "BEZOEKADRES"
_NOG_GEEN = "nieuw"
"""UUID of a leerling that has none yet."""


def registreer(aanmelding: Aanmelding, uuid: str) -> Antwoorden:
    """Return the answers that Somtoday gives on a leerling, from what registered.

    Args:
        uuid: what the leerling is called by from now on.
    """
    registratie = aanmelding.registratie or Registratie()
    plat = als_antwoord(aanmelding)
    woont, andere = _adressen((registratie.personalia or Personalia()).adressen)
    verzorgers = [
        (f"{uuid}/{nr}", los, verzorger)
        for nr, (los, verzorger) in enumerate(
            zip(plat.verzorgers, aanmelding.verzorgers, strict=True), start=1
        )
    ]
    leerling = attrs.evolve(
        _leerling(plat.leerling or AanmeldingLeerling(), aanmelding, registratie),
        uuid=uuid,
        adres=_adres(woont, plat.leerling.adres_buitenland if plat.leerling else None),
        verzorgers=[
            OuderVerzorgerReferentie(uuid=naam, volgnummer=nr)
            for nr, (naam, _, _) in enumerate(verzorgers, start=1)
        ],
    )
    oso = attrs.evolve(
        _oso(plat, aanmelding),
        uuid=uuid,
        adressen=andere,
        verzorgers=[_oso_verzorger(*verzorger) for verzorger in verzorgers],
    )
    return Antwoorden(
        leerlingen=[leerling],
        ouderVerzorgers=[_verzorger(uuid, *verzorger) for verzorger in verzorgers],
        osoleerlingen=[oso],
    )


def naar_export(aanmelding: Aanmelding) -> Leerlingdossier:
    """Return what is exported of a leerling once they registered, without the school itself."""
    return stel_samen(registreer(aanmelding, _NOG_GEEN), School(), [], vestiging=None)


def _leerling(
    plat: AanmeldingLeerling, aanmelding: Aanmelding, registratie: Registratie
) -> Leerling:
    personalia = registratie.personalia or Personalia()
    herkomst = registratie.herkomst or SchoolVanHerkomst()
    school = aanmelding.school_van_herkomst_nederland or AanmeldingSchoolVanHerkomstNederland()
    advies = aanmelding.advies or AanmeldingAdvies()
    return Leerling(
        roepnaam=plat.roepnaam,
        voornamen=plat.voornamen,
        voorletters=_zonder_punten(personalia.voorletters),
        voorvoegsel=plat.voorvoegsel,
        achternaam=plat.achternaam,
        geslacht=plat.geslacht,
        geboortedatum=plat.geboortedatum,
        emailadres=plat.emailadres,
        mobielnummer=plat.mobielnummer,
        telefoonnummer=plat.telefoonnummer,
        telefoonnummer_geheim=plat.telefoonnummer_geheim,
        vestiging=registratie.vestiging,
        parnassysLeerlingNummer=_nummer(herkomst),
        geboorteplaats=plat.geboorteplaats,
        geboorteland=TABELLEN["land"].terug_van(plat.geboorteland or ""),
        wenstContactViaEMail=plat.contact_via_email,
        BSN=plat.bsn,
        schoolVanHerkomstBrin=school.brincode,
        schoolVanHerkomstNaam=herkomst.naam,
        adviesSchoolVanHerkomst=advies.advies_school,
        onderwijsSinds=personalia.onderwijs_sinds,
        adres_geheim=personalia.adres_geheim,
    )


def _oso(plat: Aanmelding, aanmelding: Aanmelding) -> OsoLeerling:
    registratie = plat.registratie or Registratie()
    personalia = registratie.personalia or Personalia()
    loopbaan = registratie.schoolloopbaan or Schoolloopbaan()
    begeleiding = registratie.begeleiding or Begeleiding()
    leerling = plat.leerling or AanmeldingLeerling()
    return OsoLeerling(
        onderwijsnummer=leerling.onderwijsnummer,
        mobielnummer_geheim=leerling.mobielnummer_geheim,
        emailadres_geheim=False if leerling.emailadres else None,
        contactgegevens=personalia.contactgegevens,
        gba=personalia.gba,
        start_huidig_onderwijs=personalia.start_huidig_onderwijs,
        nnca=personalia.nnca,
        tehuis=personalia.tehuis,
        huisarts=personalia.huisarts,
        verzorgers_aansprakelijk=personalia.verzorgers_aansprakelijk,
        aansprakelijke_instelling=personalia.aansprakelijke_instelling,
        eindtoets=personalia.eindtoets,
        advies=_advies(aanmelding.advies, begeleiding.advies),
        schoolloopbaan=loopbaan.stappen,
        ondersteuning=begeleiding.ondersteuning,
        verzuim=begeleiding.verzuim,
        bijlagen=begeleiding.bijlagen,
        **{naam: getattr(loopbaan, naam) for naam in _ZELFDE},
    )


_ZELFDE = (
    "teruggeplaatst_naar",
    "toetsafnames",
    "rapporten",
    "vakresultaten",
    "examen",
    "bevordering",
    "certificaten",
    "competenties",
    "stages",
    "vervolg_mbo",
)
"""Fields of the second step that Somtoday has under the same name afterwards."""


def _advies(gegeven: AanmeldingAdvies | None, rest: Advies | None) -> Advies | None:
    """Put the two public fields of an advice to the rest of it."""
    if gegeven is None:
        return rest
    return attrs.evolve(
        rest or Advies(), advies_school=gegeven.advies_school, wens_ouders=gegeven.wens_ouders
    )


def _verzorger(
    leerling: str, naam: str, plat: AanmeldingVerzorger, verzorger: AanmeldingVerzorger
) -> OuderVerzorger:
    registratie = verzorger.registratie or VerzorgerRegistratie()
    woont, _ = _adressen(registratie.adressen)
    return OuderVerzorger(
        uuid=naam,
        geslacht=plat.geslacht,
        voorletters=_zonder_punten(plat.voorletters),
        voorvoegsel=plat.voorvoegsel,
        achternaam=plat.achternaam,
        emailadres=plat.emailadres,
        uitgebreidTelefoonnummer=plat.telefoonnummer,
        uitgebreidMobielNummer=plat.mobielnummer,
        telefoonnummer_geheim=plat.telefoonnummer_geheim,
        adres=_adres(woont, plat.adres_buitenland),
        adres_geheim=registratie.adres_geheim,
        leerlingen_van_vestiging=[leerling],
        relatie_tot_leerlingen=[
            LeerlingReferentie(
                uuid=leerling,
                relatiesoort=plat.relatie_tot_leerling,
                ouderlijk_gezag=plat.wettelijk_vertegenwoordiger,
            )
        ],
        wenstContactViaEMail=plat.contact_via_email,
    )


def _oso_verzorger(
    naam: str, plat: AanmeldingVerzorger, verzorger: AanmeldingVerzorger
) -> OsoVerzorger:
    in_lijst = verzorger.registratie or VerzorgerRegistratie()
    los = plat.registratie or VerzorgerRegistratie()
    _, andere = _adressen(in_lijst.adressen)
    return OsoVerzorger(
        uuid=naam,
        mobielnummer_geheim=plat.mobielnummer_geheim,
        emailadres_geheim=False if plat.emailadres else None,
        adressen=andere,
        contactgegevens=los.contactgegevens,
        overleden=in_lijst.overleden,
        overlijdensdatum=in_lijst.overlijdensdatum,
        iban=plat.iban,
    )


def _adressen(adressen: list[OsoAdres]) -> tuple[Adres | None, list[OsoAdres]]:
    """Return where somebody lives, and the other addresses."""
    if adressen and adressen[0].soort == _WOONT:
        return adressen[0].adres, adressen[1:]
    return None, adressen


def _adres(hier: Adres | None, daar: AdresBuitenland | None) -> Adres | None:
    """Return one address, of here, abroad or both, with the whole number of the house as well."""
    regels = [daar.adres_regel_1, daar.adres_regel_2, daar.adres_regel_3] if daar else []
    buitenland = "\n".join(regel for regel in regels if regel) or None
    if hier is None:
        return Adres(buitenlands_adres=buitenland) if buitenland else None
    nummer, los = hier.huisnummer_zonder_toevoeging, hier.huisnummer_toevoeging
    heel = f"{nummer} {los}" if nummer and los else nummer
    return attrs.evolve(hier, huisnummer=heel, buitenlands_adres=buitenland)


def _zonder_punten(tekst: str | None) -> str | None:
    return voorletters.terug(tekst) if tekst else None


def _nummer(herkomst: SchoolVanHerkomst) -> int | None:
    """Return the number of the leerling in ParnasSys, when the dossier came from there."""
    nummer = herkomst.leerlingnummer or ""
    if herkomst.pakket != _PARNASSYS or not (nummer.isascii() and nummer.isdecimal()):
        return None
    return int(nummer)
