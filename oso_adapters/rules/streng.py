"""What the strict schema takes off the rules, and the rules that are left to run."""

from __future__ import annotations

from functools import cache

from lxml import etree

from oso_adapters.binding.xsd import EenVan, schema
from oso_adapters.melding import SoortMelding
from oso_adapters.rules import Blad, Regel, Regelset, regels
from oso_adapters.rules.engine import Regelboek
from oso_adapters.rules.testen import is_stap
from oso_adapters.rules.woorden import Of, paden
from oso_adapters.versies import Versie

__all__ = ["regelboek", "streng_schema"]


def _niet_leeg(regel: Regel) -> tuple[str, tuple[str, ...]] | None:
    """Return block and fields of a rule that asks for at least one of the fields of a block."""
    match regel.eis:
        case Of(delen) if all(is_stap(deel) for deel in delen):
            return regel.bij, tuple(pad for deel in delen for pad in paden(deel))
    return None


@cache
def _een_van(versie: Versie) -> EenVan:
    """Return what the rules of both sheets alike ask: then the strict schema can ask it."""
    per_blad: dict[tuple[str, tuple[str, ...]], set[Blad | None]] = {}
    for regel in regels(versie, Regelset.AFSPRAAK):
        vraag = _niet_leeg(regel)
        if vraag is not None:
            per_blad.setdefault(vraag, set()).add(regel.voor.blad)
    return tuple(vraag for vraag, bladen in per_blad.items() if bladen >= set(Blad))


def _instreng_schema(regel: Regel, versie: Versie) -> bool:
    """Say whether a document that fits the strict schema can't break this rule."""
    return (
        regel.soort is SoortMelding.CODELIJST
        or bool(regel.nooit)
        or _niet_leeg(regel) in _een_van(versie)
    )


@cache
def streng_schema(versie: Versie) -> etree.XMLSchema:
    """Return a schema that asks more than the published one: code lists, blocks with content.

    Only that a large text is not empty it does not ask: that is left to the look at the rules.
    """
    return schema(versie, streng=True, een_van=_een_van(versie), groot_mag_leeg=True)


@cache
def regelboek(
    versie: Versie,
    regelset: Regelset,
    blad: Blad,
    *,
    lijsten: bool,
    zonder: frozenset[int] = frozenset(),
) -> Regelboek:
    """Return the rules of a sheet, ready to run.

    Args:
        zonder: numbers of errata that are left as they are published.
        lijsten: also those that a document can't break when it fits the strict schema.
    """
    return Regelboek(
        (
            regel
            for regel in regels(versie, regelset, zonder)
            if regel.voor.blad in (None, blad) and (lijsten or not _instreng_schema(regel, versie))
        ),
        versie,
    )
