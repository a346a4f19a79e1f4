"""What the dossier says of itself: maker, version, delivery, inspection by the parents."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import Datum, JaNee, Tekst, Vrijetekst

__all__ = ["CategorieUitlevering", "Inzage", "Metadata"]


@blok("Categorie-uitlevering", element="categorie_uitlevering")
class CategorieUitlevering:
    """What is delivered of each category: a code of list 48."""

    cat_metadata: Vrijetekst | None = veld(
        "Categorie metadata", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_ouderinzage: Vrijetekst | None = veld(
        "Categorie ouderinzage", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_school: Vrijetekst | None = veld(
        "Categorie school", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_leerling: Vrijetekst | None = veld(
        "Categorie leerling", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_oudersverzorgers: Vrijetekst | None = veld(
        "Categorie ouders/verzorgers", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_vve: Vrijetekst | None = veld("Categorie VVE", verplicht=True, codelijst=48, toonbaar=True)
    cat_schoolloopbaan: Vrijetekst | None = veld(
        "Categorie schoolloopbaan", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_overstapadvies: Vrijetekst | None = veld(
        "Categorie overstapadvies", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_onderwijsondersteuning: Vrijetekst | None = veld(
        "Categorie onderwijsondersteuning",
        verplicht=True,
        codelijst=48,
        toonbaar=True,
        sinds="2019.1",
    )
    cat_verzuim: Vrijetekst | None = veld(
        "Categorie verzuim", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_eindtoetsbo: Vrijetekst | None = veld(
        "Categorie eindtoets basisonderwijs", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_toetsresultaten: Vrijetekst | None = veld(
        "Categorie toetsresultaten", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_handelingsplannen: Vrijetekst | None = veld(
        "Categorie handelingsplannen", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_cijferlijsten: Vrijetekst | None = veld(
        "Categorie cijferlijsten", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_vombo: Vrijetekst | None = veld(
        "Categorie VO-MBO", verplicht=True, codelijst=48, toonbaar=True
    )
    cat_bijlagedocs: Vrijetekst | None = veld(
        "Categorie bijlagedocumenten", verplicht=True, codelijst=48, toonbaar=True
    )


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
