"""The peer for reading and writing: classes that xsdata makes from the derived schema."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler, XmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.config import SerializerConfig
from xsdata.formats.dataclass.serializers.writers import LxmlEventWriter, XmlEventWriter

from oso_adapters import Versie
from oso_adapters.binding import schema_tekst

_PAKKET = "xsdata_van_schema"


@cache
def _klassen(versie: Versie, map_: Path) -> ModuleType:
    """Generate the classes in a folder and import them."""
    bestand = map_ / "dossier.xsd"
    bestand.write_text(schema_tekst(versie), "utf-8")
    subprocess.run(
        [sys.executable, "-m", "xsdata", "generate", str(bestand), "--package", _PAKKET],
        cwd=map_,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        },
        check=True,
        capture_output=True,
    )
    sys.path.insert(0, str(map_))
    return import_module(_PAKKET)


def _lees(data: bytes, klasse: type, handler: type) -> object:
    parser = XmlParser(context=_context(), config=ParserConfig(), handler=handler)
    return parser.from_bytes(data, klasse)


@cache
def _context() -> XmlContext:
    return XmlContext()


def xsdata_lezers(data: bytes, versie: Versie, map_: Path) -> dict[str, Callable[[], object]]:
    """Return a way to read for each handler of xsdata."""
    klasse = _wortel(versie, map_)
    return {
        f"xsdata, {handler.__name__}": lambda h=handler: _lees(data, klasse, h)
        for handler in (XmlEventHandler, LxmlEventHandler)
    }


def xsdata_schrijvers(data: bytes, versie: Versie, map_: Path) -> dict[str, Callable[[], object]]:
    """Return a way to write for each writer of xsdata."""
    gelezen = _lees(data, _wortel(versie, map_), LxmlEventHandler)
    return {
        f"xsdata, {writer.__name__}": _schrijver(gelezen, versie, writer)
        for writer in (XmlEventWriter, LxmlEventWriter)
    }


def _schrijver(gelezen: object, versie: Versie, writer: type) -> Callable[[], object]:
    serializer = XmlSerializer(context=_context(), config=SerializerConfig(), writer=writer)
    return lambda: serializer.render(gelezen, ns_map={None: versie.namespace})


def _wortel(versie: Versie, map_: Path) -> type:
    """Return the class of the element ``dossier``; its type has a class of its own."""
    for cls in vars(_klassen(versie, map_)).values():
        meta = getattr(cls, "Meta", None)
        if getattr(meta, "namespace", None) and getattr(meta, "name", None) == "dossier":
            return cls
    raise LookupError("xsdata made no class for the element dossier")
