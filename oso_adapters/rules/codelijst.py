"""The family of code lists: one rule for each list and element, from what the fields declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from oso_adapters.gegevensset import Terugkoppeling
from oso_adapters.gegevensset._boom import Plek, plekken
from oso_adapters.gegevensset.codelijsten import Codelijst, codelijst
from oso_adapters.melding import Ernst, SoortMelding, Wie
from oso_adapters.rules.regel import ALTIJD, Regel
from oso_adapters.rules.woorden import uit
from oso_adapters.versies import Versie

__all__ = ["STILLE_WORTELS", "regels"]

STILLE_WORTELS = frozenset({"categorie_uitlevering", "eindtoetsresultaat"})
"""Root elements below which the sheets test no list: they look for them inside their parent."""

_OP_NAAM = frozenset({10, 13, 14, 15, 29})
"""Lists of which the sheets look for the field by its name alone, whatever element holds it."""

_LIJST_VAN_HET_DOCUMENT = 33
"""The list of deeldossier is tested once, for the document as a whole."""

_HERSTEL = (
    "Kies in het administratiesysteem een waarde die bij een van deze codes hoort. Staat daar al"
    " een goede waarde, dan moet de leverancier de omzetting naar de code verbeteren."
)


_HERSTEL_LEVERANCIER = (
    "Een school kiest deze code niet zelf: de leverancier van het verzendende systeem moet een code"
    " van deze lijst leveren."
)
_VAN_DE_SOFTWARE = frozenset({29, 33, 48})
"""Lists of which the software, not the school, chooses the code."""


def _verwacht(lijst: Codelijst, codes: Mapping[str, str]) -> str:
    met_tekst = (
        f"{code} ({tekst})" if tekst and tekst != code else code for code, tekst in codes.items()
    )
    return f"een code van lijst {lijst.nummer}: {', '.join(met_tekst)}"


def _regel(versie: Versie, nummer: int, naam: str, bij: list[Plek]) -> Regel:
    lijst = codelijst(nummer)
    codes = lijst.in_versie(versie)
    label = bij[0].veld.label
    ouders = sorted({plek.pad.split("/")[-2] for plek in bij})
    heel_document = nummer == _LIJST_VAN_HET_DOCUMENT
    if heel_document:
        plaats = "/"
    elif len(ouders) > 1 or nummer in _OP_NAAM:
        plaats = naam
    else:
        plaats = f"{ouders[0]}/{naam}"
    return Regel(
        id=f"CL{nummer:02}.{naam}",
        nummers=(),
        voor=ALTIJD,
        bij=plaats,
        eis=uit("//metadata/deeldossier/text()" if heel_document else "./text()", *codes),
        melding=f"'{label}' heeft geen code uit codelijst {nummer} ({lijst.naam}).",
        herstel=_HERSTEL_LEVERANCIER if nummer in _VAN_DE_SOFTWARE else _HERSTEL,
        wie=Wie.LEVERANCIER,
        ernst=Ernst.FOUT,
        soort=SoortMelding.CODELIJST,
        over="//metadata/deeldossier" if heel_document else ".",
        verwacht=_verwacht(lijst, codes),
    )


def regels(versie: Versie) -> Iterator[Regel]:
    """Yield the code list rules of a version, in the order of list and schema."""
    per_veld: dict[tuple[int, str], list[Plek]] = {}
    for plek in (*plekken(versie), *plekken(versie, Terugkoppeling, "/terugkoppeling")):
        if plek.veld.codelijst is not None:
            per_veld.setdefault((plek.veld.codelijst, plek.veld.naam), []).append(plek)
    for (nummer, naam), bij in sorted(per_veld.items(), key=lambda paar: paar[0][0]):
        yield _regel(versie, nummer, naam, bij)
