"""What an export has done, on disk, so that an interrupted one goes on where it stopped.

A file of JSON lines: first what was asked, then a line for each record with what became of it. A
line counts when it is whole; of two lines on one file the last. No value of a dossier is in it.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from oso_adapters.cli.uitvoer import write_tijdelijk
from oso_adapters.melding import Melding, Oordeel

__all__ = ["Gedaan", "Journaal"]

_Gegevens = dict[str, Any]


@attrs.frozen(kw_only=True)
class Gedaan:
    """What became of one record.

    Attributes:
        sleutel: the vendor's own key of the record.
        naam: name of the file that its dossier has, or would have.
        bron: digest of the record as the source had it; empty when there is none.
        dossier: digest of the file; None when it was not written.
    """

    sleutel: str
    naam: str
    bron: str
    dossier: str | None
    oordeel: Oordeel
    meldingen: tuple[Melding, ...] = ()
    weggelaten: Mapping[str, int] = attrs.field(factory=dict)

    def als_dict(self) -> _Gegevens:
        """Return it as it stands in the journal."""
        return {
            "sleutel": self.sleutel,
            "naam": self.naam,
            "bron": self.bron,
            "dossier": self.dossier,
            "oordeel": str(self.oordeel),
            "meldingen": [melding.als_dict() for melding in self.meldingen],
            "weggelaten": dict(self.weggelaten),
        }

    @classmethod
    def van_dict(cls, gegevens: _Gegevens) -> Gedaan:
        """Return what stands in the journal.

        Raises:
            KeyError, TypeError, ValueError: it is not what ``als_dict`` gives.
        """
        waarden = dict(gegevens)
        waarden["oordeel"] = Oordeel(waarden["oordeel"])
        waarden["meldingen"] = tuple(map(Melding.van_dict, waarden["meldingen"]))
        return cls(**waarden)


def _regel(gegevens: Mapping[str, Any]) -> bytes:
    return json.dumps(gegevens).encode("ascii") + b"\n"


def _lees(regel: bytes) -> _Gegevens | None:
    """Return what a line says; None for one that is cut off or no line of a journal."""
    try:
        gegevens = json.loads(regel) if regel.endswith(b"\n") else None
    except (ValueError, RecursionError):
        return None
    return gegevens if isinstance(gegevens, dict) else None


class Journaal:
    """The journal of one folder; who has it open holds the lock on that folder.

    Attributes:
        anders: what was asked otherwise the last time, which makes all that was done of no use.
    """

    def __init__(self, pad: Path, vraag: Mapping[str, str], *, opnieuw: bool = False) -> None:
        self._pad = pad
        self._vraag = dict(vraag)
        self._plekken: dict[str, int] = {}
        self._volgorde = array("Q")
        self.anders: Mapping[str, str] = {}
        einde = 0 if opnieuw else self._lees_oude()
        if einde == 0:
            self._plekken.clear()
            os.replace(write_tijdelijk(pad.parent, [_regel(self._vraag)]), pad)
            einde = pad.stat().st_size
        self._bestand: BinaryIO = pad.open("r+b")
        self._bestand.truncate(einde)
        self._einde = einde

    def _lees_oude(self) -> int:
        """Look up where each line stands; return where the whole ones end, 0 for no good one."""
        try:
            bestand = self._pad.open("rb")
        except FileNotFoundError:
            return 0
        with bestand:
            vorige = _lees(bestand.readline())
            if vorige != self._vraag:
                self.anders = _verschil(vorige or {}, self._vraag)
                return 0
            plek = bestand.tell()
            for regel in bestand:
                gegevens = _lees(regel)
                if gegevens is not None:
                    self._plekken[str(gegevens.get("naam"))] = plek
                plek += len(regel) if regel.endswith(b"\n") else 0
            return plek

    def eerder(self, naam: str, bron: str) -> Gedaan | None:
        """Return what was done before with the same record; None when it must be done (again)."""
        plek = self._plekken.get(naam)
        if plek is None or not bron:
            return None
        self._bestand.seek(plek)
        gegevens = _lees(self._bestand.readline())
        try:
            gedaan = Gedaan.van_dict(gegevens or {})
        except (KeyError, TypeError, ValueError, AttributeError):
            return None
        is_zelfde = gedaan.bron == bron and gedaan.oordeel is not Oordeel.NIET_VAST_TE_STELLEN
        return gedaan if is_zelfde else None

    def behoud(self, naam: str) -> None:
        """Let the line on a file stand."""
        self._volgorde.append(self._plekken[naam])

    def voeg_toe(self, gedaan: Gedaan) -> None:
        """Write a line; when this returns, an end of the process can't undo it."""
        regel = _regel(gedaan.als_dict())
        self._bestand.seek(self._einde)
        self._bestand.write(regel)
        self._bestand.flush()
        self._volgorde.append(self._einde)
        self._einde += len(regel)

    def rond_af(self) -> None:
        """Leave one line for each record, in the order of the source, and all of it on disk."""
        nieuw = write_tijdelijk(self._pad.parent, self._op_volgorde())
        self.sluit()
        os.replace(nieuw, self._pad)

    def _op_volgorde(self) -> Iterator[bytes]:
        yield _regel(self._vraag)
        for plek in self._volgorde:
            self._bestand.seek(plek)
            yield self._bestand.readline()

    def sluit(self) -> None:
        """Close the file."""
        self._bestand.close()


def _verschil(vorige: Mapping[str, Any], vraag: Mapping[str, str]) -> dict[str, str]:
    """Return what was asked before where that differs, by name."""
    return {
        naam: str(vorige[naam]) for naam in vraag if naam in vorige and vorige[naam] != vraag[naam]
    }
