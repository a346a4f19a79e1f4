"""Which small dossiers show what an erratum does: declared as changes to a generated dossier."""

from __future__ import annotations

import attrs

from oso_adapters.tabellen.ingrepen import Neem, Vul, Weg, Zet

__all__ = ["PROEVEN", "Deel", "Proef"]


@attrs.frozen
class Deel:
    """One dossier in a file.

    Attributes:
        profiel: kind of transfer of the valid dossier that it begins as.
        eerst: changes to it, each at a path below ``dossier``.
    """

    profiel: str
    eerst: Weg = ()


@attrs.frozen(kw_only=True)
class Proef:
    """A file that shows one effect of an erratum.

    A version that has no place for the changes, or that lacks the rule, has no such file.

    Attributes:
        nummer: number of the erratum.
        naam: name of the effect, for the file.
        wat: what the file is about, in Dutch.
        delen: the dossiers in it.
        breek: key of the rule that the last of them must break; empty when nothing need be broken.
    """

    nummer: int
    naam: str
    wat: str
    delen: tuple[Deel, ...]
    breek: str = ""


_LEERLING = "huidigeschool/leerling"
_VERZORGER = f"{_LEERLING}/verzorger"
_TOETSEN = f"{_LEERLING}/toetslijst/toets"
_SCHOOLMAIL = "huidigeschool/communicatielijst/communicatie"
_CATEGORIE = "metadata/categorie_uitlevering/cat_"
_LANGSTE_NAAM = 64


def _email(adres: str) -> Weg:
    return (Zet(f"{_SCHOOLMAIL}/soort", "e-mail"), Zet(f"{_SCHOOLMAIL}/nummer", adres))


_NAAR_BINNEN_BRIN = (
    Zet("overdrachtsoort", "overdrachtbinnenbrin"),
    Zet(f"{_CATEGORIE}ouderinzage", "OPTIONEEL"),
    Neem("inzage"),
    Neem("huidigeschool/communicatielijst"),
)

PROEVEN: tuple[Proef, ...] = (
    Proef(
        nummer=1,
        naam="geheim-adres",
        wat="Het adres van een verzorger is geheim, maar staat toch in het dossier.",
        delen=(Deel("BB", (Zet(f"{_CATEGORIE}oudersverzorgers", "OPTIONEEL"), Vul(_VERZORGER))),),
        breek="OVb.OV01",
    ),
    Proef(
        nummer=1,
        naam="zonder-advies",
        wat="In een dossier voor het voortgezet onderwijs ontbreekt het advies.",
        delen=(Deel("POVO"),),
        breek="OVa.OA02",
    ),
    Proef(
        nummer=2,
        naam="oude-toets",
        wat="Een oude toets gaat mee bij een overdracht binnen BRIN met overstap POVO.",
        delen=(
            Deel(
                "BB",
                (
                    Zet("metadata/overstap", "POVO"),
                    Zet(f"{_CATEGORIE}toetsresultaten", "OPTIONEEL"),
                    Vul(_TOETSEN),
                ),
            ),
        ),
        breek="OVa.TR04",
    ),
    Proef(
        nummer=3,
        naam="niet-deelgenomen",
        wat="De leerling heeft niet meegedaan aan de eindtoets, en er is dus geen soort toets.",
        delen=(
            Deel(
                "POVO",
                (
                    Zet(f"{_CATEGORIE}eindtoetsbo", "OPTIONEEL"),
                    Zet(f"{_LEERLING}/eindtoets_basisonderwijs/deelgenomen", "false"),
                    Neem(f"{_LEERLING}/eindtoets_basisonderwijs/eindtoetsresultaat"),
                ),
            ),
        ),
    ),
    Proef(
        nummer=4,
        naam="uitgezet-onderdeel",
        wat="Onderwijsondersteuning is voor dit dossier uitgezet, maar de toelichting gaat mee.",
        delen=(Deel("BB"),),
        breek="OS.cat_onderwijsondersteuning.OPT-UIT.toelichting_onderwijsbehoefte",
    ),
    Proef(
        nummer=5,
        naam="inzage-van-een-ander",
        wat="In het tweede dossier ontbreekt de inzage; het eerste heeft die wel.",
        delen=(Deel("POVO"), Deel("POVO", (Zet(f"{_CATEGORIE}ouderinzage", "OPTIONEEL"),))),
        breek="OVa.IZ01",
    ),
    Proef(
        nummer=5,
        naam="twee-soorten",
        wat="Een goed dossier voor een overstap en een goed dossier voor binnen BRIN, dat zonder"
        " telefoonnummer of e-mailadres van de school mag.",
        delen=(Deel("POPO"), Deel("POPO", _NAAR_BINNEN_BRIN)),
    ),
    Proef(
        nummer=5,
        naam="twee-goede-dossiers",
        wat="Twee goede dossiers, allebei met inzage.",
        delen=(Deel("POPO"), Deel("POPO")),
    ),
    Proef(
        nummer=6,
        naam="uitgezette-categorie",
        wat="Verzuim is voor dit dossier uitgezet, maar gaat toch mee.",
        delen=(Deel("BB"),),
        breek="OS.cat_verzuim.OPT-UIT.verzuim",
    ),
    Proef(
        nummer=6,
        naam="onbekend-deeldossier",
        wat="De code van het deeldossier bestaat niet.",
        delen=(Deel("BB"),),
        breek="CL33.deeldossier",
    ),
    Proef(
        nummer=7,
        naam="kort-adres",
        wat="Een e-mailadres is geen adres: drie tekens zonder @.",
        delen=(Deel("BB", _email("abc")),),
    ),
    Proef(
        nummer=7,
        naam="overlijdensdatum",
        wat="Bij een verzorger staat een overlijdensdatum, maar niet dat die is overleden.",
        delen=(Deel("BB", (Zet(f"{_CATEGORIE}oudersverzorgers", "OPTIONEEL"), Vul(_VERZORGER))),),
        breek="OG.04.ontbreekt",
    ),
    Proef(
        nummer=8,
        naam="twee-apenstaarten",
        wat="In een e-mailadres staan twee apenstaartjes.",
        delen=(Deel("BB", _email("school@post@voorbeeld.nl")),),
    ),
    Proef(
        nummer=8,
        naam="te-lange-naam",
        wat=f"In een e-mailadres staan {_LANGSTE_NAAM + 1} tekens voor de @.",
        delen=(Deel("BB", _email(f"{'a' * (_LANGSTE_NAAM + 1)}@voorbeeld.nl")),),
    ),
)
