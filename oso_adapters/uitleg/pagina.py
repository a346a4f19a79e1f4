"""What a page of explanation is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import attrs

from oso_adapters.melding import Melding
from oso_adapters.rules import Blad

__all__ = ["Fragment", "Groep", "Pagina", "geen_fragment"]


class Groep(StrEnum):
    """What a page is about; the value is the heading above the pages of the group."""

    OVERSTAP = "Regels voor een overstap of een overdracht binnen één BRIN"
    SWV = "Regels voor een samenwerkingsverband"
    ALGEMEEN = "Regels voor elk dossier"
    CODELIJST = "Codelijsten"
    CATEGORIE = "Categorieën"
    STRUCTUUR = "Bouw van het bestand"
    UITLEVEREN = "Uitleveren"
    INLEZEN = "Inlezen"
    EIS = "Eisen aan een plugin"
    FOUT = "Fouten van het programma"
    OVERDRACHT = "Soorten overdracht"
    WOORD = "Woorden die de opdrachten gebruiken"
    ERRATUM = "Errata op de gepubliceerde bladen"
    GEVAL = "Gevallen: de standaardleerlingen"


@attrs.frozen
class Fragment:
    """What wrong looks like, and the same put right.

    Attributes:
        fout, goed: nothing but what matters.
        taal: ``xml`` (a document that can be checked), ``json``, ``csv``, ``python`` or ``sh``.
        blad: sheet with which a document is checked; None for the one that it says itself.
        gevonden: what is found when the wrong one is run, as a school would see it.
        koppen: what stands above each; other than wrong and right when both are well.
        na_fout, na_goed: what becomes of each when it is run, one sentence; empty when it is not.
    """

    fout: str
    goed: str
    taal: str = "xml"
    blad: Blad | None = None
    koppen: tuple[str, str] = ("fout", "goed")
    gevonden: tuple[Melding, ...] = ()
    na_fout: str = ""
    na_goed: str = ""


def geen_fragment() -> Fragment | None:
    """Return nothing: the page has no example."""
    return None


@attrs.frozen(kw_only=True)
class Pagina:
    """All that there is to say about one id, in Dutch.

    Attributes:
        wat: what was found.
        waarom: why it is asked.
        bron: where that stands.
        ontstaat: how it usually comes about.
        doen: what to do, the shortest advice first.
        wie: who must act.
        kenmerken: other facts with their names.
        namen: what else leads here, such as a published number.
        zie: ids of pages that go on from here.
        maak_fragment: makes the smallest example; that takes time, so only when asked.
        zonder_fragment: why there is no example.
    """

    id: str
    groep: Groep
    wat: str
    waarom: str
    bron: str
    ontstaat: str
    doen: tuple[str, ...]
    wie: str
    kenmerken: tuple[tuple[str, str], ...] = ()
    namen: tuple[str, ...] = ()
    zie: tuple[str, ...] = ()
    maak_fragment: Callable[[], Fragment | None] = attrs.field(default=geen_fragment, repr=False)
    zonder_fragment: str = ""

    @property
    def fragment(self) -> Fragment | None:
        """Return the smallest wrong and right example; None when there can be none."""
        return self.maak_fragment()

    @property
    def teksten(self) -> str:
        """Return everything on the page that a person may look for."""
        rijen = [waarde for _, waarde in self.kenmerken]
        return " ".join(
            (self.id, *self.namen, self.wat, self.waarom, self.ontstaat, *self.doen, *rijen)
        )
