"""The advice for the next school."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.typen import Aandachtspunten, JaNee, Tekst, Vrijetekst

__all__ = ["Overstapadvies"]


@blok("Overstapadvies")
class Overstapadvies:
    """Advice for the next school and who can explain it."""

    advies: Vrijetekst | None = veld("Schooladvies VO", codelijst=2)
    wensouders: Vrijetekst | None = veld("VO-advies volgens ouders", codelijst=2)
    wensleerling: Vrijetekst | None = veld("VO-advies volgens leerling", codelijst=2)
    herzienadvies: Vrijetekst | None = veld("Herzien VO-advies", codelijst=2)
    motivatie_herzienadvies: Tekst | None = veld("Motivatie herzien advies")
    profiel: Tekst | None = veld("Profiel", codelijst=21)
    argumentatie: Tekst | None = veld("Motivering advies")
    contactnodig: JaNee | None = veld("Contact nodig")
    contactpersoon: Tekst | None = veld("Contactpersoon")
    contacttelefoon: Tekst | None = veld("Telefoon contactpersoon")
    contactemail: Tekst | None = veld("E-mail contactpersoon")
    aandachtspunten: Aandachtspunten | None = veld("Aandachtspunten bij overdracht", sinds="2019.1")
