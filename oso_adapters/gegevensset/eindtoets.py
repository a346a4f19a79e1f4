"""The final test of primary school."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.typen import Datum, JaNee, Standaardscore, Toetsadvies, Vrijetekst

__all__ = ["EindtoetsBasisonderwijs", "Eindtoetsdomein", "Eindtoetsonderdeel", "Eindtoetsresultaat"]


@blok("Domein")
class Eindtoetsdomein:
    """One domain of a part of the final test."""

    domeincode: Vrijetekst | None = veld("Domeincode", verplicht=True, codelijst=47, toonbaar=True)
    domeinomschrijving: Vrijetekst | None = veld("Omschrijving domein")
    dom_referentieniveau: Vrijetekst | None = veld("Referentieniveau domein", codelijst=45)


@blok("Onderdeel")
class Eindtoetsonderdeel:
    """One part of the final test."""

    onderdeelcode: Vrijetekst | None = veld(
        "Onderdeelcode", verplicht=True, codelijst=46, toonbaar=True
    )
    onderdeelomschrijving: Vrijetekst | None = veld("Omschrijving onderdeel")
    ond_referentieniveau: Vrijetekst | None = veld("Referentieniveau onderdeel", codelijst=45)
    domeinen: list[Eindtoetsdomein] | None = veld("Domeinen", lijst="domein", leeg=True)


@blok("Eindtoetsresultaat", element="eindtoetsresultaat")
class Eindtoetsresultaat:
    """Result of the final test."""

    toetssoort: Vrijetekst | None = veld(
        "Soort eindtoets", verplicht=True, codelijst=42, toonbaar=True
    )
    toetsniveau: Vrijetekst | None = veld(
        "Niveau eindtoets", verplicht=True, codelijst=43, toonbaar=True
    )
    toetsomschrijving: Vrijetekst | None = veld("Omschrijving eindtoets")
    datum_afname: Datum | None = veld("Afnamedatum eindtoets", verplicht=True)
    wettelijke_ontheffing: Vrijetekst | None = veld("Wettelijke ontheffing", codelijst=44)
    standaardscore: Standaardscore | None = veld("Standaardscore")
    toets_advies: Toetsadvies | None = veld("Toetsadvies")
    onderdelen: list[Eindtoetsonderdeel] | None = veld(
        "Onderdelen", verplicht=True, lijst="onderdeel", leeg=True
    )


@blok("Eindtoets basisonderwijs")
class EindtoetsBasisonderwijs:
    """Participation in the final test and its result."""

    eindtoetsresultaat: Eindtoetsresultaat | None = veld("Eindtoetsresultaat")
    deelgenomen: JaNee | None = veld("Deelgenomen aan eindtoets", verplicht=True)
    document: list[Document] = veld("Bijlagedocument")
