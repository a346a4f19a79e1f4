"""Two other ways to make a dossier one of another version, that share nothing with the forecast."""

from __future__ import annotations

import re
from typing import Any

import attrs
from lxml import etree

from oso_adapters import read_dossier, versie, write_dossier
from oso_adapters.errors import DossierOngeldig
from oso_adapters.gegevensset._veld import velden
from oso_adapters.melding import Melding

_LEERLING = "dossier/huidigeschool/leerling"
_CATEGORIE = "dossier/metadata/categorie_uitlevering"
BESTAAT_NIET = {
    # written down from the schemas, not derived
    ("2017.1", "2018.1"): [],
    ("2018.1", "2017.1"): [
        f"{_LEERLING}/verzorger/overleden",
        f"{_LEERLING}/verzorger/overlijdensdatum",
    ],
    ("2018.1", "2019.1"): [
        f"{_CATEGORIE}/cat_zorgenbegeleiding",
        f"{_LEERLING}/zorg",
        f"{_LEERLING}/sefunctioneren",
        f"{_LEERLING}/handelingsplanlijst",
        f"{_LEERLING}/verzorger/geboortedatum",
    ],
    ("2019.1", "2018.1"): [
        f"{_CATEGORIE}/cat_onderwijsondersteuning",
        f"{_LEERLING}/huisarts",
        f"{_LEERLING}/overstapadvies/aandachtspunten",
        f"{_LEERLING}/onderwijsondersteuning",
    ],
}


def rewrite_text(data: bytes, van: str, naar: str) -> bytes:
    """Replace namespace and versions in the text, and cut out what the other version lacks."""
    oud, nieuw = versie(van), versie(naar)
    root = etree.fromstring(data.replace(oud.namespace.encode(), nieuw.namespace.encode()))
    ns = {"d": nieuw.namespace}
    begin = "/d:dossiers" if etree.QName(root).localname == "dossiers" else ""
    for pad in BESTAAT_NIET[van, naar]:
        for el in root.xpath(begin + re.sub(r"(?:^|/)(?=\w)", "/d:", pad), namespaces=ns):
            _knip(el)
    for naam in ("standaardversie", "validatieversie"):
        for el in root.xpath(f"{begin}/d:dossier/d:metadata/d:{naam}", namespaces=ns):
            elementen = el.xpath("*")
            el[:] = elementen
            for kind in elementen:
                kind.tail = None
            el.text = getattr(nieuw, naam)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _knip(el: etree._Element) -> None:
    """Cut out an element, with blanks behind it; other text stays where it was."""
    rest = (el.tail or "").strip()
    ouder, vorige = el.getparent(), el.getprevious()
    if rest and vorige is not None:
        vorige.tail = (vorige.tail or "") + rest
    elif rest:
        ouder.text = (ouder.text or "") + rest
    ouder.remove(el)


def rewrite_model(data: bytes, van: str, naar: str) -> tuple[bytes, tuple[Melding, ...]]:
    """Read, set the versions, write; what the writer refuses is left out.

    Returns:
        The document, and what the writer said of the fields that the version does not have.
    """
    nieuw = versie(naar)
    dossier = read_dossier(data)
    dossier.metadata.standaardversie = nieuw.standaardversie
    dossier.metadata.validatieversie = nieuw.validatieversie
    try:
        return write_dossier(dossier, nieuw), ()
    except DossierOngeldig as fout:
        geweigerd = fout.meldingen
    _maak_leeg(dossier, naar)
    return write_dossier(dossier, nieuw), geweigerd


def _maak_leeg(blok: Any, naar: str) -> None:
    for veld in velden(type(blok)):
        waarde = getattr(blok, veld.attr)
        if not versie(naar).valt_in(veld.sinds, veld.tot):
            setattr(blok, veld.attr, None)
            continue
        for deel in waarde if isinstance(waarde, list) else [waarde]:
            if attrs.has(type(deel)) and hasattr(deel, "__blok__"):
                _maak_leeg(deel, naar)
