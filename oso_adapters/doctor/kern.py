"""Whether the core does what it must: a hard parser, and a verdict on a dossier."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from oso_adapters.binding import write_dossier
from oso_adapters.binding.parser import parse_document
from oso_adapters.check import check
from oso_adapters.doctor.controle import Controle, fout, goed, let_op
from oso_adapters.errors import LeesFout
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.melding import Oordeel
from oso_adapters.tabellen.generator import genereer
from oso_adapters.versies import VERSIES

__all__ = ["check_parser", "check_verdict"]

_OPNIEUW = "Installeer oso-adapters en lxml opnieuw; gebruik deze computer tot dan niet voor OSO."


def _proeven(geheim: Path) -> dict[str, bytes]:
    """Return documents that must be refused, by what is wrong with them."""
    return {
        "een DTD": b"<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
        "een entiteit": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "een entiteit buiten het document": (
            f'<!DOCTYPE a [<!ENTITY b SYSTEM "{geheim.as_uri()}">]><a>&b;</a>'.encode()
        ),
        "een DTD in een andere codering": "<!DOCTYPE a><a/>".encode("utf-16"),
        "een entiteit die blijft groeien": (
            b'<!DOCTYPE a [<!ENTITY b "xxxxxxxx"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
        ),
    }


def check_parser(lees: Callable[[bytes], object] = parse_document) -> Iterator[Controle]:
    """Offer the parser what it must refuse, now and here."""
    libxml2 = ".".join(map(str, etree.LIBXML_VERSION))
    gebouwd = ".".join(map(str, etree.LIBXML_COMPILED_VERSION))
    with tempfile.NamedTemporaryFile(suffix=".txt") as geheim:
        geheim.write(b"geheim")
        geheim.flush()
        zacht = [
            wat for wat, data in _proeven(Path(geheim.name)).items() if not _weigert(lees, data)
        ]
    if zacht:
        yield fout("parser", f"de XML-lezer weigert dit niet: {', '.join(zacht)}", _OPNIEUW)
    elif libxml2 != gebouwd:
        tekst = f"lxml is gebouwd met libxml2 {gebouwd}, maar gebruikt {libxml2}"
        yield let_op("parser", tekst, "Installeer lxml opnieuw als iets niet werkt.")
    else:
        yield goed("parser", f"libxml2 {libxml2}; weigert een DTD en entiteiten, ook van buiten")


def _weigert(lees: Callable[[bytes], object], data: bytes) -> bool:
    try:
        lees(data)
    except LeesFout:
        return True
    except Exception:  # noqa: BLE001 - anything else is no refusal
        return False
    return False


def check_verdict() -> Iterator[Controle]:
    """Judge an invented dossier of each version, and the same without its leerling."""
    for versie in VERSIES:
        dossier = genereer(versie, next(iter(profielen())), zaad=1)
        heel = check(write_dossier(dossier, versie)).oordeel
        assert dossier.huidigeschool is not None
        dossier.huidigeschool.brincode = "geen BRIN"
        kapot = check(write_dossier(dossier, versie)).oordeel
        if (heel, kapot) != (Oordeel.GELDIG, Oordeel.ONGELDIG):
            tekst = f"een verzonnen dossier van {versie} krijgt een verkeerd oordeel"
            yield fout("zelftest", tekst, _OPNIEUW)
            return
    yield goed("zelftest", f"verzonnen dossiers van {', '.join(map(str, VERSIES))} goed beoordeeld")
