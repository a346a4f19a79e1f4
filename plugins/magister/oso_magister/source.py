"""Reads and writes the lists of Magister: the only place of this plugin that touches files."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import count
from pathlib import Path

import attrs

from oso_adapters.errors import ConfigurationError
from oso_adapters.mapping import Bijlagenmap, Bronrecord, bezwaar, te_lezen
from oso_magister.basis import Basis
from oso_magister.bouwen import bouw_leerling
from oso_magister.lijsten import (
    ALLE_LIJSTEN,
    BASISLIJSTEN,
    HOOFDLIJST,
    LIJSTEN,
    LOKATIELIJSTEN,
    STAMNR,
    Lijst,
)
from oso_magister.records import Leerlingdossier
from oso_magister.regels import (
    SCHEIDING,
    Keuring,
    OnleesbaarError,
    Rij,
    keur,
    lees_rijen,
    nummer_van,
    voeg_samen,
)
from oso_magister.samenstellen import stel_samen
from oso_magister.tekens import CODERING, keur_tekens
from oso_magister.uitschrijven import schrijf_leerling

__all__ = ["read", "read_administratie", "write"]

_BLOK = 1 << 20
_GENOEG = 10
"""Line numbers that one finding names."""
_BIJLAGEN = "bijlagen"
_SCHOOL = "school"
_EERSTE_NUMMER = 10000
_OPNIEUW = "fetch this list again, as Type=CSV and Encoding=ANSI"


def read(pad: Path) -> Iterator[Bronrecord]:
    """Read a folder with all lists, for an export; the name of ``leerlingen.csv`` will do as well.

    Raises:
        ConfigurationError: a list is not there, or is no list of Magister.
    """
    return map(_voor_uitlevering, _Lijsten.open(_map_van(pad)).leerlingen())


def _voor_uitlevering(bron: Bronrecord) -> Bronrecord:
    record = stel_samen(bron.record) if bron.record is not None else None
    return attrs.evolve(bron, record=record)


def read_administratie(pad: Path) -> Iterator[Bronrecord]:
    """Read a folder with all lists, to take dossiers in; a folder that is not there has nothing.

    The first record has the lists of the school, when there is anything in those.

    Raises:
        ConfigurationError: as for `read`; and there is something that writing would not keep.
    """
    if not pad.exists():
        return
    if not pad.is_dir():
        raise ConfigurationError(f"{pad}: this is no folder; name the folder with the lists")
    bekend = {_BIJLAGEN, *(lijst.bestand for lijst in ALLE_LIJSTEN)}
    _weiger(pad, sum(bestand.name not in bekend for bestand in pad.iterdir()), "are no list")
    lijsten = _Lijsten.open(pad)
    yield from lijsten.school()
    yield from lijsten.leerlingen()
    bijlagen = sum(bestand.is_file() for bestand in (pad / _BIJLAGEN).rglob("*"))
    _weiger(pad / _BIJLAGEN, bijlagen - len(lijsten.bijlagen.gelezen), "belong to no leerling")


def _weiger(map_: Path, aantal: int, waarom: str) -> None:
    """Refuse files that writing would not keep; their names may say who they are about."""
    if aantal:
        raise ConfigurationError(
            f"{map_}: {aantal} file(s) {waarom} and would get lost; move them elsewhere first"
        )


def write(pad: Path, records: Sequence[Bronrecord]) -> None:
    """Write all lists anew; a leerling without a key gets the next ``stamnr``.

    Raises:
        ConfigurationError: a text has a character that cp1252 does not have.
    """
    pad.mkdir()
    nummers = [int(bron.sleutel) for bron in records if bron.sleutel.isdecimal()]
    volgende = count(max(nummers, default=_EERSTE_NUMMER) + 1)
    bijlagen = Bijlagenmap(pad / _BIJLAGEN)
    with ExitStack() as bestanden:
        tabellen = {lijst.naam: _nieuwe_lijst(pad, lijst, bestanden) for lijst in ALLE_LIJSTEN}
        for bron in records:
            if bron.record.basis is not None:
                for naam, rijen in bron.record.basis.rijen.items():
                    tabellen[naam].writerows(rij.cellen for rij in rijen)
                continue
            stamnr = bron.sleutel or str(next(volgende))
            for naam, cellen in schrijf_leerling(bron.record, stamnr, bijlagen.bewaar):
                _schrijf(tabellen[naam], naam, cellen)


def _nieuwe_lijst(pad: Path, lijst: Lijst, bestanden: ExitStack) -> csv.DictWriter[str]:
    stroom = bestanden.enter_context((pad / lijst.bestand).open("w", encoding=CODERING, newline=""))
    tabel = csv.DictWriter(stroom, lijst.kolommen, restval="", delimiter=SCHEIDING)
    tabel.writeheader()
    return tabel


def _schrijf(tabel: csv.DictWriter[str], naam: str, cellen: Mapping[str, str]) -> None:
    try:
        tabel.writerow(cellen)
    except UnicodeEncodeError:
        raise ConfigurationError(
            f"{naam}: a text has a character that {CODERING} does not have; nothing is written"
        ) from None


def _map_van(pad: Path) -> Path:
    if pad.name == LIJSTEN[HOOFDLIJST].bestand:
        return pad.parent
    if not pad.is_dir():
        raise ConfigurationError(
            f"{pad}: no such folder; name the folder with the lists, or {HOOFDLIJST}.csv in it"
        )
    return pad


@attrs.define
class _Lijsten:
    """All lists of a folder; they are looked through before anything is made of them."""

    map_: Path
    keuringen: dict[str, Keuring]
    basis: Basis
    bijlagen: Bijlagenmap

    @classmethod
    def open(cls, map_: Path) -> _Lijsten:
        weg = [lijst.bestand for lijst in ALLE_LIJSTEN if not (map_ / lijst.bestand).is_file()]
        if weg:
            raise ConfigurationError(
                f"{map_}: there is no {', '.join(weg)}; fetch all lists, also those without rows"
            )
        keuringen = {naam: _keur(map_, lijst) for naam, lijst in LIJSTEN.items()}
        return cls(map_, keuringen, _lees_basis(map_), Bijlagenmap(map_ / _BIJLAGEN))

    def school(self) -> Iterator[Bronrecord]:
        """Yield the lists of the school as one record, when there is anything in them."""
        if any(self.basis.rijen.values()):
            record = Leerlingdossier(basis=self.basis)
            yield Bronrecord(_SCHOOL, record, tuple(self.basis.vreemd))

    def leerlingen(self) -> Iterator[Bronrecord]:
        """Yield every leerling, going through all lists side by side."""
        yield from _zonder_nummer(self.keuringen)
        with ExitStack() as bestanden:
            lijsten = {
                naam: _op_volgorde(_rijen(self.map_, lijst, bestanden), self.keuringen[naam])
                for naam, lijst in LIJSTEN.items()
            }
            for nummer, rijen in voeg_samen(lijsten):
                lees = self.bijlagen.lezer()
                record, meldingen = bouw_leerling(nummer, rijen, self.basis, lees)
                yield Bronrecord(str(nummer), record, tuple(meldingen))


def _op_volgorde(rijen: Iterator[Rij], keuring: Keuring) -> Iterable[Rij]:
    """Return rows in the order of the leerlingen; only a list in another order costs memory."""
    met_nummer = (rij for rij in rijen if nummer_van(rij) is not None)
    if keuring.op_volgorde:
        return met_nummer
    return sorted(met_nummer, key=lambda rij: nummer_van(rij) or 0)


def _zonder_nummer(keuringen: dict[str, Keuring]) -> Iterator[Bronrecord]:
    """Tell of each list with rows that can't be of any leerling."""
    for naam, keuring in keuringen.items():
        if not keuring.zonder_nummer:
            continue
        regels = ", ".join(map(str, keuring.zonder_nummer[:_GENOEG]))
        meer = "" if len(keuring.zonder_nummer) <= _GENOEG else " en verder"
        melding = bezwaar(
            f"{naam}.{STAMNR}",
            f"In '{naam}' staan rijen zonder bruikbaar stamnummer: regel {regels}{meer}.",
            "De leverancier moet bij elke rij het stamnummer geven, alleen in cijfers.",
        )
        yield Bronrecord(f"{naam}#{keuring.zonder_nummer[0]}", None, (melding,))


def _keur(map_: Path, lijst: Lijst) -> Keuring:
    with ExitStack() as bestanden:
        return keur(_rijen(map_, lijst, bestanden, nieuw=True))


def _lees_basis(map_: Path) -> Basis:
    rijen: dict[str, list[Rij]] = {}
    for lijst in (*BASISLIJSTEN.values(), *LOKATIELIJSTEN.values()):
        with ExitStack() as bestanden:
            rijen[lijst.naam] = list(_rijen(map_, lijst, bestanden, nieuw=True))
    try:
        return Basis(rijen)
    except OnleesbaarError as fout:
        raise ConfigurationError(f"{map_}: {fout}; {_OPNIEUW}") from None


def _rijen(map_: Path, lijst: Lijst, bestanden: ExitStack, *, nieuw: bool = False) -> Iterator[Rij]:
    """Yield the rows of a list; its file is open as long as ``bestanden`` is.

    Args:
        nieuw: the characters of the list have not been looked at yet.
    """
    bestand = map_ / lijst.bestand
    try:
        with te_lezen(bestand, _OPNIEUW):
            if nieuw:
                with bestand.open("rb") as bytes_:
                    keur_tekens(iter(partial(bytes_.read, _BLOK), b""))
            stroom = bestanden.enter_context(bestand.open(encoding=CODERING, newline=""))
            yield from lees_rijen(stroom, lijst)
    except OnleesbaarError as fout:
        raise ConfigurationError(f"{bestand}: {fout}; {_OPNIEUW}") from None
