"""An attached file."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import Tekst

__all__ = ["Document"]


@blok("Bijlagedocument", element="document")
class Document:
    """Attached file; ``bestandsinhoud`` is Base64 of a ZIP."""

    bestandsnaam: Tekst | None = veld("Bestandsnaam", verplicht=True)
    omschrijving: Tekst | None = veld("Omschrijving")
    bestandsinhoud: Tekst | None = veld("Bestandsinhoud", verplicht=True, groot=True)
