"""Absence."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.typen import Geheel, JaNee

__all__ = ["Verzuim"]


@blok("Verzuim")
class Verzuim:
    """Absence in the current school year."""

    dagdelengeoorloofd: Geheel | None = veld("Dagdelen geoorloofd verzuim")
    dagdelenongeoorloofd: Geheel | None = veld("Dagdelen ongeoorloofd verzuim")
    urengeoorloofd: Geheel | None = veld("Uren geoorloofd verzuim")
    urenongeoorloofd: Geheel | None = veld("Uren ongeoorloofd verzuim")
    meerdan25percent: JaNee | None = veld("Meer dan 25 procent verzuim")
    frequentie: Geheel | None = veld("Verzuimfrequentie")
    contactleerplicht: JaNee | None = veld("Contact met leerplichtambtenaar")
    rmcmelding: JaNee | None = veld("RMC-melding")
    documentLijst: list[Document] | None = veld("Verzuimdocumenten", lijst="document")
