"""``oso certify``: does a plugin do what the standard and the agreements ask?"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import click

from oso_conformance.certificaat import exitcode, maak_certificaat
from oso_conformance.certificeren import TIJD, Loop, voer_uit
from oso_conformance.laden import geinstalleerd
from oso_conformance.pagina import maak_pagina
from oso_conformance.scherm import console, toon, toon_samenvatting, voortgang

__all__ = ["certify"]

_FOUT_VAN_HET_HULPMIDDEL = 2
_VREEMD = re.compile(r"[^\w.-]+")


def _junit(naam: str, loop: Loop) -> bytes:
    """Return the report of pytest; of a run that broke off one that says so, and is red."""
    if loop.junit is not None and not loop.storing:
        return loop.junit
    suites = ET.Element("testsuites")
    suite = ET.SubElement(
        suites, "testsuite", name="oso-conformance", tests="1", errors="1", failures="0"
    )
    proef = ET.SubElement(suite, "testcase", classname="oso_conformance", name=f"certify {naam}")
    ET.SubElement(proef, "error", message=loop.storing)
    return bytes(ET.tostring(suites, encoding="utf-8", xml_declaration=True))


def _schrijf(map_: Path, naam: str, certificaat: Mapping[str, Any], loop: Loop) -> list[Path]:
    """Write the certificate as JSON, as a page and for CI."""
    map_.mkdir(parents=True, exist_ok=True)
    basis = _VREEMD.sub("_", naam)
    tekst = json.dumps(certificaat, ensure_ascii=False, indent=2) + "\n"
    inhoud = {
        "html": maak_pagina(certificaat).encode(),
        "json": tekst.encode(),
        "xml": _junit(naam, loop),
    }
    for soort, data in inhoud.items():
        (map_ / f"{basis}.{soort}").write_bytes(data)
    return [map_ / f"{basis}.{soort}" for soort in inhoud]


def _namen(vendors: tuple[str, ...], *, alle: bool) -> list[str]:
    if alle and vendors:
        raise click.UsageError("name plugins or give --all, not both")
    if not alle and not vendors:
        raise click.UsageError("name the plugin to certify, or give --all")
    namen = list(dict.fromkeys(geinstalleerd() if alle else vendors))
    if not namen:
        raise click.UsageError("no plugins are installed; install one, such as oso-parnassys")
    return namen


def _json_regel(gegevens: Mapping[str, Any]) -> None:
    regel = json.dumps(gegevens, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(regel.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


@click.command("certify")
@click.argument("vendors", nargs=-1, metavar="VENDOR...")
@click.option("--all", "alle", is_flag=True, help="Every installed plugin.")
@click.option(
    "--uit",
    "map_",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("certificaten"),
    show_default=True,
    help="Folder for the certificates; made when it is not there.",
)
@click.option(
    "--tijd",
    type=click.FloatRange(min=0, min_open=True),
    default=TIJD,
    show_default=True,
    help="Seconds after which a plugin is stopped.",
)
@click.option(
    "--json", "als_json", is_flag=True, help="Print each certificate as JSON, one per line."
)
@click.pass_context
def certify(
    ctx: click.Context,
    vendors: tuple[str, ...],
    map_: Path,
    tijd: float,
    *,
    alle: bool,
    als_json: bool,
) -> None:
    """Run the conformance suite on plugins and write a certificate of each.

    VENDOR is the name of an installed plugin, or of a module that is one. Each runs in a process
    of its own. The certificate is VENDOR.json, VENDOR.html to read, VENDOR.xml (JUnit) for CI.

    Exit code: 0 every required eis is met, 1 not, 2 no verdict: unknown plugin, one that does not
    load, or a run that broke off.
    """
    scherm = console()
    certificaten: dict[str, dict[str, Any]] = {}
    code = 0
    for naam in _namen(vendors, alle=alle):
        with voortgang(naam) as teller:
            loop = voer_uit(naam, tijd=tijd, meld=teller)
        onbekend = next(loop.van("onbekend"), None)
        if onbekend is not None:
            click.echo(f"Error: plugin {naam!r}: {'; '.join(onbekend['redenen'])}", err=True)
            code = _FOUT_VAN_HET_HULPMIDDEL
            continue
        certificaat = certificaten[naam] = maak_certificaat(naam, loop)
        bestanden = _schrijf(map_, naam, certificaat, loop)
        code = max(code, exitcode(certificaat))
        _json_regel(certificaat) if als_json else toon(scherm, certificaat, bestanden)
    if len(certificaten) > 1 and not als_json:
        toon_samenvatting(scherm, certificaten)
    ctx.exit(code)
