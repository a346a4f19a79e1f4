"""What the dossier says of itself: maker, version, delivery, inspection by the parents."""

from __future__ import annotations

from typing import Any

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import Datum, JaNee, Tekst, Vrijetekst

__all__ = ["CategorieUitlevering", "Inzage", "Metadata"]


def _categorie(naam: str, *, sinds: str | None = None, tot: str | None = None) -> Any:
    """Declare the field of one category of delivery."""
    return veld(
        f"Categorie {naam}", verplicht=True, codelijst=48, toonbaar=True, sinds=sinds, tot=tot
    )


@blok("Categorie-uitlevering", element="categorie_uitlevering")
class CategorieUitlevering:
    """What is delivered of each category: a code of list 48."""

    cat_metadata: Vrijetekst | None = _categorie("metadata")
    cat_ouderinzage: Vrijetekst | None = _categorie("ouderinzage")
    cat_school: Vrijetekst | None = _categorie("school")
    cat_leerling: Vrijetekst | None = _categorie("leerling")
    cat_oudersverzorgers: Vrijetekst | None = _categorie("ouders/verzorgers")
    cat_vve: Vrijetekst | None = _categorie("VVE")
    cat_schoolloopbaan: Vrijetekst | None = _categorie("schoolloopbaan")
    cat_overstapadvies: Vrijetekst | None = _categorie("overstapadvies")
    cat_zorgenbegeleiding: Vrijetekst | None = _categorie("zorg en begeleiding", tot="2018.1")
    cat_onderwijsondersteuning: Vrijetekst | None = _categorie(
        "onderwijsondersteuning", sinds="2019.1"
    )
    cat_verzuim: Vrijetekst | None = _categorie("verzuim")
    cat_eindtoetsbo: Vrijetekst | None = _categorie("eindtoets basisonderwijs")
    cat_toetsresultaten: Vrijetekst | None = _categorie("toetsresultaten")
    cat_handelingsplannen: Vrijetekst | None = _categorie("handelingsplannen")
    cat_cijferlijsten: Vrijetekst | None = _categorie("cijferlijsten")
    cat_vombo: Vrijetekst | None = _categorie("VO-MBO")
    cat_bijlagedocs: Vrijetekst | None = _categorie("bijlagedocumenten")


@blok("Metadata", element="metadata")
class Metadata:
    """Who made the dossier, when, in which version and for which transfer."""

    deeldossier: Tekst | None = veld("Deeldossier", verplicht=True, codelijst=33, toonbaar=True)
    pakketnaam: Tekst | None = veld("Naam softwarepakket", verplicht=True)
    pakketversie: Tekst | None = veld("Versie softwarepakket", verplicht=True)
    datum: Datum | None = veld("Aanmaakdatum dossier", verplicht=True)
    standaardversie: Tekst | None = veld("Versie van de standaard", verplicht=True, toonbaar=True)
    validatieversie: Tekst | None = veld("Versie van de validatie", verplicht=True, toonbaar=True)
    categorie_uitlevering: CategorieUitlevering | None = veld("Categorie-uitlevering")
    overstap: Tekst | None = veld("Soort overstap", codelijst=16, toonbaar=True)


@blok("Ouderinzage", element="inzage")
class Inzage:
    """What the parents saw of the dossier and what they said."""

    voorlopigdossier: JaNee | None = veld("Voorlopig dossier", verplicht=True)
    inzage: JaNee | None = veld("Inzage gehad")
    inzagedatum: Datum | None = veld("Inzagedatum")
    akkoord: Tekst | None = veld("Akkoord met inhoud", codelijst=37)
    redennietakkoord: Tekst | None = veld("Reden niet akkoord")
    toestemming: Tekst | None = veld("Toestemming voor overdracht", codelijst=37)
