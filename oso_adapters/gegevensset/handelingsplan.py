"""Plans of action."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.typen import Datum, Tekst

__all__ = ["Handelingsplan"]


@blok("Handelingsplan", element="handelingsplan")
class Handelingsplan:
    """One plan of action."""

    startdatum: Datum | None = veld("Startdatum", verplicht=True)
    einddatum: Datum | None = veld("Einddatum")
    isgerichtop: Tekst | None = veld("Gericht op", verplicht=True)
    document: Document | None = veld("Bijlagedocument")
