"""Reads and writes leerlinggegevens of ESIS: the only place of this plugin that touches files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from oso_adapters.errors import ConfigurationError, LeesFout
from oso_adapters.mapping import (
    Bestandsstand,
    Bronrecord,
    Deel,
    bezwaar,
    read_delen,
    te_lezen,
    te_schrijven,
)
from oso_adapters.melding import Ernst, Melding
from oso_esis.afmaken import maak_af, twijfels
from oso_esis.records import Leerling, Leerlinggegevens
from oso_esis.records_school import School
from oso_esis.schrijven import NAMESPACE, geef_sleutels, schrijf_bestand
from oso_esis.verwijzingen import TABELNAMEN, Omgeving, Tabel, maak_leerling
from oso_esis.xmlvorm import lees_deel

__all__ = ["read", "read_administratie", "write"]

_BESTAND = "leerlinggegevens.xml"
_WORTEL = f"{{{NAMESPACE}}}leerlinggegevens"
_LEERLING = "leerlingen/leerling"
_LIJSTEN = sorted({pad.split("/")[0] for pad in (_LEERLING, *TABELNAMEN.values())})
_KLASSEN = {pad: cls for cls, pad in TABELNAMEN.items()}
_OPNIEUW = "make the export again"


def read(pad: Path) -> Iterable[Bronrecord]:
    """Read ``leerlinggegevens.xml``, or a folder with that file, leerling by leerling.

    The file is read twice: first for what leerlingen point to, then for the leerlingen themselves.

    Raises:
        ConfigurationError: there is no such file, it is no XML of ESIS, or it has no leerling.
    """
    return _Leerlingen.van(pad, voor_export=True)


def read_administratie(pad: Path) -> Iterable[Bronrecord]:
    """Read the leerlingen that a school has, to take a dossier in; no file yet gives none.

    Raises:
        ConfigurationError: as for `read`; and the folder holds a file that writing would not keep.
    """
    if pad.is_dir() and any(bestand.name != _BESTAND for bestand in pad.iterdir()):
        raise ConfigurationError(
            f"{pad}: files beside {_BESTAND} would get lost; move them elsewhere first"
        )
    return _Leerlingen.van(pad, voor_export=False) if pad.exists() else ()


def write(pad: Path, records: Sequence[Bronrecord]) -> None:
    """Write the leerlingen of a school as a new file, or as a folder with ``leerlinggegevens.xml``.

    Args:
        pad: a name that ends in ``.xml`` is that of a file.

    Raises:
        ConfigurationError: the file can't be written.
    """
    alle = geef_sleutels((bron.sleutel, bron.record) for bron in records)
    is_bestand = pad.suffix.lower() == ".xml"
    with te_schrijven(pad):
        if not is_bestand:
            pad.mkdir()
        with (pad if is_bestand else pad / _BESTAND).open("w", encoding="utf-8", newline="\n") as f:
            f.writelines(schrijf_bestand(alle))


@contextmanager
def _te_lezen(bestand: Path) -> Iterator[None]:
    """Say of a file that can't be read what to do, without a value of it."""
    try:
        with te_lezen(bestand, f"name {_BESTAND} or the folder that holds it"):
            yield
    except LeesFout as fout:
        plek = f", line {fout.line}" if fout.line else ""
        raise ConfigurationError(
            f"{bestand}{plek}: no leerlinggegevens of ESIS ({fout}); {_OPNIEUW}"
        ) from None


def _lees_delen(bestand: Path) -> Iterator[tuple[str, Deel]]:
    with _te_lezen(bestand), bestand.open("rb") as open_bestand:
        yield from read_delen(open_bestand, _WORTEL, _LIJSTEN)


def _lees_omgeving(bestand: Path) -> tuple[Omgeving, int]:
    """Read everything but the leerlingen; those are counted."""
    school: dict[str, Any] = {}
    tabellen = {cls: Tabel() for cls in TABELNAMEN}
    onbekend: dict[str, None] = {}
    leerlingen = 0
    for pad, deel in _lees_delen(bestand):
        if pad == _LEERLING:
            leerlingen += 1
        elif pad in _KLASSEN:
            tabellen[_KLASSEN[pad]].voeg_toe(lees_deel(_KLASSEN[pad], deel))
        elif pad == "school":
            if school:
                raise ConfigurationError(f"{bestand}: 'school' stands in it twice; {_OPNIEUW}")
            school = lees_deel(School, deel)
        else:
            onbekend[pad] = None
    if not leerlingen:
        raise ConfigurationError(f"{bestand}: there is no leerling in it; {_OPNIEUW}")
    omgeving = Omgeving.van(school, tabellen)
    omgeving.meldingen += [_onbekend_deel(pad) for pad in onbekend]
    return omgeving, leerlingen


def _onbekend_deel(pad: str) -> Melding:
    return bezwaar(
        pad,
        f"Het deel '{pad}' kent deze koppeling niet; het gaat niet mee.",
        "De leverancier moet de koppeling met dit deel uitbreiden, of het weglaten.",
        ernst=Ernst.WAARSCHUWING,
    )


@attrs.frozen(repr=False)
class _Leerlingen:
    """The leerlingen of a file, read anew each time that one goes through them.

    Attributes:
        voor_export: tell what the standard has no place for, and leave out what no leerling needs.
    """

    stand: Bestandsstand
    omgeving: Omgeving
    aantal: int
    voor_export: bool

    @classmethod
    def van(cls, pad: Path, *, voor_export: bool) -> _Leerlingen:
        """Read what leerlingen point to, and count them."""
        bestand = pad / _BESTAND if pad.is_dir() else pad
        with _te_lezen(bestand):
            stand = Bestandsstand.van(bestand)
        return cls(stand, *_lees_omgeving(bestand), voor_export)

    def __len__(self) -> int:
        return self.aantal

    def __iter__(self) -> Iterator[Bronrecord]:
        self._controleer()
        gezien: set[str] = set()
        delen = (deel for pad, deel in _lees_delen(self.stand.bestand) if pad == _LEERLING)
        for nr, deel in enumerate(delen, start=1):
            bron = self._bronrecord(deel, nr)
            if bron.sleutel in gezien:
                bron = attrs.evolve(bron, meldingen=(*bron.meldingen, _GEEN_EIGEN_KEY))
            gezien.add(bron.sleutel)
            yield bron
        self._controleer()

    def _controleer(self) -> None:
        with _te_lezen(self.stand.bestand):
            self.stand.controleer()

    def _bronrecord(self, deel: Deel, nr: int) -> Bronrecord:
        om = self.omgeving
        gelezen, meldingen = maak_leerling(lees_deel(Leerling, deel), om)
        leerling = maak_af(gelezen, om.school, om.hoofdvestiging)
        if not leerling.key:
            meldingen.append(_GEEN_EIGEN_KEY)
        if self.voor_export:
            record = Leerlinggegevens(school=om.school, leerling=leerling)
            meldingen += twijfels(leerling)
        else:
            record = attrs.evolve(om.rest, leerling=leerling)
            meldingen += om.verlies
        alle = (*om.meldingen, *meldingen)
        return Bronrecord(leerling.key or f"#{nr}", record, alle)


_GEEN_EIGEN_KEY = bezwaar(
    "leerling.key",
    "Het attribuut 'key' van de leerling is leeg of komt meer dan eens voor.",
    "De leverancier moet elke leerling een eigen key geven.",
)
