"""Makes many records into checked dossiers: over all cores, in order, and only what must be done.

Processes write dossiers under a name of their own; only this one gives them the name that counts,
and then says so in the journal. So whenever all ends, each file is whole, and nothing is forgotten.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import re
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import cache, partial
from pathlib import Path

import attrs

from oso_adapters.capabilities import Exporteur
from oso_adapters.cli.journaal import Gedaan, Journaal
from oso_adapters.cli.parallel import verdeel
from oso_adapters.cli.uitvoer import op_te_schrijven, write_tijdelijk
from oso_adapters.errors import ConfigurationError
from oso_adapters.gegevensset.profielen import profielen
from oso_adapters.mapping.records import Bronrecord, bezwaar
from oso_adapters.melding import Oordeel, Wie
from oso_adapters.registry import Plugin, load_plugin
from oso_adapters.rules import Regelset
from oso_adapters.swv import SwvUitwisseling
from oso_adapters.versies import versie

__all__ = ["WERKMAP", "Opdracht", "export_reeks", "geladen", "levering"]

WERKMAP = ".oso-export"
"""Folder in the output folder with the journal, the lock and what is not whole yet."""
_HIER = 100
"""Records that are done in this process: for so few it takes longer to begin another."""
_VREEMD = re.compile(r"[^A-Za-z0-9_-]+")
_MAX_NAAM = 80


@attrs.frozen(kw_only=True)
class Opdracht:
    """What is asked of an export, the same for each record.

    Attributes:
        dag: day on which the dossiers are made.
        map_: folder for the dossiers.
    """

    vendor: str
    overdracht: str
    versie: str
    dag: date
    regelset: Regelset
    map_: Path

    @property
    def werkmap(self) -> Path:
        """The folder for all but the dossiers."""
        return self.map_ / WERKMAP


@attrs.frozen(kw_only=True, repr=False)
class _Ding:
    """One record on its way.

    Attributes:
        bron: the record, when it is to be done in this process.
        ingepakt: the record, when it goes to another one.
        gewicht: bytes that the record takes when it is packed.
        digest: digest of the record; empty when it can't be packed.
        is_gedaan: it was done before, and is still the same.
        dossier: digest of the file that was written then.
    """

    sleutel: str
    naam: str
    bron: Bronrecord | None
    ingepakt: bytes
    gewicht: int
    digest: str
    is_gedaan: bool
    dossier: str | None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class _Uitkomst:
    """What came of a record.

    Attributes:
        gedaan: None when what was done before still stands.
        tijdelijk: where the dossier was written; None when there is none.
    """

    gedaan: Gedaan | None = None
    tijdelijk: str | None = None


@cache
def geladen(vendor: str) -> Plugin:
    """Return a plugin; it is loaded once in each process.

    Raises:
        PluginLoadError: not installed, or does not load.
    """
    return load_plugin(vendor)


def levering(plugin: Plugin, overdracht: str) -> Exporteur | SwvUitwisseling | None:
    """Return what of a plugin delivers this kind of transfer."""
    if not profielen()[overdracht].voor_swv:
        return plugin.exporteur
    return plugin.swv if plugin.swv and plugin.swv.uit else None


def _bestandsnaam(sleutel: str, gebruikt: set[str]) -> str:
    """Return a file name for a record that is safe everywhere and used once."""
    basis = _VREEMD.sub("_", sleutel)[:_MAX_NAAM] or "dossier"
    if basis != sleutel:
        basis += f"-{hashlib.sha256(sleutel.encode('utf-8', 'replace')).hexdigest()[:8]}"
    naam, nr = basis, 1
    while naam.lower() in gebruikt:
        nr += 1
        naam = f"{basis}-{nr}"
    gebruikt.add(naam.lower())
    return f"{naam}.xml"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _pak_in(bron: Bronrecord) -> bytes:
    """Return a record as bytes, which differ when the record does; nothing when that can't be."""
    try:
        return pickle.dumps(bron, pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 - a record may hold anything that can't be packed
        return b""


def _dingen(
    records: Iterable[Bronrecord],
    journaal: Journaal,
    onderweg: deque[tuple[_Ding, Gedaan | None]],
    *,
    alles_hier: bool,
) -> Iterator[_Ding]:
    gebruikt: set[str] = set()
    for nr, bron in enumerate(records):
        ingepakt = _pak_in(bron)
        hier = alles_hier or nr < _HIER or not ingepakt
        naam = _bestandsnaam(bron.sleutel, gebruikt)
        digest = _digest(ingepakt) if ingepakt else ""
        eerder = journaal.eerder(naam, digest)
        ding = _Ding(
            sleutel=bron.sleutel,
            naam=naam,
            bron=bron if hier else None,
            ingepakt=b"" if hier else ingepakt,
            gewicht=len(ingepakt),
            digest=digest,
            is_gedaan=eerder is not None,
            dossier=eerder.dossier if eerder is not None else None,
        )
        onderweg.append((ding, eerder))
        yield ding


def _doe(opdracht: Opdracht, ding: _Ding) -> _Uitkomst:
    """Export one record, or see that it was done before and still stands."""
    if ding.is_gedaan and _staat_er_nog(opdracht.map_ / ding.naam, ding.dossier):
        return _Uitkomst()
    try:
        bron = ding.bron or pickle.loads(ding.ingepakt)  # noqa: S301 - packed by this program
        return _exporteer(opdracht, ding, bron)
    except ConfigurationError:
        raise
    except Exception as fout:  # noqa: BLE001 - one record must not stop the others
        return _mislukt(ding, f"De export is vastgelopen op deze leerling ({type(fout).__name__}).")


def _staat_er_nog(bestand: Path, digest: str | None) -> bool:
    """Say whether a file is what was written; always so when nothing was."""
    try:
        return digest is None or _digest(bestand.read_bytes()) == digest
    except OSError:
        return False


def _exporteer(opdracht: Opdracht, ding: _Ding, bron: Bronrecord) -> _Uitkomst:
    plugin = geladen(opdracht.vendor)
    levert = levering(plugin, opdracht.overdracht)
    assert levert is not None
    resultaat = levert.export(
        bron,
        plugin.leverancier,
        overdracht=opdracht.overdracht,
        versie=versie(opdracht.versie),
        dag=opdracht.dag,
        regelset=opdracht.regelset,
    )
    tijdelijk = None
    if resultaat.data is not None:
        with op_te_schrijven(opdracht.map_):
            tijdelijk = str(write_tijdelijk(opdracht.werkmap, [resultaat.data]))
    gedaan = Gedaan(
        sleutel=bron.sleutel,
        naam=ding.naam,
        bron=ding.digest,
        dossier=_digest(resultaat.data) if resultaat.data is not None else None,
        oordeel=resultaat.oordeel,
        meldingen=resultaat.meldingen,
        weggelaten=resultaat.weggelaten,
    )
    return _Uitkomst(gedaan=gedaan, tijdelijk=tijdelijk)


def _bezweken(ding: _Ding) -> _Uitkomst:
    return _mislukt(ding, "De export is afgebroken op deze leerling: het proces stopte.")


def _mislukt(ding: _Ding, reden: str) -> _Uitkomst:
    melding = bezwaar(
        "record", reden, "Meld dit bij de beheerder van oso-adapters.", wie=Wie.HULPMIDDEL
    )
    gedaan = Gedaan(
        sleutel=ding.sleutel,
        naam=ding.naam,
        bron=ding.digest,
        dossier=None,
        oordeel=Oordeel.NIET_VAST_TE_STELLEN,
        meldingen=(melding,),
    )
    return _Uitkomst(gedaan=gedaan)


def export_reeks(
    opdracht: Opdracht, records: Iterable[Bronrecord], journaal: Journaal, *, processen: int
) -> Generator[tuple[Gedaan, bool], None, None]:
    """Export records; yield what became of each, and whether that was done before.

    Raises:
        ConfigurationError: the folder can't be written to.
    """
    onderweg: deque[tuple[_Ding, Gedaan | None]] = deque()
    uitkomsten = verdeel(
        partial(_doe, opdracht),
        _dingen(records, journaal, onderweg, alles_hier=processen == 1),
        processen=processen,
        hier=lambda ding: ding.bron is not None,
        bezweken=_bezweken,
        gewicht=lambda ding: ding.gewicht,
    )
    with closing(uitkomsten):
        for uitkomst in uitkomsten:
            ding, eerder = onderweg.popleft()
            if uitkomst.gedaan is not None:
                _maak_bekend(opdracht, uitkomst.gedaan, uitkomst.tijdelijk, journaal)
                yield uitkomst.gedaan, False
            elif eerder is not None:
                journaal.behoud(ding.naam)
                yield eerder, True


def _maak_bekend(
    opdracht: Opdracht, gedaan: Gedaan, tijdelijk: str | None, journaal: Journaal
) -> None:
    """Give a dossier the name that counts, and then write that it is done."""
    with op_te_schrijven(opdracht.map_):
        if tijdelijk is not None:
            os.replace(tijdelijk, opdracht.map_ / gedaan.naam)
        journaal.voeg_toe(gedaan)
