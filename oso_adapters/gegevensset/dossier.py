"""The dossier itself."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.leerling import Leerling
from oso_adapters.gegevensset.metadata import Inzage, Metadata
from oso_adapters.gegevensset.school import School
from oso_adapters.gegevensset.terugkoppeling import Terugkoppeling
from oso_adapters.gegevensset.typen import Tekst

__all__ = ["Dossier", "Dossiers", "Huidigeschool"]


@blok("Huidige school", element="huidigeschool")
class Huidigeschool(School):
    """School that hands over the dossier, with the leerling."""

    leerling: Leerling | None = veld("Leerling", verplicht=True)


@blok("Dossier", element="dossier")
class Dossier:
    """One dossier of one leerling."""

    metadata: Metadata | None = veld("Metadata", verplicht=True, categorie="metadata")
    overdrachtsoort: Tekst | None = veld(
        "Soort overdracht", verplicht=True, codelijst=29, categorie="metadata", toonbaar=True
    )
    inzage: Inzage | None = veld("Ouderinzage", categorie="ouderinzage")
    huidigeschool: Huidigeschool | None = veld("Huidige school", verplicht=True)


@blok("Dossiers (verzameling)", element="dossiers")
class Dossiers:
    """Several dossiers in one document."""

    dossier: list[Dossier] = veld("Dossier")
    terugkoppeling: list[Terugkoppeling] = veld("Terugkoppeling")
