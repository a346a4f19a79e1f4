"""Measure checking, reading and writing beside their peers, in one run on one core.

    uv run python benchmarks [DOSSIER] [--bundel DIR]
    uv run python benchmarks --map [AANTAL]
    uv run python benchmarks --export [AANTAL]

Without a dossier one of about 170 kB is made from the fullest geval of the suite. With a folder
that has the published schema and sheets, these are measured too. The second checks a folder of
dossiers, with one process and with two. The third exports a school of so many leerlingen.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from exporteren import meet_export
from lxml import etree
from mappen import meet_map
from meten import groot_dossier, meet, toon
from xsdata_klassen import xsdata_lezers, xsdata_schrijvers

from oso_adapters import Regelset, check, read_dossier, write_dossier
from oso_adapters.binding import parse_document, schema, versie_van
from oso_adapters.tabellen.bundel import find_stukken
from oso_adapters.tabellen.officieel import Officieel


def meet_check(data: bytes) -> None:
    """Compare a whole check with only parsing and validating against the schema."""
    xsd = schema(versie_van(parse_document(data)))
    parser = etree.XMLParser()

    def alleen_schema() -> None:
        assert xsd.validate(etree.fromstring(data, parser))

    basis = "lxml: parse + XSD"
    tijden = meet(
        {
            basis: alleen_schema,
            "oso_adapters.check (afspraak)": lambda: check(data),
            "oso_adapters.check (gepubliceerd)": lambda: check(
                data, regelset=Regelset.GEPUBLICEERD
            ),
        },
    )
    toon("check: structure, code lists and all rules", tijden, basis)


def meet_officieel(data: bytes, bundel: Path) -> None:
    """Compare a check under the published rules with the published files themselves."""
    officieel = Officieel(find_stukken(bundel)[versie_van(parse_document(data))])
    blad = check(data).blad
    assert blad is not None

    def schema_en_blad() -> None:
        root = parse_document(data)
        assert officieel.past(root)
        assert not officieel.vind(root, blad)

    basis = "oso_adapters.check (gepubliceerd)"
    tijden = meet(
        {
            basis: lambda: check(data, regelset=Regelset.GEPUBLICEERD),
            "published XSD + XSLT (lxml, saxonche)": schema_en_blad,
        },
        rondes=20,
    )
    toon("check beside the published schema and sheets", tijden, basis)


def meet_binding(data: bytes, map_: Path) -> None:
    """Compare reading and writing with the classes that xsdata makes from the same schema."""
    dossier = read_dossier(data)
    versie = versie_van(parse_document(data))
    for titel, eigen, anderen in (
        ("read", lambda: read_dossier(data), xsdata_lezers(data, versie, map_)),
        ("write", lambda: write_dossier(dossier, versie), xsdata_schrijvers(data, versie, map_)),
    ):
        basis = f"oso_adapters.{titel}_dossier"
        tijden = meet({basis: eigen, **anderen}, rondes=20, herhaal=2)
        toon(titel, tijden, basis)
        snelste = min(tijd for naam, tijd in tijden.items() if naam != basis)
        print(f"  fastest of xsdata / ours: {snelste / tijden[basis]:.1f}\n")


def main() -> None:
    """Run everything and print the ratios."""
    woorden = argparse.ArgumentParser()
    woorden.add_argument("dossier", type=Path, nargs="?")
    woorden.add_argument("--bundel", type=Path)
    woorden.add_argument("--map", type=int, nargs="?", const=20_000, metavar="AANTAL")
    woorden.add_argument("--export", type=int, nargs="?", const=30_000, metavar="AANTAL")
    gekozen = woorden.parse_args()
    if gekozen.export is not None:
        meet_export(gekozen.export)
        return
    if gekozen.map is not None:
        meet_map(gekozen.map)
        return
    data = gekozen.dossier.read_bytes() if gekozen.dossier else groot_dossier()
    elementen = sum(1 for _ in etree.fromstring(data).iter())
    print(f"dossier: {len(data) / 1000:.0f} kB, {elementen} elements\n")
    meet_check(data)
    if gekozen.bundel:
        meet_officieel(data, gekozen.bundel)
    with tempfile.TemporaryDirectory() as map_:
        meet_binding(data, Path(map_))


main()
