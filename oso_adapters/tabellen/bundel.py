"""The published schema and sheets in a folder: which file is what, by what stands in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import attrs
from lxml import etree

from oso_adapters.binding import GRENZEN, parse_document
from oso_adapters.errors import ConfigurationError, LeesFout
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.rules import Blad
from oso_adapters.rules.regel import blad_voor
from oso_adapters.versies import VERSIES, Versie, bekende_versies

__all__ = ["Stukken", "find_stukken"]

_XSD = "{http://www.w3.org/2001/XMLSchema}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_VERWIJST = {
    f"{_XSD}include": "schemaLocation",
    f"{_XSD}import": "schemaLocation",
    f"{_XSD}redefine": "schemaLocation",
    f"{_XSL}include": "href",
    f"{_XSL}import": "href",
}
_NAMESPACE = re.compile(rb"http://www\.w3\.org/(?:1999/XSL/Transform|2001/XMLSchema)[\"']")
_WORTELS = frozenset({f"{_XSD}schema", f"{_XSL}stylesheet", f"{_XSL}transform"})
_SOORT = {f"'{p.overdrachtsoort}'": blad_voor({p.overdrachtsoort}) for p in profielen().values()}
"""Kinds of transfer that a sheet asks for, as they stand in its conditions."""


@attrs.frozen
class Stukken:
    """The published files of one version.

    Attributes:
        bladen: the sheets that there are, each with its file.
    """

    versie: Versie
    schema: Path
    bladen: Mapping[Blad, Path] = attrs.field(hash=False)


@attrs.frozen
class _Stuk:
    """A schema or stylesheet."""

    pad: Path
    root: etree._Element = attrs.field(repr=False)
    inhoud: bytes = attrs.field(repr=False)

    @property
    def is_schema(self) -> bool:
        return str(self.root.tag).startswith(_XSD)

    def versie(self) -> Versie | None:
        if self.is_schema:
            namen = {self.root.get("targetNamespace")}
        else:
            namen = {naam for el in self.root.iter("*") for naam in el.nsmap.values()}
            namen |= {el.get("xpath-default-namespace") for el in self.root.iter("*")}
        return next((versie for versie in VERSIES if versie.namespace in namen), None)

    def blad(self) -> Blad | None:
        """Return the sheet whose kinds of transfer it asks for; the common part has them all."""
        toetsen = [
            waarde
            for el in self.root.iter(f"{_XSL}*")
            for waarde in (el.get("test"), el.get("select"))
            if waarde
        ]
        gevonden = {
            blad
            for naam, blad in _SOORT.items()
            if any(naam in toets.replace('"', "'") for toets in toetsen)
        }
        return gevonden.pop() if len(gevonden) == 1 else None

    def verwijzingen(self) -> Iterator[str]:
        for el in self.root.iter(*_VERWIJST):
            doel = el.get(_VERWIJST[str(el.tag)])
            if doel:
                yield doel


def _lees(pad: Path) -> _Stuk | None:
    """Return what stands in a file when it is a schema or a stylesheet."""
    with pad.open("rb") as bestand:
        inhoud = bestand.read(GRENZEN.grootte + 1)
    if _NAMESPACE.search(inhoud) is None:
        return None
    try:
        root = parse_document(inhoud)
    except LeesFout as fout:
        waar = f"line {fout.line}" if fout.line else "a DTD, or too large"
        raise ConfigurationError(f"{pad} can't be read as XML ({waar}); take it anew") from None
    return _Stuk(pad, root, inhoud) if root.tag in _WORTELS else None


def _bestanden(map_: Path) -> Iterator[Path]:
    """Yield each file below a folder once; links that lead out of it are left alone."""
    gezien: set[Path] = set()
    for pad in sorted(map_.rglob("*")):
        if any(deel.startswith(".") for deel in pad.relative_to(map_).parts):
            continue
        echt = pad.resolve()
        if echt.is_file() and echt.is_relative_to(map_) and echt not in gezien:
            gezien.add(echt)
            yield pad


def _volg(stuk: _Stuk, doel: str, map_: Path) -> Path:
    """Return the file that a schema or stylesheet includes."""
    plaats = urlsplit(doel)
    pad = (stuk.pad.parent / unquote(plaats.path)).resolve()
    if plaats.scheme or plaats.netloc or not pad.is_relative_to(map_):
        message = (
            f"{stuk.pad} includes something outside the bundle; take a bundle that holds all of its"
            " files"
        )
        raise ConfigurationError(message)
    if not pad.is_file():
        raise ConfigurationError(
            f"{stuk.pad} includes {pad.name!r}, which is not there; unpack the whole bundle"
        )
    if _lees(pad) is None:
        raise ConfigurationError(
            f"{stuk.pad} includes {pad.name!r}, which is no schema or stylesheet; if the bundle"
            " comes from git, check it out with core.symlinks=true"
        )
    return pad


def _hoofdstukken(stukken: list[_Stuk], map_: Path) -> list[_Stuk]:
    """Return what no other includes, and of equal copies only the first."""
    door_anderen = {_volg(stuk, doel, map_) for stuk in stukken for doel in stuk.verwijzingen()}
    gezien = {hashlib.sha256(pad.read_bytes()).digest() for pad in door_anderen}
    gevonden = []
    for stuk in stukken:
        afdruk = hashlib.sha256(stuk.inhoud).digest()
        if afdruk not in gezien:
            gezien.add(afdruk)
            gevonden.append(stuk)
    return gevonden


def _enige(stukken: Iterable[_Stuk], wat: str, map_: Path) -> Path | None:
    paden = [stuk.pad for stuk in stukken]
    if len(paden) > 1:
        namen = ", ".join(str(pad.relative_to(map_)) for pad in paden)
        raise ConfigurationError(
            f"the bundle has more than one {wat}: {namen}; point at one release"
        )
    return paden[0] if paden else None


def _stukken(versie: Versie, van_versie: list[_Stuk], map_: Path) -> Stukken:
    schema = _enige((s for s in van_versie if s.is_schema), f"schema of {versie}", map_)
    bladen = {
        blad: pad
        for blad in Blad
        if (
            pad := _enige(
                (s for s in van_versie if not s.is_schema and s.blad() is blad),
                f"{blad} sheet of {versie}",
                map_,
            )
        )
    }
    if schema is None:
        raise ConfigurationError(f"the bundle has sheets of {versie} but not its schema")
    if not bladen:
        raise ConfigurationError(f"the bundle has the schema of {versie} but no sheet of it")
    return Stukken(versie, schema, bladen)


def find_stukken(map_: Path) -> dict[Versie, Stukken]:
    """Return the published files that a folder has, by version.

    Raises:
        ConfigurationError: nothing of a known version, a part is missing, or it is not clear
            which file is meant.
    """
    if not map_.is_dir():
        raise ConfigurationError(f"there is no folder {str(map_)!r}; give the one with the bundle")
    map_ = map_.resolve()
    alle = [stuk for pad in _bestanden(map_) if (stuk := _lees(pad)) is not None]
    per_versie: dict[Versie, list[_Stuk]] = {}
    for stuk in _hoofdstukken(alle, map_):
        versie = stuk.versie()
        if versie is not None:
            per_versie.setdefault(versie, []).append(stuk)
    if not per_versie:
        raise ConfigurationError(
            f"no schema or stylesheet of a known version ({bekende_versies()}) stands in"
            f" {str(map_)!r}"
        )
    return {versie: _stukken(versie, van, map_) for versie, van in sorted(per_versie.items())}
