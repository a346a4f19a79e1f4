"""What a document says of its own kind: which transfer it is for."""

from __future__ import annotations

from lxml import etree

from oso_adapters.gegevensset.profielen import profiel_van
from oso_adapters.rules.testen import Pad, tekstknopen
from oso_adapters.versies import Versie

__all__ = ["OVERSTAPPEN", "SOORTEN", "profiel_in", "teksten_op"]

SOORTEN = "//overdrachtsoort"
OVERSTAPPEN = "//metadata/overstap"


def teksten_op(root: etree._Element, versie: Versie, pad: str) -> set[str]:
    """Return the text nodes of ``//a/b``."""
    *ouders, laatste = Pad.van(pad, versie.namespace).stappen
    gevonden: set[str] = set()
    for el in root.iter(laatste):
        ouder = el.getparent()
        if not ouders or (ouder is not None and ouder.tag == ouders[-1]):
            gevonden.update(tekstknopen(el))
    return gevonden


def profiel_in(el: etree._Element, versie: Versie) -> str | None:
    """Return the kind of transfer that one dossier says it is; None when that is unclear."""
    return profiel_van(teksten_op(el, versie, SOORTEN), teksten_op(el, versie, OVERSTAPPEN))
