"""The model of the OSO Gegevensset: one tree of blocks for all versions."""

from __future__ import annotations

from oso_adapters.gegevensset.adres import Adres, Communicatie, Land
from oso_adapters.gegevensset.cijferlijst import Cijferlijst, Onderdeel, Score, Vakcijfer
from oso_adapters.gegevensset.document import Document
from oso_adapters.gegevensset.dossier import Dossier, Dossiers, Huidigeschool
from oso_adapters.gegevensset.eindtoets import (
    EindtoetsBasisonderwijs,
    Eindtoetsdomein,
    Eindtoetsonderdeel,
    Eindtoetsresultaat,
)
from oso_adapters.gegevensset.handelingsplan import Handelingsplan
from oso_adapters.gegevensset.leerling import Leerling
from oso_adapters.gegevensset.metadata import CategorieUitlevering, Inzage, Metadata
from oso_adapters.gegevensset.onderwijsondersteuning import (
    ArrangementCluster12,
    ArrangementPao,
    Diagnose,
    Lwoo,
    Onderwijsondersteuning,
    Opp,
    Rvc,
    Signaleringlwoopro,
    Tlv,
    ToelichtingOnderwijsbehoeften,
)
from oso_adapters.gegevensset.overstapadvies import Overstapadvies
from oso_adapters.gegevensset.persoon import Gba, Nationaliteit, Persoon, Verzorger
from oso_adapters.gegevensset.school import Instelling, School
from oso_adapters.gegevensset.schoolloopbaan import Schoolloopbaan
from oso_adapters.gegevensset.terugkoppeling import (
    Leerlingmatching,
    Terugkoppelinformatie,
    Terugkoppeling,
    Tiperschooljaar,
    Vertrek,
    Voschool,
)
from oso_adapters.gegevensset.toetsen import (
    Afgenomendoor,
    Afname,
    Betrouwbaarheidsinterval,
    Referentiescore,
    Resultaat,
    Toets,
    Toetsidentificatie,
    Toetsonderdeel,
    Toetsscore,
    Werktbijinstelling,
)
from oso_adapters.gegevensset.typen import Ruw
from oso_adapters.gegevensset.verzuim import Verzuim
from oso_adapters.gegevensset.vo import (
    Bevorderd,
    Competenties,
    Examenresultaat,
    Overigvombo,
    Resultaatvakkenvo,
    Stage,
    Werkstuk,
)
from oso_adapters.gegevensset.vve import Voorschools, Vroegschools
from oso_adapters.gegevensset.zorg import (
    Arts,
    Begeleiding,
    Contactoverigeinstanties,
    Extrahulpingroep78,
    Lgf,
    Sefunctioneren,
    Upw,
    VerblijfOpdc,
    Vir,
    Zat,
    Zorg,
)

__all__ = [
    "Adres",
    "Afgenomendoor",
    "Afname",
    "ArrangementCluster12",
    "ArrangementPao",
    "Arts",
    "Begeleiding",
    "Betrouwbaarheidsinterval",
    "Bevorderd",
    "CategorieUitlevering",
    "Cijferlijst",
    "Communicatie",
    "Competenties",
    "Contactoverigeinstanties",
    "Diagnose",
    "Document",
    "Dossier",
    "Dossiers",
    "EindtoetsBasisonderwijs",
    "Eindtoetsdomein",
    "Eindtoetsonderdeel",
    "Eindtoetsresultaat",
    "Examenresultaat",
    "Extrahulpingroep78",
    "Gba",
    "Handelingsplan",
    "Huidigeschool",
    "Instelling",
    "Inzage",
    "Land",
    "Leerling",
    "Leerlingmatching",
    "Lgf",
    "Lwoo",
    "Metadata",
    "Nationaliteit",
    "Onderdeel",
    "Onderwijsondersteuning",
    "Opp",
    "Overigvombo",
    "Overstapadvies",
    "Persoon",
    "Referentiescore",
    "Resultaat",
    "Resultaatvakkenvo",
    "Ruw",
    "Rvc",
    "School",
    "Schoolloopbaan",
    "Score",
    "Sefunctioneren",
    "Signaleringlwoopro",
    "Stage",
    "Terugkoppelinformatie",
    "Terugkoppeling",
    "Tiperschooljaar",
    "Tlv",
    "ToelichtingOnderwijsbehoeften",
    "Toets",
    "Toetsidentificatie",
    "Toetsonderdeel",
    "Toetsscore",
    "Upw",
    "Vakcijfer",
    "VerblijfOpdc",
    "Vertrek",
    "Verzorger",
    "Verzuim",
    "Vir",
    "Voorschools",
    "Voschool",
    "Vroegschools",
    "Werkstuk",
    "Werktbijinstelling",
    "Zat",
    "Zorg",
]
