"""Results and choices of secondary school, for the step to mbo."""

from __future__ import annotations

from oso_adapters.gegevensset._veld import blok, veld
from oso_adapters.gegevensset.school import Instelling
from oso_adapters.gegevensset.typen import (
    Datum,
    Elementcode,
    GeheelGetal,
    Getal,
    JaNee,
    Tekst,
    Vrijetekst,
)

__all__ = [
    "Bevorderd",
    "Competenties",
    "Examenresultaat",
    "Overigvombo",
    "Resultaatvakkenvo",
    "Stage",
    "Werkstuk",
]


@blok("Bevorderd naar")
class Bevorderd:
    """Class that the leerling goes up to."""

    elementcode: Elementcode | None = veld("VO-elementcode")
    leerjaar: Vrijetekst | None = veld("Leerjaar")


@blok("Examenresultaat")
class Examenresultaat:
    """Result of the final exam."""

    soortdiploma: Tekst | None = veld("Soort diploma")
    examenjaar: GeheelGetal | None = veld("Examenjaar")
    datumuitslag: Datum | None = veld("Datum uitslag")
    examenuitslag: Tekst | None = veld("Examenuitslag", codelijst=35)


@blok("Werkstuk")
class Werkstuk:
    """Piece of work with its title and mark."""

    werkstuktitel: Tekst | None = veld("Titel werkstuk", verplicht=True)
    werkstukbeoordeling: Tekst | None = veld("Beoordeling werkstuk", verplicht=True)


@blok("Vakresultaat VO")
class Resultaatvakkenvo:
    """Result in one subject; exactly one kind of mark."""

    vakcode: Tekst | None = veld("Vakcode", verplicht=True)
    vakleergebied: Tekst | None = veld("Vak of leergebied")
    afgerond: JaNee | None = veld("Vak afgerond", verplicht=True)
    datumafgerond: Datum | None = veld("Datum afgerond")
    examenvak: JaNee | None = veld("Is examenvak", verplicht=True)
    beoordelingexamenvak: Tekst | None = veld(
        "Beoordeling examenvak", keuze="resultaat", verplicht=True, codelijst=36
    )
    exameneindcijfer: GeheelGetal | None = veld(
        "Eindcijfer examen", keuze="resultaat", verplicht=True
    )
    cijferce: Getal | None = veld("Cijfer centraal examen", keuze="resultaat", verplicht=True)
    eindcijferse: Getal | None = veld("Eindcijfer schoolexamen", keuze="resultaat", verplicht=True)
    cijferse: list[Getal] = veld("Cijfer schoolexamen", keuze="resultaat", verplicht=True)
    rapportcijfer: Getal | None = veld("Rapportcijfer", keuze="resultaat", verplicht=True)
    werkstuk: Werkstuk | None = veld("Werkstuk", keuze="resultaat", verplicht=True)


@blok("Competentie")
class Competenties:
    """One competence."""

    competentiereferentie: Tekst | None = veld("Referentie competentie")
    competentiecategorie: Tekst | None = veld("Categorie competentie")
    competentiebeschrijving: Tekst | None = veld("Beschrijving competentie")
    competentiestatus: Tekst | None = veld("Status competentie")


@blok("Stage")
class Stage:
    """Work placement."""

    begindatum: Datum | None = veld("Begindatum")
    einddatum: Datum | None = veld("Einddatum")
    soortstage: Tekst | None = veld("Soort stage")
    functierol: Tekst | None = veld("Functie of rol")
    instelling: Instelling | None = veld("Instelling")
    beoordeling: Tekst | None = veld("Beoordeling")


@blok("Overige VO-MBO-gegevens")
class Overigvombo:
    """Other data for the step to mbo."""

    keuzevervolgopleiding: Tekst | None = veld("Keuze vervolgopleiding")
    beroepskeuzetest: JaNee | None = veld("Beroepskeuzetest gedaan", verplicht=True)
    portfolio: JaNee | None = veld("Portfolio aanwezig", verplicht=True)
    pop: JaNee | None = veld("POP aanwezig", verplicht=True)
    motivatiebrief: JaNee | None = veld("Motivatiebrief aanwezig", verplicht=True)
    lobdossier: JaNee | None = veld("LOB-dossier aanwezig", verplicht=True)
