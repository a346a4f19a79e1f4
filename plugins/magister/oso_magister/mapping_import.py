"""From the standard to Magister: where a received dossier goes ("Leerling registreren").

What the other school says of itself, of its years and of its advice is kept with where the leerling
comes from; it never becomes the word of this school.
"""

from __future__ import annotations

from oso_adapters.gegevensset import Bevorderd, Overstapadvies, Schoolloopbaan
from oso_adapters.mapping import (
    afbeelding,
    blok,
    brin,
    code,
    elementcode,
    elk,
    ontbreekt,
    van,
    variant,
    vestigingscode,
)
from oso_magister import records
from oso_magister.codes import TABELLEN
from oso_magister.mapping import DOSSIER, HUIDIGESCHOOL, LEERLING
from oso_magister.mapping_school import school_van
from oso_magister.omzettingen import (
    datum_nl,
    janee_nl,
    schooljaar_van,
    tekst,
)

__all__ = ["DOSSIER_IN", "is_definitief"]

_J = "J"

HERKOMSTADVIES = afbeelding(
    Overstapadvies,
    records.Hadv,
    advies=code("advies", TABELLEN["schooladvies"]),
    wensouders=code("wens_ouders", TABELLEN["schooladvies"]),
    wensleerling=code("wens_leerling", TABELLEN["schooladvies"]),
    herzienadvies=code("herzien", TABELLEN["schooladvies"]),
    motivatie_herzienadvies=van("reden_herzien", tekst),
    profiel=code("profiel", TABELLEN["leerlingprofiel"]),
    argumentatie=van("motivering", tekst),
    contactnodig=van("contactnodig", janee_nl),
    contactpersoon=van("contact", tekst),
    contacttelefoon=van("contact_telefoon", tekst),
    contactemail=van("contact_email", tekst),
    aandachtspunten=van("aandacht", tekst),
)

VOOROPLEIDING = afbeelding(
    Schoolloopbaan,
    records.Lvoo,
    schooljaar=van("lesperiode", schooljaar_van),
    groepscode=van("groep", tekst),
    groepsnaam=van("omschr", tekst),
    jaargroep=code("leerjaar", TABELLEN["leerjaar"]),
    begindatum=van("dBegin", datum_nl),
    einddatum=van("dEinde", datum_nl),
    brincode=van("brin", brin),
    vestigingscode=van("vestnr", vestigingscode),
    schoolsoort=van("soort", tekst),
    schooltype=van("type", tekst),
    voelementcode=van("elementcode", elementcode),
    voelementomschrijving=van("studie", tekst),
    schoolsoortomschrijving=van("soort_omschr", tekst),
    sleutel=("lesperiode", "groep", "dBegin", "brin"),
)

BEVORDERD_HERKOMST = afbeelding(
    Bevorderd,
    records.Lher,
    elementcode=van("bevorderd", elementcode),
    leerjaar=van("bevorderd_leerjaar", tekst),
)

LEERLING_IN = variant(
    LEERLING,
    leerlingid=van("sis_lher.leerlingnr", tekst),
    startdatumhuidigonderwijs=van("sis_lher.dOnderwijs", datum_nl),
    datuminschrijving=van("sis_lher.dInschr", datum_nl),
    datumuitschrijving=van("sis_lher.dUitschr", datum_nl),
    teruggeplaatstnaarbrin=ontbreekt(
        "gaat over een plaatsing door de andere school, niet door deze"
    ),
    overstapadvies=blok(HERKOMSTADVIES, "sis_hadv"),
    schoolloopbaanlijst=elk("sis_lvoo", VOOROPLEIDING),
    verzuim=ontbreekt(
        "het verzuim komt in Magister uit de eigen registratie; dat van de andere school blijft in"
        " het dossier te lezen"
    ),
    bevorderd=blok(BEVORDERD_HERKOMST, "sis_lher"),
)

HUIDIGESCHOOL_IN = variant(
    HUIDIGESCHOOL,
    **school_van("sis_lher.sis_scho.", "naam", "sis_adre", "sis_comm"),
    leerling=blok(LEERLING_IN),
)

DOSSIER_IN = variant(
    DOSSIER,
    inzage=ontbreekt(
        "de inzage gaat over het dossier van de andere school; voor een eigen dossier is een nieuwe"
        " inzage nodig"
    ),
    huidigeschool=blok(HUIDIGESCHOOL_IN),
)


def is_definitief(record: records.Leerlingdossier) -> bool:
    """Say whether the dossier of a leerling is final: then only the eindtoets may still change."""
    return record.sis_lovg is not None and (record.sis_lovg.oso_definitief or "").upper() == _J
